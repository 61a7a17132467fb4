//! How things stand with the server, for whoever watches.

use rollcall_model::{OrgRole, Timestamp, UserId};

#[cfg(doc)]
use crate::RemoteError;

/// Everything that the engine tells of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How the server can be reached.
    pub link: Link,
    /// Who is signed in.
    pub actor: Actor,
    /// Why nothing is sent, although the server answers.
    pub pause: Option<Pause>,
    /// Users whom the last read could not read, each as a sentence.
    pub unreadable: Vec<String>,
    /// What the last read could not do, as a sentence, although the server answers: the list is as
    /// old as it was.
    pub read_failed: Option<String>,
    /// What stands between the engine and its own files, as a sentence: a full disk, for example.
    pub storage: Option<String>,
}

impl Default for Status {
    fn default() -> Self {
        Self {
            link: Link::Connecting,
            actor: Actor::NotAsked,
            pause: None,
            unreadable: Vec::new(),
            read_failed: None,
            storage: None,
        }
    }
}

/// How the server can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// Why, as a sentence.
        reason: String,
        /// Its stable name: [`RemoteError::code`].
        code: &'static str,
        /// The next step, as a sentence, where there is one.
        help: Option<String>,
        /// When the next try is due; `None` while nothing calls for one.
        retry_at: Option<Timestamp>,
    },
    /// The server asked us to wait.
    Waiting {
        /// Until when.
        until: Timestamp,
    },
    /// The token is refused: viewing works, sending is paused.
    SessionEnded,
}

/// How far a read is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Users received.
    pub loaded: u64,
    /// Users in all, as the server said; `None` while unknown.
    pub total: Option<u64>,
}

/// Who is signed in, by what the server says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Not asked yet, since the engine started.
    NotAsked,
    /// The server doesn't tell: decisions are left to it.
    Unknown,
    /// This user.
    Known {
        /// Their id.
        id: UserId,
        /// The name to show.
        name: String,
        /// The role held, as last read.
        role: OrgRole,
        /// The role held before, where a read during this session found another one.
        role_was: Option<OrgRole>,
    },
}

/// Why nothing is sent, although the server answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pause {
    /// What waits was queued by another user; it goes on when that one signs in again, or is
    /// discarded.
    OtherUser {
        /// Who queued it.
        queued_by: UserId,
    },
    /// The sign-in changed and the server doesn't tell whose it is: a person must say whether what
    /// waits may go out with it ([`crate::EngineHandle::adopt_outbox`]).
    UnknownUser,
}

/// A thing that reads differently now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The status, or who is signed in.
    Session,
    /// The list of users, a user, or the workspaces.
    Users,
    /// The outbox.
    Outbox,
    /// The organization itself, or its invoices.
    Organization,
}
