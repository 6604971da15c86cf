//! The reader of LinkedIn's data export: a package, or one table that is packed first.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vitae_fuzz::packed(bytes, "Positions.csv", vitae_fuzz::Format::LinkedIn);
});
