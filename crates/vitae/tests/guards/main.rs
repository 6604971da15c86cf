//! What rivals get wrong, held for Markdown, HTML and PDF alike: pasted ads, repeated, dumped and
//! hidden keywords pay nothing; who it is and where never counts; a digit is no metric, a word no
//! technology, and another name for a technology is the same technology.
#![allow(clippy::unwrap_used, reason = "a resume that this test wrote can be read")]

#[path = "../../../vitae-read/tests/pdf/objects.rs"]
mod objects;
mod page;

use page::{Kind, Page};
use vitae::{Input, Level, Options, PartialDate, Report, check};

const AD: &str = "We are looking for a senior backend engineer with Python, Go, Java, PostgreSQL, \
    Kafka, Kubernetes, Docker, AWS, Terraform, Redis, gRPC, GraphQL and Prometheus. Requirements: 5+ \
    years of experience building scalable distributed systems, REST API design, CI/CD, on-call \
    experience. You will design, build and operate high-traffic services.";
const TAXONOMY: &str = "Kotlin, Scala, Go, Rust, Python, Ruby, PHP, C++, Elixir, MySQL, MongoDB, \
    Cassandra, Neo4j, DynamoDB, Kafka, RabbitMQ, SQS, Terraform, AWS, Azure, GCP, Prometheus, \
    Grafana, Datadog, gRPC, GraphQL, Spring Boot, Django, Rails, Flask, Express, NestJS, Helm";

fn report(page: &Page, kind: Kind, level: Level) -> Report {
    let today = PartialDate::parse_iso("2026-11-22").unwrap();
    let options = Options { level: Some(level), ..Options::new(today) };
    let bytes = page.file(kind);
    check(&Input::new(&bytes, Some(kind.file_name())), &options).unwrap()
}

fn score(page: &Page, kind: Kind, level: Level) -> u32 {
    report(page, kind, level).score.total.unwrap().0
}

/// Asserts, for each format and level, that no number rises when `change` is made.
fn never_pays(what: &str, change: impl Fn(&mut Page)) {
    never_pays_on(&Page::plain(), what, change);
}

fn never_pays_on(plain: &Page, what: &str, change: impl Fn(&mut Page)) {
    let mut changed = plain.clone();
    change(&mut changed);
    for kind in Kind::ALL {
        for level in Level::ALL {
            let (before, after) = (score(plain, kind, level), score(&changed, kind, level));
            if after > before {
                let lost = |page: &Page| -> Vec<(String, u32)> {
                    let ledger = report(page, kind, level).score.ledger;
                    ledger.into_iter().map(|line| (line.code, line.lost.0)).collect()
                };
                let (old, new) = (lost(plain), lost(&changed));
                let gone: Vec<_> = old.iter().filter(|line| !new.contains(line)).collect();
                let come: Vec<_> = new.iter().filter(|line| !old.contains(line)).collect();
                panic!("{what}, {kind:?}, {level:?}: {before} -> {after}\n{gone:?}\n{come:?}");
            }
        }
    }
}

#[test]
fn the_three_formats_are_read_alike() {
    let essence = |kind| {
        let report = report(&Page::plain(), kind, Level::Mid);
        let work = &report.resume.work[0];
        let skills: Vec<_> =
            report.resume.skills.iter().flat_map(|group| group.keywords.clone()).collect();
        (work.name.clone(), work.position.clone(), work.highlights.clone(), skills)
    };
    for kind in Kind::ALL {
        assert_eq!(essence(kind), essence(Kind::Markdown), "{kind:?}");
    }
}

#[test]
fn the_pasted_ad_never_pays() {
    never_pays("the ad at the end", |page| page.more.push(AD.to_owned()));
    never_pays("the ad as a bullet", |page| page.bullets.push(AD.to_owned()));
}

#[test]
fn hollow_bullets_never_pay() {
    let bare = with_bullets(&[
        "Rebuilt the label service in Java, which ended missorted crates",
        "Moved address data to PostgreSQL without downtime",
    ]);
    for line in [
        "Improved performance by 40%",
        "Increased efficiency by 25% and quality by 30%",
        "Responsible for various tasks in a fast-paced environment",
        "Attended 45 stand-ups and 12 plannings",
        "Worked with many teams on several projects",
        "Delivered results on time",
    ] {
        for base in [&bare, &Page::plain()] {
            never_pays_on(base, line, |page| page.bullets.push(line.to_owned()));
        }
    }
}

#[test]
fn the_skills_block_eight_times_never_pays() {
    never_pays("skills eight times", |page| page.skills = vec![page.skills.clone(); 8].concat());
}

