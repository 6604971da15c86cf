//! The block at the top: name, title, contact data and an unheaded summary. Contact data is found
//! first; the name is the most prominent line that it leaves.

use super::contact::{Contact, Piece, find_contact};
use super::lexicon::evidence;
use super::out::{Found, Out, item, under};
use super::rows::{Row, Rows, visible};
use super::sections::SectionRows;
use super::wrapped::mend;
use crate::{Confidence, Doubt, Profile, Section};
use std::ops::Range;
use vitae_document::Document;
use vitae_pack::{Pack, PhraseList, SectionKind};
use vitae_text::{TextRange, tokenize};

/// Reads the header and the sections that hold contact data.
pub(crate) fn add_header(out: &mut Out, rows: &Rows, sections: &[SectionRows], pack: &Pack) {
    let holds =
        |section: &&SectionRows| matches!(section.kind, SectionKind::Header | SectionKind::Contact);
    let blocks: Vec<Range<usize>> = sections
        .iter()
        .filter(holds)
        .filter(|section| !section.rows.is_empty())
        .map(|section| line_range(rows, &section.rows))
        .collect();
    let mut contact = find_contact(out.doc, pack, &blocks);
    mend(out.doc, &mut contact, &blocks);
    let free: Vec<(usize, TextRange)> = sections
        .iter()
        .filter(|section| section.kind == SectionKind::Header)
        .flat_map(|section| section.rows.clone())
        .flat_map(|row| sized_parts(out.doc, rows.rows[row].range).map(move |part| (row, part)))
        .filter_map(|(row, part)| Some((row, free_part(out.doc, part, &contact)?)))
        // The heading of the other of two columns may stand beside the name; it is neither name nor
        // title.
        .filter(|(_, part)| pack.heading(rows.text(*part).trim_end_matches(':')).is_none())
        .collect();
    let name = add_name(out, rows, &free);
    let label = name.and_then(|name| add_label(out, rows, &free, name));
    add_contact(out, contact);
    add_personal(out, rows, &free, pack);
    add_summary(out, rows, &free, name, label);
}

/// Lines of the document behind rows.
fn line_range(rows: &Rows, range: &Range<usize>) -> Range<usize> {
    let first = rows.rows[range.start].line;
    let end = rows.rows.get(range.end).map_or(rows.doc.lines.len(), |row| row.line);
    first..end
}

/// A row cut where the letters become clearly smaller for good: a title beside the name. Small
/// capitals change their size inside words.
fn sized_parts(doc: &Document, range: TextRange) -> impl Iterator<Item = TextRange> + use<> {
    let first = doc.runs_in(range).next().map_or(0.0, |run| run.style.size);
    let large = doc.runs_in(range).filter(|run| run.style.size >= first * 0.85).last();
    let cut = large.map_or(range.end, |run| run.range.end.min(range.end));
    let rest = TextRange::new(cut, range.end).of(&doc.text);
    let head = TextRange::new(range.start, cut).of(&doc.text);
    let apart = rest.starts_with(char::is_whitespace) || head.ends_with(char::is_whitespace);
    let (head, tail) = if first > 0.0 && apart && !rest.trim().is_empty() {
        (TextRange::new(range.start, cut), Some(TextRange::new(cut, range.end)))
    } else {
        (range, None)
    };
    std::iter::once(head).chain(tail)
}

/// What contact data left of a row: the longest free stretch that has letters.
fn free_part(doc: &Document, range: TextRange, contact: &Contact) -> Option<TextRange> {
    let mut best: Option<TextRange> = None;
    let mut at = range.start;
    let mut consider = |from: u32, to: u32| {
        let part = trim_marks(&doc.text, visible(&doc.text, TextRange::new(from, to)));
        let letters = part.of(&doc.text).chars().filter(|ch| ch.is_alphabetic()).count();
        if letters >= 2 && best.is_none_or(|best| best.len() < part.len()) {
            best = Some(part);
        }
    };
    for used in contact.consumed.within(range) {
        if used.start > at {
            consider(at, used.start);
        }
        at = at.max(used.end);
    }
    if at < range.end {
        consider(at, range.end);
    }
    best
}

