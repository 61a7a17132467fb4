//! The outbox as people read it: by user, what was, what is asked for, where it stands.

use serde::Serialize;
use ts_rs::TS;

/// Everything that isn't at rest.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxView {
    /// By user, in the order of their first change.
    pub groups: Vec<OutboxGroup>,
    /// How many wait.
    pub waiting: u32,
    /// How many need a person.
    pub needs_you: u32,
}

/// What is open on one user.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxGroup {
    /// The user's id.
    pub user: String,
    /// Their name, as last known.
    pub name: String,
    /// Their e-mail address, as last known.
    pub email: String,
    /// Their changes, in order.
    pub entries: Vec<OutboxEntry>,
}

/// One mutation.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxEntry {
    /// The mutation's id.
    pub id: String,
    /// The press of *Save* that it came with.
    pub operation: String,
    /// The change's machine name, as in the journal: `add_user`, `set_role`, ….
    pub verb: String,
    /// What it is about in words: "Role", "Display name", or the workspace's name.
    pub subject: String,
    /// The value seen when it was made, in words.
    pub before: String,
    /// The value asked for, in words.
    pub after: String,
    /// What the server has now, in words: only in conflict.
    pub theirs: Option<String>,
    /// When it was made (RFC 3339).
    pub made_at: String,
    /// The time of the list on which it was made (RFC 3339).
    pub seen_at: Option<String>,
    /// Where it stands.
    pub state: OutboxState,
    /// Why it stands there: the refusal, or what it waits for; a sentence.
    pub reason: Option<String>,
    /// May be sent within so many milliseconds at the earliest: the undo window.
    pub undo_ms: Option<u32>,
}

/// Where a mutation stands, in the outbox's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// Durable, not sent.
    Waiting,
    /// On its way.
    Sending,
    /// The server has it; listed until seen.
    Done,
    /// Refused.
    Rejected,
    /// Something else stands there now.
    Conflict,
    /// Held back by sign-in, rate limit, or an earlier one.
    Blocked,
    /// Held back until a person has accepted an invitation: outside the count of waiting changes.
    WaitsForAcceptance,
    /// Sent, no answer yet: looked up before it is tried again.
    Unknown,
}

/// What became of a save.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The operation's id.
    pub operation: String,
    /// How many mutations are now durable in the outbox.
    pub queued: u32,
    /// How many the server has confirmed already (without an undo window only).
    pub applied: u32,
    /// A sentence for people: what waits, and what has changed on the server.
    pub message: String,
}

/// What became of sending what waits.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    /// How many the server has confirmed by now. A window is told through its topics instead.
    pub applied: u32,
    /// How many need a person now.
    pub needs_you: u32,
    /// How many still wait.
    pub waiting: u32,
    /// A sentence for people.
    pub message: String,
}
