//! Outcomes, decisions, and the laws of strength: facts raise it, words without facts never do.

use proptest::prelude::*;
use vitae_facts::anatomy;
use vitae_pack::Pack;

fn strength(text: &str) -> u8 {
    anatomy(text, Pack::builtin()).strength
}

#[test]
fn outcomes_say_what_became_different() {
    let told = [
        "Cached tax rates, so a slow provider no longer blocks checkout",
        "Added idempotency keys; duplicate payouts fell from 30 a week to one",
        "Split ticket printing from the core so that a jam stops no sale",
        "Moved 12 queues without downtime",
        "Rewrote the import, cutting the nightly run by 40 minutes",
        "Built a replay tool that lets analysts rerun one day",
        "Introduced a schema check, which ended the weekly rollback",
        "Wrote a retry guide adopted by all teams",
        "Made exports 12x faster",
        "Wrote the failover drill; two on-call groups still use it",
        "Stopped duplicate bookings with one unique key",
        "Mentored two interns, both of whom joined full time",
        "Wrote the retry policy that every new service now inherits",
        "Moved reports to the replica, after which the old host could be switched off",
        "Rebuilt the mapping to reduce the index size by half",
        "Capped retries, and support calls about double orders stopped",
        "Gave support a replay page; clerks type half as much",
        "Persuaded two teams to share one client library",
        "Closed the books three weeks before the law changed",
        "Rounded prices in one place so invoices and shop agree",
        "Turned off the weekly restart",
        "Spread chat over rooms; busy rooms no longer slow quiet ones",
        "Rebuilt address search on trigrams, and couriers ring the right bell",
        "Got rid of the shared password",
        "Traced each report and shut down the six nobody opens",
        "Standardised refusals, and partner tickets went down by a third",
        "Retired the first tariff engine without breaking a partner",
        "Rewrote the toll engine; a lane computer now lasts 12 years",
    ];
    let untold = [
        "Built a scheduler in Go that runs 90,000 jobs a day",
        "Improved performance by 40%",
        "Worked on reports, improving efficiency",
        "Wrote tests for the billing module",
        "Used Kafka; Redis; PostgreSQL",
        "Speeded delivery by reducing meetings",
        "Led the design of the new API",
        "Ran halls with practically zero downtime",
        "Fixed defects and was taking part in planning with 10 members",
        "Answered calls Monday to Friday from 8 to 17",
        "Wrote parsers, tests, and tools for farms",
    ];
    for text in told {
        assert!(anatomy(text, Pack::builtin()).outcome.is_some(), "{text}");
    }
    for text in untold {
        let outcome = anatomy(text, Pack::builtin()).outcome;
        assert!(outcome.is_none(), "{text}: {:?}", outcome.map(|range| range.of(text)));
    }
}

#[test]
fn decisions_show_a_choice() {
    let told = [
        "Chose a log over a queue so that readings can be replayed",
        "Kept plain tables instead of event sourcing",
        "Evaluated three brokers and picked NATS",
        "Dropped the cache because invalidation cost more than it saved",
    ];
    for text in told {
        assert!(anatomy(text, Pack::builtin()).decision.is_some(), "{text}");
    }
    for text in ["Led the team over two years", "Given the task of testing", "Ran the RFC process"]
    {
        assert!(anatomy(text, Pack::builtin()).decision.is_none(), "{text}");
    }
}

