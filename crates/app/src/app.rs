//! The open program: its profile folder, and the organizations that are open.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use rollcall_model::{Clock, ConnectionId, Timestamp, Token};
use rollcall_sync::Connector;
use rollcall_vault::Vault;
use tokio::sync::broadcast;

use crate::credentials::Credentials;
use crate::home::{Home, Profile};
use crate::organization::{Hold, Organization, lock};
use crate::view::{Stale, Topic};
use crate::{Failure, opening};

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

/// The program. Cheap to clone; every use case is a method, each in a file of its own name. Use cases
/// run on a tokio runtime.
#[derive(Clone)]
pub struct App {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) home: Home,
    pub(crate) program: &'static str,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) connector: Arc<dyn Connector>,
    pub(crate) credentials: Credentials,
    pub(crate) pace: Pace,
    pub(crate) stale: broadcast::Sender<Stale>,
    open: Mutex<BTreeMap<ConnectionId, Arc<Organization>>>,
    /// Held while one is opened, so that it isn't opened twice.
    opening: tokio::sync::Mutex<()>,
    demo: Mutex<Option<ConnectionId>>,
}

/// As many messages wait for one who lags behind; more mean that everything is stale.
const STALE_BACKLOG: usize = 256;

/// How often, and after how long, the right to write is asked for again before its holder is named:
/// a reading command lets go of it within milliseconds.
const LOCK_TRIES: u32 = 10;
const LOCK_PAUSE: Duration = Duration::from_millis(50);
/// How often a window beside another program that writes looks whether that one has let go.
const TAKE_OVER: Duration = Duration::from_secs(2);

impl App {
    /// Opens the profile folder. No organization is opened, and nothing is sent.
    ///
    /// # Errors
    /// `home_unusable` when the folder can't be made, read or written.
    pub fn open(parts: AppParts) -> Result<Self, Failure> {
        let home = Home::open(parts.home)?;
        let key_file = parts.key_file.unwrap_or_else(|| home.key_file());
        Ok(Self {
            inner: Arc::new(Inner {
                home,
                program: parts.program,
                clock: parts.clock,
                connector: parts.connector,
                credentials: Credentials::new(parts.vault, key_file, parts.token),
                pace: parts.pace,
                stale: broadcast::Sender::new(STALE_BACKLOG),
                open: Mutex::default(),
                opening: tokio::sync::Mutex::default(),
                demo: Mutex::default(),
            }),
        })
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
        let _one_at_a_time = self.inner.opening.lock().await;
        let open = std::mem::take(&mut *lock(&self.inner.open));
        for organization in open.into_values() {
            stop(&organization).await;
        }
    }

    pub(crate) fn home(&self) -> &Home {
        &self.inner.home
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    pub(crate) fn demo(&self) -> Option<ConnectionId> {
        *lock(&self.inner.demo)
    }

    pub(crate) fn set_demo(&self, id: ConnectionId) -> Option<ConnectionId> {
        lock(&self.inner.demo).replace(id)
    }

    /// The organization, if it is open.
    pub(crate) fn opened(&self, id: ConnectionId) -> Option<Arc<Organization>> {
        lock(&self.inner.open).get(&id).cloned()
    }

    /// Those that live in memory: this session's own, and the demo.
    pub(crate) fn session_profiles(&self) -> Vec<(ConnectionId, Profile)> {
        lock(&self.inner.open)
            .values()
            .filter(|open| matches!(open.hold, Hold::Memory))
            .map(|open| (open.id, open.profile.clone()))
            .collect()
    }

    /// Says that these topics are answered differently now.
    pub(crate) fn tell_stale(&self, id: ConnectionId, topics: &[Topic]) {
        // Nobody may be watching.
        let _ = self.inner.stale.send(Stale {
            organization: id.to_string(),
            topics: topics.to_vec(),
        });
    }

    /// The organization, opened if it isn't yet: to write where that is free, else to read.
    pub(crate) async fn organization(
        &self,
        id: ConnectionId,
    ) -> Result<Arc<Organization>, Failure> {
        if let Some(open) = self.opened(id) {
            return Ok(open);
        }
        let _one_at_a_time = self.inner.opening.lock().await;
        if let Some(open) = self.opened(id) {
            return Ok(open);
        }
        let open = self.open_now(id, opening::Wish::Look).await?;
        if self.inner.pace == Pace::Running && !open.may_write() {
            tokio::spawn(take_over(Arc::downgrade(&self.inner), id));
        }
        Ok(open)
    }

    /// The organization, to write to it.
    pub(crate) async fn writer(&self, id: ConnectionId) -> Result<Arc<Organization>, Failure> {
        let open = self.organization(id).await?;
        if open.may_write() {
            return Ok(open);
        }
        drop(open);
        let _one_at_a_time = self.inner.opening.lock().await;
        let mut tries = 0;
        loop {
            match self.opened(id) {
                Some(open) if open.may_write() => return Ok(open),
                _ => {}
            }
            tries += 1;
            match self.open_now(id, opening::Wish::Write).await {
                Err(failure) if failure.code == "held_by" && tries < LOCK_TRIES => {
                    tokio::time::sleep(LOCK_PAUSE).await;
                }
                done => return done,
            }
        }
    }

    /// Takes in an organization that was just put together.
    pub(crate) fn take_in(&self, organization: Organization) -> Arc<Organization> {
        let organization = Arc::new(organization);
        lock(&self.inner.open).insert(organization.id, Arc::clone(&organization));
        organization
    }

    /// Closes one organization.
    pub(crate) async fn shut(&self, id: ConnectionId) {
        let open = lock(&self.inner.open).remove(&id);
        if let Some(open) = open {
            stop(&open).await;
        }
    }

    /// Opens it from its files, in place of how it was open before. The keychain may ask a person.
    async fn open_now(
        &self,
        id: ConnectionId,
        wish: opening::Wish,
    ) -> Result<Arc<Organization>, Failure> {
        let inner = Arc::clone(&self.inner);
        let opened = blocking(move || opening::open(&inner, id, wish)).await?;
        Ok(self.take_in(opened))
    }
}

/// Waits beside another program that writes, and takes over when it lets go. It ends with the
/// program, or when the organization is closed or was taken over otherwise.
async fn take_over(inner: Weak<Inner>, id: ConnectionId) {
    loop {
        tokio::time::sleep(TAKE_OVER).await;
        let Some(inner) = inner.upgrade() else { return };
        let app = App { inner };
        let _one_at_a_time = app.inner.opening.lock().await;
        match app.opened(id) {
            Some(open) if !open.may_write() => {}
            _ => return,
        }
        if app.open_now(id, opening::Wish::Write).await.is_ok() {
            app.tell_stale(id, &[Topic::Session, Topic::Users, Topic::Outbox]);
            return;
        }
    }
}

async fn stop(organization: &Organization) {
    if let Some(engine) = &organization.engine {
        engine.stop().await;
    }
}

/// Runs what may wait for a person or a disk, away from the runtime's own threads.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| {
            Err(Failure::new(
                "internal",
                format!("A task of Rollcall's failed: {error}."),
            ))
        })
}
