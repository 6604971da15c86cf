//! Education: entries to school, degree, subject, grade, courses and dates.

use super::atoms::{Atom, cut};
use super::entries::split_list as split_entries;
use super::fields::{Domain, Label, read_all};
use super::lexicon::evidence;
use super::out::{Found, Out, item, under};
use super::rows::Rows;
use super::skills::split_list;
use super::work::{entry_date, period, pieces, take_list};
use crate::Education;
use std::ops::Range;
use vitae_pack::Pack;
use vitae_text::{TextRange, tokenize};

/// Words before or after a grade.
const GRADE_WORDS: &[&str] = &[
    "gpa",
    "cgpa",
    "grade",
    "note",
    "score",
    "average",
    "marks",
    "percentage",
    "result",
    "wam",
    "abschlussnote",
    "gesamtnote",
    "mention",
    "nota",
    "media",
    "promedio",
    "coefficient",
    "cra",
    "학점",
    "평점",
    "成績",
    "绩点",
    "honours",
    "honors",
    "distinction",
    "merit",
    "laude",
    "class",
];
/// Labels of lists of courses.
const COURSE_WORDS: &[&str] = &[
    "coursework",
    "courses",
    "modules",
    "course",
    "subjects",
    "kurse",
    "module",
    "cours",
    "cursos",
    "asignaturas",
    "disciplinas",
    "curriculum",
    "electives",
    "schwerpunkte",
];
/// Subjects that are part of a degree's name after `of`.
const OF_WHAT: &[&str] = &[
    "science",
    "arts",
    "engineering",
    "technology",
    "philosophy",
    "business administration",
    "laws",
    "commerce",
    "education",
    "applied science",
    "computer applications",
    "computing",
    "mathematics",
    "fine arts",
    "advanced study",
    "research",
    "higher education",
    "economics",
];

/// Adds a section of education.
pub(crate) fn add_education(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let entries = split_entries(rows, range);
    let atoms: Vec<Vec<Atom>> = entries.iter().map(|entry| cut(rows, &entry.head)).collect();
    let readings = read_all(&atoms, Domain::Education);
    let dated = entries.iter().any(|entry| entry_date(rows, entry).is_some());
    for ((entry, atoms), reading) in entries.iter().zip(&atoms).zip(&readings) {
        let stray = dated && entry_date(rows, entry).is_none() && !is_study(atoms);
        if stray {
            continue;
        }
        let at = out.parsed.resume.education.len();
        let pointer = item("/education", at);
        let mut one = Education::default();
        for segment in &reading.segments {
            let pieces = pieces(atoms, *segment);
            match segment.label {
                Label::Title => degree(out, rows.pack, &pointer, &pieces, &mut one),
                Label::Org => {
                    let found = out.join(&pieces, 90);
                    let found = cut_cjk(out, rows.pack, &pointer, found, &mut one);
                    one.institution = out.take_at(&pointer, "institution", found);
                }
                Label::Place => {
                    let found = out.join(&pieces, 70);
                    let place = out.take_at(&pointer, "location", found);
                    one.extra.insert("location".to_owned(), place.into());
                }
                Label::Other => {
                    let found = out.join(&pieces, 85);
                    if !grade(out, &pointer, &found, &mut one) {
                        for atom in &atoms[segment.from..segment.to] {
                            let found = out.join(&[atom.range], 85);
                            grade(out, &pointer, &found, &mut one);
                        }
                    }
                }
            }
        }
        for block in &entry.body {
            body(out, rows, block.clone(), &pointer, &mut one);
        }
        if one.institution.is_empty() && one.study_type.is_empty() && one.area.is_empty() {
            continue;
        }
        let date = entry_date(rows, entry);
        (one.start_date, one.end_date) = period(out, &pointer, date, true);
        out.parsed.resume.education.push(one);
    }
}

