//! Gathers all facts of a resume: bullets with their anatomy, skills with their proof, the timeline.

use crate::bullet::{Anatomy, Bullet, Owner, anatomy, fingerprint, is_substantial};
use crate::level::{Judged, Level, claimed_level, seniority};
use crate::skill::{Proof, Skills, find_skills};
use crate::source::{joined, sentences};
use crate::timeline::{Position, positions, timeline};
use crate::words::Reading;
use crate::{Facts, Paragraph, SkillUse};
use vitae_document::Document;
use vitae_pack::{Pack, SkillId};
use vitae_resume::{Parsed, YearMonth};
use vitae_text::{MappedText, TextRange, tokenize};

/// Everything that rules want to know of a resume. `today` closes current roles.
#[must_use]
pub fn gather(document: &Document, parsed: &Parsed, pack: &Pack, today: YearMonth) -> Facts {
    let positions = positions(parsed);
    let mut gathering =
        Gathering { document, parsed, pack, bullets: Vec::new(), skills: Skills::default() };
    gathering.all_bullets(&positions);
    let summary = gathering.summary();
    gathering.listed_skills();
    let Gathering { bullets, skills, .. } = gathering;
    let mut distinct: Vec<u64> = bullets
        .iter()
        .filter(|bullet| bullet.substantial)
        .map(|bullet| bullet.fingerprint)
        .collect();
    vitae_text::sort(&mut distinct);
    distinct.dedup();
    let claimed = claimed(parsed, &positions, pack);
    let judged = Judged { document, parsed, positions: &positions, bullets: &bullets, claimed };
    let (seniority, claimed) = seniority(&judged, pack, today);
    Facts {
        timeline: timeline(&positions, today),
        claimed,
        seniority,
        positions,
        bullets,
        summary,
        skills,
        substantial: u32::try_from(distinct.len()).unwrap_or(u32::MAX),
    }
}

/// The level that the first current role claims, else the role that ended last, else the headline.
fn claimed(parsed: &Parsed, positions: &[Position], pack: &Pack) -> Option<Level> {
    let newest = positions
        .iter()
        .find(|position| position.current)
        .or_else(|| positions.iter().rev().max_by_key(|position| position.end))
        .or(positions.first());
    let title = newest.and_then(|newest| parsed.resume.work.get(newest.work));
    title
        .and_then(|work| claimed_level(&work.position, pack))
        .or_else(|| claimed_level(&parsed.resume.basics.label, pack))
}

struct Gathering<'a> {
    document: &'a Document,
    parsed: &'a Parsed,
    pack: &'a Pack,
    bullets: Vec<Bullet>,
    skills: Skills,
}

