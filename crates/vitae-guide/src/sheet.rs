//! What is told of one resume, ready to be written: a checklist, an interview, or what to say when
//! terms are discussed comes in; a sheet of cards goes out, which every outlet prints alike.

use crate::checklist::{Checklist, State, Tick};
use crate::interview::{Interview, Question};
use crate::negotiation::{Negotiation, Value};
use crate::quote::Quote;
use vitae_facts::Level;

/// A sheet about one resume.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(crate) title: &'static str,
    /// The file; none for a pipe.
    pub(crate) file: Option<String>,
    /// What it is for: `Backend engineer`, `senior`.
    pub(crate) narrowed: Vec<String>,
    pub(crate) lead: String,
    pub(crate) groups: Vec<CardGroup>,
    pub(crate) closing: &'static str,
}

/// Cards under a heading.
#[derive(Clone, Debug)]
pub(crate) struct CardGroup {
    pub(crate) title: String,
    pub(crate) cards: Vec<Card>,
}

/// One thing that is told.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub(crate) mark: Mark,
    pub(crate) pieces: Vec<Piece>,
}

/// What stands before a card.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The rank of a question.
    Rank(usize),
    /// How an item stands.
    State(State),
    /// Nothing.
    None,
}

/// A part of a card.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// What the card is about.
    Title(String),
    /// Words of the resume, with what introduces them.
    Quote(&'static str, Quote),
    /// Something said, with its label.
    Note(&'static str, String),
    /// A list with its label.
    List(&'static str, Vec<String>),
    /// Words to say, with slots.
    Say(String),
    /// Further places that invite the same.
    Also(Vec<Quote>),
}

impl Sheet {
    fn new(title: &'static str, file: &Option<String>, role: &str, level: Level) -> Self {
        Self {
            title,
            file: file.clone(),
            narrowed: vec![role.to_owned(), level.name().to_owned()],
            lead: String::new(),
            groups: Vec::new(),
            closing: "",
        }
    }

    /// The file's name without its folder, for places.
    pub(crate) fn short_name(&self) -> &str {
        let name = self.file.as_deref().unwrap_or("line");
        name.rsplit(['/', '\\']).next().unwrap_or(name)
    }

    /// Several places in one line.
    pub(crate) fn places(&self, quotes: &[Quote]) -> String {
        let places: Vec<String> = quotes.iter().map(|quote| self.place(quote)).collect();
        places.join(", ")
    }

    /// Where a quote stands: `resume.pdf:12 (page 1)`.
    pub(crate) fn place(&self, quote: &Quote) -> String {
        let page = quote.page.map_or(String::new(), |page| format!(" (page {page})"));
        format!("{}:{}{page}", self.short_name(), quote.line)
    }
}

/// What is said below questions.
const CAUTION: &str = "A question is a guess at what a reader will want to know, not a forecast. Whatever you \
                       answer, say only what is true; \"I do not know, I would look here\" is a good answer.";

fn unreadable(reason: &str) -> String {
    format!(
        "The text could not be read: {reason}. What is not read is not missing; give a file with text, \
         or recognise it with --ocr."
    )
}

impl From<&Checklist> for Sheet {
    fn from(list: &Checklist) -> Self {
        let mut sheet = Self::new("Before you send it", &list.file, &list.role, list.level);
        let sums = list.sums;
        let all = list.items.len();
        sheet.lead = match &list.unreadable {
            Some(reason) => unreadable(reason),
            None => {
                let open = if sums.open == 1 { "is" } else { "are" };
                let ask = if sums.ask == 0 {
                    String::new()
                } else {
                    format!(", {} only you can tell", sums.ask)
                };
                format!("{} of {all} items hold, {} {open} open{ask}.", sums.done, sums.open)
            }
        };
        for (state, title) in
            [(State::Open, "Open"), (State::Ask, "Only you can tell"), (State::Done, "Done")]
        {
            let items = list.items.iter().filter(|item| item.state == state);
            let cards: Vec<Card> = items.map(tick).collect();
            if !cards.is_empty() {
                sheet.groups.push(CardGroup { title: format!("{title} ({})", cards.len()), cards });
            }
        }
        sheet
    }
}

fn tick(item: &Tick) -> Card {
    let mut pieces = vec![Piece::Title(item.text.clone())];
    let label = match item.state {
        State::Done => "found",
        State::Open => "gap",
        State::Ask => "to tell",
    };
    pieces.push(Piece::Note(label, item.found.clone()));
    pieces.extend(item.lines.iter().map(|quote| Piece::Quote("", quote.clone())));
    if item.state != State::Done {
        pieces.push(Piece::Note("why", item.why.clone()));
        pieces.push(Piece::Note("next", item.next.clone()));
    }
    Card { mark: Mark::State(item.state), pieces }
}

impl From<&Interview> for Sheet {
    fn from(interview: &Interview) -> Self {
        let title = "The questions that this resume invites";
        let mut sheet = Self::new(title, &interview.file, &interview.role, interview.level);
        let shown: usize = interview.groups.iter().map(|group| group.questions.len()).sum();
        sheet.lead = match (&interview.unreadable, shown) {
            (Some(reason), _) => unreadable(reason),
            (None, 0) => {
                "No line of it invites a question. Lines that say what was done, with what, and what \
                 came of it do; `vitae check` shows how."
                    .to_owned()
            }
            (None, shown) => {
                let which = match shown {
                    1 => "One question".to_owned(),
                    _ => format!("{shown} questions; 1 is the most likely"),
                };
                let rest = if interview.invited > shown {
                    ". `--all` shows every one that a line invites"
                } else {
                    ""
                };
                format!(
                    "{which}{rest}. Answer from memory first: what you did, in figures, and what you would \
                     do differently."
                )
            }
        };
        sheet.closing = if shown == 0 { "" } else { CAUTION };
        for group in &interview.groups {
            let cards = group.questions.iter().map(question).collect();
            sheet.groups.push(CardGroup { title: group.name.clone(), cards });
        }
        sheet
    }
}

fn question(question: &Question) -> Card {
    let mut pieces = Vec::new();
    if let Some(quote) = &question.quote {
        pieces.push(Piece::Quote("you write", quote.clone()));
    }
    if let Some(because) = &question.because {
        pieces.push(Piece::Note("seen", because.clone()));
    }
    pieces.push(Piece::Title(question.question.clone()));
    pieces.push(Piece::List("a good answer holds", question.holds.clone()));
    if !question.follow_ups.is_empty() {
        pieces.push(Piece::List("often follows", question.follow_ups.clone()));
    }
    if !question.also.is_empty() {
        pieces.push(Piece::Also(question.also.clone()));
    }
    Card { mark: Mark::Rank(question.rank), pieces }
}

impl From<&Negotiation> for Sheet {
    fn from(terms: &Negotiation) -> Self {
        let title = "What this resume brings to a talk about terms";
        let mut sheet = Self::new(title, &terms.file, &terms.role, terms.level);
        sheet.lead = match (&terms.unreadable, terms.values.is_empty()) {
            (Some(reason), _) => unreadable(reason),
            (None, true) => {
                "No line of it shows money, time, risk, reach or people that changed because of \
                             you. What to look for stands below."
                    .to_owned()
            }
            (None, false) => {
                "Lines that carry value, how to say them, and what to bring. What stands in ‹angle \
                              quotes› only you know: fill it in truly, or leave the sentence out."
                    .to_owned()
            }
        };
        sheet.closing = "No salary stands here: a figure without a source helps nobody. Ask for the band of the \
                         level, and compare with what is published where you live.";
        sheet.groups = terms
            .values
            .iter()
            .map(|it| CardGroup { title: it.name.clone(), cards: vec![value(it)] })
            .collect();
        if !terms.missing.is_empty() {
            let card = |it: &crate::Missing| Card {
                mark: Mark::None,
                pieces: vec![
                    Piece::Title(it.name.clone()),
                    Piece::Note("look for", it.look.clone()),
                ],
            };
            let cards = terms.missing.iter().map(card).collect();
            sheet.groups.push(CardGroup { title: "Not on the page".to_owned(), cards });
        }
        sheet
    }
}

fn value(value: &Value) -> Card {
    let quotes = value.lines.iter().map(|quote| Piece::Quote("you write", quote.clone()));
    let mut pieces: Vec<Piece> = quotes.collect();
    pieces.push(Piece::Note("why it counts", value.why.clone()));
    pieces.push(Piece::Say(value.say.clone()));
    pieces.push(Piece::List("bring", value.bring.clone()));
    Card { mark: Mark::None, pieces }
}
