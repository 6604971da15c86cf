//! The catalogue of all known checks, for people and programs: how each row ends, and the counts.

use crate::CatalogueFormat;
use crate::outlet::{View, escaped};
use crate::terminal::{Paint, pad, wrap};
use vitae_lint::catalogue::{Ending, Row, rows};

/// Every known check with the rule, part, guard or refusal that it ends in.
///
/// # Errors
/// A mistake in the table of checks.
pub fn known_checks(format: CatalogueFormat, view: &View) -> Result<String, String> {
    let rows = rows()?;
    Ok(match format {
        CatalogueFormat::Json => serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n",
        CatalogueFormat::Markdown => markdown(&rows),
        CatalogueFormat::Text => text(&rows, view),
    })
}

fn markdown(rows: &[Row]) -> String {
    let mut out = String::from("| row | what is wrong | from | ends as |\n|---|---|---|---|\n");
    for row in rows {
        let words = escaped(&row.ends.words());
        out.push_str(&format!("| {} | {} | {} | {words} |\n", row.row, row.title, row.from));
    }
    out + "\n" + &counts(rows) + "\n"
}

fn text(rows: &[Row], view: &View) -> String {
    let paint = Paint { on: view.color };
    let widest = rows.iter().map(|row| row.title.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    let mut group = "";
    for row in rows {
        if row.group != group {
            group = &row.group;
            out.push_str(&format!("{}\n", paint.bold(group)));
        }
        let head = format!("  {}  {}  ", row.row, pad(&row.title, widest));
        let words = row.ends.words();
        if head.chars().count() + words.chars().count() <= view.width {
            out.push_str(&format!("{head}{words}\n"));
        } else {
            out.push_str(&format!("{}\n", head.trim_end()));
            out.push_str(&wrap("       ", &words, view.width));
        }
    }
    out.push_str(&format!("\n{}\n", counts(rows)));
    out
}

/// How many rows end in each way.
fn counts(rows: &[Row]) -> String {
    let parts: Vec<String> = Ending::NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| (rows.iter().filter(|row| row.ends.index() == index).count(), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    format!("{} rows: {}", rows.len(), parts.join(", "))
}
