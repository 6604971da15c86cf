//! Head lines of an entry to atoms: the pieces between separators, dates and addresses taken out.
//! Which field an atom belongs to is decided in `fields`.

use super::entries::is_field_label;
use super::lexicon::{Evidence, evidence, is_legal_form};
use super::rows::{Rows, is_url};
use vitae_document::Style;
use vitae_pack::Pack;
use vitae_text::{TextRange, Token, TokenKind, tokenize_into};

/// What stands before an atom.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sep {
    /// A new line.
    Line,
    /// A line that goes on where the one above ended.
    Wrap,
    /// A wide gap.
    Tab,
    /// `|`, `·` and the like.
    Pipe,
    /// A dash with spaces.
    Dash,
    /// `at`, `@`.
    At,
    /// `en`, `na`: before an employer, and inside titles and degrees.
    In,
    /// A comma.
    Comma,
    /// An opening bracket.
    Paren,
}

/// A piece of a head line.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    /// Its bytes; without the brackets around it.
    pub(crate) range: TextRange,
    /// With the brackets around it.
    pub(crate) outer: TextRange,
    pub(crate) sep: Sep,
    /// Head line of the entry, wrapped ones counted once, and cell and place in the cell.
    pub(crate) line: u8,
    pub(crate) cell: u8,
    pub(crate) place: u8,
    /// A date stands on the line.
    pub(crate) dated: bool,
    pub(crate) style: Style,
    pub(crate) evidence: Evidence,
}

/// Atoms of an entry are cut up to this many; the rest stays one piece.
pub(crate) const MAX_ATOMS: usize = 14;

/// Cuts the head rows `head` into atoms.
pub(crate) fn cut(rows: &Rows, head: &[usize]) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(8);
    let mut tokens = Vec::new();
    let mut line = 0u8;
    for (index, row) in head.iter().enumerate() {
        let data = &rows.rows[*row];
        if data.url {
            continue;
        }
        let wrapped = data.continues && !data.broken && index > 0 && !atoms.is_empty();
        if !wrapped && !atoms.is_empty() {
            line = line.saturating_add(1);
        }
        let mut cell = 0u8;
        for range in rows.row_cells(*row) {
            let before = atoms.len();
            let first = match (cell, wrapped) {
                (0, true) => Sep::Wrap,
                (0, false) => Sep::Line,
                _ => Sep::Tab,
            };
            let mut cutter = Cutter {
                rows,
                atoms: &mut atoms,
                tokens: &mut tokens,
                line,
                cell,
                place: 0,
                dated: !data.dates.is_empty(),
            };
            cutter.cell(*range, *row, first);
            if atoms.len() > before {
                cell = cell.saturating_add(1);
            }
        }
    }
    atoms
}

struct Cutter<'a, 'b> {
    rows: &'a Rows<'b>,
    atoms: &'a mut Vec<Atom>,
    tokens: &'a mut Vec<Token>,
    line: u8,
    cell: u8,
    place: u8,
    dated: bool,
}

/// Marks that may hang on a piece after a date was taken out beside it.
const HANGING: &[char] =
    &['*', '|', '·', '•', '∙', '‧', ',', '–', '—', '-', ':', ';', '/', '~', '‐', '−', '>', '→'];

impl Cutter<'_, '_> {
    /// Takes the dates out of a cell and cuts what stays.
    fn cell(&mut self, cell: TextRange, row: usize, first: Sep) {
        let mut sep = first;
        let mut at = cell.start;
        let dates = self.rows.row_dates(row);
        for date in dates.iter().filter(|date| cell.overlaps(date.range)) {
            if date.range.start > at {
                self.piece(TextRange::new(at, date.range.start), sep);
                sep = Sep::Pipe;
            }
            at = date.range.end.max(at);
        }
        if at < cell.end {
            self.piece(TextRange::new(at, cell.end), sep);
        }
    }

