//! Texts with slots: `‹p95 before|900 ms›` asks for a fact that only the person has. What stands
//! behind the bar is a made-up filling: it shows how the text might read, always inside of a slot, and
//! lets a test measure the text as if it were filled.

use serde::{Deserialize, Serialize, Serializer};

const OPEN: char = '‹';
const CLOSE: char = '›';
/// A slot asks for one fact; what is longer is a sentence.
const LONGEST: usize = 90;

/// A text with slots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Pattern(String);

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.shown())
    }
}

impl Pattern {
    /// Nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a person sees it: `‹p95 before›`.
    #[must_use]
    pub fn shown(&self) -> String {
        self.with_slots(|question, _| format!("{OPEN}{question}{CLOSE}"))
    }

    /// With every slot filled neutrally; a slot without a filling holds its own words.
    #[must_use]
    pub fn filled(&self) -> String {
        self.with_slots(|question, filling| filling.unwrap_or(question).to_owned())
    }

    /// How it might read, each filling still marked as a slot: `‹900 ms›`. None where a slot has no
    /// filling, or there is no slot.
    #[must_use]
    pub fn example(&self) -> Option<String> {
        let slots = self.0.split(OPEN).skip(1);
        let complete = self.has_slot() && slots.into_iter().all(|slot| slot.contains('|'));
        let write = |_: &str, filling: Option<&str>| {
            format!("{OPEN}{}{CLOSE}", filling.unwrap_or_default())
        };
        complete.then(|| self.with_slots(write))
    }

    /// What stands outside of slots, each slot as a `…`.
    #[must_use]
    pub fn fixed(&self) -> String {
        self.with_slots(|_, _| "…".to_owned())
    }

    /// Whether it has a slot.
    #[must_use]
    pub fn has_slot(&self) -> bool {
        self.0.contains(OPEN)
    }

    fn with_slots(&self, write: impl Fn(&str, Option<&str>) -> String) -> String {
        let mut out = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, behind)) = rest.split_once(OPEN) {
            out.push_str(before);
            let (slot, after) = behind.split_once(CLOSE).unwrap_or((behind, ""));
            let (question, filling) = match slot.split_once('|') {
                Some((question, filling)) => (question, Some(filling)),
                None => (slot, None),
            };
            out.push_str(&write(question.trim(), filling.map(str::trim)));
            rest = after;
        }
        out + rest
    }
}

/// What is wrong with the slots of a file, with the line of each mistake.
pub(crate) fn mistakes(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let mut open: Option<usize> = None;
        for (at, ch) in line.char_indices() {
            match (ch, open) {
                (OPEN, Some(_)) => found.push((number, "a slot opens inside a slot".to_owned())),
                (OPEN, None) => open = Some(at + ch.len_utf8()),
                (CLOSE, None) => {
                    found.push((number, format!("`{CLOSE}` closes a slot that was not opened")));
                }
                (CLOSE, Some(start)) => {
                    found.extend(fault(&line[start..at]).map(|fault| (number, fault)));
                    open = None;
                }
                _ => {}
            }
        }
        if open.is_some() {
            found.push((number, format!("a slot must close with `{CLOSE}` on its own line")));
        }
    }
    found
}

/// What is wrong with what stands in one slot.
fn fault(slot: &str) -> Option<String> {
    let mut parts = slot.split('|');
    let question = parts.next().unwrap_or("").trim();
    let filling = parts.next();
    let length = question.chars().count();
    if question.is_empty() {
        return Some("a slot must say which fact it asks for".to_owned());
    }
    if length > LONGEST {
        return Some(format!("a slot has {length} characters (limit {LONGEST}): `{question}`"));
    }
    if filling.is_some_and(|filling| filling.trim().is_empty()) || parts.next().is_some() {
        return Some(format!("a slot is `‹question›` or `‹question|filling›`, not `{slot}`"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_shown_without_its_filling_and_measured_with_it() {
        let text = Pattern("Cut p95 from ‹before|900 ms› to ‹after› in Go".to_owned());
        assert_eq!(text.shown(), "Cut p95 from ‹before› to ‹after› in Go");
        assert_eq!(text.filled(), "Cut p95 from 900 ms to after in Go");
        assert_eq!(text.fixed(), "Cut p95 from … to … in Go");
        assert_eq!(text.example(), None, "one slot has no filling");
        let whole = Pattern("Cut p95 from ‹before|900 ms›".to_owned());
        assert_eq!(whole.example().as_deref(), Some("Cut p95 from ‹900 ms›"));
    }

    #[test]
    fn broken_slots_are_named_with_their_line() {
        let lines =
            "a = \"‹x›\"\nb = \"‹x\"\nc = \"x›\"\nd = \"‹a ‹b››\"\ne = \"‹ ›\"\nf = \"‹a|›\"\n";
        let at: Vec<usize> = mistakes(lines).into_iter().map(|(line, _)| line).collect();
        assert_eq!(at, [2, 3, 4, 4, 5, 6]);
    }
}
