//! Employer, title and dates of the entry in a rewrite: what is the entry's own passes, another
//! title, year or length of time does not.

use super::figure::Kind;
use super::judge::Judge;
use super::lexicon::Class;
use super::source::same;
use super::taken::Form;
use super::verdict::What;
use std::ops::Range;

impl Judge<'_, '_> {
    /// Employer, dates and titles.
    pub(super) fn names(&mut self) {
        self.employer();
        self.dates();
        self.titles();
    }

    /// The employer's own name, with a capital.
    fn employer(&mut self) {
        let name = &self.source.name;
        let keys: Vec<u64> = name.tokens.iter().map(|token| token.key).collect();
        if keys.is_empty() {
            return;
        }
        // All of it, or its first words: `Larkspur` for `Larkspur Tickets`.
        let mut at = 0;
        while at < self.rewrite.tokens.len() {
            let ours = &self.rewrite.tokens[at..];
            let alike =
                ours.iter().zip(&keys).take_while(|(token, key)| token.key == **key).count();
            let word = &self.rewrite.words[at];
            let named = alike == keys.len()
                || alike > 0
                    && word.content
                    && !word.info.class.is(Class::SCOPE)
                    && alike * 2 >= keys.len();
            if named && word.capital {
                self.finish(at..at + alike);
                at += alike;
            } else {
                at += 1;
            }
        }
    }

    // --- dates ---

    fn dates(&mut self) {
        let years: Vec<(usize, usize, f64)> = self
            .rewrite
            .figures
            .iter()
            .filter(|figure| figure.kind == Kind::Year)
            .map(|figure| (figure.first, figure.end, figure.number))
            .collect();
        for (at, end, year) in years {
            let month = at.checked_sub(1).and_then(|before| {
                Some((before, self.source.pack.month(self.rewrite.word(before))?))
            });
            let first = month.map_or(at, |(before, _)| before);
            if self.is_own_date(first, end, year, month.map(|(_, month)| month)) {
                self.finish(first..end);
            } else {
                let says = self.own_dates();
                self.reject(What::Date, first..end, |words| {
                    format!("`{words}` is not a date of this entry, which says {says}; keep its own dates")
                });
            }
        }
        self.open_end();
    }

    /// `– present` for a role that has ended.
    fn open_end(&mut self) {
        for at in 2..self.rewrite.tokens.len() {
            let present =
                self.rewrite.is_any(at, &["present", "now", "today", "current", "ongoing"]);
            let after_year =
                self.rewrite.is_any(at - 1, &["-", "\u{2013}", "\u{2014}", "to", "until", "till"])
                    && self.done[at - 2]
                    && self.rewrite.words[at - 2].figure;
            if !present || !after_year {
                continue;
            }
            if self.source.end.is_some() {
                let says = self.own_dates();
                self.reject(What::Date, at..at + 1, |words| {
                    format!("`{words}`: the role has ended, the entry says {says}")
                });
            } else {
                self.finish(at..at + 1);
            }
        }
    }

    fn own_dates(&self) -> String {
        match (self.source.start, self.source.end) {
            (Some(start), Some(end)) => format!("`{start}` to `{end}`"),
            (Some(start), None) => format!("`{start}` on"),
            (None, _) => "none".to_owned(),
        }
    }

    /// A year is the entry's as its start or end, or as it stands in a line about the same.
    fn is_own_date(&self, at: usize, end: usize, year: f64, month: Option<u8>) -> bool {
        let is = |date: Option<vitae_resume::PartialDate>| {
            date.is_some_and(|date| {
                let months = month.is_none_or(|month| date.month.is_none_or(|own| own == month));
                (f64::from(date.year) - year).abs() < 0.5 && months
            })
        };
        let before = |words: &[&str]| at > 0 && self.rewrite.is_any(at - 1, words);
        let dash = ["-", "\u{2013}", "\u{2014}", "to", "until", "till", "and"];
        let range_start = self.rewrite.is_any(end, &dash);
        let range_end = before(&dash) && at > 1 && self.rewrite.words[at - 2].figure;
        let starts = range_start || before(&["since", "from", "joined", "starting", "between"]);
        let ends = range_end || before(&["until", "till", "left"]);
        if starts && is(self.source.start) || ends && is(self.source.end) {
            return true;
        }
        let alone = (at == 0 || before(&["(", ",", "|"]))
            && (end == self.rewrite.tokens.len()
                || self.rewrite.is_any(end, &[")", ":", ",", "|"]));
        let alone = alone || before(&["in", "during", "of"]);
        if alone && is(self.source.start) && is(self.source.end) {
            return true;
        }
        let said = before(&["in", "during"]);
        if (starts || ends) && !said {
            return false;
        }
        self.year_in_line(at, end, year)
    }

