//! Fragments of a page to regions in reading order. A gutter counts only where both sides are text of
//! their own: date rails and label tables stay in the lines of their entries.

use super::page::PageContent;
use super::words::{Fragment, median};

/// A part of the page that is read line by line.
#[derive(Clone, Debug, Default)]
pub(super) struct Region {
    /// Indices of its fragments.
    pub fragments: Vec<usize>,
    /// How far its lines may reach.
    pub right: f32,
    /// It stands beside another region.
    pub is_column: bool,
    /// A column of a table: each of its lines is a cell beside cells of the other columns.
    pub is_cells: bool,
}

/// What the geometry of a page is judged by.
struct Page<'a> {
    content: &'a PageContent,
    fragments: &'a [Fragment],
    body: f32,
    /// Drawing order, or the order of the structure tree where there is one.
    prior: Vec<u32>,
    /// That order is that of the structure tree.
    tagged: bool,
    gutter: Option<f32>,
}

/// Nested columns beyond this many cuts are read as lines.
const MAX_CUTS: usize = 6;

/// A cell of a grid is not longer.
const CELL_BYTES: usize = 40;

/// Splits a page into regions, in reading order.
///
/// `gutter` is where the second column of the page before began: a few lines beside it are enough there.
pub(super) fn regions(
    content: &PageContent,
    fragments: &[Fragment],
    body: f32,
    gutter: Option<f32>,
) -> Vec<Region> {
    let all: Vec<usize> = (0..fragments.len()).collect();
    let right = fragments.iter().map(|f| f.x1).fold(0.0, f32::max);
    let tagged = is_tagged(fragments);
    let prior = prior(fragments, tagged);
    let page = Page { content, fragments, body, prior, tagged, gutter };
    let mut regions = Vec::new();
    page.split(all, right, false, MAX_CUTS, &mut regions);
    page.mark_cells(&mut regions);
    regions
}

/// Whether the structure tree holds nearly all of the page.
fn is_tagged(fragments: &[Fragment]) -> bool {
    let tagged = fragments.iter().filter(|f| f.tag != u32::MAX).count();
    tagged * 10 >= fragments.len() * 9
}

/// Rank of each fragment in the order that the file gives.
fn prior(fragments: &[Fragment], trust_tags: bool) -> Vec<u32> {
    let mut order: Vec<usize> = (0..fragments.len()).collect();
    order.sort_by_key(|index| {
        let fragment = &fragments[*index];
        (if trust_tags { fragment.tag } else { 0 }, fragment.seq)
    });
    let mut ranks = vec![0; fragments.len()];
    for (rank, index) in order.iter().enumerate() {
        ranks[*index] = rank as u32;
    }
    ranks
}

/// Fragments beside a gutter, and what stands above and below.
struct Cut {
    above: Vec<usize>,
    left: Vec<usize>,
    right: Vec<usize>,
    below: Vec<usize>,
    /// Left edge of the right side.
    at: f32,
}

