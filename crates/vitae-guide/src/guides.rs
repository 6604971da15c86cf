//! All guides: texts of TOML files come in, checked guides that are complete with what they take from
//! their base go out, or every mistake with its file and line.

use crate::check;
use crate::head::{Head, Kind, Usual};
use crate::lists::Lists;
use crate::origin::{Mistake, Origin};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use vitae_facts::Level;
use vitae_pack::Pack;

/// The guides of this build, as they stand under `packs/`.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));
/// Where the names of sources stand.
const SOURCES: &str = "roles/sources.toml";
/// The base of a role that names none.
const COMMON: &str = "common";
/// A chain of bases has at most so many links.
const LONGEST_CHAIN: usize = 8;
/// Files of guides that are read in one go.
const MOST_FILES: usize = 2_000;
/// Bytes of all files together.
const MOST_BYTES: usize = 16 << 20;

/// A name that entries give as their source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourceName {
    /// As entries write it.
    pub name: String,
    /// What it stands for.
    pub what: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    #[serde(rename = "source")]
    sources: Vec<SourceName>,
}

/// One guide.
#[derive(Clone, Debug, Serialize)]
pub struct Guide {
    /// What it is of.
    pub kind: Kind,
    /// Name of its folder or file.
    pub name: String,
    /// What it is.
    pub about: Head,
    /// Its entries, with those of its base.
    pub lists: Lists,
}

impl Guide {
    /// The guide with only what is for a level.
    #[must_use]
    pub fn for_level(&self, level: Level) -> Self {
        let mut guide = self.clone();
        guide.lists.retain(level);
        guide
    }

    /// Of a market: what the rules know of it.
    #[must_use]
    pub fn usual(&self) -> Option<Usual> {
        let known = Pack::builtin().market(&self.name).filter(|_| self.kind == Kind::Market);
        let known = known.map(|market| Usual {
            photo: market.photo,
            personal_data: market.personal_data,
            pages: market.pages,
            dates: market.dates,
        });
        known.or(self.about.usual)
    }
}

/// All guides.
#[derive(Clone, Debug)]
pub struct Guides {
    guides: Vec<Guide>,
    sources: Vec<SourceName>,
}

/// A guide while its files are joined.
pub(crate) struct Draft<'a> {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) lists: Lists,
    pub(crate) origins: Vec<Origin<'a>>,
}

impl Draft<'_> {
    /// A mistake in the entry with this key, in whichever file holds it.
    pub(crate) fn mistake(&self, key: &str, message: String) -> Mistake {
        let holder = self.origins.iter().find(|origin| origin.lines_with(key).next().is_some());
        match (holder, self.origins.first()) {
            (Some(origin), _) => origin.mistake(key, message),
            (None, Some(first)) => first.at(0, message),
            (None, None) => Mistake { file: self.name.clone(), line: 0, message },
        }
    }

    fn head(&self) -> Head {
        self.lists.about.clone().unwrap_or_default()
    }
}

impl Guides {
    /// The guides of this build.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static GUIDES: OnceLock<Guides> = OnceLock::new();
        // A test holds that they load.
        let none = Self { guides: Vec::new(), sources: Vec::new() };
        GUIDES.get_or_init(|| Self::load(&[]).unwrap_or(none))
    }

    /// The guides of this build with files from outside, each `(name, text)` with the names of the
    /// folder `packs/`: `roles/baker/role.toml`. A file takes the place of the one of the same name;
    /// names of sources are added to those that are there.
    ///
    /// # Errors
    /// Every mistake in the files, with file and line.
    pub fn load(outside: &[(String, String)]) -> Result<Self, Vec<Mistake>> {
        let outside = outside.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let kept = BUILTIN.iter().copied().filter(|(name, _)| {
            *name == SOURCES || !outside.clone().any(|(outer, _)| outer == *name)
        });
        let kept = kept.map(|(name, text)| Origin { name, text, outside: false });
        let outer = outside.clone().map(|(name, text)| Origin { name, text, outside: true });
        let files: Vec<Origin<'_>> = kept.chain(outer).collect();
        within_limits(&files)?;
        Self::build(&files)
    }

    fn build(files: &[Origin<'_>]) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let mut sources: Vec<SourceName> = Vec::new();
        for file in files.iter().filter(|file| file.name == SOURCES) {
            match file.parse::<SourcesFile>() {
                Ok(read) => {
                    sources.retain(|old| !read.sources.iter().any(|new| new.name == old.name));
                    sources.extend(read.sources);
                }
                Err(mistake) => mistakes.push(mistake),
            }
        }
        let pack = Pack::builtin();
        let mut drafts: Vec<Draft<'_>> = Vec::new();
        for file in files.iter().filter(|file| file.name != SOURCES) {
            let Some((kind, name)) = place(file.name) else {
                mistakes.push(file.at(0, no_place()));
                continue;
            };
            match read(*file, &sources, pack) {
                Ok(lists) => join(&mut drafts, kind, name, *file, lists),
                Err(found) => mistakes.extend(found),
            }
        }
        if mistakes.is_empty() {
            for draft in &drafts {
                mistakes.extend(check::draft(draft, &drafts));
            }
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let guides = complete(&drafts)?;
        let mistakes = check::complete(&guides, &drafts);
        if mistakes.is_empty() { Ok(Self { guides, sources }) } else { Err(mistakes) }
    }

    /// The guides of a kind, by name.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Guide> {
        self.guides.iter().filter(move |guide| guide.kind == kind)
    }

    /// The guide with this name, title or alias; case and hyphens do not matter.
    #[must_use]
    pub fn find(&self, kind: Kind, name: &str) -> Option<&Guide> {
        let asked = folded(name);
        let named = |guide: &&Guide| folded(&guide.name) == asked;
        let called = |guide: &&Guide| {
            folded(&guide.about.title) == asked
                || guide.about.aliases.iter().any(|alias| folded(alias) == asked)
        };
        self.of(kind).find(named).or_else(|| self.of(kind).find(called))
    }

    /// Every name that entries may give as their source.
    #[must_use]
    pub fn sources(&self) -> &[SourceName] {
        &self.sources
    }
}

