//! Stacks without anything of the last years.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::{Category, VerbClass};

rule! {
    /// # What it does
    /// Looks for resumes that name two or more technologies of an older generation, and no container,
    /// cloud, pipeline, queue or observability tool beside them. Bullets that move such systems to
    /// something newer keep it silent.
    ///
    /// # Why it matters
    /// It may be read as if you had not met anything newer. Work that renews an old system is wanted,
    /// and should say so.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Skills
    ///
    /// COBOL, SQL, WebSphere, SVN
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: COBOL, Java, SQL
    /// Platform: WebSphere, Docker
    /// ```
    ///
    /// # When to ignore it
    /// When the job is to keep such a system running.
    ///
    /// # Source
    /// S2 names an outdated stack as a red flag; list editorial.
    SKL021 = "dated-stack" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H21"],
        check: Resume(check),
    }
}

/// What newer systems are seldom begun with.
const DATED: [&str; 12] = [
    "COBOL",
    "Fortran",
    "Delphi",
    "Visual Basic",
    "Perl",
    "ABAP",
    "Apache Struts",
    "Jakarta EE",
    "WebSphere",
    "WebLogic",
    "SOAP",
    "Subversion",
];
const FEWEST: usize = 2;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use Category::{Ci, Cloud, CloudService, Container, Infrastructure, Observability, Queue};
    let named = &context.facts.skills.named;
    let newer = named.iter().map(|skill| context.pack.skill(skill.skill)).any(|skill| {
        let runs = matches!(
            skill.category,
            Ci | Cloud | CloudService | Container | Infrastructure | Observability | Queue
        );
        runs && !DATED.contains(&skill.name)
    });
    let renews = context.facts.bullets.iter().any(|bullet| {
        let verb = context.pack.verb_key(bullet.anatomy.opener.verb);
        verb.is_some_and(|found| found.verb.class == VerbClass::Migrate)
    });
    let dated: Vec<_> = named
        .iter()
        .filter(|skill| DATED.contains(&context.pack.skill(skill.skill).name))
        .collect();
    let Some(place) = dated.first().and_then(|skill| skill.places.first()) else { return };
    if newer || renews || dated.len() < FEWEST {
        return;
    }
    let names: Vec<&str> = dated.iter().map(|skill| context.pack.skill(skill.skill).name).collect();
    sink.at(
        *place,
        format!("nothing newer stands beside `{}`", names.join("`, `")),
        "name what you have met since, or what you renewed of it",
    );
}
