//! An engine over a fake server, two databases in memory, and a held clock.

use std::sync::Arc;
use std::time::Duration;

use rollcall_cache::{Cache, Enqueued, Key, Ledger, Location, Mode, NewMutation, Operation};
use rollcall_model::{
    After, Change, Clock, Found, Goes, MutationId, MutationState, OperationId, OrgRole, Role,
    Settled, Timestamp, User, UserChange, UserId, WorkspaceId,
};
use rollcall_sync::{
    Engine, EngineHandle, EngineParts, Link, OfflineKind, Pause, PullReport, PushedReport, Recheck,
    Remote, RemoteError, SendOutcome, Status, SyncError, pull_once, push_once,
};
use rollcall_testkit::{FakeRemote, SendFault};
use tokio::sync::broadcast::error::RecvError;

/// The admin whose credential the tests use.
pub(crate) const ADMIN: &str = "admin-1";

/// The role of whom [`promote`] was done to.
pub(crate) const PROMOTED: Option<OrgRole> = Some(OrgRole::Known(Role::UserAdmin));

pub(crate) const APPLIED: MutationState = MutationState::Settled(Settled::Applied);

/// Somebody else has the address or the name that was asked for.
pub(crate) const TAKEN: MutationState = MutationState::Settled(Settled::Conflict {
    found: Found::Taken,
});

/// A clock that stands still: nothing in the engine may depend on it.
#[derive(Debug)]
pub(crate) struct StoppedClock;

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_790_000_000).unwrap()
    }
}

