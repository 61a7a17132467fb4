//! A replaced e-mail: what its dialog offers, and how far it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OutboxState, UserRow, Verdict, WorkspaceRef};

/// When the old user is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeleteOld {
    /// Once the new one is added, with everything asked for.
    AtOnce,
    /// Once the new one has accepted the invitation.
    WhenAccepted,
}

/// What the dialog for replacing an e-mail says and offers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplaceView {
    /// The user whose address is replaced.
    pub row: UserRow,
    /// May it be done.
    pub verdict: Verdict,
    /// May the deletion wait for the acceptance; where not, the reason.
    pub when_accepted: Verdict,
    /// The workspaces that the new user gets, by name, with the contacts that do not move.
    pub workspaces: Vec<WorkspaceRef>,
    /// Contacts assigned in all; `None` where the server doesn't tell.
    pub contacts: Option<u32>,
}

/// One press of *Replace*.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplaceEmail {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Whose address.
    pub user: String,
    /// The new e-mail address.
    pub address: String,
    /// When the old user is deleted.
    pub delete: DeleteOld,
}

/// A replaced e-mail that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementView {
    /// "Replace e-mail of Ana Ruiz".
    pub title: String,
    /// The id of the user whose address is replaced.
    pub old: String,
    /// Their e-mail address.
    pub old_email: String,
    /// The id of the new user: a placeholder until the server has given one.
    pub new: String,
    /// Their e-mail address.
    pub new_email: String,
    /// The addition, and the deletion that waits for it.
    pub steps: [ReplacementStep; 2],
    /// The mutation that cancels all of it when it is taken back; `None` once it was sent.
    pub addition: Option<String>,
    /// The mutation that keeps both users when it is taken back; `None` once it was sent.
    pub deletion: Option<String>,
}

/// A step of a replaced e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementStep {
    /// Where it stands.
    pub state: OutboxState,
    /// A sentence that says so.
    pub text: String,
}
