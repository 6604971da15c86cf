//! What to ask about a line: its words, its facts and its kind of work come in, and slots with their
//! places go out. Only what the line lacks is asked, and at most four things at once.

use super::VersionKind;
use super::body::Insert;
use super::draft::{Ask, Form, Slot};
use super::opening::Head;
use super::wording::{Kind, Leave, SlotData, wording};
use super::words::Words;
use vitae_facts::{Anatomy, Level, MetricKind};

/// Verbs that say of a quantity how it changed.
const CHANGES: &[&str] = &[
    "improve",
    "reduce",
    "cut",
    "optimise",
    "optimize",
    "increase",
    "accelerate",
    "speed",
    "shrink",
    "lower",
    "boost",
    "raise",
    "slash",
    "trim",
    "decrease",
    "minimise",
    "minimize",
    "tune",
    "enhance",
    "shorten",
    "drop",
    "maximise",
    "maximize",
    "scale",
];

/// Acts that have another option.
const CHOICES: &[&str] = &[
    "build",
    "design",
    "introduce",
    "implement",
    "migrate",
    "move",
    "replace",
    "split",
    "cache",
    "rewrite",
    "port",
    "adopt",
    "architect",
    "choose",
    "select",
    "shard",
    "store",
    "containerise",
    "containerize",
    "develop",
];

/// A line with what its parts are.
pub(crate) struct Line<'w, 'a> {
    pub(crate) words: &'w Words<'a>,
    pub(crate) anatomy: &'w Anatomy,
    pub(crate) kind: &'w Kind,
    pub(crate) level: Level,
}

impl Line<'_, '_> {
    /// The questions of a version, each before the token that it names.
    pub(crate) fn inserts(&self, head: &Head<'_>, which: VersionKind) -> Vec<(usize, Insert)> {
        let mut inserts = Vec::new();
        let moved = head
            .moved
            .iter()
            .map(|moved| (act_end_of(self.words, head), Insert::Words(moved.clone())));
        let change = head.verb.is_some_and(|verb| CHANGES.contains(&verb.base));
        let object_end = self.words.noun_phrase_end(head.rest);
        let act_end = act_end_of(self.words, head);
        if !change {
            inserts.extend(moved.clone());
        }
        let mut add =
            |at: usize, ask: Option<Ask>| inserts.extend(ask.map(|ask| (at, Insert::Ask(ask))));
        if change {
            add(object_end, self.which(head.rest, object_end));
            if which != VersionKind::WithoutFigures {
                let (at, ask) = self.before_and_after(object_end);
                add(at, ask);
            }
        } else if which == VersionKind::Figures {
            self.sizes(head).into_iter().for_each(|ask| add(act_end, Some(ask)));
        }
        if change {
            inserts.extend(moved);
        }
        let mut add =
            |at: usize, ask: Option<Ask>| inserts.extend(ask.map(|ask| (at, Insert::Ask(ask))));
        if change {
            add(act_end, self.means(head));
        }
        let end = head.end(self.words);
        match which {
            VersionKind::Decision => add(end, self.decision()),
            VersionKind::Figures if change => {}
            _ => add(end, self.result()),
        }
        inserts
    }

    /// A change of nothing in particular: of what, is asked.
    fn which(&self, from: usize, to: usize) -> Option<Ask> {
        let words = self.words;
        let trade = words.pack.trade_words();
        let general = |at: usize| {
            let word = words.word(at).to_lowercase();
            let listed = |list: &[&str]| list.contains(&word.as_str());
            !words.is_word(at)
                || words.article(at)
                || listed(&trade.generic)
                || listed(&trade.measures)
                || word.ends_with("ly")
                || words.is_any(
                    at,
                    &["times", "response", "load", "application", "query", "overall", "and", "of"],
                )
        };
        let named = (from..to).any(|at| !general(at));
        let has_of = (from..to).any(|at| words.is(at, "of"));
        (from < to && !named && !has_of).then(|| {
            let (lead, label) = match self.kind.which.strip_prefix("of ") {
                Some(label) => ("of", label),
                None => ("of", self.kind.which.as_str()),
            };
            let slot = Slot {
                label: label.to_owned(),
                ask: format!("{label}? name it as colleagues would"),
                example: "the seat search".into(),
                form: Form::Words,
                unit: String::new(),
                required: false,
            };
            Ask::one(lead, slot)
        })
    }

