//! What a model gets to see: a report goes in, numbered lines come out, each with its place in the
//! resume. Lines that give orders to a machine, and what is to stay here, are not among them.

use vitae::report::TextRange;
use vitae::{Document, Report, Resume};
use vitae_facts::{Owner, anatomy};
use vitae_pack::Pack;

/// More lines than any resume has.
const MOST_LINES: usize = 400;
/// The most characters of a line that are sent.
const MOST_OF_LINE: usize = 1_000;
/// A line that proves this much is left as it is.
const STRONG: u8 = 80;
/// Rules whose findings say that a machine is spoken to, or that people do not see a text.
const WITHHELD: [&str; 2] = ["FIL002", "FIL010"];

/// One line.
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) id: u32,
    /// Its JSON pointer in the resume.
    pub(super) pointer: String,
    /// As the resume says it.
    pub(super) own: String,
    /// As it is sent.
    pub(super) sent: String,
    pub(super) range: Option<TextRange>,
    pub(super) line: Option<u32>,
    pub(super) page: Option<u32>,
    /// The entry that it belongs to.
    pub(super) owner: Option<Owner>,
    /// It is not sent.
    pub(super) withheld: bool,
    /// How much it proves, for bullets that may be rewritten.
    pub(super) strength: Option<u8>,
    /// The part that it stands in.
    pub(super) part: usize,
}

/// The lines by part.
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// What each part is: `role: Backend Engineer · Example Ltd · 2021-03 to now`.
    pub(super) parts: Vec<String>,
    /// Lines that were too many.
    pub(super) left_out: usize,
}

impl Sheet {
    pub(super) fn new(report: &Report, document: &Document, redact: bool) -> Self {
        let masked = redact.then(|| {
            let mut masked = report.clone();
            masked.anonymise(1);
            masked.resume
        });
        let mut writer = Writer {
            report,
            document,
            own: &report.resume,
            sent: masked.as_ref().unwrap_or(&report.resume),
            sheet: Self { lines: Vec::new(), parts: Vec::new(), left_out: 0 },
        };
        writer.head(redact);
        writer.work();
        writer.projects();
        writer.volunteering();
        writer.rest();
        writer.sheet
    }

    /// The weakest bullets, in printed order.
    pub(super) fn weakest(&self, most: usize) -> Vec<usize> {
        let bullets = self.lines.iter().enumerate();
        let mut weak: Vec<(u8, usize)> = bullets
            .filter_map(|(index, line)| Some((line.strength?, index)))
            .filter(|(strength, _)| *strength < STRONG)
            .collect();
        weak.sort_unstable();
        let mut weak: Vec<usize> = weak.into_iter().take(most).map(|(_, index)| index).collect();
        weak.sort_unstable();
        weak
    }

    /// The line of a number that a model gave.
    pub(super) fn line(&self, id: u32) -> Option<&Line> {
        let line = self.lines.get((id as usize).checked_sub(1)?)?;
        (!line.withheld).then_some(line)
    }
}

struct Writer<'a> {
    report: &'a Report,
    document: &'a Document,
    own: &'a Resume,
    sent: &'a Resume,
    sheet: Sheet,
}

