//! Bytes to text for the text formats: byte order marks, UTF-8, UTF-16, UTF-32, Windows-1252 and, with
//! the feature `encodings`, what was used before Unicode elsewhere; control characters go. Remembers
//! which bytes each piece came from, so that origins lead into the file.

use crate::{Limits, ReadError};
use vitae_document::{Document, Hazard, HazardKind, OriginSegment, Place};
use vitae_text::{LineIndex, TextRange};

/// Text with the way back to its bytes.
pub(crate) struct Decoded {
    /// The text; line ends are `\n` or `\r\n`.
    pub(crate) text: String,
    /// What was noticed on the way.
    pub(crate) hazards: Vec<Hazard>,
    way_back: WayBack,
}

enum WayBack {
    /// The text is the file, byte for byte.
    Same,
    /// Pieces of the text and where they start in the file; the file's own line starts.
    Pieces(Vec<(TextRange, u32)>, LineIndex),
    /// Another encoding: no byte of the text is a byte of the file.
    None,
}

/// Decodes `bytes`. At most `limit` characters are kept.
pub(crate) fn decode(bytes: &[u8], limit: usize) -> Decoded {
    let mut decoded = decode_all(bytes);
    // A text with fewer bytes than the limit cannot have more characters.
    let over = decoded.text.len() > limit;
    if over && let Some((cut, _)) = decoded.text.char_indices().nth(limit) {
        decoded.text.truncate(cut);
        let limit = format!("{limit} characters");
        decoded.hazards.push(Hazard::file(HazardKind::LimitReached { limit }));
    }
    note_odd_characters(&decoded.text, &mut decoded.hazards);
    decoded
}

/// [`decode`] for a format whose whole source counts as text.
pub(crate) fn decode_source(bytes: &[u8], limits: &Limits) -> Result<Decoded, ReadError> {
    limits.check_size(bytes.len())?;
    Ok(decode(bytes, limits.characters))
}

fn decode_all(bytes: &[u8]) -> Decoded {
    let encoding = |name: &str| Hazard::file(HazardKind::Encoding { name: name.into() });
    if let Some((name, big_endian, from)) = utf32(bytes) {
        let units = bytes[from..].chunks_exact(4).map(|four| {
            let four = [four[0], four[1], four[2], four[3]];
            if big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
        });
        let text = units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).collect();
        return foreign(text, encoding(name));
    }
    if let Some((name, big_endian, from)) = utf16(bytes) {
        let units = bytes[from..].chunks_exact(2).map(|pair| {
            let pair = [pair[0], pair[1]];
            if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        });
        let text = char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect();
        return foreign(text, encoding(name));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => match legacy::escaped(bytes) {
            Some((text, name)) => foreign(text, encoding(name)),
            None => utf8(text),
        },
        Err(_) => match legacy::decode(bytes) {
            Some((text, name)) => foreign(text, encoding(name)),
            None => broken_utf8(bytes),
        },
    }
}

/// Name, byte order and start of UTF-32 text, by its mark or by the zero bytes of every letter.
fn utf32(bytes: &[u8]) -> Option<(&'static str, bool, usize)> {
    const LITTLE: &str = "UTF-32 little endian";
    const BIG: &str = "UTF-32 big endian";
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return Some((LITTLE, false, 4)),
        [0, 0, 0xfe, 0xff, ..] => return Some((BIG, true, 4)),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096)];
    if !sample.contains(&0) {
        return None;
    }
    let sample = sample.chunks_exact(4);
    let count = sample.len();
    let all = |test: fn(&[u8]) -> bool| count >= 8 && sample.clone().all(test);
    if all(|four| four[2] == 0 && four[3] == 0 && four[0] != 0) {
        Some((LITTLE, false, 0))
    } else if all(|four| four[0] == 0 && four[1] == 0 && four[3] != 0) {
        Some((BIG, true, 0))
    } else {
        None
    }
}

/// Name, byte order and start of UTF-16 text, by its mark or by the zero bytes of Latin letters.
fn utf16(bytes: &[u8]) -> Option<(&'static str, bool, usize)> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(("UTF-16 little endian", false, 2)),
        [0xfe, 0xff, ..] => return Some(("UTF-16 big endian", true, 2)),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if !sample.contains(&0) {
        return None;
    }
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 8 {
        None
    } else if odd * 10 > half * 6 && even * 20 < half {
        Some(("UTF-16 little endian", false, 0))
    } else if even * 10 > half * 6 && odd * 20 < half {
        Some(("UTF-16 big endian", true, 0))
    } else {
        None
    }
}

