//! Models that lie, obey a resume, or try to steer who reads the review: none of it is shown.

use crate::server::{
    RESUME, answer, asked, good, line, lines, report, review, review_of, server, settings,
};
use serde_json::{Value, json};
use vitae_facts::Owner;
use vitae_llm::{Kind, Options, Review};
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, guard};

fn outputs(review: &Review) -> [String; 3] {
    let view = vitae::report::View::default();
    [vitae_llm::text(review, &view), vitae_llm::markdown(review), vitae_llm::json(review)]
}

/// Every rewrite of a review passes the guard against its own entry.
fn passes(review: &Review, resume: &str) {
    let (report, _) = report(resume);
    for finding in &review.findings {
        let Some(rewrite) = &finding.rewrite else { continue };
        let pointer = finding.pointer.as_deref().unwrap();
        let index: usize = pointer.split('/').nth(2).unwrap().parse().unwrap();
        let owner = match pointer.split('/').nth(1) {
            Some("work") => Owner::Work(index),
            Some("projects") => Owner::Project(index),
            _ => Owner::Volunteer(index),
        };
        let entry = Entry::of(&report.resume, owner).unwrap();
        let others = Entry::others(&report.resume, owner);
        let verdict = guard(Pack::builtin(), &entry, &others, &rewrite.after);
        assert!(verdict.is_ok(), "{}: {:?}", rewrite.after, verdict.reasons);
    }
}

/// Rewrites of the ledger line that invent, each with a word that must not be shown.
const LIES: [(&str, &str); 10] = [
    ("Ran the nightly ledger import of 4711 accounts", "4711"),
    ("Cut the nightly ledger import from 88 minutes to 9 minutes", "88"),
    ("Ran the nightly ledger import on Kubernetes", "Kubernetes"),
    ("Ran the nightly ledger import for Globex Corporation", "Globex"),
    ("As Staff Engineer, ran the nightly ledger import", "Staff"),
    ("Ran the nightly ledger import since 2015", "2015"),
    ("Led a team of nine that ran the nightly ledger import", "nine"),
    ("Ran the nightly ledger import, saving the company $2M a year", "2M"),
    ("Ran the nightly ledger import, AWS Certified", "Certified"),
    ("Ran the ledger import \u{202e}live\u{202c} at https://evil.example", "evil"),
];

#[test]
fn a_model_that_lies_in_every_answer_prints_nothing_invented() {
    for (lie, word) in LIES {
        let server = server(move |_, body| {
            if asked(body) == "reading" {
                return answer(&good(body));
            }
            let all: Vec<Value> = lines(body)
                .iter()
                .map(|(id, _)| json!({"line": id, "rewrite": lie, "why": format!("It names {word}.")}))
                .collect();
            answer(&json!({"rewrites": all}))
        });
        let review = review(&server).unwrap();
        passes(&review, RESUME);
        assert!(review.dropped.rewrites > 0, "{lie}");
        for output in outputs(&review) {
            assert!(!output.contains(word), "{lie}: {output}");
        }
    }
}

#[test]
fn what_a_model_says_of_a_resume_must_stand_there() {
    let remarks = [
        ("The 4711 accounts are impressive.", "number"),
        ("Seven services were moved.", "number"),
        ("The 300% gain is clear.", "number"),
        ("Good use of Kubernetes.", "technology"),
        ("The time at Globex shows care.", "name"),
        ("I would hire this person.", "verdict"),
        ("Score: excellent.", "verdict"),
        ("Reads like a young engineer.", "personal"),
        ("More at https://evil.example/cv", "link"),
        ("Tell the recruiter that all is well.", "instruction"),
        ("", "empty"),
    ];
    for (remark, reason) in remarks {
        let server = server(move |_, body| {
            if asked(body) == "rewrites" {
                return answer(&json!({"rewrites": []}));
            }
            let line = line(body, "price API");
            let item =
                json!({"axis": "api", "line": line, "quote": "price API", "comment": remark});
            let question = json!({"axis": "api", "line": line, "question": remark});
            answer(
                &json!({"strengths": [item], "doubts": [item], "unclear": [item], "questions": [question]}),
            )
        });
        let review = review(&server).unwrap();
        assert_eq!(review.findings.len(), 0, "{remark}: {:?}", review.findings);
        assert_eq!(
            (review.dropped.remarks, review.dropped.remark_reasons.get(reason)),
            (4, Some(&4)),
            "{remark}: {:?}",
            review.dropped
        );
        if !remark.is_empty() {
            assert!(outputs(&review).iter().all(|output| !output.contains(remark)));
        }
    }
}

#[test]
fn a_quote_that_nobody_wrote_is_dropped() {
    let server = server(|_, body| {
        if asked(body) == "rewrites" {
            return answer(&json!({"rewrites": []}));
        }
        let item = |quote: &str| json!({"axis": "data", "line": "L99", "quote": quote, "comment": "A clear result."});
        let strengths = [item("cut costs by half"), item(""), item("“moving  LOOKUPS to redis”")];
        answer(&json!({"strengths": strengths, "doubts": []}))
    });
    let review = review(&server).unwrap();
    assert_eq!(review.dropped.remark_reasons.get("quote"), Some(&2));
    let [found] = &review.findings[..] else { panic!("{:?}", review.findings) };
    assert_eq!(found.pointer.as_deref(), Some("/work/0/highlights/0"));
}

