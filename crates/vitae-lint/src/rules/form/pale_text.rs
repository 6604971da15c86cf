//! Text that is hard to see.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for 40 or more letters whose colour has a contrast of less than 4.5 to 1 with white, or of
    /// less than 3 to 1 for bold and large text.
    /// Nearly white text is left alone: it stands on a dark ground, or FIL002 reports it as hidden.
    ///
    /// # Why it matters
    /// It fades in print and on poor screens, and many people cannot read it at all.
    ///
    /// # Example
    /// ```text
    /// %% run: color=a8a8a8 on Rebuilt the parcel router in Java, which ended missorted crates
    /// Robin Aldane
    /// Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% run: color=505050 on Rebuilt the parcel router in Java, which ended missorted crates
    /// Robin Aldane
    /// Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When it stands on a dark ground.
    ///
    /// # Source
    /// The contrast that WCAG 2.2 asks for at level AA; the size of the share is editorial.
    FMT010 = "pale-text" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L08"],
        check: Resume(check),
    }
}

const FEWEST: usize = 40;
/// Points from which on less contrast is enough, as for bold text.
const LARGE: f32 = 14.0;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut letters = 0;
    let mut worst: Option<(f32, vitae_text::TextRange)> = None;
    for run in &context.document.runs {
        let contrast = contrast_with_white(run.style.color);
        // Below 1.7 it is nearly white, and cannot be meant for a white page.
        let large = run.style.bold || run.style.size >= LARGE;
        if !(1.7..if large { 3.0 } else { 4.5 }).contains(&contrast) {
            continue;
        }
        letters += context.text(run.range).chars().filter(|ch| ch.is_alphabetic()).count();
        if worst.is_none_or(|(least, _)| contrast < least) {
            worst = Some((contrast, run.range));
        }
    }
    let Some((contrast, place)) = worst.filter(|_| letters >= FEWEST) else { return };
    let tenths = (contrast * 10.0) as u32;
    sink.at(
        place,
        format!(
            "{letters} letters are pale: {}.{} to 1 against white (limit 4.5)",
            tenths / 10,
            tenths % 10
        ),
        "use a darker colour for everything that is meant to be read",
    );
}

/// WCAG's contrast ratio with white. The curve of sRGB by a polynomial, within 0.01 of it: powers
/// differ between machines.
fn contrast_with_white([red, green, blue]: [u8; 3]) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        0.7 * part * part + 0.3 * part * part * part
    };
    1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
}
