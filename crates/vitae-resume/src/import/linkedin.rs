//! LinkedIn's data export (a zip of CSV files) to a resume. Only files about the person are opened,
//! by name; connections, messages and addresses that are not primary never come out.

use super::csv::{Row, Table};
use super::draft::{Draft, Origin};
use super::lists::{school_line, split_bullets};
use super::{ImportError, MAX_BYTES, Source};
use crate::parse::{address, web};
use crate::{
    Award, Certificate, Education, Language, Profile, Project, Publication, Skill, Volunteer, Work,
};
use serde_json::Value;
use std::io::{Cursor, Read};
use vitae_pack::Pack;
use zip::ZipArchive;

/// Files in one archive.
const MAX_FILES: usize = 2_000;

/// Reads an export.
pub(super) fn read(bytes: &[u8], pack: &Pack) -> Result<Draft, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| ImportError::Archive { detail: error.to_string() })?;
    if archive.len() > MAX_FILES {
        return Err(ImportError::Limit { limit: format!("{MAX_FILES} files in an archive") });
    }
    // A name that is no text is none of ours.
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|name| name.into_owned()).collect();
    let mut budget = MAX_BYTES;
    let mut reader = Reader { draft: Draft::default(), pack };
    let mut found = false;
    for (file, take) in FILES {
        let name = names.iter().find(|name| {
            name.rsplit(['/', '\\']).next().is_some_and(|base| base.eq_ignore_ascii_case(file))
        });
        if let Some(name) = name {
            let text = match member(&mut archive, name, &mut budget) {
                Ok(text) => text,
                // The other files still say what they say.
                Err(ImportError::Archive { detail }) => {
                    reader.draft.damaged(detail);
                    continue;
                }
                Err(error) => return Err(error),
            };
            let table = Table::read(&text).with_heads(HEADS);
            found = true;
            for row in table.rows() {
                take(&mut reader, &row, Origin::part(file, row.number));
            }
        }
    }
    if !found {
        let detail = "it holds none of `Profile.csv`, `Positions.csv`, `Education.csv`".to_owned();
        return Err(ImportError::Archive { detail });
    }
    Ok(reader.draft)
}

/// A member as text; all members together stay under the limit of one file.
fn member(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    budget: &mut usize,
) -> Result<String, ImportError> {
    let archived = |detail: String| ImportError::Archive { detail };
    let file = archive.by_name(name).map_err(|error| archived(format!("`{name}`: {error}")))?;
    let mut bytes = Vec::new();
    file.take(*budget as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| archived(format!("`{name}`: {error}")))?;
    if bytes.len() > *budget {
        return Err(ImportError::Limit { limit: format!("{MAX_BYTES} bytes after unpacking") });
    }
    *budget -= bytes.len();
    Ok(Source::decode(&bytes).text)
}

type Take = fn(&mut Reader<'_>, &Row<'_>, Origin);

/// Files that are read, in the order in which they fill the resume.
const FILES: &[(&str, Take)] = &[
    ("Profile.csv", |reader, row, origin| reader.profile(row, &origin)),
    ("Email Addresses.csv", |reader, row, origin| reader.email(row, origin)),
    ("PhoneNumbers.csv", |reader, row, origin| reader.phone(row, origin)),
    ("Positions.csv", |reader, row, origin| reader.position(row, &origin)),
    ("Education.csv", |reader, row, origin| reader.school(row, &origin)),
    ("Skills.csv", |reader, row, origin| reader.skill(row, origin)),
    ("Certifications.csv", |reader, row, origin| reader.certificate(row, &origin)),
    ("Projects.csv", |reader, row, origin| reader.project(row, &origin)),
    ("Languages.csv", |reader, row, origin| reader.language(row, &origin)),
    ("Honors.csv", |reader, row, origin| reader.honor(row, &origin)),
    ("Publications.csv", |reader, row, origin| reader.publication(row, &origin)),
    ("Volunteering.csv", |reader, row, origin| reader.volunteer(row, &origin)),
];

/// `yes` in the languages of [`HEADS`].
const YES: &[&str] = &["yes", "ja", "oui", "sí", "si", "sim", "true"];

