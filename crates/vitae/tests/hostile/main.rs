//! Files that somebody broke, by accident or on purpose: none may panic, hang or eat the memory.
//! The same functions serve the fuzz targets' seeds and the mutated corpus.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests read the corpus and say what it cost"
)]

mod engine;
mod mutate;
mod mutated;
mod packed;
mod replay;
mod streams;
