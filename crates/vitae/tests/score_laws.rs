//! The laws of the score over whole texts: padding, stuffing, copying, hiding and renaming are worth
//! nothing; a proof is worth something; deleting never beats fixing.
#![allow(clippy::disallowed_methods, reason = "tests read the examples")]

use vitae::{Input, Level, Options, PartialDate, check};

fn options(level: Level) -> Options {
    let today = PartialDate::parse_iso("2026-11-15").expect("a date");
    Options { level: Some(level), ..Options::new(today) }
}

/// Score in thousandths of a Markdown (or other) resume.
fn score_as(name: &str, text: &str, level: Level) -> i64 {
    let report =
        check(&Input::new(text.as_bytes(), Some(name)), &options(level)).expect("readable");
    i64::from(report.score.total.expect("a total").0)
}

fn score(text: &str) -> i64 {
    score_as("resume.md", text, Level::Mid)
}

/// The Markdown examples.
fn examples() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut examples: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("examples")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "README"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("text"))
        })
        .collect();
    examples.sort();
    assert_eq!(examples.len(), 5);
    examples
}

/// The indices of lines that are bullets of Markdown; lines with a bold label belong to the skills.
fn bullets(text: &str) -> Vec<usize> {
    let is_bullet = |line: &str| line.starts_with("- ") && !line.starts_with("- **");
    text.lines().enumerate().filter(|(_, line)| is_bullet(line)).map(|(index, _)| index).collect()
}

/// `text` with a line put in after line `index`.
fn with_line(text: &str, index: usize, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(index + 1, line);
    lines.join("\n") + "\n"
}

fn without_line(text: &str, index: usize) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.remove(index);
    lines.join("\n") + "\n"
}

#[test]
fn nothing_is_worth_nothing() {
    for level in Level::ALL {
        assert_eq!(score_as("empty.json", "{}", level), 0, "{level:?}");
        let prose =
            "The lake lies still in the morning.\n\nBoats come later, and with them noise.\n";
        assert_eq!(score_as("prose.txt", prose, level), 0, "{level:?}");
    }
}

#[test]
fn padding_is_worth_nothing() {
    let padding = [
        "- Responsible for various tasks",
        "- Attended daily meetings and collaborated with stakeholders",
        "- Improved performance by 40%",
        "- Worked hard in a fast-paced environment and delivered results",
        "- Helped the team with many things",
    ];
    for (name, text) in examples() {
        let before = score(&text);
        let last = *bullets(&text).last().expect("a bullet");
        for line in padding {
            assert!(
                score(&with_line(&text, last, line)) <= before,
                "{name}: `{line}` raised the score"
            );
        }
    }
}

#[test]
fn the_same_again_is_worth_nothing() {
    for (name, text) in examples() {
        let before = score(&text);
        for index in bullets(&text) {
            let line = text.lines().nth(index).expect("the line").to_owned();
            assert!(score(&with_line(&text, index, &line)) <= before, "{name}: `{line}` twice");
        }
        let eight_times = format!("{text}\n{}", skills_block(&text).repeat(8));
        assert!(score(&eight_times) <= before, "{name}: skills eight times");
    }
}

/// The skills section of an example, with its heading.
fn skills_block(text: &str) -> String {
    let start = text.find("## Skills").or_else(|| text.find("## Technical Skills")).unwrap_or(0);
    let end = text[start + 3..].find("\n## ").map_or(text.len(), |end| start + 3 + end);
    format!("{}\n", &text[start..end])
}

#[test]
fn the_ad_in_the_resume_is_worth_nothing() {
    let ad = "\n## Additional\n\nWe are looking for a senior backend engineer with Python, Go, Java, \
        PostgreSQL, Kafka, Kubernetes, Docker, AWS, Terraform, Redis, gRPC, GraphQL and Prometheus. \
        Requirements: 5+ years of experience building scalable distributed systems, REST API design, \
        CI/CD, on-call experience. You will design, build and operate high-traffic services.\n";
    for (name, text) in examples() {
        let before = score(&text);
        assert!(score(&format!("{text}{ad}")) <= before, "{name}");
    }
}

