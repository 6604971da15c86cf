//! What every other crate shares: byte spans, a line index, tokens, phrase matching and text that
//! remembers where it came from. Strings in, spans out; depends on no other crate of this project.

mod keys;
mod lines;
mod mapped;
mod order;
mod phrases;
mod range;
mod sieve;
mod sorted;
mod token;

pub use keys::KeyTable;
pub use lines::{LineColumn, LineIndex};
pub use mapped::MappedText;
pub use order::{sort, sort_by, sort_by_key};
pub use phrases::{PhraseMatch, Phrases};
pub use range::TextRange;
pub use sieve::Sieve;
pub use sorted::SortedMap;
pub use token::{Token, TokenKind, fold_key, tokenize, tokenize_into};
