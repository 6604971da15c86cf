//! Turns `packs/**/*.toml` into one blob that the crate embeds. Any mistake in a pack stops the
//! build with its file and line.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a build script reads files and prints"
)]

#[path = "src/schema.rs"]
#[allow(dead_code, unreachable_pub)]
mod schema;
#[path = "src/source/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod source;

use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

fn main() {
    if let Err(message) = run() {
        eprintln!("{message}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let packs = here.join("../../packs");
    println!("cargo::rerun-if-changed=src/schema.rs");
    println!("cargo::rerun-if-changed=src/source");
    let mut files = Vec::new();
    collect(&packs, &packs, &mut files).map_err(|error| format!("packs: {error}"))?;
    files.sort();
    // Not the whole folder: guides lie beside, and belong to another crate.
    for (name, _) in &files {
        println!("cargo::rerun-if-changed={}", packs.join(name).display());
    }
    println!("cargo::rerun-if-changed={}", packs.join("skills").display());
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let data = source::compile(&files).map_err(|errors| {
        errors.iter().map(|error| format!("packs/{error}")).collect::<Vec<_>>().join("\n")
    })?;
    let blob = postcard::to_allocvec(&data).map_err(|error| error.to_string())?;
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    fs::write(out.join("pack.bin"), blob).map_err(|error| error.to_string())
}

/// All TOML files under `folder`, named relative to `root` with forward slashes.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Profiles and guides belong to other crates.
        if path.is_dir() && folder == root && path.file_name().is_none_or(|name| name != "skills") {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