#[test]
fn proof_beats_show() {
    let pairs = [
        (
            "Held 45 one-to-ones, 30 retrospectives and 22 planning sessions",
            "Proved that restores work",
        ),
        ("Built numerous things over 3 years", "Replaced the N+1 reads behind the parent portal"),
        ("Responsible for the payment service", "Own the payment service, from schema to pager"),
        (
            "Attended 45 stand-ups and closed 62 tickets",
            "Closed the last hole in the refund audit trail",
        ),
        (
            "Worked with Kafka 3.6, Redis 7.2, Go 1.22 on port 8080",
            "Stopped double bookings with one unique key",
        ),
        (
            "Familiar with Java, Go, Kafka, Redis, Helm, Istio and Vault",
            "Replaced polling with a change feed; stock is right within 3 s",
        ),
        (
            "Visionary self-starter with a proven track record of synergy",
            "Wrote the outage drill that two teams still run",
        ),
        (
            "Improved search performance by 40%",
            "Cut search from 900 ms to 140 ms with one covering index",
        ),
        ("Built APIs", "Built the fares API used by three resellers"),
    ];
    for (weak, strong) in pairs {
        assert!(
            strength(strong) > strength(weak),
            "{weak} {} / {strong} {}",
            strength(weak),
            strength(strong)
        );
    }
}

const BULLETS: [&str; 10] = [
    "Built APIs",
    "Responsible for the backend",
    "Worked on microservices",
    "Cut p99 of search from 900 ms to 140 ms with one covering index",
    "Chose a log over a queue so that readings can be replayed",
    "Migrated 12 services to gRPC",
    "Various improvements",
    "Wrote tests for the billing module",
    "Kafka was introduced",
    "Fixed bugs",
];

const FILLER: [&str; 16] = [
    " successfully",
    " in a fast-paced environment",
    " in order to support business goals",
    ", etc",
    " and various other tasks",
    " as needed",
    ", improving efficiency by 30%",
    " with a 40% improvement",
    ", increasing overall productivity by 25%",
    " using best practices",
    ", ensuring high quality and scalability",
    ", driving innovation",
    " across multiple stakeholders",
    ", enhancing the user experience",
    " with 100% dedication",
    ", enabling business growth",
];

#[test]
fn filler_never_raises() {
    for bullet in BULLETS {
        for first in FILLER {
            let one = format!("{bullet}{first}");
            assert!(
                strength(&one) <= strength(bullet),
                "{one}: {} > {}",
                strength(&one),
                strength(bullet)
            );
            for second in FILLER {
                let two = format!("{one}{second}");
                assert!(strength(&two) <= strength(bullet), "{two}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_ranges_stand_on_characters(text in "\\PC{0,120}") {
        let found = anatomy(&text, Pack::builtin());
        let whole = |range: &vitae_text::TextRange| text.get(range.std()).is_some();
        prop_assert!(found.metrics.iter().all(|metric| whole(&metric.range)));
        let changes = found.metrics.iter().filter_map(|metric| metric.change);
        prop_assert!(changes.into_iter().all(|(from, to)| whole(&from) && whole(&to)));
        prop_assert!(found.other_numbers.iter().all(whole));
        prop_assert!(found.skills.iter().all(|skill| whole(&skill.range)));
        prop_assert!(found.vague.iter().all(whole));
        prop_assert!(found.outcome.iter().chain(&found.decision).chain(&found.first_person).all(whole));
        prop_assert!(whole(&found.opener.range) && found.strength <= 100);
    }

    #[test]
    fn words_and_figures_in_any_order_are_read(
        words in prop::collection::vec(prop::sample::select(vec![
            "from", "to", "1", "900", "ms", "%", "-", ",", ".", "3.5", "k", "$", "Java", "17", "a",
            "day", "half", "twice", "was", "cut", "by", ";", "so", "that", "which", "Go", "C", "+",
            "#", "/", "times", "two", "thirds", "hundred", "I", "team", "of", "99.9", "x", "1,000",
        ]), 0..24),
        glue in prop::sample::select(vec!["", " "]),
    ) {
        let text = words.join(glue);
        prop_assert!(anatomy(&text, Pack::builtin()).strength <= 100);
    }

    #[test]
    fn repeating_a_bullet_never_raises(at in 0..BULLETS.len()) {
        let bullet = BULLETS[at];
        let twice = [bullet, ". ", bullet].concat();
        prop_assert!(strength(&twice) <= strength(bullet));
    }
}
