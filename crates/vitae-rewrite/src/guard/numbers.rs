//! Whether a figure of a rewrite is carried: as it stands, in another unit, or by arithmetic on the
//! figures of the entry, and about the same thing.

use super::figure::{Bound, Figure, Kind, MINUTE, MONTH, Per, Role, YEAR, period_of, unit_of};
use super::lexicon::Class;
use super::source::{Source, same};
use super::taken::Taken;
use super::verdict::What;
use vitae_text::TokenKind;

/// A true statement that follows from the entry.
struct Truth {
    kind: Kind,
    value: f64,
    high: Option<f64>,
    per: Per,
    bound: Bound,
    /// How far a figure may be from it and still be the same, as it was computed.
    slack: f64,
    line: usize,
    /// The figures that it rests on, in that line.
    first: usize,
    last: usize,
    /// It is a figure as written, not computed.
    stated: bool,
    /// It is the old or new value of a change.
    paired: bool,
    role: Role,
}

/// Why a figure is not carried.
pub(super) struct Missing {
    pub(super) what: What,
    /// What the entry says instead, as written.
    pub(super) says: Option<String>,
}

/// The figures of a rewrite against those of the entry.
pub(super) struct Numbers<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) rewrite: &'s Taken<'a>,
}

impl Numbers<'_, '_> {
    /// None when the figure is carried.
    pub(super) fn missing(&self, figure: &Figure) -> Option<Missing> {
        if let Kind::Label(_) = figure.kind {
            return self.label(figure);
        }
        let mut near = None;
        // "an engine over 60 million documents" says where, not how many.
        let place = figure.bound == Bound::Over && self.stands_behind_a_noun(figure);
        let often = figure.role == Role::Every && figure.kind == Kind::Time && figure.value > 0.0;
        let plain = if often {
            let per = Per::Period(figure.value);
            Some(Figure { kind: Kind::Count, value: 1.0, per, role: Role::Plain, ..figure.clone() })
        } else {
            place.then(|| Figure { bound: Bound::Exact, ..figure.clone() })
        };
        for truth in self.truths(figure) {
            if !self.states(figure, &truth)
                && !plain.as_ref().is_some_and(|plain| self.states(plain, &truth))
            {
                continue;
            }
            if self.binds(figure, &truth) {
                return None;
            }
            near = Some(Missing { what: What::Metric, says: Some(self.written(&truth)) });
        }
        if self.is_end_of_range(figure) {
            return None;
        }
        if let Some(other) = self.other_period(figure) {
            return Some(other);
        }
        let ordinal = figure.kind == Kind::Share && self.stands_as_word(figure);
        let alone = figure.article && figure.per == Per::None && !self.is_many_periods(figure);
        if self.is_tenure(figure) || alone || ordinal {
            return None;
        }
        Some(near.unwrap_or_else(|| self.explain(figure)))
    }

    /// `110 to 130` of `110-130`, of the same thing.
    fn is_end_of_range(&self, figure: &Figure) -> bool {
        if figure.high.is_some() {
            return false;
        }
        let figures = &self.rewrite.figures;
        let Some(at) = figures.iter().position(|own| own.first == figure.first) else {
            return false;
        };
        let to = |left: &Figure, right: &Figure| {
            right.first == left.end + 1 && self.rewrite.is_any(left.end, &["to", "and"])
        };
        let low = at.checked_sub(1).map(|low| &figures[low]).filter(|low| to(low, figure));
        let high = figures.get(at + 1).filter(|high| to(figure, high));
        let (low, high) = match (low, high) {
            (Some(low), _) => (low, figure),
            (None, Some(high)) => (figure, high),
            _ => return false,
        };
        let anchors: Vec<usize> = self.rewrite.content(self.rewrite.clause(figure.first)).collect();
        self.source.lines.iter().enumerate().any(|(line, source)| {
            source.taken.figures.iter().any(|own| {
                let range = own.high.is_some_and(|top| close(high.number, top / own.unit, 0.0))
                    && close(low.number, own.number, 0.0)
                    && own.kind == high.kind
                    && own.per == high.per;
                range && anchors.iter().any(|at| self.source.in_line(self.rewrite, *at, line))
            })
        })
    }

    /// `every fourth week`: more than one of a unit, so that it must be the entry's.
    fn is_many_periods(&self, figure: &Figure) -> bool {
        figure.role == Role::Every && self.rewrite.is_any(figure.first, &["one", "1"])
    }

    /// `a sixth` of a series, not of a whole: the entry has the word and no share.
    fn stands_as_word(&self, figure: &Figure) -> bool {
        let last = figure.end.saturating_sub(1);
        self.rewrite.is_any(figure.first, &["a", "the"])
            && self.source.lines.iter().any(|line| {
                let word = self.rewrite.word(last);
                (0..line.taken.tokens.len())
                    .any(|own| line.taken.is(own, word) && !line.taken.words[own].figure)
            })
    }