impl Writer<'_> {
    fn part(&mut self, what: &str, fields: &[&str]) {
        let said: Vec<&str> = fields.iter().copied().filter(|field| !field.is_empty()).collect();
        self.sheet.parts.push(format!("{what}: {}", said.join(" · ")));
    }

    /// Adds one field as a line; `label` says what it is where its words do not.
    fn line(&mut self, pointer: String, label: &str, own: &str, sent: &str, owner: Option<Owner>) {
        if own.trim().is_empty() {
            return;
        }
        if self.sheet.lines.len() >= MOST_LINES {
            self.sheet.left_out += 1;
            return;
        }
        let field = self.report.fields.get(&pointer);
        let range = field.and_then(|field| field.ranges.iter().copied().reduce(TextRange::cover));
        let withheld = field.is_some_and(|field| self.is_withheld(&field.ranges));
        let bullet = owner.is_some() && pointer.contains("/highlights/");
        let open = bullet && !withheld && own == sent && own.chars().count() <= MOST_OF_LINE;
        let strength = open.then(|| anatomy(own, Pack::builtin()).strength);
        let cut: String = sent.chars().take(MOST_OF_LINE).collect();
        self.sheet.lines.push(Line {
            id: self.sheet.lines.len() as u32 + 1,
            own: own.to_owned(),
            sent: if label.is_empty() { cut } else { format!("{label}: {cut}") },
            line: range.map(|range| self.document.line_number(range.start)),
            page: range
                .and_then(|range| self.document.page_at(range.start))
                .and_then(|page| u32::try_from(page + 1).ok()),
            range,
            owner,
            withheld,
            strength,
            part: self.sheet.parts.len().saturating_sub(1),
            pointer,
        });
    }

    fn is_withheld(&self, ranges: &[TextRange]) -> bool {
        let suppressed = self.report.suppressed.iter().map(|one| &one.finding);
        let findings = self.report.findings.iter().chain(suppressed);
        findings.filter(|finding| WITHHELD.contains(&finding.code.as_str())).any(|finding| {
            let places = finding.range.iter().chain(&finding.also);
            places.into_iter().any(|place| ranges.iter().any(|range| range.overlaps(*place)))
        })
    }

    fn head(&mut self, redact: bool) {
        let (own, sent) = (&self.own.basics, &self.sent.basics);
        self.part("head", &[]);
        let contact =
            [("name", &own.name), ("email", &own.email), ("phone", &own.phone), ("url", &own.url)];
        for (key, value) in contact.into_iter().filter(|_| !redact) {
            self.line(format!("/basics/{key}"), key, value, value, None);
        }
        let profiles = own.profiles.iter().enumerate().filter(|_| !redact);
        for (index, profile) in profiles {
            let pointer = format!("/basics/profiles/{index}/url");
            self.line(pointer, "profile", &profile.url, &profile.url, None);
        }
        let place = [&own.location.city, &own.location.region, &own.location.country_code];
        let place: Vec<&str> = place.into_iter().map(String::as_str).collect();
        let place = place.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>();
        let place = place.join(", ");
        self.line("/basics/location/city".into(), "place", &place, &place, None);
        self.line("/basics/label".into(), "title", &own.label, &sent.label, None);
        self.line("/basics/summary".into(), "summary", &own.summary, &sent.summary, None);
    }

    fn work(&mut self) {
        for (index, (own, sent)) in self.own.work.iter().zip(&self.sent.work).enumerate() {
            let dates = dates(&sent.start_date, &sent.end_date);
            self.part("role", &[&sent.position, &sent.name, &sent.location, &dates]);
            let owner = Owner::Work(index);
            let at = format!("/work/{index}");
            self.entry(
                &at,
                owner,
                [&own.description, &own.summary],
                [&sent.description, &sent.summary],
            );
            self.bullets(&at, owner, &own.highlights, &sent.highlights);
        }
    }

    fn projects(&mut self) {
        for (index, (own, sent)) in self.own.projects.iter().zip(&self.sent.projects).enumerate() {
            let dates = dates(&sent.start_date, &sent.end_date);
            self.part("project", &[&sent.name, &sent.entity, &dates, &sent.keywords.join(", ")]);
            let owner = Owner::Project(index);
            let at = format!("/projects/{index}");
            self.entry(&at, owner, [&own.description, ""], [&sent.description, ""]);
            self.bullets(&at, owner, &own.highlights, &sent.highlights);
        }
    }

    fn volunteering(&mut self) {
        for (index, (own, sent)) in self.own.volunteer.iter().zip(&self.sent.volunteer).enumerate()
        {
            let dates = dates(&sent.start_date, &sent.end_date);
            self.part("volunteering", &[&sent.position, &sent.organization, &dates]);
            let owner = Owner::Volunteer(index);
            let at = format!("/volunteer/{index}");
            self.entry(&at, owner, ["", &own.summary], ["", &sent.summary]);
            self.bullets(&at, owner, &own.highlights, &sent.highlights);
        }
    }

    fn entry(&mut self, at: &str, owner: Owner, own: [&str; 2], sent: [&str; 2]) {
        for (key, (own, sent)) in ["description", "summary"].iter().zip(own.iter().zip(sent)) {
            self.line(format!("{at}/{key}"), "", own, sent, Some(owner));
        }
    }

    fn bullets(&mut self, at: &str, owner: Owner, own: &[String], sent: &[String]) {
        for (index, (own, sent)) in own.iter().zip(sent).enumerate() {
            self.line(format!("{at}/highlights/{index}"), "", own, sent, Some(owner));
        }
    }

    /// Education, certificates and skills, one line each.
    fn rest(&mut self) {
        let (own, sent) = (self.own, self.sent);
        self.part("education and certificates", &[]);
        for (index, school) in sent.education.iter().enumerate() {
            let dates = dates(&school.start_date, &school.end_date);
            let said =
                [&school.study_type, &school.area, &school.institution, &dates, &school.score];
            let said = joined(&said.map(String::as_str));
            self.line(format!("/education/{index}/institution"), "education", &said, &said, None);
        }
        for (index, one) in sent.certificates.iter().enumerate() {
            let said = joined(&[&one.name, &one.issuer, &one.date]);
            self.line(format!("/certificates/{index}/name"), "certificate", &said, &said, None);
        }
        for (index, one) in sent.publications.iter().enumerate() {
            let said = joined(&[&one.name, &one.publisher, &one.release_date]);
            self.line(format!("/publications/{index}/name"), "publication", &said, &said, None);
        }
        self.part("skills", &[]);
        for (index, (own, sent)) in own.skills.iter().zip(&sent.skills).enumerate() {
            let (own_words, sent_words) = (own.keywords.join(", "), sent.keywords.join(", "));
            let pointer = format!("/skills/{index}/keywords/0");
            if own.keywords.is_empty() {
                self.line(format!("/skills/{index}/name"), "", &own.name, &sent.name, None);
            } else {
                self.line(pointer, &sent.name, &own_words, &sent_words, None);
            }
        }
        for (index, one) in sent.languages.iter().enumerate() {
            let said = joined(&[&one.language, &one.fluency]);
            self.line(format!("/languages/{index}/language"), "language", &said, &said, None);
        }
    }
}

fn joined(fields: &[&str]) -> String {
    let said = fields.iter().filter(|field| !field.is_empty()).copied();
    said.collect::<Vec<_>>().join(" · ")
}

fn dates(start: &str, end: &str) -> String {
    match (start.is_empty(), end.is_empty()) {
        (true, true) => String::new(),
        (true, false) => end.to_owned(),
        (false, true) => format!("{start} to now"),
        (false, false) => format!("{start} to {end}"),
    }
}
