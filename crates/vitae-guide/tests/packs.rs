//! The guides under `packs/` as they are on the disk, checked like a pack from outside: every mistake is
//! shown with file and line.
#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use std::path::{Path, PathBuf};
use vitae_guide::{Guides, Kind};

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name =
                path.strip_prefix(root).expect("below it").to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).expect("it is text")));
        }
    }
}

fn guides() -> Guides {
    let mut files = Vec::new();
    for kind in Kind::ALL {
        collect(&packs(), &packs().join(kind.folder()), &mut files);
    }
    Guides::load(&files).unwrap_or_else(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(|it| format!("packs/{it}")).collect();
        panic!("{} mistakes\n{}", lines.len(), lines.join("\n"));
    })
}

#[test]
fn every_guide_loads() {
    assert!(guides().find(Kind::Role, "backend engineer").is_some());
    assert!(Guides::builtin().find(Kind::Role, "backend-engineer").is_some());
}

/// Loading checks it; this holds that the check is there.
#[test]
fn every_entry_has_a_source() {
    let guides = guides();
    for guide in Kind::ALL.into_iter().flat_map(|kind| guides.of(kind)) {
        guide.lists.each(|table, key, source| {
            let known = guides.sources().iter().any(|known| known.name == source);
            assert!(known, "{table} {key} of {} has the source `{source}`", guide.name);
        });
    }
}
