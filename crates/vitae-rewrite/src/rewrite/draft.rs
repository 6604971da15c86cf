//! A line while it is rewritten: words, and questions that stand in it as slots. What goes in are
//! pieces in order; what comes out is the line with its slots, without them, or with answers.

use serde::Serialize;

/// What an answer must look like.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A figure: digits or a number word, with or without its unit.
    Number,
    /// Words.
    Words,
}

/// A fact that only the person has. It stands in the line as `‹label›`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// What is missing, in a few words: `requests/s at peak`.
    pub label: String,
    /// The question to the person.
    pub ask: String,
    /// What an answer looks like, invented: never to be taken over.
    pub example: String,
    /// What is accepted.
    pub form: Form,
    /// Added to an answer that is a bare number; may be empty.
    pub unit: String,
    /// Without an answer the line does not stand; otherwise its phrase is left out.
    pub required: bool,
}

impl Slot {
    /// The answer as it stands in the line; an error says what is missing.
    ///
    /// # Errors
    /// When there is no word or, where a figure is asked, no figure.
    pub fn accept(&self, answer: &str) -> Result<String, String> {
        let plain: String = answer
            .chars()
            .map(|ch| if ch.is_control() { ' ' } else { ch })
            .filter(|ch| !matches!(ch, '‹' | '›'))
            .collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_end_matches(['.', ',', ';']).to_owned();
        if plain.is_empty() {
            return Err("there is no answer".to_owned());
        }
        if plain.len() > MOST_BYTES {
            return Err(format!("the answer has {} bytes (limit {MOST_BYTES})", plain.len()));
        }
        if self.form == Form::Words {
            return Ok(plain);
        }
        if !has_number(&plain) {
            return Err(format!(
                "`{plain}` has no number; a rough one is enough, such as `{}`",
                self.example
            ));
        }
        let bare = plain.chars().all(|ch| ch.is_ascii_digit() || ".,+~ ".contains(ch));
        let unit =
            if bare && !self.unit.is_empty() { format!(" {}", self.unit) } else { String::new() };
        Ok(plain + &unit)
    }
}

/// So long an answer is no phrase.
const MOST_BYTES: usize = 400;

/// A digit or a number word.
fn has_number(text: &str) -> bool {
    const WORDS: &str = " none zero no half halved doubled twice tripled one two three four five six seven \
                         eight nine ten eleven twelve twenty thirty forty fifty sixty hundred thousand \
                         million billion dozen ";
    let word = |word: &str| {
        let word = word.trim_matches(|ch: char| !ch.is_alphabetic()).to_lowercase();
        !word.is_empty() && WORDS.contains(&format!(" {word} "))
    };
    text.chars().any(char::is_numeric) || text.split([' ', '-']).any(word)
}

/// A phrase with slots: its words hold no fact, only what joins them to the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    /// `from`, `, so that`.
    pub(crate) lead: String,
    /// Slots, each with the words behind it.
    pub(crate) slots: Vec<(Slot, String)>,
    /// What a line without an answer would say in its place, for weighing it.
    pub(crate) neutral: String,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Words(String),
    Ask(Ask),
}

/// A line in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pieces: Vec<Piece>,
}

impl Draft {
    pub(crate) fn words(&mut self, words: impl Into<String>) -> &mut Self {
        let words = words.into();
        if !words.trim().is_empty() {
            self.pieces.push(Piece::Words(words));
        }
        self
    }

    pub(crate) fn ask(&mut self, ask: Ask) -> &mut Self {
        self.pieces.push(Piece::Ask(ask));
        self
    }

    pub(crate) fn extend(&mut self, more: Draft) -> &mut Self {
        self.pieces.extend(more.pieces);
        self
    }

    /// Whether a slot stands in it.
    pub(crate) fn asks(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Ask(_)))
    }

    /// Words that stand in it whatever is answered.
    pub(crate) fn fixed_words(&self) -> usize {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.split_whitespace().count()),
            Piece::Ask(_) => None,
        });
        words.sum()
    }

    /// The line with its slots: `Cut p99 from ‹p99 before› to ‹p99 after›`.
    #[must_use]
    pub fn text(&self) -> String {
        self.render(&|ask| Some(ask.put(&|slot, _| format!("‹{}›", slot.label))))
    }

    /// The line as it stands when nothing is answered.
    #[must_use]
    pub fn neutral(&self) -> String {
        self.render(&|ask| Some(ask.neutral.clone()).filter(|neutral| !neutral.is_empty()))
    }

    /// The line with answers, one for each slot in order; a phrase without an answer goes, unless
    /// the line needs it: then its slots stay.
    #[must_use]
    pub fn filled(&self, answers: &[Option<String>]) -> String {
        let mut next = 0;
        let mut line = Line::default();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => line.push(words),
                Piece::Ask(ask) => {
                    let given = answers.get(next..).unwrap_or_default();
                    next += ask.slots.len();
                    let answer = |at: usize| given.get(at).and_then(Option::as_deref);
                    let all = (0..ask.slots.len()).all(|at| answer(at).is_some());
                    let needed = ask.slots.iter().any(|(slot, _)| slot.required);
                    if all || needed {
                        line.push(&ask.put(&|slot, at| {
                            answer(at).map_or_else(|| format!("‹{}›", slot.label), str::to_owned)
                        }));
                    } else {
                        line.push(&ask.answered(&answer));
                    }
                }
            }
        }
        line.finish()
    }

    /// The line with the invented examples as answers; for tests and for weighing.
    #[must_use]
    pub fn sample(&self) -> String {
        let answers: Vec<Option<String>> =
            self.slots().iter().map(|slot| Some(slot.example.clone())).collect();
        self.filled(&answers)
    }

    /// The slots in order.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        let asks = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Ask(ask) => Some(ask.slots.iter().map(|(slot, _)| slot.clone())),
            Piece::Words(_) => None,
        });
        asks.flatten().collect()
    }

    fn render(&self, shown: &dyn Fn(&Ask) -> Option<String>) -> String {
        let mut line = Line::default();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => line.push(words),
                Piece::Ask(ask) => shown(ask).iter().for_each(|text| line.push(text)),
            }
        }
        line.finish()
    }
}

