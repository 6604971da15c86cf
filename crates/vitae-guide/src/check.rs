//! What a guide must keep to besides its shape: sources, references, and examples whose added facts
//! are slots. Guides come in, mistakes with file and line go out.

use crate::entry::{About, Entry, Example, Fact};
use crate::guides::{Draft, Guide, SourceName, base_of};
use crate::head::{Head, Kind};
use crate::lists::Lists;
use crate::origin::{Mistake, Origin};
use std::collections::BTreeSet;
use vitae_facts::anatomy;
use vitae_pack::{Pack, SkillId, Strength};
use vitae_text::{TokenKind, tokenize};

/// Numbers in words are figures as well.
const NUMBER_WORDS: [&str; 18] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "hundred", "thousand", "million", "half", "twice", "double",
];

/// What can be told from one file.
pub(crate) fn file(
    file: Origin<'_>,
    lists: &Lists,
    sources: &[SourceName],
    pack: &Pack,
) -> Vec<Mistake> {
    let mut found = Vec::new();
    let known = |source: &str| sources.iter().any(|known| known.name == source);
    let mut source_of = |table: &str, key: &str, source: &str| {
        if source.is_empty() {
            let message = format!("{table} `{key}` has no source; name one, or \"editorial\"");
            found.push(file.mistake(key, message));
        } else if !known(source) {
            let message = format!("`{source}` is no source of `roles/sources.toml`");
            found.push(file.mistake(source, message));
        }
    };
    lists.each(&mut source_of);
    if let Some(head) = &lists.about {
        source_of("guide", &head.title, &head.source);
    }
    skills(file, lists, pack, &mut found);
    verbs(file, lists, pack, &mut found);
    rules(file, lists, &mut found);
    patterns(file, lists, pack, &mut found);
    found.extend(crate::probe_check::probes(file, lists, pack));
    for example in &lists.examples {
        found.extend(
            example_faults(example, pack).into_iter().map(|fault| {
                file.mistake(&example.id, format!("example `{}`: {fault}", example.id))
            }),
        );
    }
    found
}

/// Keywords and starter skills are skills of the pack, or marked as others.
fn skills(file: Origin<'_>, lists: &Lists, pack: &Pack, found: &mut Vec<Mistake>) {
    for keyword in &lists.keywords {
        let known = pack.skill_named(&keyword.name).is_some();
        if known == keyword.extra {
            let message = match known {
                true => format!("`{}` is a skill; leave out `extra`", keyword.name),
                false => format!(
                    "no skill is named `{}`; if it is none, add `extra = true`",
                    keyword.name
                ),
            };
            found.push(file.mistake(&keyword.name, message));
        }
    }
    for category in &lists.categories {
        for skill in category.starter.iter().filter(|name| pack.skill_named(name).is_none()) {
            if !category.extra.contains(skill) {
                let message =
                    format!("no skill is named `{skill}`; if it is none, list it in `extra`");
                found.push(file.mistake(skill, message));
            }
        }
        for other in category.extra.iter().filter(|other| !category.starter.contains(other)) {
            found.push(file.mistake(other, format!("`{other}` of `extra` is not in `starter`")));
        }
    }
}

/// What is offered as a strong opening is one.
fn verbs(file: Origin<'_>, lists: &Lists, pack: &Pack, found: &mut Vec<Mistake>) {
    let strong = lists.verbs.iter().flat_map(|group| &group.verbs);
    let instead = lists.weak.iter().flat_map(|weak| &weak.instead);
    for verb in strong.chain(instead) {
        let first = verb.split([' ', '-']).next().unwrap_or("");
        let known = [verb.as_str(), first].into_iter().find_map(|word| pack.verb(word));
        let message = match known {
            None => format!("`{verb}` opens with no verb of `packs/verbs.toml`"),
            Some(form) if form.verb.strength == Strength::Weak => {
                format!("`{verb}` is listed as weak in `packs/verbs.toml`")
            }
            Some(_) => continue,
        };
        found.push(file.mistake(verb, message));
    }
}

/// Codes of rules exist, and items say what ticks them.
fn rules(file: Origin<'_>, lists: &Lists, found: &mut Vec<Mistake>) {
    let named = (lists.mistakes.iter().map(|it| &it.rules))
        .chain(lists.rejections.iter().map(|it| &it.rules))
        .chain(lists.red_flags.iter().map(|it| &it.rules))
        .chain(lists.items.iter().map(|it| &it.rules));
    for code in
        named.flatten().filter(|code| vitae_lint::find(code).is_none_or(|it| it.code != **code))
    {
        found.push(file.mistake(code, format!("no rule has the code `{code}`; see `vitae rule`")));
    }
    for item in &lists.items {
        if item.rules.is_empty() && item.fact.is_none() {
            let message = format!("item `{}` needs `rules` or a `fact` that ticks it", item.id);
            found.push(file.mistake(&item.id, message));
        }
        if (item.fact == Some(Fact::Axis)) == item.of.is_empty() {
            let message = format!("item `{}`: `of` names the axis of `fact = \"axis\"`", item.id);
            found.push(file.mistake(&item.id, message));
        }
    }
}

