//! Rewrites of a resume's weak lines, or of lines that stand for themselves: a reading comes in, and
//! for each line better ones with their questions go out, most to gain first.

mod json;
mod markdown;
mod marks;
mod summary;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::{change_marks, text};
pub use vitae_rewrite::rewrite::{Draft, Form, Slot, Version, VersionKind};

use crate::{Options, Reading};
use serde::Serialize;
use vitae_facts::{Bullet, Facts, Level, OpenerStrength, Owner, Tense as Told, gather};
use vitae_lint::{Context, ContextParts};
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, Prepared};
use vitae_rewrite::rewrite::{Lines, Rewritten, Tense};

/// What could be said better in a resume.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rewrites {
    /// Name of the file; none for a pipe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The level that it was written for.
    pub level: Level,
    /// Lines that were looked at.
    pub looked_at: usize,
    /// Lines that could be stronger, most to gain first.
    pub lines: Vec<RewrittenLine>,
    /// A better summary, or one where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<RewrittenLine>,
    /// Versions that were not shown, since the line does not carry all that they say.
    pub refused: usize,
}

/// A line that could be stronger.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RewrittenLine {
    /// Line of the file or of its text, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Title and employer, or the project.
    pub entry: String,
    /// Where it stands in the resume as data; empty for a line alone.
    pub pointer: String,
    /// As it is.
    pub before: String,
    /// How much it proves, 0 to 100.
    pub strength: u8,
    /// Better lines, best first; none where what was done must be asked first.
    pub versions: Vec<VersionReport>,
    /// Questions where there is no version.
    pub questions: Vec<Slot>,
    /// Which bullet of the facts it is; none for the summary.
    #[serde(skip)]
    pub bullet: Option<usize>,
}

/// A better line.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VersionReport {
    /// What it is for.
    pub kind: VersionKind,
    /// With its slots in `‹…›`; a split line has two lines.
    pub text: String,
    /// The slots in order.
    pub slots: Vec<Slot>,
    /// Why it is stronger.
    pub why: Vec<String>,
    /// When it may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Strength with nothing answered.
    pub strength: u8,
    /// Strength with answers of the kind that is asked for.
    pub reach: u8,
    /// The same in parts, for filling it in.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub version: Version,
}

impl From<Version> for VersionReport {
    fn from(version: Version) -> Self {
        Self {
            kind: version.kind,
            text: version.text.clone(),
            slots: version.slots(),
            why: version.why.clone(),
            only_if: version.only_if.map(str::to_owned),
            strength: version.strength,
            reach: version.reach,
            version,
        }
    }
}

impl RewrittenLine {
    fn new(found: Rewritten) -> Self {
        Self {
            line: None,
            entry: String::new(),
            pointer: String::new(),
            before: found.before,
            strength: found.strength,
            versions: found.versions.into_iter().map(VersionReport::from).collect(),
            questions: found.questions,
            bullet: None,
        }
    }

    /// What the best version would add.
    #[must_use]
    pub fn gain(&self) -> u8 {
        let reach = self.versions.iter().map(|version| version.reach).max().unwrap_or(0);
        reach.saturating_sub(self.strength)
    }
}

