//! Guides from outside: a small role joins the others as a folder of data, and mistakes are named with
//! file and line.

use vitae_guide::{Guides, Kind, Page, Wanted, html, json, markdown, text};
use vitae_report::View;

const NAME: &str = "roles/database-reliability/role.toml";
const ROLE: &str = include_str!("outside/roles/database-reliability/role.toml");

fn load(files: &[(&str, &str)]) -> Result<Guides, Vec<String>> {
    let files: Vec<(String, String)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Guides::load(&files).map_err(|all| all.iter().map(ToString::to_string).collect())
}

/// What is wrong with the small role after an edit.
fn mistakes_after(from: &str, to: &str) -> Vec<String> {
    assert!(ROLE.contains(from), "the role holds {from}");
    load(&[(NAME, &ROLE.replace(from, to))]).err().unwrap_or_default()
}

#[test]
fn a_role_from_outside_is_a_folder_of_data() {
    let guides = load(&[(NAME, ROLE)]).expect("it loads");
    let role = guides.find(Kind::Role, "dbre").expect("it is found by its alias");
    assert!(
        role.lists.donts.iter().any(|it| it.id == "skill-bars"),
        "it stands on the common base"
    );
    assert!(role.lists.donts.iter().all(|it| it.id != "soft-skills"), "without what it leaves out");
    let wanted = Wanted { role: Some(role), ..Wanted::default() };
    let page = Page::new(&wanted, &guides);
    let outlets =
        [text(&page, &View::default()), markdown(&page), html(&page), json(&wanted, &guides)];
    for printed in outlets {
        assert!(printed.contains("Database reliability engineer"), "{printed}");
        assert!(printed.contains("A backup is judged by its restore."), "{printed}");
        assert!(!printed.contains("before|9 h"), "no filling is shown as a question");
    }
    assert!(guides.find(Kind::Role, "backend-engineer").is_some(), "the others are there still");
}

#[test]
fn a_file_from_outside_takes_the_place_of_the_one_of_its_name() {
    let text = "source = \"editorial\"\n\n[[keyword]]\nname = \"SQL\"\ntier = \"required\"\nwhy = \"Ours.\"\n";
    let guides = load(&[("roles/backend-engineer/keywords.toml", text)]).expect("it loads");
    let role = guides.find(Kind::Role, "backend-engineer").expect("it is there");
    assert_eq!(role.lists.keywords.len(), 1);
    assert!(role.lists.examples.len() > 10, "its other files stay");
}

#[test]
fn mistakes_are_named_with_file_and_line() {
    let cases = [
        ("aliases", "alias", "role.toml:5: unknown field `alias`"),
        ("tier = \"required\"", "tier = \"needed\"", "role.toml:23: unknown variant `needed`"),
        (
            "name = \"PostgreSQL\"",
            "name = \"Postgrex\"",
            "role.toml:22: no skill is named `Postgrex`",
        ),
        ("source = \"editorial\"\n\n", "\n\n", "recovery` has no source"),
        ("source = \"editorial\"", "source = \"hearsay\"", "`hearsay` is no source"),
        (
            "\"soft-skills\"",
            "\"no-such\"",
            "role.toml:7: the base has no entry `no-such` to leave out",
        ),
        ("axis = \"recovery\"", "axis = \"speed\"", "is about `speed`, which is no [[axis]]"),
        (
            "‹before|9 h›",
            "9 h",
            "role.toml:27: example `restore`: the after adds `9` as a fact; make it a slot",
        ),
        ("‹stores|PostgreSQL›", "PostgreSQL", "says `PostgreSQL` for everybody; make it a slot"),
        (
            "‹what you changed|incremental backups›",
            "‹›",
            "role.toml:31: a slot must say which fact",
        ),
        (
            "id = \"restore\"\nlevel",
            "id = \"restore\"\nrules = [\"EXP001\"]\nlevel",
            "unknown field `rules`",
        ),
    ];
    for (from, to, message) in cases {
        let found = mistakes_after(from, to);
        assert!(found.iter().any(|it| it.contains(message)), "{message}: {found:#?}");
    }
}

#[test]
fn an_after_that_proves_no_more_is_a_mistake() {
    let weak = "after = \"Was responsible for ‹which store|the order database›.\"";
    let line = ROLE.lines().find(|line| line.starts_with("after = ")).expect("there is one");
    let found = mistakes_after(line, weak);
    assert!(
        found.iter().any(|it| it.contains("the after proves no more than the before")),
        "{found:#?}"
    );
}

