//! What was understood of a resume, field by field, for the person to check: doubtful fields carry a
//! question mark, and text that found no place is listed.

use crate::locate::Locator;
use crate::outlet::{View, count};
use crate::terminal::{Paint, cut, pad, printable, width, wrap};
use vitae_document::Document;
use vitae_resume::{Parsed, Resume};

/// Width of the names of fields.
const NAMES: usize = 14;

/// The resume as it was understood.
#[must_use]
pub fn reading(document: &Document, parsed: &Parsed, name: Option<&str>, view: &View) -> String {
    let mut table = Table {
        parsed,
        paint: Paint { on: view.color },
        width: view.width,
        out: String::new(),
        doubtful: 0,
    };
    table.header(document, name);
    table.basics(&parsed.resume);
    table.work(&parsed.resume);
    table.education(&parsed.resume);
    table.projects(&parsed.resume);
    table.skills(&parsed.resume);
    table.others(&parsed.resume);
    table.leftovers(document);
    table.legend();
    table.out
}

struct Table<'a> {
    parsed: &'a Parsed,
    paint: Paint,
    width: usize,
    out: String,
    doubtful: usize,
}

impl Table<'_> {
    fn header(&mut self, document: &Document, name: Option<&str>) {
        let name = name.map_or_else(|| "<stdin>".to_owned(), printable);
        let mut facts = document.format.label().to_owned();
        if !document.pages.is_empty() {
            facts.push_str(&format!(", {}", count(document.pages.len(), "page")));
        }
        self.out.push_str(&format!("{}\n", self.paint.bold(&name)));
        self.out.push_str(&format!("{}\n", self.paint.dim(&format!("{facts} · as understood"))));
    }

    fn heading(&mut self, text: &str) {
        self.out.push_str(&format!("\n{}\n", self.paint.bold(text)));
    }

    /// `? ` when the field is doubtful, else two spaces.
    fn mark(&mut self, pointer: &str) -> &'static str {
        let doubtful =
            self.parsed.sources.get(pointer).is_some_and(|field| field.confidence.is_doubtful());
        self.doubtful += usize::from(doubtful);
        if doubtful { "? " } else { "  " }
    }

    /// A line `? name   value`; nothing when there is no value.
    fn field(&mut self, pointer: &str, name: &str, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        let mark = self.mark(pointer);
        self.line(mark, name, value);
    }

    fn line(&mut self, mark: &str, name: &str, value: &str) {
        let first = format!("{mark}{} ", pad(name, NAMES));
        let text = wrap(&first, value, self.width);
        if mark.starts_with('?') {
            let text = text.strip_prefix('?').unwrap_or(&text);
            self.out.push_str(&self.paint.severity(vitae_lint::Severity::Warning, "?"));
            self.out.push_str(text);
        } else {
            self.out.push_str(&text);
        }
    }

    /// An entry of several fields on one line; one doubtful field marks it.
    fn entry(&mut self, name: &str, parts: &[(String, &str)]) {
        let mut mark = "  ";
        let mut shown = Vec::new();
        for (pointer, value) in parts {
            if value.trim().is_empty() {
                continue;
            }
            let doubtful = self.mark(pointer) == "? ";
            if doubtful {
                mark = "? ";
            }
            shown.push(if doubtful { format!("{value} (?)") } else { (*value).to_owned() });
        }
        if !shown.is_empty() || !name.is_empty() {
            self.line(mark, name, &shown.join(" · "));
        }
    }

    fn bullets(&mut self, highlights: &[String]) {
        for highlight in highlights {
            self.bullet(highlight);
        }
    }

    fn bullet(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let indent = " ".repeat(NAMES + 3);
        let text = cut(&printable(text), self.width.saturating_sub(NAMES + 5));
        self.out.push_str(&format!("{indent}{}\n", self.paint.dim(&format!("• {text}"))));
    }

    fn basics(&mut self, resume: &Resume) {
        let basics = &resume.basics;
        self.heading("contact");
        if basics.is_empty() {
            self.out.push_str("  nothing found\n");
        }
        self.field("/basics/name", "name", &basics.name);
        self.field("/basics/label", "title", &basics.label);
        self.field("/basics/email", "e-mail", &basics.email);
        self.field("/basics/phone", "phone", &basics.phone);
        let place = &basics.location;
        let parts = [
            ("/basics/location/address".to_owned(), place.address.as_str()),
            ("/basics/location/postalCode".to_owned(), place.postal_code.as_str()),
            ("/basics/location/city".to_owned(), place.city.as_str()),
            ("/basics/location/region".to_owned(), place.region.as_str()),
            ("/basics/location/countryCode".to_owned(), place.country_code.as_str()),
        ];
        if !place.is_empty() {
            self.entry("location", &parts);
        }
        self.field("/basics/url", "web site", &basics.url);
        for (index, profile) in basics.profiles.iter().enumerate() {
            let pointer = format!("/basics/profiles/{index}");
            let network = (format!("{pointer}/network"), profile.network.as_str());
            let url = if profile.url.is_empty() { &profile.username } else { &profile.url };
            self.entry("profile", &[network, (format!("{pointer}/url"), url)]);
        }
        self.field("/basics/summary", "summary", &basics.summary);
    }

    fn work(&mut self, resume: &Resume) {
        if resume.work.is_empty() {
            return;
        }
        self.heading(&format!("work ({})", count(resume.work.len(), "role")));
        for (index, work) in resume.work.iter().enumerate() {
            let at = |field: &str| format!("/work/{index}/{field}");
            let dates = span(&work.start_date, &work.end_date);
            let parts = [(at("position"), &*work.position), (at("name"), &work.name)];
            self.dated(&parts, &dates, [at("startDate"), at("endDate")], &work.location);
            self.bullet(&work.summary);
            self.bullets(&work.highlights);
        }
    }

    /// An entry behind its dates.
    fn dated(&mut self, parts: &[(String, &str)], dates: &str, at: [String; 2], place: &str) {
        let doubtful = at.iter().any(|pointer| self.mark(pointer) == "? ");
        let dates = if doubtful { format!("{dates} (?)") } else { dates.to_owned() };
        let mut parts = parts.to_vec();
        parts.push((String::new(), place));
        let before = self.out.len();
        self.entry("", &parts);
        let entry = self.out.split_off(before);
        self.out.push_str(&self.paint.bold(entry.trim_end_matches('\n')));
        self.out.push('\n');
        if !dates.is_empty() {
            let indent = " ".repeat(NAMES + 3);
            self.out.push_str(&format!("{indent}{dates}\n"));
        }
    }

    fn education(&mut self, resume: &Resume) {
        if resume.education.is_empty() {
            return;
        }
        self.heading("education");
        for (index, education) in resume.education.iter().enumerate() {
            let at = |field: &str| format!("/education/{index}/{field}");
            let dates = span(&education.start_date, &education.end_date);
            let parts = [
                (at("studyType"), &*education.study_type),
                (at("area"), &education.area),
                (at("institution"), &education.institution),
                (at("score"), &education.score),
            ];
            self.dated(&parts, &dates, [at("startDate"), at("endDate")], "");
        }
    }

    fn projects(&mut self, resume: &Resume) {
        if resume.projects.is_empty() {
            return;
        }
        self.heading("projects");
        for (index, project) in resume.projects.iter().enumerate() {
            let at = |field: &str| format!("/projects/{index}/{field}");
            let dates = span(&project.start_date, &project.end_date);
            let parts = [
                (at("name"), &*project.name),
                (at("description"), &project.description),
                (at("url"), &project.url),
            ];
            self.dated(&parts, &dates, [at("startDate"), at("endDate")], "");
            self.bullets(&project.highlights);
        }
    }

    fn skills(&mut self, resume: &Resume) {
        if resume.skills.is_empty() {
            return;
        }
        self.heading("skills");
        for (index, skill) in resume.skills.iter().enumerate() {
            let mark = self.mark(&format!("/skills/{index}/name"));
            let keywords = skill.keywords.join(", ");
            if skill.keywords.is_empty() {
                self.line(mark, "", &skill.name);
            } else if width(&skill.name) > NAMES {
                self.line(mark, "", &format!("{}: {keywords}", skill.name));
            } else {
                self.line(mark, &skill.name, &keywords);
            }
        }
    }

    fn others(&mut self, resume: &Resume) {
        let mut rows: Vec<(&str, String, String)> = Vec::new();
        let mut add = |what: &'static str, pointer: String, parts: &[&str]| {
            let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
            rows.push((what, pointer, parts.join(" · ")));
        };
        for (index, one) in resume.certificates.iter().enumerate() {
            add(
                "certificate",
                format!("/certificates/{index}/name"),
                &[&one.name, &one.issuer, &one.date],
            );
        }
        for (index, one) in resume.languages.iter().enumerate() {
            add("language", format!("/languages/{index}/language"), &[&one.language, &one.fluency]);
        }
        for (index, one) in resume.awards.iter().enumerate() {
            add("award", format!("/awards/{index}/title"), &[&one.title, &one.awarder, &one.date]);
        }
        for (index, one) in resume.publications.iter().enumerate() {
            let parts = [&*one.name, &one.publisher, &one.release_date];
            add("publication", format!("/publications/{index}/name"), &parts);
        }
        for (index, one) in resume.volunteer.iter().enumerate() {
            let dates = span(&one.start_date, &one.end_date);
            let parts = [&*one.position, &one.organization, &dates];
            add("volunteer", format!("/volunteer/{index}/position"), &parts);
        }
        for (index, one) in resume.interests.iter().enumerate() {
            let keywords = one.keywords.join(", ");
            add("interest", format!("/interests/{index}/name"), &[&one.name, &keywords]);
        }
        for (index, one) in resume.references.iter().enumerate() {
            add("reference", format!("/references/{index}/name"), &[&one.name, &one.reference]);
        }
        if !rows.is_empty() {
            self.heading("further");
        }
        for (what, pointer, text) in rows {
            self.field(&pointer, what, &text);
        }
    }

    fn leftovers(&mut self, document: &Document) {
        if self.parsed.leftovers.is_empty() {
            return;
        }
        self.heading("found no place");
        let locator = Locator::new(document);
        for left in &self.parsed.leftovers {
            let line = locator.spot(left.range.start).line;
            let text = left.range.of(&document.text);
            let text = printable(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            let text = cut(&text, self.width.saturating_sub(NAMES + 3));
            self.line("  ", &format!("line {line}"), &text);
        }
    }

    fn legend(&mut self) {
        if self.doubtful > 0 {
            let fields = count(self.doubtful, "field");
            let note = format!("{fields} not sure: a program may read them differently");
            self.out.push('\n');
            self.out.push_str(&wrap("? = ", &note, self.width));
        }
    }
}

/// `2021-03 to 2024-05`, `since 2021-03`, `2024`.
fn span(start: &str, end: &str) -> String {
    match (start.is_empty(), end.is_empty()) {
        (false, false) => format!("{start} to {end}"),
        (false, true) => format!("since {start}"),
        (true, false) => end.to_owned(),
        (true, true) => String::new(),
    }
}
