//! Roles that do not say for whom.

use super::role_without_title::is_sure;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for a role with a title and dates and no employer. Work of one's own (freelance,
    /// self-employed, founder) and a further role at the employer above are left alone.
    ///
    /// # Why it matters
    /// Forms have a field for it, and readers take its absence for an oversight or worse.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"position": "Backend Engineer", "startDate": "2021-03", "highlights": ["Rebuilt the parcel router in Java"]}]}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"name": "Harbor Parcel Systems", "position": "Backend Engineer", "startDate": "2021-03", "highlights": ["Rebuilt the parcel router in Java"]}]}
    /// ```
    ///
    /// # When to ignore it
    /// When it may not be named; then say the industry and size: `a bank of 2,000 people`.
    ///
    /// # Source
    /// RChilli counts it as a fault.
    SEC026 = "role-without-employer" {
        group: Sections,
        severity: Error,
        curve: Defects,
        stands_on: "SEC001",
        fix: Display,
        covers: ["E02"],
        check: Position(check),
    }
}

/// Words of titles that need no employer, in small letters.
const OWN: [&str; 10] = [
    "freelance",
    "freelancer",
    "self-employed",
    "selbständig",
    "independent",
    "contractor",
    "consultant",
    "founder",
    "owner",
    "sabbatical",
];

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(work) = context.resume().work.get(position.work) else { return };
    let title = work.position.to_lowercase();
    let own = OWN.iter().any(|word| title.contains(word));
    let bare = work.name.is_empty() && !title.is_empty() && position.start.is_some();
    // Right under another role it may be a second title at the same employer.
    if !bare || own || position.work > 0 || !is_sure(context, position, "position") {
        return;
    }
    sink.at(
        position.title.unwrap_or_default(),
        format!("`{}` names no employer", work.position),
        "write the employer beside or under the title",
    )
    .fix(Fix::ask("add the employer", &["whom you worked for"]));
}
