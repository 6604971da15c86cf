//! The sections of a page, in the order in which a person needs them: what the role is, how the page is
//! built, what to write, what to avoid, what comes after.

use super::parts;
use super::{Block, Section};
use crate::entry::Tier;
use crate::guides::Guide;
use crate::lists::Lists;

/// A section; none when it has no blocks.
fn section(id: &str, title: &str, lead: &str, blocks: Vec<Block>) -> Option<Section> {
    let (id, title, lead) = (id.to_owned(), title.to_owned(), lead.to_owned());
    (!blocks.is_empty()).then_some(Section { id, title, lead, blocks })
}

/// A block under a heading of its own.
fn under(title: &str, block: Option<Block>) -> Vec<Block> {
    block.map_or_else(Vec::new, |block| vec![Block::Heading(title.to_owned()), block])
}

/// The sections of a role.
pub(super) fn role(guide: &Guide) -> Vec<Section> {
    let lists = &guide.lists;
    let sections = [
        section(
            "proves",
            "What each bullet should prove",
            "A bullet that backs none of these says what you were given, not what you did.",
            parts::axes(lists).into_iter().collect(),
        ),
        section(
            "levels",
            "What is expected at your level",
            "Judged on evidence, not on years: what a line on the page shows counts, wherever it was done.",
            parts::levels(lists),
        ),
        section(
            "order",
            "The order of the page",
            "Standard headings, one column, newest first.",
            parts::orders(lists).into_iter().collect(),
        ),
        section(
            "summary",
            "The summary",
            "Two to four lines. Fill the slots with facts of your own, and leave out what you cannot fill.",
            parts::summaries(lists).into_iter().collect(),
        ),
        section(
            "bullets",
            "Bullets, before and after",
            EXAMPLES_LEAD,
            parts::examples(lists).into_iter().collect(),
        ),
        section("verbs", "How to open a bullet", VERBS_LEAD, verbs(lists)),
        section(
            "figures",
            "Figures that carry the work",
            "A rough figure that you can explain beats an exact one that you cannot.",
            parts::figures(lists).into_iter().collect(),
        ),
        section(
            "skills",
            "The skills section",
            SKILLS_LEAD,
            parts::categories(lists).into_iter().collect(),
        ),
        section("keywords", "Keywords, and why they are asked for", KEYWORDS_LEAD, keywords(lists)),
        section(
            "mistakes",
            "Common mistakes, and how to mend them",
            "",
            parts::mistakes(lists).into_iter().collect(),
        ),
        section("doubts", "What lays a resume aside", "", doubts(lists)),
        section(
            "apart",
            "What sets a page apart",
            "",
            parts::differentiators(lists).into_iter().collect(),
        ),
        section("habits", "Do and don't", "", habits(lists)),
        section(
            "certificates",
            "Certificates",
            "None is needed to be good at this work; some help in some places.",
            parts::certificates(lists).into_iter().collect(),
        ),
        section("more", "What else counts", "", more(guide)),
        section(
            "neighbours",
            "The roles next door",
            "",
            parts::neighbours(lists).into_iter().collect(),
        ),
        section(
            "interview",
            "What an interview may ask",
            INTERVIEW_LEAD,
            parts::topics(lists).into_iter().collect(),
        ),
        section(
            "questions",
            "Questions that people ask",
            "",
            parts::faqs(lists).into_iter().collect(),
        ),
        section(
            "checklist",
            "Before you send it",
            CHECKLIST_LEAD,
            parts::items(lists).into_iter().collect(),
        ),
    ];
    sections.into_iter().flatten().collect()
}

const EXAMPLES_LEAD: &str = "A verb, a task, a result, and the context that lets a stranger believe it. What stands in ‹angle quotes› is a fact that only you have: put yours there, or leave it out. The fillings under `might read` are made up to show the form; never keep one that is not yours.";
const VERBS_LEAD: &str = "The first word says what your part was. Take the one that is true, not the one that sounds larger.";
const SKILLS_LEAD: &str = "By layer, languages first, one line each. These lists are a start: strike everything that you could not talk about for ten minutes, and add what is missing.";
const KEYWORDS_LEAD: &str = "List only what a bullet shows in use. A word that stands in a sentence about work counts for a person and for a program; a word in a list counts for a program at most.";
const INTERVIEW_LEAD: &str = "Everything on the page is an invitation. These are the topics that the role's bullets invite, and what a good answer holds.";
const CHECKLIST_LEAD: &str = "`vitae checklist` ticks these for your own file.";

