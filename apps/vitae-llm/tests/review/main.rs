//! A review from outside: a resume and a server that behaves or does not.

// Tests make servers, and a failed step should stop them.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod lies;
mod protocol;
mod sending;
mod server;
mod wire;
