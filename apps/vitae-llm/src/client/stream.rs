//! Server-sent events: bytes of an answer go in as they come, the text of the answer comes out. A
//! server that does not stream sends the same as one object, and that is read as well.

use super::Fault;
use serde::Deserialize;

/// The most bytes of one answer, with everything around its text.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// The most bytes of the text of one answer.
const MOST_TEXT: usize = 512 << 10;

/// A whole answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) text: String,
    /// The server cut it at the limit of tokens.
    pub(crate) cut: bool,
    /// What the model says in place of an answer.
    pub(crate) refusal: String,
    pub(crate) prompt_tokens: Option<u32>,
    pub(crate) answer_tokens: Option<u32>,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
    #[serde(default)]
    error: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Option<Part>,
    #[serde(default)]
    message: Option<Part>,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    refusal: Option<String>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: Option<u32>,
    #[serde(default)]
    completion_tokens: Option<u32>,
}

/// Reads one answer.
pub(super) struct Reader {
    /// One object instead of events.
    whole: bool,
    /// Bytes of the line, or of the object, that has no end yet.
    rest: Vec<u8>,
    bytes: usize,
    reply: Reply,
    /// Pieces of text so far: one for each token, more or less.
    pieces: u32,
    finished: bool,
    /// The server's mark that nothing follows.
    done: bool,
}

impl Reader {
    /// A reader for an answer of this media type.
    pub(super) fn new(media_type: &str) -> Self {
        Self {
            whole: media_type.contains("application/json"),
            rest: Vec::new(),
            bytes: 0,
            reply: Reply::default(),
            pieces: 0,
            finished: false,
            done: false,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// [`Fault`] when the server reports one in the stream, or when there is too much.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.bytes += bytes.len();
        if self.bytes > MOST_BYTES {
            return Err(Fault::TooLarge(MOST_BYTES));
        }
        if self.whole {
            self.rest.extend_from_slice(bytes);
            return Ok(());
        }
        let mut bytes = bytes;
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            self.rest.extend_from_slice(&bytes[..end]);
            bytes = &bytes[end + 1..];
            let line = std::mem::take(&mut self.rest);
            self.line(&line)?;
        }
        self.rest.extend_from_slice(bytes);
        Ok(())
    }

    /// Pieces of text so far.
    pub(super) fn pieces(&self) -> u32 {
        self.pieces
    }

    /// Whether nothing more can come.
    pub(super) fn is_done(&self) -> bool {
        self.done
    }

    /// The answer, when it has come to its end.
    ///
    /// # Errors
    /// [`Fault::Cut`] when it has not.
    pub(super) fn finish(mut self) -> Result<Reply, Fault> {
        let rest = std::mem::take(&mut self.rest);
        if self.whole {
            self.chunk(&rest)?;
        } else if !rest.is_empty() {
            self.line(&rest)?;
        }
        if !self.finished && !self.done {
            let pieces = self.pieces;
            return Err(Fault::Cut(format!("the stream ended after {pieces} pieces of text")));
        }
        self.reply.answer_tokens = self.reply.answer_tokens.or(Some(self.pieces));
        Ok(self.reply)
    }

    /// One line of the stream. Each event of this protocol is one line of data; comments, names of
    /// events and blank lines say nothing.
    fn line(&mut self, line: &[u8]) -> Result<(), Fault> {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let data = line.strip_prefix(b"data:").or_else(|| line.strip_prefix(b"error:"));
        let Some(data) = data else { return Ok(()) };
        let data = data.trim_ascii();
        if data == b"[DONE]" {
            self.done = true;
            return Ok(());
        }
        if self.done || data.is_empty() {
            return Ok(());
        }
        self.chunk(data)
    }

    fn chunk(&mut self, data: &[u8]) -> Result<(), Fault> {
        let chunk: Chunk = serde_json::from_slice(data)
            .map_err(|error| Fault::Cut(format!("what came is no answer of a chat: {error}")))?;
        if let Some(error) = chunk.error.filter(|error| !error.is_null()) {
            return Err(Fault::Cut(super::once::message_of(&error)));
        }
        if let Some(usage) = chunk.usage {
            self.reply.prompt_tokens = usage.prompt_tokens.or(self.reply.prompt_tokens);
            self.reply.answer_tokens = usage.completion_tokens.or(self.reply.answer_tokens);
        }
        let Some(choice) = chunk.choices.into_iter().next() else { return Ok(()) };
        if let Some(part) = choice.delta.or(choice.message) {
            // Pieces without text are thoughts that are not shown; they count all the same.
            self.pieces += 1;
            self.reply.text.push_str(&part.content.unwrap_or_default());
            self.reply.refusal.push_str(&part.refusal.unwrap_or_default());
        }
        if self.reply.text.len() > MOST_TEXT || self.reply.refusal.len() > MOST_TEXT {
            return Err(Fault::TooLarge(MOST_TEXT));
        }
        if let Some(reason) = choice.finish_reason {
            self.finished = true;
            self.reply.cut = reason == "length";
            if reason == "content_filter" && self.reply.refusal.is_empty() {
                self.reply.refusal.push_str("the answer was filtered");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[&[u8]]) -> Result<Reply, Fault> {
        let mut reader = Reader::new("text/event-stream");
        for piece in pieces {
            reader.push(piece)?;
        }
        reader.finish()
    }

    const STREAM: &str = concat!(
        ": ping\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\r\n\r\n",
        "event: x\ndata:{\"choices\":[{\"delta\":{\"content\":\"Zoë\"},\"finish_reason\":null}]}\n\n",
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}\n\n",
        "data: [DONE]\n\n",
    );

    #[test]
    fn a_stream_is_the_same_wherever_it_is_split() {
        let whole = read(&[STREAM.as_bytes()]).unwrap();
        assert_eq!((whole.text.as_str(), whole.answer_tokens), ("Zoë", Some(4)));
        for at in 0..STREAM.len() {
            let (first, second) = STREAM.as_bytes().split_at(at);
            assert_eq!(read(&[first, second]).unwrap(), whole);
        }
    }

    #[test]
    fn an_end_too_early_is_no_answer() {
        let cut = &STREAM[..STREAM.find("stop").unwrap() - 40];
        assert!(matches!(read(&[cut.as_bytes()]), Err(Fault::Cut(_))));
        assert!(matches!(read(&[]), Err(Fault::Cut(_))));
        let fault = read(&[b"error: {\"error\":{\"message\":\"out of memory\"}}\n"]);
        assert_eq!(fault, Err(Fault::Cut("out of memory".to_owned())));
    }

    #[test]
    fn one_object_is_an_answer_as_well() {
        let mut reader = Reader::new("application/json; charset=utf-8");
        let body = r#"{"choices":[{"message":{"content":"{}"},"finish_reason":"length"}]}"#;
        reader.push(body.as_bytes()).unwrap();
        let reply = reader.finish().unwrap();
        assert!(reply.text == "{}" && reply.cut);
    }

    #[test]
    fn too_much_is_refused_before_it_is_kept() {
        let mut reader = Reader::new("text/event-stream");
        let piece = vec![b'a'; 1 << 20];
        let fault = (0..20).find_map(|_| reader.push(&piece).err());
        assert_eq!(fault, Some(Fault::TooLarge(MOST_BYTES)));
    }
}
