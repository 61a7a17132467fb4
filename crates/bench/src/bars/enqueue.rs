//! Bar 8: making a change durable, beside the least that is durable at all.

use std::path::Path;

use jiff::Timestamp;
use rollcall_cache::{Key, Ledger, Location, Mode, NewMutation, Operation};
use rollcall_model::{Change, Goes, MutationId, OperationId, OrgRole, Role, UserChange, UserId};
use rusqlite::{Connection, params};

use super::Setting;
use crate::measure::{Round, quantile, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "8",
    what: "durable enqueue, p99",
    floor: "one FULL commit of one row",
    hold: 1.5,
    aim: 1.2,
};

/// Changes per round: enough for a 99th percentile.
const CHANGES: usize = 300;

pub(crate) fn run(_: &Setting) -> Vec<Line> {
    // Not in the system's folder for temporary files: that is often in memory.
    let folder = super::scratch();
    let key = Key::random().expect("the system's randomness");
    let location = Location::Folder(folder.path().join("ledger"));
    let ledger = Ledger::open(&location, &key, Mode::Writer)
        .expect("a new ledger")
        .store;
    let floor = bare_table(&folder.path().join("floor.db"), &key);
    let mut next = 0_u64;
    let figures = rounds(|| {
        let (mut queued, mut committed) = (Vec::new(), Vec::new());
        // One of each in turn: a disk that is slow for a moment is slow for both.
        for _ in 0..CHANGES {
            next += 1;
            let operation = operation(next);
            queued.push(seconds(|| {
                ledger.enqueue(&operation).expect("a durable change");
            }));
            committed.push(seconds(|| {
                floor
                    .execute(
                        "INSERT INTO change (body) VALUES (?1)",
                        params![format!("{next:0>220}")],
                    )
                    .expect("a durable row");
            }));
        }
        Round {
            candidate: p99(queued),
            floor: p99(committed),
        }
    });
    vec![Line {
        bar: BAR,
        variant: String::new(),
        unit: Unit::Seconds,
        figures,
        also: None,
    }]
}

/// A file with the ledger's own settings and one table without an index.
fn bare_table(path: &Path, key: &Key) -> Connection {
    let connection = super::encrypted(path, key, "FULL");
    connection
        .execute_batch("CREATE TABLE change (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        .expect("a table");
    connection
}

fn operation(number: u64) -> Operation {
    Operation {
        id: OperationId::random(),
        mutations: vec![NewMutation {
            id: MutationId::random(),
            change: Change::User(UserChange::SetRole {
                user: UserId::new(format!("user-{number}")),
                was: OrgRole::Known(Role::Member),
                to: Role::UserAdmin,
            }),
            version: None,
            after: None,
            goes: Goes::ByItself,
        }],
        replaces: Vec::new(),
        actor: None,
        said: std::collections::HashMap::new(),
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
    }
}

fn p99(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    quantile(&values, 0.99)
}
