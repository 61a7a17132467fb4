//! The outbox as people read it: by resource, what was, what is asked for, where it stands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReplacementView, RoleChoice, Verdict};

/// What isn't at rest: the changes of some users, and what was asked for of many at once.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxView {
    /// What was asked for of many at once, in the order in which it was.
    pub bulks: Vec<OutboxBulk>,
    /// How many resources have a change that answers the question.
    pub total: u32,
    /// The place of the first of these, from 0.
    pub offset: u32,
    /// By resource: first those of which something needs a person, then in the order of their first
    /// change.
    pub groups: Vec<OutboxGroup>,
    /// How many changes wait, of those of the operation that was asked for, or of all.
    pub waiting: u32,
    /// How many wait for somebody's acceptance, likewise.
    pub awaiting: u32,
    /// How many need a person, likewise.
    pub needs_you: u32,
    /// How many are done, likewise.
    pub done: u32,
    /// The last of them may be sent within so many milliseconds at the earliest: the undo window.
    pub undo_ms: Option<u32>,
    /// The press of *Save* that was made last and of which something can still be taken back.
    pub last_waiting: Option<String>,
}

/// Which part of the outbox is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct OutboxQuery {
    /// Only what came with this press of *Save*.
    #[ts(optional)]
    pub operation: Option<String>,
    /// Only what stands there.
    #[ts(optional)]
    pub part: Option<OutboxPart>,
    /// From this place on, counted from 0.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A part of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutboxPart {
    /// What waits, for whatever, or is on its way.
    Waiting,
    /// What was refused, or is in conflict.
    NeedsYou,
    /// What the server has.
    Done,
}

/// Some changes of the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Changes {
    /// Every one.
    All,
    /// These.
    Ids {
        /// Their ids.
        ids: Vec<String>,
    },
    /// What came with one press of *Save*.
    Operation {
        /// Its id.
        operation: String,
        /// Only what stands there.
        #[serde(default)]
        #[ts(optional)]
        part: Option<OutboxPart>,
    },
}

/// What was asked for of many at once.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxBulk {
    /// The press of *Save*.
    pub operation: String,
    /// The change's machine name, as in [`OutboxEntry`].
    pub verb: String,
    /// What it is about in words, as in [`OutboxEntry`].
    pub subject: String,
    /// The value asked for, in words.
    pub after: String,
    /// When it was made (RFC 3339).
    pub made_at: String,
    /// Of how many users.
    pub users: u32,
    /// How many of its changes wait or are on their way.
    pub waiting: u32,
    /// How many need a person.
    pub needs_you: u32,
    /// How many are done.
    pub done: u32,
    /// Why some were refused, the most frequent reason first.
    pub refusals: Vec<CountedRefusal>,
}

/// A refusal, and how many changes it is the reason of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CountedRefusal {
    /// The sentence.
    pub reason: String,
    /// How many.
    pub changes: u32,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// A user.
    User,
    /// A workspace.
    Workspace,
    /// The organization itself.
    Organization,
}

/// What is open on one resource, or replaces a user's e-mail.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxGroup {
    /// What it is.
    pub kind: ResourceKind,
    /// Its id; empty for the organization.
    pub id: String,
    /// What it is called, as last known.
    pub name: String,
    /// A user's e-mail address, as last known; else empty.
    pub email: String,
    /// The replaced e-mail that these changes make together; `None` for changes that stand for
    /// themselves.
    pub replacement: Option<ReplacementView>,
    /// The changes, in order.
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
    /// In a conflict, what both edits come to where they don't overlap: the text with both in it, or the
    /// access that would be given to who was added by somebody else.
    pub combined: Option<String>,
    /// In a conflict, whether somebody else has the name or the address that is asked for.
    pub taken: bool,
    /// When it was made (RFC 3339).
    pub made_at: String,
    /// The time of the list on which it was made (RFC 3339).
    pub seen_at: Option<String>,
    /// Where it stands.
    pub state: OutboxState,
    /// Why it stands there: the refusal, or what it waits for; a sentence.
    pub reason: Option<String>,
    /// Whether it may be given another value; `None` where it has none, or doesn't wait any more.
    pub edit: Option<Verdict>,
    /// May be sent within so many milliseconds at the earliest: the undo window.
    pub undo_ms: Option<u32>,
}

/// Another place in the order for changes that wait.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveChanges {
    /// Their ids.
    pub changes: Vec<String>,
    /// The one before which they go; behind all where none is given.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<String>,
}

/// Other values for a change that waits; those that aren't given stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct EditChange {
    /// The change's id.
    pub change: String,
    /// Of a change of role, and of an addition: the role's wire value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A display name, a workspace's name, the name of a user to be added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address of a user to be added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The address of a picture; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// The value of an attribute of the organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
}

/// A change that waits, as the dialog shows it that edits it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// The change's machine name, as in [`OutboxEntry`].
    pub verb: String,
    /// What it is about in words, as in [`OutboxEntry`].
    pub subject: String,
    /// What the resource is called.
    pub name: String,
    /// A user's e-mail address; else empty.
    pub email: String,
    /// The value seen when it was made, in words.
    pub before: String,
    /// The machine name of an attribute of the organization.
    pub field: Option<String>,
    /// The roles that could be asked for instead; empty where it is about none.
    pub roles: Vec<RoleChoice>,
    /// The values that it carries.
    pub values: EditChange,
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
    /// Stays here until a person presses *Send*.
    Held,
    /// Risky, and decided without the server or on an old list: asks once more before it is sent.
    Unconfirmed,
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