    /// `from ‹p99 before› to ‹p99 after›`; where the line says the second or the share, only the first.
    fn before_and_after(&self, object_end: usize) -> (usize, Option<Ask>) {
        let words = self.words;
        let [before, after] = self.kind.change.as_slice() else { return (object_end, None) };
        if self.anatomy.metrics.iter().any(|metric| metric.change.is_some()) {
            return (object_end, None);
        }
        let relative = self
            .anatomy
            .metrics
            .iter()
            .find(|metric| matches!(metric.kind, MetricKind::Percent | MetricKind::Multiplier));
        if let Some(metric) = relative {
            let first =
                words.tokens.iter().position(|token| token.range.start >= metric.range.start);
            let behind = words
                .tokens
                .iter()
                .position(|token| token.range.start >= metric.range.end)
                .unwrap_or(words.len());
            let first = first.unwrap_or(0);
            let to = first > 0 && words.is(first - 1, "to");
            let (at, lead) = if to { (first - 1, "from") } else { (behind, "from") };
            return (at, Some(Ask::one(lead, number(before))));
        }
        if !self.anatomy.metrics.is_empty() {
            return (object_end, None);
        }
        let ask = Ask {
            lead: "from".into(),
            slots: vec![(number(before), "to".into()), (number(after), String::new())],
            neutral: String::new(),
        };
        (object_end, Some(ask))
    }

    /// `from ‹p99 before›`.
    pub(crate) fn before(&self) -> Ask {
        let slot = self.kind.change.first().map(number);
        slot.map_or_else(
            || Ask { lead: String::new(), slots: Vec::new(), neutral: String::new() },
            |slot| Ask::one("from", slot),
        )
    }

    /// The line names no thing that was worked on.
    pub(crate) fn is_about_nothing(&self, head: &Head<'_>) -> bool {
        let words = self.words;
        let people = matches!(self.kind.name.as_str(), "team" | "people" | "review" | "other");
        let change = head.verb.is_some_and(|verb| CHANGES.contains(&verb.base));
        let trade = words.pack.trade_words();
        let names = |at: usize| {
            let word = words.word(at).to_lowercase();
            let listed = |list: &[&str]| list.contains(&word.as_str());
            words.is_word(at)
                && word.len() > 3
                && !words.article(at)
                && !words.preposition(at)
                && !word.ends_with("ly")
                && !listed(&trade.generic)
                && !listed(&trade.measures)
                && !wording().is_empty_word(&word)
                && wording().leave(&words.tokens[at..]).is_none_or(|(_, tokens)| tokens != 1)
        };
        let named = self.anatomy.metrics.len() + self.anatomy.skills.len();
        people && !change && named == 0 && !(head.rest..act_end_of(words, head)).any(names)
    }

    /// How large it is; nothing where a figure says so.
    fn sizes(&self, head: &Head<'_>) -> Vec<Ask> {
        let list = head.acts_follow.is_some()
            && (head.rest..head.end(self.words)).any(|at| self.words.is_any(at, &[",", "and"]));
        if list || !self.anatomy.metrics.is_empty() || head.closed {
            return Vec::new();
        }
        // How many of them is asked already.
        let amount = (head.rest..head.end(self.words)).any(|at| {
            let found = self.words.tokens.get(at..).and_then(|rest| wording().leave(rest));
            found.is_some_and(|(kind, _)| kind == Leave::Amount)
        });
        if amount {
            return Vec::new();
        }
        let opening = head.draft.text();
        let taken = |lead: &str| {
            opening.split(' ').any(|word| word == lead)
                || lead == "("
                || (head.rest..self.words.len()).any(|at| self.words.is(at, lead))
        };
        let most = if head.draft.asks() { 1 } else { 2 };
        let sizes = self.kind.size.iter().take(most);
        if sizes.clone().any(|data| taken(&data.lead)) {
            return vec![Ask::bracketed(sizes.map(number).collect())];
        }
        sizes.map(|data| Ask::one(&data.lead, number(data))).collect()
    }

