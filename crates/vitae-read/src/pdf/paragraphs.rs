//! Which lines go on with the paragraph above them. Says no where it cannot know: the parser looks
//! closer at lines that open a block, and trusts those that do not.

use super::compose::PageLines;
use super::lines::{DraftLine, is_wide};

/// Distance of two lines.
#[derive(Copy, Clone, PartialEq)]
enum Leading {
    Close,
    /// A little more than usual.
    Loose,
    Apart,
}

/// The paragraph that is being read.
pub(super) struct Paragraphs<'a> {
    page: &'a PageLines,
    /// Usual distance of two baselines, in sizes of the text.
    pitch: f32,
    /// First line of the open block.
    first: usize,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn new(page: &'a PageLines, pitch: f32) -> Self {
        Self { page, pitch, first: 0 }
    }

    /// A block begins at line `index`.
    pub(super) fn open(&mut self, index: usize) {
        self.first = index;
    }

    /// Whether line `index` goes on with the block that `above` belongs to: close below it, of its
    /// look, at the left edge of its text, and with a first word that did not fit there any more.
    pub(super) fn continues(&self, index: usize, above: usize) -> bool {
        let (line, above) = (&self.page.lines[index], &self.page.lines[above]);
        let first = &self.page.lines[self.first];
        let size = line.size;
        if line.wraps || self.is_large_wrap(index, above) {
            return true;
        }
        if line.has_bullet
            || line.last_cell_x0.is_some()
            || (size - above.size).abs() > 0.12 * size
            || above.is_bold() != line.is_bold()
            || line.has_lead_in()
            || (label(&line.text) && label(&first.text))
        {
            return false;
        }
        let leading = self.leading(index, above);
        if leading == Leading::Apart {
            return false;
        }
        let loose = leading == Leading::Loose;
        if let Some(same) = self.same_link(line, above) {
            return same;
        }
        let close = |a: f32, b: f32| (a - b).abs() < 0.35 * size;
        // Under the text of a bullet, not under the bullet.
        if first.has_bullet && first.content_x0 - first.x0 > 0.4 * size {
            return close(line.x0, first.content_x0) && (!loose || self.is_full(line, above));
        }
        // Fonts mixed in one paragraph set its lines unevenly; such lines must read on, too.
        let reads_on = |ch: char| ch.is_lowercase() || is_wide(ch);
        if loose && !line.text.starts_with(reads_on) {
            return false;
        }
        let hangs = match above.last_cell_x0 {
            Some(cell) => close(line.x0, cell) || (close(line.x0, above.x0) && dashed(above)),
            None if above.has_bullet => {
                close(line.x0, above.content_x0) || close(line.x0, above.x0)
            }
            // A first line may be set in by up to three em.
            None => {
                close(line.x0, above.x0) || (line.x0 < above.x0 && above.x0 - line.x0 < 3.0 * size)
            }
        };
        hangs && (self.is_full(line, above) || hyphenated(above, line))
    }

    /// Whether a name or title much larger than the text wraps.
    fn is_large_wrap(&self, index: usize, above: &DraftLine) -> bool {
        let line = &self.page.lines[index];
        let right = self.page.right(line.region);
        line.size > 1.5 * self.page.body
            && (line.size - above.size).abs() < 0.05 * line.size
            && line.is_bold() == above.is_bold()
            && (line.x0 - above.x0).abs() < 0.35 * line.size
            && line.baseline - above.baseline < 1.5 * line.size
            && above.x1 + 0.25 * line.size + line.first_word > right - 0.2 * line.size
    }

    /// How the step from `above` to line `index` compares with that of lines in a paragraph: the usual
    /// one, or the same as the next.
    fn leading(&self, index: usize, above: &DraftLine) -> Leading {
        let line = &self.page.lines[index];
        let step = (line.baseline - above.baseline) / line.size.max(1.0);
        let next = self.page.lines.get(index + 1).filter(|next| {
            next.region == line.region && !next.has_bullet && (next.x0 - line.x0).abs() < 1.0
        });
        let as_next = next.is_some_and(|next| {
            let after = (next.baseline - line.baseline) / line.size.max(1.0);
            (after - step).abs() < 0.03
        });
        if step <= 0.5 {
            Leading::Apart
        } else if step <= self.pitch * 1.05 + 0.01 || (as_next && step < 1.75) {
            Leading::Close
        } else if step <= self.pitch * 1.4 && step < 2.0 {
            Leading::Loose
        } else {
            Leading::Apart
        }
    }

    /// Whether the link at the end of `above` is the link at the start of `line`; none where either
    /// has no link.
    fn same_link(&self, line: &DraftLine, above: &DraftLine) -> Option<bool> {
        if self.page.content.links.is_empty() || line.turn != 0 {
            return None;
        }
        let uri = |x: f32, of: &DraftLine| {
            let y = of.baseline - 0.3 * of.size;
            let inside = self.page.content.links.iter().find(|link| {
                let rect = &link.rect;
                x > rect.x0 - 0.5 && x < rect.x1 + 0.5 && y > rect.y0 && y < rect.y1
            });
            inside.map(|link| link.uri.as_str())
        };
        let end = uri(above.x1 - 0.1 * above.size, above)?;
        let start = uri(line.x0 + 0.1 * line.size, line)?;
        Some(end == start)
    }

    /// Whether the first word of `line` would not have fitted at the end of `above`.
    fn is_full(&self, line: &DraftLine, above: &DraftLine) -> bool {
        let left = self.page.left(line.region);
        let right = self.page.right(line.region);
        let rest = right - above.x1;
        let fits = 0.25 * line.size + line.first_word < rest - 0.5 * line.size;
        let short = above.x1 - left < 0.55 * (right - left);
        if fits || short || line.opens_with_address() {
            return false;
        }
        // In a narrow column any two lines of a list look like this; ask for more.
        let width = right - left;
        let narrow = width < 20.0 * line.size;
        if narrow && above.text.ends_with(is_wide) && line.text.starts_with(is_wide) {
            return rest < 1.6 * line.size && width > 10.0 * line.size;
        }
        if width < 9.0 * line.size {
            return above.text.ends_with([',', '&', '/', '(', '–', '—']);
        }
        let words = above.text.split_whitespace().count();
        let marks = [',', ';', '&', '/', '(', '·', '|', '–', '—'];
        let open_end = above.text.ends_with(marks);
        let open_start = line.text.starts_with(|ch: char| {
            ch.is_lowercase() || matches!(ch, '(' | ')' | '|' | '&' | '·' | ',' | '/' | '–')
        });
        !narrow || open_end || (words > 1 && open_start) || (words > 2 && rest < 4.0 * line.size)
    }
}

/// A word split at the line end.
fn hyphenated(above: &DraftLine, line: &DraftLine) -> bool {
    above.text.ends_with(['-', '\u{AD}', '\u{2010}']) && line.text.starts_with(char::is_lowercase)
}

/// A line that ends with a dash: the end of a date range did not fit.
fn dashed(line: &DraftLine) -> bool {
    line.text.ends_with(['-', '–', '—'])
}

/// `Data: PostgreSQL, Kafka`: up to three words and a colon.
fn label(text: &str) -> bool {
    let Some((before, after)) = text.split_once(':') else { return false };
    after.starts_with(char::is_whitespace)
        && before.starts_with(char::is_uppercase)
        && before.split_whitespace().count() <= 3
        && before.len() <= 40
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_are_short_and_followed_by_text() {
        assert!(label("Data: PostgreSQL"));
        assert!(label("Cloud & Platform: Kubernetes"));
        assert!(!label("We found at last what the matter was: time"));
        assert!(!label("see https://example.com"));
        assert!(!label("12:30 stand-up"));
    }
}