    /// Cuts a stretch without dates at its separators.
    fn piece(&mut self, range: TextRange, first: Sep) {
        let all = self.rows.text(range);
        let left = all.len()
            - all
                .trim_start_matches(|ch: char| {
                    ch.is_whitespace() || ch == ')' || ch == ']' || HANGING.contains(&ch)
                })
                .len();
        let text = all[left..].trim_end_matches(|ch: char| {
            ch.is_whitespace() || ch == '(' || ch == '[' || HANGING.contains(&ch)
        });
        let base = range.start as usize + left;
        let (mut from, mut sep, mut depth) = (0, first, 0usize);
        let mut skip_to = 0;
        for (at, ch) in text.char_indices() {
            // Capitals and digits separate nothing; small letters may open `at`.
            if at < skip_to || ch.is_ascii_uppercase() || ch.is_ascii_digit() {
                continue;
            }
            if matches!(ch, '(' | '[' | '（') {
                let closing = if depth == 0 { trailing_bracket(text, at, ch) } else { None };
                if let Some((inner_end, outer_end)) = closing {
                    self.push(text, base, from, at, sep, None);
                    let inner = at + ch.len_utf8();
                    // A bracket that opens the piece follows what the piece follows.
                    let opens = text[from..at].trim().is_empty() && from == 0;
                    let kind = if opens && sep == Sep::Pipe { sep } else { Sep::Paren };
                    self.push(text, base, inner, inner_end, kind, Some((at, outer_end)));
                    (from, sep, skip_to) = (outer_end, Sep::Pipe, outer_end);
                    continue;
                }
                depth += 1;
            } else if matches!(ch, ')' | ']' | '）') {
                depth = depth.saturating_sub(1);
            } else if depth == 0
                && let Some((kind, len)) = separator(text, at, ch)
            {
                if !text[from..at].trim().is_empty() {
                    self.push(text, base, from, at, sep, None);
                    sep = kind;
                } else if sep != first {
                    sep = kind;
                }
                from = at + len;
                skip_to = from;
            }
        }
        self.push(text, base, from, text.len(), sep, None);
    }

    fn push(
        &mut self,
        text: &str,
        base: usize,
        from: usize,
        to: usize,
        sep: Sep,
        outer: Option<(usize, usize)>,
    ) {
        let slice = &text[from.min(to)..to];
        let blank = |ch: char| ch.is_whitespace() || ch == '*';
        let trimmed = slice.trim_matches(blank);
        if !trimmed.chars().any(char::is_alphanumeric) || is_url(trimmed) {
            return;
        }
        let mut start = base + from + (slice.len() - slice.trim_start_matches(blank).len());
        let after = self.rows.doc.text.get(start + trimmed.len()..).unwrap_or("");
        if after.starts_with([':', '：']) && is_field_label(trimmed) {
            return;
        }
        let mut trimmed = trimmed;
        let mut said = Evidence::default();
        if let Some((label, rest)) = trimmed.split_once([':', '：'])
            && is_field_label(label)
            && !rest.trim().is_empty()
        {
            said = evidence_of_label(label);
            let rest = rest.trim_start();
            start += trimmed.len() - rest.len();
            trimmed = rest;
        }
        let range = TextRange::at(start, start + trimmed.len());
        let outer = outer.map_or(range, |(from, to)| TextRange::at(base + from, base + to));
        tokenize_into(trimmed, self.tokens);
        if is_duration(trimmed, self.tokens, self.rows.pack) {
            return;
        }
        let merges = sep == Sep::Comma && is_legal_form(trimmed, self.tokens, self.rows.pack)
            || self.atoms.len() >= MAX_ATOMS;
        if merges && let Some(last) = self.atoms.last_mut() {
            last.range = last.range.cover(outer);
            last.outer = last.outer.cover(outer);
            last.evidence = last.evidence.plus(evidence(trimmed, self.tokens, self.rows.pack));
            return;
        }
        let style = self.rows.doc.runs_in(range).next().map_or(Style::default(), |run| run.style);
        self.atoms.push(Atom {
            range,
            outer,
            sep,
            line: self.line,
            cell: self.cell,
            place: self.place,
            dated: self.dated,
            style,
            evidence: evidence(trimmed, self.tokens, self.rows.pack).plus(said),
        });
        self.place = self.place.saturating_add(1);
    }
}

