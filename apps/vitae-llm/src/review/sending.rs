//! What goes where, before anything goes: a plan and a server's settings in, the facts that a person
//! decides on and the exact requests out.

use super::Plan;
use crate::client::{Client, Question, Settings};
use serde_json::{Value, json};

/// What would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Host and port.
    pub host: String,
    /// The address that is asked.
    pub address: String,
    /// It is this machine.
    pub local: bool,
    /// Anyone on the way can read it.
    pub open: bool,
    /// A key goes with it.
    pub key: bool,
    /// Requests, when nothing has to be asked twice.
    pub requests: usize,
    /// The most requests that there may be.
    pub most_requests: u32,
    /// Bytes of these requests, with the prompts.
    pub bytes: usize,
    /// What of the resume is in them.
    pub fields: Vec<String>,
    /// What of the resume is not.
    pub kept: Vec<String>,
}

impl Plan<'_> {
    /// What would be sent to a server.
    #[must_use]
    pub fn sending(&self, settings: &Settings) -> Sending {
        let bodies = self.bodies(settings);
        let endpoint = &settings.endpoint;
        Sending {
            host: endpoint.host(),
            address: endpoint.url().to_string(),
            local: endpoint.is_local(),
            open: endpoint.is_open_on_the_way(),
            key: settings.key.is_some(),
            requests: bodies.len(),
            most_requests: settings.budget.requests,
            bytes: bodies.iter().map(|body| body.to_string().len()).sum(),
            fields: self.fields(),
            kept: self.kept(),
        }
    }

    /// The requests exactly as they would be sent first, without the key.
    #[must_use]
    pub fn requests(&self, settings: &Settings) -> Vec<Value> {
        let bodies = self.bodies(settings).into_iter();
        let key = settings.key.as_ref().map(|_| "Bearer (the key)");
        bodies
            .map(|body| {
                json!({
                    "method": "POST",
                    "url": settings.endpoint.url().as_str(),
                    "authorization": key,
                    "body": body,
                })
            })
            .collect()
    }

    fn bodies(&self, settings: &Settings) -> Vec<Value> {
        let mut questions = vec![self.reading_question(&self.shown())];
        questions.extend((!self.weak.is_empty()).then(|| self.rewrites_question(&self.weak)));
        let body = |question: Question| {
            let tokens = question.tokens.min(settings.budget.answer).min(settings.budget.tokens);
            Client::body(settings, &Question { tokens, ..question })
        };
        questions.into_iter().map(body).collect()
    }

    fn fields(&self) -> Vec<String> {
        let mut fields = Vec::new();
        let shown = || self.sheet.lines.iter().filter(|line| !line.withheld);
        let has = |start: &str| shown().any(|line| line.pointer.starts_with(start));
        for (start, name) in [
            ("/basics/name", "name"),
            ("/basics/email", "e-mail address"),
            ("/basics/phone", "phone number"),
            ("/basics/url", "web site"),
            ("/basics/profiles", "profiles"),
            ("/basics/location", "place"),
            ("/basics/label", "title"),
            ("/basics/summary", "summary"),
        ] {
            fields.extend(has(start).then(|| name.to_owned()));
        }
        for (start, one, many) in [
            ("role:", "role", "roles"),
            ("project:", "project", "projects"),
            ("volunteering:", "volunteer role", "volunteer roles"),
        ] {
            let count = self.sheet.parts.iter().filter(|part| part.starts_with(start)).count();
            fields.extend((count > 0).then(|| counted(count, one, many)));
        }
        let bullets = shown().filter(|line| line.pointer.contains("/highlights/")).count();
        fields.extend((bullets > 0).then(|| counted(bullets, "bullet", "bullets")));
        for (start, name) in [
            ("/education", "education"),
            ("/certificates", "certificates"),
            ("/publications", "publications"),
            ("/skills", "skills"),
            ("/languages", "languages"),
        ] {
            fields.extend(has(start).then(|| name.to_owned()));
        }
        fields
    }

    fn kept(&self) -> Vec<String> {
        let mut kept = vec!["the file and its name".to_owned(), "score and findings".to_owned()];
        if self.options.redact {
            kept.insert(0, "name, e-mail address, phone number, links".to_owned());
        }
        let left = self.report.leftovers.len() + self.sheet.left_out;
        if left > 0 {
            kept.push(counted(left, "line that found no place", "lines that found no place"));
        }
        let withheld = self.sheet.lines.iter().filter(|line| line.withheld).count();
        if withheld > 0 {
            let many = "lines that order a program about, or are hidden";
            let one = "line that orders a program about, or is hidden";
            kept.push(counted(withheld, one, many));
        }
        kept
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
