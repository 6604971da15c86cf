//! What was understood of a resume as a table for a terminal: groups and entries as a person thinks of
//! them, doubtful fields marked with `?` and the reason, what found no place, and what to do.

use crate::locate::Locator;
use crate::outlet::{View, count};
use crate::terminal::{Paint, cut, pad, printable, width, wrap};
use crate::understood::{Entry, Field, Group, Slot, Understood};
use vitae_document::Document;
use vitae_lint::Severity;
use vitae_resume::Parsed;

/// Width of the names of fields.
const NAMES: usize = 10;
/// At most this many leftovers are listed.
const LEFTOVERS: usize = 20;

/// The resume as it was understood.
#[must_use]
pub fn reading(document: &Document, parsed: &Parsed, name: Option<&str>, view: &View) -> String {
    let understood = Understood::new(document, parsed);
    let paint = Paint { on: view.color };
    let mut table = Table { paint, width: view.width, out: String::new(), doubtful: 0 };
    table.header(document, name);
    for group in &understood.groups {
        table.group(group);
    }
    table.leftovers(document, parsed);
    table.end(&understood, document, parsed, name);
    table.out
}

struct Table {
    paint: Paint,
    width: usize,
    out: String,
    doubtful: usize,
}

impl Table {
    fn header(&mut self, document: &Document, name: Option<&str>) {
        let name = name.map_or_else(|| "<stdin>".to_owned(), printable);
        let mut facts = document.format.label().to_owned();
        if !document.pages.is_empty() {
            facts.push_str(&format!(", {}", count(document.pages.len(), "page")));
        }
        self.out.push_str(&format!("{}\n", self.paint.bold(&name)));
        self.out.push_str(&format!("{}\n", self.paint.dim(&format!("{facts} · as understood"))));
    }

    fn heading(&mut self, text: &str) {
        self.out.push_str(&format!("\n{}\n", self.paint.bold(text)));
    }

