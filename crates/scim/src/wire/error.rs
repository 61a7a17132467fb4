//! What servers send with a status of 400 and above: SCIM, other JSON, a web page, or nothing.

use super::forgiving::{self, object};
use super::is_web_page;
use crate::error::ScimType;

use std::borrow::Cow;

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
    todo!()
}
