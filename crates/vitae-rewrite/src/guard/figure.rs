//! Figures as written: value, unit, period, bound, and the noun they count. Tokens in, figures out.
//! Unlike the metrics of a bullet they are exact, and every number is one.

use super::lexicon::{Class, Lexicon};
use super::taken::{Form, Taken};
use std::ops::Range;
use vitae_text::TokenKind;

/// What a figure measures.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Count,
    Percent,
    /// Percentage points.
    Points,
    /// In seconds.
    Time,
    /// In bytes.
    Data,
    /// Of a currency.
    Money(Currency),
    /// `3x`, `threefold`, `doubled`.
    Factor,
    /// `half`, `a third`, `three quarters`; the value is in percent.
    Share,
    /// A year of the calendar.
    Year,
    /// Part of a name: `PHP 7`; the stem of the word before it.
    Label(u64),
}

/// A currency by its code.
pub(super) type Currency = &'static str;

/// What a figure says about the true value.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    Nearly,
    Over,
    AtLeast,
    Under,
    UpTo,
}

/// The place of a figure in a change or a whole.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    From,
    To,
    By,
    /// The whole of `31 of 44`.
    Whole,
    /// `every 30 s`
    Every,
}

/// Per what.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum Per {
    None,
    /// Seconds of the period.
    Period(f64),
    /// A stem: `per run`.
    Thing(u64),
}

/// One figure.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its tokens: number, scale, unit, period.
    pub(super) first: usize,
    pub(super) end: usize,
    /// In the base unit of its kind.
    pub(super) value: f64,
    /// The number alone, and what its unit multiplies it with.
    pub(super) number: f64,
    pub(super) unit: f64,
    /// Upper end of a range.
    pub(super) high: Option<f64>,
    pub(super) decimals: u8,
    pub(super) kind: Kind,
    pub(super) bound: Bound,
    pub(super) role: Role,
    pub(super) per: Per,
    /// Words of the noun that follows.
    pub(super) noun: Range<usize>,
    /// The noun is that of the figure it is set against.
    pub(super) lent: bool,
    /// Words of the period behind the noun.
    pub(super) period: Range<usize>,
    /// `one` or `a`, which is an article as often.
    pub(super) article: bool,
    /// Without unit, noun or period of its own.
    pub(super) bare: bool,
}

pub(super) const MINUTE: f64 = 60.0;
pub(super) const HOUR: f64 = 3_600.0;
pub(super) const DAY: f64 = 86_400.0;
pub(super) const WEEK: f64 = 604_800.0;
pub(super) const MONTH: f64 = YEAR / 12.0;
pub(super) const YEAR: f64 = 365.0 * DAY;

/// Most figures that are read of one text; a bullet has a handful.
pub(super) const MOST: usize = 100;

/// All figures of a text, left to right.
pub(super) fn read_figures(taken: &Taken<'_>, lexicon: &Lexicon) -> Vec<Figure> {
    let mut reader = Reader { taken, lexicon, figures: Vec::new() };
    let mut at = 0;
    while at < taken.tokens.len() && reader.figures.len() < MOST {
        at = match reader.figure(at) {
            Some(figure) => {
                let end = figure.end.max(at + 1);
                reader.figures.push(figure);
                end
            }
            None => at + 1,
        };
    }
    reader.share_units();
    reader.figures
}

/// A number without its unit.
struct Number {
    value: f64,
    decimals: u8,
    end: usize,
    /// Letters glued to the digits.
    suffix: String,
    digits: usize,
    plain: bool,
    spelled: bool,
    version: bool,
}

struct Reader<'t, 'a> {
    taken: &'t Taken<'a>,
    lexicon: &'t Lexicon,
    figures: Vec<Figure>,
}

impl Reader<'_, '_> {
    fn figure(&self, at: usize) -> Option<Figure> {
        let taken = self.taken;
        if taken.words[at].slot
            || taken.words[at].skill != 0 && taken.kind(at) != Some(TokenKind::Number)
        {
            return None;
        }
        // `99th percentile` stands for one word.
        if taken.words[at].tail
            || taken.words[at].info.class.is(Class::STATISTIC) && taken.words[at].content
        {
            return None;
        }
        if let Some(figure) = self.word_figure(at) {
            return Some(figure);
        }
        let number = if taken.kind(at) == Some(TokenKind::Number) {
            self.digits(at)?
        } else {
            self.spelled(at)?
        };
        Some(self.measure(at, number))
    }

    /// A figure with the unit, period and noun around its number.
    fn measure(&self, at: usize, number: Number) -> Figure {
        let taken = self.taken;
        let mut figure = Figure {
            first: at,
            end: number.end,
            value: number.value,
            number: number.value,
            unit: 1.0,
            high: None,
            decimals: number.decimals,
            kind: Kind::Count,
            bound: Bound::Exact,
            role: Role::Plain,
            per: Per::None,
            noun: number.end..number.end,
            lent: false,
            period: 0..0,
            article: number.spelled && number.value == 1.0,
            bare: true,
        };
        if number.version || self.is_part_of_name(at, &number) {
            let before = at.checked_sub(1).map_or(0, |before| taken.words[before].stem);
            // What is one with its letters or symbols is known by them; the word before may differ.
            let glued = number.version || taken.glued(at);
            figure.kind = Kind::Label(if glued { 0 } else { before });
            figure.bare = false;
            return figure;
        }
        if number.spelled
            && small(taken.word(at)).is_none()
            && at > 0
            && taken.is_any(at - 1, &["a", "an"])
        {
            figure.first -= 1;
        }
        self.suffix(&mut figure, &number.suffix);
        self.range(&mut figure);
        self.scale(&mut figure);
        self.currency(&mut figure);
        self.unit(&mut figure);
        if figure.bare && figure.kind == Kind::Count && self.is_year(&figure, &number) {
            figure.kind = Kind::Year;
            figure.bare = false;
        }
        self.compound(&mut figure);
        if figure.kind != Kind::Year {
            self.noun(&mut figure);
            self.period(&mut figure);
        }
        self.bound(&mut figure);
        self.role(&mut figure);
        figure.value = figure.number * figure.unit;
        figure.high = figure.high.map(|high| high * figure.unit);
        figure
    }

