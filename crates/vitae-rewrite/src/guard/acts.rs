//! What the person is said to have done: each act of a rewrite must be told of the same object, with
//! no more of a part in it, and every link of cause must be the entry's own.

use super::judge::Judge;
use super::lexicon::{ActKind, Class};
use super::numbers::{is_negated_form, polarity};
use super::source::same;
use super::taken::{Form, Tie};
use super::verdict::What;
use vitae_text::TokenKind;

impl Judge<'_, '_> {
    /// Acts one by one.
    pub(super) fn acts(&mut self) {
        for at in 0..self.rewrite.tokens.len() {
            if self.done[at] || !self.rewrite.is_verb(self.source.lexicon, at) {
                continue;
            }
            let objects = self.objects(at);
            let lines = self.source.lines_about(&self.rewrite, &objects);
            if let Some((what, message)) = self.act_claim(at, &objects, &lines) {
                self.reject(what, at..at + 1, |words| format!("`{words}` {message}"));
            } else {
                self.finish(at..at + 1);
            }
        }
    }

    /// Words that an act is about: those behind it in its part, otherwise those before it.
    pub(super) fn objects(&self, at: usize) -> Vec<usize> {
        let part = self.rewrite.part(at);
        let telling = |word: &usize| {
            let class = self.rewrite.words[*word].info.class;
            !class.is(Class::NEUTRAL) && !class.is(Class::GENERIC) && !class.is(Class::STATISTIC)
        };
        let lexicon = self.source.lexicon;
        // What stands behind a slot is counted by it, and the person fills it in.
        let slot = (at + 1..part.end).find(|word| self.rewrite.words[*word].slot);
        let end = slot.unwrap_or(part.end);
        let after: Vec<usize> = self
            .rewrite
            .content(at + 1..end)
            .take_while(|word| {
                !self.rewrite.is_verb(lexicon, *word)
                    || self.rewrite.words[*word].form == Form::Past
            })
            .filter(telling)
            .collect();
        if after.is_empty() {
            self.rewrite.content(part.start..at).filter(telling).collect()
        } else {
            after
        }
    }

    /// Why an act is not carried.
    fn act_claim(&self, at: usize, objects: &[usize], lines: &[usize]) -> Option<(What, String)> {
        let lexicon = self.source.lexicon;
        let word = &self.rewrite.words[at];
        let kinds: Vec<(u16, ActKind)> = lexicon.acts(&word.info).collect();
        let has = |kind: ActKind| kinds.iter().any(|(_, own)| *own == kind);
        let change = has(ActKind::Down) || has(ActKind::Up) || has(ActKind::Better);
        if has(ActKind::Help) {
            return None;
        }
        let lines = &if change { self.with_figures(at, lines) } else { lines.to_vec() }[..];
        if self.is_other_side(at) {
            return None;
        }
        if change && self.beside_slot(at) {
            return None;
        }
        let supported = kinds.iter().any(|(group, kind)| match kind {
            ActKind::Light => true,
            _ if self.is_material(at) && self.is_skill(at + 2) => true,
            ActKind::Help => true,
            ActKind::Free => {
                self.is_material(at)
                    || lines.iter().any(|line| self.makes(at, *group, objects, *line))
            }
            ActKind::Down | ActKind::Up | ActKind::Better => self.changes(at, *kind, lines),
            ActKind::Lead if self.leads_by_title(at) => true,
            ActKind::Lead | ActKind::Design => lines
                .iter()
                .any(|line| self.tells(at, *group, *line) && self.all_in(objects, *line)),
            _ => {
                lines.iter().any(|line| self.tells(at, *group, *line) || self.moves(at, *line))
                    || self.bare_act(at, *group)
                    || self.is_same_kind(at, objects, lines)
            }
        });
        if supported {
            return self.tied(at, objects, lines).or_else(|| self.tied_act(at, &kinds, lines));
        }
        let says = self.own_words(lines);
        Some(if has(ActKind::Lead) || has(ActKind::Design) {
            (
                What::Ownership,
                format!("claims more of a part than the entry, which says {says}; keep its verb"),
            )
        } else if change {
            (What::Outcome, format!("tells a change that the entry does not, which says {says}"))
        } else if has(ActKind::Free) {
            (
                What::Ownership,
                format!("tells of making what the entry does not say was made; it says {says}"),
            )
        } else {
            (
                What::Action,
                format!("is not what the entry tells of this, which says {says}; keep its verb"),
            )
        })
    }

