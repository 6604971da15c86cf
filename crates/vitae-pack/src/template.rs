//! Phrases with alternatives come in, every phrase that they stand for goes out: `(set|sets) the tone`
//! is two phrases, `mentor~` is `mentor`, `mentors`, `mentored` and `mentoring`.

/// Gives `each` every phrase of `template`. `(a|b)` stands for either, `(a|)` may be missing, and a
/// word that ends in `~` is a regular verb in all its forms.
pub(crate) fn expand(template: &str, each: &mut dyn FnMut(String)) {
    step(String::new(), template, each);
}

/// `done` is expanded already; `rest` opens with a bracket, a verb or plain words.
fn step(done: String, rest: &str, each: &mut dyn FnMut(String)) {
    let Some(at) = rest.find(['(', '~']) else {
        each(done + rest);
        return;
    };
    let (before, special) = rest.split_at(at);
    if let Some(after) = special.strip_prefix('~') {
        let word = before.rfind(' ').map_or(0, |space| space + 1);
        for form in forms(&before[word..]) {
            step(format!("{done}{}{form}", &before[..word]), after, each);
        }
        return;
    }
    let (options, after) = special[1..].split_once(')').unwrap_or((&special[1..], ""));
    for option in options.split('|') {
        step(format!("{done}{before}{option}"), after, each);
    }
}

/// Base, third person, past and gerund of a regular verb that doubles no letter.
fn forms(base: &str) -> [String; 4] {
    let (stem, [third, past, gerund]) = if let Some(stem) = base.strip_suffix('e') {
        (stem, ["es", "ed", "ing"])
    } else if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel)) {
        (stem, ["ies", "ied", "ying"])
    } else if base.ends_with(['s', 'x', 'z', 'h']) {
        (base, ["es", "ed", "ing"])
    } else {
        (base, ["s", "ed", "ing"])
    };
    [base.to_owned(), stem.to_owned() + third, stem.to_owned() + past, stem.to_owned() + gerund]
}

fn is_vowel(ch: char) -> bool {
    matches!(ch, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::expand;

    fn all(template: &str) -> Vec<String> {
        let mut found = Vec::new();
        expand(template, &mut |phrase| found.push(phrase));
        found
    }

    #[test]
    fn brackets_and_verbs_stand_for_all_their_forms() {
        assert_eq!(all("on call"), ["on call"]);
        assert_eq!(all("under (the|) watch"), ["under the watch", "under  watch"]);
        assert_eq!(all("coach~ two"), ["coach two", "coaches two", "coached two", "coaching two"]);
        assert_eq!(all("apply~"), ["apply", "applies", "applied", "applying"]);
        assert_eq!(all("guide~ (a|b)").len(), 8);
        assert_eq!(all("(open"), ["open"]);
    }
}
