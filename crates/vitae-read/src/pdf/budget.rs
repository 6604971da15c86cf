//! What a file may still cost: steps, bytes to unpack, characters. A file that unpacks to more than
//! its limit is stopped before it does.

use crate::Limits;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Object, Stream};
use memchr::memmem;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use std::borrow::Cow;

/// A font has no more widths: twice as many as glyphs.
const MOST_WIDTHS: usize = 1 << 17;

/// A step pays for this many bytes of a dictionary.
const BYTES_PER_STEP: usize = 16;

/// Deflate makes at most this many bytes of one.
const DEFLATE_GROWTH: usize = 1032;

/// Work that a file may still cause.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    pub steps: usize,
    pub bytes: usize,
    pub glyphs: usize,
    pub depth: usize,
    /// The limit that was reached first.
    pub reached: Option<&'static str>,
}

impl Budget {
    /// All that `limits` allow.
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            steps: limits.steps,
            bytes: limits.expanded_bytes,
            glyphs: limits.characters,
            depth: limits.depth.min(64),
            reached: None,
        }
    }

    pub(super) fn step(&mut self) -> bool {
        if self.steps == 0 {
            self.reached.get_or_insert("steps");
            return false;
        }
        self.steps -= 1;
        true
    }

    /// Charges a dictionary that is parsed anew each time it is named.
    pub(super) fn charge_parsed(&mut self, dict: &Dict<'_>) -> bool {
        self.charge_steps(dict.data().len() / BYTES_PER_STEP)
    }

    pub(super) fn charge_steps(&mut self, steps: usize) -> bool {
        if steps > self.steps {
            self.steps = 0;
            self.reached.get_or_insert("steps");
            return false;
        }
        self.steps -= steps;
        true
    }

    /// Decodes a stream if it cannot grow past the budget.
    pub(super) fn decode<'a>(&mut self, stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
        if !self.affords(stream) {
            // Nothing more is unpacked: trying again and again costs as much.
            self.bytes = 0;
            self.reached.get_or_insert("expanded bytes");
            return None;
        }
        let decoded = stream.decoded_data().ok()?;
        self.bytes = self.bytes.saturating_sub(decoded.len());
        Some(decoded)
    }

    /// Charges a stream that the font library decodes and keeps; false when it does not fit.
    pub(super) fn charge_font(&mut self, stream: &Stream<'_>) -> bool {
        let raw = stream.raw_data();
        let deflated = stream.filters().as_slice() == [Filter::FlateDecode];
        let size = match raw.len() {
            // Small ones are not measured; what they may grow to is charged in part.
            small if small <= 16 << 10 => Some(small * 64),
            _ if deflated => inflated(&raw, self.bytes),
            _ if self.affords(stream) => Some(raw.len() * 4),
            _ => None,
        };
        match size.and_then(|size| self.bytes.checked_sub(size)) {
            Some(left) => {
                self.bytes = left;
                true
            }
            None => {
                self.bytes = 0;
                self.reached.get_or_insert("expanded bytes");
                false
            }
        }
    }

    /// Charges the widths of a composite font, which the font library writes out one by one; false when
    /// there are more than any font has glyphs.
    pub(super) fn charge_widths(&mut self, font: &Dict<'_>) -> bool {
        let descendant = font
            .get::<Array<'_>>(keys::DESCENDANT_FONTS)
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let Some(descendant) = descendant else { return true };
        let count = [(keys::W, 3), (keys::W2, 5)]
            .into_iter()
            .filter_map(|(key, group)| Some(count_widths(&descendant.get(key)?, group)))
            .fold(0_usize, usize::saturating_add);
        if count > MOST_WIDTHS {
            self.reached.get_or_insert("steps");
            return false;
        }
        self.charge_steps(count)
    }

    /// Whether a stream surely fits. A deflated stream that may grow past the budget is inflated
    /// once with a limit before it is trusted.
    fn affords(&self, stream: &Stream<'_>) -> bool {
        let filters = stream.filters();
        let expands = |filter: &&Filter| {
            matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
        };
        match filters.iter().filter(expands).count() {
            0 => true,
            1 => {
                let raw = stream.raw_data();
                if raw.len().saturating_mul(DEFLATE_GROWTH) <= self.bytes {
                    return true;
                }
                if filters.len() == 1 && filters[0] == Filter::FlateDecode {
                    return inflated(&raw, self.bytes).is_some();
                }
                raw.len().saturating_mul(40) <= self.bytes
            }
            _ => false,
        }
    }
}