    /// With the lines that hold a figure of the clause: what changed is what is counted.
    fn with_figures(&self, at: usize, lines: &[usize]) -> Vec<usize> {
        let clause = self.rewrite.clause(at);
        let ours = || self.rewrite.figures.iter().filter(|own| clause.contains(&own.first));
        let holds = |line: &usize| {
            let figures = &self.source.lines[*line].taken.figures;
            figures.len() > 1
                && figures.iter().any(|own| {
                    ours().any(|figure| {
                        figure.kind == own.kind
                            && (figure.value - own.value).abs() <= own.value * 1e-9
                    })
                })
        };
        let more = (0..self.source.lines.len()).filter(|line| !lines.contains(line)).filter(holds);
        lines.iter().copied().chain(more).collect()
    }

    /// `Matched passages` of `unmatched passages`, beside a figure.
    fn is_other_side(&self, at: usize) -> bool {
        let word = self.rewrite.word(at);
        let clause = self.rewrite.clause(at);
        self.rewrite.figures.iter().any(|figure| clause.contains(&figure.first))
            && self.source.lines.iter().any(|line| {
                let words = 0..line.taken.words.len();
                { words }.any(|own| is_negated_form(word, line.taken.word(own)))
            })
    }

    fn own_words(&self, lines: &[usize]) -> String {
        match lines {
            [line] => format!("`{}`", shorten(&self.source.lines[*line].taken.normal.text)),
            _ => "nothing of it".to_owned(),
        }
    }

    /// `built with Rust`: how, and no act of its own.
    fn is_material(&self, at: usize) -> bool {
        let word = &self.rewrite.words[at];
        word.form == Form::Past
            && self.rewrite.is_any(at + 1, &["with", "in", "on", "using", "from", "of"])
            && at > 0
            && !word.opens
            && !self.rewrite.is_any(at - 1, &["and", "then"])
    }

    fn is_skill(&self, at: usize) -> bool {
        self.rewrite.words.get(at).is_some_and(|word| word.skill != 0)
    }

    /// A line tells an act of this group.
    fn tells(&self, at: usize, group: u16, line: usize) -> bool {
        let taken = &self.source.lines[line].taken;
        let covers = self.source.lexicon.group(group).map_or(&[][..], |group| &group.covers);
        (0..taken.words.len()).any(|own| {
            let word = &taken.words[own];
            let alike = same_word(&self.rewrite.words[at], word)
                || word.info.groups().any(|theirs| theirs == group || covers.contains(&theirs))
                || self.is_synonym(at, word);
            alike && word.negated == self.rewrite.words[at].negated
        })
    }

    /// A verb of the same kind of act, which claims no less, stands with the same object: `patched`
    /// and `upgraded`. Kinds that tell of rank, change or choice are not interchangeable.
    pub(super) fn is_same_kind(&self, at: usize, objects: &[usize], lines: &[usize]) -> bool {
        use vitae_pack::VerbClass;
        let pack = self.source.pack;
        let Some(ours) = pack.verb(self.rewrite.word(at)).map(|form| form.verb) else {
            return false;
        };
        let open = [
            VerbClass::Build,
            VerbClass::Fix,
            VerbClass::Operate,
            VerbClass::Communicate,
            VerbClass::Teach,
        ];
        if !open.contains(&ours.class) {
            return false;
        }
        lines.iter().any(|line| {
            let taken = &self.source.lines[*line].taken;
            let about = objects.iter().any(|own| self.source.in_line(&self.rewrite, *own, *line));
            about
                && (0..taken.words.len()).any(|own| {
                    let word = &taken.words[own];
                    let verb = word.content
                        && word.tie == Tie::None
                        && word.negated == self.rewrite.words[at].negated
                        && (own == 0 || word.form == Form::Past);
                    let theirs = if verb { pack.verb(taken.word(own)) } else { None };
                    theirs.is_some_and(|form| {
                        form.verb.class == ours.class && form.verb.strength >= ours.strength
                    })
                })
        })
    }

    /// Both stand in a group of plain synonyms: `documented` of `runbooks`.
    fn is_synonym(&self, at: usize, word: &super::taken::Word) -> bool {
        let lexicon = self.source.lexicon;
        let plain = |group: u16| lexicon.group(group).is_some_and(|group| group.kind.is_none());
        let ours = &self.rewrite.words[at].info;
        ours.shares(&word.info)
            && ours.groups().any(|own| plain(own) && word.info.groups().any(|other| other == own))
    }

