//! What of the model's words may be shown: answers go in, findings come out. A quote must stand in the
//! resume; a remark may name no number, technology or company that the resume lacks, and gives no
//! verdict; a rewrite must pass the fact guard against its own entry. The rest is counted.

use super::answer::{Offer, Reading, Remark};
use super::finding::{Finding, Kind, Review, Rewrite};
use super::sheet::{Line, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use vitae::Report;
use vitae::report::printable;
use vitae_facts::{Owner, anatomy};
use vitae_pack::{Pack, PhraseList, SkillId};
use vitae_rewrite::guard::{Entry, Prepared, What};
use vitae_text::{TokenKind, fold_key, tokenize};

/// Characters of a remark, of a quote, and words of a rewrite: what is longer says too much at once.
const MOST_OF_REMARK: usize = 500;
const MOST_OF_QUOTE: usize = 300;
const MOST_WORDS: usize = 50;
/// Claims of a remark that must be carried by the resume. What a remark thinks of the work is its own.
const FACTS: [What; 9] = [
    What::Number,
    What::Unit,
    What::Magnitude,
    What::Technology,
    What::Employer,
    What::Date,
    What::Degree,
    What::Certificate,
    What::Instruction,
];
/// Claims of which a remark may use common words: who doubts may speak of alerts that are not there.
const NAMES: [What; 3] = [What::Technology, What::Employer, What::Certificate];
/// Words of a verdict. Who is hired is decided by people.
const VERDICTS: &[&str] = &[
    "hire",
    "hires",
    "hired",
    "hiring",
    "reject",
    "rejected",
    "rejection",
    "shortlist",
    "score",
    "scores",
    "scored",
    "rating",
    "rated",
    "rank",
    "ranks",
    "ranked",
    "grade",
    "unhireable",
    "invite",
    "invited",
    "disqualified",
    "unqualified",
    "overqualified",
    "recommend",
    "recommended",
    "recommendation",
];
/// Words about the person that no reading of a resume is about.
const PERSONAL: &[&str] = &[
    "age",
    "aged",
    "young",
    "elderly",
    "gender",
    "male",
    "female",
    "married",
    "unmarried",
    "pregnant",
    "pregnancy",
    "children",
    "nationality",
    "immigrant",
    "religion",
    "religious",
    "ethnicity",
    "ethnic",
    "disability",
    "disabled",
];
/// Number words that state a figure.
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "dozen",
    "dozens",
];

/// Judges what a model says about one resume.
pub(super) struct Judge<'a> {
    pack: &'a Pack,
    report: &'a Report,
    sheet: &'a Sheet,
    /// Folded words of the resume.
    words: BTreeSet<u64>,
    /// Its numbers, without separators of thousands.
    numbers: BTreeSet<String>,
    skills: BTreeSet<SkillId>,
    /// The whole resume as one entry.
    whole: Entry,
    /// All of it on one line, folded for quotes.
    folded: String,
}

impl<'a> Judge<'a> {
    pub(super) fn new(pack: &'a Pack, report: &'a Report, sheet: &'a Sheet) -> Self {
        let shown = sheet.lines.iter().filter(|line| !line.withheld);
        let texts: Vec<&str> = shown
            .map(|line| line.sent.as_str())
            .chain(sheet.parts.iter().map(String::as_str))
            .collect();
        let all = texts.join("\n");
        let words = tokenize(&all).iter().map(|token| token.key).collect();
        let skills = texts.iter().flat_map(|text| skills_of(text, pack)).collect();
        Self {
            pack,
            report,
            sheet,
            words,
            numbers: numbers_of(&all).into_iter().collect(),
            skills,
            folded: folded(&all),
            whole: Entry {
                highlights: texts.iter().map(|text| (*text).to_owned()).collect(),
                ..Entry::default()
            },
        }
    }

