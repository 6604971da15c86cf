//! Rewrites as JSON.

use super::Rewrites;

/// All of them, described by `schemas/rewrite.json`.
#[must_use]
pub fn json(rewrites: &Rewrites) -> String {
    // Strings, numbers and keys that are strings: writing it cannot fail.
    serde_json::to_string_pretty(rewrites).unwrap_or_default() + "\n"
}
