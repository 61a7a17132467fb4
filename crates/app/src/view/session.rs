//! How things stand with one organization: the link, the list's age, what waits.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The state of one organization, as the status bar and the banners tell it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Which organization.
    pub organization: String,
    /// The signed-in user's id; `None` where the server doesn't tell.
    pub me: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// The role held, as wire value; `None` while unknown.
    pub role: Option<String>,
    /// The same in words.
    pub role_title: Option<String>,
    /// How the server can be reached.
    pub link: Link,
    /// What the list is worth.
    pub snapshot: SnapshotView,
    /// How many changes wait (queued, sending or unknown).
    pub waiting: u32,
    /// How many need a person (conflict or rejected, not dropped).
    pub needs_you: u32,
    /// What leaves only at a person's word.
    pub hold: HoldView,
    /// Changes that the role held now no longer allows; `None` where the role is what it was, or
    /// where there are none.
    pub lost: Option<LostView>,
    /// Where the sign-in is kept.
    pub keep: super::Keep,
    /// What may be done to users and workspaces at all; a part of it comes with its reason.
    pub actions: Vec<super::OfferedAction>,
    /// The areas of the settings, as far as they are open.
    pub areas: Vec<super::AreaView>,
    /// What must be said once, for example a cache that was rebuilt; sentences for people.
    pub notices: Vec<String>,
}

/// Changes that another role than the one held now was needed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LostView {
    /// How many.
    pub changes: u32,
    /// From what to what the role changed, and what that means for them; sentences for people.
    pub message: String,
}

/// What leaves this computer only at a person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HoldView {
    /// Whether whatever is asked for from now on waits for *Send*.
    pub on: bool,
    /// How many of the changes that wait do.
    pub held: u32,
    /// How many of them ask once more before they are sent.
    pub unconfirmed: u32,
    /// Why nothing can be held here; `None` where it can.
    pub refused: Option<String>,
}

/// Whether everything is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    /// Nothing leaves before *Send*.
    On,
    /// What is asked for goes out by itself.
    Off,
}

/// How the server can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum Link {
    /// Not tried yet.
    Connecting,
    /// The last request was answered.
    Online,
    /// Reading from the server now.
    Syncing {
        /// How far the read is.
        progress: Progress,
    },
    /// No answer of the server's.
    Offline {
        /// The fault's stable name.
        code: String,
        /// Why, in words.
        reason: String,
        /// The next step, in words, where there is one.
        help: Option<String>,
        /// When the next try is due (RFC 3339).
        retry_at: Option<String>,
    },
    /// The server asked us to wait.
    Waiting {
        /// Until when (RFC 3339).
        until: String,
    },
    /// The token is refused or gone: viewing works, sending is paused.
    SessionEnded,
    /// The organization was deleted on its server: what was last read can be looked at.
    Deleted,
    /// The keychain is locked: the token is there, and can't be read now.
    KeychainLocked,
    /// Another program has the organization open, and speaks to the server: this one looks.
    Elsewhere,
}

/// How far a read of everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Users received.
    pub loaded: u32,
    /// Users in all, as the server said; `None` while unknown.
    pub total: Option<u32>,
}

/// What the list is worth.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotView {
    /// When the server last described the organization (RFC 3339); `None` before the first read.
    pub as_of: Option<String>,
    /// False during a first read: counts and exports aren't whole yet.
    pub complete: bool,
    /// Users in the list.
    pub users: u32,
    /// Users whose invitation is pending.
    pub pending: u32,
    /// Users that could not be read, each with the reason.
    pub unreadable: Vec<String>,
    /// Users that the server says it has; `None` where it doesn't tell.
    pub expected: Option<u32>,
}

/// What became stale: the interface fetches these topics again, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stale {
    /// In which organization.
    pub organization: String,
    /// What.
    pub topics: Vec<Topic>,
}

/// A thing that can become stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// `session` answers differently.
    Session,
    /// Windows of users and of workspaces, and details, answer differently.
    Users,
    /// The outbox answers differently.
    Outbox,
    /// The saved views answer differently.
    Views,
    /// The organization's information, billing, subscription or invoices answer differently.
    Organization,
}

/// What a read of the server brought.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SyncReport {
    /// Users in the list now.
    pub users: u32,
    /// Workspaces now.
    pub workspaces: u32,
    /// Whether everything was read, or only what is new.
    pub full: bool,
    /// Users that could not be read, each with the reason.
    pub unreadable: Vec<String>,
    /// Bytes of bodies sent and received, after decompression.
    pub bytes: u32,
    /// When the server described the organization (RFC 3339).
    pub as_of: Option<String>,
}
