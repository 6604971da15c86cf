//! An answer of a known shape: a question goes in, and a value comes out. Text around the JSON is cut
//! away; JSON that is broken is never mended, only asked for again.

use crate::client::{Answering, Client, Fault, Message, Question};
use serde::de::DeserializeOwned;

/// So often one question is asked in one way before the shape is asked for in a simpler one.
const TRIES: u32 = 2;
/// Marks that some models put around thoughts that are no part of their answer.
const THOUGHTS: [(&str, &str); 2] = [("<think>", "</think>"), ("<thinking>", "</thinking>")];

impl Client<'_> {
    /// Asks until an answer has the shape of `T`.
    ///
    /// # Errors
    /// [`Fault`] when there is none.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &mut self,
        what: &str,
        question: &Question,
    ) -> Result<T, Fault> {
        let mut question = question.clone();
        let first = question.messages.len();
        let mut failed = 0;
        loop {
            let asked_plainly = self.answering() == Answering::Plain;
            let reply = self.chat(what, &question).await?;
            let why = match cut_out(&reply.text) {
                Ok(value) => return Ok(value),
                Err(why) => why,
            };
            failed += 1;
            if failed >= TRIES {
                if asked_plainly || !self.ask_simpler() {
                    return Err(Fault::Shape(why));
                }
                failed = 0;
            }
            // The broken answer is not sent back: it may be anything, and long.
            question.messages.truncate(first);
            question.messages.push(Message::user(format!(
                "The last answer could not be read ({why}). Answer again with one JSON object of the \
                 schema and nothing else.",
            )));
        }
    }
}

/// The JSON object in an answer.
fn cut_out<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let mut text = text.trim();
    for (open, close) in THOUGHTS {
        if let Some(rest) = text.strip_prefix(open) {
            text = rest.split_once(close).map_or("", |(_, answer)| answer);
        }
    }
    let mut why = "there is no JSON object in it".to_owned();
    // A brace of the text around it is no object; a few are looked past.
    for (start, _) in text.match_indices('{').take(8) {
        let mut values = serde_json::Deserializer::from_str(&text[start..]).into_iter::<T>();
        match values.next() {
            Some(Ok(value)) => return Ok(value),
            Some(Err(error)) if start == text.find('{').unwrap_or(start) => why = error.to_string(),
            _ => {}
        }
    }
    Err(why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Shape {
        a: Vec<u32>,
    }

    #[test]
    fn json_is_found_in_what_is_around_it() {
        for text in [
            r#"{"a":[1]}"#,
            "Sure! Here {it} is:\n```json\n{\"a\": [1]}\n```\nAnything else?",
            "<think>{\"a\":[2]} or so</think>{\"a\":[1]}",
        ] {
            assert_eq!(cut_out::<Shape>(text).unwrap(), Shape { a: vec![1] }, "{text}");
        }
    }

    #[test]
    fn broken_json_is_not_mended() {
        for text in ["", "{\"a\":[1", "{\"a\":[1}", "{\"a\":[-1]}", "[1]", "<think>{\"a\":[1]}"] {
            assert!(cut_out::<Shape>(text).is_err(), "{text}");
        }
        // Deep nesting neither overflows the stack nor passes.
        assert!(cut_out::<Shape>(&"{\"a\":".repeat(100_000)).is_err());
    }
}
