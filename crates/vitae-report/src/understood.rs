//! What was understood of a resume, as a person thinks of it: groups, entries and fields with their
//! places and doubts. A `Parsed` comes in; the table and the page both print what goes out.

use std::borrow::Cow;
use vitae_document::{Document, Hazard, HazardKind};
use vitae_resume::{Doubt, FieldSource, Parsed, Resume, SourceMap};
use vitae_text::TextRange;

/// All of it, in the order in which people read a resume.
pub(crate) struct Understood<'a> {
    pub(crate) groups: Vec<Group<'a>>,
}

/// Contact, work, education and so on.
pub(crate) struct Group<'a> {
    pub(crate) title: &'static str,
    /// What one entry is called; empty where entries are only lines.
    pub(crate) unit: &'static str,
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A role, a school, a project, or the one block of contact lines.
#[derive(Default)]
pub(crate) struct Entry<'a> {
    pub(crate) fields: Vec<Field<'a>>,
}

/// Where in its entry a field is shown.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A line of its own behind its label.
    Line,
    /// Part of the line that names the entry.
    Head,
    /// Beside the head: dates and place.
    Beside,
    /// A paragraph.
    Text,
    /// A bullet.
    Bullet,
    /// One of a list of words.
    Item,
}

/// One field.
pub(crate) struct Field<'a> {
    pub(crate) slot: Slot,
    pub(crate) label: &'static str,
    pub(crate) value: Cow<'a, str>,
    /// How it is printed, where that differs.
    pub(crate) printed: Option<&'a str>,
    /// Where it stands; empty when it is nowhere visible.
    pub(crate) ranges: Vec<TextRange>,
    /// Why it is doubtful.
    pub(crate) doubt: Option<String>,
}

impl<'a> Understood<'a> {
    /// Gathers the fields of a resume.
    pub(crate) fn new(document: &Document, parsed: &'a Parsed) -> Self {
        let gather = Gather { sources: &parsed.sources, unsure: unsure_words(document) };
        let resume = &parsed.resume;
        let groups = vec![
            Group { title: "contact", unit: "", entries: gather.contact(resume) },
            Group { title: "work", unit: "role", entries: gather.work(resume) },
            Group { title: "education", unit: "course", entries: gather.education(resume) },
            Group { title: "skills", unit: "", entries: gather.skills(resume) },
            Group { title: "projects", unit: "project", entries: gather.projects(resume) },
            Group { title: "volunteering", unit: "role", entries: gather.volunteer(resume) },
            Group { title: "certificates", unit: "", entries: gather.certificates(resume) },
            Group { title: "publications", unit: "", entries: gather.publications(resume) },
            Group { title: "awards", unit: "", entries: gather.awards(resume) },
            Group { title: "languages", unit: "", entries: gather.languages(resume) },
            Group { title: "interests", unit: "", entries: gather.interests(resume) },
            Group { title: "references", unit: "", entries: gather.references(resume) },
        ];
        let shown = |group: &Group<'_>| !group.entries.is_empty() || group.title == "contact";
        Self { groups: groups.into_iter().filter(shown).collect() }
    }

    /// All fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'a>> {
        self.groups.iter().flat_map(|group| &group.entries).flat_map(|entry| &entry.fields)
    }
}

impl Entry<'_> {
    /// The fields of one slot.
    pub(crate) fn of(&self, slot: Slot) -> impl Iterator<Item = &Field<'_>> {
        self.fields.iter().filter(move |field| field.slot == slot)
    }
}

/// Words that character recognition was not sure of.
fn unsure_words(document: &Document) -> Vec<TextRange> {
    let unsure = |hazard: &&Hazard| matches!(hazard.kind, HazardKind::UnsureWord { .. });
    document.hazards.iter().filter(unsure).filter_map(|hazard| hazard.range).collect()
}

struct Gather<'a> {
    sources: &'a SourceMap,
    unsure: Vec<TextRange>,
}

