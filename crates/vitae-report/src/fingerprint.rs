//! A name for a finding that outlives edits elsewhere: its rule and the words it is about, not the line.

use crate::Report;
use crate::report::Finding;

/// FNV-1a over the rule and the words at its place, however they are wrapped. Findings about the whole
/// resume are told apart by rule alone: their messages count things that change.
#[must_use]
pub fn fingerprint(finding: &Finding, report: &Report) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    add(&finding.code);
    if let Some(range) = finding.range {
        range.of(&report.document.text).split_whitespace().for_each(add);
    }
    hash
}
