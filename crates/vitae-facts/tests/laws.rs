//! The laws of strength, over many texts: filler, hollow percentages, figures said twice and length
//! never raise it.

use proptest::prelude::*;
use vitae_facts::{Anatomy, anatomy};
use vitae_pack::Pack;

fn read(text: &str) -> Anatomy {
    anatomy(text, Pack::builtin())
}

fn strength(text: &str) -> u8 {
    read(text).strength
}

const BULLETS: [&str; 16] = [
    "Built APIs",
    "Responsible for the backend",
    "Cut p99 of search from 900 ms to 140 ms with one covering index",
    "Chose a log over a queue so that readings can be replayed",
    "Migrated 12 services to gRPC",
    "Wrote tests for the billing module",
    "Kafka was introduced",
    "Own the refund ledger and its pager",
    "Saved $18K a month by moving cold files to Glacier",
    "Mentored three juniors; two now lead features",
    "Doubled imports to 45 MB/s",
    "We moved the session store to Valkey",
    "Attended 45 stand-ups and closed 62 tickets",
    "Familiar with Java, Go, Kafka, Redis, Helm, Istio and Vault",
    "Published a retry guide that 14 teams adopted",
    "Traced the leak to an unbounded cache",
];

/// Words that say nothing of the work.
const HOLLOW: [&str; 30] = [
    "various",
    "robust",
    "scalable",
    "quality",
    "high",
    "effectively",
    "successfully",
    "very",
    "numerous",
    "modern",
    "efficient",
    "excellent",
    "business",
    "value",
    "best",
    "practices",
    "performance",
    "several",
    "solutions",
    "innovation",
    "passionate",
    "dynamic",
    "important",
    "critical",
    "overall",
    "significantly",
    "general",
    "seamless",
    "complex",
    "different",
];

/// What is measured when nothing is.
const NOTHING: [&str; 8] = [
    "efficiency",
    "productivity",
    "performance",
    "quality",
    "overall efficiency",
    "business value",
    "scalability",
    "user experience",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn hollow_words_at_the_end_never_raise(
        bullet in prop::sample::select(&BULLETS[..]),
        words in prop::collection::vec(prop::sample::select(&HOLLOW[..]), 1..12),
        joint in prop::sample::select(vec![" ", ", ", "; ", " and ", " with ", " for "]),
    ) {
        let padded = [bullet, joint, &words.join(" ")].concat();
        prop_assert!(strength(&padded) <= strength(bullet), "{padded}: {} > {}", strength(&padded), strength(bullet));
    }

    #[test]
    fn hollow_words_at_the_start_never_raise(
        bullet in prop::sample::select(&BULLETS[..]),
        word in prop::sample::select(vec!["Successfully", "Effectively", "Actively", "Significantly", "Dynamically"]),
    ) {
        let padded = format!("{word} {}{}", bullet[..1].to_lowercase(), &bullet[1..]);
        prop_assert!(strength(&padded) <= strength(bullet), "{padded}: {} > {}", strength(&padded), strength(bullet));
    }

    #[test]
    fn a_percentage_of_nothing_never_raises(
        bullet in prop::sample::select(&BULLETS[..]),
        percent in 1_u32..400,
        verb in prop::sample::select(vec!["improving", "increasing", "boosting", "enhancing", "raising"]),
        nothing in prop::sample::select(&NOTHING[..]),
        shape in 0..3,
    ) {
        let padded = match shape {
            0 => format!("{bullet}, {verb} {nothing} by {percent}%"),
            1 => format!("{bullet} with {percent}% {nothing}"),
            _ => format!("{bullet} by {percent}%"),
        };
        // "Cut p99 … by 40%" gives the object that stands there a figure; only others are padding.
        let sized = shape == 2 && !read(bullet).metrics.is_empty();
        let moved = shape == 2 && bullet.starts_with("Cut");
        prop_assume!(!moved || sized);
        prop_assert!(strength(&padded) <= strength(bullet), "{padded}: {} > {}", strength(&padded), strength(bullet));
    }

    #[test]
    fn a_figure_said_again_never_raises(
        bullet in prop::sample::select(&BULLETS[..]),
        pick in any::<prop::sample::Index>(),
        times in 1_usize..4,
    ) {
        let found = read(bullet);
        prop_assume!(!found.metrics.is_empty());
        let figure = pick.get(&found.metrics).range.of(bullet);
        let again = [bullet, &format!(" ({figure})").repeat(times)].concat();
        prop_assert!(strength(&again) <= strength(bullet), "{again}: {} > {}", strength(&again), strength(bullet));
    }

    #[test]
    fn length_alone_is_worth_nothing(
        words in prop::collection::vec(prop::sample::select(&HOLLOW[..]), 0..60),
    ) {
        prop_assert_eq!(strength(&words.join(" ")), 0);
    }

    #[test]
    fn a_longer_list_of_tools_never_raises(count in 8_usize..17) {
        const TOOLS: [&str; 17] = [
            "Java", "Go", "Kafka", "Redis", "Helm", "Istio", "Vault", "Python", "Ruby", "Docker",
            "Kubernetes", "Terraform", "Ansible", "Jenkins", "Grafana", "Prometheus", "MySQL",
        ];
        let list = |count: usize| format!("Worked with {}", TOOLS[..count].join(", "));
        prop_assert!(strength(&list(count)) <= strength(&list(7)));
    }
}

#[test]
fn an_effect_that_is_only_claimed_earns_nothing() {
    let claims = [
        ("Built a cache", "Built a cache, improving performance"),
        ("Rewrote the module", "Rewrote the module, leading to better quality"),
        (
            "Wrote tests for the billing module",
            "Wrote tests for the billing module, reducing costs",
        ),
    ];
    for (plain, claimed) in claims {
        let found = read(claimed);
        assert!(found.claim.is_some() && found.outcome.is_none(), "{claimed}");
        assert!(found.strength <= strength(plain), "{claimed}");
    }
}

#[test]
fn labels_and_counts_of_activity_are_no_proof() {
    let low = [
        "Executed cases 1 to 480 of plan TP-7 version 2.3 for build 5521 on Windows 10 and 11",
        "Wrote 92 wiki pages, reviewed 77 designs and gave 31 talks",
        "Applied Scrum, Kanban, SAFe, TDD, DDD, CQRS, code review, pair programming and mentoring",
    ];
    for text in low {
        assert!(strength(text) < strength("Fixed the import of names with umlauts"), "{text}");
    }
}
