//! How much a run may use, and what it has used.

use super::Fault;
use serde::Serialize;
use std::time::Duration;

/// The most that one run may use.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Requests, those that are tried again counted.
    pub requests: u32,
    /// Tokens of all answers.
    pub tokens: u32,
    /// Tokens of one answer.
    pub answer: u32,
    /// Time from the first request on.
    pub time: Duration,
}

impl Default for Budget {
    fn default() -> Self {
        Self { requests: 24, tokens: 24_000, answer: 3_000, time: Duration::from_secs(15 * 60) }
    }
}

/// What was used.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Spent {
    /// Requests.
    pub requests: u32,
    /// Requests that had to be tried again.
    pub retries: u32,
    /// Tokens of the requests, where the server says so.
    pub prompt_tokens: u32,
    /// Bytes of the messages that it says so of.
    pub prompt_bytes: u32,
    /// Tokens of the answers, as the server counts them, else one for each piece of the stream.
    pub answer_tokens: u32,
}

impl Budget {
    /// The tokens that an answer may have, at most `wanted`.
    ///
    /// # Errors
    /// [`Fault::Budget`] when nothing is left.
    pub(super) fn next(&self, spent: &Spent, gone: Duration, wanted: u32) -> Result<u32, Fault> {
        if spent.requests >= self.requests {
            return Err(Fault::Budget(format!("{} requests (limit {0})", self.requests)));
        }
        if gone >= self.time {
            let (gone, limit) = (gone.as_secs(), self.time.as_secs());
            return Err(Fault::Budget(format!("{gone} s (limit {limit})")));
        }
        let left = self.tokens.saturating_sub(spent.answer_tokens);
        // An answer of a few words would only be cut.
        if left < 16 {
            let used = spent.answer_tokens;
            return Err(Fault::Budget(format!("{used} tokens of answers (limit {})", self.tokens)));
        }
        Ok(left.min(wanted).min(self.answer))
    }
}
