//! Which atom of a head line is the title, the organisation, the place: decided over all entries of a
//! section at once. Each entry is read under both orders; the better order wins for the section, and
//! then the places where its entries agree pull the doubtful ones along.

use super::atoms::{Atom, MAX_ATOMS, Sep};
use super::lexicon::Evidence;
use vitae_document::Style;

/// What an atom is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Title; in education the degree with its subject.
    Title,
    /// Employer or school.
    Org,
    /// Place.
    Place,
    /// None of these.
    Other,
}

const LABELS: [Label; 4] = [Label::Title, Label::Org, Label::Place, Label::Other];

/// Atoms `from..to` are one field.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) label: Label,
}

/// What kind of section the entries stand in.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    Work,
    Education,
}

/// The fields of one entry, with the evidence for them (higher is surer).
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) segments: Vec<Segment>,
    pub(crate) score: i32,
}

/// Reads all entries of a section.
pub(crate) fn read_all(entries: &[Vec<Atom>], domain: Domain) -> Vec<Reading> {
    let read = |title_first: bool| -> Vec<Reading> {
        let order = Order { title_first, weight: 60 };
        entries.iter().map(|atoms| read_one(atoms, domain, order, &Votes::default())).collect()
    };
    let (title_first, org_first) = (read(true), read(false));
    let total = |readings: &[Reading]| readings.iter().map(|reading| reading.score).sum::<i32>();
    let first = total(&title_first) >= total(&org_first);
    let mut readings = if first { title_first } else { org_first };
    if entries.len() > 1 {
        for _ in 0..2 {
            let votes = Votes::count(entries, &readings);
            let order = Order { title_first: first, weight: 60 };
            let again: Vec<Reading> =
                entries.iter().map(|atoms| read_one(atoms, domain, order, &votes)).collect();
            let settled =
                again.iter().zip(&readings).all(|(new, old)| new.segments == old.segments);
            readings = again;
            // The same votes again would be the same readings again.
            if settled {
                break;
            }
        }
    }
    readings
}

#[derive(Copy, Clone)]
struct Order {
    title_first: bool,
    weight: i32,
}

/// Where an atom stands and how it looks: what entries of one layout share.
#[derive(Copy, Clone, Debug, PartialEq)]
struct Spot {
    line: u8,
    cell: u8,
    place: u8,
    sep: Sep,
    dated: bool,
    style: Style,
}

impl Spot {
    fn of(atom: &Atom) -> Self {
        let Atom { line, cell, place, sep, dated, style, .. } = *atom;
        Self { line, cell, place: place.min(3), sep, dated, style }
    }

    /// How alike two spots are, 0 to 4. Lines may shift by one: an employer over several roles.
    fn likeness(&self, other: &Self) -> i32 {
        if self.cell != other.cell || self.dated != other.dated || self.style != other.style {
            return 0;
        }
        i32::from(self.line == other.line)
            + i32::from(self.place == other.place)
            + 2 * i32::from(self.sep == other.sep)
    }
}

/// What the entries of the section say of each spot.
#[derive(Default)]
struct Votes {
    cast: Vec<(Spot, Label, i32)>,
}

/// More votes for one label of one spot change nothing.
const MOST_VOTES: i32 = 10_000;

/// Different spots are counted up to this many; a layout has few.
const MAX_SPOTS: usize = 400;

impl Votes {
    fn count(entries: &[Vec<Atom>], readings: &[Reading]) -> Self {
        let mut cast: Vec<(Spot, Label, i32)> = Vec::new();
        for (atoms, reading) in entries.iter().zip(readings) {
            for segment in &reading.segments {
                let (spot, label) = (Spot::of(&atoms[segment.from]), segment.label);
                match cast.iter().position(|(known, of, _)| (*known, *of) == (spot, label)) {
                    Some(at) => cast[at].2 = cast[at].2.saturating_add(1).min(MOST_VOTES),
                    None if cast.len() < MAX_SPOTS => cast.push((spot, label, 1)),
                    None => {}
                }
            }
        }
        Self { cast }
    }