    /// Everything that is said to be led or owned stands in the line; technologies may stand elsewhere.
    fn all_in(&self, objects: &[usize], line: usize) -> bool {
        objects.iter().all(|object| {
            let skill = self.rewrite.words[*object].skill != 0 || self.done[*object];
            skill || !self.carried(*object) || self.source.in_line(&self.rewrite, *object, line)
        })
    }

    /// `Wrote tests`: a line that names the act and hardly more does not say of what.
    fn bare_act(&self, at: usize, group: u16) -> bool {
        (0..self.source.lines.len()).any(|line| {
            let taken = &self.source.lines[line].taken;
            let bare = taken.content(0..taken.words.len()).count() <= 2 && taken.figures.is_empty();
            let told = bare && self.tells(at, group, line);
            // `Profiling and removal of …`: the act stands without an object of its own.
            let alone = (0..taken.words.len()).any(|own| {
                let word = &taken.words[own];
                let same = word.content
                    && word.tie == Tie::None
                    && same_word(&self.rewrite.words[at], word);
                let opens = own == 0 || taken.is_any(own - 1, &["and", ","]);
                same && opens && taken.content(taken.part(own)).count() == 1
            });
            (told || alone) && self.source.lines[line].body
        })
    }

    /// `Puppet to Ansible`, `went from weekly to daily`: a line without a verb of its own that leads
    /// from one to the other bears any word for moving.
    fn moves(&self, at: usize, line: usize) -> bool {
        const WORDS: [&str; 12] = [
            "moved",
            "moving",
            "move",
            "migrated",
            "migrating",
            "migrate",
            "switched",
            "switching",
            "transitioned",
            "ported",
            "converted",
            "shifted",
        ];
        let taken = &self.source.lines[line].taken;
        let arrow = (1..taken.tokens.len()).any(|own| {
            let to = taken.is_any(own, &["to", "then", "\u{2192}", "\u{21d2}"])
                || taken.is(own, ">") && taken.is(own - 1, "-");
            to && taken.words[own - 1].tie == Tie::None
        });
        let first = taken.content(0..taken.words.len()).next();
        let verb = first.is_some_and(|first| {
            taken.is_verb(self.source.lexicon, first)
                && taken.words[first].form != Form::Plural
                && !self.is_noun_phrase(line, first)
        });
        let named = |word: &str| (0..taken.tokens.len()).any(|own| taken.is(own, word));
        let replaced = named("old")
            && named("new")
            && self.rewrite.is_any(at, &["replaced", "replacing", "replace"]);
        let by_hand = (named("hand") || named("manual") || named("manually"))
            && ["now", "formerly", "earlier", "previously", "before", "instead"]
                .iter()
                .any(|word| named(word))
            && self.rewrite.is_any(at, &["automated", "automate", "automating"]);
        replaced
            || by_hand
            || (arrow || named("old") && named("new")) && !verb && self.rewrite.is_any(at, &WORDS)
    }

    /// A line bears that something was made: it says so, or it has no verb at its start.
    fn makes(&self, at: usize, group: u16, objects: &[usize], line: usize) -> bool {
        if self.tells(at, group, line) {
            return true;
        }
        let taken = &self.source.lines[line].taken;
        let Some(first) = taken.content(0..taken.words.len()).next() else { return false };
        let word = &taken.words[first];
        let about = objects.is_empty()
            || objects.iter().any(|object| self.source.in_line(&self.rewrite, *object, line));
        let verb = word.form != Form::Plural
            && taken.is_verb(self.source.lexicon, first)
            && !self.is_noun_phrase(line, first);
        // "Wrote documentation" of what was documented.
        let named = objects.iter().any(|object| same(&self.rewrite, *object, taken, first));
        about && !verb || named
    }

    /// `Design doc`, `Billing rewrite`: a line that opens with a noun which could be a verb.
    fn is_noun_phrase(&self, line: usize, first: usize) -> bool {
        let taken = &self.source.lines[line].taken;
        let noun_next = taken.words.get(first + 1).is_some_and(|word| word.content && !word.figure);
        let base = taken.words[first].form == Form::Base;
        let of = taken.is_any(first + 1, &["of", "for", "on", "with", "over", ":", ","]);
        taken.words[first].form == Form::Gerund
            || base
                && (of
                    || noun_next
                        && taken.words[first].info.groups().count() == 1
                        && self.ends_in_noun(line, first))
    }

