//! A chat with a server that speaks the protocol of OpenAI: messages go in, the whole answer comes
//! out. Streams are read as they come; every wait, size and number of tries has a limit.

mod budget;
mod dialect;
mod fault;
mod once;
mod retry;
mod stream;

pub use budget::{Budget, Spent};
pub(crate) use dialect::Answering;
pub use fault::Fault;
pub(crate) use stream::Reply;

use crate::Endpoint;
use dialect::Dialect;
use serde::Serialize;
use serde_json::Value;
use std::future::Future;
use std::time::{Duration, Instant};

/// How long something may take.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// Until a connection stands.
    pub connect: Duration,
    /// Without a single byte, before the answer begins and within it.
    pub quiet: Duration,
    /// The longest wait that a server may ask for.
    pub wait: Duration,
    /// The wait before a second try; each further one is twice as long, up to 8 seconds.
    pub again: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            // A large model on a slow machine reads a long prompt before it says a word.
            quiet: Duration::from_secs(180),
            wait: Duration::from_secs(60),
            again: Duration::from_millis(500),
        }
    }
}

/// Who is asked, and how.
#[derive(Clone)]
pub struct Settings {
    /// Where.
    pub endpoint: Endpoint,
    /// The name of the model.
    pub model: String,
    /// The key, without `Bearer`.
    pub key: Option<String>,
    /// How long things may take.
    pub timeouts: Timeouts,
    /// How much there may be in all.
    pub budget: Budget,
}

/// One message of a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    pub(crate) role: &'static str,
    pub(crate) content: String,
}

impl Message {
    pub(crate) fn system(content: impl Into<String>) -> Self {
        Self { role: "system", content: content.into() }
    }

    pub(crate) fn user(content: impl Into<String>) -> Self {
        Self { role: "user", content: content.into() }
    }
}

/// What should be answered: messages, and the shape of the answer.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) messages: Vec<Message>,
    /// Name of the schema.
    pub(crate) name: &'static str,
    pub(crate) schema: Value,
    /// The most tokens that the answer may have.
    pub(crate) tokens: u32,
}

/// Someone who is told how it goes.
pub trait Watch {
    /// Request `number` begins, about `what`.
    fn asks(&self, number: u32, what: &str);
    /// So many tokens of the answer have come since it began.
    fn tokens(&self, tokens: u32, since: Duration);
    /// It is tried again after a wait.
    fn again(&self, why: &str, wait: Duration);
}

/// A server that is asked.
pub struct Client<'a> {
    pub(crate) settings: Settings,
    http: reqwest::Client,
    dialect: Dialect,
    spent: Spent,
    began: Instant,
    watch: &'a dyn Watch,
}

impl<'a> Client<'a> {
    /// Prepares to ask; connects to nobody yet.
    ///
    /// # Errors
    /// [`Fault::Setup`] when the system cannot make connections.
    pub fn new(settings: Settings, watch: &'a dyn Watch) -> Result<Self, Fault> {
        Ok(Self {
            http: once::http(&settings)?,
            settings,
            dialect: Dialect::default(),
            spent: Spent::default(),
            began: Instant::now(),
            watch,
        })
    }

    /// What was used so far.
    #[must_use]
    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// The body of the first request for a question, exactly as it is sent.
    pub(crate) fn body(settings: &Settings, question: &Question) -> Value {
        Dialect::default().body(&settings.model, question, question.tokens)
    }
}

/// Runs `work` to its end, or until Ctrl-C.
///
/// # Errors
/// What `work` fails with, or [`Fault::Cancelled`].
pub fn block_on<T>(work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Fault::Setup(error.to_string()))?;
    let result = runtime.block_on(async {
        let cancel = async {
            // Without a handler the signal ends the program, which cancels as well.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        let (mut work, mut cancel) = (std::pin::pin!(work), std::pin::pin!(cancel));
        std::future::poll_fn(|context| {
            if cancel.as_mut().poll(context).is_ready() {
                return std::task::Poll::Ready(Err(Fault::Cancelled));
            }
            work.as_mut().poll(context)
        })
        .await
    });
    // A name that is being looked up is not waited for.
    runtime.shutdown_background();
    result
}
