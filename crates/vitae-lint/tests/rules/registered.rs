//! `src/rules/mod.rs` lists every rule file. This test writes it anew when it is stale, and fails
//! once so that the next build has it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Code and file of every rule under `rules`, by group.
fn rule_files(rules: &Path) -> BTreeMap<String, Vec<(String, String)>> {
    let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for group in std::fs::read_dir(rules).unwrap().map(|entry| entry.unwrap().path()) {
        if !group.is_dir() {
            continue;
        }
        let group_name = group.file_name().unwrap().to_str().unwrap().to_owned();
        for file in std::fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path()) {
            let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&file).unwrap();
            let (code, name) = text
                .lines()
                .find_map(|line| line.trim().strip_suffix("\" {")?.split_once(" = \""))
                .unwrap_or_else(|| panic!("{} declares no rule", file.display()));
            assert_eq!(name.replace('-', "_"), stem, "{} is named after its rule", file.display());
            groups.entry(group_name.clone()).or_default().push((code.to_owned(), stem));
        }
    }
    groups
}

fn render(groups: &BTreeMap<String, Vec<(String, String)>>) -> String {
    let mut out = String::from(
        "//! Every rule, one file each. Written by `cargo test -p vitae-lint`: do not edit.\n\n",
    );
    let mut all = Vec::new();
    for (group, rules) in groups {
        let mut stems: Vec<_> = rules.iter().map(|(_, stem)| stem).collect();
        stems.sort();
        writeln!(out, "mod {group} {{").unwrap();
        for stem in stems {
            writeln!(out, "    pub(super) mod {stem};").unwrap();
        }
        writeln!(out, "}}\n").unwrap();
        all.extend(rules.iter().map(|(code, stem)| (code, format!("&{group}::{stem}::RULE"))));
    }
    all.sort();
    out.push_str("/// Every rule, by code.\npub static ALL: &[&crate::Rule] = &[\n");
    for (_, path) in &all {
        writeln!(out, "    {path},").unwrap();
    }
    out.push_str("];\n");
    out
}

#[test]
fn the_registry_lists_every_rule_file() {
    let rules = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let expected = render(&rule_files(&rules));
    let file = rules.join("mod.rs");
    if std::fs::read_to_string(&file).unwrap_or_default() != expected {
        std::fs::write(&file, expected).unwrap();
        panic!("src/rules/mod.rs was stale and has been rewritten; run the tests again");
    }
}
