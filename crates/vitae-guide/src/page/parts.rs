//! One list of entries in, one block out; none when the list is empty.

use super::{Block, LevelCard, Pair, Point, Question, Words};
use crate::entry::{Keyword, Tier};
use crate::head::{PaperSize, Sort};
use crate::lists::Lists;
use crate::{About, Guide, NameOrder};
use vitae_facts::Level;
use vitae_pack::{Custom, DateOrder, Pack, SectionKind};

/// A block of the entries, each written by `write`.
fn points<T>(list: &[T], write: impl Fn(&T) -> Point) -> Option<Block> {
    (!list.is_empty()).then(|| Block::Points(list.iter().map(write).collect()))
}

fn point(term: &str, text: &str) -> Point {
    Point { term: term.to_owned(), text: text.to_owned(), ..Point::default() }
}

impl Point {
    fn note(mut self, label: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.notes.push((label, text));
        }
        self
    }

    fn rules(self, rules: &[String]) -> Self {
        Self { rules: rules.to_vec(), ..self }
    }
}

/// `mid`, `senior`; nothing when it is for all.
fn level_tags(levels: &[Level]) -> Vec<String> {
    match levels {
        [] => Vec::new(),
        [first, .., last] if levels.len() > 2 => {
            vec![format!("{} to {}", first.name(), last.name())]
        }
        some => some.iter().map(|level| level.name().to_owned()).collect(),
    }
}

pub(super) fn axes(lists: &Lists) -> Option<Block> {
    points(&lists.axes, |axis| point(&axis.name, &axis.what).note("proof", axis.proof.join("; ")))
}

pub(super) fn neighbours(lists: &Lists) -> Option<Block> {
    points(&lists.neighbours, |it| point(&it.title, &it.difference))
}

pub(super) fn levels(lists: &Lists) -> Vec<Block> {
    let card = |it: &crate::Expectation| LevelCard {
        name: it.level.name(),
        is: it.is.clone(),
        dimensions: vec![
            ("technical depth", it.technical_depth.clone()),
            ("production", it.production_experience.clone()),
            ("ownership", it.ownership.clone()),
            ("complexity", it.system_complexity.clone()),
            ("impact", it.business_impact.clone()),
        ],
        not: it.not.clone(),
    };
    let mut all: Vec<_> = lists.levels.iter().collect();
    all.sort_by_key(|it| it.level);
    all.into_iter().map(card).map(Block::Level).collect()
}

pub(super) fn orders(lists: &Lists) -> Option<Block> {
    points(&lists.orders, |it| {
        let order: Vec<&str> = it.order.iter().map(|kind| section_name(*kind)).collect();
        let tags = level_tags(&it.levels).join(", ");
        let term = if tags.is_empty() { it.name.clone() } else { format!("{} ({tags})", it.name) };
        point(&term, &order.join(" → ")).note("when", it.why.clone())
    })
}

fn section_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Summary => "summary",
        SectionKind::Objective => "objective",
        SectionKind::Work => "experience",
        SectionKind::Education => "education",
        SectionKind::Skills => "skills",
        SectionKind::Projects => "projects",
        SectionKind::OpenSource => "open source",
        SectionKind::Certificates => "certificates",
        SectionKind::Publications => "publications",
        SectionKind::Talks => "talks",
        SectionKind::Patents => "patents",
        SectionKind::Awards => "awards",
        SectionKind::Volunteer => "volunteering",
        SectionKind::Languages => "languages",
        SectionKind::Interests => "interests",
        SectionKind::References => "references",
        SectionKind::Courses => "courses",
        SectionKind::Memberships => "memberships",
        SectionKind::Personal => "personal data",
        SectionKind::Contact => "contact",
        SectionKind::Header => "name and contact",
        SectionKind::Other => "other",
    }
}

pub(super) fn summaries(lists: &Lists) -> Option<Block> {
    let mut all: Vec<_> = lists.summaries.iter().collect();
    all.sort_by_key(|it| it.level);
    let pattern = |it: &&crate::Summary| {
        point(it.level.name(), &it.pattern.shown())
            .note("might read", it.pattern.example().unwrap_or_default())
            .note("why", it.why.clone())
    };
    (!all.is_empty()).then(|| Block::Patterns(all.iter().map(pattern).collect()))
}

pub(super) fn keywords(lists: &Lists, tier: Tier) -> Option<Block> {
    let of: Vec<&Keyword> = lists.keywords.iter().filter(|it| it.tier == tier).collect();
    points(&of, |it| {
        let long =
            Pack::builtin().skill_named(&it.name).and_then(|id| Pack::builtin().skill(id).long);
        let long = long.filter(|long| !long.eq_ignore_ascii_case(&it.name));
        point(&it.name, &it.why)
            .note("written out once", long.unwrap_or(""))
            .note("in a sentence", it.weave.shown())
    })
}

