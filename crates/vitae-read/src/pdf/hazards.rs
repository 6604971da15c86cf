//! What was measured on a page: pictures without text, hidden text, columns, drawing order.

use super::compose::PageLines;
use super::lines::DraftLine;
use super::page::Glyph;
use super::recognised::Recognition;
use vitae_document::{DocumentBuilder, Hazard, HazardKind, HiddenBy};

/// Reports what was measured on page `index`.
pub(super) fn page_hazards(page: &PageLines, index: usize, builder: &mut DocumentBuilder) {
    let content = &page.content;
    let visible = |glyph: &&Glyph| !content.is_space(glyph);
    let characters =
        content.glyphs.iter().filter(|g| g.hidden.is_none()).filter(visible).count() as u32;
    let images = content.counts.images;
    // What was recognised is not in the file: the page is a picture as before.
    let characters = content.recognition.as_ref().map_or(characters, |own| own.characters);
    if let Some(Recognition { words, unsure, .. }) = content.recognition {
        let kind = HazardKind::RecognisedText { words, unsure };
        builder.hazard(Hazard::page(kind, index));
    }
    if images > 0 && characters < 50 {
        let kind = HazardKind::ImageOnlyPage { characters, images };
        builder.hazard(Hazard::page(kind, index));
    }
    for by in [
        HiddenBy::Colour,
        HiddenBy::Size,
        HiddenBy::RenderMode,
        HiddenBy::OffPage,
        HiddenBy::Markup,
    ] {
        let of_kind = content.glyphs.iter().filter(|glyph| glyph.hidden == Some(by));
        let characters = of_kind.filter(visible).count() as u32;
        if characters > 0 {
            builder.hazard(Hazard::page(HazardKind::HiddenText { by, characters }, index));
        }
    }
    if let Some((columns, share)) = side_by_side(page) {
        builder.hazard(Hazard::page(HazardKind::Columns { columns, share }, index));
    }
    for kind in grids(page) {
        builder.hazard(Hazard::page(kind, index));
    }
    if let Some(tau) = order_tau(page)
        && tau < 100
    {
        builder.hazard(Hazard::page(HazardKind::StreamOrder { tau }, index));
    }
}

/// Columns side by side, and the share of lines that have another column beside them.
fn side_by_side(page: &PageLines) -> Option<(u32, u32)> {
    let columns: Vec<(usize, f32, f32)> = page
        .regions
        .iter()
        .enumerate()
        .filter(|(_, region)| region.is_column && !region.is_cells)
        .filter_map(|(index, _)| {
            let inside = page.lines.iter().filter(|line| line.region == index && line.turn == 0);
            let ys: Vec<f32> = inside.map(|line| line.baseline).collect();
            let top = ys.iter().copied().reduce(f32::min)?;
            Some((index, top, ys.iter().copied().reduce(f32::max)?))
        })
        .collect();
    let beside = |line: &DraftLine| {
        let slack = line.size;
        let others = columns.iter().filter(|(index, top, bottom)| {
            *index != line.region && line.baseline > top - slack && line.baseline < bottom + slack
        });
        let own = columns.iter().any(|(index, ..)| *index == line.region);
        if own { others.count() } else { 0 }
    };
    let counts: Vec<usize> = page.lines.iter().map(beside).collect();
    let most = counts.iter().copied().max()?;
    let with = counts.iter().filter(|count| **count > 0).count();
    (most > 0).then(|| (most as u32 + 1, (with * 100 / page.lines.len()) as u32))
}

/// Tables whose columns were read one after the other.
fn grids(page: &PageLines) -> Vec<HazardKind> {
    let mut grids = Vec::new();
    let mut open: Option<(u32, u32, u32)> = None;
    for (index, region) in page.regions.iter().enumerate() {
        if !region.is_cells {
            grids.extend(open.take());
            continue;
        }
        let inside = page.lines.iter().filter(|line| line.region == index);
        let (mut rows, mut characters) = (0, 0);
        for line in inside {
            rows += 1;
            characters += line.text.chars().count() as u32;
        }
        let (columns, most, sum) = open.unwrap_or_default();
        open = Some((columns + 1, most.max(rows), sum + characters));
    }
    grids.extend(open);
    let kind = |(columns, rows, characters)| HazardKind::Table { rows, columns, characters };
    grids.into_iter().filter(|(columns, ..)| *columns > 1).map(kind).collect()
}

/// Kendall's tau between drawing order and reading order of the lines, in percent. Which of two
/// columns comes first is a matter of taste and does not count.
fn order_tau(page: &PageLines) -> Option<i32> {
    let mut regions: Vec<(bool, u64, Vec<u32>)> = page
        .regions
        .iter()
        .enumerate()
        .map(|(index, region)| {
            let inside = page.lines.iter().filter(|line| line.region == index);
            let ranks: Vec<u32> = inside.map(|line| line.seq).collect();
            let mean =
                ranks.iter().map(|rank| u64::from(*rank)).sum::<u64>() / ranks.len().max(1) as u64;
            (region.is_column, mean, ranks)
        })
        .collect();
    for run in regions.chunk_by_mut(|a, b| a.0 && b.0) {
        run.sort_by_key(|(_, mean, _)| *mean);
    }
    let ranks: Vec<u32> = regions.into_iter().flat_map(|(.., ranks)| ranks).collect();
    let count = ranks.len() as i64;
    if count < 2 {
        return None;
    }
    let pairs = count * (count - 1) / 2;
    let inversions = inversions(ranks) as i64;
    Some(((pairs - 2 * inversions) * 100 / pairs) as i32)
}

/// How many pairs stand in the wrong order, by merge sort.
fn inversions(mut ranks: Vec<u32>) -> u64 {
    let mut buffer = ranks.clone();
    let mut width = 1;
    let mut count = 0;
    while width < ranks.len() {
        for start in (0..ranks.len()).step_by(2 * width) {
            let middle = (start + width).min(ranks.len());
            let end = (start + 2 * width).min(ranks.len());
            let (mut left, mut right) = (start, middle);
            for slot in &mut buffer[start..end] {
                let take_left = right >= end || (left < middle && ranks[left] <= ranks[right]);
                let from = if take_left { &mut left } else { &mut right };
                *slot = ranks[*from];
                *from += 1;
                if !take_left {
                    count += (middle - left) as u64;
                }
            }
        }
        std::mem::swap(&mut ranks, &mut buffer);
        width *= 2;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_are_counted() {
        assert_eq!(inversions(vec![1, 2, 3, 4]), 0);
        assert_eq!(inversions(vec![4, 3, 2, 1]), 6);
        assert_eq!(inversions(vec![2, 1, 3]), 1);
    }
}
