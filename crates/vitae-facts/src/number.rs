//! One number as written: digits with separators, a scale, a currency, a glued unit. Tokens in, its
//! value in thousandths and where it ends out.

use crate::words::{Class, Reading, glued_unit};
use vitae_text::TokenKind;

/// What is glued to the digits.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Suffix {
    None,
    /// `k`, `M`: already in the value.
    Scale,
    /// Index of a unit.
    Unit(u32),
    /// `x`.
    Times,
    /// Anything else: `2nd`, `4G`, `11g`. Not a quantity.
    Name,
}

/// A number.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Literal {
    /// Thousandths; saturates.
    pub(crate) milli: i64,
    /// First token after it.
    pub(crate) end: usize,
    pub(crate) suffix: Suffix,
    /// Digits before the decimal separator.
    pub(crate) digits: usize,
    /// Nothing but digits.
    pub(crate) plain: bool,
    /// Groups of digits that dots split; more than two are a version.
    pub(crate) parts: usize,
    /// A currency stands before it.
    pub(crate) money: bool,
    /// Its code.
    pub(crate) currency: &'static str,
    /// A `+` is glued behind it.
    pub(crate) plus: bool,
    /// It is a range, such as `9–11`.
    pub(crate) range: bool,
}

/// Reads the number at token `at`; none when the token starts no number.
pub(crate) fn literal(reading: &Reading<'_>, at: usize) -> Option<Literal> {
    let mut number = if reading.kind(at) == Some(TokenKind::Number) {
        digits(reading, at)?
    } else {
        spelled(reading, at)?
    };
    number.currency = currency_before(reading, at).unwrap_or_default();
    number.money = !number.currency.is_empty();
    if number.money && number.parts == 2 && is_grouped_thousands(reading, at) {
        number.milli = number.milli.saturating_mul(1_000);
    }
    scale_words(reading, &mut number);
    if reading.is(number.end, "+")
        && reading.glued(number.end)
        && !reading.glued_number(number.end + 1)
    {
        number.end += 1;
        number.plus = true;
        number.plain = false;
        scale_words(reading, &mut number);
    }
    range_end(reading, &mut number);
    Some(number)
}

/// `9–11`, `10-15%`: takes the upper end.
fn range_end(reading: &Reading<'_>, number: &mut Literal) {
    let dash = number.end;
    if !reading.is_dash(dash)
        || number.suffix == Suffix::Name
        || reading.kind(dash + 1) != Some(TokenKind::Number)
    {
        return;
    }
    let Some(upper) = digits(reading, dash + 1) else { return };
    let third = reading.is_dash(upper.end) && reading.glued_number(upper.end + 1);
    let leading_zero = reading.word(dash + 1).starts_with('0') && !upper.plain;
    let years = number.plain
        && upper.plain
        && number.digits == 4
        && upper.digits == 4
        && (1_950_000..2_100_000).contains(&number.milli);
    let padded = reading.word(dash + 1).starts_with('0') && upper.digits > 1;
    let scaled = upper.suffix == Suffix::Scale && number.suffix == Suffix::None;
    if third
        || leading_zero
        || years
        || padded
        || upper.suffix == Suffix::Name
        || !(upper.milli > number.milli || scaled)
    {
        return;
    }
    let currency = number.currency;
    let money = number.money;
    *number =
        Literal { range: true, plain: false, currency, money, digits: number.digits, ..upper };
    scale_words(reading, number);
    if reading.is(number.end, "+") && reading.glued(number.end) {
        number.end += 1;
    }
}

/// `140 thousand`, `3 million`, `5 k`.
fn scale_words(reading: &Reading<'_>, number: &mut Literal) {
    while reading.class(number.end).is(Class::SCALE) && number.suffix != Suffix::Name {
        let factor = i64::from(reading.value(number.end));
        number.milli = number.milli.saturating_mul(factor);
        number.suffix = Suffix::Scale;
        number.plain = false;
        number.end += 1;
    }
    let capital = reading.word(number.end);
    let factor = match capital {
        "K" => 1_000,
        "M" => 1_000_000,
        "B" => 1_000_000_000,
        _ => return,
    };
    if number.suffix == Suffix::None && number.money {
        number.milli = number.milli.saturating_mul(factor);
        number.suffix = Suffix::Scale;
        number.plain = false;
        number.end += 1;
    }
}