impl Page<'_> {
    fn split(
        &self,
        fragments: Vec<usize>,
        right: f32,
        is_column: bool,
        cuts: usize,
        out: &mut Vec<Region>,
    ) {
        if fragments.is_empty() {
            return;
        }
        let cut = if cuts > 0 { self.best_cut(&fragments) } else { None };
        let Some(cut) = cut else {
            out.push(Region { fragments, right, is_column, is_cells: false });
            return;
        };
        let left_limit = cut.at - self.body;
        let right_first = self.right_first(&cut);
        self.split(cut.above, right, is_column, cuts - 1, out);
        if right_first {
            self.split(cut.right, right, true, cuts - 1, out);
            self.split(cut.left, left_limit, true, cuts - 1, out);
        } else {
            self.split(cut.left, left_limit, true, cuts - 1, out);
            self.split(cut.right, right, true, cuts - 1, out);
        }
        self.split(cut.below, right, is_column, cuts - 1, out);
    }

    /// Marks columns that follow each other and whose lines are cells: short, and on the baselines of
    /// the column before or behind. Such a grid is a table, not text in columns.
    fn mark_cells(&self, regions: &mut [Region]) {
        let short = |index: &usize| self.fragments[*index].text(self.content).len() <= CELL_BYTES;
        let cells: Vec<bool> = (0..regions.len())
            .map(|at| {
                let here = &regions[at];
                let neighbours = [at.checked_sub(1), Some(at + 1)];
                here.is_column
                    && here.fragments.iter().all(short)
                    && neighbours.iter().flatten().filter_map(|n| regions.get(*n)).any(|other| {
                        let (fewer, more) = if here.fragments.len() <= other.fragments.len() {
                            (here, other)
                        } else {
                            (other, here)
                        };
                        let paired = fewer
                            .fragments
                            .iter()
                            .filter(|index| self.partner(**index, &more.fragments).is_some());
                        other.is_column
                            && other.fragments.iter().all(short)
                            && paired.count() * 10 >= fewer.fragments.len() * 8
                    })
            })
            .collect();
        for (region, is_cells) in regions.iter_mut().zip(cells) {
            region.is_cells = is_cells;
        }
    }

    /// The order of the structure tree decides, where there is one. Else the column with the largest text
    /// opens the page; else the left one.
    fn right_first(&self, cut: &Cut) -> bool {
        if self.tagged && self.switches(&cut.left, &cut.right) <= 2 {
            let first = |side: &[usize]| side.iter().map(|index| self.prior[*index]).min();
            return first(&cut.right) < first(&cut.left);
        }
        let largest = |side: &[usize]| {
            side.iter().map(|index| self.fragments[*index].size).fold(0.0, f32::max)
        };
        largest(&cut.right) > 1.3 * largest(&cut.left).max(self.body)
    }

    fn best_cut(&self, fragments: &[usize]) -> Option<Cut> {
        let mut rows = fragments.to_vec();
        rows.sort_by(|a, b| {
            self.fragments[*a].baseline.total_cmp(&self.fragments[*b].baseline).then(a.cmp(b))
        });
        let mut best: Option<(usize, Cut)> = None;
        for at in self.gutter.into_iter().chain(self.edges(fragments)) {
            for cut in self.runs(&rows, at) {
                let weight =
                    cut.left.len().min(cut.right.len()) * 4 + cut.left.len() + cut.right.len();
                let better = best.as_ref().is_none_or(|(most, _)| weight > *most);
                if better && self.are_columns(&cut) {
                    best = Some((weight, cut));
                }
            }
        }
        best.map(|(_, cut)| cut)
    }

    /// Left edges that at least three fragments share, and the leftmost one of at least three that
    /// share their right edge.
    fn edges(&self, fragments: &[usize]) -> Vec<f32> {
        let shared = |value: fn(&Fragment) -> f32| {
            let mut order = fragments.to_vec();
            order.sort_by(|a, b| value(&self.fragments[*a]).total_cmp(&value(&self.fragments[*b])));
            let mut groups: Vec<Vec<usize>> = Vec::new();
            let mut start = 0;
            let at = |index: usize| value(&self.fragments[order[index]]);
            for index in 1..=order.len() {
                if index == order.len() || at(index) - at(start) > 2.0 {
                    if index - start >= 3 {
                        groups.push(order[start..index].to_vec());
                    }
                    start = index;
                }
            }
            groups
        };
        let leftmost = |group: &Vec<usize>| {
            group.iter().map(|index| self.fragments[*index].x0).fold(f32::MAX, f32::min)
        };
        let mut edges: Vec<f32> = shared(|f| f.x0).iter().map(leftmost).collect();
        edges.extend(shared(|f| f.x1).iter().map(leftmost));
        edges
    }

    /// Runs of `rows` that no fragment interrupts by crossing the gutter left of `at`.
    fn runs(&self, rows: &[usize], at: f32) -> Vec<Cut> {
        let gutter = at - (0.9 * self.body).max(6.0);
        let crosses = |index: &usize| {
            let fragment = &self.fragments[*index];
            fragment.x0 < at - 1.0 && fragment.x1 > gutter
        };
        let ruled: Vec<f32> = self
            .content
            .rules
            .iter()
            .filter(|rule| rule.x0 < gutter - 2.0 * self.body && rule.x1 > at + 2.0 * self.body)
            .map(|rule| rule.y)
            .collect();
        // A rule through the gutter parts what is above it from what is below.
        let parts = |row: usize| {
            let before: &Fragment = &self.fragments[rows[row - 1]];
            let next = &self.fragments[rows[row]];
            let top = next.baseline - 0.8 * next.size;
            ruled.iter().any(|y| (before.baseline - 0.1..top + 1.0).contains(y))
        };
        let mut cuts = Vec::new();
        let mut start = 0;
        for end in 0..=rows.len() {
            let crossed = end == rows.len() || crosses(&rows[end]);
            let parted = !crossed && end > start && !ruled.is_empty() && parts(end);
            if !crossed && !parted {
                continue;
            }
            if end - start >= 2 * self.fewest(at) {
                cuts.extend(self.cut(rows, start, end, at));
            }
            start = if crossed { end + 1 } else { end };
        }
        cuts
    }

    /// A column has at least this many lines.
    fn fewest(&self, at: f32) -> usize {
        if self.gutter.is_some_and(|gutter| (gutter - at).abs() < 2.0) { 1 } else { 3 }
    }

    fn cut(&self, rows: &[usize], mut start: usize, mut end: usize, at: f32) -> Option<Cut> {
        let is_right = |index: usize| self.fragments[index].x0 >= at - 1.0;
        // Lines of one side that belong to the full-width text above or below stay with it.
        if start > 0 {
            let side = is_right(rows[start]);
            while start < end
                && is_right(rows[start]) == side
                && self.heads(rows[start - 1], rows[start])
            {
                start += 1;
            }
        }
        if let Some(below) = rows.get(end).copied()
            && end > start
        {
            let side = is_right(rows[end - 1]);
            let mut next = below;
            while end > start && is_right(rows[end - 1]) == side {
                let row = rows[end - 1];
                let heads = next == below && self.is_heading(row);
                if !heads && !self.joins(row, next) {
                    break;
                }
                next = row;
                end -= 1;
            }
        }
        if let Some((from, to)) = self.list_inside(&rows[start..end], at) {
            (start, end) = (start + from, start + to);
        }
        let (right, left): (Vec<usize>, Vec<usize>) =
            rows[start..end].iter().partition(|index| is_right(**index));
        let fewest = self.fewest(at);
        (left.len() >= fewest && right.len() >= fewest).then(|| Cut {
            above: rows[..start].to_vec(),
            left,
            right,
            below: rows[end..].to_vec(),
            at,
        })
    }

    /// The rows of a list in two columns within text that is not: its second column begins and ends in
    /// the middle, on the baselines of the first one.
    fn list_inside(&self, rows: &[usize], at: f32) -> Option<(usize, usize)> {
        let is_right = |row: &usize| self.fragments[*row].x0 >= at - 1.0;
        let first = rows.iter().position(is_right)?;
        let last = rows.iter().rposition(is_right)?;
        let y = |row: usize| self.fragments[rows[row]].baseline;
        let near = |a: usize, b: usize| (y(a) - y(b)).abs() <= 0.3 * self.body;
        let height = y(rows.len() - 1) - y(0);
        let count = rows.iter().filter(|row| is_right(row)).count();
        if y(last) - y(first) > 0.4 * height || count * 3 > rows.len() {
            return None;
        }
        let from = (0..=first).find(|row| near(*row, first))?;
        let around = first.saturating_sub(3)..(first + 4).min(rows.len());
        let paired = around.into_iter().any(|row| !is_right(&rows[row]) && near(row, first));
        if from < 3 || !paired {
            return None;
        }
        // The first column may be longer by a few lines; then there is a gap or a heading.
        let mut to = last + 1;
        while to < rows.len() && near(to, last) {
            to += 1;
        }
        let longest = to + 3;
        while to < rows.len() && self.joins(rows[to - 1], rows[to]) && !self.is_heading(rows[to]) {
            to += 1;
            if to > longest {
                return None;
            }
        }
        Some((from, to))
    }

    /// Whether a line stands close below another one, which may be much larger (a name).
    fn heads(&self, above: usize, below: usize) -> bool {
        let (above, below) = (&self.fragments[above], &self.fragments[below]);
        below.baseline - above.baseline < 1.35 * above.size.max(below.size)
    }

    /// Whether two lines stand as close as lines of one block.
    fn joins(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.fragments[a], &self.fragments[b]);
        (a.baseline - b.baseline).abs() < 1.6 * a.size.min(b.size)
    }

    /// Whether a line looks like a heading of body text.
    fn is_heading(&self, index: usize) -> bool {
        let fragment = &self.fragments[index];
        let bold =
            |piece: &super::words::Piece| self.content.glyphs[piece.glyph as usize].style.bold;
        fragment.size > 1.08 * self.body || fragment.pieces.iter().all(bold)
    }

    /// Whether both sides of a gutter are texts of their own.
    fn are_columns(&self, cut: &Cut) -> bool {
        let weight = |side: &[usize]| -> usize {
            side.iter().map(|index| self.fragments[*index].pieces.len()).sum()
        };
        let (minor, major) = if weight(&cut.left) <= weight(&cut.right) {
            (&cut.left, &cut.right)
        } else {
            (&cut.right, &cut.left)
        };
        if !self.overlap(minor, major) {
            return self.fewest(cut.at) == 1 && !minor.iter().any(|index| self.is_dated(*index));
        }
        let partners: Vec<Option<usize>> =
            minor.iter().map(|index| self.partner(*index, major)).collect();
        let paired = partners.iter().flatten().count();
        let dated = minor.iter().filter(|index| self.is_dated(**index)).count();
        if paired * 10 >= minor.len() * 6 && dated * 10 >= minor.len() * 4 {
            return false;
        }
        // Headings that stand out over a rail of dates have no partner.
        let sides = minor.iter().zip(&partners);
        let rail = sides.filter(|(index, partner)| partner.is_some() || !self.is_heading(**index));
        let (mut all, mut beside, mut years) = (0, 0, 0);
        for (index, partner) in rail {
            all += 1;
            beside += usize::from(partner.is_some());
            years += usize::from(self.is_dated(*index));
        }
        if all >= 2 && beside * 10 >= all * 8 && years * 10 >= all * 6 {
            return false;
        }
        if paired * 2 < minor.len() {
            return true;
        }
        if self.switches(minor, major) <= 2 {
            return true;
        }
        let beside = minor
            .iter()
            .zip(&partners)
            .filter(|(index, partner)| {
                partner.is_some_and(|p| self.prior[**index].abs_diff(self.prior[p]) <= 1)
            })
            .count();
        if beside * 10 >= minor.len() * 6 {
            return false;
        }
        self.is_mixed(minor)
    }

    /// Whether the smaller side stands beside the larger one for most of its height.
    fn overlap(&self, minor: &[usize], major: &[usize]) -> bool {
        let span = |side: &[usize]| {
            let top = side.iter().map(|i| self.fragments[*i].baseline).fold(f32::MAX, f32::min);
            let bottom = side.iter().map(|i| self.fragments[*i].baseline).fold(f32::MIN, f32::max);
            (top, bottom)
        };
        let ((a0, a1), (b0, b1)) = (span(minor), span(major));
        let shared = a1.min(b1) - a0.max(b0);
        shared > 0.4 * (a1 - a0).min(b1 - b0) && shared > 2.0 * self.body
    }

    /// A fragment of `others` on the same baseline.
    fn partner(&self, index: usize, others: &[usize]) -> Option<usize> {
        let fragment = &self.fragments[index];
        let apart = |other: &usize| (self.fragments[*other].baseline - fragment.baseline).abs();
        others
            .iter()
            .copied()
            .filter(|other| apart(other) <= 0.3 * fragment.size.min(self.fragments[*other].size))
            .min_by(|a, b| apart(a).total_cmp(&apart(b)))
    }

    /// Whether a fragment holds a year.
    fn is_dated(&self, index: usize) -> bool {
        let text = self.fragments[index].text(self.content);
        let digits = |run: &str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
        text.split(|ch: char| !ch.is_ascii_digit()).any(digits)
    }

    /// How often the order that the file gives changes from one side to the other.
    fn switches(&self, minor: &[usize], major: &[usize]) -> usize {
        let sides = minor.iter().map(|i| (*i, false)).chain(major.iter().map(|i| (*i, true)));
        let mut ranked: Vec<(u32, bool)> = sides.map(|(i, side)| (self.prior[i], side)).collect();
        ranked.sort_unstable();
        ranked.windows(2).filter(|pair| pair[0].1 != pair[1].1).count()
    }

    /// Whether the look changes, as between headings and text.
    fn is_mixed(&self, side: &[usize]) -> bool {
        let look = |index: &usize| {
            let fragment = &self.fragments[*index];
            let first = fragment.pieces.first().map(|p| &self.content.glyphs[p.glyph as usize]);
            (first.is_some_and(|glyph| glyph.style.bold), (fragment.size * 2.0) as i32)
        };
        let mut looks: Vec<(bool, i32)> = side.iter().map(look).collect();
        looks.sort_unstable();
        let most = looks.chunk_by(|a, b| a == b).map(<[_]>::len).max().unwrap_or(0);
        most * 100 < looks.len() * 85
    }
}

/// The size of most characters of a page.
pub(super) fn body_size(fragments: &[Fragment]) -> f32 {
    let mut sizes = Vec::new();
    for fragment in fragments {
        sizes.extend(std::iter::repeat_n(fragment.size, fragment.pieces.len()));
    }
    median(sizes).max(1.0)
}