/// One organization on this side, and its server on the other.
pub(crate) struct Bench {
    pub(crate) server: Arc<FakeRemote>,
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
    pub(crate) recheck: Recheck,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Bench {
    /// Forty people, two workspaces, and an admin whose credential this is.
    pub(crate) fn new(server: FakeRemote) -> Self {
        server.put_workspace("sales");
        server.put_workspace("support");
        server.put_user(ADMIN, Role::Admin, &[]);
        for number in 0..40 {
            server.put_user(&format!("u{number:02}"), Role::Member, &["sales"]);
        }
        server.state().me = Some(UserId::new(ADMIN));
        let key = Key::random().unwrap();
        Self {
            server: Arc::new(server),
            cache: Cache::open(&Location::Memory, &key, Mode::Writer)
                .unwrap()
                .store,
            ledger: Ledger::open(&Location::Memory, &key, Mode::Writer)
                .unwrap()
                .store,
            recheck: Arc::new(|_| Ok(())),
            clock: Arc::new(StoppedClock),
        }
    }

    pub(crate) fn parts(&self) -> EngineParts {
        let remote: Arc<dyn Remote> = Arc::clone(&self.server) as Arc<dyn Remote>;
        EngineParts {
            remote,
            cache: self.cache.clone(),
            ledger: self.ledger.clone(),
            clock: Arc::clone(&self.clock),
            recheck: Arc::clone(&self.recheck),
            seed: 7,
        }
    }

    /// Runs an engine for as long as a test works with it.
    pub(crate) async fn run<'bench, T>(
        &'bench self,
        test: impl AsyncFnOnce(Running<'bench>) -> T,
    ) -> T {
        let (engine, handle) = Engine::new(self.parts());
        let running = Running {
            handle: handle.clone(),
            bench: self,
        };
        tokio::select! {
            biased;
            outcome = test(running) => outcome,
            () = engine.run() => panic!("the engine ended by itself"),
        }
    }

    /// Runs an engine, and begins the test once it has read the list and everything is quiet.
    pub(crate) async fn run_online<'bench, T>(
        &'bench self,
        test: impl AsyncFnOnce(Running<'bench>) -> T,
    ) -> T {
        self.run(async |engine| {
            engine.until_online().await;
            test(engine).await
        })
        .await
    }

    /// Puts one change into the ledger, as a use case does.
    pub(crate) fn enqueue(&self, change: Change) -> MutationId {
        self.enqueue_all([(MutationId::random(), change, None)])[0]
    }

    /// Puts changes into the ledger in one operation, each with what it waits for, and lays them over
    /// the list.
    pub(crate) fn enqueue_all(
        &self,
        changes: impl IntoIterator<Item = (MutationId, Change, Option<After>)>,
    ) -> Vec<MutationId> {
        let new = |(id, change, after): (MutationId, Change, Option<After>)| {
            let user = change
                .user()
                .and_then(|user| self.cache.user(user).unwrap());
            NewMutation {
                id,
                change,
                version: user.and_then(|shown| shown.user.version),
                after,
                goes: Goes::ByItself,
            }
        };
        let operation = Operation {
            id: OperationId::random(),
            mutations: changes.into_iter().map(new).collect(),
            replaces: Vec::new(),
            actor: None,
            said: std::collections::HashMap::new(),
            made_at: self.clock.now(),
            seen_at: None,
        };
        let Enqueued::Now(queued) = self.ledger.enqueue(&operation).unwrap() else {
            panic!("a fresh operation is queued");
        };
        let _turn = self.cache.overlay_turn();
        let reflected = self.cache.snapshot().unwrap().reflected;
        let overlay = self.ledger.overlay(reflected).unwrap();
        self.cache.lay_over(&overlay).unwrap();
        queued.iter().map(|mutation| mutation.id).collect()
    }

    pub(crate) fn state(&self, id: MutationId) -> MutationState {
        self.ledger.mutation(id).unwrap().unwrap().state
    }

    /// A user as the list has them.
    pub(crate) fn user(&self, id: &str) -> Option<User> {
        let shown = self.cache.user(&UserId::new(id)).unwrap();
        shown.map(|shown| shown.user)
    }

    pub(crate) fn kept_role(&self, id: &str) -> Option<OrgRole> {
        self.user(id).map(|user| user.role)
    }

    pub(crate) fn users(&self) -> u32 {
        self.cache.snapshot().unwrap().users
    }

    pub(crate) fn calls(&self, name: &str) -> usize {
        let server = self.server.state();
        server.calls.iter().filter(|call| **call == name).count()
    }

    /// Reads once, as the terminal does.
    pub(crate) async fn pull(&self) -> Result<PullReport, SyncError> {
        pull_once(self.parts(), |_| {}).await
    }

    /// Sends once, as the terminal does, what may be sent by now.
    pub(crate) async fn push(&self) -> PushedReport {
        push_once(self.parts(), None).await.unwrap()
    }
}

/// A running engine.
pub(crate) struct Running<'bench> {
    pub(crate) handle: EngineHandle,
    bench: &'bench Bench,
}

