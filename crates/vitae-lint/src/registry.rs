//! Finds rules by code or name, old codes included.

use crate::{ALL, Rule};

/// Codes that were renamed: old, new. A code is never used again.
const REDIRECTS: &[(&str, &str)] = &[];

/// The rule with this code, in any case.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Rule> {
    let code = redirect(code).unwrap_or(code);
    ALL.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code))
}

/// The rule with this name, in any case.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name.eq_ignore_ascii_case(name))
}

/// The rule with this code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    by_code(code_or_name).or_else(|| by_name(code_or_name))
}

/// The code that an old one became.
#[must_use]
pub fn redirect(code: &str) -> Option<&'static str> {
    REDIRECTS.iter().find(|(old, _)| old.eq_ignore_ascii_case(code)).map(|(_, new)| *new)
}
