//! One technology all over the resume.

use crate::rule::rule;
use crate::search::word_count;
use crate::{Context, Sink};
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for a technology that stands outside of the skills more than eight times, and makes up more
    /// than four words in a hundred of the summary and the bullets.
    ///
    /// # Why it matters
    /// Naming it again and again does not raise any number here, and reads as if written for a search.
    ///
    /// # Example
    /// ```bullets
    /// - Built Kafka consumers in Java with Kafka Streams
    /// - Tuned Kafka brokers, Kafka topics and Kafka partitions
    /// - Moved Kafka to new hosts and taught Kafka to two teams
    /// - Wrote Kafka runbooks and Kafka alerts
    /// - Chose Kafka over queues
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built consumers in Java with Kafka Streams
    /// - Tuned brokers, topics and partitions, which halved the lag of the label feed
    /// - Moved the cluster to new hosts and taught two teams to run it
    /// ```
    ///
    /// # When to ignore it
    /// When it is the one thing that you do.
    ///
    /// # Source
    /// S2, S3 and S4 on stuffing; ats-checker's share of 4 % of all words.
    CRD022 = "overused-term" {
        group: Credibility,
        severity: Warning,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["K01"],
        check: Resume(check),
    }
}

const MOST: usize = 8;
const PERCENT: usize = 4;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for named in &context.facts.skills.named {
        let outside: Vec<TextRange> = match named.places.len() {
            ..=MOST => continue,
            _ => named.places.iter().copied().filter(|place| !is_listed(context, *place)).collect(),
        };
        let words: usize = context.statements().map(|range| word_count(context.text(range))).sum();
        if outside.len() > MOST && outside.len() * 100 > words * PERCENT {
            sink.at(
                outside[0],
                format!(
                    "`{}` stands {} times outside of the skills, in {words} words (limit {MOST}, and {PERCENT}% of the words)",
                    context.pack.skill(named.skill).name,
                    outside.len()
                ),
                "say it where it was the point, and name the work elsewhere",
            )
            .also(outside[1..].iter().copied());
        }
    }
}

/// Whether a place lies in the list of skills.
fn is_listed(context: &Context<'_>, place: TextRange) -> bool {
    context.skill_items().any(|item| item.contains(place))
}
