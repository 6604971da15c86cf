//! `vitae.toml`: settings that stay with a folder. Unknown keys and wrong values are errors that
//! name file, line and column.

use crate::args::{self, FailOn};
use crate::failure::Failure;
use crate::selection;
use crate::suggest::did_you_mean;
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};
use vitae::{Level, Market, PartialDate, Profile, Waiver};

/// Name of the file.
const NAME: &str = "vitae.toml";
/// The keys, as in the options of the same names.
const KEYS: [&str; 9] =
    ["level", "market", "today", "profile", "fail-on", "min-score", "select", "ignore", "waiver"];
/// Far above any use.
const MAX_BYTES: u64 = 1 << 20;

/// What a file sets; none for what it does not say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    pub(crate) level: Option<Level>,
    pub(crate) market: Option<&'static Market>,
    pub(crate) today: Option<PartialDate>,
    pub(crate) profile: Option<&'static Profile>,
    pub(crate) fail_on: Option<FailOn>,
    pub(crate) min_score: Option<u32>,
    pub(crate) select: Option<Vec<String>>,
    pub(crate) ignore: Option<Vec<Ignored>>,
    pub(crate) waivers: Vec<Waiver>,
}

/// A rule, or several, that the settings hide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ignored {
    /// Code, beginning of codes, name or group.
    pub(crate) rule: String,
    /// Why; with a reason the findings are listed as suppressed.
    pub(crate) reason: Option<String>,
}

/// Reads `path`, or the `vitae.toml` nearest above the first input; nothing when there is none.
pub(crate) fn load(path: Option<&Path>, inputs: &[PathBuf]) -> Result<Config, Failure> {
    let Some(path) = path.map(Path::to_owned).or_else(|| nearest(inputs)) else {
        return Ok(Config::default());
    };
    let name = path.display().to_string();
    let cannot = |error: std::io::Error| Failure::io(&name, "cannot read the settings", &error);
    let metadata = std::fs::metadata(&path).map_err(cannot)?;
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return Err(Failure::at(name, "these settings are no regular file of at most 1 MB"));
    }
    let text = std::fs::read_to_string(&path).map_err(cannot)?;
    parse(&text, &name)
}

/// The file in the folder of the first input, or in the nearest folder above it.
fn nearest(inputs: &[PathBuf]) -> Option<PathBuf> {
    let first = inputs.first().filter(|path| path.as_os_str() != "-");
    let start = first.map_or_else(|| Path::new("."), PathBuf::as_path);
    let start = std::path::absolute(start).ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

/// A source with what is needed to point into it.
struct Source<'a> {
    text: &'a str,
    name: &'a str,
}

impl Source<'_> {
    fn failure(&self, offset: usize, message: impl Into<String>) -> Failure {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Failure::at(format!("{}:{line}:{column}", self.name), message)
    }
}

fn parse(text: &str, name: &str) -> Result<Config, Failure> {
    let source = Source { text, name };
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        source.failure(at, error.message().lines().collect::<Vec<_>>().join(", "))
    })?;
    let mut config = Config::default();
    for (key, value) in table.get_ref() {
        let at = key.span().start;
        let key: &str = key.get_ref();
        set(&mut config, key, value.get_ref()).map_err(|problem| match problem {
            Problem::Key => source
                .failure(at, format!("`{key}` is no setting"))
                .help(did_you_mean(key, KEYS, &format!("settings are {}", KEYS.join(", ")))),
            Problem::Value(message, help) => {
                let failure = source.failure(value.span().start, format!("`{key}`: {message}"));
                Failure { help, ..failure }
            }
        })?;
    }
    Ok(config)
}

enum Problem {
    Key,
    Value(String, Option<String>),
}

impl Problem {
    fn value(message: impl Into<String>) -> Self {
        Self::Value(message.into(), None)
    }
}

fn set(config: &mut Config, key: &str, value: &DeValue<'_>) -> Result<(), Problem> {
    match key {
        "level" => config.level = Some(choice(value, Level::ALL.map(|l| (l.name(), l)))?),
        "market" => {
            let all = vitae::markets().iter().map(|market| (market.code, market));
            config.market = Some(choice(value, all)?);
        }
        "fail-on" => {
            let name = |fail: FailOn| ["never", "info", "warning", "error"][fail as usize];
            let all = FailOn::value_variants().iter().map(|fail| (name(*fail), *fail));
            config.fail_on = Some(choice(value, all)?);
        }
        "profile" => {
            let all = vitae::profiles().into_iter().map(|profile| (profile.name(), profile));
            config.profile = Some(choice(value, all)?);
        }
        "today" => {
            let text = match value {
                DeValue::Datetime(date) => date.to_string(),
                other => string(other)?.to_owned(),
            };
            config.today = Some(args::day(&text).map_err(Problem::value)?);
        }
        "min-score" => {
            let text = match value {
                DeValue::Integer(number) => number.as_str().to_owned(),
                DeValue::Float(number) => number.as_str().to_owned(),
                _ => return Err(Problem::value("a number from 0 to 100")),
            };
            config.min_score = Some(args::points(&text).map_err(Problem::value)?);
        }
        "select" => config.select = Some(rules(value)?),
        "ignore" => config.ignore = Some(ignored(value)?),
        "waiver" => config.waivers = waivers(value)?,
        _ => return Err(Problem::Key),
    }
    Ok(())
}

fn string<'a>(value: &'a DeValue<'_>) -> Result<&'a str, Problem> {
    match value {
        DeValue::String(text) => Ok(text),
        _ => Err(Problem::value("a text in quotes is wanted")),
    }
}

