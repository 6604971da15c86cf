//! What a review says: findings `REV…`, what was dropped and why, and what could not be asked. Plain
//! data; every format prints this.

use super::sheet::Line;
use crate::{Fault, Prompt, Spent};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use vitae::report::TextRange;

/// Kinds of findings, in the order in which they are shown.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What convinces.
    Strength,
    /// What a reader would wonder about.
    Doubt,
    /// Words that can be read in two ways.
    Unclear,
    /// What would be asked in an interview.
    Question,
    /// Another way to say a line.
    Rewrite,
    /// A line that gives orders to a machine; found by a rule, not by the model.
    Order,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Strength, Self::Doubt, Self::Unclear, Self::Question, Self::Rewrite, Self::Order];

    /// Its code, for ever.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Strength => "REV001",
            Self::Doubt => "REV002",
            Self::Unclear => "REV003",
            Self::Question => "REV004",
            Self::Rewrite => "REV005",
            Self::Order => "REV006",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Strength => "reader-convinced",
            Self::Doubt => "reader-in-doubt",
            Self::Unclear => "reader-unsure",
            Self::Question => "reader-would-ask",
            Self::Rewrite => "line-rewritten",
            Self::Order => "line-orders-model",
        }
    }
}

/// What a remark is about.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// Interfaces and those who use them.
    Api,
    /// Schemas, queries, migrations, replication.
    Data,
    /// Bottlenecks, load, growth.
    Scale,
    /// Incidents, alerts, failure handling.
    Reliability,
    /// Anything else.
    #[default]
    Other,
}

impl Axis {
    /// The names that a model may answer.
    pub(super) const NAMES: [&'static str; 5] = ["api", "data", "scale", "reliability", "other"];

    pub(super) fn named(name: &str) -> Self {
        match name.trim().to_ascii_lowercase().as_str() {
            "api" => Self::Api,
            "data" => Self::Data,
            "scale" => Self::Scale,
            "reliability" => Self::Reliability,
            _ => Self::Other,
        }
    }

    /// Name for people; empty for anything else.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Api => "API design",
            Self::Data => "data and databases",
            Self::Scale => "scalability",
            Self::Reliability => "reliability and operations",
            Self::Other => "",
        }
    }
}

/// Another way to say a line. The fact guard found nothing in `after` that its entry does not carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rewrite {
    /// The line as it is.
    pub before: String,
    /// As it could be; gaps for the person to fill stand in brackets.
    pub after: String,
}

/// What the model says about one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `REV001` and so on.
    pub code: &'static str,
    /// The name of the code.
    pub name: &'static str,
    /// The kind.
    pub kind: Kind,
    /// What it is about.
    pub axis: Axis,
    /// What the model says.
    pub message: String,
    /// Words of the resume that it is about; null when it is about all of it.
    pub quote: Option<String>,
    /// JSON pointer of the line in the resume.
    pub pointer: Option<String>,
    /// Line, as in the report of `vitae check`.
    pub line: Option<u32>,
    /// Page, for formats that have pages.
    pub page: Option<u32>,
    /// Bytes of the document's text.
    pub range: Option<TextRange>,
    /// The rewrite, for findings that are one.
    pub rewrite: Option<Rewrite>,
    /// Place among its kind: the order of the model, or that of the resume.
    #[serde(skip)]
    pub(super) order: u32,
}

impl Finding {
    /// About the whole resume.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            code: kind.code(),
            name: kind.name(),
            kind,
            axis: Axis::Other,
            message: String::new(),
            quote: None,
            pointer: None,
            line: None,
            page: None,
            range: None,
            rewrite: None,
            order: 0,
        }
    }

    /// About a line.
    pub(super) fn at(kind: Kind, line: &Line) -> Self {
        Self {
            pointer: Some(line.pointer.clone()),
            line: line.line,
            page: line.page,
            range: line.range,
            order: line.id,
            ..Self::new(kind)
        }
    }
}

/// What the model said and nobody gets to see, counted by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dropped {
    /// Rewrites that the model offered.
    pub rewrites_offered: u32,
    /// Rewrites that were dropped.
    pub rewrites: u32,
    /// Kinds of invention in them: one rewrite may have several.
    pub rewrite_reasons: BTreeMap<&'static str, u32>,
    /// Remarks that the model made.
    pub remarks_offered: u32,
    /// Remarks that were dropped.
    pub remarks: u32,
    /// Why; one reason for each.
    pub remark_reasons: BTreeMap<&'static str, u32>,
}

impl Dropped {
    pub(super) fn rewrite(&mut self, reasons: &[&'static str]) {
        self.rewrites += 1;
        for reason in reasons {
            *self.rewrite_reasons.entry(reason).or_default() += 1;
        }
    }

    pub(super) fn remark(&mut self, reason: &'static str) {
        self.remarks += 1;
        *self.remark_reasons.entry(reason).or_default() += 1;
    }
}

/// What could not be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unasked {
    /// `the reading` or `rewrites`.
    pub what: &'static str,
    /// Lines that it was about.
    pub lines: usize,
    /// Why.
    pub reason: String,
    /// What to do.
    pub help: &'static str,
}

impl Unasked {
    pub(super) fn new(what: &'static str, lines: usize, fault: &Fault) -> Self {
        Self { what, lines, reason: fault.to_string(), help: fault.help() }
    }
}

/// A review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The name of the model.
    pub model: String,
    /// Host and port of the server.
    pub host: String,
    /// The prompts.
    pub prompts: Vec<Prompt>,
    /// The file; null for a pipe, and where names are to stay here.
    pub file: Option<String>,
    /// Name and contact data were not sent.
    pub redacted: bool,
    /// By kind, then in the order of the model; rewrites in that of the resume.
    pub findings: Vec<Finding>,
    /// What was dropped.
    pub dropped: Dropped,
    /// What could not be asked.
    pub unasked: Vec<Unasked>,
    /// What else to know.
    pub notes: Vec<String>,
    /// What was used.
    pub spent: Spent,
}
