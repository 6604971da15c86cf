//! `vitae role`: a guide to the resume of a role, or the list of all guides.

use crate::args::{GuideFormat, RoleArgs};
use crate::failure::{Failure, Status};
use crate::output::Output;
use crate::{packs, suggest, terminal};
use vitae::guide::{self, Guide, Guides, Kind, Page, Wanted};

/// Prints a guide, or all names.
pub(crate) fn role(args: &RoleArgs) -> Result<Status, Failure> {
    let own;
    let guides = match args.pack.as_slice() {
        [] => Guides::builtin(),
        folders => {
            own = packs::guides(folders)?;
            &own
        }
    };
    let find = |kind, name: &Option<String>| {
        name.as_deref().map(|name| named(guides, kind, name)).transpose()
    };
    let industries = args.industry.iter().map(|name| named(guides, Kind::Industry, name));
    let wanted = Wanted {
        role: find(Kind::Role, &args.name)?,
        level: args.level,
        industries: industries.collect::<Result<_, _>>()?,
        market: find(Kind::Market, &args.market)?,
        transition: find(Kind::Transition, &args.transition)?,
    };
    let view = terminal::view(args.color, args.output.is_some());
    let text = match (wanted.is_empty(), args.format) {
        (true, _) if args.level.is_some() => {
            let failure = Failure::new("--level narrows a guide, and none is named");
            return Err(failure.help("name a role: `vitae role backend-engineer --level senior`"));
        }
        (true, GuideFormat::Text) => guide::text_index(guides, &view),
        (true, GuideFormat::Markdown) => guide::markdown_index(guides),
        (true, GuideFormat::Html) => {
            let failure = Failure::new("the list of guides is no page");
            return Err(failure.help("name a role: `vitae role backend-engineer -f html`"));
        }
        (true, GuideFormat::Json) => guide::json_index(guides),
        (false, GuideFormat::Text) => guide::text(&Page::new(&wanted, guides), &view),
        (false, GuideFormat::Markdown) => guide::markdown(&Page::new(&wanted, guides)),
        (false, GuideFormat::Html) => guide::html(&Page::new(&wanted, guides)),
        (false, GuideFormat::Json) => guide::json(&wanted, guides),
    };
    let mut output = Output::open(args.output.as_deref(), &[])?;
    output.write(text.as_bytes())?;
    output.finish()?;
    Ok(Status::Clean)
}

/// The guide of this kind and name.
pub(crate) fn named<'a>(guides: &'a Guides, kind: Kind, name: &str) -> Result<&'a Guide, Failure> {
    guides.find(kind, name).ok_or_else(|| {
        let names = guides.of(kind).flat_map(|guide| {
            let about = &guide.about;
            let aliases = about.aliases.iter().map(String::as_str);
            [guide.name.as_str(), about.title.as_str()].into_iter().chain(aliases)
        });
        let help = suggest::did_you_mean(name, names, "`vitae role` lists all guides");
        Failure::new(format!("no guide to a {} is called `{name}`", kind.name())).help(help)
    })
}