impl<'a> Gather<'a> {
    /// A field whose value is that of the first pointer, or made of several.
    fn field(
        &self,
        slot: Slot,
        label: &'static str,
        pointers: &[String],
        value: impl Into<Cow<'a, str>>,
    ) -> Option<Field<'a>> {
        let value = value.into();
        if value.trim().is_empty() {
            return None;
        }
        let sources: Vec<&FieldSource> =
            pointers.iter().filter_map(|pointer| self.sources.get(pointer)).collect();
        let mut ranges: Vec<TextRange> =
            sources.iter().flat_map(|source| &source.ranges).copied().collect();
        ranges.sort_unstable();
        ranges.dedup();
        let doubt = sources.iter().find_map(|source| doubt(source)).map(str::to_owned);
        let doubt = doubt.or_else(|| self.recognition_doubt(&ranges));
        let printed = sources.iter().find_map(|source| source.printed.as_deref());
        Some(Field { slot, label, value, printed, ranges, doubt })
    }

    fn recognition_doubt(&self, ranges: &[TextRange]) -> Option<String> {
        let hit = |word: &&TextRange| ranges.iter().any(|range| range.overlaps(**word));
        self.unsure.iter().find(hit).map(|_| "recognised from a picture, not surely".to_owned())
    }

    fn entry(&self, fields: impl IntoIterator<Item = Option<Field<'a>>>) -> Option<Entry<'a>> {
        let fields: Vec<Field<'a>> = fields.into_iter().flatten().collect();
        (!fields.is_empty()).then_some(Entry { fields })
    }

    fn list(
        &self,
        slot: Slot,
        label: &'static str,
        pointer: &str,
        values: &'a [String],
    ) -> Vec<Option<Field<'a>>> {
        let one = |(index, value): (usize, &'a String)| {
            self.field(slot, label, &[format!("{pointer}/{index}")], value.as_str())
        };
        values.iter().enumerate().map(one).collect()
    }

    /// `2021-03 to 2024-05`, `since 2021-03`, `2024`.
    fn dates(&self, at: &str, start: &str, end: &str) -> Option<Field<'a>> {
        let text = match (start.is_empty(), end.is_empty()) {
            (false, false) if start == end => start.to_owned(),
            (false, false) => format!("{start} to {end}"),
            (false, true) => format!("since {start}"),
            (true, _) => end.to_owned(),
        };
        let pointers = [format!("{at}/startDate"), format!("{at}/endDate")];
        self.field(Slot::Beside, "dates", &pointers, text)
    }

    fn contact(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let basics = &resume.basics;
        let line = |label, field: &str, value: &'a str| {
            self.field(Slot::Line, label, &[format!("/basics/{field}")], value)
        };
        let place = &basics.location;
        let parts = [&place.address, &place.postal_code, &place.city, &place.region];
        let mut parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        parts.push(&place.country_code);
        parts.retain(|part| !part.is_empty());
        let pointers = ["address", "postalCode", "city", "region", "countryCode"]
            .map(|field| format!("/basics/location/{field}"));
        let mut fields = vec![
            line("name", "name", &basics.name),
            line("title", "label", &basics.label),
            line("e-mail", "email", &basics.email),
            line("phone", "phone", &basics.phone),
            self.field(Slot::Line, "location", &pointers, parts.join(", ")),
            line("web site", "url", &basics.url),
        ];
        for (index, profile) in basics.profiles.iter().enumerate() {
            let at = format!("/basics/profiles/{index}");
            let url = if profile.url.is_empty() { &profile.username } else { &profile.url };
            let value = [profile.network.as_str(), url].into_iter().filter(|part| !part.is_empty());
            let pointers = ["url", "username", "network"].map(|field| format!("{at}/{field}"));
            let value = value.collect::<Vec<_>>().join(" · ");
            fields.push(self.field(Slot::Line, "profile", &pointers, value));
        }
        fields.push(line("summary", "summary", &basics.summary));
        self.entry(fields).into_iter().collect()
    }

    fn work(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let one = |(index, work): (usize, &'a vitae_resume::Work)| {
            let at = format!("/work/{index}");
            let get = |slot, label, field: &str, value: &'a str| {
                self.field(slot, label, &[format!("{at}/{field}")], value)
            };
            let mut fields = vec![
                get(Slot::Head, "title", "position", &work.position),
                get(Slot::Head, "company", "name", &work.name),
                self.dates(&at, &work.start_date, &work.end_date),
                get(Slot::Beside, "place", "location", &work.location),
                get(Slot::Text, "web site", "url", &work.url),
                get(Slot::Text, "about", "description", &work.description),
                get(Slot::Text, "summary", "summary", &work.summary),
            ];
            let bullets = format!("{at}/highlights");
            fields.extend(self.list(Slot::Bullet, "bullet", &bullets, &work.highlights));
            self.entry(fields)
        };
        resume.work.iter().enumerate().filter_map(one).collect()
    }

    fn volunteer(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let one = |(index, role): (usize, &'a vitae_resume::Volunteer)| {
            let at = format!("/volunteer/{index}");
            let get = |slot, label, field: &str, value: &'a str| {
                self.field(slot, label, &[format!("{at}/{field}")], value)
            };
            let mut fields = vec![
                get(Slot::Head, "role", "position", &role.position),
                get(Slot::Head, "organisation", "organization", &role.organization),
                self.dates(&at, &role.start_date, &role.end_date),
                get(Slot::Text, "summary", "summary", &role.summary),
            ];
            let bullets = format!("{at}/highlights");
            fields.extend(self.list(Slot::Bullet, "bullet", &bullets, &role.highlights));
            self.entry(fields)
        };
        resume.volunteer.iter().enumerate().filter_map(one).collect()
    }

    fn education(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let one = |(index, course): (usize, &'a vitae_resume::Education)| {
            let at = format!("/education/{index}");
            let get = |slot, label, field: &str, value: &'a str| {
                self.field(slot, label, &[format!("{at}/{field}")], value)
            };
            let mut fields = vec![
                get(Slot::Head, "degree", "studyType", &course.study_type),
                get(Slot::Head, "subject", "area", &course.area),
                get(Slot::Head, "school", "institution", &course.institution),
                self.dates(&at, &course.start_date, &course.end_date),
                get(Slot::Beside, "grade", "score", &course.score),
            ];
            let courses = format!("{at}/courses");
            fields.extend(self.list(Slot::Item, "course", &courses, &course.courses));
            self.entry(fields)
        };
        resume.education.iter().enumerate().filter_map(one).collect()
    }

    fn projects(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let one = |(index, project): (usize, &'a vitae_resume::Project)| {
            let at = format!("/projects/{index}");
            let get = |slot, label, field: &str, value: &'a str| {
                self.field(slot, label, &[format!("{at}/{field}")], value)
            };
            let mut fields = vec![
                get(Slot::Head, "name", "name", &project.name),
                self.dates(&at, &project.start_date, &project.end_date),
                get(Slot::Text, "about", "description", &project.description),
                get(Slot::Text, "link", "url", &project.url),
            ];
            let bullets = format!("{at}/highlights");
            fields.extend(self.list(Slot::Bullet, "bullet", &bullets, &project.highlights));
            let keywords = format!("{at}/keywords");
            fields.extend(self.list(Slot::Item, "keyword", &keywords, &project.keywords));
            self.entry(fields)
        };
        resume.projects.iter().enumerate().filter_map(one).collect()
    }

    /// Groups of skills; skills without a group stand together.
    fn skills(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        let mut loose = Entry::default();
        for (index, skill) in resume.skills.iter().enumerate() {
            let at = format!("/skills/{index}");
            let slot = if skill.keywords.is_empty() { Slot::Item } else { Slot::Head };
            let name = self.field(slot, "skill", &[format!("{at}/name")], skill.name.as_str());
            if skill.keywords.is_empty() {
                loose.fields.extend(name);
            } else {
                let group = name.map(|field| Field { label: "group", ..field });
                let words =
                    self.list(Slot::Item, "skill", &format!("{at}/keywords"), &skill.keywords);
                entries.extend(self.entry(std::iter::once(group).chain(words)));
            }
        }
        if !loose.fields.is_empty() {
            entries.push(loose);
        }
        entries
    }

    /// Lines of the plain lists: a head of several parts, and a date.
    fn row(
        &self,
        at: &str,
        heads: &[(&'static str, &str, &'a str)],
        date: Option<(&str, &'a str)>,
        text: Option<(&str, &'a str)>,
    ) -> Option<Entry<'a>> {
        let get = |slot, label, field: &str, value: &'a str| {
            self.field(slot, label, &[format!("{at}/{field}")], value)
        };
        let heads = heads.iter().map(|(label, field, value)| get(Slot::Head, label, field, value));
        let date = date.map(|(field, value)| get(Slot::Beside, "date", field, value));
        let text = text.map(|(field, value)| get(Slot::Text, "text", field, value));
        self.entry(heads.chain(date).chain(text))
    }

    fn certificates(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.certificates.iter().enumerate().filter_map(|(index, one)| {
            let heads = [("certificate", "name", &*one.name), ("issuer", "issuer", &one.issuer)];
            let at = format!("/certificates/{index}");
            self.row(&at, &heads, Some(("date", &one.date)), Some(("url", &one.url)))
        });
        rows.collect()
    }

    fn publications(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.publications.iter().enumerate().filter_map(|(index, one)| {
            let heads = [("title", "name", &*one.name), ("where", "publisher", &one.publisher)];
            let date = Some(("releaseDate", one.release_date.as_str()));
            let at = format!("/publications/{index}");
            self.row(&at, &heads, date, Some(("summary", &one.summary)))
        });
        rows.collect()
    }

    fn awards(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.awards.iter().enumerate().filter_map(|(index, one)| {
            let heads = [("award", "title", &*one.title), ("from", "awarder", &one.awarder)];
            let at = format!("/awards/{index}");
            self.row(&at, &heads, Some(("date", &one.date)), Some(("summary", &one.summary)))
        });
        rows.collect()
    }

    fn languages(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.languages.iter().enumerate().filter_map(|(index, one)| {
            let heads =
                [("language", "language", &*one.language), ("level", "fluency", &one.fluency)];
            self.row(&format!("/languages/{index}"), &heads, None, None)
        });
        rows.collect()
    }

    fn interests(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.interests.iter().enumerate().filter_map(|(index, one)| {
            let at = format!("/interests/{index}");
            let name =
                self.field(Slot::Head, "interest", &[format!("{at}/name")], one.name.as_str());
            let words = self.list(Slot::Item, "word", &format!("{at}/keywords"), &one.keywords);
            self.entry(std::iter::once(name).chain(words))
        });
        rows.collect()
    }

    fn references(&self, resume: &'a Resume) -> Vec<Entry<'a>> {
        let rows = resume.references.iter().enumerate().filter_map(|(index, one)| {
            let at = format!("/references/{index}");
            let text = Some(("reference", one.reference.as_str()));
            self.row(&at, &[("name", "name", &one.name)], None, text)
        });
        rows.collect()
    }
}

/// Why a field is doubtful.
fn doubt(source: &FieldSource) -> Option<&'static str> {
    let doubtful = source.confidence.is_doubtful();
    doubtful.then(|| source.doubt.map_or("had to be guessed", Doubt::reason))
}
