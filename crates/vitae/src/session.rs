//! Mending a resume step by step: a file comes in, and what could be mended next goes out, most to gain
//! first; an accepted change gives new bytes, read again and compared before they count. Pure: nothing
//! is written.

use crate::fix::{self, SourceEdit, SourceFix, Wanted};
use crate::rewrite::{RewrittenLine, rewrites};
use crate::{CheckError, Input, Options, Reading, Report, judge, parse_resume};
use std::collections::BTreeSet;
use vitae_document::Format;
use vitae_facts::gather;
use vitae_lint::{Applicability, Edit, Fix};
use vitae_pack::Pack;
use vitae_report::{Finding, Points};
use vitae_resume::Data;
use vitae_text::{MappedText, TextRange};

/// A resume that is being mended.
pub struct Session {
    options: Options,
    file_name: Option<String>,
    bytes: Vec<u8>,
    reading: Reading,
    report: Report,
}

/// Something that could be mended.
#[derive(Clone, Debug)]
pub struct Step {
    /// Code of the rule; empty for a line that no rule names.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// What was seen.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Line of the file.
    pub line: Option<u32>,
    /// What it is about, on one line.
    pub excerpt: Option<String>,
    /// Points that the rule gives back when all its findings are mended.
    pub gain: Points,
    /// What is offered.
    pub offer: Offer,
}

/// What a step offers.
#[derive(Clone, Debug)]
pub enum Offer {
    /// Edits that need no answer; `safe` ones never change what is said.
    Edit {
        /// What they do.
        title: String,
        /// They never change what is said.
        safe: bool,
        /// Where the finding stands.
        range: TextRange,
    },
    /// A better line, with questions.
    Rewrite(Box<RewrittenLine>),
    /// Nothing that could be written for the person: questions to think about.
    Think(Vec<String>),
}

impl Session {
    /// Reads and judges the file.
    ///
    /// # Errors
    /// [`CheckError`] when it cannot be read.
    pub fn open(input: &Input<'_>, options: Options) -> Result<Self, CheckError> {
        let reading = parse_resume(input)?;
        let report = judge(reading.clone(), input.file_name, &options);
        let file_name = input.file_name.map(str::to_owned);
        Ok(Self { options, file_name, bytes: input.bytes.to_vec(), reading, report })
    }

    /// Whether the file itself can be edited.
    #[must_use]
    pub fn can_edit(&self) -> bool {
        fix::can_edit(self.format())
    }

    /// What the file is.
    #[must_use]
    pub fn format(&self) -> Format {
        self.reading.document.format
    }

    /// The score as it stands.
    #[must_use]
    pub fn score(&self) -> Option<Points> {
        self.report.score.total
    }

