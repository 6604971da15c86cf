//! Rewrites for a terminal: each line as it is and as it could be, with marks under the words that
//! went and those that are new, why it is stronger, and the questions.

use super::marks::changed;
use super::{Rewrites, RewrittenLine, Slot, VersionKind, VersionReport};
use vitae_report::View;
use vitae_report::writing::{Paint, printable, width, wrap};

/// Lines that are shown unless all are wanted.
const TOP: usize = 5;
/// Columns before the words of a line.
const MARGIN: &str = "  ";

/// What people read at a terminal. `view.all` shows every line, `view.top` so many.
#[must_use]
pub fn text(rewrites: &Rewrites, view: &View) -> String {
    let paint = Paint { on: view.color };
    let most = if view.all { usize::MAX } else { view.top.unwrap_or(TOP) };
    let mut out = head(rewrites, most);
    for line in rewrites.lines.iter().take(most) {
        out.push('\n');
        out.push_str(&place(rewrites, line, paint));
        out.push_str(&block(line, view, paint));
    }
    if let Some(summary) = &rewrites.summary {
        out.push('\n');
        out.push_str(&paint.bold("summary"));
        out.push('\n');
        out.push_str(&block(summary, view, paint));
    }
    out.push_str(&foot(rewrites, most));
    out
}

fn head(rewrites: &Rewrites, most: usize) -> String {
    let (weak, all) = (rewrites.lines.len(), rewrites.looked_at);
    let lines = if all == 1 { "line" } else { "lines" };
    match weak {
        0 => format!("no line of {all} needs a rewrite\n"),
        weak if weak > most => {
            format!("{weak} of {all} {lines} could be stronger; the {most} with most to gain:\n")
        }
        weak => format!("{weak} of {all} {lines} could be stronger\n"),
    }
}

/// `cv.md:14 · Backend Engineer, Orrery`.
fn place(rewrites: &Rewrites, line: &RewrittenLine, paint: Paint) -> String {
    let file = rewrites.file.as_deref().map(printable);
    let number = line.line.map(|number| number.to_string());
    let place = match (file, number) {
        (Some(file), Some(number)) => format!("{file}:{number}"),
        (None, Some(number)) => format!("line {number}"),
        (Some(file), None) => file,
        (None, None) => "line".to_owned(),
    };
    let entry = if line.entry.is_empty() {
        String::new()
    } else {
        format!(" · {}", printable(&line.entry))
    };
    format!("{}{}\n", paint.bold(&place), paint.dim(&entry))
}

fn block(line: &RewrittenLine, view: &View, paint: Paint) -> String {
    let Some((best, others)) = line.versions.split_first() else {
        let mut out = if line.before.is_empty() {
            String::new()
        } else {
            wrap(&format!("{MARGIN}- "), &line.before, view.width)
        };
        out.push_str(&format!("{MARGIN}  no safe rewrite: what was done must be said first\n"));
        out.push_str(&questions(&line.questions, view, paint));
        return out;
    };
    let mut out = change_marks(&line.before, &best.text, view);
    if let Some(only_if) = &best.only_if {
        out.push_str(&wrap(&format!("{MARGIN}  "), only_if, view.width));
    }
    for why in &best.why {
        out.push_str(&labelled("why", why, view, paint));
    }
    out.push_str(&questions(&best.slots, view, paint));
    for other in others {
        out.push_str(&alternative(other, view, paint));
    }
    out
}

/// A line and its successor, one below the other, with marks under the words that went and those that
/// are new.
#[must_use]
pub fn change_marks(before: &str, after: &str, view: &View) -> String {
    let paint = Paint { on: view.color };
    let joined = after.replace('\n', " ");
    let [old, new] = changed(before, &joined);
    let mut out = String::new();
    if !old.is_empty() {
        out.push_str(&marked("- ", &old, '~', view, |text| paint.removed(text)));
    }
    if after.contains('\n') {
        for part in after.lines() {
            out.push_str(&wrap(&format!("{MARGIN}+ "), part, view.width));
        }
    } else {
        out.push_str(&marked("+ ", &new, '^', view, |text| paint.good(text)));
    }
    out
}

fn alternative(version: &VersionReport, view: &View, paint: Paint) -> String {
    let reason = match version.kind {
        VersionKind::Figures => "",
        VersionKind::WithoutFigures => " (without a figure)",
        VersionKind::Decision => " (what you weighed)",
        VersionKind::Split => " (two lines)",
    };
    labelled("or", &format!("{}{reason}", version.text.replace('\n', " / ")), view, paint)
}

fn questions(slots: &[Slot], view: &View, paint: Paint) -> String {
    let ask = |slot: &Slot| labelled("ask", &format!("‹{}› {}", slot.label, slot.ask), view, paint);
    slots.iter().map(ask).collect()
}

/// `    why  …`, wrapped under itself.
fn labelled(label: &str, text: &str, view: &View, paint: Paint) -> String {
    let plain = wrap(&format!("{MARGIN}  {label:<4} "), text, view.width);
    plain.replacen(label, &paint.dim(label), 1)
}

/// The words, wrapped, each line with `mark` under the words that changed: not by colour alone.
fn marked(
    sign: &str,
    words: &[(&str, bool)],
    mark: char,
    view: &View,
    tint: impl Fn(&str) -> String,
) -> String {
    let indent = format!("{MARGIN}{}", " ".repeat(width(sign)));
    let mut out = String::new();
    let mut first = true;
    let mut rest = words;
    while !rest.is_empty() {
        let (mut line, mut plain, mut under, mut used) = (String::new(), 0, String::new(), 0);
        for (word, changed) in rest {
            let word = printable(word);
            let wide = width(&word);
            if plain > 0 && width(&indent) + plain + 1 + wide > view.width {
                break;
            }
            if plain > 0 {
                line.push(' ');
                // Neighbours that changed together have one mark.
                under.push(if *changed && under.ends_with(mark) { mark } else { ' ' });
                plain += 1;
            }
            line.push_str(&if *changed { tint(&word) } else { word });
            under.extend(std::iter::repeat_n(if *changed { mark } else { ' ' }, wide));
            plain += wide;
            used += 1;
        }
        out.push_str(&format!(
            "{}{line}\n",
            if first { format!("{MARGIN}{sign}") } else { indent.clone() }
        ));
        if under.contains(mark) {
            out.push_str(&format!("{indent}{}\n", under.trim_end()));
        }
        first = false;
        rest = &rest[used.max(1).min(rest.len())..];
    }
    out
}

fn foot(rewrites: &Rewrites, most: usize) -> String {
    let mut out = String::new();
    if rewrites.lines.is_empty() && rewrites.summary.is_none() {
        return out;
    }
    out.push_str(
        "\nevery word comes from your own lines; `‹…›` is for you to fill in, or to leave out\n",
    );
    if rewrites.lines.len() > most {
        let more = rewrites.lines.len() - most;
        out.push_str(&format!("{more} more with --all\n"));
    }
    out
}
