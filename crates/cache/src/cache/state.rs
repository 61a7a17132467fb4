//! What the cache itself must know, and the facts that it keeps for its callers.

use rusqlite::{Connection, OptionalExtension, params};

use super::schema::Slot;
use super::types::Fact;

/// The one row of `state`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// The set of tables being served.
    pub(crate) served: Slot,
    /// Whether a full read has ever ended.
    pub(crate) complete: bool,
    /// Users in the set being served, those to be added included.
    pub(crate) users: u32,
    /// Of these, users to be added.
    pub(crate) additions: u32,
    /// The last ledger sequence reflected.
    pub(crate) reflected: u64,
    /// Full reads begun.
    pub(crate) reads: i64,
}

/// Reads it.
pub(crate) fn read(connection: &Connection) -> rusqlite::Result<State> {
    connection
        .prepare_cached("SELECT served, complete, users, reflected, reads, additions FROM state")?
        .query_row([], |row| {
            let served = if row.get_ref(0)?.as_str()? == Slot::B.letter() {
                Slot::B
            } else {
                Slot::A
            };
            Ok(State {
                served,
                complete: row.get(1)?,
                users: row.get(2)?,
                reflected: row.get::<_, i64>(3)?.try_into().unwrap_or(0),
                reads: row.get(4)?,
                additions: row.get(5)?,
            })
        })
}

/// Writes it.
pub(crate) fn write(connection: &Connection, state: State) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE state SET served = ?1, complete = ?2, users = ?3, reflected = ?4, reads = ?5, additions = ?6",
        )?
        .execute(params![
            state.served.letter(),
            state.complete,
            state.users,
            i64::try_from(state.reflected).unwrap_or(i64::MAX),
            state.reads,
            state.additions,
        ])?;
    Ok(())
}

/// Reads a fact.
pub(crate) fn fact(connection: &Connection, fact: Fact) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM facts WHERE name = ?1")?
        .query_row([fact.0], |row| row.get(0))
        .optional()
}

/// Sets facts, or with `None` removes them.
pub(crate) fn set_facts(
    connection: &Connection,
    facts: &[(Fact, Option<&str>)],
) -> rusqlite::Result<()> {
    for (fact, value) in facts {
        match value {
            Some(value) => connection
                .prepare_cached("INSERT OR REPLACE INTO facts (name, value) VALUES (?1, ?2)")?
                .execute([fact.0, value])?,
            None => connection
                .prepare_cached("DELETE FROM facts WHERE name = ?1")?
                .execute([fact.0])?,
        };
    }
    Ok(())
}
