//! Education with a part missing.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for an entry of education without its degree or without its school. What was read with
    /// doubt, and schools whose name says the degree, are left alone.
    ///
    /// # Why it matters
    /// Forms have a field for each, and a program that fills them leaves the entry out when one is
    /// empty.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "education": [{"institution": "Plains State University", "startDate": "2016", "endDate": "2020"}]}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "education": [{"institution": "Plains State University", "studyType": "BSc", "area": "Computer Science"}]}
    /// ```
    ///
    /// # When to ignore it
    /// When you left without a degree; say what you studied then.
    ///
    /// # Source
    /// S1; RChilli counts it as a fault.
    SEC022 = "incomplete-education" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C22"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, entry) in context.resume().education.iter().enumerate() {
        let field = |name: &str| context.parsed.sources.get(&format!("/education/{at}/{name}"));
        let sure = |name: &str| field(name).is_some_and(|source| !source.confidence.is_doubtful());
        let degree = !entry.study_type.is_empty() || !entry.area.is_empty();
        let school = entry.institution.as_str();
        let says_it = ["school", "gymnasium", "lycée", "bootcamp", "academy"]
            .iter()
            .any(|word| school.to_lowercase().contains(word));
        let (has, lacks) = match (school.is_empty(), degree) {
            (false, false) if sure("institution") && !says_it => {
                ("institution", "degree or subject")
            }
            (true, true) if sure("studyType") => ("studyType", "school"),
            _ => continue,
        };
        let place = context.range(&format!("/education/{at}/{has}")).unwrap_or_default();
        let name = if has == "institution" { school } else { entry.study_type.as_str() };
        sink.at(
            place,
            format!("`{name}` names no {lacks}"),
            format!("add the {lacks}, in the same line or the next"),
        );
    }
}
