//! Edits inside of a PDF that keep every object where its cross-reference table says: a compressed
//! stream is unpacked, edited, packed again and padded; anything else changes digits in place.

use crate::mutate::{Random, edit, numbers};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use std::io::{Read, Write};

/// The file with an edit in one of its streams or dictionaries.
pub(crate) fn edit_inside(file: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let streams = streams(file);
    if streams.is_empty() || random.below(4) == 0 {
        let mut bytes = file.to_vec();
        for _ in 0..=random.below(3) {
            numbers(&mut bytes, random);
        }
        return Some(bytes);
    }
    // Large pictures and fonts are rarely what is read; small streams are pages and maps.
    let picks: Vec<_> = (0..4).map(|_| streams[random.below(streams.len())]).collect();
    let (start, end) = *picks.iter().min_by_key(|(start, end)| end - start)?;
    let mut plain = Vec::new();
    ZlibDecoder::new(&file[start..end]).take(4 << 20).read_to_end(&mut plain).ok()?;
    for _ in 0..8 {
        let mut edited = plain.clone();
        for _ in 0..=random.below(4) {
            edited = edit_content(edited, random);
        }
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&edited).ok()?;
        let mut packed = packer.finish().ok()?;
        if packed.len() <= end - start {
            packed.resize(end - start, 0);
            let mut bytes = file.to_vec();
            bytes[start..end].copy_from_slice(&packed);
            return Some(bytes);
        }
    }
    None
}

/// Where compressed streams stand.
fn streams(file: &[u8]) -> Vec<(usize, usize)> {
    let find = |from: usize, what: &[u8]| {
        file[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(stream) = find(at, b"stream") {
        let start = stream
            + 6
            + file[stream + 6..].iter().take(2).take_while(|b| b"\r\n".contains(b)).count();
        let Some(end) = find(start, b"endstream") else { break };
        if file[start..end].starts_with(b"\x78") {
            found.push((start, end));
        }
        at = end + 9;
    }
    found
}

/// Operators and operands change places, numbers become others, or anything else happens.
fn edit_content(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    match random.below(4) {
        0 => {
            numbers(&mut bytes, random);
            bytes
        }
        1 => {
            let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let (a, b) = (random.below(lines.len()), random.below(lines.len()));
            let mut lines = lines;
            if !lines.is_empty() {
                lines.swap(a, b);
            }
            lines.concat()
        }
        2 => {
            const OPERATORS: [&[u8]; 10] = [
                b" q ",
                b" Q ",
                b" BT ",
                b" ET ",
                b" /F1 0 Tf ",
                b" 1e9 0 0 1e9 0 0 cm ",
                b" 3 Tr ",
                b" 0 Tz ",
                b" /X Do ",
                b" EMC ",
            ];
            let at = random.below(bytes.len());
            bytes.splice(at..at, OPERATORS[random.below(OPERATORS.len())].iter().copied());
            bytes
        }
        _ => edit(bytes, &[], random),
    }
}
