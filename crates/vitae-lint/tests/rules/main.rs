//! Every rule is complete, registered, says what its manual says, and says it where its fixture
//! shows. `UPDATE=1 cargo test -p vitae-lint` rewrites what is generated.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "tests read fixtures, and a broken one should stop them"
)]

mod catalogue;
mod complete;
mod fixture;
mod registered;
mod specimen;