fn utf8(source: &str) -> Decoded {
    let mark = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let mac_lines = source.contains('\r') && !source.contains('\n');
    if mark == 0 && !mac_lines && is_clean(source.as_bytes()) {
        return Decoded { text: source.into(), hazards: Vec::new(), way_back: WayBack::Same };
    }
    let mut text = String::with_capacity(source.len());
    let mut pieces: Vec<(TextRange, u32)> = Vec::new();
    let mut removed = 0;
    for (at, ch) in source.char_indices().skip_while(|(at, _)| *at < mark) {
        let Some(kept) = keep(ch, mac_lines) else {
            removed += 1;
            continue;
        };
        let start = text.len() as u32;
        text.push(kept);
        let end = text.len() as u32;
        match pieces.last_mut() {
            Some((range, from)) if *from + range.len() == at as u32 => range.end = end,
            _ => pieces.push((TextRange::new(start, end), at as u32)),
        }
    }
    let way_back = WayBack::Pieces(pieces, LineIndex::new(source));
    Decoded { text, hazards: controls(removed), way_back }
}

/// The text that [`decode`] gives, where it is the bytes as they are.
pub(crate) fn as_is(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mac_lines = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    (is_clean(bytes) && !mac_lines && !text.starts_with('\u{feff}')).then_some(text)
}

/// Whether there is no control character but tab and line ends. Looks at bytes: all text formats pay
/// for this.
fn is_clean(bytes: &[u8]) -> bool {
    let plain = |byte: u8| (byte >= b' ' && byte != 0x7f) || matches!(byte, b'\t' | b'\n' | b'\r');
    let c1 = |at: usize| bytes.get(at + 1).is_some_and(|next| *next < 0xa0 && *next != 0x85);
    // Without a way out in the middle, the compiler checks many bytes at once.
    bytes.iter().fold(true, |clean, byte| clean & plain(*byte))
        && !(bytes.contains(&0xc2)
            && bytes.iter().enumerate().any(|(at, byte)| *byte == 0xc2 && c1(at)))
}

/// The character as it is kept; page breaks become line breaks of the same length.
fn keep(ch: char, mac_lines: bool) -> Option<char> {
    match ch {
        '\r' if mac_lines => Some('\n'),
        '\u{b}' | '\u{c}' => Some('\n'),
        '\t' | '\n' | '\r' | '\u{85}' => Some(ch),
        ch if ch.is_control() => None,
        ch => Some(ch),
    }
}

fn controls(count: u32) -> Vec<Hazard> {
    let hazard = Hazard::file(HazardKind::ControlCharacters { count });
    if count == 0 { Vec::new() } else { vec![hazard] }
}

fn foreign(text: String, hazard: Hazard) -> Decoded {
    let mut decoded = utf8(&text);
    decoded.hazards.insert(0, hazard);
    decoded.way_back = WayBack::None;
    decoded
}

/// Valid stretches are kept. Other bytes are Windows-1252 when they look like letters or quotes in
/// running text, else the replacement character.
fn broken_utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        broken += chunk.invalid().len() as u32;
        // A cut multi-byte character is damage; single bytes are another encoding.
        let latin = chunk.invalid().len() == 1;
        let decoded = chunk.invalid().iter().map(|byte| windows_1252(*byte));
        if latin {
            text.extend(decoded);
        } else if !chunk.invalid().is_empty() {
            text.push('\u{fffd}');
        }
    }
    foreign(text, Hazard::file(HazardKind::InvalidUtf8 { bytes: broken }))
}

/// Text of a Western European program of before Unicode.
#[cfg(feature = "rtf")]
pub(crate) fn windows_1252_text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
        '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
        '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Ligatures and soft hyphens stay in the text: some readers do not fold them, so they are reported.
fn note_odd_characters(text: &str, hazards: &mut Vec<Hazard>) {
    if text.is_ascii() {
        return;
    }
    let bytes = text.as_bytes();
    if !bytes.contains(&0xef) && !bytes.contains(&0xc2) {
        return;
    }
    let (mut glyphs, mut count) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            0xef => glyphs += u32::from(matches!(bytes[at..], [_, 0xac, 0x80..=0x86, ..])),
            0xc2 => count += u32::from(bytes.get(at + 1) == Some(&0xad)),
            _ => {}
        }
    }
    if glyphs > 0 {
        hazards.push(Hazard::file(HazardKind::Ligatures { glyphs }));
    }
    if count > 0 {
        hazards.push(Hazard::file(HazardKind::SoftHyphens { count }));
    }
}

