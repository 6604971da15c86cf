//! A font as text needs it: character codes in, characters and advances out, with the look that its
//! name and descriptor tell. Never draws a glyph; one font program without glyphs stands in for every
//! font that is not embedded.

use super::cmaps::Resolver;
use hayro_cmap::{BfString, CMap, CMapName, CidFamily};
use hayro_font::{Font, FontCache, FontData, FontGlyph, FontQuery, OutlineGlyph};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number};
use skrifa::{FontRef, GlyphNames, MetadataProvider};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

/// An sfnt without tables: the smallest font program that parses. Widths of the standard fonts come
/// from tables of `hayro-font`, so no outlines are needed.
const NO_GLYPHS: &[u8] = &[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// Characters that one glyph may stand for; the longest ligatures are phrases.
const MOST_CHARS: usize = 64;

/// Fonts beyond these are not read; their text is counted as unknown.
const MOST_FONTS: usize = 2000;

/// Characters of a font program's own table that are looked at.
const MOST_MAPPINGS: usize = 200_000;

/// What a character code says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CodeText {
    Char(char),
    Text(Box<str>),
    /// A picture from an icon font or a character of private use.
    Icon,
    /// The file does not say which character it is.
    Unmapped,
    /// A control character.
    Nothing,
}

/// A character code of a font, looked up once.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub text: CodeText,
    /// In thousandths of the font size, along the direction of writing.
    pub advance: f32,
    /// Steps that looking it up took.
    pub cost: usize,
}

/// Look and codes of one font of the file.
pub(super) struct Face<'a> {
    font: Font<'a>,
    kind: Kind,
    /// Codes of a font with a `UTF-16` CMap are characters themselves.
    codes_are_utf16: bool,
    collection: Option<Collection>,
    codes: HashMap<u32, Code>,
    /// Glyphs of the font program to characters, by its own table; made when first needed.
    by_glyph: OnceCell<HashMap<u32, char>>,
    pub family: u16,
    pub bold: bool,
    pub italic: bool,
    /// Factor from the font size to the size that a reader sees (Type 3 fonts choose their own unit).
    pub scale: f32,
}

#[derive(Copy, Clone, Debug, PartialEq)]
enum Kind {
    Text,
    Icons,
    Wingdings,
    Symbol,
}

/// Fonts of a file, each read once.
pub(super) struct Faces<'a> {
    cmaps: Resolver,
    cache: FontCache<'a>,
    /// By address of the dictionary's bytes, which is unique within a file.
    known: HashMap<(usize, usize), Option<usize>>,
    pub faces: Vec<Face<'a>>,
    families: Vec<String>,
}

impl<'a> Faces<'a> {
    pub(super) fn new(cmaps: Resolver) -> Self {
        let cache = FontCache::default();
        Self { cmaps, cache, known: HashMap::new(), faces: Vec::new(), families: Vec::new() }
    }

    /// CMaps that fonts asked for in vain.
    pub(super) fn missing_cmaps(&self) -> Vec<String> {
        self.cmaps.missing()
    }

    /// The face of a font dictionary, as an index into `faces`; read the first time, if
    /// `affordable`.
    pub(super) fn face(
        &mut self,
        dict: &Dict<'a>,
        affordable: impl FnOnce() -> bool,
    ) -> Option<usize> {
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(index) = self.known.get(&key) {
            return *index;
        }
        let few = self.known.len() < MOST_FONTS;
        let index = if few && affordable() { self.load(dict) } else { None };
        self.known.insert(key, index);
        index
    }

    fn load(&mut self, dict: &Dict<'a>) -> Option<usize> {
        let stand_in: FontData = Arc::new(NO_GLYPHS);
        let fonts: hayro_font::FontResolverFn =
            Arc::new(move |_: &FontQuery| Some((stand_in.clone(), 0)));
        let resolver = self.cmaps.clone();
        let cmaps: hayro_font::CMapResolverFn =
            Arc::new(move |name: CMapName<'_>| resolver.get(name));
        let font = self.cache.font(dict, &fonts, &cmaps)?;
        let look = Look::of(dict);
        let family = self.family(&look.family);
        self.faces.push(Face {
            font,
            kind: look.kind,
            codes_are_utf16: look.codes_are_utf16,
            collection: Collection::of(dict, &self.cmaps),
            codes: HashMap::new(),
            by_glyph: OnceCell::new(),
            family,
            bold: look.bold,
            italic: look.italic,
            scale: look.scale,
        });
        Some(self.faces.len() - 1)
    }

    fn family(&mut self, name: &str) -> u16 {
        let at = self.families.iter().position(|known| known == name).unwrap_or_else(|| {
            self.families.push(name.to_owned());
            self.families.len() - 1
        });
        u16::try_from(at + 1).unwrap_or(u16::MAX)
    }
}

impl Face<'_> {
    /// Reads the code at `offset`, which must lie inside `bytes`: the code and its length.
    pub(super) fn read_code(&self, bytes: &[u8], offset: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, offset);
        (code, length.max(1))
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    pub(super) fn code(&mut self, code: u32) -> &Code {
        if !self.codes.contains_key(&code) {
            let looked_up = self.look_up(code);
            self.codes.insert(code, looked_up);
        }
        &self.codes[&code]
    }

