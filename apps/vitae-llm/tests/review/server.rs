//! A server of scripted answers, and what a review of our own resume gives with it.

use serde_json::{Value, json};
use std::future::Future;
use std::time::Duration;
use vitae::{Document, Input, PartialDate, Report};
use vitae_llm::{
    Budget, Client, Endpoint, Fault, Options, Plan, Review, Settings, Timeouts, Watch, block_on,
};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

pub(crate) const RESUME: &str = "\
# Ann Aldane

ann.aldane@example.com · +44 20 7946 0000 · https://example.com/aldane

## Summary

Backend engineer for payments.

## Experience

### Backend Engineer, Example Ltd
2021-03 - 2024-06

- Cut p99 of the price API from 2.5 s to 300 ms by moving lookups to Redis
- Responsible for the nightly ledger import
- Helped two teams with the move to PostgreSQL 15

### Engineer, Sample GmbH
2018-01 - 2021-02

- Worked on the order queue in Java
- Took part in on-call

## Skills

Java, PostgreSQL, Redis
";

/// Nobody is told anything.
pub(crate) struct Silent;

impl Watch for Silent {
    fn asks(&self, _: u32, _: &str) {}
    fn tokens(&self, _: u32, _: Duration) {}
    fn again(&self, _: &str, _: Duration) {}
}

/// Waits for something of the scripted server, which lives in a thread of its own.
pub(crate) fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// A server that answers as `script` says: it gets the number of the request, from 0, and its body.
pub(crate) fn server(
    script: impl Fn(usize, &Value) -> ResponseTemplate + Send + Sync + 'static,
) -> MockServer {
    struct Script<F>(F, std::sync::atomic::AtomicUsize);
    impl<F: Fn(usize, &Value) -> ResponseTemplate + Send + Sync> Respond for Script<F> {
        fn respond(&self, request: &Request) -> ResponseTemplate {
            let number = self.1.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            (self.0)(number, &request.body_json().unwrap())
        }
    }
    wait(async {
        let server = MockServer::start().await;
        let script = Script(script, 0.into());
        Mock::given(method("POST"))
            .and(path("/v1/chat/completions"))
            .respond_with(script)
            .mount(&server)
            .await;
        server
    })
}

/// The bodies of all requests so far.
pub(crate) fn bodies(server: &MockServer) -> Vec<Value> {
    let requests = wait(server.received_requests()).unwrap();
    requests.iter().map(|request| request.body_json().unwrap()).collect()
}

/// An answer as a stream, in small pieces.
pub(crate) fn streamed(text: &str, finish: &str) -> ResponseTemplate {
    let mut events = String::new();
    let letters: Vec<char> = text.chars().collect();
    for piece in letters.chunks(7) {
        let piece: String = piece.iter().collect();
        let chunk =
            json!({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": null}]});
        events.push_str(&format!("data: {chunk}\n\n"));
    }
    let end = json!({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]});
    events.push_str(&format!("data: {end}\n\ndata: [DONE]\n\n"));
    ResponseTemplate::new(200).set_body_raw(events, "text/event-stream")
}

/// The answer of a model that means well.
pub(crate) fn answer(value: &Value) -> ResponseTemplate {
    streamed(&value.to_string(), "stop")
}

/// What was asked for: `reading` or `rewrites`.
pub(crate) fn asked(body: &Value) -> &'static str {
    let system = body["messages"][0]["content"].as_str().unwrap();
    if system.contains("hiring manager") { "reading" } else { "rewrites" }
}

/// The lines of the resume in a request.
pub(crate) fn lines(body: &Value) -> Vec<(String, String)> {
    let user = body["messages"][1]["content"].as_str().unwrap();
    let lines = user.lines().filter_map(|line| line.strip_prefix("| [")?.split_once("] "));
    lines.map(|(id, text)| (id.to_owned(), text.to_owned())).collect()
}

/// The number of the line that has these words.
pub(crate) fn line(body: &Value, words: &str) -> String {
    let found = lines(body).into_iter().find(|(_, text)| text.contains(words));
    found.map(|(id, _)| id).unwrap_or_default()
}

/// A model that reads well and invents nothing.
pub(crate) fn good(body: &Value) -> Value {
    if asked(body) == "reading" {
        json!({
            "strengths": [{
                "axis": "scale", "line": line(body, "price API"), "quote": "from 2.5 s to 300 ms",
                "comment": "The load time before and after stands beside what was changed.",
            }],
            "doubts": [{
                "axis": "data", "line": line(body, "ledger"), "quote": "Responsible for",
                "comment": "A duty does not say what was done.",
            }],
            "unclear": [],
            "questions": [{
                "axis": "reliability", "line": line(body, "on-call"),
                "question": "What did you change after a bad night?",
            }],
        })
    } else {
        json!({"rewrites": [{
            "line": line(body, "ledger"), "rewrite": "Ran the nightly ledger import [what it loads]",
            "why": "It starts with what was done.",
        }]})
    }
}

/// A report on a resume.
pub(crate) fn report(resume: &str) -> (Report, Document) {
    let input = Input::new(resume.as_bytes(), Some("aldane.md"));
    let reading = vitae::parse_resume(&input).unwrap();
    let document = reading.document.clone();
    let today = PartialDate::parse_iso("2026-11-22").unwrap();
    (vitae::judge(reading, input.file_name, &vitae::Options::new(today)), document)
}

/// Settings with short waits.
pub(crate) fn settings(address: &str) -> Settings {
    Settings {
        endpoint: Endpoint::new(&format!("{address}/v1")).unwrap(),
        model: "scripted".to_owned(),
        key: None,
        timeouts: Timeouts {
            connect: Duration::from_secs(10),
            quiet: Duration::from_secs(20),
            wait: Duration::from_secs(3),
            again: Duration::from_millis(5),
        },
        budget: Budget::default(),
    }
}

/// Reviews `resume` with `settings`.
pub(crate) fn review_of(
    resume: &str,
    settings: Settings,
    options: Options,
) -> Result<Review, Fault> {
    let (report, document) = report(resume);
    let plan = Plan::new(&report, &document, options);
    let mut client = Client::new(settings, &Silent)?;
    block_on(plan.ask(&mut client))
}

/// Reviews our own resume at a scripted server.
pub(crate) fn review(server: &MockServer) -> Result<Review, Fault> {
    review_of(RESUME, settings(&server.uri()), Options::default())
}
