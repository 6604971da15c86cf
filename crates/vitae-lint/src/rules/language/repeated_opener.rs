//! The same verb again and again.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;
use vitae_text::SortedMap;

rule! {
    /// # What it does
    /// Looks for a verb that opens three or more bullets, and at least a fifth of them.
    ///
    /// # Why it matters
    /// The fourth `Built` says less than the first. Another verb often says more exactly what you
    /// did: designed, moved, replaced, measured.
    ///
    /// # Example
    /// ```bullets
    /// - Built the parcel router in Java, which ended missorted crates
    /// - Built a label cache in Redis, which halved printing time
    /// - Built runbooks for the services on call
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built the parcel router in Java, which ended missorted crates
    /// - Halved label printing time with a cache in Redis
    /// - Wrote runbooks for the services on call
    /// ```
    ///
    /// # When to ignore it
    /// When every use is the exact word.
    ///
    /// # Source
    /// Common advice of commercial checkers; threshold editorial.
    LNG002 = "repeated-opener" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["G02"],
        check: Resume(check),
    }
}

const FEWEST: usize = 3;
/// At least one in this many bullets.
const SHARE: usize = 5;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut by_verb: SortedMap<u64, Vec<&Bullet>> = SortedMap::new();
    let bullets = context.facts.bullets.iter().filter(|bullet| !bullet.prose);
    let opened = bullets.filter(|bullet| bullet.anatomy.opener.verb != 0);
    let mut count = 0;
    for bullet in opened {
        count += 1;
        by_verb.or_default(bullet.anatomy.opener.verb).push(bullet);
    }
    let mut repeated: Vec<_> = by_verb
        .into_values()
        .filter(|same| same.len() >= FEWEST && same.len() * SHARE >= count)
        .collect();
    vitae_text::sort_by_key(&mut repeated, |same| same[0].range);
    for same in repeated {
        let place = |bullet: &Bullet| bullet.text.to_source(bullet.anatomy.opener.range);
        let verb = same[0].anatomy.opener.range.of(same[0].text.as_str());
        sink.at(
            place(same[0]),
            format!("`{verb}` opens {} of {count} bullets (limit {})", same.len(), FEWEST - 1),
            "use the verb that fits each act best: designed, moved, replaced, measured, led",
        )
        .also(same[1..].iter().map(|bullet| place(bullet)));
    }
}
