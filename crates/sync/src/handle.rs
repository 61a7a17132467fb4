//! The engine from outside: what can be asked of it, and what it tells.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rollcall_model::MutationId;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::time::Instant;

use crate::{Remote, Status, Topic};

/// Speaks to a running engine. Cheap to clone; the engine ends when the last one is gone.
#[derive(Clone)]
pub struct EngineHandle {
    pub(crate) wakes: mpsc::UnboundedSender<Wake>,
    pub(crate) status: watch::Receiver<Status>,
    pub(crate) stale: broadcast::Sender<Topic>,
    pub(crate) releases: Releases,
}

/// What wakes the engine.
pub(crate) enum Wake {
    /// Read what is new.
    Refresh,
    /// Look at the outbox.
    Outbox,
    /// Forget back-off and try again.
    TryNow,
    /// Another sign-in.
    SignedIn(Arc<dyn Remote>),
    /// What waits may go out with this sign-in.
    Adopt,
    /// End.
    Stop,
}

impl EngineHandle {
    /// Reads what is new, and sends what waits.
    pub fn refresh(&self) {
        self.wake(Wake::Refresh);
    }

    /// Says that these mutations are in the ledger now. They go out when `undo` has passed, which is
    /// kept in memory only: after a restart they go out at once. Until it is told, a running engine
    /// leaves them alone. Telling it twice changes nothing.
    pub fn queued(&self, undo: Option<Duration>, ids: &[MutationId]) {
        self.releases.add(ids, undo.unwrap_or_default());
        self.wake(Wake::Outbox);
    }

    /// Says that these mutations were taken back.
    pub fn taken_back(&self, ids: &[MutationId]) {
        for id in ids {
            self.releases.forget(id);
        }
        self.wake(Wake::Outbox);
    }

    /// Says that other mutations are held now than before.
    pub fn held(&self) {
        self.wake(Wake::Outbox);
    }

    /// Ends the undo window of these mutations, or of all.
    pub fn send_now(&self, ids: Option<&[MutationId]>) {
        self.releases.now(ids);
        self.wake(Wake::TryNow);
    }

    /// Tries again at once what waits for the network. What the server asked to wait for, waits.
    pub fn try_now(&self) {
        self.wake(Wake::TryNow);
    }

    /// Goes on with another sign-in: after a new token.
    pub fn signed_in(&self, remote: Arc<dyn Remote>) {
        self.wake(Wake::SignedIn(remote));
    }

    /// A person says that what waits may go out with this sign-in, whose user the server doesn't
    /// tell. Where it tells, and it is another one, this changes nothing.
    pub fn adopt_outbox(&self) {
        self.wake(Wake::Adopt);
    }

    /// Ends the engine after the request under way.
    pub fn stop(&self) {
        self.wake(Wake::Stop);
    }

    /// How things stand, now and whenever it changes.
    #[must_use]
    pub fn status(&self) -> watch::Receiver<Status> {
        self.status.clone()
    }

    /// What becomes stale from now on. Who lags behind must take everything as stale.
    #[must_use]
    pub fn stale(&self) -> broadcast::Receiver<Topic> {
        self.stale.subscribe()
    }

    /// How long a mutation can still be taken back before it goes out; `None` when it may go now.
    #[must_use]
    pub fn undo_left(&self, id: &MutationId) -> Option<Duration> {
        let left = self
            .releases
            .at(id)?
            .saturating_duration_since(Instant::now());
        (!left.is_zero()).then_some(left)
    }

    fn wake(&self, wake: Wake) {
        // An engine that has ended needs no waking.
        let _ = self.wakes.send(wake);
    }
}

/// From when on each mutation may be sent; in memory only.
#[derive(Clone, Default)]
pub(crate) struct Releases(Arc<Mutex<HashMap<MutationId, Instant>>>);

impl Releases {
    pub(crate) fn add(&self, ids: &[MutationId], undo: Duration) {
        let at = Instant::now() + undo;
        let mut releases = self.lock();
        for id in ids {
            releases.entry(*id).or_insert(at);
        }
    }

    pub(crate) fn at(&self, id: &MutationId) -> Option<Instant> {
        self.lock().get(id).copied()
    }

    /// Whether some undo window has ended; also true of what is held up by something else.
    pub(crate) fn any_due(&self, now: Instant) -> bool {
        self.lock().values().any(|at| *at <= now)
    }

    /// Holds back all but these.
    pub(crate) fn only(&self, ids: &[MutationId]) {
        let ids: HashSet<&MutationId> = ids.iter().collect();
        self.lock().retain(|id, _| ids.contains(id));
    }

    pub(crate) fn forget(&self, id: &MutationId) {
        self.lock().remove(id);
    }

    fn now(&self, ids: Option<&[MutationId]>) {
        let now = Instant::now();
        let mut releases = self.lock();
        match ids {
            None => releases.values_mut().for_each(|at| *at = (*at).min(now)),
            Some(ids) => ids.iter().for_each(|id| {
                let at = releases.entry(*id).or_insert(now);
                *at = (*at).min(now);
            }),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<MutationId, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
