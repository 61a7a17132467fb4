//! Bits flipped in the files, and bytes cut off them, at many places: the cache is read anew, and of the
//! ledger nothing is lost that can still be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rollcall_cache::{Cache, Ledger, Location, Mode, OpenError, Opened, Recovery, StoreError};
use rollcall_model::{Mutation, MutationId, Role};
use rollcall_testkit::{Disk, DiskFault, Lasts};

use super::{Computer, Deed, Open};
use crate::people::{key, operation, set_role, user};

/// How many of its changes are in the file, and not in the log alone.
const FILED: usize = 60;

/// A ledger of some pages, as it lies on the disk, and what is in it; its last changes are still in the
/// log.
struct Long {
    file: Vec<u8>,
    log: Vec<u8>,
    check: Vec<u8>,
    outbox: Vec<Mutation>,
    journal: BTreeSet<String>,
}

static LONG: LazyLock<Long> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let fill = |ledger: &Ledger, number: usize| {
        for _ in 0..number {
            let asked = operation([set_role(&user(6), Role::Admin)]);
            ledger.enqueue(&asked).unwrap();
        }
    };
    fill(&open(folder.path()).unwrap().store, FILED);
    let ledger = open(folder.path()).unwrap().store;
    fill(&ledger, 5);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    Long {
        file: read("ledger.db"),
        log: read("ledger.db-wal"),
        check: read("ledger.key-check"),
        outbox: ledger.listed().unwrap(),
        journal: lines(&ledger),
    }
});

fn lines(ledger: &Ledger) -> BTreeSet<String> {
    let lines = ledger.journal(0, 10_000).unwrap();
    lines.into_iter().map(|line| format!("{line:?}")).collect()
}

fn open(folder: &Path) -> Result<Opened<Ledger>, OpenError> {
    Ledger::open(&Location::Folder(folder.to_owned()), &key(), Mode::Writer)
}

/// Puts the long ledger into a folder, after something was done to its bytes and to its log's.
fn put(folder: &Path, file: &[u8], log: &[u8]) {
    fs::write(folder.join("ledger.db"), file).unwrap();
    fs::write(folder.join("ledger.db-wal"), log).unwrap();
    fs::write(folder.join("ledger.key-check"), &LONG.check).unwrap();
}

/// Flips some bits, or cuts bytes off.
fn spoil(bytes: &mut Vec<u8>, chance: &mut ChaCha8Rng) {
    if chance.random_range(0..4) == 0 {
        bytes.truncate(chance.random_range(0..bytes.len()));
        return;
    }
    for _ in 0..chance.random_range(1..6) {
        let at = chance.random_range(0..bytes.len());
        bytes[at] ^= 1 << chance.random_range(0..8);
    }
}

#[test]
fn a_ledger_damaged_anywhere_is_copied_aside_and_every_row_is_true_that_is_carried_over() {
    let (mut salvaged, mut rows) = (0, 0);
    for seed in 0..80 {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let mut damaged = LONG.file.clone();
        spoil(&mut damaged, &mut chance);
        put(folder.path(), &damaged, &LONG.log);
        match open(folder.path()) {
            Ok(Opened {
                store,
                recovery: Recovery::None,
            }) => {
                // What is in the log is read there, whatever has become of it in the file.
                assert!(
                    store.listed().unwrap() == LONG.outbox,
                    "seed {seed}: nothing is lost in silence"
                );
                assert!(lines(&store) == LONG.journal, "seed {seed}");
            }
            Ok(Opened {
                store,
                recovery:
                    Recovery::Salvaged {
                        copy,
                        rows: carried,
                    },
            }) => {
                assert!(
                    fs::read(copy).unwrap() == damaged,
                    "seed {seed}: the damaged one is kept"
                );
                let outbox = store.listed().unwrap();
                assert_eq!(outbox.len(), carried.mutations as usize, "seed {seed}");
                let is_true = |mutation| LONG.outbox.contains(mutation);
                assert!(
                    outbox.iter().all(is_true),
                    "seed {seed}: no row is invented"
                );
                assert!(lines(&store).is_subset(&LONG.journal), "seed {seed}");
                let asked = operation([set_role(&user(7), Role::Admin)]);
                store.enqueue(&asked).unwrap();
                drop(store);
                let again = open(folder.path()).unwrap();
                assert_eq!(again.recovery, Recovery::None, "seed {seed}: said once");
                assert_eq!(again.store.listed().unwrap().len(), outbox.len() + 1);
                (salvaged, rows) = (salvaged + 1, rows + outbox.len());
            }
            Err(OpenError::Lost { copy, .. }) => {
                assert!(
                    fs::read(&path).unwrap() == damaged,
                    "seed {seed}: left as it is"
                );
                assert!(fs::read(copy).unwrap() == damaged, "seed {seed}");
            }
            other => panic!("seed {seed}: {:?}", other.map(|opened| opened.recovery)),
        }
    }
    assert!(salvaged > 40, "most damage is met: {salvaged}");
    let part = rows * 100 / (salvaged * LONG.outbox.len());
    assert!(part > 60, "most of what is there can be read: {part} %");
}

