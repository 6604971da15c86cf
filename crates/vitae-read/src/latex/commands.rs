//! What each command does: definitions, headings, lists, styles, links, gaps, breaks. Commands that
//! are not known leave nothing behind but the text of their groups.

use super::macros::{Environment, Macro};
use super::scan::Fragment;
use super::{Between, Reader, header, symbols};
use std::rc::Rc;
use vitae_document::LineRole;

impl Reader {
    /// Carries out the command `name`, whose arguments start at `at`. Returns where they end.
    pub(super) fn command(&mut self, fragment: &Fragment, name: &str, at: usize) -> usize {
        let starred = fragment.as_str()[at..].starts_with('*');
        let after = if starred && !name.is_empty() && name != "\\" { at + 1 } else { at };
        match name {
            "newcommand" | "renewcommand" | "providecommand" | "DeclareRobustCommand" => {
                self.define(fragment, after)
            }
            "def" | "gdef" | "edef" => self.define_plain(fragment, at),
            "newenvironment" | "renewenvironment" => self.define_environment(fragment, after),
            "begin" => self.begin_environment(fragment, at),
            "end" => self.end_environment(fragment, at),
            "section" | "cvsection" | "chapter" | "part" => self.heading(fragment, after, 1),
            "subsection" | "cvsubsection" => self.heading(fragment, after, 2),
            "subsubsection" => self.heading(fragment, after, 3),
            "item" => self.item(fragment, at),
            "href" => self.href(fragment, after),
            "url" | "nolinkurl" | "path" => self.url(fragment, at),
            "\\" | "newline" | "linebreak" | "tabularnewline" => {
                self.hard_break();
                let text = fragment.as_str();
                let at = if text[at..].starts_with('*') { at + 1 } else { at };
                // An option of a line break stands right behind it.
                let option = text[at..].starts_with('[').then(|| fragment.option(at)).flatten();
                option.map_or(at, |(_, end)| end)
            }
            "par" | "newpage" | "clearpage" | "pagebreak" => {
                self.paragraph();
                self.swallow(fragment, at)
            }
            _ => self.layout(fragment, name, after),
        }
    }

    /// Gaps, rules and styles.
    fn layout(&mut self, fragment: &Fragment, name: &str, at: usize) -> usize {
        match name {
            "hfill" | "hfil" | "dotfill" | "quad" | "qquad" | "hrulefill" => {
                self.between = self.between.max(Between::Tab);
                return self.swallow(fragment, at);
            }
            " " | "," | ";" | ":" | "enspace" | "space" | "thinspace" | "nobreakspace" | "\n" => {
                self.between = self.between.max(Between::Space);
                return self.swallow(fragment, at);
            }
            "smallskip" | "medskip" | "bigskip" => {
                self.paragraph();
                self.gap = 1.0;
                return self.swallow(fragment, at);
            }
            "hrule" | "titlerule" | "hline" | "cvrule" | "sectionline" => {
                self.rule();
                return self.swallow(fragment, at);
            }
            "rule" => return self.drawn_rule(fragment, at),
            "vspace" => {
                let Some((length, end)) = fragment.argument(at) else { return at };
                self.gap = if length.as_str().trim().starts_with('-') { self.gap } else { 1.0 };
                return end;
            }
            "hspace" => {
                let Some((length, end)) = fragment.argument(at) else { return at };
                let wide = ["fill", "em", "cm", "in", "width"];
                let wide = wide.iter().any(|unit| length.as_str().contains(unit));
                let wide = wide && !length.as_str().contains('-');
                let gap = if wide { Between::Tab } else { Between::Space };
                self.between = self.between.max(gap);
                return end;
            }
            _ => {}
        }
        if self.declare(name) {
            return self.swallow(fragment, at);
        }
        if let Some(accent) = symbols::accent(name)
            && let Some((base, end)) = fragment.argument(at)
            && base.as_str().trim_start_matches('\\').chars().count() <= 2
        {
            let printed = symbols::accented(base.as_str(), accent);
            self.print(&printed, None, 0);
            return end;
        }
        if let Some(symbol) = symbols::symbol(name) {
            self.print(symbol, None, 0);
            // Only a name of letters takes the space behind it.
            let letters = name.starts_with(|ch: char| ch.is_ascii_alphabetic());
            return if letters { self.swallow(fragment, at) } else { at };
        }
        self.boxes(fragment, name, at)
    }