    // --- numbers ---

    /// Digits with separators and what is glued to them.
    fn digits(&self, at: usize) -> Option<Number> {
        let taken = self.taken;
        let text = taken.text.as_bytes();
        let start = taken.tokens.get(at)?.range.start as usize;
        let read = scan(text, start);
        let suffix_end = (read.end..text.len())
            .find(|at| !text[*at].is_ascii_alphabetic())
            .unwrap_or(text.len());
        let suffix = taken.text.get(read.end..suffix_end)?.to_owned();
        let end = (at..taken.tokens.len())
            .find(|token| taken.tokens[*token].range.start as usize >= suffix_end)
            .unwrap_or(taken.tokens.len());
        // A number that no token ends with goes on in letters of another script: a name.
        let whole = taken
            .tokens
            .get(end.wrapping_sub(1))
            .is_some_and(|t| t.range.end as usize == suffix_end);
        Some(Number {
            value: read.value,
            decimals: read.decimals,
            end: end.max(at + 1),
            digits: read.digits,
            plain: read.plain && suffix.is_empty(),
            spelled: false,
            version: read.version || !whole || !is_known_suffix(&suffix),
            suffix,
        })
    }

    /// `twenty-five`, `two hundred`, `a dozen`, `half a million`.
    fn spelled(&self, at: usize) -> Option<Number> {
        let taken = self.taken;
        let word = taken.word(at);
        let mut end = at + 1;
        let zero = taken.is(at, "zero")
            && at > 0
            && taken.is_any(at - 1, &["to", "from", "nearly", "almost", "of"]);
        let value = if zero {
            0.0
        } else if let Some(value) = small(word) {
            let hyphen = usize::from(taken.is(end, "-"));
            let ones = small(taken.word(end + hyphen)).filter(|ones| *ones < 10.0);
            match ones {
                Some(ones) if (20.0..100.0).contains(&value) => {
                    end += hyphen + 1;
                    value + ones
                }
                _ => value,
            }
        } else {
            let article = at > 0
                && taken.is_any(
                    at - 1,
                    &[
                        "a", "an", "half", "quarter", "than", "of", "over", "nearly", "almost",
                        "about", "some", "per",
                    ],
                );
            let scale = scale_of(word).filter(|_| !word.ends_with('s'))?;
            if !article {
                return None;
            }
            scale
        };
        Some(Number {
            value,
            decimals: 0,
            end,
            suffix: String::new(),
            digits: 0,
            plain: false,
            spelled: true,
            version: false,
        })
    }

    /// `half`, `a third`, `tenfold`, `doubled`, `twice`, `monthly` after `from` or `to`.
    fn word_figure(&self, at: usize) -> Option<Figure> {
        let taken = self.taken;
        let word = taken.word(at).to_ascii_lowercase();
        let plain = |kind: Kind, value: f64, end: usize| Figure {
            first: at,
            end,
            value,
            number: value,
            unit: 1.0,
            high: None,
            decimals: 0,
            kind,
            bound: Bound::Exact,
            role: Role::Plain,
            per: Per::None,
            noun: end..end,
            lent: false,
            period: 0..0,
            article: false,
            bare: false,
        };
        let finish = |mut figure: Figure| {
            self.bound(&mut figure);
            self.role(&mut figure);
            Some(figure)
        };
        if let Some(fold) = fold_of(taken, at) {
            return finish(plain(Kind::Factor, fold.0, fold.1));
        }
        if let Some(unit) = self.one_of_time(at) {
            let mut figure = plain(Kind::Time, unit, at + 2);
            (figure.number, figure.unit) = (1.0, unit);
            self.compound(&mut figure);
            figure.value = figure.number * unit;
            return finish(figure);
        }
        if let Some((unit, end)) = self.one_in_so_many(at) {
            let mut figure = plain(Kind::Time, unit, end);
            (figure.role, figure.article) = (Role::Every, true);
            return Some(figure);
        }
        if let Some((value, end)) = self.fraction(at) {
            if scale_of(taken.word(end + usize::from(taken.is_any(end, &["a", "of"])))).is_some()
                && word == "half"
            {
                let scale_at = end + usize::from(taken.is_any(end, &["a", "of"]));
                let scale = scale_of(taken.word(scale_at)).unwrap_or(1.0);
                let number = Number {
                    value: scale / 2.0,
                    decimals: 0,
                    end: scale_at + 1,
                    suffix: String::new(),
                    digits: 0,
                    plain: false,
                    spelled: true,
                    version: false,
                };
                return Some(self.measure(at, number));
            }
            if let Some((kind, unit)) =
                taken.words.get(end + 1).and_then(|_| unit_of(taken.word(end + 1)))
                && kind == Kind::Time
                && taken.is_any(end, &["a", "an", "-"])
            {
                let mut figure = plain(kind, value / 100.0 * unit, end + 2);
                (figure.number, figure.unit) = (value / 100.0, unit);
                return finish(figure);
            }
            let mut figure = plain(Kind::Share, value, end);
            self.noun(&mut figure);
            return finish(figure);
        }
        match word.as_str() {
            "doubled" | "doubling" | "doubles" => finish(plain(Kind::Factor, 2.0, at + 1)),
            "double" if !taken.is(at + 1, "-") => finish(plain(Kind::Factor, 2.0, at + 1)),
            "tripled" | "tripling" | "trebled" | "triple" => {
                finish(plain(Kind::Factor, 3.0, at + 1))
            }
            "quadrupled" | "quadrupling" | "quadruple" => finish(plain(Kind::Factor, 4.0, at + 1)),
            "halved" | "halving" | "halve" | "halves" => finish(plain(Kind::Share, 50.0, at + 1)),
            "twice" | "once" | "thrice" => self.often(at, &word, &plain),
            "fortnightly" | "monthly" | "weekly" | "daily" | "hourly" | "yearly" | "nightly"
            | "quarterly"
                if at > 0 && taken.is_any(at - 1, &["from", "to", "was", "now", "than"]) =>
            {
                let mut figure = plain(Kind::Count, 1.0, at + 1);
                figure.per = Per::Period(period_of(&word)?);
                finish(figure)
            }
            "every" if self.every_other(at).is_some() => {
                let (unit, end) = self.every_other(at)?;
                let mut figure = plain(Kind::Time, unit, end);
                (figure.role, figure.article) = (Role::Every, true);
                Some(figure)
            }
            "every" | "each" => {
                let (kind, unit) = unit_of(taken.word(at + 1))?;
                if kind != Kind::Time || taken.words[at + 1].form == Form::Plural {
                    return None;
                }
                let mut figure = plain(kind, unit, at + 2);
                (figure.role, figure.article) = (Role::Every, true);
                Some(figure)
            }
            _ => None,
        }
    }

