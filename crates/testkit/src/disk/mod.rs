//! A disk that fails on demand: it gets full, reports errors, is locked, or loses its power.
//!
//! It stands below SQLite, in the place of the system's own files, for every database in one folder;
//! the program that opens them there is none the wiser. What a program does to files by itself goes past
//! it.

mod kept;
mod vfs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use self::kept::{Fate, Kept};

/// The disk below one folder, until it is dropped.
#[derive(Debug, Clone)]
pub struct Disk(Arc<Watched>);

/// What can go wrong with a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskFault {
    /// Every call reports an error, and does nothing.
    Io,
    /// There is no room: a write is cut off half way. Everything else works; an empty file takes no room.
    Full,
    /// Another process writes, and doesn't let go of the file.
    Locked,
    /// The power is gone, and with it the program: no call works any more. See [`Disk::power_returns`].
    PowerCut,
}

/// For how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// For one call.
    Once,
    /// From that call on, until [`Disk::mend`].
    UntilMended,
}

/// What becomes of what was written and not synced, when the power is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsynced {
    /// All of it is lost.
    Lost,
    /// All of it was written.
    Written,
    /// Of each write chance decides whether all, nothing or a part of it was written; the same for the
    /// same seed.
    Torn(u64),
}

/// A call of SQLite's to its file, or about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Call {
    Open,
    Delete,
    Look,
    Read,
    Write,
    Truncate,
    Sync,
    Size,
    Lock,
    /// Of the memory that connections share.
    Map,
    /// The same, where it must grow.
    MapMore,
    /// A lock in that memory, shared with others.
    MapShare,
    /// The same, for one alone.
    MapLock,
}

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failing {
    Io,
    Full,
    Locked,
}

#[derive(Debug)]
struct Watched {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    plan: Option<Plan>,
    /// Calls that the plan is about, since it was made.
    calls: u64,
    /// How many of them have failed.
    failed: u64,
    files: BTreeMap<PathBuf, Kept>,
    /// Pieces of shared memory that are there.
    mapped: BTreeSet<(PathBuf, i32)>,
    open: usize,
}

#[derive(Debug, Clone, Copy)]
struct Plan {
    fault: DiskFault,
    from: u64,
    lasts: Lasts,
}

/// Every disk there is in this process.
static DISKS: Mutex<Vec<Weak<Watched>>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Disk {
    /// Stands below every database that is opened in this folder from now on. It works until it is told
    /// otherwise, and syncs in no time.
    ///
    /// # Panics
    ///
    /// When the folder isn't there.
    #[must_use]
    pub fn under(folder: &Path) -> Self {
        vfs::stand_in();
        // As SQLite writes it: links followed, and on Windows without the prefix that lifts its limits.
        let folder = dunce::canonicalize(folder).expect("the folder is there");
        let state = Mutex::default();
        let watched = Arc::new(Watched { folder, state });
        let mut disks = lock(&DISKS);
        disks.retain(|disk| disk.strong_count() > 0);
        disks.push(Arc::downgrade(&watched));
        Self(watched)
    }

    /// Fails from the `from`-th call on that this fault concerns, counted from now, from 1.
    pub fn fail(&self, fault: DiskFault, from: u64, lasts: Lasts) {
        let mut state = lock(&self.0.state);
        state.plan = Some(Plan { fault, from, lasts });
        (state.calls, state.failed) = (0, 0);
    }

    /// Works again: there is room, or whatever it was is over.
    ///
    /// # Panics
    ///
    /// When the power is gone.
    pub fn mend(&self) {
        let mut state = lock(&self.0.state);
        assert!(!state.is_dead(), "a power cut ends by `power_returns`");
        state.plan = None;
    }

    /// Whether a call has failed since [`Disk::fail`].
    #[must_use]
    pub fn has_failed(&self) -> bool {
        lock(&self.0.state).failed > 0
    }

    /// How many calls the fault concerned, since [`Disk::fail`].
    #[must_use]
    pub fn calls(&self) -> u64 {
        lock(&self.0.state).calls
    }

    /// The computer starts again after a power cut: the files are as it left them.
    ///
    /// # Panics
    ///
    /// While a database is open, or where the files can't be written.
    pub fn power_returns(&self, unsynced: Unsynced) {
        let mut state = lock(&self.0.state);
        assert_eq!(state.open, 0, "a program ends with the power");
        let seed = match unsynced {
            Unsynced::Torn(seed) => seed,
            Unsynced::Lost | Unsynced::Written => 0,
        };
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        for (path, kept) in std::mem::take(&mut state.files) {
            let left = kept.left(|| match unsynced {
                Unsynced::Lost => Fate::Lost,
                Unsynced::Written => Fate::Done,
                Unsynced::Torn(_) => Fate::any(&mut random),
            });
            match left {
                Some(bytes) => std::fs::write(&path, bytes).expect("the file can be written"),
                None if path.exists() => {
                    std::fs::remove_file(&path).expect("the file can be removed");
                }
                None => {}
            }
        }
        state.mapped.clear();
        state.plan = None;
    }
}

