//! Laws of waivers, over every bullet of the examples: a waiver is worth no more than one honest figure,
//! no rule about figures speaks of the bullet, and waiving everything never beats saying something.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read the examples")]

use vitae::{Input, Options, PartialDate, Report, check};

fn judge(text: &str) -> Report {
    let options = Options::new(PartialDate::parse_iso("2026-11-22").unwrap());
    check(&Input::new(text.as_bytes(), Some("cv.md")), &options).unwrap()
}

fn total(report: &Report) -> u32 {
    report.score.total.unwrap().0
}

/// The Markdown examples, and the lines of their bullets.
fn examples() -> Vec<(String, Vec<usize>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let names = ["entry-omeally", "mid-tran", "senior-karamouzi", "staff-halushchak"];
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.md")).unwrap();
    let bullets = |text: &str| {
        let lines = text.lines().enumerate();
        let bullets = lines.filter(|(_, line)| line.starts_with("- ") && !line.starts_with("- **"));
        bullets.map(|(index, _)| index).collect()
    };
    names.map(|name| (read(name), bullets(&read(name)))).into()
}

/// `text` with `change` made to one line.
fn with(text: &str, index: usize, change: impl Fn(&str) -> String) -> String {
    let lines = text.lines().enumerate();
    let lines: Vec<String> =
        lines.map(|(at, line)| if at == index { change(line) } else { line.to_owned() }).collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_waiver_is_worth_no_more_than_one_honest_figure() {
    for (text, bullets) in examples() {
        for index in bullets {
            let comment = |line: &str| format!("{line} <!-- vitae: no-figures under contract -->");
            let figure = |line: &str| {
                format!(
                    "{}, which cut the p99 latency from 900 ms to 140 ms",
                    line.trim_end_matches('.')
                )
            };
            let waived = judge(&with(&text, index, comment));
            let honest = judge(&with(&text, index, figure));
            let line = text.lines().nth(index).unwrap();
            if waived.waived.is_empty() {
                continue;
            }
            // A long bullet with a figure of its own has no room for another.
            let best = total(&honest).max(total(&judge(&text)));
            assert!(total(&waived) <= best, "{line}");
            let range = waived.waived[0].range;
            let asked = waived.findings.iter().find(|finding| {
                finding.code.starts_with("MET")
                    && finding.range.is_some_and(|at| range.contains(at))
            });
            assert!(asked.is_none(), "{line}: {asked:?}");
        }
    }
}

#[test]
fn waiving_every_bullet_never_raises() {
    for (text, bullets) in examples() {
        let mut waived = text.clone();
        for index in bullets {
            waived = with(&waived, index, |line| format!("{line} <!-- vitae: no-figures why -->"));
        }
        let (before, after) = (judge(&text), judge(&waived));
        let vague = before.findings.iter().filter(|found| found.code.starts_with("MET")).count();
        assert!(vague > 0 || total(&after) <= total(&before));
        assert!(after.waived.len() > 3);
    }
}
