//! Instructions of fields, which Word writes the same way into DOCX and RTF.

/// Page numbers are no text of the resume.
pub(crate) fn is_page_field(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
    matches!(name.as_str(), "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "SECTION")
}

/// The address of a link field.
pub(crate) fn link_target(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let name = rest.get(..9)?;
    let rest = rest.get(9..)?.trim_start();
    let target = match rest.strip_prefix(['"', '“']) {
        Some(quoted) => quoted.split(['"', '”']).next()?.trim(),
        // A switch (`\l` leads to a bookmark of the same file) is no address.
        None => rest.split_whitespace().next().filter(|word| !word.starts_with('\\'))?,
    };
    (name.eq_ignore_ascii_case("HYPERLINK") && !target.is_empty()).then(|| target.to_string())
}
