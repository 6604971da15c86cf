//! Tokens of an RTF to stories: keeps the groups, sorts text by destination, and knows the control
//! words that matter for a resume. Others are passed over, as the format asks for.

use super::charset;
use super::state::{Destination, Ending, Group, Pages};
use super::story::{Block, Piece, Story};
use super::token::{Token, Tokens};
use crate::Limits;
use std::collections::BTreeMap;

/// Stories inside each other (a text box in a header) beyond this are passed over.
const STORIES: usize = 8;
/// Headers, footers and notes of a resume; later ones are passed over.
const EDGES: usize = 64;
/// What a table and a cell cost of the room for characters: as much memory as so many take.
const TABLE_COST: usize = 16;
const CELL_COST: usize = 4;
/// Fonts, colours and styles of a resume; more are not kept.
const TABLE: usize = 2000;

#[derive(Clone, Default)]
pub(super) struct Font {
    pub(super) name: String,
    page: Option<u16>,
}

#[derive(Default)]
struct Field {
    instruction: String,
}

/// What was read, before it is written.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) headers: Vec<(Pages, Vec<Block>)>,
    pub(super) body: Vec<Block>,
    pub(super) notes: Vec<Vec<Block>>,
    pub(super) footers: Vec<(Pages, Vec<Block>)>,
    /// The first page, and even pages, have headers and footers of their own.
    first: bool,
    even: bool,
    pub(super) fonts: BTreeMap<i32, Font>,
    pub(super) colors: Vec<Option<[u8; 3]>>,
    /// Names of paragraph styles in small letters.
    pub(super) styles: BTreeMap<i32, String>,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) generator: String,
    pub(super) changes: u32,
    pub(super) comments: u32,
    pub(super) images: u32,
    pub(super) soft_hyphens: u32,
    /// Bytes that no known encoding explains.
    pub(super) lost: u32,
    /// Items of lists carry their bullets and numbers. A list without any counts by its number alone;
    /// where some have theirs, a paragraph without is none: LibreOffice lets the number stand on.
    pub(super) marks: bool,
    /// A limit that was reached.
    pub(super) limit: Option<String>,
    /// Groups were still open at the end.
    pub(super) cut: bool,
}

pub(super) struct Reader {
    out: Reading,
    groups: Vec<Group>,
    group: Group,
    depth: usize,
    /// Groups that are open below the deepest one that is kept.
    ignored: usize,
    stories: Vec<Story>,
    fields: Vec<Field>,
    /// Characters and blocks that may still come.
    room: usize,
    page: u16,
    default_font: Option<i32>,
    /// Bytes of text that wait for their decoding, and whether all stand in the file as they are.
    bytes: Vec<u8>,
    raw: bool,
    /// Characters that only repeat a `\u` before them.
    repeated: usize,
    high_surrogate: Option<u16>,
    /// `\*` stands before the next word.
    starred: bool,
    columns: u32,
    papers: Vec<i32>,
    paper: i32,
    color: Option<[u8; 3]>,
    name: String,
    font: i32,
    style: i32,
    mark: String,
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reader = Reader {
        out: Reading::default(),
        groups: Vec::new(),
        group: Group { fallback: 1, ..Group::default() },
        depth: limits.depth.saturating_mul(4),
        ignored: 0,
        stories: vec![Story::default()],
        fields: Vec::new(),
        room: limits.characters,
        page: 1252,
        default_font: None,
        bytes: Vec::new(),
        raw: true,
        repeated: 0,
        high_surrogate: None,
        starred: false,
        columns: 1,
        papers: Vec::new(),
        paper: 0,
        color: None,
        name: String::new(),
        font: 0,
        style: 0,
        mark: String::new(),
    };
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        if let Token::Word("bin", Some(count)) = token {
            tokens.step_over(usize::try_from(count).unwrap_or(0));
            continue;
        }
        reader.token(token);
        if reader.room == 0 {
            reader.out.limit = Some(format!("{} characters", limits.characters));
            break;
        }
        // The last group is closed: what follows is no RTF.
        if reader.groups.is_empty() && token == Token::Close {
            break;
        }
    }
    reader.finish()
}

