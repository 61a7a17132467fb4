//! The server's address, checked after parsing: what is checked is what is used.

use rollcall_language::say;
use std::fmt;
use std::net::IpAddr;

use url::{Host, Url};

/// The address of a SCIM service: `https`, or `http` to a loopback address; no user info, query or
/// fragment. Its path, if any, ends without a slash; its host is in punycode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl(Url);

/// Why a text can't be a server's address; each says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidBaseUrl {
    /// Nothing but white space.
    #[error("{}", say!("faults-url-empty"))]
    Empty,
    /// A line break, a tab or another control character inside.
    #[error("{}", say!("faults-url-invisible"))]
    ControlCharacter,
    /// No URL at all, or one without a host.
    #[error("{}", say!("faults-url-none"))]
    NotAUrl,
    /// `ftp:`, `file:` and the like.
    #[error("{}", say!("faults-url-https"))]
    Scheme,
    /// `http` to anywhere but this machine.
    #[error("{}", say!("faults-url-plain-http"))]
    PlainHttp,
    /// `user@` or `user:password@`.
    #[error("{}", say!("faults-url-credentials"))]
    UserInfo,
    /// `?…`.
    #[error("{}", say!("faults-url-query"))]
    Query,
    /// `#…`.
    #[error("{}", say!("faults-url-fragment"))]
    Fragment,
}

impl BaseUrl {
    /// Reads what a person typed. White space around it is dropped, and so is a slash at its end.
    ///
    /// # Errors
    /// One variant per rule that it breaks.
    pub fn parse(text: &str) -> Result<Self, InvalidBaseUrl> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidBaseUrl::Empty);
        }
        if text.chars().any(char::is_control) {
            return Err(InvalidBaseUrl::ControlCharacter);
        }
        let mut url = Url::parse(text).map_err(|_| InvalidBaseUrl::NotAUrl)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(InvalidBaseUrl::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() || has_user_info(text) {
            return Err(InvalidBaseUrl::UserInfo);
        }
        if url.query().is_some() {
            return Err(InvalidBaseUrl::Query);
        }
        if url.fragment().is_some() {
            return Err(InvalidBaseUrl::Fragment);
        }
        let host = url.host().ok_or(InvalidBaseUrl::NotAUrl)?;
        if url.scheme() == "http" && !is_loopback(&host) {
            return Err(InvalidBaseUrl::PlainHttp);
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// The address as text, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The address as a URL.
    #[must_use]
    pub fn as_url(&self) -> &Url {
        &self.0
    }

    /// The host alone, in punycode; what an unnamed organization is called.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The address of something below it. Each segment is percent-encoded, so that an id can't walk
    /// out of its place; `None` where that can't be done (an empty segment, `.` and `..`).
    #[must_use]
    pub fn below(&self, segments: &[&str]) -> Option<Url> {
        if segments
            .iter()
            .any(|segment| matches!(*segment, "" | "." | ".."))
        {
            return None;
        }
        let mut url = self.0.clone();
        url.path_segments_mut()
            .ok()?
            .pop_if_empty()
            .extend(segments);
        Some(url)
    }

    /// Whether a URL has the same scheme, host and port.
    #[must_use]
    pub fn same_origin(&self, url: &Url) -> bool {
        self.0.origin() == url.origin()
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An empty user name (`https://@host`) parses to nothing and is refused all the same.
fn has_user_info(text: &str) -> bool {
    let authority = text.split_once("//").map_or("", |(_, rest)| rest);
    authority
        .split(['/', '?', '#', '\\'])
        .next()
        .is_some_and(|authority| authority.contains('@'))
}

/// Loopback by address, or by the one name that RFC 6761 reserves for it.
fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(address) => IpAddr::V4(*address).is_loopback(),
        Host::Ipv6(address) => IpAddr::V6(*address).is_loopback(),
        Host::Domain(name) => *name == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(input: &str) -> Result<String, InvalidBaseUrl> {
        BaseUrl::parse(input).map(|url| url.as_str().to_owned())
    }

    #[test]
    fn an_address_is_kept_without_its_last_slash() {
        assert_eq!(
            text(" https://people.example/scim/v2/\n").unwrap(),
            "https://people.example/scim/v2"
        );
        assert_eq!(
            text("https://people.example/").unwrap(),
            "https://people.example"
        );
        assert_eq!(
            text("HTTPS://People.Example:443").unwrap(),
            "https://people.example"
        );
    }

    #[test]
    fn plain_http_is_for_this_computer_only() {
        for good in [
            "http://127.0.0.1:8080",
            "http://localhost/x",
            "http://[::1]:1",
            "http://127.9.9.9",
        ] {
            assert!(text(good).is_ok(), "{good}");
        }
        for bad in [
            "http://127.0.0.1.evil.com",
            "http://[::ffff:10.0.0.1]",
            "http://10.0.0.1",
            "http://localhost.evil.com",
            "http://people.example",
        ] {
            assert_eq!(text(bad), Err(InvalidBaseUrl::PlainHttp), "{bad}");
        }
    }

    #[test]
    fn what_is_checked_is_what_is_used() {
        assert_eq!(
            text("http://2130706433").unwrap(),
            "http://127.0.0.1",
            "a number is an address"
        );
        assert_eq!(
            text("https://bücher.example").unwrap(),
            "https://xn--bcher-kva.example"
        );
    }

    #[test]
    fn everything_that_hides_the_host_is_refused() {
        assert_eq!(
            text("https://good.example@evil"),
            Err(InvalidBaseUrl::UserInfo)
        );
        assert_eq!(text("https://@evil"), Err(InvalidBaseUrl::UserInfo));
        assert_eq!(text("https://a:b@evil"), Err(InvalidBaseUrl::UserInfo));
        assert_eq!(
            text("https://exa\tmple.com"),
            Err(InvalidBaseUrl::ControlCharacter)
        );
        assert_eq!(text("file:///etc/passwd"), Err(InvalidBaseUrl::Scheme));
        assert_eq!(text("https://a.example?x"), Err(InvalidBaseUrl::Query));
        assert_eq!(text("https://a.example#x"), Err(InvalidBaseUrl::Fragment));
        assert_eq!(text("people.example"), Err(InvalidBaseUrl::NotAUrl));
        assert_eq!(text("  "), Err(InvalidBaseUrl::Empty));
    }

    #[test]
    fn an_id_cannot_walk_out_of_its_place() {
        let base = BaseUrl::parse("https://a.example/scim").unwrap();
        let below = |id| base.below(&["Users", id]).map(|url| url.to_string());
        assert_eq!(
            below("../Groups/1").unwrap(),
            "https://a.example/scim/Users/..%2FGroups%2F1"
        );
        assert_eq!(
            below("a?b#c").unwrap(),
            "https://a.example/scim/Users/a%3Fb%23c"
        );
        assert_eq!(
            below("%2e%2e").unwrap(),
            "https://a.example/scim/Users/%252e%252e"
        );
        assert_eq!(below(".."), None);
        assert_eq!(below(""), None);
    }
}
