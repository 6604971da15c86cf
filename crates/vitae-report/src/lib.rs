//! One `Report` for every outlet. A document, its facts, findings and score come in; a report goes
//! out, and from it text for terminals, JSON and Markdown. Strings only: the apps do the writing.

mod assemble;
mod bullet;
mod catalogue;
mod layout;
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
pub use layout::{
    Box4, Layout, LayoutLeftOut, LayoutLine, LayoutLink, LayoutPage, LayoutRegion, LayoutRole,
    LayoutRun, LayoutWord,
};
pub use outlet::{
    Tally, View, bullet_jsonl, bullet_text, concise, full, json, jsonl, markdown, reading, summary,
    view,
};
pub use points::Points;
pub use report::{
    Field, File, Finding, GroupPoints, JudgedLevel, LedgerLine, Leftover, LevelSource, Report,
    SaidBy, Score, Section, Suppressed, Text, Versions, Waived,
};
#[cfg(feature = "manuals")]
pub use rows::known_checks;
pub use terminal::printable;
pub use vitae_text::TextRange;
