//! Comma-separated values with quotes (RFC 4180), as data exports write them. Text in, rows with named
//! fields out; a row that is too short has empty fields.

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
        let mut rows = rows(text.trim_start_matches('\u{feff}'));
        if rows.is_empty() {
            return Self::default();
        }
        let head = rows.remove(0).iter().map(|name| name.trim().to_lowercase()).collect();
        rows.retain(|row| row.iter().any(|field| !field.trim().is_empty()));
        Self { head, rows }
    }

    /// All rows below the head.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (1u32..).zip(&self.rows).map(|(number, _)| Row { table: self, number })
    }
}

impl<'a> Row<'a> {
    /// The trimmed field under a heading, in any case; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &'a str {
        let column = self.table.head.iter().position(|head| head.eq_ignore_ascii_case(name));
        let row = self.table.rows.get(self.number as usize - 1);
        column.and_then(|column| row?.get(column)).map_or("", |field| field.trim())
    }
}

fn rows(text: &str) -> Vec<Vec<String>> {
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
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
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
    }
}
