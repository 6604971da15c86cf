//! Roles in time: months worked, gaps, overlaps.

use vitae_resume::{PartialDate, YearMonth};
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
