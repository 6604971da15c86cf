//! `vitae review`: what is sent and when, where results go, and that no other verb opens a connection.

use crate::run::{Ran, command, root, vitae, vitae_with};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const RESUME: &str = "examples/senior-karamouzi.md";

/// A server that counts connections and answers each request with an empty reading, or never.
struct Server {
    address: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    fn new(answers: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                count.fetch_add(1, Ordering::SeqCst);
                std::thread::spawn(move || {
                    let mut reader = BufReader::new(stream.try_clone().unwrap());
                    let mut length = 0;
                    let mut line = String::new();
                    while reader.read_line(&mut line).is_ok_and(|read| read > 0)
                        && line.trim() != ""
                    {
                        let lower = line.to_ascii_lowercase();
                        if let Some(value) = lower.strip_prefix("content-length:") {
                            length = value.trim().parse().unwrap();
                        }
                        line.clear();
                    }
                    let mut body = vec![0; length];
                    if reader.read_exact(&mut body).is_err() {
                        return;
                    }
                    if !answers {
                        std::thread::sleep(Duration::from_secs(60));
                    }
                    let empty = r#"{"strengths":[],"doubts":[],"rewrites":[]}"#;
                    let message = json!({"message": {"content": empty}, "finish_reason": "stop"});
                    let answer = json!({"choices": [message]}).to_string();
                    let head =
                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
                    let _ = write!(
                        stream,
                        "{head}\r\ncontent-length: {}\r\n\r\n{answer}",
                        answer.len()
                    );
                });
            }
        });
        Self { address, connections }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn review(&self, more: &[&str]) -> Ran {
        let mut args = vec!["review", RESUME, "--llm", &self.address, "--model", "scripted"];
        args.extend(more);
        vitae(&args)
    }
}

#[test]
fn nothing_is_sent_before_someone_agrees() {
    let server = Server::new(true);
    let ran = server.review(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("of you    name, e-mail address"), "{}", ran.err);
    assert!(ran.err.contains("nothing was sent: nobody is there"), "{}", ran.err);
    assert!(ran.err.contains("--redact keeps"), "{}", ran.err);
    let ran = vitae_with(b"# Ann\n", &["review", "-", "--llm", &server.address, "--model", "m"]);
    assert_eq!(ran.code, 2);
    let ran = server.review(&["--dry-run"]);
    let requests: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(requests.as_array().map(Vec::len), Some(2));
    assert_eq!(requests[0]["url"], format!("{}/chat/completions", server.address));
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_review_connects_once_for_each_request_and_to_no_proxy() {
    let (server, proxy) = (Server::new(true), Server::new(true));
    let args = ["review", RESUME, "--llm", &server.address, "--model", "m", "--yes", "--redact"];
    let mut run = command(&args, &root());
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"] {
        run.env(name, proxy.address.trim_end_matches("/v1"));
    }
    let output = run.output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(err.contains("request 1: the reading") && err.contains("request 2: rewrites"), "{err}");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("two runs may differ") && out.contains("2 requests"), "{out}");
    assert_eq!((server.connections(), proxy.connections()), (2, 0));
}

/// Only `review` knows how to connect; everything that could lead another verb to a server is set.
#[test]
fn no_other_verb_opens_a_connection() {
    let server = Server::new(true);
    let verbs: [&[&str]; 7] = [
        &["check", RESUME, "--today", "2026-11-22"],
        &["check", "examples/senior-karamouzi.pdf", "-f", "html", "--today", "2026-11-22"],
        &["parse", "examples/senior-karamouzi.docx", "-f", "yaml"],
        &["bullets", RESUME],
        &["rewrite", RESUME],
        &["role", "backend-engineer"],
        &["rule", "FIL010"],
    ];
    for args in verbs {
        let mut run = command(args, &root());
        for name in ["HTTP_PROXY", "ALL_PROXY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "VITAE_LLM"] {
            run.env(name, &server.address);
        }
        run.env("VITAE_LLM_KEY", "sk-secret-7");
        let code = run.output().unwrap().status.code();
        assert!(matches!(code, Some(0 | 1)), "{args:?}: {code:?}");
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn formats_and_files() {
    let server = Server::new(true);
    let ran = server.review(&["--yes", "-q", "-f", "json"]);
    let review: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!((&review["scored"], &review["version"]), (&json!(false), &json!(1)));
    assert_eq!(review["review"]["prompts"][0], json!({"name": "review", "version": 1}));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("review.md");
    let ran = server.review(&["--yes", "-f", "markdown", "-o", out.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(std::fs::read_to_string(&out).unwrap().starts_with("# examples/senior-karamouzi.md"));
    let before = server.connections();
    let ran = server.review(&["--yes", "-o", "no-such-folder/x.md"]);
    assert_eq!((ran.code, server.connections()), (2, before), "{}", ran.err);
}

#[test]
fn errors_say_what_and_what_to_do() {
    let review =
        |llm: &str, file: &str| vitae(&["review", file, "--llm", llm, "--model", "m", "--yes"]);
    let ran = review("localhost:11434", RESUME);
    assert!(
        ran.code == 2 && ran.err.contains("such as `http://localhost:11434/v1`"),
        "{}",
        ran.err
    );
    let ran = review("http://ann:sk-secret-7@127.0.0.1:9/v1", RESUME);
    assert!(ran.code == 2 && !ran.err.contains("sk-secret"), "{}", ran.err);
    let ran = review("http://127.0.0.1:9/v1", "no-such-file.pdf");
    assert!(ran.code == 2 && ran.err.contains("there is no such file"), "{}", ran.err);
    let ran = vitae(&["review", RESUME]);
    assert!(ran.code == 2 && ran.err.contains("--llm <URL>"), "{}", ran.err);
    let key = vitae(&[
        "review",
        RESUME,
        "--llm",
        "http://127.0.0.1:9/v1",
        "--model",
        "m",
        "--llm-key-file",
        "README.md",
    ]);
    assert!(key.code == 2 && key.err.contains("this is no key"), "{}", key.err);
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_the_output_as_it_was() {
    let server = Server::new(false);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("review.txt");
    std::fs::write(&out, "as it was").unwrap();
    let args = [
        "review",
        RESUME,
        "--llm",
        &server.address,
        "--model",
        "m",
        "--yes",
        "-o",
        out.to_str().unwrap(),
    ];
    let child = command(&args, &root()).stderr(Stdio::piped()).spawn().unwrap();
    let began = Instant::now();
    while server.connections() == 0 && began.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    // The handler is there before the first request is.
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("cancelled; nothing was written"), "{err}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "as it was");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
