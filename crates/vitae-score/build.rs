//! Turns `packs/profiles/*.toml` into one blob, so that no TOML is parsed at run time.
#![allow(
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a build script reads files; the types are shared with the crate"
)]

use std::path::Path;

#[path = "src/profile_data.rs"]
mod profile_data;

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let file = Path::new(&root).join("../../packs/profiles/backend-1.toml");
    println!("cargo:rerun-if-changed={}", file.display());
    let text = std::fs::read_to_string(&file).expect("the profile can be read");
    let data: profile_data::ProfileData = toml::from_str(&text).unwrap_or_else(|fault| {
        panic!("packs/profiles/backend-1.toml: {fault}");
    });
    let blob = postcard::to_allocvec(&data).expect("plain data");
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("backend-1.bin"), blob).expect("OUT_DIR is writable");
}