    fn look_up(&self, code: u32) -> Code {
        let advance = self.font.code_advance(code);
        let advance = if self.is_horizontal() { advance.x } else { advance.y } as f32;
        let (text, cost) = self.text(code);
        Code { text, advance: if advance.is_finite() { advance } else { 0.0 }, cost }
    }

    /// What a code says, and the steps that it took beyond one.
    fn text(&self, code: u32) -> (CodeText, usize) {
        if let Kind::Wingdings | Kind::Symbol = self.kind
            && let Some(bullet) = symbol_char(self.kind, code & 0xff)
        {
            return (CodeText::Char(bullet), 0);
        }
        let known = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => match glyph.as_unicode() {
                // Some programs map what they cannot name, ligatures above all, to U+0000.
                None | Some(BfString::Char('\0')) if !self.codes_are_utf16 => {
                    self.by_collection(code).or_else(|| self.by_glyph(&glyph))
                }
                known => known,
            },
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let cost = match &known {
            Some(BfString::String(text)) => text.len() / 16,
            _ => 0,
        };
        let text = match known {
            Some(BfString::Char(ch)) => from_char(ch),
            Some(BfString::String(text)) => from_str(&text),
            None if self.codes_are_utf16 => {
                char::from_u32(code).map_or(CodeText::Unmapped, from_char)
            }
            None => CodeText::Unmapped,
        };
        let text = match (self.kind, &text) {
            (_, CodeText::Char(ch)) if ch.is_whitespace() => text,
            (Kind::Icons | Kind::Wingdings, _) => CodeText::Icon,
            _ => text,
        };
        (text, cost)
    }
}

/// The characters of a font that is numbered as Adobe numbers those of Chinese, Japanese or Korean, and
/// does not say which they are.
struct Collection {
    /// Codes to numbers; none when they are the same.
    numbers: Option<CMap>,
    /// Numbers to characters.
    characters: CMap,
}

impl Collection {
    fn of(dict: &Dict<'_>, cmaps: &Resolver) -> Option<Self> {
        if dict.contains_key(keys::TO_UNICODE) {
            return None;
        }
        let descendant =
            dict.get::<Array<'_>>(keys::DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
        let info = descendant.get::<Dict<'_>>(keys::CIDSYSTEMINFO)?;
        let text = |key: &[u8]| info.get::<hayro_syntax::object::String<'_>>(key);
        let (registry, ordering) = (text(b"Registry")?, text(b"Ordering")?);
        let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
        let characters = cmaps.parse(family.ucs2_cmap()?)?;
        let encoding = dict.get::<Name<'_>>(keys::ENCODING)?;
        let numbers = match CMapName::from_bytes(encoding.as_ref()) {
            CMapName::IdentityH | CMapName::IdentityV => None,
            name => Some(cmaps.parse(name)?),
        };
        Some(Self { numbers, characters })
    }
}

impl Face<'_> {
    fn by_collection(&self, code: u32) -> Option<BfString> {
        let collection = self.collection.as_ref()?;
        let number = match &collection.numbers {
            None => code,
            Some(numbers) => (1..=4).find_map(|length| numbers.lookup_cid_code(code, length))?,
        };
        collection.characters.lookup_bf_string(number)
    }

    /// The character of a glyph by the font program's own table or by the glyph's name.
    fn by_glyph(&self, glyph: &OutlineGlyph) -> Option<BfString> {
        let id = glyph.glyph_id().to_u32();
        if id == 0 {
            return None;
        }
        let data = glyph.font_data()?;
        let program = FontRef::new(data.data.as_ref().as_ref()).ok()?;
        let characters = self.by_glyph.get_or_init(|| {
            let mut characters = HashMap::new();
            for (ch, glyph) in program.charmap().mappings().take(MOST_MAPPINGS) {
                if let Some(ch) = char::from_u32(ch) {
                    characters.entry(glyph.to_u32()).or_insert(ch);
                }
            }
            characters
        });
        if let Some(ch) = characters.get(&id) {
            return Some(BfString::Char(*ch));
        }
        let name = GlyphNames::new(&program).get(skrifa::GlyphId::new(id))?;
        by_name(name.as_str()).map(BfString::String)
    }
}

