//! Endpoints without their purpose.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;

rule! {
    /// # What it does
    /// Looks for bullets about CRUD or endpoints that name neither who used them nor how much nor
    /// what they changed.
    ///
    /// # Why it matters
    /// Writing endpoints is what every backend engineer does; the line proves the job title only.
    ///
    /// # Example
    /// ```bullets
    /// - Developed CRUD APIs in Spring Boot
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Developed the address API in Spring Boot that nine carriers call 900 times a second
    /// ```
    ///
    /// # When to ignore it
    /// For a first internship.
    ///
    /// # Source
    /// S3's first common mistake; S1.
    BAK006 = "bare-crud" {
        group: Backend,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E11"],
        check: Bullet(check),
    }
}

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    let anatomy = &bullet.anatomy;
    let mut words = anatomy.tokens.iter();
    let crud = words.find(|token| {
        let word = token.range.of(text);
        ["crud", "endpoints", "apis"].iter().any(|name| word.eq_ignore_ascii_case(name))
    });
    let Some(crud) = crud else { return };
    let shown =
        anatomy.outcome.is_some() || !anatomy.metrics.is_empty() || anatomy.decision.is_some();
    // A purpose or a user behind the word: `for carriers`, `that let depots …`.
    let after = text.get(crud.range.end as usize..).unwrap_or("").to_ascii_lowercase();
    let purpose = [" for ", " that ", " which ", " used by ", " serving ", " to "]
        .iter()
        .any(|word| after.contains(word));
    if shown || purpose || bullet.prose {
        return;
    }
    let word = crud.range.of(text);
    sink.in_bullet(
        bullet,
        crud.range,
        format!("`{word}` without who uses it, how much, or what it changed"),
        "name the resource, who calls it and how often, and what it made possible",
    )
    .fix(Fix::ask("say what the interface is for", &["who calls it", "how often"]));
}
