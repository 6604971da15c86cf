//! The arguments of `vitae role`.

use super::{Color, level_parser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use vitae::Level;

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae role                                     all guides: roles, industries, markets, transitions
  vitae role backend-engineer                    the guide, for a terminal
  vitae role backend --level senior -f html -o guide.html
  vitae role backend --industry fintech --industry remote --market de
  vitae role --market jp                         what is customary in one country
  vitae role --transition new-graduate           what somebody needs who changes
  vitae role baker --pack my-packs               a role of your own; see docs/packs.md

Exit status: 0 when it was printed, 2 when there is no such guide or a pack has a mistake.")]
pub(crate) struct RoleArgs {
    /// The role, by name, title or alias
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Only what is for this level
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// Add what counts in an industry, a kind of company or a way of working; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) industry: Vec<String>,
    /// Add what is customary in a country
    #[arg(long, value_name = "CODE")]
    pub(crate) market: Option<String>,
    /// Add what somebody needs who comes from elsewhere
    #[arg(long, value_name = "NAME")]
    pub(crate) transition: Option<String>,
    /// A folder laid out like `packs/`, whose guides are added; a file takes the place of the built-in
    /// one of the same name
    #[arg(long, value_name = "FOLDER")]
    pub(crate) pack: Vec<PathBuf>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = GuideFormat::Text)]
    pub(crate) format: GuideFormat,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GuideFormat {
    /// For a terminal
    Text,
    /// For documentation
    Markdown,
    /// One page for a browser that loads nothing
    Html,
    /// For programs
    Json,
}
