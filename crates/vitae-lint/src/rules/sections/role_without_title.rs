//! Roles that do not say what you were.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Position;
use vitae_pack::TitlePart;
use vitae_text::tokenize;

rule! {
    /// # What it does
    /// Looks for a role with an employer and dates and no title. Names that may be a title, and what was
    /// read with doubt, are left alone.
    ///
    /// # Why it matters
    /// Most searches are searches for a title.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"name": "Harbor Parcel Systems", "startDate": "2021-03", "highlights": ["Rebuilt the parcel router in Java"]}]}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"name": "Harbor Parcel Systems", "position": "Backend Engineer", "startDate": "2021-03", "highlights": ["Rebuilt the parcel router in Java"]}]}
    /// ```
    ///
    /// # When to ignore it
    /// Never; without a title of your own write what the work was.
    ///
    /// # Source
    /// RChilli and Textkernel count it as a fault.
    SEC025 = "role-without-title" {
        group: Sections,
        severity: Error,
        curve: Defects,
        stands_on: "SEC001",
        fix: Display,
        covers: ["E01"],
        check: Position(check),
    }
}

/// Whether the source of a field of the role was read with confidence.
pub(in crate::rules) fn is_sure(context: &Context<'_>, position: &Position, field: &str) -> bool {
    let pointer = format!("/work/{}/{field}", position.work);
    context.parsed.sources.get(&pointer).is_some_and(|source| !source.confidence.is_doubtful())
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(work) = context.resume().work.get(position.work) else { return };
    let bare = work.position.is_empty() && !work.name.is_empty() && position.start.is_some();
    if !bare || !is_sure(context, position, "name") || holds_title(context, &work.name) {
        return;
    }
    sink.at(
        position.employer.unwrap_or_default(),
        format!("the role at `{}` has no title", work.name),
        "write your title before or under the employer",
    )
    .fix(Fix::ask("add the title", &["your title there"]));
}

fn holds_title(context: &Context<'_>, name: &str) -> bool {
    let titles = &context.pack.data.titles;
    context.pack.titles().find_all(&tokenize(name)).any(|(_, found)| {
        titles.get(usize::from(found.value.0)).is_some_and(|word| word.part == TitlePart::Noun)
    })
}