/// `two`, `twenty-five`, `two hundred`, `a dozen` (from `dozen` on).
fn spelled(reading: &Reading<'_>, at: usize) -> Option<Literal> {
    let class = reading.class(at);
    let mut end = at + 1;
    let milli = if class.is(Class::NUMBER) {
        let mut value = reading.value(at);
        let unit = end + usize::from(reading.is_dash(end));
        let tens = value >= 20 && value.is_multiple_of(10);
        if tens && reading.class(unit).is(Class::NUMBER) && reading.value(unit) < 10 {
            value += reading.value(unit);
            end = unit + 1;
        }
        i64::from(value) * 1_000
    } else {
        // "a hundred", "a dozen"; but "thousands of" and "millions" are vague.
        let article = at > 0 && reading.is_any(at - 1, &["a", "an", "one"]);
        if !article || reading.word(at).ends_with('s') || !class.is(Class::SCALE) {
            return None;
        }
        i64::from(reading.value(at)) * 1_000
    };
    Some(Literal { milli, end, suffix: Suffix::None, digits: 0, plain: false, ..EMPTY })
}

const EMPTY: Literal = Literal {
    milli: 0,
    end: 0,
    suffix: Suffix::None,
    digits: 0,
    plain: false,
    parts: 1,
    money: false,
    currency: "",
    plus: false,
    range: false,
};

/// Digits with separators and a glued suffix.
fn digits(reading: &Reading<'_>, at: usize) -> Option<Literal> {
    let (first, suffix) = split_digits(reading.word(at))?;
    let mut number =
        Literal { end: at + 1, digits: first.len(), plain: suffix.is_empty(), ..EMPTY };
    let mut whole = parse(first);
    let mut fraction = 0;
    let mut suffix = suffix;
    let mut decimal = false;
    while suffix.is_empty() && !decimal {
        let Some((group, tail)) = next_group(reading, number.end) else { break };
        number.plain = false;
        let separator = reading.word(number.end);
        let more = next_group(reading, number.end + 2)
            .is_some_and(|_| reading.is(number.end + 2, separator));
        if is_thousands(separator, group, tail, &number, more) {
            whole = whole
                .saturating_mul(if group.len() == 2 { 100 } else { 1_000 })
                .saturating_add(parse(group));
            number.digits += group.len();
        } else if separator == "," && group.len() > 2 {
            break;
        } else {
            number.parts += 1;
            if separator == "." && more {
                number.parts += 1;
            }
            fraction = thousandths(group);
            decimal = true;
        }
        suffix = tail;
        number.end += 2;
    }
    number.milli = whole.saturating_mul(1_000).saturating_add(fraction);
    if number.parts > 2 {
        while next_group(reading, number.end).is_some() {
            number.end += 2;
        }
    }
    apply_suffix(reading, &mut number, suffix);
    Some(number)
}

/// Whether a group after `separator` is one of thousands (or of Indian hundreds).
fn is_thousands(separator: &str, group: &str, tail: &str, number: &Literal, more: bool) -> bool {
    let short = number.digits <= 3 || number.parts == 1 && !number.plain;
    match separator {
        "," => group.len() == 3 && short || group.len() == 2 && more && tail.is_empty(),
        "'" | "\u{2019}" => group.len() == 3,
        "." => group.len() == 3 && more && short,
        _ => false,
    }
}

/// `240.000` after a currency sign: thousands, as in much of Europe.
fn is_grouped_thousands(reading: &Reading<'_>, at: usize) -> bool {
    let first = reading.word(at);
    let group = reading.word(at + 2);
    reading.is(at + 1, ".")
        && group.len() == 3
        && first != "0"
        && first.len() <= 3
        && group.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits after a glued separator, and the letters behind them.
fn next_group<'a>(reading: &Reading<'a>, at: usize) -> Option<(&'a str, &'a str)> {
    let separator = matches!(reading.word(at), "," | "." | "'" | "\u{2019}");
    if !(separator && reading.glued(at) && reading.glued_number(at + 1)) {
        return None;
    }
    split_digits(reading.word(at + 1))
}

