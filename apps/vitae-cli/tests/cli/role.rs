//! `vitae role`: guides of the program and of folders, in every format.

use crate::run::vitae;
use serde_json::Value;
use std::fs;

#[test]
fn a_guide_is_printed_in_every_format() {
    let text = vitae(&["role", "backend"]);
    assert_eq!((text.code, text.err.as_str()), (0, ""));
    assert!(text.out.starts_with("Backend engineer\n"), "{}", text.out);
    assert!(text.out.lines().all(|line| line.chars().count() <= 80), "lines are wrapped");
    let html = vitae(&["role", "Backend Engineer", "-f", "html"]).out;
    assert!(
        html.starts_with("<!doctype html>") && !html.contains("<script"),
        "one page, no script"
    );
    assert!(vitae(&["role", "backend-engineer", "-f", "markdown"]).out.contains("\n## "));
    let json = vitae(&["role", "backend", "--level", "senior", "--market", "de", "-f", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["role"]["lists"]["levels"].as_array().map(Vec::len), Some(1));
    assert!(json["usual"]["pages"].is_number() && json["market"]["about"]["title"] == "Germany");
}

#[test]
fn all_guides_are_listed_and_each_can_be_printed() {
    assert!(vitae(&["role"]).out.contains("backend-engineer"));
    let all: Value = serde_json::from_str(&vitae(&["role", "-f", "json"]).out).unwrap();
    for guide in all.as_array().unwrap() {
        let (kind, name) = (guide["kind"].as_str().unwrap(), guide["name"].as_str().unwrap());
        let option = format!("--{kind}");
        let args = match kind {
            "role" => vec!["role", name],
            _ => vec!["role", option.as_str(), name],
        };
        let ran = vitae(&args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.starts_with(guide["title"].as_str().unwrap()), "{args:?}: {}", ran.out);
    }
}

#[test]
fn a_name_that_is_nowhere_is_told_with_the_nearest() {
    let wrong = vitae(&["role", "bakend-engineer"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean `backend-engineer`?"), "{}", wrong.err);
    let level = vitae(&["role", "--level", "senior"]);
    assert!(level.code == 2 && level.err.contains("--level narrows a guide"), "{}", level.err);
}

#[test]
fn a_folder_adds_guides_and_its_mistakes_have_a_place() {
    let folder = tempfile::tempdir().unwrap();
    let role = folder.path().join("roles/baker");
    fs::create_dir_all(&role).unwrap();
    let file = role.join("role.toml");
    let about = "source = \"editorial\"\n\n[about]\ntitle = \"Baker\"\nwhat = \"Bakes.\"\n";
    fs::write(&file, about).unwrap();
    let pack = folder.path().to_str().unwrap();
    let out = vitae(&["role", "baker", "--pack", pack]).out;
    assert!(out.starts_with("Baker\n\nBakes.\n") || out.starts_with("Baker\nBakes.\n"), "{out}");
    fs::write(&file, format!("{about}colour = \"brown\"\n")).unwrap();
    let wrong = vitae(&["role", "baker", "--pack", pack]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("roles/baker/role.toml:6: unknown field `colour`"), "{}", wrong.err);
    let empty = tempfile::tempdir().unwrap();
    let none = vitae(&["role", "--pack", empty.path().to_str().unwrap()]);
    assert!(none.code == 2 && none.err.contains("holds no guides"), "{}", none.err);
}

#[test]
fn a_guide_is_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("guide.html");
    let ran = vitae(&["role", "backend", "-f", "html", "-o", page.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(fs::read_to_string(page).unwrap().ends_with("</html>\n"));
}
