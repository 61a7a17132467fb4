//! The invitations that are still to be sent, at most one for each user. The message itself is not
//! kept: it holds the link, so it is written when it goes out.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::StoreError;

/// An invitation that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeliveryRow {
    /// The row of the user who is invited.
    pub(crate) user: i64,
    /// The name of the user who invites, as it was then.
    pub(crate) invited_by: String,
    /// How often it was tried.
    pub(crate) tries: u32,
}

/// Asks for an invitation to be sent at once; one that waits already begins anew.
pub(crate) fn put(
    sql: &Connection,
    user: i64,
    invited_by: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut put = sql.prepare_cached(
        "INSERT INTO deliveries (user, invited_by, tries, due) VALUES (?1, ?2, 0, ?3)
         ON CONFLICT (user) DO UPDATE SET invited_by = ?2, tries = 0, due = ?3",
    )?;
    put.execute(params![user, invited_by, now.as_millisecond()])?;
    Ok(())
}

/// What is due, in the order in which it became so; at most `limit` of it.
pub(crate) fn due(
    sql: &Connection,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<DeliveryRow>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT user, invited_by, tries FROM deliveries WHERE due <= ?1 ORDER BY due, user LIMIT ?2",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let found = find.query_map([now.as_millisecond(), limit], |row| {
        Ok(DeliveryRow {
            user: row.get(0)?,
            invited_by: row.get(1)?,
            tries: row.get(2)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// When the next one is due; `None` when nothing waits.
pub(crate) fn next_due(sql: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let due = sql.query_row("SELECT min(due) FROM deliveries", [], |row| row.get(0))?;
    Ok(super::users::instant(due))
}

/// Tries one again later.
pub(crate) fn postpone(sql: &Connection, user: i64, until: Timestamp) -> Result<(), StoreError> {
    sql.execute(
        "UPDATE deliveries SET tries = tries + 1, due = ?2 WHERE user = ?1",
        params![user, until.as_millisecond()],
    )?;
    Ok(())
}

/// Tries everything that is due again later.
pub(crate) fn postpone_due(
    sql: &Connection,
    now: Timestamp,
    until: Timestamp,
) -> Result<(), StoreError> {
    sql.execute(
        "UPDATE deliveries SET tries = tries + 1, due = ?2 WHERE due <= ?1",
        [now.as_millisecond(), until.as_millisecond()],
    )?;
    Ok(())
}

/// Nothing is to be sent to the user any more.
pub(crate) fn remove(sql: &Connection, user: i64) -> Result<(), StoreError> {
    sql.execute("DELETE FROM deliveries WHERE user = ?1", [user])?;
    Ok(())
}

/// Gives up on those whose time to accept is over: a link that has expired helps nobody.
pub(crate) fn give_up(sql: &Connection, now: Timestamp) -> Result<(), StoreError> {
    sql.execute(
        "DELETE FROM deliveries
         WHERE user IN (SELECT seq FROM users WHERE invitation_expires <= ?1)",
        [now.as_millisecond()],
    )?;
    Ok(())
}
