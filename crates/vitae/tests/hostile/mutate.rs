//! A deterministic mutator: the same seed gives the same file on every machine.

use crate::{packed, streams};

/// SplitMix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`, or 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }
}

/// What readers stumble over.
const TOKENS: [&[u8]; 24] = [
    b"999999999999",
    b"-1",
    b"0",
    b"4294967296",
    b"1e308",
    b"\0",
    b"\xff\xfe",
    b"\xc3\x28",
    b"<<",
    b">>",
    b"[[[[[[[[",
    b"{{{{{{{{",
    b"]",
    b"}",
    b"\"",
    b"\\",
    b"<",
    b"&#x10ffff;",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\r",
    b" obj",
    b"endstream",
    b"*&",
];

/// A mutant of `file`; `other` is what splices take from.
pub(crate) fn mutate(file: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let packed = file.starts_with(b"PK\x03\x04");
    let pdf = file.starts_with(b"%PDF-");
    // Edits behind the compression reach what no flipped bit does.
    if random.below(3) > 0 {
        let deep = match (packed, pdf) {
            (true, _) => packed::edit_inside(file, random),
            (_, true) => streams::edit_inside(file, random),
            _ => None,
        };
        if let Some(deep) = deep {
            return deep;
        }
    }
    let mut bytes = file.to_vec();
    for _ in 0..=random.below(3) {
        bytes = edit(bytes, other, random);
    }
    bytes
}

/// One edit of any kind.
pub(crate) fn edit(mut bytes: Vec<u8>, other: &[u8], random: &mut Random) -> Vec<u8> {
    let len = bytes.len();
    let at = random.below(len);
    let end = (at + 1 + random.below(200)).min(len);
    match random.below(9) {
        0 => {
            for _ in 0..=random.below(16) {
                if let Some(byte) = bytes.get_mut(random.below(len)) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
        1 => {
            let with = [0, 0xff, b' ', random.next() as u8][random.below(4)];
            bytes[at.min(len)..end].fill(with);
        }
        2 => bytes.truncate(at),
        3 => {
            bytes.truncate(at);
            bytes.extend(&other[random.below(other.len())..]);
        }
        4 => drop(bytes.drain(at.min(len)..end)),
        5 => {
            let chunk = bytes[at.min(len)..end].to_vec();
            for _ in 0..1 + random.below(40) {
                bytes.splice(at..at, chunk.iter().copied());
            }
        }
        6 => {
            let token = TOKENS[random.below(TOKENS.len())];
            bytes.splice(at..at, token.iter().copied());
        }
        7 => numbers(&mut bytes, random),
        _ => {
            let token = TOKENS[random.below(TOKENS.len())];
            bytes.splice(at.min(len)..end.min(at + token.len()), token.iter().copied());
        }
    }
    bytes
}

/// Other digits in a number, so that its length stays.
pub(crate) fn numbers(bytes: &mut [u8], random: &mut Random) {
    let start = random.below(bytes.len());
    let Some(digit) = bytes[start..].iter().position(u8::is_ascii_digit) else { return };
    let with = [b'9', b'0', b'1', b'-'][random.below(4)];
    for byte in bytes[start + digit..].iter_mut().take_while(|byte| byte.is_ascii_digit()) {
        *byte = with;
    }
}
