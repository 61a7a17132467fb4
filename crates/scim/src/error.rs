//! SCIM errors as a server writes them (RFC 7644, section 3.12); the client's reader is
//! [`crate::wire::error`].

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::schema;

/// The `scimType` of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScimType {
    /// The filter can't be parsed, or compares what can't be compared.
    InvalidFilter,
    /// The filter yields more than the server is willing to answer.
    TooMany,
    /// A value that must be unique is taken.
    Uniqueness,
    /// A read-only attribute, or an immutable one that has a value.
    Mutability,
    /// The body is no JSON, or not the message that was expected.
    InvalidSyntax,
    /// A PATCH path can't be parsed, or leads nowhere.
    InvalidPath,
    /// A PATCH path selects nothing.
    NoTarget,
    /// A required value is missing, or a value doesn't fit its attribute.
    InvalidValue,
    /// The protocol version isn't spoken.
    InvalidVers,
    /// What was asked for must not be in a URL.
    Sensitive,
    /// The cursor is none of this server's (RFC 9865).
    InvalidCursor,
    /// The cursor was good once (RFC 9865).
    ExpiredCursor,
    /// `count` differs from the one that the cursor began with, or can't be met (RFC 9865).
    InvalidCount,
}

impl ScimType {
    const NAMES: [(Self, &'static str); 13] = [
        (Self::InvalidFilter, "invalidFilter"),
        (Self::TooMany, "tooMany"),
        (Self::Uniqueness, "uniqueness"),
        (Self::Mutability, "mutability"),
        (Self::InvalidSyntax, "invalidSyntax"),
        (Self::InvalidPath, "invalidPath"),
        (Self::NoTarget, "noTarget"),
        (Self::InvalidValue, "invalidValue"),
        (Self::InvalidVers, "invalidVers"),
        (Self::Sensitive, "sensitive"),
        (Self::InvalidCursor, "invalidCursor"),
        (Self::ExpiredCursor, "expiredCursor"),
        (Self::InvalidCount, "invalidCount"),
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, name)| name)
    }

    /// Reads the value on the wire, in any case; `None` for one that nobody has specified.
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, name)| name.eq_ignore_ascii_case(text))
            .map(|(kind, _)| *kind)
    }
}

/// An error answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScimError {
    /// The HTTP status, 300 to 599.
    pub status: u16,
    /// What kind of error, for programs.
    pub scim_type: Option<ScimType>,
    /// What went wrong, for people: a sentence that names the attribute.
    pub detail: String,
}

impl ScimError {
    /// An error without a `scimType`.
    #[must_use]
    pub fn new(status: u16, detail: impl Into<String>) -> Self {
        Self {
            status,
            scim_type: None,
            detail: detail.into(),
        }
    }

    /// A 400 of this kind; 409 for [`ScimType::Uniqueness`], as RFC 7644 has it.
    #[must_use]
    pub fn of(scim_type: ScimType, detail: impl Into<String>) -> Self {
        let status = if scim_type == ScimType::Uniqueness {
            409
        } else {
            400
        };
        Self {
            status,
            scim_type: Some(scim_type),
            detail: detail.into(),
        }
    }
}

impl fmt::Display for ScimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for ScimError {}

impl Serialize for ScimError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("Error", 4)?;
        body.serialize_field("schemas", &[schema::ERROR])?;
        body.serialize_field("status", &self.status.to_string())?;
        if let Some(scim_type) = self.scim_type {
            body.serialize_field("scimType", scim_type.as_str())?;
        }
        body.serialize_field("detail", &self.detail)?;
        body.end()
    }
}