    /// The bytes as they stand.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The resume as YAML, to go on with where the file cannot be edited.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        self.reading.parsed.to_yaml()
    }

    /// What could be mended, most to gain first; each line once.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let found = rewrites(&self.reading, self.file_name.as_deref(), &self.options);
        let places = self.places();
        let mut lines: Vec<(Option<TextRange>, RewrittenLine)> = found
            .lines
            .into_iter()
            .map(|line| (line.bullet.and_then(|at| places.get(at)?.cover()), line))
            .collect();
        let summary = found.summary.filter(|summary| !summary.before.is_empty());
        if let Some(summary) = summary {
            lines.push((self.reading.parsed.sources.range(&summary.pointer), summary));
        }
        let mut taken = BTreeSet::new();
        let mut steps = Vec::new();
        for finding in &self.report.findings {
            let line = lines.iter().position(|(range, _)| {
                finding
                    .range
                    .zip(*range)
                    .is_some_and(|(there, line)| line.contains(there) || there == line)
            });
            let offer = match (edits_of(finding), line) {
                (Some((title, safe)), _) => {
                    finding.range.map(|range| Offer::Edit { title, safe, range })
                }
                (None, Some(at)) if taken.insert(at) => {
                    Some(Offer::Rewrite(Box::new(lines[at].1.clone())))
                }
                (None, Some(_)) => None,
                (None, None) => Some(Offer::Think(asks(finding))),
            };
            if let Some(offer) = offer {
                steps.push(self.step(finding, offer));
            }
        }
        for (at, (_, line)) in lines.into_iter().enumerate() {
            if !taken.contains(&at) && !line.versions.is_empty() {
                steps.push(Step {
                    code: String::new(),
                    name: "stronger line".to_owned(),
                    message: format!("this line proves {} of 100", line.strength),
                    help: String::new(),
                    line: line.line,
                    excerpt: Some(line.before.clone()),
                    gain: Points(0),
                    offer: Offer::Rewrite(Box::new(line)),
                });
            }
        }
        steps
    }

    fn step(&self, finding: &Finding, offer: Offer) -> Step {
        Step {
            code: finding.code.clone(),
            name: finding.name.clone(),
            message: finding.message.clone(),
            help: finding.help.clone(),
            line: finding.line,
            excerpt: finding.excerpt.clone(),
            gain: self.report.gain(&finding.code),
            offer,
        }
    }

    /// The texts of the bullets, with their places.
    fn places(&self) -> Vec<MappedText> {
        let Reading { document, parsed, .. } = &self.reading;
        let facts = gather(document, parsed, Pack::builtin(), self.options.today.first_month());
        facts.bullets.into_iter().map(|bullet| bullet.text).collect()
    }

    /// The file with the edits of a finding.
    ///
    /// # Errors
    /// Why it would do harm.
    pub fn with_edit(&self, step: &Step) -> Result<Session, String> {
        let Offer::Edit { range, .. } = &step.offer else {
            return Err("there is nothing to edit".to_owned());
        };
        let this = |finding: &Finding| finding.code == step.code && finding.range == Some(*range);
        let wanted = Wanted { risky: true, finding: &this };
        let fixed = fix::apply_fixes(&self.input(&self.bytes), &self.options, wanted)
            .map_err(|error| error.to_string())?;
        match (fixed.applied.is_empty(), fixed.refused.into_iter().next()) {
            (false, _) => self.reopened(fixed.bytes),
            (true, Some(refused)) => {
                Err(refused.refused.unwrap_or_else(|| "it does harm".to_owned()))
            }
            (true, None) => Err("its words are no exact copy of the file's".to_owned()),
        }
    }

    /// The file with `after` in the place of a line.
    ///
    /// # Errors
    /// Why it cannot be written there: other data would change, or the syntax of the file is in the way.
    pub fn with_line(&self, line: &RewrittenLine, after: &str) -> Result<Session, String> {
        let after = after.split_whitespace().collect::<Vec<_>>().join(" ");
        if after.is_empty() || after.contains(['‹', '›']) {
            return Err("a slot is still open; fill it in, or leave its phrase out".to_owned());
        }
        let text = self.mapped(line).ok_or("its place in the file is not known")?;
        let mut reason = "its words are no exact copy of the file's".to_owned();
        for candidate in self.candidates(&text, &after) {
            let Some(bytes) = fix::apply_edits(&self.bytes, &[&candidate]) else { continue };
            match self.reopened(bytes).and_then(|next| self.only_changes(next, line, &after)) {
                Ok(next) => return Ok(next),
                Err(why) => reason = why,
            }
        }
        Err(reason)
    }

    fn mapped(&self, line: &RewrittenLine) -> Option<MappedText> {
        match line.bullet {
            Some(at) => self.places().into_iter().nth(at),
            None => {
                let Reading { document, parsed, .. } = &self.reading;
                let facts =
                    gather(document, parsed, Pack::builtin(), self.options.today.first_month());
                facts.summary.map(|summary| summary.text)
            }
        }
    }

    /// Ways to write the line: only the words that differ, all of it, and in YAML with quotes.
    fn candidates(&self, text: &MappedText, after: &str) -> Vec<SourceFix> {
        let document = &self.reading.document;
        let edit = |edits: Vec<Edit>| {
            let fix = Fix {
                title: String::new(),
                edits,
                applicability: Applicability::Safe,
                slots: Vec::new(),
            };
            fix::source_fix(document, &self.bytes, &fix)
        };
        let mut ways = vec![edit(hunks(text, after))];
        let whole = text.cover();
        if let Some(range) = whole {
            ways.push(edit(vec![Edit { range, replacement: after.to_owned() }]));
        }
        let quoted = matches!(document.format, Format::Yaml | Format::RenderCv);
        if let Some(range) = whole.filter(|_| quoted).and_then(|range| document.source_range(range))
        {
            let escaped = after.replace('\\', "\\\\").replace('"', "\\\"");
            for replacement in
                [format!("\"{escaped}\""), escaped.clone(), after.replace('\'', "''")]
            {
                let edits = vec![SourceEdit { range, replacement }];
                ways.push(Some(SourceFix { hash: fix::hash(&self.bytes), edits }));
            }
        }
        if let Some(range) = self.found(text.as_str()) {
            let escaped = after.replace('\\', "\\\\").replace('"', "\\\"");
            let plain = fix::encoded(document.format, after).into_iter();
            let written = if quoted {
                vec![format!("\"{escaped}\""), after.replace('\'', "''")]
            } else {
                Vec::new()
            };
            for replacement in plain.chain(written) {
                let edits = vec![SourceEdit { range, replacement }];
                ways.push(Some(SourceFix { hash: fix::hash(&self.bytes), edits }));
            }
        }
        ways.into_iter().flatten().collect()
    }

    /// The only place in the file where the words of a line stand one after the other, however they
    /// are wrapped.
    fn found(&self, line: &str) -> Option<TextRange> {
        let source = std::str::from_utf8(&self.bytes).ok()?;
        let words: Vec<&str> = line.split_whitespace().collect();
        let first = words.first()?;
        let mut places = source.match_indices(first).filter_map(|(at, _)| {
            let mut end = at;
            for word in &words {
                let rest = source.get(end..)?;
                let gap = rest.len() - rest.trim_start().len();
                if end > at && gap == 0 || !rest[gap..].starts_with(word) {
                    return None;
                }
                end += gap + word.len();
            }
            Some(TextRange::at(at, end))
        });
        let place = places.next()?;
        places.next().is_none().then_some(place)
    }

    /// Nothing but the line may differ, and it must read as it was meant.
    fn only_changes(
        &self,
        next: Session,
        line: &RewrittenLine,
        after: &str,
    ) -> Result<Session, String> {
        let (old, new) = (leaves(&self.reading), leaves(&next.reading));
        if next.format() != self.format() || old.len() != new.len() {
            return Err("other data of the file would change".to_owned());
        }
        let changed: Vec<&(String, String)> =
            old.iter().zip(&new).filter(|(old, new)| old != new).map(|(_, new)| new).collect();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match changed.as_slice() {
            [(pointer, value)] if *pointer == line.pointer && plain(value).contains(after) => {
                let data =
                    |session: &Session| session.reading.parsed.data.as_ref().map(fix::leaves_of);
                let differ = match (data(self), data(&next)) {
                    (Some(old), Some(new)) if old.len() == new.len() => {
                        old.iter().zip(&new).filter(|(old, new)| old != new).count()
                    }
                    (None, None) => 1,
                    _ => 2,
                };
                if differ == 1 {
                    Ok(next)
                } else {
                    Err("other data of the file would change".to_owned())
                }
            }
            [] => Err("the line would stay as it is".to_owned()),
            _ => Err("more than this line would change".to_owned()),
        }
    }

    fn input<'a>(&'a self, bytes: &'a [u8]) -> Input<'a> {
        Input { bytes, file_name: self.file_name.as_deref(), format: Some(self.format()) }
    }

    /// The same file with other bytes: for going back.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn at(&self, bytes: Vec<u8>) -> Result<Session, String> {
        self.reopened(bytes)
    }

    fn reopened(&self, bytes: Vec<u8>) -> Result<Session, String> {
        let opened = Session::open(&self.input(&bytes), self.options.clone());
        opened.map_err(|error| format!("the file could not be read afterwards ({error})"))
    }
}

