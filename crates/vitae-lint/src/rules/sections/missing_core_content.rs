//! Counts the parts that every resume has: what other rules stand on.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_resume::{Project, Work};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Counts four parts: a way to reach you, at least one role or project that says something,
    /// education, and three skills that are known. Rules about files, sections, form and privacy
    /// stand on this count, since an empty page has no faults either. Where there is no education
    /// section, a certificate counts.
    ///
    /// # Why it matters
    /// These four are what every reader and every parser looks for first.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "email": "robin.aldane@example.com"}}
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java on PostgreSQL, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// Never; of the parts, education may be short.
    ///
    /// # Source
    /// All five role guides and every parser's documentation.
    SEC001 = "missing-core-content" {
        group: Sections,
        severity: Error,
        curve: Proof(4),
        fix: None,
        covers: ["C21"],
        check: Resume(check),
    }
}

/// Skills that make a list. Source: editorial; language, datastore and infrastructure are three.
const ENOUGH_SKILLS: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let contact = !resume.basics.email.is_empty() || !resume.basics.phone.is_empty();
    let work =
        resume.work.iter().any(says_something) || resume.projects.iter().any(shows_something);
    let studied = |school: &str, degree: &str| !school.is_empty() || !degree.is_empty();
    let education = resume.education.iter().any(|e| studied(&e.institution, &e.study_type))
        || resume.certificates.iter().any(|certificate| !certificate.name.is_empty());
    let skills = context.facts.skills.named.len() >= ENOUGH_SKILLS;
    let parts = [
        ("a way to reach you", contact),
        ("a role or project with a line about it", work),
        ("education or a certificate", education),
        ("three known skills", skills),
    ];
    let mut missing: Vec<&str> = Vec::new();
    for (part, there) in parts {
        if there {
            sink.proof(fold_key(part), 10);
        } else {
            missing.push(part);
        }
    }
    if !missing.is_empty() {
        let found = parts.len() - missing.len();
        sink.whole(
            format!("{found} of {} parts found; not found: {}", parts.len(), missing.join(", ")),
            "add the parts, or give them plain headings so that they are found",
        );
    }
}

fn says_something(work: &Work) -> bool {
    let named = !work.name.is_empty() || !work.position.is_empty();
    named && (!work.highlights.is_empty() || !work.summary.is_empty())
}

fn shows_something(project: &Project) -> bool {
    let described = !project.highlights.is_empty() || !project.description.is_empty();
    !project.name.is_empty() && described
}
