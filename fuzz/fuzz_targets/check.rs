//! From bytes to report, as the command line does it.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vitae_fuzz::whole(bytes));
