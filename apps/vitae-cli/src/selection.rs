//! Which rules are shown: codes, beginnings of codes, names and groups. The score always counts all.

use crate::failure::Failure;
use crate::suggest::did_you_mean;
use vitae::report::Finding;
use vitae::rules::{ALL, Group};

/// Rules that are shown and rules that are hidden.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    select: Option<Vec<String>>,
    ignore: Vec<(String, Option<String>)>,
}

impl Selection {
    /// Checks that every word names a rule. `place` says where the words stand.
    pub(crate) fn new(
        select: Option<&[String]>,
        ignore: Vec<(String, Option<String>)>,
    ) -> Result<Self, Failure> {
        let ignored = ignore.iter().map(|(word, _)| word);
        for word in select.unwrap_or_default().iter().chain(ignored) {
            known(word)?;
        }
        Ok(Self { select: select.map(<[_]>::to_vec), ignore })
    }

    /// Whether a finding is shown.
    pub(crate) fn shows(&self, finding: &Finding) -> bool {
        let named = |word: &String| names(word, &finding.code, &finding.name, finding.group);
        self.select.as_deref().is_none_or(|words| words.iter().any(named))
            && !self.ignore.iter().any(|(word, _)| named(word))
    }

    /// The reason that the settings give for hiding a finding.
    pub(crate) fn reason(&self, finding: &Finding) -> Option<&str> {
        let named = |word: &str| names(word, &finding.code, &finding.name, finding.group);
        let mut reasons = self.ignore.iter().filter(|(word, _)| named(word));
        reasons.find_map(|(_, reason)| reason.as_deref())
    }
}

fn names(word: &str, code: &str, name: &str, group: Group) -> bool {
    let word = word.trim();
    let beginning = word.len() >= 3
        && code.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    beginning || name.eq_ignore_ascii_case(word) || group.name().eq_ignore_ascii_case(word)
}

/// Fails for a word that names no rule.
pub(crate) fn known(word: &str) -> Result<(), Failure> {
    let group = |group: &Group| {
        group.name().eq_ignore_ascii_case(word.trim())
            || group.prefix().eq_ignore_ascii_case(word.trim())
    };
    let any = ALL.iter().any(|rule| names(word, rule.code, rule.name, rule.group));
    if any || Group::ALL.iter().any(group) || vitae::rules::find(word.trim()).is_some() {
        return Ok(());
    }
    let names = ALL.iter().flat_map(|rule| [rule.code, rule.name]);
    let names = names.chain(Group::ALL.iter().map(|group| group.name()));
    let help = did_you_mean(word, names, "`vitae rule` lists all codes and names");
    Err(Failure::new(format!("no rule is called `{word}`")).help(help))
}