    /// No object with an article follows: `Design doc adopted by …`.
    fn ends_in_noun(&self, line: usize, first: usize) -> bool {
        let taken = &self.source.lines[line].taken;
        taken.words.get(first + 2).is_none_or(|word| !word.content || word.form == Form::Past)
    }

    /// A line tells a change in this direction, by a word or by its figures.
    pub(super) fn changes(&self, at: usize, kind: ActKind, lines: &[usize]) -> bool {
        let lexicon = self.source.lexicon;
        lines.iter().any(|line| {
            let taken = &self.source.lines[*line].taken;
            // Uptime that rises is downtime that falls.
            let kind = match kind {
                ActKind::Down if self.other_side(at, *line) => ActKind::Up,
                ActKind::Up if self.other_side(at, *line) => ActKind::Down,
                kind => kind,
            };
            let word = taken.words.iter().any(|word| {
                same_word(&self.rewrite.words[at], word)
                    || lexicon.acts(&word.info).any(|(_, theirs)| {
                        theirs == kind
                            || kind == ActKind::Better
                                && matches!(theirs, ActKind::Down | ActKind::Up)
                            || theirs == ActKind::Better && kind != ActKind::Up
                    })
                    || kind == ActKind::Better && word.info.class.is(Class::QUALITY)
            });
            // `-30%`: a sign before the figure.
            let sign = |figure: &super::figure::Figure| {
                let before = figure.first.checked_sub(1);
                let minus = before.is_some_and(|at| {
                    taken.is_any(at, &["-", "\u{2212}", "\u{2013}"])
                        && !taken.glued(at)
                        && taken.glued(figure.first)
                });
                minus && figure.kind == super::figure::Kind::Percent
            };
            let falls = kind != ActKind::Up && taken.figures.iter().any(sign);
            word || falls
                || polarity(taken).any(|down| match kind {
                    ActKind::Down => down != Some(false),
                    ActKind::Up => down != Some(true),
                    _ => true,
                })
        })
    }

    /// The part of `at` names the opposite of what a line names.
    fn other_side(&self, at: usize, line: usize) -> bool {
        let theirs = &self.source.lines[line].taken.words;
        let mut part = self.rewrite.part(at);
        part.any(|word| {
            let stem = self.rewrite.words[word].stem;
            theirs.iter().any(|own| self.source.lexicon.are_antonyms(stem, own.stem))
                || (0..theirs.len()).any(|own| {
                    let taken = &self.source.lines[line].taken;
                    is_negated_form(self.rewrite.word(word), taken.word(own))
                })
        })
    }

    /// The title leads: `Lead Developer`, `Engineering Manager`.
    fn leads_by_title(&self, at: usize) -> bool {
        let position = &self.source.position;
        let manages = self
            .rewrite
            .is_any(at, &["manage", "managed", "manages", "managing", "supervised", "oversaw"]);
        let leads = self
            .rewrite
            .is_any(at, &["led", "lead", "leads", "leading", "headed", "heading", "directed"]);
        let titles: &[&str] = if manages {
            &["manager", "director", "head"]
        } else {
            &["lead", "head", "manager", "director", "leader", "chief"]
        };
        (manages || leads) && (0..position.tokens.len()).any(|own| position.is_any(own, titles))
    }

    /// The object is only helped with, or only planned, in the entry; the rewrite says it was done.
    fn tied(&self, at: usize, objects: &[usize], lines: &[usize]) -> Option<(What, String)> {
        let lexicon = self.source.lexicon;
        let groups: Vec<u16> =
            lexicon.acts(&self.rewrite.words[at].info).map(|(group, _)| group).collect();
        let done = lines.iter().any(|line| {
            self.source.lines[*line].taken.words.iter().any(|word| {
                let tells = word.info.groups().any(|theirs| groups.contains(&theirs));
                let light = lexicon.is_act(&word.info, ActKind::Light);
                tells
                    && !light
                    && word.tie == Tie::None
                    && word.negated == self.rewrite.words[at].negated
            })
        });
        if done {
            return None;
        }
        let exempt = self.rewrite.is_any(
            at,
            &[
                "used",
                "using",
                "use",
                "worked",
                "working",
                "work",
                "was",
                "served",
                "serving",
                "involving",
                "including",
            ],
        );
        let own = self.rewrite.words[at].tie;
        if exempt || objects.is_empty() || self.is_material(at) {
            return None;
        }
        let mut found = None;
        for object in objects {
            for hit in
                self.source.hits(&self.rewrite, *object).filter(|hit| lines.contains(&hit.line))
            {
                let tie = self.source.lines[hit.line].taken.words[hit.token].tie;
                if tie == Tie::None || tie == own || own != Tie::None {
                    return None;
                }
                found = Some((tie, hit.line));
            }
        }
        found.map(|(tie, line)| self.tie_message(tie, line))
    }

