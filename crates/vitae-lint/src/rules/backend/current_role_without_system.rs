//! A current role that names no system.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, Owner, Scope};
use vitae_pack::PhraseList;
use vitae_text::{TextRange, fold_key};

const FEWEST_BULLETS: usize = 3;

/// Things that run, in the singular; a plural `s` is taken off before looking here.
const RUNNING: [&str; 46] = [
    "service",
    "system",
    "platform",
    "pipeline",
    "api",
    "gateway",
    "engine",
    "ledger",
    "monolith",
    "backend",
    "worker",
    "scheduler",
    "queue",
    "store",
    "index",
    "database",
    "app",
    "application",
    "module",
    "component",
    "library",
    "server",
    "cluster",
    "router",
    "exporter",
    "importer",
    "endpoint",
    "microservice",
    "warehouse",
    "cache",
    "job",
    "consumer",
    "producer",
    "webhook",
    "sdk",
    "client",
    "stack",
    "infrastructure",
    "feed",
    "broker",
    "product",
    "portal",
    "tool",
    "software",
    "site",
    "website",
];

rule! {
    /// # What it does
    /// Looks for a current role of three bullets or more, none of which names a service, a system or
    /// another thing that runs.
    ///
    /// # Why it matters
    /// What you own today is the first question of an interview. Without a named system a reader
    /// cannot picture it.
    ///
    /// # Example
    /// ```bullets
    /// - Improved code quality with reviews, which cut the number of bugs
    /// - Wrote unit tests in Java for new features
    /// - Fixed bugs within two days of their report
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Improved the code of the parcel router with reviews, which cut the number of bugs
    /// - Wrote unit tests in Java for new features
    /// - Fixed bugs within two days of their report
    /// ```
    ///
    /// # When to ignore it
    /// When what you work on may not be named; its kind (`an order system`) is enough.
    ///
    /// # Source
    /// S2 and S4 ask for owned services or systems.
    BAK015 = "current-role-without-system" {
        group: Backend,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J16"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(newest) = context.newest().filter(|position| position.current) else { return };
    let of_newest = |(_, bullet): &(usize, &Bullet)| bullet.owner == Owner::Work(newest.work);
    let mut bullets = context.facts.bullets.iter().enumerate().filter(of_newest);
    let plain = bullets.clone().filter(|(_, bullet)| !bullet.prose).count();
    // Words of an axis or of design stand for something that runs, whatever it is called.
    let backend = |index: usize| {
        use PhraseList::{AxisApi, AxisData, Design};
        [AxisApi, AxisData, Design].into_iter().any(|list| context.signals().has(index, list))
    };
    let mut named = || bullets.any(|(index, bullet)| backend(index) || names_a_system(bullet));
    if plain < FEWEST_BULLETS || !context.english() || named() {
        return;
    }
    let place = newest.title.or(newest.employer).unwrap_or(newest.range);
    sink.at(
        place,
        format!("none of the {plain} bullets of the current role names a service or system"),
        "name the system you answer for and what it does for whom",
    )
    .fix(Fix::ask("name the system", &["which system", "what it does, for whom"]));
}

fn names_a_system(bullet: &Bullet) -> bool {
    let text = bullet.text.as_str();
    let running = RUNNING.map(fold_key);
    let runs = |range: TextRange| {
        let word = range.of(text);
        let key = fold_key(word.strip_suffix('s').unwrap_or(word));
        running.contains(&key)
    };
    // A name of its own: a capital inside the sentence that is no technology.
    let named = bullet.anatomy.tokens.iter().skip(1).any(|token| {
        let skill = bullet.anatomy.skills.iter().any(|used| used.range.contains(token.range));
        token.range.of(text).starts_with(char::is_uppercase) && !skill
    });
    bullet.anatomy.scope >= Some(Scope::Service)
        || named
        || bullet.anatomy.tokens.iter().any(|token| runs(token.range))
}
