//! Bullets of several looks.

use crate::rule::rule;
use crate::{Applicability, Context, Edit, Fix, Sink};
use vitae_text::{TextRange, fold_key};

/// One for bullets and one for bullets inside bullets. Source: ats-screener.
const MOST_GLYPHS: usize = 2;
/// So many bullets of each kind make a habit, not a slip.
const HABIT: usize = 2;

rule! {
    /// # What it does
    /// Counts the signs before bullets (more than two), and looks for bullets with and without a
    /// full stop at the end. Bullets of several sentences are not compared.
    ///
    /// # Why it matters
    /// A page in one style looks finished.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Java.
    /// - Moved address data to PostgreSQL.
    /// - Cached label templates in Redis
    /// - Wrote runbooks for three services
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java
    /// - Moved address data to PostgreSQL
    /// - Cached label templates in Redis
    /// - Wrote runbooks for three services
    /// ```
    ///
    /// # When to ignore it
    /// When the signs mean something, such as a check mark for what was shipped.
    ///
    /// # Source
    /// S2 asks for one style; ats-screener.
    FMT003 = "mixed-bullet-glyphs" {
        group: Form,
        severity: Info,
        curve: Defects,
        stands_on: "SEC001",
        fix: Safe,
        covers: ["G13"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    glyphs(context, sink);
    full_stops(context, sink);
}

/// Signs that mean nothing but a bullet. A check mark or an arrow may mean something.
const PLAIN: &str = "-*+•·◦▪▫‣–—○●■□∙⁃";

fn glyphs(context: &Context<'_>, sink: &mut Sink<'_>) {
    // Each sign with its place and the first line it opens.
    let mut all: Vec<(char, TextRange, TextRange)> = Vec::new();
    for line in &context.document.lines {
        let before = TextRange::new(line.range.start, line.content);
        let sign = context.text(before).trim();
        let Some(glyph) = sign.chars().next() else { continue };
        if !glyph.is_alphanumeric() {
            let indent = context.text(before).find(glyph).unwrap_or(0) as u32;
            let start = before.start + indent;
            let place = TextRange::new(start, start + glyph.len_utf8() as u32);
            all.push((glyph, place, line.range));
        }
    }
    let mut seen: Vec<(char, TextRange, usize)> = Vec::new();
    for (glyph, _, line) in &all {
        match seen.iter_mut().find(|(known, ..)| known == glyph) {
            Some((.., number)) => *number += 1,
            None => seen.push((*glyph, *line, 1)),
        }
    }
    let Some((_, first, _)) = seen.get(MOST_GLYPHS).copied() else { return };
    let signs: Vec<String> = seen.iter().map(|(glyph, ..)| format!("`{glyph}`")).collect();
    let message =
        format!("{} signs open bullets (limit {MOST_GLYPHS}): {}", signs.len(), signs.join(" "));
    let finding = sink.at(first, message, "use one sign for all bullets").unit(fold_key("glyphs"));
    // The two most frequent stay: one for bullets, one for bullets inside bullets.
    vitae_text::sort_by_key(&mut seen, |(_, line, number)| (std::cmp::Reverse(*number), *line));
    let (kept, strays) = seen.split_at(MOST_GLYPHS);
    if !kept.iter().chain(strays).all(|(glyph, ..)| PLAIN.contains(*glyph)) {
        return;
    }
    let stray = |glyph: char| strays.iter().any(|(other, ..)| *other == glyph);
    let edits = all.iter().filter(|(glyph, ..)| stray(*glyph));
    let sign = kept[0].0;
    finding.fix(Fix {
        title: format!("open them with `{sign}`"),
        edits: edits
            .map(|(_, place, _)| Edit { range: *place, replacement: sign.to_string() })
            .collect(),
        applicability: Applicability::Safe,
        slots: Vec::new(),
    });
}

fn full_stops(context: &Context<'_>, sink: &mut Sink<'_>) {
    // Each bullet with the last character of its text.
    let mut with: Vec<(TextRange, TextRange)> = Vec::new();
    let mut without: Vec<(TextRange, TextRange)> = Vec::new();
    for bullet in context.facts.bullets.iter().filter(|bullet| !bullet.prose) {
        let text = bullet.text.as_str().trim_end();
        if text.contains(". ") || text.ends_with(['!', '?', ':', ')', '"']) || is_short(text) {
            continue;
        }
        let Some(last) = text.chars().next_back() else { continue };
        let last = bullet.text.to_source(TextRange::at(text.len() - last.len_utf8(), text.len()));
        let list = if text.ends_with('.') { &mut with } else { &mut without };
        list.push((bullet.range, last));
    }
    let drop = with.len() < without.len();
    let (fewer, more, how) = if drop {
        (with, without, "with a full stop, the others without")
    } else {
        (without, with, "without a full stop, the others with one")
    };
    if fewer.len() >= HABIT
        && let Some(((first, _), rest)) = fewer.split_first()
    {
        let all = fewer.len() + more.len();
        let edit = |last: TextRange| {
            let replacement = if drop { String::new() } else { format!("{}.", context.text(last)) };
            Edit { range: last, replacement }
        };
        sink.at(
            *first,
            format!("{} of {all} bullets end {how}", fewer.len()),
            "end all bullets alike",
        )
        .also(rest.iter().map(|(range, _)| *range))
        .unit(fold_key("full stops"))
        .fix(Fix {
            title: if drop { "leave the full stop out" } else { "end them with a full stop" }
                .to_owned(),
            edits: fewer.iter().map(|(_, last)| edit(*last)).collect(),
            applicability: Applicability::Safe,
            slots: Vec::new(),
        });
    }
}

/// The full stop of an abbreviation belongs to the word: `etc.`, `a.m.`, `Mills Ltd.`.
fn is_short(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or("");
    let Some(word) = word.strip_suffix('.') else { return false };
    let known = ["etc", "inc", "ltd", "co", "corp", "approx", "vs", "no"];
    word.contains('.') || known.iter().any(|known| word.eq_ignore_ascii_case(known))
}
