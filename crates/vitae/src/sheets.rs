//! What the guide of a role says of one resume: a checklist that is ticked, the questions that its lines
//! invite, what it brings to a talk about terms. A resume that was read comes in.

use crate::read::base_name;
use crate::readable::unreadable;
use crate::{Options, Reading};
use vitae_facts::gather;
use vitae_guide::{Ad, Checklist, Guide, Interview, Material, Negotiation};
use vitae_lint::{Context, ContextParts, Group};
use vitae_pack::Pack;

/// A resume, and the guide that it is held against.
#[derive(Copy, Clone)]
pub struct Held<'a> {
    /// The resume.
    pub reading: &'a Reading,
    /// Its name, with or without a folder; none for a pipe.
    pub file_name: Option<&'a str>,
    /// As for a check.
    pub options: &'a Options,
    /// The guide of the role.
    pub role: &'a Guide,
    /// The ad that it is for.
    pub ad: Option<&'a Ad>,
}

impl Held<'_> {
    /// The checklist of the role, ticked by what was found.
    #[must_use]
    pub fn checklist(&self) -> Checklist {
        self.with(|material, unreadable| Checklist::new(material, self.file_name, unreadable))
    }

    /// The questions that the resume invites, at most `most` of them.
    #[must_use]
    pub fn interview(&self, most: usize) -> Interview {
        self.with(|material, unreadable| Interview::new(material, self.file_name, unreadable, most))
    }

    /// The lines that carry value when terms are discussed.
    #[must_use]
    pub fn negotiation(&self) -> Negotiation {
        self.with(|material, unreadable| Negotiation::new(material, self.file_name, unreadable))
    }

    fn with<T>(&self, make: impl FnOnce(&Material<'_>, Option<&str>) -> T) -> T {
        let Reading { document, parsed, directives } = self.reading;
        let options = self.options;
        let pack = Pack::builtin();
        let facts = gather(document, parsed, pack, options.today.first_month());
        let context = Context::new(ContextParts {
            document,
            parsed,
            facts: &facts,
            pack,
            today: options.today,
            // Where nobody says a level, the lines do: it decides how deep a question goes.
            level: options.level.or(facts.claimed).or(facts.seniority.evidence),
            market: options.market,
            optional: false,
            file_name: self.file_name.map(base_name),
            directives,
            waivers: &options.waivers,
        });
        let mut outcomes = vitae_lint::run(&context);
        let unreadable = unreadable(document);
        if unreadable.is_some() {
            // As in a check: only the file itself can be spoken of.
            outcomes.retain(|outcome| outcome.rule.group == Group::File);
        }
        let material =
            Material { context: &context, outcomes: &outcomes, guide: self.role, ad: self.ad };
        make(&material, unreadable.as_deref())
    }
}

/// The technologies that the text of a job ad names.
#[must_use]
pub fn read_ad(text: &str) -> Ad {
    Ad::read(text, Pack::builtin())
}
