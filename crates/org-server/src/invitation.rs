//! The life of an invitation, whoever moves it on: begun by an administrator, its link opened by the
//! person, accepted there or at the server's console, expired by itself.

use jiff::{SignedDuration, Timestamp};
use rollcall_model::InvitationStatus;
use rusqlite::Connection;

use crate::ids::Ids;
use crate::mail::{Post, recipient};
use crate::secret::{self, Secret};
use crate::store::links::{self, LinkState};
use crate::store::users::{self, InvitationRow, UserRow};
use crate::store::{StoreError, counters, deliveries};

/// Where the page is on which an invitation is accepted, below the base URL.
pub(crate) const PAGE: &str = "/invitations/accept";

/// The audit's name for what the policy doesn't decide: whoever holds the link may.
pub(crate) const ACCEPT: &str = "invitations.accept";

/// What every link's secret begins with.
const PREFIX: &str = "invitation";

/// The counter up to which expired invitations were told to delta queries, in milliseconds.
const TOLD: &str = "expired";

impl InvitationRow {
    /// One that goes out at `now`.
    pub(crate) fn sent(now: Timestamp, lasts: SignedDuration) -> Self {
        Self {
            status: InvitationStatus::Pending,
            sent: Some(now),
            expires: now.saturating_add(lasts).ok(),
            failure: None,
        }
    }

    /// One that nothing is left to do for.
    pub(crate) fn accepted() -> Self {
        Self {
            status: InvitationStatus::Accepted,
            sent: None,
            expires: None,
            failure: None,
        }
    }

    fn failed(reason: &str) -> Self {
        Self {
            status: InvitationStatus::Failed,
            failure: Some(reason.to_owned()),
            ..Self::accepted()
        }
    }
}

/// The invitation of a user of this name: on its way, or failed before it left.
pub(crate) fn begin(post: &Post, user_name: &str, now: Timestamp) -> InvitationRow {
    let obstacle = match recipient(user_name) {
        None => Some("no address"),
        Some(_) => post.unable(),
    };
    match obstacle {
        None => InvitationRow::sent(now, post.lasts()),
        Some(reason) => InvitationRow::failed(reason),
    }
}

/// Sees to it that an invitation that is on its way goes out, once the write is done.
pub(crate) fn dispatch(
    sql: &Connection,
    post: &Post,
    user: &UserRow,
    invited_by: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let invitation = user.invitation.as_ref();
    if invitation.is_some_and(|invitation| invitation.status == InvitationStatus::Pending) {
        deliveries::put(sql, user.seq, invited_by, now)?;
        post.knock();
    }
    Ok(())
}

/// Makes the user's one open link.
pub(crate) fn new_link(sql: &Connection, ids: &Ids, user: i64) -> Result<Secret, StoreError> {
    let made = secret::make(PREFIX, ids);
    links::close(sql, user, LinkState::Replaced)?;
    links::insert(sql, &made.id, user, &made.digest)?;
    Ok(made)
}

/// The address that a link leads to.
pub(crate) fn address_of(base: &str, secret: &str) -> String {
    format!("{base}{PAGE}?token={secret}")
}

/// What a link that somebody opened leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Opened {
    /// To an invitation that can be accepted.
    Open(Box<UserRow>),
    /// It was used.
    Used,
    /// A later one took its place.
    Replaced,
    /// The time to accept is over.
    Expired,
    /// The user is suspended.
    Suspended,
    /// To nothing: it was never given out, or the invitation was revoked.
    Unknown,
}

/// Looks where a link leads.
pub(crate) fn open(sql: &Connection, token: &str, now: Timestamp) -> Result<Opened, StoreError> {
    let Some(id) = secret::id(PREFIX, token) else {
        return Ok(Opened::Unknown);
    };
    let Some(link) = links::find(sql, id)?.filter(|link| secret::is_right(token, &link.digest))
    else {
        return Ok(Opened::Unknown);
    };
    let Some(user) = users::by_seq(sql, link.user)? else {
        return Ok(Opened::Unknown);
    };
    let ends = user
        .invitation
        .as_ref()
        .and_then(|invitation| invitation.expires);
    Ok(match link.state {
        LinkState::Used => Opened::Used,
        LinkState::Replaced => Opened::Replaced,
        LinkState::Open if ends.is_none_or(|ends| ends <= now) => Opened::Expired,
        LinkState::Open if !user.active => Opened::Suspended,
        LinkState::Open => Opened::Open(Box::new(user)),
    })
}

/// Accepts the user's invitation. Its link is used up, and nothing is sent any more.
pub(crate) fn accept(
    sql: &Connection,
    user: &mut UserRow,
    now: Timestamp,
) -> Result<(), StoreError> {
    links::close(sql, user.seq, LinkState::Used)?;
    deliveries::remove(sql, user.seq)?;
    let accepted = InvitationRow {
        status: InvitationStatus::Accepted,
        failure: None,
        ..user
            .invitation
            .clone()
            .unwrap_or_else(InvitationRow::accepted)
    };
    users::set_invitation(sql, user, accepted, now, counters::next_change(sql)?)
}

/// Whether an invitation has expired that [`tell_expired`] has not told of, or the clock went back.
pub(crate) fn is_any_to_be_told(sql: &Connection, now: Timestamp) -> Result<bool, StoreError> {
    let told = told(sql)?;
    Ok(told > now || users::any_expired(sql, told, now)?)
}

/// Makes every invitation that expired since the last time a change: it expires without being written,
/// and a delta query tells only of what was.
pub(crate) fn tell_expired(sql: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let told = told(sql)?;
    if users::any_expired(sql, told, now)? {
        users::mark_expired(sql, told, now, counters::next_change(sql)?)?;
    }
    counters::set(sql, TOLD, now.as_millisecond())
}

fn told(sql: &Connection) -> Result<Timestamp, StoreError> {
    Ok(users::instant(Some(counters::value(sql, TOLD)?)).unwrap_or_default())
}
