//! What was understood as a list of buttons, one for each field, that light their place on the page.

use super::escape::{escape, escape_cut};
use super::hazards;
use super::marks::Canvas;
use crate::naive::{Fate, Naive};
use crate::outlet::count;
use crate::understood::{Entry, Field, Slot, Understood};
use vitae_document::{Document, Hazard, HazardKind};
use vitae_resume::Parsed;

/// At most this many characters of a value are shown.
const LONGEST: usize = 3_000;
/// At most this many fields, leftovers or hazards are shown of each kind.
pub(super) const MOST: usize = 1_500;

struct List<'a> {
    naive: Option<&'a Naive>,
    next: usize,
    out: String,
}

/// The groups with their entries and fields, numbered as they come.
pub(super) fn fields(understood: &Understood<'_>, naive: Option<&Naive>) -> String {
    let mut list = List { naive, next: 0, out: String::new() };
    for (index, group) in understood.groups.iter().enumerate() {
        let number = match (group.unit, group.entries.len()) {
            ("", _) => String::new(),
            (unit, entries) => format!(" <span class=\"count\">{}</span>", count(entries, unit)),
        };
        list.out.push_str(&format!(
            "<section class=\"group\" aria-labelledby=\"g{index}\">\n<h3 id=\"g{index}\">{}{number}</h3>\n",
            group.title
        ));
        if group.entries.is_empty() {
            list.out.push_str("<p class=\"none\">nothing found</p>\n");
        }
        for entry in &group.entries {
            list.entry(entry);
        }
        list.out.push_str("</section>\n");
    }
    list.out
}

impl List<'_> {
    /// The fields of an entry, in the order of the entry: ids are numbers of that order.
    fn entry(&mut self, entry: &Entry<'_>) {
        self.out.push_str("<div class=\"entry\">\n");
        let mut open = None;
        for field in &entry.fields {
            let id = self.next;
            self.next += 1;
            if id >= MOST {
                if id == MOST {
                    let note = format!("only the first {MOST} fields are shown");
                    self.out.push_str(&format!("<p class=\"note\">{note}</p>\n"));
                }
                continue;
            }
            if open != Some(field.slot) {
                self.out.push_str(if open.is_some() { "</div>\n" } else { "" });
                self.out.push_str(&format!("<div class=\"{}\">\n", class(field.slot)));
                open = Some(field.slot);
            }
            self.field(field, id);
        }
        self.out.push_str(if open.is_some() { "</div></div>\n" } else { "</div>\n" });
    }

    fn field(&mut self, field: &Field<'_>, id: usize) {
        let mut class = String::from("f");
        let mut notes = String::new();
        if let Some(printed) = field.printed.filter(|printed| *printed != field.value) {
            notes
                .push_str(&format!("<span class=\"p\">printed {}</span>", escape_cut(printed, 80)));
        }
        if let Some(doubt) = &field.doubt {
            class.push_str(" unsure");
            notes.push_str(&format!("<span class=\"why\">? doubtful: {}</span>", escape(doubt)));
        }
        if field.ranges.is_empty() {
            notes.push_str("<span class=\"p\">not visible as text (behind a link or icon)</span>");
        }
        let fate = self.naive.map_or(Fate::Whole, |naive| naive.fate(&field.ranges));
        if let Some(words) = fate_words(fate, field.ranges.is_empty()) {
            notes.push_str(&format!("<span class=\"fate\">{words}</span>"));
        }
        self.out.push_str(&format!(
            "<button type=\"button\" class=\"{class}\" id=\"f{id}\" aria-pressed=\"false\">\
             <span class=\"k\">{}</span> <span class=\"v\">{}</span>{notes}</button>\n",
            field.label,
            escape_cut(&field.value, LONGEST),
        ));
    }
}

fn class(slot: Slot) -> &'static str {
    match slot {
        Slot::Line => "lines",
        Slot::Head => "heads",
        Slot::Beside => "besides",
        Slot::Text => "texts",
        Slot::Bullet => "bullets",
        Slot::Item => "items",
    }
}

/// What a naive reader makes of a field, as sign and words.
fn fate_words(fate: Fate, nowhere: bool) -> Option<&'static str> {
    match fate {
        Fate::Whole => None,
        Fate::Lost if nowhere => Some("− not read: only behind a link"),
        Fate::Lost => Some("− not read"),
        Fate::Cut => Some("− partly not read"),
        Fate::Apart => Some("✂ other text comes in between"),
        Fate::Spaced => Some("⋯ letters stand apart"),
    }
}

/// What found no place.
pub(super) fn leftovers(canvas: &Canvas<'_>, parsed: &Parsed) -> String {
    let mut out = String::from(
        "<section class=\"group\" aria-labelledby=\"gl\">\n<h3 id=\"gl\">found no place</h3>\n",
    );
    if parsed.leftovers.is_empty() {
        out.push_str("<p class=\"none\">everything found a place</p>\n");
    }
    out.push_str("<div class=\"entry\"><div class=\"lines\">\n");
    for (index, left) in parsed.leftovers.iter().take(MOST).enumerate() {
        let line = canvas.locator.spot(left.range.start).line;
        let text = left.range.of(&canvas.document.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!(
            "<button type=\"button\" class=\"f stray\" id=\"l{index}\" aria-pressed=\"false\">\
             <span class=\"k\">∅ line {line}</span> <span class=\"v\">{}</span></button>\n",
            escape_cut(&text, LONGEST),
        ));
    }
    out.push_str("</div></div>\n");
    if !parsed.leftovers.is_empty() {
        out.push_str(
            "<p class=\"hint\">A program may drop these words. Put them under a heading that \
             programs know, or beside the role they belong to.</p>\n",
        );
    }
    out + "</section>\n"
}

/// What is told of the file, with its number. Words that recognition was not sure of are told beside
/// their fields.
pub(super) fn noted(document: &Document) -> impl Iterator<Item = (usize, &Hazard)> {
    let told = |hazard: &Hazard| !matches!(hazard.kind, HazardKind::UnsureWord { .. });
    document.hazards.iter().enumerate().filter(move |(_, hazard)| told(hazard))
}

/// What was measured of the file.
pub(super) fn file(canvas: &Canvas<'_>) -> String {
    let mut out = String::from(
        "<section class=\"group\" aria-labelledby=\"gh\">\n<h3 id=\"gh\">about the file</h3>\n",
    );
    if noted(canvas.document).next().is_none() {
        out.push_str("<p class=\"none\">nothing that other readers may take differently</p>\n");
    }
    out.push_str("<div class=\"entry\"><div class=\"lines\">\n");
    for (index, hazard) in noted(canvas.document).take(MOST) {
        let place = match (hazard.page, hazard.range) {
            (Some(page), _) => format!("⚑ page {page}"),
            (None, Some(range)) => {
                format!("⚑ line {}", canvas.locator.spot(range.start).line)
            }
            (None, None) => "⚑ file".to_owned(),
        };
        let words = escape_cut(&hazards::words(&hazard.kind), LONGEST);
        if hazard.range.is_some_and(|range| !range.is_empty()) {
            out.push_str(&format!(
                "<button type=\"button\" class=\"f hazard\" id=\"h{index}\" aria-pressed=\"false\">\
                 <span class=\"k\">{place}</span> <span class=\"v\">{words}</span></button>\n"
            ));
        } else {
            out.push_str(&format!(
                "<p class=\"fact\"><span class=\"k\">{place}</span> <span class=\"v\">{words}</span></p>\n"
            ));
        }
    }
    out + "</div></div>\n</section>\n"
}