    /// Every line that tells the act tells it as planned or helped with.
    fn tied_act(
        &self,
        at: usize,
        kinds: &[(u16, ActKind)],
        lines: &[usize],
    ) -> Option<(What, String)> {
        if self.rewrite.words[at].tie != Tie::None {
            return None;
        }
        let mut found = None;
        for line in lines {
            let taken = &self.source.lines[*line].taken;
            for word in &taken.words {
                let acts = kinds
                    .iter()
                    .filter(|(_, kind)| !matches!(kind, ActKind::Light | ActKind::Free));
                let tells =
                    { acts }.any(|(group, _)| word.info.groups().any(|theirs| theirs == *group));
                if !(tells || same_word(&self.rewrite.words[at], word) && word.content) {
                    continue;
                }
                if word.tie == Tie::None {
                    return None;
                }
                found = Some((word.tie, *line));
            }
        }
        found.map(|(tie, line)| self.tie_message(tie, line))
    }

    fn tie_message(&self, tie: Tie, line: usize) -> (What, String) {
        let says = shorten(&self.source.lines[line].taken.normal.text);
        match tie {
            Tie::Help => (
                What::Ownership,
                format!(
                    "tells as one's own what the entry says was a share: `{says}`; keep its wording"
                ),
            ),
            _ => (
                What::Outcome,
                format!("tells as done what the entry does not: `{says}`; keep its wording"),
            ),
        }
    }

    // --- links ---

    /// Links that join two lines of the entry by cause, and changes from one thing to another.
    pub(super) fn links(&mut self) {
        self.causes();
        self.directions();
        self.relatives();
    }

    /// `…, cutting …`, `… by …ing`, `so that`: cause and effect must stand in one line.
    fn causes(&mut self) {
        for at in 1..self.rewrite.tokens.len() {
            let Some(effect) = self.causal(at) else { continue };
            let clause = self.rewrite.clause(at);
            let telling = |range: std::ops::Range<usize>| -> Vec<usize> {
                range
                    .filter(|word| {
                        let word = &self.rewrite.words[*word];
                        word.content
                            && !word.info.class.is(Class::NEUTRAL.and(Class::GENERIC))
                            && self.source.lexicon.acts(&word.info).next().is_none()
                    })
                    .collect()
            };
            let (cause, result) = (telling(clause.start..at), telling(effect..clause.end));
            if cause.is_empty() || result.is_empty() {
                continue;
            }
            let (left, right) = (
                self.source.lines_about(&self.rewrite, &cause),
                self.source.lines_about(&self.rewrite, &result),
            );
            let known = |words: &[usize]| {
                words.iter().any(|word| self.source.hits(&self.rewrite, *word).next().is_some())
            };
            if known(&cause) && known(&result) && !left.iter().any(|line| right.contains(line)) {
                self.reject(What::Outcome, at..effect.max(at + 1), |words| {
                    format!("`{words}` says that one led to the other, which the entry does not; tell them side by side")
                });
            }
        }
    }