/// A name without what does not matter in it.
fn folded(name: &str) -> String {
    let word = |ch: &char| ch.is_alphanumeric() || *ch == '+' || *ch == '#';
    name.chars().filter(word).flat_map(char::to_lowercase).collect()
}

fn within_limits(files: &[Origin<'_>]) -> Result<(), Vec<Mistake>> {
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    let message = if files.len() > MOST_FILES {
        format!("there are {} files of guides (limit {MOST_FILES})", files.len())
    } else if bytes > MOST_BYTES {
        format!("the guides have {bytes} bytes (limit {MOST_BYTES})")
    } else {
        return Ok(());
    };
    Err(vec![Mistake { file: "pack".to_owned(), line: 0, message }])
}

fn no_place() -> String {
    let folders = "`roles/NAME/`, `industries/`, `market-guides/` or `transitions/`";
    format!("a guide stands in {folders}")
}

/// Which guide a file belongs to.
fn place(file: &str) -> Option<(Kind, &str)> {
    let (folder, rest) = file.split_once('/')?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    let name = match kind {
        Kind::Role => rest.split_once('/')?.0,
        _ => rest.strip_suffix(".toml").filter(|name| !name.contains('/'))?,
    };
    Some((kind, name))
}

/// One file, checked by itself.
fn read(file: Origin<'_>, sources: &[SourceName], pack: &Pack) -> Result<Lists, Vec<Mistake>> {
    let slots = if file.outside { crate::slot::mistakes(file.text) } else { Vec::new() };
    if !slots.is_empty() {
        return Err(slots.into_iter().map(|(line, message)| file.at(line, message)).collect());
    }
    let mut lists: Lists = file.parse().map_err(|mistake| vec![mistake])?;
    lists.spread_source();
    let mistakes = if file.outside { check::file(file, &lists, sources, pack) } else { Vec::new() };
    if mistakes.is_empty() { Ok(lists) } else { Err(mistakes) }
}

fn join<'a>(drafts: &mut Vec<Draft<'a>>, kind: Kind, name: &str, file: Origin<'a>, lists: Lists) {
    match drafts.iter_mut().find(|draft| draft.kind == kind && draft.name == name) {
        Some(draft) => {
            draft.lists.join(lists);
            draft.origins.push(file);
        }
        None => drafts.push(Draft { kind, name: name.to_owned(), lists, origins: vec![file] }),
    }
}

/// Roles with what they take from their bases; everything else as it is. A folder of roles without
/// `[about]` is only a base.
fn complete(drafts: &[Draft<'_>]) -> Result<Vec<Guide>, Vec<Mistake>> {
    let mut guides = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.lists.about.is_some()) {
        let mut lists = draft.lists.clone();
        let mut below = draft;
        let mut links = 0;
        while let Some(base) = base_of(below, drafts) {
            links += 1;
            if links > LONGEST_CHAIN {
                let message = format!("its chain of bases has no end within {LONGEST_CHAIN} links");
                return Err(vec![draft.mistake(&base.name, message)]);
            }
            lists.inherit(&base.lists, &draft.head().without);
            below = base;
        }
        guides.push(Guide {
            kind: draft.kind,
            name: draft.name.clone(),
            about: draft.head(),
            lists,
        });
    }
    guides.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    Ok(guides)
}

/// The role that a role stands on.
pub(crate) fn base_of<'a, 'b>(draft: &Draft<'_>, drafts: &'b [Draft<'a>]) -> Option<&'b Draft<'a>> {
    let name = draft.head().base.unwrap_or_else(|| COMMON.to_owned());
    let other = draft.kind == Kind::Role && draft.name != COMMON;
    drafts.iter().find(|base| other && base.kind == Kind::Role && base.name == name)
}
