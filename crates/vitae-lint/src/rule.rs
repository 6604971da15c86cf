//! What a rule is: a constant with a code, a name, a manual and one function.

use crate::{Context, Sink};
use serde::{Deserialize, Serialize};
use vitae_facts::{Bullet, Position};

/// A rule. Made with [`crate::rule!`], one for each file under `rules/`.
pub struct Rule {
    /// Three letters of the group and three digits. Never used again for another rule.
    pub code: &'static str,
    /// Names the defect and reads after "allow".
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// How much it matters to a reader.
    pub severity: Severity,
    /// Whether it counts yet.
    pub status: Status,
    /// How findings or proofs turn into lost points.
    pub curve: Curve,
    /// Code of the proof rule that this rule's points stand on: without content there is nothing to
    /// praise for lack of defects. None for rules that fire on absence themselves.
    pub stands_on: Option<&'static str>,
    /// The best fix it offers.
    pub fix: FixKind,
    /// Rows of the check catalogue that it covers.
    pub covers: &'static [&'static str],
    /// The manual, as Markdown (see [`Manual`]); empty without the feature `manuals`.
    pub docs: &'static str,
    /// The check.
    pub check: Check,
}

/// What a rule looks at.
#[derive(Copy, Clone)]
pub enum Check {
    /// Runs once.
    Resume(fn(&Context<'_>, &mut Sink<'_>)),
    /// Runs for each role.
    Position(fn(&Context<'_>, &Position, &mut Sink<'_>)),
    /// Runs for each bullet.
    Bullet(fn(&Context<'_>, &Bullet, &mut Sink<'_>)),
}

/// What a rule is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// File and parsability (`FIL`).
    File,
    /// Contact data (`CON`).
    Contact,
    /// Sections (`SEC`).
    Sections,
    /// Dates and their order (`CHR`).
    Chronology,
    /// Bullets (`EXP`).
    Bullets,
    /// Figures (`MET`).
    Metrics,
    /// Language (`LNG`).
    Language,
    /// Skills (`SKL`).
    Skills,
    /// Backend evidence (`BAK`).
    Backend,
    /// Seniority (`SEN`).
    Seniority,
    /// Credibility (`CRD`).
    Credibility,
    /// Length and form (`FMT`).
    Form,
    /// Customs of the country where the job is (`LOC`).
    Locale,
    /// Privacy (`PRV`).
    Privacy,
}

impl Group {
    /// All groups, in the order of the ledger.
    pub const ALL: [Self; 14] = [
        Self::File,
        Self::Contact,
        Self::Sections,
        Self::Chronology,
        Self::Bullets,
        Self::Metrics,
        Self::Language,
        Self::Skills,
        Self::Backend,
        Self::Seniority,
        Self::Credibility,
        Self::Form,
        Self::Locale,
        Self::Privacy,
    ];

    /// The letters that its codes begin with.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::File => "FIL",
            Self::Contact => "CON",
            Self::Sections => "SEC",
            Self::Chronology => "CHR",
            Self::Bullets => "EXP",
            Self::Metrics => "MET",
            Self::Language => "LNG",
            Self::Skills => "SKL",
            Self::Backend => "BAK",
            Self::Seniority => "SEN",
            Self::Credibility => "CRD",
            Self::Form => "FMT",
            Self::Locale => "LOC",
            Self::Privacy => "PRV",
        }
    }

    /// Name as in options, profiles and the report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Contact => "contact",
            Self::Sections => "sections",
            Self::Chronology => "chronology",
            Self::Bullets => "bullets",
            Self::Metrics => "metrics",
            Self::Language => "language",
            Self::Skills => "skills",
            Self::Backend => "backend",
            Self::Seniority => "seniority",
            Self::Credibility => "credibility",
            Self::Form => "form",
            Self::Locale => "locale",
            Self::Privacy => "privacy",
        }
    }
}

/// How much a finding matters to someone who reads the resume. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Weakens the resume.
    Warning,
    /// May keep it from being read or believed.
    Error,
}

impl Severity {
    /// Name as in options and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a rule is in its life.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Speaks only where it is asked for: its advice is a matter of taste, or guides disagree. Weighs
    /// nothing.
    Optional,
    /// Reports, weighs nothing.
    Preview,
    /// Reports and weighs what the profile says.
    Stable,
    /// Still there; another rule does it better.
    Deprecated,
}

impl Status {
    /// Name as in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Preview => "preview",
            Self::Stable => "stable",
            Self::Deprecated => "deprecated",
        }
    }
}

/// How much of its cap a rule loses.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Curve {
    /// All of it with the first finding.
    Binary,
    /// 50, 75, 100 % with one, two, three or more distinct findings.
    Defects,
    /// All of it without proof, none from this many distinct proofs on, evenly between.
    Proof(u32),
}

