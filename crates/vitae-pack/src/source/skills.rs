//! Skills: from the lines of `skills/*.toml` to records whose references are resolved.

use super::{Source, SourceError};
use crate::schema::{Category, PackData, Skill, SkillId};
use serde::Deserialize;
use std::collections::BTreeMap;
use vitae_text::{fold_key, tokenize};

/// A file of `skills/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SkillFile {
    category: Category,
    #[serde(default = "yes")]
    technology: bool,
    skills: Vec<SkillLine>,
}

fn yes() -> bool {
    true
}

/// One skill as it is written; see `packs/README.md` for every key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillLine {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    /// Other products with the same values in all other keys: each becomes a skill of its own.
    #[serde(default)]
    peers: Vec<String>,
    #[serde(default)]
    informal: Vec<String>,
    #[serde(default)]
    miscased: Vec<String>,
    long: Option<String>,
    category: Option<Category>,
    cloud: Option<String>,
    #[serde(default)]
    implies: Vec<String>,
    #[serde(default)]
    ambiguous: bool,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    first_release: Option<u16>,
    #[serde(default)]
    basic: bool,
    technology: Option<bool>,
}

/// The words of a name as lookups see them: case and hyphens do not count.
pub(super) fn phrase_key(phrase: &str) -> Vec<u64> {
    let hyphen = fold_key("-");
    tokenize(phrase).iter().map(|token| token.key).filter(|key| *key != hyphen).collect()
}

type Names = BTreeMap<Vec<u64>, SkillId>;

/// Fills `data.skills`; returns what is wrong with the files.
pub(super) fn resolve(
    files: &[(Source<'_>, SkillFile)],
    data: &mut PackData<String>,
) -> Vec<SourceError> {
    let mut errors = Vec::new();
    let mut names = Names::new();
    let mut written = Vec::new();
    for (source, file) in files {
        for line in &file.skills {
            written.push((*source, line));
            data.skills.push(skill(file, line, &line.name, true));
            register(source, data, &mut names, &mut errors);
            for peer in &line.peers {
                written.push((*source, line));
                data.skills.push(skill(file, line, peer, false));
                register(source, data, &mut names, &mut errors);
            }
        }
    }
    for (skill, (source, line)) in data.skills.iter_mut().zip(written) {
        let mut find = |name: &String| {
            let found = names.get(&phrase_key(name)).copied();
            if found.is_none() {
                errors.push(source.error(name, format!("no skill is named `{name}`")));
            }
            found
        };
        skill.implies = line.implies.iter().filter_map(&mut find).collect();
        skill.cloud = line.cloud.as_ref().and_then(find);
    }
    errors
}

/// The record of a line. A peer takes the values of the line, but none of its names.
fn skill(file: &SkillFile, line: &SkillLine, name: &str, own: bool) -> Skill<String> {
    let names = |list: &Vec<String>| if own { list.clone() } else { Vec::new() };
    Skill {
        name: name.to_owned(),
        aliases: names(&line.aliases),
        long: line.long.clone().filter(|_| own),
        informal: names(&line.informal),
        miscased: names(&line.miscased),
        category: line.category.unwrap_or(file.category),
        cloud: None,
        implies: Vec::new(),
        ambiguous: line.ambiguous && own,
        needs: names(&line.needs),
        not: names(&line.not),
        first_release: line.first_release.filter(|_| own),
        basic: line.basic,
        technology: line.technology.unwrap_or(file.technology),
    }
}

/// Checks the names of the last skill against those of all before it, and remembers them.
fn register(
    source: &Source<'_>,
    data: &PackData<String>,
    names: &mut Names,
    errors: &mut Vec<SourceError>,
) {
    let Some(skill) = data.skills.last() else { return };
    let id = SkillId((data.skills.len() - 1) as u16);
    let own = std::iter::once(&skill.name)
        .chain(&skill.aliases)
        .chain(&skill.informal)
        .chain(&skill.long);
    for name in own {
        match names.insert(phrase_key(name), id) {
            Some(SkillId(other)) if other == id.0 => {
                let message = format!("`{name}` stands twice in the skill `{}`", skill.name);
                errors.push(source.error(name, message));
            }
            Some(SkillId(other)) => {
                let other = &data.skills[usize::from(other)].name;
                let message = format!("`{name}` names both `{other}` and `{}`", skill.name);
                errors.push(source.error(name, message));
            }
            None => {}
        }
    }
    for spelling in &skill.miscased {
        let key = phrase_key(spelling);
        if *spelling == skill.name || names.get(&key).is_some_and(|other| *other != id) {
            let message = format!("`{spelling}` is a right name, so it cannot be a wrong spelling");
            errors.push(source.error(spelling, message));
        }
        names.entry(key).or_insert(id);
    }
}
