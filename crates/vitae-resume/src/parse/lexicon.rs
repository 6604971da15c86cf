//! What words say about a piece of a head line: a title, an employer, a school, a degree, a place.
//! Tokens and the pack go in, counts come out; no decision is made here.

use super::word_set::WordSet;
use vitae_pack::{NameLists, Pack, TitlePart};
use vitae_text::{Token, TokenKind};

/// What the words of a piece of text speak for.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
pub(crate) struct Evidence {
    /// Words.
    pub(crate) words: u8,
    /// Words that open with a small letter, function words aside.
    pub(crate) small: u8,
    /// Nouns that name a role (`engineer`, `intern`).
    pub(crate) role: u8,
    /// Words that stand beside such nouns (`senior`, `backend`).
    pub(crate) qualifier: u8,
    /// Legal forms (`GmbH`, `Inc.`).
    pub(crate) legal: u8,
    /// Words that names of organisations hold (`Labs`, `Bank`).
    pub(crate) organisation: u8,
    /// Words that names of schools hold.
    pub(crate) school: u8,
    /// Degrees.
    pub(crate) degree: u8,
    /// Places, `Remote`, codes of states.
    pub(crate) place: u8,
    /// Fields of study.
    pub(crate) field: u8,
    /// Grades in words (`First Class`).
    pub(crate) grade: u8,
    /// Kinds of contract (`Full-time`).
    pub(crate) contract: u8,
    /// Digits stand in it.
    pub(crate) digits: bool,
    /// Small letters stand in it.
    pub(crate) lower: bool,
}

impl Evidence {
    /// Both pieces together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            words: self.words.saturating_add(other.words),
            small: self.small.saturating_add(other.small),
            role: self.role.saturating_add(other.role),
            qualifier: self.qualifier.saturating_add(other.qualifier),
            legal: self.legal.saturating_add(other.legal),
            organisation: self.organisation.saturating_add(other.organisation),
            school: self.school.saturating_add(other.school),
            degree: self.degree.saturating_add(other.degree),
            place: self.place.saturating_add(other.place),
            grade: self.grade.saturating_add(other.grade),
            field: self.field.saturating_add(other.field),
            contract: self.contract.saturating_add(other.contract),
            digits: self.digits || other.digits,
            lower: self.lower || other.lower,
        }
    }
}

/// Words of names and places that hold small letters without being prose.
const FUNCTION_WORDS: WordSet = WordSet::new(&[
    "of", "the", "and", "for", "in", "at", "de", "da", "do", "del", "la", "le", "el", "di", "und",
    "et", "y", "e", "von", "van", "der", "den", "zu", "to", "a", "an", "on", "with", "by", "du",
    "dos", "das",
]);

/// Words that organisations hold in their names beside those that the pack calls company words.
const ORGANISATION_WORDS: WordSet = WordSet::new(&[
    "army",
    "navy",
    "force",
    "association",
    "society",
    "cooperative",
    "co-op",
    "coop",
    "trust",
    "centre",
    "center",
    "museum",
    "library",
    "church",
    "charity",
    "union",
]);

/// Kinds of contract.
const CONTRACT_WORDS: WordSet = WordSet::new(&[
    "full-time",
    "part-time",
    "fulltime",
    "parttime",
    "contract",
    "permanent",
    "temporary",
    "freelance",
    "vollzeit",
    "teilzeit",
    "seasonal",
    "self-employed",
    "unbefristet",
    "alternance",
    "アルバイト",
    "パート",
    "契約社員",
    "正社員",
    "業務委託",
    "정규직",
    "계약직",
    "全职",
    "兼职",
    "befristet",
]);

