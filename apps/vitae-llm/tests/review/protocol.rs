//! Servers that refuse, stumble, stall and cut, in the words of those that exist.

use crate::server::{
    RESUME, answer, asked, bodies, good, lines, review, review_of, server, settings, streamed,
};
use serde_json::json;
use std::time::{Duration, Instant};
use vitae_llm::{Budget, Fault, Kind, Options};
use wiremock::ResponseTemplate;

#[test]
fn a_good_answer_becomes_findings() {
    let server = server(|_, body| answer(&good(body)));
    let review = review(&server).unwrap();
    let codes: Vec<&str> = review.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["REV001", "REV002", "REV004", "REV005"]);
    let strength = &review.findings[0];
    assert_eq!(strength.pointer.as_deref(), Some("/work/0/highlights/0"));
    assert_eq!(
        (strength.line, strength.quote.as_deref()),
        (Some(14), Some("from 2.5 s to 300 ms"))
    );
    let rewrite = review.findings[3].rewrite.as_ref().unwrap();
    assert_eq!(rewrite.after, "Ran the nightly ledger import [what it loads]");
    assert_eq!((review.dropped.rewrites, review.dropped.remarks), (0, 0), "{review:?}");
    assert_eq!((review.spent.requests, review.spent.retries), (2, 0));
}

#[test]
fn broken_json_is_asked_for_again_and_never_mended() {
    let mended = server(|number, body| match number {
        0 => streamed("{\"strengths\": [{\"comment\": \"half", "stop"),
        _ => answer(&good(body)),
    });
    assert_eq!(review(&mended).unwrap().spent.requests, 3);
    let again = &bodies(&mended)[1]["messages"];
    assert_eq!(again.as_array().unwrap().len(), 3);
    assert!(!again.to_string().contains("half"), "{again}");

    let never = server(|_, _| streamed("I would love to help!", "stop"));
    assert!(matches!(review(&never), Err(Fault::Shape(_))));
    let formats: Vec<String> = bodies(&never)
        .iter()
        .map(|body| body["response_format"]["type"].as_str().unwrap_or("none").to_owned())
        .collect();
    let ladder = ["json_schema", "json_schema", "json_object", "json_object", "none", "none"];
    assert_eq!(formats, ladder);
}

#[test]
fn what_a_server_does_not_know_is_left_out_from_then_on() {
    let server = server(|_, body| {
        let refuse = |message: &str| {
            ResponseTemplate::new(400).set_body_json(json!({"error": {"message": message}}))
        };
        if body.get("max_tokens").is_some() {
            refuse("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        } else if body["response_format"]["type"] == "json_schema" {
            refuse("response_format json_schema is not supported")
        } else {
            answer(&good(body))
        }
    });
    let review = review(&server).unwrap();
    assert_eq!((review.spent.requests, review.findings.len()), (4, 4));
    assert_eq!(bodies(&server)[3]["response_format"]["type"], "json_object");
}

/// Whether a model that reads four lines can read these.
fn lines_fit(body: &serde_json::Value) -> bool {
    lines(body).len() <= 4
}

#[test]
fn a_resume_that_is_too_long_is_asked_in_parts() {
    let absent = "The failures that were handled are not described.";
    for status in [400, 413] {
        let server = server(move |_, body| {
            if !lines_fit(body) {
                let message =
                    "request (4817 tokens) exceeds the available context size (2048 tokens)";
                let error =
                    json!({"error": {"message": message, "type": "exceed_context_size_error"}});
                return ResponseTemplate::new(status).set_body_json(error);
            }
            let mut reading = good(body);
            if asked(body) == "reading" {
                let doubt =
                    json!({"axis": "reliability", "line": "", "quote": "", "comment": absent});
                reading["doubts"].as_array_mut().unwrap().push(doubt);
            }
            answer(&reading)
        });
        let review = review(&server).unwrap();
        assert!(review.unasked.is_empty() && review.findings.len() >= 4, "{review:?}");
        // Who read a part does not know what the whole lacks.
        assert!(review.findings.iter().all(|finding| finding.message != absent), "{review:?}");
        assert!(review.dropped.remark_reasons["partial"] > 1, "{review:?}");
        let mut read: Vec<String> = Vec::new();
        for body in bodies(&server).iter().filter(|body| asked(body) == "reading") {
            let lines = lines(body);
            read.extend(lines.into_iter().map(|(id, _)| id).filter(|_| lines_fit(body)));
        }
        assert!((1..=11).all(|id| read.contains(&format!("L{id}"))), "{read:?}");
    }
}

#[test]
fn a_cut_answer_is_asked_for_in_parts_or_named() {
    let parts = server(|_, body| {
        if lines(body).len() > 6 {
            streamed("{\"strengths\": [", "length")
        } else {
            answer(&good(body))
        }
    });
    let review = crate::server::review(&parts).unwrap();
    assert!(review.unasked.is_empty() && review.spent.requests > 3, "{review:?}");

    let always = server(|_, _| streamed("{\"strengths\": [", "length"));
    let fault = crate::server::review(&always).unwrap_err();
    assert!(matches!(fault, Fault::Length(_) | Fault::Budget(_)), "{fault:?}");
    assert!(bodies(&always).len() <= 24);
}

#[test]
fn retry_after_is_followed_and_bounded() {
    let busy = |after: &'static str| {
        server(move |number, body| match number {
            0 => ResponseTemplate::new(429).insert_header("retry-after", after),
            _ => answer(&good(body)),
        })
    };
    let began = Instant::now();
    let review_of_patient = review(&busy("1")).unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1));
    assert_eq!((review_of_patient.spent.requests, review_of_patient.spent.retries), (3, 1));
    assert!(review(&busy("Wed, 21 Oct 2015 07:28:00 GMT")).is_ok());
    let asked = Duration::from_secs(3600);
    let limit = Duration::from_secs(3);
    assert_eq!(review(&busy("3600")), Err(Fault::Wait { asked, limit }));
}

