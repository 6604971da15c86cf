//! The command line from outside: what it prints, where, and how it exits.

// Tests make files and folders, and a failed step should stop them.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod bad_input;
mod bullets;
mod catalogue;
mod check;
mod fixing;
mod guarding;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod hostile_files;
mod known;
mod mending;
mod ocr;
mod outlets;
mod parse_and_rule;
#[cfg(unix)]
#[path = "../../../../crates/vitae-read/tests/pdf/objects.rs"]
mod pdf_objects;
#[cfg(feature = "llm")]
mod review;
mod rewriting;
mod role;
mod run;
mod sheet;
mod suppressing;
mod view;
