//! What HTML says of its elements before any style sheet: how they are laid out, what they leave out,
//! and which end without an end tag.

/// How the box of an element takes part in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    Inline,
    InlineBlock,
    Block,
    /// Children stand side by side.
    Row,
    /// Children stand side by side, so many in each row.
    Grid(u16),
    None,
}

/// Elements whose contents nobody reads as text of the page.
pub(super) fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "nav"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "button"
            | "select"
            | "textarea"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "datalist"
            | "dialog"
            | "head"
    )
}

/// Elements without contents.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "wbr"
            | "base"
            | "col"
            | "embed"
            | "area"
            | "source"
            | "track"
            | "param"
    )
}

pub(super) fn display(name: &str) -> Display {
    let block = matches!(
        name,
        "html"
            | "body"
            | "div"
            | "p"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "footer"
            | "main"
            | "section"
            | "article"
            | "aside"
            | "address"
            | "blockquote"
            | "pre"
            | "figure"
            | "figcaption"
            | "hgroup"
            | "form"
            | "fieldset"
            | "legend"
            | "details"
            | "summary"
            | "center"
            | "menu"
            | "search"
    );
    if block { Display::Block } else { Display::Inline }
}

/// Empty space above, in lines, that browsers leave.
pub(super) fn gap(name: &str) -> f32 {
    match name {
        "p" | "ul" | "ol" | "dl" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote"
        | "pre" | "figure" => 1.0,
        _ => 0.0,
    }
}

/// Size of the text beside that of the parent.
pub(super) fn scale(name: &str) -> f32 {
    match name {
        "h1" => 2.0,
        "h2" => 1.5,
        "h3" => 1.17,
        "h5" | "small" | "sub" | "sup" => 0.83,
        "h6" => 0.67,
        "big" => 1.2,
        _ => 1.0,
    }
}

pub(super) fn is_bold(name: &str) -> bool {
    matches!(name, "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

pub(super) fn is_italic(name: &str) -> bool {
    matches!(name, "i" | "em" | "cite" | "dfn" | "var" | "address")
}

/// Which open elements a start tag ends, and where the search for them stops.
pub(super) fn ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    const CELL: &[&str] = &["td", "th", "table", "button", "caption"];
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "td", "th", "table"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th", "table"]),
        "tr" => (&["tr", "caption"], &["table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "caption"], &["table"]),
        "body" => (&["head"], &[]),
        name if display(name) == Display::Block || name == "hr" => (&["p", "head"], CELL),
        _ => (&[], &[]),
    }
}