    /// Declarations that hold to the end of their group.
    fn declare(&mut self, name: &str) -> bool {
        match name {
            "bfseries" | "bf" => self.style.bold = true,
            "mdseries" => self.style.bold = false,
            "itshape" | "it" | "em" | "slshape" | "sl" => self.style.italic = true,
            "upshape" | "normalfont" | "rm" => {
                (self.style.italic, self.style.bold) = (false, false)
            }
            name => match symbols::size(name) {
                Some(size) => self.style.size = size,
                None => return false,
            },
        }
        true
    }

    /// Commands whose last argument is printed, and commands that print nothing.
    fn boxes(&mut self, fragment: &Fragment, name: &str, at: usize) -> usize {
        let (skipped, printed) = match name {
            "textbf" | "textit" | "emph" | "textsl" | "underline" | "uline" | "texttt"
            | "textsc" | "textsf" | "textrm" | "textup" | "textmd" | "text" | "mbox" | "hbox"
            | "fbox" | "MakeUppercase" | "MakeLowercase" | "uppercase" | "textnormal"
            | "mathbf" | "mathrm" | "paragraph" | "centerline" | "footnote" | "textsuperscript"
            | "textsubscript" => (0, true),
            "textcolor" | "colorbox" | "raisebox" | "scalebox" | "parbox" | "foreignlanguage" => {
                (1, true)
            }
            "makebox" | "framebox" => (0, true),
            "resizebox" | "multicolumn" | "multirow" | "fcolorbox" => (2, true),
            "documentclass" | "usepackage" | "input" | "include" | "pagestyle"
            | "thispagestyle" | "geometry" | "hypersetup" | "label" | "color" | "fontfamily"
            | "RequirePackage" | "moderncvtheme" | "moderncvstyle" | "moderncvcolor" | "faIcon"
            | "faicon" | "photo" | "setmainfont" | "setsansfont" | "colorizelinks" | "nocite"
            | "bibliography" | "bibliographystyle" | "addbibresource" | "vphantom" | "hphantom"
            | "phantom" | "ref" | "pageref" | "index" | "date" | "recipient" | "columnratio"
            | "fontdir" | "pdfinfo" | "setlist" | "raggedcolumns" | "newlength" | "newcounter"
            | "urlstyle" | "cvheadericon" | "NewDocumentCommand" | "makecvfooter" | "directlua"
            | "special" => (1, false),
            "setlength" | "addtolength" | "setcounter" | "addtocounter" | "fontsize"
            | "colorlet" | "fancyhf" | "fancyhead" | "fancyfoot" | "setstretch"
            | "newcolumntype" | "renewfontfamily" | "newfontfamily" | "setbool" | "let" => {
                (2, false)
            }
            "definecolor" | "titlelabel" => (3, false),
            "titlespacing" => (4, false),
            "titleformat" => (5, false),
            "includegraphics" => {
                self.pictures += u32::from(self.printing);
                (1, false)
            }
            _ => return self.special(fragment, name, at),
        };
        let boxed = matches!(name, "makebox" | "framebox") && fragment.option(at).is_some();
        let mut at = self.skip_options(fragment, at);
        for _ in 0..skipped {
            let found = if name == "let" { fragment.argument(at) } else { fragment.group(at) };
            at = found.map_or(at, |(_, end)| self.skip_options(fragment, end));
        }
        if !printed {
            return at;
        }
        let Some((argument, end)) = fragment.argument(at) else { return at };
        let outer = self.style;
        self.style.bold |= matches!(name, "textbf" | "mathbf" | "paragraph");
        self.style.italic |= matches!(name, "textit" | "emph" | "textsl");
        self.style.bold &= name != "textmd";
        self.run(&argument);
        self.style = outer;
        if boxed {
            // A box of fixed width is a column.
            self.between = self.between.max(Between::Tab);
        }
        end
    }

