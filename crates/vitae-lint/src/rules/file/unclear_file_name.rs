//! File names that do not say whose resume it is.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks at the name of a file that is sent (PDF, DOCX, DOC, ODT, RTF): it should hold your
    /// name, and no spaces or words such as `final`, `v3`, `copy` or `(1)`. Source formats such as
    /// Markdown or YAML are left alone.
    ///
    /// # Why it matters
    /// The file lands in a folder with a hundred others that are called `resume.pdf`.
    ///
    /// # Example
    /// ```bullets
    /// %% file: resume-final-v3.pdf
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% file: Robin_Aldane_Resume.pdf
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the portal asks for a name of its own, such as a number.
    ///
    /// # Source
    /// S1 asks for a file name made of first name, last name and `Resume`.
    FIL011 = "unclear-file-name" {
        group: File,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A20"],
        check: Resume(check),
    }
}

const SENT: [&str; 5] = ["pdf", "docx", "doc", "odt", "rtf"];
const VERSION_WORDS: [&str; 9] =
    ["final", "copy", "draft", "new", "latest", "updated", "untitled", "old", "edited"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some((stem, extension)) = context.file_name.and_then(|name| name.rsplit_once('.')) else {
        return;
    };
    if !SENT.iter().any(|sent| extension.eq_ignore_ascii_case(sent)) {
        return;
    }
    let name = &context.resume().basics.name;
    let reason = if let Some(word) = version_word(stem) {
        format!("holds `{word}`")
    } else if stem.contains(' ') {
        "holds spaces".to_owned()
    } else if lacks_name(stem, name) {
        "does not hold your name".to_owned()
    } else {
        return;
    };
    let better = if name.is_ascii() && !name.is_empty() {
        format!("{}_Resume.{extension}", name.split_whitespace().collect::<Vec<_>>().join("_"))
    } else {
        format!("First_Last_Resume.{extension}")
    };
    sink.whole(
        format!("file name `{stem}.{extension}` {reason}"),
        format!("name it like `{better}`"),
    );
}

/// A word that tells versions apart, such as `final` or `v3`.
fn version_word(stem: &str) -> Option<&str> {
    stem.split(|ch: char| !ch.is_alphanumeric())
        .find(|word| {
            let number = word.strip_prefix(['v', 'V']).unwrap_or("");
            let version = !number.is_empty()
                && number.len() < 3
                && number.bytes().all(|b| b.is_ascii_digit());
            version || VERSION_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
        })
        .or_else(|| stem.ends_with(')').then(|| stem.rfind('(').map(|at| &stem[at..])).flatten())
}

/// No part of the name stands in the file name. Names in other scripts are often spelled in Latin
/// letters there, so they are not compared.
fn lacks_name(stem: &str, name: &str) -> bool {
    let stem = stem.to_lowercase();
    let parts: Vec<String> =
        name.split_whitespace().filter(|part| part.len() > 1).map(str::to_lowercase).collect();
    !parts.is_empty() && name.is_ascii() && !parts.iter().any(|part| stem.contains(part.as_str()))
}
