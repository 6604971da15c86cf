//! Figures that size work or its result, and numbers that do not: tokens in, metrics and the spans
//! of all other numbers out. Integers only.

use crate::amount::{fraction, noun_phrase, per_period, percent_words, singular};
use crate::change::join_changes;
use crate::lexicon::Form;
use crate::number::{Literal, Suffix, literal};
use crate::words::{Class, Measure, Reading, UNITS, Unit};
use serde::{Deserialize, Serialize};
use vitae_text::{TextRange, TokenKind};

/// What a figure measures.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MetricKind {
    /// A share: `40%`, `99.95 %`, `half`.
    Percent,
    /// Money: `$3M`, `9,500 USD`.
    Money,
    /// A duration: `180 ms`, `two weeks`.
    Time,
    /// Something per time: `4,200 requests/s`, `once a week`.
    Rate,
    /// Data: `6 TB`, `2 GB`.
    Size,
    /// A count of things: `37 services`, `eight teams`.
    Count,
    /// A factor: `3x`, `doubled`.
    Multiplier,
}

/// One figure. Ranges are bytes of the text it was found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Number with its unit, as written; for a change from `from` to `to` all of it.
    pub range: TextRange,
    /// What it measures.
    pub kind: MetricKind,
    /// The value in thousandths of `unit` (integer, so that every platform agrees); for a change,
    /// the new value. Saturates.
    pub milli: i64,
    /// Unit in canonical form: `%`, `ms`, `s`, `GB`, `USD`, `req/s`, `service`; empty for a bare
    /// count.
    pub unit: String,
    /// Old and new value as written, for a change.
    pub change: Option<(TextRange, TextRange)>,
}

/// A metric while it is being read: with the tokens it takes.
pub(crate) struct Found {
    pub(crate) metric: Metric,
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// It has a unit, a noun or a scale of its own.
    pub(crate) named: bool,
}

/// All figures of a text, and the spans of numbers that are none. `skills` are spans of technology
/// names: a number in one, or right after one, is part of the name.
pub(crate) fn find_numbers(
    reading: &Reading<'_>,
    skills: &[TextRange],
) -> (Vec<Metric>, Vec<TextRange>) {
    let mut finder = Finder { reading, skills, found: Vec::new(), others: Vec::new() };
    let mut at = 0;
    while at < reading.len() {
        at = finder.step(at);
    }
    let metrics = join_changes(reading, finder.found);
    (metrics, merge_close(reading.text, finder.others))
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    skills: &'a [TextRange],
    found: Vec<Found>,
    others: Vec<TextRange>,
}

