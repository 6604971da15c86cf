//! What stands behind the opening of a line: its words come in with what is to be put between them,
//! and go out without filler, with amounts that say no number asked for.

use super::draft::{Ask, Draft, Form as AnswerForm, Slot};
use super::opening::Tense;
use super::wording::{Leave, wording};
use super::words::{Form, Words};

/// What is put before a token.
pub(crate) enum Insert {
    Words(String),
    Ask(Ask),
}

/// Which tokens.
#[derive(Copy, Clone)]
pub(crate) struct Part {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Whether to ask how many, where an amount has no number.
    pub(crate) count: bool,
    /// The form of verbs that tell further acts, and the tense they get: `fixing bugs` to `fixed bugs`.
    pub(crate) acts: Option<(Form, Tense)>,
}

/// A part of a line with what was left out of it.
pub(crate) struct Body {
    pub(crate) draft: Draft,
    /// Phrases that went, as they stood.
    pub(crate) left_out: Vec<String>,
    /// An amount became a question.
    pub(crate) counts: bool,
}

/// The tokens of `part`, with `inserts` before the tokens that they name, in order.
pub(crate) fn body(words: &Words<'_>, part: Part, inserts: Vec<(usize, Insert)>) -> Body {
    let Part { from, to, count, acts } = part;
    let mut writer = Writer {
        words,
        from,
        to,
        count,
        acts,
        run: String::new(),
        fix_article: false,
        body: Body { draft: Draft::default(), left_out: Vec::new(), counts: false },
    };
    let mut inserts = inserts.into_iter().peekable();
    let mut at = from;
    loop {
        while let Some((_, insert)) = inserts.next_if(|(place, _)| *place <= at) {
            writer.insert(insert);
        }
        if at >= to {
            break;
        }
        let next = writer.step(at);
        // What is asked in the middle of a phrase that went is asked behind it.
        at = next.max(at + 1);
    }
    inserts.for_each(|(_, insert)| writer.insert(insert));
    writer.flush();
    writer.body
}

struct Writer<'w, 'a> {
    words: &'w Words<'a>,
    from: usize,
    to: usize,
    count: bool,
    acts: Option<(Form, Tense)>,
    run: String,
    /// Something went behind an article.
    fix_article: bool,
    body: Body,
}

