//! Faults of the disk, put below the two files at every call: nothing is half done, nothing that was
//! promised is lost, and it goes on once the disk works again.

mod damage;
mod disk_full;
mod io_errors;
mod locked;
mod migrations;
mod power_loss;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rollcall_cache::{
    Cache, Ended, Fact, JournalLine, Ledger, Location, Mode, Opened, Operation, Recovery, Setting,
    ShownUser, StoreError, Update, UserQuery,
};
use rollcall_model::{Mutation, MutationId, Role, Settled, User, UserId};
use rollcall_testkit::{Disk, DiskFault, Lasts};
use rusqlite::Connection;

use crate::people::{key, now, operation, set_role, user, users, workspaces};

/// How many people the organization has.
const PEOPLE: usize = 40;
const TOKEN: Fact = Fact::named("delta_token");

/// An organization as it lies on the disk: read once, with three changes in the outbox, of which the
/// first is being sent.
struct Prepared {
    files: Vec<(String, Vec<u8>)>,
    waiting: Vec<MutationId>,
    asked: Operation,
}

static PREPARED: LazyLock<Prepared> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let Open { cache, ledger } = open(folder.path());
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(&users(PEOPLE)).unwrap();
    read.flip(&[(TOKEN, Some("one"))], &[], 0).unwrap();
    let promote = |number| set_role(&user(number), Role::UserAdmin);
    let waiting: Vec<MutationId> = [6, 7, 8]
        .into_iter()
        .map(|number| {
            let asked = operation([promote(number)]);
            ledger.enqueue(&asked).unwrap();
            asked.mutations[0].id
        })
        .collect();
    ledger.settle_and_mark(&[], &waiting[..1], now()).unwrap();
    ledger.set(Setting::named("account"), Some("me")).unwrap();
    cache.lay_over(&ledger.overlay(0).unwrap()).unwrap();
    drop((cache, ledger));
    let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        (name, std::fs::read(entry.path()).unwrap())
    });
    Prepared {
        files: files.collect(),
        waiting,
        asked: operation([promote(9), promote(10)]),
    }
});

/// A computer with the organization on a disk that can fail.
struct Computer {
    disk: Disk,
    folder: tempfile::TempDir,
}

/// The program's two files.
struct Open {
    cache: Cache,
    ledger: Ledger,
}

/// What a person has: all of it that anybody can see.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    ledger: HeldByLedger,
    cache: HeldByCache,
}

#[derive(Debug, Clone, PartialEq)]
struct HeldByLedger {
    outbox: Vec<Mutation>,
    journal: Vec<JournalLine>,
}

#[derive(Debug, Clone, PartialEq)]
struct HeldByCache {
    users: Vec<ShownUser>,
    /// What a search finds.
    found: Vec<UserId>,
    reflected: u64,
    token: Option<String>,
}

fn open(folder: &Path) -> Open {
    let (ledger, cache) = try_open(folder);
    let (ledger, cache) = (ledger.unwrap(), cache.unwrap());
    assert_eq!(
        (&ledger.recovery, &cache.recovery),
        (&Recovery::None, &Recovery::None),
        "nothing is damaged"
    );
    Open {
        cache: cache.store,
        ledger: ledger.store,
    }
}

type Try<T> = Result<Opened<T>, rollcall_cache::OpenError>;

fn try_open(folder: &Path) -> (Try<Ledger>, Try<Cache>) {
    let location = Location::Folder(folder.to_owned());
    (
        Ledger::open(&location, &key(), Mode::Writer),
        Cache::open(&location, &key(), Mode::Writer),
    )
}

impl Computer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &PREPARED.files {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        Self {
            disk: Disk::under(folder.path()),
            folder,
        }
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self) -> Open {
        open(self.folder())
    }

    /// Both files by SQLite's own account.
    fn is_sound(&self) {
        for name in ["ledger.db", "cache.db"] {
            let verdict: String = unlock(&self.file(name))
                .query_row("PRAGMA integrity_check", [], |row| row.get(0))
                .unwrap();
            assert_eq!(verdict, "ok", "{name}");
        }
    }
}

impl Open {
    fn held(&self) -> Held {
        self.try_held().unwrap()
    }

    fn try_held(&self) -> Result<Held, StoreError> {
        Ok(Held {
            ledger: self.held_by_ledger()?,
            cache: self.held_by_cache()?,
        })
    }

