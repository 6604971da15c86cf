//! A resume as lines of text in reading order, each piece with the field it shows. The document
//! beside an import and the plain-text resume are made of the same lines.

use crate::{Award, Basics, Certificate, Education, Profile, Project, Publication, Resume, Skill};
use vitae_pack::SectionKind;

/// What a line is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// The person's name.
    Name,
    /// First line of an entry.
    Entry,
    /// Anything else.
    Text,
    /// A bullet.
    Item,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What is printed.
    pub(crate) text: String,
    /// JSON pointers of the fields that it shows; empty for separators.
    pub(crate) fields: Vec<String>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlannedLine {
    /// What it is.
    pub(crate) kind: LineKind,
    /// Its pieces, printed one after the other.
    pub(crate) pieces: Vec<Piece>,
}

/// A section; the first has no heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlannedSection {
    /// What it is.
    pub(crate) kind: SectionKind,
    /// Its heading.
    pub(crate) heading: String,
    /// Its lines.
    pub(crate) lines: Vec<PlannedLine>,
}

/// Sections in the order of JSON Resume, with a heading where the file has none.
pub(crate) const ORDER: &[(SectionKind, &str)] = &[
    (SectionKind::Summary, "Summary"),
    (SectionKind::Work, "Experience"),
    (SectionKind::Projects, "Projects"),
    (SectionKind::Education, "Education"),
    (SectionKind::Skills, "Skills"),
    (SectionKind::Certificates, "Certificates"),
    (SectionKind::Awards, "Awards"),
    (SectionKind::Publications, "Publications"),
    (SectionKind::Volunteer, "Volunteering"),
    (SectionKind::Languages, "Languages"),
    (SectionKind::Interests, "Interests"),
    (SectionKind::References, "References"),
];

/// How a field was printed, where its value was normalised.
pub(crate) type Printed<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// Lays a resume out. `order` names sections that come first, with their headings.
pub(crate) fn lay_out(
    resume: &Resume,
    order: &[(SectionKind, String)],
    printed: &Printed<'_>,
) -> Vec<PlannedSection> {
    let rest = ORDER.iter().filter(|(kind, _)| !order.iter().any(|(known, _)| known == kind));
    let all = order.iter().cloned().chain(rest.map(|(kind, name)| (*kind, (*name).to_owned())));
    let mut sections = vec![PlannedSection {
        kind: SectionKind::Header,
        heading: String::new(),
        lines: header(&resume.basics),
    }];
    for (kind, heading) in all {
        let mut writer = Writer { lines: Vec::new(), printed };
        writer.section(resume, kind);
        if !writer.lines.is_empty() {
            sections.push(PlannedSection { kind, heading, lines: writer.lines });
        }
    }
    sections
}

fn header(basics: &Basics) -> Vec<PlannedLine> {
    let mut line = Line::new(LineKind::Name);
    line.add("", "/basics/name", &basics.name);
    let mut label = Line::new(LineKind::Text);
    label.add("", "/basics/label", &basics.label);
    let mut contact = Line::new(LineKind::Text);
    contact.add(" | ", "/basics/email", &basics.email);
    contact.add(" | ", "/basics/phone", &basics.phone);
    let mut place = Line::new(LineKind::Text);
    let location = &basics.location;
    place.add(", ", "/basics/location/address", &location.address);
    place.add(", ", "/basics/location/postalCode", &location.postal_code);
    let glue = if location.postal_code.is_empty() { ", " } else { " " };
    place.add(glue, "/basics/location/city", &location.city);
    place.add(", ", "/basics/location/region", &location.region);
    place.add(", ", "/basics/location/countryCode", &location.country_code);
    let mut web = Line::new(LineKind::Text);
    web.add(" | ", "/basics/url", &basics.url);
    for (index, profile) in basics.profiles.iter().enumerate() {
        add_profile(&mut web, index, profile);
    }
    [line, label, contact, place, web].into_iter().filter_map(Line::finish).collect()
}

