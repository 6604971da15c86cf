//! The facade: the bytes of a resume come in, a report goes out. No files, no network, no clock, no
//! threads: the apps bring these, and today's date is an argument.
//!
//! ```
//! use vitae::{Input, Options, PartialDate, check};
//!
//! let text = b"# Ann Aldane\n\nann.aldane@example.com\n\n## Skills\n\nGo, PostgreSQL\n";
//! let today = PartialDate::parse_iso("2026-11-22").unwrap();
//! let report = check(&Input::new(text, Some("ann.md")), &Options::new(today)).unwrap();
//! assert_eq!(report.file.name.as_deref(), Some("ann.md"));
//! ```

mod bullets;
mod check;
mod error;
pub mod fix;
mod read;
mod readable;
#[cfg(feature = "pdf")]
pub mod recognition;
#[cfg(feature = "rewrite")]
pub mod rewrite;
#[cfg(feature = "rewrite")]
pub mod session;
#[cfg(feature = "guide")]
mod sheets;

pub use bullets::{bullet, bullets};
pub use check::{Options, check, judge};
pub use error::CheckError;
pub use fix::apply_fixes;
pub use read::{Input, Reading, format_of, parse_resume, read_document, understand};

pub use vitae_document::{Document, Format};
pub use vitae_facts::{Level, Mismatch};
pub use vitae_lint::{Applicability, Rule, Severity, Waiver};
pub use vitae_pack::Market;
pub use vitae_read::Limits;
pub use vitae_report::{BulletQuestion, BulletReport, Report};
pub use vitae_resume::{Parsed, PartialDate, Resume};
pub use vitae_score::Profile;

/// The rules: all of them, and by code or name.
pub mod rules {
    pub use vitae_lint::{ALL, Group, Status, find};
}

/// Resumes as text in structured formats.
pub mod write {
    pub use vitae_resume::{to_json_resume, to_text, to_yaml};
}

/// The report's types and its outlets.
pub mod report {
    pub use vitae_report::*;
}

/// What texts for people are written with.
pub mod writing {
    pub use vitae_report::writing::*;
}

/// Guides to what a resume should hold.
#[cfg(feature = "guide")]
pub mod guide {
    pub use crate::sheets::{Held, read_ad};
    pub use vitae_guide::*;
}

/// Rewrites held against the entries that they rewrite.
#[cfg(feature = "rewrite")]
pub mod guard {
    pub use vitae_rewrite::guard::*;

    /// Judges one rewrite of `entry` with the built-in pack; `others` are the other entries.
    #[must_use]
    pub fn judge(entry: &Entry, others: &[Entry], rewrite: &str) -> Verdict {
        guard(vitae_pack::Pack::builtin(), entry, others, rewrite)
    }
}

/// All profiles, by name.
#[must_use]
pub fn profiles() -> Vec<&'static Profile> {
    vec![Profile::backend()]
}

/// All countries whose customs are known, by code.
#[must_use]
pub fn markets() -> &'static [Market] {
    &vitae_pack::Pack::builtin().data.markets
}
