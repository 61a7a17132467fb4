//! The engine: one future that plans a step, takes it, and plans again.

mod follow;
mod identify;
mod known;
mod listed;
mod members;
mod push;
mod read_changes;
mod read_everything;
mod read_modified;
mod read_organization;
mod session;
mod vanished;
mod writing;

use std::sync::Arc;
use std::time::Duration;

use rollcall_cache::{Cache, Ledger, StoreError};
use rollcall_model::{Clock, Mutation};
use tokio::sync::{broadcast, mpsc, watch};
use tokio::time::Instant;

use crate::backoff::Backoff;
use crate::error::SyncError;
use crate::handle::{Releases, Wake};
use crate::plan::{self, Situation, Step};
use crate::{EngineHandle, Remote, RemoteError, Status, Topic, memory};
use session::Session;

pub use push::PushReport;
pub use read_everything::ReadReport;

/// A list older than this is read again, quietly. It is one long timer, so that an idle program costs
/// nothing.
const OLD: Duration = Duration::from_secs(15 * 60);
/// Topics that a slow listener may lag behind by.
const TOPICS: usize = 64;

/// Asks the policy once more before a change is sent: the reason, when it may not go out.
pub type Recheck = Arc<dyn Fn(&Mutation) -> Result<(), String> + Send + Sync>;

/// What an engine is made of.
pub struct EngineParts {
    /// The server.
    pub remote: Arc<dyn Remote>,
    /// The snapshot.
    pub cache: Cache,
    /// The outbox, opened by the one writer.
    pub ledger: Ledger,
    /// The time of day, for what people read.
    pub clock: Arc<dyn Clock>,
    /// The policy, asked again before sending.
    pub recheck: Recheck,
    /// Where the jitter of waits comes from.
    pub seed: u64,
}

/// Keeps one organization's snapshot fresh and its outbox empty, while [`Engine::run`] is polled.
pub struct Engine {
    pub(crate) remote: Arc<dyn Remote>,
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
    pub(crate) clock: Arc<dyn Clock>,
    recheck: Recheck,
    wakes: mpsc::UnboundedReceiver<Wake>,
    status: watch::Sender<Status>,
    stale: broadcast::Sender<Topic>,
    pub(crate) releases: Releases,
    backoff: Backoff,
    pub(crate) session: Session,
}

impl Engine {
    /// Puts an engine together; nothing happens until it runs.
    #[must_use]
    pub fn new(parts: EngineParts) -> (Self, EngineHandle) {
        let (waker, wakes) = mpsc::unbounded_channel();
        let first = Status {
            actor: remembered_actor(&parts),
            ..Status::default()
        };
        let (status, watched) = watch::channel(first);
        let (stale, _) = broadcast::channel(TOPICS);
        let releases = Releases::default();
        let handle = EngineHandle {
            wakes: waker,
            status: watched,
            stale: stale.clone(),
            releases: releases.clone(),
        };
        let engine = Self {
            remote: parts.remote,
            cache: parts.cache,
            ledger: parts.ledger,
            clock: parts.clock,
            recheck: parts.recheck,
            wakes,
            status,
            stale,
            releases,
            backoff: Backoff::new(parts.seed),
            session: Session::new(),
        };
        (engine, handle)
    }

    /// Works until it is stopped, or until every handle is gone. Needs a runtime with time, and makes
    /// short blocking calls to the two files: best on a thread of its own.
    pub async fn run(mut self) {
        loop {
            self.take_wakes();
            if self.session.stopped {
                return;
            }
            let step = match self.situation() {
                Ok(situation) => plan::next(&situation),
                Err(error) => {
                    self.failed(&SyncError::Store(error));
                    Step::Rest(self.session.retry_at)
                }
            };
            if let Step::Rest(until) = step {
                self.rest(until).await;
                continue;
            }
            let asked = Arc::clone(&self.remote);
            match self.take(step).await {
                Ok(()) => self.worked(step),
                // Another sign-in came meanwhile: it is the one before that was refused.
                Err(SyncError::Remote(RemoteError::Unauthorized))
                    if !Arc::ptr_eq(&asked, &self.remote) => {}
                Err(error) => self.failed(&error),
            }
        }
    }

