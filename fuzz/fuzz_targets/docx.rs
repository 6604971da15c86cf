//! The DOCX reader: a package, or the XML of a body that is packed first, since no mutation of a
//! package gets past its checksums.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    vitae_fuzz::packed(bytes, "word/document.xml", vitae_fuzz::Format::Docx);
});