/// Characters of names such as `f_f_i` and `uni20AC`.
fn by_name(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or(name);
    let part = |part: &str| -> Option<String> {
        let hex = part.strip_prefix("uni").filter(|hex| hex.len() == 4);
        if let Some(ch) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
            return char::from_u32(ch).map(String::from);
        }
        let known = matches!(part, "ff" | "fi" | "fl" | "ffi" | "ffl");
        (known || part.chars().count() == 1).then(|| part.to_owned())
    };
    base.split('_').map(part).collect()
}

fn is_private(ch: char) -> bool {
    matches!(u32::from(ch), 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF)
}

fn from_char(ch: char) -> CodeText {
    match ch {
        '\0' | '\u{FFFD}' => CodeText::Unmapped,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => CodeText::Char(' '),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' => {
            CodeText::Nothing
        }
        ch if is_private(ch) => {
            symbol_char(Kind::Text, u32::from(ch)).map_or(CodeText::Icon, CodeText::Char)
        }
        ch if ch.is_control() => CodeText::Nothing,
        ch => CodeText::Char(ch),
    }
}

fn from_str(text: &str) -> CodeText {
    let is_kept = |ch: &char| !ch.is_control() && *ch != '\u{FEFF}';
    let kept: String = text.chars().take(MOST_CHARS).filter(is_kept).collect();
    let mut chars = kept.chars();
    match (chars.next(), chars.next()) {
        (None, _) if text.contains('\0') => CodeText::Unmapped,
        (None, _) => CodeText::Nothing,
        (Some(only), None) => from_char(only),
        _ if kept.chars().all(is_private) => CodeText::Icon,
        // One glyph for a word: a font that draws `envelope` as an envelope.
        _ if kept.len() > 3 && kept.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {
            CodeText::Icon
        }
        _ => CodeText::Text(kept.into()),
    }
}

/// Bullets and arrows of the two symbol fonts that word processors use, by the low byte of the code.
/// For other fonts only the characters of private use that word processors write for bullets.
fn symbol_char(kind: Kind, code: u32) -> Option<char> {
    let code = match kind {
        Kind::Text if code >> 8 == 0xF0 => match code & 0xff {
            0xB7 => return Some('•'),
            byte @ (0xA7 | 0xA8 | 0xD8 | 0x76 | 0xFC) => byte,
            _ => return None,
        },
        Kind::Text | Kind::Icons => return None,
        Kind::Symbol => {
            return match code {
                0xB7 => Some('•'),
                0xAE => Some('→'),
                _ => None,
            };
        }
        Kind::Wingdings => code,
    };
    Some(match code {
        0x6C => '●',
        0x6E => '■',
        0x71 => '❑',
        0x75 | 0x77 => '◆',
        0x76 => '❖',
        0x9F => '•',
        0xA7 => '▪',
        0xA8 => '□',
        0xD8 => '➢',
        0xE0 | 0xF0 => '→',
        0xFB => '✗',
        0xFC => '✓',
        _ => return None,
    })
}

/// What a font dictionary says about the look.
struct Look {
    family: String,
    kind: Kind,
    bold: bool,
    italic: bool,
    codes_are_utf16: bool,
    scale: f32,
}

