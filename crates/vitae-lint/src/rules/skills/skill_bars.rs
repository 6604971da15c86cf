//! Bars, stars and percentages beside skills.

use crate::rule::rule;
use crate::search::{bodies, lines};
use crate::{Context, Sink};
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for ratings in the skills section: rows of stars, dots or blocks, `4/5`, `80%`. Words such
    /// as `advanced` are left alone; bars that are drawn as pictures cannot be seen here.
    ///
    /// # Why it matters
    /// Nobody knows what four stars are, and a program reads them as signs or as nothing. What you did
    /// with a technology says how well you know it.
    ///
    /// # Example
    /// ```skills
    /// Java ★★★★☆
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java (daily, 5 years), SQL
    /// ```
    ///
    /// # When to ignore it
    /// For human languages with a level that is defined, such as C1.
    ///
    /// # Source
    /// S2's FAQ asks for levels, and other guides for evidence: words with evidence meet both.
    SKL020 = "skill-bars" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H20"],
        check: Resume(check),
    }
}

const MARKS: &str = "★☆●○■□▪▫█░▓▒⬤◯◉◐⚫⚪✦✧";
/// So many marks in a row are a rating.
const ROW: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let rated: Vec<_> = bodies(context, &[SectionKind::Skills])
        .flat_map(|body| lines(context, body))
        .map(vitae_document::Line::content_range)
        .filter(|range| is_rated(context.text(*range)))
        .collect();
    let Some(first) = rated.first() else { return };
    sink.at(
        *first,
        format!("`{}` rates a skill with signs", context.text(*first).trim()),
        "take the rating away; years, a version or a bullet say more",
    )
    .also(rated.iter().skip(1).copied());
}

fn is_rated(line: &str) -> bool {
    let mut row = 0;
    for ch in line.chars().filter(|ch| *ch != ' ') {
        row = if MARKS.contains(ch) { row + 1 } else { 0 };
        if row == ROW {
            return true;
        }
    }
    line.split([' ', '\t', ',', '(', ')', ':']).any(|word| {
        let share = word.strip_suffix('%').and_then(|number| number.parse::<u8>().ok());
        let of = word.split_once('/').filter(|(_, most)| matches!(*most, "5" | "10"));
        share.is_some_and(|share| share <= 100)
            || of.is_some_and(|(part, _)| part.parse::<u8>().is_ok_and(|part| part <= 10))
    })
}
