//! Names that something else outshines.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for text that is set larger than the name, by a point or more.
    ///
    /// # Why it matters
    /// In the first seconds a reader looks for whose resume it is; the largest words are read first.
    ///
    /// # Example
    /// ```text
    /// %% run: size=12 on Robin Aldane
    /// %% run: size=20 on Curriculum Vitae
    /// Robin Aldane
    /// Curriculum Vitae
    /// robin.aldane@example.com
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% run: size=20 on Robin Aldane
    /// %% run: size=12 on Backend Engineer
    /// Robin Aldane
    /// Backend Engineer
    /// robin.aldane@example.com
    /// ```
    ///
    /// # When to ignore it
    /// When the name is drawn as a picture of its own, beside its text.
    ///
    /// # Source
    /// S2 and S4 on the first seconds of a scan.
    FMT008 = "name-not-largest" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L07"],
        check: Resume(check),
    }
}

/// Letters that make a run text and no ornament.
const LETTERS: usize = 4;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let document = context.document;
    let Some(name) = context.range("/basics/name") else { return };
    let size = document.runs_in(name).map(|run| run.style.size).fold(0.0, f32::max);
    if size <= 0.0 {
        return;
    }
    let larger = document.runs.iter().find(|run| {
        let letters = || context.text(run.range).chars().filter(|ch| ch.is_alphabetic()).count();
        run.style.size >= size + 1.0 && letters() >= LETTERS
    });
    if let Some(run) = larger {
        let words: String = context.text(run.range).trim().chars().take(40).collect();
        sink.at(
            run.range,
            format!(
                "`{words}` is set in {} points, the name in {}",
                run.style.size as u32, size as u32
            ),
            "make the name the largest text of the page",
        );
    }
}