    /// From −100 to 100: how much the section agrees that `atom` begins a field of this label.
    fn weigh(&self, atom: &Atom, label: Label) -> i32 {
        let spot = Spot::of(atom);
        let (mut with, mut all) = (0, 0);
        for (other, voted, times) in &self.cast {
            let alike = spot.likeness(other);
            if alike >= 3 {
                all += alike * times;
                with += if *voted == label { alike * times } else { 0 };
            }
        }
        if all == 0 { 0 } else { 200 * with / all - 100 }
    }
}

/// The best reading of one entry: segments that cover all atoms, each label but `Other` at most once.
fn read_one(atoms: &[Atom], domain: Domain, order: Order, votes: &Votes) -> Reading {
    const MASKS: usize = 8;
    const NONE: i32 = i32::MIN / 2;
    // Cutting stops at this many atoms.
    let atoms = &atoms[..atoms.len().min(MAX_ATOMS)];
    let count = atoms.len();
    let mut best = [[NONE; MASKS]; MAX_ATOMS + 1];
    let mut back = [[(0u8, 0u8, Label::Other); MASKS]; MAX_ATOMS + 1];
    best[0][0] = 0;
    for from in 0..count {
        let mut sum = Evidence::default();
        let mut joins = [0i32; 4];
        let first = atoms[from].sep;
        let agreed = LABELS.map(|label| votes.weigh(&atoms[from], label));
        for to in from + 1..=count {
            let atom = &atoms[to - 1];
            sum = sum.plus(atom.evidence);
            if to > from + 1 {
                if matches!(atom.sep, Sep::Line | Sep::Tab) {
                    break;
                }
                let team = atom.sep == Sep::Comma && is_team(&atom.evidence);
                for (cost, label) in joins.iter_mut().zip(LABELS) {
                    let free = team && label == Label::Title;
                    let contract = label == Label::Org && atom.evidence.contract > 0;
                    *cost += if free { 0 } else { join_cost(atom.sep, label, domain) };
                    *cost += if contract { 120 } else { 0 };
                }
            }
            let fits = Fit { atoms, from, to, sum, domain };
            for (index, label) in LABELS.into_iter().enumerate() {
                let gain = fits.score(label) - joins[index] + agreed[index];
                for mask in 0..MASKS {
                    let bit = if label == Label::Other { 0 } else { 1 << index };
                    if best[from][mask] == NONE || mask & bit != 0 {
                        continue;
                    }
                    let cost = order_cost(mask, label, order);
                    // `Engineer, Acme, Bonn`: after a comma the place is named last.
                    let turned = label == Label::Org && mask & 4 != 0 && first == Sep::Comma;
                    let total = best[from][mask] + gain - cost - if turned { 30 } else { 0 };
                    let next = mask | bit;
                    if total > best[to][next] {
                        best[to][next] = total;
                        back[to][next] = (from as u8, mask as u8, label);
                    }
                }
            }
        }
    }
    let missing = |mask: usize| -> i32 {
        (if mask & 1 == 0 { 150 } else { 0 }) + (if mask & 2 == 0 { 60 } else { 0 })
    };
    let mut mask = (0..MASKS)
        .max_by_key(|mask| (best[count][*mask].saturating_sub(missing(*mask)), MASKS - mask))
        .unwrap_or(0);
    let score = best[count][mask].saturating_sub(missing(mask)).max(-1000);
    let mut segments = Vec::with_capacity(4);
    let mut to = count;
    while to > 0 {
        let (from, before, label) = back[to][mask];
        segments.push(Segment { from: usize::from(from), to, label });
        (to, mask) = (usize::from(from), usize::from(before));
    }
    segments.reverse();
    Reading { segments, score }
}

