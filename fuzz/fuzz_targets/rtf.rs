//! The RTF reader.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vitae_fuzz::read(bytes, vitae_fuzz::Format::Rtf));