    fn group(&mut self, group: &Group<'_>) {
        match (group.unit, group.entries.len()) {
            ("", _) => self.heading(group.title),
            (unit, entries) => {
                self.heading(&format!("{} ({})", group.title, count(entries, unit)));
            }
        }
        if group.entries.is_empty() {
            self.out.push_str("  nothing found\n");
        }
        for entry in &group.entries {
            self.entry(entry, group.title == "skills");
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, skills: bool) {
        for field in entry.of(Slot::Line) {
            self.labelled(field.doubt.is_some(), field.label, &field.value);
            self.doubt(field, NAMES + 3);
        }
        if skills {
            self.words(entry);
            return;
        }
        let heads = joined(entry.of(Slot::Head), " · ");
        let beside = self.beside(entry);
        if !heads.is_empty() {
            self.head(entry, &heads);
        }
        if !beside.is_empty() {
            let line = wrap("    ", &beside, self.width);
            self.out.push_str(&self.paint.dim(line.trim_end()));
            self.out.push('\n');
        }
        for field in entry.of(Slot::Head).chain(entry.of(Slot::Beside)) {
            self.doubt(field, 4);
        }
        for field in entry.of(Slot::Text) {
            let text = format!("{}: {}", field.label, printable(&field.value));
            self.out.push_str(&format!("    {}\n", cut(&text, self.width.saturating_sub(4))));
            self.doubt(field, 4);
        }
        let items = joined(entry.of(Slot::Item), ", ");
        if !items.is_empty() {
            self.out.push_str(&wrap("    ", &items, self.width));
        }
        for field in entry.of(Slot::Item).chain(entry.of(Slot::Bullet)) {
            self.doubt(field, 4);
        }
    }

    /// `  Backend Engineer · Vélorade`, with a question mark when a part of it is doubtful.
    fn head(&mut self, entry: &Entry<'_>, heads: &str) {
        let parts =
            entry.of(Slot::Head).chain(entry.of(Slot::Beside)).chain(entry.of(Slot::Bullet));
        let doubtful = parts.filter(|field| field.doubt.is_some()).count() > 0;
        let text = wrap("  ", heads, self.width);
        self.mark(doubtful);
        let text = text.strip_prefix("  ").unwrap_or(&text);
        self.out.push_str(&self.paint.bold(text.trim_end()));
        self.out.push('\n');
    }

    /// Dates, place and number of bullets.
    fn beside(&self, entry: &Entry<'_>) -> String {
        let mut beside = joined(entry.of(Slot::Beside), " · ");
        let bullets = entry.of(Slot::Bullet).count();
        if bullets > 0 {
            let gap = if beside.is_empty() { "" } else { " · " };
            beside.push_str(&format!("{gap}{}", count(bullets, "bullet")));
        }
        beside
    }

    /// Skills of one group.
    fn words(&mut self, entry: &Entry<'_>) {
        let name = joined(entry.of(Slot::Head), " ");
        let doubtful = entry.fields.iter().any(|field| field.doubt.is_some());
        let items = joined(entry.of(Slot::Item), ", ");
        if width(&name) > NAMES + 5 {
            self.labelled(doubtful, "", &format!("{name}: {items}"));
        } else {
            self.labelled(doubtful, &name, &items);
        }
        for field in &entry.fields {
            self.doubt(field, NAMES + 3);
        }
    }

    /// `? ` or two blanks.
    fn mark(&mut self, doubtful: bool) {
        let mark = if doubtful { "?" } else { " " };
        let mark =
            if doubtful { self.paint.severity(Severity::Warning, mark) } else { mark.into() };
        self.out.push_str(&format!("{mark} "));
    }

    fn labelled(&mut self, doubtful: bool, name: &str, value: &str) {
        let first = format!("  {} ", pad(&printable(name), NAMES));
        let text = wrap(&first, value, self.width);
        self.mark(doubtful);
        self.out.push_str(text.strip_prefix("  ").unwrap_or(&text));
    }

    /// The reason under a doubtful field.
    fn doubt(&mut self, field: &Field<'_>, indent: usize) {
        let Some(reason) = &field.doubt else { return };
        self.doubtful += 1;
        let value = cut(&printable(&field.value), 40);
        let first = format!("{}? ", " ".repeat(indent));
        let text = format!("doubtful {} `{value}`: {reason}", field.label);
        let text = wrap(&first, &text, self.width);
        self.out.push_str(&self.paint.severity(Severity::Warning, text.trim_end()));
        self.out.push('\n');
    }

    fn leftovers(&mut self, document: &Document, parsed: &Parsed) {
        if parsed.leftovers.is_empty() {
            return;
        }
        self.heading(&format!("found no place ({})", count(parsed.leftovers.len(), "piece")));
        let locator = Locator::new(document);
        for left in parsed.leftovers.iter().take(LEFTOVERS) {
            let line = locator.spot(left.range.start).line;
            let text = left.range.of(&document.text);
            let text = printable(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            let text = cut(&text, self.width.saturating_sub(NAMES + 3));
            self.labelled(false, &format!("line {line}"), &text);
        }
        if let Some(more @ 1..) = parsed.leftovers.len().checked_sub(LEFTOVERS) {
            self.out.push_str(&format!("  and {more} more\n"));
        }
    }

    /// How sure all of it is, and what to do.
    fn end(
        &mut self,
        all: &Understood<'_>,
        document: &Document,
        parsed: &Parsed,
        name: Option<&str>,
    ) {
        let fields = count(all.fields().count(), "field");
        let (left, doubtful) = (parsed.leftovers.len(), self.doubtful);
        let doubts = if doubtful == 0 { String::new() } else { " (marked ?)".to_owned() };
        let sum = format!(
            "{fields} understood, {doubtful} doubtful{doubts}, {} left without a place",
            count(left, "piece"),
        );
        self.out.push('\n');
        self.out.push_str(&wrap("", &sum, self.width));
        let name = name.filter(|name| !name.contains(char::is_whitespace)).unwrap_or("FILE");
        let mut steps = vec![format!("see it on the page: `vitae parse {name} --view seen.html`")];
        if doubtful + left > 0 && !document.format.is_structured() {
            let what = "say it plainer there, or correct it as data";
            steps.push(format!("{what}: `vitae parse {name} -f yaml -o resume.yaml`"));
        }
        for step in steps {
            self.out.push_str(&wrap("= help: ", &step, self.width));
        }
    }
}

fn joined<'f>(fields: impl Iterator<Item = &'f Field<'f>>, by: &str) -> String {
    let values: Vec<String> = fields.map(|field| printable(field.value.trim())).collect();
    values.join(by)
}
