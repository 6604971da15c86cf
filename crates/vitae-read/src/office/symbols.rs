//! Characters of the fonts of signs that word processors ship: bullets, ticks, arrows and the few
//! icons of contact lines. The code of a glyph comes in, the character that looks like it goes out.

/// Whether letters in this font are shown as signs.
pub(crate) fn is_symbol_font(font: &str) -> bool {
    const FONTS: [&str; 6] =
        ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "OpenSymbol"];
    FONTS.iter().any(|known| known.eq_ignore_ascii_case(font))
}

/// The sign with a code in a font. Codes stand in the first 256 or from U+F000.
pub(crate) fn symbol(font: &str, code: u32) -> Option<char> {
    let glyph = match code {
        0x20..=0xff => code,
        0xf020..=0xf0ff => code - 0xf000,
        0xe000..=0xf8ff => return None,
        // Real characters, which newer programs write even in these fonts.
        code => return char::from_u32(code).filter(|ch| !ch.is_control()),
    };
    if font.eq_ignore_ascii_case("Symbol") || font.eq_ignore_ascii_case("OpenSymbol") {
        return symbol_sign(glyph);
    }
    if font.eq_ignore_ascii_case("Wingdings") || font.is_empty() {
        return wingdings_sign(glyph).or_else(|| bullet(glyph));
    }
    bullet(glyph)
}

fn bullet(glyph: u32) -> Option<char> {
    match glyph {
        0xb7 | 0x6c | 0x9f | 0xa1 => Some('•'),
        0xa7 | 0x6e => Some('▪'),
        _ => None,
    }
}

/// Greek letters and operators of Symbol.
fn symbol_sign(glyph: u32) -> Option<char> {
    const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    match glyph {
        0x41..=0x5a => UPPER.chars().nth(glyph as usize - 0x41),
        0x61..=0x7a => LOWER.chars().nth(glyph as usize - 0x61),
        0x20..=0x40 | 0x5b..=0x5f | 0x7b..=0x7e => char::from_u32(glyph),
        0xa3 => Some('≤'),
        0xb3 => Some('≥'),
        0xae | 0xde => Some('→'),
        0xac => Some('←'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb4 => Some('×'),
        0xb7 | 0x2022 => Some('•'),
        0xb8 => Some('÷'),
        0xbb => Some('≈'),
        0xbc => Some('…'),
        0xd7 => Some('⋅'),
        _ => None,
    }
}

fn wingdings_sign(glyph: u32) -> Option<char> {
    let sign = match glyph {
        0x28 | 0x29 => '☎',
        0x2a | 0x2b => '✉',
        0x71 => '❑',
        0x75 => '◆',
        0x76 => '❖',
        0xa8 | 0x6f => '□',
        0xd8 => '➢',
        0xdf => '←',
        0xe0 | 0xe8 | 0xf0 => '→',
        0xfb => '✗',
        0xfc => '✓',
        0xfe => '☑',
        _ => return None,
    };
    Some(sign)
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn bullets_ticks_and_arrows_are_known_and_icons_are_not() {
        assert_eq!(symbol("Symbol", 0xf0b7), Some('•'));
        assert_eq!(symbol("Wingdings", 0xa7), Some('▪'));
        assert_eq!(symbol("wingdings", 0xf0e0), Some('→'));
        assert_eq!(symbol("Symbol", 0x61), Some('α'));
        assert_eq!(symbol("Webdings", 0xf0c9), None);
        assert_eq!(symbol("Wingdings", 0x2713), Some('✓'));
        assert_eq!(symbol("", 0xe001), None);
    }
}