/// The pages that the header or footer named by a control word stands on.
fn pages(word: &str) -> Pages {
    match word.as_bytes().last() {
        Some(b'f') => Pages::First,
        Some(b'l') => Pages::Even,
        _ => Pages::All,
    }
}

impl Reading {
    /// Leaves only headers and footers that are shown, those of the first page first.
    fn keep_shown(&mut self) {
        let (first, even) = (self.first, self.even);
        for edges in [&mut self.headers, &mut self.footers] {
            edges.retain(|(pages, _)| match pages {
                Pages::First => first,
                Pages::Even => even,
                Pages::All => true,
            });
            edges.sort_by_key(|(pages, _)| *pages);
        }
    }
}

impl Reader {
    fn finish(mut self) -> Reading {
        self.out.cut = !self.groups.is_empty() && self.out.limit.is_none();
        while !self.groups.is_empty() {
            self.close();
        }
        self.flush();
        if self.story().is_open() {
            self.end_paragraph();
        }
        let columns = self.columns;
        self.story().add(Block::Section(columns));
        self.out.keep_shown();
        self.out.body = self.stories.pop().map(Story::finish).unwrap_or_default();
        self.out
    }

    fn story(&mut self) -> &mut Story {
        if self.stories.is_empty() {
            self.stories.push(Story::default());
        }
        let last = self.stories.len() - 1;
        &mut self.stories[last]
    }

    fn token(&mut self, token: Token<'_>) {
        if self.ignored > 0 {
            match token {
                Token::Open => self.ignored += 1,
                Token::Close => self.ignored -= 1,
                _ => {}
            }
            return;
        }
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Byte { byte, coded } => self.byte(byte, coded),
            Token::Symbol(_) | Token::Word(..) if self.repeated > 0 => {
                // A control word counts as one character; it still says what it says.
                self.repeated -= 1;
                if let Token::Word(word, number) = token
                    && !matches!(word, "bullet" | "endash" | "emdash" | "lquote" | "rquote" | "tab")
                {
                    self.repeated = 0;
                    self.word(word, number);
                }
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => self.word(word, number),
        }
    }

    fn open(&mut self) {
        self.flush();
        self.repeated = 0;
        if self.groups.len() >= self.depth {
            self.out.limit = Some(format!("{} groups inside each other", self.depth));
            self.ignored = 1;
            return;
        }
        self.groups.push(self.group);
        self.group.ending = Ending::Nothing;
        self.starred = false;
    }

    fn close(&mut self) {
        self.flush();
        self.repeated = 0;
        let ended = self.group;
        match ended.destination {
            Destination::Fonts => self.end_font(),
            Destination::Styles => self.end_style(),
            _ => {}
        }
        match ended.ending {
            Ending::Nothing => {}
            Ending::Link => self.add(Piece::LinkEnd),
            Ending::Field => _ = self.fields.pop(),
            ending => self.end_story(ending),
        }
        if let Some(group) = self.groups.pop() {
            let mark = ended.destination == Destination::Mark;
            if mark && group.destination != Destination::Mark {
                let mark = std::mem::take(&mut self.mark);
                self.out.marks = true;
                let shown = !mark.trim().is_empty();
                self.story().open.marked |= shown;
            }
            self.group = group;
        }
    }

    fn begin_story(&mut self, ending: Ending) {
        if self.stories.len() >= STORIES {
            self.group.destination = Destination::Skip;
            return;
        }
        self.group.ending = ending;
        self.group.destination = Destination::Text;
        self.group.paragraph = Default::default();
        self.stories.push(Story::default());
    }

    fn end_story(&mut self, ending: Ending) {
        if self.story().is_open() {
            self.end_paragraph();
        }
        let blocks = self.stories.pop().map(Story::finish).unwrap_or_default();
        match ending {
            Ending::Header(pages) if self.out.headers.len() < EDGES => {
                self.out.headers.push((pages, blocks));
            }
            Ending::Footer(pages) if self.out.footers.len() < EDGES => {
                self.out.footers.push((pages, blocks));
            }
            Ending::Note if self.out.notes.len() < EDGES => self.out.notes.push(blocks),
            Ending::Header(_) | Ending::Footer(_) | Ending::Note => {}
            _ => {
                let open = &mut self.story().open;
                let has_text = open.pieces.iter().any(|piece| matches!(piece, Piece::Text(..)));
                open.box_after_text |= has_text && open.boxes.is_empty();
                open.boxes.push(blocks);
            }
        }
    }