/// Heads of columns in exports that were translated, with the English ones.
const HEADS: &[(&str, &[&str])] = &[
    ("First Name", &["vorname", "prénom", "nombre", "nome"]),
    ("Last Name", &["nachname", "nom", "nom de famille", "apellido", "apellidos", "sobrenome"]),
    ("Headline", &["slogan", "titre du profil", "titular", "título do perfil"]),
    ("Summary", &["zusammenfassung", "info", "résumé", "resumen", "extracto", "resumo"]),
    (
        "Geo Location",
        &["standort", "lieu géographique", "ubicación geográfica", "localização geográfica"],
    ),
    (
        "Email Address",
        &["e-mail-adresse", "adresse e-mail", "correo electrónico", "endereço de e-mail"],
    ),
    ("Primary", &["primär", "principale", "principal", "primario"]),
    ("Number", &["nummer", "telefonnummer", "numéro", "número"]),
    (
        "Company Name",
        &[
            "unternehmen",
            "name des unternehmens",
            "nom de l'entreprise",
            "entreprise",
            "nombre de la empresa",
            "empresa",
            "nome da empresa",
        ],
    ),
    ("Title", &["titel", "position", "titre", "poste", "cargo", "título"]),
    ("Description", &["beschreibung", "descripción", "descrição"]),
    ("Location", &["ort", "lieu", "ubicación", "localidade"]),
    (
        "Started On",
        &[
            "begonnen am",
            "beginn",
            "début",
            "date de début",
            "fecha de inicio",
            "iniciado em",
            "data de início",
        ],
    ),
    (
        "Finished On",
        &[
            "beendet am",
            "ende",
            "fin",
            "date de fin",
            "fecha de finalización",
            "concluído em",
            "data de término",
        ],
    ),
    (
        "School Name",
        &[
            "name der hochschule",
            "hochschule",
            "nom de l'école",
            "établissement",
            "nombre de la institución",
            "nome da instituição",
        ],
    ),
    (
        "Degree Name",
        &[
            "abschluss",
            "name des abschlusses",
            "diplôme",
            "nom du diplôme",
            "titulación",
            "nome do diploma",
            "grau",
        ],
    ),
    ("Notes", &["notizen", "anmerkungen", "remarques", "notas"]),
    ("Name", &["nom de la compétence", "compétence", "aptitud", "competência"]),
    ("Authority", &["aussteller", "organisme", "autoridad", "autoridade"]),
    ("Proficiency", &["kenntnisse", "niveau", "nivel", "nível"]),
];

struct Reader<'a> {
    draft: Draft,
    pack: &'a Pack,
}