    /// `by ‹what you changed›`, where the line does not say how.
    fn means(&self, head: &Head<'_>) -> Option<Ask> {
        let words = self.words;
        let told = head.moved.is_some()
            || (head.rest..words.len()).any(|at| {
                words.is_any(at, &["by", "using", "via", "through", "with"])
                    && !words.is_number(at + 1)
            });
        let slot = Slot {
            label: "what you changed".into(),
            ask: "how: what did you change? begin with a word in -ing".into(),
            example: "moving the price lookup out of the loop".into(),
            form: Form::Words,
            unit: String::new(),
            required: false,
        };
        (!told).then(|| Ask::one("by", slot))
    }

    fn result(&self) -> Option<Ask> {
        let data = &self.kind.result;
        let slot = Slot {
            label: data.label.clone(),
            ask: data.ask.clone(),
            example: data.example.clone(),
            form: Form::Words,
            unit: String::new(),
            required: false,
        };
        self.anatomy.outcome.is_none().then(|| Ask::one(", so that", slot))
    }

    /// What was weighed; asked from people who decide.
    fn decision(&self) -> Option<Ask> {
        let slot = |label: &str, ask: &str, example: &str| Slot {
            label: label.into(),
            ask: ask.into(),
            example: example.into(),
            form: Form::Words,
            unit: String::new(),
            required: false,
        };
        self.anatomy.decision.is_none().then(|| Ask {
            lead: ", instead of".into(),
            slots: vec![
                (
                    slot("the other option", "what was the other option?", "a second read replica"),
                    ", because".into(),
                ),
                (
                    slot(
                        "what decided it",
                        "what decided it?",
                        "the lag would have broken the seat count",
                    ),
                    String::new(),
                ),
            ],
            neutral: String::new(),
        })
    }

    /// Whether a line like this shows a decision worth asking for.
    pub(crate) fn may_decide(&self, head: &Head<'_>) -> bool {
        let chooses = head.verb.is_some_and(|verb| CHOICES.contains(&verb.base));
        let pack = self.words.pack;
        let technology = self.anatomy.skills.iter().any(|used| pack.skill(used.skill).technology);
        let one_act = head.acts_follow.is_none() && head.draft.fixed_words() == 1;
        self.anatomy.decision.is_none()
            && self.level >= Level::Senior
            && chooses
            && technology
            && one_act
    }

    /// Questions alone, where no rewrite is safe.
    pub(crate) fn questions(&self) -> Vec<Slot> {
        let technologies = self.anatomy.skills.len();
        let did = Slot {
            label: "what you did".into(),
            ask: if technologies > 4 { "which of these did one piece of work need? name the work first, then the two or three it needed" } else { "name one piece of work behind this line: what did you build, change or end?" }.into(),
            example: "Rewrote the invoice importer".into(),
            form: Form::Words,
            unit: String::new(),
            required: false,
        };
        let size = self.kind.size.iter().take(1).map(number);
        let result =
            self.result().into_iter().flat_map(|ask| ask.slots.into_iter().map(|(slot, _)| slot));
        std::iter::once(did).chain(size).chain(result).collect()
    }
}

/// First token behind the act.
fn act_end_of(words: &Words<'_>, head: &Head<'_>) -> usize {
    words.act_end(head.rest).max(words.noun_phrase_end(head.rest)).min(head.end(words))
}

fn number(data: &SlotData) -> Slot {
    Slot {
        label: data.label.clone(),
        ask: data.ask.clone(),
        example: data.example.clone(),
        form: Form::Number,
        unit: data.unit.clone(),
        required: false,
    }
}
