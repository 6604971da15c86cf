//! A guide as data: what was asked for, with all entries as they stand in the packs.

use crate::guides::Guide;
use crate::head::Usual;
use crate::page::Wanted;
use crate::{Guides, Kind, SourceName};
use serde::Serialize;

#[derive(Serialize)]
struct Whole<'a> {
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Guide>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transition: Option<Guide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    industries: Vec<Guide>,
    #[serde(skip_serializing_if = "Option::is_none")]
    market: Option<Guide>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usual: Option<Usual>,
    sources: &'a [SourceName],
}

/// What is wanted, as JSON.
#[must_use]
pub fn json(wanted: &Wanted<'_>, guides: &Guides) -> String {
    let at_level =
        |guide: &Guide| wanted.level.map_or_else(|| guide.clone(), |it| guide.for_level(it));
    let whole = Whole {
        level: wanted.level.map(vitae_facts::Level::name),
        role: wanted.role.map(at_level),
        transition: wanted.transition.map(at_level),
        industries: wanted.industries.iter().copied().map(at_level).collect(),
        market: wanted.market.map(at_level),
        usual: wanted.market.and_then(Guide::usual),
        sources: guides.sources(),
    };
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Named<'a> {
    kind: Kind,
    name: &'a str,
    title: &'a str,
    aliases: &'a [String],
    what: &'a str,
}

/// All guides, as JSON.
#[must_use]
pub fn json_index(guides: &Guides) -> String {
    let all = Kind::ALL.into_iter().flat_map(|kind| guides.of(kind));
    let named: Vec<Named<'_>> = all
        .map(|guide| Named {
            kind: guide.kind,
            name: &guide.name,
            title: &guide.about.title,
            aliases: &guide.about.aliases,
            what: &guide.about.what,
        })
        .collect();
    serde_json::to_string_pretty(&named).unwrap_or_default() + "\n"
}
