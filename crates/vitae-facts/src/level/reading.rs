//! What one line says about the level of its work. Its tokens come in, points by level and by
//! dimension go out. Meanings count once each, so that repeating one says nothing more.

use crate::words::{Class, lookup};
use vitae_pack::{Dimension, Pack, WordKeys};
use vitae_text::{Token, TokenKind};

/// So many points on one line carry a level.
pub(crate) const FULL: u32 = 30;

/// What one line says.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineReading {
    /// Points for each level, lowest first.
    pub(crate) points: [u32; 5],
    /// The same by dimension.
    pub(crate) by_dimension: [[u32; 5]; 5],
    /// Meanings that were found, a bit each.
    pub(crate) cues: u32,
    /// How much its words speak for each level against the mean of all, in eightieths of a natural
    /// logarithm of odds.
    pub(crate) by_words: [i32; 5],
}

/// A line speaks no louder than this, whatever it says: three times the odds' logarithm.
pub(crate) const LOUDEST: i32 = 240;

/// Reads the line of `tokens`, a part of `text`.
pub(crate) fn read_line(text: &str, tokens: &[Token], pack: &Pack) -> LineReading {
    let mut reading = LineReading { by_words: words(tokens, pack), ..LineReading::default() };
    let phrases = pack.level_cues();
    let roles = Roles::of(pack);
    let (mut superior, mut oversight) = (None::<usize>, None::<usize>);
    let mut at = 0;
    while at < tokens.len() {
        let Some(found) = phrases.longest(&tokens[at..]) else {
            if tokens[at].kind == TokenKind::Number || lookup(tokens[at].key).0.is(Class::NUMBER) {
                reading.count_people(text, tokens, at);
            }
            at += 1;
            continue;
        };
        if !is_denied(tokens, at) {
            let cue = usize::from(found.value);
            if cue == roles.superior {
                superior = Some(at + found.tokens);
            } else if cue == roles.oversight {
                oversight = Some(at + found.tokens);
            }
            if let (Some(one), Some(other)) = (superior, oversight)
                && one.abs_diff(other) <= NEAR
            {
                reading.add(roles.guided, pack);
            }
            reading.add(cue, pack);
        }
        at += found.tokens;
    }
    reading
}

/// What the words of a line say, each word and each pair once.
fn words(tokens: &[Token], pack: &Pack) -> [i32; 5] {
    let table = pack.level_words();
    let mut said = pack.data.level_words.base.map(i32::from);
    let mut seen: Vec<u64> = Vec::new();
    for key in WordKeys::of(tokens) {
        let Some(weights) = table.get(key) else { continue };
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        for (said, weight) in said.iter_mut().zip(weights) {
            *said += i32::from(weight);
        }
    }
    let mean: i32 = said.iter().sum();
    said.map(|said| (5 * said - mean).clamp(-LOUDEST, LOUDEST))
}

/// So many tokens lie between somebody above and what they do to one's work, at most.
const NEAR: usize = 4;

/// Cues that mean something together.
struct Roles {
    guided: usize,
    superior: usize,
    oversight: usize,
}

impl Roles {
    fn of(pack: &Pack) -> Self {
        let at = |name: &str| {
            pack.data.level_cues.iter().position(|cue| cue.name == name).unwrap_or(usize::MAX)
        };
        Self { guided: at("guided"), superior: at("superior"), oversight: at("oversight") }
    }
}

impl LineReading {
    /// The work was given, shown or checked by others, and nothing on the line reaches beyond it.
    pub(crate) fn is_given(&self) -> bool {
        let [given, _, senior, staff, principal] = self.points;
        given >= 26 && senior < FULL && staff < 25 && principal < 20
    }

    fn add(&mut self, cue: usize, pack: &Pack) {
        let Some(known) = pack.data.level_cues.get(cue) else { return };
        if self.cues & (1 << cue) != 0 {
            return;
        }
        self.cues |= 1 << cue;
        self.add_points(known.dimension, known.points.map(u32::from));
    }

    fn add_points(&mut self, dimension: Dimension, points: [u32; 5]) {
        for (level, more) in points.into_iter().enumerate() {
            self.points[level] += more;
            self.by_dimension[dimension as usize][level] += more;
        }
    }

    /// `four engineers`, `all 600 developers`: how many people the work was of.
    fn count_people(&mut self, text: &str, tokens: &[Token], at: usize) {
        const ONCE: u32 = 1 << 31;
        let of = |token: &Token| token.range.of(text);
        let people = tokens[at + 1..].iter().take(3).any(|token| {
            let word = of(token);
            PEOPLE.iter().any(|other| word.eq_ignore_ascii_case(other))
        });
        if !people || self.cues & ONCE != 0 {
            return;
        }
        self.cues |= ONCE;
        let digits = of(&tokens[at]).bytes().filter(u8::is_ascii_digit);
        let figure = digits.take(7).fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0'));
        let count = if figure > 0 { figure } else { lookup(tokens[at].key).1 };
        let points = match count {
            2..=15 => [0, 0, 8, 0, 0],
            16..=80 => [0, 0, 4, 8, 2],
            81..=3_000 => [0, 0, 0, 6, 9],
            _ => return,
        };
        self.add_points(Dimension::Ownership, points);
    }
}

const PEOPLE: [&str; 14] = [
    "people",
    "engineers",
    "developers",
    "programmers",
    "contributors",
    "colleagues",
    "us",
    "technologists",
    "analysts",
    "specialists",
    "staff",
    "persons",
    "juniors",
    "mentees",
];

/// `not`, `never` or `no` stands right before.
fn is_denied(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(2)..at].iter().any(|token| DENIALS.contains(&token.key))
}

/// Keys of `not`, `never`, `nor` and `cannot`; a test holds that they are.
const DENIALS: [u64; 4] =
    [0x215a_d619_258e_9f4a, 0xcbd8_031e_3d02_6dc9, 0x215a_d019_258e_9518, 0x7353_05aa_63d7_e26a];

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_text::fold_key;

    #[test]
    fn denials_are_known_by_their_keys() {
        assert_eq!(DENIALS, ["not", "never", "nor", "cannot"].map(fold_key));
    }
}
