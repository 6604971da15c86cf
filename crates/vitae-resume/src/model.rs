//! The data of a resume, with the field names of JSON Resume 1.x. An empty string or list means that
//! the resume does not say; it is not written.

use serde::{Deserialize, Serialize};

/// Fields that JSON Resume does not name, kept as they came.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// A resume with the fields of JSON Resume 1.x. Unknown fields are kept in `extra` and written back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Resume {
    /// Who.
    #[serde(skip_serializing_if = "Basics::is_empty")]
    pub basics: Basics,
    /// Roles, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<Work>,
    /// Unpaid work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub volunteer: Vec<Volunteer>,
    /// Education.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub education: Vec<Education>,
    /// Awards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<Award>,
    /// Certificates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<Certificate>,
    /// Publications and talks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publications: Vec<Publication>,
    /// Skills by group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// Human languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Interests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Interest>,
    /// References.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Projects and open source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Who the resume is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Basics {
    /// Full name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Title under the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Address of a picture.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub image: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Phone number as printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Own web site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Summary paragraph.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Where the person lives.
    #[serde(skip_serializing_if = "Location::is_empty")]
    pub location: Location,
    /// Profiles on networks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<Profile>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Location {
    /// Street and number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Postal code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// City.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country_code: String,
    /// State, province or region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A profile on a network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Profile {
    /// Canonical name of the network.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub network: String,
    /// User name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub username: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A role at an employer. Two roles at one employer are two entries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Work {
    /// Employer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// Address of the employer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Place of work.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// What the employer does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start_date: String,
    /// As `start_date`; empty while the role is current.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end_date: String,
    /// Paragraph under the role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Bullets, without their glyph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Unpaid work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Volunteer {
    /// Organisation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// Role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start_date: String,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end_date: String,
    /// Paragraph.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Bullets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A course of study.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Education {
    /// School.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub institution: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Subject.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// Degree as printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub study_type: String,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start_date: String,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end_date: String,
    /// Grade as printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub score: String,
    /// Courses named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<String>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An award.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Award {
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Who gave it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub awarder: String,
    /// Text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A certificate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Certificate {
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Who issued it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A publication or talk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Publication {
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Where.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub release_date: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A group of skills, or one skill.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Skill {
    /// Name of the group.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Level as printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// Skills as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A human language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Language {
    /// Language.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// How well.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fluency: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An interest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Interest {
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Details.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Reference {
    /// Who.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What they say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Project {
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Bullets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
    /// Technologies named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start_date: String,
    /// As in [`Work`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end_date: String,
    /// Address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Roles held.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// For whom.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entity: String,
    /// Kind.
    #[serde(rename = "type", skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Fields of other tools.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Basics {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Location {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
