//! Dependencies point one way. Each crate may use what is listed for it, and nothing else of ours.
#![allow(clippy::disallowed_methods, reason = "asks cargo for the dependencies")]

use std::collections::BTreeMap;
use std::process::Command;

/// What each crate may depend on (not counting development dependencies).
const ALLOWED: &[(&str, &[&str])] = &[
    ("vitae-text", &[]),
    ("vitae-document", &["vitae-text"]),
    ("vitae-pack", &["vitae-text"]),
    ("vitae-read", &["vitae-document", "vitae-text"]),
    ("vitae-resume", &["vitae-document", "vitae-pack", "vitae-text"]),
    ("vitae-facts", &["vitae-document", "vitae-pack", "vitae-resume", "vitae-text"]),
    ("vitae-lint", &["vitae-document", "vitae-facts", "vitae-pack", "vitae-resume", "vitae-text"]),
    ("vitae-score", &["vitae-facts", "vitae-lint", "vitae-text"]),
    (
        "vitae-report",
        &[
            "vitae-document",
            "vitae-facts",
            "vitae-lint",
            "vitae-pack",
            "vitae-resume",
            "vitae-score",
            "vitae-text",
        ],
    ),
    (
        "vitae-guide",
        &[
            "vitae-document",
            "vitae-facts",
            "vitae-lint",
            "vitae-pack",
            "vitae-report",
            "vitae-resume",
            "vitae-text",
        ],
    ),
    (
        "vitae",
        &[
            "vitae-document",
            "vitae-facts",
            "vitae-guide",
            "vitae-lint",
            "vitae-pack",
            "vitae-read",
            "vitae-report",
            "vitae-resume",
            "vitae-rewrite",
            "vitae-score",
            "vitae-text",
        ],
    ),
    ("vitae-rewrite", &["vitae-facts", "vitae-pack", "vitae-resume", "vitae-text"]),
    ("vitae-cli", &["vitae", "vitae-llm"]),
    ("vitae-llm", &["vitae", "vitae-facts", "vitae-pack", "vitae-rewrite", "vitae-text"]),
    ("vitae-wasm", &["vitae"]),
    ("vitae-wasm-reader", &["vitae-document", "vitae-read"]),
    ("xtask", &["vitae-pack", "vitae-text"]),
];

#[test]
fn every_dependency_points_down() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name");
        let may = allowed.get(name).unwrap_or_else(|| panic!("{name} is not in ALLOWED"));
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let on = dependency["name"].as_str().expect("a name");
            if allowed.contains_key(on) && dependency["kind"] != "dev" {
                assert!(may.contains(&on), "{name} depends on {on}, which the design forbids");
            }
        }
    }
}
