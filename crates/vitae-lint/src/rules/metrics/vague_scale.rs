//! Words of scale without a number.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_pack::PhraseList;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for bullets that say how much without saying it: `large-scale`, `high-traffic`,
    /// `massive`, `numerous`, or what was worked on without naming it: `various tools`, `best
    /// practices`. Only in a bullet that has no figure.
    ///
    /// # Why it matters
    /// `High-traffic` is ten requests a second to one reader and a million to another.
    ///
    /// # Example
    /// ```bullets
    /// - Built a high-traffic label service in Java, which ended manual printing
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built a label service in Java for 900 requests a second, which ended manual printing
    /// ```
    ///
    /// # When to ignore it
    /// When the figure stands in another bullet of the same role.
    ///
    /// # Source
    /// S1, S2 and S3 ask to define scale by figures.
    MET004 = "vague-scale" {
        group: Metrics,
        severity: Warning,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["E13", "F18", "G18"],
        check: Bullet(check),
    }
}

fn check(context: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    // `scalable` and its kin ask for more than a figure, and have a rule of their own: BAK004.
    let scalability = |range: &&TextRange| range.of(text).to_ascii_lowercase().starts_with("scal");
    let Some(vague) = bullet.anatomy.vague.iter().find(|range| !scalability(range)) else { return };
    if !bullet.anatomy.metrics.is_empty() {
        return;
    }
    let word = vague.of(text);
    if context.pack.phrases(PhraseList::VagueObject).exact(word).is_some() {
        sink.in_bullet(
            bullet,
            *vague,
            format!("`{word}` names nothing in particular"),
            "name the one or two that mattered",
        )
        .fix(Fix::ask("say what in particular", &["which ones"]));
        return;
    }
    sink.in_bullet(
        bullet,
        *vague,
        format!("`{word}` says how much without a figure"),
        "put the figure in its place: requests, users, rows, services, people; a ratio or a range where \
         the figure is confidential",
    )
    .fix(Fix::ask("replace the word by its figure", &["how many or how much"]));
}
