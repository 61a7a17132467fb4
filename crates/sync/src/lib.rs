//! The engine that keeps an organization's snapshot fresh and its outbox empty.
//!
//! It speaks to a server through the port [`Remote`], which `rollcall-remote` implements over HTTP,
//! and keeps everything in `rollcall-cache`. What an answer means for a change that waits is decided
//! here and nowhere else.

mod base_url;
mod facts;
mod handle;
mod port;
mod remote_error;
mod status;

pub use base_url::{BaseUrl, InvalidBaseUrl};
pub use facts::{ServerFacts, Trust};
pub use handle::EngineHandle;
pub use port::{
    Connector, CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of, PageAt, Remote,
    SendOutcome, Unreadable, UsersPage, Which, WorkspacesPage,
};
pub use remote_error::{Cause, OfflineKind, RemoteError};
pub use status::{Actor, Link, Pause, Progress, Status, Topic};