impl Ask {
    /// One slot behind a lead, which may be left out.
    pub(crate) fn one(lead: &str, slot: Slot) -> Self {
        Self { lead: lead.to_owned(), slots: vec![(slot, String::new())], neutral: String::new() }
    }

    /// Slots behind the act, in brackets: `(‹rows›, ‹downtime›)`.
    pub(crate) fn bracketed(slots: Vec<Slot>) -> Self {
        let last = slots.len().saturating_sub(1);
        let mark = |at: usize| if at == last { ")" } else { "," };
        let slots = slots.into_iter().enumerate().map(|(at, slot)| (slot, mark(at).to_owned()));
        Self { lead: "(".to_owned(), slots: slots.collect(), neutral: String::new() }
    }

    fn put(&self, shown: &dyn Fn(&Slot, usize) -> String) -> String {
        let mut line = Line::default();
        line.push(&self.lead);
        for (at, (slot, behind)) in self.slots.iter().enumerate() {
            line.push(&shown(slot, at));
            line.push(behind);
        }
        line.text
    }

    /// The phrase with the first answers only: `from 900 ms` stands without its end; what opens with
    /// an unanswered slot does not.
    fn answered<'a>(&self, answer: &dyn Fn(usize) -> Option<&'a str>) -> String {
        if self.lead == "(" {
            let given: Vec<&str> = (0..self.slots.len()).filter_map(answer).collect();
            let none = given.is_empty();
            return if none { String::new() } else { format!("({})", given.join(", ")) };
        }
        answer(0).map_or(String::new(), |first| {
            let mut line = Line::default();
            line.push(&self.lead);
            line.push(first);
            line.text
        })
    }
}

/// Words put together with one space between them, and none before a comma or a full stop.
#[derive(Default)]
struct Line {
    text: String,
}

impl Line {
    fn push(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let tight =
            words.starts_with([',', '.', ';', ':', ')', '!', '?']) || self.text.ends_with('(');
        if !self.text.is_empty() && !tight {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }

    /// With a capital at the start, and without a comma at the end.
    fn finish(self) -> String {
        let text = self.text.trim_start_matches([',', ';', ' ']);
        let text = text.trim_end_matches([',', ';', ':', ' ']);
        capitalised(text)
    }
}

/// `text` with a capital first letter, unless its first word has one inside (`gRPC`) or is a slot.
pub(crate) fn capitalised(text: &str) -> String {
    let word = text.split([' ', ',']).next().unwrap_or("");
    if word.chars().skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(form: Form, unit: &str) -> Slot {
        Slot {
            label: "x".into(),
            ask: String::new(),
            example: "7".into(),
            form,
            unit: unit.into(),
            required: false,
        }
    }

    #[test]
    fn answers_are_checked_for_their_form_and_kept_as_typed() {
        let number = slot(Form::Number, "rows");
        assert_eq!(number.accept(" 80,000 "), Ok("80,000 rows".into()));
        assert_eq!(number.accept("about a dozen files."), Ok("about a dozen files".into()));
        assert!(number.accept("lots").is_err() && number.accept("  ").is_err());
        assert_eq!(slot(Form::Words, "").accept("the ‹x› team"), Ok("the x team".into()));
    }

    #[test]
    fn unanswered_phrases_go() {
        let mut draft = Draft::default();
        let from_to = Ask {
            lead: "from".into(),
            slots: vec![
                (slot(Form::Number, ""), "to".into()),
                (slot(Form::Number, ""), String::new()),
            ],
            neutral: String::new(),
        };
        draft.words("cut p99 of search").ask(from_to).words(", then left");
        assert_eq!(draft.text(), "Cut p99 of search from ‹x› to ‹x›, then left");
        assert_eq!(draft.neutral(), "Cut p99 of search, then left");
        let two = [Some("9 s".to_owned()), Some("1 s".to_owned())];
        assert_eq!(draft.filled(&two), "Cut p99 of search from 9 s to 1 s, then left");
        assert_eq!(draft.filled(&two[..1]), "Cut p99 of search from 9 s, then left");
        assert_eq!(draft.filled(&[]), "Cut p99 of search, then left");
    }
}
