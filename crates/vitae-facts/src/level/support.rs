//! What the cues of lines carry together, and the level that they speak for: the second reading,
//! beside that of the words. Years alone decide nothing.

use super::Level;
use super::judge::{Line, distinct};
use super::reading::FULL;

/// What the lines carry together.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Support {
    /// For each level, lowest first, what the best lines carry of what the level needs, in percent.
    /// Of entry it is the lines of work that was given, beside those of work that was owned.
    pub(crate) share: [u32; 5],
    /// The work is of the first years: given by others, an internship, or under two years of jobs.
    pub(crate) first_years: bool,
}

/// So many lines of each level are looked at: what is sustained shows in a few, and more of them,
/// or longer ones, add nothing.
const BEST: usize = 4;

/// Hundredths of a line that each level needs where there are five lines or more. Editorial: chosen
/// on resumes whose level is known, between the most that the level below shows and the least of
/// the level itself.
const NEEDS: [u32; 5] = [0, 120, 205, 250, 175];

/// In the first two years of jobs on software, ownership has to show in nearly every line.
const FIRST_YEARS: u32 = 24;
const NEED_IN_FIRST_YEARS: u32 = 3;

/// Guided work weighs this much of owned work before the level is the first one.
const MOSTLY_GIVEN: u32 = 68;

/// Below this much of the need of mid, in percent, the lines tell nothing.
const TOO_LITTLE: u32 = 25;

/// So near its need, in percent, a level is close, and a claim decides.
const CLOSE_BELOW: u32 = 85;
const CLOSE_ABOVE: u32 = 115;

impl Line {
    /// Hundredths of a line of `level` (1 and up) that it carries. What speaks for a higher level
    /// speaks for this one too, half as loud: the work of a higher level holds that of the lower.
    fn carries(&self, level: usize) -> u32 {
        if self.reading.is_given() {
            return 0;
        }
        let most = match (self.first_steps, level) {
            (false, _) => 100,
            (true, 1) => 50,
            (true, _) => 0,
        };
        let points = &self.reading.points;
        let above: u32 = points[level + 1..].iter().sum();
        (points[level] + above / 2).min(FULL) * most / FULL * self.weight / 100
    }
}

/// What the lines carry together; `months` in jobs on software, 0 when they are not known.
pub(crate) fn support(lines: &[Line], months: u32) -> Support {
    let lines = distinct(lines);
    let mut support = Support::default();
    let count = u32::try_from(lines.len().min(5)).unwrap_or(5);
    for (level, need) in NEEDS.into_iter().enumerate().skip(1) {
        let mut best: Vec<u32> = lines.iter().map(|line| line.carries(level)).collect();
        vitae_text::sort_by(&mut best, |a, b| b.cmp(a));
        let carried: u32 = best.iter().take(BEST).sum();
        let early = level == 1 && (1..FIRST_YEARS).contains(&months);
        let need = need * count / 5 * if early { NEED_IN_FIRST_YEARS } else { 1 };
        support.share[level] = carried * 100 / need.max(1);
    }
    let given: u32 = lines.iter().map(|line| line.reading.points[0].min(FULL)).sum();
    let first_steps = lines.iter().filter(|line| line.first_steps).count();
    support.first_years = given >= FULL * 2 / 3
        || first_steps * 2 > lines.len()
        || (1..FIRST_YEARS).contains(&months);
    let owned = |line: &&Line| (1..5).map(|level| line.carries(level)).max().unwrap_or(0);
    let owned: u32 = lines.iter().map(owned).sum();
    support.share[0] = given * 100 / FULL * 100 / owned.max(1);
    support
}

/// The level that the support speaks for; between two that are close, a claim decides. None where
/// the lines speak for no level, the first one included.
pub(crate) fn level_by_cues(support: &Support, claimed: Option<Level>) -> Option<Level> {
    let share = support.share;
    let mut level = (1..5).rev().find(|level| share[*level] >= 100).unwrap_or(0);
    // Words of money and risk are also those of a trade: without plans that others follow, what
    // reads mostly as design and delivery is that.
    let trade_words = share[3] < 60 && share[2] * 10 > share[4] * 13;
    if level == Level::Principal as usize && trade_words {
        level = Level::Senior as usize;
    }
    // Where more is given than owned, the work is guided, whatever it is of.
    if level <= Level::Senior as usize && share[0] >= MOSTLY_GIVEN {
        level = 0;
    }
    if level == 0 && !support.first_years {
        // Work of years that tells little is not the work of a beginner.
        if share[1] < TOO_LITTLE {
            return None;
        }
        level = 1;
    }
    let claimed = claimed.map_or(level, |claimed| claimed as usize);
    let close = claimed == level + 1 && share[claimed] >= CLOSE_BELOW && share[0] < MOSTLY_GIVEN
        || claimed + 1 == level && share[level] < CLOSE_ABOVE;
    Some(Level::ALL[if close { claimed } else { level }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::level::reading::LineReading;
    use vitae_text::TextRange;

    fn line(at: u32, points: [u32; 5]) -> Line {
        Line {
            range: TextRange::new(at, at + 1),
            weight: 100,
            first_steps: false,
            fingerprint: u64::from(at),
            reading: LineReading { points, ..LineReading::default() },
        }
    }

    fn judged(lines: &[Line], months: u32) -> Option<Level> {
        level_by_cues(&support(lines, months), None)
    }

    #[test]
    fn one_stray_line_decides_nothing_and_repeating_it_neither() {
        let mut lines: Vec<Line> = (0..5).map(|at| line(at, [0, 30, 0, 0, 0])).collect();
        assert_eq!(judged(&lines, 60), Some(Level::Mid));
        lines.push(line(9, [0, 0, 0, 0, 60]));
        lines.push(line(9, [0, 0, 0, 0, 60]));
        assert_eq!(judged(&lines, 60), Some(Level::Mid));
        lines.push(line(10, [0, 0, 0, 0, 60]));
        assert_eq!(judged(&lines, 60), Some(Level::Principal));
    }

    #[test]
    fn given_work_is_entry_however_long_it_went_on() {
        let lines: Vec<Line> = (0..5).map(|at| line(at, [30, 20, 0, 0, 0])).collect();
        assert_eq!(judged(&lines, 300), Some(Level::Entry));
    }

    #[test]
    fn lines_that_speak_for_no_level_give_none() {
        let lines: Vec<Line> = (0..5).map(|at| line(at, [0; 5])).collect();
        assert_eq!(judged(&lines, 60), None);
        assert_eq!(judged(&lines, 6), Some(Level::Entry));
    }

    #[test]
    fn a_claim_decides_only_between_levels_that_are_close() {
        let support = |senior| Support { share: [0, 200, senior, 0, 0], ..Support::default() };
        assert_eq!(level_by_cues(&support(90), Some(Level::Senior)), Some(Level::Senior));
        assert_eq!(level_by_cues(&support(110), Some(Level::Mid)), Some(Level::Mid));
        assert_eq!(level_by_cues(&support(70), Some(Level::Senior)), Some(Level::Mid));
        assert_eq!(level_by_cues(&support(90), Some(Level::Staff)), Some(Level::Mid));
    }
}
