//! The engine that keeps an organization's snapshot fresh and its outbox empty.
//!
//! It speaks to a server through the port [`Remote`], which `rollcall-remote` implements over HTTP,
//! and keeps everything in `rollcall-cache`. What an answer means for a change that waits is decided
//! here and nowhere else.

mod account;
mod backoff;
mod base_url;
mod engine;
mod error;
mod facts;
mod handle;
mod memory;
mod once;
mod order;
mod outcome;
mod plan;
mod port;
mod remote_error;
mod status;
mod walk;

pub use base_url::{BaseUrl, InvalidBaseUrl};
pub use engine::{Engine, EngineParts, PushReport, ReadReport, Recheck};
pub use error::SyncError;
pub use facts::{ServerFacts, Trust};
pub use handle::EngineHandle;
pub use memory::{ListNotes, list_notes, remembered_actor, remembered_server, server_when_opened};
pub use once::{PullReport, PushedReport, identify_once, pull_once, push_once, reach_once};
pub use order::{Before, Missing, Tie, Turn, has_come_true, tie};
pub use port::{
    Answered, Connector, CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of,
    PageAt, Remote, Renewal, SendOutcome, Unreadable, UsersPage, Which, WorkspacesPage,
};
pub use remote_error::{Cause, OfflineKind, RemoteError};
pub use status::{Actor, Link, Pause, Progress, Status, Topic};
