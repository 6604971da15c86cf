//! Edits inside of a ZIP package: one member is unpacked, edited and packed again.

use crate::mutate::{Random, edit};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The package with an edit in one of its members.
pub(crate) fn edit_inside(file: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).ok()?;
        members.push((String::from_utf8_lossy(member.name_raw()).into_owned(), bytes));
    }
    let texts: Vec<usize> = (0..members.len())
        .filter(|at| [".xml", ".rels", ".csv"].iter().any(|end| members[*at].0.ends_with(end)))
        .collect();
    let chosen = *texts.get(random.below(texts.len()))?;
    let other = members[random.below(members.len())].1.clone();
    let mut bytes = std::mem::take(&mut members[chosen].1);
    for _ in 0..=random.below(4) {
        bytes = edit_member(bytes, &other, random);
    }
    members[chosen].1 = bytes;
    if random.below(12) == 0 {
        members.remove(random.below(members.len()));
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(name, SimpleFileOptions::default()).ok()?;
        writer.write_all(&bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// XML is edited between its tags more often than inside of them.
fn edit_member(bytes: Vec<u8>, other: &[u8], random: &mut Random) -> Vec<u8> {
    let tags: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at).collect();
    if tags.len() < 8 || random.below(2) == 0 {
        return edit(bytes, other, random);
    }
    let (a, b) = (random.below(tags.len()), random.below(tags.len()));
    let (from, to) = (tags[a.min(b)], tags[a.max(b).min(a.min(b) + 30)]);
    let mut bytes = bytes;
    match random.below(3) {
        0 => drop(bytes.drain(from..to)),
        1 => {
            let chunk = bytes[from..to].to_vec();
            for _ in 0..1 + random.below(60) {
                bytes.splice(to..to, chunk.iter().copied());
            }
        }
        _ => {
            let chunk: Vec<u8> = bytes.drain(from..to).collect();
            let at = random.below(bytes.len());
            bytes.splice(at..at, chunk);
        }
    }
    bytes
}
