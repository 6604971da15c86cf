//! Tries again what may pass: a question goes in, and a reply comes out, or why there is none in spite
//! of every try. Waits grow, a server's own wish is followed, and both have limits.

use super::dialect::is_overflow;
use super::once::Miss;
use super::{Answering, Client, Fault, Question, Reply};
use std::time::{Duration, SystemTime};

/// So often one request is tried.
const TRIES: u32 = 4;
/// So often one that the server itself stumbles over; llama.cpp does over answers that it cut.
const TRIES_OF_STUMBLING: u32 = 2;
const LONGEST_WAIT: Duration = Duration::from_secs(8);

impl Client<'_> {
    /// Asks until there is an answer.
    ///
    /// # Errors
    /// [`Fault`] when there is none.
    pub(crate) async fn chat(&mut self, what: &str, question: &Question) -> Result<Reply, Fault> {
        let mut failed = 0;
        loop {
            let gone = self.began.elapsed();
            let tokens = self.settings.budget.next(&self.spent, gone, question.tokens)?;
            let body = self.dialect.body(&self.settings.model, question, tokens);
            self.spent.requests += 1;
            self.watch.asks(self.spent.requests, what);
            match self.once(&body).await {
                Ok(reply) => return self.settle(reply, question, tokens),
                Err(Miss::Final(fault)) => return Err(fault),
                Err(Miss::Refused { status, message }) => {
                    if is_overflow(status, &message) {
                        return Err(Fault::Overflow(message));
                    }
                    if !self.dialect.adapt(&message) {
                        return Err(Fault::Refused { status, message });
                    }
                }
                Err(Miss::Passing { fault, wait, server }) => {
                    failed += 1;
                    let tries = if server { TRIES_OF_STUMBLING } else { TRIES };
                    if failed >= tries {
                        if !(server && self.dialect.simpler()) {
                            return Err(fault);
                        }
                        failed = 0;
                    }
                    self.pause(&fault, wait, failed).await?;
                }
            }
        }
    }

    /// How the next answer is asked for.
    pub(crate) fn answering(&self) -> Answering {
        self.dialect.answering
    }

    /// Asks for the shape in a simpler way from now on; false when there is none.
    pub(crate) fn ask_simpler(&mut self) -> bool {
        self.dialect.simpler()
    }

    fn settle(&mut self, reply: Reply, question: &Question, tokens: u32) -> Result<Reply, Fault> {
        let spent = &mut self.spent;
        if reply.prompt_tokens.is_some() {
            let bytes: usize = question.messages.iter().map(|message| message.content.len()).sum();
            let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
            spent.prompt_bytes = spent.prompt_bytes.saturating_add(bytes);
        }
        spent.prompt_tokens =
            spent.prompt_tokens.saturating_add(reply.prompt_tokens.unwrap_or_default());
        spent.answer_tokens =
            spent.answer_tokens.saturating_add(reply.answer_tokens.unwrap_or_default());
        if !reply.refusal.is_empty() {
            return Err(Fault::Declined(reply.refusal.chars().take(200).collect()));
        }
        if reply.cut {
            return Err(Fault::Length(tokens));
        }
        Ok(reply)
    }

    /// Waits before the next try.
    async fn pause(
        &mut self,
        fault: &Fault,
        asked: Option<Duration>,
        failed: u32,
    ) -> Result<(), Fault> {
        let grown =
            self.settings.timeouts.again.saturating_mul(1 << failed.saturating_sub(1).min(8));
        let wait = asked.unwrap_or(grown.min(LONGEST_WAIT));
        let limit = self.settings.timeouts.wait.min(self.left());
        if wait > limit {
            return Err(match asked {
                Some(asked) => Fault::Wait { asked, limit },
                None => fault.clone(),
            });
        }
        self.spent.retries += 1;
        self.watch.again(&fault.to_string(), wait);
        tokio::time::sleep(wait).await;
        Ok(())
    }
}

/// What a server asks for in `Retry-After`: seconds, or the date to wait for.
pub(super) fn after(value: &str) -> Option<Duration> {
    let value = value.trim();
    if let Ok(date) = httpdate::parse_http_date(value) {
        // A date that has passed asks for no wait.
        return Some(date.duration_since(SystemTime::now()).unwrap_or_default());
    }
    let seconds: f64 = value.parse().ok()?;
    (seconds >= 0.0).then(|| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_followed_and_nonsense_is_not() {
        assert_eq!(after(" 3 "), Some(Duration::from_secs(3)));
        assert_eq!(after("1e300"), Some(Duration::MAX));
        assert_eq!(after("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        for nonsense in ["-1", "NaN", "soon", ""] {
            assert_eq!(after(nonsense), None);
        }
    }
}