/// `한강대학교 컴퓨터공학과 학사`, `青葉大学 工学部 情報工学科 卒業`: school, subject and degree with
/// spaces alone between them. Gives the school; without such words, all of it.
fn cut_cjk(out: &mut Out, pack: &Pack, pointer: &str, found: Found, one: &mut Education) -> Found {
    const DONE: &[&str] = &["卒業", "修了", "卒", "졸업", "수료", "재학", "중퇴", "毕业", "毕業"];
    let words: Vec<&str> = found.text.split_whitespace().collect();
    let is_school = |word: &&str| !word.is_ascii() && pack.has_school_ending(word);
    let Some(last) = words.iter().position(&is_school).filter(|_| words.len() > 1) else {
        return found;
    };
    let (mut area, mut study) = (Vec::new(), Vec::new());
    for word in &words[last + 1..] {
        let plain = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        if word.is_ascii() {
            return found;
        }
        if is_degree(plain, pack) {
            study.push(plain);
        } else if !DONE.contains(&plain) {
            area.push(plain);
        }
    }
    let part = |text: String| Found { text, ..found.clone() };
    if one.area.is_empty() && one.study_type.is_empty() {
        one.area = out.take_at(pointer, "area", part(area.join(" ")));
        one.study_type = out.take_at(pointer, "studyType", part(study.join(" ")));
    }
    part(words[..=last].join(" "))
}

/// A school or a degree is named.
fn is_study(atoms: &[Atom]) -> bool {
    atoms.iter().any(|atom| atom.evidence.school + atom.evidence.degree > 0)
}

/// `BSc (Hons) in Computing`, `M.S., Statistics`, `Diplom Informatik`: degree and subject.
fn degree(out: &mut Out, pack: &Pack, pointer: &str, pieces: &[TextRange], one: &mut Education) {
    let found = out.join(pieces, 90);
    let text = found.text.clone();
    let (text, honours) = split_honours(&text, pack);
    let (study, area) = split_degree(text, pack);
    let part = |part: &str| Found { text: part.to_owned(), ..found.clone() };
    one.study_type = out.take_at(pointer, "studyType", part(study));
    if let Some(honours) = honours.filter(|_| one.score.is_empty()) {
        one.score = out.take_at(pointer, "score", part(honours));
    }
    one.area = out.take_at(pointer, "area", part(area));
}

fn is_degree(text: &str, pack: &Pack) -> bool {
    evidence(text, &tokenize(text), pack).degree > 0
}

fn split_degree<'a>(text: &'a str, pack: &Pack) -> (&'a str, &'a str) {
    if let Some(parts) = bracketed_subject(text, pack) {
        return parts;
    }
    for word in [" in ", " im Fach ", " en ", " em "] {
        if let Some((degree, area)) = text.split_once(word)
            && is_degree(degree, pack)
        {
            return (trim(degree), trim(area));
        }
    }
    // Where words have no spaces between them, commas have none either.
    if let Some((degree, area)) = text.split_once([',', '，', '、'])
        && !degree.is_ascii()
        && is_degree(degree, pack)
    {
        return (trim(degree), trim(area));
    }
    for mark in [", ", " – ", " — ", " - ", ": "] {
        if let Some((degree, area)) = text.split_once(mark) {
            if is_degree(degree, pack) {
                return (trim(degree), trim(area));
            }
            if is_degree(area, pack) && mark != ", " {
                return (trim(area), trim(degree));
            }
        }
    }
    let lower = text.to_lowercase();
    if let Some(at) = lower.find(" of ") {
        let rest = &lower[at + 4..];
        let subject =
            OF_WHAT.iter().filter(|what| rest.starts_with(**what)).map(|what| what.len()).max();
        if let Some(len) = subject {
            let end = at + 4 + len;
            if text.is_char_boundary(end) && lower.len() == text.len() {
                let end = bracket_end(text, end);
                return (trim(&text[..end]), trim(&text[end..]));
            }
        }
        return (text, "");
    }
    // Words from the left for as long as they are the degree.
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let core = word.trim();
        if !is_degree(core, pack) && !core.starts_with('(') {
            break;
        }
        end += word.len();
    }
    if end == 0 {
        return if is_degree(text, pack) { (text, "") } else { ("", text) };
    }
    (trim(&text[..end]), trim(&text[end..]))
}

/// `学士（情報工学）`, `BSc (Computer Science)`: degree and subject, where a bracket holds the subject.
fn bracketed_subject<'a>(text: &'a str, pack: &Pack) -> Option<(&'a str, &'a str)> {
    let open = text.find(['(', '（'])?;
    let inner =
        text[open..].trim_start_matches(['(', '（']).trim_end().strip_suffix([')', '）'])?;
    let subject = !inner.is_ascii() || pack.study_field(&tokenize(inner)).is_some();
    (is_degree(&text[..open], pack) && subject).then(|| (trim(&text[..open]), trim(inner)))
}

