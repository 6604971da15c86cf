//! Guides to what a resume should hold: for a role, an industry, a market, a change. Data of `packs/`
//! comes in, checked; a guide as text, Markdown, HTML or JSON goes out. No files, no network.

mod ad;
mod career;
mod check;
mod checklist;
mod claim;
mod entry;
mod fact;
mod guides;
mod head;
mod interview;
mod lists;
mod negotiation;
mod origin;
mod outlet;
mod page;
mod probe;
mod probe_check;
mod quote;
mod sheet;
mod slot;

pub use ad::Ad;
pub use checklist::{Checklist, State, Sums, Tick};
pub use claim::Material;
pub use entry::*;
pub use guides::{Guide, Guides, SourceName};
pub use head::{Head, Kind, NameOrder, PaperSize, Sort, Usual};
pub use interview::{Group, Interview, Question, USUAL_QUESTIONS};
pub use lists::Lists;
pub use negotiation::{Missing, Negotiation, Value};
pub use origin::Mistake as PackMistake;
pub use outlet::{
    html, json, json_index, markdown, markdown_index, sheet_html, sheet_json, sheet_markdown,
    sheet_text, text, text_index,
};
pub use page::{Page, Wanted};
pub use probe::{AdState, Asset, Career, Probe, When};
pub use quote::Quote;
pub use sheet::Sheet;
pub use slot::Pattern;
