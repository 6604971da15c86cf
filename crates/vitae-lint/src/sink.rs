//! Where a rule puts its findings and proofs.

use crate::{Applicability, Context, Finding, Fix, Rule};
use vitae_facts::Bullet;
use vitae_text::{TextRange, fold_key};

/// What one rule found.
#[derive(Clone)]
pub struct Outcome {
    /// The rule.
    pub rule: &'static Rule,
    /// Findings by place.
    pub findings: Vec<Finding>,
    /// Distinct proofs in tenths: ten for a full one.
    pub proof_tenths: u32,
}

impl Outcome {
    /// Distinct defects.
    #[must_use]
    pub fn defects(&self) -> u32 {
        let mut units: Vec<u64> = self.findings.iter().map(|finding| finding.unit).collect();
        vitae_text::sort(&mut units);
        units.dedup();
        units.len() as u32
    }
}

/// Collects what one rule finds.
pub struct Sink<'a> {
    rule: &'static Rule,
    context: &'a Context<'a>,
    findings: Vec<Finding>,
    /// Key and tenths; a key may stand here several times.
    proofs: Vec<(u64, u32)>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(rule: &'static Rule, context: &'a Context<'a>) -> Self {
        Self { rule, context, findings: Vec::new(), proofs: Vec::new() }
    }

    /// Reports a place of the text.
    pub fn at(
        &mut self,
        range: TextRange,
        message: String,
        help: impl Into<String>,
    ) -> Reported<'_> {
        let unit = fold_key(range.of(&self.context.document.text));
        self.push(range, message, help.into(), unit)
    }

    /// Reports a part of a bullet; `part` counts in the bullet's own text. However many parts of a
    /// bullet are reported, the bullet is one defect.
    pub fn in_bullet(
        &mut self,
        bullet: &Bullet,
        part: TextRange,
        message: String,
        help: impl Into<String>,
    ) -> Reported<'_> {
        self.push(bullet.text.to_source(part), message, help.into(), bullet.fingerprint)
    }

    /// Reports a whole bullet.
    pub fn bullet(
        &mut self,
        bullet: &Bullet,
        message: String,
        help: impl Into<String>,
    ) -> Reported<'_> {
        self.push(bullet.range, message, help.into(), bullet.fingerprint)
    }

    /// Reports something about the resume as a whole, or something that it lacks.
    pub fn whole(&mut self, message: String, help: impl Into<String>) -> Reported<'_> {
        let unit = fold_key(&message);
        self.push(TextRange::default(), message, help.into(), unit)
    }

    fn push(&mut self, range: TextRange, message: String, help: String, unit: u64) -> Reported<'_> {
        let also = Vec::new();
        self.findings.push(Finding {
            rule: self.rule,
            range,
            also,
            message,
            help,
            fix: None,
            unit,
        });
        let index = self.findings.len() - 1;
        Reported { finding: &mut self.findings[index], context: self.context }
    }

    /// Counts a proof. `key` tells proofs apart: of equal keys the strongest counts once.
    pub fn proof(&mut self, key: u64, tenths: u32) {
        if tenths > 0 {
            self.proofs.push((key, tenths.min(10)));
        }
    }

    /// Proofs counted so far, in tenths.
    #[must_use]
    pub fn proof_tenths(&self) -> u32 {
        if self.proofs.is_empty() {
            return 0;
        }
        let mut proofs = self.proofs.clone();
        vitae_text::sort(&mut proofs);
        let strongest = |at: &usize| proofs.get(at + 1).is_none_or(|next| next.0 != proofs[*at].0);
        (0..proofs.len()).filter(strongest).map(|at| proofs[at].1).sum()
    }

    pub(crate) fn finish(mut self) -> Outcome {
        vitae_text::sort_by_key(&mut self.findings, |finding| finding.range);
        let proof_tenths = self.proof_tenths();
        Outcome { rule: self.rule, findings: self.findings, proof_tenths }
    }
}

/// A finding that was just reported, for what not every finding has.
pub struct Reported<'a> {
    finding: &'a mut Finding,
    context: &'a Context<'a>,
}

impl Reported<'_> {
    /// Adds a fix. One whose text is not an exact copy of the source is only shown.
    pub fn fix(self, mut fix: Fix) -> Self {
        let exact =
            |range: TextRange| self.context.document.source_range(range).is_some_and(|_| true);
        if !fix.slots.is_empty() || !fix.edits.iter().all(|edit| exact(edit.range)) {
            fix.applicability = Applicability::Display;
        }
        self.finding.fix = Some(fix);
        self
    }

    /// Adds further places.
    pub fn also(self, ranges: impl IntoIterator<Item = TextRange>) -> Self {
        self.finding.also.extend(ranges);
        self
    }

    /// Sets what the finding is one defect with (see [`Finding::unit`]).
    pub fn unit(self, unit: u64) -> Self {
        self.finding.unit = unit;
        self
    }
}
