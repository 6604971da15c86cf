//! How much a bullet proves, 0 to 100. Every point stands for a fact: an act, its object, a figure
//! of the work, an effect, a choice. Words without facts are worth nothing, and some cost.

use crate::bullet::{OpenerStrength, Scope};
use crate::lexicon::{Form, Hit};
use crate::metric::{Metric, MetricKind};
use crate::outcome::{Clauses, is_vague_list};
use crate::words::Class;
use vitae_pack::PhraseList;
use vitae_text::TokenKind;

/// What the parts of an anatomy say together.
pub(crate) struct Evidence<'a> {
    pub(crate) clauses: &'a Clauses<'a>,
    pub(crate) outcome: bool,
    pub(crate) decision: bool,
    /// Technologies named, practices excluded.
    pub(crate) technologies: usize,
    /// Technologies and practices named.
    pub(crate) skills: usize,
    /// Numbers that size nothing.
    pub(crate) labels: usize,
    /// The person it is told in: `I`, `we`.
    pub(crate) first_person: Option<&'a str>,
}

/// Points from 0 to 100.
pub(crate) fn strength(evidence: &Evidence<'_>) -> u8 {
    let clauses = evidence.clauses;
    let opener = clauses.opening.opener.strength;
    let vanity = is_vanity(clauses);
    let solid = if vanity { 0 } else { distinct_figures(clauses) };
    let mut points: i32 = match opener {
        OpenerStrength::Strong => 20,
        OpenerStrength::Ok => 14,
        OpenerStrength::Weak | OpenerStrength::None => 0,
    };
    let act = opener >= OpenerStrength::Ok;
    let object = clauses.opening.active && act && has_object(clauses);
    points += if object { 12 } else { 0 };
    let shares = clauses.metrics.iter().all(|metric| metric.kind == MetricKind::Percent);
    points += [0, if shares { 8 } else { 14 }, 18][solid.min(2)];
    // A base makes a figure one that can be checked.
    let based = !vanity && clauses.metrics.iter().any(|metric| metric.change.is_some());
    points += if based { 8 } else { 0 };
    let means = shows_means(clauses);
    // "To 85%", "10x faster": from what, and how, is left open.
    let open = !based && !clauses.metrics.is_empty() && is_relative(clauses) && !means;
    points += match (evidence.outcome && !vanity, open) {
        (true, true) => 18,
        (true, false) => 26,
        (false, _) => 0,
    };
    points += if evidence.decision { 14 } else { 0 };
    points += if owns(clauses) { 10 } else { 0 };
    points += if act && means { 6 } else { 0 };
    let dump = evidence.technologies >= 6 || evidence.skills >= 8;
    points += if evidence.technologies > 0 && act && !dump { 4 } else { 0 };
    if opener == OpenerStrength::Weak {
        points = points * 6 / 10;
    }
    points -= penalties(evidence, vanity, dump);
    // A list of tools, or of versions and numbered things, is no act.
    if (dump || evidence.labels >= MOST_LABELS) && !evidence.outcome {
        points = points.min(20);
    }
    u8::try_from(points.clamp(0, 100)).unwrap_or(100)
}

/// From so many numbers on that size nothing, a line is about their names.
const MOST_LABELS: usize = 4;

/// The act is done to something in particular, or finds out something: `Found that …`, `Settled
/// with security a default …`.
fn has_object(clauses: &Clauses<'_>) -> bool {
    let reading = clauses.reading;
    let at = clauses.opening.end;
    let finding = reading.is(at, "that") && reading.is_word(at + 2);
    let behind_partner = reading.is(at, "with")
        && (at + 2..at + 6)
            .find(|word| reading.class(*word).is(Class::ARTICLE))
            .is_some_and(|word| clauses.specific_object(word));
    finding || behind_partner || clauses.specific_object(at)
}

/// All figures are shares or factors.
fn is_relative(clauses: &Clauses<'_>) -> bool {
    clauses
        .metrics
        .iter()
        .all(|metric| matches!(metric.kind, MetricKind::Percent | MetricKind::Multiplier))
}