    /// `each month` of what the entry does `each quarter`.
    fn other_period(&self, figure: &Figure) -> Option<Missing> {
        if figure.role != Role::Every || !figure.article || figure.unit <= 0.0 {
            return None;
        }
        let anchors = self.anchors(figure);
        let mut says = None;
        for (line, source) in self.source.lines.iter().enumerate() {
            if !anchors.iter().any(|at| self.source.in_line(self.rewrite, *at, line)) {
                continue;
            }
            let taken = &source.taken;
            for at in 0..taken.tokens.len() {
                let word = taken.word(at).to_ascii_lowercase();
                let unit = period_of(&word).or_else(|| {
                    unit_of(&word).filter(|(kind, _)| *kind == Kind::Time).map(|(_, unit)| unit)
                });
                let Some(unit) = unit else { continue };
                if (unit - figure.value).abs() < 1.0 || (unit - figure.unit).abs() < 1.0 {
                    return None;
                }
                let every = at > 0 && taken.is_any(at - 1, &["each", "every"]);
                if every || period_of(&word).is_some() {
                    says = Some(taken.normal.text.clone().into_owned());
                }
            }
        }
        says.map(|says| Missing { what: What::Unit, says: Some(says) })
    }

    fn stands_behind_a_noun(&self, figure: &Figure) -> bool {
        let over = figure.first.wrapping_sub(1);
        let noun = over.wrapping_sub(1);
        self.rewrite.is(over, "over")
            && self.rewrite.words.get(noun).is_some_and(|word| word.content)
            && !self.rewrite.is_verb(self.source.lexicon, noun)
            && !is_change(self.source, self.rewrite, noun)
    }

    /// A number that is part of a name must stand in the same name.
    fn label(&self, figure: &Figure) -> Option<Missing> {
        let written = self.rewrite.written(figure.first, figure.end);
        let stands = self.all_texts().any(|text| {
            text.figures.iter().any(|other| {
                let same = text.written(other.first, other.end).eq_ignore_ascii_case(written);
                // `Java 17` is borne by `Java 17`, not by 17 of anything.
                let before = other.first.checked_sub(1).map_or(0, |at| text.words[at].stem);
                let alike = match figure.kind {
                    Kind::Label(ours) => ours == 0 || ours == before,
                    _ => true,
                };
                same && alike
            })
        });
        (!stands).then_some(Missing { what: What::Number, says: None })
    }

