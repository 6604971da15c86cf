//! Marks that tell text formats apart: keys of JSON and YAML, tags, commands, Markdown signs.
//! Text in, `Format` out; nothing is parsed further than needed for that.

use vitae_document::Format;

/// Whether text (without leading white space) can only be a JSON object.
pub(crate) fn is_json(start: &str) -> bool {
    start.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

/// Which kind of resume a JSON object is, by the names of its top level.
pub(crate) fn json(text: &str) -> Format {
    let keys = json_keys(text);
    let has = |name: &str| keys.contains(&name);
    if has("sections") && has("basics") { Format::ReactiveResume } else { Format::JsonResume }
}

/// Keys at the top level of an object, as written. Broken JSON gives those before the break.
fn json_keys(text: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let (mut depth, mut string) = (0_usize, None);
    let mut last = "";
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(start) = string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    last = &text[start..at];
                    string = None;
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => string = Some(at + 1),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b':' if depth == 1 => keys.push(last),
            _ => {}
        }
    }
    keys
}

/// Which format other text is; `start` has no leading white space.
pub(crate) fn text(start: &str, extension: Option<&str>) -> Format {
    if is_flat_odt(start) {
        return Format::Odt;
    }
    if is_html_document(start) {
        return Format::Html;
    }
    let latex = ["\\documentclass", "\\begin{document}", "\\documentstyle"];
    if start.contains('\\') && has_line(start, &latex) {
        return Format::Latex;
    }
    if let Some(format) = yaml(start, extension) {
        return format;
    }
    match extension {
        Some("html" | "htm" | "xhtml") if start.contains('<') => Format::Html,
        Some("tex" | "ltx") if start.contains('\\') => Format::Latex,
        Some("md" | "markdown" | "mdown" | "mkd") => Format::Markdown,
        Some("txt" | "text") => {
            if markdown_marks(start) >= 4 {
                Format::Markdown
            } else {
                Format::Text
            }
        }
        _ if opens_with_tag(start) => Format::Html,
        _ => {
            if markdown_marks(start) >= 2 {
                Format::Markdown
            } else {
                Format::Text
            }
        }
    }
}

/// An OpenDocument text in one XML file.
fn is_flat_odt(start: &str) -> bool {
    let head: String = start.chars().take(400).collect();
    head.starts_with("<?xml") && head.contains("<office:document")
}

/// A doctype or root element after comments and an XML declaration.
fn is_html_document(start: &str) -> bool {
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?xml") => "?>",
            _ => break,
        };
        let Some(at) = rest.find(end) else { return false };
        rest = &rest[at + end.len()..];
    }
    let head: String = rest.chars().take(14).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<head")
        || head.starts_with("<body")
}

/// A fragment of a page: it starts with a block element.
fn opens_with_tag(start: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "div", "section", "article", "main", "header", "h1", "h2", "p", "table", "ul", "meta",
        "title", "style", "link",
    ];
    let Some(rest) = start.strip_prefix('<') else { return false };
    let name: String =
        rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    BLOCKS.contains(&name.as_str()) && start.contains("</")
}

fn has_line(text: &str, starts: &[&str]) -> bool {
    text.lines().any(|line| starts.iter().any(|start| line.trim_start().starts_with(start)))
}

fn yaml(start: &str, extension: Option<&str>) -> Option<Format> {
    let named = matches!(extension, Some("yaml" | "yml"));
    if !named && matches!(extension, Some("md" | "markdown" | "txt" | "text")) {
        return None;
    }
    let mut lines = start.lines().peekable();
    let marked = lines.next_if(|line| line.trim_end() == "---").is_some();
    if marked && !named && lines.clone().any(|line| line.trim_end() == "---") {
        return None; // front matter of Markdown
    }
    let mut known = 0;
    let mut render_cv = false;
    while let Some(line) = lines.next() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.split(" #").next().unwrap_or("").trim();
        let opens = lines.peek().is_some_and(|next| {
            next.starts_with([' ', '\t']) || next.starts_with("- ") || next.is_empty()
        });
        if value.is_empty() && opens {
            const KEYS: &[&str] =
                &["basics", "work", "education", "skills", "projects", "languages"];
            render_cv |= key == "cv";
            known += usize::from(KEYS.contains(&key));
        }
    }
    if render_cv {
        Some(Format::RenderCv)
    } else if named || known >= 2 {
        Some(Format::Yaml)
    } else {
        None
    }
}

/// How many signs of Markdown there are: headings with `#`, links, bold. Bullets count for nothing:
/// plain text has them too.
fn markdown_marks(text: &str) -> usize {
    let mut marks = 0;
    // Looked for once: most plain text has neither.
    let (linked, starred) = (text.contains("]("), text.contains("**"));
    for line in text.lines() {
        // Lines of `~` under a title are reStructuredText; in Markdown they would open code.
        if line.len() >= 4 && line.bytes().all(|byte| byte == b'~' || byte == b'^') {
            return 0;
        }
        if line.starts_with('#') {
            let hashes = line.len() - line.trim_start_matches('#').len();
            marks += usize::from((1..=6).contains(&hashes) && line[hashes..].starts_with(' '));
        }
        if linked {
            marks += usize::from(line.contains('[') && line.contains("]("));
        }
        if starred {
            marks += usize::from(line.contains('*') && line.matches("**").count() >= 2);
        }
    }
    marks
}