/// What it costs to read title and organisation in the order that the section does not have.
fn order_cost(mask: usize, label: Label, order: Order) -> i32 {
    let wrong = match label {
        Label::Title => order.title_first && mask & 2 != 0,
        Label::Org => !order.title_first && mask & 1 != 0,
        _ => false,
    };
    // Only one of the two sees the other before it, so the check is on whichever comes second.
    if wrong { order.weight } else { 0 }
}

/// What it costs to keep two atoms in one field.
fn join_cost(sep: Sep, label: Label, domain: Domain) -> i32 {
    match (sep, label) {
        (Sep::Wrap | Sep::Line | Sep::Tab, _) => 0,
        (Sep::Paren, Label::Place) => 50,
        (Sep::Paren, _) => 0,
        (Sep::Comma, Label::Title) if domain == Domain::Education => 0,
        (Sep::Comma, Label::Title) => 40,
        (Sep::Comma, Label::Org) => 60,
        (Sep::Comma, _) => 10,
        (Sep::Dash, Label::Title) => 60,
        (Sep::Dash, Label::Org) => 120,
        (Sep::Dash, _) => 100,
        (Sep::At, _) => 300,
        (Sep::In, Label::Title) if domain == Domain::Education => 0,
        (Sep::In, Label::Title) => 20,
        (Sep::In, _) => 60,
        (Sep::Pipe, Label::Other) => 0,
        (Sep::Pipe, _) => 250,
    }
}

/// Words that say which kind of work, and no name.
fn is_team(sum: &Evidence) -> bool {
    sum.qualifier > 0 && sum.qualifier >= sum.words && sum.role == 0 && sum.legal == 0
}

/// A stretch of atoms that may be one field.
struct Fit<'a> {
    atoms: &'a [Atom],
    from: usize,
    to: usize,
    sum: Evidence,
    domain: Domain,
}

