//! JSON text (RFC 8259) to a tree with the place of each scalar. One pass: numbers stay as they are
//! written, a name given twice is noted and its last value counts, as in most other programs.

use super::ImportError;
use super::tree::{Budget, Scalar, Tree, pointer};
use crate::data::number;
use serde_json::{Map, Value};
use vitae_text::TextRange;

/// Reads JSON; a byte order mark is skipped.
pub(super) fn read(text: &str) -> Result<Tree, ImportError> {
    let at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut reader = Reader { text, at, budget: Budget::default(), tree: Tree::default() };
    let value = reader.value(&mut String::new())?;
    reader.blank();
    if reader.at < text.len() {
        return Err(reader.fault("there is more after the end of the data"));
    }
    reader.tree.value = value;
    Ok(reader.tree)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    budget: Budget,
    tree: Tree,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A fault at the place that comes next.
    fn fault(&self, detail: impl Into<String>) -> ImportError {
        let before = &self.text[..self.text.floor_char_boundary(self.at)];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[start..].chars().filter(|ch| *ch != '\u{feff}').count() + 1;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        ImportError::Syntax { line: number(line), column: number(column), detail: detail.into() }
    }

    /// What stands there instead of what is wanted.
    fn unexpected(&self, wanted: &str) -> ImportError {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            None => self.fault(format!("the data ends where {wanted} is due")),
            Some(ch) => self.fault(format!("`{}` stands where {wanted} is due", ch.escape_debug())),
        }
    }

    /// One value; `path` is its pointer and comes back unchanged.
    fn value(&mut self, path: &mut String) -> Result<Value, ImportError> {
        self.blank();
        self.budget.value(path)?;
        match self.peek() {
            Some(b'{') => self.nested(path, Self::mapping),
            Some(b'[') => self.nested(path, Self::list),
            Some(b'"') => {
                let start = self.at;
                let text = self.string()?;
                let range = TextRange::at(start, self.at);
                self.tree.scalars.insert(path.clone(), Scalar { range, raw: None });
                Ok(Value::String(text))
            }
            _ => self.bare(path),
        }
    }

    fn nested(
        &mut self,
        path: &mut String,
        inner: fn(&mut Self, &mut String) -> Result<Value, ImportError>,
    ) -> Result<Value, ImportError> {
        self.budget.open()?;
        self.at += 1;
        let value = inner(self, path)?;
        self.budget.close();
        Ok(value)
    }

    fn mapping(&mut self, path: &mut String) -> Result<Value, ImportError> {
        let mut map = Map::new();
        let length = path.len();
        self.blank();
        if self.take(b'}') {
            return Ok(Value::Object(map));
        }
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("a name in double quotes"));
            }
            let start = self.at;
            let key = self.string()?;
            if map.contains_key(&key) {
                self.given_twice(start, path, &key);
            }
            self.blank();
            if !self.take(b':') {
                return Err(self.unexpected("`:`"));
            }
            *path = pointer(path, &key);
            let value = self.value(path)?;
            path.truncate(length);
            map.insert(key, value);
            self.blank();
            if self.take(b'}') {
                return Ok(Value::Object(map));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `}`"));
            }
        }
    }

    /// The last value counts, so that places inside of the earlier one lead nowhere.
    fn given_twice(&mut self, start: usize, path: &str, key: &str) {
        let earlier = pointer(path, key);
        let inside = |known: &str| {
            known
                .strip_prefix(&*earlier)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let range = self.tree.scalars.range(earlier.clone()..);
        let old: Vec<String> = range
            .map(|(known, _)| known)
            .take_while(|known| known.starts_with(&*earlier))
            .filter(|known| inside(known))
            .cloned()
            .collect();
        for known in &old {
            self.tree.scalars.remove(known);
        }
        // Finding a line takes a look at everything before it; after some faults none is shown.
        if self.tree.faults.len() > super::draft::MAX_FAULTS {
            return;
        }
        let after = std::mem::replace(&mut self.at, start);
        if let ImportError::Syntax { line, column, .. } = self.fault("") {
            self.tree.faults.push(format!(
                "line {line}, column {column}: the name `{key}` is given twice; the last one counts"
            ));
        }
        self.at = after;
    }

    fn list(&mut self, path: &mut String) -> Result<Value, ImportError> {
        let mut items = Vec::new();
        let length = path.len();
        self.blank();
        if self.take(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            path.push_str(&format!("/{}", items.len()));
            items.push(self.value(path)?);
            path.truncate(length);
            self.blank();
            if self.take(b']') {
                return Ok(Value::Array(items));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `]`"));
            }
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// A number, `true`, `false` or `null`.
    fn bare(&mut self, path: &str) -> Result<Value, ImportError> {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let end = start + rest.iter().take_while(|byte| part(byte)).count();
        let range = TextRange::at(start, end);
        let raw = range.of(self.text);
        let value = match raw {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            "" => return Err(self.unexpected("a value")),
            _ => match number(raw) {
                Some(number) => Value::Number(number),
                None => return Err(self.fault(format!("`{}` is no value of JSON", cut(raw)))),
            },
        };
        self.at = end;
        self.tree.scalars.insert(path.to_owned(), Scalar { range, raw: Some(raw.to_owned()) });
        Ok(value)
    }

    /// A string, from its opening quote to behind its closing one.
    fn string(&mut self) -> Result<String, ImportError> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.bytes().take_while(|b| !matches!(b, b'"' | b'\\' | 0..=31)).count();
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(b'\n' | b'\r') => {
                    return Err(self.fault("the line ends inside of a string"));
                }
                Some(_) => return Err(self.fault("a control character inside of a string")),
                None => return Err(self.fault("the data ends inside of a string")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, ImportError> {
        let kind = self.text.as_bytes().get(self.at + 1).copied();
        let ch = match kind {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.fault("an escape that JSON does not have")),
        };
        self.at += 2;
        Ok(ch)
    }

    /// `\u20ac`, or two of them for a character outside of the first plane.
    fn unicode(&mut self) -> Result<char, ImportError> {
        let unit = |at: usize| {
            let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
            let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            u16::from_str_radix(digits, 16).ok().filter(|_| hex)
        };
        let (first, second) = (unit(self.at), unit(self.at + 6));
        let Some(first) = first else {
            return Err(self.fault("`\\u` without four hexadecimal digits"));
        };
        let mut pair = char::decode_utf16([first].into_iter().chain(second));
        match pair.next() {
            Some(Ok(ch)) => {
                self.at += 6 * ch.len_utf16();
                Ok(ch)
            }
            _ => Err(self.fault("half of a character: `\\u` escapes of this kind come in pairs")),
        }
    }
}

/// Enough of a text to find it.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(40)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn faults_say_what_stands_where() {
        for (text, line, column, part) in [
            ("{\n  \"a\": }", 2, 8, "`}` stands where a value is due"),
            ("{\"a\" 1}", 1, 6, "where `:` is due"),
            ("{\"a\": 1,}", 1, 9, "a name in double quotes"),
            ("[1 2]", 1, 4, "`,` or `]`"),
            ("{} x", 1, 4, "more after the end"),
            ("[\"é\", 01]", 1, 7, "`01` is no value"),
            ("[\"\\x\"]", 1, 3, "an escape"),
            ("[\"\\ud800\"]", 1, 3, "half of a character"),
            ("[\"a\nb\"]", 1, 4, "the line ends inside"),
            ("{\"a\": 1", 1, 8, "the data ends where"),
            ("", 1, 1, "the data ends where a value is due"),
        ] {
            let Err(ImportError::Syntax { line: l, column: c, detail }) = read(text) else {
                panic!("{text}");
            };
            assert_eq!((l, c), (line, column), "{text}: {detail}");
            assert!(detail.contains(part), "{text}: {detail}");
        }
    }

    #[test]
    fn a_name_given_twice_is_noted() {
        let tree = read("{\"a\": {\"b\": 1.50},\n \"a\": {\"c\": 2.0}}").unwrap();
        assert_eq!(tree.value, serde_json::json!({"a": {"c": 2.0}}));
        assert_eq!(
            tree.faults,
            ["line 2, column 2: the name `a` is given twice; the last one counts"]
        );
        assert_eq!(tree.scalars.keys().collect::<Vec<_>>(), ["/a/c"]);
    }

    proptest! {
        /// `serde_json` is the judge of the syntax.
        #[test]
        fn the_same_texts_are_json(text in "[\\[\\]{}:,\"\\\\a0-2.eEtrufalsn+ \n-]{0,24}") {
            let known = serde_json::from_str::<Value>(&text);
            prop_assume!(!known.as_ref().is_err_and(|error| error.to_string().contains("range")));
            let ours = read(&text).map(|tree| tree.value);
            prop_assert_eq!(ours.is_ok(), known.is_ok(), "{:?} {:?}", ours, known);
            if let (Ok(ours), Ok(known)) = (ours, known) {
                prop_assert_eq!(ours, known);
            }
        }
    }
}
