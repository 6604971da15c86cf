//! Which numbers size work, what they measure, and which size nothing.

use vitae_facts::{MetricKind, anatomy};
use vitae_pack::Pack;

/// The figures of a text as `kind text`, a change as `kind from > to`.
fn figures(text: &str) -> Vec<String> {
    let anatomy = anatomy(text, Pack::builtin());
    let figure = |metric: &vitae_facts::Metric| {
        let kind = format!("{:?}", metric.kind).to_lowercase();
        match metric.change {
            Some((from, to)) => format!("{kind} {} > {}", from.of(text), to.of(text)),
            None => format!("{kind} {}", metric.range.of(text)),
        }
    };
    anatomy.metrics.iter().map(figure).collect()
}

#[test]
fn quantities_are_found_with_their_unit_and_kind() {
    let cases: &[(&str, &[&str])] = &[
        ("Kept availability at 99.95% for two years", &["percent 99.95%", "time two years"]),
        ("Saved $640K a year on 80+ idle hosts", &["money $640K a year", "count 80+ idle hosts"]),
        ("Cut AWS spend by €1.2M per year", &["money €1.2M per year"]),
        ("Took imports to 140 thousand loads a month", &["rate 140 thousand loads a month"]),
        (
            "Processed 1,400 rows per second, later 90k rows/s",
            &["rate 1,400 rows per second", "rate 90k rows/s"],
        ),
        ("Served 12k rps across 3 regions", &["rate 12k rps", "count 3 regions"]),
        ("Kept p99 under 200 ms", &["time 200 ms"]),
        ("Passed the audit in 9–11 weeks", &["time 9–11 weeks"]),
        ("Grew write traffic 3x", &["multiplier 3x"]),
        ("Halved the bill", &["multiplier Halved"]),
        ("Cut build time by half", &["percent half"]),
        ("Reduced pages by two thirds", &["percent two thirds"]),
        ("Hired 9 data scientists", &["count 9 data scientists"]),
        ("Led a squad of six", &["count six"]),
        ("Ran a 12-node cluster", &["count 12-node"]),
        ("Moved 6 TB of invoices", &["size 6 TB"]),
        ("Served 3M+ daily requests", &["rate 3M+ daily requests"]),
        ("Rotated keys once a week", &["rate once a week"]),
        ("Raised conversion by 4 percentage points", &["percent 4 percentage points"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(figures(text), *wanted, "{text}");
    }
}

#[test]
fn a_change_is_one_figure() {
    let cases: &[(&str, &str)] = &[
        ("Brought checkout from 1.4 s to 220 ms", "time 1.4 s > 220 ms"),
        ("Reduced p99 latency, 820 ms to 95 ms", "time 820 ms > 95 ms"),
        ("Lowered the error rate from 8% to under 4%", "percent 8% > 4%"),
        ("Reduced recovery from 45 to 8 minutes", "time 45 > 8 minutes"),
        ("Cut preview builds from 50 minutes to 6", "time 50 minutes > 6"),
        ("Got alerts to 5 a week, down from 40", "rate 40 > 5 a week"),
        ("Cut deploys from half a day to ten minutes", "time half a day > ten minutes"),
        ("Dropped memory from 16 GB to 2GB", "size 16 GB > 2GB"),
    ];
    for (text, wanted) in cases {
        assert_eq!(figures(text), [*wanted], "{text}");
    }
}

#[test]
fn values_are_in_thousandths_of_the_unit() {
    let cases = [
        ("Served 1.5 million requests", MetricKind::Count, 1_500_000_000, "request"),
        ("Cut it to 220ms", MetricKind::Time, 220_000, "ms"),
        ("Saved €240.000", MetricKind::Money, 240_000_000, "EUR"),
        ("Saved ₹12,00,000", MetricKind::Money, 1_200_000_000, "INR"),
        ("Reached 99.95 %", MetricKind::Percent, 99_950, "%"),
        ("Tripled throughput", MetricKind::Multiplier, 3_000, "x"),
        ("Handled 9,000 holds a minute", MetricKind::Rate, 9_000_000, "hold/min"),
        ("Stored 99999999999999999999 rows", MetricKind::Count, i64::MAX, "row"),
    ];
    for (text, kind, milli, unit) in cases {
        let found = anatomy(text, Pack::builtin()).metrics;
        let [metric] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!(
            (metric.kind, metric.milli, metric.unit.as_str()),
            (kind, milli, unit),
            "{text}"
        );
    }
}

#[test]
fn a_digit_is_not_a_metric() {
    let cases = [
        "Upgraded Java 17 to Java 21",
        "Moved from PostgreSQL 11 to 15",
        "Built on Spring Boot 3.2, C++17 and Python 3.11",
        "Exposed HTTP/2 and OAuth 2.0 with TLS 1.3",
        "Stored files in S3 behind EC2 and K8s",
        "Tracked p95 and p99 on the L7 proxy",
        "Added i18n to the Web3 wallet",
        "Prepared ISO 27001, PCI DSS 4.0 and RFC 7231 work",
        "Joined the 2021 move and left in March 2022",
        "Opened port 8080 and closed ticket 4711",
        "Took CS 340 and CS101",
        "Gave 24/7 support",
        "Finished #1, in the top 5",
        "Delivered Phase 2 in sprint 14",
        "Called +1 555 0100 at 10:30",
        "Documented PLAT-1042 and /v2/orders",
        "Fixed 404 errors",
        "Built 3-tier login with two-factor checks",
        "Released v1.4.2",
        "Placed 3rd in the 2nd round",
    ];
    for text in cases {
        let anatomy = anatomy(text, Pack::builtin());
        assert!(anatomy.metrics.is_empty(), "{text}: {:?}", figures(text));
        let digits =
            text.split_whitespace().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        assert!(!digits || !anatomy.other_numbers.is_empty(), "{text}");
    }
}

#[test]
fn names_inside_a_figure_are_named_too() {
    let text = "Resized 80 EC2 instances";
    let found = anatomy(text, Pack::builtin());
    let names: Vec<&str> = found.other_numbers.iter().map(|range| range.of(text)).collect();
    assert_eq!((figures(text), names), (vec!["count 80 EC2 instances".to_owned()], vec!["EC2"]));
}
