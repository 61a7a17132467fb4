//! The path to an attribute, as filters, PATCH, sorting and projections write it.

use std::fmt;

/// `[schema:]name[.sub]` (RFC 7644, section 3.10), in the sender's spelling; attribute names and
/// URNs are compared without case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AttrPath {
    /// The schema's URN, where it was written out.
    pub schema: Option<String>,
    /// The attribute.
    pub name: String,
    /// The sub-attribute.
    pub sub: Option<String>,
}

impl AttrPath {
    /// The path to a core attribute.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            schema: None,
            name: name.to_owned(),
            sub: None,
        }
    }

    /// Reads a path as `attributes` and `sortBy` hold them; `None` when a part is no name, or there is
    /// more than one dot after the last colon.
    ///
    /// A bare URN, `…:2.0:User`, reads as the attribute `User` of the schema `…:2.0`: who allows whole
    /// extensions compares the text with their URNs first.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (schema, rest) = match text.rsplit_once(':') {
            Some((schema, rest)) => (Some(schema), rest),
            None => (None, text),
        };
        let (name, sub) = match rest.split_once('.') {
            Some((name, sub)) => (name, Some(sub)),
            None => (rest, None),
        };
        let parts_are_names = is_name(name) && sub.is_none_or(is_name);
        (parts_are_names && schema != Some("")).then(|| Self {
            schema: schema.map(str::to_owned),
            name: name.to_owned(),
            sub: sub.map(str::to_owned),
        })
    }
}

impl fmt::Display for AttrPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(schema) = &self.schema {
            write!(f, "{schema}:")?;
        }
        f.write_str(&self.name)?;
        if let Some(sub) = &self.sub {
            write!(f, ".{sub}")?;
        }
        Ok(())
    }
}

/// `ATTRNAME` of RFC 7644, section 3.4.2.2, and `$ref`, which the RFC's grammar forgot.
fn is_name(text: &str) -> bool {
    let text = text.strip_prefix('$').unwrap_or(text);
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}