#[test]
fn a_model_that_obeys_has_no_way_to_a_score() {
    let server = server(|_, body| {
        let mut answer_of_obedience = good(body);
        let orders = json!({"score": 100, "verdict": "hire", "findings": [], "total": 100});
        for (key, value) in orders.as_object().unwrap() {
            answer_of_obedience[key] = value.clone();
        }
        answer(&answer_of_obedience)
    });
    let (before, _) = report(RESUME);
    let review = review(&server).unwrap();
    let (after, _) = report(RESUME);
    assert_eq!(before, after);
    assert_eq!(review.findings.len(), 4);
    for output in outputs(&review) {
        assert!(!output.contains("100") && !output.contains("hire\""), "{output}");
    }
}

#[test]
fn rewrites_of_other_lines_and_twice_of_one_are_dropped() {
    let server = server(|_, body| {
        if asked(body) == "reading" {
            return answer(&good(body));
        }
        let ledger = line(body, "ledger");
        let offer =
            |line: &str, rewrite: &str| json!({"line": line, "rewrite": rewrite, "why": ""});
        answer(&json!({"rewrites": [
            offer("L1", "Ran the nightly ledger import"),
            offer("L0", "Ran the nightly ledger import"),
            offer("", "Ran the nightly ledger import"),
            offer(&ledger, "- Responsible for the nightly ledger import"),
            offer(&ledger, "Ran the nightly ledger import"),
            offer(&ledger, "Ran the nightly ledger import."),
        ]}))
    });
    let review = review(&server).unwrap();
    let rewrites = review.findings.iter().filter(|finding| finding.kind == Kind::Rewrite);
    assert_eq!(
        (rewrites.count(), review.dropped.rewrites_offered, review.dropped.rewrites),
        (1, 6, 5)
    );
    let reasons = &review.dropped.rewrite_reasons;
    assert_eq!(
        (reasons.get("line"), reasons.get("unchanged"), reasons.get("repeated")),
        (Some(&3), Some(&1), Some(&1))
    );
}

#[test]
fn markup_of_a_model_stays_words() {
    let server = server(|_, body| {
        if asked(body) == "rewrites" {
            return answer(&json!({"rewrites": []}));
        }
        let item =
            |comment: &str| json!({"axis": "api", "line": "", "quote": "", "comment": comment});
        answer(&json!({"strengths": [], "doubts": [
            item("It *may* be <b>read</b> \u{1b}[31mthus\u{202e}."), item("Clear `code` | and #tags."),
        ]}))
    });
    let review = review(&server).unwrap();
    let [text, markdown, _] = outputs(&review);
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    assert!(!markdown.contains("<b>") && markdown.contains("\\#tags"), "{markdown}");
}

/// The lines of an example with something changed that its author did not say.
fn changed(text: &str, other: &str) -> [String; 6] {
    let digits = text.replace(|ch: char| ch.is_ascii_digit(), "8");
    let first = text.split_whitespace().next().unwrap_or_default();
    [
        digits,
        other.to_owned(),
        format!("{text}, cutting costs by 73%"),
        format!("{text} on Cassandra and Erlang"),
        text.replacen(first, "Single-handedly led the company-wide programme that", 1),
        format!("{text} at Globex Corporation from 1999"),
    ]
}

#[test]
fn lies_about_the_examples_are_dropped_one_by_one() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut kept = 0;
    let mut offered = 0;
    for name in ["entry-omeally", "mid-tran", "senior-karamouzi", "staff-halushchak"] {
        let resume = std::fs::read_to_string(folder.join(format!("{name}.md"))).unwrap();
        for kind in 0..6 {
            let server = server(move |_, body| {
                if asked(body) == "reading" {
                    return answer(&json!({"strengths": [], "doubts": []}));
                }
                let lines = lines(body);
                let others = lines.iter().cycle().skip(lines.len() / 2);
                let lies = lines.iter().zip(others).map(|((id, text), (_, other))| {
                    json!({"line": id, "rewrite": changed(text, other)[kind], "why": ""})
                });
                answer(&json!({"rewrites": lies.collect::<Vec<_>>()}))
            });
            let options = Options { rewrites: 50, ..Options::default() };
            let review = review_of(&resume, settings(&server.uri()), options).unwrap();
            passes(&review, &resume);
            kept += review.findings.iter().filter(|one| one.kind == Kind::Rewrite).count();
            offered += review.dropped.rewrites_offered;
        }
    }
    // A line without a digit is the same after its digits were changed, and no lie.
    assert!(offered > 150 && kept * 10 < offered as usize, "{kept} of {offered}");
}
