//! What a server understands of the protocol: a refusal goes in, and the next request is one that it
//! may take. What was learned holds for the rest of the run.

use super::Question;
use serde_json::{Map, Value, json};

/// How the shape of an answer is asked for, the surest first.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answering {
    /// The server holds the model to a schema.
    Schema,
    /// The server holds the model to JSON.
    Object,
    /// The prompt asks for it, and the JSON is cut out of the text.
    Plain,
}

/// What a server understands.
#[derive(Copy, Clone, Debug)]
pub(super) struct Dialect {
    pub(super) answering: Answering,
    newer_limit: bool,
    temperature: bool,
    usage: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { answering: Answering::Schema, newer_limit: false, temperature: true, usage: true }
    }
}

impl Dialect {
    /// The body of a request whose answer may have `tokens`.
    pub(super) fn body(&self, model: &str, question: &Question, tokens: u32) -> Value {
        let mut body = Map::new();
        body.insert("model".into(), model.into());
        body.insert("messages".into(), json!(question.messages));
        body.insert("stream".into(), true.into());
        if self.usage {
            body.insert("stream_options".into(), json!({"include_usage": true}));
        }
        if self.temperature {
            body.insert("temperature".into(), 0.into());
        }
        let limit = if self.newer_limit { "max_completion_tokens" } else { "max_tokens" };
        body.insert(limit.into(), tokens.into());
        let format = match self.answering {
            Answering::Schema => Some(json!({
                "type": "json_schema",
                "json_schema": {
                    "name": question.name, "strict": true, "schema": question.schema,
                },
            })),
            Answering::Object => Some(json!({"type": "json_object"})),
            Answering::Plain => None,
        };
        if let Some(format) = format {
            body.insert("response_format".into(), format);
        }
        Value::Object(body)
    }

    /// Takes away what `message` complains about; false when nothing is left to take away.
    pub(super) fn adapt(&mut self, message: &str) -> bool {
        let message = message.to_lowercase();
        if message.contains("max_completion_tokens") && !self.newer_limit {
            self.newer_limit = true;
            return true;
        }
        if message.contains("temperature") && self.temperature {
            self.temperature = false;
            return true;
        }
        if message.contains("stream_options") && self.usage {
            self.usage = false;
            return true;
        }
        if self.simpler() {
            return true;
        }
        // The last try: nothing but what every server knows.
        std::mem::take(&mut self.usage) | std::mem::take(&mut self.temperature)
    }

    /// Asks for the shape in a simpler way; false when there is none.
    pub(super) fn simpler(&mut self) -> bool {
        self.answering = match self.answering {
            Answering::Schema => Answering::Object,
            Answering::Object => Answering::Plain,
            Answering::Plain => return false,
        };
        true
    }
}

/// Whether a refusal says that the request is longer than the model reads.
pub(super) fn is_overflow(status: u16, message: &str) -> bool {
    let message = message.to_lowercase();
    let has = |part: &str| message.contains(part);
    // The words of llama.cpp, OpenAI, vLLM and those who copy them.
    has("exceed_context_size")
        || has("context_length_exceeded")
        || has("maximum context length")
        || has("context")
            && (has("exceed") || has("too long") || has("too large") || has("overflow"))
        || has("prompt is too long")
        || has("too many tokens")
        || status == 413
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_takes_away_what_it_names_and_then_the_shape() {
        let mut dialect = Dialect::default();
        assert!(dialect.adapt("Use 'max_completion_tokens' instead"));
        assert!(dialect.adapt("'temperature' does not support 0"));
        assert_eq!(dialect.answering, Answering::Schema);
        assert!(dialect.adapt("response_format is not supported"));
        assert_eq!(dialect.answering, Answering::Object);
        assert!(dialect.adapt("?") && dialect.answering == Answering::Plain);
        assert!(dialect.adapt("?") && !dialect.usage);
        assert!(!dialect.adapt("?"));
    }

    #[test]
    fn too_long_is_told_from_other_refusals() {
        for message in [
            "request (4817 tokens) exceeds the available context size (2048 tokens)",
            "This model's maximum context length is 4096 tokens. However, you requested 5000",
            r#"{"code":"context_length_exceeded"}"#,
            "prompt is too long: 210000 tokens > 200000 maximum",
        ] {
            assert!(is_overflow(400, message), "{message}");
        }
        assert!(!is_overflow(400, "response_format is not supported"));
    }
}
