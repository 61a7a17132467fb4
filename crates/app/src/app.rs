//! The open program: its profile folder, and the organizations that are open.

use std::path::PathBuf;
use std::sync::Arc;

use rollcall_model::{Clock, Token};
use rollcall_sync::Connector;
use rollcall_vault::Vault;
use tokio::sync::broadcast;

use crate::Failure;
use crate::view::Stale;

/// What a program is put together from.
pub struct AppParts {
    /// The profile folder; made if it is missing.
    pub home: PathBuf,
    /// What this program is called to others that want the same organization.
    pub program: &'static str,
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// The system's keychain.
    pub vault: Arc<dyn Vault>,
    /// Makes connections.
    pub connector: Arc<dyn Connector>,
    /// The key file; `None` takes `key` in the profile folder where one is asked for.
    pub key_file: Option<PathBuf>,
    /// A token for this run alone: used in place of the one that is kept, and never kept itself.
    pub token: Option<Token>,
    /// Whether reading and sending go on by themselves.
    pub pace: Pace,
}

/// Whether reading and sending go on by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// An engine runs for each open organization: a window.
    Running,
    /// Only when a use case asks for it: one command in a terminal.
    OnRequest,
}

/// The program. Cheap to clone; every use case is a method, each in a file of its own name.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    parts: AppParts,
    stale: broadcast::Sender<Stale>,
}

impl App {
    /// Opens the profile folder. No organization is opened, and nothing is sent.
    ///
    /// # Errors
    /// `home_unusable` when the folder can't be made, read or written.
    pub fn open(parts: AppParts) -> Result<Self, Failure> {
        todo!()
    }

    /// What becomes stale from now on, in any organization. Who lags behind takes everything as
    /// stale.
    #[must_use]
    pub fn watch(&self) -> broadcast::Receiver<Stale> {
        self.inner.stale.subscribe()
    }

    /// Closes every organization: ends its engine after the request under way and lets go of its
    /// lock. What waits, waits in the outbox.
    pub async fn close(&self) {
        todo!()
    }
}
