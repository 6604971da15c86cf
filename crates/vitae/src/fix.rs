//! Fixes, applied: the bytes of a resume and the fixes wanted go in, the mended bytes come out, with what
//! was done and what was refused. A fix is kept only when the result, read again, differs in nothing
//! but the edited words, no longer has the finding, and scores no lower. Pure: nothing is written.

mod encode;
mod verify;

use crate::{CheckError, Input, Options, Reading, judge, parse_resume};
use encode::encode;
use std::collections::{BTreeMap, VecDeque};
use verify::Judged;
use vitae_document::{Document, Format};
use vitae_lint::{Applicability, Edit, Fix};
use vitae_report::{Finding, Report};
use vitae_text::TextRange;

/// Overlapping fixes wait for the next round.
const ROUNDS: usize = 8;
/// Fixes of one round; a resume has a few dozen at most, a hostile file may ask for any number.
const MOST: usize = 10_000;
/// Bytes that are read again to prove fixes, all readings together; a small file is read this often.
const PROVED: usize = 4 << 20;
const READINGS: usize = 64;

/// Which fixes are applied.
#[derive(Copy, Clone)]
pub struct Wanted<'a> {
    /// Also fixes that may change what is said.
    pub risky: bool,
    /// The findings that are to be fixed.
    pub finding: &'a dyn Fn(&Finding) -> bool,
}

/// One edit of a file, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEdit {
    /// What is replaced.
    pub range: TextRange,
    /// What stands there afterwards, in the syntax of the file.
    pub replacement: String,
}

/// The edits of one fix, for the file with this hash and no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFix {
    /// [`hash`] of the bytes that the edits count in.
    pub hash: u64,
    /// Edits that do not overlap, by start.
    pub edits: Vec<SourceEdit>,
}

/// A fix that was applied, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// What the fix does.
    pub title: String,
    /// Line of the file, from 1, when its turn came.
    pub line: Option<u32>,
    /// Why it was refused; none when it was applied.
    pub refused: Option<String>,
}

/// A file with its fixes applied.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The file; its old bytes when nothing was applied.
    pub bytes: Vec<u8>,
    /// Fixes that were applied, in order.
    pub applied: Vec<Outcome>,
    /// Fixes that would have done harm.
    pub refused: Vec<Outcome>,
    /// Fixes that are only shown, since the file is not edited as text.
    pub shown: usize,
}

/// Whether people edit files of this format as text, so that fixes can be applied.
#[must_use]
pub fn can_edit(format: Format) -> bool {
    use Format::{Html, JsonResume, Latex, Markdown, ReactiveResume, RenderCv, Text, Yaml};
    matches!(format, Html | JsonResume | Latex | Markdown | ReactiveResume | RenderCv | Text | Yaml)
}

/// Applies the fixes that are wanted, until none is left.
///
/// # Errors
/// [`CheckError`] when the file cannot be read.
pub fn apply_fixes(
    input: &Input<'_>,
    options: &Options,
    wanted: Wanted<'_>,
) -> Result<Fixed, CheckError> {
    let reading = parse_resume(input)?;
    let format = reading.document.format;
    let mut now = Judged::new(reading, input.file_name, options);
    let mut bytes = input.bytes.to_vec();
    let shown = now.report.findings.iter().filter(|found| has_edits(found)).count();
    let mut fixed = Fixed { bytes: Vec::new(), applied: Vec::new(), refused: Vec::new(), shown };
    if !can_edit(format) {
        fixed.bytes = bytes;
        return Ok(fixed);
    }
    fixed.shown = 0;
    let mut readings = (4 + PROVED / bytes.len().max(1)).min(READINGS);
    for _ in 0..ROUNDS {
        let candidates = candidates(&now, &bytes, wanted, &fixed.refused);
        let (before, old, kept) = (&now, &bytes, Vec::new());
        let mut round = Round { input, options, before, bytes: old, kept, readings };
        let after = round.keep(&candidates, &mut fixed.refused);
        readings = round.readings;
        let kept = std::mem::take(&mut round.kept);
        let Some((next, judged)) = after else { break };
        fixed.applied.extend(kept.into_iter().map(|candidate| candidate.outcome.clone()));
        (bytes, now) = (next, judged);
    }
    fixed.bytes = bytes;
    Ok(fixed)
}

/// Applies edits to the bytes that they were made for: all places count in these, and the result is put
/// together from what stands between them. None when the bytes are others, or when edits overlap.
#[must_use]
pub fn apply_edits(bytes: &[u8], fixes: &[&SourceFix]) -> Option<Vec<u8>> {
    let ours = hash(bytes);
    let mut edits: Vec<&SourceEdit> = Vec::new();
    for fix in fixes {
        if fix.hash != ours {
            return None;
        }
        edits.extend(&fix.edits);
    }
    vitae_text::sort_by_key(&mut edits, |edit| edit.range);
    if edits.windows(2).any(|pair| pair[0].range.end > pair[1].range.start) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for edit in edits {
        out.extend(bytes.get(at..edit.range.start as usize)?);
        out.extend(edit.replacement.bytes());
        at = edit.range.end as usize;
    }
    out.extend(bytes.get(at..)?);
    Some(out)
}

/// A fingerprint of a file's bytes (FNV-1a): tells whether edits still belong to it.
#[must_use]
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The edits of a fix in the file itself; none where its words are no exact copy of the file's bytes,
/// or where the replacement cannot be written in the file's syntax.
#[must_use]
pub fn source_fix(document: &Document, bytes: &[u8], fix: &Fix) -> Option<SourceFix> {
    with_hash(document, bytes, hash(bytes), fix)
}

