//! Every word of a rewrite that tells something must stand in the entry, as itself, as another form
//! or as a word for the same. What does not is a claim, and its kind says which.

use super::judge::Judge;
use super::lexicon::{ActKind, Class};
use super::taken::Form;
use super::verdict::What;

impl Judge<'_, '_> {
    /// Words one by one; what is not carried becomes a reason, side by side in one.
    pub(super) fn words(&mut self) {
        let mut at = 0;
        while at < self.rewrite.tokens.len() {
            let Some(what) = self.claim(at) else {
                at += 1;
                continue;
            };
            let mut end = at + 1;
            while end < self.rewrite.tokens.len() {
                let joined = self.rewrite.is_any(end, &["-", "'"]) && self.rewrite.glued(end);
                let next = end + usize::from(joined);
                if next >= self.rewrite.tokens.len() || self.claim(next).is_none() {
                    break;
                }
                end = next + 1;
            }
            let elsewhere = self.elsewhere(at..end);
            self.reject(what, at..end, |words| word_message(what, words, elsewhere.as_deref()));
            at = end;
        }
    }

    /// The claim that word `at` makes and the entry does not carry.
    fn claim(&self, at: usize) -> Option<What> {
        if self.done[at] {
            return None;
        }
        let word = &self.rewrite.words[at];
        let class = word.info.class;
        if word.slot || word.figure || class.is(Class::NEGATION) {
            return None;
        }
        if class.is(Class::ALL) {
            return self.everything(at);
        }
        if self.rewrite.is(at, "both") && self.is_one_of_two(at) {
            return Some(What::Number);
        }
        if !word.content {
            return None;
        }
        if class.is(Class::VAGUE) {
            return self.vague(at);
        }
        if class.is(Class::ALONE) {
            return (!self.carried(at) && !self.source.has_class(Class::ALONE))
                .then_some(What::Ownership);
        }
        if class.is(Class::INTENSE) {
            return (!self.source.has_class(Class::INTENSE)).then_some(What::Outcome);
        }
        if self.rewrite.is_verb(self.source.lexicon, at) {
            return None;
        }
        if class.is(Class::MEASURE) && self.beside_slot(at) {
            return None;
        }
        if self.is_domain(at) {
            return Some(What::Employer);
        }
        // One's own team; several teams are a reach.
        if word.form == Form::Base && self.rewrite.is_any(at, &["team", "squad"]) {
            return None;
        }
        if self.is_spending(at) {
            return None;
        }
        if self.is_many_of_one(at) {
            return Some(What::Scope);
        }
        if let Some(turned) = self.turned(at) {
            return turned;
        }
        let lower = !word.capital || word.opens;
        if class.is(Class::NEUTRAL)
            && !class.is(Class::STRICT)
            && (lower || !self.names_a_technology(at))
        {
            return None;
        }
        if lexically_light(self, at) && lower {
            return None;
        }
        if self.complements(at) || self.compares(at) || self.is_head(at) {
            return None;
        }
        if self.tells_change(at) || self.joined_in_lines(at) || self.of_the_title(at) {
            return None;
        }
        let what = self.kind_of(at);
        let borne = what == What::Action && lower && (self.qualifies(at) || self.is_borne_act(at));
        (!borne).then_some(what)
    }

    /// A plain word beside a noun that is carried, in one phrase with it: `server errors` of
    /// `errors`. It tells which, and no thing of its own.
    fn qualifies(&self, at: usize) -> bool {
        let lexicon = self.source.lexicon;
        let word = &self.rewrite.words[at];
        if matches!(word.form, Form::Past | Form::Gerund)
            || word.skill != 0
            || self.rewrite.words.get(at + 1).is_some_and(|next| next.tail)
            || lexicon.acts(&word.info).next().is_some()
        {
            return false;
        }
        let noun = |other: usize| {
            self.rewrite.words.get(other).is_some_and(|near| {
                near.content
                    && !near.info.class.is(Class::NEUTRAL.and(Class::GENERIC).and(Class::HEAD))
                    && !self.rewrite.is_verb(lexicon, other)
                    && self.carried(other)
            })
        };
        noun(at + 1) || at > 0 && noun(at - 1)
    }

    /// A verb that the lists do not hold, where the entry has one of the same kind of the object.
    fn is_borne_act(&self, at: usize) -> bool {
        if !matches!(self.rewrite.words[at].form, Form::Past | Form::Gerund) {
            return false;
        }
        let objects = self.objects(at);
        let lines = self.source.lines_about(&self.rewrite, &objects);
        self.is_same_kind(at, &objects, &lines)
    }

