//! The lines that the level is judged by: bullets and sentences of software roles and of projects,
//! each with how much it counts.

use super::career::{Span, Trade, trade_of, year};
use super::judge::Line;
use super::reading::read_line;
use crate::{Bullet, Owner, Position};
use vitae_pack::Pack;
use vitae_resume::{Parsed, YearMonth};
use vitae_text::Token;

/// How much a line counts that tells of long ago.
pub(crate) const LONG_AGO: u32 = 45;

/// So few words tell of no work.
pub(crate) const FEWEST_TOKENS: usize = 4;

/// A role as the level sees it.
struct Role {
    trade: Trade,
    weight: u32,
}

/// Lines of roles and projects, and the months that the roles cover.
pub(crate) fn read_lines(
    parsed: &Parsed,
    positions: &[Position],
    bullets: &[Bullet],
    pack: &Pack,
    today: YearMonth,
) -> (Vec<Line>, Vec<Span>) {
    let roles: Vec<Role> =
        positions.iter().map(|position| role(parsed, positions, position, pack, today)).collect();
    let line = |bullet: &Bullet| {
        let (weight, first_steps) = match bullet.owner {
            Owner::Work(at) => match roles.get(at)? {
                Role { trade: Trade::Other, .. } => return None,
                role => (role.weight, role.trade == Trade::Intern),
            },
            Owner::Project(_) => (100, true),
            Owner::Volunteer(_) => return None,
        };
        let tokens = &bullet.anatomy.tokens;
        if tokens.len() < FEWEST_TOKENS {
            return None;
        }
        let text = bullet.text.as_str();
        let weight = if tells_of_past(tokens, text) { weight.min(LONG_AGO) } else { weight };
        let mut reading = read_line(text, tokens, pack);
        // What may be filler speaks softly, whatever its words are.
        if !bullet.substantial {
            reading.by_words = reading.by_words.map(|words| words / 4);
        }
        let fingerprint = bullet.fingerprint;
        Some(Line { range: bullet.range, weight, first_steps, fingerprint, reading })
    };
    let lines = bullets.iter().filter_map(line).collect();
    let told = |at: usize| bullets.iter().any(|bullet| bullet.owner == Owner::Work(at));
    let counts = |(at, role): &(usize, &Role)| match role.trade {
        Trade::Software => true,
        Trade::Unknown => told(*at),
        Trade::Intern | Trade::Other => false,
    };
    let spans = roles.iter().enumerate().filter(counts);
    (lines, spans.filter_map(|(at, _)| crate::timeline::span(&positions[at], today)).collect())
}

/// The trade of a role, and how much its lines count: the newest fully, older ones less.
fn role(
    parsed: &Parsed,
    positions: &[Position],
    position: &Position,
    pack: &Pack,
    today: YearMonth,
) -> Role {
    let title = parsed.resume.work.get(position.work).map_or("", |work| work.position.as_str());
    let newest = || {
        positions.iter().all(|other| !other.current && other.end <= position.end)
            || position.end.is_none()
    };
    let ago = position.end.map_or(0, |end| today.0 - end.last_month().0);
    let weight = match ago {
        _ if position.current || newest() => 100,
        ..=30 => 85,
        31..=72 => 65,
        _ => LONG_AGO,
    };
    Role { trade: trade_of(title, pack), weight }
}

/// The line says itself that it is of long ago: `Before 2019: …`, `First two years: …`.
pub(crate) fn tells_of_past(tokens: &[Token], text: &str) -> bool {
    let is = |at: usize, words: &[&str]| {
        let word = tokens.get(at).map_or("", |token| token.range.of(text));
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    };
    let dated = |at: usize| tokens.get(at).is_some_and(|token| year(text, token).is_some());
    let period = |from: usize| {
        (from..from + 5).any(|at| is(at, &["years", "year", "season", "months", "beginning"]))
    };
    is(0, &["earlier", "previously", "formerly"])
        || is(0, &["before", "until", "till"]) && (dated(1) || dated(2) || is(1, &["that"]))
        || is(0, &["first", "early"]) && period(1)
        || is(0, &["my", "the", "in"]) && is(1, &["first", "my", "the", "early"]) && period(2)
        || dated(0) && dated(2)
}
