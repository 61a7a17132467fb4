//! The cache: the snapshot with the outbox laid over it. Disposable: losing it costs a read.

mod full_read;
mod index;
mod organization;
mod overlay;
mod page;
mod picture;
mod schema;
mod state;
mod types;
mod update;
mod user;
mod view;
mod workspace;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use rollcall_language::say;
use rollcall_model::Mutation;

pub use self::full_read::FullRead;
use self::index::IndexState;
use self::overlay::Overlay;
pub use self::page::{Page, PageKey};
pub(crate) use self::schema::Slot;
pub use self::types::{
    Access, Applied, Fact, MembershipChange, Picture, Snapshot, Update, WorkspaceCount,
};
pub(crate) use self::user::{NEVER, NOT_REPORTED, role_rank, state_code};
pub(crate) use self::workspace::Numbers;
use crate::connection::Durability;
use crate::location::{free_name, remove};
use crate::store::{Kind, LookedAt, Store, check_path, lock, note_of_damage};
use crate::{Key, Location, Mode, OpenError, Opened, Recovery, StoreError};

/// The cache of one organization. Cloning is cheap and shares it. Reads go on while a write is under
/// way; every call blocks, for a fraction of a millisecond unless its documentation says otherwise.
#[derive(Clone)]
pub struct Cache(Arc<Shared>);

/// See [`Cache::overlay_turn`].
#[derive(Debug)]
#[must_use]
pub struct OverlayTurn<'a> {
    _held: MutexGuard<'a, ()>,
}

/// What the clones share.
struct Shared {
    store: Store,
    mode: Mode,
    index: Mutex<IndexState>,
    /// Told when the index is ready, or can't be.
    index_ready: Condvar,
    /// Counts attempts to make the index.
    attempts: AtomicU64,
    /// Grows with every change of the list.
    generation: AtomicU64,
    /// What is laid over every row that is written; `None` before anything was laid over by this
    /// process: an earlier one left rows laid over with what nobody remembers.
    overlay: Mutex<Option<Arc<Overlay>>>,
    /// See [`Cache::overlay_turn`].
    overlay_turn: Mutex<()>,
    /// For a reader: the file's data version when the index was last known to be in step.
    seen: AtomicI64,
    /// Copy of the workspaces' numbers.
    numbers: Mutex<Numbers>,
    /// Copy of the workspaces' names.
    names: Mutex<Option<Arc<view::Names>>>,
}

const KIND: Kind = Kind {
    file: "cache.db",
    durability: Durability::Consistent,
    looked_at: LookedAt::Beginning,
    migrations: schema::MIGRATIONS,
};

impl Cache {
    /// Opens the cache, or makes it. For a writer, a damaged file, or one under another key, is set
    /// aside and the cache starts empty. The search index is made when it is first needed.
    ///
    /// # Errors
    /// When the folder can't be used, or a newer version wrote the file; a reader also gets
    /// [`OpenError::WrongKey`] and [`OpenError::Damaged`].
    pub fn open(location: &Location, key: &Key, mode: Mode) -> Result<Opened<Self>, OpenError> {
        let mut recovery = Recovery::None;
        let opened = match condemned(location) {
            true if mode == Mode::Writer => Err(None),
            _ => Store::open(location, key, &KIND).map_err(Some),
        };
        let store = match opened {
            Ok(store) => store,
            Err(None | Some(OpenError::WrongKey { .. } | OpenError::Damaged { .. }))
                if mode == Mode::Writer =>
            {
                recovery = set_aside(location)?;
                Store::open(location, key, &KIND)?
            }
            Err(Some(error)) => return Err(error),
            Err(None) => Store::open(location, key, &KIND)?,
        };
        let cache = Self(Arc::new(Shared {
            store,
            mode,
            index: Mutex::default(),
            index_ready: Condvar::new(),
            attempts: AtomicU64::new(0),
            generation: AtomicU64::new(1),
            overlay: Mutex::default(),
            overlay_turn: Mutex::default(),
            seen: AtomicI64::new(0),
            numbers: Mutex::default(),
            names: Mutex::default(),
        }));
        Ok(Opened {
            store: cache,
            recovery,
        })
    }

