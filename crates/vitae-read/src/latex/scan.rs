//! Pieces of LaTeX source: of the file, or of the body of a macro with its arguments. Finds command
//! names, groups and options; knows where in the file a piece stands.

use std::rc::Rc;

/// A stretch of source with the arguments that `#1` in it stand for.
#[derive(Clone)]
pub(super) struct Fragment {
    text: Rc<str>,
    start: usize,
    end: usize,
    /// The text is the file itself, so that offsets are places in it.
    in_file: bool,
    pub(super) arguments: Rc<Vec<Fragment>>,
}

impl Fragment {
    pub(super) fn file(text: &str) -> Self {
        Self {
            text: text.into(),
            start: 0,
            end: text.len(),
            in_file: true,
            arguments: Rc::default(),
        }
    }

    /// The body of a macro.
    pub(super) fn body(text: &Rc<str>, arguments: Vec<Fragment>) -> Self {
        let end = text.len();
        Self { text: text.clone(), start: 0, end, in_file: false, arguments: Rc::new(arguments) }
    }

    pub(super) fn as_str(&self) -> &str {
        self.text.get(self.start..self.end).unwrap_or("")
    }

    /// The place of byte `at` of this piece in the file.
    pub(super) fn place(&self, at: usize) -> Option<usize> {
        self.in_file.then_some(self.start + at)
    }

    /// A part of this piece.
    fn part(&self, start: usize, end: usize) -> Self {
        Self { start: self.start + start, end: self.start + end, ..self.clone() }
    }

    /// After white space (at most one line end) and comments.
    pub(super) fn skip_space(&self, mut at: usize) -> usize {
        let text = self.as_str();
        loop {
            let rest = text.get(at..).unwrap_or("");
            let space = rest.len() - rest.trim_start().len();
            if rest[..space].matches('\n').count() > 1 {
                return at;
            }
            at += space;
            match rest[space..].strip_prefix('%') {
                Some(comment) => at += 1 + comment.find('\n').map_or(comment.len(), |end| end + 1),
                None => return at,
            }
        }
    }

    /// The group or single token at `at` (after space), and where it ends.
    pub(super) fn argument(&self, at: usize) -> Option<(Fragment, usize)> {
        let at = self.skip_space(at);
        let text = self.as_str();
        let first = text.get(at..)?.chars().next()?;
        if first == '{' {
            let end = closing(text, at, '{', '}');
            return Some((self.part(at + 1, end), (end + 1).min(text.len())));
        }
        if first == '}' {
            return None;
        }
        let len = if first == '\\' { 1 + command(&text[at + 1..]).len() } else { first.len_utf8() };
        Some((self.part(at, at + len), at + len))
    }

    /// The group at `at`; none when something else stands there.
    pub(super) fn group(&self, at: usize) -> Option<(Fragment, usize)> {
        let start = self.skip_space(at);
        self.as_str().get(start..)?.starts_with('{').then(|| self.argument(start))?
    }

    /// The option in brackets at `at`.
    pub(super) fn option(&self, at: usize) -> Option<(Fragment, usize)> {
        let at = self.skip_space(at);
        let text = self.as_str();
        if !text.get(at..)?.starts_with('[') {
            return None;
        }
        let end = closing(text, at, '[', ']');
        Some((self.part(at + 1, end), (end + 1).min(text.len())))
    }

    /// Groups in a row, at most `most`.
    pub(super) fn groups(&self, mut at: usize, most: usize) -> (Vec<Fragment>, usize) {
        let mut found = Vec::new();
        while found.len() < most
            && let Some((group, end)) = self.group(at)
        {
            found.push(group);
            at = end;
        }
        (found, at)
    }
}

/// The name of the command whose backslash stands before `rest`: letters, or one character.
pub(super) fn command(rest: &str) -> &str {
    let letters =
        rest.find(|ch: char| !ch.is_ascii_alphabetic() && ch != '@').unwrap_or(rest.len());
    let len = if letters == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { letters };
    &rest[..len]
}

/// Where the bracket that opens at `at` closes; the end of the text when it never does.
fn closing(text: &str, at: usize, open: char, close: char) -> usize {
    let (mut depth, mut braces) = (0_usize, 0_usize);
    let mut escaped = false;
    for (offset, ch) in text[at..].char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match ch {
            '\\' => escaped = true,
            // Brackets inside braces belong to something else.
            '{' if open != '{' => braces += 1,
            '}' if open != '{' => braces = braces.saturating_sub(1),
            _ if braces > 0 => {}
            ch if ch == open => depth += 1,
            ch if ch == close => {
                depth -= 1;
                if depth == 0 {
                    return at + offset;
                }
            }
            _ => {}
        }
    }
    text.len()
}