impl Running<'_> {
    /// Queues a change that is sent at once.
    pub(crate) fn queue(&self, change: Change) -> MutationId {
        self.queue_all([change])[0]
    }

    /// Queues changes in one operation, in this order, that are sent at once.
    pub(crate) fn queue_all(&self, changes: impl IntoIterator<Item = Change>) -> Vec<MutationId> {
        let changes = changes.into_iter();
        let ids = self
            .bench
            .enqueue_all(changes.map(|change| (MutationId::random(), change, None)));
        self.handle.queued(None, &ids);
        ids
    }

    /// Signs in with a new token, which is this user's.
    pub(crate) fn sign_in(&self, user: &str) {
        {
            let mut server = self.bench.server.state();
            server.me = Some(UserId::new(user));
            server.credential = format!("new token of {user}");
            server.signed_in_for = None;
        }
        let remote = Arc::clone(&self.bench.server);
        self.handle.signed_in(remote);
    }

    /// Waits until something holds; looks again whenever the engine says that something changed.
    pub(crate) async fn until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let mut stale = self.handle.stale();
        let waited = tokio::time::timeout(Duration::from_secs(3600), async {
            while !holds() {
                match stale.recv().await {
                    Ok(_) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => panic!("the engine ended while waiting for: {what}"),
                }
            }
        });
        if waited.await.is_err() {
            panic!("an hour has passed without: {what}; {:?}", self.status());
        }
    }

    pub(crate) fn status(&self) -> Status {
        self.handle.status().borrow().clone()
    }

    /// Waits until the list was read for the first time and everything is quiet.
    pub(crate) async fn until_online(&self) {
        self.until("online", || {
            self.status().link == Link::Online && self.bench.cache.snapshot().unwrap().complete
        })
        .await;
    }

    pub(crate) async fn until_offline(&self) {
        self.until("offline", || {
            matches!(self.status().link, Link::Offline { .. })
        })
        .await;
    }

    /// Waits until the server's wish that it be left alone for a while is kept.
    pub(crate) async fn until_waiting(&self) {
        self.until("waiting", || {
            matches!(self.status().link, Link::Waiting { .. })
        })
        .await;
    }

    /// Waits until nothing is sent because of whose outbox it is.
    pub(crate) async fn until_paused(&self, pause: Pause) {
        self.until("paused", || self.status().pause.as_ref() == Some(&pause))
            .await;
    }

    /// Waits until the list shows that a user was promoted.
    pub(crate) async fn until_promoted(&self, user: &str) {
        self.until("the list follows", || {
            self.bench.kept_role(user) == PROMOTED
        })
        .await;
    }

    /// Waits until a mutation has ended.
    pub(crate) async fn until_settled(&self, id: MutationId) -> Settled {
        let mut end = None;
        self.until("settled", || {
            if let MutationState::Settled(settled) = self.bench.state(id) {
                end = Some(settled);
            }
            end.is_some()
        })
        .await;
        end.unwrap()
    }

    /// Waits until each of these has ended, which must be as it was asked for.
    pub(crate) async fn until_applied(&self, ids: &[MutationId]) {
        for id in ids {
            let end = self.until_settled(*id).await;
            let change = self.bench.ledger.mutation(*id).unwrap().unwrap().change;
            assert_eq!(end, Settled::Applied, "{change:?}");
        }
    }
}

/// No answer came.
pub(crate) fn lost() -> RemoteError {
    RemoteError::Lost { cause: None }
}

/// Nobody listens there.
pub(crate) fn refused() -> RemoteError {
    RemoteError::Offline {
        kind: OfflineKind::Refused,
        cause: None,
    }
}

/// The answer to a change is lost, and the change with it.
pub(crate) fn lost_before_it_was_done() -> SendFault {
    SendFault::Answer(SendOutcome::Unknown(lost()))
}

/// The answer to a change is lost, and the change was done.
pub(crate) fn lost_after_it_was_done() -> SendFault {
    SendFault::DoneBut(SendOutcome::Unknown(lost()))
}

pub(crate) fn promote(user: &str) -> Change {
    set_role(user, Role::Member, Role::UserAdmin)
}

pub(crate) fn set_role(user: &str, was: Role, to: Role) -> Change {
    Change::from(UserChange::SetRole {
        user: UserId::new(user),
        was: OrgRole::Known(was),
        to,
    })
}

pub(crate) fn grant(user: &str, workspace: &str) -> Change {
    Change::from(UserChange::GrantWorkspace {
        user: UserId::new(user),
        workspace: WorkspaceId::new(workspace),
    })
}

pub(crate) fn revoke(user: &str, workspace: &str) -> Change {
    Change::from(UserChange::RevokeWorkspace {
        user: UserId::new(user),
        workspace: WorkspaceId::new(workspace),
    })
}

/// An addition, and the id that its placeholder is made of.
pub(crate) fn addition(user_name: &str) -> (MutationId, Change) {
    let id = MutationId::random();
    let change = Change::from(UserChange::AddUser {
        user: UserId::placeholder(id),
        user_name: user_name.to_owned(),
        display_name: String::new(),
        role: Role::Member,
    });
    (id, change)
}
