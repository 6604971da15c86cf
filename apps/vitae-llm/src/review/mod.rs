//! A review by a model: a report on a resume goes in, findings `REV…` come out. They are never scored,
//! and they say nothing that the resume does not carry: what does is kept, the rest is counted.

mod answer;
mod ask;
mod carried;
mod finding;
mod halves;
mod print;
mod sending;
mod sheet;

pub use finding::{Axis, Dropped, Finding, Kind, Review, Rewrite, Unasked};
pub use print::{json, markdown, text};
pub use sending::Sending;

use crate::{Client, Fault, Prompt};
use ask::Asked;
use sheet::Sheet;
use vitae::{Document, Report};
use vitae_pack::Pack;

/// What is wanted of a review.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Name and contact data stay here.
    pub redact: bool,
    /// The most lines that rewrites are asked for, the weakest first; 0 for none.
    pub rewrites: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { redact: false, rewrites: 12 }
    }
}

/// A review before anything of it is sent.
pub struct Plan<'a> {
    report: &'a Report,
    options: Options,
    sheet: Sheet,
    /// Lines that rewrites are asked for, in printed order.
    weak: Vec<usize>,
}

impl<'a> Plan<'a> {
    /// Chooses what a model gets to see of a resume. `document` is what `report` was made of.
    #[must_use]
    pub fn new(report: &'a Report, document: &Document, options: Options) -> Self {
        let sheet = Sheet::new(report, document, options.redact);
        let weak = sheet.weakest(options.rewrites);
        Self { report, options, sheet, weak }
    }

    /// Whether there is anything to review.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.sheet.lines.iter().any(|line| line.owner.is_some())
    }

    /// Asks for the review.
    ///
    /// # Errors
    /// [`Fault`] when nothing at all was answered.
    pub async fn ask(&self, client: &mut Client<'_>) -> Result<Review, Fault> {
        let mut asked = Asked::default();
        self.ask_reading(client, &mut asked).await?;
        if !self.weak.is_empty() {
            self.ask_rewrites(client, &mut asked).await?;
        }
        Ok(self.review(client, asked))
    }

    fn review(&self, client: &Client<'_>, asked: Asked) -> Review {
        let mut review = Review {
            model: client.settings.model.clone(),
            host: client.settings.endpoint.host(),
            prompts: self.prompts(),
            file: self.report.file.name.clone().filter(|_| !self.options.redact),
            redacted: self.options.redact,
            findings: self.orders(),
            dropped: Dropped::default(),
            unasked: asked.unasked,
            notes: Vec::new(),
            spent: client.spent(),
        };
        let judge = carried::Judge::new(Pack::builtin(), self.report, &self.sheet);
        for reading in asked.readings {
            judge.reading(reading, asked.whole, &mut review);
        }
        judge.rewrites(asked.rewrites, &self.weak, &mut review);
        review.findings.sort_by_key(|finding| (finding.kind, finding.order));
        let note = self.note_on_cut(&review);
        review.notes.extend(note);
        review
    }

    /// The prompts that are used.
    #[must_use]
    pub fn prompts(&self) -> Vec<Prompt> {
        let mut prompts = vec![Prompt::review()];
        prompts.extend((!self.weak.is_empty()).then(Prompt::rewrite));
        prompts
    }

    /// Lines that give orders to a machine. They are found by a rule, not by the model, and the model
    /// never sees them.
    fn orders(&self) -> Vec<Finding> {
        let lines = self.sheet.lines.iter().filter(|line| line.withheld);
        lines
            .map(|line| Finding {
                message: "reads as an order to a program, or is hidden; it was not sent".to_owned(),
                quote: Some(line.own.chars().take(160).collect()),
                ..Finding::at(Kind::Order, line)
            })
            .collect()
    }

    /// Some servers cut a request that is too long and say nothing.
    fn note_on_cut(&self, review: &Review) -> Option<String> {
        let (bytes, seen) = (review.spent.prompt_bytes, review.spent.prompt_tokens);
        // A token of a resume has about four bytes, and hardly ever seven.
        (bytes / 7 > seen).then(|| {
            format!(
                "the server counted {seen} tokens in {bytes} bytes: it may have cut the requests; give \
                 the model more context"
            )
        })
    }
}
