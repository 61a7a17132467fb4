//! The name under which a secret is kept.

use std::fmt;

/// What a secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlotKind {
    /// The token for the organization's API.
    Token,
    /// The key of the organization's two databases.
    DatabaseKey,
}

impl SlotKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::DatabaseKey => "database-key",
        }
    }
}

/// One secret of one connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slot {
    connection: String,
    kind: SlotKind,
}

impl Slot {
    /// The place of one kind of secret of the connection with this id.
    pub fn new(connection: impl fmt::Display, kind: SlotKind) -> Self {
        Self {
            connection: connection.to_string(),
            kind,
        }
    }

    /// The name of the keychain entry; its parts are named after it.
    pub(crate) fn entry(&self) -> String {
        format!("{}/{}", self.connection, self.kind.as_str())
    }
}