/// Rewrites of the lines and the summary of a resume.
#[must_use]
pub fn rewrites(reading: &Reading, file: Option<&str>, options: &Options) -> Rewrites {
    let Reading { document, parsed, directives } = reading;
    let pack = Pack::builtin();
    let facts = gather(document, parsed, pack, options.today.first_month());
    let context = Context::new(ContextParts {
        document,
        parsed,
        facts: &facts,
        pack,
        today: options.today,
        level: options.level,
        market: None,
        optional: false,
        file_name: None,
        directives,
        waivers: &options.waivers,
    });
    let waived: Vec<usize> = context.waived.iter().map(|waived| waived.bullet).collect();
    let mut found = Rewrites {
        file: file.map(str::to_owned),
        level: context.level,
        looked_at: facts.bullets.len(),
        lines: Vec::new(),
        summary: None,
        refused: 0,
    };
    let mut index = 0;
    while let Some(first) = facts.bullets.get(index) {
        let owner = first.owner;
        let of_entry =
            facts.bullets[index..].iter().take_while(|bullet| bullet.owner == owner).count();
        let Some(entry) = Entry::of(&parsed.resume, owner) else {
            index += of_entry;
            continue;
        };
        let others = Entry::others(&parsed.resume, owner);
        let guard = Prepared::new(pack, &entry, &others);
        let lines = Lines::new(pack, &guard, context.level, tense(&facts, owner, &entry));
        for (at, bullet) in facts.bullets.iter().enumerate().skip(index).take(of_entry) {
            let Some(mut better) = lines.rewrite(bullet.text.as_str()) else { continue };
            found.refused += better.refused.len();
            if waived.contains(&at) {
                better.versions.retain(|version| version.kind != VersionKind::Figures);
            }
            // What a project is, and a sentence of a paragraph, is no act that must be told.
            let described = bullet.prose || matches!(bullet.owner, Owner::Project(_));
            if better.versions.is_empty() && (described || better.questions.is_empty()) {
                continue;
            }
            if bullet.prose && bullet.anatomy.opener.strength != OpenerStrength::Weak {
                continue;
            }
            found.lines.push(RewrittenLine {
                line: bullet.text.cover().map(|range| document.line_number(range.start)),
                entry: title_of(&entry),
                pointer: bullet.pointer.clone(),
                bullet: Some(at),
                ..RewrittenLine::new(better)
            });
        }
        index += of_entry;
    }
    let weight = |line: &RewrittenLine| {
        let bullet = line.bullet.and_then(|at| facts.bullets.get(at));
        u32::from(line.gain()) * bullet.map_or(0, recency)
    };
    vitae_text::sort_by_key(&mut found.lines, |line| std::cmp::Reverse(weight(line)));
    found.summary = summary::summary(reading, &facts, context.level, options);
    found
}

/// Rewrites of one line that stands for itself; none where it is strong as it is.
#[must_use]
pub fn rewrite_line(text: &str, options: &Options) -> Option<RewrittenLine> {
    let pack = Pack::builtin();
    let entry = Entry { highlights: vec![text.to_owned()], ..Entry::default() };
    let guard = Prepared::new(pack, &entry, &[]);
    let level = options.level.unwrap_or_default();
    let found = Lines::new(pack, &guard, level, Tense::Past).rewrite(text)?;
    Some(RewrittenLine::new(found))
}

/// Rewrites of lines, each of which stands for itself; empty ones are passed over.
#[must_use]
pub fn rewrites_of_lines<'a>(
    lines: impl Iterator<Item = &'a str>,
    file: Option<&str>,
    options: &Options,
) -> Rewrites {
    let mut found = Rewrites {
        file: file.map(str::to_owned),
        level: options.level.unwrap_or_default(),
        looked_at: 0,
        lines: Vec::new(),
        summary: None,
        refused: 0,
    };
    for (number, line) in (1..).zip(lines) {
        let line = line.trim();
        let glyph = vitae_document::leading_bullet(line).unwrap_or(0);
        let line = line.get(glyph..).unwrap_or(line).trim();
        if line.is_empty() {
            continue;
        }
        found.looked_at += 1;
        if let Some(better) = rewrite_line(line, options) {
            found.lines.push(RewrittenLine { line: Some(number), ..better });
        }
    }
    found
}

/// An entry that goes on is told in the present where most of its lines are.
fn tense(facts: &Facts, owner: Owner, entry: &Entry) -> Tense {
    if !entry.end_date.is_empty() || matches!(owner, Owner::Work(_)) && entry.start_date.is_empty()
    {
        return Tense::Past;
    }
    let told = |tense: Told| {
        let same = facts.bullets.iter().filter(|bullet| bullet.owner == owner);
        same.filter(|bullet| bullet.anatomy.tense == tense).count()
    };
    if told(Told::Present) > told(Told::Past) { Tense::Present } else { Tense::Current }
}

/// How much a line counts by its place: newest role first.
fn recency(bullet: &Bullet) -> u32 {
    match bullet.owner {
        Owner::Work(0) => 10,
        Owner::Work(1) => 8,
        Owner::Work(2) | Owner::Project(_) => 6,
        Owner::Work(_) => 5,
        Owner::Volunteer(_) => 4,
    }
}

fn title_of(entry: &Entry) -> String {
    let parts: Vec<&str> = [entry.position.as_str(), entry.name.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}
