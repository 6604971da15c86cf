//! Findings that were known before: in another revision of the file, or in a baseline. A report comes
//! in, and goes on with what is new.

use crate::args::CheckArgs;
use crate::baseline::{Baseline, Entries};
use crate::failure::Failure;
use crate::git;
use crate::inputs::Source;
use crate::settings::Settings;
use std::collections::BTreeMap;
use vitae::report::fingerprint;
use vitae::{Input, Report};

/// What hides known findings.
pub(crate) struct Known {
    since: Option<String>,
    pub(crate) baseline: Option<Baseline>,
    /// The baseline is written anew, not applied.
    pub(crate) write: bool,
}

/// What hiding came to.
#[derive(Default)]
pub(crate) struct Hidden {
    /// A note on entries of the baseline that are settled.
    pub(crate) settled: Option<String>,
    /// The name of the file in a baseline that is written, and its findings there.
    pub(crate) listed: Option<(String, Entries)>,
}

impl Known {
    /// What the arguments ask for.
    pub(crate) fn new(args: &CheckArgs) -> Result<Self, Failure> {
        let baseline = args.baseline.as_deref();
        let baseline =
            baseline.map(|path| Baseline::read(path, args.write_baseline)).transpose()?;
        Ok(Self { since: args.since.clone(), baseline, write: args.write_baseline })
    }

    /// Hides what was known, and says what of the baseline is settled.
    pub(crate) fn hide(
        &self,
        report: &mut Report,
        source: &Source,
        settings: &Settings,
    ) -> Result<Hidden, Failure> {
        if let Some(revision) = &self.since {
            let old = self.before(revision, source, settings)?;
            take_out(report, old);
        }
        let (Some(baseline), Source::File(path)) = (&self.baseline, source) else {
            return Ok(Hidden::default());
        };
        let file = baseline.name_of(path);
        let now = entries(report);
        if self.write {
            take_out(report, now.clone());
            return Ok(Hidden { settled: None, listed: Some((file, now)) });
        }
        let settled = take_out(report, baseline.entries(&file));
        let note = (!settled.is_empty()).then(|| {
            let number: u32 = settled.values().sum();
            let rules: Vec<&str> = settled.keys().map(|(code, _)| code.as_str()).collect();
            format!(
                "{}: {number} of the baseline settled ({}); --write-baseline takes them out",
                source.label(),
                rules.join(", ")
            )
        });
        Ok(Hidden { settled: note, listed: None })
    }

    /// The findings in another revision; none where the file was not there or could not be read.
    fn before(
        &self,
        revision: &str,
        source: &Source,
        settings: &Settings,
    ) -> Result<Entries, Failure> {
        let Source::File(path) = source else {
            let failure = Failure::at(source.label(), "--since compares files, not a pipe");
            return Err(failure.help("name the file"));
        };
        let Some(bytes) = git::show(path, revision)? else { return Ok(Entries::new()) };
        let name = source.name();
        let Ok(mut old) = vitae::check(&Input::new(&bytes, name.as_deref()), &settings.options)
        else {
            return Ok(Entries::new());
        };
        settings.select(&mut old);
        Ok(entries(&old))
    }
}

/// The findings of a report, counted by rule and words.
fn entries(report: &Report) -> Entries {
    let mut entries = BTreeMap::new();
    for finding in &report.findings {
        *entries.entry((finding.code.clone(), fingerprint(finding, report))).or_insert(0) += 1;
    }
    entries
}

/// Hides as many findings as are known of each kind; what is left of the known ones is settled.
fn take_out(report: &mut Report, mut known: Entries) -> Entries {
    let keys: Vec<(String, u64)> = report
        .findings
        .iter()
        .map(|finding| (finding.code.clone(), fingerprint(finding, report)))
        .collect();
    let mut keys = keys.into_iter();
    report.retain_findings(|_| {
        let Some(left) = keys.next().and_then(|key| known.get_mut(&key)) else { return true };
        let new = *left == 0;
        *left = left.saturating_sub(1);
        new
    });
    known.retain(|_, left| *left > 0);
    known
}
