//! What the guides of this build promise: every page can be written, examples prove more and invent
//! nothing, and the backend engineer's guide is complete.

use std::collections::BTreeSet;
use vitae_facts::{Level, anatomy};
use vitae_guide::{Guide, Guides, Kind, Page, Tier, Wanted, html, json, markdown, text};
use vitae_pack::Pack;
use vitae_report::View;
use vitae_text::{TokenKind, tokenize};

fn all() -> impl Iterator<Item = &'static Guide> {
    let guides = Guides::builtin();
    Kind::ALL.into_iter().flat_map(|kind| guides.of(kind))
}

fn backend() -> &'static Guide {
    Guides::builtin().find(Kind::Role, "backend-engineer").expect("it is there")
}

fn wanted(guide: &Guide) -> Wanted<'_> {
    let mut wanted = Wanted::default();
    match guide.kind {
        Kind::Role => wanted.role = Some(guide),
        Kind::Industry => wanted.industries.push(guide),
        Kind::Market => wanted.market = Some(guide),
        Kind::Transition => wanted.transition = Some(guide),
    }
    wanted
}

#[test]
fn every_guide_is_written_in_every_format() {
    for guide in all() {
        let wanted = wanted(guide);
        let page = Page::new(&wanted, Guides::builtin());
        let outlets = [
            text(&page, &View::default()),
            markdown(&page),
            html(&page),
            json(&wanted, Guides::builtin()),
        ];
        for printed in outlets {
            assert!(printed.len() > 500, "{} is too short", guide.name);
            let slots = printed.split('‹').skip(1).filter_map(|rest| rest.split_once('›'));
            let leaked: Vec<&str> =
                slots.map(|slot| slot.0).filter(|it| it.contains('|')).collect();
            assert!(leaked.is_empty(), "{}: fillings as questions: {leaked:?}", guide.name);
        }
    }
}

#[test]
fn roles_go_with_every_level_and_overlay() {
    let guides = Guides::builtin();
    for level in Level::ALL {
        let wanted = Wanted { role: Some(backend()), level: Some(level), ..Wanted::default() };
        let page = markdown(&Page::new(&wanted, guides));
        assert!(page.starts_with(&format!("# Backend engineer · {}\n", level.name())), "{page}");
        for other in Level::ALL.into_iter().filter(|other| *other != level) {
            assert!(
                !page.contains(&format!("### {}\n", other.name())),
                "{} in {page}",
                other.name()
            );
        }
    }
    for overlay in all().filter(|guide| guide.kind != Kind::Role) {
        let wanted = Wanted { role: Some(backend()), ..wanted(overlay) };
        let page = markdown(&Page::new(&wanted, guides));
        assert!(page.starts_with("# Backend engineer · "), "{}", overlay.name);
        assert!(page.contains(&overlay.about.title.replace('|', "")), "{}", overlay.name);
    }
}

/// The loader checks it as well; this measures it by another way.
#[test]
fn every_after_proves_more_than_its_before_and_adds_facts_only_in_slots() {
    let pack = Pack::builtin();
    let strength = |text: &str| anatomy(text, pack).strength;
    let numbers = |text: &str| -> BTreeSet<String> {
        let tokens = tokenize(text);
        let number = |token: &&vitae_text::Token| token.kind == TokenKind::Number;
        tokens.iter().filter(number).map(|token| token.range.of(text).to_owned()).collect()
    };
    let technologies = |text: &str| -> BTreeSet<u16> {
        anatomy(text, pack).skills.iter().map(|found| found.skill.0).collect()
    };
    let mut examples = 0;
    for guide in all() {
        for example in &guide.lists.examples {
            let name = format!("{} {}", guide.name, example.id);
            let (before, after) = (strength(&example.before), strength(&example.after.filled()));
            assert!(after > before, "{name}: {before} → {after}");
            let fixed = example.after.fixed();
            assert!(numbers(&fixed).is_subset(&numbers(&example.before)), "{name}: {fixed}");
            assert!(
                technologies(&fixed).is_subset(&technologies(&example.before)),
                "{name}: {fixed}"
            );
            assert!(example.after.has_slot(), "{name} asks for nothing");
            examples += 1;
        }
    }
    assert!(examples >= 17, "{examples} examples");
}

