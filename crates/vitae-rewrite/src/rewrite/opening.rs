//! Better openings for a line: its words come in, and for each way to open it the new start comes out,
//! with the token that the rest goes on from. What is not said is asked: a part is never made larger.

use super::act::Act;
use super::draft::{Ask, Draft, Form as AnswerForm, Slot};
use super::voice::passive;
use super::wording::{Leave, OpeningKind, wording};
use super::words::{Form, Words, joined};
use vitae_pack::{Strength, Verb};

/// Tense of a role's lines.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub enum Tense {
    /// A role that ended, or whose lines tell what was done.
    #[default]
    Past,
    /// The current role, told in the present.
    Present,
    /// The current role, told in the past where an act is done and in the present where it goes on.
    Current,
}

impl Tense {
    /// The form of a verb in which an act is told.
    pub(crate) fn form(self, verb: &Verb) -> &'static str {
        if self == Self::Present { verb.base } else { verb.past }
    }
}

/// A way to open the line.
pub(crate) struct Head<'a> {
    pub(crate) draft: Draft,
    /// The token that the rest goes on from.
    pub(crate) rest: usize,
    /// The verb that it opens with; none when it is asked for.
    pub(crate) verb: Option<&'a Verb>,
    /// Words that move behind the act: `with Redis`.
    pub(crate) moved: Option<String>,
    /// Why it is stronger.
    pub(crate) why: Vec<String>,
    /// When it may be used.
    pub(crate) only_if: Option<&'static str>,
    /// Nothing behind `rest` is kept.
    pub(crate) closed: bool,
    /// Verbs of this form that follow tell further acts: `fixing bugs and writing tests`.
    pub(crate) acts_follow: Option<Form>,
    /// What goes at the end, from this token on: `by me`.
    pub(crate) until: Option<usize>,
}

impl<'a> Head<'a> {
    pub(crate) fn new(draft: Draft, rest: usize, verb: Option<&'a Verb>) -> Self {
        Self {
            draft,
            rest,
            verb,
            moved: None,
            why: Vec::new(),
            only_if: None,
            closed: false,
            acts_follow: None,
            until: None,
        }
    }

    /// First token behind the line, its full stop not counted.
    pub(crate) fn end(&self, words: &Words<'_>) -> usize {
        let end = super::result::end_of(words);
        if self.closed { self.rest } else { self.until.unwrap_or(end).min(end) }
    }

    pub(crate) fn why(mut self, why: impl Into<String>) -> Self {
        self.why.push(why.into());
        self
    }
}

/// The line, the tense it is told in, and where its first clause starts.
pub(crate) struct Opening<'a, 'w> {
    pub(crate) words: &'w Words<'a>,
    pub(crate) tense: Tense,
}

