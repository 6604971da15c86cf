//! `--fix` and `--diff`: the mended bytes of a file, the diff to them, and what is said about it. The
//! engine decides which fixes hold; here they are written.

use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::inputs::Source;
use crate::output::replace;
use crate::settings::Settings;
use similar::TextDiff;
use std::collections::BTreeMap;
use vitae::fix::{Fixed, Outcome, Wanted, apply_fixes};
use vitae::{CheckError, Input, Report};

/// Refused fixes that are told one by one.
const REFUSED: usize = 10;

/// What is to be done with fixes.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Fixing {
    /// Also those that may change what is said.
    risky: bool,
    /// Show them as a diff instead of writing them.
    pub(crate) diff: bool,
}

impl Fixing {
    /// What the arguments ask for; none without `--fix` and `--diff`.
    pub(crate) fn new(args: &CheckArgs) -> Option<Self> {
        (args.fix || args.diff).then_some(Self { risky: args.unsafe_fixes, diff: args.diff })
    }

    /// The file with its fixes.
    pub(crate) fn mend(self, input: &Input<'_>, settings: &Settings) -> Result<Fixed, CheckError> {
        let shown = |finding: &vitae::report::Finding| settings.selection.shows(finding);
        apply_fixes(input, &settings.options, Wanted { risky: self.risky, finding: &shown })
    }

    /// Writes the file, where it is one and something changed.
    pub(crate) fn write(self, source: &Source, old: &[u8], fixed: &Fixed) -> Result<(), Failure> {
        match source {
            Source::File(path) if !self.diff && fixed.bytes != old => {
                replace(path, old, &fixed.bytes)
            }
            _ => Ok(()),
        }
    }

    /// What is told on standard error. `left` is the report on the mended file.
    pub(crate) fn notes(self, name: &str, fixed: &Fixed, left: &Report) -> Vec<String> {
        let mut notes = Vec::new();
        if fixed.shown > 0 {
            let format = left.file.format.label();
            notes.push(format!(
                "{name}: {} not applied, since {format} is not edited as text; make the changes where \
                 the file was written, and export it again",
                number(fixed.shown, "fix", "fixes")
            ));
        }
        if !fixed.applied.is_empty() {
            let done = if self.diff { "would be fixed" } else { "fixed" };
            notes.push(format!("{name}: {done}: {}", by_rule(&fixed.applied)));
        }
        for refused in fixed.refused.iter().take(REFUSED) {
            let line = refused.line.map_or(String::new(), |line| format!(":{line}"));
            let reason = refused.refused.as_deref().unwrap_or("it does harm");
            notes.push(format!(
                "{name}{line}: left as it is: {} ({}), since {reason}",
                refused.title, refused.code
            ));
        }
        if fixed.refused.len() > REFUSED {
            let more = fixed.refused.len() - REFUSED;
            notes.push(format!(
                "{name}: {} left as they are",
                number(more, "more fix", "more fixes")
            ));
        }
        let risky = risky_left(left);
        if !self.risky && risky > 0 {
            let fixes = number(risky, "more fix", "more fixes");
            notes.push(format!("{name}: {fixes} with --unsafe-fixes: what is said may change"));
        }
        notes
    }
}

fn risky_left(report: &Report) -> usize {
    let fixes = report.findings.iter().filter_map(|finding| finding.fix.as_ref());
    fixes.filter(|fix| fix.applicability == vitae::Applicability::Unsafe).count()
}

/// `3 fixes (miscased-technology 2, doubled-word 1)`.
fn by_rule(applied: &[Outcome]) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in applied {
        *rules.entry(&outcome.name).or_default() += 1;
    }
    let rules: Vec<String> =
        rules.iter().map(|(name, number)| format!("{name} {number}")).collect();
    format!("{} ({})", number(applied.len(), "fix", "fixes"), rules.join(", "))
}

fn number(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The change as a unified diff; empty when there is none.
pub(crate) fn diff(name: &str, old: &[u8], new: &[u8]) -> String {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let name = vitae::report::printable(name);
    let name = name.trim_start_matches('/');
    let diff = TextDiff::from_lines(&*old, &*new);
    diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}
