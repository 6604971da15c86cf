//! Printed dates and what must come out of them.

use super::{DateSpan, DateStyle, find_dates};
use proptest::prelude::*;
use vitae_pack::Pack;

fn dates(text: &str) -> Vec<DateSpan> {
    find_dates(text, Pack::builtin())
}

/// `start..end` of each date; `now` for an open end, `!` for an expected one.
fn shown(text: &str) -> String {
    let date = |date: Option<crate::PartialDate>| date.map(|d| d.to_string()).unwrap_or_default();
    let spans = dates(text).into_iter().map(|span| {
        let end = if span.current { "now".to_owned() } else { date(span.end) };
        let mark = if span.expected { "!" } else { "" };
        let dots = if span.is_range { ".." } else { "" };
        format!("{}{dots}{end}{mark}", date(span.start))
    });
    spans.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_style_of_period_is_read() {
    for (text, expected) in [
        ("Mar 2021 – Present", "2021-03..now"),
        ("03/2021 - 05/2022", "2021-03..2022-05"),
        ("2021.03 ~ 현재", "2021-03..now"),
        ("2021.03 ~", "2021-03..now"),
        ("2021年3月～現在", "2021-03..now"),
        ("2021년 3월 - 2022년 5월", "2021-03..2022-05"),
        ("令和3年4月", "2021-04"),
        ("March '21", "2021-03"),
        ("Feb '23 – Apr '24", "2023-02..2024-04"),
        ("2021-03 - 2022-05", "2021-03..2022-05"),
        ("Summer 2024", "2024"),
        ("Q2 2021 – Q4 2022", "2021-04..2022-12"),
        ("2016 - 2020", "2016..2020"),
        ("2016–20", "2016..2020"),
        ("06/21 - 12/22", "2021-06..2022-12"),
        ("1 Mar 2021", "2021-03-01"),
        ("March 15, 2021", "2021-03-15"),
        ("1. März 2021 bis heute", "2021-03-01..now"),
        ("01.03.2021 – 15.04.2022", "2021-03-01..2022-04-15"),
        ("September 2019 to date", "2019-09..now"),
        ("Jan 2019 till date", "2019-01..now"),
        ("março de 2021 – atual", "2021-03..now"),
        ("Jan – Mar 2021", "2021-01..2021-03"),
        ("Mar 21 – Apr 23", "2021-03..2023-04"),
        ("July 2019 -- Aug 2020", "2019-07..2020-08"),
        ("since 2019", "2019..now"),
        ("seit März 2019", "2019-03..now"),
        ("until 2020", "..2020"),
        ("Expected May 2026", "2026-05!"),
        ("Expected graduation: May 2026", "2026-05!"),
        ("2022 – 2026 (expected)", "2022..2026!"),
        ("Jan 2020 - Mar 2021, Feb 2022 - Present", "2020-01..2021-03 2022-02..now"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn numbers_of_other_things_are_no_dates() {
    for text in [
        "2,000 users",
        "2000 users",
        "+49 30 2019 1417",
        "(520) 555-2019",
        "ISO 27001:2013",
        "port 2049",
        "24/7",
        "v2021.3",
        "CVE-2021-44228",
        "10115 Berlin",
        "SQL Server 2019",
        "https://example.com/2021/03",
        "Tool 2019.2.1",
        "Tool 2021.3",
        "1/2 of the load",
        "12/24 tests passed",
        "may not",
    ] {
        assert_eq!(shown(text), "", "{text}");
    }
    assert_eq!(shown("fixed the 2023 outage"), "2023");
    assert_eq!(shown("2019 - Company"), "2019");
}

#[test]
fn styles_and_ranges_are_those_of_the_print() {
    for (text, style) in [
        ("March 2021", DateStyle::MonthNameYear),
        ("Sept. 2021", DateStyle::AbbrevMonthYear),
        ("May 2021", DateStyle::ShortMonthYear),
        ("03/2021", DateStyle::MonthSlashYear),
        ("03.2021", DateStyle::MonthDotYear),
        ("2021-03", DateStyle::IsoMonth),
        ("2021.03", DateStyle::DotMonth),
        ("2021", DateStyle::YearOnly),
        ("Q2 2021", DateStyle::Quarter),
        ("Summer 2024", DateStyle::Season),
        ("Feb '23", DateStyle::TwoDigitYear),
        ("2021年3月", DateStyle::Cjk),
    ] {
        let found = dates(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].style, style, "{text}");
        assert_eq!(found[0].range.of(text), text);
    }
    let text = "Engineer (2019–2021), Berlin";
    assert_eq!(dates(text)[0].range.of(text), "2019–2021");
}

proptest! {
    #[test]
    fn ranges_are_valid_and_rise(text in "[ 0-9A-Za-zäé年月'’.,:/~–()-]{0,60}|(Mar|2021|3|–|to| |now|年|'|/|\\.){0,12}") {
        let found = dates(&text);
        for span in &found {
            prop_assert!(text.get(span.range.std()).is_some());
            prop_assert!(span.start.is_some() || span.end.is_some());
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
    }
}