    /// A line tells of this year, and of what stands beside it in the rewrite.
    fn year_in_line(&self, at: usize, end: usize, year: f64) -> bool {
        let part = self.rewrite.part(at);
        let near: Vec<usize> =
            self.rewrite.content(part).filter(|word| *word < at || *word >= end).collect();
        self.source.lines.iter().enumerate().any(|(line, source)| {
            let figures = &source.taken.figures;
            let here = figures.iter().any(|own| {
                (own.number - year).abs() < 1e-9
                    && matches!(own.kind, Kind::Year | Kind::Label(_) | Kind::Count)
            });
            here && (near.is_empty()
                || near.iter().any(|word| self.source.in_line(&self.rewrite, *word, line)))
        })
    }

    // --- titles ---

    fn titles(&mut self) {
        for at in 0..self.rewrite.tokens.len() {
            if self.done[at] || !self.rewrite.words[at].content {
                continue;
            }
            let class = self.rewrite.words[at].info.class;
            if class.is(Class::ROLE) {
                self.role(at);
            }
        }
        for at in 0..self.rewrite.tokens.len() {
            let word = &self.rewrite.words[at];
            if !self.done[at]
                && word.content
                && word.info.class.is(Class::SENIOR)
                && !self.rewrite.is_verb(self.source.lexicon, at)
            {
                self.seniority(at);
            }
        }
    }

    /// A word such as `engineer`: people of the work, or the person's own title.
    fn role(&mut self, at: usize) {
        let phrase = self.role_phrase(at);
        let many = self.rewrite.words[at].form == Form::Plural
            || self.is_counted(phrase.start)
            || self.rewrite.is(at + 1, "-")
            || self.is_compound(at);
        let in_lines = self.phrase_in_lines(phrase.clone(), at)
            || self.people_by_seniority(phrase.clone(), at)
            || many && self.are_the_team(phrase.clone(), at);
        if in_lines && (many || !self.is_own_title_place(&phrase)) {
            let telling =
                |word: &usize| *word == at || self.is_class(*word, Class::SENIOR.and(Class::ROLE));
            let telling: Vec<usize> = phrase.filter(telling).collect();
            telling.into_iter().for_each(|word| self.finish(word..word + 1));
            return;
        }
        if !many && self.is_own_title(phrase.clone(), at) {
            self.finish(at..at + 1);
            let seniority =
                phrase.filter(|word| self.is_class(*word, Class::SENIOR)).collect::<Vec<_>>();
            seniority.into_iter().for_each(|word| self.finish(word..word + 1));
            let position = &self.source.position;
            for word in self.role_phrase(at) {
                let own =
                    (0..position.words.len()).any(|own| same(&self.rewrite, word, position, own));
                if own {
                    self.finish(word..word + 1);
                }
            }
            return;
        }
        let title = self.source.position.normal.text.clone().into_owned();
        if many {
            self.reject(What::Title, phrase, |words| {
                format!("`{words}`: the entry names no such people; leave them out")
            });
        } else {
            self.reject(What::Title, phrase, |words| {
                format!(
                    "`{words}` is not the title of this entry, which is `{title}`; keep the title"
                )
            });
        }
    }

    /// `seven-engineer rota`, `engineer rota`: the role stands for people.
    fn is_compound(&self, at: usize) -> bool {
        let hyphen = at > 1 && self.rewrite.is(at - 1, "-");
        hyphen && self.rewrite.words[at - 2].figure
    }

    /// `as a Senior Engineer`, `Senior Engineer: …`: the place of one's own title.
    fn is_own_title_place(&self, phrase: &Range<usize>) -> bool {
        let start = phrase.start;
        let opens = start == 0 || self.rewrite.words[start].opens;
        let article =
            usize::from(start > 0 && self.rewrite.is_any(start - 1, &["a", "an", "the", "their"]));
        let before = start.checked_sub(1 + article);
        opens || before.is_some_and(|at| self.rewrite.is_any(at, &["as", "was", "am", "became"]))
    }

    fn is_counted(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let word = &self.rewrite.words[before];
        word.figure
            || word.slot
            || word.info.class.is(Class::VAGUE)
            || self.rewrite.is_any(before, &["other", "fellow", "with", "and", "by", "for", "all"])
    }

