//! Rewrites without a model: a line of a resume comes in, and better lines made of its own words come
//! out. What only the person knows is a slot with a question; every version passes the guard.

mod act;
mod asks;
mod body;
mod draft;
mod opening;
mod result;
mod summary;
mod voice;
mod wording;
mod words;

pub use draft::{Draft, Form, Slot};
pub use opening::Tense;
pub use summary::{SummaryFacts, rewrite_summary};

use crate::guard::Prepared;
use asks::Line;
use body::{Body, Insert, Part, body};
use draft::capitalised;
use opening::{Head, Opening};
use serde::Serialize;
use vitae_facts::{Anatomy, Level, Metric, MetricKind, OpenerStrength, anatomy};
use vitae_pack::{Pack, PhraseList};
use wording::wording;
use words::Words;

/// From this strength on a line is left alone.
const STRONG_ENOUGH: u8 = 48;
/// The same for a line with a figure that stands for itself.
const WITH_FIGURE: u8 = 40;
/// A longer line is no bullet, and is left alone.
const MOST_BYTES: usize = 2_000;
/// A line of more words is split.
const MOST_WORDS: u32 = 32;

/// Numbers that size nothing (versions, standards): from so many on a line is about these.
const MOST_LABELS: usize = 4;

/// What a version is for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VersionKind {
    /// Says how much.
    Figures,
    /// Says what became different, where figures may not be published or are not known.
    WithoutFigures,
    /// Says what was weighed.
    Decision,
    /// Two lines instead of a long one.
    Split,
}

/// A better line.
#[derive(Clone, Debug)]
pub struct Version {
    /// What it is for.
    pub kind: VersionKind,
    /// The line in parts; more than one where it was split.
    pub drafts: Vec<Draft>,
    /// What it says with its slots; lines are parted by a line break.
    pub text: String,
    /// Why it is stronger, most important first.
    pub why: Vec<String>,
    /// When it may be used; none for always.
    pub only_if: Option<&'static str>,
    /// Strength with nothing answered.
    pub strength: u8,
    /// Strength with answers of the kind that is asked for.
    pub reach: u8,
}

impl Version {
    /// Its slots in order.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        self.drafts.iter().flat_map(Draft::slots).collect()
    }

    /// The line with answers, one for each slot in order.
    #[must_use]
    pub fn filled(&self, answers: &[Option<String>]) -> String {
        let mut next = 0;
        let mut lines = Vec::new();
        for draft in &self.drafts {
            let count = draft.slots().len();
            lines.push(draft.filled(answers.get(next..).unwrap_or_default()));
            next += count;
        }
        lines.join("\n")
    }
}

/// A line with what could stand in its place.
#[derive(Clone, Debug)]
pub struct Rewritten {
    /// The line as it is.
    pub before: String,
    /// Its strength, 0 to 100.
    pub strength: u8,
    /// Better lines, best first; none where no rewrite is safe.
    pub versions: Vec<Version>,
    /// What to ask where there is no version.
    pub questions: Vec<Slot>,
    /// Versions that the guard refused; they are not shown, and kept to be counted.
    pub refused: Vec<String>,
}

/// What holds for every line of an entry.
pub struct Lines<'a> {
    pack: &'a Pack,
    guard: &'a Prepared<'a>,
    level: Level,
    tense: Tense,
}

impl<'a> Lines<'a> {
    /// Lines of the entry that `guard` was made of.
    #[must_use]
    pub fn new(pack: &'a Pack, guard: &'a Prepared<'a>, level: Level, tense: Tense) -> Self {
        Self { pack, guard, level, tense }
    }

    /// Whether the line could be stronger.
    #[must_use]
    pub fn is_weak(anatomy: &Anatomy) -> bool {
        let shares = |metric: &Metric| {
            metric.change.is_none()
                && matches!(metric.kind, MetricKind::Percent | MetricKind::Multiplier)
        };
        let open = !anatomy.metrics.is_empty() && anatomy.metrics.iter().all(shares);
        let least = match (open, anatomy.metrics.is_empty()) {
            (true, _) => 64,
            (false, true) => STRONG_ENOUGH,
            (false, false) => WITH_FIGURE,
        };
        anatomy.strength < least
            || anatomy.opener.strength <= OpenerStrength::Weak && anatomy.strength < 60
            || anatomy.words > MOST_WORDS
    }

