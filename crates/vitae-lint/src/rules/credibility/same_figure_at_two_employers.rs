//! One exact figure at two employers.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, Metric, Owner};

rule! {
    /// # What it does
    /// Looks for an exact figure, or a change with the same values before and after, that stands in
    /// roles at two employers.
    ///
    /// # Why it matters
    /// Two systems rarely meet to the digit. It may be a line that was copied and not yet changed.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2018 – Feb 2021)
    ///
    /// - Cut the forecast page from 900 ms to 140 ms with two indexes
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2018 – Feb 2021)
    ///
    /// - Cut the forecast page from 2.1 s to 300 ms with two indexes
    /// ```
    ///
    /// # When to ignore it
    /// When both are true.
    ///
    /// # Source
    /// Editorial.
    CRD007 = "same-figure-at-two-employers" {
        group: Credibility,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: None,
        covers: ["K07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known: Vec<(usize, &Bullet, &Metric)> = Vec::new();
    for bullet in &context.facts.bullets {
        let Owner::Work(work) = bullet.owner else { continue };
        for metric in bullet.anatomy.metrics.iter().filter(|metric| telling(metric)) {
            let twin = known.iter().find(|(other, from, figure)| {
                other_employer(context, *other, work) && same(figure, from, metric, bullet)
            });
            if let Some((_, from, figure)) = twin {
                let written = metric.range.of(bullet.text.as_str());
                sink.in_bullet(
                    bullet,
                    metric.range,
                    format!("`{written}` stands in a role at another employer as well"),
                    "check both: correct the one that was copied, or leave them if both are true",
                )
                .also([from.text.to_source(figure.range)]);
                return;
            }
            known.push((work, bullet, metric));
        }
    }
}

fn other_employer(context: &Context<'_>, one: usize, two: usize) -> bool {
    let name = |at: usize| context.resume().work.get(at).map(|work| work.name.to_lowercase());
    name(one) != name(two)
}

fn same(one: &Metric, from: &Bullet, two: &Metric, to: &Bullet) -> bool {
    let before = |metric: &Metric, bullet: &Bullet| {
        metric.change.map(|(before, _)| before.of(bullet.text.as_str()).to_owned())
    };
    one.kind == two.kind
        && one.milli == two.milli
        && one.unit == two.unit
        && before(one, from) == before(two, to)
}

/// A figure with more than two digits that count, or a change: `12 services` and `40%` meet by
/// chance.
fn telling(metric: &Metric) -> bool {
    let mut digits = metric.milli.unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    metric.change.is_some() || digits >= 100 && metric.unit != "%"
}
