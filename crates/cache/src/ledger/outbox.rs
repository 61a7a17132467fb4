//! The outbox as it is read: what is listed, what may still be sent, what is laid over the list.

use rollcall_language::say;
use rollcall_model::{Mutation, MutationId, OperationId};
use rusqlite::Connection;

use super::Ledger;
use super::columns::{COLUMNS, WIDTH, read};
use super::journal::{signed, unsigned};
use crate::StoreError;
use crate::error::Fault;

/// How many changes the outbox lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Those that may still be sent, or are on their way; without those that wait for an acceptance.
    pub waiting: u32,
    /// Those that were refused, or are in conflict.
    pub needs_you: u32,
    /// Of those that wait, how many stay here until a person presses *Send*.
    pub held: u32,
    /// Of those that wait, how many ask a person once more.
    pub unconfirmed: u32,
}

impl Ledger {
    /// One mutation.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn mutation(&self, id: MutationId) -> Result<Option<Mutation>, StoreError> {
        self.0.read(
            || say!("faults-try-read-change"),
            |connection| one(connection, id),
        )
    }

    /// The mutations of an operation, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn operation(&self, id: OperationId) -> Result<Vec<Mutation>, StoreError> {
        self.0.read(
            || say!("faults-try-read-operation"),
            |connection| of_operation(connection, id),
        )
    }

    /// What may still be sent (queued, sending, unknown), in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn open_mutations(&self) -> Result<Vec<Mutation>, StoreError> {
        let mut listed = self.listed()?;
        listed.retain(Mutation::is_open);
        Ok(listed)
    }

    /// What the outbox lists: everything that isn't both at its end and seen, in order. Cancelled ones
    /// count as seen by whoever cancelled them.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn listed(&self) -> Result<Vec<Mutation>, StoreError> {
        self.0.read(
            || say!("faults-try-read-outbox"),
            |connection| {
                several(
                    connection,
                    "WHERE listed ORDER BY coalesce(place, sequence)",
                    [],
                )
            },
        )
    }

    /// How many of the changes that the outbox lists wait, and how many need a person.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn standing(&self) -> Result<Standing, StoreError> {
        self.0.read(
            || say!("faults-try-count-waiting"),
            |connection| {
                let sql = only_listed(
                    "SELECT count(*) FILTER (WHERE state IN ('queued', 'sending', 'unknown')
                        AND NOT (state = 'queued' AND awaited IS 'accepted')),
                    count(*) FILTER (WHERE state IN ('rejected', 'conflict')),
                    count(*) FILTER (WHERE state = 'queued' AND awaited IS NOT 'accepted'
                        AND goes = 'when_sent'),
                    count(*) FILTER (WHERE state = 'queued' AND awaited IS NOT 'accepted'
                        AND goes = 'once_confirmed')
                 FROM mutations WHERE listed",
                );
                let mut statement = connection.prepare_cached(&sql)?;
                Ok(statement.query_row([], |row| {
                    Ok(Standing {
                        waiting: row.get(0)?,
                        needs_you: row.get(1)?,
                        held: row.get(2)?,
                        unconfirmed: row.get(3)?,
                    })
                })?)
            },
        )
    }

    /// What is laid over a snapshot that reflects the ledger up to `reflected`: what is open, rejected
    /// or in conflict, and what was applied since, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn overlay(&self, reflected: u64) -> Result<Vec<Mutation>, StoreError> {
        let mut overlay = self.0.read(
            || say!("faults-try-read-waiting"),
            |connection| {
                several(
                    connection,
                    "WHERE listed AND state <> 'applied' ORDER BY coalesce(place, sequence)",
                    [],
                )
            },
        )?;
        overlay.extend(
            self.applied_since(reflected)?
                .into_iter()
                .map(|(_, mutation)| mutation),
        );
        overlay.sort_by_key(|mutation| mutation.sequence);
        Ok(overlay)
    }

    /// What was applied after the ledger sequence `reflected`, with the sequence of each
    /// acknowledgement, in the order of these.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn applied_since(&self, reflected: u64) -> Result<Vec<(u64, Mutation)>, StoreError> {
        self.0.read(|| say!("faults-try-read-applied"), |connection| {
            let sql = format!(
                "SELECT {COLUMNS}, ended FROM mutations WHERE state = 'applied' AND ended > ?1 ORDER BY ended"
            );
            let mut found = Vec::new();
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query([signed(reflected)])?;
            while let Some(row) = rows.next()? {
                found.push((unsigned(row.get(WIDTH)?), read(row)?));
            }
            Ok(found)
        })
    }
}

/// Puts the condition in the place of the word: word for word as in the partial index, or the planner
/// doesn't see that it fits.
fn only_listed(sql: &str) -> String {
    sql.replace(
        "listed",
        "NOT (seen AND state IN ('applied', 'cancelled', 'rejected', 'conflict'))",
    )
}

/// Mutations by a condition; `listed` in it stands for what the outbox lists.
pub(super) fn several(
    connection: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<Mutation>, Fault> {
    let condition = only_listed(condition);
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM mutations {condition}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// One mutation.
pub(super) fn one(connection: &Connection, id: MutationId) -> Result<Option<Mutation>, Fault> {
    Ok(several(connection, "WHERE id = ?1", [id.to_string()])?.pop())
}

/// The mutations of an operation, in order.
pub(super) fn of_operation(
    connection: &Connection,
    id: OperationId,
) -> Result<Vec<Mutation>, Fault> {
    several(
        connection,
        "WHERE operation = ?1 ORDER BY coalesce(place, sequence)",
        [id.to_string()],
    )
}