    /// What the cache holds. Asked for at every step of the engine, it costs one row.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-cache"),
            |connection| {
                let state = state::read(connection)?;
                Ok(Snapshot {
                    complete: state.complete,
                    users: state.users,
                    additions: state.additions,
                    reflected: state.reflected,
                    generation: self.0.generation.load(Ordering::Acquire),
                })
            },
        )
    }

    /// How many of the users shown have a pending invitation. The cost grows with their number.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn pending(&self) -> Result<u32, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-cache"),
            |connection| {
                let served = state::read(connection)?.served;
                let count = "SELECT count(*) FROM users_{s} WHERE state <> 0 AND state = 1";
                let mut count = connection.prepare_cached(&served.sql(count))?;
                Ok(count.query_row([], |row| row.get(0))?)
            },
        )
    }

    /// A fact.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn fact(&self, fact: Fact) -> Result<Option<String>, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-fact"),
            |connection| Ok(state::fact(connection, fact)?),
        )
    }

    /// Sets facts that move with no data.
    ///
    /// # Errors
    /// When the file can't be written; then none is set.
    pub fn set_facts(&self, facts: &[(Fact, Option<&str>)]) -> Result<(), StoreError> {
        self.0.store.write(
            || say!("faults-try-keep-fact"),
            |connection| Ok(state::set_facts(connection, facts)?),
        )
    }

    /// To be held from reading the ledger until what was read is laid over. Who queues a change and
    /// who settles one do so at the same time; without turns, what was read first could be laid over
    /// last.
    pub fn overlay_turn(&self) -> OverlayTurn<'_> {
        OverlayTurn {
            _held: lock(&self.0.overlay_turn),
        }
    }

    /// Lays these mutations over the snapshot, instead of those laid over before: open ones, and
    /// applied ones that the snapshot doesn't reflect yet, change what is shown; conflicts and
    /// rejections mark the row; cancelled ones do nothing. Users to be added become rows of their own.
    /// Touches only users on whom something else waits than before. See [`crate::Ledger::overlay`].
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn lay_over(&self, mutations: &[Mutation]) -> Result<(), StoreError> {
        self.apply(&Update {
            overlay: Some(mutations),
            ..Update::default()
        })
        .map(|_| ())
    }
}

/// Whether an earlier run met damage in the file.
fn condemned(location: &Location) -> bool {
    location
        .file(KIND.file)
        .is_some_and(|path| note_of_damage(&path).exists())
}

/// Moves the file out of the way, and removes what belongs to it: the log first, which must not meet a new
/// file, and the note of damage last, so that what is cut off here is done again.
fn set_aside(location: &Location) -> Result<Recovery, OpenError> {
    let Some(path) = location.file(KIND.file) else {
        return Ok(Recovery::None);
    };
    let aside = free_name(&path, "set-aside");
    remove(&path.with_extension("db-wal"))?;
    remove(&path.with_extension("db-shm"))?;
    if path.exists() {
        std::fs::rename(&path, &aside).map_err(|source| OpenError::Folder {
            path: path.clone(),
            source,
        })?;
    }
    remove(&check_path(&path))?;
    remove(&note_of_damage(&path))?;
    tracing::warn!("the cache could not be read and is rebuilt");
    Ok(Recovery::Rebuilt { set_aside: aside })
}

impl Shared {
    /// The overlay as it is now.
    fn overlay(&self) -> Arc<Overlay> {
        lock(&self.overlay).clone().unwrap_or_default()
    }

    /// For a reader: forgets what is kept in memory once the process that writes has written.
    fn follow(&self) -> Result<(), StoreError> {
        if self.mode == Mode::Writer {
            return Ok(());
        }
        let version = self.store.data_version()?;
        if self.seen.swap(version, Ordering::AcqRel) != version {
            *lock(&self.index) = IndexState::Absent;
            *lock(&self.names) = None;
            self.changed();
        }
        Ok(())
    }

    /// The list has changed.
    fn changed(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }
}
