//! The small part of CSS that decides whether and how text is seen: rules with tag, class, id and
//! descendant selectors, and their declarations. What is not understood is left out.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The most rules and declarations that are kept; resumes have dozens.
const RULES: usize = 4_000;

/// `property: value`, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Declaration {
    pub(super) property: String,
    pub(super) value: String,
    pub(super) important: bool,
}

/// What selectors ask of an element.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) tag: String,
    pub(super) id: String,
    pub(super) classes: Vec<String>,
}

/// `div.row#top`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Compound {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
}

impl Compound {
    fn matches(&self, names: &Names) -> bool {
        self.tag.as_ref().is_none_or(|tag| *tag == names.tag)
            && self.id.as_ref().is_none_or(|id| *id == names.id)
            && self.classes.iter().all(|class| names.classes.contains(class))
    }
}

#[derive(Debug)]
struct Rule {
    /// Outermost first; the last is the element itself. Children (`>`) count as descendants.
    compounds: Vec<Compound>,
    specificity: u32,
    body: usize,
}

/// The rules of all `style` elements of a page.
#[derive(Debug, Default)]
pub(super) struct StyleSheet {
    rules: Vec<Rule>,
    bodies: Vec<Vec<Declaration>>,
    /// Rules by the id, class or tag of their last part, and the rest.
    by_id: BTreeMap<String, Vec<usize>>,
    by_class: BTreeMap<String, Vec<usize>>,
    by_tag: BTreeMap<String, Vec<usize>>,
    for_all: Vec<usize>,
    /// Custom properties, which pages set on their root.
    variables: BTreeMap<String, String>,
}

impl StyleSheet {
    /// Adds the rules of a `style` element.
    pub(super) fn add(&mut self, source: &str) {
        self.block(&without_comments(source), 0);
    }

    fn block(&mut self, source: &str, depth: usize) {
        let mut rest = source;
        while let Some(open) = rest.find(['{', ';']) {
            let prelude = rest[..open].trim();
            if rest.as_bytes()[open] == b';' {
                rest = &rest[open + 1..]; // @import, @charset
                continue;
            }
            let end = closing_brace(&rest[open + 1..]);
            let body = &rest[open + 1..open + 1 + end];
            rest = rest.get(open + 2 + end..).unwrap_or("");
            if let Some(at_rule) = prelude.strip_prefix('@') {
                let name = at_rule.to_ascii_lowercase();
                let screen = matches!(name.trim(), "media screen" | "media all");
                if depth < 4
                    && (screen || name.starts_with("supports") || name.starts_with("layer"))
                {
                    self.block(body, depth + 1);
                }
            } else {
                self.rule(prelude, body);
            }
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        if self.rules.len() >= RULES {
            return;
        }
        let declarations = declarations(body);
        for declaration in declarations.iter().filter(|found| found.property.starts_with("--")) {
            if self.variables.len() < RULES {
                let (name, value) = (declaration.property.clone(), declaration.value.clone());
                self.variables.entry(name).or_insert(value);
            }
        }
        let body = self.bodies.len();
        self.bodies.push(declarations);
        for selector in selectors.split(',').take(64) {
            let Some(compounds) = selector_parts(selector) else { continue };
            let Some(last) = compounds.last() else { continue };
            let rules = match (&last.id, last.classes.first(), &last.tag) {
                (Some(id), ..) => self.by_id.entry(id.clone()).or_default(),
                (_, Some(class), _) => self.by_class.entry(class.clone()).or_default(),
                (_, _, Some(tag)) => self.by_tag.entry(tag.clone()).or_default(),
                _ => &mut self.for_all,
            };
            rules.push(self.rules.len());
            let weigh = |part: &Compound| {
                u32::from(part.id.is_some()) * 10_000
                    + part.classes.len() as u32 * 100
                    + u32::from(part.tag.is_some())
            };
            let specificity = compounds.iter().map(weigh).sum();
            self.rules.push(Rule { compounds, specificity, body });
        }
    }

    /// The declarations for an element, weakest first; `ancestors` from the root. Each rule that is
    /// looked at counts in `steps`.
    pub(super) fn declarations<'a>(
        &'a self,
        names: &Names,
        ancestors: impl Iterator<Item = &'a Names>,
        steps: &mut usize,
    ) -> Vec<&'a Declaration> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let mut found = self.for_all.clone();
        found.extend(self.by_tag.get(&names.tag).into_iter().flatten());
        found.extend(self.by_id.get(&names.id).into_iter().flatten());
        for class in &names.classes {
            found.extend(self.by_class.get(class).into_iter().flatten());
        }
        if found.is_empty() {
            return Vec::new();
        }
        *steps += found.len();
        let ancestors: Vec<&Names> = ancestors.collect();
        found.retain(|rule| matches(&self.rules[*rule].compounds, names, &ancestors));
        vitae_text::sort_by_key(&mut found, |rule| (self.rules[*rule].specificity, *rule));
        found.iter().flat_map(|rule| &self.bodies[self.rules[*rule].body]).collect()
    }

    /// `value` with `var(--x)` replaced; none when it is not known.
    pub(super) fn resolve<'a>(&self, value: &'a str) -> Option<Cow<'a, str>> {
        if !value.contains("var(") {
            return Some(Cow::Borrowed(value));
        }
        let mut value = value.to_string();
        for _ in 0..4 {
            let Some(start) = value.find("var(") else { return Some(Cow::Owned(value)) };
            let end = start + value[start..].find(')')?;
            let inner = &value[start + 4..end];
            let (name, fallback) = inner.split_once(',').unwrap_or((inner, ""));
            let known = self.variables.get(name.trim()).map_or(fallback.trim(), String::as_str);
            if known.is_empty() || known.len() > 200 {
                return None;
            }
            value = format!("{}{known}{}", &value[..start], &value[end + 1..]);
        }
        None
    }
}