/// `by deleting the test`: how it was done, by an act with an object.
fn shows_means(clauses: &Clauses<'_>) -> bool {
    let reading = clauses.reading;
    (clauses.opening.end..reading.len()).any(|at| {
        if !reading.class(at).is(Class::PREPOSITION) || !reading.is(at, "by") {
            return false;
        }
        let act = reading.verb(at + 1).is_some_and(|verb| {
            verb.form == Form::Gerund && verb.strength > vitae_pack::Strength::Weak
        });
        act && clauses.specific_object(at + 2)
    })
}

/// How many different figures size the work; a figure that is repeated counts once.
fn distinct_figures(clauses: &Clauses<'_>) -> usize {
    let mut seen: Vec<&Metric> = Vec::new();
    for metric in clauses.metrics.iter().filter(|metric| sizes_work(clauses, metric)) {
        let same = |other: &&Metric| other.milli == metric.milli && other.unit == metric.unit;
        if !seen.iter().any(same) {
            seen.push(metric);
        }
    }
    seen.len()
}

fn penalties(evidence: &Evidence<'_>, vanity: bool, dump: bool) -> i32 {
    let hits = evidence.clauses.hits;
    let count =
        |wanted: &dyn Fn(&Hit) -> bool| hits.iter().filter(|hit| wanted(hit)).count() as i32;
    let vague = count(&|hit| is_vague_list(hit.list)).min(4);
    let hollow = count(&|hit| matches!(hit.list, PhraseList::Buzzword)).min(3);
    let filler = count(&|hit| hit.list == PhraseList::Filler).min(3);
    vague * 5
        + hollow * 9
        + filler * 2
        + i32::from(vanity) * 10
        + i32::from(dump) * 6
        + evidence.first_person.map_or(0, person)
}

/// `We` leaves the person's own part open.
fn person(word: &str) -> i32 {
    let several = ["we", "us", "ours", "we've", "we're"];
    if several.iter().any(|other| word.eq_ignore_ascii_case(other)) { 8 } else { 2 }
}

/// A metric with an object or a base, that counts work rather than activity.
fn sizes_work(clauses: &Clauses<'_>, metric: &Metric) -> bool {
    match metric.kind {
        MetricKind::Percent => clauses.percent_has_base(metric),
        MetricKind::Count => {
            metric.change.is_some() || !metric.unit.is_empty() && !is_vanity_count(clauses, metric)
        }
        // "over 3 years", "for two decades": how long somebody was there.
        MetricKind::Time => !(is_tenure(clauses, metric)),
        MetricKind::Money | MetricKind::Rate | MetricKind::Size | MetricKind::Multiplier => true,
    }
}

/// A span of years that the work went on for, not one that it took or saved.
fn is_tenure(clauses: &Clauses<'_>, metric: &Metric) -> bool {
    let reading = clauses.reading;
    let first = reading.tokens.iter().position(|token| metric.range.contains(token.range));
    let span = matches!(metric.unit.as_str(), "year" | "decade");
    span && metric.change.is_none()
        && first
            .is_some_and(|first| first > 0 && reading.is_any(first - 1, &["over", "for", "during"]))
}

/// What is counted is activity: stand-ups and badges always, hours and messages where the verb
/// before them is one of attendance (`logged 300 hours`).
fn is_vanity_count(clauses: &Clauses<'_>, metric: &Metric) -> bool {
    let reading = clauses.reading;
    let counted = matches!(metric.kind, MetricKind::Count | MetricKind::Time | MetricKind::Rate);
    let inside = |class: Class| {
        (0..reading.len()).any(|at| {
            metric.range.contains(reading.tokens[at].range)
                && reading.class(at).is(class)
                && reading.plural(at)
        })
    };
    let governed = || {
        let before = (0..reading.len())
            .rev()
            .filter(|at| reading.tokens[*at].range.end <= metric.range.start);
        let verb = before.take(8).find(|at| {
            let class = reading.class(*at);
            class.is(Class::VANITY_VERB)
                || reading.verb(*at).is_some_and(|verb| verb.form == Form::Past)
        });
        verb.is_some_and(|at| reading.class(at).is(Class::VANITY_VERB))
    };
    // "a score of 2,310", "a streak of 400 days".
    let scored = || {
        let first = reading
            .tokens
            .iter()
            .position(|token| token.range == metric.range || metric.range.contains(token.range));
        first.is_some_and(|first| {
            first > 1 && reading.is(first - 1, "of") && reading.class(first - 2).is(Class::VANITY)
        })
    };
    // "three weeks before the deadline": a time that was won.
    let won = metric.kind == MetricKind::Time
        && reading
            .tokens
            .iter()
            .position(|token| token.range.start > metric.range.end)
            .is_some_and(|next| {
                reading.is_any(next, &["before", "early", "earlier", "ahead", "sooner"])
            });
    counted
        && !won
        && metric.change.is_none()
        && (inside(Class::VANITY) || scored() || inside(Class::SOFT_VANITY) && governed())
}