fn verbs(lists: &Lists) -> Vec<Block> {
    let mut blocks: Vec<Block> = parts::verbs(lists).into_iter().collect();
    blocks.extend(under("Openings that hide what you did", parts::weak(lists)));
    blocks
}

fn keywords(lists: &Lists) -> Vec<Block> {
    let mut blocks = under("Required", parts::keywords(lists, Tier::Required));
    blocks.extend(under("Preferred", parts::keywords(lists, Tier::Preferred)));
    blocks.extend(under("Emerging", parts::keywords(lists, Tier::Emerging)));
    blocks
}

fn doubts(lists: &Lists) -> Vec<Block> {
    let mut blocks = under("Mend before anything else", parts::rejections(lists));
    blocks.extend(under("What makes a careful reader doubt", parts::red_flags(lists)));
    blocks
}

fn habits(lists: &Lists) -> Vec<Block> {
    let mut blocks = under("Do", parts::dos(lists));
    blocks.extend(under("Don't", parts::donts(lists)));
    blocks
}

/// Lists that are not usual for a role, so that nothing of a pack is lost.
fn more(guide: &Guide) -> Vec<Block> {
    let lists = &guide.lists;
    let mut blocks = under("What counts", parts::signals(lists));
    blocks.extend(under("Rules that systems stand under", parts::regulations(lists)));
    blocks.extend(under("What you bring", parts::carries(lists)));
    blocks.extend(under("What readers may doubt", parts::doubts(lists)));
    blocks.extend(under("Before you apply", parts::steps(lists)));
    blocks.extend(under("What is customary", parts::customs(guide)));
    blocks.extend(under("What is sent besides", parts::documents(lists)));
    blocks
}

/// All lists of an overlay with their headings.
fn overlay_blocks(guide: &Guide) -> Vec<(&'static str, Option<Block>)> {
    let lists = &guide.lists;
    vec![
        ("What is customary", parts::customs(guide)),
        ("What is sent besides", parts::documents(lists)),
        ("What you bring", parts::carries(lists)),
        ("What readers may doubt", parts::doubts(lists)),
        ("Before you apply", parts::steps(lists)),
        ("What counts", parts::signals(lists)),
        ("Rules that systems stand under", parts::regulations(lists)),
        ("The order of the page", parts::orders(lists)),
        ("The summary", parts::summaries(lists)),
        ("Bullets, before and after", parts::examples(lists)),
        ("Figures", parts::figures(lists)),
        ("Openings", parts::verbs(lists)),
        ("The skills section", parts::categories(lists)),
        ("Keywords: required", parts::keywords(lists, Tier::Required)),
        ("Keywords: preferred", parts::keywords(lists, Tier::Preferred)),
        ("Keywords: emerging", parts::keywords(lists, Tier::Emerging)),
        ("Common mistakes", parts::mistakes(lists)),
        ("Mend before anything else", parts::rejections(lists)),
        ("What makes a careful reader doubt", parts::red_flags(lists)),
        ("What sets a page apart", parts::differentiators(lists)),
        ("Do", parts::dos(lists)),
        ("Don't", parts::donts(lists)),
        ("Certificates", parts::certificates(lists)),
        ("What an interview may ask", parts::topics(lists)),
        ("Questions that people ask", parts::faqs(lists)),
        ("Before you send it", parts::items(lists)),
    ]
}

/// An overlay as one section of a role's page.
pub(super) fn overlay(guide: &Guide) -> Section {
    let blocks = overlay_blocks(guide).into_iter().flat_map(|(title, block)| under(title, block));
    Section {
        id: format!("{}-{}", guide.kind.name(), guide.name),
        title: parts::overlay_title(guide),
        lead: guide.about.what.clone(),
        blocks: blocks.collect(),
    }
}

/// An overlay as a page of its own; beside others, as one section of it.
pub(super) fn alone(guide: &Guide, beside_others: bool) -> Vec<Section> {
    if beside_others {
        return vec![overlay(guide)];
    }
    let sections = overlay_blocks(guide).into_iter().filter_map(|(title, block)| {
        let id: String = title.chars().filter(char::is_ascii_alphabetic).collect();
        section(&id.to_lowercase(), title, "", block.into_iter().collect())
    });
    sections.collect()
}
