//! What went wrong, as it reaches the interface and the terminal: a stable code, and words.

use rollcall_cache::{HeldBy, OpenError, StoreError};
use rollcall_model::{InvalidId, InvalidToken};
use rollcall_sync::{InvalidBaseUrl, RemoteError};
use rollcall_vault::{KeyFileError, VaultError, VaultState};
use serde::Serialize;
use ts_rs::TS;

/// A failed use case. Whoever shows it acts on the code and never on the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// Stable, `snake_case`: see the constructors.
    pub code: String,
    /// What happened, in sentences for people.
    pub message: String,
    /// The field of the form that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// Whether the same may succeed later, with nothing changed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub retry: bool,
    /// What a person can do about it, or whom they can ask: a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub help: Option<String>,
}

impl Failure {
    pub(crate) fn new(code: &str, message: impl Into<String>) -> Self {
        let (code, message) = (code.to_owned(), message.into());
        Self {
            code,
            message,
            field: None,
            retry: false,
            help: None,
        }
    }

    pub(crate) fn on_field(self, field: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..self
        }
    }

    pub(crate) fn may_pass(self) -> Self {
        Self {
            retry: true,
            ..self
        }
    }

    pub(crate) fn with_help(self, help: Option<String>) -> Self {
        Self { help, ..self }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<InvalidId> for Failure {
    fn from(error: InvalidId) -> Self {
        Self::new(
            "id_invalid",
            format!("This is no id of Rollcall's: {error}."),
        )
    }
}

impl From<InvalidBaseUrl> for Failure {
    fn from(error: InvalidBaseUrl) -> Self {
        Self::new("url_invalid", error.to_string()).on_field("url")
    }
}

impl From<InvalidToken> for Failure {
    fn from(error: InvalidToken) -> Self {
        Self::new("token_invalid", error.to_string()).on_field("token")
    }
}
