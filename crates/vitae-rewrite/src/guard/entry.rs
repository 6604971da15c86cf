//! `Entry`: the facts that a rewrite may draw on, with the field names of JSON Resume.

use serde::{Deserialize, Serialize};
use vitae_facts::Owner;
use vitae_resume::{Project, Resume, Volunteer, Work};

/// A work entry, project or other part of a resume, as far as a rewrite may draw on it. Unknown
/// fields are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Entry {
    /// Employer, project or organisation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when the entry does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start_date: String,
    /// As `start_date`; empty while it goes on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end_date: String,
    /// Dates as printed, where they are not given in parts: `Mar 2021 – Oct 2023`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<String>,
    /// Place of work.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// What the employer or project does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Paragraph.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Bullets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
    /// Technologies named with the entry.
    #[serde(skip_serializing_if = "Vec::is_empty", alias = "keywords")]
    pub skills: Vec<String>,
}

impl Entry {
    /// The entry of a parsed resume that `owner` names; none when there is no such entry.
    #[must_use]
    pub fn of(resume: &Resume, owner: Owner) -> Option<Self> {
        match owner {
            Owner::Work(index) => resume.work.get(index).map(Self::from),
            Owner::Project(index) => resume.projects.get(index).map(Self::from),
            Owner::Volunteer(index) => resume.volunteer.get(index).map(Self::from),
        }
    }

    /// All entries of a parsed resume but the one that `owner` names.
    #[must_use]
    pub fn others(resume: &Resume, owner: Owner) -> Vec<Self> {
        let work = (0..resume.work.len()).map(Owner::Work);
        let projects = (0..resume.projects.len()).map(Owner::Project);
        let volunteer = (0..resume.volunteer.len()).map(Owner::Volunteer);
        let all = work.chain(projects).chain(volunteer).filter(|other| *other != owner);
        all.filter_map(|other| Self::of(resume, other)).collect()
    }
}

impl From<&Work> for Entry {
    fn from(work: &Work) -> Self {
        Self {
            name: work.name.clone(),
            position: work.position.clone(),
            start_date: work.start_date.clone(),
            end_date: work.end_date.clone(),
            location: work.location.clone(),
            description: work.description.clone(),
            summary: work.summary.clone(),
            highlights: work.highlights.clone(),
            ..Self::default()
        }
    }
}

impl From<&Project> for Entry {
    fn from(project: &Project) -> Self {
        Self {
            name: project.name.clone(),
            position: project.roles.join(", "),
            start_date: project.start_date.clone(),
            end_date: project.end_date.clone(),
            description: project.description.clone(),
            highlights: project.highlights.clone(),
            skills: project.keywords.clone(),
            ..Self::default()
        }
    }
}

impl From<&Volunteer> for Entry {
    fn from(volunteer: &Volunteer) -> Self {
        Self {
            name: volunteer.organization.clone(),
            position: volunteer.position.clone(),
            start_date: volunteer.start_date.clone(),
            end_date: volunteer.end_date.clone(),
            summary: volunteer.summary.clone(),
            highlights: volunteer.highlights.clone(),
            ..Self::default()
        }
    }
}
