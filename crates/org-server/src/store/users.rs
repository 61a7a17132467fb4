//! The people: one row each.

use jiff::Timestamp;
use rollcall_model::{InvitationStatus, Role};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::Value;

use super::{StoreError, damaged, fold};
use crate::render;

/// A user as the database keeps them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UserRow {
    /// The row's number; never reused. The order of lists that nobody sorted.
    pub(crate) seq: i64,
    /// The id on the wire.
    pub(crate) id: String,
    /// The e-mail address, or what stands in its place.
    pub(crate) user_name: String,
    /// The name that people read.
    pub(crate) display_name: Option<String>,
    /// What the client calls the user.
    pub(crate) external_id: Option<String>,
    /// The one role.
    pub(crate) role: Role,
    /// Not suspended.
    pub(crate) active: bool,
    /// The `photos` attribute; pictures of our own have addresses that begin with a slash.
    pub(crate) photos: Option<Value>,
    /// The invitation; the founder of an organization has none.
    pub(crate) invitation: Option<InvitationRow>,
    /// When a credential of theirs was last used; `None` for never.
    pub(crate) last_active: Option<Timestamp>,
    /// When they were added.
    pub(crate) created: Timestamp,
    /// When the resource last changed.
    pub(crate) modified: Timestamp,
    /// The number of the resource's state.
    pub(crate) version: u64,
    /// The number of the change that made the row.
    pub(crate) born: i64,
    /// The number of the last change that a delta query tells of.
    pub(crate) change: i64,
}

/// An invitation as the database keeps it: *expired* is not kept but follows from the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvitationRow {
    /// Pending, accepted or failed.
    pub(crate) status: InvitationStatus,
    /// When the last message went out.
    pub(crate) sent: Option<Timestamp>,
    /// When its link stops working.
    pub(crate) expires: Option<Timestamp>,
    /// Why it could not be delivered.
    pub(crate) failure: Option<String>,
}

impl InvitationRow {
    /// Where it stands at `now`.
    pub(crate) fn status_at(&self, now: Timestamp) -> InvitationStatus {
        match (self.status, self.expires) {
            (InvitationStatus::Pending, Some(expires)) if expires <= now => {
                InvitationStatus::Expired
            }
            (status, _) => status,
        }
    }
}

const COLUMNS: &str = "users.seq, users.id, user_name, display_name, users.external_id, role, active, \
     photos, invitation, invitation_sent, invitation_expires, invitation_failure, last_active, \
     users.created, users.modified, users.version, users.born, users.change";

/// The rows of users who count as active Admins.
const ACTIVE_ADMIN: &str =
    "role = 'admin' AND active = 1 AND (invitation IS NULL OR invitation = 'accepted')";

/// The rows whose invitation ran out between two times.
const EXPIRED_BETWEEN: &str =
    "invitation = 'pending' AND invitation_expires > ?1 AND invitation_expires <= ?2";

/// The user of this id.
pub(crate) fn by_id(sql: &Connection, id: &str) -> Result<Option<UserRow>, StoreError> {
    find(sql, "users.id = ?1", id)
}

/// The user of this row number.
pub(crate) fn by_seq(sql: &Connection, seq: i64) -> Result<Option<UserRow>, StoreError> {
    find(sql, "users.seq = ?1", seq)
}

/// The user of this name, compared without case.
pub(crate) fn by_name(sql: &Connection, user_name: &str) -> Result<Option<UserRow>, StoreError> {
    find(sql, "user_name_folded = ?1", fold(user_name))
}

/// The longest-standing user of a role who can sign in.
pub(crate) fn first_of_role(sql: &Connection, role: Role) -> Result<Option<UserRow>, StoreError> {
    find(
        sql,
        "role = ?1 AND active = 1 AND (invitation IS NULL OR invitation = 'accepted') \
         ORDER BY seq LIMIT 1",
        role.as_str(),
    )
}

/// How many active Admins there are, this user left out.
pub(crate) fn active_admins_besides(sql: &Connection, seq: i64) -> Result<u64, StoreError> {
    let mut count = sql.prepare_cached(&format!(
        "SELECT count(*) FROM users WHERE {ACTIVE_ADMIN} AND seq <> ?1"
    ))?;
    let count: i64 = count.query_row([seq], |row| row.get(0))?;
    Ok(count.cast_unsigned())
}

/// Adds a user; `seq` is given by the database and set.
pub(crate) fn insert(sql: &Connection, user: &mut UserRow) -> Result<(), StoreError> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO users (id, user_name, user_name_folded, display_name, display_name_folded,
             external_id, role, active, photos, invitation, invitation_sent, invitation_expires,
             invitation_failure, last_active, created, modified, version, born, change, template)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
             ?19, ?20)",
    )?;
    let invitation = user.invitation.as_ref();
    user.seq = insert.insert(params![
        user.id,
        user.user_name,
        fold(&user.user_name),
        user.display_name,
        user.display_name.as_deref().map(fold),
        user.external_id,
        user.role.as_str(),
        user.active,
        user.photos.as_ref().map(Value::to_string),
        invitation.map(|invitation| invitation.status.as_str()),
        milliseconds(invitation.and_then(|invitation| invitation.sent)),
        milliseconds(invitation.and_then(|invitation| invitation.expires)),
        invitation.and_then(|invitation| invitation.failure.as_deref()),
        milliseconds(user.last_active),
        user.created.as_millisecond(),
        user.modified.as_millisecond(),
        user.version.cast_signed(),
        user.born,
        user.change,
        render::user::template(user),
    ])?;
    Ok(())
}

