//! One small resume as Markdown, HTML and PDF. What a guard changes goes in, the file in each format
//! comes out.

use crate::objects;

/// What a guard may change.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) city: &'static str,
    pub(crate) school: &'static str,
    pub(crate) bullets: Vec<String>,
    pub(crate) skills: Vec<String>,
    /// Paragraphs under a heading of their own, at the end.
    pub(crate) more: Vec<String>,
    /// Words that a person does not see.
    pub(crate) hidden: Option<String>,
}

/// A format that guards hold for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Markdown,
    Html,
    Pdf,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Pdf];

    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Self::Markdown => "resume.md",
            Self::Html => "resume.html",
            Self::Pdf => "resume.pdf",
        }
    }
}

/// How a line looks.
enum Look {
    Name,
    Section,
    Role,
    Bullet,
    Text,
    Hidden,
}

impl Page {
    pub(crate) fn plain() -> Self {
        let bullets = [
            "Cut label printing from 900 ms to 140 ms by caching templates in Redis",
            "Moved 6 TB of address data from MySQL to PostgreSQL without downtime",
            "Designed the label API in Java for nine carriers, which ended daily uploads",
            "Added retries with idempotency keys; double labels fell from 40 a day to none",
        ];
        let skills =
            ["Languages: Java, SQL", "Stores: PostgreSQL, Redis", "Operations: Docker, Kubernetes"];
        Self {
            name: "Robin Aldane",
            city: "Denver, CO",
            school: "Plains State University",
            bullets: bullets.map(str::to_owned).to_vec(),
            skills: skills.map(str::to_owned).to_vec(),
            more: Vec::new(),
            hidden: None,
        }
    }

    fn lines(&self) -> Vec<(Look, String)> {
        let mut lines = vec![
            (Look::Name, self.name.to_owned()),
            (Look::Text, format!("robin.aldane@example.com | +1 202 555 0143 | {}", self.city)),
            (Look::Section, "Experience".to_owned()),
            (Look::Role, "Backend Engineer, Harbor Parcel Systems (Mar 2021 - Present)".to_owned()),
        ];
        lines.extend(self.bullets.iter().map(|text| (Look::Bullet, text.clone())));
        lines.push((Look::Section, "Skills".to_owned()));
        lines.extend(self.skills.iter().map(|text| (Look::Text, text.clone())));
        lines.push((Look::Section, "Education".to_owned()));
        lines.push((Look::Role, format!("BSc Computer Science, {} (2016 - 2020)", self.school)));
        for text in &self.more {
            lines.push((Look::Section, "Additional".to_owned()));
            lines.push((Look::Text, text.clone()));
        }
        lines.extend(self.hidden.iter().map(|text| (Look::Hidden, text.clone())));
        lines
    }

    /// The resume as a file.
    pub(crate) fn file(&self, kind: Kind) -> Vec<u8> {
        match kind {
            Kind::Markdown => self.markdown().into_bytes(),
            Kind::Html => self.html().into_bytes(),
            Kind::Pdf => self.pdf(),
        }
    }

    fn markdown(&self) -> String {
        let line = |(look, text): (Look, String)| match look {
            Look::Name => format!("# {text}\n\n"),
            Look::Section => format!("\n## {text}\n\n"),
            Look::Role => format!("### {text}\n\n"),
            Look::Bullet => format!("- {text}\n"),
            Look::Text => format!("{text}\n\n"),
            Look::Hidden => format!("\n<!-- {text} -->\n"),
        };
        self.lines().into_iter().map(line).collect()
    }

    fn html(&self) -> String {
        let line = |(look, text): (Look, String)| match look {
            Look::Name => format!("<h1>{text}</h1>"),
            Look::Section => format!("<h2>{text}</h2>"),
            Look::Role => format!("<h3>{text}</h3>"),
            Look::Bullet => format!("<ul><li>{text}</li></ul>"),
            Look::Text => format!("<p>{text}</p>"),
            Look::Hidden => format!("<p style=\"color:#fff;background:#fff\">{text}</p>"),
        };
        let body: String = self.lines().into_iter().map(line).collect();
        format!("<!DOCTYPE html><html lang=\"en\"><body>{body}</body></html>")
    }

    /// Pages of lines set as a word processor sets them: larger headings, bullets indented, lines
    /// broken at 95 characters.
    fn pdf(&self) -> Vec<u8> {
        let mut pages = vec![String::new()];
        let mut y = 760.0_f32;
        for (look, text) in self.lines() {
            let (font, size, indent, gap) = match look {
                Look::Name => ("B", 18, 50, 24.0),
                Look::Section => ("B", 13, 50, 22.0),
                Look::Role => ("B", 10, 50, 16.0),
                Look::Bullet => ("F", 10, 72, 13.0),
                Look::Text | Look::Hidden => ("F", 10, 50, 14.0),
            };
            for (index, part) in broken(&text).into_iter().enumerate() {
                y -= if index == 0 { gap } else { 12.0 };
                if y < 60.0 {
                    pages.push(String::new());
                    y = 740.0;
                }
                let ink = if matches!(look, Look::Hidden) { "1 1 1 rg" } else { "0 g" };
                let Some(page) = pages.last_mut() else { continue };
                if matches!(look, Look::Bullet) && index == 0 {
                    page.push_str(&format!("BT /F 10 Tf {ink} 58 {y} Td (\\225) Tj ET\n"));
                }
                let part = part.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
                page.push_str(&format!(
                    "BT /{font} {size} Tf {ink} {indent} {y} Td ({part}) Tj ET\n"
                ));
            }
        }
        let contents: Vec<&str> = pages.iter().map(String::as_str).collect();
        objects::pages(&contents, "", "", &[])
    }
}

/// `text` in lines of at most 95 characters.
fn broken(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { continue };
        if line.is_empty() {
            line.push_str(word);
        } else if line.len() + word.len() < 95 {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