    /// A word that stands in the entry: none; one that stands there only with the opposite sign: a
    /// claim. Nothing when it does not stand there.
    fn turned(&self, at: usize) -> Option<Option<What>> {
        let mut hits = self.source.hits(&self.rewrite, at).peekable();
        hits.peek()?;
        let ours = self.rewrite.words[at].negated;
        let neutral = self.is_class(at, Class::NEUTRAL);
        let alike = neutral
            || hits.any(|hit| self.source.lines[hit.line].taken.words[hit.token].negated == ours);
        Some((!alike).then_some(What::Outcome))
    }

    /// `both clusters` of `one of two clusters`.
    fn is_one_of_two(&self, at: usize) -> bool {
        let next = at + 1..self.rewrite.tokens.len().min(at + 4);
        self.rewrite.content(next).any(|noun| {
            self.source.hits(&self.rewrite, noun).any(|hit| {
                let figures = &self.source.lines[hit.line].taken.figures;
                figures.windows(2).any(|pair| {
                    pair[0].number == 1.0
                        && pair[1].number == 2.0
                        && pair[1].role == super::figure::Role::Whole
                        && pair[1].noun.contains(&hit.token)
                })
            })
        })
    }

    /// `regions` where the entry counts one region.
    fn is_many_of_one(&self, at: usize) -> bool {
        let word = &self.rewrite.words[at];
        let many = word.info.class.is(Class::SCOPE) && word.form == Form::Plural;
        let one = |hit: &super::source::Hit| {
            let taken = &self.source.lines[hit.line].taken;
            let counts = |figure: &super::figure::Figure| {
                figure.noun.contains(&hit.token) && figure.number == 1.0
            };
            taken.words[hit.token].form == Form::Base && taken.figures.iter().any(counts)
        };
        let mut hits = self.source.hits(&self.rewrite, at).peekable();
        many && hits.peek().is_some() && hits.all(|hit| one(&hit))
    }

    /// `jobs` of `batch jobs`: it adds nothing to a word that is carried.
    fn is_head(&self, at: usize) -> bool {
        let behind = at > 0
            && self.rewrite.words[at - 1].content
            && !self.rewrite.is_verb(self.source.lexicon, at - 1);
        self.is_class(at, Class::HEAD) && behind && self.carried(at - 1)
    }

    /// A noun or adverb of change, such as `down`, where the entry tells that change.
    fn tells_change(&self, at: usize) -> bool {
        let info = &self.rewrite.words[at].info;
        let mut kinds = self
            .source
            .lexicon
            .acts(info)
            .filter(|(_, kind)| matches!(kind, ActKind::Down | ActKind::Up | ActKind::Better))
            .peekable();
        if kinds.peek().is_none() {
            return false;
        }
        let part = self.rewrite.part(at);
        let about: Vec<usize> =
            self.rewrite.content(part).filter(|word| *word != at && self.carried(*word)).collect();
        let lines = self.source.lines_about(&self.rewrite, &about);
        self.beside_slot(at) || kinds.any(|(_, kind)| self.changes(at, kind, &lines))
    }

    /// `cost`, `spend` where the entry tells of money.
    fn is_spending(&self, at: usize) -> bool {
        let money =
            |figure: &super::figure::Figure| matches!(figure.kind, super::figure::Kind::Money(_));
        self.rewrite
            .is_any(at, &["cost", "costs", "spend", "spending", "expense", "expenses", "bill"])
            && self.source.lines.iter().any(|line| line.taken.figures.iter().any(money))
    }

