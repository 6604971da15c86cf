//! What a reader noticed: facts with their measure. Thresholds and verdicts live in the rules.

use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// Something in the file that other readers may take differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hazard {
    /// What it is.
    #[serde(flatten)]
    pub kind: HazardKind,
    /// Page, from 1, where the format has pages.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub page: Option<u32>,
    /// The text it concerns, where there is some.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub range: Option<TextRange>,
}

impl Hazard {
    /// About the file as a whole.
    #[must_use]
    pub fn file(kind: HazardKind) -> Self {
        Self { kind, page: None, range: None }
    }

    /// About a page, counted from 0 here and from 1 in the report.
    #[must_use]
    pub fn page(kind: HazardKind, page: usize) -> Self {
        Self { kind, page: Some(page as u32 + 1), range: None }
    }

    /// With the text that it concerns.
    #[must_use]
    pub fn with_range(mut self, range: TextRange) -> Self {
        self.range = Some(range);
        self
    }
}

/// Why text cannot be seen.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HiddenBy {
    /// Its colour is close to that of its background.
    Colour,
    /// It is smaller than people can read.
    Size,
    /// It is drawn in an invisible mode with no picture under it.
    RenderMode,
    /// It lies outside the page.
    OffPage,
    /// The file marks it as hidden (`display:none`, `w:vanish`).
    Markup,
}

/// Declares the kinds twice, which serde then keeps alike: as JSON shows them, named by their `kind`,
/// and as they travel between modules, by number (see [`crate::wire`]).
macro_rules! kinds {
    ($($body:tt)*) => {
        /// The kinds of hazard, each with what was measured.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "kind", rename_all = "kebab-case")]
        pub enum HazardKind {
            $($body)*
        }

        #[derive(Serialize, Deserialize)]
        #[serde(remote = "HazardKind")]
        pub(crate) enum NumberedKind {
            $($body)*
        }
    };
}

kinds! {
    /// A page with pictures and hardly any text.
    ImageOnlyPage {
        /// Characters of text on the page.
        characters: u32,
        /// Pictures on the page.
        images: u32,
    },
    /// Text that was recognised in the pictures of a page: the file itself holds none.
    RecognisedText {
        /// Words.
        words: u32,
        /// Words that recognition was not sure of.
        unsure: u32,
    },
    /// A word that recognition was not sure of.
    UnsureWord {
        /// How sure it was, 0 to 100.
        confidence: u32,
    },
    /// Text that a reader of the page cannot see.
    HiddenText {
        /// Why it cannot be seen.
        by: HiddenBy,
        /// How many characters.
        characters: u32,
    },
    /// Text stands in columns side by side.
    Columns {
        /// How many side by side.
        columns: u32,
        /// Share of the lines that have a neighbour in another column, in percent.
        share: u32,
    },
    /// A table that holds text.
    Table {
        /// Rows.
        rows: u32,
        /// Columns.
        columns: u32,
        /// Characters of text in it.
        characters: u32,
    },
    /// A text box or shape that holds text.
    TextBox {
        /// Characters of text in it.
        characters: u32,
    },
    /// Text that stands only in a page header or footer.
    HeaderFooter {
        /// Characters of text in it.
        characters: u32,
    },
    /// A line repeated at the edge of several pages, left out of the text after its first time.
    RepeatedLine {
        /// On how many pages.
        pages: u32,
    },
    /// Glyphs without a known character.
    UnmappedGlyphs {
        /// How many.
        glyphs: u32,
        /// Of how many in all.
        of: u32,
    },
    /// Characters of private use (icon fonts), left out of the text.
    PrivateUse {
        /// How many.
        glyphs: u32,
    },
    /// A word with spaces between its letters, joined in the text.
    LetterSpaced,
    /// Ligature characters (fi, fl…), expanded in the text.
    Ligatures {
        /// How many.
        glyphs: u32,
    },
    /// Soft hyphens inside words, removed from the text.
    SoftHyphens {
        /// How many.
        count: u32,
    },
    /// The order in the file differs from the order on the page.
    StreamOrder {
        /// Kendall's tau between both orders in percent: 100 when equal, −100 when reversed.
        tau: i32,
    },
    /// The file is encrypted.
    Encrypted {
        /// Copying text is not permitted by the file's owner.
        copy_restricted: bool,
    },
    /// A link whose target is not visible as text.
    LinkWithoutText,
    /// Bytes that were not valid UTF-8, read as the replacement character or as Latin-1.
    InvalidUtf8 {
        /// How many bytes.
        bytes: u32,
    },
    /// The text was in another encoding than UTF-8.
    Encoding {
        /// Its name.
        name: String,
    },
    /// NUL or other control characters, removed from the text.
    ControlCharacters {
        /// How many.
        count: u32,
    },
    /// Pictures in the file.
    Images {
        /// How many.
        count: u32,
    },
    /// Recorded changes that are not accepted.
    TrackedChanges {
        /// How many.
        count: u32,
    },
    /// Comments of a reviewer.
    Comments {
        /// How many.
        count: u32,
    },
    /// The name of the file does not fit what is in it.
    WrongExtension {
        /// What the name says.
        extension: String,
    },
    /// Something was damaged or of the wrong type, and was left out.
    Damaged {
        /// What, and where.
        detail: String,
    },
    /// Reading stopped at a limit; what stands before it was read.
    LimitReached {
        /// Which limit.
        limit: String,
    },
}
