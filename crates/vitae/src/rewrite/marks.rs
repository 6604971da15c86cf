//! Which words of a line went and which are new: two lines in, a flag for each of their words out.

/// Words of `before` and of `after`, each with whether the other line lacks it. Case and marks at the
/// end are no difference.
pub(super) fn changed<'a>(before: &'a str, after: &'a str) -> [Vec<(&'a str, bool)>; 2] {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    if old.len() * new.len() > MOST_CELLS {
        let all = |words: Vec<&'a str>| words.into_iter().map(|word| (word, false)).collect();
        return [all(old), all(new)];
    }
    let same = |one: &str, other: &str| key(one) == key(other);
    // Lengths of the longest common rest from each pair of words on.
    let mut rest = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            rest[at][other] = if same(old[at], new[other]) {
                rest[at + 1][other + 1] + 1
            } else {
                rest[at + 1][other].max(rest[at][other + 1])
            };
        }
    }
    let mut flags: [Vec<(&str, bool)>; 2] = Default::default();
    let (mut at, mut other) = (0, 0);
    while at < old.len() || other < new.len() {
        if at < old.len() && other < new.len() && same(old[at], new[other]) {
            flags[0].push((old[at], false));
            flags[1].push((new[other], false));
            (at, other) = (at + 1, other + 1);
        } else if other == new.len() || at < old.len() && rest[at + 1][other] >= rest[at][other + 1]
        {
            flags[0].push((old[at], true));
            at += 1;
        } else {
            flags[1].push((new[other], true));
            other += 1;
        }
    }
    flags
}

/// Longer lines are shown without marks.
const MOST_CELLS: usize = 40_000;

fn key(word: &str) -> String {
    word.trim_matches(|ch: char| ch.is_ascii_punctuation() && !"%+#$".contains(ch)).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_marked() {
        let [old, new] =
            changed("Responsible for maintaining the robust API.", "Maintained the API, and left");
        let marked = |words: &[(&str, bool)]| {
            words
                .iter()
                .filter(|(_, marked)| *marked)
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(marked(&old), "Responsible for maintaining robust");
        assert_eq!(marked(&new), "Maintained and left");
    }
}
