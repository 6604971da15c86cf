//! Words without their endings. `stem` takes inflection and spelling off (`authorised` and
//! `authorize`), `family` derivation as well (`authorisation`). Word in, lookup key out.

use vitae_text::fold_key;

/// Longest word that is stemmed; a longer one is its own stem.
const LONGEST: usize = 32;

/// A word's letters in small ASCII, shortened in place.
struct Letters {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Letters {
    fn new(word: &str) -> Option<Self> {
        let ok = word.len() <= LONGEST
            && word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'');
        if !ok || word.is_empty() {
            return None;
        }
        let mut bytes = [0; LONGEST];
        for (to, from) in bytes.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        Some(Self { bytes, len: word.len() })
    }

    fn all(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn ends(&self, tail: &str) -> bool {
        self.all().ends_with(tail.as_bytes())
    }

    /// Takes `tail` off where at least `keep` letters stay.
    fn strip(&mut self, tail: &str, keep: usize) -> bool {
        let strips = self.ends(tail) && self.len >= tail.len() + keep;
        if strips {
            self.len -= tail.len();
        }
        strips
    }

    fn push(&mut self, tail: &str) {
        for byte in tail.bytes().take(LONGEST - self.len) {
            self.bytes[self.len] = byte;
            self.len += 1;
        }
    }

    fn has_vowel(&self, cut: usize) -> bool {
        self.all()[..self.len - cut].iter().any(|byte| b"aeiouy".contains(byte))
    }

    fn key(&self) -> u64 {
        fold_key(std::str::from_utf8(self.all()).unwrap_or_default())
    }
}

/// Keys of a word: without inflection, and without derivation.
pub(super) fn keys(word: &str) -> (u64, u64) {
    let Some(mut letters) = Letters::new(word) else {
        let key = fold_key(word);
        return (key, key);
    };
    inflection(&mut letters);
    let stem = letters.key();
    derivation(&mut letters);
    (stem, letters.key())
}

/// Key of a word without inflection.
pub(super) fn stem(word: &str) -> u64 {
    keys(word).0
}

/// Takes off plural, past, gerund and the differences of British and American spelling.
fn inflection(word: &mut Letters) {
    let _ = word.strip("'s", 2) || word.strip("'", 2);
    let short = word.len <= 3;
    if !short {
        plural(word);
    }
    if word.ends("ied") && word.len > 4 {
        word.len -= 3;
        word.push("y");
    } else {
        for tail in ["ed", "ing"] {
            let rest = word.len.saturating_sub(tail.len());
            if rest >= 2 && word.ends(tail) && word.has_vowel(tail.len()) && !word.ends("eed") {
                word.len = rest;
                // `noted` is of `note`, as `note` keeps its `e`: short words are too alike without.
                if is_short_and_open(word.all()) {
                    word.push("e");
                }
                break;
            }
        }
    }
    if word.len > 4 {
        word.strip("e", 2);
    }
    spelling(word);
    let doubled = word.len > 3
        && word.bytes[word.len - 1] == word.bytes[word.len - 2]
        && !b"aeiou".contains(&word.bytes[word.len - 1]);
    if doubled {
        word.len -= 1;
    }
    if word.len > 2 && word.bytes[word.len - 1] == b'y' {
        word.bytes[word.len - 1] = b'i';
    }
}

/// Three letters, a vowel between two consonants that are not doubled in `-ed`.
fn is_short_and_open(word: &[u8]) -> bool {
    let vowel = |byte: &u8| b"aeiou".contains(byte);
    matches!(word, [a, b, c] if !vowel(a) && vowel(b) && !vowel(c) && !b"wxy".contains(c))
}

fn plural(word: &mut Letters) {
    if word.ends("ies") && word.len > 4 {
        word.len -= 3;
        word.push("y");
    } else if ["sses", "xes", "ches", "shes", "zzes", "oes"].iter().any(|tail| word.ends(tail)) {
        word.len -= 2;
    } else if word.ends("s") && !["ss", "us", "is"].iter().any(|tail| word.ends(tail)) {
        word.len -= 1;
    }
}

fn spelling(word: &mut Letters) {
    if word.len > 5 && word.ends("is") || word.len > 4 && word.ends("ys") {
        word.bytes[word.len - 1] = b'z';
    } else if word.len > 4 && word.strip("our", 2) {
        word.push("or");
    } else if word.len > 5 && word.strip("ogu", 3) {
        word.push("og");
    } else if word.len == 5 && word.strip("centr", 0) {
        word.push("center");
    }
    // `isation`, `ising`: inside what derivation takes off.
    if word.strip("isation", 3) {
        word.push("ization");
    }
}

/// Takes off the endings that make nouns and adjectives of verbs.
fn derivation(word: &mut Letters) {
    if word.all() == b"customer" || word.all() == b"number" || word.all() == b"computer" {
        return;
    }
    if word.strip("li", 4) {
        word.strip("al", 6);
    }
    if ["val", "wal", "sal"].iter().any(|tail| word.ends(tail)) && word.len > 6 {
        word.len -= 2;
    }
    if word.ends("ional") {
        word.len -= 2;
    }
    if word.strip("abiliti", 3) {
        word.push("abl");
    } else if word.strip("iti", 5) || word.strip("ment", 5) || word.strip("nes", 4) {
    } else if !(word.strip("ation", 4) || word.strip("ion", 4)) {
        let _ = word.strip("er", 4) || word.strip("or", 4) || word.strip("anc", 5);
    }
    word.strip("ic", 6);
    word.strip("at", 4);
    word.strip("e", 4);
    if word.strip("ific", 2) {
        word.push("ifi");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_its_stem() {
        for forms in [
            "create creates created creating",
            "plan plans planned planning",
            "call calls called calling",
            "authorise authorize authorised authorizing",
            "catalogue catalog catalogs",
            "process processes processed",
            "apply applies applied applying",
            "behaviour behavior",
            "note notes noted noting",
            "fix fixes fixed fixing",
            "cache caches cached caching",
            "own owned owning",
            "programme program programs",
        ] {
            let mut forms = forms.split(' ');
            let first = stem(forms.next().unwrap());
            forms.for_each(|form| assert_eq!(stem(form), first, "{form}"));
        }
        assert_ne!(stem("string"), stem("str"));
        assert_ne!(stem("notes"), stem("not"));
        assert_ne!(stem("site"), stem("sit"));
        assert_ne!(stem("production"), stem("product"));
    }

    #[test]
    fn derived_words_share_their_family() {
        for forms in [
            "migrate migration migrating",
            "reserve reservation",
            "authorise authorization authorisation",
            "develop development developer",
            "automate automatic automatically automation",
            "available availability",
            "notify notification",
            "replicate replication",
            "create creation creator",
            "calculate calculator",
        ] {
            let mut forms = forms.split(' ');
            let first = keys(forms.next().unwrap()).1;
            forms.for_each(|form| assert_eq!(keys(form).1, first, "{form}"));
        }
        assert_ne!(keys("customer").1, keys("custom").1);
    }
}
