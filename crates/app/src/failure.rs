//! What went wrong, as it reaches the interface and the terminal: a stable code, and words.

use std::io;

use rollcall_cache::{HeldBy, InvalidSeal, LockError, OpenError, StoreError};
use rollcall_language::say;
use rollcall_model::{InvalidId, InvalidToken, UnknownRole};
use rollcall_sync::{InvalidBaseUrl, RemoteError};
use rollcall_vault::{KeyFileError, VaultError, VaultState};
use serde::Serialize;
use ts_rs::TS;

/// A failed use case. Whoever shows it acts on the code and never on the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// Stable, `snake_case`; each use case lists its own.
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
        Self::new("id_invalid", sentence(&error))
    }
}

impl From<UnknownRole> for Failure {
    fn from(error: UnknownRole) -> Self {
        Self::new("role_invalid", sentence(&error)).on_field("role")
    }
}

impl From<InvalidBaseUrl> for Failure {
    fn from(error: InvalidBaseUrl) -> Self {
        Self::new("url_invalid", sentence(&error)).on_field("url")
    }
}

impl From<InvalidToken> for Failure {
    fn from(error: InvalidToken) -> Self {
        Self::new("token_invalid", sentence(&error)).on_field("token")
    }
}

impl From<InvalidSeal> for Failure {
    fn from(error: InvalidSeal) -> Self {
        Self::new("seal_invalid", sentence(&error)).on_field("kept")
    }
}

/// What helps against a full disk.
pub(crate) fn make_room() -> String {
    say!("faults-make-room")
}

/// What helps against a lock.
fn let_go() -> String {
    say!("faults-let-go")
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (code, help) = match &error {
            StoreError::DiskFull { .. } => ("disk_full", Some(make_room())),
            StoreError::Locked { .. } => ("file_locked", Some(let_go())),
            StoreError::Damaged { .. } | StoreError::Nonsense { .. } => {
                ("file_damaged", Some(say!("faults-start-again")))
            }
            _ => ("storage_failed", None),
        };
        // The cause of these is in the code's own words already.
        let message = match &error {
            StoreError::DiskFull { .. } | StoreError::Locked { .. } => {
                as_sentence(&error.to_string())
            }
            _ => sentence(&error),
        };
        Self::new(code, message).may_pass().with_help(help)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let (code, help) = match &error {
            OpenError::Folder { path, source } => return crate::home::unusable(path, source),
            OpenError::DiskFull { .. } => ("disk_full", Some(make_room())),
            OpenError::Locked { .. } => ("file_locked", Some(let_go())),
            OpenError::WrongKey { .. } => ("wrong_key", Some(say!("faults-other-key"))),
            OpenError::TooNew { .. } => ("file_too_new", None),
            OpenError::Damaged { .. } => ("file_damaged", Some(say!("faults-repaired-by-holder"))),
            OpenError::Lost { .. } => ("file_damaged", Some(say!("faults-move-elsewhere"))),
            OpenError::Salvage { .. } => ("file_damaged", None),
            OpenError::Sqlite { .. } => ("storage_failed", None),
        };
        let message = match &error {
            OpenError::DiskFull { .. } | OpenError::Locked { .. } | OpenError::Lost { .. } => {
                as_sentence(&error.to_string())
            }
            _ => sentence(&error),
        };
        let failure = Self::new(code, message).with_help(help);
        match &error {
            OpenError::WrongKey { .. } | OpenError::TooNew { .. } | OpenError::Lost { .. } => {
                failure
            }
            _ => failure.may_pass(),
        }
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        let code = match &error {
            VaultError::Damaged => "keychain_damaged",
            VaultError::TooLong { .. } => "token_invalid",
            other => match other.state() {
                VaultState::NoKeychain => "no_keychain",
                VaultState::Locked => "keychain_locked",
                VaultState::Slow => "keychain_slow",
                VaultState::Denied | VaultState::Available => "keychain_denied",
            },
        };
        let message = match error.state() {
            // What stood in the way says no more than that, in the words of a library or a bus.
            VaultState::Locked | VaultState::Denied => as_sentence(&error.to_string()),
            _ => sentence(&error),
        };
        Self {
            retry: code != "token_invalid",
            ..Self::new(code, message)
        }
        .with_help(Some(error.cure()))
    }
}

impl From<KeyFileError> for Failure {
    fn from(error: KeyFileError) -> Self {
        let code = match &error {
            KeyFileError::Read { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                "key_file_missing"
            }
            _ => "key_file_unusable",
        };
        Self::new(code, sentence(&error))
    }
}

impl From<RemoteError> for Failure {
    fn from(error: RemoteError) -> Self {
        remote(&error)
    }
}

/// The server brought no usable answer.
pub(crate) fn remote(error: &RemoteError) -> Failure {
    let about_url = matches!(error, RemoteError::NotScim | RemoteError::Redirected { .. });
    let failure = Failure {
        retry: !error.is_permanent(),
        ..Failure::new(error.code(), error.to_string())
    }
    .with_help(error.help());
    if about_url {
        failure.on_field("url")
    } else {
        failure
    }
}

/// Another program writes to the organization.
pub(crate) fn held_by(holder: Option<&HeldBy>) -> Failure {
    let message = match holder {
        Some(holder) => say!("faults-held-by", holder = holder.to_string()),
        None => say!("faults-held"),
    };
    Failure::new("held_by", message).may_pass()
}

/// The right to write was not given.
pub(crate) fn lock_failure(error: &LockError) -> Failure {
    match error {
        LockError::Held(holder) => held_by(holder.as_ref()),
        LockError::Io { path, source } => crate::home::unusable(path, source),
    }
}

/// An error and what caused it, as one sentence.
pub(crate) fn sentence(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    as_sentence(&text)
}

/// A text with a capital and a full stop.
fn as_sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    let end = if text.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    first.into_iter().flatten().chain(chars).collect::<String>() + end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_reaches_the_interface() {
        let failure = Failure::new("offline", "No.");
        assert_eq!(
            serde_json::to_string(&failure).unwrap(),
            r#"{"code":"offline","message":"No."}"#
        );
        let failure = failure.on_field("url").may_pass();
        assert_eq!(
            serde_json::to_string(&failure).unwrap(),
            r#"{"code":"offline","message":"No.","field":"url","retry":true}"#
        );
    }

    #[test]
    fn an_error_and_its_causes_make_one_sentence() {
        let cause = std::io::Error::other("it is wet");
        let error = VaultError::Locked {
            cause: cause.into(),
        };
        assert_eq!(
            sentence(&error),
            "The system keychain is locked: it is wet."
        );
    }

    #[test]
    fn a_missing_keychain_comes_with_its_cure() {
        let error = VaultError::NoKeychain {
            cause: "no bus".into(),
        };
        let failure = Failure::from(error);
        assert_eq!(failure.code, "no_keychain");
        assert!(
            failure.help.is_some(),
            "what stands in the way is told with its cure"
        );
    }
}
