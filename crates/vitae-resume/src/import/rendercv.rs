//! RenderCV YAML to a resume. `cv` holds the person and `sections`; an entry's keys tell its type
//! (experience, education, normal, one-line, bullet, publication, text), the heading tells which
//! list it belongs to. Inline Markdown is taken off; what has no field is kept as leftover text.

use super::draft::{Draft, Origin, Single};
use super::lists::{school_line, split_list};
use super::rich_text::markdown;
use super::tree::{At, Tree};
use crate::parse::web;
use crate::{
    Award, Certificate, Education, Interest, Language, PartialDate, Profile, Project, Publication,
    Skill, Volunteer, Work,
};
use serde_json::Value;
use vitae_pack::{Pack, SectionKind};

/// Where RenderCV leads a user name.
const NETWORKS: &[(&str, &str)] = &[
    ("LinkedIn", "https://linkedin.com/in/"),
    ("GitHub", "https://github.com/"),
    ("GitLab", "https://gitlab.com/"),
    ("Instagram", "https://instagram.com/"),
    ("ORCID", "https://orcid.org/"),
    ("StackOverflow", "https://stackoverflow.com/users/"),
    ("ResearchGate", "https://researchgate.net/profile/"),
    ("YouTube", "https://youtube.com/@"),
    ("Google Scholar", "https://scholar.google.com/citations?user="),
    ("Telegram", "https://t.me/"),
    ("WhatsApp", "https://wa.me/"),
    ("Leetcode", "https://leetcode.com/u/"),
    ("X", "https://x.com/"),
    ("Bluesky", "https://bsky.app/profile/"),
    ("Reddit", "https://reddit.com/user/"),
];

/// Reads RenderCV.
pub(super) fn read(tree: &Tree, pack: &Pack) -> Draft {
    let mut reader = Reader { draft: Draft::default(), pack };
    let Some(cv) = tree.root().get("cv") else { return reader.draft };
    reader.person(&cv);
    let sections = match cv.get("sections") {
        Some(sections) => sections.entries(),
        None => old_sections(&cv),
    };
    for (heading, entries) in sections {
        reader.section(heading, &entries);
    }
    for section in cv.get("custom_sections").iter().flat_map(At::items) {
        let heading = section.get("title").and_then(|title| title.text()).unwrap_or_default();
        if let Some(entries) = section.get("entries") {
            reader.section(&heading, &entries);
        }
    }
    reader.draft
}

/// Before version 1 sections stood beside the name, and their keys were their kinds.
fn old_sections<'a>(cv: &At<'a>) -> Vec<(&'a str, At<'a>)> {
    const HEADER: &[&str] = &[
        "email",
        "phone",
        "social_networks",
        "custom_connections",
        "custom_sections",
        "section_order",
    ];
    let section = |(key, value): &(&str, At<'_>)| {
        let paragraph = *key == "summary" && value.value.is_string();
        paragraph || (value.value.is_array() && !HEADER.contains(key))
    };
    cv.entries().into_iter().filter(section).collect()
}

struct Reader<'a> {
    draft: Draft,
    pack: &'a Pack,
}