/// Counts what the words of `text` speak for; `tokens` are its tokens.
pub(crate) fn evidence(text: &str, tokens: &[Token], pack: &Pack) -> Evidence {
    let mut sum = Evidence::default();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if rest[0].kind == TokenKind::Symbol {
            at += 1;
            continue;
        }
        let taken = count_word(text, rest, pack, &mut sum);
        let words = rest[..taken].iter().filter(|token| token.kind != TokenKind::Symbol).count();
        // Hyphens and dots inside a word do not make it two.
        let glued =
            rest[1..taken].iter().filter(|t| t.glued && t.kind != TokenKind::Symbol).count();
        sum.words = sum.words.saturating_add((words - glued).min(255) as u8);
        for token in &rest[..taken] {
            let word = token.range.of(text);
            sum.digits |= word.bytes().any(|byte| byte.is_ascii_digit());
            sum.lower |= word.chars().any(|ch| !ch.is_uppercase());
        }
        at += taken;
    }
    sum
}

/// Counts one more; 255 is as many as decisions can use.
fn add(count: &mut u8) {
    *count = count.saturating_add(1);
}

/// Counts the word or phrase that `rest` starts with; gives how many tokens it takes.
fn count_word(text: &str, rest: &[Token], pack: &Pack, sum: &mut Evidence) -> usize {
    let word = rest[0].range.of(text);
    let small = word.starts_with(char::is_lowercase);
    let joined = joined_word(text, rest);
    let is_in = |set: &WordSet| set.holds(word) || joined.len() > word.len() && set.holds(joined);
    if joined.eq_ignore_ascii_case("co-op") {
        // `Software Engineering Co-op`, `(Co-op)`, and the cooperative of `Northfield Co-op`.
        if sum.qualifier + sum.role > 0 {
            add(&mut sum.role);
        } else if sum.words == 0 {
            add(&mut sum.contract);
        } else {
            add(&mut sum.organisation);
        }
        return rest
            .iter()
            .take(3)
            .filter(|token| token.range.end <= joined_end(rest, joined))
            .count();
    }
    let lists = pack.name_lists(rest[0].key);
    let may = |list: NameLists| lists.has(list);
    let mut taken = 1;
    let mut take = |tokens: usize| taken = taken.max(tokens);
    if let Some(title) = may(NameLists::TITLE).then(|| pack.title_word(rest)).flatten() {
        match title.value.part {
            TitlePart::Noun => add(&mut sum.role),
            TitlePart::Modifier => add(&mut sum.qualifier),
        }
        take(title.tokens);
    }
    if let Some(degree) =
        may(NameLists::DEGREE).then(|| pack.degree(rest)).flatten().filter(|_| !small)
    {
        add(&mut sum.degree);
        take(degree.tokens);
    }
    if let Some(tokens) =
        may(NameLists::SCHOOL).then(|| pack.school_word(rest)).flatten().filter(|_| !small)
    {
        add(&mut sum.school);
        take(tokens);
    } else if !word.is_ascii() && pack.has_school_ending(word) {
        add(&mut sum.school);
    }
    let state = is_state(word, pack, sum);
    if let Some(tokens) = may(NameLists::COMPANY_SUFFIX)
        .then(|| pack.company_suffix(rest))
        .flatten()
        .filter(|_| (!small || word == "mbh") && !state)
    {
        add(&mut sum.legal);
        take(tokens);
    } else if !word.is_ascii() && (pack.has_company_ending(word) || opens_with_form(word)) {
        add(&mut sum.legal);
    }
    if let Some(tokens) =
        may(NameLists::COMPANY).then(|| pack.company_word(rest)).flatten().filter(|_| !small)
    {
        add(&mut sum.organisation);
        take(tokens);
    } else if is_in(&ORGANISATION_WORDS) && !small {
        add(&mut sum.organisation);
    }
    if let Some(place) =
        may(NameLists::PLACE).then(|| pack.place(rest)).flatten().filter(|_| !small)
    {
        add(&mut sum.place);
        take(place.tokens);
    } else if let Some(tokens) = may(NameLists::REMOTE).then(|| pack.remote_word(rest)).flatten() {
        add(&mut sum.place);
        take(tokens);
    } else if word.len() <= 3 && pack.region_code(word).is_some()
        || !word.is_ascii() && is_cjk_place(word)
    {
        add(&mut sum.place);
    }
    if may(NameLists::FIELD) && pack.study_field(rest).is_some() {
        add(&mut sum.field);
    }
    if let Some(tokens) =
        may(NameLists::HONOURS).then(|| pack.honours(rest)).flatten().filter(|_| !small)
    {
        add(&mut sum.grade);
        take(tokens);
    }
    if is_in(&CONTRACT_WORDS) {
        add(&mut sum.contract);
        take(rest.iter().take_while(|token| token.range.end <= joined_end(rest, joined)).count());
    }
    if small && !is_in(&FUNCTION_WORDS) {
        add(&mut sum.small);
    }
    taken
}

