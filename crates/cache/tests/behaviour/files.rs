//! The files themselves: unreadable without the key, never wiped by mistake.

use std::fs;
use std::path::Path;

use crate::people::{key, now, operation, set_role, user, users, workspaces};
use rollcall_cache::{
    Cache, Fact, Key, Ledger, Location, Mode, OpenError, Operation, Picture, Recovery, Setting,
    Sort, Update, UserQuery,
};
use rollcall_model::{Role, User};

fn fill(location: &Location) -> (Cache, Ledger) {
    let cache = Cache::open(location, &key(), Mode::Writer).unwrap().store;
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(&users(2000)).unwrap();
    read.flip(&[(Fact::named("me"), Some("Planted Person"))], &[], 0)
        .unwrap();
    let picture = Picture {
        source: "https://example.org".into(),
        bytes: b"Planted Pixels".to_vec(),
    };
    cache.keep_picture(&user(1).id, &picture, now()).unwrap();
    let ledger = Ledger::open(location, &key(), Mode::Writer).unwrap().store;
    for _ in 0..200 {
        ledger
            .enqueue(&operation([set_role(&user(6), Role::Admin)]))
            .unwrap();
    }
    ledger
        .set(Setting::named("token"), Some("planted-token-1234567890"))
        .unwrap();
    (cache, ledger)
}

/// A folder with what [`fill`] puts into it, in a program that was closed since.
fn filled() -> (tempfile::TempDir, Location) {
    let folder = tempfile::tempdir().unwrap();
    let location = in_folder(&folder);
    drop(fill(&location));
    (folder, location)
}

fn in_folder(folder: &tempfile::TempDir) -> Location {
    Location::Folder(folder.path().join("organization"))
}