    /// `one week in four`, `1 week of 4`, `one week out of every four`: the seconds from one to the
    /// next, and the token after it.
    fn one_in_so_many(&self, at: usize) -> Option<(f64, usize)> {
        let taken = self.taken;
        if !taken.is_any(at, &["one", "1", "a"]) {
            return None;
        }
        let (kind, unit) = unit_of(taken.word(at + 1)).filter(|(kind, _)| *kind == Kind::Time)?;
        let mut next = at + 2;
        if kind != Kind::Time || !taken.is_any(next, &["in", "out", "of", "per"]) {
            return None;
        }
        while taken.is_any(next, &["in", "out", "of", "every", "each", "per"]) {
            next += 1;
        }
        let number = taken.word(next);
        let times = small(number).or_else(|| number.parse().ok())?;
        let times = Some(times).filter(|times| (2.0..=52.0).contains(times))?;
        let own = unit_of(taken.word(next + 1)).is_some_and(|other| other.1 == unit);
        Some((times * unit, next + 1 + usize::from(own)))
    }

    /// `every second week`: the seconds, and the token after it.
    fn every_other(&self, at: usize) -> Option<(f64, usize)> {
        let times = match self.taken.word(at + 1).to_ascii_lowercase().as_str() {
            "other" | "second" => 2.0,
            "third" => 3.0,
            "fourth" => 4.0,
            "fifth" => 5.0,
            "sixth" => 6.0,
            "seventh" => 7.0,
            "eighth" => 8.0,
            _ => return None,
        };
        let (kind, unit) = unit_of(self.taken.word(at + 2))?;
        (kind == Kind::Time).then_some((times * unit, at + 3))
    }

    /// `under an hour`, `in a day`: the seconds of the unit.
    fn one_of_time(&self, at: usize) -> Option<f64> {
        let taken = self.taken;
        let before = at.checked_sub(1)?;
        let bound = [
            "in", "within", "under", "than", "over", "about", "from", "to", "takes", "took",
            "take", "of", "below", "nearly", "almost", "not", "instead", "against",
        ];
        let own = taken.is_any(at, &["a", "an"]) && taken.is_any(before, &bound);
        let behind = self.figures.last().is_some_and(|last| last.period.contains(&at));
        let (kind, unit) = unit_of(taken.word(at + 1))?;
        let singular = taken.words[at + 1].form != Form::Plural && taken.word(at + 1).len() > 2;
        let noun =
            taken.words.get(at + 2).is_some_and(|word| word.content) || taken.is(at + 2, "-");
        (own && !behind && self.fraction(at).is_none() && kind == Kind::Time && singular && !noun)
            .then_some(unit)
    }

    /// `twice a minute`, `twice as fast`.
    fn often(
        &self,
        at: usize,
        word: &str,
        plain: &dyn Fn(Kind, f64, usize) -> Figure,
    ) -> Option<Figure> {
        let value = match word {
            "once" => 1.0,
            "twice" => 2.0,
            _ => 3.0,
        };
        let mut figure = plain(Kind::Count, value, at + 1);
        self.period(&mut figure);
        if figure.per == Per::None {
            if word == "once" {
                return None;
            }
            let compares = self.taken.is_any(at + 1, &["as", "the"]);
            figure.kind = if compares { Kind::Factor } else { Kind::Count };
        }
        self.bound(&mut figure);
        self.role(&mut figure);
        Some(figure)
    }