    /// Header fields, macros, and commands that nobody here knows.
    fn special(&mut self, fragment: &Fragment, name: &str, at: usize) -> usize {
        let start = self.skip_adjacent_option(fragment, at);
        let (groups, end) = fragment.groups(start, 9);
        let known = self.macros.known(name, groups.len());
        if let Some(own) = self.macros.own.get(name).cloned()
            && known.as_ref().is_none_or(|known| known.arguments != own.arguments)
        {
            return self.expand(fragment, &own, at);
        }
        if let Some(known) = known {
            return self.expand(fragment, &known, start);
        }
        match name {
            "makecvtitle" | "maketitle" | "makecvheader" | "makeheader" | "makecvtitlepage" => {
                self.print_header();
                return self.skip_options(fragment, at);
            }
            "vitaejoin" => {
                self.join(&groups);
                return end;
            }
            _ => {}
        }
        if let Some(most) = header::groups(name) {
            return self.field(fragment, name, at, most);
        }
        // Icons: \faPhone, \faGithub.
        let icon = name.strip_prefix("fa").is_some_and(|icon| icon.starts_with(char::is_uppercase));
        if groups.is_empty() || icon {
            return start;
        }
        let start = self.skip_options(fragment, at);
        let (groups, end) = fragment.groups(start, 9);
        for group in groups {
            self.run(&group);
            self.between = self.between.max(Between::Space);
        }
        end
    }

    fn expand(&mut self, fragment: &Fragment, found: &Macro, at: usize) -> usize {
        // Macros that call each other grow without end; a resume has a few hundred calls.
        self.steps = self.steps.saturating_sub(200);
        let mut arguments = Vec::new();
        let mut at = at;
        if let Some(default) = &found.default {
            let given = fragment.option(at);
            at = given.as_ref().map_or(at, |(_, end)| *end);
            let default = Fragment::body(default, Vec::new());
            arguments.push(given.map_or(default, |(option, _)| option));
        }
        while arguments.len() < found.arguments
            && let Some((argument, end)) = fragment.argument(at)
        {
            arguments.push(argument);
            at = end;
        }
        self.run(&Fragment::body(&found.body, arguments));
        if found.arguments == 0 { self.swallow(fragment, at) } else { at }
    }

    fn join(&mut self, groups: &[Fragment]) {
        let mut first = true;
        for group in groups.iter().filter(|group| !is_empty(group)) {
            if !std::mem::take(&mut first) {
                self.print(",", None, 0);
                self.between = Between::Space;
            }
            self.run(group);
        }
    }

    fn field(&mut self, fragment: &Fragment, name: &str, at: usize, most: usize) -> usize {
        let option = fragment.option(at);
        let start = option.as_ref().map_or(at, |(_, end)| *end);
        let (mut groups, end) = fragment.groups(start, most);
        if groups.is_empty() {
            return self.swallow(fragment, start);
        }
        groups.extend(option.map(|(option, _)| option));
        let later = self.header.has_maker && !self.header.printed;
        if later || !self.printing {
            if self.header.fields.len() < 100 {
                self.header.fields.push((name.into(), groups));
            }
        } else {
            self.print_field(name, &groups);
        }
        end
    }

    /// Prints the fields: the name as a heading, the others as lines.
    pub(super) fn print_header(&mut self) {
        self.header.printed = true;
        let mut fields = std::mem::take(&mut self.header.fields);
        // The name comes first, wherever the file sets it.
        vitae_text::sort_by_key(&mut fields, |(name, _)| match name.as_str() {
            "name" | "firstname" | "author" => 0,
            "familyname" | "lastname" => 1,
            "title" | "position" | "tagline" => 2,
            _ => 3,
        });
        for (name, groups) in &fields {
            self.print_field(name, groups);
        }
        self.paragraph();
    }

    fn print_field(&mut self, name: &str, groups: &[Fragment]) {
        let most = header::groups(name).unwrap_or(1);
        let kind = groups.last().map_or("", |option| option.as_str()).to_string();
        match name {
            "name" | "firstname" | "author" => self.begin(LineRole::Heading(1), 1.0),
            "familyname" | "lastname" => self.between = Between::Space,
            _ => self.paragraph(),
        }
        let values = groups.len().min(most);
        let values = if name == "social" || (most == 1 && values == 1) { 1 } else { values };
        let target = header::target(name, &kind, groups.first().map_or("", |value| value.as_str()));
        self.link(target.as_deref().unwrap_or(""), |reader| {
            for (index, value) in groups.iter().take(values).enumerate() {
                if index > 0 {
                    if name == "address" && !value.as_str().trim().is_empty() {
                        reader.print(",", None, 0);
                    }
                    reader.between = reader.between.max(Between::Space);
                }
                reader.run(value);
            }
        });
        if !matches!(name, "firstname") {
            self.paragraph();
        }
    }

