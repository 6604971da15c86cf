//! Time in software. Titles and dates of roles come in, months in jobs on software go out;
//! internships and other trades do not count.

use super::Level;
use vitae_pack::{Field, Pack, TitlePart};
use vitae_resume::YearMonth;
use vitae_text::{Token, TokenKind, tokenize};

/// What kind of work a title names.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trade {
    /// Work on software.
    Software,
    /// An internship, or a job beside studies.
    Intern,
    /// Another trade.
    Other,
    /// No word of a title is in it.
    Unknown,
}

/// The trade that a title names.
pub(crate) fn trade(title: &str, tokens: &[Token], pack: &Pack) -> Trade {
    let mut trade = Trade::Unknown;
    for (at, found) in pack.titles().find_all(tokens) {
        let Some(word) = pack.data.titles.get(usize::from(found.value.0)) else { continue };
        if word.part != TitlePart::Noun {
            continue;
        }
        match (word.level.map(super::level_of), word.field) {
            (Some(Level::Entry), _) if !grades_another(title, tokens, at, pack) => {
                return Trade::Intern;
            }
            (_, Some(Field::Other | Field::Academic)) => trade = Trade::Other,
            (_, Some(Field::Management)) if trade == Trade::Unknown => trade = Trade::Software,
            (_, Some(Field::Management)) => {}
            _ => return Trade::Software,
        }
    }
    trade
}

/// `Assistant` before another word of a title grades it and names no job of students.
fn grades_another(title: &str, tokens: &[Token], at: usize, pack: &Pack) -> bool {
    tokens[at].range.of(title).eq_ignore_ascii_case("assistant")
        && tokens.get(at + 1..).and_then(|rest| pack.title_word(rest)).is_some()
}

/// As [`trade`], for a title alone.
pub(crate) fn trade_of(title: &str, pack: &Pack) -> Trade {
    trade(title, &tokenize(title), pack)
}

/// A stretch of months, both ends included.
pub(crate) type Span = (YearMonth, YearMonth);

/// Months in any of `spans`, each counted once.
pub(crate) fn months(mut spans: Vec<Span>) -> u32 {
    vitae_text::sort(&mut spans);
    let mut months = 0;
    let mut reached = i32::MIN;
    for (first, last) in spans {
        let fresh = first.0.max(reached.saturating_add(1));
        months += u32::try_from(last.0 + 1 - fresh).unwrap_or(0);
        reached = reached.max(last.0);
    }
    months
}

/// The stretch that a printed line names: `2021-09 .. present`, `Feb 2014 to May 2018`, `since 2019`.
/// A single year is that year.
pub(crate) fn printed_span(
    text: &str,
    tokens: &[Token],
    pack: &Pack,
    today: YearMonth,
) -> Option<Span> {
    let mut dates = Vec::new();
    let mut open = false;
    for at in 0..tokens.len() {
        if let Some(date) = date_at(text, tokens, at, pack) {
            dates.push(date);
        }
        open |= !dates.is_empty() && pack.present_word(&tokens[at..]).is_some()
            || dates.is_empty() && pack.since_word(&tokens[at..]).is_some();
    }
    let (first, last) = match dates[..] {
        [(year, month)] => {
            let last = YearMonth::new(year, month.unwrap_or(12));
            (YearMonth::new(year, month.unwrap_or(1)), if open { today } else { last })
        }
        [(year, month), (end, end_month), ..] => {
            let last = YearMonth::new(end, end_month.unwrap_or(12));
            (YearMonth::new(year, month.unwrap_or(1)), last.min(today))
        }
        [] => return None,
    };
    (first <= last).then_some((first, last))
}

/// The year at token `at` with the month beside it.
fn date_at(text: &str, tokens: &[Token], at: usize, pack: &Pack) -> Option<(u16, Option<u8>)> {
    let year = year(text, tokens.get(at)?)?;
    let number = |at: usize| {
        let word = tokens.get(at)?.range.of(text);
        word.parse::<u8>().ok().filter(|month| word.len() <= 2 && (1..=12).contains(month))
    };
    let joined = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.range.of(text), "-" | "/" | "."))
    };
    let before = || {
        let name = |back: usize| pack.month_key(tokens.get(at.checked_sub(back)?)?.key);
        let figure = || number(at.checked_sub(2)?).filter(|_| joined(at - 1));
        name(1).or_else(|| name(2)).or_else(figure)
    };
    let after = || number(at + 2).filter(|_| joined(at + 1) && tokens[at + 1].glued);
    Some((year, before().or_else(after)))
}

/// A year of four digits.
pub(crate) fn year(text: &str, token: &Token) -> Option<u16> {
    let word = token.range.of(text);
    let plausible = token.kind == TokenKind::Number && word.len() == 4;
    word.parse().ok().filter(|year| plausible && (1960..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_their_trade() {
        let cases = [
            ("Backend Engineer", Trade::Software),
            ("Software Engineering Intern", Trade::Intern),
            ("Mathematics and physics teacher", Trade::Other),
            ("Technical Lead", Trade::Software),
            ("Harbor Parcel Systems", Trade::Unknown),
        ];
        for (title, expected) in cases {
            assert_eq!(trade_of(title, Pack::builtin()), expected, "{title}");
        }
    }

    #[test]
    fn printed_dates_give_their_months() {
        let today = YearMonth::new(2026, 11);
        let span = |text: &str| {
            let span = printed_span(text, &tokenize(text), Pack::builtin(), today);
            span.map(|(first, last)| last.0 - first.0 + 1)
        };
        assert_eq!(span("2025-09 .. present"), Some(15));
        assert_eq!(span("March 2020 to May 2021"), Some(15));
        assert_eq!(span("07/2025 – Present"), Some(17));
        assert_eq!(span("Backend Engineer, since 2026"), Some(11));
        assert_eq!(span("College, 2020"), Some(12));
        assert_eq!(span("no date"), None);
        let month = |month| YearMonth::new(2026, month);
        assert_eq!(months(vec![(month(1), month(6)), (month(4), month(8))]), 8);
    }
}
