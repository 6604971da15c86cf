//! Reactive Resume JSON, version 3 to 5, to a resume. All hold `basics` and `sections`; 3 has dates of
//! `start` and `end` and Markdown, 4 names things `date`, `summary`, `url.href`, 5 `period`,
//! `description`, `website.url` and has several `roles` in one job. Marked-up text becomes paragraphs
//! and bullets; hidden sections and items are skipped.

use super::draft::{Draft, Origin, Single};
use super::lists::{school_line, split_bullets};
use super::rich_text::{Rich, html, markdown};
use super::tree::{At, Tree};
use crate::parse::{address, web};
use crate::{
    Award, Certificate, Education, Interest, Language, Location, Profile, Project, Publication,
    Reference, Skill, Volunteer, Work,
};
use serde_json::Value;
use vitae_pack::{Pack, SectionKind};

/// Reads Reactive Resume.
pub(super) fn read(tree: &Tree, pack: &Pack) -> Draft {
    let mut reader = Reader { draft: Draft::default(), pack };
    let root = tree.root();
    if let Some(basics) = root.get("basics") {
        reader.basics(&basics);
    }
    let sections = root.get("sections");
    let section = |name: &str| sections.as_ref().and_then(|all| all.get(name));
    if let Some(summary) = root.get("summary").or_else(|| section("summary")).filter(shown) {
        reader.summary(&summary);
    }
    for (name, kind) in ORDER {
        if let Some(section) = section(name).filter(shown) {
            reader.section(&section, Some(*kind));
        }
    }
    reader.custom(&root, section("custom"));
    reader.draft
}

/// Sections and what they hold.
const ORDER: &[(&str, SectionKind)] = &[
    ("profiles", SectionKind::Header),
    ("experience", SectionKind::Work),
    ("work", SectionKind::Work),
    ("education", SectionKind::Education),
    ("projects", SectionKind::Projects),
    ("skills", SectionKind::Skills),
    ("certifications", SectionKind::Certificates),
    ("awards", SectionKind::Awards),
    ("publications", SectionKind::Publications),
    ("volunteer", SectionKind::Volunteer),
    ("languages", SectionKind::Languages),
    ("interests", SectionKind::Interests),
    ("references", SectionKind::References),
];

/// Not hidden, in the words of either version.
fn shown(at: &At<'_>) -> bool {
    !at.is_true("hidden") && at.value.get("visible").and_then(Value::as_bool) != Some(false)
}

struct Reader<'a> {
    draft: Draft,
    pack: &'a Pack,
}