#[test]
fn the_backend_engineers_guide_is_complete() {
    let lists = &backend().lists;
    let counts = [
        ("axes", lists.axes.len(), 4),
        ("neighbours", lists.neighbours.len(), 4),
        ("keywords", lists.keywords.len(), 40),
        ("verbs", lists.verbs.len(), 6),
        ("weak openings", lists.weak.len(), 10),
        ("lines of skills", lists.categories.len(), 6),
        ("orders", lists.orders.len(), 2),
        ("examples", lists.examples.len(), 12),
        ("figures", lists.figures.len(), 10),
        ("questions", lists.faqs.len(), 10),
        ("mistakes", lists.mistakes.len(), 12),
        ("topics", lists.topics.len(), 15),
        ("items", lists.items.len(), 12),
        ("certificates", lists.certificates.len(), 5),
        ("dos and don'ts", lists.dos.len() + lists.donts.len(), 10),
        ("reasons", lists.rejections.len(), 5),
        ("doubts", lists.red_flags.len(), 5),
        ("differentiators", lists.differentiators.len(), 5),
    ];
    for (what, found, least) in counts {
        assert!(found >= least, "{found} {what} (at least {least})");
    }
    for level in Level::ALL {
        assert!(lists.levels.iter().any(|it| it.level == level), "no {level:?}");
        assert!(lists.summaries.iter().any(|it| it.level == level), "no summary for {level:?}");
        assert!(lists.topics.iter().any(|it| it.levels.contains(&level)), "no topic for {level:?}");
    }
    for tier in [Tier::Required, Tier::Preferred, Tier::Emerging] {
        assert!(lists.keywords.iter().any(|it| it.tier == tier), "no {tier:?} keyword");
    }
    for axis in &lists.axes {
        assert!(lists.examples.iter().any(|it| it.axis == axis.id), "no example of {}", axis.id);
        assert!(lists.topics.iter().any(|it| it.axis == axis.id), "no topic of {}", axis.id);
    }
}

#[test]
fn every_role_is_complete() {
    for role in Guides::builtin().of(Kind::Role) {
        let lists = &role.lists;
        let counts = [
            ("axes", lists.axes.len(), 4),
            ("neighbours", lists.neighbours.len(), 4),
            ("keywords", lists.keywords.len(), 30),
            ("verbs", lists.verbs.len(), 6),
            ("lines of skills", lists.categories.len(), 6),
            ("orders", lists.orders.len(), 2),
            ("examples", lists.examples.len(), 8),
            ("figures", lists.figures.len(), 8),
            ("questions", lists.faqs.len(), 8),
            ("mistakes", lists.mistakes.len(), 8),
            ("topics", lists.topics.len(), 12),
            ("items", lists.items.len(), 12),
            ("certificates", lists.certificates.len(), 5),
        ];
        for (what, found, least) in counts {
            assert!(found >= least, "{}: {found} {what} (at least {least})", role.name);
        }
        for level in Level::ALL {
            let name = (&role.name, level);
            assert!(lists.levels.iter().any(|it| it.level == level), "{name:?}");
            assert!(lists.summaries.iter().any(|it| it.level == level), "{name:?}: summary");
        }
        for axis in &lists.axes {
            let name = (&role.name, &axis.id);
            assert!(lists.examples.iter().any(|it| it.axis == axis.id), "{name:?}: example");
            assert!(lists.topics.iter().any(|it| it.axis == axis.id), "{name:?}: topic");
        }
    }
}

/// A page is read by somebody who is nervous already.
#[test]
fn no_guide_predicts_or_counts_what_has_no_source() {
    let said = [
        "will be rejected",
        "instantly rejected",
        "% of recruiters",
        "% of resumes",
        "guaranteed interview",
    ];
    for guide in all() {
        let page = markdown(&Page::new(&wanted(guide), Guides::builtin())).to_lowercase();
        for words in said {
            assert!(!page.contains(words), "{} says `{words}`", guide.name);
        }
    }
}

#[test]
fn backend_guide_as_markdown() {
    insta::assert_snapshot!(markdown(&Page::new(&wanted(backend()), Guides::builtin())));
}

/// Colour repeats what the words say, and takes no room.
#[test]
fn colour_changes_no_word_and_no_line() {
    let page = Page::new(&wanted(backend()), Guides::builtin());
    let plain = text(&page, &View::default());
    let coloured = text(&page, &View { color: true, ..View::default() });
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        stripped.push_str(before);
        rest = code.split_once('m').map_or("", |it| it.1);
    }
    assert_eq!(stripped + rest, plain);
}