impl State {
    fn is_dead(&self) -> bool {
        self.failed > 0
            && self
                .plan
                .is_some_and(|plan| plan.fault == DiskFault::PowerCut)
    }
}

impl DiskFault {
    fn concerns(self, call: Call) -> bool {
        match self {
            Self::Io | Self::PowerCut => true,
            Self::Full => matches!(call, Call::Write | Call::MapMore),
            Self::Locked => matches!(call, Call::Lock | Call::MapLock),
        }
    }

    fn failing(self) -> Failing {
        match self {
            Self::Io | Self::PowerCut => Failing::Io,
            Self::Full => Failing::Full,
            Self::Locked => Failing::Locked,
        }
    }
}

impl Watched {
    /// The disk below a file, if there is one.
    fn of(path: &Path) -> Option<Arc<Self>> {
        let mut disks = lock(&DISKS)
            .iter()
            .filter_map(Weak::upgrade)
            .collect::<Vec<_>>();
        disks.retain(|disk| path.starts_with(&disk.folder));
        disks.pop()
    }

    /// Whether some disk is locked: nobody lets go while who waits for it sleeps.
    fn any_locked() -> bool {
        let disks = lock(&DISKS);
        disks.iter().filter_map(Weak::upgrade).any(|disk| {
            let state = lock(&disk.state);
            state
                .plan
                .is_some_and(|plan| plan.fault == DiskFault::Locked)
                && state.failed > 0
        })
    }

    /// Counts a call; `Err` where it fails.
    fn meet(&self, call: Call) -> Result<(), Failing> {
        let mut state = lock(&self.state);
        let Some(plan) = state.plan else {
            return Ok(());
        };
        if !plan.fault.concerns(call) {
            return Ok(());
        }
        state.calls += 1;
        let fails = match plan.lasts {
            Lasts::Once => state.calls == plan.from,
            Lasts::UntilMended => state.calls >= plan.from,
        };
        if !fails {
            return Ok(());
        }
        state.failed += 1;
        Err(plan.fault.failing())
    }

    /// A file is about to be opened, or removed.
    fn notice(&self, path: &Path) -> std::io::Result<()> {
        let mut state = lock(&self.state);
        if !state.files.contains_key(path) {
            state.files.insert(path.to_owned(), Kept::found(path)?);
        }
        Ok(())
    }

    fn opened(&self, path: &Path) {
        lock(&self.state).open += 1;
        self.done(path, Kept::make);
    }

    fn closed(&self) {
        lock(&self.state).open -= 1;
    }

    /// Takes down what was done to a file.
    fn done(&self, path: &Path, step: impl FnOnce(&mut Kept)) {
        if let Some(kept) = lock(&self.state).files.get_mut(path) {
            step(kept);
        }
    }

    fn is_mapped(&self, path: &Path, piece: i32) -> bool {
        let state = lock(&self.state);
        state.mapped.contains(&(path.to_owned(), piece))
    }

    fn mapped(&self, path: &Path, piece: i32) {
        lock(&self.state).mapped.insert((path.to_owned(), piece));
    }

    fn unmapped(&self, path: &Path) {
        lock(&self.state).mapped.retain(|(of, _)| of != path);
    }
}