fn matches(compounds: &[Compound], names: &Names, ancestors: &[&Names]) -> bool {
    let Some((last, outer)) = compounds.split_last() else { return false };
    if !last.matches(names) {
        return false;
    }
    let mut above = ancestors.iter().rev();
    outer.iter().rev().all(|part| above.any(|ancestor| part.matches(ancestor)))
}

/// The parts of a selector; none when it asks for more than names of element and ancestors.
fn selector_parts(selector: &str) -> Option<Vec<Compound>> {
    let selector = selector.trim();
    if selector.is_empty() || selector.contains(['+', '~', '[', '(']) {
        return None;
    }
    let parts = selector.split(['>', ' ', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    parts.take(16).map(compound).collect()
}

fn compound(source: &str) -> Option<Compound> {
    let mut compound = Compound::default();
    let source = match source {
        ":root" => "html",
        source => source,
    };
    let mut rest = source.strip_prefix('*').unwrap_or(source);
    while let Some(first) = rest.chars().next() {
        let from = usize::from(matches!(first, '.' | '#'));
        let end = rest[from..].find(['.', '#', ':']).map_or(rest.len(), |at| at + from);
        let name = rest.get(from..end).filter(|name| !name.is_empty())?;
        match first {
            '.' => compound.classes.push(name.into()),
            '#' => compound.id = Some(name.into()),
            ':' => return None,
            _ => compound.tag = Some(name.to_ascii_lowercase()),
        }
        rest = &rest[end..];
    }
    Some(compound)
}

/// The declarations of a rule or of a `style` attribute.
pub(super) fn declarations(body: &str) -> Vec<Declaration> {
    let declaration = |part: &str| {
        let (property, value) = part.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let (value, important) = match value.strip_suffix("!important") {
            Some(value) => (value.trim_end().to_string(), true),
            None => (value, false),
        };
        Some(Declaration { property: property.trim().to_ascii_lowercase(), value, important })
    };
    body.split(';').take(256).filter_map(declaration).collect()
}

fn without_comments(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.replace("<!--", "").replace("-->", "")
}

/// Where the block that is open ends.
fn closing_brace(body: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    body.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(tag: &str, classes: &[&str]) -> Names {
        let classes = classes.iter().map(|class| class.to_string()).collect();
        Names { tag: tag.into(), id: String::new(), classes }
    }

    fn found(sheet: &StyleSheet, tag: &str, classes: &[&str], above: &[&str]) -> Vec<String> {
        let above: Vec<Names> = above.iter().map(|tag| names(tag, &[])).collect();
        let found = sheet.declarations(&names(tag, classes), above.iter(), &mut 0);
        found.iter().map(|found| found.value.clone()).collect()
    }

    #[test]
    fn selectors_match_by_weight_and_order() {
        let mut sheet = StyleSheet::default();
        sheet.add(
            "/* p{} */ p{color:red} .a{color:blue} main > p, h9 {color:green} p:hover{color:x}",
        );
        sheet.add("@media print{p{color:y}} @media screen{p{color:#111 !important}}");
        assert_eq!(found(&sheet, "p", &[], &[]), ["red", "#111"]);
        assert_eq!(found(&sheet, "p", &["a"], &["main"]), ["red", "#111", "green", "blue"]);
        assert_eq!(found(&sheet, "div", &[], &[]), Vec::<String>::new());
    }

    #[test]
    fn variables_are_replaced_and_loops_end() {
        let mut sheet = StyleSheet::default();
        sheet.add(":root{--ink:#123;--a:var(--a)}");
        assert_eq!(sheet.resolve("var(--ink)").as_deref(), Some("#123"));
        assert_eq!(sheet.resolve("var(--none, 1em)").as_deref(), Some("1em"));
        assert_eq!(sheet.resolve("var(--a)"), None);
    }

    #[test]
    fn broken_sheets_end() {
        let mut sheet = StyleSheet::default();
        for source in ["{", "}", "a{b:c", "@media{", "@media screen{a{", ";;;{}", "a{{{}"] {
            sheet.add(source);
        }
    }
}
