//! Relationships of a part of an Office package: what each id leads to.

use crate::ReadError;
use crate::office::Package;
use std::collections::BTreeMap;

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
    /// Those of the part `name`; those of the package for an empty name.
    pub(super) fn read(package: &mut Package<'_>, name: &str) -> Result<Self, ReadError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let path = if folder.is_empty() {
            String::from("_rels/.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let mut found = Self::default();
        let Some(part) = package.spare_part(&path)? else { return Ok(found) };
        let tree = package.tree(&part);
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

    /// The address that a hyperlink goes to.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|target| target.external).map(|target| target.target.as_str())
    }

    /// The name of a part of the package.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|target| !target.external).map(|target| target.target.as_str())
    }

    /// Names of all parts of these kinds.
    pub(super) fn parts_of(&self, kinds: &[&str]) -> Vec<String> {
        let own = self.targets.values().filter(|target| !target.external);
        let own = own.filter(|target| kinds.contains(&target.kind.as_str()));
        own.map(|target| target.target.clone()).collect()
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