    fn heading(&mut self, fragment: &Fragment, at: usize, level: u8) -> usize {
        let at = self.skip_options(fragment, at);
        let Some((title, end)) = fragment.argument(at) else { return at };
        self.lists = 0;
        self.begin(LineRole::Heading(level), 1.0);
        let outer = self.style;
        self.style.bold = true;
        self.run(&title);
        self.style = outer;
        self.paragraph();
        end
    }

    fn item(&mut self, fragment: &Fragment, at: usize) -> usize {
        self.begin(LineRole::Item(self.lists.saturating_sub(1)), 0.0);
        let Some((label, end)) = fragment.option(at) else { return self.swallow(fragment, at) };
        let outer = self.style;
        self.style.bold = true;
        self.run(&label);
        self.style = outer;
        self.between = self.between.max(Between::Space);
        end
    }

    fn href(&mut self, fragment: &Fragment, at: usize) -> usize {
        let at = self.skip_options(fragment, at);
        let Some((target, end)) = fragment.argument(at) else { return at };
        let Some((text, end)) = fragment.argument(end) else { return end };
        let uri = plain(&target);
        self.link(&uri, |reader| reader.run(&text));
        end
    }

    fn url(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((target, end)) = fragment.argument(at) else { return at };
        let text = plain(&target);
        let uri = if text.contains(':') { text.clone() } else { format!("https://{text}") };
        let place = target.place(0).filter(|_| text == target.as_str());
        self.link(&uri, |reader| reader.print(&text, place, target.as_str().len()));
        end
    }

    fn drawn_rule(&mut self, fragment: &Fragment, at: usize) -> usize {
        let at = self.skip_options(fragment, at);
        let (sizes, end) = fragment.groups(at, 2);
        let wide = sizes.first().is_some_and(|width| width.as_str().contains("width"));
        if wide {
            self.rule();
        }
        end
    }

    /// A command name takes the white space behind it.
    fn swallow(&self, fragment: &Fragment, at: usize) -> usize {
        let rest = &fragment.as_str()[at..];
        let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        at + space
    }

    fn skip_options(&self, fragment: &Fragment, mut at: usize) -> usize {
        for _ in 0..4 {
            match fragment.option(at) {
                Some((_, end)) => at = end,
                None => break,
            }
        }
        at
    }

    /// An option of a command that is not known; text in brackets further on is text.
    fn skip_adjacent_option(&self, fragment: &Fragment, at: usize) -> usize {
        match fragment.as_str()[at..].starts_with('[') {
            true => self.skip_options(fragment, at),
            false => self.swallow(fragment, at),
        }
    }

    fn define(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((name, at)) = fragment.argument(at) else { return at };
        let name = name.as_str().trim().trim_start_matches('\\').to_string();
        let (found, end) = definition(fragment, at);
        if let Some(found) = found
            && self.macros.own.len() < 2000
        {
            self.macros.own.insert(name, found);
        }
        end
    }

    /// `\def\name#1#2{...}`.
    fn define_plain(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((name, after)) = fragment.argument(at) else { return at };
        let text = fragment.as_str();
        let Some(open) = text[after..].find('{') else { return after };
        let Some((body, end)) = fragment.group(after + open) else { return after };
        let arguments = text[after..after + open].matches('#').count();
        let name = name.as_str().trim_start_matches('\\').to_string();
        if self.macros.own.len() < 2000 {
            let found = Macro { arguments, default: None, body: Rc::from(body.as_str()) };
            self.macros.own.insert(name, found);
        }
        end
    }

    fn define_environment(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((name, at)) = fragment.argument(at) else { return at };
        let (begin, at) = definition(fragment, at);
        let Some((last, end)) = fragment.group(at) else { return at };
        if let Some(begin) = begin
            && self.macros.environments.len() < 2000
        {
            let environment = Environment { begin, end: Rc::from(last.as_str()) };
            self.macros.environments.insert(name.as_str().trim().into(), environment);
        }
        end
    }