    fn add(&mut self, piece: Piece) {
        self.room = self.room.saturating_sub(1);
        self.story().open.pieces.push(piece);
    }

    fn end_paragraph(&mut self) {
        self.room = self.room.saturating_sub(1);
        let mut look = self.group.paragraph;
        if look.level.is_none() {
            let name = self.out.styles.get(&look.style).map(String::as_str).unwrap_or_default();
            look.level = crate::office::heading_level(name);
        }
        let size = self.group.chars.size;
        let story = self.story();
        let sizes = story.open.pieces.iter().find_map(|piece| match piece {
            Piece::Text(_, chars) if chars.size > 0 => Some(chars.size),
            _ => None,
        });
        let tables = story.end_paragraph(look, sizes.unwrap_or(size));
        self.room = self.room.saturating_sub(tables * TABLE_COST);
    }

    fn byte(&mut self, byte: u8, coded: bool) {
        if self.repeated > 0 {
            self.repeated -= 1;
            return;
        }
        match self.group.destination {
            Destination::Skip => {}
            Destination::Colors => {
                if byte == b';' {
                    let color = self.color.take();
                    if self.out.colors.len() < TABLE {
                        self.out.colors.push(color);
                    }
                }
            }
            _ => {
                if self.bytes.is_empty() {
                    self.raw = true;
                }
                self.raw &= !coded;
                self.bytes.push(byte);
            }
        }
    }

    /// The code page of the text at hand.
    fn code_page(&self) -> u16 {
        let font = match self.group.destination {
            Destination::Fonts => Some(self.font),
            Destination::Text | Destination::Mark => self.group.chars.font.or(self.default_font),
            _ => None,
        };
        let font = font.and_then(|font| self.out.fonts.get(&font));
        font.and_then(|font| font.page).unwrap_or(self.page)
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (text, lost) = charset::decode(&bytes, self.code_page(), self.raw);
        self.out.lost += lost;
        self.text(&text);
        // The buffer is used again.
        self.bytes = bytes;
        self.bytes.clear();
    }

    fn text(&mut self, text: &str) {
        self.high_surrogate = None;
        let keep = |into: &mut String| {
            if into.len() < 1000 {
                into.push_str(text);
            }
        };
        match self.group.destination {
            Destination::Text => self.shown(text),
            Destination::Mark => keep(&mut self.mark),
            Destination::Fonts | Destination::Styles => {
                for piece in text.split_inclusive(';') {
                    if self.name.len() < 200 {
                        self.name.push_str(piece.trim_end_matches(';'));
                    }
                    if piece.ends_with(';') {
                        match self.group.destination {
                            Destination::Fonts => self.end_font(),
                            _ => self.end_style(),
                        }
                    }
                }
            }
            Destination::Title => keep(&mut self.out.title),
            Destination::Author => keep(&mut self.out.author),
            Destination::Generator => keep(&mut self.out.generator),
            Destination::Instruction => {
                if let Some(field) = self.fields.last_mut() {
                    keep(&mut field.instruction);
                }
            }
            Destination::Skip | Destination::Colors => {}
        }
    }

    fn shown(&mut self, text: &str) {
        let chars = self.group.chars;
        if chars.deleted || text.is_empty() {
            return;
        }
        self.room = self.room.saturating_sub(text.len());
        let pieces = &mut self.story().open.pieces;
        match pieces.last_mut() {
            Some(Piece::Text(before, look)) if *look == chars => before.push_str(text),
            _ => pieces.push(Piece::Text(text.into(), chars)),
        }
    }