    fn all_texts(&self) -> impl Iterator<Item = &Taken<'_>> {
        let source = self.source;
        source.lines.iter().map(|line| &line.taken).chain([&source.position, &source.name])
    }

    // --- what follows from the entry ---

    fn truths(&self, figure: &Figure) -> Vec<Truth> {
        let mut truths = Vec::new();
        for (line, source) in self.source.lines.iter().enumerate() {
            let figures = &source.taken.figures;
            for at in 0..figures.len() {
                let near = [at.checked_sub(1), Some(at + 1).filter(|next| *next < figures.len())];
                let paired = near.into_iter().flatten().any(|other| {
                    let (left, right) = (at.min(other), at.max(other));
                    is_pair(&source.taken, &figures[left], &figures[right])
                });
                truths.push(Truth { paired, ..stated(line, at, &figures[at]) });
                self.complement(figure, line, at, &mut truths);
                every(line, at, &figures[at], &mut truths);
                for next in at + 1..figures.len().min(at + 3) {
                    if is_pair(&source.taken, &figures[at], &figures[next]) {
                        self.derive(line, (at, next), false, &mut truths);
                        let shares = figures[at].kind == Kind::Percent
                            && self.other_side(figure, line, &figures[at]);
                        if shares {
                            self.derive(line, (at, next), true, &mut truths);
                        }
                    }
                }
            }
        }
        self.sums(figure, &mut truths);
        truths
    }

    /// What a change or a part of a whole says: percent, factor, difference.
    /// With `rest`, of what is left of two shares.
    fn derive(&self, line: usize, pair: (usize, usize), rest: bool, truths: &mut Vec<Truth>) {
        let taken = &self.source.lines[line].taken;
        let (left, right) = (&taken.figures[pair.0], &taken.figures[pair.1]);
        let rates = match (left.per, right.per) {
            (Per::Period(a), Per::Period(b)) if a != b => Some((left.value / a, right.value / b)),
            _ => None,
        };
        let (a, b) = rates.unwrap_or((left.value, right.value));
        let (a, b) = if rest { (100.0 - a, 100.0 - b) } else { (a, b) };
        if a <= 0.0 || b <= 0.0 || left.high.is_some() || right.high.is_some() {
            return;
        }
        let truth = |kind: Kind, value: f64, slack: f64, bound: Bound| Truth {
            kind,
            value,
            high: None,
            per: Per::None,
            bound,
            slack,
            line,
            first: pair.0,
            last: pair.1,
            stated: false,
            paired: true,
            role: Role::Plain,
        };
        let whole = right.role == Role::Whole;
        if whole {
            let share = 100.0 * a / b;
            truths.push(truth(Kind::Percent, share, 0.5, left.bound));
            truths.push(truth(Kind::Percent, 100.0 - share, 0.5, left.bound));
            truths.push(truth(Kind::Count, b - a, 0.0, left.bound));
            return;
        }
        let reversed = right.is_from() || left.role == Role::To && right.role != Role::To;
        let known = reversed || left.is_from() || right.role == Role::To;
        let orders = [(a, b, left, right), (b, a, right, left)];
        for (at, (from, to, _, new)) in orders.into_iter().enumerate() {
            if known && (at == 1) != reversed {
                continue;
            }
            // "under 5": the change is more than the figures say.
            let bound = match new.bound {
                Bound::Under if to < from => Bound::Over,
                Bound::About | Bound::Nearly => Bound::About,
                _ => Bound::Exact,
            };
            truths.push(truth(Kind::Percent, 100.0 * (from - to).abs() / from, 0.5, bound));
            truths.push(truth(Kind::Share, 100.0 * to / from, 2.5, bound));
            truths.push(truth(Kind::Factor, (from / to).max(to / from), 0.0, bound));
        }
        let difference = match left.kind {
            Kind::Percent => Kind::Points,
            kind => kind,
        };
        let per = if rates.is_some() { Per::Period(1.0) } else { left.per };
        truths.push(Truth { per, ..truth(difference, (a - b).abs(), 0.0, Bound::Exact) });
        let opposite = ["late", "behind"].iter().any(|w| has_word(taken, w))
            && ["early", "ahead"].iter().any(|w| has_word(taken, w));
        if opposite {
            truths.push(truth(left.kind, a + b, 0.0, Bound::Exact));
        }
    }

    /// What is left of a share, where the rewrite names the other side: 99 % right is 1 % wrong.
    fn complement(&self, figure: &Figure, line: usize, at: usize, truths: &mut Vec<Truth>) {
        let taken = &self.source.lines[line].taken;
        let own = &taken.figures[at];
        if own.kind != Kind::Percent || figure.kind != Kind::Percent || own.value > 100.0 {
            return;
        }
        if self.other_side(figure, line, own) {
            let mut truth = stated(line, at, own);
            (truth.value, truth.stated) = (100.0 - own.value, false);
            truth.bound = match own.bound {
                Bound::Over | Bound::AtLeast => Bound::Under,
                Bound::Under | Bound::UpTo => Bound::Over,
                bound => bound,
            };
            truths.push(truth);
        }
    }

    /// The rewrite names the opposite of what a share of the entry is of: `downtime` for `uptime`.
    fn other_side(&self, figure: &Figure, line: usize, own: &Figure) -> bool {
        let taken = &self.source.lines[line].taken;
        let ours = self.rewrite.clause(figure.first);
        let theirs = taken.clause(own.first);
        let lexicon = self.source.lexicon;
        ours.into_iter().any(|word| {
            theirs.clone().any(|other| {
                lexicon.are_antonyms(self.rewrite.words[word].stem, taken.words[other].stem)
                    || is_negated_form(self.rewrite.word(word), taken.word(other))
            })
        })
    }

    /// Counts of the same noun added up.
    fn sums(&self, figure: &Figure, truths: &mut Vec<Truth>) {
        if figure.kind != Kind::Count || figure.noun.is_empty() {
            return;
        }
        let Some(head) = self.rewrite.content(figure.noun.clone()).last() else { return };
        let mut parts: Vec<(usize, usize, f64, Per)> = Vec::new();
        for (line, source) in self.source.lines.iter().enumerate() {
            for (at, own) in source.taken.figures.iter().enumerate() {
                let counted =
                    own.kind == Kind::Count && own.role == Role::Plain && own.high.is_none();
                if counted && self.source.stands(self.rewrite, head, line, own.noun.clone()) {
                    parts.push((line, at, own.value, own.per));
                }
            }
        }
        if !(2..=8).contains(&parts.len()) || parts.iter().any(|part| part.3 != parts[0].3) {
            return;
        }
        let mut add = |parts: &[(usize, usize, f64, Per)]| {
            let (line, at, _, per) = parts[0];
            let value = parts.iter().map(|part| part.2).sum();
            truths.push(Truth {
                kind: Kind::Count,
                value,
                high: None,
                per,
                bound: Bound::Exact,
                slack: 0.0,
                line,
                first: at,
                last: at,
                stated: false,
                paired: false,
                role: Role::Plain,
            });
        };
        add(&parts);
        for at in 1..parts.len() {
            add(&parts[at - 1..=at]);
        }
    }

    // --- whether a figure says what is true ---

    fn states(&self, figure: &Figure, truth: &Truth) -> bool {
        let Some(kind_slack) = kinds_agree(self.rewrite, figure, truth) else { return false };
        if truth.role == Role::Whole && figure.role != Role::Whole {
            return false;
        }
        let turned =
            matches!((figure.role, truth.role), (Role::From, Role::To) | (Role::To, Role::From));
        // What a change comes to is neither its old nor its new value.
        let computed = !truth.stated && truth.paired && truth.kind != Kind::Share;
        if computed && matches!(figure.role, Role::From | Role::To) {
            return false;
        }
        // An old or new value is not what it changed by.
        let by = figure.role == Role::By && truth.paired;
        if (turned || by) && truth.stated {
            return false;
        }
        let Some((value, high, slack)) = self.in_the_same_period(figure, truth) else {
            return false;
        };
        let rounding = 0.5 / 10f64.powi(i32::from(figure.decimals));
        let slack = match truth.kind {
            _ if truth.stated => slack,
            Kind::Percent => kind_slack.max(rounding + 1e-9),
            Kind::Factor => (value * 0.05).max(if figure.decimals > 0 { rounding } else { 0.0 }),
            _ => slack.max(kind_slack),
        };
        let ours = match figure.high {
            Some(ours) => {
                return high.is_some_and(|high| close(ours, high, slack))
                    && close(figure.value, value, slack);
            }
            None => figure.value,
        };
        if let Some(high) = high {
            return match figure.bound {
                Bound::Over => ours < value,
                Bound::AtLeast => ours <= value,
                Bound::Under => ours > high,
                Bound::UpTo => close(ours, high, slack),
                Bound::About => ours > value && ours < high,
                Bound::Exact | Bound::Nearly => false,
            };
        }
        holds(figure, ours, value, truth.bound, slack)
    }

    /// The truth's value in the period of the figure, with what the calendar leaves open.
    fn in_the_same_period(
        &self,
        figure: &Figure,
        truth: &Truth,
    ) -> Option<(f64, Option<f64>, f64)> {
        let same = (truth.value, truth.high, truth.slack);
        match (figure.per, truth.per) {
            (Per::None, Per::None) => Some(same),
            (Per::None, Per::Thing(_)) => Some(same),
            (Per::None, Per::Period(_)) => (truth.stated
                || truth.kind != Kind::Count && !self.has_period(figure))
            .then_some(same),
            (Per::Thing(a), Per::Thing(b)) => (a == b).then_some(same),
            (Per::Period(a), Per::Period(b)) => {
                let times = a / b;
                let calendar = is_calendar(a) != is_calendar(b) && (a > 6e5 || b > 6e5);
                let slack = if calendar { truth.value * times * 0.04 } else { truth.slack * times };
                Some((truth.value * times, truth.high.map(|high| high * times), slack))
            }
            (Per::Period(period), Per::None) => {
                let taken = &self.source.lines[truth.line].taken;
                let clause = taken.clause(taken.figures[truth.first].first);
                let said = clause
                    .into_iter()
                    .any(|at| period_of(&taken.word(at).to_ascii_lowercase()) == Some(period));
                said.then_some(same)
            }
            (Per::Thing(thing), Per::None) => {
                let line = &self.source.lines[truth.line].taken;
                line.words.iter().any(|word| word.stem == thing).then_some(same)
            }
            (Per::Period(_), Per::Thing(_)) | (Per::Thing(_), Per::Period(_)) => None,
        }
    }

    fn has_period(&self, figure: &Figure) -> bool {
        matches!(figure.per, Per::Period(_))
    }

    /// How long the role lasted, where both dates are known.
    fn is_tenure(&self, figure: &Figure) -> bool {
        let (Some(start), Some(end)) = (self.source.start, self.source.end) else { return false };
        if figure.kind != Kind::Time
            || figure.unit < MONTH
            || figure.per != Per::None
            || figure.high.is_some()
        {
            return false;
        }
        if !self.tells_tenure(figure) {
            return false;
        }
        let months = figure.value / MONTH;
        let least = f64::from(end.first_month().0 - start.last_month().0).max(0.0);
        let most = f64::from(end.last_month().0 - start.first_month().0 + 1);
        let exact = start.month.is_some() && end.month.is_some();
        let (least, most) = if exact {
            let span = f64::from(end.first_month().0 - start.first_month().0);
            (span, span + 1.0)
        } else {
            (least, most)
        };
        match figure.bound {
            Bound::Over => most > months,
            Bound::AtLeast => most >= months,
            Bound::Nearly => most >= months * 0.88 && least <= months,
            Bound::About => months >= least * 0.9 && months <= most * 1.1,
            Bound::Under => least < months,
            Bound::UpTo => false,
            // Whole years that were passed may be said as such.
            Bound::Exact if figure.unit >= YEAR => {
                months <= most + 0.5 && months + 12.0 > least && months >= least - 11.0
            }
            Bound::Exact => months >= least - 0.5 && months <= most + 0.5,
        }
    }

    /// A length of time that is said of the role: `for two years`, `seven years as …`.
    fn tells_tenure(&self, figure: &Figure) -> bool {
        let taken = self.rewrite;
        let next = figure.end;
        let after = taken.is_any(next, &["as", "at", "of", "in", "with"]);
        let before = (1..=3).any(|back| {
            figure.first.checked_sub(back).is_some_and(|at| {
                taken.is_any(at, &["for", "in", "over", "during", "spent", "after", "total"])
            })
        });
        after || before || figure.first == 0 && figure.noun.is_empty()
    }

    // --- what a figure is about ---

    /// Whether the figure is about what the truth is about.
    fn binds(&self, figure: &Figure, truth: &Truth) -> bool {
        let source = &self.source.lines[truth.line].taken;
        let own = &source.figures[truth.first];
        if !self.statistics_agree(figure, truth) {
            return false;
        }
        let counts = matches!(figure.kind, Kind::Count) && truth.stated;
        if counts && self.are_of_the_team(figure, truth) {
            return true;
        }
        let ours: Vec<usize> = self.rewrite.content(figure.noun.clone()).collect();
        // "two of three RFCs were accepted" of "3 RFCs, 2 accepted".
        let part = self.rewrite.part(figure.first);
        let said = source.content(own.noun.clone()).last().is_some_and(|head| {
            (figure.end..part.end).any(|at| same(self.rewrite, at, source, head))
        });
        if counts && said && (figure.lent || ours.is_empty()) {
            return true;
        }
        if counts && !ours.is_empty() {
            let theirs: Vec<usize> = source.content(own.noun.clone()).collect();
            if let Some(last) = theirs.last() {
                // `6 developers report to me`: a verb may stand behind the noun.
                let plural = |own: &&usize| {
                    *own == last || source.words[**own].form == super::taken::Form::Plural
                };
                let counted = theirs.iter().filter(plural).any(|head| {
                    let of = |at: &usize| same(self.rewrite, *at, source, *head);
                    ours.iter().any(|at| of(at) && self.is_counted(figure, *at))
                });
                // `40 candidate interviews` of `interviewed 40 candidates`.
                let stands = |at: &usize| {
                    self.source.stands(self.rewrite, *at, truth.line, self.context(truth))
                };
                let turned = ours.iter().any(|at| same(self.rewrite, *at, source, *last))
                    && ours.iter().all(stands);
                return (counted || turned)
                    && (self.same_place(figure, truth) || self.is_covered(figure, truth));
            }
            let part = self.context(truth);
            return ours
                .iter()
                .any(|at| self.source.stands(self.rewrite, *at, truth.line, part.clone()));
        }
        self.anchored(figure, truth)
    }

    /// `five engineers` of `a team of 5`.
    fn are_of_the_team(&self, figure: &Figure, truth: &Truth) -> bool {
        let source = &self.source.lines[truth.line].taken;
        let own = &source.figures[truth.first];
        let team = own.first > 1
            && source.is(own.first - 1, "of")
            && source.is_any(own.first - 2, &["team", "group", "squad", "crew"]);
        let people = |at: usize| {
            let class = self.rewrite.words[at].info.class;
            class.is(Class::ROLE) && !class.is(Class::SENIOR)
                || self
                    .rewrite
                    .is_any(at, &["people", "person", "strong", "member", "members", "team"])
        };
        let mut nouns = self.rewrite.content(figure.noun.clone()).peekable();
        team && nouns.peek().is_some() && nouns.all(people)
    }

    /// What stands before a count in the rewrite stands in the line of the count, if that line says
    /// whose count it is: `300 requests` of one service are not those of another.
    fn same_place(&self, figure: &Figure, truth: &Truth) -> bool {
        let source = &self.source.lines[truth.line].taken;
        let own = &source.figures[truth.first];
        let lexicon = self.source.lexicon;
        let says = source.content(source.clause(own.first)).any(|at| {
            let info = &source.words[at].info;
            let plain =
                !info.class.is(Class::GENERIC.and(Class::STATISTIC)) && !own.noun.contains(&at);
            plain && lexicon.acts(info).next().is_none()
        });
        let telling = |at: &usize| {
            let info = &self.rewrite.words[*at].info;
            let plain = !info.class.is(Class::GENERIC.and(Class::STATISTIC).and(Class::NEUTRAL));
            let carried = self.source.hits(self.rewrite, *at).next().is_some();
            plain && lexicon.acts(info).next().is_none() && carried
        };
        let part = self.rewrite.part(figure.first);
        let clause = self.rewrite.clause(figure.first);
        let named = self.rewrite.content(part.start..figure.first).any(|at| telling(&at));
        let mut before = self.rewrite.content(clause.start..figure.first).filter(telling);
        !says || !named || before.any(|at| self.source.in_line(self.rewrite, at, truth.line))
    }

    /// The noun `at` is what the figure counts, not only named in the noun of another figure.
    fn is_counted(&self, figure: &Figure, at: usize) -> bool {
        let last = self.rewrite.content(figure.noun.clone()).last();
        let hyphen = self.rewrite.is(figure.end, "-");
        let rest = at + 1..figure.noun.end;
        let people = self
            .rewrite
            .content(rest)
            .all(|word| self.rewrite.words[word].info.class.is(Class::NEUTRAL.and(Class::ROLE)));
        hyphen
            || last == Some(at)
            || people
            || self.rewrite.words[at].form == super::taken::Form::Plural
    }

    /// `p99` of the rewrite must be `p99` of the entry.
    fn statistics_agree(&self, figure: &Figure, truth: &Truth) -> bool {
        let part = self.rewrite.part(figure.first);
        let near = |at: &usize| at.abs_diff(figure.first) <= 12;
        part.filter(near).all(|at| {
            let word = &self.rewrite.words[at];
            // `in the first year` is no month.
            let span = word.content
                && at > 0
                && self.rewrite.is_any(at - 1, &["first", "last", "second", "third"])
                && unit_of(self.rewrite.word(at)).is_some();
            if span && !self.source.in_line(self.rewrite, at, truth.line) {
                return false;
            }
            word.figure
                || word.tail
                || !word.info.class.is(Class::STATISTIC)
                || period_of(&self.rewrite.word(at).to_ascii_lowercase()).is_some()
                || self.source.in_line(self.rewrite, at, truth.line)
                || self.own_figure(at, figure)
        })
    }

    /// Another figure stands between the word and the figure, so that the word is about that one.
    fn own_figure(&self, at: usize, figure: &Figure) -> bool {
        self.rewrite.figures.iter().any(|other| {
            other.first != figure.first
                && (other.first > at && other.first < figure.first
                    || other.end <= at && other.first > figure.first)
        })
    }

    /// The words of the entry around the figures of a truth.
    fn context(&self, truth: &Truth) -> std::ops::Range<usize> {
        let taken = &self.source.lines[truth.line].taken;
        let (first, last) = (taken.figures[truth.first].first, taken.figures[truth.last].first);
        let part = taken.part(first).start..taken.part(last).end;
        if taken.content(part.clone()).next().is_some() {
            return part;
        }
        let clause = taken.clause(first);
        if taken.content(clause.clone()).next().is_some() { clause } else { 0..taken.words.len() }
    }

    /// The nearest noun of the rewrite stands where the truth stands.
    fn anchored(&self, figure: &Figure, truth: &Truth) -> bool {
        let taken = &self.source.lines[truth.line].taken;
        let context = self.context(truth);
        let own_noun = self.rewrite.content(figure.noun.clone()).any(|at| {
            let generic = self.rewrite.words[at].info.class.is(Class::GENERIC);
            !generic && self.source.stands(self.rewrite, at, truth.line, context.clone())
        });
        if own_noun {
            return true;
        }
        if self.is_covered(figure, truth) {
            return true;
        }
        let part = self.rewrite.part(figure.first);
        let bare = self.anchors_in(figure, part.clone()).is_empty();
        let said = |at: usize| {
            let generic = self.rewrite.words[at].info.class.is(Class::GENERIC);
            !generic && self.source.stands(self.rewrite, at, truth.line, context.clone())
        };
        if bare && self.rewrite.content(part).any(said) {
            return true;
        }
        for at in self.anchors(figure) {
            if self.source.stands(self.rewrite, at, truth.line, context.clone()) {
                return true;
            }
            if self.source.in_line(self.rewrite, at, truth.line) {
                // In the line, unless it is what another figure of the same kind is about.
                let own = [truth.first, truth.last];
                let claimed = taken.figures.iter().enumerate().any(|(index, other)| {
                    !own.contains(&index)
                        && other.kind == taken.figures[truth.first].kind
                        && self.source.stands(self.rewrite, at, truth.line, taken.part(other.first))
                });
                if !claimed {
                    return true;
                }
                return false;
            }
            if self.source.hits(self.rewrite, at).next().is_some() {
                return false;
            }
        }
        true
    }

    /// Everything that the entry says the figure is of stands beside it in the rewrite as well, so
    /// that what else is said there only tells of which: `Median delay 70 s` of a service that
    /// another line names.
    fn is_covered(&self, figure: &Figure, truth: &Truth) -> bool {
        let taken = &self.source.lines[truth.line].taken;
        let own = &taken.figures[truth.first];
        let clause = taken.clause(own.first);
        let lexicon = self.source.lexicon;
        let ours = self.rewrite.clause(figure.first);
        let telling = |at: &usize| {
            let info = &taken.words[*at].info;
            !info.class.is(Class::GENERIC.and(Class::NEUTRAL).and(Class::ALONE))
                && !taken.is_verb(lexicon, *at)
                && !is_change(self.source, taken, *at)
        };
        { clause }.filter(|at| taken.words[*at].content).filter(telling).all(|own| {
            ours.clone().any(|at| {
                self.source
                    .hits(self.rewrite, at)
                    .any(|hit| hit.line == truth.line && hit.token == own)
                    || lexicon.are_antonyms(self.rewrite.words[at].stem, taken.words[own].stem)
                    || is_negated_form(self.rewrite.word(at), taken.word(own))
            })
        })
    }

    /// Nouns that say what a figure is about, nearest first: of its part, else of its clause.
    fn anchors(&self, figure: &Figure) -> Vec<usize> {
        let part = self.anchors_in(figure, self.rewrite.part(figure.first));
        if part.is_empty() {
            self.anchors_in(figure, self.rewrite.clause(figure.first))
        } else {
            part
        }
    }

    fn anchors_in(&self, figure: &Figure, range: std::ops::Range<usize>) -> Vec<usize> {
        let taken = self.rewrite;
        let usable = |at: &usize| {
            let class = taken.words[*at].info.class;
            let plain = !class.is(Class::GENERIC.and(Class::STATISTIC));
            plain && !taken.is_verb(self.source.lexicon, *at) && !is_change(self.source, taken, *at)
        };
        let mut found: Vec<usize> =
            taken.content(range.start..figure.first).filter(usable).collect();
        found.reverse();
        found.extend(taken.content(figure.end.min(range.end)..range.end).filter(usable));
        found
    }

    // --- what to say ---

    /// What kind of figure is missing.
    fn explain(&self, figure: &Figure) -> Missing {
        let mut says = None;
        let mut what = What::Number;
        for line in &self.source.lines {
            for own in &line.taken.figures {
                let same_number = (own.number - figure.number).abs() < 1e-9;
                let ratio = if own.value > 0.0 { figure.value / own.value } else { 0.0 };
                let thousand = [1e3, 1e6, 1e9, 10.0, 100.0]
                    .iter()
                    .any(|by| (ratio / by - 1.0).abs() < 1e-6 || (ratio * by - 1.0).abs() < 1e-6);
                let found = if same_number
                    && (own.kind != figure.kind || own.unit != figure.unit || own.per != figure.per)
                {
                    What::Unit
                } else if thousand && own.kind == figure.kind {
                    What::Magnitude
                } else {
                    continue;
                };
                if what == What::Number {
                    what = found;
                    says =
                        Some(line.taken.written(own.first, own.noun.end.max(own.end)).to_owned());
                }
            }
        }
        Missing { what, says: says.or_else(|| self.related(figure)) }
    }

    /// A figure of the entry about the same thing.
    fn related(&self, figure: &Figure) -> Option<String> {
        let anchors = self.anchors(figure);
        self.source.lines.iter().enumerate().find_map(|(line, source)| {
            source.taken.figures.iter().find_map(|own| {
                let part = source.taken.part(own.first);
                let about = anchors
                    .iter()
                    .any(|at| self.source.stands(self.rewrite, *at, line, part.clone()));
                about.then(|| source.taken.written(own.first, own.noun.end.max(own.end)).to_owned())
            })
        })
    }

    fn written(&self, truth: &Truth) -> String {
        let taken = &self.source.lines[truth.line].taken;
        let part = taken.part(taken.figures[truth.first].first);
        taken.written(part.start, part.end).trim_matches([',', ';', ' ', ':']).to_owned()
    }
}

