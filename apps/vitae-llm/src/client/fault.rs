//! Why there is no answer, in our words, with what to do about it.

use std::time::Duration;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The system cannot make connections.
    #[error("cannot make connections: {0}")]
    Setup(String),
    /// Nobody answers there.
    #[error("cannot connect to {host}: {reason}")]
    Connect {
        /// Host and port.
        host: String,
        /// What the system says.
        reason: String,
    },
    /// Silence.
    #[error("the server sent nothing for {} s", .0.as_secs())]
    Quiet(Duration),
    /// The answer ended before its end, again and again.
    #[error("the answer broke off: {0}")]
    Cut(String),
    /// The server sends somewhere else.
    #[error("the server answers with a redirect to {0}, which is not followed")]
    Redirect(String),
    /// The key is wrong or missing.
    #[error("the server refuses the key (status {status}): {message}")]
    Key {
        /// Status of the answer.
        status: u16,
        /// What the server says.
        message: String,
    },
    /// Nothing is at this address, or the model is not there.
    #[error("the server knows no such address or model (status 404): {0}")]
    NotFound(String),
    /// Any other refusal.
    #[error("the server refuses the request (status {status}): {message}")]
    Refused {
        /// Status of the answer.
        status: u16,
        /// What the server says.
        message: String,
    },
    /// The server wants a longer wait than is allowed.
    #[error("the server asks to wait {} s (limit {})", .asked.as_secs(), .limit.as_secs())]
    Wait {
        /// What it asks for.
        asked: Duration,
        /// What is allowed.
        limit: Duration,
    },
    /// The request has more tokens than the model reads.
    #[error("the resume is too long for the model: {0}")]
    Overflow(String),
    /// The answer has as many tokens as it may have, and no end.
    #[error("the answer was cut at its limit of {0} tokens")]
    Length(u32),
    /// The answer is too large.
    #[error("the answer has more than {0} bytes")]
    TooLarge(usize),
    /// The answer is no JSON of the shape that was asked for.
    #[error("the model does not answer in the shape that was asked for: {0}")]
    Shape(String),
    /// The model will not answer.
    #[error("the model refuses to answer: {0}")]
    Declined(String),
    /// The run has used what it may use.
    #[error("the budget is used up: {0}")]
    Budget(String),
    /// Ctrl-C.
    #[error("cancelled; nothing was written")]
    Cancelled,
}

impl Fault {
    /// What to do about it: an order.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Setup(_) => "check that the certificates of the system are installed",
            Self::Connect { .. } => {
                "start the server, or check the address; proxies of the environment are not used"
            }
            Self::Quiet(_) => "allow more with `--timeout SECONDS`, or take a smaller model",
            Self::Cut(_) => "look at the messages of the server, and run the command again",
            Self::Redirect(_) => "give the address that it points to, if you trust it",
            Self::Key { .. } => "set `VITAE_LLM_KEY`, or name a file with `--llm-key-file FILE`",
            Self::NotFound(_) => {
                "check `--model`, and give the address up to `/v1` or what the server has instead"
            }
            Self::Refused { .. } => "check `--model` and the documentation of the server",
            Self::Wait { .. } => "run the command again later",
            Self::Overflow(_) => "give the model more context, or take one that reads more",
            Self::Length(_) => "allow more with `--max-tokens N`",
            Self::TooLarge(_) => "check that a language model is at this address",
            Self::Shape(_) => "take a model that follows instructions, or run the command again",
            Self::Declined(_) => "take another model",
            Self::Budget(_) => {
                "allow more with `--max-requests`, `--max-tokens` or `--max-time SECONDS`"
            }
            Self::Cancelled => "run the command again when you like",
        }
    }

    /// Whether asking for less may help.
    pub(crate) fn is_of_size(&self) -> bool {
        matches!(self, Self::Overflow(_) | Self::Length(_))
    }

    /// Whether other questions may still be answered.
    pub(crate) fn is_of_this_question(&self) -> bool {
        self.is_of_size() || matches!(self, Self::Shape(_) | Self::Declined(_) | Self::TooLarge(_))
    }
}
