//! Comma-separated values with quotes (RFC 4180), as data exports write them, or with the semicolons
//! and tabs of spreadsheets. Text in, rows with named fields out; a row that is too short has empty
//! fields.

/// A table with a head line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row of a [`Table`].
#[derive(Copy, Clone, Debug)]
pub(super) struct Row<'a> {
    table: &'a Table,
    /// Its number, from 1 as the head is 0.
    pub(super) number: u32,
}

impl Table {
    /// Reads a table; a byte order mark is skipped.
    pub(super) fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut rows = rows(text, separator(text));
        if rows.is_empty() {
            return Self::default();
        }
        let head = rows.remove(0).iter().map(|name| name.trim().to_lowercase()).collect();
        rows.retain(|row| row.iter().any(|field| !field.trim().is_empty()));
        Self { head, rows }
    }

    /// Heads under other names get the one that stands first, unless another column has it.
    pub(super) fn with_heads(mut self, heads: &[(&str, &[&str])]) -> Self {
        for (name, others) in heads {
            let name = name.to_lowercase();
            if !self.head.contains(&name)
                && let Some(head) =
                    self.head.iter_mut().find(|head| others.contains(&head.as_str()))
            {
                *head = name;
            }
        }
        self
    }

    /// All rows below the head.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (1u32..).zip(&self.rows).map(|(number, _)| Row { table: self, number })
    }
}

impl<'a> Row<'a> {
    /// The trimmed field under a heading, in any case; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &'a str {
        let name = name.to_lowercase();
        let column = self.table.head.iter().position(|head| *head == name);
        let row = self.table.rows.get(self.number as usize - 1);
        column.and_then(|column| row?.get(column)).map_or("", |field| field.trim())
    }
}

/// What stands most often in the head line.
fn separator(text: &str) -> char {
    let head = text.lines().next().unwrap_or("");
    let count = |ch: char| head.matches(ch).count();
    // Of equal counts the comma, which stands last.
    [';', '\t', ','].into_iter().max_by_key(|ch| count(*ch)).unwrap_or(',')
}

fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            _ if ch == separator && !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ => field.push(ch),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn quotes_commas_and_line_ends_stay_in_their_field() {
        let table = Table::read("\u{feff}Name,Text\r\nA,\"x, \"\"y\"\"\nz\"\r\nB\r\n\r\n");
        let rows: Vec<_> = table.rows().collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].get("text"), "x, \"y\"\nz");
        assert_eq!((rows[1].get("Name"), rows[1].get("Text")), ("B", ""));
        assert_eq!(rows[1].get("none"), "");
        assert_eq!(Table::read("").rows().count(), 0);
        let spreadsheet = Table::read("Name;Text\rA;\"x;\ny\"\r");
        assert_eq!(spreadsheet.rows().next().map(|row| row.get("text")), Some("x;\ny"));
    }
}
