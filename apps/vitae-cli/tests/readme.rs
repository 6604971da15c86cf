//! The README shows what the program really says.
#![allow(clippy::disallowed_methods, reason = "the test reads the README")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_first_block_of_the_readme_is_the_real_output() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("a README");
    let (before, rest) = readme.split_once("```console\n$ vitae ").expect("a console block");
    let (block, after) = rest.split_once("```").expect("an end of it");
    let (arguments, shown) = block.split_once('\n').expect("a command and its output");
    let output = Command::new(env!("CARGO_BIN_EXE_vitae"))
        .args(arguments.split(' '))
        .args(["--today", "2026-11-22"])
        .current_dir(root)
        .output()
        .expect("vitae runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    if said != shown && std::env::var("UPDATE").is_ok() {
        let new = format!("{before}```console\n$ vitae {arguments}\n{said}```{after}");
        std::fs::write(root.join("README.md"), new).expect("the README can be written");
    }
    assert_eq!(shown, said, "UPDATE=1 writes it anew");
}
