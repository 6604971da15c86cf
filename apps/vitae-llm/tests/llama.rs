//! The protocol against a real llama.cpp server, on a tiny model of random weights that answers garbage
//! in the shape that it is held to. `cargo xtask llama` installs the server and runs this.

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "review/server.rs"]
#[allow(dead_code, reason = "of the scripted server only the resume and the settings are used")]
mod server;

use server::{RESUME, Silent, report, review_of, settings};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use vitae_llm::{Budget, Client, Fault, Options, Plan, Settings, block_on};

struct Llama {
    child: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Llama {
    /// Starts a server whose model reads `context` tokens; a byte is a token.
    fn new(context: u32) -> Self {
        let python = std::env::var_os("VITAE_LLAMA_PYTHON").map(PathBuf::from);
        let python = python.expect("run `cargo xtask llama`: it installs the server");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/llama/server.py");
        let folder = tempfile::tempdir().unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut child = Command::new(python)
            .arg(script)
            .arg(folder.path())
            .args([context.to_string(), port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("http"));
        let address = address.expect("the server starts");
        Self { child, address, _folder: folder }
    }

    fn settings(&self) -> Settings {
        let mut settings = settings(&self.address);
        settings.timeouts.quiet = Duration::from_secs(60);
        settings
    }
}

impl Drop for Llama {
    fn drop(&mut self) {
        // The server ends with its standard input; one that does not is ended.
        drop(self.child.stdin.take());
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(5) {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[ignore = "needs a llama.cpp server: `cargo xtask llama`"]
fn a_schema_holds_even_a_model_that_knows_nothing() {
    let llama = Llama::new(24_000);
    let mut settings = llama.settings();
    settings.budget = Budget { requests: 6, ..Budget::default() };
    // Random weights may write a text without end; then the limit is what is told.
    match review_of(RESUME, settings, Options::default()) {
        Ok(review) => {
            assert!(review.spent.prompt_tokens > 3_000, "{review:?}");
            assert!(review.spent.answer_tokens > 0, "{review:?}");
            assert!(review.notes.is_empty(), "{review:?}");
            for finding in &review.findings {
                assert!(finding.rewrite.is_none(), "a random model rewrote a line: {finding:?}");
            }
        }
        Err(fault) => assert!(matches!(fault, Fault::Length(_) | Fault::Budget(_)), "{fault:?}"),
    }
}

#[test]
#[ignore = "needs a llama.cpp server: `cargo xtask llama`"]
fn an_answer_that_is_cut_is_told_from_one_that_is_broken() {
    let llama = Llama::new(24_000);
    let mut settings = llama.settings();
    settings.budget = Budget { requests: 4, answer: 16, ..Budget::default() };
    let fault = review_of(RESUME, settings, Options::default()).unwrap_err();
    assert!(matches!(fault, Fault::Length(16) | Fault::Budget(_)), "{fault:?}");
}

#[test]
#[ignore = "needs a llama.cpp server: `cargo xtask llama`"]
fn a_context_that_is_too_small_is_told_as_such() {
    let llama = Llama::new(512);
    let fault = review_of(RESUME, llama.settings(), Options::default()).unwrap_err();
    let Fault::Overflow(message) = &fault else { panic!("{fault:?}") };
    assert!(message.contains("context"), "{message}");
}

/// A context that holds half of the lines: the server refuses, and the halves are asked.
#[test]
#[ignore = "needs a llama.cpp server: `cargo xtask llama`"]
fn a_resume_that_is_too_long_is_asked_in_parts() {
    let bullets = "- Wrote the nightly import of the branch ledgers in Java\n".repeat(40);
    let resume = RESUME.replace("- Took part in on-call\n", &bullets);
    let llama = Llama::new(5_000);
    let mut settings = llama.settings();
    settings.budget = Budget { requests: 12, answer: 400, ..Budget::default() };
    let (report, document) = report(&resume);
    let plan = Plan::new(&report, &document, Options { redact: false, rewrites: 0 });
    let mut client = Client::new(settings, &Silent).unwrap();
    let asked = block_on(plan.ask(&mut client));
    assert!(client.spent().requests > 2, "{asked:?}");
    assert!(!matches!(asked, Err(Fault::Refused { .. } | Fault::Shape(_))), "{asked:?}");
}

#[test]
#[ignore = "needs a llama.cpp server: `cargo xtask llama`"]
fn giving_up_in_the_middle_leaves_the_server_able_to_answer() {
    let llama = Llama::new(24_000);
    let mut hasty = llama.settings();
    hasty.budget.time = Duration::from_millis(30);
    let _ = review_of(RESUME, hasty, Options::default());
    let mut settings = llama.settings();
    settings.budget = Budget { requests: 6, ..Budget::default() };
    let asked = review_of(RESUME, settings, Options::default());
    assert!(!matches!(asked, Err(Fault::Connect { .. } | Fault::Quiet(_))), "{asked:?}");
}