    fn begin_environment(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((name, at)) = fragment.argument(at) else { return at };
        let name = name.as_str().trim().trim_end_matches('*').to_string();
        if name == "document" {
            self.printing = true;
            if !self.header.has_maker && !self.header.fields.is_empty() {
                self.print_header();
            }
            return at;
        }
        if matches!(name.as_str(), "comment" | "filecontents") {
            let text = fragment.as_str();
            let end = format!("\\end{{{name}");
            return text[at..].find(&end).map_or(text.len(), |found| at + found);
        }
        self.styles.push(self.style);
        if let Some(environment) = self.macros.environments.get(&name).cloned() {
            return self.expand(fragment, &environment.begin, at);
        }
        self.paragraph();
        let skipped = match name.as_str() {
            "itemize"
            | "enumerate"
            | "description"
            | "cvitems"
            | "compactitem"
            | "highlights"
            | "highlightsforbulletentries" => {
                self.lists = self.lists.saturating_add(1);
                0
            }
            "rSection" | "cvsection" => return self.heading(fragment, at, 1),
            "rSubsection" => {
                let (groups, end) = fragment.groups(at, 4);
                let body: Rc<str> =
                    "\\par\\textbf{#1}\\hfill{}#2\\par\\textit{#3}\\hfill{}#4\\par".into();
                self.run(&Fragment::body(&body, groups));
                self.lists = self.lists.saturating_add(1);
                return end;
            }
            "tabular" | "longtable" | "array" | "minipage" | "multicols" | "paracol"
            | "supertabular" | "onecolentry" | "adjustbox" => 1,
            "tabularx" | "tabulary" | "adjustwidth" => 2,
            _ => 0,
        };
        // `tabular*` takes a width before its columns.
        let starred = fragment.as_str()[..at].ends_with("*}") && name == "tabular";
        let mut at = self.skip_options(fragment, at);
        for _ in 0..skipped + usize::from(starred) {
            at = fragment.group(at).map_or(at, |(_, end)| self.skip_options(fragment, end));
        }
        at
    }

    fn end_environment(&mut self, fragment: &Fragment, at: usize) -> usize {
        let Some((name, at)) = fragment.argument(at) else { return at };
        let name = name.as_str().trim().trim_end_matches('*');
        if let Some(environment) = self.macros.environments.get(name).cloned() {
            self.run(&Fragment::body(&environment.end, Vec::new()));
        }
        if matches!(
            name,
            "itemize"
                | "enumerate"
                | "description"
                | "cvitems"
                | "compactitem"
                | "highlights"
                | "highlightsforbulletentries"
                | "rSubsection"
        ) {
            self.lists = self.lists.saturating_sub(1);
        }
        self.style = self.styles.pop().unwrap_or(self.style);
        if name == "document" {
            self.printing = false;
        } else if !matches!(name, "comment") {
            self.paragraph();
        }
        at
    }
}

/// Whether an argument, or the argument that it passes on, holds nothing.
fn is_empty(group: &Fragment) -> bool {
    let text = group.as_str().trim();
    let passed = text.strip_prefix('#').and_then(|digit| digit.parse::<usize>().ok());
    let passed = passed.and_then(|digit| group.arguments.get(digit.checked_sub(1)?));
    passed.map_or(text.is_empty(), |argument| argument.as_str().trim().is_empty())
}

/// `[2][default]{body}`.
fn definition(fragment: &Fragment, at: usize) -> (Option<Macro>, usize) {
    let count = fragment.option(at);
    let at = count.as_ref().map_or(at, |(_, end)| *end);
    let default = count.as_ref().and_then(|_| fragment.option(at));
    let at = default.as_ref().map_or(at, |(_, end)| *end);
    let arguments = count.and_then(|(count, _)| count.as_str().trim().parse().ok()).unwrap_or(0);
    let default = default.map(|(default, _)| Rc::from(default.as_str()));
    let Some((body, end)) = fragment.argument(at) else { return (None, at) };
    let body = Rc::from(body.as_str());
    (Some(Macro { arguments: arguments.min(9_usize), default, body }), end)
}

/// An address as it is meant: without the backslashes before `%`, `_`, `#`, `&`, and with the
/// arguments of a macro in it.
fn plain(target: &Fragment) -> String {
    let mut text = target.as_str().trim().to_string();
    for (index, argument) in target.arguments.iter().enumerate().take(9) {
        let mark = format!("#{}", index + 1);
        if text.contains(&mark) && text.len() < 10_000 && argument.as_str().len() < 1_000 {
            text = text.replace(&mark, argument.as_str());
        }
    }
    for escaped in ["\\%", "\\_", "\\#", "\\&", "\\~"] {
        text = text.replace(escaped, &escaped[1..]);
    }
    text.replace("{\\textasciitilde}", "~").replace("\\textasciitilde", "~")
}
