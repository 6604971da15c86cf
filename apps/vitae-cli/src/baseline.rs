//! A baseline: a file with the findings that are known today, by file, rule and the words they are
//! about, so that a build complains about new ones only. JSON, sorted, made to be kept in git.

use crate::failure::Failure;
use crate::output::Output;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How often each finding stands, by code of the rule and fingerprint of the words.
pub(crate) type Entries = BTreeMap<(String, u64), u32>;

/// The version of the format.
const VERSION: u64 = 1;
/// Far above any use.
const MAX_BYTES: u64 = 16 << 20;

/// Known findings of many files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Baseline {
    path: PathBuf,
    files: BTreeMap<String, Entries>,
}

impl Baseline {
    /// Reads a baseline. One that is about to be written need not be there yet.
    pub(crate) fn read(path: &Path, may_be_missing: bool) -> Result<Self, Failure> {
        let empty = Self { path: path.to_owned(), files: BTreeMap::new() };
        let metadata = match std::fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if may_be_missing && error.kind() == ErrorKind::NotFound => {
                return Ok(empty);
            }
            Err(error) => {
                let failure = Failure::io(path.display(), "cannot read the baseline", &error);
                return Err(failure.help("--write-baseline writes one"));
            }
        };
        if !metadata.is_file() || metadata.len() > MAX_BYTES {
            let what = "this baseline is no regular file of at most 16 MB";
            return Err(Failure::at(path.display(), what));
        }
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::io(path.display(), "cannot read the baseline", &error))?;
        let files = parse(&text).ok_or_else(|| {
            Failure::at(path.display(), "this is no baseline of this version of vitae")
                .help("--write-baseline writes it anew; move the old file away first")
        })?;
        Ok(Self { files, ..empty })
    }

    /// The name of a file in the baseline: its path from the folder of the baseline.
    pub(crate) fn name_of(&self, file: &Path) -> String {
        let whole =
            |path: &Path| std::fs::canonicalize(path).or_else(|_| std::path::absolute(path));
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = whole(folder.unwrap_or(Path::new(".")));
        let name = match (whole(file), folder) {
            (Ok(file), Ok(folder)) => file.strip_prefix(folder).map(Path::to_owned).unwrap_or(file),
            _ => file.to_owned(),
        };
        name.to_string_lossy().replace('\\', "/")
    }

    /// What is known of a file.
    pub(crate) fn entries(&self, name: &str) -> Entries {
        self.files.get(name).cloned().unwrap_or_default()
    }

    /// Writes the baseline with these files anew; others stay as they are.
    pub(crate) fn write(mut self, files: BTreeMap<String, Entries>) -> Result<String, Failure> {
        self.files.extend(files);
        let number: u32 = self.files.values().flat_map(BTreeMap::values).sum();
        let mut output = Output::open(Some(&self.path), &[])?;
        output.write(self.to_json().as_bytes())?;
        output.finish()?;
        let s = if number == 1 { "" } else { "s" };
        Ok(format!("wrote {number} known finding{s} to {}", self.path.display()))
    }

    fn to_json(&self) -> String {
        let mut files = Map::new();
        for (name, entries) in self.files.iter().filter(|(_, entries)| !entries.is_empty()) {
            let entry = |((code, words), number): (&(String, u64), &u32)| json!({ "rule": code, "words": format!("{words:016x}"), "number": number });
            files.insert(name.clone(), entries.iter().map(entry).collect());
        }
        let all = json!({ "vitae-baseline": VERSION, "files": files });
        serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
    }
}

fn parse(text: &str) -> Option<BTreeMap<String, Entries>> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("vitae-baseline")?.as_u64()? != VERSION {
        return None;
    }
    let mut files = BTreeMap::new();
    for (name, list) in value.get("files")?.as_object()? {
        let mut entries = Entries::new();
        for entry in list.as_array()? {
            let code = entry.get("rule")?.as_str()?.to_owned();
            let words = u64::from_str_radix(entry.get("words")?.as_str()?, 16).ok()?;
            let number = u32::try_from(entry.get("number")?.as_u64()?).ok()?;
            entries.insert((code, words), number);
        }
        files.insert(name.clone(), entries);
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_baseline_reads_back() {
        let entries = Entries::from([(("EXP004".to_owned(), 7), 2), (("LNG005".to_owned(), 9), 1)]);
        let files = BTreeMap::from([("cv.md".to_owned(), entries)]);
        let baseline = Baseline { path: PathBuf::new(), files: files.clone() };
        assert_eq!(parse(&baseline.to_json()), Some(files));
        assert_eq!(parse("{}"), None);
    }
}
