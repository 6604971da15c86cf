//! What a text says became different, and what was decided: clauses of result, changes with their
//! measure, choices with their reason.

use crate::lexicon::{Form, Hit};
use crate::metric::{Metric, MetricKind};
use crate::opening::Opening;
use crate::words::{Class, Reading};
use vitae_pack::PhraseList;
use vitae_text::{TextRange, TokenKind};

/// A text while it is being judged.
pub(crate) struct Clauses<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) opening: &'a Opening,
    pub(crate) metrics: &'a [Metric],
    pub(crate) hits: &'a [Hit],
}

impl Clauses<'_> {
    /// The words that say what became different.
    pub(crate) fn outcome(&self) -> Option<TextRange> {
        let at = self.opener_change().or_else(|| {
            (self.opening.end.max(1)..self.reading.len()).find_map(|at| self.result_at(at))
        });
        at.map(|(first, end)| self.cover(first, end))
            .or_else(|| self.metrics.iter().find(|metric| metric.change.is_some()).map(|m| m.range))
    }

    /// `Cut the index build by 40 minutes`, `Ended the two-cloud policy`.
    fn opener_change(&self) -> Option<(usize, usize)> {
        if !self.opening.active {
            return None;
        }
        let verb = self.opening.end.checked_sub(1)?;
        let class = self.reading.class(verb);
        let past = self.reading.word(verb);
        let measured = class.is(Class::CHANGE) && self.measured(verb + 1)
            || class.is(Class::FACTOR) && self.specific_object(verb + 1);
        let ended = class.is(Class::END)
            && !self.reading.is_any(verb, &["replaced", "closed", "resolved", "removed"])
            && self.specific_object(verb + 1);
        let enabled = self.reading.is_any(verb, &["enabled", "unlocked", "allowed", "let"])
            && self.specific_object(verb + 1);
        let off = self.reading.is_any(verb, &["turned", "switched", "shut"])
            && self.reading.is_any(verb + 1, &["off", "down"])
            && self.specific_object(verb + 2);
        let idiom =
            self.reading.is_any(verb, &["of", "to", "with"]) && self.specific_object(verb + 1);
        let ended = ended || enabled || off || idiom;
        let noun = self.change_noun();
        let kept = self.reading.is_any(verb, &ATTAINED)
            && self
                .metrics
                .iter()
                .any(|metric| metric.kind == MetricKind::Percent && self.percent_has_base(metric));
        let measured = measured || kept;
        (measured || ended && !past.ends_with("ing")).then_some((verb, verb + 1)).or(noun)
    }

    /// `a licence reduction of 240,000 EUR`: a noun of change beside money, time or a factor.
    fn change_noun(&self) -> Option<(usize, usize)> {
        const NOUNS: [&str; 9] = [
            "reduction",
            "saving",
            "savings",
            "increase",
            "decrease",
            "drop",
            "growth",
            "speedup",
            "discount",
        ];
        let reading = self.reading;
        (self.opening.end..reading.len()).find_map(|at| {
            let near = reading.is_any(at, &NOUNS)
                && self.metrics.iter().any(|metric| {
                    let baseless = metric.kind == MetricKind::Percent;
                    let start = reading.tokens[at].range.start;
                    !baseless && metric.range.end <= start && start - metric.range.end < 24
                });
            near.then_some((at, at + 1))
        })
    }

    /// A clause of result that starts at `at`: first and last token of its signal.
    fn result_at(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let class = reading.class(at);
        // Most words begin nothing of the kind.
        let telling = Class::RELATIVE
            .or(Class::CHANGE)
            .or(Class::END)
            .or(Class::ENABLE)
            .or(Class::HINT)
            .or(Class::CUE)
            .or(Class::BE);
        if reading.is_word(at) && !class.is(telling) {
            return None;
        }
        match reading.word(at) {
            ";" | ":" | "\u{2014}" | "\u{2013}" if self.is_finite_clause(at + 1) => {
                return Some((at + 1, at + 4));
            }
            "," if reading.is(at + 1, "so") && at + 3 < reading.len() => {
                return Some((at + 1, at + 2));
            }
            "," if reading.is(at + 1, "and") && self.others_act(at + 2) => {
                return Some((at + 2, at + 4));
            }
            _ => {}
        }
        if reading.is(at, "so") && reading.is(at + 1, "that") {
            let vague = (at + 2..self.clause_end(at + 2)).any(|word| self.is_vague(word));
            return (!vague).then_some((at, at + 2));
        }
        if reading.is_any(at, &["without", "zero", "no"]) {
            return self.unharmed(at).or_else(|| self.phrase(at));
        }
        if class.is(Class::RELATIVE) {
            return self.relative(at).or_else(|| self.quiet_result(at));
        }
        // "cutting-edge", "cost-cutting".
        let compound = reading.glued(at) || reading.is_dash(at + 1) && reading.glued(at + 1);
        let change = !compound && class.is(Class::CHANGE.or(Class::END).or(Class::ENABLE));
        if change
            && reading.word(at).ends_with("ing")
            && self.follows_as_result(at)
            && self.has_effect(at)
            && self.moves_somewhere(at)
        {
            return Some((at, at + 1));
        }
        // "and we grew conversion by 4 points", "errors fell by half".
        let finite =
            class.is(Class::CHANGE) && reading.verb(at).is_some_and(|v| v.form == Form::Past);
        if finite && !self.after_means(at) && (self.measured(at + 1) || self.between_spans(at)) {
            return Some((at, at + 1));
        }
        // "and retired the nightly job": a second act that ends something.
        let second =
            at > 0 && (reading.is_any(at - 1, &["and", "then", ",", "afterwards", "finally"]));
        let off = reading.is_any(at, &["turned", "switched", "shut"])
            && reading.is_any(at + 1, &["off", "down"])
            && reading.class(at + 2).is(Class::ARTICLE.or(Class::NUMBER).or(Class::PRONOUN));
        if second && (off || super::opening::ending_idiom(reading, at) > 0) {
            return Some((at, at + 2));
        }
        if second
            && class.is(Class::END)
            && reading.word(at).ends_with("ed")
            && (self.specific_object(at + 1) || reading.is_any(at + 1, &["them", "it"]))
        {
            return Some((at, at + 1));
        }
        self.quiet_result(at).or_else(|| self.phrase(at))
    }

    /// A phrase of the pack or of the grammar that tells of a result.
    fn phrase(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        if !reading.class(at).is(Class::CUE.or(Class::BE)) {
            return None;
        }
        let two =
            |first: &str, second: &[&str]| reading.is(at, first) && reading.is_any(at + 1, second);
        let class_be = reading.class(at).is(Class::BE);
        let used = reading.is_any(at, &["adopted", "used", "followed", "reused"])
            && reading.is_any(at + 1, &["by", "across", "throughout"])
            && !(at + 2..at + 5).any(|word| self.is_vague(word))
            && (reading.is_any(at, &["adopted", "reused"]) || self.counted(at + 2));
        let plain = two("no", &["longer"])
            || two("never", &["since", "again"])
            || two("still", &["in", "used", "runs", "run", "serves"])
                && !reading.is(at + 2, "progress")
            || class_be && reading.is(at + 1, "now")
            || two("now", &["the", "a", "used", "run", "runs"])
            || reading.is_any(at, &["became", "disappeared", "vanished", "ceased"]) && at > 1
            || reading.is_any(at, &["down", "up"])
                && at > 0
                && reading.is_any(at - 1, &["went", "came", "go", "goes", "gone", "is", "are"])
                && self.metric_near(at + 1, 5)
            || two("to", &["zero"])
            || two("under", &["budget"])
            || two("accepted", &["by", "into", "upstream"])
            || two("approved", &["by"])
            || self.compared(at)
            || (two("before", &["the"]) || two("ahead", &["of"]))
                && (at + 2..at + 6).take_while(|word| reading.is_word(*word)).any(|word| {
                    reading.is(word, "deadline")
                        || reading.is_any(word, &["schedule", "plan", "time"])
                            && reading.is(at, "ahead")
                })
            || two("down", &["from"])
            || (two("resulting", &["in"]) || two("leading", &["to"])) && self.has_effect(at + 1)
            || used;
        if plain {
            return Some((at, at + 2));
        }
        None
    }

    /// `12x faster`, `in 3 minutes instead of 40`: a figure and what it is measured against.
    fn compared(&self, at: usize) -> bool {
        const BETTER: [&str; 9] = [
            "faster", "cheaper", "smaller", "fewer", "less", "lower", "sooner", "earlier", "early",
        ];
        let reading = self.reading;
        let start = self.start_of(at);
        let behind = self
            .metrics
            .iter()
            .any(|metric| metric.range.end < start && start - metric.range.end <= 2);
        let number = reading.kind(at + 2) == Some(TokenKind::Number)
            || reading.class(at + 2).is(Class::NUMBER);
        behind
            && (reading.is_any(at, &BETTER)
                || reading.is(at, "instead")
                    && (number || reading.kind(at + 2) == Some(TokenKind::Number)))
    }

    /// `without downtime`, `zero data loss`.
    fn unharmed(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        // "practically zero downtime": nobody measured it.
        let nearly = ["practically", "virtually", "nearly", "almost", "near", "basically"];
        if at > 0 && reading.is_any(at - 1, &nearly) {
            return None;
        }
        let end = (at + 6).min(reading.len());
        let harm = (at + 1..end).find(|word| reading.class(*word).is(Class::HARM))?;
        let plain = (at + 1..harm).all(|word| {
            reading.is_word(word)
                && !reading.class(word).is(Class::PREPOSITION.or(Class::CONJUNCTION))
                || reading.is_dash(word)
        });
        plain.then_some((at, harm + 1))
    }

    /// `, which ended the drift`, `that lets analysts`.
    fn relative(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let mut verb = at + 1;
        while reading.class(verb).is(Class::ADVERB) {
            verb += 1;
        }
        let class = reading.class(verb);
        let form = reading.verb(verb).map(|verb| verb.form);
        let comma = at > 0 && reading.is(at - 1, ",") && reading.is(at, "which");
        let effect =
            class.is(Class::CHANGE.or(Class::END).or(Class::ENABLE)) && self.has_effect(verb);
        let past = form == Some(Form::Past)
            && !class.is(Class::BE.or(Class::HAVE))
            && !reading.is_any(verb, &["used", "ran", "handled", "had"])
            && (!reading.is_any(verb, &HARMED) || self.opens_with_repair());
        let found = effect
            || past && (comma || reading.is(at, "that") && self.metric_near(verb + 1, 4))
            || past && self.opens_with_repair();
        (found && reading.is_any(at, &["which", "that"])).then_some((at, verb + 1))
    }

    /// What was fixed is told by its effect: `Fixed the lock that stalled quotes`.
    fn opens_with_repair(&self) -> bool {
        let opener = self.opening.end.checked_sub(1);
        self.opening.active
            && opener.is_some_and(|at| {
                self.reading.is_any(at, &["fixed", "resolved", "removed", "repaired"])
            })
    }

    /// After `;`: a clause of its own with a subject and a verb, not one more thing done.
    fn is_finite_clause(&self, start: usize) -> bool {
        let reading = self.reading;
        let first = reading.verb(start);
        let subject_is_verb =
            first.is_some_and(|verb| matches!(verb.form, Form::Past | Form::Gerund));
        if subject_is_verb || reading.class(start).is(Class::PREPOSITION) {
            return false;
        }
        if self.subject_acts(start) {
            return true;
        }
        let end = (start + 10).min(reading.len());
        let stop =
            (start..end).find(|at| matches!(reading.word(*at), ";" | "." | ":")).unwrap_or(end);
        (start + 1..stop).any(|at| {
            let class = reading.class(at);
            let known = reading.verb(at).is_some_and(|verb| {
                verb.form != Form::Gerund && (verb.form == Form::Past || self.after_noun(at))
            });
            class.is(Class::BE.or(Class::HAVE).or(Class::MODAL))
                || class.is(Class::PRESENT) && self.after_noun(at)
                || known
        })
    }

    /// A noun or pronoun stands right before, so that a word can be its verb.
    pub(crate) fn after_noun(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let class = self.reading.class(before);
        class.is(Class::PRONOUN.or(Class::FIRST_PERSON).or(Class::ADVERB))
            || self.reading.is_word(before)
                && !class.is(Class::ARTICLE.or(Class::PREPOSITION).or(Class::CONJUNCTION))
    }

    /// A gerund that tells a result: not after a preposition of means or purpose.
    fn follows_as_result(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let reading = self.reading;
        !(reading.class(before).is(Class::PREPOSITION.or(Class::ARTICLE))
            || reading.is_any(before, &["to", "by", "for"]))
    }

    /// `by`, `to` or `for` stands before: means and purpose, not result.
    fn after_means(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.reading.is_any(before, &["to", "by", "for", "the", "a", "an", "of"])
        })
    }

    /// The verb at `at` has a measured or a specific object.
    fn has_effect(&self, at: usize) -> bool {
        self.measured(at + 1) || self.specific_object(at + 1) && !self.only_measure(at + 1)
    }

    /// A figure that sizes the change stands in the clause that starts at `at`, behind an object.
    pub(crate) fn measured(&self, at: usize) -> bool {
        let end = self.clause_end(at);
        let limit = self.start_of(end);
        let from = self.start_of(at);
        self.metrics.iter().any(|metric| {
            let inside = metric.range.start >= from && metric.range.start < limit;
            inside
                && (metric.kind != MetricKind::Percent
                    || metric.change.is_some()
                    || self.percent_has_base(metric))
        })
    }

    /// A percentage of something that is named: an object before it, or `of`/`from` behind it.
    pub(crate) fn percent_has_base(&self, metric: &Metric) -> bool {
        let reading = self.reading;
        if metric.change.is_some() {
            return true;
        }
        let Some(first) =
            reading.tokens.iter().position(|token| token.range.start >= metric.range.start)
        else {
            return false;
        };
        let end = reading
            .tokens
            .iter()
            .position(|token| token.range.start >= metric.range.end)
            .unwrap_or(reading.len());
        if reading.is_any(end, &["of", "from", "off"]) && self.specific_object(end + 1) {
            return true;
        }
        let named = reading.is_word(end)
            && !reading.class(end).is(Class::BREAKS_PHRASE.or(Class::GENERIC))
            && !reading.is_any(end, &["improvement", "increase", "growth", "faster", "better"]);
        let within = first > 0 && !reading.is_any(first - 1, &["by", "with"]);
        if named && within {
            return true;
        }
        // "reduced the error rate by 60%": an object between verb and figure.
        let verb = (0..first).rev().take(12).find(|at| {
            reading.class(*at).is(Class::CHANGE.or(Class::END)) && reading.verb(*at).is_some()
                || self.opening.active && *at + 1 == self.opening.end
        });
        verb.is_some_and(|verb| {
            verb + 1 < first
                && reading.class(verb).is(Class::CHANGE)
                && self.specific_object(verb + 1)
        }) || first > 1
            && reading.is_any(first - 1, &["to", "at", "above", "over", "by"])
            && verb.is_none()
            && self.noun_before(first - 1)
    }

    /// A noun that names something stands before `at`, as the subject of a change: `errors fell by`.
    fn noun_before(&self, at: usize) -> bool {
        at >= 2
            && self.reading.class(at - 1).is(Class::CHANGE)
            && self.reading.is_word(at - 2)
            && !self.reading.class(at - 2).is(Class::GENERIC.or(Class::BREAKS_PHRASE))
    }

    /// The object that starts at `at` names something in particular.
    pub(crate) fn specific_object(&self, at: usize) -> bool {
        let reading = self.reading;
        let end = (at + 9).min(reading.len());
        let particle = reading.is_any(at, &["off", "out", "from", "up", "down", "over", "away"]);
        let at = at + usize::from(particle);
        if reading.class(at).is(Class::PREPOSITION) {
            return false;
        }
        for word in at..end {
            let class = reading.class(word);
            match reading.kind(word) {
                Some(TokenKind::Number) => return true,
                Some(TokenKind::Word) => {}
                // "N+1", "read-only", "tax/fee".
                _ if reading.glued(word)
                    && (reading.is_dash(word)
                        || reading.glued(word + 1) && reading.is_any(word, &["+", "/", "&"])) =>
                {
                    continue;
                }
                _ => return false,
            }
            if class.is(Class::PREPOSITION) && !reading.is_any(word, &["of", "between"])
                || class.is(Class::CONJUNCTION.or(Class::RELATIVE)) && !reading.is(word, "and")
            {
                return false;
            }
            let text = reading.word(word);
            // "and was maintaining": one more act, not the object.
            let act = word > at
                && reading.class(word - 1).is(Class::CONJUNCTION.or(Class::BE))
                && reading.verb(word).is_some();
            let skip = act
                || class.is(Class::BREAKS_PHRASE.or(Class::GENERIC).or(Class::UNIT))
                || text.len() < 3
                || text.ends_with("ly")
                || self.is_hollow(word);
            if !skip {
                return true;
            }
        }
        false
    }

    /// The object is nothing but a thing that is measured (`latency`, `costs`), without a figure.
    fn only_measure(&self, at: usize) -> bool {
        let reading = self.reading;
        let end = self.clause_end(at).min(at + 6);
        (at..end)
            .filter(|word| {
                reading.is_word(*word)
                    && !reading.class(*word).is(Class::BREAKS_PHRASE.or(Class::GENERIC))
            })
            .all(|word| {
                reading.class(word).is(Class::MEASURE)
                    || reading.word(word).ends_with("ly")
                    || self.is_vague(word)
            })
    }

    pub(crate) fn is_vague(&self, at: usize) -> bool {
        self.hits.iter().any(|hit| is_vague_list(hit.list) && hit.first <= at && at < hit.end)
    }

    pub(crate) fn is_hollow(&self, at: usize) -> bool {
        self.hits.iter().any(|hit| hit.first <= at && at < hit.end)
    }

    /// A number, a plural or `all` stands at `at`.
    fn counted(&self, at: usize) -> bool {
        let reading = self.reading;
        let end = (at + 4).min(reading.len());
        reading.is_any(at, &["all", "every", "both", "each"])
            || (at..end)
                .take_while(|word| !reading.class(*word).is(Class::PREPOSITION))
                .any(|word| reading.plural(word) || reading.kind(word) == Some(TokenKind::Number))
    }

    pub(crate) fn metric_near(&self, at: usize, tokens: usize) -> bool {
        let (from, to) = (self.start_of(at), self.start_of((at + tokens).min(self.reading.len())));
        self.metrics.iter().any(|metric| metric.range.start >= from && metric.range.start < to)
    }

    /// First token after the clause: the next `;`, `,` outside a number, or relative.
    pub(crate) fn clause_end(&self, at: usize) -> usize {
        let reading = self.reading;
        (at..reading.len())
            .find(|word| {
                matches!(reading.word(*word), ";" | "." | ":") && !reading.glued_number(word + 1)
                    || reading.is(*word, ",") && !reading.glued(*word + 1) && *word > at + 6
            })
            .unwrap_or(reading.len())
    }

    pub(crate) fn start_of(&self, at: usize) -> u32 {
        self.reading.tokens.get(at).map_or(u32::MAX, |token| token.range.start)
    }

    pub(crate) fn cover(&self, first: usize, end: usize) -> TextRange {
        let last = end.max(first + 1).min(self.reading.len()) - 1;
        self.reading.tokens[first.min(last)].range.cover(self.reading.tokens[last].range)
    }

    /// The words that show a choice.
    pub(crate) fn decision(&self) -> Option<TextRange> {
        let reading = self.reading;
        let grammar = (0..reading.len()).find_map(|at| {
            if !reading.class(at).is(Class::CUE) {
                return None;
            }
            let two = |first: &str, second: &[&str]| {
                reading.is(at, first) && reading.is_any(at + 1, second)
            };
            let hit = two("instead", &["of"])
                || two("rather", &["than"])
                || two("in", &["favour", "favor"]);
            let over = reading.is_any(
                at,
                &["chose", "choose", "picked", "selected", "preferred", "choosing", "favoured"],
            ) && (at..(at + 9).min(reading.len()))
                .any(|next| reading.is_any(next, &["over", "because", "for", "so", "after"]));
            let because = reading.is(at, "because");
            let weighed = reading.is_any(at, &["trade", "tradeoff", "tradeoffs", "trade-off"])
                && (reading.is_any(at, &["tradeoff", "tradeoffs"])
                    || reading.is_any(at + 2, &["off", "offs"]));
            let tested = reading.is_any(at, &["evaluated", "compared", "benchmarked"])
                && self.specific_object(at + 1);
            let settled = two("decided", &["to", "against", "on"])
                || two("opted", &["for", "to"])
                || two("ruled", &["out"])
                || two("at", &["the"])
                    && reading.is_any(at + 2, &["cost", "price", "expense"])
                    && reading.is(at + 3, "of")
                || two("in", &["exchange"])
                || reading.is_any(at, &["rejected", "traded", "trading"])
                    && self.specific_object(at + 1)
                || reading.is(at, "after")
                    && reading.is_any(
                        at + 1,
                        &[
                            "comparing",
                            "evaluating",
                            "benchmarking",
                            "weighing",
                            "measuring",
                            "prototyping",
                        ],
                    );
            (hit || over || because || weighed || tested || settled).then_some((at, at + 2))
        });
        grammar.map(|(first, end)| self.cover(first, end))
    }
}

/// What a fault did before it was found: `that froze trading for 4 s`.
const HARMED: [&str; 14] = [
    "froze",
    "stalled",
    "crashed",
    "blocked",
    "cost",
    "broke",
    "killed",
    "hid",
    "lost",
    "delayed",
    "leaked",
    "hung",
    "corrupted",
    "duplicated",
];

/// Reaching a mark; a share of something named is one, a count is not.
pub(crate) const ATTAINED: [&str; 4] = ["achieved", "attained", "reached", "sustained"];

/// Lists whose phrases say how much without saying it.
pub(crate) fn is_vague_list(list: PhraseList) -> bool {
    matches!(list, PhraseList::VagueQuantity | PhraseList::VagueScale | PhraseList::VagueObject)
}