/// The best fix that a rule offers.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum FixKind {
    /// None; the help says what to do.
    None,
    /// Shown, never applied: it needs a fact or a judgement that only the person has.
    Display,
    /// Applied on request; may change what is said.
    Unsafe,
    /// Applied by `--fix`; never changes what is said.
    Safe,
}

impl FixKind {
    /// Name as in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Display => "display",
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}

/// The parts of a rule's doc comment, by their fixed headings.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Manual<'a> {
    /// `# What it does`.
    pub what: &'a str,
    /// `# Why it matters`.
    pub why: &'a str,
    /// `# Example`, with a code block that fires exactly once.
    pub example: &'a str,
    /// `# Use instead`, with a code block that stays silent.
    pub instead: &'a str,
    /// `# When to ignore it`.
    pub ignore: &'a str,
    /// `# Source`.
    pub source: &'a str,
}

impl Manual<'_> {
    /// The headings, in their order.
    pub const HEADINGS: [&'static str; 6] =
        ["What it does", "Why it matters", "Example", "Use instead", "When to ignore it", "Source"];
}

impl Rule {
    /// The manual, cut at its headings; parts that are missing are empty.
    #[must_use]
    pub fn manual(&self) -> Manual<'static> {
        let [what, why, example, instead, ignore, source] =
            Manual::HEADINGS.map(|heading| section(self.docs, heading));
        Manual { what, why, example, instead, ignore, source }
    }

    /// The first sentence of the manual.
    #[must_use]
    pub fn summary(&self) -> String {
        let what = self.manual().what;
        let first = what.split_inclusive(". ").next().unwrap_or(what);
        let first = first.split("\n\n").next().unwrap_or(first);
        first.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// For a rule of proofs, what it counts and how much of it is enough, as a clause: the help where
    /// something was shown, but not all. None for other rules, and without the feature `manuals`.
    #[must_use]
    pub fn counts(&self) -> Option<String> {
        let Curve::Proof(need) = self.curve else { return None };
        let what = self.manual().what.split("\n\n").next().unwrap_or_default();
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut sentences = what.split(". ").map(|one| one.trim_end_matches('.'));
        let mut clauses = vec![lower_start(sentences.next().filter(|first| !first.is_empty())?)];
        clauses.extend(sentences.filter(|one| one.ends_with("enough")).map(lower_start));
        if self.group == Group::Skills && need == 1 {
            clauses.push("a name counts in full in a bullet that says what came of it".to_owned());
        }
        Some(clauses.join("; "))
    }
}

/// A sentence as a clause of ours: its first letter small.
fn lower_start(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// The text under `# heading`, up to the next heading of that level outside of a code block.
fn section(docs: &'static str, heading: &str) -> &'static str {
    let mut start = None;
    let mut fenced = false;
    let mut at = 0;
    for line in docs.split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with("```") {
            fenced = !fenced;
        }
        if !fenced && let Some(title) = text.strip_prefix("# ") {
            match start {
                Some(start) => return docs[start..at].trim(),
                None if title == heading => start = Some(at + line.len()),
                None => {}
            }
        }
        at += line.len();
    }
    start.map_or("", |start| docs[start..].trim())
}

/// Declares the rule of a file:
///
/// ```ignore
/// rule! {
///     /// # What it does
///     /// …
///     EXP002 = "duty-opener" {
///         group: Bullets,
///         severity: Warning,
///         curve: Defects,
///         stands_on: "EXP001",
///         fix: Display,
///         covers: ["E08"],
///         check: Bullet(check),
///     }
/// }
/// ```
///
/// `stands_on` may be left out (see [`Rule::stands_on`]); `status: Preview,` may stand last.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $code:ident = $name:literal {
            group: $group:ident,
            severity: $severity:ident,
            curve: $curve:ident $(($need:literal))?,
            $(stands_on: $base:literal,)?
            fix: $fix:ident,
            covers: [$($row:literal),* $(,)?],
            check: $scope:ident($check:path),
            $(status: $status:ident,)?
        }
    ) => {
        $(#[doc = $doc])+
        pub(in crate::rules) static RULE: $crate::Rule = $crate::Rule {
            code: stringify!($code),
            name: $name,
            group: $crate::Group::$group,
            severity: $crate::Severity::$severity,
            status: rule!(@status $($status)?),
            curve: $crate::Curve::$curve $(($need))?,
            stands_on: rule!(@base $($base)?),
            fix: $crate::FixKind::$fix,
            covers: &[$($row),*],
            // The text weighs 110 KB, which a browser fetches as a file when somebody asks.
            docs: if cfg!(feature = "manuals") { concat!($($doc, "\n"),+) } else { "" },
            check: $crate::Check::$scope($check),
        };
    };
    (@status) => { $crate::Status::Stable };
    (@status $status:ident) => { $crate::Status::$status };
    (@base) => { None };
    (@base $base:literal) => { Some($base) };
}
pub(crate) use rule;
