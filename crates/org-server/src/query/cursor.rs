//! What a page's cursor holds: the place after which the next page begins (RFC 9865).

use rollcall_scim::{ScimError, ScimType};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use crate::opaque;

/// The place between two pages. It stays good while rows come and go around it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// The organization, and the query that began the walk.
    pub(super) query: String,
    /// The last row's value of what is sorted by.
    pub(super) key: Key,
    /// The last row.
    pub(super) seq: i64,
    /// How many rows the query yielded on its first page.
    pub(super) total: u64,
}

/// A value that rows are sorted by.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Key {
    /// A number or a time.
    Integer(i64),
    /// A text.
    Text(String),
    /// Absent, or not sorted at all.
    Absent,
}

impl Cursor {
    /// As text for the client.
    pub(super) fn seal(&self) -> String {
        opaque::seal(self)
    }

    /// Reads what a client hands back, for the query with this name.
    ///
    /// # Errors
    ///
    /// `invalidCursor` when it isn't one of ours, or belongs to another query.
    pub(super) fn unseal(text: &str, query: &str) -> Result<Self, ScimError> {
        let refuse = |why: &str| ScimError::of(ScimType::InvalidCursor, why);
        let cursor: Self = opaque::unseal(text)
            .ok_or_else(|| refuse("The cursor is not one that this server gave out."))?;
        if cursor.query != query {
            return Err(refuse(
                "The cursor belongs to another query: send the same filter and order with it.",
            ));
        }
        Ok(cursor)
    }
}

impl From<Value> for Key {
    fn from(value: Value) -> Self {
        match value {
            Value::Integer(number) => Self::Integer(number),
            Value::Text(text) => Self::Text(text),
            Value::Real(_) | Value::Blob(_) | Value::Null => Self::Absent,
        }
    }
}

impl From<Key> for Value {
    /// An absent value sorts as an empty blob, behind every number and text.
    fn from(key: Key) -> Self {
        match key {
            Key::Integer(number) => Self::Integer(number),
            Key::Text(text) => Self::Text(text),
            Key::Absent => Self::Blob(Vec::new()),
        }
    }
}
