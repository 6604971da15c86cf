//! The resume as it was read: one canonical text, its lines with their look, links, metadata, and
//! hazards (what the reader measured, never a verdict). Readers write it, everything else reads it.

mod build;
mod bullet;
mod decimal;
mod hazard;
mod left_out;
mod line;
mod origin;
mod wire;

pub use build::{DocumentBuilder, NewLine};
pub use bullet::leading_bullet;
pub use hazard::{Hazard, HazardKind, HiddenBy};
pub use left_out::{LeftOut, LeftOutKind};
pub use line::{Line, LineRole, Rect, Run, Style};
pub use origin::{OriginSegment, Place};
pub use wire::WireError;

use serde::{Deserialize, Serialize};
use vitae_text::{LineIndex, TextRange};

/// What kind of file the resume came in.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// PDF.
    Pdf,
    /// Office Open XML word processing.
    Docx,
    /// OpenDocument text, also in its flat form.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// Markdown, with or without front matter.
    Markdown,
    /// HTML.
    Html,
    /// Plain text.
    Text,
    /// LaTeX source.
    Latex,
    /// JSON Resume 1.x.
    JsonResume,
    /// YAML with the fields of JSON Resume.
    Yaml,
    /// RenderCV YAML.
    RenderCv,
    /// Reactive Resume JSON, version 4 or 5.
    ReactiveResume,
    /// LinkedIn data export.
    LinkedIn,
    /// A picture, such as a screenshot, whose text was recognised.
    Picture,
}

impl Format {
    /// Whether the file is data with named fields, so that nothing has to be guessed from its look.
    #[must_use]
    pub fn is_structured(self) -> bool {
        matches!(
            self,
            Self::JsonResume | Self::Yaml | Self::RenderCv | Self::ReactiveResume | Self::LinkedIn
        )
    }

    /// Name for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Rtf => "RTF",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Text => "plain text",
            Self::Latex => "LaTeX",
            Self::JsonResume => "JSON Resume",
            Self::Yaml => "YAML",
            Self::RenderCv => "RenderCV YAML",
            Self::ReactiveResume => "Reactive Resume",
            Self::LinkedIn => "LinkedIn export",
            Self::Picture => "picture",
        }
    }
}

/// A page of a paged format.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// Its part of the canonical text, from its first line to its last. Where a column flows from page
    /// to page, lines of one page may stand inside the range of another: see [`Line::page`].
    pub range: TextRange,
    /// Width in points (1/72 inch), after rotation.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub width: f32,
    /// Height in points, after rotation.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub height: f32,
}

/// A hyperlink.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The visible text it covers; empty when it covers a picture or an icon.
    pub range: TextRange,
    /// Its target as written.
    pub uri: String,
}

/// What the file says about itself, and its size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metadata {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Title in the file's properties.
    pub title: Option<String>,
    /// Author in the file's properties.
    pub author: Option<String>,
    /// The program that wrote the file (PDF: producer).
    pub producer: Option<String>,
    /// The program that the text was written in (PDF: creator).
    pub creator: Option<String>,
    /// Language that the file declares, as written (`en-GB`).
    pub language: Option<String>,
    /// The PDF carries a structure tree.
    pub tagged: bool,
}

/// A resume as it was read. All ranges are bytes of `text`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The canonical text. Lines end at `\n`. A wide horizontal gap inside a line is one `\t`,
    /// except in plain text, which is kept as it is.
    pub text: String,
    /// What the bytes were.
    pub format: Format,
    /// Pages; empty for formats without pages.
    pub pages: Vec<Page>,
    /// Lines in reading order; blank lines are left out. Rising, never overlapping.
    pub lines: Vec<Line>,
    /// Stretches of one look, rising, never overlapping; empty when the format has no look.
    pub runs: Vec<Run>,
    /// Links, by start.
    pub links: Vec<Link>,
    /// What the file says about itself.
    pub metadata: Metadata,
    /// What was noticed while reading.
    pub hazards: Vec<Hazard>,
    /// Where pieces of the text stand in the file, by start of the piece.
    pub origins: Vec<OriginSegment>,
    /// The text in the order in which the file draws it, page by page, as a reader without any
    /// sense of layout takes it: ranges of `text`, each read from left to right, the blanks between
    /// two of them left out. Empty when that is the order of `text`, and for formats that have no
    /// other order.
    pub stream: Vec<TextRange>,
    /// What people see on the pages and the text leaves out, by page and by place in the text.
    pub left_out: Vec<LeftOut>,
    /// Line starts of the source, for formats that people edit as text.
    pub source_lines: Option<LineIndex>,
}

impl Document {
    /// The text of a line.
    #[must_use]
    pub fn line_text(&self, line: &Line) -> &str {
        line.range.of(&self.text)
    }

    /// Index of the line that holds or follows `offset`.
    #[must_use]
    pub fn line_at(&self, offset: u32) -> Option<usize> {
        let index = self.lines.partition_point(|line| line.range.end < offset);
        (index < self.lines.len()).then_some(index)
    }

    /// Page of a byte offset, from 0; none for formats without pages.
    #[must_use]
    pub fn page_at(&self, offset: u32) -> Option<usize> {
        if self.pages.is_empty() {
            return None;
        }
        let line = self.lines.partition_point(|line| line.range.end < offset);
        let line = self.lines.get(line).or(self.lines.last())?;
        Some(usize::from(line.page).min(self.pages.len() - 1))
    }

    /// The runs that touch `range`.
    pub fn runs_in(&self, range: TextRange) -> impl Iterator<Item = &Run> {
        let first = self.runs.partition_point(|run| run.range.end <= range.start);
        self.runs[first..].iter().take_while(move |run| run.range.start < range.end)
    }

    /// Links whose visible text lies in `range`.
    pub fn links_in(&self, range: TextRange) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| range.contains(link.range))
    }

    /// The bytes of the source that `range` is a copy of; none where the file is not text, or where
    /// the copy is not byte for byte. Only such ranges can be edited.
    #[must_use]
    pub fn source_range(&self, range: TextRange) -> Option<TextRange> {
        let index = self.origins.partition_point(|origin| origin.text.end <= range.start);
        let origin = self.origins.get(index).filter(|origin| origin.text.contains(range))?;
        match &origin.place {
            Place::Source(at) if at.len() == origin.text.len() => {
                let start = at.start + (range.start - origin.text.start);
                Some(TextRange::new(start, start + range.len()))
            }
            _ => None,
        }
    }

    /// The line that a person finds `offset` on, from 1: in the source for formats that are edited
    /// as text, else in the canonical text.
    #[must_use]
    pub fn line_number(&self, offset: u32) -> u32 {
        if let Some(lines) = &self.source_lines {
            let index = self.origins.partition_point(|origin| origin.text.end < offset);
            if let Some(origin) = self.origins.get(index.min(self.origins.len().wrapping_sub(1)))
                && let Place::Source(at) = &origin.place
            {
                let inside = offset.saturating_sub(origin.text.start).min(at.len());
                return lines.line_of(at.start + inside) as u32 + 1;
            }
        }
        let newlines = self.text.as_bytes()[..(offset as usize).min(self.text.len())]
            .iter()
            .filter(|byte| **byte == b'\n');
        newlines.count() as u32 + 1
    }
}
