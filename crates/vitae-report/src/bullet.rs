//! One bullet taken apart, as plain owned data: its anatomy and the findings of the rules that look
//! at bullets. Its JSON is described by `schemas/bullet.json`.

use serde::{Deserialize, Serialize, Serializer};
use vitae_facts::{Anatomy, Level, Metric, MetricKind, OpenerStrength, Scope, Tense};
use vitae_lint::Severity;
use vitae_pack::Pack;
use vitae_text::TextRange;

/// What is known of one bullet. Nothing is left out when it is empty or not known: it is then empty
/// or null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulletReport {
    /// The bullet, as it was given.
    pub text: String,
    /// How much it proves, 0 to 100. Length earns nothing.
    pub strength: u8,
    /// How it opens.
    pub opener: BulletOpener,
    /// Figures that size the work or its result; a change from one to another is one.
    pub metrics: Vec<Figure>,
    /// Numbers that size nothing, as written: versions, standards, names, dates, ranks.
    pub numbers_not_metrics: Vec<String>,
    /// Technologies, as written; each once.
    pub technologies: Vec<String>,
    /// It says what became different for someone or something; an effect that is only claimed
    /// (`improving performance`) counts here, and earns no strength.
    pub outcome: bool,
    /// The words that say so.
    pub outcome_text: Option<String>,
    /// It shows a decision or trade-off.
    pub decision: bool,
    /// The words that show it.
    pub decision_text: Option<String>,
    /// Widest reach that it names.
    pub scope: Option<Scope>,
    /// The main verb is passive.
    pub passive: bool,
    /// It says `I`, `my`, `we` or `our`.
    pub first_person: bool,
    /// Tense of the main verb.
    pub tense: Tense,
    /// What the rules that look at bullets have to say, by place.
    pub findings: Vec<BulletFinding>,
}

/// The opening of a bullet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulletOpener {
    /// The verb as written, with its auxiliary, or the words of duty; null when there is none.
    pub verb: Option<String>,
    /// How much it says of what the person did.
    pub strength: OpenerStrength,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// As written, with its unit; for a change all of it.
    pub text: String,
    /// What it measures.
    pub kind: MetricKind,
    /// Its value in `unit`; for a change the new one.
    #[serde(serialize_with = "thousandths")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub value: i64,
    /// The unit in canonical form, or what is counted; null for a bare count.
    pub unit: Option<String>,
    /// The old value as written, for a change.
    pub from: Option<String>,
    /// The new value as written, for a change.
    pub to: Option<String>,
}

/// What a rule has to say about a bullet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulletFinding {
    /// Code of the rule.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// How much it matters to someone who reads the resume.
    pub severity: Severity,
    /// What was seen.
    pub message: String,
    /// What to do.
    pub help: String,
    /// First byte of the place in `text`.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}

/// A bullet that is asked about: one line of JSON.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BulletQuestion {
    /// The bullet.
    pub text: String,
    /// The level to judge for; null to take what `role` claims, else mid.
    #[serde(default)]
    pub level: Option<Level>,
    /// The title of the role that it belongs to.
    #[serde(default)]
    pub role: Option<String>,
}

impl BulletQuestion {
    /// Reads a line of JSON; other fields are passed over.
    ///
    /// # Errors
    /// What is wrong, and the column where it is, from 1.
    pub fn parse(line: &str) -> Result<Self, (String, usize)> {
        serde_json::from_str(line).map_err(|error| {
            let message = error.to_string();
            let cut = message.rfind(" at line ").unwrap_or(message.len());
            (message[..cut].to_owned(), error.column().max(1))
        })
    }
}

impl BulletReport {
    /// What `anatomy`, taken of `read`, says of `text`; `read` is `text` or the part of it behind a
    /// bullet glyph.
    #[must_use]
    pub fn new(
        text: &str,
        read: &str,
        anatomy: &Anatomy,
        findings: Vec<BulletFinding>,
        pack: &Pack,
    ) -> Self {
        let words = |range: TextRange| range.of(read).to_owned();
        let verb = Some(words(anatomy.opener.range)).filter(|verb| !verb.is_empty());
        let mut technologies: Vec<String> = Vec::new();
        for used in anatomy.skills.iter().filter(|used| pack.skill(used.skill).technology) {
            let name = words(used.range);
            if !technologies.contains(&name) {
                technologies.push(name);
            }
        }
        let effect = anatomy.outcome.or(anatomy.claim);
        Self {
            text: text.to_owned(),
            strength: anatomy.strength,
            opener: BulletOpener { verb, strength: anatomy.opener.strength },
            metrics: anatomy.metrics.iter().map(|metric| figure(metric, read)).collect(),
            numbers_not_metrics: anatomy.other_numbers.iter().copied().map(words).collect(),
            technologies,
            outcome: effect.is_some(),
            outcome_text: effect.map(words),
            decision: anatomy.decision.is_some(),
            decision_text: anatomy.decision.map(words),
            scope: anatomy.scope,
            passive: anatomy.passive,
            first_person: anatomy.first_person.is_some(),
            tense: anatomy.tense,
            findings,
        }
    }
}

fn figure(metric: &Metric, read: &str) -> Figure {
    let words = |range: TextRange| range.of(read).to_owned();
    Figure {
        text: words(metric.range),
        kind: metric.kind,
        value: metric.milli,
        unit: Some(metric.unit.clone()).filter(|unit| !unit.is_empty()),
        from: metric.change.map(|(from, _)| words(from)),
        to: metric.change.map(|(_, to)| words(to)),
    }
}

/// Thousandths as a number with at most three decimals: whole where it can be.
fn thousandths<S: Serializer>(milli: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    if milli % 1000 == 0 {
        return serializer.serialize_i64(milli / 1000);
    }
    // The nearest double prints back as the decimals it came from.
    serializer.serialize_f64(*milli as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_told_with_its_column() {
        let (message, column) = BulletQuestion::parse(r#"{"text": 12}"#).unwrap_err();
        assert_eq!(
            (message.as_str(), column),
            ("invalid type: integer `12`, expected a string", 11)
        );
        assert_eq!(BulletQuestion::parse("").unwrap_err().1, 1);
        let asked = BulletQuestion::parse(r#"{"text":"Ran it","level":"staff","id":4}"#).unwrap();
        assert_eq!(asked.level, Some(Level::Staff));
    }

    #[test]
    fn values_are_whole_or_have_their_decimals() {
        let shown = |milli| {
            let mut out = Vec::new();
            thousandths(&milli, &mut serde_json::Serializer::new(&mut out)).unwrap();
            String::from_utf8(out).unwrap()
        };
        let shown = [1_400, 220_000, 99_950, -500, i64::MAX].map(shown);
        assert_eq!(shown[..4], ["1.4", "220", "99.95", "-0.5"]);
    }
}
