//! The address of a server: what somebody typed goes in, and the one address that is asked comes out,
//! with what people should know of it before anything is sent there.

use reqwest::Url;
use std::net::IpAddr;

/// Why an address cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no address.
    #[error("`{0}` is no address of a server")]
    NoUrl(String),
    /// Neither http nor https.
    #[error("`{0}` is neither http nor https")]
    Scheme(String),
    /// A user name or password stands in it.
    #[error("the address has a user name or a password in it")]
    Credentials,
}

/// Where requests go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    url: Url,
}

impl Endpoint {
    /// `base` as the documentation of the server gives it, `/v1` and all; `chat/completions` is added
    /// unless it stands there, and nothing else is changed.
    ///
    /// # Errors
    /// [`AddressError`] when nothing can be asked there.
    pub fn new(base: &str) -> Result<Self, AddressError> {
        let base = base.trim();
        let mut url = Url::parse(base).map_err(|_| AddressError::NoUrl(base.to_owned()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(AddressError::Scheme(url.scheme().to_owned()));
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err(AddressError::NoUrl(base.to_owned()));
        }
        // A key belongs where it is not printed.
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Credentials);
        }
        url.set_fragment(None);
        if !url.path().trim_end_matches('/').ends_with("/chat/completions") {
            let path = format!("{}/chat/completions", url.path().trim_end_matches('/'));
            url.set_path(&path);
        }
        Ok(Self { url })
    }

    /// The address that is asked.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Host and port as they are written.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Whether it is this machine.
    #[must_use]
    pub fn is_local(&self) -> bool {
        let host = self.url.host_str().unwrap_or_default();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// Whether what is sent can be read on the way.
    #[must_use]
    pub fn is_open_on_the_way(&self) -> bool {
        self.url.scheme() == "http" && !self.is_local()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_as_it_is() {
        for (base, asked) in [
            ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
            ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
            ("https://example.com", "https://example.com/chat/completions"),
            (
                "https://example.com/a/chat/completions?api-version=2",
                "https://example.com/a/chat/completions?api-version=2",
            ),
            ("https://example.com/a?v=2", "https://example.com/a/chat/completions?v=2"),
        ] {
            assert_eq!(Endpoint::new(base).unwrap().url().as_str(), asked);
        }
    }

    #[test]
    fn what_cannot_be_asked_is_refused() {
        assert!(matches!(Endpoint::new("localhost:8080"), Err(AddressError::Scheme(_))));
        assert!(matches!(Endpoint::new("file:///etc/hosts"), Err(AddressError::Scheme(_))));
        assert!(matches!(Endpoint::new("a b"), Err(AddressError::NoUrl(_))));
        let secret = Endpoint::new("https://ann:secret@example.com/v1").unwrap_err();
        assert!(!secret.to_string().contains("secret") && secret == AddressError::Credentials);
    }

    #[test]
    fn people_learn_where_it_is() {
        let local = |base: &str| Endpoint::new(base).unwrap().is_local();
        assert!(local("http://localhost:1/v1") && local("http://127.0.0.2/v1"));
        assert!(local("http://[::1]:8080/v1") && !local("https://example.com/v1"));
        assert!(Endpoint::new("http://10.1.2.3/v1").unwrap().is_open_on_the_way());
    }
}
