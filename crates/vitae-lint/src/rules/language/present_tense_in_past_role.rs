//! Past roles told in the present.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, OpenerStrength, Owner, Tense};

rule! {
    /// # What it does
    /// Looks for bullets in the present tense under a role that has ended. The current role may use
    /// both: the present for what goes on, the past for what is done.
    ///
    /// # Why it matters
    /// The reader stops to ask whether you still do it, or whether the dates are wrong.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2019 – Feb 2021)
    ///
    /// - Design the label service and run it in production
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2019 – Feb 2021)
    ///
    /// - Designed the label service and ran it in production
    /// ```
    ///
    /// # When to ignore it
    /// When what you made goes on by itself and the bullet is about that.
    ///
    /// # Source
    /// Common convention.
    LNG006 = "present-tense-in-past-role" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["G05"],
        check: Bullet(check),
    }
}

fn check(context: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let Owner::Work(work) = bullet.owner else { return };
    let Some(position) = context.facts.positions.get(work) else { return };
    let opener = &bullet.anatomy.opener;
    let verb = opener.range.of(bullet.text.as_str());
    let present = bullet.anatomy.tense == Tense::Present && opener.strength > OpenerStrength::Weak;
    if position.current
        || position.end.is_none()
        || !present
        || verb.ends_with("ing")
        || bullet.prose
    {
        return;
    }
    sink.in_bullet(
        bullet,
        opener.range,
        format!("`{verb}` is in the present, but the role has ended"),
        "tell what is over in the past tense",
    );
}
