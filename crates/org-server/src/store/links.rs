//! The links of invitations. The secret itself is never kept: only what it hashes to.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::StoreError;

/// What has become of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkState {
    /// It can be used until the invitation expires.
    Open,
    /// It was used.
    Used,
    /// A later invitation took its place.
    Replaced,
}

/// A link as the server knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkRow {
    /// The row of the user who is invited by it.
    pub(crate) user: i64,
    /// SHA-256 of the whole secret.
    pub(crate) digest: Vec<u8>,
    /// What has become of it.
    pub(crate) state: LinkState,
}

impl LinkState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Used => "used",
            Self::Replaced => "replaced",
        }
    }

    fn read(text: &str) -> Result<Self, StoreError> {
        [Self::Open, Self::Used, Self::Replaced]
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| StoreError::Damaged(text.to_owned()))
    }
}

/// Keeps a new link, which is open.
pub(crate) fn insert(
    sql: &Connection,
    id: &str,
    user: i64,
    digest: &[u8],
) -> Result<(), StoreError> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO links (id, user, digest, state) VALUES (?1, ?2, ?3, 'open')",
    )?;
    insert.execute(params![id, user, digest])?;
    Ok(())
}

/// The link of this id, open or not.
pub(crate) fn find(sql: &Connection, id: &str) -> Result<Option<LinkRow>, StoreError> {
    let mut find = sql.prepare_cached("SELECT user, digest, state FROM links WHERE id = ?1")?;
    let found = find
        .query_row([id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let Some((user, digest, state)) = found else {
        return Ok(None);
    };
    let state = LinkState::read(&state)?;
    Ok(Some(LinkRow {
        user,
        digest,
        state,
    }))
}

/// Ends the user's open link, if there is one, in this state.
pub(crate) fn close(sql: &Connection, user: i64, state: LinkState) -> Result<(), StoreError> {
    let mut close =
        sql.prepare_cached("UPDATE links SET state = ?2 WHERE user = ?1 AND state = 'open'")?;
    close.execute(params![user, state.as_str()])?;
    Ok(())
}

/// Forgets a link that went to nobody.
pub(crate) fn forget(sql: &Connection, id: &str) -> Result<(), StoreError> {
    sql.prepare_cached("DELETE FROM links WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
