//! A rule without manual, working example, fixture or near-misses does not pass.

use crate::fixture::{Fixture, path};
use crate::specimen::{blocks, findings};
use std::collections::BTreeSet;
use vitae_lint::{ALL, Check, Curve, FixKind, Group, Manual, Rule, Severity, Status};

/// What keeps `rule` from being complete; empty when it is.
fn faults(rule: &'static Rule, fixture: Option<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |good: bool, fault: &str| {
        if !good {
            faults.push(format!("{}: {fault}", rule.code));
        }
    };
    let digits = rule.code.strip_prefix(rule.group.prefix()).unwrap_or("");
    check(
        digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()),
        "code does not fit its group",
    );
    let kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    check(!rule.name.is_empty() && rule.name.bytes().all(kebab), "name is not in kebab case");
    let manual = rule.manual();
    let parts =
        [manual.what, manual.why, manual.example, manual.instead, manual.ignore, manual.source];
    for (part, heading) in parts.into_iter().zip(Manual::HEADINGS) {
        check(!part.is_empty(), &format!("the manual has no `# {heading}`"));
    }
    for (part, heading, expected) in
        [(manual.example, "Example", 1), (manual.instead, "Use instead", 0)]
    {
        let blocks = blocks(part);
        check(
            blocks.len() == 1,
            &format!("`# {heading}` has {} code blocks, not one", blocks.len()),
        );
        if let Some(block) = blocks.first() {
            let found = findings(rule, block);
            let fault = format!(
                "the block of `# {heading}` fires {} times, not {expected}: {found:#?}",
                found.len()
            );
            check(found.len() == expected, &fault);
        }
    }
    // The catalogue is about resumes, this rule about comments to the checker.
    let own = rule.name == "unused-suppression";
    check(own || !rule.covers.is_empty(), "covers no row of the catalogue");
    let Some(fixture) = fixture else {
        check(false, "has no fixture");
        return faults;
    };
    let fixture = Fixture::parse(fixture);
    let fires = fixture.cases.iter().filter(|case| case.title.starts_with("fires")).count();
    let silent = fixture.cases.len() - fires;
    check(fires >= 1, "the fixture has no case that fires");
    check(silent >= 2, "the fixture has fewer than two near-misses that stay silent");
    check(fixture.prose.len() >= 25, "the fixture does not say what it shows");
    faults
}

#[test]
fn every_rule_is_complete() {
    let faults: Vec<String> = ALL
        .iter()
        .flat_map(|rule| faults(rule, std::fs::read_to_string(path(rule)).ok().as_deref()))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn codes_and_names_are_unique_and_bases_are_proof_rules() {
    let codes: BTreeSet<_> = ALL.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<_> = ALL.iter().map(|rule| rule.name).collect();
    assert_eq!((codes.len(), names.len()), (ALL.len(), ALL.len()));
    for rule in ALL {
        let Some(base) = rule.stands_on else { continue };
        let base = vitae_lint::by_code(base).expect("stands on a rule that exists");
        assert!(matches!(base.curve, Curve::Proof(_)), "{} stands on {}", rule.code, base.code);
    }
}

#[test]
fn every_fixture_belongs_to_a_rule() {
    let folder = path(ALL[0]);
    for entry in std::fs::read_dir(folder.parent().unwrap()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let code = name.strip_suffix(".md").unwrap_or(&name);
        assert!(vitae_lint::by_code(code).is_some(), "fixtures/rules/{name} belongs to no rule");
    }
}

#[test]
fn a_rule_without_manual_example_near_misses_or_fixture_is_refused() {
    let rule = |docs: &'static str| -> &'static Rule {
        Box::leak(Box::new(Rule {
            code: "EXP900",
            name: "shouted-bullet",
            group: Group::Bullets,
            severity: Severity::Info,
            status: Status::Preview,
            curve: Curve::Defects,
            stands_on: None,
            fix: FixKind::None,
            covers: &["E01"],
            docs,
            check: Check::Bullet(|_, bullet, sink| {
                if bullet.text.as_str().ends_with('!') {
                    sink.bullet(bullet, "shouts".into(), "say it calmly");
                }
            }),
        }))
    };
    const GOOD: &str = "# What it does\nLooks for shouting.\n# Why it matters\nIt distracts.\n\
        # Example\n```bullets\n- Built a queue!\n```\n# Use instead\n```bullets\n- Built a queue\n```\n\
        # When to ignore it\nNever.\n# Source\nEditorial.\n";
    let fixture = |silent: usize| {
        let near =
            "## stays silent: a calm one\n\n```bullets\n- Built a queue\n```\n\n".repeat(silent);
        format!(
            "# EXP900 shouted-bullet\n\nBullets that end with an exclamation mark.\n\n\
             ## fires: a shout\n\n```bullets\n- Built a queue!\n```\n\n```findings\nat `x`\n```\n\n{near}"
        )
    };
    assert_eq!(faults(rule(GOOD), Some(&fixture(2))), Vec::<String>::new());
    let fault = |docs: &str, fixture: Option<&str>, words: &str| {
        let all = faults(rule(Box::leak(docs.to_owned().into_boxed_str())), fixture).join("\n");
        assert!(all.contains(words), "expected `{words}` in:\n{all}");
    };
    fault("", Some(&fixture(2)), "the manual has no `# What it does`");
    fault(&GOOD.replace("# Source\n", ""), Some(&fixture(2)), "the manual has no `# Source`");
    fault(&GOOD.replace("queue!", "queue"), Some(&fixture(2)), "fires 0 times, not 1");
    fault(&GOOD.replace("a queue\n", "a queue!\n"), Some(&fixture(2)), "fires 1 times, not 0");
    fault(GOOD, Some(&fixture(1)), "fewer than two near-misses");
    fault(GOOD, None, "has no fixture");
}