fn files(location: &Location) -> Vec<std::path::PathBuf> {
    let Location::Folder(folder) = location else {
        panic!("no folder")
    };
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn file(location: &Location, name: &str) -> std::path::PathBuf {
    let Location::Folder(folder) = location else {
        panic!("no folder")
    };
    folder.join(name)
}

/// Writes a version into a file that this program doesn't know yet.
fn made_newer(path: &Path) -> rusqlite::Connection {
    let newer = rusqlite::Connection::open(path).unwrap();
    newer
        .pragma_update(None, "key", format!("x'{}'", "2a".repeat(32)))
        .unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer
}

/// Spoils bytes in the middle of a file, as a bad disk does.
fn spoil(path: &Path, from: usize, len: usize) {
    let mut bytes = fs::read(path).unwrap();
    let end = (from + len).min(bytes.len());
    for byte in &mut bytes[from..end] {
        *byte ^= 0x5a;
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_linked_sqlite_has_no_known_wal_bug() {
    assert!(
        rusqlite::version_number() >= 3_051_003,
        "SQLite {}",
        rusqlite::version()
    );
}

#[test]
fn nothing_planted_can_be_found_in_any_file() {
    let folder = tempfile::tempdir().unwrap();
    let location = in_folder(&folder);
    let open = fill(&location);
    let names: Vec<String> = files(&location)
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    for expected in ["cache.db", "cache.db-wal", "ledger.db", "ledger.db-wal"] {
        assert!(
            names.iter().any(|name| name == expected),
            "{expected} is looked into: {names:?}"
        );
    }
    for planted in [
        "Planted",
        "planted-token",
        "Ruiz",
        "ruiz",
        "Example.ORG",
        "example.org",
        "Atlas",
        "set_role",
        "CREATE TABLE",
        "id-0",
    ] {
        for path in files(&location) {
            let bytes = fs::read(&path).unwrap();
            assert!(
                memchr::memmem::find(&bytes, planted.as_bytes()).is_none(),
                "{planted} can be read in {}",
                path.display()
            );
        }
    }
    drop(open);
}

#[cfg(unix)]
#[test]
fn files_and_folder_are_the_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let location = in_folder(&folder);
    let open = fill(&location);
    let Location::Folder(path) = &location else {
        panic!("no folder")
    };
    assert_eq!(
        fs::metadata(path).unwrap().permissions().mode() & 0o777,
        0o700
    );
    for path in files(&location) {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
    drop(open);
}

#[test]
fn another_key_is_told_from_damage_and_nothing_of_the_ledger_is_touched() {
    let (_folder, location) = filled();
    let path = file(&location, "ledger.db");
    let before = fs::read(&path).unwrap();
    let other = Key::from_bytes(&[7; 32]).unwrap();
    assert!(matches!(
        Ledger::open(&location, &other, Mode::Writer),
        Err(OpenError::WrongKey { .. })
    ));
    fs::remove_file(file(&location, "ledger.key-check")).unwrap();
    assert!(matches!(
        Ledger::open(&location, &other, Mode::Writer),
        Err(OpenError::WrongKey { .. })
    ));
    assert_eq!(
        fs::read(&path).unwrap(),
        before,
        "recovery never deletes the outbox"
    );
    let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap();
    assert_eq!(
        (ledger.store.listed().unwrap().len(), ledger.recovery),
        (200, Recovery::None)
    );
}

#[test]
fn a_cache_under_another_key_or_damaged_is_set_aside_and_rebuilt() {
    for damage in [
        (|location: &Location| {
            let other = Key::from_bytes(&[7; 32]).unwrap();
            fs::remove_file(file(location, "cache.key-check")).unwrap();
            let opened = Cache::open(location, &other, Mode::Reader);
            assert!(
                matches!(opened, Err(OpenError::WrongKey { .. })),
                "a reader repairs nothing"
            );
            spoil(&file(location, "cache.db"), 0, 64);
        }) as fn(&Location),
        |location| spoil(&file(location, "cache.db"), 100, 3000),
        |location| {
            let path = file(location, "cache.db");
            fs::OpenOptions::new()
                .write(true)
                .open(path)
                .unwrap()
                .set_len(5000)
                .unwrap();
        },
    ] {
        let (_folder, location) = filled();
        damage(&location);
        let opened = Cache::open(&location, &key(), Mode::Writer).unwrap();
        let Recovery::Rebuilt { set_aside } = &opened.recovery else {
            panic!("a broken cache is mentioned: {:?}", opened.recovery)
        };
        assert!(set_aside.exists());
        let snapshot = opened.store.snapshot().unwrap();
        assert_eq!((snapshot.users, snapshot.complete), (0, false));
        drop(opened);
        let again = Cache::open(&location, &key(), Mode::Writer).unwrap();
        assert_eq!(again.recovery, Recovery::None, "mentioned once");
    }
}

#[test]
fn damage_met_while_reading_rebuilds_the_cache_at_the_next_start() {
    let (_folder, location) = filled();
    let path = file(&location, "cache.db");
    let len = usize::try_from(fs::metadata(&path).unwrap().len()).unwrap();
    spoil(&path, len / 4, 20 * 4096);
    let opened = Cache::open(&location, &key(), Mode::Writer).unwrap();
    assert_eq!(opened.recovery, Recovery::None, "the first pages are sound");
    assert!(
        opened
            .store
            .count(&UserQuery {
                search: "a".into(),
                ..UserQuery::default()
            })
            .is_err()
    );
    drop(opened);
    let opened = Cache::open(&location, &key(), Mode::Writer).unwrap();
    assert!(matches!(opened.recovery, Recovery::Rebuilt { .. }));
}

#[test]
fn a_damaged_ledger_is_copied_aside_and_what_can_be_read_is_carried_over() {
    let (_folder, location) = filled();
    let path = file(&location, "ledger.db");
    let len = usize::try_from(fs::metadata(&path).unwrap().len()).unwrap();
    spoil(&path, len / 2, 200);
    let broken = fs::read(&path).unwrap();
    assert!(matches!(
        Ledger::open(&location, &key(), Mode::Reader),
        Err(OpenError::Damaged { .. })
    ));
    let opened = Ledger::open(&location, &key(), Mode::Writer).unwrap();
    let Recovery::Salvaged { copy, rows } = &opened.recovery else {
        panic!("said plainly: {:?}", opened.recovery)
    };
    assert_eq!(
        fs::read(copy).unwrap(),
        broken,
        "the broken one is never overwritten"
    );
    let carried = opened.store.listed().unwrap().len();
    assert_eq!(rows.mutations as usize, carried);
    assert!(carried > 100 && rows.journal_lines > 100, "{rows:?}");
    assert_eq!(
        opened
            .store
            .setting(Setting::named("token"))
            .unwrap()
            .as_deref(),
        Some("planted-token-1234567890")
    );
    opened
        .store
        .enqueue(&operation([set_role(&user(7), Role::Admin)]))
        .unwrap();
    drop(opened);
    assert_eq!(
        Ledger::open(&location, &key(), Mode::Writer)
            .unwrap()
            .recovery,
        Recovery::None
    );
}

#[test]
fn a_ledger_of_which_nothing_can_be_read_is_left_where_it_is() {
    let (_folder, location) = filled();
    let path = file(&location, "ledger.db");
    spoil(&path, 0, usize::MAX / 2);
    let broken = fs::read(&path).unwrap();
    let Err(OpenError::Lost { copy, .. }) = Ledger::open(&location, &key(), Mode::Writer) else {
        panic!("an error that names the copy")
    };
    assert_eq!(fs::read(&path).unwrap(), broken);
    assert_eq!(fs::read(copy).unwrap(), broken);
}

#[test]
fn a_newer_file_is_refused_politely_and_left_untouched() {
    let (_folder, location) = filled();
    for name in ["cache.db", "ledger.db"] {
        made_newer(&file(&location, name))
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .unwrap();
    }
    let before = [
        fs::read(file(&location, "cache.db")).unwrap(),
        fs::read(file(&location, "ledger.db")).unwrap(),
    ];
    let errors = [
        Cache::open(&location, &key(), Mode::Writer)
            .map(drop)
            .unwrap_err(),
        Ledger::open(&location, &key(), Mode::Writer)
            .map(drop)
            .unwrap_err(),
    ];
    for error in errors {
        assert!(
            matches!(
                error,
                OpenError::TooNew { found: 99, known, .. } if known < 99
            ),
            "{error}"
        );
        assert!(error.to_string().contains("newer version"), "{error}");
    }
    let after = [
        fs::read(file(&location, "cache.db")).unwrap(),
        fs::read(file(&location, "ledger.db")).unwrap(),
    ];
    assert!(before == after, "left untouched");
}

#[test]
fn what_a_newer_version_left_in_its_log_stays_there() {
    let (_folder, location) = filled();
    let killed = tempfile::tempdir().unwrap();
    let left = Location::Folder(killed.path().to_owned());
    let newer = ["cache.db", "ledger.db"].map(|name| made_newer(&file(&location, name)));
    for path in files(&location) {
        fs::copy(&path, killed.path().join(path.file_name().unwrap())).unwrap();
    }
    drop(newer);
    let bytes = || -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let shared = |path: &std::path::PathBuf| path.to_string_lossy().ends_with("-shm");
        let files = files(&left).into_iter().filter(|path| !shared(path));
        files
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect()
    };
    let before = bytes();
    assert!(
        before
            .iter()
            .any(|(path, bytes)| path.ends_with("ledger.db-wal") && !bytes.is_empty())
    );
    for mode in [Mode::Writer, Mode::Reader] {
        let (cache, ledger) = (
            Cache::open(&left, &key(), mode),
            Ledger::open(&left, &key(), mode),
        );
        assert!(matches!(
            cache.map(drop),
            Err(OpenError::TooNew { found: 99, .. })
        ));
        assert!(matches!(
            ledger.map(drop),
            Err(OpenError::TooNew { found: 99, .. })
        ));
        assert!(bytes() == before, "left untouched, byte by byte");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_a_plain_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("organization"), "a file").unwrap();
    let opened = Cache::open(&in_folder(&folder), &key(), Mode::Writer);
    assert!(matches!(opened, Err(OpenError::Folder { .. })));
}

#[test]
fn a_reader_sees_what_the_writer_commits() {
    let folder = tempfile::tempdir().unwrap();
    let location = in_folder(&folder);
    let (writing, ledger) = fill(&location);
    let reading = Ledger::open(&location, &key(), Mode::Reader).unwrap().store;
    let asked: Operation = operation([set_role(&user(8), Role::Admin)]);
    ledger.enqueue(&asked).unwrap();
    assert_eq!(reading.operation(asked.id).unwrap().len(), 1);

    let reading = Cache::open(&location, &key(), Mode::Reader).unwrap().store;
    let nobody = UserQuery {
        search: "nobody".into(),
        sort: Sort::Role,
        ..UserQuery::default()
    };
    let before = reading.window(&nobody, 0, 10).unwrap();
    let renamed = User {
        display_name: "Nobody Else".into(),
        ..user(8)
    };
    writing
        .apply(&Update {
            users: &[renamed],
            ..Update::default()
        })
        .unwrap();
    let after = reading.window(&nobody, 0, 10).unwrap();
    assert_eq!(
        (before.total, after.total),
        (0, 1),
        "the search index follows another process"
    );
    assert!(after.generation > before.generation);
    let page = reading.page_after(&nobody, None, 10).unwrap();
    assert_eq!(
        page.rows[0].id, after.rows[0].id,
        "pages are sorted where the order isn't prepared"
    );
}
