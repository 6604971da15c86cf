//! Options and `vitae.toml` together: an option wins over the file.

use crate::args::{CheckArgs, FailOn};
use crate::config;
use crate::failure::{Failure, Status};
use crate::selection::Selection;
use crate::today::today;
use std::collections::BTreeSet;
use vitae::{Options, Report, Severity};

/// How to check, and when to complain.
pub(crate) struct Settings {
    pub(crate) options: Options,
    pub(crate) selection: Selection,
    fail_on: Option<Severity>,
    min_score: Option<u32>,
}

impl Settings {
    pub(crate) fn new(args: &CheckArgs) -> Result<Self, Failure> {
        let config = config::load(args.config.as_deref(), &args.files)?;
        let mut options = Options::new(args.today.or(config.today).unwrap_or_else(today));
        options.level = args.level.or(config.level);
        options.market = args.market.or(config.market);
        if let Some(profile) = config.profile {
            options.profile = profile;
        }
        let select = args.select.as_deref().or(config.select.as_deref());
        options.optional = select.is_some();
        let ignore = match &args.ignore {
            Some(rules) => rules.iter().map(|rule| (rule.clone(), None)).collect(),
            None => config.ignore.into_iter().flatten().map(|one| (one.rule, one.reason)).collect(),
        };
        options.waivers = config.waivers;
        let fail_on = args.fail_on.or(config.fail_on).unwrap_or(FailOn::Error);
        Ok(Self {
            options,
            selection: Selection::new(select, ignore)?,
            fail_on: fail_on.severity(),
            min_score: args.min_score.or(config.min_score),
        })
    }

    /// Takes out what the settings hide: what has a reason is listed as suppressed.
    pub(crate) fn select(&self, report: &mut Report) {
        report.suppress(|finding| self.selection.reason(finding).map(str::to_owned));
        report.retain_findings(|finding| self.selection.shows(finding));
    }

    /// The waivers, by index, that a report used.
    pub(crate) fn used_waivers(&self, report: &Report) -> Vec<usize> {
        let text = |range: vitae::report::TextRange| range.of(&report.document.text);
        let used = |waiver: &vitae::Waiver| {
            report.waived.iter().any(|waived| waiver.is_for(text(waived.range)))
        };
        let waivers = self.options.waivers.iter().enumerate();
        waivers.filter(|(_, waiver)| used(waiver)).map(|(index, _)| index).collect()
    }

    /// A note for each waiver that no file of the run used.
    pub(crate) fn unused_waivers(&self, used: &BTreeSet<usize>) -> Vec<String> {
        let waivers = self.options.waivers.iter().enumerate();
        let unused = waivers.filter(|(index, _)| !used.contains(index));
        let note = |waiver: &vitae::Waiver| {
            format!("a waiver of the settings names no bullet: `{}`", waiver.text)
        };
        unused.map(|(_, waiver)| note(waiver)).collect()
    }

    /// Whether a report is good enough. One without a total is judged by its findings alone.
    pub(crate) fn status(&self, report: &Report) -> Status {
        let severe = self.fail_on.is_some_and(|least| report.worst() >= Some(least));
        if severe || self.short(report).is_some() { Status::Findings } else { Status::Clean }
    }

    /// Says that the score is too low, if it is.
    pub(crate) fn short(&self, report: &Report) -> Option<String> {
        let (least, total) = (self.min_score?, report.score.total?);
        let name = report.file.name.as_deref().unwrap_or("<stdin>");
        let least_shown = vitae::report::Points(least);
        (total.0 < least)
            .then(|| format!("score too low: {name}: {total} points (--min-score {least_shown})"))
    }
}
