//! Rewrites of resume lines. The guard takes a rewrite apart into claims and holds each against the
//! entry it rewrites; nothing that is printed as a rewrite goes past it.

pub mod guard;
pub mod rewrite;
