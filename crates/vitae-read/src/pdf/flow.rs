//! Columns that flow from page to page: the text of a main column goes on at the top of the next page,
//! not in the sidebar beside it. Laid-out pages in, `(page, regions)` in reading order out.

use super::compose::PageLines;
use super::lines::DraftLine;
use super::running::Running;
use std::ops::Range;

/// Left edges and bounds of columns may differ this much from page to page.
const SLACK: f32 = 4.0;

/// Left and right bound.
type Bounds = (f32, f32);

/// A page without its running lines.
struct Body<'a> {
    page: &'a PageLines,
    running: &'a Running,
    index: usize,
}

/// Pages and regions in reading order.
pub(super) fn reading_order(pages: &[PageLines], running: &Running) -> Vec<(usize, Range<usize>)> {
    let body = |index: usize| Body { page: &pages[index], running, index };
    let mut order = Vec::new();
    let mut at = 0;
    while at < pages.len() {
        let all = pages[at].regions.len();
        let Some((split, first, second)) = body(at).columns() else {
            order.push((at, 0..all));
            at += 1;
            continue;
        };
        order.push((at, 0..split));
        let mut beside = vec![(at, split..all)];
        at += 1;
        while at < pages.len() {
            let Some((split, end)) = body(at).flowing(first, second) else { break };
            let all = pages[at].regions.len();
            order.push((at, 0..split));
            beside.push((at, split..end));
            at += 1;
            if end < all {
                // Full-width text below the columns ends them.
                beside.push((at - 1, end..all));
                break;
            }
        }
        order.extend(beside);
    }
    order.retain(|(_, regions)| !regions.is_empty());
    order
}

impl Body<'_> {
    /// The lines of a region.
    fn lines(&self, region: usize) -> impl Iterator<Item = &DraftLine> {
        let lines = self.page.lines.iter().enumerate();
        lines.filter_map(move |(index, line)| {
            let own = line.region == region && !self.running.holds(self.index, index);
            own.then_some(line)
        })
    }

    /// The regions that hold text.
    fn regions(&self) -> Vec<usize> {
        (0..self.page.regions.len()).filter(|region| self.lines(*region).next().is_some()).collect()
    }

    /// The two columns that a page ends with, and the region that the second one is. Not those that are
    /// equally wide: there the text of the first goes on in the second, as in a newspaper.
    fn columns(&self) -> Option<(usize, Bounds, Bounds)> {
        let regions = self.regions();
        let [.., first, second] = regions[..] else { return None };
        let column =
            |index: usize| self.page.regions[index].is_column && !self.page.regions[index].is_cells;
        let count = regions.iter().filter(|region| column(**region)).count();
        if count != 2 || !column(first) || !column(second) || self.is_turned() {
            return None;
        }
        let (a, b) = (self.bounds(first)?, self.bounds(second)?);
        let (narrow, wide) = ((a.1 - a.0).min(b.1 - b.0), (a.1 - a.0).max(b.1 - b.0));
        (narrow < 0.8 * wide).then_some((second, a, b))
    }

    /// Where the region at the top that goes on with the first column ends, and where the one that goes
    /// on with the second; none when the first column does not go on.
    fn flowing(&self, first: Bounds, second: Bounds) -> Option<(usize, usize)> {
        let regions = self.regions();
        let all = self.page.regions.len();
        let top = *regions.first()?;
        if self.is_turned() || !self.fits(first, top) {
            return None;
        }
        let column = |region: &&usize| self.page.regions[**region].is_column;
        match (regions.len(), regions.iter().filter(column).count()) {
            (1, _) => Some((all, all)),
            (2 | 3, 2) if column(&&regions[1]) && self.fits(second, regions[1]) => {
                Some((regions[1], regions.get(2).map_or(all, |below| *below)))
            }
            _ => None,
        }
    }

    fn is_turned(&self) -> bool {
        self.page.lines.iter().any(|line| line.turn != 0)
    }

    fn bounds(&self, region: usize) -> Option<Bounds> {
        let cover = |(x0, x1): Bounds, line: &DraftLine| (x0.min(line.x0), x1.max(line.x1));
        let (x0, x1) = self.lines(region).fold((f32::MAX, f32::MIN), cover);
        (x0 < x1).then_some((x0, x1.max(self.page.regions.get(region)?.right)))
    }

    /// Whether a region stands where a column stood on the page before.
    fn fits(&self, (x0, x1): Bounds, region: usize) -> bool {
        let left = self.lines(region).map(|line| line.x0).fold(f32::MAX, f32::min);
        let right = self.lines(region).map(|line| line.x1).fold(f32::MIN, f32::max);
        (left - x0).abs() < SLACK && right > left && right < x1 + SLACK
    }
}
