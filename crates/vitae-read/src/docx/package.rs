//! The ZIP package of a DOCX: parts by name, relationships by id. Counts what it unpacks, so that a
//! small file cannot become a huge one.

use super::xml::Tree;
use crate::{Limits, ReadError};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use vitae_document::Format;
use zip::ZipArchive;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
    limit: usize,
    steps: usize,
    depth: usize,
}

/// A part as text, and what was wrong with it.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) source: String,
}

pub(super) fn damaged(detail: impl Into<String>) -> ReadError {
    ReadError::Damaged { format: Format::Docx, detail: detail.into() }
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| damaged(format!("the ZIP package cannot be opened ({error})")))?;
        Ok(Self {
            archive,
            left: limits.expanded_bytes,
            limit: limits.expanded_bytes,
            steps: limits.steps,
            // A table inside a table takes four elements.
            depth: limits.depth.saturating_mul(4),
        })
    }

    /// A part; none when it is missing.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let broken =
            |error: &dyn std::fmt::Display| damaged(format!("{name} cannot be unpacked ({error})"));
        let file = self.archive.by_index(index).map_err(|error| broken(&error))?;
        let mut bytes = Vec::new();
        let room = self.left as u64;
        file.take(room + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        if bytes.len() as u64 > room {
            let limit = format!("{} MB unpacked", self.limit >> 20);
            return Err(ReadError::Limit { limit });
        }
        self.left -= bytes.len();
        let source = match String::from_utf8(bytes) {
            Ok(source) => source,
            Err(error) => crate::decode::decode(error.as_bytes(), usize::MAX).text,
        };
        Ok(Some(Part { name: name.into(), source }))
    }

    /// The tree of a part, within what is left of the step limit.
    pub(super) fn tree<'p>(&mut self, part: &'p Part) -> Tree<'p> {
        let tree = Tree::parse(&part.source, self.steps, self.depth);
        self.steps = self.steps.saturating_sub(tree.len());
        tree
    }

    /// Targets of the relationships of a part by id: names of parts, or addresses.
    pub(super) fn relationships(&mut self, name: &str) -> Result<Relationships, ReadError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let path = if folder.is_empty() {
            String::from("_rels/.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let mut found = Relationships::default();
        let Some(part) = self.part(&path)? else { return Ok(found) };
        let tree = self.tree(&part);
        for relationship in tree.root().children() {
            let get = |name| relationship.attribute(name).unwrap_or_default();
            let target = get("Target");
            let external = get("TargetMode").eq_ignore_ascii_case("external");
            let target = if external { target.into_owned() } else { resolve(folder, &target) };
            let kind = get("Type").rsplit('/').next().unwrap_or("").to_string();
            found.targets.insert(get("Id").into_owned(), Target { kind, external, target });
        }
        Ok(found)
    }
}

#[derive(Default)]
pub(super) struct Relationships {
    targets: BTreeMap<String, Target>,
}

struct Target {
    kind: String,
    external: bool,
    target: String,
}

impl Relationships {
    /// The address that a hyperlink goes to.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|target| target.external).map(|target| target.target.as_str())
    }

    /// The name of a part of the package.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|target| !target.external).map(|target| target.target.as_str())
    }

    /// The first part of a kind (`styles`, `numbering`, `officeDocument`).
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        let target =
            self.targets.values().find(|target| target.kind == kind && !target.external)?;
        Some(&target.target)
    }
}

/// A target beside `folder`, as a name in the package.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.into();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