/// What the label before a piece says of it: `Company: …`, `Role: …`, `City: …`.
fn evidence_of_label(label: &str) -> Evidence {
    const TITLES: &[&str] = &[
        "position",
        "role",
        "title",
        "job title",
        "designation",
        "poste",
        "puesto",
        "cargo",
        "직책",
        "직위",
        "役職",
        "職種",
        "职位",
    ];
    const PLACES: &[&str] = &[
        "location", "city", "country", "ort", "stadt", "land", "lieu", "ville", "pays", "ciudad",
        "país", "cidade",
    ];
    const DEGREES: &[&str] =
        &["degree", "abschluss", "diplôme", "título", "学位", "学历", "전공", "专业"];
    let label = label.trim().to_lowercase();
    let is = |list: &[&str]| u8::from(list.contains(&label.as_str()));
    let (role, place, degree) = (is(TITLES), is(PLACES) * 4, is(DEGREES));
    let other = u8::from(role + place + degree == 0);
    Evidence { role, place, degree, legal: other, school: other, ..Evidence::default() }
}

/// `2 yrs 3 mos`: how long, which the dates say already.
pub(crate) fn is_duration(text: &str, tokens: &[Token], pack: &Pack) -> bool {
    let unit = |token: &Token| pack.is_duration_unit(token.range.of(text));
    tokens.len() >= 2
        && tokens.iter().any(|token| token.kind == TokenKind::Number)
        && tokens.iter().any(unit)
        && tokens.iter().all(|token| token.kind != TokenKind::Word || unit(token))
}

/// For a bracket that ends its piece (nothing or a separator follows): ends of inside and outside.
fn trailing_bracket(text: &str, at: usize, open: char) -> Option<(usize, usize)> {
    let mut depth = 0;
    for (index, ch) in text[at..].char_indices() {
        match ch {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => {
                depth -= 1;
                if depth == 0 {
                    let (inner, outer) = (at + index, at + index + ch.len_utf8());
                    let rest = text[outer..].trim_start();
                    let next = rest.chars().next();
                    let ends = next.is_none_or(|ch| HANGING.contains(&ch));
                    return (ends && inner > at + open.len_utf8()).then_some((inner, outer));
                }
            }
            _ => {}
        }
    }
    None
}

/// The separator at `at`, with its length in bytes and the space after it.
fn separator(text: &str, at: usize, ch: char) -> Option<(Sep, usize)> {
    let spaced_before = text[..at].ends_with(char::is_whitespace);
    if ch.is_ascii_lowercase() && !spaced_before {
        return None;
    }
    let spaced_after = text[at + ch.len_utf8()..].starts_with(char::is_whitespace);
    match ch {
        '|' | '·' | '•' | '∙' | '‧' | '●' | '◆' | '｜' => {
            Some((Sep::Pipe, ch.len_utf8()))
        }
        '—' | '―' => Some((Sep::Dash, ch.len_utf8())),
        '–' | '-' | '−' | '‐' if spaced_after && spaced_before => {
            Some((Sep::Dash, ch.len_utf8()))
        }
        ',' if spaced_after => Some((Sep::Comma, 1)),
        '，' | '、' => Some((Sep::Comma, ch.len_utf8())),
        '@' if spaced_after => Some((Sep::At, 1)),
        '@' if spaced_before => Some((Sep::At, 1)),
        'a'..='z' if spaced_before => {
            let starts = |words: &[&'static str]| {
                words.iter().find(|word| text[at..].starts_with(**word)).map(|word| word.len())
            };
            if let Some(len) = starts(&["at ", "bei ", "chez ", "presso ", "bij "]) {
                return Some((Sep::At, len));
            }
            let len = starts(&["en ", "em ", "na ", "no ", "in ", "für ", "for "])?;
            let name = text[at + len..].starts_with(|ch: char| ch.is_uppercase() || !ch.is_ascii());
            name.then_some((Sep::In, len))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_brackets_are_found() {
        assert_eq!(separator("a | b", 2, '|'), Some((Sep::Pipe, 1)));
        assert_eq!(separator("co-op", 2, '-'), None);
        assert_eq!(separator("Dev at Acme", 4, 'a'), Some((Sep::At, 3)));
        assert_eq!(trailing_bracket("Acme (Bonn)", 5, '('), Some((10, 11)));
        assert_eq!(trailing_bracket("A (b) c", 2, '('), None);
        assert_eq!(trailing_bracket("A ()", 2, '('), None);
        assert_eq!(trailing_bracket("A (b", 2, '('), None);
    }
}
