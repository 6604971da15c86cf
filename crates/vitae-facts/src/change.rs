//! Two figures that are one change: `from 900 ms to 140 ms`, `5 a week, down from 40`. Figures in,
//! metrics out.

use crate::metric::{Found, Metric, MetricKind};
use crate::words::{Class, Reading};

/// Makes one metric of `from A to B`, of `A to B` with units of their own, and of `B, down from A`.
pub(crate) fn join_changes(reading: &Reading<'_>, found: Vec<Found>) -> Vec<Metric> {
    let mut metrics: Vec<Metric> = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    while let Some(old) = found.next() {
        let Some(new) = found.peek() else {
            metrics.push(old.metric);
            continue;
        };
        let Some(joint) = joint(reading, &old, new) else {
            metrics.push(old.metric);
            continue;
        };
        if let Some(new) = found.next() {
            metrics.push(joined(old, new, joint));
        }
    }
    metrics
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Joint {
    /// `from A to B`.
    Forward,
    /// `B, down from A`.
    Backward,
    /// `between A and B`, `A to B` as a range.
    Range,
}

/// What joins two metrics that follow each other, if anything does.
fn joint(reading: &Reading<'_>, old: &Found, new: &Found) -> Option<Joint> {
    let between = old.end..new.first;
    if between.is_empty() || between.len() > 5 {
        return None;
    }
    let filler = |at: usize| {
        reading.class(at).is(Class::QUALIFIER)
            || reading.is_any(at, &["an", "of", "as", "~", "<", ">", "-", "merely"])
    };
    let words: Vec<usize> = between.filter(|at| !filler(*at)).collect();
    let same = old.metric.kind == new.metric.kind || !old.named || !new.named;
    let is_time = |metric: &Metric| matches!(metric.kind, MetricKind::Time | MetricKind::Rate);
    let alike = same || is_time(&old.metric) && is_time(&new.metric);
    let kinds_change =
        old.metric.kind != MetricKind::Multiplier && new.metric.kind != MetricKind::Multiplier;
    if !alike || !kinds_change {
        return None;
    }
    match words.as_slice() {
        [to] if reading.is_any(*to, &["to", "\u{2192}", "into"]) => {
            let from = from_before(reading, old.first) && !is_timetable(reading, old.first);
            let named = old.named
                && old.metric.kind == new.metric.kind
                && old.metric.kind != MetricKind::Count;
            if from || named || reading.is(*to, "\u{2192}") {
                Some(Joint::Forward)
            } else {
                (!old.named && old.metric.milli < new.metric.milli).then_some(Joint::Range)
            }
        }
        [comma, from] if reading.is(*comma, ",") && reading.is(*from, "from") => {
            Some(Joint::Backward)
        }
        // "a score of 4.8 from 1,100 people" tells where it came from.
        [from] if reading.is_any(*from, &["from", "instead"]) && old.named => Some(Joint::Backward),
        [comma, not] if reading.is(*comma, ",") && reading.is(*not, "not") => Some(Joint::Backward),
        [rather, than] if reading.is(*rather, "rather") && reading.is(*than, "than") => {
            Some(Joint::Backward)
        }
        [] if reading.is(old.end, ">") || reading.is(old.end + 1, ">") => Some(Joint::Forward),
        _ => None,
    }
}

/// `Monday to Friday from 8 to 17`: hours of service, and nothing changed.
fn is_timetable(reading: &Reading<'_>, first: usize) -> bool {
    const DAYS: [&str; 11] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "daily",
        "weekdays",
        "hours",
        "shift",
    ];
    (first.saturating_sub(4)..first).any(|at| reading.is_any(at, &DAYS))
}

/// `from` stands before the token, qualifiers skipped.
fn from_before(reading: &Reading<'_>, first: usize) -> bool {
    let mut at = first;
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else { return false };
        if reading.is(before, "from") {
            return true;
        }
        let filler = reading.class(before).is(Class::QUALIFIER)
            || reading.is_any(before, &["an", "of", "a", "~", ">", "<"]);
        if !filler {
            return false;
        }
        at = before;
    }
    false
}

fn joined(old: Found, new: Found, joint: Joint) -> Metric {
    let (before, after) = (old.metric, new.metric);
    let range = before.range.cover(after.range);
    let (from, to) = if joint == Joint::Backward { (after, before) } else { (before, after) };
    let (from_range, to_range) = (from.range, to.range);
    // "from 45 to 8 minutes" and "from 50 minutes to 6" name the unit once.
    let (kind, unit) = if to.unit.is_empty() { (from.kind, from.unit) } else { (to.kind, to.unit) };
    let change = (joint != Joint::Range).then_some((from_range, to_range));
    Metric { range, kind, milli: to.milli, unit, change }
}