fn with_hash(document: &Document, bytes: &[u8], hash: u64, fix: &Fix) -> Option<SourceFix> {
    let edit = |edit: &Edit| {
        let range = document.source_range(edit.range)?;
        let there = bytes.get(range.start as usize..range.end as usize)?;
        let same = there == edit.range.of(&document.text).as_bytes();
        let replacement = encode(document.format, &edit.replacement)?;
        same.then_some(SourceEdit { range, replacement })
    };
    let edits: Option<Vec<SourceEdit>> = fix.edits.iter().map(edit).collect();
    edits.filter(|edits| !edits.is_empty()).map(|edits| SourceFix { hash, edits })
}

/// The values of data by path, in order: texts with `text ` before them.
#[cfg(feature = "rewrite")]
pub(crate) fn leaves_of(data: &vitae_resume::Data) -> Vec<(String, String)> {
    verify::leaves_of(data)
}

/// Words as they are written in a file of this format.
#[cfg(feature = "rewrite")]
pub(crate) fn encoded(format: Format, text: &str) -> Option<String> {
    encode(format, text)
}

/// A fix that may be applied.
struct Candidate {
    /// In the document.
    edits: Vec<Edit>,
    source: SourceFix,
    outcome: Outcome,
}

impl Candidate {
    fn refused(&self, reason: &str) -> Outcome {
        Outcome { refused: Some(reason.to_owned()), ..self.outcome.clone() }
    }
}

fn has_edits(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty() && fix.slots.is_empty())
}

/// The fixes of a report that are wanted, do not overlap, and were not refused before.
fn candidates(
    now: &Judged,
    bytes: &[u8],
    wanted: Wanted<'_>,
    refused: &[Outcome],
) -> Vec<Candidate> {
    let least = if wanted.risky { Applicability::Unsafe } else { Applicability::Safe };
    let hash = hash(bytes);
    // Starts with their ends: edits that were taken do not overlap.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    let mut candidates = Vec::new();
    for finding in now.report.findings.iter().filter(|finding| has_edits(finding)) {
        let Some(fix) = finding.fix.as_ref().filter(|fix| fix.applicability >= least) else {
            continue;
        };
        let outcome = Outcome {
            code: finding.code.clone(),
            name: finding.name.clone(),
            title: fix.title.clone(),
            line: finding.line,
            refused: None,
        };
        let again = |old: &Outcome| old.code == outcome.code && old.line == outcome.line;
        if !(wanted.finding)(finding) || refused.iter().any(again) {
            continue;
        }
        let Some(source) = with_hash(&now.document, bytes, hash, fix) else { continue };
        let overlaps = |edit: &SourceEdit| {
            let before = taken.range(..edit.range.end).next_back();
            before.is_some_and(|(_, end)| *end > edit.range.start)
        };
        if source.edits.iter().any(overlaps) || candidates.len() >= MOST {
            continue;
        }
        taken.extend(source.edits.iter().map(|edit| (edit.range.start, edit.range.end)));
        candidates.push(Candidate { edits: fix.edits.clone(), source, outcome });
    }
    candidates
}

/// One round: all edits count in the same bytes.
struct Round<'a, 'b> {
    input: &'a Input<'a>,
    options: &'a Options,
    before: &'a Judged,
    bytes: &'a [u8],
    kept: Vec<&'b Candidate>,
    /// How often the file may still be read.
    readings: usize,
}

impl<'b> Round<'_, 'b> {
    /// Keeps `more` beside what was kept; where they do harm together, halves are tried, so that a
    /// single bad fix costs a few readings and no other fix. The half without it is kept before the
    /// other is cut further: where readings run out, most fixes stand, and a second run goes on.
    fn keep(
        &mut self,
        more: &'b [Candidate],
        refused: &mut Vec<Outcome>,
    ) -> Option<(Vec<u8>, Judged)> {
        let mut kept = None;
        let mut queue = VecDeque::from([more]);
        while let Some(more) = queue.pop_front().filter(|more| !more.is_empty()) {
            let Some(left) = self.readings.checked_sub(1) else {
                let reason = "the file is large and has many fixes; run it again for the others";
                refused.extend(more.iter().map(|one| one.refused(reason)));
                continue;
            };
            self.readings = left;
            match self.with(more) {
                Ok(after) => {
                    self.kept.extend(more);
                    kept = Some(after);
                }
                Err(reason) if more.len() == 1 => refused.push(more[0].refused(&reason)),
                Err(_) => {
                    let (first, second) = more.split_at(more.len() / 2);
                    queue.extend([first, second]);
                }
            }
        }
        kept
    }

    /// The file with what was kept and `more`.
    fn with(&self, more: &[Candidate]) -> Result<(Vec<u8>, Judged), String> {
        let all: Vec<&Candidate> = self.kept.iter().copied().chain(more).collect();
        let fixes: Vec<&SourceFix> = all.iter().map(|candidate| &candidate.source).collect();
        let bytes = apply_edits(self.bytes, &fixes).ok_or("its edits do not fit the file")?;
        let format = Some(self.before.document.format);
        let input = Input { bytes: &bytes, file_name: self.input.file_name, format };
        let reading = parse_resume(&input)
            .map_err(|error| format!("the file could not be read afterwards ({error})"))?;
        let after = Judged::new(reading, self.input.file_name, self.options);
        let edits: Vec<&Edit> = all.iter().flat_map(|candidate| &candidate.edits).collect();
        let codes: Vec<&str> = all.iter().map(|candidate| &*candidate.outcome.code).collect();
        self.before.allows(&after, &edits, &codes)?;
        Ok((bytes, after))
    }
}

impl Judged {
    fn new(reading: Reading, name: Option<&str>, options: &Options) -> Self {
        let document = reading.document.clone();
        let data = verify::data(&reading.parsed);
        let report: Report = judge(reading, name, options);
        Self { document, data, report }
    }
}