impl Finder<'_> {
    /// Reads what starts at token `at`; returns the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let class = reading.class(at);
        match reading.kind(at) {
            Some(TokenKind::Number) => self.number(at),
            Some(TokenKind::Word) if class.is(Class::NUMBER.or(Class::SCALE)) => self.spelled(at),
            Some(TokenKind::Word) if class.is(Class::FACTOR) => self.factor(at),
            Some(TokenKind::Word) => self.word(at),
            _ => at + 1,
        }
    }

    /// A token that starts with a digit.
    fn number(&mut self, at: usize) -> usize {
        let Some(number) = literal(self.reading, at) else {
            self.others.push(self.reading.tokens[at].range);
            return at + 1;
        };
        if let Some((range, end)) = self.name(at, &number) {
            self.others.push(range);
            return end;
        }
        self.measure(at, number)
    }

    /// `eight weeks`, `two hundred services`; a lone number word is none.
    fn spelled(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let Some(number) = literal(reading, at) else { return at + 1 };
        let next = number.end;
        // "Six Sigma".
        if reading.capital(at) && reading.capital(next) && !reading.opens_sentence(at) {
            return next;
        }
        let one = number.milli == 1_000;
        let hyphen = reading.is_dash(next) && reading.glued(next);
        let noun = next + usize::from(hyphen);
        if hyphen && NAME_NOUNS.iter().any(|name| reading.is(noun, name)) {
            return noun + 1;
        }
        let unit = reading.class(noun).is(Class::UNIT);
        let group = at > 1
            && reading.is(at - 1, "of")
            && reading.is_any(at - 2, &["team", "squad", "group", "crew", "cohort"]);
        let from = at > 0 && reading.is(at - 1, "from") && reading.is(next, "to");
        // "to one by moving": a preposition that is none of a noun ends the figure as well.
        let ends = !reading.is_word(next)
            || reading.class(next).is(Class::PREPOSITION.or(Class::CONJUNCTION))
                && !reading.is(next, "of");
        let instead = at > 1 && reading.is(at - 1, "of") && reading.is(at - 2, "instead");
        let bound = at > 0 && reading.is_any(at - 1, &["to", "than"]);
        let bound = bound && (!reading.is_word(next) || from_near(reading, at));
        let to = (bound || instead) && ends && !hyphen;
        let counts = group
            || from
            || to
            || fraction(reading, next).is_some()
            || if hyphen {
                unit || reading.is_any(noun, &COUNTED_HYPHEN)
            } else {
                unit || noun_phrase(reading, next).is_some()
                    || per_period(reading, next).is_some()
                    || percent_words(reading, next).is_some()
            };
        // "one" is an article more often than a figure.
        let timed_one = unit && at > 0 && reading.is_any(at - 1, &["to", "under", "within", "in"]);
        if !counts || (one && !timed_one && !to) {
            return number.end;
        }
        self.measure(at, number)
    }

    /// `doubled`, `tenfold`, where it sizes a result.
    fn factor(&mut self, at: usize) -> usize {
        let reading = self.reading;
        // "doubled as" and "the doubled farm counts" size nothing.
        if reading.is(at + 1, "as") || at > 0 && reading.is_any(at - 1, &["the", "was", "that"]) {
            return at + 1;
        }
        let milli = i64::from(reading.value(at));
        self.push(MetricKind::Multiplier, milli, "x", at, at + 1, true);
        at + 1
    }

    /// A word that is no number word: `half`, `once a week`, `p99`, `USD`.
    fn word(&mut self, at: usize) -> usize {
        let reading = self.reading;
        if reading.is(at, "half") {
            let before = at > 0
                && reading.is_any(at - 1, &["by", "in", "to", "than", "almost", "about", "nearly"]);
            let noun = reading.glued(at + 1) && reading.is_dash(at + 1);
            if reading.is_any(at + 1, &["a", "an"]) && reading.class(at + 2).is(Class::PERIOD) {
                let unit = UNITS[reading.value(at + 2) as usize].name;
                self.push(MetricKind::Time, 500, unit, at, at + 3, true);
                return at + 3;
            }
            if !noun && (before || reading.is_any(at + 1, &["of", "the"])) {
                self.push(MetricKind::Percent, 50_000, "%", at, at + 1, true);
            }
            return at + 1;
        }
        if let Some(end) = self.article_amount(at) {
            return end;
        }
        if reading.is_any(at, &["once", "twice"]) {
            let twice = reading.is(at, "twice");
            if let Some((period, end)) = per_period(reading, at + 1) {
                let milli = if twice { 2_000 } else { 1_000 };
                let unit = ["/", UNITS[period as usize].name].concat();
                self.push(MetricKind::Rate, milli, &unit, at, end, true);
                return end;
            }
            if twice && reading.is_any(at + 1, &["as", "the"]) {
                self.push(MetricKind::Multiplier, 2_000, "x", at, at + 1, true);
            }
            return at + 1;
        }
        if reading.word(at).bytes().any(|byte| byte.is_ascii_digit()) {
            return self.named_number(at);
        }
        at + 1
    }

    /// `by a third`, `from a day`, `half an hour`: an article that counts.
    fn article_amount(&mut self, at: usize) -> Option<usize> {
        let reading = self.reading;
        let before = |words: &[&str]| at > 0 && reading.is_any(at - 1, words);
        if !reading.is_any(at, &["a", "an"]) {
            return None;
        }
        let parts = match reading.word(at + 1) {
            "third" => 3,
            "quarter" => 4,
            "fifth" => 5,
            "tenth" => 10,
            _ => 0,
        };
        if parts > 0
            && (before(&["by", "to", "than", "about"]) || reading.is(at + 2, "of"))
            && !before(&["in"])
        {
            self.push(MetricKind::Percent, 100_000 / parts, "%", at, at + 2, true);
            return Some(at + 2);
        }
        let period = reading.class(at + 1).is(Class::PERIOD) && !reading.plural(at + 1);
        let bound = before(&[
            "from", "to", "under", "within", "below", "than", "in", "saving", "saved", "avoiding",
            "take", "takes", "took",
        ]);
        let noun = reading.is_word(at + 2) && !reading.class(at + 2).is(Class::BREAKS_PHRASE);
        let bound = bound || reading.is_any(at + 2, &["ahead", "early", "earlier", "sooner"]);
        if period && bound && !noun && !reading.is_dash(at + 2) {
            let unit = UNITS[reading.value(at + 1) as usize].name;
            self.push(MetricKind::Time, 1_000, unit, at, at + 2, true);
            return Some(at + 2);
        }
        None
    }

    /// A word with digits in it: `p99`, `S3`, `v2`; with the decimals that follow.
    fn named_number(&mut self, at: usize) -> usize {
        let reading = self.reading;
        let mut end = at + 1;
        let slash = at > 0 && reading.glued(at) && reading.is(at - 1, "/");
        if slash && !reading.glued(at - 1) {
            // A path: `/v2/orders`.
            while reading.is(end, "/") && reading.glued(end) && reading.glued(end + 1) {
                end += 2;
            }
            self.others.push(self.cover(at - 1, end));
            return end;
        }
        while reading.is(end, ".")
            && reading.glued(end)
            && reading.glued(end + 1)
            && reading.kind(end + 1) == Some(TokenKind::Number)
        {
            end += 2;
        }
        self.others.push(self.cover(at, end));
        end
    }

    /// The span of a number that is a name, and the token to go on with.
    fn name(&self, at: usize, number: &Literal) -> Option<(TextRange, usize)> {
        let own = self.cover(at, number.end);
        if let Some(skill) = self.skills.iter().find(|skill| skill.overlaps(own)) {
            // `HTTP/2`, `ISO 27001`: all of the name; `OpenAPI 3.1`: the version.
            let standard = at > 0
                && self.reading.class(at - 1).is(Class::STANDARD)
                && skill.contains(self.cover(at - 1, number.end));
            let joined = (self.reading.glued(at) || standard) && skill.end == own.end;
            return Some((if joined { *skill } else { own }, number.end));
        }
        if number.suffix == Suffix::Name || number.parts > 2 {
            return Some((own, number.end));
        }
        if number.money || number.range {
            return None;
        }
        if let Some(end) = self.punctuated_name(at, number) {
            return Some((self.cover(at, end), end));
        }
        if number.suffix != Suffix::None {
            return None;
        }
        let first = self.label_start(at, number);
        let label = first.map(|first| (self.cover(first, number.end), number.end));
        label.or_else(|| self.is_date(at, number).then_some((own, number.end)))
    }

    /// `24/7`, `12:30`, `3-tier`, `404 errors`, `3 pm`, `555-0100`; the token after it.
    fn punctuated_name(&self, at: usize, number: &Literal) -> Option<usize> {
        let reading = self.reading;
        let next = number.end;
        let digit = |at: usize| reading.kind(at) == Some(TokenKind::Number);
        if reading.is_any(next, &["/", ":"])
            && reading.glued(next)
            && digit(next + 1)
            && reading.glued(next + 1)
        {
            let mut end = next + 2;
            while reading.is_any(end, &["/", ":", "-", "."])
                && digit(end + 1)
                && reading.glued(end)
                && reading.glued(end + 1)
            {
                end += 2;
            }
            return (!reading.is(end, "of")).then_some(end);
        }
        if reading.is_dash(next) && reading.glued(next) && reading.glued(next + 1) {
            if digit(next + 1) {
                // Not a range, or it would have been read as one: dates, phone numbers.
                let mut end = next + 2;
                while reading.is_dash(end) && digit(end + 1) && reading.glued(end + 1) {
                    end += 2;
                }
                return Some(end);
            }
            if NAME_NOUNS.iter().any(|name| reading.is(next + 1, name)) {
                return Some(next + 2);
            }
        }
        if number.plain && digit(next) {
            let mut end = next;
            while digit(end) {
                end += 1;
            }
            return Some(end);
        }
        if reading.is_any(next, &["am", "pm"]) {
            return Some(next + 1);
        }
        let http = number.plain && (400_000..600_000).contains(&number.milli);
        if http && reading.is_any(next, &["error", "errors", "response", "responses", "s"]) {
            return Some(next);
        }
        if http && reading.is_any(at.wrapping_sub(1), &["http", "with"]) && !reading.is_word(next) {
            return Some(next);
        }
        None
    }

    /// First token of the name that a number belongs to because of what stands before it.
    fn label_start(&self, at: usize, number: &Literal) -> Option<usize> {
        let reading = self.reading;
        let before = at.checked_sub(1)?;
        let own = reading.tokens[at].range;
        let unitless = !self.has_measure(number.end);
        // `/v2`, `HTTP/2`, `k8s-01`, `PLAT-100`, `C++17`, `node.18`, `#1`, `v1.2`.
        if reading.glued(at) && reading.kind(before) == Some(TokenKind::Symbol) {
            let word = before
                .checked_sub(1)
                .filter(|word| reading.glued(before) && reading.is_word(*word));
            match reading.word(before) {
                "#" | "_" | "@" | "^" => return Some(before),
                "/" | "." | ":" if word.is_some() => return word,
                "/" => return Some(before),
                "+" if !number.plus => return Some(at),
                "-" | "\u{2010}" | "\u{2011}" => {
                    return word
                        .filter(|word| !reading.is_any(*word, &["sub", "under", "over", "near"]));
                }
                _ => {}
            }
        }
        if !unitless {
            return None;
        }
        // "Containerized 16 apps" names a practice by its verb.
        let act = reading.verb(before).is_some_and(|verb| verb.form == Form::Past);
        let named = |skill: &TextRange| skill.end <= own.start && own.start - skill.end <= 1;
        if !act && self.skills.iter().any(named) {
            return Some(at);
        }
        if reading.is_word(before) && reading.tokens[at].glued {
            return Some(before);
        }
        let class = reading.class(before);
        if reading.is_word(before) && class.is(Class::STANDARD) {
            let longer = before.checked_sub(1).filter(|at| reading.class(*at).is(Class::STANDARD));
            return Some(longer.unwrap_or(before));
        }
        let counted = noun_phrase(reading, number.end).is_some();
        if class.is(Class::LABEL)
            && !(counted && reading.is_any(before, &["no", "module", "day", "order"]))
        {
            return Some(at);
        }
        let proper = reading.capital(before) && !reading.opens_sentence(before);
        if proper
            && !counted
            && !class.is(Class::BREAKS_PHRASE.or(Class::MONTH))
            && number.milli < 100_000_000
        {
            return Some(at);
        }
        self.continues_name(at, number).then_some(at)
    }

    /// `Java 8 to 17`: a bare number joined to one that is a name.
    fn continues_name(&self, at: usize, number: &Literal) -> bool {
        let reading = self.reading;
        let Some(last) = self.others.last() else { return false };
        let Some(joint) = at.checked_sub(1) else { return false };
        let joined = reading
            .is_any(joint, &["to", "and", "or", ",", "/", "\u{2192}", "&", ">", "through"])
            || reading.is_dash(joint);
        let mut before = joint;
        while before > 0 && reading.kind(before - 1) == Some(TokenKind::Symbol) {
            before -= 1;
        }
        let near = before > 0 && reading.tokens[before - 1].range.end == last.end;
        joined && near && noun_phrase(reading, number.end).is_none()
    }

    /// A year or a day of a month.
    fn is_date(&self, at: usize, number: &Literal) -> bool {
        let reading = self.reading;
        if !number.plain || self.has_measure(number.end) {
            return false;
        }
        let month = |at: usize| reading.class(at).is(Class::MONTH) && reading.capital(at);
        let beside_month = at > 0 && month(at - 1) || month(number.end);
        if beside_month {
            return true;
        }
        let year = (1_950_000..2_100_000).contains(&number.milli) && number.digits == 4;
        if !year {
            return false;
        }
        let dated = at > 0
            && reading.is_any(
                at - 1,
                &[
                    "in", "since", "until", "during", "year", "from", "mid", "late", "early", "of",
                    "the", "a",
                ],
            );
        dated || noun_phrase(reading, number.end).is_none()
    }

    /// A unit, `%` or `x` stands at `at`.
    fn has_measure(&self, at: usize) -> bool {
        let reading = self.reading;
        let unit = reading.class(at).is(Class::UNIT) && !reading.is(at, "second");
        unit || reading.is_any(at, &["%", "\u{2030}", "\u{d7}", "x"])
            || reading.is(at, "/") && reading.class(at + 1).is(Class::PERIOD)
            || per_period(reading, at).is_some()
    }

    /// A number that sizes something: reads its unit and what it is counted by.
    fn measure(&mut self, at: usize, number: Literal) -> usize {
        let reading = self.reading;
        let next = number.end;
        let amount = Amount { kind: MetricKind::Count, milli: number.milli, end: next };
        if number.money {
            let (name, end) = match reading.class(next) {
                class
                    if class.is(Class::UNIT)
                        && unit_at(reading, next).measure == Measure::Money =>
                {
                    (unit_at(reading, next).name, next + 1)
                }
                _ => (number.currency, next),
            };
            let end = per_period(reading, end).map_or(end, |(_, end)| end);
            return self.finish(at, Amount { kind: MetricKind::Money, end, ..amount }, name);
        }
        if let Suffix::Unit(unit) = number.suffix {
            return self.with_unit(at, amount, unit);
        }
        if number.suffix == Suffix::Times || reading.is_any(next, &["\u{d7}", "x"]) {
            let end = next + usize::from(number.suffix != Suffix::Times);
            return self.finish(at, Amount { kind: MetricKind::Multiplier, end, ..amount }, "x");
        }
        if let Some(parts) = fraction(reading, next) {
            let milli = number.milli.saturating_mul(100) / parts;
            let amount = Amount { kind: MetricKind::Percent, milli, end: next + 1 };
            return self.finish(at, amount, "%");
        }
        if let Some((name, end)) = percent_words(reading, next) {
            return self.finish(at, Amount { kind: MetricKind::Percent, end, ..amount }, name);
        }
        let hyphen =
            usize::from(reading.is_dash(next) && reading.glued(next) && reading.glued(next + 1));
        let is_unit = reading.class(next + hyphen).is(Class::UNIT);
        if is_unit && (!reading.is(next, "second") || reading.is(next + 1, "delay")) {
            let amount = Amount { end: next + hyphen + 1, ..amount };
            return self.with_unit(at, amount, reading.value(next + hyphen));
        }
        if reading.is(next + hyphen, "fold") {
            return self.finish(
                at,
                Amount { kind: MetricKind::Multiplier, end: next + hyphen + 1, ..amount },
                "x",
            );
        }
        self.count(at, amount, hyphen == 1)
    }

    /// A count of things, perhaps per time.
    fn count(&mut self, at: usize, amount: Amount, hyphen: bool) -> usize {
        let reading = self.reading;
        let next = amount.end;
        if reading.is(next, "times") {
            if let Some((period, end)) = per_period(reading, next + 1) {
                let unit = ["/", UNITS[period as usize].name].concat();
                return self.finish(at, Amount { kind: MetricKind::Rate, end, ..amount }, &unit);
            }
            if reading.class(next + 1).is(Class::ADVERB)
                || reading.is_any(next + 1, &["as", "the", "more"])
            {
                return self.finish(
                    at,
                    Amount { kind: MetricKind::Multiplier, end: next + 1, ..amount },
                    "x",
                );
            }
        }
        if hyphen {
            return self.finish(
                at,
                Amount { end: next + 2, ..amount },
                &reading.word(next + 1).to_lowercase(),
            );
        }
        let periodic = reading.class(next).is(Class::PERIODIC);
        let noun = noun_phrase(reading, next + usize::from(periodic));
        let end = noun.map_or(next, |end| end);
        let name = noun.map_or(String::new(), |end| singular(reading.word(end - 1)));
        // "7 nightly jobs" counts jobs, "3M daily requests" is a rate.
        let active = periodic
            && (reading.is(next, "nightly")
                || reading.is_any(end.wrapping_sub(1), &COUNTED_PERIODIC));
        if periodic && noun.is_some() && !active {
            let unit = [&name, "/", UNITS[reading.value(next) as usize].name].concat();
            return self.finish(at, Amount { kind: MetricKind::Rate, end, ..amount }, &unit);
        }
        if let Some((period, end)) = per_period(reading, end) {
            let unit = [&name, "/", UNITS[period as usize].name].concat();
            return self.finish(at, Amount { kind: MetricKind::Rate, end, ..amount }, &unit);
        }
        self.finish(at, Amount { end, ..amount }, &name)
    }

    /// An amount of a unit, perhaps per time.
    fn with_unit(&mut self, at: usize, amount: Amount, unit: u32) -> usize {
        let reading = self.reading;
        let unit = &UNITS[unit as usize];
        let kind = match unit.measure {
            Measure::Time => MetricKind::Time,
            Measure::Size => MetricKind::Size,
            Measure::Rate => MetricKind::Rate,
            Measure::Money => MetricKind::Money,
            Measure::Percent => MetricKind::Percent,
        };
        let worked = unit.measure == Measure::Time && reading.is(amount.end, "of");
        let per = if worked {
            spent_per(reading, amount.end + 1)
        } else {
            per_period(reading, amount.end)
        };
        // "1 week in 5".
        let rota = unit.measure == Measure::Time
            && reading.is(amount.end, "in")
            && reading.kind(amount.end + 1) == Some(TokenKind::Number)
            && !self.has_measure(amount.end + 2);
        if rota {
            let end = amount.end + 2;
            return self.finish(at, Amount { kind: MetricKind::Rate, end, ..amount }, unit.name);
        }
        let Some((period, end)) = per else {
            return self.finish(at, Amount { kind, ..amount }, unit.name);
        };
        if matches!(kind, MetricKind::Money | MetricKind::Percent | MetricKind::Rate) {
            return self.finish(at, Amount { kind, end, ..amount }, unit.name);
        }
        let name = [unit.name, "/", UNITS[period as usize].name].concat();
        self.finish(at, Amount { kind: MetricKind::Rate, end, ..amount }, &name)
    }

    fn finish(&mut self, first: usize, amount: Amount, unit: &str) -> usize {
        let named = !unit.is_empty();
        self.push(amount.kind, amount.milli, unit, first, amount.end, named);
        amount.end
    }

    fn push(
        &mut self,
        kind: MetricKind,
        milli: i64,
        unit: &str,
        first: usize,
        end: usize,
        named: bool,
    ) {
        let mut first = first;
        while first > 0 && self.reading.tokens[first].glued && is_sign(self.reading.word(first - 1))
        {
            first -= 1;
        }
        self.names_within(first, end);
        let range = self.cover(first, end);
        let metric = Metric { range, kind, milli, unit: unit.to_owned(), change: None };
        self.found.push(Found { metric, first, end, named });
    }

    /// Notes names with digits inside a figure: `80 EC2 instances`.
    fn names_within(&mut self, first: usize, end: usize) {
        let reading = self.reading;
        for at in first..end {
            if reading.is_word(at) && reading.word(at).bytes().any(|byte| byte.is_ascii_digit()) {
                self.others.push(reading.tokens[at].range);
            }
        }
    }

    fn cover(&self, first: usize, end: usize) -> TextRange {
        let tokens = self.reading.tokens;
        tokens[first].range.cover(tokens[end.max(first + 1).min(tokens.len()) - 1].range)
    }
}