impl Writer<'_, '_> {
    fn insert(&mut self, insert: Insert) {
        self.flush();
        match insert {
            Insert::Words(words) => self.body.draft.words(words),
            Insert::Ask(ask) => self.body.draft.ask(ask),
        };
    }

    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        self.body.draft.words(run);
    }

    /// Writes or leaves out what starts at `at`; the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        let words = self.words;
        let name = words.tokens.get(at..).and_then(|rest| words.pack.skills().longest(rest));
        let name =
            name.map_or(
                0,
                |found| if words.pack.skill(found.value).technology { found.tokens } else { 0 },
            );
        let leave = words.tokens.get(at..self.to).and_then(|rest| wording().leave(rest));
        if let Some((kind, tokens)) = leave.filter(|(_, tokens)| *tokens >= name) {
            let end = at + tokens;
            let compound = words.is(end, "-") && words.glued(end)
                || words.is(at.wrapping_sub(1), "-") && words.glued(at);
            let gone = match kind {
                _ if compound => None,
                Leave::Adverb => self.adverb(at, end),
                Leave::Adjective => self.adjective(at, end),
                Leave::Amount => self.amount(at, end),
                Leave::Shorter(which) => {
                    let short =
                        wording().shorter.get(usize::from(which)).cloned().unwrap_or_default();
                    self.put(&short, false);
                    self.body.left_out.push(words.slice(at, end).to_owned());
                    Some(end)
                }
                Leave::BeforeAct => None,
            };
            if let Some(next) = gone {
                return next;
            }
        }
        if let Some(told) = self.further_act(at) {
            self.put(told, false);
        } else if words.is_any(at, &["our", "my"]) && words.is_word(at + 1) {
            self.put("the", false);
        } else {
            self.put(words.word(at), words.glued(at) && at > self.from);
        }
        at + 1
    }

    /// A gerund that goes on with the list of acts, in the tense of the line.
    fn further_act(&self, at: usize) -> Option<&'static str> {
        let words = self.words;
        let (wanted, tense) = self.acts?;
        let (verb, form) = words.verb(at)?;
        let listed = at > self.from && words.is_any(at - 1, &[",", "and", "&"]);
        let object = words.is_word(at + 1) && !words.preposition(at + 1) || words.is_number(at + 1);
        // "and test coverage" is no act; "and test the gateway" is one.
        let object = object && (wanted != Form::Base || words.article(at + 1));
        (form == wanted && listed && object).then(|| tense.form(verb))
    }

    fn put(&mut self, word: &str, glued: bool) {
        if self.fix_article {
            self.fix_article = false;
            for (old, new) in [(" a", " an"), (" an", " a")] {
                let wants = if starts_with_vowel(word) { " an" } else { " a" };
                let whole = format!(" {}", self.run);
                if whole.ends_with(old) && new == wants {
                    self.run.truncate(self.run.len().saturating_sub(old.len()));
                    self.run.push_str(if self.run.is_empty() { new.trim_start() } else { new });
                    break;
                }
            }
        }
        if !glued && !self.run.is_empty() {
            self.run.push(' ');
        }
        self.run.push_str(word);
    }

    fn gone(&mut self, at: usize, end: usize) {
        self.fix_article = true;
        self.body.left_out.push(self.words.slice(at, end).to_owned());
    }

    fn adverb(&mut self, at: usize, end: usize) -> Option<usize> {
        let words = self.words;
        // "closely related", "highly available": it says something of the next word.
        let of_next = words.is_any(
            at,
            &[
                "highly",
                "very",
                "closely",
                "deeply",
                "extremely",
                "quite",
                "massively",
                "mainly",
                "primarily",
            ],
        ) && end < self.to
            && words.is_word(end)
            && words.verb(end).is_none();
        if of_next && !words.is_any(at, &["very", "extremely", "quite"]) {
            return None;
        }
        self.gone(at, end);
        // "tests, etc.": the comma before goes as well.
        if self.run.ends_with(',') && (end >= self.to || words.stop(end)) {
            self.run.pop();
        }
        Some(end)
    }

    fn adjective(&mut self, at: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let linked = |word: usize| words.is_any(word, &["and", ",", "or", "&"]);
        let predicate = at > 0
            && words.is_any(
                at - 1,
                &["is", "are", "was", "were", "be", "more", "less", "most", "as", "not"],
            );
        let before = at > self.from && linked(at - 1);
        let kept_before = before && !words.plural(at.wrapping_sub(2));
        if predicate || kept_before && self.run.ends_with(words.word(at - 1)) {
            return None;
        }
        let next = end + usize::from(linked(end));
        let noun = next < self.to
            && words.is_word(next)
            && !words.preposition(next)
            && !words.opens_clause(next)
            && !words.article(next);
        if !noun {
            return None;
        }
        self.gone(at, end);
        Some(next)
    }

    /// `several services`: how many, is asked once; any further amount goes.
    fn amount(&mut self, at: usize, end: usize) -> Option<usize> {
        let words = self.words;
        if words.is(at, "different") && at > 0 && words.is_any(at - 1, &["a", "the", "in"]) {
            return None;
        }
        let next = end + usize::from(words.is(end, "different"));
        let noun = (next..(next + 4).min(self.to)).find(|word| words.plural(*word));
        let noun = noun.filter(|noun| {
            (next..*noun)
                .all(|word| words.is_word(word) && !words.preposition(word) || words.is(word, "-"))
        })?;
        self.gone(at, next);
        if self.count && !self.body.counts {
            self.body.counts = true;
            self.flush();
            let what = words.slice(next, noun + 1);
            self.body.draft.ask(Ask::one(
                "",
                Slot {
                    label: "how many".into(),
                    ask: format!("how many {what}? a rough figure is enough"),
                    example: "6".into(),
                    form: AnswerForm::Number,
                    unit: String::new(),
                    required: false,
                },
            ));
        }
        Some(next)
    }
}

/// Whether `an` stands before the word, by its sound.
pub(crate) fn starts_with_vowel(word: &str) -> bool {
    let lower = word.to_lowercase();
    let acronym =
        word.len() > 1 && word.chars().all(|ch| ch.is_ascii_uppercase() || ch.is_ascii_digit());
    if acronym
        && ![
            "SQL", "REST", "NATS", "SOAP", "RAM", "LAN", "SAAS", "NOSQL", "MAC", "RAID", "SAP",
            "SIM", "FIFO", "LIFO", "NASA", "LIDAR", "HIPAA",
        ]
        .contains(&word)
    {
        return word.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X', '8']);
    }
    let silent =
        ["hour", "honest", "honour", "honor", "heir"].iter().any(|start| lower.starts_with(start));
    let consonant = ["uni", "use", "usa", "usu", "util", "eu", "one", "once", "ubiq"]
        .iter()
        .any(|start| lower.starts_with(start))
        && !lower.starts_with("unin")
        && !lower.starts_with("unim");
    silent || !consonant && lower.starts_with(['a', 'e', 'i', 'o', 'u', '8'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_pack::Pack;

    fn trimmed(text: &str) -> String {
        let words = Words::new(text, Pack::builtin());
        body(&words, Part { from: 0, to: words.len(), count: true, acts: None }, Vec::new())
            .draft
            .text()
    }

    #[test]
    fn filler_goes_and_the_grammar_holds() {
        for (before, after) in [
            ("Built a robust API", "Built an API"),
            ("Built an innovative service", "Built a service"),
            ("Built a scalable, robust and elegant HTTP proxy", "Built an HTTP proxy"),
            ("Wrote tests and robust services", "Wrote tests and services"),
            ("Kept it fast and robust", "Kept it fast and robust"),
            ("Wrote it in order to seamlessly import files", "Wrote it to import files"),
            (
                "Moved several Java services to our cluster",
                "Moved ‹how many› Java services to the cluster",
            ),
            ("Made high-performance computing jobs run", "Made computing jobs run"),
        ] {
            assert_eq!(trimmed(before), after);
        }
    }
}
