//! One organization on this side, in memory: what an engine works on.

use std::sync::Arc;

use rollcall_cache::{Cache, Key, Ledger, Location, Mode, NewMutation, Operation};
use rollcall_model::{
    Change, Goes, MutationId, MutationState, OperationId, SystemClock, Timestamp,
};
use rollcall_sync::{EngineParts, Remote};

/// One organization on this side.
pub(crate) struct Client {
    pub(crate) remote: Arc<dyn Remote>,
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
}

impl Client {
    /// Speaks to a server by this remote, and knows nothing of it.
    pub(crate) fn of(remote: Arc<dyn Remote>) -> Self {
        let key = Key::random().unwrap();
        let cache = Cache::open(&Location::Memory, &key, Mode::Writer)
            .unwrap()
            .store;
        let ledger = Ledger::open(&Location::Memory, &key, Mode::Writer)
            .unwrap()
            .store;
        Self {
            remote,
            cache,
            ledger,
        }
    }

    /// What its engine is made of.
    pub(crate) fn parts(&self) -> EngineParts {
        EngineParts {
            remote: Arc::clone(&self.remote),
            cache: self.cache.clone(),
            ledger: self.ledger.clone(),
            clock: Arc::new(SystemClock),
            recheck: Arc::new(|_| Ok(())),
            seed: 1,
        }
    }

    /// Makes changes durable, to be sent.
    pub(crate) fn enqueue(&self, changes: Vec<Change>) -> Vec<MutationId> {
        let named = changes
            .into_iter()
            .map(|change| (MutationId::random(), change));
        self.enqueue_named(named.collect())
    }

    /// An addition, whose id is in its placeholder.
    pub(crate) fn enqueue_as(&self, id: MutationId, change: Change) -> Vec<MutationId> {
        self.enqueue_named(vec![(id, change)])
    }

    /// The same, each with its id.
    pub(crate) fn enqueue_named(&self, named: Vec<(MutationId, Change)>) -> Vec<MutationId> {
        let mutations: Vec<NewMutation> = named
            .into_iter()
            .map(|(id, change)| NewMutation {
                id,
                after: None,
                goes: Goes::ByItself,
                version: change
                    .user()
                    .and_then(|user| self.cache.user(user).unwrap())
                    .and_then(|shown| shown.user.version),
                change,
            })
            .collect();
        let ids = mutations.iter().map(|mutation| mutation.id).collect();
        let operation = Operation {
            id: OperationId::random(),
            mutations,
            replaces: Vec::new(),
            actor: None,
            said: std::collections::HashMap::new(),
            made_at: Timestamp::UNIX_EPOCH,
            seen_at: None,
        };
        self.ledger.enqueue(&operation).unwrap();
        ids
    }

    /// The state of a mutation.
    pub(crate) fn state(&self, id: MutationId) -> MutationState {
        self.ledger.mutation(id).unwrap().unwrap().state
    }
}