/// A figure as it stands.
fn stated(line: usize, at: usize, figure: &Figure) -> Truth {
    Truth {
        kind: figure.kind,
        value: figure.value,
        high: figure.high,
        per: figure.per,
        bound: figure.bound,
        slack: 0.0,
        line,
        first: at,
        last: at,
        stated: true,
        paired: false,
        role: figure.role,
    }
}

/// `every 30 s` is twice a minute.
fn every(line: usize, at: usize, figure: &Figure, truths: &mut Vec<Truth>) {
    if figure.role == Role::Every && figure.kind == Kind::Time && figure.value > 0.0 {
        let mut truth = stated(line, at, figure);
        (truth.kind, truth.value, truth.per) =
            (Kind::Count, MINUTE / figure.value, Per::Period(MINUTE));
        (truth.role, truth.slack) = (Role::Plain, 1e-9);
        truths.push(truth);
    }
}

/// Two figures of one clause that can be old and new, or part and whole.
fn is_pair(taken: &Taken<'_>, left: &Figure, right: &Figure) -> bool {
    let comparable = left.kind == right.kind
        && !matches!(left.kind, Kind::Year | Kind::Label(_) | Kind::Factor | Kind::Share);
    // Two counts of different things are no change of one.
    let nouns = |figure: &Figure| {
        let last = taken.content(figure.noun.clone()).last();
        let plural = last.is_some_and(|last| taken.words[last].form == super::taken::Form::Plural);
        plural && !figure.lent
    };
    let team = left.first > 1 && taken.is_any(left.first - 2, &["team", "group", "squad"]);
    let others = left.kind == Kind::Count
        && (nouns(left) || team)
        && nouns(right)
        && left.role != Role::From
        && right.role == Role::Plain
        && !taken
            .content(left.noun.clone())
            .any(|one| taken.content(right.noun.clone()).any(|two| same(taken, one, taken, two)));
    let comparable = comparable && !others;
    let near = right.first.saturating_sub(left.end) <= 12;
    comparable && near && taken.words[left.first].clause == taken.words[right.first].clause
}

