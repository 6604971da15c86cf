//! A document as bytes, from the module that read it to the one that judges it. Not for keeping: both
//! modules are of one build. What comes in is checked, so that no range can lead outside of the text.

use crate::hazard::NumberedKind;
use crate::{
    Document, Format, Hazard, HazardKind, LeftOut, LeftOutKind, Line, Link, Metadata,
    OriginSegment, Page, Rect, Run,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use vitae_text::{LineIndex, TextRange};

/// The bytes are no document of this build.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct WireError;

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the document does not come from a reader of this version")
    }
}

impl std::error::Error for WireError {}

#[derive(Serialize, Deserialize)]
struct Wire {
    text: String,
    format: Format,
    pages: Vec<Page>,
    lines: Vec<Line>,
    runs: Vec<Run>,
    links: Vec<Link>,
    metadata: Metadata,
    hazards: Vec<WireHazard>,
    origins: Vec<OriginSegment>,
    stream: Vec<TextRange>,
    left_out: Vec<WireLeftOut>,
    source_lines: Option<LineIndex>,
}

#[derive(Serialize, Deserialize)]
struct WireHazard {
    #[serde(with = "NumberedKind")]
    kind: HazardKind,
    page: Option<u32>,
    range: Option<TextRange>,
}

#[derive(Serialize, Deserialize)]
struct WireLeftOut {
    kind: LeftOutKind,
    at: u32,
    page: u16,
    rect: Rect,
    text: String,
}

impl Document {
    /// The document as bytes for [`Document::from_wire`] of the same build.
    ///
    /// # Errors
    /// [`WireError`] never in practice: every type of a document can be written.
    pub fn to_wire(&self) -> Result<Vec<u8>, WireError> {
        let document = self.clone();
        let hazard = |hazard: Hazard| WireHazard {
            kind: hazard.kind,
            page: hazard.page,
            range: hazard.range,
        };
        let left_out = |left: LeftOut| WireLeftOut {
            kind: left.kind,
            at: left.at,
            page: left.page,
            rect: left.rect,
            text: left.text,
        };
        let wire = Wire {
            text: document.text,
            format: document.format,
            pages: document.pages,
            lines: document.lines,
            runs: document.runs,
            links: document.links,
            metadata: document.metadata,
            hazards: document.hazards.into_iter().map(hazard).collect(),
            origins: document.origins,
            stream: document.stream,
            left_out: document.left_out.into_iter().map(left_out).collect(),
            source_lines: document.source_lines,
        };
        postcard::to_allocvec(&wire).map_err(|_| WireError)
    }

    /// A document that another module read.
    ///
    /// # Errors
    /// [`WireError`] when the bytes are none of [`Document::to_wire`], or when a range leads outside
    /// of the text or into the middle of a character.
    pub fn from_wire(bytes: &[u8]) -> Result<Self, WireError> {
        let wire: Wire = postcard::from_bytes(bytes).map_err(|_| WireError)?;
        let hazard = |hazard: WireHazard| Hazard {
            kind: hazard.kind,
            page: hazard.page,
            range: hazard.range,
        };
        let left_out = |left: WireLeftOut| LeftOut {
            kind: left.kind,
            at: left.at,
            page: left.page,
            rect: left.rect,
            text: left.text,
        };
        let document = Self {
            text: wire.text,
            format: wire.format,
            pages: wire.pages,
            lines: wire.lines,
            runs: wire.runs,
            links: wire.links,
            metadata: wire.metadata,
            hazards: wire.hazards.into_iter().map(hazard).collect(),
            origins: wire.origins,
            stream: wire.stream,
            left_out: wire.left_out.into_iter().map(left_out).collect(),
            source_lines: wire.source_lines,
        };
        document.ranges_are_sound().then_some(document).ok_or(WireError)
    }

    fn ranges_are_sound(&self) -> bool {
        let sound = |range: TextRange| self.text.get(range.std()).is_some();
        let content =
            |line: &Line| line.range.start <= line.content && line.content <= line.range.end;
        let pages = self.pages.iter().map(|page| page.range);
        let runs = self.runs.iter().map(|run| run.range);
        let links = self.links.iter().map(|link| link.range);
        let hazards = self.hazards.iter().filter_map(|hazard| hazard.range);
        let origins = self.origins.iter().map(|origin| origin.text);
        let left_out = self.left_out.iter().map(|left| TextRange::new(left.at, left.at));
        let others = pages.chain(runs).chain(links).chain(hazards).chain(origins).chain(left_out);
        u32::try_from(self.text.len()).is_ok()
            && others.chain(self.stream.iter().copied()).all(sound)
            && self
                .lines
                .iter()
                .all(|line| sound(line.range) && content(line) && sound(line.content_range()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentBuilder, NewLine, Style};

    fn document() -> Document {
        let mut builder = DocumentBuilder::new(Format::Pdf, 7);
        builder.begin_page(595.0, 842.0);
        builder.begin_line(NewLine::default());
        builder.push("• Zoë Ålund", Style::default(), None);
        builder.end_line();
        builder.hazard(Hazard::page(HazardKind::TextBox { characters: 3 }, 0));
        builder.finish()
    }

    #[test]
    fn a_document_comes_back_as_it_was() {
        let document = document();
        let bytes = document.to_wire().unwrap();
        assert_eq!(Document::from_wire(&bytes), Ok(document));
    }

    #[test]
    fn ranges_that_lead_astray_are_refused() {
        let mut outside = document();
        outside.lines[0].range.end += 9;
        assert_eq!(Document::from_wire(&outside.to_wire().unwrap()), Err(WireError));
        let mut inside_a_letter = document();
        inside_a_letter.stream.push(TextRange::new(1, 2));
        assert_eq!(Document::from_wire(&inside_a_letter.to_wire().unwrap()), Err(WireError));
        assert_eq!(Document::from_wire(b"not a document"), Err(WireError));
    }
}