/// The figures of the bullet count activity: `attended 45 stand-ups`, `posted 2,000 comments`.
fn is_vanity(clauses: &Clauses<'_>) -> bool {
    let counts = clauses.metrics.iter().filter(|metric| is_vanity_count(clauses, metric)).count();
    counts > 0 && counts >= distinct_figures(clauses) || is_parade(clauses)
}

/// `wrote 92 pages, reviewed 77 designs and held 31 talks`: acts that are counted, one after the
/// other, size how busy somebody was.
fn is_parade(clauses: &Clauses<'_>) -> bool {
    let reading = clauses.reading;
    let counted = |metric: &&Metric| {
        let first = reading.tokens.iter().position(|token| metric.range.contains(token.range));
        let verb = first.and_then(|first| first.checked_sub(1)).and_then(|at| reading.verb(at));
        metric.kind == MetricKind::Count
            && metric.change.is_none()
            && verb.is_some_and(|verb| verb.form == Form::Past)
    };
    clauses.metrics.len() >= 3 && clauses.metrics.iter().filter(counted).count() >= 3
}

/// The text says that the work is the person's own: `own`, `owned`, `myself`, `on call for`.
fn owns(clauses: &Clauses<'_>) -> bool {
    let reading = clauses.reading;
    let opener = clauses
        .opening
        .end
        .checked_sub(1)
        .is_some_and(|at| reading.is_any(at, &["own", "owned", "owns", "led"]));
    let object = clauses.opening.active && clauses.specific_object(clauses.opening.end);
    opener && object || (0..reading.len()).any(|at| reading.is(at, "myself"))
}

/// The widest reach that is named.
pub(crate) fn scope(clauses: &Clauses<'_>) -> Option<Scope> {
    let reading = clauses.reading;
    let at_word = |at: usize| -> Option<Scope> {
        if !reading.class(at).is(Class::REACH) {
            return None;
        }
        let next = |words: &[&str]| {
            let hyphen = usize::from(reading.is_dash(at + 1));
            reading.is_any(at + 1 + hyphen, words)
        };
        if reading.is_any(at, &["company", "enterprise", "firm", "group"]) && next(&["wide"])
            || reading.is_any(at, &["whole", "entire"]) && next(&["company", "business", "group"])
            || reading.is(at, "all") && next(&["teams", "engineers"])
            || reading.is(at, "board")
        {
            return Some(Scope::Company);
        }
        let several = at > 0
            && (reading.kind(at - 1) == Some(TokenKind::Number)
                || reading.class(at - 1).is(Class::NUMBER)
                || reading.is_any(
                    at - 1,
                    &[
                        "across",
                        "several",
                        "other",
                        "multiple",
                        "between",
                        "engineering",
                        "product",
                    ],
                ));
        if reading.is_any(
            at,
            &["teams", "squads", "departments", "groups", "organisations", "organizations"],
        ) && several
            || reading.is(at, "cross") && next(&["team", "functional", "org"])
            || reading.is_any(at, &["org", "organisation", "organization"]) && next(&["wide"])
            || reading.is_any(at, &["across"]) && next(&["teams", "services"])
        {
            return Some(Scope::Organisation);
        }
        if reading.is_any(
            at,
            &[
                "service", "services", "system", "pipeline", "platform", "monolith", "cluster",
                "database",
            ],
        ) {
            return Some(Scope::Service);
        }
        reading
            .is_any(at, &["team", "squad", "teammates", "colleagues", "engineers", "juniors"])
            .then_some(Scope::Team)
    };
    (0..reading.len()).filter_map(at_word).max()
}
