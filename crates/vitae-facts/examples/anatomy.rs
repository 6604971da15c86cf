//! Takes bullets apart: JSON lines with a `text` on standard input, facts as JSON lines out.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

use serde_json::{Value, json};
use std::io::{BufRead, stdin};
use vitae_facts::{Metric, anatomy};
use vitae_pack::Pack;
use vitae_text::TextRange;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pack = Pack::builtin();
    for line in stdin().lock().lines() {
        let input: Value = serde_json::from_str(&line?)?;
        let text = input["text"].as_str().unwrap_or_default();
        println!("{}", facts(text, pack));
    }
    Ok(())
}

fn facts(text: &str, pack: &Pack) -> Value {
    let anatomy = anatomy(text, pack);
    let of = |range: &TextRange| range.of(text).to_owned();
    let metric = |metric: &Metric| {
        json!({
            "text": of(&metric.range), "kind": metric.kind, "milli": metric.milli, "unit": metric.unit,
            "from": metric.change.map(|(from, _)| of(&from)), "to": metric.change.map(|(_, to)| of(&to)),
        })
    };
    let technologies = anatomy.skills.iter().filter(|found| pack.skill(found.skill).technology);
    json!({
        "text": text,
        "strength": anatomy.strength,
        "opener": { "verb": of(&anatomy.opener.range), "strength": anatomy.opener.strength },
        "metrics": anatomy.metrics.iter().map(metric).collect::<Vec<_>>(),
        "numbers_not_metrics": anatomy.other_numbers.iter().map(of).collect::<Vec<_>>(),
        "technologies": technologies.map(|found| of(&found.range)).collect::<Vec<_>>(),
        "outcome": anatomy.outcome.as_ref().map(of),
        "decision": anatomy.decision.as_ref().map(of),
        "scope": anatomy.scope,
        "passive": anatomy.passive,
        "first_person": anatomy.first_person.as_ref().map(of),
        "tense": anatomy.tense,
        "vague": anatomy.vague.iter().map(of).collect::<Vec<_>>(),
    })
}
