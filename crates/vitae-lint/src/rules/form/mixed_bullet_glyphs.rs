//! Bullets of several looks.

use crate::rule::rule;
use crate::{Context, Sink};
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
        fix: None,
        covers: ["G13", "L05"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    glyphs(context, sink);
    full_stops(context, sink);
}

fn glyphs(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: Vec<(char, TextRange)> = Vec::new();
    for line in &context.document.lines {
        let before = TextRange::new(line.range.start, line.content);
        let Some(glyph) = context.text(before).trim().chars().next() else { continue };
        if !glyph.is_alphanumeric() && !seen.iter().any(|(known, _)| *known == glyph) {
            seen.push((glyph, line.range));
        }
    }
    if let Some((_, first)) = seen.get(MOST_GLYPHS) {
        let signs: Vec<String> = seen.iter().map(|(glyph, _)| format!("`{glyph}`")).collect();
        sink.at(
            *first,
            format!(
                "{} signs open bullets (limit {MOST_GLYPHS}): {}",
                signs.len(),
                signs.join(" ")
            ),
            "use one sign for all bullets",
        )
        .unit(fold_key("glyphs"));
    }
}

fn full_stops(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut with: Vec<TextRange> = Vec::new();
    let mut without: Vec<TextRange> = Vec::new();
    for bullet in context.facts.bullets.iter().filter(|bullet| !bullet.prose) {
        let text = bullet.text.as_str().trim();
        if text.contains(". ") || text.ends_with(['!', '?', ':', ')', '"']) {
            continue;
        }
        let list = if text.ends_with('.') { &mut with } else { &mut without };
        list.push(bullet.range);
    }
    let (fewer, more, how) = if with.len() < without.len() {
        (with, without, "with a full stop, the others without")
    } else {
        (without, with, "without a full stop, the others with one")
    };
    if fewer.len() >= HABIT
        && let Some((first, rest)) = fewer.split_first()
    {
        let all = fewer.len() + more.len();
        sink.at(
            *first,
            format!("{} of {all} bullets end {how}", fewer.len()),
            "end all bullets alike",
        )
        .also(rest.iter().copied())
        .unit(fold_key("full stops"));
    }
}