fn joined_end(rest: &[Token], joined: &str) -> u32 {
    rest[0].range.start + joined.len() as u32
}

/// `CO`, `AB`: a state where it opens a piece or follows a place, though a legal form as well.
fn is_state(word: &str, pack: &Pack, sum: &Evidence) -> bool {
    let shouted = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    shouted && (sum.words == 0 || sum.place > 0) && pack.region_code(word).is_some()
}

/// `株式会社…`, `주식회사…`: the legal form stands before the name, without a space.
fn opens_with_form(word: &str) -> bool {
    ["株式会社", "有限会社", "合同会社", "一般社団法人", "주식회사", "유한회사"]
        .iter()
        .any(|form| word.len() > form.len() && word.starts_with(form))
}

/// `京都市`, `서울특별시`, `广东省`: short names that end in what the place is.
fn is_cjk_place(word: &str) -> bool {
    let chars = word.chars().count();
    let wide = ["市", "県", "區", "区", "省", "東京都", "京都府", "大阪府", "北海道"];
    let hangul = ["특별시", "광역시", "자치시", "경기도", "강원도"];
    (2..=8).contains(&chars) && wide.iter().chain(&hangul).any(|end| word.ends_with(end))
}

/// The word with its hyphenated rest (`Full-time`).
fn joined_word<'a>(text: &'a str, rest: &[Token]) -> &'a str {
    // No known word has more pieces, and going to the end of a long chain for each is quadratic.
    let glued = rest.iter().take(12).enumerate().take_while(|(index, token)| {
        *index == 0
            || token.glued && (token.kind != TokenKind::Symbol || token.range.of(text) == "-")
    });
    let end = glued.last().map_or(rest[0].range.end, |(_, token)| token.range.end);
    text.get(rest[0].range.start as usize..end as usize).unwrap_or("")
}

/// Whether the piece is nothing but a legal form (`Inc.`), which belongs to the name before it.
pub(crate) fn is_legal_form(text: &str, tokens: &[Token], pack: &Pack) -> bool {
    if is_state(text, pack, &Evidence::default()) {
        return false;
    }
    let Some(taken) = pack.company_suffix(tokens) else { return false };
    tokens[taken..].iter().all(|token| token.kind == TokenKind::Symbol)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_text::tokenize;

    fn of(text: &str) -> Evidence {
        evidence(text, &tokenize(text), Pack::builtin())
    }

    #[test]
    fn words_speak_for_their_field() {
        assert!(of("Senior Software Engineer").role == 1);
        assert!(of("Brightwater GmbH & Co. KG").legal >= 1);
        assert_eq!(of("B.Sc. (Hons)").degree, 1);
        assert_eq!(of("Northfield Co-op").organisation, 1);
        assert_eq!((of("Bend, OR").place, of("this or that").place), (1, 0));
        assert!(is_legal_form("Inc.", &tokenize("Inc."), Pack::builtin()));
        assert!(!is_legal_form("Acme Inc.", &tokenize("Acme Inc."), Pack::builtin()));
    }
}