#[test]
fn a_log_damaged_anywhere_leaves_every_change_that_was_made_before() {
    for seed in 0..40 {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let folder = tempfile::tempdir().unwrap();
        let mut log = LONG.log.clone();
        spoil(&mut log, &mut chance);
        put(folder.path(), &LONG.file, &log);
        let opened = open(folder.path()).unwrap();
        assert_eq!(
            opened.recovery,
            Recovery::None,
            "seed {seed}: as after a power cut"
        );
        let outbox = opened.store.listed().unwrap();
        assert!(
            outbox.len() >= FILED,
            "seed {seed}: what is in the file stays"
        );
        assert!(
            LONG.outbox.starts_with(&outbox),
            "seed {seed}: the last ones are missing, if any"
        );
        assert_eq!(
            opened.store.verify_journal(None).unwrap().broken,
            None,
            "seed {seed}"
        );
    }
}

#[test]
fn a_cache_damaged_anywhere_is_rebuilt_and_said_once_and_shows_nothing_untrue() {
    let [before, _] = Deed::FullRead.before_and_after();
    let mut rebuilt = 0;
    for seed in 0..80 {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let computer = Computer::new();
        let path = computer.file("cache.db");
        let mut bytes = fs::read(&path).unwrap();
        spoil(&mut bytes, &mut chance);
        fs::write(&path, bytes).unwrap();
        let location = Location::Folder(computer.folder().to_owned());
        let open_cache = || Cache::open(&location, &key(), Mode::Writer).unwrap();
        let ledger = open(computer.folder()).unwrap().store;

        let mut opened = open_cache();
        if opened.recovery == Recovery::None {
            let open = Open {
                cache: opened.store,
                ledger: ledger.clone(),
            };
            match open.held_by_cache() {
                Ok(held) => {
                    assert!(held == before.cache, "seed {seed}: nothing untrue is shown");
                    continue;
                }
                Err(StoreError::Damaged { .. }) => {}
                Err(error) => panic!("seed {seed}: {error:?}"),
            }
            drop(open);
            opened = open_cache();
        }
        assert!(
            matches!(opened.recovery, Recovery::Rebuilt { .. }),
            "seed {seed}: it is said"
        );
        let open = Open {
            cache: opened.store,
            ledger,
        };
        assert_eq!(open.cache.snapshot().unwrap().users, 0);
        Deed::FullRead.done_with(&open).unwrap();
        drop(open);
        assert_eq!(
            open_cache().recovery,
            Recovery::None,
            "seed {seed}: said once"
        );
        rebuilt += 1;
    }
    assert!(rebuilt > 40, "most damage is met: {rebuilt}");
}

#[test]
fn a_rebuild_cut_off_before_its_end_is_brought_to_it() {
    let computer = Computer::new();
    fs::rename(
        computer.file("cache.db"),
        computer.file("cache.db.set-aside-1"),
    )
    .unwrap();
    fs::write(computer.file("cache.damaged"), "").unwrap();
    let location = Location::Folder(computer.folder().to_owned());
    let open_cache = || Cache::open(&location, &key(), Mode::Writer).unwrap();
    assert!(matches!(open_cache().recovery, Recovery::Rebuilt { .. }));
    assert_eq!(open_cache().recovery, Recovery::None, "said once");
}

#[test]
fn a_ledger_that_is_emptied_is_no_new_one_and_one_that_is_gone_is_said_to_be() {
    for left in [0, 1, 100, 511] {
        let computer = Computer::new();
        let path = computer.file("ledger.db");
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..left]).unwrap();
        let opened = open(computer.folder());
        assert!(
            matches!(opened, Err(OpenError::Lost { .. })),
            "{left} bytes are left"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes[..left], "left as it is");
    }
    let computer = Computer::new();
    fs::remove_file(computer.file("ledger.db")).unwrap();
    assert_eq!(
        open(computer.folder()).unwrap().recovery,
        Recovery::BegunAnew
    );
    assert_eq!(
        open(computer.folder()).unwrap().recovery,
        Recovery::None,
        "said once"
    );
}