pub(super) fn verbs(lists: &Lists) -> Option<Block> {
    let words = |it: &crate::Verbs| Words {
        label: it.kind.clone(),
        words: it.verbs.clone(),
        note: it.when.clone(),
        ask: String::new(),
    };
    (!lists.verbs.is_empty()).then(|| Block::Words(lists.verbs.iter().map(words).collect()))
}

pub(super) fn weak(lists: &Lists) -> Option<Block> {
    let words = |it: &crate::Weak| Words {
        label: format!("instead of `{}`", it.opener),
        words: it.instead.clone(),
        note: it.why.clone(),
        ask: it.ask.clone(),
    };
    (!lists.weak.is_empty()).then(|| Block::Words(lists.weak.iter().map(words).collect()))
}

pub(super) fn categories(lists: &Lists) -> Option<Block> {
    let words = |it: &crate::Category| Words {
        label: it.name.clone(),
        words: it.starter.clone(),
        note: it.what.clone(),
        ask: String::new(),
    };
    (!lists.categories.is_empty())
        .then(|| Block::Words(lists.categories.iter().map(words).collect()))
}

pub(super) fn figures(lists: &Lists) -> Option<Block> {
    points(&lists.figures, |it| {
        point(&it.name, &it.example.shown()).note("where to find it", it.find.clone())
    })
}

pub(super) fn examples(lists: &Lists) -> Option<Block> {
    let axis = |id: &str| {
        lists
            .axes
            .iter()
            .find(|axis| axis.id == id)
            .map_or(id, |axis| axis.name.as_str())
            .to_owned()
    };
    let pair = |it: &crate::Example| Pair {
        tags: [axis(&it.axis), it.level.map_or("", Level::name).to_owned()]
            .into_iter()
            .filter(|tag| !tag.is_empty())
            .collect(),
        before: it.before.clone(),
        after: it.after.shown(),
        filled: it.after.example().unwrap_or_default(),
        why: it.why.clone(),
    };
    (!lists.examples.is_empty()).then(|| Block::Examples(lists.examples.iter().map(pair).collect()))
}

pub(super) fn signals(lists: &Lists) -> Option<Block> {
    points(&lists.signals, |it| point("", &it.text).note("show it", it.how.clone()))
}

pub(super) fn regulations(lists: &Lists) -> Option<Block> {
    points(&lists.regulations, |it| point(&it.name, &it.what).note("say it", it.say.shown()))
}

pub(super) fn carries(lists: &Lists) -> Option<Block> {
    points(&lists.carries, |it| point("", &it.text).note("say it", it.say.shown()))
}

pub(super) fn doubts(lists: &Lists) -> Option<Block> {
    points(&lists.doubts, |it| point("", &it.text).note("answer it", it.answer.clone()))
}

pub(super) fn steps(lists: &Lists) -> Option<Block> {
    points(&lists.steps, |it| point("", &it.text).note("proves", it.why.clone()))
}

pub(super) fn documents(lists: &Lists) -> Option<Block> {
    points(&lists.documents, |it| point(&it.name, &it.when))
}

pub(super) fn dos(lists: &Lists) -> Option<Block> {
    points(&lists.dos, |it| point("", &it.text).note("why", it.why.clone()))
}

pub(super) fn donts(lists: &Lists) -> Option<Block> {
    points(&lists.donts, |it| point("", &it.text).note("instead", it.instead.clone()))
}

pub(super) fn mistakes(lists: &Lists) -> Option<Block> {
    points(&lists.mistakes, |it| {
        point(&it.looks, &it.why).note("mend it", it.fix.shown()).rules(&it.rules)
    })
}

pub(super) fn rejections(lists: &Lists) -> Option<Block> {
    points(&lists.rejections, |it| {
        point("", &it.text).note("mend it", it.mend.clone()).rules(&it.rules)
    })
}

pub(super) fn red_flags(lists: &Lists) -> Option<Block> {
    points(&lists.red_flags, |it| {
        point("", &it.text).note("settle it", it.instead.clone()).rules(&it.rules)
    })
}

pub(super) fn differentiators(lists: &Lists) -> Option<Block> {
    points(&lists.differentiators, |it| point("", &it.text).note("show it", it.how.clone()))
}

pub(super) fn certificates(lists: &Lists) -> Option<Block> {
    points(&lists.certificates, |it| point(&it.name, &it.when))
}

