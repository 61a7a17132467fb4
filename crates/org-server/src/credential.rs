//! Bearer tokens: how they look, what is kept of them, and who acts by one.

use jiff::{SignedDuration, Timestamp};
use rollcall_model::{InvitationStatus, OrgRole, Role, Token, UserId};
use rollcall_policy::Actor;
use rollcall_scim::ScimError;
use rusqlite::Connection;

use crate::ids::Ids;
use crate::secret;
use crate::store::tokens::{self, TokenRow};
use crate::store::users::{self, UserRow};
use crate::store::{Store, StoreError, counters, organization};
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
    /// The part that names the token by which they act.
    token: String,
}

/// A token that was just made.
pub(crate) struct Issued {
    /// The part that names it; not secret.
    pub(crate) id: String,
    /// All of it.
    pub(crate) token: Token,
}

impl Caller {
    fn new(user: UserRow, token: &str) -> Self {
        Self {
            seq: user.seq,
            id: user.id,
            user_name: user.user_name,
            role: user.role,
            token: token.to_owned(),
        }
    }

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
) -> Result<Issued, StoreError> {
    let made = secret::make(PREFIX, ids);
    tokens::insert(sql, &made.id, user, &made.digest, label, now)?;
    let token = Token::parse(&made.text).map_err(|error| StoreError::Damaged(error.to_string()))?;
    Ok(Issued { id: made.id, token })
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
    let user = store.read::<_, StoreError>(|sql| match tokens::find(sql, id)? {
        Some(row) if secret::is_right(token, &row.digest) => bearer(sql, &row),
        _ => Ok(None),
    })?;
    let Some(user) = user else {
        return Ok(None);
    };
    if is_due(&user, now) {
        store.write::<_, StoreError>(|sql| {
            users::touch(sql, user.seq, now, counters::next_change(sql)?)
        })?;
    }
    Ok(Some(Caller::new(user, id)))
}

/// The same caller as they are now, inside of a write: since their token was looked at, it may have been
/// revoked, and they may have been deleted, suspended or given another role.
pub(crate) fn renewed(sql: &Connection, caller: &Caller) -> Result<Caller, Trouble> {
    let user = match tokens::find(sql, &caller.token)? {
        Some(row) => bearer(sql, &row)?,
        None => None,
    };
    match user {
        Some(user) => Ok(Caller::new(user, &caller.token)),
        None => Err(signed_out(sql)?.into()),
    }
}

/// Who acts by a token that is known: `None` when it is revoked, or its user can't sign in.
fn bearer(sql: &Connection, token: &TokenRow) -> Result<Option<UserRow>, StoreError> {
    if token.revoked.is_some() {
        return Ok(None);
    }
    Ok(users::by_seq(sql, token.user)?.filter(may_sign_in))
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