    /// A share in words or as a quotient: percent, and the token after it.
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        let taken = self.taken;
        let word = taken.word(at);
        if taken.is(at, "half") && !(taken.is(at + 1, "-") && taken.glued(at + 1)) {
            return Some((50.0, at + 1));
        }
        let top = if taken.is_any(at, &["a", "an"]) { Some(1.0) } else { small(word) };
        if let Some(top) = top.filter(|top| *top < 10.0) {
            let at = at + 1 + usize::from(taken.is(at + 1, "-"));
            let bottom = match taken.word(at).to_ascii_lowercase().as_str() {
                "half" | "halves" => 2.0,
                "third" | "thirds" => 3.0,
                "quarter" | "quarters" | "fourth" | "fourths" => 4.0,
                "fifth" | "fifths" => 5.0,
                "sixth" | "sixths" => 6.0,
                "seventh" | "sevenths" => 7.0,
                "eighth" | "eighths" => 8.0,
                "ninth" | "ninths" => 9.0,
                "tenth" | "tenths" => 10.0,
                "twentieth" => 20.0,
                "hundredth" | "hundredths" => 100.0,
                _ => return None,
            };
            // "two quarters of 2021" is time; "a second", "a quarter" per something else too.
            let followed = taken.is_any(
                at + 1,
                &[
                    "-", "of", "the", "less", "fewer", "more", "faster", "slower", "lower",
                    "smaller", "as", "in", "on", "shorter",
                ],
            ) || !taken.words.get(at + 1).is_some_and(|word| word.content);
            let period = bottom == 4.0 && at > 1 && taken.is_any(at - 2, &["per", "each", "every"]);
            return (followed && !period && top < bottom).then_some((100.0 * top / bottom, at + 1));
        }
        if let Some(share) = self.some_of_many(at) {
            return Some(share);
        }
        let quotient = taken.kind(at) == Some(TokenKind::Number)
            && taken.is(at + 1, "/")
            && taken.glued(at + 1)
            && taken.glued(at + 2)
            && taken.kind(at + 2) == Some(TokenKind::Number);
        if quotient {
            let top: f64 = word.parse().ok()?;
            let bottom: f64 = taken.word(at + 2).parse().ok()?;
            if bottom > 0.0 && top > 0.0 && top < bottom && bottom <= 10.0 {
                return Some((100.0 * top / bottom, at + 3));
            }
        }
        None
    }

    /// `3 in 1000`: a share of a round number.
    fn some_of_many(&self, at: usize) -> Option<(f64, usize)> {
        let taken = self.taken;
        if !taken.is(at + 1, "in") {
            return None;
        }
        let second = at + 2 + usize::from(taken.is_any(at + 2, &["a", "every", "each"]));
        let number = |at: usize| {
            let digits = taken.kind(at) == Some(TokenKind::Number);
            if digits { self.digits(at) } else { self.spelled(at) }
        };
        let (top, bottom) = (number(at)?, number(second)?);
        let mut bottom = bottom;
        while let Some(scale) = scale_of(taken.word(bottom.end)).filter(|_| bottom.spelled) {
            bottom.value *= scale;
            bottom.end += 1;
        }
        let round = [100.0, 1e3, 1e4, 1e5, 1e6].contains(&bottom.value) && !bottom.version;
        let fits = round && top.end == at + 1 && top.value < bottom.value && top.suffix.is_empty();
        fits.then_some((100.0 * top.value / bottom.value, bottom.end))
    }

    // --- units ---

    /// Letters glued to the digits: `k`, `ms`, `x`.
    fn suffix(&self, figure: &mut Figure, suffix: &str) {
        let scale = match suffix {
            "" => return,
            "k" | "K" => 1e3,
            "M" | "mn" | "MM" | "mio" | "mm" => 1e6,
            "m" if self.counts_next(figure.end) => 1e6,
            "bn" | "B" | "b" => 1e9,
            "T" | "t" => 1e12,
            "x" | "X" => {
                (figure.kind, figure.bare) = (Kind::Factor, false);
                return;
            }
            "kB" => 0.0,
            _ => 0.0,
        };
        if scale > 0.0 {
            figure.number *= scale;
            return;
        }
        if let Some((kind, unit)) = unit_of(suffix) {
            (figure.kind, figure.unit, figure.bare) = (kind, unit, false);
        } else if let Some(code) = currency_of(suffix) {
            (figure.kind, figure.bare) = (Kind::Money(code), false);
        } else if matches!(suffix, "rps" | "qps" | "tps") {
            (figure.per, figure.bare) = (Per::Period(1.0), false);
        } else if suffix == "rpm" {
            (figure.per, figure.bare) = (Per::Period(MINUTE), false);
        } else if let Some((kind, unit)) =
            suffix.strip_prefix('k').or(suffix.strip_prefix('K')).and_then(unit_of)
        {
            figure.number *= 1e3;
            (figure.kind, figure.unit, figure.bare) = (kind, unit, false);
        }
    }

    /// A noun of things follows, so that `m` is a million.
    fn counts_next(&self, at: usize) -> bool {
        self.taken.words.get(at).is_some_and(|word| word.content && word.form == Form::Plural)
            || self.taken.is(at, "+")
    }

    /// `250-350`, `between 250 and 350`, `10 to 15 %`.
    fn range(&self, figure: &mut Figure) {
        let taken = self.taken;
        let dash = taken.is_any(figure.end, &["-", "\u{2013}", "\u{2014}"])
            && taken.kind(figure.end + 1) == Some(TokenKind::Number);
        let between = figure.first > 0
            && taken.is(figure.first - 1, "between")
            && taken.is(figure.end, "and");
        if !(dash && !taken.is(figure.end + 1, ">") || between) {
            return;
        }
        let Some(upper) = self.digits(figure.end + 1).or_else(|| self.spelled(figure.end + 1))
        else {
            return;
        };
        let years = (1_950.0..2_100.0).contains(&figure.number) && upper.digits == 4 && figure.bare;
        if upper.version || years || upper.value <= figure.number && figure.number < 1e3 {
            return;
        }
        let low = figure.number;
        figure.end = upper.end;
        figure.number = upper.value;
        self.suffix(figure, &upper.suffix);
        self.scale(figure);
        let scaled = if upper.value > 0.0 { figure.number / upper.value } else { 1.0 };
        figure.high = Some(figure.number);
        figure.number = if low < upper.value { low * scaled } else { low };
    }

    /// `thousand`, `million` as words.
    fn scale(&self, figure: &mut Figure) {
        loop {
            let hyphen =
                usize::from(self.taken.is(figure.end, "-") && self.taken.glued(figure.end));
            let word = self.taken.word(figure.end + hyphen);
            let Some(scale) = scale_of(word) else { return };
            if matches!(word, "k" | "m" | "b" | "mm")
                && figure.decimals == 0
                && figure.number >= 1e3
            {
                return;
            }
            figure.number *= scale;
            figure.high = figure.high.map(|high| high * scale);
            figure.end += hyphen + 1;
            figure.article = false;
        }
    }

    /// A sign before, or a code or word after.
    fn currency(&self, figure: &mut Figure) {
        let taken = self.taken;
        if let Some(code) = figure.first.checked_sub(1).and_then(|at| currency_of(taken.word(at))) {
            (figure.kind, figure.bare) = (Kind::Money(code), false);
            figure.first -= 1;
            if let Some("US" | "C" | "A" | "CA" | "AU") =
                figure.first.checked_sub(1).map(|at| taken.word(at))
            {
                figure.first -= 1;
            }
            // `$4M`: what is glued is a scale.
            return;
        }
        if let Some(code) = currency_of(taken.word(figure.end)) {
            (figure.kind, figure.bare) = (Kind::Money(code), false);
            figure.end += 1;
        }
    }

    /// A unit after the number.
    fn unit(&self, figure: &mut Figure) {
        let taken = self.taken;
        if taken.is(figure.end, "+") && taken.glued(figure.end) {
            figure.bound = Bound::Over;
            figure.end += 1;
        }
        if !figure.bare {
            return;
        }
        let hyphen = usize::from(taken.is_any(figure.end, &["-"]) && taken.glued(figure.end));
        let at = figure.end + hyphen;
        let set = |figure: &mut Figure, kind: Kind, unit: f64, end: usize| {
            (figure.kind, figure.unit, figure.end, figure.bare) = (kind, unit, end, false);
        };
        if taken.is_any(at, &["%", "percent", "pct"]) {
            let points = taken.is_any(at + 1, &["point", "points"]);
            let kind = if points { Kind::Points } else { Kind::Percent };
            set(figure, kind, 1.0, at + 1 + usize::from(points));
        } else if taken.is(at, "per") && taken.is(at + 1, "cent") {
            set(figure, Kind::Percent, 1.0, at + 2);
        } else if taken.is(at, "percentage") && taken.is_any(at + 1, &["point", "points"]) {
            set(figure, Kind::Points, 1.0, at + 2);
        } else if taken.is(at, "pp")
            || taken.is_any(at, &["points", "point"]) && self.tells_percent()
        {
            set(figure, Kind::Points, 1.0, at + 1);
        } else if taken.is_any(at, &["times", "fold", "x", "\u{d7}"]) {
            let often = taken.is_any(at + 1, &["a", "per", "each", "every", "an"]);
            if often {
                figure.end = at + 1;
            } else {
                set(figure, Kind::Factor, 1.0, at + 1);
            }
        } else if taken.is_any(at, &["rps", "qps", "tps"]) {
            set(figure, Kind::Count, 1.0, at + 1);
            figure.per = Per::Period(1.0);
        } else if taken.is(at, "rpm") {
            set(figure, Kind::Count, 1.0, at + 1);
            figure.per = Per::Period(MINUTE);
        } else if let Some((kind, unit)) = unit_of(taken.word(at)) {
            // "second-line support": an ordinal is read as a word before it gets here.
            set(figure, kind, unit, at + 1);
            figure.article = false;
        }
    }

    /// The text has shares, so that points are their difference.
    fn tells_percent(&self) -> bool {
        (0..self.taken.tokens.len()).any(|at| self.taken.is_any(at, &["%", "percent"]))
    }

    /// `2h 30`, `1 h 20 min`, `two and a half years`.
    fn compound(&self, figure: &mut Figure) {
        let taken = self.taken;
        if figure.kind == Kind::Time && taken.kind(figure.end) == Some(TokenKind::Number) {
            let Some(rest) = self.digits(figure.end) else { return };
            let unit =
                if rest.suffix.is_empty() { taken.word(rest.end) } else { rest.suffix.as_str() };
            let (unit, end) = match unit_of(unit) {
                Some((Kind::Time, unit)) => (unit, rest.end + usize::from(rest.suffix.is_empty())),
                None if figure.unit == HOUR && rest.plain && rest.value < 60.0 => {
                    (MINUTE, rest.end)
                }
                _ => return,
            };
            if unit < figure.unit {
                figure.number += rest.value * unit / figure.unit;
                figure.end = end;
            }
        }
        if !figure.bare
            && taken.is(figure.end, "and")
            && taken.is(figure.end + 1, "a")
            && taken.is(figure.end + 2, "half")
        {
            figure.number += 0.5;
            figure.end += 3;
        } else if figure.bare {
            let half = taken.is(figure.end, "and") && taken.is(figure.end + 1, "a");
            if half && taken.is(figure.end + 2, "half") {
                figure.number += 0.5;
                figure.end += 3;
                self.unit(figure);
            }
        }
    }

    // --- what stands around ---

    /// The noun that is counted: up to five words, without the verb that may follow.
    fn noun(&self, figure: &mut Figure) {
        let taken = self.taken;
        let mut end = figure.end;
        let mut start = end + usize::from(taken.is(end, "-") && taken.glued(end));
        if taken.is(start, "of") && taken.is_any(start + 1, &["the", "all"]) {
            start += 2;
        } else if taken.is_any(start, &["of", "the"]) && figure.kind != Kind::Count {
            start += 1;
            start += usize::from(taken.is(start, "the"));
        }
        end = end.max(start);
        let mut words = 0;
        while let Some(word) = taken.words.get(end) {
            let joined = word.tail
                || taken.is(end, "-") && taken.glued(end)
                || taken.is(end, "/") && taken.glued(end);
            let period = taken.is(end, "/") && is_period(taken, end + 1);
            if period || !(word.content || joined && end > start) || word.slot || words >= 5 {
                break;
            }
            let number = taken.kind(end) == Some(TokenKind::Number) && word.skill == 0;
            let plural_before = end > start && taken.words[end - 1].form == Form::Plural;
            let act = self.lexicon.acts(&word.info).next().is_some();
            let verb = act
                && end > start
                && (matches!(word.form, Form::Past | Form::Gerund)
                    || word.form == Form::Base && plural_before);
            if number || verb || period_adverb(taken.word(end)) && end > start {
                break;
            }
            words += usize::from(word.content);
            end += 1;
        }
        figure.noun = start..end.max(start);
        if figure.noun.is_empty() {
            figure.noun = figure.end..figure.end;
        } else {
            figure.bare = false;
        }
    }

    /// `/s`, `per day`, `a month`, `each run`, `weekly`.
    fn period(&self, figure: &mut Figure) {
        let taken = self.taken;
        let mut at = figure.noun.end.max(figure.end);
        let inner = taken.is(at, "in") && taken.is_any(at + 1, &["every", "each", "a"]);
        at += usize::from(inner);
        let per = taken.is_any(at, &["/", "per"]);
        if per || taken.is_any(at, &["a", "an", "each", "every"]) {
            let night = taken.is(at + 1, "night").then_some((Kind::Time, DAY));
            if let Some((Kind::Time, unit)) = unit_of(taken.word(at + 1)).or(night)
                && (per || taken.words[at + 1].form != Form::Plural)
            {
                figure.per = Per::Period(unit);
                figure.period = at..at + 2;
            } else if per && taken.words.get(at + 1).is_some_and(|word| word.content) {
                figure.per = Per::Thing(taken.words[at + 1].stem);
            } else {
                return;
            }
            self.end_period(figure, at + 2);
        } else if let Some(period) = period_of(&taken.word(at).to_ascii_lowercase()) {
            figure.per = Per::Period(period);
            figure.period = at..at + 1;
            self.end_period(figure, at + 1);
        }
    }

    /// A period right behind the number belongs to the figure; behind a noun it stays a word.
    fn end_period(&self, figure: &mut Figure, end: usize) {
        figure.bare = false;
        if figure.noun.is_empty() && matches!(figure.per, Per::Period(_)) {
            figure.end = end;
            figure.noun = end..end;
        }
    }

    fn bound(&self, figure: &mut Figure) {
        let taken = self.taken;
        let Some(before) = figure.first.checked_sub(1) else { return };
        let one = |back: usize, words: &[&str]| {
            before.checked_sub(back).is_some_and(|at| taken.is_any(at, words))
        };
        let found =
            if one(0, &["than"]) && one(1, &["more", "greater", "better", "higher", "longer"]) {
                let no = one(2, &["no"]);
                if no { Bound::UpTo } else { Bound::Over }
            } else if one(0, &["than"]) && one(1, &["less", "fewer", "lower", "under"]) {
                let no = one(2, &["no"]);
                if no { Bound::AtLeast } else { Bound::Under }
            } else if one(0, &["least"]) {
                Bound::AtLeast
            } else if one(0, &["most"]) && one(1, &["at"])
                || one(0, &["to"]) && one(1, &["up"])
                || one(0, &["as"]) && one(1, &["many", "much"])
            {
                Bound::UpTo
            } else if one(0, &["of"]) && one(1, &["upwards", "north"])
                || one(0, &["over", "above", "exceeding", "beyond"])
                || one(0, &[">"]) && !one(1, &["-", "="])
            {
                Bound::Over
            } else if one(0, &["under"]) && one(1, &["just"])
                || one(0, &["nearly", "almost", "approaching"])
                || one(0, &["to"]) && one(1, &["close"])
                || one(0, &["of"]) && one(1, &["short"])
            {
                Bound::Nearly
            } else if one(0, &["under", "below", "<"]) {
                Bound::Under
            } else if one(
                0,
                &[
                    "about",
                    "around",
                    "roughly",
                    "approximately",
                    "approx",
                    "circa",
                    "ca",
                    "some",
                    "~",
                    "\u{2248}",
                    "or",
                    "c",
                ],
            ) || one(0, &["."]) && one(1, &["approx", "ca", "c"])
            {
                Bound::About
            } else {
                return;
            };
        figure.bound = found;
    }

    fn role(&self, figure: &mut Figure) {
        let taken = self.taken;
        let back =
            if figure.bound == Bound::Exact { 1 } else { bound_words(taken, figure.first) + 1 };
        let Some(before) = figure.first.checked_sub(back) else { return };
        let two = |word: &str| before > 0 && taken.is(before - 1, word);
        figure.role = if taken
            .is_any(before, &["from", "was", "before", "previously", "against", "formerly"])
            || taken.is(before, "of") && two("instead")
        {
            Role::From
        } else if taken.is(before, ">")
            || taken.is_any(before, &["\u{2192}", "\u{21d2}", "now"])
            || taken.is(before, "to") && !two("up")
        {
            Role::To
        } else if taken.is(before, "by") {
            Role::By
        } else if taken.is_any(before, &["each", "every"]) && figure.kind == Kind::Time {
            Role::Every
        } else if taken.is(before, "of")
            && self.figures.last().is_some_and(|last| {
                last.end + 2 >= before && last.clause_end(before) && last.kind != Kind::Year
            })
            || taken.is_any(before, &["the", "all"])
                && two("of")
                && self.figures.last().is_some_and(|last| last.end + 3 >= before)
        {
            Role::Whole
        } else {
            return;
        };
    }

    /// A number without a unit takes that of the one it is set against: `48 to 12 s`.
    fn share_units(&mut self) {
        for at in 1..self.figures.len() {
            let (left, right) = (at - 1, at);
            let behind = was_before(self.taken, &self.figures[left], &self.figures[right]);
            if !behind && !joined(self.taken, &self.figures[left], &self.figures[right]) {
                continue;
            }
            for (to, from) in [(right, left), (left, right)] {
                let giver = self.figures[from].clone();
                let taker = &mut self.figures[to];
                let year = taker.kind == Kind::Year && giver.kind == Kind::Count && giver.bare;
                if year {
                    (taker.kind, taker.bare) = (Kind::Count, true);
                }
                let unit_only = !matches!(
                    giver.kind,
                    Kind::Count | Kind::Label(_) | Kind::Year | Kind::Share | Kind::Factor
                );
                let taker_bare = taker.bare || behind && taker.noun.is_empty();
                if taker_bare && taker.kind == Kind::Count && unit_only {
                    (taker.kind, taker.unit) = (giver.kind, giver.unit);
                    taker.value = taker.number * giver.unit;
                    taker.high = taker.high.map(|high| high * giver.unit);
                    taker.bare = false;
                    taker.article = false;
                }
                if taker.per == Per::None && taker.noun.is_empty() && taker.kind == giver.kind {
                    taker.per = giver.per;
                }
                if taker.noun.is_empty() && giver.kind == Kind::Count && taker.kind == Kind::Count {
                    (taker.noun, taker.lent) = (giver.noun.clone(), true);
                }
            }
        }
    }

    fn is_year(&self, figure: &Figure, number: &Number) -> bool {
        let counted = self.counts_next(figure.end) || self.taken.is(figure.end, "/");
        number.plain
            && number.digits == 4
            && (1_950.0..=2_100.0).contains(&number.value)
            && !counted
            && figure.high.is_none()
    }

    /// A number that is part of a name: after a technology, or glued to a symbol: `PHP 7`, `#3`.
    fn is_part_of_name(&self, at: usize, number: &Number) -> bool {
        let taken = self.taken;
        let Some(before) = at.checked_sub(1) else { return false };
        if taken.words[at].skill != 0 {
            return true;
        }
        let symbol = taken.glued(at) && taken.is_any(before, &["#", "_", "@", "/", ".", ":", "&"]);
        let hyphen = taken.glued(at)
            && taken.is(before, "-")
            && taken.glued(before)
            && before > 0
            && taken.kind(before - 1) == Some(TokenKind::Word);
        let unit = unit_of(taken.word(number.end)).is_some()
            || taken.is_any(number.end, &["%", "+", "x"])
            || !number.suffix.is_empty() && number.suffix != "x";
        let skill = taken.words[before].skill != 0
            && !number.spelled
            && !unit
            && number.value < 100.0
            && !taken
                .words
                .get(number.end)
                .is_some_and(|next| next.content && next.form == Form::Plural);
        symbol || hyphen || skill
    }
}