fn trim_marks(text: &str, range: TextRange) -> TextRange {
    let slice = range.of(text);
    let edge = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, '|' | '·' | '•' | ',' | '-' | '–' | '—' | ':' | '/' | '◆')
    };
    let opening = |ch: char| edge(ch) || matches!(ch, '.' | '*' | '~' | '+' | ')');
    let left = slice.len() - slice.trim_start_matches(opening).len();
    let kept = slice[left..].trim_end_matches(edge).len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

/// What a name may be labelled with.
const NAME_LABELS: &[&str] = &[
    "name",
    "full name",
    "vor- und nachname",
    "nom",
    "nom et prénom",
    "nombre",
    "nombre completo",
    "nome",
    "nome completo",
    "이름",
    "성명",
    "성함",
    "氏名",
    "名前",
    "お名前",
    "姓名",
    "名字",
];

/// Words that head a resume and are nobody's name.
const DOCUMENT_WORDS: &[&str] = &[
    "resume",
    "résumé",
    "curriculum",
    "vitae",
    "cv",
    "lebenslauf",
    "이력서",
    "履歴書",
    "简历",
    "resumen",
    "currículo",
    "職務経歴書",
    "个人简历",
    "個人簡歷",
    "경력기술서",
    "자기소개서",
    "lebenslauf",
    "bewerbung",
    "portfolio",
    "curriculo",
];

/// Degrees and pronouns that follow a name.
const AFTER_NAME: &[&str] = &[
    "phd", "ph.d.", "ph.d", "msc", "m.sc.", "bsc", "b.sc.", "mba", "md", "m.d.", "jr", "jr.", "sr",
    "sr.", "ceng", "pmp", "cissp", "meng", "beng", "esq", "dphil", "m.s.", "b.s.", "mcs", "p.e.",
    "pe", "m.eng.", "m.a.", "dr.",
];

/// Finds and records the name; gives its place in `free`.
fn add_name(out: &mut Out, rows: &Rows, free: &[(usize, TextRange)]) -> Option<usize> {
    let largest = free.iter().map(|(row, _)| rows.rows[*row].lead.size).fold(0.0, f32::max);
    let (index, score) = free
        .iter()
        .enumerate()
        .map(|(index, (row, part))| (index, name_score(rows, *row, *part, index, largest)))
        .max_by_key(|(index, score)| (*score, std::cmp::Reverse(*index)))?;
    if score < 0 {
        return None;
    }
    let (row, part) = free[index];
    let core = name_core(&out.doc.text, part);
    let mut pieces = vec![core];
    // A name broken over two or three lines of the same look.
    for next in row + 1..rows.rows.len().min(row + 3) {
        let (name, below) = (&rows.rows[row], &rows.rows[next]);
        let part = below.range;
        let rest = below.continues || is_rest_of_name(rows, name, part);
        if !same_style(name, below) || below.region != name.region || !rest {
            break;
        }
        pieces.push(part);
        out.cover(part);
    }
    cut_after_name(&out.doc.text, &mut pieces);
    let sure = if score >= 60 { 95 } else { 55 + score.max(0) as u8 / 2 };
    let mut found = out.join(&pieces, sure);
    if sure < Confidence::DOUBTFUL.0 {
        found = found.guessed(Doubt::Name);
    }
    out.parsed.resume.basics.name = out.take("/basics/name".to_owned(), found);
    out.cover(rows.rows[row].range);
    Some(index)
}

/// Degrees and pronouns may begin on one line of a broken name and end on the next.
fn cut_after_name(text: &str, pieces: &mut Vec<TextRange>) {
    let [first, .., last] = pieces[..] else { return };
    let between = |pair: &[TextRange]| {
        let gap = TextRange::new(pair[0].end, pair[1].start.max(pair[0].end)).of(text);
        gap.trim_matches(|ch: char| ch.is_whitespace() || ch == ',')
    };
    let ended = between(&pieces[..2]).to_lowercase();
    if AFTER_NAME.contains(&ended.as_str()) || is_pronouns(&ended) {
        pieces.truncate(1);
        return;
    }
    if pieces.windows(2).any(|pair| !between(pair).is_empty()) {
        return;
    }
    let core = name_core(text, first.cover(last));
    pieces.retain(|piece| piece.start < core.end);
    if let Some(last) = pieces.last_mut() {
        last.end = last.end.min(core.end);
    }
}

