//! Bearer tokens: how they look, what is kept of them, and who acts by one.

use jiff::{SignedDuration, Timestamp};
use rollcall_model::{InvitationStatus, OrgRole, Role, Token, UserId};
use rollcall_policy::Actor;
use rollcall_scim::ScimError;
use rusqlite::Connection;

use crate::ids::Ids;
use crate::secret;
use crate::store::users::UserRow;
use crate::store::{Store, StoreError, counters, organization, tokens, users};
use crate::trouble::Trouble;

/// What every token begins with, so that a leaked one is recognized for what it is.
const PREFIX: &str = "rollcall";

/// How often the use of a credential is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// The user behind a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// Their row.
    pub(crate) seq: i64,
    /// Their id.
    pub(crate) id: String,
    /// Their name, for the audit.
    pub(crate) user_name: String,
    /// Their role at the time of the request.
    pub(crate) role: Role,
}

impl From<UserRow> for Caller {
    fn from(user: UserRow) -> Self {
        Self {
            seq: user.seq,
            id: user.id,
            user_name: user.user_name,
            role: user.role,
        }
    }
}

impl Caller {
    /// As the policy sees them.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            id: Some(UserId::new(self.id.as_str())),
            role: OrgRole::Known(self.role),
        }
    }
}

/// Makes a token for a user, and keeps what it hashes to.
pub(crate) fn issue(
    sql: &Connection,
    ids: &Ids,
    user: i64,
    label: &str,
    now: Timestamp,
) -> Result<Token, StoreError> {
    let made = secret::make(PREFIX, ids);
    tokens::insert(sql, &made.id, user, &made.digest, label, now)?;
    Token::parse(&made.text).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Who acts by this token: `None` when it is unknown or revoked, or its user can't sign in.
pub(crate) fn caller(
    store: &Store,
    token: &str,
    now: Timestamp,
) -> Result<Option<Caller>, StoreError> {
    let Some(id) = secret::id(PREFIX, token) else {
        return Ok(None);
    };
    let user = store.read::<_, StoreError>(|sql| {
        let Some(row) = tokens::find(sql, id)? else {
            return Ok(None);
        };
        if !secret::is_right(token, &row.digest) || row.revoked.is_some() {
            return Ok(None);
        }
        users::by_seq(sql, row.user)
    })?;
    let Some(user) = user.filter(may_sign_in) else {
        return Ok(None);
    };
    if is_due(&user, now) {
        store.write::<_, StoreError>(|sql| {
            users::touch(sql, user.seq, now, counters::next_change(sql)?)
        })?;
    }
    Ok(Some(user.into()))
}

/// The same caller as they are now, inside of a write: since their token was looked at, they may have been
/// deleted, suspended or given another role.
pub(crate) fn renewed(sql: &Connection, caller: &Caller) -> Result<Caller, Trouble> {
    match users::by_seq(sql, caller.seq)?.filter(may_sign_in) {
        Some(user) => Ok(user.into()),
        None => Err(signed_out(sql)?.into()),
    }
}

/// Why nobody is behind a token.
pub(crate) fn signed_out(sql: &Connection) -> Result<ScimError, StoreError> {
    let why = if organization::was_deleted(sql)? {
        "The organization was deleted: nobody can sign in to it any more."
    } else {
        "The token is unknown or revoked, or its user can't sign in."
    };
    Ok(ScimError::new(401, why))
}

fn may_sign_in(user: &UserRow) -> bool {
    let invitation = user.invitation.as_ref().map(|invitation| invitation.status);
    user.active && matches!(invitation, None | Some(InvitationStatus::Accepted))
}

fn is_due(user: &UserRow, now: Timestamp) -> bool {
    user.last_active.is_none_or(|last| {
        let since = now.duration_since(last);
        // A clock that went back counts as well, or the time would stand still until it caught up.
        since >= NOTED_EVERY || since < SignedDuration::ZERO
    })
}
