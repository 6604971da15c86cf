//! A page for a terminal. Colour repeats what the words say.

use crate::Guides;
use crate::page::{Block, LevelCard, Page, Pair, Point, Question, Section, Words, index};
use vitae_report::View;
use vitae_report::writing::{Paint, wrap};

/// The page as text.
#[must_use]
pub fn text(page: &Page, view: &View) -> String {
    let out = Text { paint: Paint { on: view.color }, width: view.width };
    let mut parts = vec![format!("{}\n", out.paint.bold(&super::heading(page)))];
    parts.push(out.para("", &page.lead));
    parts.extend(page.sections.iter().map(|section| out.section(section)));
    let sources: String = page
        .sources
        .iter()
        .map(|source| out.para("  ", &format!("{}: {}.", source.name, source.what)))
        .collect();
    if !sources.is_empty() {
        parts.push(format!("\n{}\n{sources}", out.paint.bold("SOURCES")));
    }
    parts.concat()
}

/// All guides.
#[must_use]
pub fn text_index(guides: &Guides, view: &View) -> String {
    let paint = Paint { on: view.color };
    let mut out = String::new();
    for (kind, names) in index(guides) {
        let widest = names.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        out.push_str(&format!("{}\n", paint.bold(kind)));
        for (name, title) in names {
            out.push_str(&format!("  {name:widest$}  {title}\n"));
        }
        out.push('\n');
    }
    out + "`vitae role NAME` prints a guide; --level, --industry, --market and --transition narrow and extend it\n"
}

struct Text {
    paint: Paint,
    width: usize,
}

impl Text {
    fn para(&self, first: &str, text: &str) -> String {
        let wrapped = wrap(first, text, self.width);
        if self.paint.on { self.slots(&wrapped) } else { wrapped }
    }

    /// Slots in their colour; a slot may be broken over two lines.
    fn slots(&self, text: &str) -> String {
        let mut out = String::new();
        for span in super::spans(text) {
            match span {
                super::Span::Words(words) => out.push_str(words),
                super::Span::Code(code) => out.push_str(&format!("`{code}`")),
                super::Span::Slot(slot) => out.push_str(&self.paint.ask(slot)),
            }
        }
        out
    }

    fn section(&self, section: &Section) -> String {
        let mut out = format!("\n{}\n", self.paint.bold(&section.title.to_uppercase()));
        if !section.lead.is_empty() {
            out.push_str(&self.para("", &section.lead));
        }
        out.push('\n');
        let blocks: Vec<String> = section.blocks.iter().map(|block| self.block(block)).collect();
        out + blocks.concat().trim_end_matches('\n') + "\n"
    }

    fn block(&self, block: &Block) -> String {
        let each = |list: &[Point], sign: &str| -> String {
            list.iter().map(|point| self.point(point, sign)).collect()
        };
        match block {
            Block::Heading(title) => format!("{}\n\n", self.paint.bold(title)),
            Block::Points(list) => each(list, "- ") + "\n",
            Block::Patterns(list) => each(list, "- "),
            Block::Checks(list) => each(list, "[ ] ") + "\n",
            Block::Words(list) => {
                list.iter().map(|words| self.words(words)).collect::<String>() + "\n"
            }
            Block::Level(card) => self.level(card),
            Block::Examples(list) => list.iter().map(|pair| self.pair(pair)).collect(),
            Block::Questions(list) => list.iter().map(|question| self.question(question)).collect(),
        }
    }

    fn point(&self, point: &Point, sign: &str) -> String {
        let indent = " ".repeat(sign.chars().count());
        let mut out = String::new();
        if point.term.is_empty() {
            out.push_str(&self.para(sign, &point.text));
        } else {
            out.push_str(&self.paint.bold(wrap(sign, &point.term, self.width).trim_end()));
            out.push('\n');
            out.push_str(&self.para(&indent, &point.text));
        }
        for (label, text) in &point.notes {
            out.push_str(&self.para(&format!("{indent}{label}: "), text));
        }
        if !point.rules.is_empty() {
            let rules = format!("{indent}rules: {}", point.rules.join(" "));
            out.push_str(&format!("{}\n", self.paint.dim(&rules)));
        }
        out
    }

    fn words(&self, words: &Words) -> String {
        let mut out = format!("- {}\n", self.paint.bold(&words.label));
        out.push_str(&self.para("  ", &words.words.join(" · ")));
        for (label, text) in [("", &words.note), ("ask yourself: ", &words.ask)] {
            if !text.is_empty() {
                out.push_str(&self.para(&format!("  {label}"), text));
            }
        }
        out
    }

    fn level(&self, card: &LevelCard) -> String {
        let mut out = self.para("", &format!("{}: {}", card.name.to_uppercase(), card.is));
        for (name, text) in &card.dimensions {
            out.push_str(&self.para(&format!("  {name:<16}"), text));
        }
        out + &self.para(&format!("  {:<16}", "careful with"), &card.not) + "\n"
    }

    fn pair(&self, pair: &Pair) -> String {
        let tags = format!("[{}]", pair.tags.join(", "));
        let mut out = String::new();
        if !pair.tags.is_empty() {
            out.push_str(&format!("{}\n", self.paint.dim(&tags)));
        }
        // Coloured after wrapping: the codes of a colour take no columns.
        let before = self.para("  - ", &pair.before).replacen('-', &self.paint.removed("-"), 1);
        let after = self.para("  + ", &pair.after).replacen('+', &self.paint.good("+"), 1);
        out.push_str(&before);
        out.push_str(&after);
        if !pair.filled.is_empty() {
            out.push_str(&self.para("    might read: ", &pair.filled));
        }
        out + &self.para("    ", &pair.why) + "\n"
    }

    fn question(&self, question: &Question) -> String {
        let tags = match question.tags.is_empty() {
            true => String::new(),
            false => format!(" [{}]", question.tags.join(", ")),
        };
        let asked = wrap("", &format!("{}{tags}", question.question), self.width);
        let mut out = format!("{}\n", self.paint.bold(asked.trim_end()));
        out.push_str(&self.para("  ", &question.answer));
        for held in &question.holds {
            out.push_str(&self.para("  - ", held));
        }
        out + "\n"
    }
}