pub(super) fn topics(lists: &Lists) -> Option<Block> {
    let axis = |id: &str| {
        lists
            .axes
            .iter()
            .find(|axis| axis.id == id)
            .map_or(id, |axis| axis.name.as_str())
            .to_owned()
    };
    let question = |it: &crate::Topic| {
        let mut tags = vec![axis(&it.axis)];
        tags.retain(|tag| !tag.is_empty());
        tags.extend(level_tags(&it.levels));
        Question {
            tags,
            question: it.question.clone(),
            answer: format!("Invited by: {}", it.invited_by),
            holds: it.holds.clone(),
        }
    };
    let mut all: Vec<_> = lists.topics.iter().collect();
    let place = |id: &str| lists.axes.iter().position(|axis| axis.id == id).unwrap_or(usize::MAX);
    all.sort_by_key(|it| place(&it.axis));
    (!all.is_empty()).then(|| Block::Questions(all.into_iter().map(question).collect()))
}

pub(super) fn faqs(lists: &Lists) -> Option<Block> {
    let question = |it: &crate::Faq| Question {
        tags: Vec::new(),
        question: it.question.clone(),
        answer: it.answer.clone(),
        holds: Vec::new(),
    };
    (!lists.faqs.is_empty()).then(|| Block::Questions(lists.faqs.iter().map(question).collect()))
}

pub(super) fn items(lists: &Lists) -> Option<Block> {
    let check = |it: &crate::Item| {
        let tags = level_tags(&it.levels).join(", ");
        let text = if tags.is_empty() { it.text.clone() } else { format!("{} ({tags})", it.text) };
        point("", &text)
            .note("why", it.why.clone())
            .note("if not", it.mend.clone())
            .rules(&it.rules)
    };
    (!lists.items.is_empty()).then(|| Block::Checks(lists.items.iter().map(check).collect()))
}

/// What is usual in a market, with what the rules know of it.
pub(super) fn customs(guide: &Guide) -> Option<Block> {
    let mut all: Vec<_> = guide.lists.customs.iter().collect();
    all.sort_by_key(|it| About::ALL.iter().position(|about| *about == it.about));
    points(&all, |it| {
        let (term, fact) = custom(guide, it.about);
        let style = if it.style.is_empty() { String::new() } else { format!("`{}`", it.style) };
        let term = if fact.is_empty() { term.to_owned() } else { format!("{term}: {fact}") };
        point(&term, &it.text).note("as printed", style)
    })
}

/// The name of a custom, and the fact behind it in a word.
fn custom(guide: &Guide, about: About) -> (&'static str, String) {
    let usual = guide.usual();
    let place = |custom: Custom| match custom {
        Custom::Unwelcome => "leave it out",
        Custom::Accepted => "your choice",
        Custom::Expected => "expected",
    };
    match about {
        About::Length => {
            let pages = usual.map(|it| it.pages);
            let most = |pages| {
                if pages == 1 { "one page".to_owned() } else { format!("up to {pages} pages") }
            };
            ("Length", pages.map_or_else(String::new, most))
        }
        About::Photo => ("Photo", usual.map_or("", |it| place(it.photo)).to_owned()),
        About::PersonalData => (
            "Date of birth, marital status and the like",
            usual.map_or("", |it| place(it.personal_data)).to_owned(),
        ),
        About::Name => {
            let order = guide.about.name_order.map_or("", |order| match order {
                NameOrder::GivenFamily => "given name first",
                NameOrder::FamilyGiven => "family name first",
            });
            ("Name", order.to_owned())
        }
        About::Dates => {
            let order = usual.map_or("", |it| match it.dates {
                DateOrder::Day => "day first in numbers",
                DateOrder::Month => "month first in numbers",
                DateOrder::Year => "year first in numbers",
            });
            ("Dates", order.to_owned())
        }
        About::Phone => ("Phone", String::new()),
        About::Paper => {
            let size = guide.about.paper.map_or("", |paper| match paper {
                PaperSize::A4 => "A4",
                PaperSize::Letter => "US Letter",
            });
            ("Paper", size.to_owned())
        }
        About::Language => ("Language", String::new()),
        About::Structure => ("Structure", String::new()),
    }
}

/// How an overlay is introduced: `In fintech`.
pub(super) fn overlay_title(guide: &Guide) -> String {
    let title = &guide.about.title;
    match (guide.kind, guide.about.sort) {
        (crate::Kind::Industry, Some(Sort::Industry)) => format!("The industry: {title}"),
        (crate::Kind::Industry, Some(Sort::Company)) => format!("The company: {title}"),
        (crate::Kind::Industry, _) => format!("The way of working: {title}"),
        (crate::Kind::Market, _) => format!("The market: {title}"),
        (crate::Kind::Transition, _) => format!("The change: {title}"),
        (crate::Kind::Role, _) => title.clone(),
    }
}
