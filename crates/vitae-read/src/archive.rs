//! Names of the members of a ZIP file, from its directory or, when that is lost, from the headers
//! before each member. Enough to say what kind of file it is; nothing is unpacked.

/// The most members that are looked at.
const MEMBERS: usize = 4096;

/// Member names in the order of the directory; characters that are not UTF-8 are replaced.
pub(crate) fn member_names(bytes: &[u8]) -> Vec<String> {
    let from_directory = directory(bytes).unwrap_or_default();
    if from_directory.is_empty() { local_headers(bytes) } else { from_directory }
}

/// How many members the directory of a ZIP file describes, counted up to `most` by their signatures:
/// its own count may lie.
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) fn member_count(bytes: &[u8], most: usize) -> usize {
    bytes.windows(4).filter(|four| four == b"PK\x01\x02").take(most).count()
}

fn directory(bytes: &[u8]) -> Option<Vec<String>> {
    let end_record = (0..bytes.len().checked_sub(21)?)
        .rev()
        .take(66_000)
        .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let mut at = number(bytes, end_record + 16, 4)?;
    let mut names = Vec::new();
    while names.len() < MEMBERS && bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        let name = number(bytes, at + 28, 2)?;
        let skip = name + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
        names.push(text(bytes.get(at + 46..at + 46 + name)?));
        at += 46 + skip;
    }
    Some(names)
}

fn local_headers(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 0;
    while names.len() < MEMBERS {
        let Some(found) = bytes[at..].windows(4).position(|four| four == b"PK\x03\x04") else {
            break;
        };
        at += found;
        let name = number(bytes, at + 26, 2).unwrap_or(0);
        if let Some(name) = bytes.get(at + 30..at + 30 + name) {
            names.push(text(name));
        }
        at += 4;
    }
    names
}

/// A little-endian number of `width` bytes.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let field = bytes.get(at..at + width)?;
    Some(field.iter().rev().fold(0, |value, byte| (value << 8) | usize::from(*byte)))
}

fn text(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