    fn end_font(&mut self) {
        let name = std::mem::take(&mut self.name);
        if let Some(font) = self.out.fonts.get_mut(&self.font)
            && font.name.is_empty()
        {
            font.name = name.trim().into();
        }
    }

    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.name).trim().to_ascii_lowercase();
        if !name.is_empty() && self.out.styles.len() < TABLE {
            self.out.styles.entry(self.style).or_insert(name);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        self.flush();
        match symbol {
            b'\\' | b'{' | b'}' => self.byte(symbol, false),
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'-' if self.group.destination == Destination::Text => self.out.soft_hyphens += 1,
            b'*' => self.starred = true,
            b'\n' | b'\r' => self.word("par", None),
            b'\t' => self.word("tab", None),
            _ => {}
        }
    }

    /// A UTF-16 unit, which old writers print as a negative number.
    fn unicode(&mut self, number: i32) {
        let unit = number as u16;
        let before = self.high_surrogate.take();
        match (before, unit) {
            (_, 0xd800..=0xdbff) => self.high_surrogate = Some(unit),
            (Some(high), 0xdc00..=0xdfff) => {
                let decoded = char::decode_utf16([high, unit]).next();
                if let Some(Ok(ch)) = decoded {
                    self.text(ch.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {
                if let Some(ch) = char::from_u32(unit.into()) {
                    self.text(ch.encode_utf8(&mut [0; 4]));
                }
            }
        }
        self.repeated = self.group.fallback;
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush();
        let starred = std::mem::take(&mut self.starred);
        if word == "u" {
            return self.unicode(number.unwrap_or(0));
        }
        if word == "uc" {
            self.group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16);
            return;
        }
        if self.group.destination == Destination::Skip && word != "shptxt" {
            return;
        }
        if self.destination(word, starred) {
            return;
        }
        match self.group.destination {
            Destination::Fonts => self.font_word(word, number),
            Destination::Colors => self.color_word(word, number),
            Destination::Styles => {
                if matches!(word, "s" | "cs" | "ds" | "ts") {
                    // Styles of characters and tables have numbers of their own.
                    self.style = if word == "s" { number.unwrap_or(0) } else { -1 };
                }
            }
            _ => self.text_word(word, number),
        }
    }

    /// Starts what a group is for. `true` when the word was one that does.
    fn destination(&mut self, word: &str, starred: bool) -> bool {
        let before = self.group.destination;
        match word {
            "fonttbl" => self.group.destination = Destination::Fonts,
            "colortbl" => self.group.destination = Destination::Colors,
            "stylesheet" => {
                self.style = 0;
                self.group.destination = Destination::Styles;
            }
            "info" | "fldrslt" if starred => self.group.destination = Destination::Skip,
            "info" => {}
            "title" => self.group.destination = Destination::Title,
            "author" => self.group.destination = Destination::Author,
            "generator" => self.group.destination = Destination::Generator,
            "listtext" | "pntext" => self.group.destination = Destination::Mark,
            "header" | "headerl" | "headerr" | "headerf" => {
                self.begin_story(Ending::Header(pages(word)));
            }
            "footer" | "footerl" | "footerr" | "footerf" => {
                self.begin_story(Ending::Footer(pages(word)));
            }
            "footnote" => self.begin_story(Ending::Note),
            "shptxt" => self.begin_story(Ending::Box),
            "field" => {
                if self.fields.len() < 64 {
                    self.fields.push(Field::default());
                    self.group.ending = Ending::Field;
                }
            }
            "fldinst" => self.group.destination = Destination::Instruction,
            "fldrslt" => self.field_result(),
            "annotation" => {
                self.out.comments += 1;
                self.group.destination = Destination::Skip;
            }
            "pict" => {
                self.out.images += u32::from(before != Destination::Skip);
                self.group.destination = Destination::Skip;
            }
            // Groups that are written for readers that know them, and that hold text or pictures.
            "shpinst" | "shppict" | "nesttableprops" | "docvar" | "shpgrp" => {
                if word == "docvar" {
                    self.group.destination = Destination::Skip;
                }
            }
            // The same again for readers that do not know those.
            "shprslt" | "nonshppict" | "nonesttables" | "sp" | "objdata" | "objclass"
            | "operator" | "company" | "subject" | "keywords" | "comment" | "doccomm"
            | "creatim" | "revtim" | "printim" | "buptim" | "category" | "manager"
            | "hlinkbase" | "bkmkstart" | "bkmkend" | "xe" | "tc" | "txe" | "rxe" | "listtable"
            | "listoverridetable" | "revtbl" | "rsidtbl" | "ftnsep" | "ftnsepc" | "aftnsep"
            | "filetbl" | "nextfile" | "template" | "private" | "atnid" | "atnauthor" => {
                self.group.destination = Destination::Skip;
            }
            _ if starred => self.group.destination = Destination::Skip,
            _ => return false,
        }
        true
    }

    fn field_result(&mut self) {
        let instruction = self.fields.last().map(|field| field.instruction.trim().to_string());
        let instruction = instruction.unwrap_or_default();
        self.group.destination = Destination::Text;
        if crate::office::is_page_field(&instruction) {
            self.group.destination = Destination::Skip;
        } else if let Some(target) = crate::office::link_target(&instruction) {
            self.add(Piece::LinkStart(target));
            self.group.ending = Ending::Link;
        }
    }

    fn font_word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "f" => {
                self.font = number.unwrap_or(0);
                if self.out.fonts.len() < TABLE {
                    self.out.fonts.entry(self.font).or_default();
                }
            }
            "fcharset" | "cpg" => {
                let number = number.unwrap_or(0);
                let page = match word {
                    "cpg" => u16::try_from(number).ok(),
                    _ => charset::code_page(number),
                };
                if let Some(font) = self.out.fonts.get_mut(&self.font) {
                    font.page = page.or(font.page);
                }
            }
            _ => {}
        }
    }

    fn color_word(&mut self, word: &str, number: Option<i32>) {
        let value = u8::try_from(number.unwrap_or(0)).unwrap_or(255);
        let color = self.color.get_or_insert([0; 3]);
        match word {
            "red" => color[0] = value,
            "green" => color[1] = value,
            "blue" => color[2] = value,
            _ => {}
        }
    }

    fn text_word(&mut self, word: &str, number: Option<i32>) {
        self.out.changes += u32::from(matches!(word, "deleted" | "revised") && number != Some(0));
        if self.group.chars.apply(word, number) || self.group.paragraph.apply(word, number) {
            return;
        }
        if self.structure_word(word, number) {
            return;
        }
        let text = match word {
            "bullet" => "•",
            "endash" => "–",
            "emdash" => "—",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "enspace" | "emspace" | "qmspace" => " ",
            "tab" if self.group.destination == Destination::Text => return self.add(Piece::Tab),
            _ => return self.file_word(word, number),
        };
        self.text(text);
    }

    /// Ends of paragraphs, cells, rows and sections. `true` when the word was one of them.
    fn structure_word(&mut self, word: &str, number: Option<i32>) -> bool {
        let nesting = self.group.paragraph.nesting;
        match word {
            "par" => self.end_paragraph(),
            "sect" => {
                if self.story().is_open() {
                    self.end_paragraph();
                }
                let columns = self.columns;
                self.story().add(Block::Section(columns));
            }
            "line" | "lbr" => self.add(Piece::Break(false)),
            "page" | "column" => self.add(Piece::Break(true)),
            "cell" | "nestcell" => {
                let depth = if word == "cell" { 1 } else { nesting.max(2) };
                if self.story().is_open() {
                    self.group.paragraph.in_table = true;
                    self.end_paragraph();
                }
                let tables = self.story().end_cell(depth);
                self.room = self.room.saturating_sub(CELL_COST + tables * TABLE_COST);
            }
            "row" | "nestrow" => {
                let depth = if word == "row" { 1 } else { nesting.max(2) };
                let papers = if depth == 1 { self.papers.clone() } else { Vec::new() };
                let tables = self.story().end_row(depth, papers);
                self.room = self.room.saturating_sub(CELL_COST + tables * TABLE_COST);
            }
            "trowd" => self.papers.clear(),
            "clcbpat" => self.paper = number.unwrap_or(0),
            "cellx" => {
                let paper = std::mem::take(&mut self.paper);
                if self.papers.len() < 64 {
                    self.papers.push(paper);
                }
            }
            "sectd" => self.columns = 1,
            "cols" => self.columns = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1).max(1),
            _ => return false,
        }
        true
    }

    /// What a file says of itself at its start.
    fn file_word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "ansicpg" => {
                self.page = number.and_then(|page| u16::try_from(page).ok()).unwrap_or(1252)
            }
            "mac" => self.page = 10000,
            "titlepg" => self.out.first = true,
            "facingp" => self.out.even = true,
            "deff" => self.default_font = number,
            _ => {}
        }
        if self.page == 0 {
            self.page = 1252;
        }
    }
}
