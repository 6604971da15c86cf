//! What is in force inside a group of an RTF, and what its control words change.

/// Look of text.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
pub(super) struct Chars {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// Half points; 0 where nothing was said.
    pub(super) size: i32,
    /// Numbers of the colour table; 0 is the automatic colour.
    pub(super) color: i32,
    pub(super) paper: i32,
    pub(super) font: Option<i32>,
}

impl Chars {
    /// Applies a control word; `false` when it says nothing of the look of text.
    pub(super) fn apply(&mut self, word: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        match word {
            "plain" => *self = Self { deleted: self.deleted, ..Self::default() },
            "b" => self.bold = on,
            "i" => self.italic = on,
            "v" => self.hidden = on,
            "deleted" => self.deleted = on,
            "fs" => self.size = number.unwrap_or(24).clamp(0, 3000),
            "cf" => self.color = number.unwrap_or(0),
            "cb" | "chcbpat" | "highlight" => self.paper = number.unwrap_or(0),
            "f" => self.font = number,
            _ => return false,
        }
        true
    }
}

/// Look and place of a paragraph. Lengths are twips.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
pub(super) struct Paragraph {
    pub(super) style: i32,
    /// Outline level from 1; 0 says that it is none.
    pub(super) level: Option<u8>,
    pub(super) list: i32,
    pub(super) depth: u8,
    pub(super) indent: i32,
    pub(super) before: i32,
    pub(super) after: i32,
    pub(super) ruled: bool,
    /// The last border named is the one below.
    border_below: bool,
    pub(super) paper: i32,
    pub(super) in_table: bool,
    /// Depth of tables, when the file says it.
    pub(super) nesting: usize,
}

impl Paragraph {
    /// Applies a control word; `false` when it says nothing of paragraphs.
    pub(super) fn apply(&mut self, word: &str, number: Option<i32>) -> bool {
        let value = number.unwrap_or(0);
        match word {
            "pard" => *self = Self::default(),
            "s" => self.style = value,
            "outlinelevel" => {
                self.level = Some(u8::try_from(value).ok().filter(|n| *n < 6).map_or(0, |n| n + 1));
            }
            "ls" => self.list = value,
            "ilvl" => self.depth = u8::try_from(value).unwrap_or(0),
            "li" | "lin" => self.indent = value,
            "sb" => self.before = value,
            "sa" => self.after = value,
            "brdrt" | "brdrl" | "brdrr" | "box" | "brdrbtw" | "brdrbar" => {
                self.border_below = false
            }
            "brdrb" => (self.ruled, self.border_below) = (true, true),
            "brdrnone" | "brdrnil" if self.border_below => self.ruled = false,
            "cbpat" => self.paper = value,
            "intbl" => self.in_table = true,
            "itap" => {
                self.nesting = usize::try_from(value).unwrap_or(0);
                self.in_table &= self.nesting > 0;
            }
            _ => return false,
        }
        true
    }
}

/// Where text goes.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// The open story.
    #[default]
    Text,
    /// Nowhere.
    Skip,
    Fonts,
    Colors,
    Styles,
    Title,
    Author,
    Generator,
    /// The instruction of a field.
    Instruction,
    /// The bullet or number of a list item.
    Mark,
}

/// The pages that a header or footer stands on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pages {
    First,
    All,
    Even,
}

/// What ends with a group besides its look.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Ending {
    #[default]
    Nothing,
    Header(Pages),
    Footer(Pages),
    Note,
    Box,
    Field,
    /// The result of a field that is a link.
    Link,
}

#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) chars: Chars,
    pub(super) paragraph: Paragraph,
    pub(super) destination: Destination,
    pub(super) ending: Ending,
    /// Characters after `\u` that repeat it for old readers.
    pub(super) fallback: usize,
}