fn add_profile(line: &mut Line, index: usize, profile: &Profile) {
    let base = format!("/basics/profiles/{index}");
    if profile.url.is_empty() {
        line.add(" | ", &format!("{base}/network"), &profile.network);
        line.add(": ", &format!("{base}/username"), &profile.username);
    } else {
        // The address shows the user name; the network is named where the address does not tell.
        line.add(" | ", &format!("{base}/url"), &profile.url);
    }
}

/// A line that is being put together; separators stand only between pieces that exist.
struct Line {
    kind: LineKind,
    pieces: Vec<Piece>,
}

impl Line {
    fn new(kind: LineKind) -> Self {
        Self { kind, pieces: Vec::new() }
    }

    fn add(&mut self, glue: &str, field: &str, text: &str) {
        self.add_fields(glue, vec![field.to_owned()], text);
    }

    fn add_fields(&mut self, glue: &str, fields: Vec<String>, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.glue(glue);
        self.pieces.push(Piece { text: flat(text), fields });
    }

    fn glue(&mut self, glue: &str) {
        if !self.pieces.is_empty() {
            self.pieces.push(Piece { text: glue.to_owned(), fields: Vec::new() });
        }
    }

    fn finish(self) -> Option<PlannedLine> {
        (!self.pieces.is_empty()).then_some(PlannedLine { kind: self.kind, pieces: self.pieces })
    }
}

/// One line of what may be several.
fn flat(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        text.split(['\n', '\r'])
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        text.to_owned()
    }
}

struct Writer<'a> {
    lines: Vec<PlannedLine>,
    printed: &'a Printed<'a>,
}

