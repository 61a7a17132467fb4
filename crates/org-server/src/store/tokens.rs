//! Bearer tokens. The secret itself is never kept: only what it hashes to.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::StoreError;

/// A token as the server knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenRow {
    /// The part of the token that names it.
    pub(crate) id: String,
    /// The row of the user who acts by it.
    pub(crate) user: i64,
    /// SHA-256 of the whole token.
    pub(crate) digest: Vec<u8>,
    /// Since when it is refused.
    pub(crate) revoked: Option<Timestamp>,
}

/// A line of the list of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedToken {
    /// The part of the token that names it; not secret.
    pub id: String,
    /// The user who acts by it.
    pub user_name: String,
    /// What it was made for.
    pub label: String,
    /// When it was made.
    pub created: Timestamp,
    /// Since when it is refused.
    pub revoked: Option<Timestamp>,
}

/// Keeps a new token.
pub(crate) fn insert(
    sql: &Connection,
    id: &str,
    user: i64,
    digest: &[u8],
    label: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql.execute(
        "INSERT INTO tokens (id, user, digest, label, created) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, user, digest, label, at.as_millisecond()],
    )?;
    Ok(())
}

/// The token of this id, revoked or not.
pub(crate) fn find(sql: &Connection, id: &str) -> Result<Option<TokenRow>, StoreError> {
    let mut find =
        sql.prepare_cached("SELECT id, user, digest, revoked FROM tokens WHERE id = ?1")?;
    let found = find.query_row([id], |row| {
        Ok(TokenRow {
            id: row.get(0)?,
            user: row.get(1)?,
            digest: row.get(2)?,
            revoked: super::users::instant(row.get(3)?),
        })
    });
    Ok(found.optional()?)
}

/// Every token, oldest first.
pub(crate) fn list(sql: &Connection) -> Result<Vec<IssuedToken>, StoreError> {
    let mut list = sql.prepare(
        "SELECT tokens.id, users.user_name, label, tokens.created, revoked
         FROM tokens JOIN users ON users.seq = tokens.user ORDER BY tokens.created, tokens.id",
    )?;
    let rows = list.query_map([], |row| {
        Ok(IssuedToken {
            id: row.get(0)?,
            user_name: row.get(1)?,
            label: row.get(2)?,
            created: super::users::instant(row.get(3)?).unwrap_or_default(),
            revoked: super::users::instant(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Refuses a token from now on. Answers the row of the user who acted by it; `None` where there was none
/// to refuse.
pub(crate) fn revoke(sql: &Connection, id: &str, at: Timestamp) -> Result<Option<i64>, StoreError> {
    let mut revoke = sql.prepare_cached(
        "UPDATE tokens SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL RETURNING user",
    )?;
    let user = revoke.query_row(params![id, at.as_millisecond()], |row| row.get(0));
    Ok(user.optional()?)
}