    /// Where the effect begins, if a link of cause stands at `at`.
    fn causal(&self, at: usize) -> Option<usize> {
        let taken = &self.rewrite;
        let lexicon = self.source.lexicon;
        let changes = |at: usize| {
            taken.words.get(at).is_some_and(|word| {
                lexicon
                    .acts(&word.info)
                    .any(|(_, kind)| matches!(kind, ActKind::Down | ActKind::Up | ActKind::Better))
            })
        };
        let gerund = |at: usize| {
            taken.words.get(at).is_some_and(|word| word.form == Form::Gerund && word.content)
        };
        let symbol = taken.kind(at) == Some(TokenKind::Symbol);
        if symbol && taken.is(at, ",") && gerund(at + 1) && changes(at + 1) {
            return Some(at + 1);
        }
        if taken.is(at, "so") && !taken.is_any(at + 1, &["far", "as"]) {
            return Some(at + 1 + usize::from(taken.is(at + 1, "that")));
        }
        if taken.is_any(at, &["resulting", "thereby", "thus", "hence"]) {
            return Some(at + 1 + usize::from(taken.is(at + 1, "in")));
        }
        if taken.is_any(at, &["leading", "led"]) && taken.is(at + 1, "to") {
            return Some(at + 2);
        }
        if taken.is(at, "which") && changes(at + 1) {
            return Some(at + 1);
        }
        if taken.is(at, "to") && changes(at + 1) && taken.words[at + 1].form == Form::Base {
            return Some(at + 1);
        }
        None
    }

    /// `from X to Y` and `replaced X with Y` the other way round.
    fn directions(&mut self) {
        const TO: [&str; 2] = ["to", "into"];
        const WITH: [&str; 2] = ["with", "by"];
        for at in 0..self.rewrite.tokens.len() {
            let replaces = self
                .rewrite
                .is_any(at, &["replaced", "replacing", "replaces", "replace", "swapped"]);
            let links = if self.rewrite.is(at, "from") {
                &TO
            } else if replaces {
                &WITH
            } else {
                continue;
            };
            let Some((old, new)) = self.old_and_new(at, links) else { continue };
            let turned = (0..self.source.lines.len()).any(|line| self.is_turned(line, old, new));
            if turned {
                self.reject(What::Action, at..new + 1, |words| {
                    format!("`{words}` goes the other way round in the entry")
                });
            }
        }
    }

    /// The first word behind `at`, and the first behind the link that follows it.
    fn old_and_new(&self, at: usize, links: &[&str]) -> Option<(usize, usize)> {
        let end = self.rewrite.part(at).end;
        let content = |from: usize| (from..end).find(|word| self.rewrite.words[*word].content);
        let old = content(at + 1)?;
        let link = (old + 1..end).find(|word| self.rewrite.is_any(*word, links))?;
        let new = content(link + 1)?;
        let act = self.source.lexicon.acts(&self.rewrite.words[new].info).next();
        act.is_none().then_some((old, new))
    }

    fn is_turned(&self, line: usize, old: usize, new: usize) -> bool {
        let taken = &self.source.lines[line].taken;
        let places = |word: usize| {
            (0..taken.words.len()).filter(move |own| same(&self.rewrite, word, taken, *own))
        };
        let arrow = |from: usize, to: usize| {
            (from..to).any(|at| {
                taken.is_any(at, &["to", "into", "with", "by", ">", "\u{2192}", "\u{21d2}"])
            })
        };
        let forward = places(old).any(|from| places(new).any(|to| from < to && arrow(from, to)));
        let back = places(new).any(|from| places(old).any(|to| from < to && arrow(from, to)));
        back && !forward
    }

    /// `engineers who built X`: both must stand in one line.
    fn relatives(&mut self) {
        for at in 1..self.rewrite.tokens.len() {
            if !self.rewrite.is(at, "who") {
                continue;
            }
            let part = self.rewrite.part(at);
            let people = at - 1;
            if !self.rewrite.words[people].content && !self.rewrite.words[people].figure {
                continue;
            }
            let objects: Vec<usize> = self
                .rewrite
                .content(at + 1..part.end)
                .filter(|word| {
                    let info = &self.rewrite.words[*word].info;
                    !info.class.is(Class::NEUTRAL)
                        && self.source.lexicon.acts(info).next().is_none()
                })
                .collect();
            if objects.is_empty() {
                continue;
            }
            let lines = self.source.lines_about(&self.rewrite, &objects);
            if !lines.iter().any(|line| self.source.in_line(&self.rewrite, people, *line)) {
                self.reject(What::Scope, people..part.end, |words| {
                    format!("`{words}`: the entry does not say this of them")
                });
            }
        }
    }
}

fn same_word(a: &super::taken::Word, b: &super::taken::Word) -> bool {
    // `Budget owner` bears `owned`; `owned` does not bear `owner`.
    a.stem == b.stem || a.family == b.family && !a.info.class.is(Class::STRICT)
}

/// The start of a line, for a message.
fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches(['`', ',', ';']))
}
