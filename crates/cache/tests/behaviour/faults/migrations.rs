//! A file with an older schema, brought up to date on a disk that fails: it has the old schema or the new,
//! with everything that was in it, and never one between.

use std::path::Path;

use rollcall_cache::{Cache, Ledger, Location, Mode, OpenError, Recovery};
use rollcall_model::UserId;
use rollcall_testkit::{Disk, DiskFault, Lasts, Unsynced};
use tempfile::TempDir;

use super::unlock;
use crate::people::key;

/// One of the two files, and how it came about.
struct File {
    name: &'static str,
    /// The folder of its steps, and where their order stands.
    steps: (&'static str, &'static str),
    /// Something that its first schema could hold.
    row: &'static str,
    /// How many rows of that there are, in every schema.
    count: &'static str,
}

const FILES: [File; 2] = [
    File {
        name: "ledger.db",
        steps: ("src/ledger", "mod.rs"),
        row: "INSERT INTO operations VALUES ('0199b3a5-0000-7000-8000-000000000001', 'me', 0);
            INSERT INTO mutations (id, operation, kind, user, role_was, role_to, made_at) VALUES
                ('0199b3a5-0000-7000-8000-000000000002', '0199b3a5-0000-7000-8000-000000000001',
                 'set_role', 'id-47514', 'member', 'admin', 0);
            INSERT INTO journal VALUES (1, 0, 'queued', '{}', x'00');
            INSERT INTO settings VALUES ('account', 'me');",
        count: "SELECT (SELECT count(*) FROM operations) + (SELECT count(*) FROM mutations)
            + (SELECT count(*) FROM journal) + (SELECT count(*) FROM settings)",
    },
    File {
        name: "cache.db",
        steps: ("src/cache", "schema.rs"),
        row: "INSERT INTO users_a VALUES (1, 'id-47514', 'ana@acme.example', NULL, 'Ana', 'member', 1, NULL,
                NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, ' ', 'member', ' ', NULL, 0, 0, 3, 0,
                'ana', 'ana@acme.example');
            UPDATE state SET complete = 1, users = 1;
            INSERT INTO facts VALUES ('delta_token', 'one');",
        count: "SELECT (SELECT count(*) FROM users_a) + (SELECT count(*) FROM facts)",
    },
];

impl File {
    /// Its steps in their order, as SQL: as the product names them, so that none is forgotten here.
    fn steps(&self) -> Vec<String> {
        let (folder, list) = self.steps;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let list = std::fs::read_to_string(folder.join(list)).unwrap();
        let names = list.split("include_str!(\"").skip(1);
        names
            .map(|name| name.split('"').next().unwrap())
            .map(|name| std::fs::read_to_string(folder.join(name)).unwrap())
            .collect()
    }

    /// Makes it as an earlier version did that knew so many steps.
    fn make(&self, folder: &Path, steps: &[String]) {
        let file = unlock(&folder.join(self.name));
        file.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
            .unwrap();
        for (number, step) in steps.iter().enumerate() {
            file.execute_batch(step).unwrap();
            if number == 0 {
                file.execute_batch(self.row).unwrap();
            }
        }
        file.pragma_update(None, "user_version", u32::try_from(steps.len()).unwrap())
            .unwrap();
    }

    /// Opens it by the product, which brings it up to date, and reads what was in it.
    fn open(&self, folder: &Path) -> Result<(), OpenError> {
        let location = Location::Folder(folder.to_owned());
        let (recovery, read) = if self.name == "ledger.db" {
            let ledger = Ledger::open(&location, &key(), Mode::Writer)?;
            (ledger.recovery, ledger.store.listed().map(|all| all.len()))
        } else {
            let cache = Cache::open(&location, &key(), Mode::Writer)?;
            let ids = [UserId::new("id-47514")];
            (cache.recovery, cache.store.users(&ids).map(|all| all.len()))
        };
        assert_eq!(recovery, Recovery::None, "nothing is taken for damaged");
        // What fails here fails after the file was opened.
        assert!(read.is_err() || read.is_ok_and(|rows| rows <= 1));
        Ok(())
    }

    fn shape(&self, folder: &Path) -> Shape {
        let file = unlock(&folder.join(self.name));
        let tables = "SELECT type || name || ifnull(sql, '') FROM sqlite_master ORDER BY 1";
        let mut tables = file.prepare(tables).unwrap();
        let schema: Vec<String> = tables
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let count = |sql| file.query_row(sql, [], |row| row.get(0)).unwrap();
        Shape {
            version: count("SELECT user_version FROM pragma_user_version"),
            rows: if schema.is_empty() {
                0
            } else {
                count(self.count)
            },
            schema,
        }
    }
}

/// What a file looks like from outside.
#[derive(Debug, PartialEq)]
struct Shape {
    version: u32,
    schema: Vec<String>,
    rows: u32,
}

/// Brings each file up to date from each earlier schema, a new file included, with the fault at the first
/// call, at the second, and so on; `ends` lets it pass.
fn at_every_call(fault: DiskFault, lasts: Lasts, ends: impl Fn(&Disk)) {
    for file in FILES {
        let steps = file.steps();
        for known in 0..steps.len() {
            let path = |folder: &TempDir| folder.path().join(file.name);
            let folder = tempfile::tempdir().unwrap();
            file.make(folder.path(), &steps[..known]);
            let bytes = std::fs::read(path(&folder)).unwrap();
            let made = || {
                let folder = tempfile::tempdir().unwrap();
                std::fs::write(path(&folder), &bytes).unwrap();
                let disk = Disk::under(folder.path());
                (folder, disk)
            };
            let old = file.shape(folder.path());
            file.open(folder.path()).unwrap();
            let new = file.shape(folder.path());
            assert_eq!((new.version as usize, new.rows), (steps.len(), old.rows));
            let mut calls = 0;
            loop {
                let (folder, disk) = made();
                disk.fail(fault, calls + 1, lasts);
                let opened = file.open(folder.path());
                if !disk.has_failed() {
                    opened.unwrap();
                    break;
                }
                calls += 1;
                ends(&disk);
                let left = file.shape(folder.path());
                assert!(
                    left == old || left == new,
                    "{} from {known} at call {calls}: the old schema or the new",
                    file.name
                );
                let durable = file.name == "ledger.db" || fault != DiskFault::PowerCut;
                assert!(opened.is_err() || left == new || !durable, "said and done");
                file.open(folder.path()).unwrap();
                assert_eq!(file.shape(folder.path()), new, "and then the new one");
            }
            assert!(calls > 2, "{} from {known}: {calls} calls", file.name);
        }
    }
}

#[test]
fn a_migration_that_meets_an_io_error_at_any_call_leaves_the_old_schema_or_the_new() {
    at_every_call(DiskFault::Io, Lasts::UntilMended, Disk::mend);
}

#[test]
fn a_migration_on_a_disk_full_at_any_write_leaves_the_old_schema_or_the_new() {
    at_every_call(DiskFault::Full, Lasts::UntilMended, Disk::mend);
}

#[test]
fn a_migration_killed_at_every_call_leaves_the_old_schema_or_the_new() {
    for unsynced in [Unsynced::Lost, Unsynced::Torn(1)] {
        at_every_call(DiskFault::PowerCut, Lasts::UntilMended, |disk| {
            disk.power_returns(unsynced);
        });
    }
}
