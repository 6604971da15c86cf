//! Columns that flow from page to page: the text of a main column goes on at the top of the next page,
//! not in the sidebar beside it. Laid-out pages in, `(page, regions)` in reading order out.

use super::compose::PageLines;
use std::ops::Range;

/// Left edges and bounds of columns may differ this much from page to page.
const SLACK: f32 = 4.0;

/// Left and right bound.
type Bounds = (f32, f32);

/// Pages and regions in reading order.
pub(super) fn reading_order(pages: &[PageLines]) -> Vec<(usize, Range<usize>)> {
    let mut order = Vec::new();
    let mut at = 0;
    while at < pages.len() {
        let all = pages[at].regions.len();
        let Some((first, second)) = columns(&pages[at]) else {
            order.push((at, 0..all));
            at += 1;
            continue;
        };
        order.push((at, 0..all - 1));
        let mut beside = vec![(at, all - 1..all)];
        at += 1;
        while at < pages.len() {
            let Some(flowing) = flowing(first, second, &pages[at]) else { break };
            let all = pages[at].regions.len();
            order.push((at, 0..1));
            beside.push((at, 1..flowing));
            at += 1;
            if flowing < all {
                // Full-width text below the columns ends them.
                beside.push((at - 1, flowing..all));
                break;
            }
        }
        order.extend(beside);
    }
    order.retain(|(_, regions)| !regions.is_empty());
    order
}

/// The two columns that a page ends with. Not those that are equally wide: there the text of the first
/// goes on in the second, as in a newspaper.
fn columns(page: &PageLines) -> Option<(Bounds, Bounds)> {
    let second = page.regions.len().checked_sub(1)?;
    let first = second.checked_sub(1)?;
    let column = |index: usize| page.regions[index].is_column && !page.regions[index].is_cells;
    let count = page.regions.iter().filter(|region| region.is_column).count();
    if count != 2 || !column(first) || !column(second) || is_turned(page) {
        return None;
    }
    let (a, b) = (bounds(page, first)?, bounds(page, second)?);
    let (narrow, wide) = ((a.1 - a.0).min(b.1 - b.0), (a.1 - a.0).max(b.1 - b.0));
    (narrow < 0.8 * wide).then_some((a, b))
}

/// How many regions at the top of `page` go on with the columns: one when only the first column does,
/// two when both do; none when the first does not.
fn flowing(first: Bounds, second: Bounds, page: &PageLines) -> Option<usize> {
    if is_turned(page) || !fits(first, page, 0) {
        return None;
    }
    let columns = page.regions.iter().filter(|region| region.is_column).count();
    match page.regions.len() {
        1 => Some(1),
        2 | 3 if columns == 2 && page.regions[1].is_column && fits(second, page, 1) => Some(2),
        _ => None,
    }
}

fn is_turned(page: &PageLines) -> bool {
    page.lines.iter().any(|line| line.turn != 0)
}

fn bounds(page: &PageLines, region: usize) -> Option<Bounds> {
    let inside = page.lines.iter().filter(|line| line.region == region);
    let cover =
        |(x0, x1): Bounds, line: &super::lines::DraftLine| (x0.min(line.x0), x1.max(line.x1));
    let (x0, x1) = inside.fold((f32::MAX, f32::MIN), cover);
    (x0 < x1).then_some((x0, x1.max(page.regions.get(region)?.right)))
}

/// Whether a region stands where a column stood on the page before.
fn fits((x0, x1): Bounds, page: &PageLines, region: usize) -> bool {
    let inside = || page.lines.iter().filter(|line| line.region == region);
    let left = inside().map(|line| line.x0).fold(f32::MAX, f32::min);
    let right = inside().map(|line| line.x1).fold(f32::MIN, f32::max);
    (left - x0).abs() < SLACK && right > left && right < x1 + SLACK
}