    /// Better lines for `text`; none where it is strong as it is, or is no line.
    #[must_use]
    pub fn rewrite(&self, text: &str) -> Option<Rewritten> {
        let text = text.trim();
        if text.len() > MOST_BYTES {
            return None;
        }
        let facts = anatomy(text, self.pack);
        if !Self::is_weak(&facts) || facts.words < 2 {
            return None;
        }
        let words = Words::new(text, self.pack);
        let kind = wording().kind_of(&words.tokens)?;
        let line = Line { words: &words, anatomy: &facts, kind, level: self.level };
        let mut rewritten = Rewritten {
            before: text.to_owned(),
            strength: facts.strength,
            versions: Vec::new(),
            questions: Vec::new(),
            refused: Vec::new(),
        };
        for version in self.versions(&line) {
            let shown = rewritten.versions.iter().any(|other| other.text == version.text);
            if shown || !self.is_better(&version, &facts, text) {
                continue;
            }
            if self.guard.judge(&version.text).is_ok() {
                rewritten.versions.push(version);
            } else {
                rewritten.refused.push(version.text);
            }
        }
        if rewritten.versions.is_empty() {
            // A line that shows something is not asked for everything again.
            if facts.outcome.is_some() || facts.strength >= 36 {
                return None;
            }
            rewritten.questions = line.questions();
        }
        Some(rewritten)
    }

    fn versions(&self, line: &Line<'_, '_>) -> Vec<Version> {
        let words = line.words;
        // A line about version numbers, or about several things, has no act to start from.
        let labels =
            line.anatomy.other_numbers.len() >= MOST_LABELS && line.anatomy.outcome.is_none();
        let facts = line.anatomy.metrics.len() + line.anatomy.skills.len();
        let vague = line.anatomy.vague.len() > if facts == 0 { 1 } else { 3 };
        if labels || vague || is_several_sentences(words) {
            return Vec::new();
        }
        let opening = Opening { words, tense: self.tense };
        let mut versions = Vec::new();
        for head in opening.heads() {
            let fronted = self.fronted(line, &head);
            let has_front = fronted.is_some();
            versions.extend(fronted);
            // A long line as it is, only longer, helps nobody.
            if line.anatomy.words > MOST_WORDS && head.why.is_empty() {
                continue;
            }
            let mut kinds = vec![VersionKind::Figures, VersionKind::WithoutFigures];
            kinds.retain(|_| !has_front);
            if line.may_decide(&head) {
                kinds.push(VersionKind::Decision);
            }
            versions.extend(kinds.into_iter().filter_map(|kind| self.version(line, &head, kind)));
        }
        versions.extend(self.split(line, &opening));
        versions
    }

    /// The line in its own order.
    fn version(&self, line: &Line<'_, '_>, head: &Head<'_>, kind: VersionKind) -> Option<Version> {
        let words = line.words;
        let to = if head.closed || head.until.is_some() { head.end(words) } else { words.len() };
        let mut inserts = line.inserts(head, kind);
        if head.closed {
            inserts.iter_mut().for_each(|(at, _)| *at = head.rest);
        }
        let Body { draft, left_out, counts } = body(
            words,
            Part {
                from: head.rest,
                to,
                count: kind == VersionKind::Figures,
                acts: head.acts_follow.map(|form| (form, self.tense)),
            },
            inserts,
        );
        let mut whole = head.draft.clone();
        whole.extend(draft);
        let amounts = left_out.iter().filter(|phrase| is_amount(phrase)).count();
        if amounts > 1 || self.says_nothing(line, head, &whole) {
            return None;
        }
        let mut why = head.why.clone();
        why.extend(left_out_reason(&left_out));
        why.extend(asked_reason(&whole, counts, kind));
        Some(self.weighed(kind, vec![whole], why, head.only_if))
    }

    /// The line with its result in front.
    fn fronted(&self, line: &Line<'_, '_>, head: &Head<'_>) -> Option<Version> {
        let words = line.words;
        let verb = head.verb.filter(|_| !head.draft.asks() && !head.closed)?;
        let front = result::front(words, line.anatomy, head.rest)?;
        let mut whole = front.draft;
        if front.open {
            whole.ask(line.before());
        }
        whole.words(format!("by {}", verb.gerund));
        let moved = head.moved.iter().map(|moved| (front.start, Insert::Words(moved.clone())));
        let Body { draft, left_out, .. } = body(
            words,
            Part { from: head.rest, to: front.start, count: false, acts: None },
            moved.collect(),
        );
        whole.extend(draft);
        // A second act of the head would stay in the past.
        if head.draft.fixed_words() > 1 || self.is_hollow(&whole) {
            return None;
        }
        let mut why = vec![
            "opens with the result, which stood at the end, and says how behind `by`".to_owned(),
        ];
        why.extend(head.why.iter().cloned());
        why.extend(left_out_reason(&left_out));
        Some(self.weighed(VersionKind::Figures, vec![whole], why, head.only_if))
    }

