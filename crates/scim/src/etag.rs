//! Versions and the conditions on them (RFC 7644, section 3.14; RFC 9110, section 13.1).
//!
//! A version is opaque: it is compared byte by byte, `W/` and quotes included.

/// What `If-Match` or `If-None-Match` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `*`: any version, as long as there is one.
    Any,
    /// One of these; none where the header held nothing that could be read, which matches nothing.
    OneOf(Vec<String>),
}

impl Condition {
    /// Reads the header: a list with commas, where a comma inside of quotes is part of the version.
    #[must_use]
    pub fn parse(header: &str) -> Self {
        if header.trim() == "*" {
            return Self::Any;
        }
        let mut versions = Vec::new();
        let mut quoted = false;
        let mut start = 0;
        for (at, byte) in header.bytes().enumerate() {
            match byte {
                b'"' => quoted = !quoted,
                b',' if !quoted => {
                    versions.push(&header[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        versions.push(&header[start..]);
        let versions = versions
            .into_iter()
            .map(str::trim)
            .filter(|version| !version.is_empty());
        Self::OneOf(versions.map(str::to_owned).collect())
    }

    /// Whether the resource's current version is one that is named.
    #[must_use]
    pub fn matches(&self, current: &str) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(versions) => versions.iter().any(|version| version == current),
        }
    }
}

/// The version that stands for the n-th state of a resource, as our server writes it.
#[must_use]
pub fn weak(state: u64) -> String {
    format!("W/\"{state}\"")
}
