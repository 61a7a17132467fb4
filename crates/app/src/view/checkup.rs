//! What was looked at to tell whether the program can work here.

use std::collections::BTreeMap;

use rollcall_language::say;
use serde::Serialize;

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckSubject {
    /// The window: that it is drawn, and that it reaches the program. Only the desktop program has one.
    Window,
    /// The profile folder.
    ProfileFolder,
    /// A database made, encrypted, read back, and refused under another key.
    Database,
    /// A secret stored in the place for secrets, read back and forgotten.
    Keychain,
    /// An organization of the profile.
    Organization,
}

impl CheckSubject {
    /// What it is called.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Window => say!("check-window"),
            Self::ProfileFolder => say!("check-profile-folder"),
            Self::Database => say!("check-database"),
            Self::Keychain => say!("check-keychain"),
            Self::Organization => say!("check-organization"),
        }
    }
}

/// One thing that was looked at. What is serialized holds no name, address, path or credential, so that it
/// can be handed to others; what is told to the person may.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// What.
    pub subject: CheckSubject,
    /// Which organization: its place in the list, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<usize>,
    /// The code of the failure; `None` where all is well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Numbers and states.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<&'static str, String>,
    /// What was found, as a sentence for the person at this computer.
    #[serde(skip)]
    pub told: String,
    /// What they can do about it.
    #[serde(skip)]
    pub help: Option<String>,
}

impl CheckView {
    /// Whether all is well.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.code.is_none()
    }
}
