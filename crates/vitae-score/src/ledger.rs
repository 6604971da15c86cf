//! From outcomes to a ledger.
//!
//! A proof rule loses its cap without proof and nothing from its need on. A rule of defects loses by
//! its curve, and cannot earn more than the share of proof that the rule it stands on has: a page
//! with nothing on it has no defects, and earns nothing for that. What is lost for lack of content
//! is charged, with its part of the cap, to the proof rule. Gates come last.

use crate::profile::index_of;
use crate::{FULL, Profile};
use vitae_facts::Level;
use vitae_lint::{ALL, Curve, Group, Outcome, Rule};

/// A score with its ledger. All points are in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Points; none when the file could not be read well enough to judge.
    pub total: Option<u32>,
    /// Why there is no total.
    pub reason: Option<String>,
    /// The level whose caps were used.
    pub level: Level,
    /// The profile.
    pub profile: String,
    /// Points by group, in the order of [`Group::ALL`].
    pub groups: Vec<GroupScore>,
    /// What was lost, most to gain first. Lost points and total sum to [`FULL`].
    pub ledger: Vec<LedgerLine>,
}

/// Points of one group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct GroupScore {
    /// The group.
    pub group: Group,
    /// Points that it has, before gates.
    pub earned: u32,
    /// Points that it can have.
    pub cap: u32,
}

/// Points that one rule lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// Code of the rule.
    pub code: &'static str,
    /// Points lost, always above 0.
    pub lost: u32,
    /// The most that this line could have cost in this resume.
    pub cap: u32,
    /// Points that come back when this line is settled and everything else stays.
    pub gain: u32,
    /// What was counted, beside its limit.
    pub measure: String,
}

/// What one rule can cost, and what it counted.
#[derive(Copy, Clone)]
struct Entry {
    rule: &'static Rule,
    cap: u32,
    /// The most that the resume can have while there is a finding.
    gate: Option<u32>,
    defects: u32,
    proof_tenths: u32,
}

impl Entry {
    /// Share of the proof that it needs, as `have / need`.
    fn share(self) -> (u32, u32) {
        match self.rule.curve {
            Curve::Proof(need) => {
                let need = need.max(1) * 10;
                (self.proof_tenths.min(need), need)
            }
            Curve::Binary | Curve::Defects => (u32::from(self.defects == 0), 1),
        }
    }

    /// Lost by its own curve.
    fn own_loss(self) -> u32 {
        match self.rule.curve {
            Curve::Binary => self.cap * self.defects.min(1),
            Curve::Defects => self.cap * [0, 50, 75, 100][self.defects.min(3) as usize] / 100,
            Curve::Proof(_) => self.cap - scale(self.cap, self.share()),
        }
    }

    /// Settled: no defects, all the proof that it needs.
    fn settled(self) -> Self {
        Self { defects: 0, proof_tenths: u32::MAX, ..self }
    }
}

/// `points * have / need`, rounded down.
fn scale(points: u32, (have, need): (u32, u32)) -> u32 {
    (u64::from(points) * u64::from(have) / u64::from(need.max(1))) as u32
}

/// Lost points and caps by line, before gates.
struct Tally {
    /// By index of entry: lost, cap.
    lines: Vec<(u32, u32)>,
}

impl Tally {
    fn of(entries: &[Entry], bases: &[Option<usize>]) -> Self {
        let mut lines: Vec<(u32, u32)> =
            entries.iter().map(|entry| (entry.own_loss(), entry.cap)).collect();
        for (index, base) in bases.iter().enumerate() {
            let Some(base) = *base else { continue };
            let entry = entries[index];
            let missing = entry.cap - scale(entry.cap, entries[base].share());
            lines[index] = (entry.own_loss().saturating_sub(missing), entry.cap - missing);
            lines[base].0 += missing;
            lines[base].1 += missing;
        }
        Self { lines }
    }

    fn lost(&self) -> u32 {
        self.lines.iter().map(|(lost, _)| lost).sum()
    }

    fn total(&self) -> u32 {
        FULL - self.lost().min(FULL)
    }
}

/// Scores `outcomes` by `profile` at `level`. `unreadable` says why there is no total.
#[must_use]
pub fn score(
    outcomes: &[Outcome],
    profile: &Profile,
    level: Level,
    unreadable: Option<String>,
) -> Score {
    let (entries, bases) = entries(outcomes, profile, level);
    let tally = Tally::of(&entries, &bases);
    let gates: Vec<(usize, u32)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.defects > 0)
        .filter_map(|(index, entry)| entry.gate.map(|gate| (index, gate)))
        .collect();
    let lost = tally.lost();
    let now = gates.iter().map(|(_, gate)| *gate).fold(tally.total(), u32::min);
    // Few rules have others stand on them, and only for these all the others are asked.
    let mut is_base = vec![false; entries.len()];
    for base in bases.iter().flatten() {
        is_base[*base] = true;
    }
    let mut ledger = Vec::new();
    for (index, mut line) in lines(&entries, &tally, &gates) {
        let carried: &[Option<usize>] = if is_base[index] { &bases } else { &[] };
        let lost = lost_without(index, &entries, bases[index], carried, lost);
        let total = FULL - lost.min(FULL);
        let others = gates.iter().filter(|(shut, _)| *shut != index);
        let settled = others.map(|(_, gate)| *gate).fold(total, u32::min);
        line.gain = settled.saturating_sub(now);
        ledger.push(line);
    }
    vitae_text::sort_by_key(&mut ledger, |line| {
        (std::cmp::Reverse((line.gain, line.lost)), line.code)
    });
    let groups = groups(&entries, &tally);
    let readable = unreadable.is_none();
    Score {
        total: readable.then_some(now),
        reason: unreadable,
        level,
        profile: profile.name().to_owned(),
        groups,
        ledger: if readable { ledger } else { Vec::new() },
    }
}

