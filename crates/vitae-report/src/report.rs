//! `Report`: everything that is known of one resume, as plain owned data. Every outlet prints this
//! one type; its JSON is described by `schemas/report.json`.

use crate::Points;
use crate::level::{Glanced, JudgedLevel};
use serde::{Deserialize, Serialize};
use vitae_document::{Format, Hazard, Page};
use vitae_lint::evidence::Coverage;
use vitae_lint::{Fix, Group, Severity};
use vitae_resume::Resume;
use vitae_text::TextRange;

/// The report on one resume. Ranges count bytes of `document.text`; lines, columns and pages count
/// from 1. Nothing is left out when it is empty or not known: it is then empty or null.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What made this report.
    pub versions: Versions,
    /// The day that counted as today, `YYYY-MM-DD` or less.
    pub today: String,
    /// The file.
    pub file: File,
    /// The level that it was judged for, and the level that it shows.
    pub level: JudgedLevel,
    /// The score.
    pub score: Score,
    /// What the bullets show of the four axes of backend work.
    pub axes: Vec<Axis>,
    /// What a first glance of half a minute finds, in the order of looking.
    pub glance: Vec<Glanced>,
    /// Findings, those with the most points to gain first.
    pub findings: Vec<Finding>,
    /// How many findings were left out on request (`--select`, `--ignore`). The score counts them.
    pub hidden: u32,
    /// Findings that a comment or the settings suppress, with the reason. The score counts them.
    pub suppressed: Vec<Suppressed>,
    /// Bullets of which no figures are asked. Rules about figures do not see them, and the score
    /// counts nothing for or against them there.
    pub waived: Vec<Waived>,
    /// The resume as it was read.
    pub document: Text,
    /// The resume as data, with the fields of JSON Resume.
    pub resume: Resume,
    /// Where each field of the resume came from, by JSON pointer.
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Field>"))]
    pub fields: vitae_text::SortedMap<String, Field>,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// Text that found no place in the resume.
    pub leftovers: Vec<Leftover>,
    /// What was noticed while reading: measures, not verdicts.
    pub hazards: Vec<Hazard>,
}

/// What made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Versions {
    /// Version of the engine.
    pub engine: String,
    /// The profile that weighs the rules.
    pub profile: String,
    /// The pack of lexicons.
    pub pack: String,
    /// Version of this format; rises when a field changes its meaning or goes.
    pub schema: u32,
}

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name as it was given; null for a pipe without a name.
    pub name: Option<String>,
    /// What it is, by its content.
    pub format: Format,
    /// Its size.
    pub bytes: u64,
    /// Its pages; null for formats without pages.
    pub pages: Option<u32>,
}

/// A score with its ledger. `total` and the `lost` of all ledger lines sum to 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Points of 100; null when the file could not be read well enough to judge.
    pub total: Option<Points>,
    /// Why there is no total.
    pub reason: Option<String>,
    /// Points by group, before gates; empty when there is no total.
    pub groups: Vec<GroupPoints>,
    /// What was lost, most to gain first; empty when there is no total.
    pub ledger: Vec<LedgerLine>,
}

/// Points of a group.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupPoints {
    /// The group.
    pub group: Group,
    /// Points that it has.
    pub earned: Points,
    /// Points that it can have.
    pub cap: Points,
}

/// Points lost to one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerLine {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// Points lost.
    pub lost: Points,
    /// The most that this line could have cost in this resume.
    pub cap: Points,
    /// Points that come back when this line is settled and everything else stays.
    pub gain: Points,
    /// What was counted, beside its limit.
    pub measure: String,
}

/// What the bullets show of an axis of backend work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// The axis.
    pub axis: vitae_lint::evidence::Axis,
    /// How far it is covered.
    pub state: Coverage,
    /// A bullet of it has a figure.
    pub numbered: bool,
    /// Bullets that speak of it, the best first.
    pub bullets: Vec<AxisBullet>,
    /// The kind of fact that would fill it; null when it is proven with a figure.
    pub ask: Option<String>,
}

