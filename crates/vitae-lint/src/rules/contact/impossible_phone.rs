//! Phone numbers that cannot ring.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::NumberingPlan;

rule! {
    /// # What it does
    /// Looks at a phone number with a calling code: whether the country has numbers of this length, and
    /// whether they begin like this. Numbers without a calling code, codes that the table does not hold,
    /// and numbers that are kept for films and books are left alone.
    ///
    /// # Why it matters
    /// A digit too few, and nobody reaches you.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | +1 303 267 44
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 303 555 0143
    /// ```
    ///
    /// # When to ignore it
    /// When you have called it and it rang.
    ///
    /// # Source
    /// OfflineCV; lengths and beginnings from the national numbering plans (`packs/phones.toml`).
    CON010 = "impossible-phone" {
        group: Contact,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["B04"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let phone = context.resume().basics.phone.trim();
    let Some(rest) = phone.strip_prefix('+').or_else(|| phone.strip_prefix("00")) else { return };
    // `+44 (0)20 …`: the zero is for calls from inside.
    let rest = rest.replacen("(0)", "", 1);
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let extension = rest.chars().any(char::is_alphabetic);
    let Some(plan) = context.pack.numbering_plan(&digits).filter(|_| !extension) else { return };
    let national = &digits[plan.calling.len()..];
    let national =
        if plan.first.contains('0') { national } else { national.trim_start_matches('0') };
    let Some(problem) = problem(plan, national) else { return };
    sink.at(
        context.range("/basics/phone").unwrap_or_default(),
        format!("`{phone}` {problem}"),
        "check it digit by digit, with the calling code in front",
    );
}

/// What is wrong with the digits behind the calling code.
fn problem(plan: &NumberingPlan, national: &str) -> Option<String> {
    if plan.fiction.iter().any(|pattern| fits(pattern, national)) {
        return None;
    }
    let (name, fewest, most) = (plan.name, usize::from(plan.fewest), usize::from(plan.most));
    let count = national.len();
    if !(fewest..=most).contains(&count) {
        let limits = if fewest == most { most.to_string() } else { format!("{fewest} to {most}") };
        return Some(format!("has {count} digits behind +{} ({name}: {limits})", plan.calling));
    }
    let first = national.chars().next()?;
    let begins = plan.first.contains(first);
    (!begins).then(|| format!("begins with {first}, as no number of {name} does"))
}

/// Whether a number begins as the pattern, in which `x` is any digit.
fn fits(pattern: &str, number: &str) -> bool {
    number.len() >= pattern.len()
        && pattern
            .bytes()
            .zip(number.bytes())
            .all(|(wanted, digit)| wanted == b'x' || wanted == digit)
}