/// What a pattern says outside of its slots is said for everybody: no figure, and no technology that the
/// person may not know.
fn patterns(file: Origin<'_>, lists: &Lists, pack: &Pack, found: &mut Vec<Mistake>) {
    // What the guide is about is true of everybody who reads it.
    let about = lists.about.as_ref();
    let role = about.map_or_else(String::new, |head| {
        format!("{} {}", head.title, head.to.as_deref().unwrap_or_default().replace('-', " "))
    });
    let all = (lists.summaries.iter().map(|it| (it.key(), role.as_str(), &it.pattern)))
        .chain(lists.keywords.iter().map(|it| (it.key(), it.key(), &it.weave)))
        .chain(lists.figures.iter().map(|it| (it.key(), "", &it.example)))
        .chain(lists.regulations.iter().map(|it| (it.key(), it.key(), &it.say)))
        .chain(lists.carries.iter().map(|it| (it.key(), it.text.as_str(), &it.say)));
    for (key, given, pattern) in all {
        let added = added_facts(given, &pattern.fixed(), pack);
        // A practice is what the pattern is about; a technology is a claim.
        let practice =
            |name: &String| pack.skill_named(name).is_some_and(|id| !pack.skill(id).technology);
        for added in added.into_iter().filter(|added| !practice(added)) {
            let message = format!("`{key}` says `{added}` for everybody; make it a slot");
            found.push(file.mistake(key, message));
        }
    }
}

/// What is wrong with an example: the after must prove more, and add no fact outside of slots.
fn example_faults(example: &Example, pack: &Pack) -> Vec<String> {
    let mut faults = Vec::new();
    if example.before.contains('‹') {
        faults.push("the before has slots".to_owned());
    }
    let (before, fixed) = (anatomy(&example.before, pack), example.after.fixed());
    let after = anatomy(&example.after.filled(), pack);
    if after.strength <= before.strength {
        faults.push(format!(
            "the after proves no more than the before: strength {} (before {})",
            after.strength, before.strength
        ));
    }
    for added in added_facts(&example.before, &fixed, pack) {
        faults.push(format!("the after adds `{added}` as a fact; make it a slot"));
    }
    faults
}

/// Figures and skills of `after` that `before` does not hold.
pub(crate) fn added_facts(before: &str, after: &str, pack: &Pack) -> Vec<String> {
    let figures = |text: &str| -> BTreeSet<String> {
        let tokens = tokenize(text);
        let words = tokens.iter().map(|token| (token.kind, token.range.of(text).to_lowercase()));
        let figure =
            |kind: TokenKind, word: &str| kind == TokenKind::Number || NUMBER_WORDS.contains(&word);
        words.filter(|(kind, word)| figure(*kind, word)).map(|(_, word)| word).collect()
    };
    let skills = |text: &str| -> BTreeSet<SkillId> {
        anatomy(text, pack).skills.iter().map(|found| found.skill).collect()
    };
    let (had, named) = (figures(before), skills(before));
    let figures = figures(after).into_iter().filter(|figure| !had.contains(figure));
    let skills = skills(after).into_iter().filter(|skill| !named.contains(skill));
    figures.chain(skills.map(|skill| pack.skill(skill).name.to_owned())).collect()
}

/// What can be told when the files of a guide are joined.
pub(crate) fn draft(draft: &Draft<'_>, drafts: &[Draft<'_>]) -> Vec<Mistake> {
    let mut found = twice(draft);
    let Some(head) = &draft.lists.about else {
        if draft.kind != Kind::Role {
            found.push(draft.mistake("about", "the guide has no table [about]".to_owned()));
        }
        return found;
    };
    if head.title.is_empty() || head.what.is_empty() {
        found.push(draft.mistake(&head.title, "[about] needs `title` and `what`".to_owned()));
    }
    if let Some(message) = misplaced(draft.kind, head) {
        found.push(draft.mistake(&head.title, message.to_owned()));
    }
    match draft.kind {
        Kind::Role => found.extend(based(draft, head, drafts)),
        Kind::Market => found.extend(market(draft, head)),
        Kind::Transition => {
            let to = head.to.as_deref();
            let known = |to| drafts.iter().any(|role| role.kind == Kind::Role && role.name == to);
            if let Some(to) = to.filter(|to| !known(*to)) {
                found.push(draft.mistake(to, format!("no folder `roles/{to}` is there")));
            }
        }
        Kind::Industry => {}
    }
    found
}