/// A grade in words in brackets after the subject (`Physics (First Class Honours)`).
fn split_honours<'a>(area: &'a str, pack: &Pack) -> (&'a str, Option<&'a str>) {
    if let Some((subject, grade)) = area.rsplit_once(", ") {
        let tokens = tokenize(grade);
        if pack.honours(&tokens).is_some_and(|taken| taken == tokens.len()) {
            return (trim(subject), Some(grade.trim()));
        }
    }
    let Some((subject, rest)) = area.split_once('(') else { return (area, None) };
    let inner = rest.trim_end_matches(')').trim();
    match pack.honours(&tokenize(inner)) {
        Some(_) => (trim(subject), Some(inner)),
        None => (area, None),
    }
}

/// Past a bracket that follows (`(Hons)`).
fn bracket_end(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let inner = rest.trim_start();
    match (inner.starts_with('('), inner.find(')')) {
        (true, Some(close)) => end + (rest.len() - inner.len()) + close + 1,
        _ => end,
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|ch: char| {
        ch.is_whitespace() || matches!(ch, ',' | ':' | '–' | '—' | '·' | '|')
    })
}

/// `GPA 3.71`, `Grade 2:1`, `8.4 CGPA`: the grade without its label. Says whether it was one.
fn grade(out: &mut Out, pointer: &str, found: &Found, one: &mut Education) -> bool {
    let text = found.text.as_str();
    if !one.score.is_empty() || text.split_whitespace().count() > 6 {
        return false;
    }
    let tokens = tokenize(text);
    let named = tokens.iter().any(|token| {
        let word = token.range.of(text).to_lowercase();
        GRADE_WORDS.contains(&word.as_str())
    });
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let short_number = digits && text.len() <= 10;
    if !named && !short_number {
        return false;
    }
    let mut value = text;
    if let Some(at) = text.find(|ch: char| ch.is_ascii_digit()) {
        let before = text[..at].trim().trim_end_matches(':').trim_end().to_lowercase();
        if GRADE_WORDS.iter().any(|word| before.ends_with(word)) {
            value = &text[at..];
        }
    }
    let value = Found { text: value.trim().to_owned(), ..found.clone() };
    one.score = out.take_at(pointer, "score", value);
    true
}

/// A line under the entry: courses or a grade.
fn body(out: &mut Out, rows: &Rows, block: Range<usize>, pointer: &str, one: &mut Education) {
    let found = out.join_rows(&rows.rows[block.clone()], 85);
    let Some((label, rest)) = found.text.split_once(':') else { return };
    let lower = label.to_lowercase();
    let says =
        |words: &[&str]| words.iter().any(|word| lower.split_whitespace().any(|w| w == *word));
    if says(COURSE_WORDS) {
        let list: Vec<Found> = split_list(rest.trim())
            .into_iter()
            .map(|name| Found {
                text: name.to_owned(),
                ranges: found.ranges.clone(),
                confidence: 85,
                doubt: None,
            })
            .collect();
        one.courses = take_list(out, &under(pointer, "courses"), list);
    } else if says(GRADE_WORDS) && one.score.is_empty() {
        let value = Found { text: rest.trim().to_owned(), ..found.clone() };
        one.score = out.take_at(pointer, "score", value);
    }
}

#[cfg(test)]
mod tests {
    use super::split_degree;
    use vitae_pack::Pack;

    #[test]
    fn degrees_leave_their_subject() {
        for (text, degree, area) in [
            ("本科，软件工程", "本科", "软件工程"),
            ("학사,전산학", "학사", "전산학"),
            ("BSc (Hons) in Geology", "BSc (Hons)", "Geology"),
            ("M.S., Statistics", "M.S.", "Statistics"),
            ("M.Sc. Informatik", "M.Sc.", "Informatik"),
            ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
            ("Bachelor of Science (Hons) Physics", "Bachelor of Science (Hons)", "Physics"),
            ("Ph.D. in Computer Science", "Ph.D.", "Computer Science"),
            ("Bachelor, Law", "Bachelor", "Law"),
            ("Computer Science", "", "Computer Science"),
        ] {
            assert_eq!(split_degree(text, Pack::builtin()), (degree, area), "{text}");
        }
    }
}
