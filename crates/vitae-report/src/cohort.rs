//! What many resumes have in common: reports come in one by one, out come the commonest weaknesses
//! with their mean gain, and how the scores are spread. Only sums are kept, so a folder may be large.

use crate::report::Finding;
use crate::{Points, Report};
use vitae_lint::Severity;
use vitae_text::SortedMap;

/// Sums over many resumes.
#[derive(Clone, Debug, Default)]
pub struct Cohort {
    scores: Vec<u32>,
    judged: usize,
    rules: SortedMap<String, Sum>,
}

#[derive(Clone, Debug, Default)]
struct Sum {
    name: String,
    resumes: u32,
    gain: u64,
    help: String,
}

/// A weakness that several resumes share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakness {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// Resumes that have it.
    pub resumes: u32,
    /// Points that settling it gives back, on average over these resumes.
    pub gain: Points,
    /// What to do, as the first of them was told.
    pub help: String,
}

/// How scores are spread.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Resumes with a score.
    pub number: usize,
    /// The lowest.
    pub lowest: Points,
    /// A quarter is at or below it.
    pub lower: Points,
    /// Half is at or below it.
    pub median: Points,
    /// Three quarters are at or below it.
    pub upper: Points,
    /// The highest.
    pub highest: Points,
    /// Resumes by tens: 0 to 9, 10 to 19, …, 90 to 100.
    pub tens: [u32; 10],
}

impl Cohort {
    /// Adds a report.
    pub fn add(&mut self, report: &Report) {
        self.judged += 1;
        self.scores.extend(report.score.total.map(|total| total.0));
        let mut seen: Vec<&str> = Vec::new();
        for finding in &report.findings {
            let gain = report.gain(&finding.code);
            let matters = gain.0 > 0 || finding.severity > Severity::Info;
            if !matters || seen.contains(&finding.code.as_str()) {
                continue;
            }
            seen.push(&finding.code);
            let sum = self.rules.or_default(finding.code.clone());
            sum.resumes += 1;
            sum.gain += u64::from(gain.0);
            if sum.name.is_empty() {
                sum.name.clone_from(&finding.name);
                sum.help = in_general(finding);
            }
        }
    }

    /// Resumes so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.judged
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.judged == 0
    }

    /// The commonest weaknesses first; of equally common ones that with more to gain.
    #[must_use]
    pub fn weaknesses(&self, most: usize) -> Vec<Weakness> {
        let weakness = |(code, sum): (&String, &Sum)| Weakness {
            code: code.clone(),
            name: sum.name.clone(),
            resumes: sum.resumes,
            gain: Points((sum.gain / u64::from(sum.resumes.max(1))) as u32),
            help: sum.help.clone(),
        };
        let mut all: Vec<Weakness> = self.rules.iter().map(weakness).collect();
        all.sort_by_key(|one| (std::cmp::Reverse((one.resumes, one.gain)), one.code.clone()));
        all.truncate(most);
        all
    }

    /// How the scores are spread; none without a score.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let mut scores = self.scores.clone();
        scores.sort_unstable();
        let (lowest, highest) = (*scores.first()?, *scores.last()?);
        // The nearest rank: a score that somebody has.
        let rank = |quarters: usize| {
            let index = (scores.len() * quarters).div_ceil(4).max(1) - 1;
            Points(scores[index.min(scores.len() - 1)])
        };
        let mut tens = [0; 10];
        for score in &scores {
            tens[(*score / 10_000).min(9) as usize] += 1;
        }
        Some(Spread {
            number: scores.len(),
            lowest: Points(lowest),
            lower: rank(1),
            median: rank(2),
            upper: rank(3),
            highest: Points(highest),
            tens,
        })
    }
}

/// What to do, for many: a help that quotes one resume gives way to what the rule looks for.
fn in_general(finding: &Finding) -> String {
    let general = vitae_lint::by_code(&finding.code).map(vitae_lint::Rule::summary);
    match general {
        Some(general) if finding.help.contains('`') && !general.is_empty() => general,
        _ => finding.help.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_spread_by_nearest_rank() {
        let cohort = Cohort { scores: vec![90_000, 61_000, 75_000, 100_000], ..Cohort::default() };
        let spread = cohort.spread().unwrap();
        assert_eq!((spread.lowest.0, spread.median.0, spread.highest.0), (61_000, 75_000, 100_000));
        assert_eq!((spread.lower.0, spread.upper.0), (61_000, 90_000));
        assert_eq!(spread.tens, [0, 0, 0, 0, 0, 0, 1, 1, 0, 2]);
        assert_eq!(Cohort::default().spread(), None);
    }
}
