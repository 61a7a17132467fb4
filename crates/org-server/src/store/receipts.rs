//! What became of a POST that carried an `Idempotency-Key`, so that sending it again does nothing
//! again and answers the same.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::StoreError;

/// For how long a key is remembered.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The answer to a POST.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Receipt {
    /// SHA-256 of what was asked for.
    pub(crate) request: Vec<u8>,
    /// The new resource's address.
    pub(crate) location: String,
    /// The new resource's version.
    pub(crate) version: String,
    /// The answer's body.
    pub(crate) body: Vec<u8>,
}

/// What this user's key stands for.
pub(crate) fn find(sql: &Connection, user: &str, key: &str) -> Result<Option<Receipt>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT request, location, version, body FROM receipts WHERE user = ?1 AND key = ?2",
    )?;
    let found = find.query_row([user, key], |row| {
        Ok(Receipt {
            request: row.get(0)?,
            location: row.get(1)?,
            version: row.get(2)?,
            body: row.get(3)?,
        })
    });
    Ok(found.optional()?)
}

/// Remembers an answer, and forgets those that are too old.
pub(crate) fn insert(
    sql: &Connection,
    user: &str,
    key: &str,
    receipt: &Receipt,
    at: Timestamp,
) -> Result<(), StoreError> {
    let oldest = at.saturating_sub(KEPT).unwrap_or(Timestamp::MIN);
    sql.execute(
        "DELETE FROM receipts WHERE at < ?1",
        [oldest.as_millisecond()],
    )?;
    sql.execute(
        "INSERT INTO receipts (user, key, request, location, version, body, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            user,
            key,
            receipt.request,
            receipt.location,
            receipt.version,
            receipt.body,
            at.as_millisecond()
        ],
    )?;
    Ok(())
}