impl Reader<'_> {
    fn text(&mut self, out: &str, at: Option<At<'_>>) -> String {
        markdown(&self.draft.text(out, at)).0
    }

    fn first(at: Option<At<'_>>) -> Option<At<'_>> {
        at.and_then(|at| at.items().into_iter().next())
    }

    fn person(&mut self, cv: &At<'_>) {
        let name = self.text("/basics/name", cv.get("name"));
        let label = self.text("/basics/label", cv.get("headline").or_else(|| cv.get("label")));
        let email = self.draft.text("/basics/email", Self::first(cv.get("email")));
        let phone = self.draft.text("/basics/phone", Self::first(cv.get("phone")));
        let url = self.draft.text("/basics/url", Self::first(cv.get("website")));
        let image = self.draft.text("/basics/image", cv.get("photo"));
        let basics = &mut self.draft.resume.basics;
        (basics.name, basics.label, basics.email, basics.url) = (name, label, email, url);
        basics.image = image;
        basics.phone = phone.strip_prefix("tel:").unwrap_or(&phone).to_owned();
        if let Some(place) = cv.get("location") {
            self.draft.place(&place, self.pack);
        }
        for network in cv.get("social_networks").iter().flat_map(At::items) {
            self.network(&network);
        }
        for connection in cv.get("custom_connections").iter().flat_map(At::items) {
            self.connection(&connection);
        }
    }

    fn network(&mut self, at: &At<'_>) {
        let base = format!("/basics/profiles/{}", self.draft.resume.basics.profiles.len());
        let network = self.draft.text(format!("{base}/network"), at.get("network"));
        let username = self.draft.text(format!("{base}/username"), at.get("username"));
        if username.is_empty() {
            return;
        }
        let account = username.trim_start_matches('@');
        let known = NETWORKS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&network));
        let url = match (account.split_once('@'), known) {
            (Some((user, host)), _) if network.eq_ignore_ascii_case("mastodon") => {
                format!("https://{host}/@{user}")
            }
            (_, Some((_, prefix))) => format!("{prefix}{account}"),
            _ => String::new(),
        };
        if let Some(username) = at.get("username").filter(|_| !url.is_empty()) {
            self.draft.note(format!("{base}/url"), Origin::of(&username));
        }
        let account = account.split('@').next().unwrap_or(account).to_owned();
        let profile = Profile { network, username: account, url, ..Profile::default() };
        self.draft.resume.basics.profiles.push(profile);
    }

    /// A line of the header: a profile where its address or icon names a network.
    fn connection(&mut self, at: &At<'_>) {
        let base = format!("/basics/profiles/{}", self.draft.resume.basics.profiles.len());
        let url = self.draft.text(format!("{base}/url"), at.get("url"));
        let shown = at.get("placeholder").and_then(|shown| shown.text()).unwrap_or_default();
        let icon = at.get("fontawesome_icon").and_then(|icon| icon.text()).unwrap_or_default();
        if !url.starts_with("http") {
            if !shown.trim().is_empty() {
                self.draft.unplaced("", vec![(shown, Origin::of(at))]);
            }
            return;
        }
        let account = web::account(&url, self.pack);
        let named = account.as_ref().map(|account| account.network.clone());
        let network = web::network(&icon, self.pack).or(named).unwrap_or(icon);
        let username = account.map_or(shown, |account| account.username);
        let profile = Profile { network, username, url, ..Profile::default() };
        self.draft.resume.basics.profiles.push(profile);
    }

    fn section(&mut self, heading: &str, entries: &At<'_>) {
        let heading = heading.replace('_', " ");
        let known = self.pack.heading(&heading).map(|hit| hit.kind);
        let mut rest = Vec::new();
        for entry in entries.items() {
            let kind = list_of(known, &entry);
            if let Some(kind) = kind {
                self.draft.heading(kind, &heading);
            }
            self.entry(kind, &entry, &mut rest);
        }
        self.draft.unplaced(&heading, rest);
    }

    fn entry(&mut self, kind: Option<SectionKind>, at: &At<'_>, rest: &mut Vec<(String, Origin)>) {
        match kind {
            Some(SectionKind::Summary) => self.summary(at),
            Some(SectionKind::Work) => self.work(at),
            Some(SectionKind::Volunteer) => self.volunteer(at),
            Some(SectionKind::Education) => self.education(at),
            Some(SectionKind::Projects) => self.project(at),
            Some(SectionKind::Skills) => self.skill(at),
            Some(SectionKind::Languages) => self.language(at),
            Some(SectionKind::Interests) => self.interest(at),
            Some(SectionKind::Certificates) => self.certificate(at),
            Some(SectionKind::Awards) => self.award(at),
            Some(SectionKind::Publications) => self.publication(at),
            _ => collect(at, rest),
        }
    }

    /// The text of an entry that is a line: bullet, numbered, text or label with details.
    fn line(at: &At<'_>) -> Option<(String, Origin)> {
        if let Some(text) = at.text() {
            return Some((markdown(&text).0, Origin::of(at)));
        }
        ["bullet", "number", "reversed_number", "name", "title", "details"]
            .iter()
            .find_map(|key| at.get(key))
            .and_then(|value| Some((markdown(&value.text()?).0, Origin::of(&value))))
    }

    fn summary(&mut self, at: &At<'_>) {
        let Some((text, origin)) = Self::line(at) else {
            self.draft.wrong_type(at, "text");
            return;
        };
        let summary = &mut self.draft.resume.basics.summary;
        if !summary.is_empty() {
            summary.push('\n');
        }
        summary.push_str(text.trim());
        self.draft.note("/basics/summary", origin);
    }

    fn highlights(&mut self, base: &str, at: &At<'_>) -> Vec<String> {
        let mut texts = Vec::new();
        for item in at.get("highlights").iter().flat_map(At::items) {
            let text = self.text(&format!("{base}/highlights/{}", texts.len()), Some(item));
            if !text.is_empty() {
                texts.push(text);
            }
        }
        texts
    }

    /// Start and end; a free `date` when these are missing.
    fn dates(&mut self, base: &str, at: &At<'_>, single: Single) -> (String, String) {
        let (start, end) = (at.get("start_date"), at.get("end_date"));
        if start.is_none() && end.is_none() {
            let Some(date) = at.get("date") else { return Default::default() };
            let Some(text) = date.text() else { return Default::default() };
            let period = self.draft.period(base, &text, &Origin::of(&date), single, self.pack);
            return (period.start.unwrap_or_default(), period.end.unwrap_or_default());
        }
        (
            self.one_date(&format!("{base}/startDate"), start),
            self.one_date(&format!("{base}/endDate"), end),
        )
    }

    fn one_date(&mut self, out: &str, at: Option<At<'_>>) -> String {
        let Some((at, text)) = at.and_then(|at| at.text().map(|text| (at, text))) else {
            return String::new();
        };
        if PartialDate::parse_iso(&text).is_none()
            && crate::parse::date_words::present(text.trim(), 0, self.pack).is_some()
        {
            return String::new();
        }
        let origin = Origin::of(&at);
        self.draft.date(out, &text, origin, self.pack)
    }

    fn work(&mut self, at: &At<'_>) {
        let base = format!("/work/{}", self.draft.resume.work.len());
        let (start_date, end_date) = self.dates(&base, at, Single::Both);
        let raw = at.get("company").or_else(|| at.get("name")).or_else(|| at.get("title"));
        let link = raw.as_ref().and_then(At::text).and_then(|text| markdown(&text).1);
        let work = Work {
            name: self.text(&format!("{base}/name"), raw),
            position: self.text(&format!("{base}/position"), at.get("position")),
            url: link.unwrap_or_else(|| self.draft.text(format!("{base}/url"), at.get("url"))),
            location: self.text(&format!("{base}/location"), at.get("location")),
            start_date,
            end_date,
            summary: self.text(&format!("{base}/summary"), at.get("summary")),
            highlights: self.highlights(&base, at),
            ..Work::default()
        };
        self.draft.resume.work.push(work);
    }

    fn volunteer(&mut self, at: &At<'_>) {
        let base = format!("/volunteer/{}", self.draft.resume.volunteer.len());
        let (start_date, end_date) = self.dates(&base, at, Single::Both);
        let name = at.get("company").or_else(|| at.get("name"));
        let entry = Volunteer {
            organization: self
                .text(&format!("{base}/organization"), name.or_else(|| at.get("bullet"))),
            position: self.text(&format!("{base}/position"), at.get("position")),
            start_date,
            end_date,
            summary: self.text(&format!("{base}/summary"), at.get("summary")),
            highlights: self.highlights(&base, at),
            ..Volunteer::default()
        };
        self.draft.resume.volunteer.push(entry);
    }

    fn education(&mut self, at: &At<'_>) {
        let base = format!("/education/{}", self.draft.resume.education.len());
        let (start_date, end_date) = self.dates(&base, at, Single::End);
        let mut entry = Education {
            institution: self.text(
                &format!("{base}/institution"),
                at.get("institution").or_else(|| at.get("name")),
            ),
            area: self.text(&format!("{base}/area"), at.get("area")),
            study_type: self.text(
                &format!("{base}/studyType"),
                at.get("degree").or_else(|| at.get("study_type")),
            ),
            score: self.text(&format!("{base}/score"), at.get("gpa")),
            start_date,
            end_date,
            ..Education::default()
        };
        let mut kept = Vec::new();
        for item in at.get("highlights").iter().flat_map(At::items) {
            let Some(text) = item.text().map(|text| markdown(&text).0) else { continue };
            if !school_line(&mut self.draft, &base, &mut entry, &text, &Origin::of(&item)) {
                kept.push(Value::String(text));
            }
        }
        if !kept.is_empty() {
            entry.extra.insert("highlights".into(), Value::Array(kept));
        }
        if let Some(summary) = at.get("summary").and_then(|summary| summary.text()) {
            entry.extra.insert("summary".into(), Value::String(markdown(&summary).0));
        }
        self.draft.resume.education.push(entry);
    }

    fn project(&mut self, at: &At<'_>) {
        let base = format!("/projects/{}", self.draft.resume.projects.len());
        let (start_date, end_date) = self.dates(&base, at, Single::Start);
        let name =
            ["name", "title", "company", "bullet", "label"].iter().find_map(|key| at.get(key));
        let name = name.or_else(|| at.text().map(|_| at.clone()));
        let link = name.as_ref().and_then(At::text).and_then(|text| markdown(&text).1);
        let details = at.get("summary").or_else(|| at.get("details"));
        let entry = Project {
            name: self.text(&format!("{base}/name"), name),
            url: link.unwrap_or_else(|| self.draft.text(format!("{base}/url"), at.get("url"))),
            description: self.text(&format!("{base}/description"), details),
            roles: at.get("position").and_then(|role| role.text()).into_iter().collect(),
            start_date,
            end_date,
            highlights: self.highlights(&base, at),
            ..Project::default()
        };
        self.draft.resume.projects.push(entry);
    }

    fn skill(&mut self, at: &At<'_>) {
        let base = format!("/skills/{}", self.draft.resume.skills.len());
        let details = at.get("details").or_else(|| at.get("bullet"));
        let details = details.or_else(|| at.text().map(|_| at.clone()));
        let name = self.text(&format!("{base}/name"), at.get("label").or_else(|| at.get("name")));
        let text =
            details.as_ref().and_then(At::text).map(|text| markdown(&text).0).unwrap_or_default();
        // `Languages: Go, Rust` as a bullet has its label in the text.
        let (label, list) =
            text.split_once(": ").filter(|_| name.is_empty()).unwrap_or((&name, &text));
        let keywords: Vec<String> = split_list(list);
        if let Some(details) = &details {
            for index in 0..keywords.len() {
                self.draft.note(format!("{base}/keywords/{index}"), Origin::of(details));
            }
        }
        let entry = Skill { name: label.trim().to_owned(), keywords, ..Skill::default() };
        self.draft.resume.skills.push(entry);
    }

    fn language(&mut self, at: &At<'_>) {
        let Some((text, origin)) = at
            .get("label")
            .map_or_else(|| Self::line(at), |label| Some((label.text()?, Origin::of(&label))))
        else {
            return;
        };
        let details = at.get("details");
        // A text entry may list several: `English (native), German (B2)`.
        let pieces = if details.is_some() { vec![text] } else { split_list(&text) };
        for piece in pieces {
            let base = format!("/languages/{}", self.draft.resume.languages.len());
            self.draft.note(format!("{base}/language"), origin.clone());
            let (language, fluency) = match &details {
                Some(_) => (piece, self.text(&format!("{base}/fluency"), details.clone())),
                None => {
                    let cut = piece.find([':', '(', '–']).unwrap_or(piece.len());
                    let (name, level) = piece.split_at(cut);
                    let level = level.trim_matches([':', '(', ')', '–', ' ']);
                    (name.trim().to_owned(), level.to_owned())
                }
            };
            self.draft.resume.languages.push(Language { language, fluency, ..Language::default() });
        }
    }

    fn interest(&mut self, at: &At<'_>) {
        let details = at.get("details").and_then(|details| details.text()).unwrap_or_default();
        let label = at.get("label").and_then(|label| Some((label.text()?, Origin::of(&label))));
        let single = label.is_some() || at.text().is_none();
        let Some((text, origin)) = label.or_else(|| Self::line(at)) else { return };
        let names = if single { vec![text] } else { split_list(&text) };
        for name in names {
            let base = format!("/interests/{}", self.draft.resume.interests.len());
            self.draft.note(format!("{base}/name"), origin.clone());
            let keywords = split_list(&details);
            self.draft.resume.interests.push(Interest { name, keywords, ..Interest::default() });
        }
    }

    /// A name with a date at its end: `Title (2023)`.
    fn dated_line(&mut self, at: &At<'_>, name_out: &str, date_out: &str) -> (String, String) {
        let label = at.get("label").and_then(|label| Some((label.text()?, Origin::of(&label))));
        let Some((text, origin)) = label.or_else(|| Self::line(at)) else {
            return Default::default();
        };
        self.draft.note(name_out, origin.clone());
        if let Some(date) = at.get("date").or_else(|| at.get("start_date")) {
            let printed = date.text().unwrap_or_default();
            let date = self.draft.date(date_out, &printed, Origin::of(&date), self.pack);
            return (text, date);
        }
        let dates = crate::parse::dates::find_dates(&text, self.pack);
        let Some(last) = dates.last().filter(|date| {
            text[date.range.end as usize..].trim().trim_matches([')', ']', '.']).is_empty()
        }) else {
            return (text, String::new());
        };
        let printed = last.range.of(&text);
        let date = self.draft.date(date_out, printed, origin, self.pack);
        let name =
            text[..last.range.start as usize].trim_end_matches([' ', '(', '[', ',', '–', '-']);
        (name.to_owned(), date)
    }

    fn certificate(&mut self, at: &At<'_>) {
        let base = format!("/certificates/{}", self.draft.resume.certificates.len());
        let (name, date) = self.dated_line(at, &format!("{base}/name"), &format!("{base}/date"));
        let issuer = at.get("summary").or_else(|| at.get("details")).or_else(|| at.get("company"));
        let issuer = self.text(&format!("{base}/issuer"), issuer);
        let entry = Certificate { name, date, issuer, ..Certificate::default() };
        self.draft.resume.certificates.push(entry);
    }

    fn award(&mut self, at: &At<'_>) {
        let base = format!("/awards/{}", self.draft.resume.awards.len());
        let (title, date) = self.dated_line(at, &format!("{base}/title"), &format!("{base}/date"));
        let awarder = at.get("company").or_else(|| at.get("details"));
        let awarder = self.text(&format!("{base}/awarder"), awarder);
        let summary = self.text(&format!("{base}/summary"), at.get("summary"));
        let entry = Award { title, date, awarder, summary, ..Award::default() };
        self.draft.resume.awards.push(entry);
    }

    fn publication(&mut self, at: &At<'_>) {
        let base = format!("/publications/{}", self.draft.resume.publications.len());
        let (name, release_date) =
            self.dated_line(at, &format!("{base}/name"), &format!("{base}/releaseDate"));
        let publisher = self.text(&format!("{base}/publisher"), at.get("journal"));
        let doi = at.get("doi").and_then(|doi| doi.text());
        let url = match at.get("url") {
            Some(url) => self.draft.text(format!("{base}/url"), Some(url)),
            None => doi.map(|doi| format!("https://doi.org/{doi}")).unwrap_or_default(),
        };
        let summary = self.text(&format!("{base}/summary"), at.get("summary"));
        let entry =
            Publication { name, publisher, release_date, url, summary, ..Publication::default() };
        self.draft.resume.publications.push(entry);
    }
}