/// How far two kinds may differ; none when they are not the same.
fn kinds_agree(rewrite: &Taken<'_>, figure: &Figure, truth: &Truth) -> Option<f64> {
    let of = rewrite.is(figure.end, "of");
    match (figure.kind, truth.kind) {
        (Kind::Share, Kind::Percent | Kind::Share) if !truth.stated => Some(2.5),
        (Kind::Share, Kind::Percent) => Some(0.5),
        (Kind::Percent, Kind::Share) if of && !truth.stated => Some(0.5),
        (Kind::Percent, Kind::Share) if truth.stated => Some(0.5),
        (Kind::Percent, Kind::Percent) => Some(truth.slack),
        (Kind::Year, Kind::Count) | (Kind::Count, Kind::Year) => Some(0.0),
        (ours, theirs) => (ours == theirs).then_some(truth.slack),
    }
}

/// Whether `ours` with its bound is true of `value`.
fn holds(figure: &Figure, ours: f64, value: f64, bound: Bound, slack: f64) -> bool {
    let equal = close(ours, value, slack) || figure.kind == Kind::Data && close_binary(ours, value);
    let near = |share: f64| {
        let off = (ours - value).abs();
        // 99 % and 99.9 % are ten times apart where it matters.
        let rest = if figure.kind == Kind::Percent && value > 90.0 { 100.0 - value } else { value };
        off <= share * rest.max(1e-9)
    };
    match figure.bound {
        Bound::Exact => equal && !matches!(bound, Bound::Under | Bound::UpTo | Bound::Nearly),
        Bound::About => equal || near(0.08),
        Bound::Nearly => ours >= value && (near(0.12) || equal) || equal && bound == Bound::Nearly,
        Bound::Over => {
            ours < value - slack.min(value * 1e-9)
                && !matches!(bound, Bound::Under | Bound::UpTo | Bound::Nearly)
                || equal && bound == Bound::Over
        }
        Bound::AtLeast => {
            (ours <= value || equal) && !matches!(bound, Bound::Under | Bound::UpTo | Bound::Nearly)
        }
        Bound::Under => {
            ours > value && !matches!(bound, Bound::Over | Bound::AtLeast)
                || equal && matches!(bound, Bound::Under | Bound::Nearly)
        }
        Bound::UpTo => equal,
    }
}