/// The texts of the resume by pointer.
fn leaves(reading: &Reading) -> Vec<(String, String)> {
    fix::leaves_of(&Data::of(&reading.parsed.resume))
        .into_iter()
        .map(|(path, value)| (path, value.strip_prefix("text ").unwrap_or(&value).to_owned()))
        .collect()
}

/// The edits between a text and its successor, none of them over the seam of two lines.
fn hunks(text: &MappedText, after: &str) -> Vec<Edit> {
    let before = text.as_str();
    let start = before.char_indices().zip(after.chars()).find(|((_, old), new)| old != new);
    let start = start.map_or(before.len().min(after.len()), |((at, _), _)| at);
    // Whole words, so that what is shown as changed is what is changed.
    let start = before[..start].rfind(' ').map_or(0, |space| space + 1);
    let (old, new) = (&before[start..], &after[start..]);
    let shared = old.chars().rev().zip(new.chars().rev()).take_while(|(old, new)| old == new);
    let shared: usize = shared.map(|(ch, _)| ch.len_utf8()).sum();
    let mut end = before.len() - shared;
    while end < before.len() && !before[end..].starts_with(' ') {
        end += before[end..].chars().next().map_or(1, char::len_utf8);
    }
    let behind = before.len() - end;
    let replacement = &after[start..after.len() - behind];
    let changed = TextRange::at(start, end);
    // What stood on further lines goes; the new words stand on the first.
    let mut edits = Vec::new();
    let mut at = 0_u32;
    for piece in text.ranges() {
        let here = text.of_source(piece).unwrap_or(TextRange::empty(at));
        at = here.end;
        let (from, to) = (here.start.max(changed.start), here.end.min(changed.end));
        if from > to || from == to && !edits.is_empty() {
            continue;
        }
        let range =
            TextRange::new(piece.start + (from - here.start), piece.start + (to - here.start));
        let words = if edits.is_empty() { replacement.to_owned() } else { String::new() };
        edits.push(Edit { range, replacement: words });
    }
    edits
}

/// What a finding's fix does, where it needs no answer, and whether it is safe.
fn edits_of(finding: &Finding) -> Option<(String, bool)> {
    let fix = finding.fix.as_ref()?;
    let can =
        !fix.edits.is_empty() && fix.slots.is_empty() && fix.applicability >= Applicability::Unsafe;
    can.then(|| (fix.title.clone(), fix.applicability == Applicability::Safe))
}

/// The questions of a finding.
fn asks(finding: &Finding) -> Vec<String> {
    finding.fix.iter().flat_map(|fix| fix.slots.iter().map(|slot| slot.ask.clone())).collect()
}