impl Decoded {
    /// Turns the origins of a document read from [`Self::text`] into places in the file, and hands
    /// over the hazards.
    pub(crate) fn anchor(self, mut document: Document) -> Document {
        match self.way_back {
            WayBack::Same => {}
            WayBack::None => {
                document.origins.clear();
                document.source_lines = None;
            }
            WayBack::Pieces(pieces, lines) => {
                let origins = std::mem::take(&mut document.origins);
                for origin in origins {
                    anchor_one(origin, &pieces, &mut document.origins);
                }
                document.source_lines = Some(lines);
            }
        }
        document.hazards.splice(0..0, self.hazards);
        document
    }
}

fn anchor_one(origin: OriginSegment, pieces: &[(TextRange, u32)], into: &mut Vec<OriginSegment>) {
    let Place::Source(at) = origin.place else {
        into.push(origin);
        return;
    };
    let exact = at.len() == origin.text.len();
    let first = pieces.partition_point(|(range, _)| range.end <= at.start);
    let touched = pieces[first..].iter().take_while(|(range, _)| range.start < at.end);
    let mut cover: Option<TextRange> = None;
    for (range, from) in touched {
        let shared = TextRange::new(range.start.max(at.start), range.end.min(at.end));
        let start = from + (shared.start - range.start);
        let source = TextRange::new(start, start + shared.len());
        if exact {
            let start = origin.text.start + (shared.start - at.start);
            let text = TextRange::new(start, start + shared.len());
            into.push(OriginSegment { text, place: Place::Source(source) });
        } else {
            cover = Some(cover.map_or(source, |cover| cover.cover(source)));
        }
    }
    // A longer or shorter stretch that by chance has the length of its text would pass for a copy.
    if let Some(source) = cover.filter(|source| source.len() != origin.text.len()) {
        into.push(OriginSegment { text: origin.text, place: Place::Source(source) });
    }
}

/// Encodings of before Unicode that are not Western European.
#[cfg(feature = "encodings")]
mod legacy {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    use encoding_rs::{ISO_2022_JP, WINDOWS_1252};

    /// Text and name of the encoding of bytes that are no UTF-8, where it is known for sure enough.
    pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
        let characters = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
        let valid = characters.filter(|ch| !ch.is_ascii()).count();
        let broken: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
        // UTF-8 with some damage.
        if valid * 2 > broken {
            return None;
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let encoding = detector.guess(None, Utf8Detection::Deny);
        if encoding == WINDOWS_1252 {
            return None;
        }
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        let lost = text.matches('\u{fffd}').count();
        let kept = !damaged || lost * 20 < broken;
        kept.then(|| (text.into_owned(), encoding.name()))
    }

    /// The Japanese encoding that switches its letters with escape sequences.
    pub(super) fn escaped(bytes: &[u8]) -> Option<(String, &'static str)> {
        let japanese = |three: &[u8]| matches!(three, b"\x1b$B" | b"\x1b$@");
        if !bytes.contains(&0x1b) || !bytes.windows(3).any(japanese) {
            return None;
        }
        let (text, damaged) = ISO_2022_JP.decode_without_bom_handling(bytes);
        (!damaged).then(|| (text.into_owned(), ISO_2022_JP.name()))
    }
}

#[cfg(not(feature = "encodings"))]
mod legacy {
    pub(super) fn decode(_: &[u8]) -> Option<(String, &'static str)> {
        None
    }

