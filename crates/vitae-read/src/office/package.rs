//! A ZIP package of parts. Counts what it unpacks, so that a small file cannot become a huge one, and
//! what was wrong with parts that the text can do without.

use super::xml::Tree;
use crate::archive::member_count;
use crate::{Limits, ReadError};
use std::io::{Cursor, Read};
use vitae_document::{Format, Hazard, HazardKind};
use zip::ZipArchive;

/// More members than this has no document.
const MEMBERS: usize = 10_000;

pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    left: usize,
    limit: usize,
    steps: usize,
    depth: usize,
    /// What was wrong with parts that were left out or break off.
    pub(crate) faults: Vec<Hazard>,
}

/// A part as text.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) source: String,
}

impl<'a> Package<'a> {
    pub(crate) fn open(
        bytes: &'a [u8],
        format: Format,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        if member_count(bytes, MEMBERS) >= MEMBERS {
            return Err(ReadError::Limit {
                limit: format!("{MEMBERS} members of the ZIP package"),
            });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| ReadError::Damaged {
            format,
            detail: format!("the ZIP package cannot be opened ({error})"),
        })?;
        Ok(Self {
            archive,
            format,
            left: limits.expanded_bytes,
            limit: limits.expanded_bytes,
            steps: limits.steps,
            // A table inside a table takes four elements.
            depth: limits.depth.saturating_mul(4),
            faults: Vec::new(),
        })
    }

    pub(crate) fn damaged(&self, detail: impl Into<String>) -> ReadError {
        ReadError::Damaged { format: self.format, detail: detail.into() }
    }

    /// A part that the document needs; none when it is missing.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let format = self.format;
        let broken = |error: &dyn std::fmt::Display| ReadError::Damaged {
            format,
            detail: format!("{name} cannot be unpacked ({error})"),
        };
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

    /// A part that the document can do without: damage is a hazard.
    pub(crate) fn spare_part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        match self.part(name) {
            Err(ReadError::Damaged { detail, .. }) => {
                self.faults.push(Hazard::file(HazardKind::Damaged { detail }));
                Ok(None)
            }
            part => part,
        }
    }

    /// Some writers spell names with other case or with backslashes.
    fn index(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let plain = |known: &str| known.replace('\\', "/").eq_ignore_ascii_case(name);
            self.archive.file_names().position(|known| known.is_ok_and(|known| plain(&known)))
        })
    }

    /// The tree of a part, within what is left of the step limit.
    pub(crate) fn tree<'p>(&mut self, part: &'p Part) -> Tree<'p> {
        let tree = Tree::parse(&part.source, self.steps, self.depth);
        self.steps = self.steps.saturating_sub(tree.len());
        self.faults.extend(tree.fault(&part.name));
        tree
    }
}