    /// The words before a role that belong to it: `Senior Java` of `Senior Java Developer`.
    fn role_phrase(&self, at: usize) -> Range<usize> {
        let taken = &self.rewrite;
        let mut start = at;
        while let Some(before) = start.checked_sub(1) {
            let word = &taken.words[before];
            let verb =
                taken.is_verb(self.source.lexicon, before) && !word.info.class.is(Class::SENIOR);
            let hyphen = taken.is(before, "-")
                && taken.glued(before)
                && before > 0
                && !taken.words[before - 1].figure;
            let part = word.content && !verb && !word.figure && !word.slot && !self.done[before];
            if !(part || hyphen) || at - before > 4 {
                break;
            }
            start = before;
        }
        let mut end = at + 1;
        // `Director of Engineering`, `Engineer II`, `engineer lead`.
        if taken.is(end, "of")
            && taken.words.get(end + 1).is_some_and(|word| word.content && word.capital)
        {
            end += 2;
        }
        while taken.words.get(end).is_some_and(|word| {
            word.content && word.info.class.is(Class::SENIOR.and(Class::ROLE)) && !self.done[end]
        }) && !taken.is_verb(self.source.lexicon, end)
        {
            end += 1;
        }
        start..end
    }

    /// `junior developers` of `juniors`: the entry names the people by their seniority alone.
    fn people_by_seniority(&self, phrase: Range<usize>, at: usize) -> bool {
        let plain = self
            .rewrite
            .is_any(at, &["engineer", "engineers", "developer", "developers", "programmers"]);
        let mut senior = phrase.filter(|word| self.is_class(*word, Class::SENIOR));
        plain
            && senior.any(|word| {
                self.source.hits(&self.rewrite, word).any(|hit| {
                    self.source.lines[hit.line].taken.words[hit.token].form == Form::Plural
                })
            })
    }

    /// `five engineers` where the entry tells of a team: its people are of the title's trade.
    fn are_the_team(&self, phrase: Range<usize>, at: usize) -> bool {
        let plain = self.rewrite.is_any(at, &["engineers", "developers", "programmers"]);
        let alone =
            phrase.into_iter().filter(|word| self.rewrite.words[*word].content).count() == 1;
        let team = |line: &super::source::Line<'_>| {
            (1..line.taken.tokens.len()).any(|own| {
                line.taken.is_any(own - 1, &["team", "group", "squad", "crew"])
                    && line.taken.is(own, "of")
            })
        };
        plain && alone && self.is_counted(at) && self.source.lines.iter().any(team)
    }

    /// A line has the role with all its seniority.
    fn phrase_in_lines(&self, phrase: Range<usize>, at: usize) -> bool {
        let telling: Vec<usize> = phrase
            .filter(|word| *word == at || self.is_class(*word, Class::SENIOR.and(Class::ROLE)))
            .collect();
        (0..self.source.lines.len())
            .any(|line| telling.iter().all(|word| self.source.in_line(&self.rewrite, *word, line)))
    }

    /// The role and its seniority are those of the title; other words may be of the entry.
    fn is_own_title(&self, phrase: Range<usize>, at: usize) -> bool {
        let position = &self.source.position;
        let in_title = |word: usize| {
            (0..position.words.len()).any(|own| {
                let (ours, theirs) = (&self.rewrite.words[word], &position.words[own]);
                ours.stem == theirs.stem
            })
        };
        phrase.into_iter().all(|word| {
            let telling = word == at || self.is_class(word, Class::SENIOR.and(Class::ROLE));
            !telling || in_title(word)
        }) && self.keeps_the_title(at)
    }

    /// A title of two roles keeps the second: `Engineering Manager` is no `Engineer`.
    fn keeps_the_title(&self, at: usize) -> bool {
        let position = &self.source.position;
        let roles: Vec<usize> = (0..position.words.len())
            .filter(|own| position.words[*own].info.class.is(Class::ROLE))
            .collect();
        let junior = roles
            .iter()
            .any(|own| position.is_any(*own, &["intern", "trainee", "apprentice", "student"]));
        !junior || self.rewrite.is_any(at, &["intern", "trainee", "apprentice", "student"]) || {
            let phrase = self.role_phrase(at);
            phrase.into_iter().any(|word| {
                self.rewrite.is_any(word, &["intern", "trainee", "apprentice", "student"])
            })
        }
    }

    /// `senior`, `lead` away from a role.
    fn seniority(&mut self, at: usize) {
        let in_lines = self.source.hits(&self.rewrite, at).next().is_some();
        if in_lines {
            self.finish(at..at + 1);
            return;
        }
        let title = self.source.position.normal.text.clone().into_owned();
        self.reject(What::Title, at..at + 1, |words| {
            format!(
                "`{words}` is a seniority that the entry does not say here; its title is `{title}`"
            )
        });
    }
}
