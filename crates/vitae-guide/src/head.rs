//! What a guide is, before its entries: the table `[about]`.

use serde::{Deserialize, Serialize};
use vitae_pack::{Custom, DateOrder};

/// The kinds of guides. Each has a folder of its own.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A role: a folder under `roles/`.
    Role,
    /// An industry, kind of company or way of working: a file under `industries/`.
    Industry,
    /// A country: a file under `market-guides/`, named by its code.
    Market,
    /// A change: a file under `transitions/`.
    Transition,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Role, Self::Industry, Self::Market, Self::Transition];

    /// Its folder.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Role => "roles",
            Self::Industry => "industries",
            Self::Market => "market-guides",
            Self::Transition => "transitions",
        }
    }

    /// As in a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Industry => "industry",
            Self::Market => "market",
            Self::Transition => "transition",
        }
    }
}

/// What an industry guide is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// What is made or sold.
    Industry,
    /// A kind of company.
    Company,
    /// A way of working.
    Way,
}

/// The order of a name on a resume.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    /// Ann Aldane.
    GivenFamily,
    /// 김하율.
    FamilyGiven,
}

/// A size of paper.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperSize {
    /// ISO 216, 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// What the rules know of a market. For the markets of `packs/markets.toml` it stands there, and only
/// there; a market from outside brings it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct Usual {
    /// What a photo does.
    pub photo: Custom,
    /// What date of birth, marital status and the like do.
    pub personal_data: Custom,
    /// Most pages that are usual.
    pub pages: u8,
    /// How a date in numbers is read.
    pub dates: DateOrder,
}

/// The table `[about]`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct Head {
    /// As on a page.
    pub title: String,
    /// Other names that find it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it is, in one to three sentences.
    pub what: String,
    /// Of a role: the one that it takes entries from; `common` where it is left out.
    #[serde(skip_serializing)]
    pub base: Option<String>,
    /// Of a role: ids of entries of the base that it leaves out.
    #[serde(skip_serializing)]
    pub without: Vec<String>,
    /// Of an industry: what it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Of a transition: the role that it leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Of a market: its paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperSize>,
    /// Of a market: how names stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_order: Option<NameOrder>,
    /// Of a market: languages of resumes, as ISO 639-1 codes, the usual one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Of a market: what the rules know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual: Option<Usual>,
    /// Where it comes from.
    pub source: String,
}
