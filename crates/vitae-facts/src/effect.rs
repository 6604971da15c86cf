//! Results that are told in quieter ways than by a verb of change: what others do since, what
//! stopped, what is so for the first time; and effects that are claimed without being shown.

use crate::lexicon::Form;
use crate::metric::MetricKind;
use crate::outcome::{ATTAINED, Clauses};
use crate::words::Class;
use vitae_text::{TextRange, TokenKind};

impl Clauses<'_> {
    /// A clause of result that starts at `at`: first and last token of its signal.
    pub(crate) fn quiet_result(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let class = reading.class(at);
        if class.is(Class::RELATIVE) {
            return self.taken_up(at).or_else(|| self.after_which(at));
        }
        if class.is(Class::END) {
            return self.stopped(at).or_else(|| self.rescued(at));
        }
        if !class.is(Class::HINT) {
            return None;
        }
        let found = match () {
            () if reading.is(at, "of") => self.of_whom(at),
            () if reading.is(at, "now") => self.now(at),
            () if reading.is(at, "so") => self.so(at),
            () if reading.is(at, "to") => {
                self.to_nothing(at) || self.measured_purpose(at) || self.won_over(at)
            }
            () if reading.is(at, "since") => self.none_since(at),
            () if reading.is(at, "before") => self.ahead_by(at),
            () if reading.is(at, "for") => {
                reading.is(at + 1, "the")
                    && reading.is(at + 2, "first")
                    && reading.is(at + 3, "time")
            }
            () => reading.is_any(at, &["whereupon", "anymore"]),
        };
        found.then_some((at, at + 2))
    }

    /// `that 14 teams adopted`, `which every service now inherits`: a subject of several and a verb
    /// of taking up.
    fn taken_up(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let end = (at + 8).min(reading.len());
        let verb = (at + 2..end).find(|word| reading.class(*word).is(Class::TAKE_UP))?;
        let subject = at + 1..verb;
        let clause = subject.clone().all(|word| {
            !reading.class(word).is(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::RELATIVE))
                && !matches!(reading.word(word), "," | ";" | ".")
        });
        let several = subject.clone().any(|word| {
            reading.plural(word)
                || reading.kind(word) == Some(TokenKind::Number)
                || reading.is_any(word, &["all", "every", "each", "now", "still"])
        });
        // What somebody took up for good needs no number: "that the storage group adopted".
        let for_good = reading.is_any(verb, &["adopted", "inherited", "reused", "copied"]);
        let several = several || for_good && reading.is(at + 1, "the");
        let vague = subject.into_iter().any(|word| self.is_vague(word));
        (clause && several && !vague).then_some((at, verb + 1))
    }

    /// `after which Oracle could be switched off`.
    fn after_which(&self, at: usize) -> Option<(usize, usize)> {
        let after = reading_before(self, at, &["after"]) && self.reading.is(at, "which");
        (after && at + 2 < self.reading.len()).then_some((at - 1, at + 1))
    }

    /// `bringing quotes under 2 s`, `taking them out of scope`: these verbs tell a result by where
    /// they move something; others by themselves.
    pub(crate) fn moves_somewhere(&self, at: usize) -> bool {
        const MOVES: [&str; 5] = ["bringing", "taking", "putting", "moving", "turning"];
        const PLACES: [&str; 10] =
            ["out", "off", "into", "under", "within", "below", "back", "from", "down", "to"];
        let reading = self.reading;
        let end = self.clause_end(at + 1).min(at + 10);
        if reading.is_any(at + 1, &["part", "care", "place"]) {
            return false;
        }
        !reading.is_any(at, &MOVES)
            || self.measured(at + 1)
            || (at + 2..end).any(|word| reading.is_any(word, &PLACES))
    }

    /// `and support calls stopped`, `clients stopped guessing`: what ended of itself.
    fn stopped(&self, at: usize) -> Option<(usize, usize)> {
        let reading = self.reading;
        let ended = reading.is_any(at, &["stopped", "ended", "vanished", "ceased"]);
        let last = at + 1 >= reading.len()
            || !reading.is_word(at + 1)
            || reading.class(at + 1).is(Class::PREPOSITION.or(Class::CONJUNCTION))
            || reading.verb(at + 1).is_some_and(|verb| verb.form == Form::Gerund);
        (ended && last && at > self.opening.end && self.after_noun(at)).then_some((at, at + 1))
    }

    /// `and saved the launch`: a second act that averted something.
    fn rescued(&self, at: usize) -> Option<(usize, usize)> {
        let second = reading_before(self, at, &["and", "then", ","]);
        let act = self.reading.is_any(at, &["saved", "rescued", "spared", "averted"]);
        (second && act && self.specific_object(at + 1)).then_some((at, at + 1))
    }

    /// `both of whom joined full time`, `all of which shipped`.
    fn of_whom(&self, at: usize) -> bool {
        let reading = self.reading;
        let share = at > 0
            && (reading.class(at - 1).is(Class::NUMBER)
                || reading.kind(at - 1) == Some(TokenKind::Number)
                || reading.is_any(at - 1, &["both", "all", "most", "half", "none", "each"]));
        let whom = reading.is_any(at + 1, &["whom", "which", "them"]);
        let end = (at + 7).min(reading.len());
        share && whom && (at + 2..end).any(|word| self.is_finite(word))
    }

    /// `the report now finishes before nine`.
    fn now(&self, at: usize) -> bool {
        let reading = self.reading;
        let verb = reading.verb(at + 1).is_some_and(|verb| verb.form != Form::Gerund)
            || reading.class(at + 1).is(Class::PRESENT)
            // "now lasts 12 years": a form in -s and what it takes.
            || reading.word(at + 1).ends_with('s')
                && (reading.kind(at + 2) == Some(TokenKind::Number)
                    || reading.class(at + 2).is(Class::ARTICLE.or(Class::NUMBER)));
        let many = at > 0
            && reading.plural(at - 1)
            && reading.is_word(at + 1)
            && !reading.class(at + 1).is(Class::BREAKS_PHRASE);
        let comma = reading_before(self, at, &[","]) && verb;
        let relative =
            at > 0 && reading.class(at - 1).is(Class::RELATIVE) && (verb || reading.plural(at + 1));
        at > self.opening.end && (comma || many || relative || verb && self.after_noun(at))
    }

    /// `so new tenants start within minutes`: a subject and a verb follow.
    fn so(&self, at: usize) -> bool {
        let reading = self.reading;
        if at == 0 || reading.is_any(at + 1, &["that", "far", "much", "as", "many"]) {
            return false;
        }
        let end = self.clause_end(at + 1).min(at + 10);
        (at + 2..end).any(|word| self.is_finite(word) && self.after_noun(word))
    }

    /// `three weeks before the law changed`: a time that was won.
    fn ahead_by(&self, at: usize) -> bool {
        let start = self.start_of(at);
        let follows = self.reading.class(at + 1).is(Class::ARTICLE);
        follows
            && self
                .metrics
                .iter()
                .any(|metric| metric.kind == MetricKind::Time && metric.range.end + 1 == start)
    }

    /// The words from `start` on are a subject and what it does, by their shape alone: `it still
    /// books the rooms`, `clerks type half as much`, `support answers a call`.
    pub(crate) fn subject_acts(&self, start: usize) -> bool {
        let reading = self.reading;
        let unnamed = Class::BREAKS_PHRASE.or(Class::GENERIC);
        let noun =
            reading.is_word(start) && !reading.class(start).is(unnamed) && !self.is_hollow(start);
        let mut verb = start + 1;
        while reading.class(verb).is(Class::ADVERB) {
            verb += 1;
        }
        let word = reading.is_word(verb)
            && !reading.class(verb).is(unnamed)
            && !reading.word(verb).ends_with("ly")
            && !self.is_hollow(verb);
        let object =
            reading.class(verb + 1).is(Class::ARTICLE.or(Class::NUMBER).or(Class::PRONOUN));
        reading.class(start).is(Class::PRONOUN) && word
            || noun && reading.plural(start) && word && reading.is_word(verb + 1)
            || noun && word && reading.plural(verb) && object
    }

    /// `, and couriers ring the right bell`, `, and operators use it`: what others do since.
    pub(crate) fn others_act(&self, start: usize) -> bool {
        let reading = self.reading;
        let noun = reading.is_word(start)
            && reading.plural(start)
            && reading.verb(start).is_none()
            && !reading.class(start).is(Class::BREAKS_PHRASE.or(Class::GENERIC))
            && !self.is_hollow(start);
        let mut verb = start + 1;
        while reading.class(verb).is(Class::ADVERB) {
            verb += 1;
        }
        let word = reading.word(verb);
        let acts = reading.is_word(verb)
            && !reading.class(verb).is(Class::BREAKS_PHRASE)
            && !reading.plural(verb)
            && (word.len() <= 5 || !word.ends_with("ing"))
            && !word.ends_with("ly");
        let object =
            reading.class(verb + 1).is(Class::ARTICLE.or(Class::NUMBER).or(Class::PRONOUN));
        noun && acts && (object || reading.class(verb).is(Class::PRESENT))
    }

    /// `lag dropped from hours to seconds`: two ends of a change without a figure.
    pub(crate) fn between_spans(&self, at: usize) -> bool {
        let reading = self.reading;
        let span = |word: usize| reading.class(word).is(Class::PERIOD.or(Class::PERIODIC));
        reading.is(at + 1, "from")
            && span(at + 2)
            && reading.is(at + 3, "to")
            && span(at + 4)
            && self.after_noun(at)
    }

    /// `to almost zero`, `to nothing`.
    fn to_nothing(&self, at: usize) -> bool {
        let reading = self.reading;
        let near =
            reading.is_any(at + 1, &["almost", "near", "nearly", "virtually", "practically"]);
        reading.is_any(at + 1 + usize::from(near), &["zero", "nothing", "none", "nil"])
    }

    /// `to reduce index size by half` behind an act that is done: the figure says that it was.
    fn measured_purpose(&self, at: usize) -> bool {
        const PLANNED: [&str; 8] =
            ["proposed", "planned", "pitched", "aimed", "drafted", "suggested", "started", "began"];
        let reading = self.reading;
        let change = reading.class(at + 1).is(Class::CHANGE)
            && reading.verb(at + 1).is_some_and(|verb| verb.form == Form::Base);
        let opener = self.opening.end.checked_sub(1);
        let done = self.opening.active
            && opener.is_some_and(|verb| {
                reading.verb(verb).is_some_and(|verb| verb.form == Form::Past)
                    && !reading.is_any(verb, &PLANNED)
            });
        change && done && self.measured(at + 2)
    }

    /// `Convinced four teams to share one schema`: others do what they did not do before.
    fn won_over(&self, at: usize) -> bool {
        let reading = self.reading;
        let opener = self.opening.end.checked_sub(1).filter(|_| self.opening.active);
        let act = opener.is_some_and(|verb| {
            reading.is_any(verb, &["convinced", "persuaded", "got", "brought"])
        });
        let does = reading.verb(at + 1).is_some_and(|verb| verb.form == Form::Base);
        act && does && at > self.opening.end && at <= self.opening.end + 6
    }

    /// `no replay has been needed since`: the last word, behind a negation.
    fn none_since(&self, at: usize) -> bool {
        let reading = self.reading;
        let last = at + 1 >= reading.len() || reading.is_any(at + 1, &[".", "then"]);
        last && (0..at).any(|word| {
            reading.is_any(word, &["no", "none", "never", "zero", "not", "nobody", "without"])
        })
    }

    /// `Made changes to`, `Made sure that`: nothing is said of what became different.
    fn bare_made(&self) -> bool {
        const NOTHING: [&str; 10] = [
            "changes",
            "improvements",
            "contributions",
            "decisions",
            "updates",
            "fixes",
            "sure",
            "use",
            "enhancements",
            "adjustments",
        ];
        let at = self.opening.end;
        (at..at + 4).any(|word| self.reading.is_any(word, &NOTHING))
    }

    /// A verb that tells of something, rather than names it.
    fn is_finite(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.class(at).is(Class::BE.or(Class::HAVE).or(Class::MODAL).or(Class::PRESENT))
            || reading.verb(at).is_some_and(|verb| verb.form != Form::Gerund)
    }

    /// Words that claim an effect without showing it: `reducing latency`, `improved performance by
    /// 40%`. They tell what became different and prove nothing, so they earn nothing.
    pub(crate) fn claim(&self) -> Option<TextRange> {
        let reading = self.reading;
        let opener = self.opening.end.checked_sub(1).filter(|_| self.opening.active);
        let opens = opener.is_some_and(|verb| {
            let made =
                reading.is(verb, "made") && self.specific_object(verb + 1) && !self.bare_made();
            let attained = reading.is_any(verb, &ATTAINED) && !self.metrics.is_empty();
            // "Drove down the burn by 70%", "Secured 2M EUR for the platform".
            let pushed = reading.is_any(verb, &["drove", "pushed", "brought", "got", "pulled"])
                && reading.is_any(verb + 1, &["down", "up"])
                && !self.metrics.is_empty();
            let won = reading.is_any(verb, &["secured", "won", "raised", "earned", "recouped"])
                && self.metrics.iter().any(|metric| metric.kind == MetricKind::Money);
            let moved = made
                || attained
                || pushed
                || won
                || reading.class(verb).is(Class::CHANGE) && !self.metrics.is_empty()
                || reading.class(verb).is(Class::DOWN_OR_UP);
            moved && !reading.word(verb).ends_with("ing") && verb + 1 < reading.len()
        });
        if let (true, Some(verb)) = (opens, opener) {
            return Some(self.cover(verb, verb + 1));
        }
        let at = (self.opening.end.max(1)..reading.len()).find(|at| {
            if !reading.class(*at).is(Class::CHANGE.or(Class::END).or(Class::ENABLE)) {
                return false;
            }
            let compound = reading.glued(*at) || reading.is_dash(at + 1) && reading.glued(at + 1);
            let clause = reading_before(self, *at, &[",", "thereby", "thus", "and"]);
            !compound
                && clause
                && reading.word(*at).ends_with("ing")
                && reading.is_word(at + 1)
                && !reading.class(at + 1).is(Class::PREPOSITION)
        });
        let led = |at: &usize| {
            let mark = reading.is_any(*at, &ATTAINED)
                || reading.is_any(*at, &["achieving", "reaching", "hitting", "sustaining"]);
            mark && self.metric_near(at + 1, 6)
                || reading.is(*at, "resulting") && reading.is(at + 1, "in")
                || reading.is(*at, "leading") && reading.is(at + 1, "to")
        };
        let at = at.or_else(|| (1..reading.len()).find(led))?;
        Some(self.cover(at, at + 1))
    }
}

/// One of `words` stands right before token `at`.
fn reading_before(clauses: &Clauses<'_>, at: usize, words: &[&str]) -> bool {
    at.checked_sub(1).is_some_and(|before| clauses.reading.is_any(before, words))
}
