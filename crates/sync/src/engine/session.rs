//! What the engine knows of its connection, in memory; and how it tells of it.

use std::collections::BTreeMap;

use rollcall_language::say;
use rollcall_model::{Resource, Timestamp};
use tokio::time::Instant;

use super::Engine;
use crate::backoff::LONGEST;
use crate::error::SyncError;
use crate::plan::Step;
use crate::{Link, Progress, RemoteError, Status, Topic};

/// See [`Engine`].
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) recovered: bool,
    pub(crate) stopped: bool,
    pub(crate) identified: bool,
    pub(crate) ended: bool,
    pub(crate) read_wanted: bool,
    pub(crate) organization_wanted: bool,
    pub(crate) invoices_wanted: bool,
    pub(crate) outbox_changed: bool,
    pub(crate) adopt_wanted: bool,
    pub(crate) busy_until: Option<Instant>,
    pub(crate) retry_at: Option<Instant>,
    pub(crate) read_at: Option<Instant>,
    /// How often in a row the server failed at telling what has changed.
    pub(crate) changes_failed: u32,
    /// Resources whose turn comes later.
    pub(crate) stuck: BTreeMap<Resource, Stuck>,
}

/// A resource whose changes failed by themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stuck {
    /// Its next turn.
    pub(crate) until: Instant,
    /// How often in a row: looking up what is unknown counts too, though it is no attempt to send.
    pub(crate) failures: u32,
}

impl Session {
    pub(crate) fn new() -> Self {
        Self {
            recovered: false,
            stopped: false,
            identified: false,
            ended: false,
            read_wanted: true,
            organization_wanted: false,
            invoices_wanted: false,
            outbox_changed: false,
            adopt_wanted: false,
            busy_until: None,
            retry_at: None,
            read_at: None,
            changes_failed: 0,
            stuck: BTreeMap::new(),
        }
    }

    /// Another credential: everything about the old one is void.
    pub(crate) fn sign_in(&mut self) {
        self.identified = false;
        self.ended = false;
        self.read_wanted = true;
        self.invoices_wanted = true;
        self.retry_at = None;
        self.stuck.clear();
    }
}

impl Engine {
    /// A step came to its end.
    pub(crate) fn worked(&mut self, step: Step) {
        self.session.retry_at = None;
        self.backoff.reset();
        self.change_status(|status| status.storage = None);
        // Who is signed in may be remembered: only the read that follows shows that the server answers.
        if self.session.identified && !self.session.ended && step != Step::Identify {
            self.change_status(|status| status.link = Link::Online);
        }
    }

    /// A step did not: what is said, and when it is tried again.
    pub(crate) fn failed(&mut self, error: &SyncError) {
        tracing::info!(%error, "not done");
        match error {
            SyncError::Remote(error) => self.unanswered(error),
            SyncError::Incomplete { .. } => {
                let sentence = error.to_string();
                // Walked several times already: a server that miscounts isn't walked all day.
                self.session.read_wanted = false;
                self.session.read_at = Some(Instant::now());
                self.change_status(|status| {
                    status.read_failed = Some(sentence);
                    status.link = Link::Online;
                });
            }
            SyncError::Store(store) => {
                let sentence = say!("faults-storage", fault = store.to_string());
                self.retry_later();
                self.change_status(|status| status.storage = Some(sentence));
            }
        }
    }

    fn unanswered(&mut self, error: &RemoteError) {
        let reason = error.to_string();
        let offline = |reason, retry_at| Link::Offline {
            reason,
            code: error.code(),
            help: error.help(),
            retry_at: Some(retry_at),
        };
        match error {
            RemoteError::Unauthorized => {
                self.session.ended = true;
                self.session.identified = false;
                self.change_status(|status| status.link = Link::SessionEnded);
            }
            RemoteError::Busy { wait } => {
                self.session.busy_until = Some(Instant::now() + *wait);
                let until = self.time_after(*wait);
                self.change_status(|status| status.link = Link::Waiting { until });
            }
            // Whatever is asked next would lead there too: a person must change the address.
            RemoteError::Redirected { .. } => {
                let retry_at = self.retry_in(LONGEST);
                self.change_status(|status| status.link = offline(reason, retry_at));
            }
            // Asking for the list again would bring the same answer: it waits for a person, or for
            // the next quiet refresh.
            error if error.is_permanent() && self.session.identified => {
                self.session.read_wanted = false;
                self.session.read_at = Some(Instant::now());
                self.change_status(|status| {
                    status.read_failed = Some(reason);
                    status.link = Link::Online;
                });
            }
            _ => {
                let retry_at = self.retry_later();
                self.session.read_wanted = true;
                self.change_status(|status| status.link = offline(reason, retry_at));
            }
        }
    }

    /// Sets the next try, and tells when that is.
    fn retry_later(&mut self) -> Timestamp {
        let wait = self.backoff.failed();
        self.retry_in(wait)
    }

    fn retry_in(&mut self, wait: std::time::Duration) -> Timestamp {
        self.session.retry_at = Some(Instant::now() + wait);
        self.time_after(wait)
    }

    fn time_after(&self, wait: std::time::Duration) -> Timestamp {
        let now = self.clock.now();
        now.checked_add(wait).unwrap_or(now)
    }

    /// A read is so far.
    pub(crate) fn progress(&self, loaded: u64, total: Option<u64>) {
        let progress = Progress { loaded, total };
        self.change_status(|status| status.link = Link::Syncing { progress });
    }

    /// Something reads differently now.
    pub(crate) fn tell(&self, topic: Topic) {
        // Nobody need be listening.
        let _ = self.stale.send(topic);
    }

    /// Changes the status, and tells if that made a difference.
    pub(crate) fn change_status(&self, change: impl FnOnce(&mut Status)) {
        let changed = self.status.send_if_modified(|status| {
            let before = status.clone();
            change(status);
            *status != before
        });
        if changed {
            self.tell(Topic::Session);
        }
    }

    /// Whether anything may go out under this account.
    pub(crate) fn may_send(&self) -> bool {
        self.session.identified && !self.session.ended && self.status.borrow().pause.is_none()
    }
}