impl Look {
    fn of(dict: &Dict<'_>) -> Self {
        let descendant =
            dict.get::<Array<'_>>(keys::DESCENDANT_FONTS).and_then(|a| a.iter::<Dict<'_>>().next());
        let descriptor = dict
            .get::<Dict<'_>>(keys::FONT_DESC)
            .or_else(|| descendant.as_ref()?.get::<Dict<'_>>(keys::FONT_DESC))
            .unwrap_or_default();
        let name = dict
            .get::<Name<'_>>(keys::BASE_FONT)
            .or_else(|| descendant.as_ref()?.get::<Name<'_>>(keys::BASE_FONT))
            .or_else(|| descriptor.get::<Name<'_>>(keys::FONT_NAME))
            .or_else(|| dict.get::<Name<'_>>(keys::NAME))
            .map(|name| name.as_str().to_owned())
            .unwrap_or_default();
        let name = match name.split_once('+') {
            Some((prefix, rest)) if prefix.len() == 6 => rest.to_owned(),
            _ => name,
        };
        let flags = descriptor.get::<Number>(keys::FLAGS).map_or(0, |n| n.as_i64());
        let number = |key: &[u8]| descriptor.get::<Number>(key).map_or(0.0, |n| n.as_f32());
        let encoding = dict.get::<Name<'_>>(keys::ENCODING);
        let encoding = encoding.as_ref().map_or("", |name| name.as_str());
        Self {
            kind: kind_of(&name),
            bold: flags & (1 << 18) != 0
                || number(keys::FONT_WEIGHT) >= 600.0
                || name_is_bold(&name),
            italic: flags & (1 << 6) != 0
                || number(keys::ITALIC_ANGLE) != 0.0
                || name_is_italic(&name),
            codes_are_utf16: encoding.contains("-UCS2") || encoding.contains("-UTF16"),
            scale: type3_scale(dict).unwrap_or(1.0),
            family: family_of(&name),
        }
    }
}

/// Height of the font box of a Type 3 font in units of the font size.
fn type3_scale(dict: &Dict<'_>) -> Option<f32> {
    let matrix = dict.get::<[f32; 6]>(keys::FONT_MATRIX)?;
    let bbox = dict.get::<[f32; 4]>(keys::FONT_BBOX)?;
    let scale = ((bbox[3] - bbox[1]) * matrix[3]).abs();
    (scale.is_finite() && scale > 0.01 && scale < 100.0).then_some(scale)
}

/// The name without what says weight and slope.
fn family_of(name: &str) -> String {
    let end = name.find(['-', ',']).unwrap_or(name.len());
    name[..end].to_owned()
}

fn name_is_bold(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let words = ["bold", "black", "heavy", "demi"];
    // Computer Modern and its kin say it in two letters.
    let tex = ["CMBX", "CMSSBX", "SFBX", "SFSX", "CMB1", "ECBX"];
    words.iter().any(|word| lower.contains(word)) || tex.iter().any(|start| name.starts_with(start))
}

fn name_is_italic(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let tex = ["CMTI", "CMSL", "CMSSI", "CMBXTI", "SFTI", "SFSL", "SFSI", "ECTI"];
    lower.contains("italic")
        || lower.contains("oblique")
        || lower.contains("slanted")
        || name.rsplit_once('-').is_some_and(|(_, look)| look.ends_with("It"))
        || tex.iter().any(|start| name.starts_with(start))
}

fn kind_of(name: &str) -> Kind {
    let lower: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|ch| ch.to_ascii_lowercase())
        .collect();
    let icons = [
        "fontawesome",
        "faregular",
        "fasolid",
        "fabrands",
        "materialicons",
        "materialsymbols",
        "materialdesignicons",
        "icomoon",
        "fontello",
        "ionicons",
        "academicons",
        "typicons",
        "entypo",
        "glyphicons",
        "octicons",
        "remixicon",
        "bootstrapicons",
        "simpleicons",
        "simplelineicons",
        "phosphor",
        "tablericons",
        "lineawesome",
        "marvosym",
        "devicon",
        "segoemdl2",
    ];
    if icons.iter().any(|icon| lower.contains(icon)) {
        Kind::Icons
    } else if lower.contains("wingdings") || lower.contains("webdings") {
        Kind::Wingdings
    } else if lower == "symbol" || lower == "symbolmt" {
        Kind::Symbol
    } else {
        Kind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_weight_slope_and_icons() {
        assert!(name_is_bold("LiberationSans-Bold") && name_is_bold("CMBX12"));
        assert!(!name_is_bold("LMRoman10-Regular"));
        assert!(name_is_italic("Times-Italic") && name_is_italic("CMTI10"));
        assert_eq!(kind_of("FontAwesome5Free-Solid"), Kind::Icons);
        assert_eq!(kind_of("SymbolMT"), Kind::Symbol);
        assert_eq!(kind_of("Lato-Regular"), Kind::Text);
        assert_eq!(family_of("Lato-BoldItalic"), "Lato");
    }

    #[test]
    fn names_of_ligatures_are_spelt_out() {
        assert_eq!(by_name("f_f_i.liga").as_deref(), Some("ffi"));
        assert_eq!(by_name("uni20AC").as_deref(), Some("\u{20AC}"));
        assert_eq!(by_name("glyph17"), None);
    }

    #[test]
    fn characters_without_meaning_are_told_apart() {
        assert_eq!(from_char('\0'), CodeText::Unmapped);
        assert_eq!(from_char('\u{F0B7}'), CodeText::Char('•'));
        assert_eq!(from_char('\u{E001}'), CodeText::Icon);
        assert_eq!(from_str("envelope"), CodeText::Icon);
        assert_eq!(from_str("ffi"), CodeText::Text("ffi".into()));
    }
}