/// What was read of a figure so far.
#[derive(Copy, Clone)]
struct Amount {
    kind: MetricKind,
    milli: i64,
    /// First token after it.
    end: usize,
}

/// Nouns that make a name of a number before a hyphen: `3-tier`, `two-factor`.
const NAME_NOUNS: [&str; 18] = [
    "factor",
    "phase",
    "tier",
    "bit",
    "way",
    "step",
    "pass",
    "legged",
    "click",
    "level",
    "layer",
    "sided",
    "dimensional",
    "degree",
    "star",
    "to",
    "size",
    "stage",
];

/// Nouns that are counted before a hyphen: `12-node cluster`.
const COUNTED_HYPHEN: [&str; 8] =
    ["node", "person", "member", "engineer", "team", "region", "service", "broker"];

/// Nouns that are counted although a word such as `daily` stands before them.
const COUNTED_PERIODIC: [&str; 11] = [
    "users",
    "customers",
    "visitors",
    "jobs",
    "reports",
    "builds",
    "batches",
    "meetings",
    "exports",
    "imports",
    "backups",
];

fn is_sign(word: &str) -> bool {
    matches!(
        word,
        "$" | "\u{20ac}"
            | "\u{a3}"
            | "\u{a5}"
            | "\u{20b9}"
            | "\u{20a9}"
            | "~"
            | "<"
            | ">"
            | "\u{2264}"
            | "\u{2265}"
    )
}

