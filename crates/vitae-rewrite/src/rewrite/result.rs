//! A result that stands at the end of a line: the line's words come in, and a line that opens with the
//! result and tells the act behind `by` goes out.

use super::draft::Draft;
use super::words::{Form, Words};
use vitae_facts::{Anatomy, Metric};
use vitae_pack::Verb;

/// A result clause, told as an act.
pub(crate) struct Front {
    /// `Cut timeouts by 40%`.
    pub(crate) draft: Draft,
    /// Where the clause starts: the act ends before it.
    pub(crate) start: usize,
    /// Its figure is a share, and of what it was before is not said.
    pub(crate) open: bool,
}

/// Verbs that say how a quantity was changed.
const CHANGES: &[&str] = &[
    "reducing",
    "cutting",
    "lowering",
    "decreasing",
    "improving",
    "increasing",
    "raising",
    "boosting",
    "saving",
    "shortening",
    "halving",
    "doubling",
    "trimming",
    "shrinking",
    "speeding",
    "eliminating",
    "bringing",
];

/// The result clause behind the act, when a figure stands in it.
pub(crate) fn front<'a>(words: &Words<'a>, anatomy: &Anatomy, rest: usize) -> Option<Front> {
    let start = (rest + 2..words.len()).find(|at| clause_at(words, *at).is_some())?;
    let (told, from) = clause_at(words, start)?;
    let from_byte = words.tokens.get(from)?.range.start;
    let figure = anatomy.metrics.iter().find(|metric| metric.range.start >= from_byte)?;
    let before = anatomy
        .metrics
        .iter()
        .any(|metric| metric.range.end < from_byte && metric.change.is_some());
    if before {
        return None;
    }
    let draft = match told {
        Some(verb) => changed(words, verb, from)?,
        None => noun_of_change(words, figure, from)?,
    };
    let open = figure.change.is_none() && figure.kind == vitae_facts::MetricKind::Percent;
    Some(Front { draft, start, open })
}

/// `, reducing …` or `resulting in …` at `at`: the verb, and the token behind the opening.
fn clause_at<'a>(words: &Words<'a>, at: usize) -> Option<(Option<&'a Verb>, usize)> {
    let comma = usize::from(words.is(at, ","));
    let which = usize::from(words.is_any(at + comma, &["which", "that", "thus", "thereby"]));
    let next = at + comma + which;
    let result = words.is_any(next, &["resulting", "resulted"]) && words.is(next + 1, "in")
        || words.is_any(next, &["leading", "led"]) && words.is(next + 1, "to");
    if result && (comma > 0 || words.word(next).ends_with("ing")) {
        return Some((None, next + 2));
    }
    let (verb, form) = words.verb(next)?;
    let gerund = comma > 0 && form == Form::Gerund && words.is_any(next, CHANGES);
    let past = which > 0 && comma > 0 && form == Form::Past && CHANGES.contains(&verb.gerund);
    (gerund || past).then_some((Some(verb), next + 1))
}

/// `reducing X by 40% and improving Y`, told in the past.
fn changed(words: &Words<'_>, verb: &Verb, from: usize) -> Option<Draft> {
    let mut draft = Draft::default();
    let mut text = verb.past.to_owned();
    let end = end_of(words);
    let mut at = from;
    while at < end {
        if words.stop(at) {
            return None;
        }
        let second = at > from && words.is(at - 1, "and");
        match words.verb(at).filter(|(_, form)| second && *form == Form::Gerund) {
            Some((other, _)) => text = format!("{text} {}", other.past),
            None => {
                let gap = if words.glued(at) { "" } else { " " };
                text = format!("{text}{gap}{}", words.word(at));
            }
        }
        at += 1;
    }
    draft.words(text);
    (end > from).then_some(draft)
}

/// `a 40% reduction in X`, `40% fewer X`: told as an act.
fn noun_of_change(words: &Words<'_>, figure: &Metric, from: usize) -> Option<Draft> {
    let first = from + usize::from(words.article(from));
    let first = first
        + usize::from(
            words.is_any(first, &["about", "roughly", "nearly", "over", "approximately"]),
        );
    let figure_start =
        words.tokens.iter().position(|token| token.range.start >= figure.range.start)?;
    if figure_start != first {
        return None;
    }
    // The figure as it stands, without the noun that a count takes with it.
    let mut behind = first;
    while words.is_number(behind)
        || words.is_any(behind, &["%", "percent", ".", ",", "x"]) && behind > first
    {
        behind += 1;
    }
    if words.is(behind, "per") && words.is(behind + 1, "cent") {
        behind += 2;
    }
    let amount = words.slice(from + usize::from(words.article(from)), behind);
    let end = end_of(words);
    let (verb, object) = match words.word(behind).to_lowercase().as_str() {
        "reduction" | "decrease" | "drop" | "cut" if words.is_any(behind + 1, &["in", "of"]) => {
            ("cut", behind + 2)
        }
        "increase" | "growth" | "rise" if words.is_any(behind + 1, &["in", "of"]) => {
            ("raised", behind + 2)
        }
        "improvement" if words.is_any(behind + 1, &["in", "of"]) => ("improved", behind + 2),
        "fewer" | "less" | "lower" => ("cut", behind + 1),
        "more" | "higher" => ("raised", behind + 1),
        _ => return None,
    };
    let ends = (object..end).all(|at| !words.stop(at));
    let thing = words.slice(object, end);
    let mut draft = Draft::default();
    draft.words(format!("{verb} {thing} by {amount}"));
    (ends && !thing.is_empty()).then_some(draft)
}

/// First token of the marks at the end.
pub(crate) fn end_of(words: &Words<'_>) -> usize {
    let mut end = words.len();
    while end > 0 && matches!(words.word(end - 1), "." | ";" | "!") {
        end -= 1;
    }
    end
}
