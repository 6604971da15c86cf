//! Every rule, one file each. Written by `cargo test -p vitae-lint`: do not edit.

mod bullets {
    pub(super) mod duty_opener;
    pub(super) mod few_substantial_bullets;
}

/// Every rule, by code.
pub static ALL: &[&crate::Rule] = &[
    &bullets::few_substantial_bullets::RULE,
    &bullets::duty_opener::RULE,
];