/// A bullet that speaks of an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AxisBullet {
    /// Its JSON pointer in the resume.
    pub pointer: String,
    /// Where it stands; null when it stands nowhere as visible text.
    pub range: Option<TextRange>,
    /// Its line, as the `line` of a finding.
    pub line: Option<u32>,
    /// It shows the work with a result, a figure or a decision.
    pub proves: bool,
    /// It has a figure.
    pub numbered: bool,
}

/// What a rule has to say about one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// How much it matters to someone who reads the resume.
    pub severity: Severity,
    /// What the rule is about.
    pub group: Group,
    /// What was seen.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Line; in the file itself where people edit it as text, else in `document.text`.
    pub line: Option<u32>,
    /// Column in characters, in the same text as `line`.
    pub column: Option<u32>,
    /// Page, for formats that have pages.
    pub page: Option<u32>,
    /// Where; null when it concerns the whole resume or something that is not there.
    pub range: Option<TextRange>,
    /// Further places that belong to it.
    pub also: Vec<TextRange>,
    /// The text at `range` on one line, cut after 160 characters.
    pub excerpt: Option<String>,
    /// How to fix it, where that can be said in edits or questions.
    pub fix: Option<Fix>,
}

/// A finding that is not shown, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Who suppresses it.
    pub by: SaidBy,
    /// Why, in the author's words; may be empty.
    pub reason: String,
}

/// A bullet whose figures may not be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waived {
    /// Where it stands.
    pub range: TextRange,
    /// Its line (see [`Finding::line`]).
    pub line: u32,
    /// Who waives it.
    pub by: SaidBy,
    /// Why, in the author's words; may be empty.
    pub reason: String,
}

/// Where a suppression or a waiver stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SaidBy {
    /// In a comment of the file.
    Comment,
    /// In the settings.
    Settings,
}

/// The resume as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The one text that every range counts in.
    pub text: String,
    /// The language that the file declares.
    pub language: Option<String>,
    /// Pages; empty for formats without pages.
    pub pages: Vec<Page>,
}

/// Where a field came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its places, in order; empty when it stands nowhere as visible text.
    pub ranges: Vec<TextRange>,
    /// How sure the reading is, 0 to 100; below 60 it is doubtful.
    pub confidence: u8,
    /// How it was printed, where its value was normalised.
    pub printed: Option<String>,
}

/// A section as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What it is.
    pub kind: String,
    /// Its heading; empty for the block at the top.
    pub heading: TextRange,
    /// Everything under the heading.
    pub body: TextRange,
    /// The heading is one that common parsers know.
    pub standard: bool,
}

/// Text that found no place.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Leftover {
    /// Where it stands.
    pub range: TextRange,
    /// Its line (see [`Finding::line`]).
    pub line: u32,
}

impl Report {
    /// Version of the format (see [`Versions::schema`]).
    pub const SCHEMA: u32 = 1;

    /// Points that settling the rule with this code gives back.
    #[must_use]
    pub fn gain(&self, code: &str) -> Points {
        let line = self.score.ledger.iter().find(|line| line.code == code);
        line.map_or(Points(0), |line| line.gain)
    }

    /// Keeps the findings that `keep` accepts and counts the others as hidden. Points stay.
    pub fn retain_findings(&mut self, keep: impl FnMut(&Finding) -> bool) {
        let before = self.findings.len();
        self.findings.retain(keep);
        self.hidden += (before - self.findings.len()) as u32;
    }

    /// Suppresses the findings that `reason` gives a reason for. Points stay.
    pub fn suppress(&mut self, reason: impl Fn(&Finding) -> Option<String>) {
        let findings = std::mem::take(&mut self.findings);
        for finding in findings {
            match reason(&finding) {
                Some(reason) => {
                    self.suppressed.push(Suppressed { finding, by: SaidBy::Settings, reason });
                }
                None => self.findings.push(finding),
            }
        }
    }

    /// Keeps the findings of the `top` rules that have the most points to gain. The ledger stays whole.
    pub fn keep_top(&mut self, top: usize) {
        let mut codes: Vec<String> =
            self.score.ledger.iter().take(top).map(|line| line.code.clone()).collect();
        if codes.is_empty() {
            codes = self.findings.iter().map(|finding| finding.code.clone()).collect();
            codes.dedup();
            codes.truncate(top);
        }
        self.findings.retain(|finding| codes.contains(&finding.code));
    }

    /// The severest finding.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}
