//! Bullets taken apart: one line of JSON each for programs, or a block each for a terminal.

use crate::bullet::{BulletReport, Figure};
use crate::outlet::View;
use crate::terminal::{Paint, pad, printable, wrap};
use vitae_facts::{OpenerStrength, Scope, Tense};

/// Cells of the bar of a strength.
const CELLS: u32 = 10;
/// Columns before a bullet's own text: strength and bar.
const MARGIN: usize = 15;

/// A bullet as JSON on one line.
#[must_use]
pub fn bullet_jsonl(bullet: &BulletReport) -> String {
    // A report holds only strings, numbers and keys that are strings: writing it cannot fail.
    serde_json::to_string(bullet).unwrap_or_default() + "\n"
}

/// A bullet as a block for people: its strength as a bar, what it holds, what the rules say.
#[must_use]
pub fn bullet_text(bullet: &BulletReport, view: &View) -> String {
    let paint = Paint { on: view.color };
    let bar = pad(&bar(bullet.strength), CELLS as usize);
    let head = format!("{:>3} {} ", bullet.strength, bar);
    let plain = wrap(&head, &bullet.text, view.width);
    // The bar is coloured after the wrapping, which counts columns.
    let mut out = plain.replacen(&bar, &tint(paint, bullet.strength, &bar), 1);
    for (label, value) in facts(bullet) {
        let line = wrap(&format!("{}{label:<13}", " ".repeat(MARGIN)), &value, view.width);
        out.push_str(&line.replacen(label, &paint.dim(label), 1));
    }
    for finding in &bullet.findings {
        let code = format!("{} ", finding.code);
        let indent = " ".repeat(MARGIN);
        let line = wrap(&format!("{indent}{code}"), &finding.message, view.width);
        out.push_str(&line.replacen(
            &finding.code,
            &paint.severity(finding.severity, &finding.code),
            1,
        ));
        out.push_str(&wrap(&format!("{indent}= help: "), &finding.help, view.width));
    }
    out.push('\n');
    out
}

fn tint(paint: Paint, strength: u8, bar: &str) -> String {
    match strength {
        0..=29 => paint.removed(bar),
        30..=59 => paint.ask(bar),
        _ => paint.good(bar),
    }
}

/// `strength` of 100 as a bar in eighths of a cell.
fn bar(strength: u8) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = u32::from(strength.min(100)) * CELLS * 8 / 100;
    let (full, part) = (eighths / 8, eighths % 8);
    format!("{}{}", "█".repeat(full as usize), PARTS[part as usize])
}

/// What is known, each with its label; nothing is said of what is not there, but for the opening.
fn facts(bullet: &BulletReport) -> Vec<(&'static str, String)> {
    let strength = match bullet.opener.strength {
        OpenerStrength::Strong => "strong",
        OpenerStrength::Ok => "ok",
        OpenerStrength::Weak => "weak",
        OpenerStrength::None => "none",
    };
    let opener = match &bullet.opener.verb {
        Some(verb) => format!("{verb} ({strength}{})", manner(bullet)),
        None => "no verb at the start".to_owned(),
    };
    let figures: Vec<String> = bullet.metrics.iter().map(shown).collect();
    let scope = bullet.scope.map(|scope| match scope {
        Scope::Team => "team",
        Scope::Service => "service",
        Scope::Organisation => "several teams",
        Scope::Company => "company",
    });
    let all = [
        ("opener", opener),
        ("figures", figures.join(" · ")),
        ("not figures", bullet.numbers_not_metrics.join(" · ")),
        ("technologies", bullet.technologies.join(" · ")),
        ("outcome", bullet.outcome_text.clone().unwrap_or_default()),
        ("decision", bullet.decision_text.clone().unwrap_or_default()),
        ("reach", scope.unwrap_or_default().to_owned()),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label, printable(&value))).collect()
}

/// What is notable of the opening beside its strength.
fn manner(bullet: &BulletReport) -> String {
    let mut manner = String::new();
    let facts = [
        (bullet.passive, ", passive"),
        (bullet.first_person, ", first person"),
        (bullet.tense == Tense::Present, ", present"),
    ];
    for (_, words) in facts.iter().filter(|(holds, _)| *holds) {
        manner.push_str(words);
    }
    manner
}

/// `1.4 s → 220 ms (time)`.
fn shown(figure: &Figure) -> String {
    let kind = serde_json::to_value(figure.kind).unwrap_or_default();
    let kind = kind.as_str().unwrap_or_default();
    match (&figure.from, &figure.to) {
        (Some(from), Some(to)) => format!("{from} → {to} ({kind})"),
        _ => format!("{} ({kind})", figure.text),
    }
}
