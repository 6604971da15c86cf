//! A line as words: tokens with the small closed classes of English that rewriting needs, and the
//! verbs of the pack.

use vitae_pack::{Pack, Verb, VerbFormKind};
use vitae_text::{Token, TokenKind, tokenize};

/// A form of a verb as it stands in a line.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Third,
    Past,
    Gerund,
}

/// A line, cut into tokens.
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) pack: &'a Pack,
}

const ARTICLES: &[&str] =
    &["a", "an", "the", "our", "my", "their", "its", "this", "these", "all", "each"];
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "for",
    "with",
    "from",
    "to",
    "into",
    "onto",
    "by",
    "via",
    "using",
    "through",
    "across",
    "between",
    "over",
    "under",
    "within",
    "during",
    "after",
    "before",
    "as",
    "per",
    "against",
    "among",
    "without",
    "towards",
    "toward",
    "around",
    "about",
    "behind",
    "inside",
    "upon",
    "like",
    "including",
];
/// What a clause of means, purpose or result opens with: the act itself ends before it.
const CLAUSE: &[&str] = &[
    "using",
    "by",
    "via",
    "through",
    "while",
    "which",
    "that",
    "who",
    "so",
    "because",
    "where",
    "when",
    "resulting",
    "leading",
    "allowing",
    "enabling",
    "ensuring",
    "reducing",
    "improving",
    "increasing",
    "cutting",
    "helping",
    "saving",
    "making",
    "providing",
    "after",
    "before",
    "thereby",
    "thus",
    "but",
];

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, pack: &'a Pack) -> Self {
        let tokens = tokenize(text);
        Self { text, tokens, pack }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.range.of(self.text))
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    pub(crate) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(crate) fn article(&self, at: usize) -> bool {
        self.is_any(at, ARTICLES)
    }

    pub(crate) fn preposition(&self, at: usize) -> bool {
        self.is_any(at, PREPOSITIONS)
    }

    /// A clause of means, purpose or result opens here.
    pub(crate) fn opens_clause(&self, at: usize) -> bool {
        self.is_any(at, CLAUSE)
    }

    /// A mark that ends a phrase; a comma or full stop inside a figure or a name does not.
    pub(crate) fn stop(&self, at: usize) -> bool {
        let mark = matches!(
            self.word(at),
            ";" | ":" | "." | "(" | ")" | "\u{2014}" | "\u{2013}" | "," | "!" | "?"
        );
        mark && !(self.glued(at + 1)
            && at + 1 < self.len()
            && !matches!(self.word(at + 1), ")" | "."))
            || matches!(self.word(at), "(" | "\u{2014}") && !self.glued(at)
    }

    /// The verb that the word can be, by the pack.
    pub(crate) fn verb(&self, at: usize) -> Option<(&'a Verb, Form)> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        let found = self.pack.verb_key(token.key)?;
        let form = match found.form {
            VerbFormKind::Base if found.verb.past == found.verb.base => Form::Past,
            VerbFormKind::Base => Form::Base,
            VerbFormKind::Past | VerbFormKind::Participle => Form::Past,
            VerbFormKind::Present3 => Form::Third,
            VerbFormKind::Gerund => Form::Gerund,
        };
        Some((found.verb, form))
    }

    /// A word that the pack has as a base or that a nominal hides: `migrate`.
    pub(crate) fn verb_named(&self, base: &str) -> Option<&'a Verb> {
        self.pack.verb(base).map(|found| found.verb)
    }

    /// The words from one token to before another, as they stand.
    pub(crate) fn slice(&self, from: usize, to: usize) -> &'a str {
        if from >= to || from >= self.len() {
            return "";
        }
        let last = to.min(self.len()) - 1;
        self.tokens[from].range.cover(self.tokens[last].range).of(self.text)
    }

    /// First token behind the noun phrase that starts at `at`, `of …` included.
    pub(crate) fn noun_phrase_end(&self, at: usize) -> usize {
        let inner = |word: usize| self.is_any(word, &["of", "between", "per"]);
        let ends = |word: usize| {
            self.stop(word)
                || self.opens_clause(word)
                || self.preposition(word) && !inner(word)
                || word > at
                    && self.is_any(word, &["and", "or", "then", "&"])
                    && self
                        .verb(word + 1)
                        .is_some_and(|(_, form)| form != Form::Base || self.article(word + 2))
                || self.is_any(word, &["is", "are", "was", "were", "has", "have", "had"])
        };
        (at..self.len()).find(|word| ends(*word)).unwrap_or(self.len())
    }

    /// First token behind the act that starts at `at`: its object with where and for whom, up to the
    /// clause of means, purpose or result.
    pub(crate) fn act_end(&self, at: usize) -> usize {
        let ends = |word: usize| {
            let purpose = self.is(word, "to")
                && self.verb(word + 1).is_some_and(|(_, form)| form == Form::Base);
            let comma = self.stop(word) && self.is(word, ",") && !self.lists_on(word + 1);
            self.stop(word) && !self.is(word, ",")
                || comma
                || word > at && self.opens_clause(word)
                || word > at
                    && self.is(word, "with")
                    && !self.is_number(word + 1)
                    && !self.is_any(word - 1, &["line", "accordance", "together", "along"])
                || word > at && purpose
                || word > at
                    && self.is_any(word, &["and", "then", "&"])
                    && self.verb(word + 1).is_some_and(|(_, form)| form == Form::Past)
        };
        (at..self.len()).find(|word| ends(*word)).unwrap_or(self.len())
    }

    /// Behind a comma the list goes on: no verb, no clause.
    fn lists_on(&self, at: usize) -> bool {
        let and = usize::from(self.is_any(at, &["and", "or", "&"]));
        let verb = self.verb(at + and).is_some_and(|(_, form)| form != Form::Base);
        !verb && !self.opens_clause(at) && self.is_word(at)
    }

    /// The first word in lower case, unless it is a name.
    pub(crate) fn lowered(&self, from: usize, to: usize) -> String {
        let text = self.slice(from, to);
        let word = self.word(from);
        let name = word.chars().skip(1).any(|ch| ch.is_uppercase() || ch.is_ascii_digit())
            || word.chars().count() == 1 && !self.is(from, "a")
            || self.tokens.get(from..).is_some_and(|rest| {
                self.pack
                    .skills()
                    .longest(rest)
                    .is_some_and(|found| self.pack.skill(found.value).technology)
            });
        let mut chars = text.chars();
        match chars.next() {
            Some(first) if !name => first.to_lowercase().chain(chars).collect(),
            _ => text.to_owned(),
        }
    }

    /// A word that looks like a plural noun.
    pub(crate) fn plural(&self, at: usize) -> bool {
        let word = self.word(at);
        let tail = |tail: &str| word.ends_with(tail);
        self.is_word(at)
            && (word.len() >= 4 && tail("s") && !tail("ss") && !tail("us") && !tail("is")
                || self.is_any(at, &["APIs", "people", "data", "criteria"]))
    }
}

/// `verbs` as one: `Designed, built and maintained`.
pub(crate) fn joined(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