/// The list an entry belongs to: what its keys say, then what the heading says.
fn list_of(heading: Option<SectionKind>, at: &At<'_>) -> Option<SectionKind> {
    let heading = heading.and_then(super::render::list_of);
    if at.get("institution").is_some() {
        return Some(SectionKind::Education);
    }
    if at.get("authors").is_some() || at.get("journal").is_some() {
        return Some(SectionKind::Publications);
    }
    if at.get("company").is_some() || at.get("position").is_some() {
        let unpaid = heading == Some(SectionKind::Volunteer);
        let project = heading == Some(SectionKind::Projects) && at.get("company").is_none();
        return Some(match heading {
            Some(kind) if unpaid || project => kind,
            _ => SectionKind::Work,
        });
    }
    let line = at.value.is_string()
        || ["bullet", "number", "reversed_number"].iter().any(|key| at.get(key).is_some());
    match heading {
        // Paragraphs under a heading of entries are not entries.
        Some(SectionKind::Work | SectionKind::Education) if line => None,
        Some(kind) => Some(kind),
        None if at.get("label").is_some() => Some(SectionKind::Skills),
        None if at.get("name").is_some() => Some(SectionKind::Projects),
        None => None,
    }
}

/// All text of an entry, line by line.
fn collect(at: &At<'_>, rest: &mut Vec<(String, Origin)>) {
    if let Some(text) = at.text() {
        rest.push((markdown(&text).0, Origin::of(at)));
        return;
    }
    let inner = if at.value.is_object() {
        at.entries().into_iter().map(|(_, value)| value).collect()
    } else {
        at.items()
    };
    for value in inner {
        collect(&value, rest);
    }
}
