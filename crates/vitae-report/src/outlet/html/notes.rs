//! A finding as a note in the margin: what was seen, what to do, what is asked. What another note has
//! said already is not said again.

use super::Numbered;
use super::marks::class;
use crate::outlet::escape::escape;
use crate::report::Report;
use vitae_lint::Applicability;

/// Helps that were told, each with the number of its note.
#[derive(Default)]
pub(super) struct Told(Vec<(String, usize)>);

/// A note; `placed` when its words are marked in the text.
pub(super) fn note(report: &Report, one: &Numbered<'_>, told: &mut Told, placed: bool) -> String {
    let Numbered { number, finding } = one;
    let gain = report.gain(&finding.code);
    let gain =
        if gain.0 > 0 { format!(" <span class=\"gain\">+{gain}</span>") } else { String::new() };
    let number_shown = if placed {
        format!("<a href=\"#m{number}\" aria-label=\"finding {number} in the text\">{number}</a>")
    } else {
        number.to_string()
    };
    let key = format!("{} {}", finding.code, finding.help);
    let (seen, help) = match told.0.iter().find(|(old, _)| *old == key) {
        Some((_, first)) => (format!(" <a href=\"#n{first}\">as in {first}</a>"), String::new()),
        None => {
            told.0.push((key, *number));
            let help = format!("<p class=\"do\">{}{}</p>", code(&finding.help), fix(one));
            (String::new(), help)
        }
    };
    format!(
        "<li id=\"n{number}\" class=\"{}\"><p><span class=\"no\">{number_shown}</span> <span \
         class=\"rule\">{}</span> <span class=\"sev\">{}</span>{gain}</p><p>{}{seen}</p>{help}</li>\n",
        class(finding.severity),
        escape(&finding.name),
        finding.severity.name(),
        code(&finding.message),
    )
}

/// What a fix asks, or does.
fn fix(one: &Numbered<'_>) -> String {
    let Some(fix) = &one.finding.fix else { return String::new() };
    if !fix.slots.is_empty() {
        let slots: Vec<String> = fix
            .slots
            .iter()
            .map(|slot| format!("<span class=\"slot\">‹{}›</span>", escape(&slot.ask)))
            .collect();
        return format!(" <span class=\"ask\">{}: {}</span>", escape(&fix.title), slots.join(" "));
    }
    let how = match fix.applicability {
        Applicability::Safe => "<code>--fix</code> does it",
        Applicability::Unsafe => "<code>--fix --unsafe-fixes</code> does it",
        Applicability::Display => return String::new(),
    };
    format!(" · <span class=\"ask\">{how}</span>")
}

/// Our own words; what stands between backticks is set as it is written.
pub(super) fn code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let balanced = parts.len() % 2 == 1;
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        let words = escape(part);
        if balanced && index % 2 == 1 {
            out.push_str(&format!("<code>{words}</code>"));
        } else {
            out.push_str(if !balanced && index > 0 { "`" } else { "" });
            out.push_str(&words);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_become_code_and_markup_stays_text() {
        assert_eq!(code("`a<b>` is"), "<code>a&lt;b&gt;</code> is");
        assert_eq!(code("one ` tick"), "one ` tick");
    }
}
