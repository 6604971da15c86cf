//! Roles in time: months worked, gaps, overlaps.

use vitae_resume::{Parsed, PartialDate, Work, YearMonth};
use vitae_text::TextRange;

/// A role with its place in time.
#[derive(Clone, Debug)]
pub struct Position {
    /// Index into `work` of the resume.
    pub work: usize,
    /// Everything of it in the document; empty when its source is unknown.
    pub range: TextRange,
    /// Title in the document; none when there is none.
    pub title: Option<TextRange>,
    /// Employer in the document; none when there is none.
    pub employer: Option<TextRange>,
    /// Printed dates in the document.
    pub dates: Option<TextRange>,
    /// First month; none when it has no readable start.
    pub start: Option<PartialDate>,
    /// Last month; none while it is current, or when it has no readable end.
    pub end: Option<PartialDate>,
    /// It goes on today (a start, and no end).
    pub current: bool,
    /// Sure enough to judge: title, employer and dates were read with confidence.
    pub confident: bool,
}

/// The career in months.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Months with at least one role, up to today.
    pub months_worked: u32,
    /// Stretches without a role between roles: last month before, first month after.
    pub gaps: Vec<(YearMonth, YearMonth)>,
    /// Pairs of roles (indices into `positions`) that overlap, and by how many months.
    pub overlaps: Vec<(usize, usize, u32)>,
}

/// The roles of `work`, in printed order.
pub(crate) fn positions(parsed: &Parsed) -> Vec<Position> {
    parsed.resume.work.iter().enumerate().map(|(at, work)| position(parsed, at, work)).collect()
}

fn position(parsed: &Parsed, index: usize, work: &Work) -> Position {
    let base = format!("/work/{index}");
    let field = |name: &str| parsed.sources.get(&format!("{base}/{name}"));
    let place = |name: &str| field(name).and_then(|source| source.cover());
    let all = parsed.sources.under(&base).filter_map(|(_, source)| source.cover());
    let start = PartialDate::parse_iso(&work.start_date);
    let end = PartialDate::parse_iso(&work.end_date);
    let sure = |name: &str| field(name).is_some_and(|source| !source.confidence.is_doubtful());
    let dates = [place("startDate"), place("endDate")].into_iter().flatten();
    Position {
        work: index,
        range: all.reduce(TextRange::cover).unwrap_or_default(),
        title: place("position"),
        employer: place("name"),
        dates: dates.reduce(TextRange::cover),
        start,
        end,
        current: start.is_some() && work.end_date.is_empty(),
        confident: sure("position") && sure("name") && sure("startDate"),
    }
}

/// First and last month of a role; none without a readable start, or when it ends before it starts.
pub(crate) fn span(position: &Position, today: YearMonth) -> Option<(YearMonth, YearMonth)> {
    let first = position.start?.first_month();
    let last = match position.end {
        Some(end) => end.last_month().min(today),
        None if position.current => today,
        None => return None,
    };
    (first <= last).then_some((first, last))
}

/// Months worked, gaps between roles and overlaps of roles.
pub(crate) fn timeline(positions: &[Position], today: YearMonth) -> Timeline {
    let mut spans: Vec<(YearMonth, YearMonth, usize)> = positions
        .iter()
        .enumerate()
        .filter_map(|(at, position)| span(position, today).map(|(first, last)| (first, last, at)))
        .collect();
    vitae_text::sort(&mut spans);
    let mut timeline =
        Timeline { overlaps: overlaps(&sure_spans(positions, today)), ..Timeline::default() };
    let mut reached: Option<YearMonth> = None;
    for (first, last, _) in spans {
        if let Some(before) = reached.filter(|before| first.0 > before.0 + 1) {
            timeline.gaps.push((before, first));
        }
        let fresh = reached.map_or(first.0, |before| first.0.max(before.0 + 1));
        timeline.months_worked += u32::try_from(last.0 + 1 - fresh).unwrap_or(0);
        reached = Some(reached.map_or(last, |before| before.max(last)));
    }
    timeline
}

/// The months that a role surely covers, rising by the first: a year alone may have begun in its
/// December and ended in its January.
fn sure_spans(positions: &[Position], today: YearMonth) -> Vec<(YearMonth, YearMonth, usize)> {
    let sure = |(at, position): (usize, &Position)| {
        let (first, last) = span(position, today)?;
        let first = position.start.map_or(first, PartialDate::last_month);
        let last = position.end.map_or(last, |end| end.first_month().min(today));
        (first <= last).then_some((first, last, at))
    };
    let mut spans: Vec<_> = positions.iter().enumerate().filter_map(sure).collect();
    vitae_text::sort(&mut spans);
    spans
}

/// Pairs of roles that share months. Two roles that meet in one month change hands and do not
/// overlap. `spans` rise by their first month.
fn overlaps(spans: &[(YearMonth, YearMonth, usize)]) -> Vec<(usize, usize, u32)> {
    let mut pairs = Vec::new();
    for (at, &(_, last, one)) in spans.iter().enumerate() {
        for &(first, end, other) in &spans[at + 1..] {
            // Thousands of roles at once are no career; the pairs would fill the memory.
            if first >= last || pairs.len() >= 1_000 {
                break;
            }
            let months = u32::try_from(last.min(end).0 + 1 - first.0).unwrap_or(0);
            pairs.push((one.min(other), one.max(other), months));
        }
    }
    vitae_text::sort(&mut pairs);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(start: &str, end: &str) -> Work {
        Work { start_date: start.into(), end_date: end.into(), ..Work::default() }
    }

    fn read(roles: &[(&str, &str)]) -> Timeline {
        let mut parsed = Parsed::default();
        parsed.resume.work = roles.iter().map(|(start, end)| role(start, end)).collect();
        timeline(&positions(&parsed), YearMonth::new(2026, 11))
    }

    #[test]
    fn months_are_counted_once_and_gaps_lie_between_roles() {
        let career = read(&[("2026-01", ""), ("2024-01", "2025-06"), ("2025-03", "2025-08")]);
        assert_eq!(career.months_worked, 11 + 20);
        assert_eq!(career.gaps, [(YearMonth::new(2025, 8), YearMonth::new(2026, 1))]);
        assert_eq!(career.overlaps, [(1, 2, 4)]);
    }

    #[test]
    fn years_alone_leave_no_gap_and_roles_that_meet_do_not_overlap() {
        let career = read(&[("2021", "2023"), ("2019", "2020")]);
        assert_eq!((career.months_worked, career.gaps.len()), (60, 0));
        // A year that ends one role and begins the next is no overlap of twelve months.
        assert!(read(&[("2016", "2019"), ("2013", "2016")]).overlaps.is_empty());
        assert_eq!(read(&[("2016", "2019"), ("2013", "2018")]).overlaps, [(0, 1, 14)]);
        assert!(read(&[("2020-03", "2021-05"), ("2021-05", "2022-01")]).overlaps.is_empty());
    }

    #[test]
    fn unreadable_dates_count_for_nothing() {
        let career = read(&[("", ""), ("2022-05", "2020-01"), ("2030-01", "")]);
        assert_eq!((career.months_worked, career.gaps.len(), career.overlaps.len()), (0, 0, 0));
    }
}
