//! Name and contact fields that resume classes take as commands (`\name`, `\email`, `\phone`) and
//! print where the file says `\makecvtitle` or the like.

use super::scan::Fragment;

/// The fields of a file that prints them later.
pub(super) struct Header {
    /// Commands with their arguments, in the order of the file.
    pub(super) fields: Vec<(String, Vec<Fragment>)>,
    /// The file prints them by a command of its own.
    pub(super) has_maker: bool,
    pub(super) printed: bool,
}

impl Header {
    pub(super) fn new(source: &str) -> Self {
        let has_maker = source.contains("\\makecv") || source.contains("\\maketitle");
        Self { fields: Vec::new(), has_maker, printed: false }
    }
}

/// How many groups a field takes at most; none when the name is no field.
pub(super) fn groups(name: &str) -> Option<usize> {
    Some(match name {
        "address" => 3,
        "name" => 2,
        "firstname" | "familyname" | "lastname" | "title" | "position" | "tagline" | "author"
        | "email" | "phone" | "mobile" | "homepage" | "website" | "github" | "gitlab"
        | "linkedin" | "twitter" | "social" | "extrainfo" | "location" | "mailaddress"
        | "quote" | "personalinfo" | "printinfo" => 1,
        _ => return None,
    })
}

/// Where a field leads; none for plain text. `kind` is the option of `\social`.
pub(super) fn target(name: &str, kind: &str, value: &str) -> Option<String> {
    let value = value.trim();
    let plain = !value.contains("://");
    let under = |site: &str| {
        let there = value.contains('/') || value.contains('.');
        if there { format!("https://{value}") } else { format!("https://{site}/{value}") }
    };
    let network = if name == "social" { kind } else { name };
    Some(match network {
        _ if value.is_empty() || value.contains('\\') => return None,
        "email" => format!("mailto:{value}"),
        "phone" | "mobile" => {
            let digits = value.chars().filter(|ch| ch.is_ascii_digit() || *ch == '+');
            format!("tel:{}", digits.collect::<String>())
        }
        "homepage" | "website" | "github" | "gitlab" | "linkedin" | "twitter" if !plain => {
            value.into()
        }
        "homepage" | "website" => format!("https://{value}"),
        "github" => under("github.com"),
        "gitlab" => under("gitlab.com"),
        "linkedin" => under("www.linkedin.com/in"),
        "twitter" => under("twitter.com"),
        _ => return None,
    })
}
