//! Rules over the facts of a resume. `run` gives, for each rule, its findings and how much proof it
//! counted; what a finding costs is decided in `vitae-score`.

#[cfg(feature = "manuals")]
pub mod catalogue;
mod context;
mod date_style;
mod directive;
pub mod evidence;
mod finding;
mod fix;
pub mod glance;
mod period;
mod registry;
mod rule;
mod rules;
mod search;
mod sink;
mod waiver;

pub use context::{Context, ContextParts};
pub use directive::{Ask, Directive, directives};
pub use finding::Finding;
pub use fix::{Applicability, Edit, Fix, Slot};
pub use registry::{by_code, by_name, find, redirect};
pub use rule::{Check, Curve, FixKind, Group, Manual, Rule, Severity, Status};
pub use rules::ALL;
pub use sink::{Outcome, Sink};
pub use waiver::{Waived, Waiver};

/// Runs every rule. One outcome for each, in the order of [`ALL`]; rules that are off by default find
/// nothing unless the context asks for them.
#[must_use]
pub fn run(context: &Context<'_>) -> Vec<Outcome> {
    let run = |rule: &'static Rule, context: &Context<'_>| {
        let silent = rule.status == Status::Optional && !context.optional;
        if silent { Sink::new(rule, context).finish() } else { run_rule(rule, context) }
    };
    if context.waived.is_empty() {
        return ALL.iter().map(|rule| run(rule, context)).collect();
    }
    // Rules that ask for figures do not see the bullets that may not have any.
    let mut facts = context.facts.clone();
    let mut index = 0..;
    facts.bullets.retain(|_| {
        let index = index.next();
        !context.waived.iter().any(|waived| Some(waived.bullet) == index)
    });
    let without = context.with_facts(&facts);
    let seen = |rule: &Rule| if waiver::asks_for_figures(rule) { &without } else { context };
    ALL.iter().map(|rule| run(rule, seen(rule))).collect()
}

/// Runs one rule.
#[must_use]
pub fn run_rule(rule: &'static Rule, context: &Context<'_>) -> Outcome {
    let mut sink = Sink::new(rule, context);
    match rule.check {
        Check::Resume(check) => check(context, &mut sink),
        Check::Position(check) => {
            for position in &context.facts.positions {
                check(context, position, &mut sink);
            }
        }
        Check::Bullet(check) => {
            for bullet in &context.facts.bullets {
                check(context, bullet, &mut sink);
            }
        }
    }
    sink.finish()
}

/// Runs the rules that look at bullets on one bullet. Findings by place, then by code.
#[must_use]
pub fn run_on_bullet(context: &Context<'_>, bullet: &vitae_facts::Bullet) -> Vec<Finding> {
    let mut findings = Vec::new();
    let speaks = |rule: &&'static Rule| rule.status != Status::Optional || context.optional;
    for rule in ALL.iter().copied().filter(speaks) {
        if let Check::Bullet(check) = rule.check {
            let mut sink = Sink::new(rule, context);
            check(context, bullet, &mut sink);
            findings.extend(sink.finish().findings);
        }
    }
    vitae_text::sort_by_key(&mut findings, |finding| (finding.range, finding.rule.code));
    findings
}