/// Keys that two entries of a list share.
fn twice(draft: &Draft<'_>) -> Vec<Mistake> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    draft.lists.each(|table, key, _| {
        if key.is_empty() {
            found.push(draft.mistake("", format!("a {table} has no name")));
        } else if !seen.insert((table, key.to_owned())) {
            let lines = draft.origins.iter().flat_map(|origin| {
                origin.lines_with(key).map(|line| origin.at(line, String::new()))
            });
            let message = format!("two entries `[[{table}]]` are called `{key}`");
            found.push(lines.last().map_or_else(
                || draft.mistake(key, message.clone()),
                |place| Mistake { message: message.clone(), ..place },
            ));
        }
    });
    found
}

/// Keys of `[about]` that belong to another kind of guide.
fn misplaced(kind: Kind, head: &Head) -> Option<&'static str> {
    let market = head.paper.is_some()
        || head.name_order.is_some()
        || !head.languages.is_empty()
        || head.usual.is_some();
    let checks = [
        (kind != Kind::Role && head.base.is_some(), "only a role has a `base`"),
        (
            kind != Kind::Role && !head.without.is_empty(),
            "only a role leaves out entries with `without`",
        ),
        (
            kind == Kind::Industry && head.sort.is_none(),
            "an industry guide needs `sort`: industry, company or way",
        ),
        (kind != Kind::Industry && head.sort.is_some(), "only an industry guide has a `sort`"),
        (kind != Kind::Transition && head.to.is_some(), "only a transition leads `to` a role"),
        (
            kind != Kind::Market && market,
            "`paper`, `name-order`, `languages` and `usual` are of markets",
        ),
    ];
    checks.into_iter().find(|(wrong, _)| *wrong).map(|(_, message)| message)
}

/// The base of a role is there, and holds what the role leaves out.
fn based(draft: &Draft<'_>, head: &Head, drafts: &[Draft<'_>]) -> Vec<Mistake> {
    let base = base_of(draft, drafts);
    let mut found = Vec::new();
    if let (Some(name), None) = (&head.base, base) {
        found.push(draft.mistake(name, format!("no folder `roles/{name}` is there to stand on")));
    }
    let mut keys = BTreeSet::new();
    let mut below = base;
    // A chain without an end is found when the guides are put together.
    for _ in 0..8 {
        let Some(base) = below else { break };
        base.lists.each(|_, key, _| {
            keys.insert(key.to_owned());
        });
        below = base_of(base, drafts);
    }
    for out in head.without.iter().filter(|out| !keys.contains(*out)) {
        found.push(draft.mistake(out, format!("the base has no entry `{out}` to leave out")));
    }
    found
}

/// A market explains every custom once, and its facts stand in one place.
fn market(draft: &Draft<'_>, head: &Head) -> Vec<Mistake> {
    let mut found = Vec::new();
    let told: Vec<About> = draft.lists.customs.iter().map(|custom| custom.about).collect();
    for about in About::ALL.into_iter().filter(|about| !told.contains(about)) {
        let message = format!("no [[custom]] is about \"{}\"", about.name());
        found.push(draft.mistake(&head.title, message));
    }
    if head.paper.is_none() || head.name_order.is_none() || head.languages.is_empty() {
        let message = "[about] of a market needs `paper`, `name-order` and `languages`";
        found.push(draft.mistake(&head.title, message.to_owned()));
    }
    let message = match (Pack::builtin().market(&draft.name), head.usual) {
        (Some(_), Some(_)) => {
            "`usual` of this market stands in packs/markets.toml; leave it out here"
        }
        (None, None) => "this market is not in packs/markets.toml; give its `usual`",
        _ => return found,
    };
    found.push(draft.mistake(&head.title, message.to_owned()));
    found
}

/// What can be told of guides with all that they take from their bases: axes that are named exist.
pub(crate) fn complete(guides: &[Guide], drafts: &[Draft<'_>]) -> Vec<Mistake> {
    let axes = |guide: &Guide| guide.lists.axes.iter().map(|axis| axis.id.clone()).collect();
    let every: BTreeSet<String> =
        guides.iter().flat_map(|guide| -> Vec<String> { axes(guide) }).collect();
    let mut found = Vec::new();
    for guide in guides {
        let own: Vec<String> = axes(guide);
        let lists = &guide.lists;
        let named = (lists.examples.iter().map(|it| (it.key(), &it.axis)))
            .chain(lists.topics.iter().map(|it| (it.key(), &it.axis)))
            .chain(lists.items.iter().map(|it| (it.key(), &it.of)));
        let known = |axis: &String| match guide.kind {
            Kind::Role => own.contains(axis),
            _ => every.contains(axis),
        };
        let unknown = named.filter(|(_, axis)| !axis.is_empty() && !known(axis));
        for (key, axis) in unknown {
            let message = format!("`{key}` is about `{axis}`, which is no [[axis]] of this guide");
            let draft = drafts.iter().find(|it| it.kind == guide.kind && it.name == guide.name);
            found.extend(draft.map(|draft| draft.mistake(key, message)));
        }
    }
    found
}