#[test]
fn an_entry_twice_and_an_unknown_rule_are_mistakes() {
    let again = "\n[[keyword]]\nname = \"PostgreSQL\"\ntier = \"required\"\nwhy = \"Again.\"\n";
    let found = load(&[(NAME, &format!("{ROLE}{again}"))]).err().unwrap_or_default();
    let twice = "role.toml:35: two entries `[[keyword]]` are called `PostgreSQL`";
    assert!(found.iter().any(|it| it.contains(twice)), "{found:#?}");
    let rule = "\n[[item]]\nid = \"x\"\ntext = \"X.\"\nwhy = \"X.\"\nmend = \"X.\"\nrules = [\"ZZZ001\"]\n";
    let found = load(&[(NAME, &format!("{ROLE}{rule}"))]).err().unwrap_or_default();
    assert!(found.iter().any(|it| it.contains("no rule has the code `ZZZ001`")), "{found:#?}");
}

#[test]
fn files_in_no_place_and_bases_without_end_are_mistakes() {
    let found = load(&[("elsewhere/a.toml", "")]).err().unwrap_or_default();
    assert!(found[0].contains("a guide stands in"), "{found:#?}");
    let role = |base: &str| ROLE.replace("without =", &format!("base = \"{base}\"\nwithout ="));
    let (first, second) = (role("second"), role("first"));
    let found = load(&[("roles/first/r.toml", &first), ("roles/second/r.toml", &second)]);
    let found = found.err().unwrap_or_default();
    assert!(found.iter().any(|it| it.contains("no end") || it.contains("leave out")), "{found:#?}");
}

#[test]
fn hostile_texts_stay_texts() {
    let role = ROLE.replace(
        "A backup is judged by its restore.",
        "<script>alert(1)</script> [a](javascript:x) \\u001b[31m",
    );
    let guides = load(&[(NAME, &role)]).expect("it loads");
    let wanted = Wanted { role: guides.find(Kind::Role, "dbre"), ..Wanted::default() };
    let page = Page::new(&wanted, &guides);
    assert!(!html(&page).contains("<script"));
    assert!(!markdown(&page).contains("[a](javascript"));
    assert!(!text(&page, &View::default()).contains('\u{1b}'));
}

#[test]
fn the_docs_show_this_very_role() {
    let docs = include_str!("../../../docs/packs.md");
    assert!(docs.contains(ROLE), "docs/packs.md and tests/outside differ");
}

/// A market that the rules do not know brings what they would; one that they know must not.
#[test]
fn a_market_from_outside_brings_its_facts() {
    let customs: String = vitae_guide::About::ALL
        .iter()
        .map(|about| format!("\n[[custom]]\nabout = \"{}\"\ntext = \"As agreed.\"\n", about.name()))
        .collect();
    let about = "source = \"custom\"\n\n[about]\ntitle = \"Utopia\"\nwhat = \"Nowhere.\"\npaper = \"a4\"\n\
                 name-order = \"family-given\"\nlanguages = [\"la\"]\n";
    let usual = "usual = { photo = \"unwelcome\", personal-data = \"accepted\", pages = 3, dates = \"year\" }\n";
    let whole = format!("{about}{usual}{customs}");
    let guides = load(&[("market-guides/xu.toml", &whole)]).expect("it loads");
    let market = guides.find(Kind::Market, "utopia").expect("it is found by its title");
    let page = markdown(&Page::new(&Wanted { market: Some(market), ..Wanted::default() }, &guides));
    assert!(page.contains("Length: up to 3 pages") && page.contains("family name first"), "{page}");
    let cases = [
        ("market-guides/xu.toml", format!("{about}{customs}"), "give its `usual`"),
        ("market-guides/de.toml", whole.clone(), "stands in packs/markets.toml"),
        ("market-guides/xu.toml", whole.replace("\"photo\"", "\"paper\""), "is about \"photo\""),
        ("market-guides/xu.toml", whole.replace("paper = \"a4\"\n", ""), "needs `paper`"),
        ("industries/xu.toml", whole.clone(), "needs `sort`"),
    ];
    for (name, text, message) in cases {
        let found = load(&[(name, &text)]).err().unwrap_or_default();
        assert!(found.iter().any(|it| it.contains(message)), "{message}: {found:#?}");
    }
}
