//! Links that only a click can find.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for links that cover a picture or an icon and whose address stands nowhere as text. Words
    /// that are links, such as `GitHub`, are left alone.
    ///
    /// # Why it matters
    /// In a system's plain text, and on paper, the address is gone.
    ///
    /// # Example
    /// ```html
    /// <h1>Robin Aldane</h1><p>robin.aldane@example.com <a href="https://github.com/robin-aldane"><img src="i.svg"></a></p>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <h1>Robin Aldane</h1><p>robin.aldane@example.com <a href="https://github.com/robin-aldane">github.com/robin-aldane</a></p>
    /// ```
    ///
    /// # When to ignore it
    /// When the address also stands in the form that you fill in.
    ///
    /// # Source
    /// OfflineCV.
    FIL019 = "hidden-link" {
        group: File,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A22"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let document = context.document;
    let mut icons = document.links.iter().filter(|link| link.range.is_empty()).peekable();
    if icons.peek().is_none() {
        return;
    }
    let text = document.text.to_lowercase();
    let mut hidden: Vec<&str> = Vec::new();
    for link in icons {
        let address = bare(&link.uri);
        let shown = text.contains(&address.to_lowercase());
        if address.len() > 3 && !shown && !hidden.contains(&address) {
            hidden.push(address);
        }
    }
    if !hidden.is_empty() {
        sink.whole(
            format!("only a click on a picture leads to `{}`", hidden.join("`, `")),
            "write the address beside the icon",
        );
    }
}

/// The address as people write it: without scheme, `www.`, mail and slash at the end.
fn bare(uri: &str) -> &str {
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").or(rest.strip_prefix("tel:")).unwrap_or(rest);
    rest.strip_prefix("www.").unwrap_or(rest).split('?').next().unwrap_or("").trim_end_matches('/')
}