#[test]
fn a_taxonomy_of_skills_is_worth_less_than_one_bullet() {
    let wall = "\n## More Skills\n\nJava, Kotlin, Scala, Go, Rust, Python, Ruby, PHP, C++, C#, Elixir, \
        PostgreSQL, MySQL, MongoDB, Redis, Cassandra, Neo4j, DynamoDB, Kafka, RabbitMQ, SQS, Docker, \
        Kubernetes, Terraform, AWS, Azure, GCP, Prometheus, Grafana, Datadog, gRPC, GraphQL\n";
    let strong = "- Moved 6 TB of ledger data from MySQL to PostgreSQL behind the API, without downtime, \
        and cut p99 latency from 900 ms to 140 ms";
    for (name, text) in examples() {
        let last = *bullets(&text).first().expect("a bullet");
        let walled = score(&format!("{text}{wall}"));
        let proven = score(&with_line(&text, last, strong));
        assert!(walled <= proven.max(score(&text)), "{name}: {walled} > {proven}");
    }
}

#[test]
fn hidden_words_cost_and_never_pay() {
    let page = |hidden: &str| {
        format!(
            "<!DOCTYPE html><html><body><h1>Robin Aldane</h1><p>robin.aldane@example.com</p>\
             <h2>Experience</h2><h3>Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)</h3>\
             <ul><li>Cut label printing from 900 ms to 140 ms by caching templates in Redis</li></ul>\
             {hidden}</body></html>"
        )
    };
    let words =
        "Java Kotlin Go Rust Python PostgreSQL MySQL MongoDB Kafka RabbitMQ Docker Kubernetes";
    let plain = score_as("resume.html", &page(""), Level::Mid);
    for style in ["display:none", "color:#ffffff", "font-size:0", "visibility:hidden"] {
        let hidden = page(&format!("<div style=\"{style}\">{words}</div>"));
        assert!(score_as("resume.html", &hidden, Level::Mid) < plain.max(1), "{style}");
    }
}

#[test]
fn who_it_is_and_where_never_counts() {
    let resume = |name: &str, city: &str, school: &str| {
        format!(
            "# {name}\n\nBackend Engineer\n\nsomeone@example.com | +1 202 555 0143 | {city}\n\n\
             ## Experience\n\n### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)\n\n\
             - Cut label printing from 900 ms to 140 ms by caching templates in Redis\n\
             - Moved address data to PostgreSQL without downtime\n\n## Skills\n\nJava, SQL, Redis\n\n\
             ## Education\n\n### BSc Computer Science, {school} (2016 – 2020)\n"
        )
    };
    let base = score(&resume("Robin Aldane", "Denver, CO", "Plains State University"));
    for name in ["Mary Miller", "Mohammed Al-Rashid", "Ngozi Okonkwo", "Wei Zhang", "José da Silva"]
    {
        assert_eq!(score(&resume(name, "Denver, CO", "Plains State University")), base, "{name}");
    }
    for city in ["Lagos", "Kraków, Poland", "San Francisco, CA", "Pune, India"] {
        assert_eq!(score(&resume("Robin Aldane", city, "Plains State University")), base, "{city}");
    }
    for school in [
        "Plains Community College",
        "University of the North Coast",
        "Technische Universität Auenland",
    ] {
        assert_eq!(score(&resume("Robin Aldane", "Denver, CO", school)), base, "{school}");
    }
}

#[test]
fn one_more_proof_never_lowers() {
    let proofs = [
        "- Sharded the parcel index over four PostgreSQL nodes, which ended the nightly outage",
        "- Introduced retries with idempotency keys for nine carriers; double labels fell from 40 a day to none",
    ];
    for (name, text) in examples() {
        let before = score(&text);
        let first = bullets(&text)[0];
        for line in proofs {
            assert!(
                score(&with_line(&text, first, line)) >= before,
                "{name}: `{line}` lowered the score"
            );
        }
    }
}

#[test]
fn deleting_a_bullet_never_beats_fixing_it() {
    let fixed = "- Rebuilt the ledger exporter in Go for 12 partners, which cut failed exports from 30 a week to 2";
    for (name, text) in examples() {
        for index in bullets(&text) {
            let line = text.lines().nth(index).expect("the line").to_owned();
            let deleted = without_line(&text, index);
            let replaced = with_line(&deleted, index - 1, fixed);
            assert!(score(&replaced) >= score(&deleted), "{name}: `{line}`");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, text) in examples() {
        let run = || {
            let report =
                check(&Input::new(text.as_bytes(), Some("resume.md")), &options(Level::Mid));
            serde_json::to_string(&report.expect("readable")).expect("JSON")
        };
        assert_eq!(run(), run(), "{name}");
    }
}