#[test]
fn a_server_that_stumbles_is_tried_again_a_few_times() {
    let once = server(|number, body| match number {
        0 => ResponseTemplate::new(500).set_body_string("cut constrained answer"),
        1 => ResponseTemplate::new(503),
        _ => answer(&good(body)),
    });
    assert_eq!(review(&once).unwrap().spent.retries, 2);
    let schema = server(|_, body| {
        let schema = body["response_format"]["type"] == "json_schema";
        if schema { ResponseTemplate::new(500) } else { answer(&good(body)) }
    });
    assert_eq!(review(&schema).unwrap().spent.requests, 4);
    for status in [500, 502, 503, 529] {
        let never = server(move |_, _| ResponseTemplate::new(status));
        assert!(
            matches!(review(&never), Err(Fault::Refused { status: found, .. }) if found == status)
        );
        assert!((4..=6).contains(&bodies(&never).len()), "{}", bodies(&never).len());
    }
}

#[test]
fn refusals_that_stay_are_told_at_once_and_without_the_key() {
    for status in [401, 403, 404, 402] {
        let server = server(move |_, _| {
            let message = "Incorrect API key provided: sk-secret-7";
            ResponseTemplate::new(status).set_body_json(json!({"error": {"message": message}}))
        });
        let mut settings = settings(&server.uri());
        settings.key = Some("sk-secret-7".to_owned());
        let fault = review_of(RESUME, settings, Options::default()).unwrap_err();
        assert!(!fault.to_string().contains("sk-secret"), "{fault}");
        let tries = bodies(&server).len();
        assert!(if status == 402 { tries <= 4 } else { tries == 1 }, "{status}: {tries}");
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = server(|_, body| answer(&good(body)));
    let target = format!("{}/v1/chat/completions", elsewhere.uri());
    let here = {
        let target = target.clone();
        server(move |_, _| ResponseTemplate::new(307).insert_header("location", target.as_str()))
    };
    assert_eq!(review(&here), Err(Fault::Redirect(target)));
    assert_eq!((bodies(&here).len(), bodies(&elsewhere).len()), (1, 0));
}

#[test]
fn too_much_is_not_read() {
    let huge = server(|_, _| {
        ResponseTemplate::new(200).set_body_raw(vec![b'x'; 9 << 20], "text/event-stream")
    });
    assert!(matches!(review(&huge), Err(Fault::TooLarge(_))));
    assert_eq!(bodies(&huge).len(), 1);
    let long = server(|_, _| {
        let chunk = json!({"choices": [{"delta": {"content": "x".repeat(600 << 10)}}]});
        ResponseTemplate::new(200).set_body_raw(format!("data: {chunk}\n\n"), "text/event-stream")
    });
    assert!(matches!(review(&long), Err(Fault::TooLarge(_))));
    let refusal = server(|_, _| ResponseTemplate::new(400).set_body_string("x".repeat(4 << 20)));
    let fault = review(&refusal).unwrap_err();
    assert!(fault.to_string().len() < 600, "{fault}");
}

#[test]
fn a_budget_is_kept_and_what_was_answered_is_not_lost() {
    let server = server(|_, body| answer(&good(body)));
    let mut settings = settings(&server.uri());
    settings.budget = Budget { requests: 1, ..Budget::default() };
    let review = review_of(RESUME, settings, Options::default()).unwrap();
    assert_eq!(bodies(&server).len(), 1);
    assert_eq!(review.unasked.len(), 1);
    assert!(review.unasked[0].reason.contains("1 requests (limit 1)"), "{:?}", review.unasked);
    assert!(review.findings.iter().all(|finding| finding.kind != Kind::Rewrite));
    let asked = bodies(&server)[0]["max_tokens"].as_u64().unwrap();
    assert!(asked <= 3_000);
}

#[test]
fn a_model_that_declines_is_quoted() {
    let server = server(|_, _| {
        let chunk = json!({"choices": [{"delta": {"refusal": "No."}, "finish_reason": "stop"}]});
        let body = format!("data: {chunk}\n\ndata: [DONE]\n\n");
        ResponseTemplate::new(200).set_body_raw(body, "text/event-stream")
    });
    assert_eq!(review(&server), Err(Fault::Declined("No.".to_owned())));
}