impl Reader<'_> {
    fn text(&mut self, base: &str, field: &str, at: &At<'_>, names: &[&str]) -> String {
        let value = names.iter().find_map(|name| at.get(name));
        self.draft.text(format!("{base}/{field}"), value)
    }

    /// The address of `website.url` or `url.href`.
    fn url(&mut self, out: &str, at: &At<'_>) -> String {
        let site = at.get("website").or_else(|| at.get("url"));
        let inner = site.as_ref().and_then(|site| site.get("url").or_else(|| site.get("href")));
        let plain = site.filter(|site| site.value.is_string());
        self.draft.text(out, inner.or(plain))
    }

    /// A marked-up text, its origin noted for `out` and for bullets under `items`.
    fn rich(&mut self, out: &str, items: &str, at: &At<'_>, names: &[&str]) -> Rich {
        let Some(value) = names.iter().find_map(|name| at.get(name)) else {
            return Rich::default();
        };
        let Some(text) = value.text() else {
            self.draft.wrong_type(&value, "text");
            return Rich::default();
        };
        let rich = marked_up(&text);
        if !rich.paragraphs.is_empty() {
            self.draft.note(out, Origin::of(&value));
        }
        for index in 0..rich.items.len() {
            self.draft.note(format!("{items}/{index}"), Origin::of(&value));
        }
        rich
    }

    fn basics(&mut self, at: &At<'_>) {
        let name = self.text("/basics", "name", at, &["name"]);
        let label = self.text("/basics", "label", at, &["headline", "label"]);
        let email = self.text("/basics", "email", at, &["email"]);
        let phone = self.text("/basics", "phone", at, &["phone"]);
        let url = self.url("/basics/url", at);
        let basics = &mut self.draft.resume.basics;
        (basics.name, basics.label, basics.email) = (name, label, email);
        (basics.phone, basics.url) = (phone, url);
        if let Some(place) = at.get("location") {
            self.place(&place);
        }
        for profile in at.get("profiles").iter().flat_map(At::items) {
            self.profile(&profile);
        }
        if at.get("summary").is_some() {
            self.draft.resume.basics.summary = self.prose("/basics/summary", at);
        }
        for field in at.get("customFields").iter().flat_map(At::items) {
            let texts = ["name", "value", "text"].iter().filter_map(|key| field.get(key)?.text());
            let line = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
            self.draft.unplaced("", vec![(line, Origin::of(&field))]);
        }
    }

    /// In one line, or in the fields of version 3.
    fn place(&mut self, at: &At<'_>) {
        if !at.value.is_object() {
            self.draft.place(at, self.pack);
            return;
        }
        let base = "/basics/location";
        let location = Location {
            address: self.text(base, "address", at, &["address"]),
            city: self.text(base, "city", at, &["city"]),
            region: self.text(base, "region", at, &["region"]),
            postal_code: self.text(base, "postalCode", at, &["postalCode"]),
            country_code: self.text(base, "countryCode", at, &["countryCode", "country"]),
            ..Location::default()
        };
        self.draft.resume.basics.location = location;
        let country = &mut self.draft.resume.basics.location.country_code;
        if let Some(code) = address::country(country, self.pack) {
            *country = code.to_owned();
        }
    }

    fn summary(&mut self, at: &At<'_>) {
        let Some(content) = at.get("content") else { return };
        let rich = marked_up(&content.text().unwrap_or_default());
        let lines = rich.paragraphs.into_iter().chain(rich.items);
        self.draft.resume.basics.summary = lines.collect::<Vec<_>>().join("\n");
        self.draft.note("/basics/summary", Origin::of(&content));
        self.named(SectionKind::Summary, at);
    }

    /// Remembers the heading of a section, where it has one.
    fn named(&mut self, kind: SectionKind, at: &At<'_>) {
        let heading = ["title", "name"].iter().find_map(|key| at.get(key)?.text());
        if let Some(heading) = heading.filter(|heading| !heading.trim().is_empty()) {
            self.draft.heading(kind, &heading);
        }
    }

    fn section(&mut self, at: &At<'_>, kind: Option<SectionKind>) {
        let items: Vec<_> = at.get("items").iter().flat_map(At::items).filter(shown).collect();
        let mut rest = Vec::new();
        for item in &items {
            match kind {
                Some(SectionKind::Header) => self.profile(item),
                Some(SectionKind::Work) => self.work(item),
                Some(SectionKind::Education) => self.education(item),
                Some(SectionKind::Projects) => self.project(item),
                Some(SectionKind::Skills) => self.skill(item),
                Some(SectionKind::Certificates) => self.certificate(item),
                Some(SectionKind::Awards) => self.award(item),
                Some(SectionKind::Publications) => self.publication(item),
                Some(SectionKind::Volunteer) => self.volunteer(item),
                Some(SectionKind::Languages) => self.language(item),
                Some(SectionKind::Interests) => self.interest(item),
                Some(SectionKind::References) => self.reference(item),
                _ => unplaced_lines(item, &mut rest),
            }
        }
        match kind {
            Some(SectionKind::Header) => {}
            Some(kind) if !items.is_empty() => self.named(kind, at),
            _ => {
                let heading = ["title", "name"].iter().find_map(|key| at.get(key)?.text());
                self.draft.unplaced(&heading.unwrap_or_default(), rest);
            }
        }
    }

    /// Sections of the person's own making: version 5 says of which type, 4 only how they are named.
    fn custom(&mut self, root: &At<'_>, old: Option<At<'_>>) {
        let old = old.map(|all| all.entries()).unwrap_or_default();
        let new = root.get("customSections").map(|all| all.items()).unwrap_or_default();
        for section in new.into_iter().chain(old.into_iter().map(|(_, section)| section)) {
            if !shown(&section) {
                continue;
            }
            let kind = section.get("type").and_then(|kind| kind.text());
            let by_type = ORDER.iter().find(|(name, _)| kind.as_deref() == Some(name));
            let heading = section.get("title").or_else(|| section.get("name"));
            let by_name = || {
                let hit = self.pack.heading(&heading.as_ref()?.text()?)?;
                super::render::list_of(hit.kind).filter(|kind| *kind != SectionKind::Summary)
            };
            let kind = by_type.map(|(_, kind)| *kind).or_else(by_name);
            self.section(&section, kind);
        }
    }

    fn profile(&mut self, at: &At<'_>) {
        let base = format!("/basics/profiles/{}", self.draft.resume.basics.profiles.len());
        let mut profile = Profile {
            network: self.text(&base, "network", at, &["network"]),
            username: self.text(&base, "username", at, &["username"]),
            url: self.url(&format!("{base}/url"), at),
            ..Profile::default()
        };
        if let Some(network) = web::network(&profile.network, self.pack) {
            profile.network = network;
        }
        self.draft.resume.basics.profiles.push(profile);
    }

    fn dates(&mut self, base: &str, at: &At<'_>, single: Single) -> (String, String) {
        let Some(value) = at.get("period").or_else(|| at.get("date")) else {
            return Default::default();
        };
        if value.value.is_object() {
            let mut end = |field: &str, key: &str| {
                let Some(at) = value.get(key) else { return String::new() };
                let out = format!("{base}/{field}");
                self.draft.date(&out, &at.text().unwrap_or_default(), Origin::of(&at), self.pack)
            };
            return (end("startDate", "start"), end("endDate", "end"));
        }
        let Some(printed) = value.text() else {
            self.draft.wrong_type(&value, "text");
            return Default::default();
        };
        let period = self.draft.period(base, &printed, &Origin::of(&value), single, self.pack);
        if period.unread {
            self.draft.unplaced("", vec![(printed, Origin::of(&value))]);
        }
        (period.start.unwrap_or_default(), period.end.unwrap_or_default())
    }

    fn work(&mut self, at: &At<'_>) {
        let roles: Vec<_> = at.get("roles").iter().flat_map(At::items).filter(shown).collect();
        for (index, role) in roles.iter().enumerate() {
            let base = format!("/work/{}", self.draft.resume.work.len());
            let mut entry = self.role(&base, role, at);
            if index == 0 {
                // What the job says as a whole stands above its first role.
                let whole = self.rich(&format!("{base}/description"), &base, at, &["description"]);
                let lines = whole.paragraphs.into_iter().chain(whole.items);
                entry.description = lines.collect::<Vec<_>>().join("\n");
            }
            self.draft.resume.work.push(entry);
        }
        if roles.is_empty() {
            let base = format!("/work/{}", self.draft.resume.work.len());
            let entry = self.role(&base, at, at);
            self.draft.resume.work.push(entry);
        }
    }

    /// A role; employer and place are those of the job around it.
    fn role(&mut self, base: &str, at: &At<'_>, job: &At<'_>) -> Work {
        let (start_date, end_date) = self.dates(base, at, Single::Both);
        let (summary, items) = (format!("{base}/summary"), format!("{base}/highlights"));
        let rich = self.rich(&summary, &items, at, &["description", "summary"]);
        Work {
            name: self.text(base, "name", job, &["company", "name"]),
            position: self.text(base, "position", at, &["position", "title"]),
            url: self.url(&format!("{base}/url"), job),
            location: self.text(base, "location", job, &["location"]),
            start_date,
            end_date,
            summary: rich.paragraphs.join("\n"),
            highlights: rich.items,
            ..Work::default()
        }
    }

    fn education(&mut self, at: &At<'_>) {
        let base = format!("/education/{}", self.draft.resume.education.len());
        let (start_date, end_date) = self.dates(&base, at, Single::End);
        let mut entry = Education {
            institution: self.text(&base, "institution", at, &["school", "institution"]),
            url: self.url(&format!("{base}/url"), at),
            area: self.text(&base, "area", at, &["area"]),
            study_type: self.text(&base, "studyType", at, &["degree", "studyType"]),
            score: self.text(&base, "score", at, &["grade", "score"]),
            start_date,
            end_date,
            ..Education::default()
        };
        let Some(value) = at.get("description").or_else(|| at.get("summary")) else {
            self.draft.resume.education.push(entry);
            return;
        };
        let rich = marked_up(&value.text().unwrap_or_default());
        let mut kept = Vec::new();
        for line in rich.paragraphs.into_iter().chain(rich.items) {
            if !school_line(&mut self.draft, &base, &mut entry, &line, &Origin::of(&value)) {
                kept.push(line);
            }
        }
        if !kept.is_empty() {
            entry.extra.insert("summary".into(), Value::String(kept.join("\n")));
        }
        self.draft.resume.education.push(entry);
    }

    fn project(&mut self, at: &At<'_>) {
        let base = format!("/projects/{}", self.draft.resume.projects.len());
        let (start_date, end_date) = self.dates(&base, at, Single::Start);
        let (out, items) = (format!("{base}/description"), format!("{base}/highlights"));
        let mut rich = self.rich(&out, &items, at, &["description"]);
        if at.get("description").is_some() && at.get("summary").is_some() {
            // Version 4 has a line about the project and its bullets in two fields.
            let more = self.rich(&out, &items, at, &["summary"]);
            rich.paragraphs.extend(more.paragraphs);
            rich.items.extend(more.items);
        }
        let entry = Project {
            name: self.text(&base, "name", at, &["name", "title"]),
            url: self.url(&format!("{base}/url"), at),
            keywords: self.keywords(&base, at),
            description: rich.paragraphs.join("\n"),
            highlights: rich.items,
            start_date,
            end_date,
            ..Project::default()
        };
        self.draft.resume.projects.push(entry);
    }

    fn keywords(&mut self, base: &str, at: &At<'_>) -> Vec<String> {
        let mut words = Vec::new();
        for item in at.get("keywords").iter().flat_map(At::items) {
            let word = self.draft.text(format!("{base}/keywords/{}", words.len()), Some(item));
            if !word.is_empty() {
                words.push(word);
            }
        }
        words
    }

    fn skill(&mut self, at: &At<'_>) {
        let base = format!("/skills/{}", self.draft.resume.skills.len());
        let entry = Skill {
            name: self.text(&base, "name", at, &["name"]),
            level: self.text(&base, "level", at, &["proficiency", "description", "level"]),
            keywords: self.keywords(&base, at),
            ..Skill::default()
        };
        self.draft.resume.skills.push(entry);
    }

    fn date(&mut self, out: &str, at: &At<'_>) -> String {
        let Some(value) = at.get("date").or_else(|| at.get("period")) else { return String::new() };
        let printed = value.text().unwrap_or_default();
        self.draft.date(out, &printed, Origin::of(&value), self.pack)
    }

    /// Marked-up text as one string.
    fn prose(&mut self, out: &str, at: &At<'_>) -> String {
        let rich = self.rich(out, out, at, &["description", "summary"]);
        rich.paragraphs.into_iter().chain(rich.items).collect::<Vec<_>>().join("\n")
    }

    fn certificate(&mut self, at: &At<'_>) {
        let base = format!("/certificates/{}", self.draft.resume.certificates.len());
        let entry = Certificate {
            name: self.text(&base, "name", at, &["title", "name"]),
            issuer: self.text(&base, "issuer", at, &["issuer"]),
            date: self.date(&format!("{base}/date"), at),
            url: self.url(&format!("{base}/url"), at),
            ..Certificate::default()
        };
        self.draft.resume.certificates.push(entry);
    }

    fn award(&mut self, at: &At<'_>) {
        let base = format!("/awards/{}", self.draft.resume.awards.len());
        let entry = Award {
            title: self.text(&base, "title", at, &["title", "name"]),
            awarder: self.text(&base, "awarder", at, &["awarder"]),
            date: self.date(&format!("{base}/date"), at),
            summary: self.prose(&format!("{base}/summary"), at),
            ..Award::default()
        };
        self.draft.resume.awards.push(entry);
    }

    fn publication(&mut self, at: &At<'_>) {
        let base = format!("/publications/{}", self.draft.resume.publications.len());
        let entry = Publication {
            name: self.text(&base, "name", at, &["title", "name"]),
            publisher: self.text(&base, "publisher", at, &["publisher"]),
            release_date: self.date(&format!("{base}/releaseDate"), at),
            url: self.url(&format!("{base}/url"), at),
            summary: self.prose(&format!("{base}/summary"), at),
            ..Publication::default()
        };
        self.draft.resume.publications.push(entry);
    }

    fn volunteer(&mut self, at: &At<'_>) {
        let base = format!("/volunteer/{}", self.draft.resume.volunteer.len());
        let (start_date, end_date) = self.dates(&base, at, Single::Both);
        let (summary, items) = (format!("{base}/summary"), format!("{base}/highlights"));
        let rich = self.rich(&summary, &items, at, &["description", "summary"]);
        let entry = Volunteer {
            organization: self.text(&base, "organization", at, &["organization"]),
            position: self.text(&base, "position", at, &["position"]),
            url: self.url(&format!("{base}/url"), at),
            start_date,
            end_date,
            summary: rich.paragraphs.join("\n"),
            highlights: rich.items,
            ..Volunteer::default()
        };
        self.draft.resume.volunteer.push(entry);
    }

    fn language(&mut self, at: &At<'_>) {
        let base = format!("/languages/{}", self.draft.resume.languages.len());
        let entry = Language {
            language: self.text(&base, "language", at, &["language", "name"]),
            fluency: self.text(&base, "fluency", at, &["fluency", "description", "level"]),
            ..Language::default()
        };
        self.draft.resume.languages.push(entry);
    }

    fn interest(&mut self, at: &At<'_>) {
        let base = format!("/interests/{}", self.draft.resume.interests.len());
        let entry = Interest {
            name: self.text(&base, "name", at, &["name"]),
            keywords: self.keywords(&base, at),
            ..Interest::default()
        };
        self.draft.resume.interests.push(entry);
    }

    fn reference(&mut self, at: &At<'_>) {
        let base = format!("/references/{}", self.draft.resume.references.len());
        let entry = Reference {
            name: self.text(&base, "name", at, &["name"]),
            reference: self.prose(&format!("{base}/reference"), at),
            ..Reference::default()
        };
        self.draft.resume.references.push(entry);
    }
}

/// HTML, or the Markdown of version 3, whose bullets stand on lines of their own.
fn marked_up(source: &str) -> Rich {
    let mut rich = html(source);
    if rich.items.is_empty() && !source.contains('<') {
        let (before, items) = split_bullets(source);
        let inline = |line: &str| markdown(line).0;
        rich.paragraphs = before.lines().map(inline).collect();
        rich.items = items.iter().map(|item| inline(item)).collect();
    }
    rich
}

/// The visible text of an item whose kind is not known; ids, icons and addresses are not text.
fn unplaced_lines(item: &At<'_>, rest: &mut Vec<(String, Origin)>) {
    const SHOWN: &[&str] = &[
        "title",
        "name",
        "position",
        "company",
        "content",
        "description",
        "date",
        "period",
        "location",
        "summary",
        "recipient",
    ];
    for value in SHOWN.iter().filter_map(|key| item.get(key)) {
        let rich = marked_up(&value.text().unwrap_or_default());
        for line in rich.paragraphs.into_iter().chain(rich.items) {
            rest.push((line, Origin::of(&value)));
        }
    }
}