    /// Keeps of a reading what the resume carries. Who read a part cannot say what the `whole` lacks.
    pub(super) fn reading(&self, reading: Reading, whole: bool, review: &mut Review) {
        let lists = [
            (Kind::Strength, reading.strengths),
            (Kind::Doubt, reading.doubts),
            (Kind::Unclear, reading.unclear),
            (Kind::Question, reading.questions),
        ];
        for (kind, remarks) in lists {
            for remark in remarks {
                review.dropped.remarks_offered += 1;
                let order = review.dropped.remarks_offered;
                match self.remark(kind, &remark) {
                    Ok(finding) if kind == Kind::Doubt && finding.pointer.is_none() && !whole => {
                        review.dropped.remark("partial");
                    }
                    Ok(finding) if is_new(&finding, &review.findings) => {
                        review.findings.push(Finding { order, ..finding });
                    }
                    Ok(_) => review.dropped.remark("repeated"),
                    Err(reason) => review.dropped.remark(reason),
                }
            }
        }
    }

    fn remark(&self, kind: Kind, remark: &Remark) -> Result<Finding, &'static str> {
        let comment = one_line(&remark.comment);
        let quote = one_line(&remark.quote);
        self.comment(&comment)?;
        let line = remark.line.and_then(|id| self.sheet.line(id));
        let quoted = kind != Kind::Question && !quote.is_empty();
        let line = if quoted { Some(self.quote(&quote, line)?) } else { line };
        // A doubt may be about what is absent; praise and unclear words stand somewhere.
        if line.is_none() && matches!(kind, Kind::Strength | Kind::Unclear) {
            return Err("quote");
        }
        let finding = line.map_or_else(|| Finding::new(kind), |line| Finding::at(kind, line));
        let quote = quoted.then_some(quote);
        Ok(Finding { axis: remark.axis, message: comment, quote, ..finding })
    }

    /// The line that a quote stands in: the one that was named, else the first.
    fn quote<'b>(&'b self, quote: &str, named: Option<&'b Line>) -> Result<&'b Line, &'static str> {
        let wanted = folded(quote);
        if wanted.chars().count() < 3 || quote.chars().count() > MOST_OF_QUOTE {
            return Err("quote");
        }
        if !self.folded.contains(&wanted) {
            return Err("quote");
        }
        let shown = self.sheet.lines.iter().filter(|line| !line.withheld);
        let mut places = named.into_iter().chain(shown);
        places.find(|line| folded(&line.sent).contains(&wanted)).ok_or("quote")
    }

    /// Whether a remark may be shown.
    fn comment(&self, comment: &str) -> Result<(), &'static str> {
        if comment.is_empty() {
            return Err("empty");
        }
        if comment.chars().count() > MOST_OF_REMARK {
            return Err("length");
        }
        if leads_elsewhere(comment) || comment.contains('@') {
            return Err("link");
        }
        let tokens = tokenize(comment);
        let orders = self.pack.phrases(PhraseList::ModelInstruction);
        if orders.find_all(&tokens).next().is_some() {
            return Err("instruction");
        }
        let keys: Vec<u64> = tokens.iter().map(|token| token.key).collect();
        let says = |words: &[&str]| words.iter().any(|word| keys.contains(&fold_key(word)));
        // A resume about credit scores may be read as one.
        let strange = |word: &&&str| !self.words.contains(&fold_key(word));
        let verdicts: Vec<&str> = VERDICTS.iter().filter(strange).copied().collect();
        if says(&verdicts) || comment.contains("/10") {
            return Err("verdict");
        }
        if says(PERSONAL) {
            return Err("personal");
        }
        if numbers_of(comment).iter().any(|number| !self.numbers.contains(number))
            || NUMBERS.iter().any(|word| {
                let key = fold_key(word);
                keys.contains(&key) && !self.words.contains(&key)
            })
        {
            return Err("number");
        }
        if skills_of(comment, self.pack).any(|skill| !self.skills.contains(&skill)) {
            return Err("technology");
        }
        if self.unknown_name(comment) {
            return Err("name");
        }
        let others: [Entry; 0] = [];
        let verdict = Prepared::new(self.pack, &self.whole, &others).judge(comment);
        let invented = verdict.reasons.iter().find(|reason| {
            FACTS.contains(&reason.what)
                && !(NAMES.contains(&reason.what) && is_common(reason.range.of(comment)))
        });
        invented.map_or(Ok(()), |reason| Err(reason.what.name()))
    }

    /// A capital inside a sentence is a name; so are digits inside a word. Both must be known here.
    fn unknown_name(&self, comment: &str) -> bool {
        let tokens = tokenize(comment);
        let mut opens = true;
        for token in &tokens {
            let word = token.range.of(comment);
            if token.kind == TokenKind::Word {
                let known = self.words.contains(&token.key) || self.words.contains(&stem_key(word));
                let digits = word.bytes().any(|byte| byte.is_ascii_digit());
                let capitals = word.chars().filter(|ch| ch.is_uppercase()).count();
                let shouted = capitals > 1 && !KNOWN_SHORT.contains(&word.trim_end_matches('s'));
                let named = shouted || capitals > 0 && !opens && word != "I" && capitals <= 1;
                if !known && (digits || named) {
                    return true;
                }
            }
            opens = matches!(word, "." | "!" | "?" | ":" | "\"" | "“" | "(" | "‘")
                || opens && token.kind == TokenKind::Symbol;
        }
        false
    }

    /// Keeps of the offers those that pass the guard against their own entry.
    pub(super) fn rewrites(&self, offers: Vec<Offer>, weak: &[usize], review: &mut Review) {
        let mut by_owner: BTreeMap<OwnerKey, Vec<(&Line, Offer)>> = BTreeMap::new();
        for offer in offers {
            review.dropped.rewrites_offered += 1;
            let index = offer.line.and_then(|id| (id as usize).checked_sub(1));
            let line = index.filter(|index| weak.contains(index));
            let line = line.and_then(|index| self.sheet.lines.get(index));
            match line.and_then(|line| Some((owner_key(line.owner?), line))) {
                Some((key, line)) => by_owner.entry(key).or_default().push((line, offer)),
                None => review.dropped.rewrite(&["line"]),
            }
        }
        for offers in by_owner.into_values() {
            let Some(owner) = offers.first().and_then(|(line, _)| line.owner) else { continue };
            let Some(entry) = Entry::of(&self.report.resume, owner) else { continue };
            let others = Entry::others(&self.report.resume, owner);
            let guard = Prepared::new(self.pack, &entry, &others);
            for (line, offer) in offers {
                match self.rewrite(line, &offer, &guard, review) {
                    Ok(finding) if is_new(&finding, &review.findings) => {
                        review.findings.push(finding)
                    }
                    Ok(_) => review.dropped.rewrite(&["repeated"]),
                    Err(reasons) => review.dropped.rewrite(&reasons),
                }
            }
        }
    }

    fn rewrite(
        &self,
        line: &Line,
        offer: &Offer,
        guard: &Prepared<'_>,
        review: &mut Review,
    ) -> Result<Finding, Vec<&'static str>> {
        let after = one_line(&offer.rewrite);
        let after = after.trim_start_matches(['-', '*', '•', '–', ' ']).trim_end();
        if after.is_empty() || folded(after) == folded(&line.own) {
            return Err(vec!["unchanged"]);
        }
        if after.split_whitespace().count() > MOST_WORDS {
            return Err(vec!["length"]);
        }
        // What would be shown otherwise than it was judged, or leads elsewhere, is no line of a resume.
        if printable(after) != after || leads_elsewhere(after) && !leads_elsewhere(&line.own) {
            return Err(vec![What::Instruction.name()]);
        }
        let verdict = guard.judge(after);
        if !verdict.is_ok() {
            let kinds: BTreeSet<What> = verdict.reasons.iter().map(|reason| reason.what).collect();
            return Err(kinds.into_iter().map(What::name).collect());
        }
        if anatomy(after, self.pack).strength < line.strength.unwrap_or_default() {
            return Err(vec!["weaker"]);
        }
        let why = one_line(&offer.why);
        review.dropped.remarks_offered += u32::from(!why.is_empty());
        let why = match self.comment(&why) {
            Ok(()) => why,
            Err("empty") => String::new(),
            Err(reason) => {
                review.dropped.remark(reason);
                String::new()
            }
        };
        let rewrite = Rewrite { before: line.own.clone(), after: after.to_owned() };
        Ok(Finding { message: why, rewrite: Some(rewrite), ..Finding::at(Kind::Rewrite, line) })
    }
}

