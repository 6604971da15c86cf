//! Text strings of PDF (titles, `ActualText`, addresses): UTF-16 or UTF-8 by their mark, else
//! PDFDocEncoding.

/// The characters of a text string.
pub(super) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| doc_encoding(*byte)).collect(),
    }
}

/// A text string of the document's properties; none when it is blank.
pub(super) fn property(bytes: Option<&[u8]>) -> Option<String> {
    let text = decode(bytes?);
    let text = text.trim_matches(|ch: char| ch.is_whitespace() || ch == '\0');
    (!text.is_empty()).then(|| text.chars().take(1000).collect())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|ch| ch.unwrap_or('\u{FFFD}')).collect()
}

/// PDFDocEncoding is Latin-1 but for these.
fn doc_encoding(byte: u8) -> char {
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    match byte {
        0x18..=0x1F => LOW[usize::from(byte - 0x18)],
        0x80..=0xA0 => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_encodings_are_read() {
        assert_eq!(decode(b"\xFE\xFF\x00J\x00\xF6"), "Jö");
        assert_eq!(decode("\u{FEFF}Jö".as_bytes()), "Jö");
        assert_eq!(decode(b"J\xF6rg \x85 CV"), "Jörg – CV");
        assert_eq!(property(Some(b"  ")), None);
    }
}
