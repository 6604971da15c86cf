//! What the readers of word processor files share: the ZIP package and its XML parts, looks that are
//! inherited, and the flow of paragraphs, tables and boxes that becomes lines.

#[cfg(any(feature = "docx", feature = "rtf"))]
mod field;
mod flow;
mod look;
#[cfg(any(feature = "docx", feature = "odt"))]
mod package;
mod paragraph;
mod symbols;
#[cfg(any(feature = "docx", feature = "odt"))]
mod xml;

#[cfg(any(feature = "docx", feature = "rtf"))]
pub(crate) use field::{is_page_field, link_target};
#[cfg(feature = "docx")]
pub(crate) use flow::Marks;
pub(crate) use flow::{Flow, Paper};
pub(crate) use look::{ParagraphLook, RunLook, heading_level};
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) use look::{hex, length};
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) use package::Package;
#[cfg(feature = "docx")]
pub(crate) use package::Part;
pub(crate) use paragraph::{Paragraph, Piece};
pub(crate) use symbols::{is_symbol_font, symbol};
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) use xml::{Element, Tree};