#[test]
fn a_taxonomy_never_pays() {
    never_pays("a dump in a section of its own", |page| page.more.push(TAXONOMY.to_owned()));
    never_pays("a dump as a bullet", |page| page.bullets.push(format!("Used {TAXONOMY}")));
}

#[test]
fn words_in_white_never_pay() {
    never_pays("hidden keywords", |page| page.hidden = Some(TAXONOMY.to_owned()));
    never_pays("the hidden ad", |page| page.hidden = Some(AD.to_owned()));
    for kind in [Kind::Html, Kind::Pdf] {
        let hidden = Page { hidden: Some(TAXONOMY.to_owned()), ..Page::plain() };
        let (before, after) =
            (score(&Page::plain(), kind, Level::Mid), score(&hidden, kind, Level::Mid));
        assert!(after < before, "{kind:?}: hidden words cost nothing");
    }
}

#[test]
fn who_and_where_never_counts() {
    for kind in Kind::ALL {
        let base = score(&Page::plain(), kind, Level::Mid);
        let same = |page: Page, what: &str| {
            assert_eq!(score(&page, kind, Level::Mid), base, "{kind:?}: {what}")
        };
        for name in
            ["Mary Miller", "Mohammed Al-Rashid", "Ngozi Okonkwo", "Wei Zhang", "Greta Svensson"]
        {
            same(Page { name, ..Page::plain() }, name);
        }
        for city in ["Lagos, Nigeria", "Pune, India", "San Francisco, CA", "Tallinn, Estonia"] {
            same(Page { city, ..Page::plain() }, city);
        }
        for school in
            ["Plains Community College", "University of the North Coast", "Lagos State University"]
        {
            same(Page { school, ..Page::plain() }, school);
        }
    }
}

/// A page with these bullets alone.
fn with_bullets(bullets: &[&str]) -> Page {
    Page { bullets: bullets.iter().map(|text| (*text).to_owned()).collect(), ..Page::plain() }
}

#[test]
fn a_digit_is_no_metric() {
    let page = with_bullets(&[
        "Upgraded the router from Java 8 to Java 17 in 2023, which ended the support contract",
        "Implemented OAuth 2.0 with HTTP/2 on EC2 for the S3 gateway, so that partners sign in",
        "Supported the K8s cluster 24/7 with Log4j 2 and IPv6, which the help line +1 202 555 0143 relied on",
    ]);
    for kind in Kind::ALL {
        let report = report(&page, kind, Level::Mid);
        let figures: Vec<_> =
            report.findings.iter().filter(|finding| finding.code == "MET001").collect();
        assert_eq!(figures.len(), 1, "{kind:?}");
        assert!(figures[0].message.starts_with("no figure"), "{kind:?}: {}", figures[0].message);
        assert!(report.axes.iter().all(|axis| !axis.numbered), "{kind:?}: {:?}", report.axes);
    }
}

#[test]
fn an_everyday_word_is_no_technology() {
    let mut page = with_bullets(&[
        "Got the label service ready to go to market in spring 2022, which pleased C-level sponsors",
        "Let depots rest on one express lane, so that a swift spark never reached the flask",
    ]);
    page.skills = vec!["Requirements, looking for, years".to_owned()];
    for kind in Kind::ALL {
        let report = report(&page, kind, Level::Mid);
        for code in ["SKL001", "SKL002", "SKL003"] {
            let absent = report.findings.iter().any(|finding| finding.code == code);
            assert!(absent, "{kind:?}: {code} took a word for a technology");
        }
    }
}

#[test]
fn another_name_is_the_same_technology() {
    let named = |language: &str, store: &str, cluster: &str, cloud: &str| {
        let mut page = with_bullets(&[]);
        page.bullets = vec![
            format!(
                "Rebuilt the label service in {language} on {store}, which cut printing from 900 ms to 140 ms"
            ),
            format!("Moved nine depots to {cluster} on {cloud} without downtime"),
        ];
        page.skills = vec![format!("Main: {language}, {store}, {cluster}, {cloud}")];
        page
    };
    let canonical = named("Go", "PostgreSQL", "Kubernetes", "AWS");
    let others = named("Golang", "Postgres", "k8s", "Amazon Web Services");
    for kind in Kind::ALL {
        // How a name is written may be a finding of its own; what is known of it may not differ.
        for page in [&canonical, &others] {
            let findings = report(page, kind, Level::Mid).findings;
            for code in ["SKL001", "SKL002", "SKL003"] {
                assert!(findings.iter().all(|finding| finding.code != code), "{kind:?}: {code}");
            }
        }
    }
}
