//! The fact guard: the first line is the rewrite, the others are the bullets of the entry.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vitae_fuzz::guard(bytes));
