//! Macros: those that a file defines, and those of well-known resume classes and templates, written
//! here with the few commands that decide what stands on which line.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A macro.
#[derive(Clone)]
pub(super) struct Macro {
    pub(super) arguments: usize,
    /// The value of the first argument when it is left out; it then stands in brackets.
    pub(super) default: Option<Rc<str>>,
    pub(super) body: Rc<str>,
}

/// An environment that a file defines.
#[derive(Clone)]
pub(super) struct Environment {
    pub(super) begin: Macro,
    pub(super) end: Rc<str>,
}

/// All macros of a file.
pub(super) struct Macros {
    pub(super) own: BTreeMap<String, Macro>,
    pub(super) environments: BTreeMap<String, Environment>,
    known: BTreeMap<(&'static str, usize), Rc<str>>,
}

impl Macros {
    pub(super) fn new() -> Self {
        let known = KNOWN.iter().map(|(name, count, body)| ((*name, *count), Rc::from(*body)));
        Self { own: BTreeMap::new(), environments: BTreeMap::new(), known: known.collect() }
    }

    /// The macro of a known class that takes the most of the `groups` groups which follow its name.
    pub(super) fn known(&self, name: &str, groups: usize) -> Option<Macro> {
        let (count, body) = (0..=groups.min(9)).rev().find_map(|count| {
            let found = KNOWN.iter().find(|(known, takes, _)| *known == name && *takes == count)?;
            self.known.get(&(found.0, count)).map(|body| (count, body.clone()))
        })?;
        Some(Macro { arguments: count, default: None, body })
    }
}

/// Name, number of arguments, body. `\vitaejoin` puts commas between those of its arguments that are
/// not empty.
const KNOWN: &[(&str, usize, &str)] = &[
    // moderncv
    ("cventry", 6, "\\par\\textbf{#2}\\hfill{}#1\\par\\vitaejoin{#3}{#4}{#5}\\par#6\\par"),
    ("cvitem", 2, "\\par\\textbf{#1}\\hfill{}#2\\par"),
    ("cvline", 2, "\\par\\textbf{#1}\\hfill{}#2\\par"),
    ("cvitemwithcomment", 3, "\\par\\textbf{#1}\\hfill{}#2\\hfill{}#3\\par"),
    ("cvlanguage", 3, "\\par\\textbf{#1}\\hfill{}#2\\hfill{}#3\\par"),
    ("cvcomputer", 4, "\\par\\textbf{#1}\\hfill{}#2\\par\\textbf{#3}\\hfill{}#4\\par"),
    ("cvdoubleitem", 4, "\\par\\textbf{#1}\\hfill{}#2\\par\\textbf{#3}\\hfill{}#4\\par"),
    ("cvlistitem", 1, "\\item #1\\par"),
    ("cvlistdoubleitem", 2, "\\item #1\\item #2\\par"),
    // Awesome-CV
    ("cventry", 5, "\\par\\textbf{#1}\\hfill{}#4\\par\\vitaejoin{#2}{#3}\\par#5\\par"),
    ("cvsubentry", 4, "\\par\\textbf{#1}\\hfill{}#3\\par#2\\par#4\\par"),
    ("cvhonor", 4, "\\par\\vitaejoin{#1}{#2}{#3}\\hfill{}#4\\par"),
    ("cvskill", 2, "\\par\\textbf{#1}\\hfill{}#2\\par"),
    // AltaCV
    ("cvevent", 4, "\\par\\textbf{#1}\\par\\vitaejoin{#2}{#4}\\hfill{}#3\\par"),
    ("cvachievement", 3, "\\par\\textbf{#2}\\par#3\\par"),
    ("cvtag", 1, "#1\\quad{}"),
    ("cvref", 3, "\\par\\textbf{#1}\\par#2\\par#3\\par"),
    ("divider", 0, "\\par"),
    // "Jake's resume" and what it comes from
    ("resumeSubheading", 4, "\\par\\textbf{#1}\\hfill{}#2\\par\\textit{#3}\\hfill{}#4\\par"),
    ("resumeSubheading", 2, "\\par\\textbf{#1}\\hfill{}#2\\par"),
    ("resumeSubSubheading", 2, "\\par\\textit{#1}\\hfill{}#2\\par"),
    ("resumeProjectHeading", 2, "\\par#1\\hfill{}#2\\par"),
    ("resumeItem", 2, "\\item \\textbf{#1}: #2\\par"),
    ("resumeItem", 1, "\\item #1\\par"),
    ("resumeSubItem", 2, "\\item \\textbf{#1}: #2\\par"),
    ("resumeSubItem", 1, "\\item #1\\par"),
    ("resumeSubHeadingListStart", 0, "\\par"),
    ("resumeSubHeadingListEnd", 0, "\\par"),
    ("resumeItemListStart", 0, "\\par"),
    ("resumeItemListEnd", 0, "\\par"),
    // other templates
    ("datedsubsection", 2, "\\par\\textbf{#1}\\hfill{}#2\\par"),
    ("datedsection", 2, "\\section{#1}#2\\par"),
    ("namesection", 3, "\\par{\\Huge\\textbf{#1 #2}}\\par #3\\par"),
    ("years", 1, "\\par#1\\hfill{}"),
];
