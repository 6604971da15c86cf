//! A language model at an address that somebody gave: a report on a resume goes in, and a review comes
//! out that says nothing the resume does not carry. The one part of the program that opens
//! connections, and it opens none before [`Client::new`] was given an address.

// An app brings clock and network.
#![allow(clippy::disallowed_methods)]

mod address;
mod client;
mod json;
mod prompt;
mod review;

pub use address::{AddressError, Endpoint};
pub use client::{Budget, Client, Fault, Settings, Spent, Timeouts, Watch, block_on};
pub use prompt::Prompt;
pub use review::{
    Axis, Dropped, Finding, Kind, Options, Plan, Review, Rewrite, Sending, Unasked, json, markdown,
    text,
};