fn unit_at(reading: &Reading<'_>, at: usize) -> &'static Unit {
    &UNITS[(reading.value(at) as usize).min(UNITS.len() - 1)]
}

/// The period of `1,900 hours of data entry a year`, whose work starts at `at`.
fn spent_per(reading: &Reading<'_>, at: usize) -> Option<(u32, usize)> {
    (at..at + 6)
        .take_while(|word| reading.is_word(*word) || reading.is(*word, "/"))
        .find_map(|word| per_period(reading, word))
}

/// `from` or a comparison stands before the figure that ends before token `at`.
fn from_near(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(7)..at).any(|before| reading.is_any(before, &["from", "than"]))
}

/// `Q3`, which goes with the year behind it.
fn is_quarter(name: &str) -> bool {
    matches!(name.as_bytes(), [b'Q', b'1'..=b'4'])
}

/// Joins spans with at most one character of punctuation or space between them, within a name.
fn merge_close(text: &str, ranges: Vec<TextRange>) -> Vec<TextRange> {
    let mut merged: Vec<TextRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => *last = last.cover(range),
            Some(last) if is_quarter(last.of(text)) && range.start == last.end + 1 => {
                *last = last.cover(range);
            }
            Some(last)
                if matches!(
                    TextRange::new(last.end, range.start).of(text),
                    "." | "/" | "-" | ":"
                ) =>
            {
                *last = last.cover(range);
            }
            _ => merged.push(range),
        }
    }
    merged
}