/// Short words in capitals that reviewers use of any resume.
const KNOWN_SHORT: &[&str] = &[
    "API", "APIS", "CV", "CI", "CD", "QA", "OK", "SLO", "SLA", "SLI", "KPI", "CPU", "HTTP", "JSON",
    "DB", "UI", "UX", "OS", "IO", "ID", "PR", "IT",
];

/// Whether words name nothing in particular: no capitals, or short words that everybody knows.
fn is_common(words: &str) -> bool {
    let mut words = words.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        !word.chars().any(char::is_uppercase) || KNOWN_SHORT.contains(&word.trim_end_matches('s'))
    })
}

/// An owner in the order of a resume.
type OwnerKey = (u8, usize);

fn owner_key(owner: Owner) -> OwnerKey {
    match owner {
        Owner::Work(index) => (0, index),
        Owner::Project(index) => (1, index),
        Owner::Volunteer(index) => (2, index),
    }
}

/// One rewrite for each line, and each remark once.
fn is_new(finding: &Finding, findings: &[Finding]) -> bool {
    let same = |other: &&Finding| match finding.kind {
        Kind::Rewrite => other.kind == Kind::Rewrite && other.pointer == finding.pointer,
        _ => other.message == finding.message,
    };
    !findings.iter().any(|other| same(&other))
}

