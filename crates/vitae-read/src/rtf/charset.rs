//! Bytes of an RTF to text, by code page. Western European is always known; the others need the
//! feature `encodings`, without which their letters are counted as lost.

/// The code page of a font's `\fcharset`; none for "that of the document".
pub(super) fn code_page(charset: i32) -> Option<u16> {
    Some(match charset {
        2 => SYMBOL,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

/// Bytes are numbers of glyphs.
pub(super) const SYMBOL: u16 = 42;

/// The text of `bytes`, and how many of them had none.
pub(super) fn decode(bytes: &[u8], page: u16, raw: bool) -> (String, u32) {
    if bytes.is_ascii() && page != SYMBOL {
        return (bytes.iter().map(|byte| char::from(*byte)).collect(), 0);
    }
    // Some programs write UTF-8 as it is, which the format does not know.
    if raw && let Ok(text) = std::str::from_utf8(bytes) {
        return (text.into(), 0);
    }
    match page {
        SYMBOL => (bytes.iter().map(|byte| char::from(*byte)).collect(), 0),
        65001 => (String::from_utf8_lossy(bytes).into_owned(), 0),
        1252 => (crate::decode::windows_1252_text(bytes), 0),
        page => other(bytes, page),
    }
}

#[cfg(feature = "encodings")]
fn other(bytes: &[u8], page: u16) -> (String, u32) {
    use encoding_rs as all;
    let encoding = match page {
        866 => all::IBM866,
        874 => all::WINDOWS_874,
        932 => all::SHIFT_JIS,
        936 => all::GBK,
        949 => all::EUC_KR,
        950 => all::BIG5,
        1250 => all::WINDOWS_1250,
        1251 => all::WINDOWS_1251,
        1253 => all::WINDOWS_1253,
        1254 => all::WINDOWS_1254,
        1255 => all::WINDOWS_1255,
        1256 => all::WINDOWS_1256,
        1257 => all::WINDOWS_1257,
        1258 => all::WINDOWS_1258,
        10000 => all::MACINTOSH,
        10007 => all::X_MAC_CYRILLIC,
        20866 => all::KOI8_R,
        54936 => all::GB18030,
        _ => return unknown(bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let lost = text.matches('\u{fffd}').count() as u32;
    (text.into_owned(), lost)
}

#[cfg(not(feature = "encodings"))]
fn other(bytes: &[u8], _page: u16) -> (String, u32) {
    unknown(bytes)
}

fn unknown(bytes: &[u8]) -> (String, u32) {
    let text: String = bytes
        .iter()
        .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' })
        .collect();
    let lost = bytes.iter().filter(|byte| !byte.is_ascii()).count() as u32;
    (text, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn western_letters_are_always_known() {
        assert_eq!(decode(b"Jos\xe9 \x96", 1252, false).0, "José –");
        assert_eq!(decode("José".as_bytes(), 1252, true).0, "José");
        assert_eq!(decode(b"\xb7", SYMBOL, false).0, "\u{b7}");
        assert_eq!(decode(b"a\xff", 1361, false), ("a\u{fffd}".into(), 1));
    }

    #[cfg(feature = "encodings")]
    #[test]
    fn other_code_pages() {
        assert_eq!(decode(b"\xb3\xf3d\x9f", 1250, false).0, "łódź");
        assert_eq!(decode(b"\x93\x8c\x8b\x9e", 932, false).0, "東京");
        assert_eq!(decode(b"\xbc\xad\xbf\xef", 949, false).0, "서울");
        assert_eq!(decode(b"\xcc\xee\xf1\xea\xe2\xe0", 1251, false).0, "Москва");
    }
}