impl Figure {
    /// Nothing but its noun stands between it and token `at`.
    fn clause_end(&self, at: usize) -> bool {
        self.end <= at && (self.end == at || self.noun.end >= at || self.end + 1 >= at)
    }

    /// The place in a change, for one that is told.
    pub(super) fn is_from(&self) -> bool {
        self.role == Role::From
    }
}

/// Tokens that a bound takes before a figure.
fn bound_words(taken: &Taken<'_>, first: usize) -> usize {
    let Some(before) = first.checked_sub(1) else { return 0 };
    if taken.is_any(before, &["than", "least", "most", "of", "to", "as"]) { 2 } else { 1 }
}

/// Two figures stand against each other: `from 48 to 12 s`, `12 s, before 27`.
fn joined(taken: &Taken<'_>, left: &Figure, right: &Figure) -> bool {
    let between = left.end.max(left.noun.end)..right.first;
    let period = matches!(left.per, Per::Period(_) | Per::Thing(_));
    if between.len() > 5 + usize::from(period) * 2
        || taken.words[left.first].clause != taken.words[right.first].clause
    {
        return false;
    }
    let mut links = false;
    let only_links = between.clone().all(|at| {
        let link = taken.is_any(
            at,
            &[
                "to",
                "-",
                ">",
                "\u{2192}",
                "\u{2013}",
                "\u{21d2}",
                "instead",
                "of",
                "against",
                "now",
                "was",
                "before",
                "down",
                "up",
                "previously",
                "vs",
                "versus",
                "=",
                "into",
            ],
        );
        links |= link;
        link || taken.kind(at) == Some(TokenKind::Symbol)
            || taken.is_any(
                at,
                &[
                    "under", "from", "over", "about", "around", "some", "less", "more", "than",
                    "nearly", "almost", "just", "only", "a", "an", "the", "per", "every", "each",
                    "and", "between",
                ],
            )
            || period
    });
    links && only_links || taken.is(left.first.wrapping_sub(1), "between") && between.len() == 1
}

