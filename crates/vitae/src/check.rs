//! A resume to its report.

use crate::read::base_name;
use crate::readable::unreadable;
use crate::{CheckError, Input, Reading, parse_resume};
use vitae_facts::{Level, gather};
use vitae_lint::evidence::axes;
use vitae_lint::glance::glance;
use vitae_lint::{Context, ContextParts, Group, Waiver};
use vitae_pack::{Market, Pack};
use vitae_report::{LevelSource, Parts, Report, assemble};
use vitae_resume::PartialDate;
use vitae_score::{Profile, score};

/// What a check depends on beside the file.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day that counts as today.
    pub today: PartialDate,
    /// The level to judge for; none to take what the current title claims, else mid.
    pub level: Option<Level>,
    /// The country that the resume is for (see [`crate::markets`]); none for no country's customs.
    pub market: Option<&'static Market>,
    /// Whether rules speak that are off by default. They weigh nothing.
    pub optional: bool,
    /// How rules weigh.
    pub profile: &'static Profile,
    /// Bullets of which no figures are asked, by their words.
    pub waivers: Vec<Waiver>,
}

impl Options {
    /// The default profile, at the level that the title claims.
    #[must_use]
    pub fn new(today: PartialDate) -> Self {
        Self {
            today,
            level: None,
            market: None,
            optional: false,
            profile: Profile::backend(),
            waivers: Vec::new(),
        }
    }
}

/// Checks a resume.
///
/// # Errors
/// [`CheckError`] when the file cannot be read at all. A file that is read without enough text to
/// judge gives a report whose total is null.
pub fn check(input: &Input<'_>, options: &Options) -> Result<Report, CheckError> {
    Ok(judge(parse_resume(input)?, input.file_name, options))
}

/// Checks what was read, whoever read it.
#[must_use]
pub fn judge(reading: Reading, file_name: Option<&str>, options: &Options) -> Report {
    let Reading { document, parsed, directives } = reading;
    let pack = Pack::builtin();
    let facts = gather(&document, &parsed, pack, options.today.first_month());
    let context = Context::new(ContextParts {
        document: &document,
        parsed: &parsed,
        facts: &facts,
        pack,
        today: options.today,
        level: options.level,
        market: options.market,
        optional: options.optional,
        file_name: file_name.map(base_name),
        directives: &directives,
        waivers: &options.waivers,
    });
    let mut outcomes = vitae_lint::run(&context);
    let axes = axes(&context);
    let glance = glance(&context);
    let unreadable = unreadable(&document);
    if unreadable.is_some() {
        // What could not be read is not missing: only the file itself can be spoken of.
        outcomes.retain(|outcome| outcome.rule.group == Group::File);
    }
    let score = score(&outcomes, options.profile, context.level, unreadable);
    let waived = context.waived.clone();
    let level_source = match (options.level, facts.claimed) {
        (Some(_), _) => LevelSource::Option,
        (None, Some(_)) => LevelSource::Title,
        (None, None) => LevelSource::Default,
    };
    assemble(Parts {
        document,
        parsed,
        outcomes: &outcomes,
        score,
        level_source,
        axes: &axes,
        facts: &facts,
        glance: &glance,
        today: options.today,
        file_name,
        pack: pack.version(),
        directives: &directives,
        waived: &waived,
    })
}
