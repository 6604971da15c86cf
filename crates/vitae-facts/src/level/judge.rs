//! From lines to a level. Lines with their readings come in; the level that their words speak for goes
//! out, and what each line shows of a dimension. Years decide nothing.

use super::Level;
use super::reading::LineReading;
use super::support::{level_by_cues, support};
use vitae_pack::Dimension;
use vitae_text::TextRange;

/// A line that counts, with what it says.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Line {
    /// Where it stands.
    pub(crate) range: TextRange,
    /// How much it counts, 0 to 100: what is long ago counts less.
    pub(crate) weight: u32,
    /// It is of an internship or of a project of one's own, which show first steps.
    pub(crate) first_steps: bool,
    /// Equal for lines of the same words, which count once.
    pub(crate) fingerprint: u64,
    /// What it says.
    pub(crate) reading: LineReading,
}

/// The words of all lines together tell less than this, and there is too little to judge.
const TOO_LITTLE: i32 = 90;

/// A claimed level that is so near the best one decides between the two.
const CLOSE: i32 = 60;

/// A line of owned work speaks no louder than this against a higher level: whoever designs and leads
/// also builds and fixes.
const AGAINST_HIGHER: i32 = 20;

impl Line {
    /// The level that its words speak for most.
    fn level(&self) -> usize {
        loudest(self.reading.by_words)
    }

    /// 0 to 100: what the line shows of a dimension. 20 is what entry shows, 100 what principal
    /// shows; nothing when the line does not speak of it.
    pub(crate) fn score(&self, dimension: Dimension) -> u32 {
        let points = &self.reading.by_dimension[dimension as usize];
        if self.reading.is_given() {
            return if points[0] > 0 { 10 } else { 0 };
        }
        if points[1..].iter().all(|points| *points == 0) {
            return 0;
        }
        // Two thirds of a line carry a dimension; the level that its words speak for counts a little
        // less.
        let highest = |points: &[u32; 5], full: u32| {
            (1..5).map(|level| points[level].min(full) * 20 * (level as u32 + 1) / full).max()
        };
        let own = highest(points, 20).unwrap_or(0);
        let whole = 16 * (self.level() as u32 + 1);
        let best = own.max(whole);
        let score = if self.first_steps { best.min(30) } else { best };
        score * self.weight / 100
    }
}

/// Lines of the same words once.
pub(crate) fn distinct(lines: &[Line]) -> Vec<&Line> {
    let mut kept: Vec<&Line> = lines.iter().collect();
    vitae_text::sort_by_key(&mut kept, |line| (line.fingerprint, line.range));
    kept.dedup_by_key(|line| line.fingerprint);
    kept
}

/// The level that the lines speak for; `months` in jobs on software, 0 when they are not known. Their
/// words decide. A claim decides between two levels that are close, and where the cues agree with it
/// and the words are one level away. Where the words tell too little, the cues decide; none where they
/// do so too.
pub(crate) fn level_of(lines: &[Line], months: u32, claimed: Option<Level>) -> Option<Level> {
    let cues = level_by_cues(&support(lines, months), claimed);
    let said = said(lines);
    let best = loudest(said);
    if said[best] < TOO_LITTLE {
        return cues;
    }
    let stands = |claimed: &Level| {
        let at = *claimed as usize;
        said[best] - said[at] < CLOSE || at.abs_diff(best) == 1 && cues == Some(*claimed)
    };
    Some(claimed.filter(stands).unwrap_or(Level::ALL[best]))
}

/// What the words of all lines say of each level, first steps half as loud. The line that speaks most
/// for the level that comes out against the one below is left out: one line alone raises nothing.
fn said(lines: &[Line]) -> [i32; 5] {
    let all: Vec<[i32; 5]> = distinct(lines).into_iter().map(Line::says).collect();
    let mut said = [0; 5];
    for says in &all {
        said.iter_mut().zip(says).for_each(|(said, says)| *said += *says);
    }
    let best = loudest(said);
    if best < 2 || all.len() < 4 {
        return said;
    }
    let raises = |says: &[i32; 5]| says[best] - says[best - 1];
    let stray = all.iter().copied().max_by_key(raises).unwrap_or_default();
    let without: [i32; 5] = std::array::from_fn(|level| said[level] - stray[level]);
    if loudest(without) < best { without } else { said }
}

impl Line {
    /// What its words say of each level, weighed.
    fn says(&self) -> [i32; 5] {
        let weight =
            i32::try_from(self.weight).unwrap_or(100) / if self.first_steps { 2 } else { 1 };
        let own = loudest(self.reading.by_words);
        std::array::from_fn(|level| {
            let words = self.reading.by_words[level];
            let damped = own > 0 && level > own;
            let words = if damped { words.max(-AGAINST_HIGHER) } else { words };
            words * weight / 100
        })
    }
}

/// The level that is spoken for most; of equals the lowest.
fn loudest(said: [i32; 5]) -> usize {
    (0..5).rev().max_by_key(|level| said[*level]).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: u32, level: usize, weight: u32) -> Line {
        let mut by_words = [-40; 5];
        by_words[level] = 160;
        Line {
            range: TextRange::new(at, at + 1),
            weight,
            first_steps: false,
            fingerprint: u64::from(at),
            reading: LineReading { by_words, ..LineReading::default() },
        }
    }

    #[test]
    fn one_stray_line_decides_nothing_and_repeating_it_neither() {
        let mut lines: Vec<Line> = (0..4).map(|at| line(at, 1, 100)).collect();
        assert_eq!(level_of(&lines, 60, None), Some(Level::Mid));
        for _ in 0..9 {
            lines.push(line(9, 4, 100));
        }
        assert_eq!(level_of(&lines, 60, None), Some(Level::Mid));
    }

    #[test]
    fn what_is_long_ago_counts_less() {
        let lines = [line(0, 3, 45), line(1, 3, 45), line(2, 2, 100)];
        assert_eq!(level_of(&lines, 60, None), Some(Level::Senior));
    }

    #[test]
    fn lines_that_tell_nothing_give_none() {
        let mut lines = [line(0, 1, 100), line(1, 1, 100)];
        lines.iter_mut().for_each(|line| line.reading.by_words = [3, -1, 0, 2, -4]);
        assert_eq!(level_of(&lines, 60, None), None);
        assert_eq!(level_of(&lines, 60, Some(Level::Senior)), None);
    }

    #[test]
    fn a_claim_decides_only_between_levels_that_are_close() {
        let mut lines = [line(0, 1, 100)];
        lines[0].reading.by_words = [-200, 130, 90, -10, -10];
        assert_eq!(level_of(&lines, 60, Some(Level::Senior)), Some(Level::Senior));
        assert_eq!(level_of(&lines, 60, Some(Level::Staff)), Some(Level::Mid));
        lines[0].reading.by_words = [-200, 130, 40, 20, 10];
        assert_eq!(level_of(&lines, 60, Some(Level::Senior)), Some(Level::Mid));
    }
}