fn close(a: f64, b: f64, slack: f64) -> bool {
    (a - b).abs() <= slack.max(b.abs() * 1e-9)
}

/// `unmatched` and `matched`, `incomplete` and `complete`: one is the other's rest.
pub(super) fn is_negated_form(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let rest = long.len().checked_sub(short.len()).filter(|_| short.len() > 3);
    rest.and_then(|rest| Some((long.get(..rest)?, long.get(rest..)?))).is_some_and(
        |(front, rest)| {
            ["un", "in", "im", "ir", "non", "non-"].iter().any(|no| front.eq_ignore_ascii_case(no))
                && rest.eq_ignore_ascii_case(short)
        },
    )
}

/// 1 TB is 1000 or 1024 GB.
fn close_binary(a: f64, b: f64) -> bool {
    let ratio = if b > 0.0 { a / b } else { 0.0 };
    (1..=3).any(|power| {
        let step = 1.024f64.powi(power);
        (ratio / step - 1.0).abs() < 1e-6 || (ratio * step - 1.0).abs() < 1e-6
    })
}

/// A month or a year, whose days vary.
fn is_calendar(period: f64) -> bool {
    period >= MONTH
}

fn has_word(taken: &Taken<'_>, word: &str) -> bool {
    (0..taken.tokens.len()).any(|at| taken.kind(at) == Some(TokenKind::Word) && taken.is(at, word))
}

/// A word of change, which says nothing of what changed.
fn is_change(source: &Source<'_>, taken: &Taken<'_>, at: usize) -> bool {
    use super::lexicon::ActKind::{Better, Down, Light, Up};
    let info = &taken.words[at].info;
    source.lexicon.acts(info).any(|(_, kind)| matches!(kind, Down | Up | Better | Light))
}

/// For each change that a text tells in figures: whether it goes down; none when the order is not told.
pub(super) fn polarity<'t>(taken: &'t Taken<'_>) -> impl Iterator<Item = Option<bool>> + 't {
    let figures = &taken.figures;
    (1..figures.len()).filter(|at| is_pair(taken, &figures[at - 1], &figures[*at])).filter_map(
        |at| {
            let (left, right) = (&figures[at - 1], &figures[at]);
            let rate = |figure: &Figure| match figure.per {
                Per::Period(period) if period > 0.0 => figure.value / period,
                _ => figure.value,
            };
            let (before, after) = (rate(left), rate(right));
            if right.role == Role::Whole || before == after {
                return None;
            }
            let reversed = right.is_from();
            let known = reversed || left.is_from() || right.role == Role::To;
            Some(known.then_some((before > after) != reversed))
        },
    )
}
