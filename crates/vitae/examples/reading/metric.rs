//! What of a resume was read right: found, missed and made-up values of thirteen fields. Jobs and
//! schools are first matched by how alike they are, so that one missing entry costs one entry.

use crate::similar::{normal, ratio};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const FIELDS: [&str; 13] = [
    "name",
    "email",
    "phone",
    "url",
    "company",
    "title",
    "startDate",
    "endDate",
    "institution",
    "degree",
    "eduDates",
    "skills",
    "highlights",
];

/// Right, made up, missed.
#[derive(Copy, Clone, Default)]
struct Count {
    right: f64,
    wrong: f64,
    missed: f64,
}

#[derive(Clone, Default)]
pub(crate) struct Scores(BTreeMap<&'static str, Count>);

impl Scores {
    /// Compares what was found with the truth.
    pub(crate) fn of(truth: &Value, found: &Value) -> Self {
        let mut scores = Self::default();
        scores.basics(truth, found);
        scores.work(list(truth, "work"), list(found, "work"));
        scores.education(list(truth, "education"), list(found, "education"));
        scores.sets("skills", &skills(truth), &skills(found));
        scores
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (field, count) in &other.0 {
            self.count(field, count.right, count.wrong, count.missed);
        }
    }

    pub(crate) fn f1(&self, field: &str) -> f64 {
        let Count { right, wrong, missed } = self.0.get(field).copied().unwrap_or_default();
        if right + wrong + missed == 0.0 {
            1.0
        } else {
            2.0 * right / (2.0 * right + wrong + missed)
        }
    }

    /// The mean over the fields that anybody has.
    pub(crate) fn macro_f1(&self) -> f64 {
        let used: Vec<f64> = FIELDS
            .iter()
            .filter(|field| self.0.get(*field).is_some_and(|c| c.right + c.wrong + c.missed > 0.0))
            .map(|field| self.f1(field))
            .collect();
        used.iter().sum::<f64>() / used.len().max(1) as f64
    }

    fn count(&mut self, field: &'static str, right: f64, wrong: f64, missed: f64) {
        let count = self.0.entry(field).or_default();
        count.right += right;
        count.wrong += wrong;
        count.missed += missed;
    }

    /// A field of one value; nothing is no value.
    fn single(&mut self, field: &'static str, truth: &str, found: &str, same: bool) {
        match (truth.is_empty(), found.is_empty()) {
            (false, false) if same => self.count(field, 1.0, 0.0, 0.0),
            (false, false) => self.count(field, 0.0, 1.0, 1.0),
            (false, true) => self.count(field, 0.0, 0.0, 1.0),
            (true, false) => self.count(field, 0.0, 1.0, 0.0),
            (true, true) => {}
        }
    }

    fn sets(&mut self, field: &'static str, truth: &BTreeSet<String>, found: &BTreeSet<String>) {
        let right = truth.intersection(found).count();
        let (wrong, missed) = (found.len() - right, truth.len() - right);
        self.count(field, right as f64, wrong as f64, missed as f64);
    }

    fn basics(&mut self, truth: &Value, found: &Value) {
        let (t, f) = (&truth["basics"], &found["basics"]);
        let (name, ours) = (text(t, "name"), text(f, "name"));
        let also = list(&truth["meta"], "accept_names").iter().filter_map(Value::as_str);
        let same = also.chain([name]).any(|known| normal(known) == normal(ours));
        self.single("name", name, ours, same);
        let (email, ours) = (text(t, "email"), text(f, "email"));
        self.single("email", email, ours, email.to_lowercase() == ours.to_lowercase());
        let (phone, ours) = (digits(text(t, "phone")), digits(text(f, "phone")));
        let end = |number: &str| number[number.len().saturating_sub(9)..].to_owned();
        let long = phone.len().min(ours.len()) >= 9 && end(&phone) == end(&ours);
        self.single("phone", &phone, &ours, phone == ours || long);
        self.sets("url", &addresses(t), &addresses(f));
    }

    fn work(&mut self, truth: &[Value], found: &[Value]) {
        let alike = |t: &Value, f: &Value| {
            let same = date(text(t, "startDate")) == date(text(f, "startDate"));
            0.45 * ratio(text(t, "name"), text(f, "name"))
                + 0.35 * ratio(text(t, "position"), text(f, "position"))
                + 0.2 * f64::from(u8::from(same))
        };
        for (t, f) in align(truth, found, alike) {
            for (field, key) in [("company", "name"), ("title", "position")] {
                let (a, b) = (text(t, key), text(f, key));
                self.single(field, a, b, ratio(a, b) >= 0.9);
            }
            let start = |entry: &Value| date(text(entry, "startDate")).unwrap_or_default();
            // A job that goes on has an end as well: none.
            let end = |entry: &Value| match entry {
                Value::Null => String::new(),
                _ => date(text(entry, "endDate")).unwrap_or_else(|| "present".to_owned()),
            };
            for (field, a, b) in [("startDate", start(t), start(f)), ("endDate", end(t), end(f))] {
                // A year alone accepts any month of it.
                self.single(field, &a, &b, a == b || (a.len() == 4 && b.starts_with(&a)));
            }
            self.highlights(t, f);
        }
    }

    fn highlights(&mut self, truth: &Value, found: &Value) {
        let own: Vec<Value> = list(found, "highlights").to_vec();
        let own = if own.is_empty() {
            let lines = text(found, "summary").lines().filter(|line| !line.trim().is_empty());
            lines.map(Value::from).collect()
        } else {
            own
        };
        let wanted = list(truth, "highlights");
        let alike =
            |t: &Value, f: &Value| ratio(t.as_str().unwrap_or(""), f.as_str().unwrap_or(""));
        let pairs = align(wanted, &own, alike);
        let both = pairs.iter().filter(|(t, f)| !t.is_null() && !f.is_null());
        let right: f64 = both.map(|(t, f)| alike(t, f)).sum();
        self.count("highlights", right, own.len() as f64 - right, wanted.len() as f64 - right);
    }

    fn education(&mut self, truth: &[Value], found: &[Value]) {
        let year = |entry: &Value| {
            date(text(entry, "endDate")).map_or(String::new(), |d| d[..4].to_owned())
        };
        let alike = |t: &Value, f: &Value| {
            let same = |same: bool| f64::from(u8::from(same));
            0.6 * ratio(text(t, "institution"), text(f, "institution"))
                + 0.3 * same(degree(text(t, "studyType")) == degree(text(f, "studyType")))
                + 0.1 * same(year(t) == year(f))
        };
        for (t, f) in align(truth, found, alike) {
            let (a, b) = (text(t, "institution"), text(f, "institution"));
            self.single("institution", a, b, ratio(a, b) >= 0.9);
            let (a, b) = (text(t, "studyType"), text(f, "studyType"));
            self.single("degree", a, b, degree(a) == degree(b));
            self.single("eduDates", &year(t), &year(f), year(t) == year(f));
        }
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("").trim()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// `YYYY` or `YYYY-MM`.
fn date(text: &str) -> Option<String> {
    let year = text.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let month = text
        .get(4..7)
        .filter(|rest| rest.starts_with('-') && rest[1..].bytes().all(|b| b.is_ascii_digit()));
    Some(format!("{year}{}", month.unwrap_or("")))
}

/// The person's own address and those of all profiles, without scheme and `www.`.
fn addresses(basics: &Value) -> BTreeSet<String> {
    let profiles = list(basics, "profiles").iter().map(|profile| text(profile, "url"));
    let all = profiles.chain([text(basics, "url")]).map(|url| {
        let url = url.to_lowercase();
        let url = url.trim_start_matches("https://").trim_start_matches("http://");
        url.trim_start_matches("www.").trim_end_matches('/').to_owned()
    });
    all.filter(|url| !url.is_empty()).collect()
}

fn skills(resume: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for group in list(resume, "skills") {
        let words = list(group, "keywords");
        names.extend(words.iter().map(|word| normal(word.as_str().unwrap_or(""))));
        if words.is_empty() {
            names.insert(normal(text(group, "name")));
        }
    }
    names.remove("");
    names
}

/// The level of a degree, or the degree itself.
fn degree(text: &str) -> String {
    const LEVELS: [(&str, &[&str], &[&str]); 4] = [
        ("phd", &["phd", "ph d", "dphil"], &["phd", "dphil", "doctor"]),
        (
            "master",
            &["msc", "m sc", "ms", "m s", "mtech", "m tech", "meng", "m eng", "mba", "ma", "m a"],
            &["master"],
        ),
        (
            "bachelor",
            &[
                "bsc", "b sc", "bs", "b s", "btech", "b tech", "be", "b e", "beng", "b eng", "ba",
                "b a",
            ],
            &["bachelor"],
        ),
        ("associate", &[], &["associate"]),
    ];
    let text = normal(text).replace('.', "");
    let spaced = format!(" {text} ");
    for (level, whole, starts) in LEVELS {
        if whole.iter().any(|word| spaced.contains(&format!(" {word} ")))
            || starts.iter().any(|word| spaced.contains(&format!(" {word}")))
        {
            return level.to_owned();
        }
    }
    text
}

/// Pairs of entries, most alike first; what has no partner is paired with nothing.
fn align<'a>(
    truth: &'a [Value],
    found: &'a [Value],
    alike: impl Fn(&Value, &Value) -> f64,
) -> Vec<(&'a Value, &'a Value)> {
    const LEAST: f64 = 0.45;
    let mut pairs = Vec::new();
    for (i, t) in truth.iter().enumerate() {
        pairs.extend(found.iter().enumerate().map(|(j, f)| (alike(t, f), i, j)));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut left, mut right) = (vec![false; truth.len()], vec![false; found.len()]);
    let mut aligned = Vec::new();
    for (score, i, j) in pairs {
        if score >= LEAST && !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            aligned.push((&truth[i], &found[j]));
        }
    }
    let alone =
        |used: Vec<bool>| used.into_iter().enumerate().filter(|(_, used)| !used).map(|(at, _)| at);
    aligned.extend(alone(left).map(|i| (&truth[i], &Value::Null)));
    aligned.extend(alone(right).map(|j| (&Value::Null, &found[j])));
    aligned
}