/// An entry for each outcome, and the index of the entry whose proof it stands on.
fn entries(
    outcomes: &[Outcome],
    profile: &Profile,
    level: Level,
) -> (Vec<Entry>, Vec<Option<usize>>) {
    let mut entries = Vec::with_capacity(outcomes.len());
    let mut bases = Vec::with_capacity(outcomes.len());
    // By index of rule: its entry.
    let mut places: Vec<Option<usize>> = vec![None; ALL.len()];
    let mut next = 0;
    for outcome in outcomes {
        // Outcomes come in the order of the rules, most often of all of them.
        let here = ALL.get(next).is_some_and(|rule| std::ptr::eq(*rule, outcome.rule));
        let at = if here { Some(next) } else { index_of(outcome.rule.code) };
        let row = at.map(|at| profile.rows()[at]).unwrap_or_default();
        if let Some(at) = at {
            places[at] = Some(entries.len());
            next = at + 1;
        }
        entries.push(Entry {
            rule: outcome.rule,
            cap: row.caps[level as usize],
            gate: row.gate,
            defects: outcome.defects(),
            proof_tenths: outcome.proof_tenths,
        });
        bases.push(row.base);
    }
    for base in &mut bases {
        *base = base.and_then(|rule| places[rule]);
    }
    (entries, bases)
}

/// What is lost in all when the entry at `index` is settled and everything else stays. `carried` are
/// the bases of all entries, or nothing when none stands on this one.
fn lost_without(
    index: usize,
    entries: &[Entry],
    base: Option<usize>,
    carried: &[Option<usize>],
    lost: u32,
) -> u32 {
    let entry = entries[index];
    // A rule and its base lose together what either of them would: its own loss, or the proof that
    // it lacks.
    let missing = |base: Option<usize>, entry: Entry| {
        base.map_or(0, |base| entry.cap - scale(entry.cap, entries[base].share()))
    };
    let mut lost = lost;
    let own = missing(base, entry);
    lost = lost + own.max(entry.settled().own_loss()) - own.max(entry.own_loss());
    for (other, base) in entries.iter().zip(carried) {
        if *base == Some(index) {
            let own = missing(*base, *other);
            lost = lost + other.own_loss() - own.max(other.own_loss());
        }
    }
    lost
}

/// A line for each rule that lost something, gates included.
fn lines(entries: &[Entry], tally: &Tally, gates: &[(usize, u32)]) -> Vec<(usize, LedgerLine)> {
    let mut left = tally.total();
    let mut lines = Vec::new();
    let mut gates = gates.iter().peekable();
    for (index, (entry, (lost, cap))) in entries.iter().zip(&tally.lines).enumerate() {
        let gate = gates.next_if(|(shut, _)| *shut == index).map(|(_, gate)| *gate);
        let gate = gate.filter(|gate| *gate < left);
        let (mut lost, mut cap) = (*lost, *cap);
        if lost == 0 && gate.is_none() {
            continue;
        }
        let mut measure = measure(entry, cap - entry.cap.min(cap));
        if let Some(gate) = gate {
            lost += left - gate;
            cap += left - gate;
            left = gate;
            measure = format!("{measure}; total held at {}", gate / 1000);
        }
        lines.push((index, LedgerLine { code: entry.rule.code, lost, cap, gain: 0, measure }));
    }
    lines
}

/// What a rule counted, in words. `charged` is what other rules lost for want of its proof.
fn measure(entry: &Entry, charged: u32) -> String {
    let mut text = match entry.rule.curve {
        Curve::Proof(need) => {
            let (have, _) = entry.share();
            let tenth = have % 10;
            let have = have / 10;
            let have = if tenth == 0 { have.to_string() } else { format!("{have}.{tenth}") };
            format!("{have} of {need} proofs")
        }
        Curve::Binary | Curve::Defects => {
            let s = if entry.defects == 1 { "" } else { "s" };
            format!("{} finding{s}", entry.defects)
        }
    };
    if charged > 0 {
        let points = format!("{}.{}", charged / 1000, charged % 1000 / 100);
        text.push_str(&format!("; {points} points of other rules have nothing to stand on"));
    }
    text
}

fn groups(entries: &[Entry], tally: &Tally) -> Vec<GroupScore> {
    Group::ALL
        .into_iter()
        .map(|group| {
            let of_group = entries.iter().zip(&tally.lines).filter(|(e, _)| e.rule.group == group);
            let (lost, cap) =
                of_group.fold((0, 0), |(lost, cap), (_, line)| (lost + line.0, cap + line.1));
            GroupScore { group, earned: cap.saturating_sub(lost), cap }
        })
        // The customs of a country are told, and never scored.
        .filter(|score| score.group != Group::Locale || score.cap > 0)
        .collect()
}
