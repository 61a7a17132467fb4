//! What servers send with a status of 400 and above: SCIM, other JSON, a web page, or nothing.

use std::borrow::Cow;

use super::forgiving::{self, object};
use super::is_web_page;
use crate::error::ScimType;
use crate::schema;
use crate::words::one_line;

/// What can be known of an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorWire {
    /// The status in the body, where there is one; the HTTP status counts.
    pub status: Option<u16>,
    /// The kind, where it is one that is specified.
    pub scim_type: Option<ScimType>,
    /// What went wrong, in the server's words; not trusted, without control characters, at most
    /// [`MAX_DETAIL`] characters.
    pub detail: Option<String>,
    /// What the body was.
    pub body: Body,
}

/// What the body of an error was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Body {
    /// A SCIM error.
    Scim,
    /// Some other JSON.
    OtherJson,
    /// A web page.
    WebPage,
    /// Some text.
    Text,
    /// Nothing.
    #[default]
    Empty,
}

/// How many characters of a server's words are kept.
pub const MAX_DETAIL: usize = 500;

/// Reads an error's body; never fails.
#[must_use]
pub fn read(text: &str) -> ErrorWire {
    if text.trim().is_empty() {
        return ErrorWire::default();
    }
    if is_web_page(text) {
        return ErrorWire {
            body: Body::WebPage,
            ..ErrorWire::default()
        };
    }
    match forgiving::read::<Option<Fields<'_>>>(text) {
        Err(_) => ErrorWire {
            detail: one_line(text, MAX_DETAIL),
            body: Body::Text,
            ..ErrorWire::default()
        },
        Ok(None) => ErrorWire {
            body: Body::OtherJson,
            ..ErrorWire::default()
        },
        Ok(Some(fields)) => fields.read(),
    }
}

/// The members of an error as SCIM and its neighbours name them.
#[derive(Default)]
struct Fields<'a> {
    schemas: Option<Vec<Urn<'a>>>,
    status: Option<u64>,
    scim_type: Option<Cow<'a, str>>,
    detail: Option<Cow<'a, str>>,
    message: Option<Cow<'a, str>>,
    error: Option<Cow<'a, str>>,
    error_description: Option<Cow<'a, str>>,
    title: Option<Cow<'a, str>>,
}

object!(Fields<'de> {
    "schemas" => schemas,
    "status" => status,
    "scimType" => scim_type,
    "detail" => detail,
    "message" => message,
    "error_description" => error_description,
    "error" => error,
    "title" => title,
});

#[derive(Default)]
struct Urn<'a> {
    urn: Cow<'a, str>,
}

object!(Urn<'de>, text => urn { "value" => urn });

impl Fields<'_> {
    fn read(self) -> ErrorWire {
        let named = self.schemas.unwrap_or_default();
        let is_scim = self.scim_type.is_some()
            || named
                .iter()
                .any(|schema| schema.urn.eq_ignore_ascii_case(schema::ERROR));
        let words = [
            self.detail,
            self.message,
            self.error_description,
            self.error,
            self.title,
        ];
        ErrorWire {
            status: self.status.and_then(|status| u16::try_from(status).ok()),
            scim_type: self
                .scim_type
                .as_deref()
                .map(str::trim)
                .and_then(ScimType::from_name),
            detail: words
                .into_iter()
                .flatten()
                .find_map(|words| one_line(&words, MAX_DETAIL)),
            body: if is_scim { Body::Scim } else { Body::OtherJson },
        }
    }
}
