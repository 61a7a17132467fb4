//! Schema changes: dated, frozen once released, and all or nothing.

use rusqlite::{Connection, TransactionBehavior};

/// One step of a schema. Its place in the list is the version that it leads to, from 1.
pub(crate) struct Migration {
    /// The day on which it was written, and what it is for.
    pub(crate) name: &'static str,
    /// The statements.
    pub(crate) sql: &'static str,
}

/// What stood in the way.
pub(crate) enum MigrateError {
    /// The file's schema is newer than the list.
    TooNew { found: u32, known: u32 },
    /// SQLite refused.
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for MigrateError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

/// Brings a file to the last schema, in one transaction for all steps that are missing: killed at any
/// point, it leaves the schema that was there. Every commit of this connection is durable from then on.
pub(crate) fn migrate(
    connection: &mut Connection,
    steps: &[Migration],
) -> Result<(), MigrateError> {
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    // Asked before the write lock is taken: a file that is up to date may be held by another process.
    if version(connection)? == known {
        return Ok(());
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction)?;
    if found > known {
        return Err(MigrateError::TooNew { found, known });
    }
    for step in steps.iter().skip(found as usize) {
        tracing::info!(step = step.name, "migrating");
        transaction.execute_batch(step.sql)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

/// The schema that a file has; 0 for a new one.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &[Migration] = &[
        Migration {
            name: "one",
            sql: "CREATE TABLE one (x); CREATE TABLE two (x);",
        },
        Migration {
            name: "two",
            sql: "CREATE TABLE three (x); INSERT INTO nowhere VALUES (1);",
        },
    ];

    fn tables(connection: &Connection) -> u32 {
        connection
            .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_migration_that_fails_midway_leaves_the_old_schema() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert!(migrate(&mut connection, STEPS).is_err());
        assert_eq!(
            (tables(&connection), version(&connection).unwrap()),
            (0, 0),
            "all or nothing"
        );
        assert!(migrate(&mut connection, &STEPS[..1]).is_ok());
        assert!(migrate(&mut connection, STEPS).is_err());
        assert_eq!(
            (tables(&connection), version(&connection).unwrap()),
            (2, 1),
            "the old schema or the new"
        );
    }

    #[test]
    fn a_newer_schema_is_refused_and_left_untouched() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 9).unwrap();
        assert!(matches!(
            migrate(&mut connection, &STEPS[..1]),
            Err(MigrateError::TooNew { found: 9, known: 1 })
        ));
        assert_eq!((tables(&connection), version(&connection).unwrap()), (0, 9));
    }
}