impl Writer<'_> {
    fn push(&mut self, line: Line) {
        self.lines.extend(line.finish());
    }

    fn section(&mut self, resume: &Resume, kind: SectionKind) {
        match kind {
            SectionKind::Summary => self.paragraphs("/basics/summary", &resume.basics.summary),
            SectionKind::Work => self.work(resume),
            SectionKind::Volunteer => self.volunteer(resume),
            SectionKind::Education => each(&resume.education, |i, entry| self.education(i, entry)),
            SectionKind::Projects => each(&resume.projects, |i, entry| self.project(i, entry)),
            SectionKind::Skills => each(&resume.skills, |i, entry| self.skill(i, entry)),
            SectionKind::Certificates => {
                each(&resume.certificates, |i, entry| self.certificate(i, entry));
            }
            SectionKind::Awards => each(&resume.awards, |i, entry| self.award(i, entry)),
            SectionKind::Publications => {
                each(&resume.publications, |i, entry| self.publication(i, entry));
            }
            SectionKind::Languages => self.languages(resume),
            SectionKind::Interests => self.interests(resume),
            SectionKind::References => self.references(resume),
            _ => {}
        }
    }

    fn paragraphs(&mut self, field: &str, text: &str) {
        for paragraph in text.split('\n') {
            let mut line = Line::new(LineKind::Text);
            line.add("", field, paragraph);
            self.push(line);
        }
    }

    fn items(&mut self, field: &str, items: &[String]) {
        for (index, item) in items.iter().enumerate() {
            let mut line = Line::new(LineKind::Item);
            line.add("", &format!("{field}/{index}"), item);
            self.push(line);
        }
    }

    fn field(&mut self, field: &str, text: &str) {
        let mut line = Line::new(LineKind::Text);
        line.add("", field, text);
        self.push(line);
    }

    /// `start – end` after a tab, as it was printed where that is known.
    fn period(&self, line: &mut Line, base: &str, start: &str, end: &str, open: bool) {
        let (from, to) = (format!("{base}/startDate"), format!("{base}/endDate"));
        let first = (self.printed)(&from).filter(|_| !start.is_empty());
        let last = (self.printed)(&to).filter(|_| !end.is_empty());
        if let Some(whole) = first.as_ref().filter(|first| {
            last.as_ref() == Some(first) || (end.is_empty() && open && first.len() > start.len())
        }) {
            let fields = if end.is_empty() { vec![from] } else { vec![from, to] };
            line.add_fields("\t", fields, whole);
            return;
        }
        // One date that is both is printed once.
        if first.is_none() && last.is_none() && start == end && !start.is_empty() {
            line.add_fields("\t", vec![from, to], start);
            return;
        }
        line.add("\t", &from, first.as_deref().unwrap_or(start));
        let joined = if start.is_empty() { "\t" } else { " – " };
        if !end.is_empty() {
            line.add(joined, &to, last.as_deref().unwrap_or(end));
        } else if open && !start.is_empty() {
            line.glue(" – Present");
        }
    }

    fn work(&mut self, resume: &Resume) {
        for (index, work) in resume.work.iter().enumerate() {
            let base = format!("/work/{index}");
            let mut head = Line::new(LineKind::Entry);
            head.add("", &format!("{base}/position"), &work.position);
            self.period(&mut head, &base, &work.start_date, &work.end_date, true);
            self.push(head);
            let mut employer = Line::new(LineKind::Text);
            employer.add(", ", &format!("{base}/name"), &work.name);
            employer.add(", ", &format!("{base}/location"), &work.location);
            self.push(employer);
            self.field(&format!("{base}/url"), &work.url);
            self.paragraphs(&format!("{base}/description"), &work.description);
            self.paragraphs(&format!("{base}/summary"), &work.summary);
            self.items(&format!("{base}/highlights"), &work.highlights);
        }
    }

    fn volunteer(&mut self, resume: &Resume) {
        for (index, entry) in resume.volunteer.iter().enumerate() {
            let base = format!("/volunteer/{index}");
            let mut head = Line::new(LineKind::Entry);
            head.add("", &format!("{base}/position"), &entry.position);
            self.period(&mut head, &base, &entry.start_date, &entry.end_date, true);
            self.push(head);
            self.field(&format!("{base}/organization"), &entry.organization);
            self.field(&format!("{base}/url"), &entry.url);
            self.paragraphs(&format!("{base}/summary"), &entry.summary);
            self.items(&format!("{base}/highlights"), &entry.highlights);
        }
    }

    fn education(&mut self, index: usize, entry: &Education) {
        let base = format!("/education/{index}");
        let mut head = Line::new(LineKind::Entry);
        head.add("", &format!("{base}/studyType"), &entry.study_type);
        head.add(", ", &format!("{base}/area"), &entry.area);
        self.period(&mut head, &base, &entry.start_date, &entry.end_date, false);
        self.push(head);
        self.field(&format!("{base}/institution"), &entry.institution);
        self.field(&format!("{base}/url"), &entry.url);
        self.labelled("Grade: ", &format!("{base}/score"), &entry.score);
        self.listed("Courses: ", &format!("{base}/courses"), &entry.courses);
    }

    fn labelled(&mut self, label: &str, field: &str, text: &str) {
        if !text.trim().is_empty() {
            let mut line = Line::new(LineKind::Text);
            line.pieces.push(Piece { text: label.to_owned(), fields: Vec::new() });
            line.add("", field, text);
            self.push(line);
        }
    }

    /// `label: one, two`.
    fn listed(&mut self, label: &str, field: &str, items: &[String]) {
        let mut line = Line::new(LineKind::Text);
        for (index, item) in items.iter().enumerate() {
            line.add(", ", &format!("{field}/{index}"), item);
        }
        if !line.pieces.is_empty() && !label.is_empty() {
            line.pieces.insert(0, Piece { text: label.to_owned(), fields: Vec::new() });
        }
        self.push(line);
    }

    fn project(&mut self, index: usize, entry: &Project) {
        let base = format!("/projects/{index}");
        let mut head = Line::new(LineKind::Entry);
        head.add("", &format!("{base}/name"), &entry.name);
        head.add(", ", &format!("{base}/entity"), &entry.entity);
        for (at, role) in entry.roles.iter().enumerate() {
            head.add(", ", &format!("{base}/roles/{at}"), role);
        }
        self.period(&mut head, &base, &entry.start_date, &entry.end_date, false);
        self.push(head);
        self.field(&format!("{base}/url"), &entry.url);
        self.paragraphs(&format!("{base}/description"), &entry.description);
        self.items(&format!("{base}/highlights"), &entry.highlights);
        self.listed("", &format!("{base}/keywords"), &entry.keywords);
    }

    fn skill(&mut self, index: usize, entry: &Skill) {
        let base = format!("/skills/{index}");
        let mut line = Line::new(LineKind::Text);
        line.add("", &format!("{base}/name"), &entry.name);
        if !entry.level.trim().is_empty() {
            line.add(" (", &format!("{base}/level"), &entry.level);
            line.glue(if line.pieces.len() > 1 { ")" } else { "" });
        }
        for (at, keyword) in entry.keywords.iter().enumerate() {
            let glue = if at == 0 { ": " } else { ", " };
            line.add(glue, &format!("{base}/keywords/{at}"), keyword);
        }
        self.push(line);
    }

    /// A head line of a name, who stands behind it and a date.
    fn dated(&mut self, name: (String, &str), by: (String, &str), date: (String, &str)) {
        let mut head = Line::new(LineKind::Entry);
        head.add("", &name.0, name.1);
        head.add(", ", &by.0, by.1);
        let shown = (self.printed)(&date.0).filter(|_| !date.1.is_empty());
        head.add("\t", &date.0, shown.as_deref().unwrap_or(date.1));
        self.push(head);
    }

    fn certificate(&mut self, index: usize, entry: &Certificate) {
        let at = |field: &str| format!("/certificates/{index}/{field}");
        self.dated(
            (at("name"), &entry.name),
            (at("issuer"), &entry.issuer),
            (at("date"), &entry.date),
        );
        self.field(&at("url"), &entry.url);
    }

    fn award(&mut self, index: usize, entry: &Award) {
        let at = |field: &str| format!("/awards/{index}/{field}");
        self.dated(
            (at("title"), &entry.title),
            (at("awarder"), &entry.awarder),
            (at("date"), &entry.date),
        );
        self.paragraphs(&at("summary"), &entry.summary);
    }

    fn publication(&mut self, index: usize, entry: &Publication) {
        let at = |field: &str| format!("/publications/{index}/{field}");
        let by = (at("publisher"), entry.publisher.as_str());
        self.dated((at("name"), &entry.name), by, (at("releaseDate"), &entry.release_date));
        self.field(&at("url"), &entry.url);
        self.paragraphs(&at("summary"), &entry.summary);
    }

    fn languages(&mut self, resume: &Resume) {
        for (index, entry) in resume.languages.iter().enumerate() {
            let mut line = Line::new(LineKind::Text);
            line.add("", &format!("/languages/{index}/language"), &entry.language);
            line.add(": ", &format!("/languages/{index}/fluency"), &entry.fluency);
            self.push(line);
        }
    }

    fn interests(&mut self, resume: &Resume) {
        for (index, entry) in resume.interests.iter().enumerate() {
            let mut line = Line::new(LineKind::Text);
            line.add("", &format!("/interests/{index}/name"), &entry.name);
            for (at, keyword) in entry.keywords.iter().enumerate() {
                let glue = if at == 0 { ": " } else { ", " };
                line.add(glue, &format!("/interests/{index}/keywords/{at}"), keyword);
            }
            self.push(line);
        }
    }

    fn references(&mut self, resume: &Resume) {
        for (index, entry) in resume.references.iter().enumerate() {
            self.field(&format!("/references/{index}/name"), &entry.name);
            self.paragraphs(&format!("/references/{index}/reference"), &entry.reference);
        }
    }
}

fn each<T>(entries: &[T], mut write: impl FnMut(usize, &T)) {
    for (index, entry) in entries.iter().enumerate() {
        write(index, entry);
    }
}
