//! Puts a report together from what each phase gave.

use crate::level::{LevelSource, glanced, judged};
use crate::locate::Locator;
use crate::report::{
    Axis, AxisBullet, Field, File, Finding, GroupPoints, LedgerLine, Leftover, Report, SaidBy,
    Score, Section, Suppressed, Text, Versions, Waived,
};
use crate::{Points, terminal};
use std::cmp::Reverse;
use vitae_document::Document;
use vitae_facts::{Bullet, Facts};
use vitae_lint::evidence::{AxisEvidence, Coverage};
use vitae_lint::{Directive, Outcome};
use vitae_resume::{FieldSource, Parsed, PartialDate};
use vitae_text::TextRange;

/// What a report is made of.
pub struct Parts<'a> {
    /// The resume as it was read.
    pub document: Document,
    /// The resume as data.
    pub parsed: Parsed,
    /// What the rules found.
    pub outcomes: &'a [Outcome],
    /// What it costs.
    pub score: vitae_score::Score,
    /// What the bullets show of the four axes.
    pub axes: &'a [AxisEvidence],
    /// Facts of the resume: its bullets, its level.
    pub facts: &'a Facts,
    /// What a first glance finds.
    pub glance: &'a [vitae_lint::glance::Glimpse],
    /// Who said which level counts.
    pub level_source: LevelSource,
    /// The day that counted as today.
    pub today: PartialDate,
    /// Name of the file as it was given.
    pub file_name: Option<&'a str>,
    /// Version of the pack.
    pub pack: &'a str,
    /// What comments tell the checker.
    pub directives: &'a [Directive],
    /// Bullets of which no figures are asked.
    pub waived: &'a [vitae_lint::Waived],
}

/// The characters of an excerpt.
const EXCERPT: usize = 160;

/// Puts a report together.
#[must_use]
pub fn assemble(parts: Parts<'_>) -> Report {
    let Parts { document, parsed, outcomes, score, axes, facts, level_source, today, .. } = parts;
    let locator = Locator::new(&document);
    let (findings, suppressed) = findings(outcomes, &score, &document, &locator, parts.directives);
    let waived = parts.waived.iter().map(|waived| waiver(waived, &locator)).collect();
    let leftovers = parsed
        .leftovers
        .iter()
        .map(|left| Leftover { range: left.range, line: locator.spot(left.range.start).line })
        .collect();
    let pages = (!document.pages.is_empty()).then_some(document.pages.len() as u32);
    Report {
        versions: Versions {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            profile: score.profile.clone(),
            pack: parts.pack.to_owned(),
            schema: Report::SCHEMA,
        },
        today: today.to_string(),
        file: File {
            name: parts.file_name.map(str::to_owned),
            format: document.format,
            bytes: document.metadata.bytes,
            pages,
        },
        level: judged(facts, score.level, level_source, score.total.is_some(), &locator),
        score: points(&score),
        axes: axes.iter().map(|evidence| axis(evidence, &facts.bullets, &locator)).collect(),
        glance: if score.total.is_some() {
            parts.glance.iter().map(|glimpse| glanced(glimpse, &locator)).collect()
        } else {
            Vec::new()
        },
        findings,
        hidden: 0,
        suppressed,
        waived,
        fields: parsed.sources.into_iter().map(|(at, field)| (at, source(field))).collect(),
        resume: parsed.resume,
        sections: parsed.sections.iter().map(section).collect(),
        leftovers,
        document: Text {
            text: document.text,
            language: document.metadata.language,
            pages: document.pages,
        },
        hazards: document.hazards,
    }
}

fn points(score: &vitae_score::Score) -> Score {
    let readable = score.total.is_some();
    let group = |group: &vitae_score::GroupScore| GroupPoints {
        group: group.group,
        earned: Points(group.earned),
        cap: Points(group.cap),
    };
    let line = |line: &vitae_score::LedgerLine| LedgerLine {
        code: line.code.to_owned(),
        name: vitae_lint::by_code(line.code).map_or("", |rule| rule.name).to_owned(),
        lost: Points(line.lost),
        cap: Points(line.cap),
        gain: Points(line.gain),
        measure: line.measure.clone(),
    };
    Score {
        total: score.total.map(Points),
        reason: score.reason.clone(),
        groups: if readable { score.groups.iter().map(group).collect() } else { Vec::new() },
        ledger: if readable { score.ledger.iter().map(line).collect() } else { Vec::new() },
    }
}

