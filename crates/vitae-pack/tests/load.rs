//! Mistakes in a pack are named with their file and line. Needs `--features load`.
#![cfg(feature = "load")]

use vitae_pack::Pack;

fn errors(name: &str, text: &str) -> Vec<String> {
    let errors = Pack::load(&[(name, text)]).err().unwrap_or_default();
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn an_unknown_key_or_category_is_an_error_with_its_line() {
    let text = "category = \"queue\"\nskills = [\n  { name = \"Relay\", alias = \"x\" },\n]\n";
    let found = errors("skills/a.toml", text);
    assert!(
        found.iter().any(|error| error.starts_with("skills/a.toml:3: unknown field")),
        "{found:?}"
    );
    let found = errors("skills/a.toml", "category = \"kitchen\"\nskills = []\n");
    assert!(found.iter().any(|error| error.starts_with("skills/a.toml:1: ")), "{found:?}");
}

#[test]
fn a_name_used_twice_and_a_name_that_is_nowhere_are_errors() {
    let text = "category = \"tool\"\nskills = [\n  { name = \"Relay\" },\n  { name = \"Post\", \
                aliases = [\"relay\"], implies = [\"Nothing\"] },\n]\n";
    let found = errors("skills/a.toml", text);
    assert!(found.contains(&"skills/a.toml:4: `relay` names both `Relay` and `Post`".to_owned()));
    assert!(found.contains(&"skills/a.toml:4: no skill is named `Nothing`".to_owned()));
}
