//! Draws `packs/level-words.toml` from lines whose level is known (`fixtures/levels/lines.jsonl`, all
//! written for this project): a logistic regression over words and pairs of words, whose largest
//! weights are kept and rounded to sixteenths.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use vitae_text::{TokenKind, tokenize};

const LINES: &str = "fixtures/levels/lines.jsonl";
const PACK: &str = "packs/level-words.toml";

/// `none` marks lines that say nothing of a level; it is learned and not kept.
const CLASSES: [&str; 6] = ["entry", "mid", "senior", "staff", "principal", "none"];
const LEVELS: usize = 5;

/// Words of fewer lines are left out: they say more about the line than about the level.
const FEWEST_LINES: usize = 3;

/// So many words are kept, those with the largest weights.
const KEPT: usize = 1_600;

const ROUNDS: usize = 300;
const STEP: f64 = 0.5;
/// How much large weights cost; over all lines.
const SHRINK: f64 = 1.0;

/// A line: the numbers of its words, and its class.
struct Example {
    words: Vec<usize>,
    class: usize,
}

pub(crate) fn write() -> Result<()> {
    let text = fs::read_to_string(LINES).with_context(|| LINES.to_owned())?;
    let (names, examples) = examples(&text)?;
    let (base, weights) = train(names.len(), &examples);
    let centred = |row: &[f64; CLASSES.len()]| {
        let mean = row[..LEVELS].iter().sum::<f64>() / LEVELS as f64;
        std::array::from_fn::<i8, LEVELS, _>(|level| ((row[level] - mean) * 16.0).round() as i8)
    };
    let mut kept: Vec<(&str, [i8; LEVELS])> =
        (names.iter().zip(&weights)).map(|(name, row)| (name.as_str(), centred(row))).collect();
    let size = |row: &[i8; LEVELS]| row.iter().map(|weight| weight.unsigned_abs()).max();
    kept.sort_by(|a, b| size(&b.1).cmp(&size(&a.1)).then(a.0.cmp(b.0)));
    kept.truncate(KEPT);
    kept.sort_by_key(|(name, _)| *name);
    fs::write(PACK, file(&centred(&base), &kept, examples.len())?)?;
    println!("{PACK}: {} words from {} lines", kept.len(), examples.len());
    Ok(())
}

/// The words that are looked at, and the lines as numbers of words.
fn examples(text: &str) -> Result<(Vec<String>, Vec<Example>)> {
    let mut lines: Vec<(BTreeSet<String>, usize)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line: serde_json::Value =
            serde_json::from_str(line).with_context(|| format!("{LINES}:{}", at + 1))?;
        let class = CLASSES.iter().position(|class| line["level"] == *class);
        let class = class.with_context(|| format!("{LINES}:{}: unknown level", at + 1))?;
        lines.push((words(line["text"].as_str().unwrap_or_default()), class));
    }
    let names = names_in(text);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let tells =
        |word: &&String| word.split(' ').all(|part| !WHO.contains(&part) && !names.contains(part));
    for word in lines.iter().flat_map(|(words, _)| words).filter(tells) {
        *counts.entry(word).or_default() += 1;
    }
    let names: Vec<String> = (counts.into_iter())
        .filter(|(_, count)| *count >= FEWEST_LINES)
        .map(|(word, _)| word.to_owned())
        .collect();
    let number = |word: &String| names.binary_search(word).ok();
    let examples = lines.iter().map(|(words, class)| Example {
        words: words.iter().filter_map(number).collect(),
        class: *class,
    });
    let examples = examples.collect();
    Ok((names, examples))
}

/// Words that say who or where somebody is, and nothing of the work.
const WHO: [&str; 24] = [
    "he",
    "she",
    "his",
    "her",
    "him",
    "hers",
    "himself",
    "herself",
    "man",
    "men",
    "woman",
    "women",
    "mother",
    "father",
    "wife",
    "husband",
    "girl",
    "boy",
    "university",
    "college",
    "school",
    "faculty",
    "alumni",
    "diploma",
];

