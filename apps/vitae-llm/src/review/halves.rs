//! Lines of a question that is too long, split in two where a part ends, else in the middle.

use super::sheet::Sheet;

/// Two halves of `lines`; none when there is but one line.
pub(super) fn halves(sheet: &Sheet, lines: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    if lines.len() < 2 {
        return None;
    }
    let part = |at: usize| sheet.lines.get(lines[at]).map(|line| line.part);
    let middle = lines.len() / 2;
    let ends = (1..lines.len()).filter(|at| part(*at) != part(at - 1));
    let at = ends.min_by_key(|at| at.abs_diff(middle)).unwrap_or(middle);
    Some((lines[..at].to_vec(), lines[at..].to_vec()))
}
