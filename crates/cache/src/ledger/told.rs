//! What a line of the journal tells: how a change was put to people, and the particulars read back.

use rollcall_model::Found;
use serde::{Deserialize, Serialize};

use super::chain::JournalLine;
use super::columns::found;

/// How a change is put to people when it is asked for: each of its lines says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// Who asks: the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The name of whom or what it is about.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The user's address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// What is asked for, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
}

/// The particulars of a line, as far as it has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The mutation that it is about.
    pub mutation: Option<String>,
    /// Who asked for it: the name.
    pub by: Option<String>,
    /// The change's machine name.
    pub change: Option<String>,
    /// The id of the user whom it is about.
    pub user: Option<String>,
    /// The name of whom or what it is about, as it was when it was asked for.
    pub name: Option<String>,
    /// The user's address, likewise.
    pub email: Option<String>,
    /// What was asked for, in words.
    pub what: Option<String>,
    /// Why it is so: of a mutation that is queued again, or whose outcome isn't known.
    pub why: Option<String>,
    /// Why the server, or the policy, refused.
    pub reason: Option<String>,
    /// In a conflict, what kind of thing was found. See [`Told::found`].
    found: Option<String>,
    value: Option<String>,
}

impl JournalLine {
    /// What the line tells. One that can't be read tells nothing: it stands as it is.
    #[must_use]
    pub fn told(&self) -> Told {
        serde_json::from_str(&self.detail).unwrap_or_default()
    }
}

impl Told {
    /// What was found in a conflict.
    #[must_use]
    pub fn found(&self) -> Option<Found> {
        found(self.found.as_deref()?, self.value.clone()).ok()
    }
}