/// Addresses, and markup that a page would follow.
fn leads_elsewhere(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["://", "www.", "](", "mailto:", "javascript:", "<a ", "<img", "<script"]
        .iter()
        .any(|sign| lower.contains(sign))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without differences of case, white space, quotation marks and dashes; without marks at the ends.
fn folded(text: &str) -> String {
    let line = one_line(text).to_lowercase();
    let plain = line.chars().map(|ch| match ch {
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‑' | '−' => '-',
        ch => ch,
    });
    let plain: String = plain.collect();
    plain.trim_matches(|ch: char| matches!(ch, '"' | '\'' | '.' | '…' | ' ' | '-' | '•')).to_owned()
}

/// The numbers of a text in digits: `1,400` and `1400` are one, `99.95` is one; a sign of percent
/// belongs to its number.
fn numbers_of(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(ch) = rest.next() {
        if !ch.is_numeric() || before.is_alphabetic() {
            before = if before.is_alphabetic() && ch.is_numeric() { before } else { ch };
            continue;
        }
        let mut number = String::from(ch);
        while let Some(next) = rest.next_if(|next| next.is_numeric() || matches!(next, '.' | ',')) {
            number.push(next);
        }
        let kept = number.trim_end_matches(['.', ',']).replace(',', "");
        while rest.next_if(|next| *next == ' ').is_some() {}
        let percent = rest.peek() == Some(&'%');
        numbers.push(if percent { format!("{kept}%") } else { kept });
        before = ' ';
    }
    numbers
}

/// Technologies of a text.
fn skills_of<'a>(text: &str, pack: &'a Pack) -> impl Iterator<Item = SkillId> + use<'a> {
    let found = anatomy(text, pack).skills;
    found.into_iter().map(|found| found.skill).filter(|skill| pack.skill(*skill).technology)
}

/// The key of a word without its plural.
fn stem_key(word: &str) -> u64 {
    fold_key(word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches('s'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_as_people_read_them() {
        assert_eq!(numbers_of("from 1,400 ms, then 99.95 % of 7."), ["1400", "99.95%", "7"]);
        assert_eq!(numbers_of("p99 of S3 in 2021"), ["2021"]);
        assert_eq!(numbers_of("٣ nodes and ½"), ["٣", "½"]);
    }

    #[test]
    fn quotes_are_found_whatever_their_marks() {
        assert_eq!(folded("“Cut  p99 – by half.”"), "cut p99 - by half");
    }
}