fn choice<'a, T>(
    value: &DeValue<'_>,
    all: impl IntoIterator<Item = (&'a str, T)>,
) -> Result<T, Problem> {
    let text = string(value)?;
    let mut names = Vec::new();
    for (name, choice) in all {
        if name == text {
            return Ok(choice);
        }
        names.push(name);
    }
    let help = did_you_mean(text, names.iter().copied(), &format!("one of {}", names.join(", ")));
    Err(Problem::Value(format!("`{text}` is not known"), Some(help)))
}

fn rules(value: &DeValue<'_>) -> Result<Vec<String>, Problem> {
    let DeValue::Array(words) = value else {
        return Err(Problem::value("a list of rules is wanted, such as `[\"EXP002\"]`"));
    };
    words.iter().map(|word| rule(word.get_ref())).collect()
}

fn rule(value: &DeValue<'_>) -> Result<String, Problem> {
    let word = string(value)?;
    selection::known(word).map_err(|failure| Problem::Value(failure.message, failure.help))?;
    Ok(word.to_owned())
}

/// `ignore = ["PRV003", { rule = "EXP004", reason = "house style" }]`.
fn ignored(value: &DeValue<'_>) -> Result<Vec<Ignored>, Problem> {
    const SHAPE: &str = "a list of rules is wanted, such as `[\"EXP002\"]` or \
                         `[{ rule = \"EXP002\", reason = \"…\" }]`";
    let DeValue::Array(entries) = value else { return Err(Problem::value(SHAPE)) };
    let mut ignored = Vec::new();
    for entry in entries.iter() {
        let entry = match entry.get_ref() {
            DeValue::Table(table) => {
                let [name, reason] = fields(table, ["rule", "reason"])?;
                let name = name.ok_or_else(|| Problem::value(SHAPE))?;
                let reason = reason.map(string).transpose()?.map(str::to_owned);
                Ignored { rule: rule(name)?, reason }
            }
            word => Ignored { rule: rule(word)?, reason: None },
        };
        ignored.push(entry);
    }
    Ok(ignored)
}

/// Fewer characters than this would name half of the resume.
const SHORTEST_WAIVER: usize = 8;

/// `[[waiver]]` with `text` and `reason`.
fn waivers(value: &DeValue<'_>) -> Result<Vec<Waiver>, Problem> {
    const SHAPE: &str = "each `[[waiver]]` has a `text` of the bullet and a `reason`";
    let DeValue::Array(entries) = value else { return Err(Problem::value(SHAPE)) };
    let mut waivers = Vec::new();
    for entry in entries.iter() {
        let DeValue::Table(table) = entry.get_ref() else { return Err(Problem::value(SHAPE)) };
        let [Some(text), Some(reason)] = fields(table, ["text", "reason"])? else {
            return Err(Problem::value(SHAPE));
        };
        let (text, reason) = (string(text)?.to_owned(), string(reason)?.to_owned());
        if text.trim().chars().count() < SHORTEST_WAIVER {
            let few = format!("`{text}` is too short to name a bullet (at least 8 characters)");
            return Err(Problem::value(few));
        }
        waivers.push(Waiver { text, reason });
    }
    Ok(waivers)
}

/// The values of a table by name; a name that is not known is an error.
fn fields<'a, 'b, const N: usize>(
    table: &'a DeTable<'b>,
    names: [&str; N],
) -> Result<[Option<&'a DeValue<'b>>; N], Problem> {
    let mut values = [None; N];
    for (key, value) in table {
        let key: &str = key.get_ref();
        match names.iter().position(|name| *name == key) {
            Some(index) => values[index] = Some(value.get_ref()),
            None => {
                let help = did_you_mean(key, names, &format!("known are {}", names.join(", ")));
                return Err(Problem::Value(format!("`{key}` is not known"), Some(help)));
            }
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        let config = parse(
            "level = \"senior\"\nfail-on = \"warning\"\nmin-score = 72.5\ntoday = 2026-11-22\n\
             ignore = [\"EXP\", { rule = \"LNG007\", reason = \"house style\" }]\nprofile = \
             \"backend-1\"\n[[waiver]]\ntext = \"label service\"\nreason = \"under contract\"\n",
            "vitae.toml",
        )
        .unwrap();
        assert_eq!(config.level, Some(Level::Senior));
        assert_eq!(config.min_score, Some(72_500));
        assert_eq!(config.today.unwrap().to_string(), "2026-11-22");
        let ignored = config.ignore.unwrap();
        assert_eq!((ignored[0].rule.as_str(), &ignored[0].reason), ("EXP", &None));
        assert_eq!(ignored[1].reason.as_deref(), Some("house style"));
        assert_eq!(config.waivers[0].reason, "under contract");
    }

    #[test]
    fn mistakes_name_their_place_and_what_was_meant() {
        for (text, place, message, help) in [
            ("# cv\nfail_on = 1\n", "c:2:1", "`fail_on` is no setting", "did you mean `fail-on`?"),
            (
                "level = \"snior\"",
                "c:1:9",
                "`level`: `snior` is not known",
                "did you mean `senior`?",
            ),
            ("min-score = 101", "c:1:13", "`min-score`: a number from 0 to 100", ""),
            ("level = ", "c:1:", "", ""),
            ("[[waiver]]\ntext = \"label service\"", "c:1:", "has a `text` of the bullet", ""),
            (
                "ignore = [{ rul = \"EXP\" }]",
                "c:1:10",
                "`rul` is not known",
                "did you mean `rule`?",
            ),
        ] {
            let failure = parse(text, "c").unwrap_err();
            assert!(failure.place.as_deref().unwrap().starts_with(place), "{failure:?}");
            assert!(failure.message.contains(message), "{failure:?}");
            assert_eq!(failure.help.as_deref().unwrap_or(""), help, "{failure:?}");
        }
    }
}
