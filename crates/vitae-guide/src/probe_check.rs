//! What questions and values must keep to: what invites them can be found, and their holes are filled by
//! it. Lists of one file come in, mistakes with their line go out.

use crate::check::added_facts;
use crate::lists::Lists;
use crate::origin::{Mistake, Origin};
use crate::probe::{When, holes};
use vitae_pack::{Pack, PhraseList};

/// A weight is at most this.
const HEAVIEST: u32 = 100;

/// The mistakes in questions and values of a file.
pub(crate) fn probes(file: Origin<'_>, lists: &Lists, pack: &Pack) -> Vec<Mistake> {
    let mut found = Vec::new();
    let mut tell = |key: &str, message: String| found.push(file.mistake(key, message));
    for probe in &lists.probes {
        let texts = std::iter::once(&probe.question).chain(&probe.follow_ups);
        let texts: Vec<&str> = texts.map(String::as_str).collect();
        let whens = std::iter::once(&probe.when).chain(&probe.or);
        for message in whens.flat_map(|when| faults(when, &texts, pack)) {
            tell(&probe.id, format!("probe `{}`: {message}", probe.id));
        }
        if probe.weight > HEAVIEST {
            let message = format!("weight {} (limit {HEAVIEST})", probe.weight);
            tell(&probe.id, format!("probe `{}`: {message}", probe.id));
        }
        if probe.holds.is_empty() {
            tell(&probe.id, format!("probe `{}` says not what a good answer holds", probe.id));
        }
    }
    for asset in &lists.assets {
        let say = asset.say.shown();
        let whens = std::iter::once(&asset.when).chain(&asset.or);
        for message in whens.flat_map(|when| faults(when, &[&say], pack)) {
            tell(&asset.id, format!("asset `{}`: {message}", asset.id));
        }
        for added in added_facts("", &asset.say.fixed(), pack) {
            let message = format!("says `{added}` for everybody; make it a slot");
            tell(&asset.id, format!("asset `{}` {message}", asset.id));
        }
    }
    found
}

/// What is wrong with what invites something, and with texts that its words fill.
fn faults(when: &When, texts: &[&str], pack: &Pack) -> Vec<String> {
    let mut faults = Vec::new();
    if when.is_empty() {
        faults.push("`when` asks for nothing, so it would always be met".to_owned());
    }
    let alone = usize::from(!when.rules.is_empty())
        + usize::from(when.career.is_some())
        + usize::from(when.ad.is_some());
    let of_bullet = When { rules: Vec::new(), career: None, ad: None, ..when.clone() };
    if alone > 1 || alone == 1 && !of_bullet.is_empty() {
        faults.push("`rules`, `career` and `ad` of `when` stand alone".to_owned());
    }
    for name in &when.skills {
        if pack.skill_named(name).is_none_or(|id| pack.skill(id).name != name) {
            faults.push(format!("no skill of `packs/skills` is named `{name}`"));
        }
    }
    for code in &when.rules {
        if vitae_lint::find(code).is_none_or(|rule| rule.code != *code) {
            faults.push(format!("no rule has the code `{code}`; see `vitae rule`"));
        }
    }
    for list in &when.signals {
        if !PhraseList::SIGNALS.contains(list) {
            faults.push("`signals` names a list that is not looked for in bullets".to_owned());
        }
    }
    let filled = when.holes();
    for hole in texts.iter().flat_map(|text| holes(text)).filter(|hole| !filled.contains(hole)) {
        let known: Vec<String> = filled.iter().map(|name| format!("`{{{name}}}`")).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        faults
            .push(format!("nothing fills the hole `{{{hole}}}`; what `when` finds fills {known}"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let file = Origin { name: "roles/x/q.toml", text, outside: true };
        let lists: Lists = file.parse().expect("it has the right shape");
        probes(file, &lists, Pack::builtin()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_invites_a_question_is_known_and_fills_its_holes() {
        let good = r#"[[probe]]
id = "a"
when = { layers = ["queue"] }
question = "Why `{skill}`?"
holds = ["x"]
"#;
        assert_eq!(told(good), Vec::<String>::new());
        let bad = good
            .replace(
                r#"layers = ["queue"]"#,
                r#"rules = ["ABC123"], decision = true, skills = ["Kafqa"]"#,
            )
            .replace("{skill}", "{figure}")
            .replace(r#"["x"]"#, "[]");
        let found = told(&bad);
        for part in ["stand alone", "`Kafqa`", "`ABC123`", "`{figure}`", "good answer"] {
            let one = found.iter().find(|it| it.contains(part));
            assert!(
                one.is_some_and(|it| it.starts_with("roles/x/q.toml:2:")),
                "{part}: {found:#?}"
            );
        }
        let open = good.replace("layers", "not_words");
        let file = Origin { name: "roles/x/q.toml", text: &open, outside: true };
        assert!(file.parse::<Lists>().is_err(), "keys have hyphens");
        let empty = good.replace(r#"{ layers = ["queue"] }"#, "{}");
        assert!(told(&empty).iter().any(|it| it.contains("asks for nothing")));
    }
}