/// Findings: most to gain first, then the severest, then by place.
fn findings(
    outcomes: &[Outcome],
    score: &vitae_score::Score,
    document: &Document,
    locator: &Locator<'_>,
    directives: &[Directive],
) -> (Vec<Finding>, Vec<Suppressed>) {
    let gains: vitae_text::SortedMap<&str, u32> =
        score.ledger.iter().map(|line| (line.code, line.gain)).collect();
    let mut all: Vec<(u32, &vitae_lint::Finding)> = Vec::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.findings.is_empty()) {
        let gain = gains.get(outcome.rule.code).copied().unwrap_or(0);
        all.extend(outcome.findings.iter().map(|finding| (gain, finding)));
    }
    vitae_text::sort_by_key(&mut all, |(gain, finding)| {
        (Reverse((*gain, finding.rule.severity)), finding.range, finding.rule.code)
    });
    let (mut shown, mut suppressed) = (Vec::new(), Vec::new());
    for (_, found) in all {
        let finding = finding(found, document, locator);
        match directives.iter().find(|directive| directive.hides(found)) {
            Some(directive) => {
                let reason = directive.reason.clone();
                suppressed.push(Suppressed { finding, by: SaidBy::Comment, reason });
            }
            None => shown.push(finding),
        }
    }
    (shown, suppressed)
}

fn waiver(waived: &vitae_lint::Waived, locator: &Locator<'_>) -> Waived {
    Waived {
        range: waived.range,
        line: locator.spot(waived.range.start).line,
        by: if waived.by_settings { SaidBy::Settings } else { SaidBy::Comment },
        reason: waived.reason.clone(),
    }
}

fn finding(found: &vitae_lint::Finding, document: &Document, locator: &Locator<'_>) -> Finding {
    let range = Some(found.range).filter(|range| !range.is_empty());
    let spot = range.map(|range| locator.spot(range.start));
    Finding {
        code: found.rule.code.to_owned(),
        name: found.rule.name.to_owned(),
        severity: found.rule.severity,
        group: found.rule.group,
        message: found.message.clone(),
        help: found.help.clone(),
        line: spot.map(|spot| spot.line),
        column: spot.map(|spot| spot.column),
        page: spot.and_then(|spot| spot.page),
        range,
        also: found.also.clone(),
        excerpt: range.map(|range| excerpt(range, &document.text)),
        fix: found.fix.clone(),
    }
}

fn axis(evidence: &AxisEvidence, bullets: &[Bullet], locator: &Locator<'_>) -> Axis {
    let of = |(index, proof): &(usize, u32)| {
        let bullet = bullets.get(*index)?;
        let placed = !bullet.range.is_empty();
        Some(AxisBullet {
            pointer: bullet.pointer.clone(),
            range: placed.then_some(bullet.range),
            line: placed.then(|| locator.spot(bullet.range.start).line),
            proves: *proof >= 10,
            numbered: !bullet.anatomy.metrics.is_empty(),
        })
    };
    let filled = evidence.coverage == Coverage::Proven && evidence.numbered;
    Axis {
        axis: evidence.axis,
        state: evidence.coverage,
        numbered: evidence.numbered,
        bullets: evidence.bullets.iter().filter_map(of).collect(),
        ask: (!filled).then(|| evidence.axis.asks().to_owned()),
    }
}

fn excerpt(range: TextRange, text: &str) -> String {
    let line = range.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    terminal::cut(&line, EXCERPT)
}

fn source(field: FieldSource) -> Field {
    Field {
        ranges: field.ranges.into_vec(),
        confidence: field.confidence.0,
        printed: field.printed,
    }
}

fn section(section: &vitae_resume::Section) -> Section {
    // A unit variant is written as its name.
    let kind = serde_json::to_value(section.kind).unwrap_or_default();
    Section {
        kind: kind.as_str().unwrap_or_default().to_owned(),
        heading: section.heading,
        body: section.body,
        standard: section.standard,
    }
}