#[test]
fn a_damaged_check_value_of_the_key_locks_nobody_out() {
    for check in [&b""[..], b"half of i", b"sixteen bytes, no"] {
        let computer = Computer::new();
        let path = computer.file("ledger.key-check");
        let whole = fs::read(&path).unwrap();
        fs::write(&path, check).unwrap();
        assert_eq!(open(computer.folder()).unwrap().recovery, Recovery::None);
        assert_eq!(fs::read(&path).unwrap(), whole, "it is written anew");
    }
}

/// Damages the ledger where it loses some rows, and as few as can be.
fn half_damaged(folder: &Path) -> Vec<u8> {
    static PAGE: LazyLock<usize> = LazyLock::new(|| {
        let kept = |page: &usize| {
            let folder = tempfile::tempdir().unwrap();
            put(folder.path(), &with_a_bad(*page), &LONG.log);
            let kept = open(folder.path()).map_or(0, |opened| ids(&opened.store).len());
            kept % LONG.outbox.len()
        };
        (1..LONG.file.len() / 4096).max_by_key(kept).unwrap()
    });
    let damaged = with_a_bad(*PAGE);
    put(folder, &damaged, &LONG.log);
    damaged
}

fn with_a_bad(page: usize) -> Vec<u8> {
    let mut damaged = LONG.file.clone();
    damaged[page * 4096 + 1_000] ^= 1;
    damaged
}

fn ids(ledger: &Ledger) -> Vec<MutationId> {
    let outbox = ledger.listed().unwrap();
    outbox.into_iter().map(|mutation| mutation.id).collect()
}

#[test]
fn a_salvage_that_the_disk_fails_gives_nothing_up_and_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    half_damaged(folder.path());
    let whole = ids(&open(folder.path()).unwrap().store);
    assert!(whole.len() >= 20);
    // A salvage makes a thousand calls, of few kinds.
    for (fault, lasts, step) in [
        (DiskFault::Io, Lasts::Once, 7),
        (DiskFault::Full, Lasts::UntilMended, 1),
    ] {
        let mut call = 0;
        loop {
            let folder = tempfile::tempdir().unwrap();
            let damaged = half_damaged(folder.path());
            let disk = Disk::under(folder.path());
            call += step;
            disk.fail(fault, call, lasts);
            let opened = open(folder.path());
            if !disk.has_failed() {
                break;
            }
            disk.mend();
            match opened {
                Ok(opened) => {
                    assert!(
                        matches!(opened.recovery, Recovery::Salvaged { .. }),
                        "call {call}"
                    );
                    assert!(
                        ids(&opened.store) == whole,
                        "call {call}: all that can be read"
                    );
                }
                Err(_) => {
                    let left = fs::read(folder.path().join("ledger.db")).unwrap();
                    let is_salvaged = !folder.path().join("salvage").exists();
                    assert!(
                        left == damaged || is_salvaged,
                        "call {call}: the damaged one is left"
                    );
                    let opened = open(folder.path()).unwrap();
                    assert!(
                        ids(&opened.store) == whole,
                        "call {call}: done again, and whole"
                    );
                }
            }
        }
        assert!(call > 20, "the salvage was looked into: {call} calls");
    }
}

#[test]
fn a_salvage_cut_off_before_its_end_is_brought_to_it() {
    let folder = tempfile::tempdir().unwrap();
    half_damaged(folder.path());
    let whole = ids(&open(folder.path()).unwrap().store);
    // It was whole, and not in its place yet: the damaged file and its log still are.
    let again = tempfile::tempdir().unwrap();
    half_damaged(again.path());
    let salvaged = again.path().join("salvaged");
    fs::create_dir(&salvaged).unwrap();
    for name in ["ledger.db", "ledger.key-check"] {
        fs::copy(folder.path().join(name), salvaged.join(name)).unwrap();
    }
    let opened = open(again.path()).unwrap();
    assert_eq!(opened.recovery, Recovery::None);
    assert!(
        ids(&opened.store) == whole,
        "the old log is not taken for the new file's"
    );
    assert!(!salvaged.exists());
    // It wasn't whole: it is begun again.
    let scratch = tempfile::tempdir().unwrap();
    half_damaged(scratch.path());
    fs::create_dir(scratch.path().join("salvage")).unwrap();
    fs::write(scratch.path().join("salvage/ledger.db"), "half a file").unwrap();
    let opened = open(scratch.path()).unwrap();
    assert!(ids(&opened.store) == whole);
    assert!(!scratch.path().join("salvage").exists());
}