    fn held_by_ledger(&self) -> Result<HeldByLedger, StoreError> {
        Ok(HeldByLedger {
            outbox: self.ledger.listed()?,
            journal: self.ledger.journal(0, 1_000)?,
        })
    }

    fn held_by_cache(&self) -> Result<HeldByCache, StoreError> {
        let ids: Vec<UserId> = users(2 * PEOPLE).into_iter().map(|user| user.id).collect();
        let everybody_ruiz = UserQuery {
            search: "ruiz".into(),
            ..UserQuery::default()
        };
        let found = self.cache.window(&everybody_ruiz, 0, 100)?.rows;
        Ok(HeldByCache {
            users: self.cache.users(&ids)?,
            found: found.into_iter().map(|row| row.id).collect(),
            reflected: self.cache.snapshot()?.reflected,
            token: self.cache.fact(TOKEN)?,
        })
    }
}

/// Opens a file past the product.
fn unlock(path: &Path) -> Connection {
    let file = Connection::open(path).unwrap();
    file.pragma_update(None, "cipher_log_level", "NONE")
        .unwrap();
    file.pragma_update(None, "key", format!("x'{}'", "2a".repeat(32)))
        .unwrap();
    file
}

/// What the program does to its files.
#[derive(Debug, Clone, Copy)]
enum Deed {
    /// Two changes are queued.
    Enqueue,
    /// The change that is being sent was applied, and the next one goes out.
    Acknowledge,
    /// The list is read anew, and exchanged for the one there is.
    FullRead,
    /// What has changed on the server is taken in.
    Delta,
}

const DEEDS: [Deed; 4] = [
    Deed::Enqueue,
    Deed::Acknowledge,
    Deed::FullRead,
    Deed::Delta,
];

impl Deed {
    fn done_with(self, open: &Open) -> Result<(), StoreError> {
        let Open { cache, ledger } = open;
        match self {
            Self::Enqueue => ledger.enqueue(&PREPARED.asked).map(drop),
            Self::Acknowledge => {
                let ended = Ended::new(PREPARED.waiting[0], Settled::Applied);
                let next = &PREPARED.waiting[1..2];
                ledger.settle_and_mark(&[ended], next, now()).map(drop)
            }
            Self::FullRead => {
                let reflected = ledger.last_sequence()?;
                let mut read = cache.begin_read()?;
                read.insert_workspaces(&workspaces())?;
                let others: Vec<User> = (PEOPLE / 2..PEOPLE * 3 / 2).map(renamed).collect();
                read.insert(&others)?;
                read.flip(
                    &[(TOKEN, Some("two"))],
                    &ledger.overlay(reflected)?,
                    reflected,
                )
            }
            Self::Delta => {
                let (token, overlay) = ([(TOKEN, Some("two"))], ledger.overlay(0)?);
                let update = Update {
                    users: &[renamed(3), renamed(8), renamed(PEOPLE + 1)],
                    deleted_users: &[user(4).id, user(7).id],
                    overlay: Some(&overlay),
                    reflected: Some(ledger.last_sequence()?),
                    facts: &token,
                    ..Update::default()
                };
                cache.apply(&update).map(drop)
            }
        }
    }

    /// What is held before it, and after it.
    fn before_and_after(self) -> [Held; 2] {
        let computer = Computer::new();
        let open = computer.open();
        let before = open.held();
        self.done_with(&open).unwrap();
        let after = open.held();
        assert!(before != after, "{self:?} makes a difference");
        [before, after]
    }

    /// Does it with the fault at its first call, at its second, and so on, until none of its calls is
    /// left. Answers how many there were.
    fn at_every_call(
        self,
        fault: DiskFault,
        lasts: Lasts,
        mut then: impl FnMut(Computer, Open, Result<(), StoreError>),
    ) -> u64 {
        for call in 1.. {
            let computer = Computer::new();
            let open = computer.open();
            computer.disk.fail(fault, call, lasts);
            let done = self.done_with(&open);
            if !computer.disk.has_failed() {
                done.unwrap();
                return call - 1;
            }
            then(computer, open, done);
        }
        unreachable!("a deed has an end")
    }
}

fn renamed(number: usize) -> User {
    User {
        display_name: format!("Ruiz the {number}th"),
        ..user(number)
    }
}