/// Writes what a client can change, with the new version; the user name never is.
pub(crate) fn update(sql: &Connection, user: &UserRow) -> Result<(), StoreError> {
    let mut update = sql.prepare_cached(
        "UPDATE users SET display_name = ?2, display_name_folded = ?3, external_id = ?4, role = ?5,
             active = ?6, photos = ?7, modified = ?8, version = ?9, change = ?10, template = ?11
         WHERE seq = ?1",
    )?;
    update.execute(params![
        user.seq,
        user.display_name,
        user.display_name.as_deref().map(fold),
        user.external_id,
        user.role.as_str(),
        user.active,
        user.photos.as_ref().map(Value::to_string),
        user.modified.as_millisecond(),
        user.version.cast_signed(),
        user.change,
        render::user::template(user),
    ])?;
    Ok(())
}

/// Deletes a user, with their memberships, assigned contacts and tokens.
pub(crate) fn delete(sql: &Connection, seq: i64) -> Result<(), StoreError> {
    sql.prepare_cached("DELETE FROM users WHERE seq = ?1")?
        .execute([seq])?;
    Ok(())
}

/// Notes that a credential of the user was used. This is a change for delta queries, and no new
/// version.
pub(crate) fn touch(
    sql: &Connection,
    seq: i64,
    at: Timestamp,
    change: i64,
) -> Result<(), StoreError> {
    let mut touch =
        sql.prepare_cached("UPDATE users SET last_active = ?2, change = ?3 WHERE seq = ?1")?;
    touch.execute(params![seq, at.as_millisecond(), change])?;
    Ok(())
}

/// Writes where the user's invitation stands, with the new version.
pub(crate) fn set_invitation(
    sql: &Connection,
    user: &mut UserRow,
    invitation: InvitationRow,
    at: Timestamp,
    change: i64,
) -> Result<(), StoreError> {
    let mut set = sql.prepare_cached(
        "UPDATE users SET invitation = ?2, invitation_sent = ?3, invitation_expires = ?4,
             invitation_failure = ?5
         WHERE seq = ?1",
    )?;
    set.execute(params![
        user.seq,
        invitation.status.as_str(),
        milliseconds(invitation.sent),
        milliseconds(invitation.expires),
        invitation.failure,
    ])?;
    user.invitation = Some(invitation);
    user.modified = at;
    user.version += 1;
    user.change = change;
    update(sql, user)
}

/// Writes why none of the invitations that are due can be sent at the moment, where that is news.
pub(crate) fn fail_due_invitations(
    sql: &Connection,
    reason: &str,
    at: Timestamp,
    change: i64,
) -> Result<(), StoreError> {
    sql.execute(
        "UPDATE users SET invitation = 'failed', invitation_failure = ?1, version = version + 1,
             modified = ?2, change = ?3
         WHERE seq IN (SELECT user FROM deliveries WHERE due <= ?2)
             AND invitation_failure IS NOT ?1",
        params![reason, at.as_millisecond(), change],
    )?;
    Ok(())
}

/// Whether an invitation expired between these times.
pub(crate) fn any_expired(
    sql: &Connection,
    after: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let mut find = sql.prepare_cached(&format!("SELECT 1 FROM users WHERE {EXPIRED_BETWEEN}"))?;
    Ok(find.exists([after.as_millisecond(), until.as_millisecond()])?)
}

/// Makes the invitations that expired between these times a change for delta queries, and no new
/// version.
pub(crate) fn mark_expired(
    sql: &Connection,
    after: Timestamp,
    until: Timestamp,
    change: i64,
) -> Result<(), StoreError> {
    sql.execute(
        &format!("UPDATE users SET change = ?3 WHERE {EXPIRED_BETWEEN}"),
        [after.as_millisecond(), until.as_millisecond(), change],
    )?;
    Ok(())
}

fn find(
    sql: &Connection,
    condition: &str,
    value: impl rusqlite::ToSql,
) -> Result<Option<UserRow>, StoreError> {
    let mut find = sql.prepare_cached(&format!("SELECT {COLUMNS} FROM users WHERE {condition}"))?;
    let found = find.query_row([value], read).optional()?;
    Ok(found)
}

fn read(row: &Row<'_>) -> rusqlite::Result<UserRow> {
    let status = match row.get::<_, Option<String>>(8)? {
        None => None,
        Some(text) => Some(InvitationStatus::from_wire(&text).ok_or_else(|| damaged(8, text))?),
    };
    let invitation = match status {
        None => None,
        Some(status) => Some(InvitationRow {
            status,
            sent: instant(row.get(9)?),
            expires: instant(row.get(10)?),
            failure: row.get(11)?,
        }),
    };
    let role: String = row.get(5)?;
    let photos = match row.get::<_, Option<String>>(7)? {
        None => None,
        Some(text) => Some(serde_json::from_str(&text).map_err(|_| damaged(7, text))?),
    };
    Ok(UserRow {
        seq: row.get(0)?,
        id: row.get(1)?,
        user_name: row.get(2)?,
        display_name: row.get(3)?,
        external_id: row.get(4)?,
        role: role.parse().map_err(|_| damaged(5, role))?,
        active: row.get(6)?,
        photos,
        invitation,
        last_active: instant(row.get(12)?),
        created: instant(row.get(13)?).unwrap_or_default(),
        modified: instant(row.get(14)?).unwrap_or_default(),
        version: row.get::<_, i64>(15)?.cast_unsigned(),
        born: row.get(16)?,
        change: row.get(17)?,
    })
}

/// A column of milliseconds as an instant; one that no calendar has counts as absent.
pub(crate) fn instant(milliseconds: Option<i64>) -> Option<Timestamp> {
    milliseconds.and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok())
}

/// An instant as it is kept.
pub(super) fn milliseconds(instant: Option<Timestamp>) -> Option<i64> {
    instant.map(Timestamp::as_millisecond)
}
