//! One `Report` for every outlet. A document, its facts, findings and score come in; a report goes
//! out, and from it text for terminals, JSON and Markdown. Strings only: the apps do the writing.

mod anonymise;
mod assemble;
mod bullet;
mod catalogue;
mod cohort;
mod fingerprint;
mod layout;
mod level;
mod locate;
mod naive;
mod outlet;
mod points;
mod report;
#[cfg(feature = "manuals")]
mod rows;
mod terminal;
mod understood;

pub use assemble::{Parts, assemble};
pub use bullet::{BulletFinding, BulletOpener, BulletQuestion, BulletReport, Figure};
pub use catalogue::{CatalogueFormat, RuleEntry, catalogue, manual};
pub use cohort::{Cohort, Spread, Weakness};
pub use fingerprint::fingerprint;
pub use layout::{
    Box4, Layout, LayoutLeftOut, LayoutLine, LayoutLink, LayoutPage, LayoutRegion, LayoutRole,
    LayoutRun, LayoutWord,
};
pub use level::{DimensionScore, Dimensions, Glanced, JudgedLevel, LevelSource, Spotted, Step};
pub use outlet::{
    Row, Tally, View, bullet_jsonl, bullet_text, concise, csv_failure, csv_file, csv_files_header,
    csv_findings, csv_findings_header, full, github, glance, glance_json, glance_markdown, html,
    html_overview, json, jsonl, junit, junit_begin, junit_end, junit_failure, markdown,
    markdown_summary, reading, sarif, sarif_begin, sarif_end, summary, view,
};
pub use points::Points;
pub use report::{
    Field, File, Finding, GroupPoints, LedgerLine, Leftover, Report, SaidBy, Score, Section,
    Suppressed, Text, Versions, Waived,
};
#[cfg(feature = "manuals")]
pub use rows::known_checks;
pub use terminal::printable;
pub use vitae_text::TextRange;

/// What other pages and texts for people are written with.
pub mod writing {
    pub use crate::outlet::{escape_html, escape_markdown};
    pub use crate::terminal::{Paint, pad, printable, width, wrap};
}