/// `20 minutes, where they used to wait 55`: the second is what it was, in the same unit.
fn was_before(taken: &Taken<'_>, left: &Figure, right: &Figure) -> bool {
    let between = left.end..right.first;
    let same = taken.words[left.first].clause == taken.words[right.first].clause;
    let alone = taken.words.get(right.end).is_none_or(|word| !word.content);
    same && alone
        && between.len() <= 10
        && between.into_iter().any(|at| {
            taken.is(at, "used") && taken.is(at + 1, "to")
                || taken.is_any(at, &["formerly", "previously", "earlier", "was", "were", "been"])
                || taken.is(at, "rather") && taken.is(at + 1, "than")
        })
}

struct Scan {
    value: f64,
    decimals: u8,
    end: usize,
    digits: usize,
    plain: bool,
    version: bool,
}

/// Digits with separators of thousands and decimals, from byte `start`.
fn scan(text: &[u8], start: usize) -> Scan {
    let run = |from: usize| (from..text.len()).take_while(|at| text[*at].is_ascii_digit()).count();
    let mut end = start + run(start);
    let mut digits: Vec<u8> = text[start..end].to_vec();
    let mut scan =
        Scan { value: 0.0, decimals: 0, end, digits: digits.len(), plain: true, version: false };
    let mut grouped = false;
    loop {
        let separator = text.get(end).copied().unwrap_or(0);
        let len = run(end + 1);
        let head = digits.len();
        let first_ok = grouped || (1..=3).contains(&head) && digits[0] != b'0';
        let after = text.get(end + 1 + len).copied().unwrap_or(0);
        let thousands = match separator {
            b',' => len == 3 && first_ok || len == 2 && first_ok && after == b',',
            b'\'' => len == 3 && first_ok,
            b' ' => {
                len == 3
                    && first_ok
                    && !after.is_ascii_alphanumeric()
                    && !(after == b'.' && run(end + 5) > 0)
            }
            b'.' => {
                len == 3
                    && first_ok
                    && (after == b'.' && run(end + 5) == 3 || grouped && text[end - 4] == b'.')
            }
            _ => false,
        };
        if !thousands {
            break;
        }
        digits.extend_from_slice(&text[end + 1..end + 1 + len]);
        grouped = true;
        scan.plain = false;
        end += 1 + len;
    }
    let separator = text.get(end).copied().unwrap_or(0);
    let len = run(end + 1);
    let after = text.get(end + 1 + len).copied().unwrap_or(0);
    let decimal = separator == b'.' && len > 0
        || separator == b',' && (1..=2).contains(&len) && after != b',' && !grouped;
    let mut value = digits.iter().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    if decimal {
        let version = after == b'.' && run(end + 2 + len) > 0;
        let fraction = &text[end + 1..end + 1 + len];
        let mut place = 1.0;
        for digit in fraction.iter().take(12) {
            value = value * 10.0 + f64::from(digit - b'0');
            place *= 10.0;
        }
        value /= place;
        scan.decimals = u8::try_from(len.min(12)).unwrap_or(12);
        scan.plain = false;
        end += 1 + len;
        while version && text.get(end) == Some(&b'.') && run(end + 1) > 0 {
            end += 1 + run(end + 1);
        }
        scan.version = version;
    }
    if text.get(end) == Some(&b'^') {
        let mut power = 0i32;
        while text.get(end) == Some(&b'^') && text.get(end + 1).is_some_and(u8::is_ascii_digit) {
            power = (power * 10 + i32::from(text[end + 1] - b'0')).min(18);
            end += 2;
        }
        value = value.powi(power);
        scan.plain = false;
    }
    scan.end = end;
    scan.value = value;
    scan.digits = digits.len();
    scan
}

