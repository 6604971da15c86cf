//! Counts figures that size the work.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_text::fold_key;

/// From this many distinct figures on, a reader can size the work.
/// Source: the guides ask for a figure in every bullet; OfflineCV aims at 60 % of about ten.
const ENOUGH: u32 = 5;

rule! {
    /// # What it does
    /// Counts distinct figures in bullets that size the work or its result: time, rate, volume,
    /// money, counts of things that exist. Years, versions and names with digits are no figures. The
    /// same figure for the same thing counts once.
    ///
    /// # Why it matters
    /// Figures let a reader size your work without knowing your employer. Rough ones are fine; what
    /// counts is that you know the effect.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Java 17, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java 17 for 40 depots; missorted crates fell from 300 a day to 12
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// - Moved 6 TB of address data to PostgreSQL without downtime
    /// - Saved $4,000 a month by turning off idle workers
    /// ```
    ///
    /// # When to ignore it
    /// When you may not publish figures. Use relative ones (`halved`), ranges, or failures that no
    /// longer happen; never make one up. `vitae: no-figures reason` in a comment above a bullet, or a
    /// `[[waiver]]` in `vitae.toml`, takes the bullet out of the count.
    ///
    /// # Source
    /// All five role guides (S0 to S4); threshold editorial, beside OfflineCV's share of 60 %.
    MET001 = "few-figures" {
        group: Metrics,
        severity: Warning,
        curve: Proof(5),
        fix: Display,
        covers: ["F01", "F02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut hollow = false;
    for bullet in &context.facts.bullets {
        // `Improved performance by 40%`: a figure of nothing pays nothing.
        hollow |= !bullet.substantial && !bullet.anatomy.metrics.is_empty();
        for metric in bullet.anatomy.metrics.iter().filter(|_| bullet.substantial) {
            let written = metric.range.of(bullet.text.as_str());
            sink.proof(fold_key(written) ^ bullet.fingerprint, 10);
        }
    }
    let have = sink.proof_tenths() / 10;
    if have >= ENOUGH {
        return;
    }
    let found = match have {
        0 if hollow => "figures stand only in bullets that show no act or object".to_owned(),
        0 => "no figure sizes the work".to_owned(),
        1 => format!("one figure sizes the work (enough: {ENOUGH})"),
        _ => format!("{have} figures size the work (enough: {ENOUGH})"),
    };
    let slots = ["requests or events per second or day", "latency before and after"];
    let help = "ask of each bullet: how many, how fast, how often, how much money or time; where figures \
                are confidential: a ratio (`halved`), a range that you set, or failures that no longer happen";
    sink.whole(found, help).fix(Fix::ask("add figures that you know or can look up", &slots));
}