/// Set as large as the name, larger than all else: letters only, and no title.
fn is_rest_of_name(rows: &Rows, name: &Row, part: TextRange) -> bool {
    let text = rows.text(part);
    let larger = rows.rows.iter().filter(|row| row.lead.size >= name.lead.size).count() <= 3;
    let sum = evidence(text, &tokenize(text), rows.pack);
    let plain =
        text.chars().all(|ch| ch.is_alphabetic() || matches!(ch, ' ' | '-' | '\'' | '’' | '.'));
    larger && plain && sum.role == 0 && sum.words <= 3
}

fn same_style(a: &Row, b: &Row) -> bool {
    a.lead.size == b.lead.size && a.lead.bold == b.lead.bold && a.lead.size > 0.0
}

fn name_score(rows: &Rows, row: usize, part: TextRange, index: usize, largest: f32) -> i32 {
    let data = &rows.rows[row];
    let core = name_core(&rows.doc.text, part);
    let text = rows.text(core);
    let words = text.split_whitespace().count() as i32;
    let sum = evidence(text, &tokenize(text), rows.pack);
    let mut score = 40 - 12 * (index as i32).min(8);
    score += if core.start > part.start { 60 } else { 0 };
    score -= 40 * i32::from(sum.place > 0 && sum.place + 1 >= sum.words && index > 0);
    if data.heading == Some(1) {
        score += 60;
    }
    if largest > 0.0 && data.lead.size == largest {
        // Set larger than all else, wherever the column begins.
        let alike = rows.rows.iter().filter(|row| row.lead.size == largest).count();
        score += if alike <= 3 { 70 } else { 40 };
    }
    score += if (2..=4).contains(&words) { 20 } else { 0 };
    score -= 25 * (words - 5).max(0);
    let capital = |word: &str| word.chars().next().is_some_and(|ch| !ch.is_lowercase());
    let capitals = text.split_whitespace().filter(|word| capital(word)).count() as i32;
    score += if capitals * 2 > words { 15 } else { -40 };
    score -= 60 * i32::from(sum.role.min(1)) + 30 * i32::from(sum.qualifier.min(1));
    score -= if text.bytes().any(|byte| byte.is_ascii_digit()) { 80 } else { 0 };
    score -= if text.contains([':', '@', '|', ';']) { 60 } else { 0 };
    score -= if text.ends_with('.') && words > 3 { 40 } else { 0 };
    let document = text.split_whitespace().any(|word| {
        DOCUMENT_WORDS
            .contains(&word.trim_matches(|ch: char| !ch.is_alphanumeric()).to_lowercase().as_str())
    });
    score - if document { 200 } else { 0 } - if data.item.is_some() { 60 } else { 0 }
}

/// Ways to address somebody.
const BEFORE_NAME: &[&str] =
    &["dr", "prof", "mr", "mrs", "ms", "ing", "dipl.-ing", "dipl.-inf", "herr", "frau"];

