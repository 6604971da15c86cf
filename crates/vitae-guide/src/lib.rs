//! Guides to what a resume should hold: for a role, an industry, a market, a change. Data of `packs/`
//! comes in, checked; a guide as text, Markdown, HTML or JSON goes out. No files, no network.

mod check;
mod entry;
mod guides;
mod head;
mod lists;
mod origin;
mod outlet;
mod page;
mod slot;

pub use entry::*;
pub use guides::{Guide, Guides, SourceName};
pub use head::{Head, Kind, NameOrder, PaperSize, Sort, Usual};
pub use lists::Lists;
pub use origin::Mistake as PackMistake;
pub use outlet::{html, json, json_index, markdown, markdown_index, text, text_index};
pub use page::{Page, Wanted};
pub use slot::Pattern;