impl Fit<'_> {
    fn score(&self, label: Label) -> i32 {
        let bracket = self.to == self.from + 1 && self.atoms[self.from].sep == Sep::Paren;
        // What stands after `at` is where somebody works.
        let after_at = match (self.atoms[self.from].sep, label) {
            (Sep::At, Label::Org) => 120,
            (Sep::At, _) => -100,
            // A subject follows `in`, never a school that is not called one.
            (Sep::In, Label::Org | Label::Place)
                if self.domain == Domain::Education && self.sum.school == 0 =>
            {
                -200
            }
            _ => 0,
        };
        after_at
            + match (label, self.domain) {
                (Label::Title, Domain::Work) => self.title() - if bracket { 200 } else { 0 },
                (Label::Title, Domain::Education) => self.degree() - if bracket { 200 } else { 0 },
                (Label::Org, Domain::Work) => self.employer() - if bracket { 150 } else { 0 },
                (Label::Org, Domain::Education) => self.school() - if bracket { 200 } else { 0 },
                (Label::Place, _) => self.place(),
                (Label::Other, _) => self.other(),
            }
    }

    fn title(&self) -> i32 {
        let sum = &self.sum;
        let words = i32::from(sum.words);
        let mut score = if sum.role > 0 {
            300
        } else if sum.qualifier > 0 {
            40
        } else {
            -60
        };
        score -= 150 * i32::from(sum.legal.min(2));
        if sum.role == 0 {
            score -= 120 * i32::from(sum.organisation.min(1)) + 120 * i32::from(sum.place.min(1));
            score -= 100 * i32::from(sum.school.min(1));
        }
        score - 40 * (words - 7).max(0) - 30 * (i32::from(sum.small) - 1).max(0)
    }

    fn employer(&self) -> i32 {
        let sum = &self.sum;
        let words = i32::from(sum.words);
        let named = sum.legal > 0 || sum.organisation > 0 || sum.school > 0;
        let mut score = 30;
        score += 250 * i32::from(sum.legal.min(1));
        score += 120 * i32::from(sum.organisation.min(1).max(sum.school.min(1)));
        if sum.role > 0 && sum.legal == 0 {
            score -= if named { 100 } else { 220 };
        }
        if sum.place > 0 && sum.place >= sum.words.saturating_sub(1) && !named {
            score -= 200;
        }
        score -= 120 * i32::from(sum.contract.min(1));
        // `Engineer, Payments`: after a comma, words of titles name the team.
        let first = &self.atoms[self.from];
        if first.sep == Sep::Comma && is_team(&first.evidence) {
            score -= 150;
        }
        score - 40 * (words - 8).max(0) - 40 * i32::from(sum.small)
    }

    fn degree(&self) -> i32 {
        let sum = &self.sum;
        let mut score = if sum.degree > 0 { 300 } else { -40 };
        score += 60 * i32::from(sum.field.min(1)) - 250 * i32::from(sum.school.min(1));
        score -= 60 * i32::from(sum.digits);
        score - 30 * (i32::from(sum.words) - 12).max(0)
    }

    fn school(&self) -> i32 {
        let sum = &self.sum;
        let mut score = if sum.school > 0 { 300 } else { 20 };
        if sum.school == 0 {
            score += 60 * i32::from(sum.organisation.min(1));
            score -= 150 * i32::from(sum.degree.min(1));
            if sum.place > 0 && sum.place >= sum.words.saturating_sub(1) {
                score -= 150;
            }
        } else {
            score -= 60 * i32::from(self.atoms[self.from].evidence.degree.min(1));
        }
        score -= 80 * i32::from(sum.digits);
        score -= if sum.school == 0 { 150 * i32::from(sum.grade.min(1)) } else { 0 };
        score - 40 * (i32::from(sum.words) - 10).max(0) - 30 * i32::from(sum.small)
    }

    fn place(&self) -> i32 {
        let sum = &self.sum;
        let words = i32::from(sum.words);
        let first = &self.atoms[self.from];
        let mut score = if sum.place > 0 {
            150 + if sum.place * 2 >= sum.words { 50 } else { -60 }
        } else if words <= 3 && sum.small == 0 && (self.from > 0 || first.cell > 0) {
            match first.sep {
                Sep::Comma | Sep::Dash | Sep::Pipe | Sep::Tab if self.domain == Domain::Work => 20,
                Sep::Comma | Sep::Dash | Sep::Pipe | Sep::Tab => -30,
                // In brackets stands a place, or the short form of the name.
                Sep::Paren if self.domain == Domain::Work && sum.lower => {
                    let before = self.from.checked_sub(1).map(|at| self.atoms[at].evidence);
                    if before.is_some_and(|before| before.role > 0 && before.legal == 0) {
                        -30
                    } else {
                        10
                    }
                }
                Sep::Paren => -60,
                _ => -150,
            }
        } else {
            -150
        };
        score -= 250 * i32::from(sum.role.min(1)) + 250 * i32::from(sum.legal.min(1));
        score -= 100 * i32::from(sum.organisation.min(1)) + 200 * i32::from(sum.degree.min(1));
        score -= 150 * i32::from(sum.school.min(1)) + 80 * i32::from(sum.digits);
        score -= 120 * i32::from(sum.contract.min(1)) + if is_team(sum) { 100 } else { 0 };
        if self.domain == Domain::Education {
            score -= 150 * i32::from(sum.field.min(1));
        }
        score - 60 * (words - 4).max(0)
    }

    fn other(&self) -> i32 {
        let sum = &self.sum;
        if sum.contract > 0 && sum.words <= 2 {
            // A contract in brackets is printed as part of the title before it.
            return if self.atoms[self.from].sep == Sep::Paren { -20 } else { 60 };
        }
        if self.domain == Domain::Education && sum.grade > 0 && sum.school + sum.degree == 0 {
            return 60;
        }
        if self.domain == Domain::Education && sum.digits && sum.school == 0 && sum.degree == 0 {
            return 40;
        }
        -60 - 20 * i32::from(sum.words.min(6)) * (self.to - self.from).min(2) as i32
    }
}