/// The name without pronouns, degrees, forms of address and what follows a bar.
fn name_core(text: &str, range: TextRange) -> TextRange {
    let mut range = range;
    if let Some((label, rest)) = range.of(text).split_once([':', '：'])
        && NAME_LABELS.contains(&label.trim().to_lowercase().as_str())
        && !rest.trim().is_empty()
    {
        range.start = range.end - rest.trim_start().len() as u32;
    }
    while let Some((first, rest)) = range.of(text).split_once(' ') {
        let plain = first.trim_end_matches('.').to_lowercase();
        if !BEFORE_NAME.contains(&plain.as_str()) || rest.trim().is_empty() {
            break;
        }
        let skipped = range.len() as usize - rest.trim_start().len();
        range.start += skipped as u32;
    }
    let slice = range.of(text);
    let mut end = slice.len();
    if let Some(at) = slice.find(['|', '·', '•', '\t']) {
        end = at;
    }
    if let Some(at) = slice[..end].find(" (")
        && is_pronouns(&slice[at..end])
    {
        end = at;
    }
    if let Some(at) = slice[..end].find(',') {
        // Pronouns may follow the degrees.
        let after = slice[at + 1..end].trim();
        let first = after.split([' ', ',', '\n']).next().unwrap_or("").to_lowercase();
        if AFTER_NAME.contains(&first.as_str()) {
            end = at;
        }
    }
    let mut kept = slice[..end].trim_end();
    while let Some((head, tail)) = kept.rsplit_once(char::is_whitespace) {
        let plain = tail.trim_matches(|ch: char| matches!(ch, '(' | ')' | ','));
        let slashed = plain.contains('/') && is_pronouns(plain);
        if head.split_whitespace().count() >= 2
            && AFTER_NAME.contains(&plain.to_lowercase().as_str())
            && !plain.to_lowercase().starts_with("jr")
            || slashed
            || is_pronouns(plain) && tail.starts_with('(')
        {
            kept = head.trim_end();
        } else {
            break;
        }
    }
    TextRange::at(range.start as usize, range.start as usize + kept.len())
}

fn is_pronouns(text: &str) -> bool {
    const PRONOUNS: &[&str] =
        &["she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "xe", "ze", "any"];
    let mut words =
        text.split(|ch: char| !ch.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| PRONOUNS.contains(&word.to_lowercase().as_str()))
}

/// The title near the name: the first short free line after it, or beside it behind a bar.
fn add_label(
    out: &mut Out,
    rows: &Rows,
    free: &[(usize, TextRange)],
    name: usize,
) -> Option<usize> {
    let after = free.iter().enumerate().skip(name + 1).take(3);
    let before = free[..name].iter().enumerate().filter(|(_, (_, part))| {
        let text = rows.text(*part);
        let sum = evidence(text, &tokenize(text), rows.pack);
        sum.role > 0 && sum.words <= 8 && !starts_with_label(text) && !text.ends_with('.')
    });
    let (index, (_, part)) = after.chain(before).find(|(_, (row, part))| {
        let text = rows.text(*part);
        let words = text.split_whitespace().count();
        let sum = evidence(text, &tokenize(text), rows.pack);
        let labelled = starts_with_label(text);
        let sentence = text.ends_with('.') || words > 12;
        let titled = sum.role > 0 || sum.qualifier > 0;
        let digits = text.bytes().any(|byte| byte.is_ascii_digit());
        let beside = (*row == free[name].0 || *row == free[name].0 + 1) && words <= 8 && !digits;
        !labelled && !sentence && (titled || beside)
    })?;
    let part = *part;
    let text = out.doc.text.as_str();
    let sum = evidence(part.of(text), &tokenize(part.of(text)), rows.pack);
    let mut found = out.join(&[part], 90);
    if sum.role == 0 {
        found = found.guessed(Doubt::Place);
    }
    out.parsed.resume.basics.label = out.take("/basics/label".to_owned(), found);
    Some(index)
}

/// `Visa: …`, `Date of birth: …`.
fn starts_with_label(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3)
}

/// Lines such as `Date of birth: …` are no field of a resume; they are named as a section of their
/// own, so that rules find them, and stay leftovers.
fn add_personal(out: &mut Out, rows: &Rows, free: &[(usize, TextRange)], pack: &Pack) {
    for (_, part) in free {
        let tokens = tokenize(rows.text(*part));
        if pack.phrases(PhraseList::PersonalLabel).longest(&tokens).is_some() {
            let heading = TextRange::empty(part.start);
            let kind = SectionKind::Personal;
            out.parsed.sections.push(Section { kind, heading, body: *part, standard: true });
        }
    }
}