    pub(super) fn escaped(_: &[u8]) -> Option<(String, &'static str)> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_document::{DocumentBuilder, Format, NewLine};

    fn read(bytes: &[u8]) -> Document {
        let decoded = decode(bytes, 1000);
        let mut builder =
            DocumentBuilder::verbatim(Format::Text, decoded.text.clone(), bytes.len());
        let end = decoded.text.trim_end().len();
        builder.line_of_source(TextRange::at(0, end), NewLine::default());
        decoded.anchor(builder.finish())
    }

    #[test]
    fn plain_utf8_is_itself() {
        let document = read("Zoë Ó Briain\n".as_bytes());
        assert_eq!(document.text, "Zoë Ó Briain\n");
        assert!(document.hazards.is_empty());
        assert_eq!(document.source_range(TextRange::new(0, 3)), Some(TextRange::new(0, 3)));
    }

    #[test]
    fn marks_and_control_characters_go_and_offsets_stay_true() {
        let document = read("\u{feff}Ann\u{0} Li\u{7}\nGo".as_bytes());
        assert_eq!(document.text, "Ann Li\nGo");
        assert_eq!(document.hazards, controls(2));
        let go = TextRange::new(7, 9);
        assert_eq!(document.source_range(go), Some(TextRange::new(12, 14)));
        assert_eq!(document.line_number(7), 2);
        assert_eq!(document.source_range(TextRange::new(0, 6)), None, "a character is missing");
    }

    #[test]
    fn utf16_with_and_without_mark() {
        let units: Vec<u8> =
            "Ann Li, Go and Rust".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(units.iter().copied()).collect();
        for bytes in [units, marked] {
            let document = read(&bytes);
            assert_eq!(document.text, "Ann Li, Go and Rust");
            assert!(matches!(document.hazards[0].kind, HazardKind::Encoding { .. }));
            assert_eq!(document.source_range(TextRange::new(0, 3)), None);
        }
    }

    #[test]
    fn utf16_big_endian_and_utf32() {
        let text = "Ann Li, Zoë, 東京";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let little: Vec<u8> = text.chars().flat_map(|ch| u32::from(ch).to_le_bytes()).collect();
        let big: Vec<u8> = text.chars().flat_map(|ch| u32::from(ch).to_be_bytes()).collect();
        for (mark, bytes) in
            [(&b"\xfe\xff"[..], &utf16), (b"\xff\xfe\0\0", &little), (b"", &little), (b"", &big)]
        {
            let document = read(&[mark, bytes].concat());
            assert_eq!(document.text, text);
            assert!(matches!(document.hazards[0].kind, HazardKind::Encoding { .. }));
        }
    }

    #[cfg(feature = "encodings")]
    #[test]
    fn encodings_of_before_unicode_are_named() {
        let japanese = "職務経歴書\n図書館の予約を扱うサーバーの設計と運用を担当";
        let korean = "이력서\n결제 서비스를 개발하고 운영하였습니다";
        let chinese = "个人简历\n负责支付系统的后端开发与维护工作";
        let russian = "Резюме\nРазработчик серверных приложений, восемь лет опыта";
        let polish =
            "Życiorys\nInżynier oprogramowania, od ośmiu lat w Łodzi, płatności i źródła danych";
        for (text, encoding) in [
            (japanese, encoding_rs::SHIFT_JIS),
            (japanese, encoding_rs::EUC_JP),
            (japanese, encoding_rs::ISO_2022_JP),
            (korean, encoding_rs::EUC_KR),
            (chinese, encoding_rs::GBK),
            (russian, encoding_rs::WINDOWS_1251),
            (polish, encoding_rs::WINDOWS_1250),
        ] {
            let document = read(&encoding.encode(text).0);
            assert_eq!(document.text, text, "{}", encoding.name());
            assert!(matches!(document.hazards[0].kind, HazardKind::Encoding { .. }));
        }
    }

    #[test]
    fn latin_1_is_read_with_a_hazard() {
        let document = read(b"J\xfcrgen \x96 caf\xe9 \xe2\x82 end");
        assert_eq!(document.text, "Jürgen – café \u{fffd} end");
        assert_eq!(document.hazards[0].kind, HazardKind::InvalidUtf8 { bytes: 5 });
    }

    #[test]
    fn old_line_ends_and_page_breaks_become_lines() {
        assert_eq!(read(b"one\rtwo").text, "one\ntwo");
        assert_eq!(read(b"one\n\x0ctwo").text, "one\n\ntwo");
    }

    #[test]
    fn the_character_limit_is_named() {
        let decoded = decode(b"abcdef", 3);
        assert_eq!(decoded.text, "abc");
        assert_eq!(
            decoded.hazards[0].kind,
            HazardKind::LimitReached { limit: "3 characters".into() }
        );
    }

    #[test]
    fn ligatures_and_soft_hyphens_are_reported_and_kept() {
        let document = read("e\u{fb03}cient back\u{ad}end".as_bytes());
        assert_eq!(document.text, "e\u{fb03}cient back\u{ad}end");
        assert_eq!(document.hazards.len(), 2);
    }
}