    /// Two lines instead of a long one, parted where a second act begins.
    fn split(&self, line: &Line<'_, '_>, opening: &Opening<'_, '_>) -> Option<Version> {
        let words = line.words;
        if line.anatomy.words <= MOST_WORDS {
            return None;
        }
        let head = opening.heads().into_iter().find(|head| !head.closed && !head.draft.asks())?;
        let acts = |at: &usize| {
            let link = at + usize::from(words.stop(*at));
            let link = link + usize::from(words.is_any(link, &["and", "then"]));
            let past = words.verb(link).is_some_and(|(_, form)| form == words::Form::Past);
            link > *at && past && !words.preposition(link + 1) && !words.is(link + 1, "by")
        };
        let at = (head.rest + 6..words.len().saturating_sub(6)).find(acts)?;
        let mut second_start = at + usize::from(words.stop(at));
        second_start += usize::from(words.is_any(second_start, &["and", "then"]));
        let first =
            body(words, Part { from: head.rest, to: at, count: false, acts: None }, Vec::new());
        let second = body(
            words,
            Part { from: second_start, to: words.len(), count: false, acts: None },
            Vec::new(),
        );
        let mut whole = head.draft.clone();
        whole.extend(first.draft);
        let mut why = vec![format!(
            "two lines, each with one act, instead of {} words in one (limit {MOST_WORDS})",
            line.anatomy.words
        )];
        why.extend(head.why.iter().cloned());
        let left_out: Vec<String> = first.left_out.into_iter().chain(second.left_out).collect();
        why.extend(left_out_reason(&left_out));
        Some(self.weighed(VersionKind::Split, vec![whole, second.draft], why, head.only_if))
    }

    fn weighed(
        &self,
        kind: VersionKind,
        drafts: Vec<Draft>,
        why: Vec<String>,
        only_if: Option<&'static str>,
    ) -> Version {
        let strength = |text: String| anatomy(&text, self.pack).strength;
        let best = |of: &dyn Fn(&Draft) -> String| {
            drafts.iter().map(|draft| strength(of(draft))).max().unwrap_or(0)
        };
        let text = drafts.iter().map(Draft::text).collect::<Vec<_>>().join("\n");
        Version {
            kind,
            text,
            why,
            only_if,
            strength: best(&Draft::neutral),
            reach: best(&Draft::sample),
            drafts,
        }
    }

    /// At least as strong with nothing answered, stronger with answers, and another line.
    fn is_better(&self, version: &Version, before: &Anatomy, text: &str) -> bool {
        let same = version.text.trim_end_matches('.') == capitalised(text.trim_end_matches('.'));
        let split = version.kind == VersionKind::Split && version.strength >= before.strength;
        !same && version.strength >= before.strength && (version.reach > before.strength || split)
    }

    /// Too little of the line's own words is left to stand on: what was done must be asked first.
    fn says_nothing(&self, line: &Line<'_, '_>, head: &Head<'_>, whole: &Draft) -> bool {
        let fixed = whole.fixed_words();
        let plural = line.words.plural(result::end_of(line.words).wrapping_sub(1));
        let short = fixed < 2 && !(fixed == 1 && plural && head.draft.asks());
        short || self.is_hollow(whole) || line.is_about_nothing(head)
    }

    /// Nothing stays but words that anybody can say.
    fn is_hollow(&self, draft: &Draft) -> bool {
        let text = draft.neutral();
        let tokens = vitae_text::tokenize(&text);
        let boast = self.pack.phrases(PhraseList::Buzzword).find_all(&tokens).count()
            + self.pack.phrases(PhraseList::VagueObject).find_all(&tokens).count();
        boast > 0
    }
}

fn is_amount(phrase: &str) -> bool {
    let tokens = vitae_text::tokenize(phrase);
    wording().leave(&tokens).is_some_and(|(kind, _)| kind == wording::Leave::Amount)
}

/// `Developed APIs. Developed services.`: no line, but several.
fn is_several_sentences(words: &Words<'_>) -> bool {
    let end = result::end_of(words);
    (0..end).filter(|at| words.is(*at, ".") && words.stop(*at)).count() > 1
}

fn left_out_reason(left_out: &[String]) -> Option<String> {
    let mut seen: Vec<&str> = Vec::new();
    for phrase in left_out {
        if !seen.iter().any(|other| other.eq_ignore_ascii_case(phrase)) {
            seen.push(phrase);
        }
    }
    let shown: Vec<String> = seen.iter().take(3).map(|phrase| format!("`{phrase}`")).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    (!shown.is_empty())
        .then(|| format!("leaves out {}, which anybody could say", words::joined(&shown)))
}

/// What the slots of a line add.
fn asked_reason(draft: &Draft, counts: bool, kind: VersionKind) -> Vec<String> {
    let slots = draft.slots();
    let numbers = slots.iter().any(|slot| slot.form == Form::Number);
    let mut why = Vec::new();
    match kind {
        VersionKind::Figures if numbers => {
            why.push("asks how much: a figure can be checked, an adjective cannot".to_owned())
        }
        VersionKind::WithoutFigures => {
            why.push("asks what became different, without a figure".to_owned())
        }
        VersionKind::Decision => {
            why.push("asks what was weighed: that is what a senior line shows".to_owned())
        }
        _ if counts => why.push("asks how many".to_owned()),
        _ => {}
    }
    if slots.iter().any(|slot| slot.label == "what you changed") {
        why.push("asks how, so that the effect is yours".to_owned());
    }
    why
}
