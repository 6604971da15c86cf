//! The score: 100,000 thousandths of a point, and a ledger in which every one that is lost names its
//! rule. Outcomes of rules in, score out; integers only, so that every platform agrees.

mod ledger;
mod profile;
mod profile_data;

pub use ledger::{GroupScore, LedgerLine, Score, score};
pub use profile::{FULL, Profile};
pub use profile_data::ProfileData;
