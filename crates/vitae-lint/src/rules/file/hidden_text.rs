//! Text that software reads and people do not see.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::{HazardKind, HiddenBy};

/// Up to this many characters are an accident, such as a spacer or the alt text of an icon.
const MOST_CHARACTERS: u32 = 20;

rule! {
    /// # What it does
    /// Adds up text that cannot be seen: in the colour of the background, too small to read, drawn
    /// invisibly, outside of the page, or marked as hidden. Fires above 20 characters in sum. The
    /// invisible text that a scanner puts behind a picture is not counted.
    ///
    /// # Why it matters
    /// Software reads it, people do not. Whoever finds the difference may read it as an attempt to
    /// mislead, even when it is a leftover.
    ///
    /// # Example
    /// ```html
    /// <h1>Robin Aldane</h1>
    /// <p style="display:none">Kafka Kubernetes Terraform Cassandra Elasticsearch</p>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <h1>Robin Aldane</h1>
    /// <p>Kafka, Kubernetes</p>
    /// ```
    ///
    /// # When to ignore it
    /// When it is a known leftover of your editor; deleting it is quicker still.
    ///
    /// # Source
    /// Published work on instructions hidden in resumes; editorial threshold.
    FIL002 = "hidden-text" {
        group: File,
        severity: Error,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A17"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut characters = 0_u32;
    let mut reasons: Vec<&str> = Vec::new();
    let mut ranges = Vec::new();
    for hazard in &context.document.hazards {
        let HazardKind::HiddenText { by, characters: more } = hazard.kind else { continue };
        characters = characters.saturating_add(more);
        ranges.extend(hazard.range);
        let reason = reason(by);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if characters <= MOST_CHARACTERS {
        return;
    }
    let place = ranges.first().copied().unwrap_or_default();
    sink.at(
        place,
        format!(
            "{characters} characters cannot be seen (limit {MOST_CHARACTERS}): {}",
            reasons.join(", ")
        ),
        "delete the text or make it visible: software reads it, people do not",
    )
    .also(ranges.into_iter().skip(1));
}

fn reason(by: HiddenBy) -> &'static str {
    match by {
        HiddenBy::Colour => "in the colour of the background",
        HiddenBy::Size => "too small to read",
        HiddenBy::RenderMode => "drawn invisibly",
        HiddenBy::OffPage => "outside of the page",
        HiddenBy::Markup => "marked as hidden",
    }
}
