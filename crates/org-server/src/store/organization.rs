//! The organization itself: one row, made once.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::StoreError;

/// The organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Organization {
    /// Its id, by which tokens of another organization are told apart.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// The seed of its made-up people; `None` for a real one.
    pub(crate) demo_seed: Option<u64>,
}

/// The organization, once there is one.
pub(crate) fn find(sql: &Connection) -> Result<Option<Organization>, StoreError> {
    let mut find = sql.prepare_cached("SELECT id, name, demo_seed FROM organization")?;
    let found = find.query_row([], |row| {
        Ok(Organization {
            id: row.get(0)?,
            name: row.get(1)?,
            demo_seed: row.get::<_, Option<i64>>(2)?.map(i64::cast_unsigned),
        })
    });
    Ok(found.optional()?)
}

/// Makes the one organization of this database.
pub(crate) fn insert(
    sql: &Connection,
    organization: &Organization,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql.execute(
        "INSERT INTO organization (one, id, name, created, demo_seed) VALUES (1, ?1, ?2, ?3, ?4)",
        params![
            organization.id,
            organization.name,
            at.as_millisecond(),
            organization.demo_seed.map(u64::cast_signed),
        ],
    )?;
    Ok(())
}
