//! Bullets one by one: those of a resume, or a single line that stands for itself, to what is known
//! of each.

use crate::{Options, Reading};
use vitae_document::{DocumentBuilder, Format, NewLine, leading_bullet};
use vitae_facts::{Anatomy, Bullet, anatomy, claimed_level, gather};
use vitae_lint::{Context, ContextParts, run_on_bullet};
use vitae_pack::Pack;
use vitae_report::{BulletFinding, BulletQuestion, BulletReport};
use vitae_resume::{Confidence, FieldSource, Parsed, Work};
use vitae_text::TextRange;

/// Where the one bullet of a line stands in its resume.
const PLACE: &str = "/work/0/highlights/0";

/// The bullets of a resume in printed order, those of roles before those of projects and
/// volunteering. Sentences of a paragraph under a role count as bullets.
#[must_use]
pub fn bullets(reading: &Reading, options: &Options) -> Vec<BulletReport> {
    let Reading { document, parsed, directives } = reading;
    let pack = Pack::builtin();
    let facts = gather(document, parsed, pack, options.today.first_month());
    let context = Context::new(ContextParts {
        document,
        parsed,
        facts: &facts,
        pack,
        today: options.today,
        level: options.level,
        market: None,
        optional: false,
        file_name: None,
        directives,
        waivers: &options.waivers,
    });
    let report = |bullet: &Bullet| {
        let text = bullet.text.as_str();
        let place = |range: TextRange| bullet.text.of_source(range);
        let findings = findings(&context, bullet, text, &place);
        BulletReport::new(text, text, &bullet.anatomy, findings, pack)
    };
    facts.bullets.iter().map(report).collect()
}

/// One bullet that stands for itself, with or without its glyph. It is judged at its level, else at
/// the one of `options`, else at what its role claims, else at mid.
#[must_use]
pub fn bullet(question: &BulletQuestion, options: &Options) -> BulletReport {
    let pack = Pack::builtin();
    let text = question.text.as_str();
    let read = behind_glyph(text);
    let (reading, place) = one_line(question, read);
    let facts = gather(&reading.document, &reading.parsed, pack, options.today.first_month());
    let Some(bullet) = facts.bullets.first() else {
        let nothing: Anatomy = anatomy(read, pack);
        return BulletReport::new(text, read, &nothing, Vec::new(), pack);
    };
    let role = question.role.as_deref();
    let context = Context::new(ContextParts {
        document: &reading.document,
        parsed: &reading.parsed,
        facts: &facts,
        pack,
        today: options.today,
        level: question.level.or(options.level).or(role.and_then(|role| claimed_level(role, pack))),
        market: None,
        optional: false,
        file_name: None,
        directives: &[],
        waivers: &[],
    });
    let whole = |range: TextRange| Some(range).filter(|range| place.contains(*range));
    let findings = findings(&context, bullet, text, &whole);
    BulletReport::new(text, read, &bullet.anatomy, findings, pack)
}

/// `text` without the white space and the glyph before its first word.
fn behind_glyph(text: &str) -> &str {
    let line = text.trim_start();
    line.get(leading_bullet(line).unwrap_or(0)..).unwrap_or(line).trim()
}

/// A resume of one role with one bullet, and where `read` stands in it: a rule sees what it sees
/// in a whole resume.
fn one_line(question: &BulletQuestion, read: &str) -> (Reading, TextRange) {
    let text = &question.text;
    let start = text.rfind(read).unwrap_or(0);
    let place = TextRange::at(start, start + read.len());
    let mut builder = DocumentBuilder::verbatim(Format::Text, text.clone(), text.len());
    builder.line_of_source(TextRange::at(0, text.len()), NewLine::default());
    let mut parsed = Parsed::default();
    parsed.resume.work.push(Work {
        position: question.role.clone().unwrap_or_default(),
        highlights: vec![read.to_owned()],
        ..Work::default()
    });
    let source = FieldSource {
        ranges: std::iter::once(place).collect(),
        confidence: Confidence::CERTAIN,
        printed: None,
        doubt: None,
    };
    parsed.sources.insert(PLACE, source);
    (Reading { document: builder.finish(), parsed, directives: Vec::new() }, place)
}

/// What the rules say of a bullet, with places in `text`; what cannot be placed is of all of it.
fn findings(
    context: &Context<'_>,
    bullet: &Bullet,
    text: &str,
    place: &dyn Fn(TextRange) -> Option<TextRange>,
) -> Vec<BulletFinding> {
    let found = run_on_bullet(context, bullet).into_iter().map(|found| {
        let range = place(found.range).unwrap_or(TextRange::at(0, text.len()));
        BulletFinding {
            code: found.rule.code.to_owned(),
            name: found.rule.name.to_owned(),
            severity: found.rule.severity,
            message: found.message,
            help: found.help,
            start: range.start,
            end: range.end,
        }
    });
    found.collect()
}
