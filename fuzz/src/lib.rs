//! What every target does with its bytes: read them as one format, parse, and hold what came out
//! against what the rest of the engine relies on. A refusal is fine; a panic, a hang or a range
//! outside of its text is not.

pub use vitae::Format;

use std::io::{Cursor, Write};
use vitae::{Input, Options, PartialDate, Reading, check, parse_resume};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads `bytes` as `format`, whatever they look like.
pub fn read(bytes: &[u8], format: Format) {
    let input = Input { bytes, file_name: None, format: Some(format) };
    if let Ok(reading) = parse_resume(&input) {
        hold(&reading);
    }
}

/// Reads a package, or packs `bytes` as its one member and reads that.
pub fn packed(bytes: &[u8], member: &str, format: Format) {
    if bytes.starts_with(b"PK") {
        return read(bytes, format);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let written = zip.start_file(member, stored).is_ok() && zip.write_all(bytes).is_ok();
    if let Some(package) = zip.finish().ok().filter(|_| written) {
        read(&package.into_inner(), format);
    }
}

/// The whole path, from the sniffed format to the report.
pub fn whole(bytes: &[u8]) {
    let Some(today) = PartialDate::parse_iso("2026-11-22") else { return };
    let _ = check(&Input::new(bytes, Some("resume.txt")), &Options::new(today));
}

/// What rules and views rely on.
fn hold(reading: &Reading) {
    let text = reading.document.text.as_str();
    for line in &reading.document.lines {
        assert!(text.get(line.range.std()).is_some(), "a line outside of the text");
        assert!(text.is_char_boundary(line.content as usize), "content inside a character");
    }
    for (field, source) in reading.parsed.sources.iter() {
        for range in &source.ranges {
            assert!(text.get(range.std()).is_some(), "{field} is outside of the text");
        }
    }
    for section in &reading.parsed.sections {
        assert!(text.get(section.heading.std()).is_some(), "a heading outside of the text");
        assert!(text.get(section.body.std()).is_some(), "a section outside of the text");
    }
    let yaml = reading.parsed.to_yaml();
    let input = Input { bytes: yaml.as_bytes(), file_name: None, format: Some(Format::Yaml) };
    // A resume of more bytes or values than the limit is refused on its way back.
    if let Ok(again) = parse_resume(&input) {
        assert_eq!(again.parsed.to_yaml(), yaml, "YAML is no fixed point");
    }
}

/// Judges the first line against the others: spans lie in it, and what stands in the entry as it is
/// has no reason against it but that it gives orders.
pub fn guard(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let rewrite = lines.next().unwrap_or_default();
    let highlights: Vec<String> = lines.map(str::to_owned).collect();
    let entry = vitae::guard::Entry { highlights, ..Default::default() };
    for reason in vitae::guard::judge(&entry, &[], rewrite).reasons {
        assert!(rewrite.get(reason.range.std()).is_some(), "a span outside of the rewrite");
    }
    for line in entry.highlights.iter().filter(|line| line.len() <= vitae::guard::LONGEST) {
        let reasons = vitae::guard::judge(&entry, &[], line).reasons;
        let orders = reasons.iter().all(|reason| reason.what == vitae::guard::What::Instruction);
        assert!(orders, "a line of the entry is not carried");
    }
}