impl Gathering<'_> {
    /// Bullets of roles, projects and volunteering, in this order.
    fn all_bullets(&mut self, positions: &[Position]) {
        let resume = &self.parsed.resume;
        for (at, work) in resume.work.iter().enumerate() {
            let dated = positions.get(at).is_some_and(|position| position.start.is_some());
            self.texts(
                Owner::Work(at),
                &format!("/work/{at}"),
                &work.summary,
                &work.highlights,
                dated,
            );
        }
        for (at, project) in resume.projects.iter().enumerate() {
            let base = format!("/projects/{at}");
            self.texts(Owner::Project(at), &base, &project.description, &project.highlights, true);
            for (index, keyword) in project.keywords.iter().enumerate() {
                self.keyword(&format!("{base}/keywords/{index}"), keyword, Proof::Used);
            }
        }
        for (at, work) in resume.volunteer.iter().enumerate() {
            let base = format!("/volunteer/{at}");
            let dated = !work.start_date.is_empty();
            self.texts(Owner::Volunteer(at), &base, &work.summary, &work.highlights, dated);
        }
    }

    /// The paragraph and the bullets of one entry.
    fn texts(&mut self, owner: Owner, base: &str, prose: &str, highlights: &[String], dated: bool) {
        if !prose.is_empty() {
            let field = if matches!(owner, Owner::Project(_)) { "description" } else { "summary" };
            let pointer = format!("{base}/{field}");
            let text = self.mapped(&pointer, prose);
            for sentence in sentences(&self.document.text, &text) {
                self.bullet(owner, pointer.clone(), sentence, true, dated);
            }
        }
        for (index, highlight) in highlights.iter().enumerate() {
            let pointer = format!("{base}/highlights/{index}");
            let text = self.mapped(&pointer, highlight);
            self.bullet(owner, pointer, text, false, dated);
        }
    }

    fn bullet(
        &mut self,
        owner: Owner,
        pointer: String,
        text: MappedText,
        prose: bool,
        dated: bool,
    ) {
        let anatomy = anatomy(text.as_str(), self.pack);
        let range = text.cover().unwrap_or_default();
        let shown = dated && anatomy.outcome.is_some();
        let proof = match shown {
            _ if self.is_dump(&text, &anatomy) => Proof::None,
            true => Proof::Shown,
            false => Proof::Used,
        };
        self.uses(&text, &anatomy, proof);
        let fingerprint = fingerprint(&anatomy);
        let substantial = is_substantial(&anatomy, self.pack);
        self.bullets.push(Bullet {
            owner,
            pointer,
            text,
            range,
            prose,
            anatomy,
            fingerprint,
            substantial,
        });
    }

    /// Names so many technologies that it is a list, or a pasted ad, and not an act. `Stack: …` under
    /// a role says that it is one.
    fn is_dump(&self, text: &MappedText, anatomy: &Anatomy) -> bool {
        const MANY: usize = 8;
        let technology = |used: &&SkillUse| self.pack.skill(used.skill).technology;
        let label =
            text.as_str().split_once(':').is_some_and(|(label, _)| label.split(' ').count() <= 3);
        !label && anatomy.skills.iter().filter(technology).count() >= MANY
    }

    fn uses(&mut self, text: &MappedText, anatomy: &Anatomy, proof: Proof) {
        for found in &anatomy.skills {
            self.skills.record(found.skill, proof, text.to_source(found.range));
        }
    }

    fn summary(&mut self) -> Option<Paragraph> {
        let summary = &self.parsed.resume.basics.summary;
        if summary.is_empty() {
            return None;
        }
        let text = self.mapped("/basics/summary", summary);
        let anatomy = anatomy(text.as_str(), self.pack);
        self.uses(&text, &anatomy, Proof::Listed);
        Some(Paragraph { range: text.cover().unwrap_or_default(), text, anatomy })
    }

    /// Items of the skills section; a group without items is an item itself.
    fn listed_skills(&mut self) {
        for (at, group) in self.parsed.resume.skills.iter().enumerate() {
            if group.keywords.is_empty() {
                self.listed(&format!("/skills/{at}/name"), &group.name);
            }
            for (index, keyword) in group.keywords.iter().enumerate() {
                self.listed(&format!("/skills/{at}/keywords/{index}"), keyword);
            }
        }
    }

    fn listed(&mut self, pointer: &str, item: &str) {
        let (range, skill) = self.keyword(pointer, item, Proof::Listed);
        self.skills.listed.push((range, skill));
    }

    /// An item of a list: the skill that it is, else those that it names.
    fn keyword(&mut self, pointer: &str, item: &str, proof: Proof) -> (TextRange, Option<SkillId>) {
        let range = self.parsed.sources.range(pointer).unwrap_or_default();
        if let Some(skill) = self.pack.skill_named(item) {
            self.skills.record(skill, proof, range);
            return (range, Some(skill));
        }
        let text = self.mapped(pointer, item);
        let tokens = tokenize(text.as_str());
        let found = find_skills(&Reading::new(text.as_str(), &tokens, self.pack), self.pack, true);
        for named in &found {
            self.skills.record(named.skill, proof, text.to_source(named.range));
        }
        (range, found.first().map(|named| named.skill))
    }

    /// The text of a field, mapped to the document.
    fn mapped(&self, pointer: &str, value: &str) -> MappedText {
        let ranges = self.parsed.sources.get(pointer).map_or(&[][..], |source| &source.ranges);
        joined(&self.document.text, ranges, value)
    }
}
