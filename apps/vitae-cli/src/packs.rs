//! Folders of guides from outside, read with limits. Paths come in, guides go out; every mistake in a
//! pack is told with its file and line.

use crate::failure::Failure;
use std::fs;
use std::path::{Path, PathBuf};
use vitae::guide::{Guides, Kind};

/// Folders below that of a pack that are looked into.
const DEEPEST: usize = 3;
/// Files of one pack.
const MOST_FILES: usize = 2_000;
/// Bytes of one file.
const MOST_BYTES: u64 = 2 << 20;
/// Mistakes that are shown.
const MOST_SHOWN: usize = 20;

/// The guides of this program with those of `packs`, of which a later one goes before an earlier one.
pub(crate) fn guides(packs: &[PathBuf]) -> Result<Guides, Failure> {
    let mut files: Vec<(String, String)> = Vec::new();
    for pack in packs {
        let news = read(pack)?;
        files.retain(|(name, _)| !news.iter().any(|(new, _)| new == name));
        files.extend(news);
    }
    Guides::load(&files).map_err(|mistakes| {
        let shown = mistakes.len().min(MOST_SHOWN);
        let failure = |mistake: &vitae::guide::PackMistake| match mistake.line {
            0 => Failure::at(&mistake.file, &mistake.message),
            line => Failure::at(format!("{}:{line}", mistake.file), &mistake.message),
        };
        for mistake in mistakes.iter().take(shown.saturating_sub(1)) {
            failure(mistake).print();
        }
        let last = mistakes.get(shown.saturating_sub(1)).map(failure);
        let help = match mistakes.len() - shown {
            0 => "docs/packs.md explains every key".to_owned(),
            more => format!("and {more} more; docs/packs.md explains every key"),
        };
        last.unwrap_or_else(|| Failure::new("the guides cannot be read")).help(help)
    })
}

/// The files of one pack, named as under `packs/`.
fn read(pack: &Path) -> Result<Vec<(String, String)>, Failure> {
    let cannot = |path: &Path, error: &std::io::Error| {
        Failure::io(path.display(), "cannot read the pack", error)
    };
    fs::read_dir(pack).map_err(|error| cannot(pack, &error))?;
    let mut files = Vec::new();
    for folder in Kind::ALL.map(Kind::folder) {
        if pack.join(folder).is_dir() {
            collect(pack, &pack.join(folder), DEEPEST, &mut files)?;
        }
    }
    if files.is_empty() {
        let failure = Failure::at(pack.display(), "holds no guides");
        let folders = Kind::ALL.map(Kind::folder).join(", ");
        return Err(failure.help(format!("a pack has TOML files in folders named {folders}")));
    }
    files.sort();
    let text = |(name, path): (String, PathBuf)| {
        let size = crate::inputs::check_regular(&path)?;
        if size > MOST_BYTES {
            let message = format!("has {size} bytes (limit {MOST_BYTES} for a file of a pack)");
            return Err(Failure::at(path.display(), message));
        }
        let text = fs::read_to_string(&path).map_err(|error| cannot(&path, &error))?;
        Ok((name, text))
    };
    files.into_iter().map(text).collect()
}

/// All TOML files under `folder`, named relative to `root` with forward slashes.
fn collect(
    root: &Path,
    folder: &Path,
    depth: usize,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), Failure> {
    let cannot = |error| Failure::io(folder.display(), "cannot read the pack", &error);
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() && depth > 1 {
            collect(root, &path, depth - 1, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir() {
            let name = path.strip_prefix(root).unwrap_or(&path);
            files.push((name.to_string_lossy().replace('\\', "/"), path));
        }
        if files.len() > MOST_FILES {
            let message = format!("holds more than {MOST_FILES} files of guides");
            return Err(Failure::at(root.display(), message));
        }
    }
    Ok(())
}