impl<'a> Opening<'a, '_> {
    /// The ways to open the line, best first.
    pub(crate) fn heads(&self) -> Vec<Head<'a>> {
        let words = self.words;
        let mut at = self.skip_adverbs(self.skip_marks());
        let mut person = None;
        if words.is_any(at, &["I", "we"]) || words.is(at, "our") && words.is(at + 1, "team") {
            person = Some(words.word(at));
            at += 1 + usize::from(words.is(at, "our"));
            at = self.skip_adverbs(at);
            while words.is_any(at, &["have", "has", "also", "then", "had"])
                && words.verb(at + 1).is_some_and(|(_, form)| form == Form::Past)
            {
                at = self.skip_adverbs(at + 1);
            }
        }
        let together = person.is_some_and(|word| !word.eq_ignore_ascii_case("I"));
        let mut heads = if together { self.together(at) } else { self.by_kind(at) };
        if heads.is_empty() && !together {
            heads.extend(passive(words, at, self.tense));
        }
        if heads.is_empty() && !together {
            heads.extend(self.plain(at));
        }
        if person.is_some() {
            for head in &mut heads {
                head.why.insert(
                    0,
                    format!(
                        "leaves out `{}`: a resume is told without it",
                        words.word(self.skip_adverbs(self.skip_marks()))
                    ),
                );
            }
        }
        heads
    }

    /// First token behind glyphs and quotes.
    fn skip_marks(&self) -> usize {
        let words = self.words;
        (0..words.len())
            .find(|at| words.is_word(*at) || words.is_number(*at))
            .unwrap_or(words.len())
    }

    /// First token behind adverbs that say nothing.
    fn skip_adverbs(&self, mut at: usize) -> usize {
        while let Some((Leave::Adverb, tokens)) =
            self.words.tokens.get(at..).and_then(|rest| wording().leave(rest))
        {
            at += tokens + usize::from(self.words.is(at + tokens, ","));
        }
        at
    }

    fn by_kind(&self, at: usize) -> Vec<Head<'a>> {
        let Some(rest) = self.words.tokens.get(at..) else { return Vec::new() };
        let openings = wording().opening(rest);
        for (kind, tokens) in openings {
            let mut end = at + tokens;
            end += usize::from(self.words.is(end, ":"));
            let heads = match kind {
                OpeningKind::Duty => self.duty(at, end),
                OpeningKind::Help => self.help(at, end),
                OpeningKind::Team => self.together(end),
                OpeningKind::Work => self.work(at, end),
                OpeningKind::Know => self.know(end),
                OpeningKind::Light => self.light(at, end),
                OpeningKind::Tool => self.tool(end),
            };
            if !heads.is_empty() {
                return heads;
            }
        }
        Vec::new()
    }

    /// The form of a verb that the role's lines have.
    pub(crate) fn told(&self, verb: &'a Verb) -> &'a str {
        self.tense.form(verb)
    }

    fn told_all(&self, verbs: &[&'a Verb]) -> String {
        joined(&verbs.iter().map(|verb| self.told(verb)).collect::<Vec<_>>())
    }

    /// `Responsible for …`: the work itself follows.
    fn duty(&self, at: usize, end: usize) -> Vec<Head<'a>> {
        let opener = self.words.slice(at, end.min(self.words.len())).trim_end_matches(':');
        let end = self.skip_adverbs(end);
        match self.act(end) {
            Some(act) if !act.verbs.is_empty() => vec![self.acting(&act, opener)],
            Some(act) => match self.later_act(act.object) {
                Some(later) => vec![self.acting(&later, opener)],
                None => self.ask_verb(act.object, opener),
            },
            None if self.bases(end + usize::from(self.words.is(end, "to"))).is_some() => {
                let at = end + usize::from(self.words.is(end, "to"));
                self.infinitive(at, opener).into_iter().collect()
            }
            None => self
                .compound(end, opener)
                .map_or_else(|| self.ask_verb(end, opener), |head| vec![head]),
        }
    }

    fn acting(&self, act: &Act<'a>, opener: &str) -> Head<'a> {
        let mut draft = Draft::default();
        let told = self.told_all(&act.verbs);
        draft.words(told.clone());
        let why = format!(
            "opens with the act (`{}`), not with `{opener}`",
            super::draft::capitalised(&told)
        );
        let mut head = Head::new(draft, act.object, act.verbs.first().copied()).why(why);
        head.acts_follow = (!act.nominal).then_some(Form::Gerund);
        head
    }

    /// `Responsible to ensure X`.
    fn infinitive(&self, at: usize, opener: &str) -> Option<Head<'a>> {
        let (bases, object) = self.bases(at)?;
        let verbs = bases.iter().filter_map(|base| self.words.verb_named(base)).collect();
        Some(self.acting(&Act { verbs, object, nominal: false }, opener))
    }

    /// `Responsible for API development`: developed what, is asked.
    fn compound(&self, at: usize, opener: &str) -> Option<Head<'a>> {
        let words = self.words;
        let mut noun = at + usize::from(words.article(at));
        while words.is_word(noun) && noun < at + 4 && !words.preposition(noun) {
            let verb = wording().nominal(words.word(noun)).and_then(|base| words.verb_named(base));
            let whole = !words.is_any(noun + 1, &[",", "and", "&", "/", "of"]);
            if let Some(verb) = verb.filter(|_| noun > at && whole) {
                let mut draft = Draft::default();
                draft.words(self.told(verb)).ask(Ask {
                    lead: String::new(),
                    slots: vec![(
                        Slot {
                            label: "what exactly".into(),
                            ask: format!(
                                "{} what exactly? name the service, feature or job",
                                verb.past
                            ),
                            example: "the refund service".into(),
                            form: AnswerForm::Words,
                            unit: String::new(),
                            required: true,
                        },
                        String::new(),
                    )],
                    neutral: words.slice(at, noun).to_owned(),
                });
                let told = super::draft::capitalised(self.told(verb));
                return Some(Head::new(draft, noun + 1, Some(verb)).why(format!(
                    "opens with the act (`{told}`) and asks of what, instead of `{opener}`"
                )));
            }
            noun += 1;
        }
        None
    }

    /// A thing without an act: what was done with it is asked.
    fn ask_verb(&self, object: usize, opener: &str) -> Vec<Head<'a>> {
        let words = self.words;
        if object >= words.len()
            || !(words.is_word(object) || words.is_number(object))
            || words.preposition(object)
        {
            return Vec::new();
        }
        let thing = words.slice(object, words.noun_phrase_end(object).min(object + 7));
        if thing.is_empty() {
            return Vec::new();
        }
        let choice = wording()
            .kind_of(&words.tokens[object..])
            .map_or("built, extended or fixed", |kind| &kind.verbs);
        let first = choice.split([',', ' ']).next().unwrap_or("built");
        let mut draft = Draft::default();
        draft.ask(Ask {
            lead: String::new(),
            slots: vec![(
                Slot {
                    label: format!("{choice}?"),
                    ask: format!("what did you do with `{thing}`? one plain verb: {choice}"),
                    example: super::draft::capitalised(first),
                    form: AnswerForm::Words,
                    unit: String::new(),
                    required: true,
                },
                String::new(),
            )],
            neutral: "Changed".into(),
        });
        vec![Head::new(draft, object, None).why(format!("asks for the act; `{opener}` names none"))]
    }

    /// `Helped to …`: which part was the person's is asked.
    fn help(&self, at: usize, end: usize) -> Vec<Head<'a>> {
        let words = self.words;
        let opener = words.slice(at, end);
        let in_event = words.is(end - 1, "in");
        let mut object = self.skip_adverbs(end);
        object += usize::from(words.is(object, "to"));
        if !self.is_act(object) {
            object = self.behind_people(object).unwrap_or(object);
        }
        // What was a share stays one: `helping with the upgrade`.
        let link = match words.word(object.wrapping_sub(1)) {
            _ if in_event => "in",
            "with" => ", helping with",
            _ => "for",
        };
        let head = if let Some((verbs, rest)) = self.bases(object) {
            self.your_part(&format!(", helping to {}", joined(&verbs)), rest)
        } else {
            match self.act(object) {
                Some(act) if !act.nominal && !act.verbs.is_empty() => {
                    let verbs: Vec<&str> = act.verbs.iter().map(|verb| verb.base).collect();
                    self.your_part(&format!(", helping to {}", joined(&verbs)), act.object)
                }
                Some(act) if act.verbs.is_empty() => self.your_part(link, act.object),
                _ if !words.is_word(object) && !words.is_number(object) => return Vec::new(),
                _ if words.preposition(object) => return Vec::new(),
                _ => self.your_part(link, object),
            }
        };
        vec![head.why(format!("asks which part was yours; `{opener}` leaves it open"))]
    }

    /// `the payments team with X`: the token of X, or of `migrate` in `the team migrate X`.
    fn behind_people(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let link = (at + 1..(at + 7).min(words.len())).find(|word| {
            words.is_any(*word, &["with", "in", "on", "to", "by"])
                || self.bases(*word).is_some() && !words.article(*word - 1)
        })?;
        let people = (at..link).any(|word| {
            words.is_any(
                word,
                &[
                    "team",
                    "teams",
                    "engineer",
                    "engineers",
                    "developer",
                    "developers",
                    "colleague",
                    "colleagues",
                    "me",
                    "them",
                    "manager",
                    "lead",
                    "leads",
                    "members",
                    "seniors",
                    "architect",
                    "architects",
                    "customers",
                    "clients",
                ],
            )
        });
        people.then(|| link + usize::from(words.is_any(link, &["with", "in", "on", "to", "by"])))
    }

    /// `‹your part› to migrate`.
    fn your_part(&self, link: &str, rest: usize) -> Head<'a> {
        let mut draft = Draft::default();
        draft.ask(Ask {
            lead: String::new(),
            slots: vec![(
                Slot {
                    label: "your part".into(),
                    ask: "which part was yours? begin with what you did yourself: wrote, tested, measured, wired …".into(),
                    example: "Wrote the roll-back script and its tests".into(),
                    form: AnswerForm::Words,
                    unit: String::new(),
                    required: true,
                },
                String::new(),
            )],
            neutral: "Wrote the adapter".into(),
        });
        draft.words(link);
        Head::new(draft, rest, None)
    }

    /// What a team did, or `we`.
    fn together(&self, at: usize) -> Vec<Head<'a>> {
        let at = self.skip_adverbs(at);
        let Some((verb, Form::Past)) = self.words.verb(at) else { return Vec::new() };
        let why = "asks which part was yours; the line tells what the team did";
        vec![self.your_part(&format!("to {}", verb.base), at + 1).why(why)]
    }

    /// `Worked on …`.
    fn work(&self, at: usize, end: usize) -> Vec<Head<'a>> {
        let words = self.words;
        let opener = words.slice(at, end);
        if words.is(end - 1, "with") && words.word(at).to_lowercase().starts_with("work") {
            return self.work_with(end, opener);
        }
        match self.act(end) {
            Some(act) if !act.verbs.is_empty() => {
                let first = self.acting(&act, opener);
                std::iter::once(first).chain(self.ask_verb(act.object, opener)).collect()
            }
            Some(act) => self.ask_verb(act.object, opener),
            None => self.ask_verb(end, opener),
        }
    }

    /// `Worked with …`: tools, or people.
    fn work_with(&self, end: usize, opener: &str) -> Vec<Head<'a>> {
        let words = self.words;
        let to = (end..words.len().min(end + 14))
            .find(|at| words.is(*at, "to") && self.bases(at + 1).is_some());
        let until = to.unwrap_or(words.len());
        if self.technologies(end, until) > 0 {
            return if to.is_some() { self.tool(end) } else { self.know(end) };
        }
        let why = format!("asks which part was yours; `{opener}` leaves it open");
        let head = match to.and_then(|to| Some((to, self.bases(to + 1)?))) {
            Some((to, (verbs, rest))) => self.your_part(
                &format!("with {}, helping to {}", words.slice(end, to), joined(&verbs)),
                rest,
            ),
            None => self.your_part("with", end),
        };
        vec![head.why(why)]
    }

    /// Technologies named between two tokens.
    fn technologies(&self, from: usize, to: usize) -> usize {
        let words = self.words;
        let Some(tokens) = words.tokens.get(from..to.min(words.len())) else { return 0 };
        let found = words.pack.skills().find_all(tokens);
        found.filter(|(_, found)| words.pack.skill(found.value).technology).count()
    }

    /// `Experience with …`: what was built with it is asked.
    fn know(&self, end: usize) -> Vec<Head<'a>> {
        let words = self.words;
        let tools =
            words.tokens.get(end..).map_or(0, |rest| words.pack.skills().find_all(rest).count());
        if tools == 0 {
            return Vec::new();
        }
        let slot = |label: &str, ask: &str, example: &str| Slot {
            label: label.into(),
            ask: ask.into(),
            example: example.into(),
            form: AnswerForm::Words,
            unit: String::new(),
            required: true,
        };
        let mut draft = Draft::default();
        draft.ask(Ask {
            lead: String::new(),
            slots: vec![(
                slot(
                    "what you built, and for whom",
                    "what did you build or change with it, and who used it?",
                    "Built the parcel tracker for two shops",
                ),
                String::new(),
            )],
            neutral: "Worked".into(),
        });
        let list = words.noun_phrase_end(end).max(words.act_end(end));
        if tools <= 3 {
            draft.words(format!("with {}", words.slice(end, list)));
        } else {
            let ask =
                "which one or two of these did it need? the others belong in the skills section";
            let one = Ask {
                neutral: words.slice(end, words.len()).to_owned(),
                ..Ask::one("with", slot("the one or two it needed", ask, "Kafka"))
            };
            draft.ask(one);
        }
        let mut head = Head::new(draft, list, None)
            .why("a list of tools says what you met; one piece of work says what you can do");
        head.closed = true;
        vec![head]
    }

    /// `Performed optimisation of …`.
    fn light(&self, at: usize, end: usize) -> Vec<Head<'a>> {
        let words = self.words;
        let Some(act) = self.act_with(end, true).filter(|act| act.nominal && !act.verbs.is_empty())
        else {
            return Vec::new();
        };
        vec![self.acting(&act, words.slice(at, act.object))]
    }

    /// `Used Redis to cache …`, `Using Rust, wrote …`.
    fn tool(&self, end: usize) -> Vec<Head<'a>> {
        let words = self.words;
        let limit = (end + 14).min(words.len());
        let why = "puts the act first and the tools behind it";
        if let Some(comma) = (end + 1..limit).find(|at| {
            words.is(*at, ",") && words.verb(at + 1).is_some_and(|(_, form)| form == Form::Past)
        }) {
            let Some((verb, _)) = words.verb(comma + 1) else { return Vec::new() };
            let mut draft = Draft::default();
            draft.words(self.told(verb));
            let mut head = Head::new(draft, comma + 2, Some(verb)).why(why);
            head.moved = Some(format!("with {}", words.slice(end, comma)));
            return vec![head];
        }
        let link = (end + 1..limit).find(|at| {
            words.is(*at, "to") && self.bases(at + 1).is_some()
                || words.is(*at, "for")
                    && words.verb(at + 1).is_some_and(|(_, form)| form == Form::Gerund)
                    && words.is_word(at + 2)
        });
        if let Some(link) = link {
            let Some((verb, _)) =
                words.verb(link + 1).filter(|(verb, _)| verb.strength != Strength::Weak)
            else {
                return Vec::new();
            };
            let mut draft = Draft::default();
            draft.words(self.told(verb));
            let mut head = Head::new(draft, link + 2, Some(verb)).why(why);
            head.moved = Some(format!("with {}", words.slice(end, link)));
            return vec![head];
        }
        self.know(end)
    }

    /// A verb that is good as it is, in the tense of the role.
    fn plain(&self, at: usize) -> Option<Head<'a>> {
        const DESCRIBES: &[&str] = &[
            "trusted",
            "experienced",
            "dedicated",
            "motivated",
            "skilled",
            "seasoned",
            "accomplished",
            "certified",
            "distributed",
            "advanced",
            "detailed",
            "proven",
            "results",
        ];
        let words = self.words;
        let mut draft = Draft::default();
        let Some((verb, form)) = words.verb(at) else {
            let past = words.is_word(at)
                && words.word(at).len() > 3
                && words.word(at).ends_with("ed")
                && !words.is_any(at, DESCRIBES);
            draft.words(words.word(at));
            return past.then(|| Head::new(draft, at + 1, None));
        };
        if words.is_any(at, DESCRIBES) {
            return None;
        }
        let hyphen = words.is(at + 1, "-") && words.glued(at + 1);
        // "Load shedding", "Test coverage of": nouns that look like verbs.
        let gerund = words.verb(at + 1).is_some_and(|(_, next)| next == Form::Gerund);
        if form == Form::Base && gerund {
            return None;
        }
        if verb.strength == Strength::Weak
            || hyphen
            || words.len() < at + 2
            || words.preposition(at + 1) && form != Form::Past
        {
            return None;
        }
        let keeps = form == Form::Past || form != Form::Gerund && self.tense != Tense::Past;
        let (verbs, rest) =
            if keeps { (vec![verb], at + 1) } else { self.coordinated(at, verb, form)? };
        if keeps {
            // "I have written": the auxiliary went.
            let participle = words.is(at, verb.participle)
                && !words.is(at, verb.past)
                && words.is_any(at.wrapping_sub(1), &["have", "has", "had", "also"]);
            draft.words(if participle { verb.past } else { words.word(at) });
        } else {
            draft.words(self.told_all(&verbs));
        }
        let mut head = Head::new(draft, rest, Some(verb));
        head.acts_follow = (!keeps).then_some(form);
        let told = super::draft::capitalised(self.told(verb));
        Some(if keeps {
            head
        } else {
            head.why(format!("tells an act (`{told}`) in the tense of the role"))
        })
    }
}
