//! Prints the rewrites of lines from standard input: for looking at many at once.
#![allow(clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

use std::io::BufRead;
use vitae_facts::Level;
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, Prepared};
use vitae_rewrite::rewrite::{Lines, Tense};

fn main() {
    let pack = Pack::builtin();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let entry = Entry { highlights: vec![line.clone()], ..Entry::default() };
        let guard = Prepared::new(pack, &entry, &[]);
        let Some(found) = Lines::new(pack, &guard, Level::Senior, Tense::Past).rewrite(&line)
        else {
            println!("ok   {line}\n");
            continue;
        };
        println!("--   {line}  [{}] refused {}", found.strength, found.refused.len());
        for version in &found.versions {
            println!(
                "  {:?} {} -> {}: {}",
                version.kind, version.strength, version.reach, version.text
            );
            println!(
                "      e.g. {}",
                version.drafts.iter().map(|d| d.sample()).collect::<Vec<_>>().join(" || ")
            );
            println!("      why: {} {}", version.why.join("; "), version.only_if.unwrap_or(""));
        }
        for text in &found.refused {
            let verdict = guard.judge(text);
            println!("  REFUSED {text}");
            for reason in &verdict.reasons {
                println!("      {:?} {}", reason.what, reason.message);
            }
        }
        for slot in &found.questions {
            println!("  ? {}", slot.ask);
        }
        println!();
    }
}