    /// `handwritten` for `hand-written`, and the other way round.
    fn joined_in_lines(&self, at: usize) -> bool {
        let hyphen = |taken: &super::taken::Taken<'_>, at: usize| {
            taken.is(at, "-") && taken.glued(at) && taken.glued(at + 1)
        };
        let joined = |taken: &super::taken::Taken<'_>, at: usize| {
            hyphen(taken, at + 1)
                .then(|| [taken.word(at), taken.word(at + 2)].concat().to_lowercase())
        };
        let ours = self.rewrite.word(at).to_lowercase();
        let both = joined(&self.rewrite, at).or_else(|| joined(&self.rewrite, at.checked_sub(2)?));
        self.source.lines.iter().any(|line| {
            (0..line.taken.tokens.len()).any(|own| {
                joined(&line.taken, own).is_some_and(|word| word == ours)
                    || both
                        .as_ref()
                        .is_some_and(|both| line.taken.word(own).to_lowercase() == *both)
            })
        })
    }

    /// `internship` of an intern.
    fn of_the_title(&self, at: usize) -> bool {
        let position = &self.source.position;
        let base = self.rewrite.word(at).to_lowercase();
        let base = base.strip_suffix("ship").unwrap_or_default();
        let word = &self.rewrite.words[at];
        let family = !word.capital
            && !word.info.class.is(Class::STRICT)
            && position.words.iter().any(|own| own.content && own.family == word.family);
        family || !base.is_empty() && (0..position.tokens.len()).any(|own| position.is(own, base))
    }

    /// `Example.com`: a name, whatever its words are.
    fn is_domain(&self, at: usize) -> bool {
        let dotted = |dot: usize| {
            self.rewrite.is(dot, ".")
                && self.rewrite.glued(dot)
                && self.rewrite.glued(dot + 1)
                && self.rewrite.is_any(
                    dot + 1,
                    &["com", "org", "net", "io", "dev", "ai", "co", "eu", "de", "uk"],
                )
        };
        (dotted(at + 1) || at > 1 && dotted(at - 1))
            && self.rewrite.words[at].skill == 0
            && !{
                let first = if dotted(at + 1) { at } else { at - 2 };
                self.stands_as_written(first..first + 3)
            }
    }

    pub(super) fn carried(&self, at: usize) -> bool {
        self.source.hits(&self.rewrite, at).next().is_some()
    }

    /// A capital in the middle of a sentence on a word that is also the name of a technology.
    fn names_a_technology(&self, at: usize) -> bool {
        let written = self.rewrite.word(at);
        let named = self.source.pack.skill_named(written);
        named.is_some_and(|skill| {
            self.source.pack.skill(skill).name == written && !self.source.has_skill(skill)
        })
    }

    /// `downtime` where the entry has `uptime`, if a figure stands beside it.
    fn complements(&self, at: usize) -> bool {
        let clause = self.rewrite.clause(at);
        let figure = self.rewrite.words[clause].iter().any(|word| word.figure);
        let stem = self.rewrite.words[at].stem;
        figure
            && self.source.lines.iter().any(|line| {
                let figures = !line.taken.figures.is_empty();
                figures
                    && line
                        .taken
                        .words
                        .iter()
                        .any(|word| self.source.lexicon.are_antonyms(stem, word.stem))
            })
    }

    /// `fast` of `four times as fast`: the figure beside it tells how much.
    fn compares(&self, at: usize) -> bool {
        let degree = [
            "fast", "faster", "quick", "quicker", "quickly", "slow", "slower", "soon", "sooner",
            "early", "earlier", "late", "later", "long", "longer", "short", "shorter", "large",
            "larger", "small", "smaller", "high", "higher", "low", "lower", "cheap", "cheaper",
            "less", "speed-up", "speedup",
        ];
        let part = self.rewrite.part(at);
        let near = |figure: &super::figure::Figure| {
            part.contains(&figure.first)
                && figure.first.abs_diff(at) <= 5
                && !matches!(
                    figure.kind,
                    super::figure::Kind::Count
                        | super::figure::Kind::Label(_)
                        | super::figure::Kind::Year
                )
        };
        self.rewrite.is_any(at, &degree) && self.rewrite.figures.iter().any(near)
    }

    /// `all`, `every`, `entire` before a noun.
    fn everything(&self, at: usize) -> Option<What> {
        let next = (at + 1..self.rewrite.tokens.len().min(at + 4)).find(|next| {
            let word = &self.rewrite.words[*next];
            word.content || word.figure
        })?;
        // `all three` of `the three`.
        let the = |source: &super::source::Line<'_>, figure: &super::figure::Figure| {
            figure.role == super::figure::Role::Plain
                && figure.first > 0
                && source.taken.is_any(figure.first - 1, &["the", "all"])
        };
        let counted = self.rewrite.figures.iter().find(|figure| figure.first == next);
        let whole = counted.is_some_and(|counted| {
            self.source.lines.iter().any(|source| {
                let figures = source.taken.figures.iter();
                { figures }.any(|own| own.number == counted.number && the(source, own))
            })
        });
        if whole {
            return None;
        }
        let times = self.rewrite.is(at, "every") && self.rewrite.words[at + 1].figure;
        if times || self.rewrite.is(at, "each") || self.rewrite.words[at].figure {
            return None;
        }
        let said = self.source.lines.iter().enumerate().any(|(line, source)| {
            let all = source.taken.words.iter().any(|word| word.info.class.is(Class::ALL));
            all && (self.rewrite.words[next].figure
                || self.source.in_line(&self.rewrite, next, line))
        });
        (!said).then_some(What::Scope)
    }

    /// `several`, `dozens of`: a count of the same noun must bear it.
    fn vague(&self, at: usize) -> Option<What> {
        let stem = self.rewrite.words[at].stem;
        let least = self.source.lexicon.vague(stem)?;
        // `half as many`: a comparison.
        if at > 0 && self.rewrite.is_any(at - 1, &["as", "how"]) {
            return None;
        }
        if self.source.hits(&self.rewrite, at).next().is_some() {
            return None;
        }
        let nouns: Vec<usize> =
            self.rewrite.content(at + 1..self.rewrite.tokens.len().min(at + 6)).collect();
        let borne = self.source.lines.iter().enumerate().any(|(line, source)| {
            source.taken.figures.iter().any(|figure| {
                let counts = figure.value >= least && !figure.noun.is_empty();
                counts
                    && nouns.iter().any(|noun| {
                        self.source.stands(&self.rewrite, *noun, line, figure.noun.clone())
                    })
            })
        });
        let what = if least >= 10.0 { What::Number } else { What::Scope };
        (!borne).then_some(what)
    }

    /// What kind of claim a word is that stands nowhere in the entry.
    fn kind_of(&self, at: usize) -> What {
        let word = &self.rewrite.words[at];
        let class = word.info.class;
        let written = self.rewrite.word(at);
        if self.names_certificate(at) {
            return What::Certificate;
        }
        if self.source.pack.degree(&self.rewrite.tokens[at..]).is_some()
            || self
                .rewrite
                .is_any(at, &["degree", "doctorate", "phd", "bachelor", "diploma", "graduate"])
        {
            return What::Degree;
        }
        if class.is(Class::STATISTIC) {
            return What::Metric;
        }
        if word.skill != 0 {
            return What::Technology;
        }
        if class.is(Class::QUALITY) {
            return What::Outcome;
        }
        if class.is(Class::SCOPE) {
            return What::Scope;
        }
        if self.source.pack.month(written).is_some() && word.capital {
            return What::Date;
        }
        if word.capital && !word.opens {
            return What::Employer;
        }
        if self.in_effect(at) {
            return What::Outcome;
        }
        if word.form == Form::Past || word.form == Form::Gerund {
            return What::Action;
        }
        let reach =
            at > 0 && self.rewrite.is_any(at - 1, &["across", "throughout", "for", "to", "in"]);
        if reach { What::Scope } else { What::Action }
    }

    /// `SOC 2`, `ISO 27001`, `AWS Certified`.
    fn names_certificate(&self, at: usize) -> bool {
        let standards = &self.source.pack.trade_words().standards;
        let written = self.rewrite.word(at);
        let known = standards.iter().any(|name| name.eq_ignore_ascii_case(written))
            && written.bytes().any(|byte| byte.is_ascii_uppercase());
        known
            || self.rewrite.is_any(
                at,
                &[
                    "hipaa",
                    "gdpr",
                    "certified",
                    "certification",
                    "certificate",
                    "compliant",
                    "compliance",
                    "pci",
                    "soc2",
                    "fedramp",
                    "accredited",
                    "conformant",
                ],
            )
    }

    /// The word stands in what tells an effect: behind a word of change, `which`, `so that`.
    fn in_effect(&self, at: usize) -> bool {
        let part = self.rewrite.part(at);
        (part.start..at).any(|before| {
            let info = &self.rewrite.words[before].info;
            let change = self
                .source
                .lexicon
                .acts(info)
                .any(|(_, kind)| matches!(kind, ActKind::Down | ActKind::Up | ActKind::Better));
            change
                || self.rewrite.is_any(
                    before,
                    &[
                        "which",
                        "so",
                        "that",
                        "ensuring",
                        "enabling",
                        "allowing",
                        "ending",
                        "saving",
                        "leading",
                        "resulting",
                    ],
                )
        })
    }
}