    async fn take(&mut self, step: Step) -> Result<(), SyncError> {
        match step {
            Step::Recover => Ok(self.recover()?),
            Step::Identify => self.identify().await,
            Step::ReadChanges => {
                let read = self.read_changes().await;
                self.by_our_role(read).await.map(drop)
            }
            Step::ReadEverything => {
                let read = self.read_everything().await;
                self.by_our_role(read).await.map(drop)
            }
            Step::ReadOrganization => self.read_organization().await,
            Step::Push => match self.push().await?.stopped {
                Some(error) => Err(error.into()),
                None => Ok(()),
            },
            Step::Rest(_) => Ok(()),
        }
    }

    /// What the next step depends on.
    fn situation(&self) -> Result<Situation, StoreError> {
        let now = Instant::now();
        let may_send = self.may_send();
        let outbox = if may_send {
            self.outbox(
                &self.ledger.listed()?,
                now,
                &std::collections::BTreeSet::new(),
            )
        } else {
            plan::Outbox::default()
        };
        Ok(Situation {
            now,
            unrecovered: !self.session.recovered,
            session_ended: self.session.ended,
            busy_until: self.session.busy_until,
            retry_at: self.session.retry_at,
            identified: self.session.identified,
            read_wanted: self.session.read_wanted,
            organization_wanted: self.session.organization_wanted,
            changes_offered: self.changes_told()?,
            may_send,
            outbox,
            old_at: self.session.read_at.map_or(now, |read_at| read_at + OLD),
        })
    }

    /// Once per start, before anything is sent: what was perhaps sent is unknown, and the snapshot
    /// catches up with what the ledger knows.
    pub(crate) fn recover(&mut self) -> Result<(), StoreError> {
        self.ledger.recover(self.clock.now())?;
        let open: Vec<_> = self
            .ledger
            .open_mutations()?
            .iter()
            .map(|mutation| mutation.id)
            .collect();
        self.releases.add(&open, Duration::ZERO);
        self.catch_up()?;
        self.session.recovered = true;
        self.tell(Topic::Users);
        self.tell(Topic::Outbox);
        Ok(())
    }

    async fn rest(&mut self, until: Option<Instant>) {
        let wake = match until {
            Some(until) => {
                tokio::select! {
                    biased;
                    wake = self.wakes.recv() => wake,
                    () = tokio::time::sleep_until(until) => return,
                }
            }
            None => self.wakes.recv().await,
        };
        self.woken(wake.unwrap_or(Wake::Stop));
    }

    /// Takes in what was asked for meanwhile.
    pub(crate) fn take_wakes(&mut self) {
        loop {
            match self.wakes.try_recv() {
                Ok(wake) => self.woken(wake),
                Err(mpsc::error::TryRecvError::Empty) => return,
                Err(mpsc::error::TryRecvError::Disconnected) => {
                    self.session.stopped = true;
                    return;
                }
            }
        }
    }

    fn woken(&mut self, wake: Wake) {
        match wake {
            Wake::Refresh => {
                self.session.read_wanted = true;
                self.session.invoices_wanted = true;
                self.try_now();
                // Whoever asked is told so, however long the server takes to answer.
                if self.status.borrow().link == crate::Link::Online {
                    self.progress(0, None);
                }
            }
            Wake::Outbox => {
                self.session.outbox_changed = true;
                // What another account queued may be gone by now: nothing else ends that pause.
                if let Err(error) = self.rebind() {
                    tracing::warn!(%error, "could not judge anew whose changes wait");
                }
            }
            Wake::TryNow => self.try_now(),
            Wake::SignedIn(remote) => {
                self.remote = remote;
                self.session.sign_in();
                self.backoff.reset();
                self.change_status(|status| {
                    status.link = crate::Link::Connecting;
                    status.pause = None;
                });
            }
            Wake::Adopt => self.session.adopt_wanted = true,
            Wake::Stop => self.session.stopped = true,
        }
        if self.session.adopt_wanted && self.adopt().is_err() {
            // Our own file can't be written: asked again at the next wake.
            tracing::warn!("could not bind the outbox to this sign-in");
        }
    }

    /// Forgets the back-off, but not what the server asked for.
    fn try_now(&mut self) {
        self.session.retry_at = None;
        self.session.stuck.clear();
        self.session.outbox_changed = true;
        self.backoff.reset();
    }
}

/// Who is signed in by what is remembered, if that was the same credential.
fn remembered_actor(parts: &EngineParts) -> crate::Actor {
    match memory::RememberedMe::load(&parts.cache) {
        Ok(Some(me)) if me.credential == parts.remote.credential().0 => me.actor(None),
        _ => crate::Actor::NotAsked,
    }
}
