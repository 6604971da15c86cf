//! Personal data that no employer needs.

use crate::rule::rule;
use crate::search::{bodies, cells};
use crate::{Context, Sink};
use vitae_pack::{PhraseList, SectionKind};
use vitae_text::{TextRange, tokenize};

rule! {
    /// # What it does
    /// Looks for labels of personal data with a value, outside of roles and skills: date of birth,
    /// marital status, religion, gender, nationality, expected salary. Resumes in Korean or
    /// Japanese are left alone, where forms ask for some of these.
    ///
    /// # Why it matters
    /// Many employers must not use such data and would rather not see it. It can only be used
    /// against you.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | Date of birth: 12 May 1990
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | Denver, CO
    /// ```
    ///
    /// # When to ignore it
    /// Where an application form of the country asks for it.
    ///
    /// # Source
    /// RChilli and Textkernel treat the fields as sensitive.
    PRV001 = "personal-data" {
        group: Privacy,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["M03", "M04", "M06"],
        check: Resume(check),
    }
}

/// Sections where a label tells of the person and not of the work.
const ABOUT_PERSON: [SectionKind; 5] = [
    SectionKind::Header,
    SectionKind::Contact,
    SectionKind::Personal,
    SectionKind::Other,
    SectionKind::Summary,
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if in_korean_or_japanese(&context.document.text) {
        return;
    }
    // Sections of a page in columns may overlap.
    let mut found: Vec<TextRange> =
        bodies(context, &ABOUT_PERSON).flat_map(|body| cells(context, body)).collect();
    vitae_text::sort(&mut found);
    found.dedup();
    for cell in found {
        if let Some(label) = label(context, cell) {
            let words = context.text(label);
            sink.at(
                cell,
                format!("`{words}` is personal data that an application does not need"),
                "leave it out unless a form of the country asks for it",
            );
        }
    }
}

/// The label that a cell opens with, when a value follows it.
fn label(context: &Context<'_>, cell: TextRange) -> Option<TextRange> {
    let labels = context.pack.phrases(PhraseList::PersonalLabel);
    let known = context.tokens_in(cell);
    let same_start = known.first().is_some_and(|token| token.range.start == cell.start);
    if same_start && labels.longest(known).is_none() {
        return None;
    }
    let text = context.text(cell);
    let tokens = tokenize(text);
    let found = labels.longest(&tokens)?;
    let label = tokens.first()?.range.cover(tokens.get(found.tokens - 1)?.range);
    if super::identity_number::is_identity(label.of(text)) {
        return None;
    }
    let rest = text.get(label.end as usize..)?.trim_start();
    let opens = rest.starts_with([':', '：', '-', '–', '.']) && rest.len() > 1;
    // `Born 12 May 1990`, and `Married` alone.
    let dated = rest.starts_with(|ch: char| ch.is_ascii_digit());
    (opens || dated || rest.is_empty()).then(|| label.shift(cell.start))
}

fn in_korean_or_japanese(text: &str) -> bool {
    let own = |ch: &char| matches!(ch, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}');
    // In UTF-8 their first byte is this one or higher; few other texts have it ten times.
    let may_be = text.bytes().filter(|byte| *byte >= 0xe3).count() >= 10;
    may_be && text.chars().filter(own).count() >= 10
}
