//! HTML source to tokens: tags with attributes, text with the place of each character reference,
//! comments left out. Never fails; what is not markup is text. Serves HTML and Markdown.

mod entity;
mod token;

pub(crate) use entity::{decode_entities, reference};
pub(crate) use token::{Tag, Token, Tokens};