impl Reader<'_> {
    /// A field's text, with its origin noted when there is some.
    fn text(&mut self, out: &str, row: &Row<'_>, names: &[&str], origin: &Origin) -> String {
        let text = names.iter().map(|name| row.get(name)).find(|text| !text.is_empty());
        if text.is_some() {
            self.draft.note(out, origin.clone());
        }
        text.unwrap_or("").to_owned()
    }

    fn profile(&mut self, row: &Row<'_>, origin: &Origin) {
        let name = [row.get("First Name"), row.get("Last Name")].join(" ").trim().to_owned();
        let label = self.text("/basics/label", row, &["Headline"], origin);
        let summary = self.text("/basics/summary", row, &["Summary"], origin);
        let address = self.text("/basics/location/address", row, &["Address"], origin);
        let postal_code = self.text("/basics/location/postalCode", row, &["Zip Code"], origin);
        self.draft.note("/basics/name", origin.clone());
        let basics = &mut self.draft.resume.basics;
        (basics.name, basics.label, basics.summary) = (name, label, summary);
        (basics.location.address, basics.location.postal_code) = (address, postal_code);
        self.place(row.get("Geo Location"), origin);
        for url in sites(row.get("Websites")) {
            self.site(url, origin);
        }
        for handle in row.get("Twitter Handles").split(['[', ']', ',', ' ']) {
            let username = handle.trim_start_matches('@').to_owned();
            if !username.is_empty() {
                let url = format!("https://x.com/{username}");
                self.add_profile("X".to_owned(), username, url, origin);
            }
        }
    }

    fn place(&mut self, text: &str, origin: &Origin) {
        let mut parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let code =
            parts.last().and_then(|last| address::country(last, self.pack)).map(str::to_owned);
        if code.is_some() {
            parts.pop();
        }
        let location = &mut self.draft.resume.basics.location;
        location.country_code = code.unwrap_or_default();
        location.city = parts.first().copied().unwrap_or("").to_owned();
        location.region = parts.get(1..).unwrap_or(&[]).join(", ");
        for field in ["city", "region", "countryCode"] {
            self.draft.note(format!("/basics/location/{field}"), origin.clone());
        }
    }

    /// A site is a profile where its address names a network; the first other is the person's own.
    fn site(&mut self, url: &str, origin: &Origin) {
        if let Some(account) = web::account(url, self.pack) {
            self.add_profile(account.network, account.username, url.to_owned(), origin);
        } else if self.draft.resume.basics.url.is_empty() {
            self.draft.resume.basics.url = url.to_owned();
            self.draft.note("/basics/url", origin.clone());
        } else {
            self.add_profile(String::new(), String::new(), url.to_owned(), origin);
        }
    }

    fn add_profile(&mut self, network: String, username: String, url: String, origin: &Origin) {
        let base = format!("/basics/profiles/{}", self.draft.resume.basics.profiles.len());
        for field in ["network", "username", "url"] {
            self.draft.note(format!("{base}/{field}"), origin.clone());
        }
        let profile = Profile { network, username, url, ..Profile::default() };
        self.draft.resume.basics.profiles.push(profile);
    }

    fn email(&mut self, row: &Row<'_>, origin: Origin) {
        // An export without this column holds the one address that is in use.
        let answer = row.get("Primary").to_lowercase();
        let primary = answer.is_empty() || YES.contains(&answer.as_str());
        if primary && self.draft.resume.basics.email.is_empty() {
            self.draft.resume.basics.email = row.get("Email Address").to_owned();
            self.draft.note("/basics/email", origin);
        }
    }

    fn phone(&mut self, row: &Row<'_>, origin: Origin) {
        if self.draft.resume.basics.phone.is_empty() && !row.get("Number").is_empty() {
            self.draft.resume.basics.phone = row.get("Number").to_owned();
            self.draft.note("/basics/phone", origin);
        }
    }

    fn dates(&mut self, base: &str, row: &Row<'_>, origin: &Origin) -> (String, String) {
        let mut one = |field: &str, names: &[&str]| {
            let printed = names.iter().map(|name| row.get(name)).find(|text| !text.is_empty());
            let out = format!("{base}/{field}");
            self.draft.date(&out, printed.unwrap_or(""), origin.clone(), self.pack)
        };
        let start = one("startDate", &["Started On", "Start Date"]);
        (start, one("endDate", &["Finished On", "End Date"]))
    }

    /// The description as a paragraph and bullets.
    fn description(
        &mut self,
        base: &str,
        summary: &str,
        row: &Row<'_>,
        origin: &Origin,
    ) -> (String, Vec<String>) {
        let (text, items) = split_bullets(row.get("Description"));
        self.draft.note(format!("{base}/{summary}"), origin.clone());
        for index in 0..items.len() {
            self.draft.note(format!("{base}/highlights/{index}"), origin.clone());
        }
        (text, items)
    }

    fn position(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/work/{}", self.draft.resume.work.len());
        let (start_date, end_date) = self.dates(&base, row, origin);
        let (summary, highlights) = self.description(&base, "summary", row, origin);
        let entry = Work {
            name: self.text(&format!("{base}/name"), row, &["Company Name"], origin),
            position: self.text(&format!("{base}/position"), row, &["Title"], origin),
            location: self.text(&format!("{base}/location"), row, &["Location"], origin),
            start_date,
            end_date,
            summary,
            highlights,
            ..Work::default()
        };
        self.draft.resume.work.push(entry);
    }

    fn school(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/education/{}", self.draft.resume.education.len());
        let (start_date, end_date) = self.dates(&base, row, origin);
        let degree = self.text(&format!("{base}/studyType"), row, &["Degree Name"], origin);
        let (study_type, area) = degree.split_once(", ").unwrap_or((&degree, ""));
        if !area.is_empty() {
            self.draft.note(format!("{base}/area"), origin.clone());
        }
        let mut entry = Education {
            institution: self.text(&format!("{base}/institution"), row, &["School Name"], origin),
            study_type: study_type.to_owned(),
            area: area.to_owned(),
            start_date,
            end_date,
            ..Education::default()
        };
        let mut kept = Vec::new();
        for line in row.get("Notes").lines().chain(row.get("Activities").lines()) {
            if !school_line(&mut self.draft, &base, &mut entry, line, origin) {
                kept.push(line.trim());
            }
        }
        if !kept.is_empty() {
            entry.extra.insert("summary".into(), Value::String(kept.join("\n")));
        }
        self.draft.resume.education.push(entry);
    }

    /// One list: the export has no groups.
    fn skill(&mut self, row: &Row<'_>, origin: Origin) {
        let skills = &mut self.draft.resume.skills;
        if skills.is_empty() {
            skills.push(Skill { name: "Skills".to_owned(), ..Skill::default() });
        }
        let name = row.get("Name");
        if let Some(list) = skills.first_mut().filter(|_| !name.is_empty()) {
            list.keywords.push(name.to_owned());
            let index = list.keywords.len() - 1;
            self.draft.note(format!("/skills/0/keywords/{index}"), origin);
        }
    }

    fn certificate(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/certificates/{}", self.draft.resume.certificates.len());
        let entry = Certificate {
            name: self.text(&format!("{base}/name"), row, &["Name"], origin),
            issuer: self.text(&format!("{base}/issuer"), row, &["Authority"], origin),
            url: self.text(&format!("{base}/url"), row, &["Url"], origin),
            date: self.draft.date(
                &format!("{base}/date"),
                row.get("Started On"),
                origin.clone(),
                self.pack,
            ),
            ..Certificate::default()
        };
        self.draft.resume.certificates.push(entry);
    }

    fn project(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/projects/{}", self.draft.resume.projects.len());
        let (start_date, end_date) = self.dates(&base, row, origin);
        let (description, highlights) = self.description(&base, "description", row, origin);
        let entry = Project {
            name: self.text(&format!("{base}/name"), row, &["Title"], origin),
            url: self.text(&format!("{base}/url"), row, &["Url"], origin),
            start_date,
            end_date,
            description,
            highlights,
            ..Project::default()
        };
        self.draft.resume.projects.push(entry);
    }

    fn language(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/languages/{}", self.draft.resume.languages.len());
        let entry = Language {
            language: self.text(&format!("{base}/language"), row, &["Name"], origin),
            fluency: self.text(&format!("{base}/fluency"), row, &["Proficiency"], origin),
            ..Language::default()
        };
        self.draft.resume.languages.push(entry);
    }

    fn honor(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/awards/{}", self.draft.resume.awards.len());
        let entry = Award {
            title: self.text(&format!("{base}/title"), row, &["Title"], origin),
            summary: self.text(&format!("{base}/summary"), row, &["Description"], origin),
            date: self.draft.date(
                &format!("{base}/date"),
                row.get("Issued On"),
                origin.clone(),
                self.pack,
            ),
            ..Award::default()
        };
        self.draft.resume.awards.push(entry);
    }

    fn publication(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/publications/{}", self.draft.resume.publications.len());
        let date = format!("{base}/releaseDate");
        let entry = Publication {
            name: self.text(&format!("{base}/name"), row, &["Name"], origin),
            publisher: self.text(&format!("{base}/publisher"), row, &["Publisher"], origin),
            url: self.text(&format!("{base}/url"), row, &["Url"], origin),
            summary: self.text(&format!("{base}/summary"), row, &["Description"], origin),
            release_date: self.draft.date(
                &date,
                row.get("Published On"),
                origin.clone(),
                self.pack,
            ),
            ..Publication::default()
        };
        self.draft.resume.publications.push(entry);
    }

    fn volunteer(&mut self, row: &Row<'_>, origin: &Origin) {
        let base = format!("/volunteer/{}", self.draft.resume.volunteer.len());
        let (start_date, end_date) = self.dates(&base, row, origin);
        let (summary, highlights) = self.description(&base, "summary", row, origin);
        let entry = Volunteer {
            organization: self.text(
                &format!("{base}/organization"),
                row,
                &["Company Name"],
                origin,
            ),
            position: self.text(&format!("{base}/position"), row, &["Role"], origin),
            start_date,
            end_date,
            summary,
            highlights,
            ..Volunteer::default()
        };
        self.draft.resume.volunteer.push(entry);
    }
}

/// Addresses out of `[PORTFOLIO:https://…],[OTHER:https://…]`.
fn sites(field: &str) -> impl Iterator<Item = &str> {
    field.split(['[', ']', ' ']).filter_map(|piece| {
        let at = piece.find("http")?;
        Some(piece[at..].trim_end_matches([',', ';'])).filter(|url| url.contains("://"))
    })
}
