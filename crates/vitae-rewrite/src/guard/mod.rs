//! The fact guard: an entry and a rewrite in, every claim that the entry does not carry out. A claim
//! must be carried by the same entry, about the same object.

mod entry;
mod verdict;

pub use entry::Entry;
pub use verdict::{Reason, Verdict, What};

use vitae_pack::Pack;

/// An entry taken apart once, for judging any number of rewrites of it.
pub struct Prepared<'a> {
    pack: &'a Pack,
    entry: &'a Entry,
    others: &'a [Entry],
}

impl<'a> Prepared<'a> {
    /// Takes `entry` apart. `others` are the other entries of the resume: what they hold does not
    /// carry a claim, but the reason can say where it stands.
    #[must_use]
    pub fn new(pack: &'a Pack, entry: &'a Entry, others: &'a [Entry]) -> Self {
        Self { pack, entry, others }
    }

    /// Judges one rewrite.
    #[must_use]
    pub fn judge(&self, rewrite: &str) -> Verdict {
        let _ = (self.pack, self.entry, self.others, rewrite);
        Verdict::default()
    }
}

/// Judges one rewrite of `entry`; see [`Prepared`] for many.
#[must_use]
pub fn guard(pack: &Pack, entry: &Entry, others: &[Entry], rewrite: &str) -> Verdict {
    Prepared::new(pack, entry, others).judge(rewrite)
}