/// Names of technologies, people, places and firms, so that none of them weighs anything: skills of the
/// pack, and what is mostly written with a capital inside of lines.
fn names_in(text: &str) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        let line = line["text"].as_str().unwrap_or_default();
        let tokens = tokenize(line);
        for (at, token) in tokens.iter().enumerate().filter(|(_, it)| it.kind == TokenKind::Word) {
            let word = token.range.of(line);
            let begins =
                at == 0 || tokens[at - 1].range.of(line).ends_with(['.', ':', ';', '!', '?']);
            if !begins && word != "I" {
                let capital = word.starts_with(char::is_uppercase);
                seen.entry(word.to_lowercase()).or_default()[usize::from(capital)] += 1;
            }
        }
    }
    let pack = vitae_pack::Pack::builtin();
    let is_skill = |word: &str| {
        pack.skills()
            .longest(&tokenize(word))
            .is_some_and(|found| !pack.skill(found.value).ambiguous)
    };
    (seen.into_iter())
        .filter(|(word, [small, capital])| capital > small || *capital > 0 && is_skill(word))
        .map(|(word, _)| word)
        .collect()
}

/// Words and pairs of a line, as `vitae_pack::WordKeys` sees them.
fn words(line: &str) -> BTreeSet<String> {
    let tokens = tokenize(line);
    let words: Vec<String> = (tokens.iter())
        .filter_map(|token| match token.kind {
            TokenKind::Word => Some(token.range.of(line).to_lowercase().replace('\u{2019}', "'")),
            TokenKind::Number => Some("#".to_owned()),
            TokenKind::Symbol => None,
        })
        .collect();
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    pairs.chain(words.iter().cloned()).collect()
}

type Row = [f64; CLASSES.len()];

/// Weights by steepest descent, each weight with a step of its own (Adagrad).
fn train(words: usize, examples: &[Example]) -> (Row, Vec<Row>) {
    let (mut base, mut weights) = (Row::default(), vec![Row::default(); words]);
    let (mut base_seen, mut seen) = (Row::default(), vec![Row::default(); words]);
    for _ in 0..ROUNDS {
        let mut base_slope = Row::default();
        let mut slopes: Vec<Row> =
            weights.iter().map(|row| row.map(|weight| weight * SHRINK)).collect();
        for example in examples {
            let mut said = base;
            for word in &example.words {
                said.iter_mut().zip(weights[*word]).for_each(|(said, weight)| *said += weight);
            }
            let most = said.iter().copied().fold(f64::MIN, f64::max);
            let mut odds = said.map(|said| (said - most).exp());
            let all: f64 = odds.iter().sum();
            odds.iter_mut().for_each(|odds| *odds /= all);
            odds[example.class] -= 1.0;
            for word in &example.words {
                slopes[*word].iter_mut().zip(odds).for_each(|(slope, odds)| *slope += odds);
            }
            base_slope.iter_mut().zip(odds).for_each(|(slope, odds)| *slope += odds);
        }
        step(&mut base, &mut base_seen, &base_slope);
        for ((row, seen), slope) in weights.iter_mut().zip(&mut seen).zip(&slopes) {
            step(row, seen, slope);
        }
    }
    (base, weights)
}

fn step(row: &mut Row, seen: &mut Row, slope: &Row) {
    for ((weight, seen), slope) in row.iter_mut().zip(seen).zip(slope) {
        *seen += slope * slope;
        *weight -= STEP * slope / (seen.sqrt() + 1e-9);
    }
}

fn file(base: &[i8; LEVELS], kept: &[(&str, [i8; LEVELS])], lines: usize) -> Result<String> {
    let mut out = String::new();
    writeln!(
        out,
        "# Written by `cargo xtask level-words` from the {lines} lines of {LINES}: how much words and pairs\n\
         # of words speak for entry, mid, senior, staff and principal, in sixteenths of a natural logarithm\n\
         # of odds; `#` is any number. The level is judged by the sum over all lines (docs/levels.md)."
    )?;
    writeln!(out, "base = {base:?}\n\n[words]")?;
    for (word, weights) in kept {
        writeln!(out, "{word:?} = {weights:?}")?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_the_engine_looks_up() {
        let line = "Led on-call for 12 teams; the board’s plan.";
        let keys: BTreeSet<u64> = vitae_pack::WordKeys::of(&tokenize(line)).collect();
        let named: BTreeSet<u64> = (words(line).iter())
            .map(|words| vitae_pack::WordKeys::of(&tokenize(words)).last().unwrap())
            .collect();
        assert_eq!(keys, named);
    }
}
