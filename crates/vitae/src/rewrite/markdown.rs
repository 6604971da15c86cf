//! Rewrites as Markdown, for a note or a pull request.

use super::{Rewrites, RewrittenLine, VersionKind};
use vitae_report::writing::escape_markdown as escaped;

/// All of them.
#[must_use]
pub fn markdown(rewrites: &Rewrites) -> String {
    let mut out = format!(
        "# Rewrites{}\n\n{} of {} lines could be stronger. Every word comes from the lines themselves; ‹…› is to be filled in, or left out.\n",
        rewrites.file.as_deref().map_or(String::new(), |file| format!(": {}", escaped(file))),
        rewrites.lines.len(),
        rewrites.looked_at,
    );
    for line in &rewrites.lines {
        let place = line.line.map_or(String::new(), |number| format!("Line {number}"));
        let parts: Vec<String> =
            [place, escaped(&line.entry)].into_iter().filter(|part| !part.is_empty()).collect();
        out.push_str(&format!("\n## {}\n\n", parts.join(": ")));
        block(&mut out, line);
    }
    if let Some(summary) = &rewrites.summary {
        out.push_str("\n## Summary\n\n");
        block(&mut out, summary);
    }
    out
}

fn block(out: &mut String, line: &RewrittenLine) {
    if !line.before.is_empty() {
        out.push_str(&format!("**Before** {}\n\n", escaped(&line.before)));
    }
    let Some((best, others)) = line.versions.split_first() else {
        out.push_str("No safe rewrite: what was done must be said first.\n\n");
        for slot in &line.questions {
            out.push_str(&format!("- {}\n", escaped(&slot.ask)));
        }
        return;
    };
    out.push_str(&format!("**After** {}\n", escaped(&best.text.replace('\n', " / "))));
    if let Some(only_if) = &best.only_if {
        out.push_str(&format!("\n({})\n", escaped(only_if)));
    }
    out.push('\n');
    for why in &best.why {
        out.push_str(&format!("- {}\n", escaped(why)));
    }
    for slot in &best.slots {
        out.push_str(&format!("- ‹{}› {}\n", escaped(&slot.label), escaped(&slot.ask)));
    }
    for other in others {
        let kind = match other.kind {
            VersionKind::Figures => "or",
            VersionKind::WithoutFigures => "without a figure",
            VersionKind::Decision => "what you weighed",
            VersionKind::Split => "as two lines",
        };
        out.push_str(&format!("- {kind}: {}\n", escaped(&other.text.replace('\n', " / "))));
    }
}
