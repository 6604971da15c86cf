//! `vitae rule`: the manual of a rule, or the list of all.

use crate::args::{RuleArgs, RuleFormat};
use crate::failure::{Failure, Status};
use crate::{output, suggest, terminal};
use vitae::Profile;
use vitae::report::{CatalogueFormat, catalogue, known_checks, manual};
use vitae::rules::{ALL, find};

/// Prints one rule, or all.
pub(crate) fn rule(args: &RuleArgs) -> Result<Status, Failure> {
    let view = terminal::view(args.color, false);
    let format = match args.format {
        RuleFormat::Text => CatalogueFormat::Text,
        RuleFormat::Json => CatalogueFormat::Json,
        RuleFormat::Markdown => CatalogueFormat::Markdown,
    };
    let profile = Profile::backend();
    let text = match &args.rule {
        None if args.catalogue => known_checks(format, &view).map_err(Failure::new)?,
        None => catalogue(profile, format, &view),
        Some(name) => {
            let rule = find(name).ok_or_else(|| unknown(name))?;
            manual(rule, profile, format, &view)
        }
    };
    output::print(text.as_bytes())
}

fn unknown(name: &str) -> Failure {
    let known = ALL.iter().flat_map(|rule| [rule.code, rule.name]);
    let help = suggest::did_you_mean(name, known, "`vitae rule` lists all rules");
    Failure::new(format!("no rule is called `{name}`")).help(help)
}
