//! The fact guard: an entry and a rewrite in, every claim that the entry does not carry out. A claim
//! must be carried by the same entry, about the same object.

mod acts;
mod entry;
mod figure;
mod judge;
mod lexicon;
mod names;
mod normal;
mod numbers;
mod source;
mod stem;
mod taken;
mod verdict;
mod words;

pub use entry::Entry;
pub use verdict::{Reason, Verdict, What};

use judge::Judge;
use source::Source;
use vitae_pack::Pack;
use vitae_text::TextRange;

/// Longest rewrite that is judged, in bytes; a bullet has some two hundred.
pub const LONGEST: usize = 4_000;

/// An entry taken apart once, for judging any number of rewrites of it.
pub struct Prepared<'a> {
    source: Source<'a>,
    entry: &'a Entry,
    others: &'a [Entry],
}

impl<'a> Prepared<'a> {
    /// Takes `entry` apart. `others` are the other entries of the resume: what they hold does not
    /// carry a claim, but the reason can say where it stands.
    #[must_use]
    pub fn new(pack: &'a Pack, entry: &'a Entry, others: &'a [Entry]) -> Self {
        Self { source: Source::new(pack, entry), entry, others }
    }

    /// Judges one rewrite.
    #[must_use]
    pub fn judge(&self, rewrite: &str) -> Verdict {
        if rewrite.len() > LONGEST {
            let message = format!("rewrite has {} bytes (limit {LONGEST})", rewrite.len());
            let range = TextRange::at(0, rewrite.len());
            return Verdict { reasons: vec![Reason { what: What::Instruction, range, message }] };
        }
        let judge = Judge::new(&self.source, self.others, rewrite);
        let lines = self.entry.highlights.iter().chain([&self.entry.summary]);
        let same = lines.into_iter().any(|line| line.trim() == rewrite.trim());
        judge.judge(same)
    }
}

/// Judges one rewrite of `entry`; see [`Prepared`] for many.
#[must_use]
pub fn guard(pack: &Pack, entry: &Entry, others: &[Entry], rewrite: &str) -> Verdict {
    Prepared::new(pack, entry, others).judge(rewrite)
}
