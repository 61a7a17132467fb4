//! An engine over a fake server, two databases in memory, and a held clock.

use std::sync::Arc;
use std::time::Duration;

use rollcall_cache::{Cache, Enqueued, Key, Ledger, Location, Mode, NewMutation, Operation};
use rollcall_model::{
    After, Change, Clock, Goes, MutationId, MutationState, OperationId, OrgRole, Role, Settled,
    Timestamp, UserChange, UserId, WorkspaceId,
};
use rollcall_sync::{
    Engine, EngineHandle, EngineParts, PullReport, Recheck, Remote, RemoteError, Status, SyncError,
    pull_once,
};
use rollcall_testkit::FakeRemote;
use tokio::sync::broadcast::error::RecvError;

/// The admin whose credential the tests use.
pub(crate) const ADMIN: &str = "admin-1";

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
    pub(crate) async fn run<T>(&self, test: impl AsyncFnOnce(Running) -> T) -> T {
        let (engine, handle) = Engine::new(self.parts());
        let running = Running {
            handle: handle.clone(),
            cache: self.cache.clone(),
            ledger: self.ledger.clone(),
        };
        tokio::select! {
            biased;
            outcome = test(running) => outcome,
            () = engine.run() => panic!("the engine ended by itself"),
        }
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

    pub(crate) fn kept_role(&self, id: &str) -> Option<OrgRole> {
        self.cache
            .user(&UserId::new(id))
            .unwrap()
            .map(|shown| shown.user.role)
    }

    pub(crate) fn users(&self) -> u32 {
        self.cache.snapshot().unwrap().users
    }

    pub(crate) fn calls(&self, name: &str) -> usize {
        self.server
            .state()
            .calls
            .iter()
            .filter(|call| **call == name)
            .count()
    }
}

/// A running engine.
pub(crate) struct Running {
    pub(crate) handle: EngineHandle,
    cache: Cache,
    ledger: Ledger,
}

impl Running {
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
            self.status().link == rollcall_sync::Link::Online
                && self.cache.snapshot().unwrap().complete
        })
        .await;
    }

    /// Waits until a mutation has ended.
    pub(crate) async fn until_settled(&self, id: MutationId) -> Settled {
        let find = || self.ledger.mutation(id).unwrap().unwrap().state;
        self.until("settled", || matches!(find(), MutationState::Settled(_)))
            .await;
        match find() {
            MutationState::Settled(settled) => settled,
            state => panic!("{state:?}"),
        }
    }
}

/// Reads once, as the terminal does.
pub(crate) async fn pull(bench: &Bench) -> Result<PullReport, SyncError> {
    pull_once(bench.parts(), |_| {}).await
}

/// No answer came.
pub(crate) fn lost() -> RemoteError {
    RemoteError::Lost { cause: None }
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