fn small(word: &str) -> Option<f64> {
    const WORDS: [&str; 28] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];
    let at = WORDS.iter().position(|other| word.eq_ignore_ascii_case(other))?;
    if at == 0 {
        return None;
    }
    let at = u32::try_from(at).ok()?;
    Some(f64::from(if at <= 20 { at } else { (at - 18) * 10 }))
}

fn scale_of(word: &str) -> Option<f64> {
    Some(match word.to_ascii_lowercase().as_str() {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" | "thousands" | "k" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "million" | "millions" | "mn" | "mio" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" | "billions" | "bn" => 1e9,
        "trillion" | "trillions" => 1e12,
        _ => return None,
    })
}

/// `tenfold`, `ten-fold`, `10-fold`: the factor and the token after it.
fn fold_of(taken: &Taken<'_>, at: usize) -> Option<(f64, usize)> {
    let word = taken.word(at).to_ascii_lowercase();
    if let Some(front) = word.strip_suffix("fold") {
        let value = small(front).or_else(|| (front == "hundred").then_some(100.0));
        return Some((value?, at + 1));
    }
    let value = small(&word)?;
    (taken.is(at + 1, "-") && taken.is(at + 2, "fold")).then_some((value, at + 3))
}

/// What letters glued to digits can mean; anything else makes a name: `2nd`, `4G`.
fn is_known_suffix(suffix: &str) -> bool {
    const KNOWN: [&str; 20] = [
        "", "k", "K", "M", "mn", "MM", "mio", "mm", "m", "bn", "B", "b", "T", "t", "x", "X", "rps",
        "qps", "tps", "rpm",
    ];
    KNOWN.contains(&suffix)
        || unit_of(suffix).is_some()
        || currency_of(suffix).is_some()
        || suffix.strip_prefix(['k', 'K']).is_some_and(|rest| unit_of(rest).is_some())
}