fn add_contact(out: &mut Out, contact: Contact) {
    let Contact {
        emails,
        phones,
        url,
        profiles,
        address,
        city,
        region,
        country_code,
        postal_code,
        consumed,
    } = contact;
    let set = |out: &mut Out, pointer: &str, piece: Option<Piece>| -> String {
        let Some(piece) = piece else { return String::new() };
        let ranges = (!piece.range.is_empty()).then_some(piece.range).into_iter().collect();
        out.take(
            pointer.to_owned(),
            Found { text: piece.value, ranges, confidence: piece.confidence.0, doubt: None },
        )
    };
    let email = set(out, "/basics/email", emails.into_iter().next());
    let phone = set(out, "/basics/phone", phones.into_iter().next());
    let url = set(out, "/basics/url", url);
    let location = crate::Location {
        address: set(out, "/basics/location/address", address),
        city: set(out, "/basics/location/city", city),
        region: set(out, "/basics/location/region", region),
        country_code: set(out, "/basics/location/countryCode", country_code),
        postal_code: set(out, "/basics/location/postalCode", postal_code),
        ..crate::Location::default()
    };
    let mut list = Vec::with_capacity(profiles.len());
    for profile in profiles {
        let pointer = item("/basics/profiles", list.len());
        let ranges = (!profile.range.is_empty()).then_some(profile.range);
        for (field, value) in
            [("network", &profile.network), ("username", &profile.username), ("url", &profile.url)]
        {
            if !value.is_empty() {
                out.source(under(&pointer, field), ranges.as_slice(), profile.confidence.0);
            }
        }
        let (network, username, url) = (profile.network, profile.username, profile.url);
        list.push(Profile { network, username, url, ..Profile::default() });
    }
    for range in consumed.iter() {
        out.cover(range);
    }
    let basics = &mut out.parsed.resume.basics;
    (basics.email, basics.phone, basics.url) = (email, phone, url);
    (basics.location, basics.profiles) = (location, list);
}

/// A paragraph of the header that is neither name nor title.
fn add_summary(
    out: &mut Out,
    rows: &Rows,
    free: &[(usize, TextRange)],
    name: Option<usize>,
    label: Option<usize>,
) {
    let mut pieces: Vec<TextRange> = Vec::new();
    // The row of the last piece, while the next line may go on from it.
    let mut open: Option<usize> = None;
    for (index, (row, part)) in free.iter().enumerate() {
        if Some(index) == name || Some(index) == label || name.is_some_and(|name| index < name) {
            open = None;
            continue;
        }
        let text = rows.text(*part);
        let words = text.split_whitespace().count();
        let small =
            text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
        let labelled =
            text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3);
        let prose = words >= 8 && small * 2 >= words && !labelled;
        let follows = open.is_some_and(|last| last + 1 == *row);
        let goes_on = follows && rows.rows[*row].continues;
        if !prose && !goes_on {
            open = None;
            continue;
        }
        // A comma where the line breaks is no mark at the edge of a field.
        if let Some(last) = pieces.last_mut().filter(|_| follows)
            && rows.doc.text.get(last.end as usize..).is_some_and(|rest| rest.starts_with(','))
        {
            last.end += 1;
        }
        pieces.push(*part);
        open = Some(*row);
    }
    if !pieces.is_empty() {
        let found = out.join(&pieces, 75);
        out.parsed.resume.basics.summary = out.take("/basics/summary".to_owned(), found);
    }
}

#[cfg(test)]
mod tests {
    use super::{cut_after_name, name_core};
    use vitae_text::TextRange;

    #[test]
    fn degrees_and_pronouns_on_the_next_line_are_not_the_name() {
        for (text, name) in [
            ("Ida van 't\nHoog-Oduya, MSc\n(she/her)", "Ida van 't\nHoog-Oduya"),
            ("Ida van 't Hoog,\nMSc (she/her)", "Ida van 't Hoog"),
            ("Ida Hoog, MSc\n(she/her)", "Ida Hoog"),
            ("Ida\nHoog", "Ida\nHoog"),
        ] {
            let mut at = 0;
            let mut pieces = Vec::new();
            for line in text.lines() {
                pieces.push(TextRange::at(at, at + line.len()));
                at += line.len() + 1;
            }
            pieces[0] = name_core(text, pieces[0]);
            cut_after_name(text, &mut pieces);
            let whole = pieces.into_iter().reduce(TextRange::cover).unwrap();
            assert_eq!(whole.of(text), name);
        }
    }
}
