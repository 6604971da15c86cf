//! One request and its answer: a body goes in; the reply comes out, or why there is none and whether
//! it is worth another try.

use super::stream::Reader;
use super::{Client, Fault, Reply, Settings};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Response, StatusCode, redirect};
use serde_json::Value;
use std::time::{Duration, Instant};
use tokio::time::timeout;

/// The most bytes of a refusal that are read.
const MOST_OF_REFUSAL: usize = 64 << 10;
/// The most characters of it that are told.
const MOST_TOLD: usize = 300;

/// Why one request gave no answer.
pub(super) enum Miss {
    /// Another try may help, after a wait where the server names one.
    Passing { fault: Fault, wait: Option<Duration>, server: bool },
    /// The server does not take this request.
    Refused { status: u16, message: String },
    /// No try will help.
    Final(Fault),
}

/// A client that goes where it is told and nowhere else.
pub(super) fn http(settings: &Settings) -> Result<reqwest::Client, Fault> {
    // Fails when it is there already, which is fine.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("text/event-stream, application/json"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(key) = &settings.key {
        let value = HeaderValue::from_str(&format!("Bearer {key}"));
        let mut value = value
            .map_err(|_| Fault::Setup("the key has characters that no key can have".to_owned()))?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    reqwest::Client::builder()
        .default_headers(headers)
        .user_agent(concat!("vitae/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .no_proxy()
        .connect_timeout(settings.timeouts.connect)
        .build()
        .map_err(|error| Fault::Setup(reason(&error)))
}

impl Client<'_> {
    /// Sends `body` once.
    pub(super) async fn once(&self, body: &Value) -> Result<Reply, Miss> {
        let quiet = self.settings.timeouts.quiet.min(self.left());
        let passing = |fault| Miss::Passing { fault, wait: None, server: false };
        let request = self.http.post(self.settings.endpoint.url().clone()).body(body.to_string());
        let began = Instant::now();
        let response = match timeout(quiet, request.send()).await {
            Err(_) => return Err(passing(self.silence(quiet))),
            Ok(Err(error)) => return Err(passing(self.unreachable(&error))),
            Ok(Ok(response)) => response,
        };
        if !response.status().is_success() {
            return Err(self.refusal(response, quiet).await);
        }
        self.read(response, began).await.map_err(|fault| match fault {
            Fault::TooLarge(_) | Fault::Budget(_) => Miss::Final(fault),
            fault => passing(fault),
        })
    }

    /// Reads an answer to its end.
    async fn read(&self, mut response: Response, began: Instant) -> Result<Reply, Fault> {
        let media_type = response.headers().get(CONTENT_TYPE);
        let media_type = media_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut reader = Reader::new(&media_type.to_ascii_lowercase());
        while !reader.is_done() {
            let quiet = self.settings.timeouts.quiet.min(self.left());
            match timeout(quiet, response.chunk()).await {
                Err(_) => return Err(self.silence(quiet)),
                Ok(Err(error)) => return Err(Fault::Cut(reason(&error))),
                Ok(Ok(None)) => break,
                Ok(Ok(Some(bytes))) => reader.push(&bytes)?,
            }
            self.watch.tokens(reader.pieces(), began.elapsed());
        }
        reader.finish()
    }

    /// Time that is left of the budget.
    pub(super) fn left(&self) -> Duration {
        self.settings.budget.time.saturating_sub(self.began.elapsed())
    }

    fn silence(&self, quiet: Duration) -> Fault {
        if self.left().is_zero() {
            let limit = self.settings.budget.time.as_secs();
            return Fault::Budget(format!("{limit} s (limit {limit})"));
        }
        Fault::Quiet(quiet)
    }

    fn unreachable(&self, error: &reqwest::Error) -> Fault {
        let host = self.settings.endpoint.host();
        if error.is_timeout() {
            let limit = self.settings.timeouts.connect.as_secs();
            return Fault::Connect { host, reason: format!("no answer in {limit} s") };
        }
        Fault::Connect { host, reason: reason(error) }
    }

    /// What a status other than success means.
    async fn refusal(&self, mut response: Response, quiet: Duration) -> Miss {
        let status = response.status();
        if status.is_redirection() {
            let target = response.headers().get("location");
            let target = target.and_then(|value| value.to_str().ok()).unwrap_or("nowhere");
            return Miss::Final(Fault::Redirect(shortened(target)));
        }
        let wait = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let wait = wait.and_then(super::retry::after);
        let mut text = Vec::new();
        while let Ok(Ok(Some(bytes))) = timeout(quiet, response.chunk()).await {
            text.extend_from_slice(&bytes);
            if text.len() > MOST_OF_REFUSAL {
                text.truncate(MOST_OF_REFUSAL);
                break;
            }
        }
        let message = self.without_key(&told(&text));
        let number = status.as_u16();
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                Miss::Final(Fault::Key { status: number, message })
            }
            StatusCode::NOT_FOUND => Miss::Final(Fault::NotFound(message)),
            StatusCode::REQUEST_TIMEOUT | StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS => {
                let fault = Fault::Refused { status: number, message };
                Miss::Passing { fault, wait, server: false }
            }
            _ if status.is_server_error() => {
                let server = status == StatusCode::INTERNAL_SERVER_ERROR;
                let fault = Fault::Refused { status: number, message };
                Miss::Passing { fault, wait, server }
            }
            _ => Miss::Refused { status: number, message },
        }
    }

    /// Some servers repeat the key that they refuse.
    fn without_key(&self, message: &str) -> String {
        match self.settings.key.as_deref() {
            Some(key) if !key.is_empty() => message.replace(key, "…"),
            _ => message.to_owned(),
        }
    }
}

/// What a refusal says: the message of its JSON, else its text.
fn told(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    match serde_json::from_str::<Value>(&text) {
        Ok(value) => message_of(value.get("error").unwrap_or(&value)),
        Err(_) => shortened(&text),
    }
}

/// The message of an error as servers write it: a text, or an object with one, and its type.
pub(super) fn message_of(error: &Value) -> String {
    let part = |key: &str| error.get(key).and_then(Value::as_str);
    let message = error.as_str().or_else(|| part("message")).or_else(|| part("detail"));
    let mut message = message.map_or_else(|| error.to_string(), str::to_owned);
    for key in ["type", "code"] {
        if let Some(name) = part(key).filter(|name| !message.contains(*name)) {
            message = format!("{message} ({name})");
        }
    }
    if let Some(inner) = error.get("error").filter(|inner| !inner.is_null()) {
        return message_of(inner);
    }
    shortened(&message)
}

/// On one line, cut after 300 characters.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return "no reason given".to_owned();
    }
    line.chars().take(MOST_TOLD).collect()
}

/// The innermost reason: the outer ones repeat the address.
fn reason(error: &dyn std::error::Error) -> String {
    let mut inner = error;
    while let Some(next) = inner.source() {
        inner = next;
    }
    shortened(&inner.to_string())
}