/// A unit of time or data: its kind and how many base units it has.
pub(super) fn unit_of(word: &str) -> Option<(Kind, f64)> {
    let lower = word.to_ascii_lowercase();
    let time = match lower.as_str() {
        "ns" | "nanosecond" | "nanoseconds" => 1e-9,
        "us" | "microsecond" | "microseconds" => 1e-6,
        "ms" | "msec" | "millisecond" | "milliseconds" | "millis" => 1e-3,
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        "min" | "mins" | "minute" | "minutes" => MINUTE,
        "m" if word == "m" => MINUTE,
        "h" | "hr" | "hrs" | "hour" | "hours" => HOUR,
        "d" | "day" | "days" => DAY,
        "week" | "weeks" | "wk" | "wks" => WEEK,
        "fortnight" | "fortnights" => 2.0 * WEEK,
        "month" | "months" | "mo" | "mth" => MONTH,
        "quarter" | "quarters" => YEAR / 4.0,
        "y" | "yr" | "yrs" | "year" | "years" => YEAR,
        _ => 0.0,
    };
    if time > 0.0 {
        return Some((Kind::Time, time));
    }
    let data = match lower.as_str() {
        "bit" | "bits" => 0.125,
        "kbit" | "kbits" | "kilobit" | "kilobits" => 125.0,
        "mbit" | "mbits" | "megabit" | "megabits" => 125e3,
        "gbit" | "gbits" | "gigabit" | "gigabits" => 125e6,
        "byte" | "bytes" => 1.0,
        "kb" | "kilobyte" | "kilobytes" | "kib" => 1e3,
        "mb" | "megabyte" | "megabytes" | "mib" => 1e6,
        "gb" | "gigabyte" | "gigabytes" | "gib" | "gigs" | "gig" => 1e9,
        "tb" | "terabyte" | "terabytes" | "tib" => 1e12,
        "pb" | "petabyte" | "petabytes" | "pib" => 1e15,
        "eb" | "exabyte" | "exabytes" => 1e18,
        _ => return None,
    };
    // Bits are an eighth.
    let bits = word.ends_with('b')
        && word.len() == 2
        && word.starts_with(|ch: char| ch.is_ascii_uppercase());
    Some((Kind::Data, if bits { data / 8.0 } else { data }))
}

fn is_period(taken: &Taken<'_>, at: usize) -> bool {
    matches!(unit_of(taken.word(at)), Some((Kind::Time, _)))
}

fn period_adverb(word: &str) -> bool {
    period_of(&word.to_ascii_lowercase()).is_some()
}

/// Seconds between two times of `daily`.
pub(super) fn period_of(word: &str) -> Option<f64> {
    Some(match word {
        "hourly" => HOUR,
        "daily" | "nightly" => DAY,
        "fortnightly" => 2.0 * WEEK,
        "weekly" => WEEK,
        "monthly" => MONTH,
        "quarterly" => YEAR / 4.0,
        "yearly" | "annually" => YEAR,
        _ => return None,
    })
}

/// The code of a currency's sign, code or name.
fn currency_of(word: &str) -> Option<Currency> {
    Some(match word {
        "$" | "USD" | "usd" | "dollars" | "dollar" | "bucks" => "USD",
        "\u{20ac}" | "EUR" | "eur" | "euros" | "euro" | "Euro" => "EUR",
        "\u{a3}" | "GBP" | "gbp" | "pounds" => "GBP",
        "\u{a5}" | "JPY" | "yen" => "JPY",
        "\u{20b9}" | "INR" | "Rs" | "rupees" => "INR",
        "\u{20a9}" | "KRW" | "won" => "KRW",
        "CHF" | "francs" => "CHF",
        "BRL" | "reais" => "BRL",
        "CAD" => "CAD",
        "AUD" => "AUD",
        "SGD" => "SGD",
        "PLN" => "PLN",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "CZK" => "CZK",
        _ => return None,
    })
}