/// How many widths an array stands for: `first [widths]`, or `first last` and what holds for all of
/// them, `group` numbers together.
fn count_widths(widths: &Array<'_>, group: usize) -> usize {
    let mut count = 0_usize;
    let mut numbers: Vec<f64> = Vec::new();
    for item in widths.iter::<Object<'_>>() {
        match item {
            Object::Array(list) => {
                let listed = list.iter::<Object<'_>>().take(MOST_WIDTHS + 1).count();
                count = count.saturating_add(listed);
                numbers.clear();
            }
            Object::Number(number) => numbers.push(number.as_f64()),
            _ => {}
        }
        if numbers.len() == group {
            count = count.saturating_add((numbers[1] - numbers[0]).clamp(0.0, 1e9) as usize);
            numbers.clear();
        }
        if count > MOST_WIDTHS {
            break;
        }
    }
    count
}

/// Size of deflated bytes once inflated; none when that is more than `limit`. Bytes that cannot be
/// inflated count as they are.
fn inflated(raw: &[u8], limit: usize) -> Option<usize> {
    match decompress_to_vec_zlib_with_limit(raw, limit) {
        Ok(bytes) => Some(bytes.len()),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => None,
        Err(_) => Some(raw.len()),
    }
}

/// Which limit the file itself goes past, before it is parsed: more objects or dictionaries than a resume
/// has. A broken table of objects makes the library look behind each of them as deep as it nests.
pub(super) fn too_many_objects(bytes: &[u8]) -> Option<String> {
    let more = |needle: &[u8], most: usize| memmem::find_iter(bytes, needle).nth(most).is_some();
    if more(b"<<", MOST_DICTIONARIES) {
        return Some(format!("{MOST_DICTIONARIES} dictionaries"));
    }
    // Each object says it twice: `obj` and `endobj`.
    more(b"obj", 2 * MOST_DICTIONARIES).then(|| format!("{MOST_DICTIONARIES} objects"))
}

/// Most dictionaries and objects of a file.
const MOST_DICTIONARIES: usize = 100_000;

/// Whether the streams that hold the objects of a file stay within `limit` bytes. They are unpacked
/// when the file is opened, before anything can be charged.
pub(super) fn objects_fit(bytes: &[u8], limit: usize) -> bool {
    let streams: Vec<&[u8]> = object_streams(bytes);
    let raw: usize = streams.iter().map(|stream| stream.len()).sum();
    if raw.saturating_mul(DEFLATE_GROWTH) <= limit {
        return true;
    }
    let mut left = limit;
    for stream in streams {
        match inflated(stream, left) {
            Some(size) => left = left.saturating_sub(size),
            None => return false,
        }
    }
    left > 0
}

/// Streams whose dictionary says that they hold objects or the table of objects.
fn object_streams(bytes: &[u8]) -> Vec<&[u8]> {
    const KEYWORD: &[u8] = b"stream";
    const END: &[u8] = b"endstream";
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = find(&bytes[at..], KEYWORD) {
        let start = at + next + KEYWORD.len();
        let head = &bytes[(at + next).saturating_sub(400)..at + next];
        at = start;
        if find(head, b"/ObjStm").is_none() && find(head, b"/XRef").is_none() {
            continue;
        }
        let blank = bytes[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let data = &bytes[start + blank..];
        let data = &data[..find(data, END).unwrap_or(data.len())];
        at += blank + data.len();
        found.push(data);
    }
    found
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    memmem::find(bytes, needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn object_streams_that_grow_too_much_are_seen() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 4 << 20], 9);
        let mut file =
            b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n".to_vec();
        file.extend(packed);
        file.extend(b"\nendstream\nendobj");
        assert!(objects_fit(&file, 8 << 20));
        assert!(!objects_fit(&file, 1 << 20));
    }
}
