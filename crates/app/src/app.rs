//! The open program: its profile folder, and the organizations that are open.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use rollcall_cache::WriterLock;
use rollcall_language::say;
use rollcall_model::{Clock, ConnectionId, Timestamp, Token};
use rollcall_sync::Connector;
use rollcall_vault::Vault;
use tokio::sync::{broadcast, oneshot};

use crate::credentials::Credentials;
use crate::home::{Home, Profile};
use crate::invitee_list::Kept;
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
    /// Held while one is opened, so that it isn't opened twice; the last that could not be, and why.
    pub(crate) opening: tokio::sync::Mutex<Option<(ConnectionId, Failure)>>,
    /// Counts attempts to open one.
    attempts: AtomicU64,
    /// Held while one is connected, so that a command delivered twice connects it once.
    pub(crate) connecting: tokio::sync::Mutex<()>,
    demo: Mutex<Option<ConnectionId>>,
    /// What was mended in the files of each, since this program started.
    mended: Mutex<BTreeMap<ConnectionId, Vec<String>>>,
    /// The list of people that is being added, or looked at before.
    pub(crate) invitees: Kept,
}

/// As many messages wait for one who lags behind; more mean that everything is stale.
const STALE_BACKLOG: usize = 256;

/// How often, and after how long, the right to write is asked for again before its holder is named:
/// a reading command lets go of it within milliseconds.
pub(crate) const LOCK_TRIES: u32 = 10;
pub(crate) const LOCK_PAUSE: Duration = Duration::from_millis(50);
/// As long is a request under way waited for when the program closes. What is cut off then is found
/// as *sending* at the next start, and looked up.
const CLOSING: Duration = Duration::from_secs(5);

impl Inner {
    /// Keeps in mind that something was mended, if it was, for who asks by [`App::mended`].
    pub(crate) fn mended(&self, id: ConnectionId, what: Option<String>) {
        if let Some(what) = what {
            lock(&self.mended).entry(id).or_default().push(what);
        }
    }
}

impl App {
    /// Opens the profile folder, and removes what a killed program has left of an export. No organization is
    /// opened, and nothing is sent.
    ///
    /// # Errors
    /// `home_unusable` when the folder can't be made, read or written.
    pub fn open(parts: AppParts) -> Result<Self, Failure> {
        let home = Home::open(parts.home)?;
        home.sweep_drafts();
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
                attempts: AtomicU64::new(0),
                connecting: tokio::sync::Mutex::default(),
                demo: Mutex::default(),
                mended: Mutex::default(),
                invitees: Kept::default(),
            }),
        })
    }

    /// What becomes stale from now on, in any organization. Who lags behind takes everything as
    /// stale.
    #[must_use]
    pub fn watch(&self) -> broadcast::Receiver<Stale> {
        self.inner.stale.subscribe()
    }

    /// What had to be mended in an organization's files since this program started, as sentences: a person
    /// must be told, once.
    #[must_use]
    pub fn mended(&self, organization: ConnectionId) -> Vec<String> {
        let mended = lock(&self.inner.mended);
        mended.get(&organization).cloned().unwrap_or_default()
    }

    /// Closes every organization: ends its engine after the request under way, if that doesn't take
    /// too long, and lets go of its lock. What waits, waits in the outbox.
    pub async fn close(&self) {
        let _one_at_a_time = self.inner.opening.lock().await;
        let open = std::mem::take(&mut *lock(&self.inner.open));
        for engine in open.values().filter_map(|open| open.engine.as_ref()) {
            engine.handle().stop();
        }
        let ended = async {
            for organization in open.into_values() {
                stop(&organization).await;
            }
        };
        if tokio::time::timeout(CLOSING, ended).await.is_err() {
            tracing::warn!("a request under way was not waited for");
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

    /// The demo is no more, if it is this one.
    pub(crate) fn forget_demo(&self, id: ConnectionId) {
        lock(&self.inner.demo).take_if(|demo| *demo == id);
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
        let before = self.inner.attempts.load(Ordering::Acquire);
        let mut last = self.inner.opening.lock().await;
        if let Some(open) = self.opened(id) {
            return Ok(open);
        }
        // A window asks for many things at once. Who waited beside an attempt that failed shares its
        // answer, so that a person who refuses a keychain's prompt isn't prompted for each of them.
        if self.inner.attempts.load(Ordering::Acquire) != before
            && let Some((_, failure)) = last.as_ref().filter(|(failed, _)| *failed == id)
        {
            return Err(failure.clone());
        }
        let opened = self.open_now(id, opening::Wish::Look).await;
        *last = opened.as_ref().err().map(|failure| (id, failure.clone()));
        self.inner.attempts.fetch_add(1, Ordering::AcqRel);
        let open = opened?;
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

/// Waits beside another program that writes, and takes over when it lets go, unless the organization
/// was closed or taken over otherwise by then.
async fn take_over(inner: Weak<Inner>, id: ConnectionId) {
    loop {
        let Some(folder) = inner.upgrade().map(|inner| inner.home.folder(id)) else {
            return;
        };
        if let Err(failure) = freed(folder).await {
            tracing::warn!(%failure, "another program can't be waited for");
            return;
        }
        let Some(inner) = inner.upgrade() else { return };
        let app = App { inner };
        let _one_at_a_time = app.inner.opening.lock().await;
        match app.opened(id) {
            Some(open) if !open.may_write() => {}
            _ => return,
        }
        match app.open_now(id, opening::Wish::Write).await {
            Ok(_) => {
                app.tell_stale(
                    id,
                    &[
                        Topic::Session,
                        Topic::Users,
                        Topic::Outbox,
                        Topic::Views,
                        Topic::Organization,
                    ],
                );
                return;
            }
            // Somebody else was quicker.
            Err(failure) if failure.code == "held_by" => {}
            Err(failure) => {
                // A person must do something first, and then refreshes.
                tracing::warn!(%failure, "could not take over");
                return;
            }
        }
    }
}

/// Waits until nobody writes to an organization: on a thread of its own, since nothing calls it off.
async fn freed(folder: PathBuf) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| {
        Failure::new(
            "internal",
            say!("internal-thread", cause = error.to_string()),
        )
    };
    let (tell, told) = oneshot::channel();
    std::thread::Builder::new()
        .name("take over".to_owned())
        .spawn(move || {
            let free = WriterLock::wait_until_free(&folder);
            // The program may have ended meanwhile.
            let _ = tell.send(free.map_err(|error| crate::failure::lock_failure(&error)));
        })
        .map_err(|error| failed(&error))?;
    told.await.map_err(|error| failed(&error))?
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
                say!("internal-task", cause = error.to_string()),
            ))
        })
}
