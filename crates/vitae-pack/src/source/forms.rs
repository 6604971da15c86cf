//! English verb forms: past, participle, third person and gerund of a regular verb.

/// `(past, participle, third person, gerund)` of a regular verb. `doubles` is for verbs of more
/// than one syllable whose last is stressed (`refer`, `commit`); short ones are found by shape.
pub(super) fn regular(base: &str, doubles: bool) -> [String; 4] {
    let stem = base.strip_suffix('e');
    let doubled = if doubles || is_short_and_closed(base) { base.chars().last() } else { None };
    let past = match (ends_in_consonant_y(base), stem) {
        (true, _) => format!("{}ied", &base[..base.len() - 1]),
        (false, Some(stem)) => format!("{stem}ed"),
        (false, None) => with_doubled(base, doubled, "ed"),
    };
    let third = if ends_in_consonant_y(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    };
    let gerund = match stem {
        Some(stem) if !["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) => {
            format!("{stem}ing")
        }
        _ => with_doubled(base, doubled, "ing"),
    };
    [past.clone(), past, third, gerund]
}

fn with_doubled(base: &str, doubled: Option<char>, ending: &str) -> String {
    let mut form = base.to_owned();
    form.extend(doubled);
    form.push_str(ending);
    form
}

fn is_vowel(ch: char) -> bool {
    matches!(ch, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_in_consonant_y(base: &str) -> bool {
    let mut back = base.chars().rev();
    back.next() == Some('y') && back.next().is_some_and(|ch| !is_vowel(ch))
}

/// One syllable that ends in consonant, vowel, consonant: `ship`, `plan`, `cut`.
fn is_short_and_closed(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let [.., before, vowel, last] = letters[..] else { return false };
    let groups = letters.split(|ch| !is_vowel(*ch) && *ch != 'y').filter(|g| !g.is_empty()).count();
    groups == 1 && !is_vowel(before) && is_vowel(vowel) && !is_vowel(last) && !"wxy".contains(last)
}

#[cfg(test)]
mod tests {
    use super::regular;

    #[test]
    fn regular_verbs_double_drop_and_turn_as_english_does() {
        let cases = [
            ("ship", false, "shipped", "ships", "shipping"),
            ("plan", false, "planned", "plans", "planning"),
            ("carry", false, "carried", "carries", "carrying"),
            ("debug", true, "debugged", "debugs", "debugging"),
            ("reduce", false, "reduced", "reduces", "reducing"),
            ("deploy", false, "deployed", "deploys", "deploying"),
            ("fix", false, "fixed", "fixes", "fixing"),
            ("oversee", false, "overseed", "oversees", "overseeing"),
            ("launch", false, "launched", "launches", "launching"),
            ("own", false, "owned", "owns", "owning"),
            ("clean", false, "cleaned", "cleans", "cleaning"),
        ];
        for (base, doubles, past, third, gerund) in cases {
            let forms = regular(base, doubles);
            assert_eq!(forms, [past, past, third, gerund]);
        }
    }
}