fn split_digits(word: &str) -> Option<(&str, &str)> {
    let end = word.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(word.len());
    (end > 0).then(|| word.split_at(end))
}

/// The value of digits; saturates.
fn parse(digits: &str) -> i64 {
    digits
        .bytes()
        .fold(0i64, |value, byte| value.saturating_mul(10).saturating_add(i64::from(byte - b'0')))
}

/// Decimals as thousandths, cut after the third.
fn thousandths(digits: &str) -> i64 {
    let mut value = 0;
    for place in 0..3 {
        let digit = digits.as_bytes().get(place).map_or(0, |byte| i64::from(byte - b'0'));
        value = value * 10 + digit;
    }
    value
}

/// Reads what is glued behind the digits.
fn apply_suffix(reading: &Reading<'_>, number: &mut Literal, suffix: &str) {
    if suffix.is_empty() {
        return;
    }
    number.plain = false;
    let next = number.end;
    let counts =
        reading.plural(next) || reading.is(next, "+") || reading.class(next).is(Class::PERIODIC);
    let scaled = |factor: i64, number: &mut Literal| {
        number.milli = number.milli.saturating_mul(factor);
        number.suffix = Suffix::Scale;
    };
    match suffix {
        "k" | "K" => scaled(1_000, number),
        "M" | "mm" | "MM" | "mn" | "Mn" | "mio" => scaled(1_000_000, number),
        "m" if counts || reading.is_any(next, &["users", "requests", "events"]) => {
            scaled(1_000_000, number)
        }
        "b" if !counts => number.suffix = Suffix::Name,
        "b" | "B" | "bn" | "Bn" => scaled(1_000_000_000, number),
        "T" if counts => scaled(1_000_000_000_000, number),
        "x" | "X" => number.suffix = Suffix::Times,
        "s" if number.milli >= 400_000 && number.digits >= 3 && number.parts == 1 => {
            number.suffix = Suffix::Name;
        }
        "G" | "g" if number.milli < 8_000 || suffix == "g" => number.suffix = Suffix::Name,
        "G" => number.suffix = glued_unit("gb").map_or(Suffix::Name, Suffix::Unit),
        _ => {
            if let Some(unit) = glued_unit(suffix) {
                number.suffix = Suffix::Unit(unit);
            } else if let Some(unit) = suffix
                .get(1..)
                .and_then(glued_unit)
                .filter(|_| matches!(suffix.as_bytes()[0], b'k' | b'K' | b'M'))
            {
                scaled(if suffix.starts_with('M') { 1_000_000 } else { 1_000 }, number);
                number.suffix = Suffix::Unit(unit);
            } else {
                number.suffix = Suffix::Name;
            }
        }
    }
}

/// The currency whose sign or code stands before the number.
fn currency_before(reading: &Reading<'_>, at: usize) -> Option<&'static str> {
    let before = at.checked_sub(1)?;
    let sign = match reading.word(before) {
        "$" => match before.checked_sub(1).map_or("", |at| reading.word(at)) {
            "C" | "CA" | "CAD" => "CAD",
            "A" | "AU" | "AUD" => "AUD",
            "S" | "SGD" => "SGD",
            "R" => "BRL",
            "NZ" => "NZD",
            "HK" => "HKD",
            _ => "USD",
        },
        "\u{20ac}" => "EUR",
        "\u{a3}" => "GBP",
        "\u{a5}" => "JPY",
        "\u{20b9}" => "INR",
        "\u{20a9}" => "KRW",
        "USD" | "US$" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "INR" | "Rs" => "INR",
        "CHF" => "CHF",
        "BRL" => "BRL",
        "CAD" => "CAD",
        "AUD" => "AUD",
        "SGD" => "SGD",
        "KRW" => "KRW",
        "JPY" => "JPY",
        "PLN" => "PLN",
        "SEK" => "SEK",
        "." if before > 0 && reading.is(before - 1, "Rs") => "INR",
        _ => return None,
    };
    Some(sign)
}

impl Reading<'_> {
    /// Token `at` is a number without white space before it.
    pub(crate) fn glued_number(&self, at: usize) -> bool {
        self.glued(at) && self.kind(at) == Some(TokenKind::Number)
    }
}
