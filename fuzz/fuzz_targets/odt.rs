//! The ODT reader: a package, or the XML of a body that is packed first.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vitae_fuzz::packed(bytes, "content.xml", vitae_fuzz::Format::Odt);
});