/// A word of doing that claims no part of its own, as a noun too: `use`, `run`.
fn lexically_light(judge: &Judge<'_, '_>, at: usize) -> bool {
    let info = &judge.rewrite.words[at].info;
    !info.class.is(Class::STRICT) && judge.source.lexicon.is_act(info, ActKind::Light)
}

fn word_message(what: What, words: &str, elsewhere: Option<&str>) -> String {
    if let Some(place) = elsewhere {
        return format!("`{words}` stands at {place}, not in this entry; leave it out");
    }
    match what {
        What::Ownership => {
            format!("`{words}` claims more of the work than the entry says; keep its wording")
        }
        What::Scope => format!(
            "`{words}` reaches further than the entry says; leave it out, or put what it reached in a slot"
        ),
        What::Outcome => format!(
            "`{words}` tells an effect that the entry does not; leave it out, or ask for it with a slot"
        ),
        What::Number => format!("`{words}` is more than the entry counts; keep its figure"),
        What::Metric => format!("`{words}` is not what the entry measures; keep its own measure"),
        What::Technology => {
            format!("`{words}` is not named in this entry; keep to the technologies that it names")
        }
        What::Employer => format!("`{words}` is a name that the entry does not have; leave it out"),
        What::Certificate => format!(
            "`{words}` is a standard or certificate that the entry does not name; leave it out"
        ),
        What::Degree => format!("`{words}` is a degree that the entry does not name; leave it out"),
        What::Date => {
            format!("`{words}` is a date that the entry does not have; keep its own dates")
        }
        _ => format!("`{words}` is not in the entry; keep to what it tells"),
    }
}
