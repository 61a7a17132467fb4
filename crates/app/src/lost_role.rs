//! Tells of changes that were made in a role which is no longer held: they are kept, not sent.

use rollcall_language::say;
use rollcall_model::{Mutation, MutationState, Settled};
use rollcall_sync::{Actor, Status};

use crate::Failure;
use crate::foresight::{Foreseen, Foresight};
use crate::organization::Organization;
use crate::row::count;
use crate::view::LostView;

/// What is said of a role that changed since the last time; `None` where it did not.
pub(crate) fn role_change(open: &Organization, status: &Status) -> Option<String> {
    let Actor::Known {
        role,
        role_was: Some(was),
        ..
    } = &status.actor
    else {
        return None;
    };
    Some(say!(
        "role-changed",
        organization = open.profile.name,
        was = was.to_string(),
        role = role.to_string()
    ))
}

/// The changes that are no longer the signed-in user's to send, since the role changed.
pub(crate) fn lost(open: &Organization, status: &Status) -> Result<Option<LostView>, Failure> {
    let Some(change) = role_change(open, status) else {
        return Ok(None);
    };
    let listed = open.ledger.listed()?;
    let kept = listed.iter().filter(|mutation| is_kept(mutation));
    let foreseen = Foresight::of(open, &listed)?.all(kept)?;
    let denied = foreseen
        .values()
        .filter(|foreseen| matches!(foreseen, Foreseen::Denied { .. }));
    let changes = denied.count();
    if changes == 0 {
        return Ok(None);
    }
    Ok(Some(LostView {
        changes: count(changes),
        message: format!("{change} {}", say!("role-lost", count = changes)),
    }))
}

/// Whether it waits, or was refused before it was ever sent: by the policy, asked once more.
fn is_kept(mutation: &Mutation) -> bool {
    match &mutation.state {
        MutationState::Queued => true,
        MutationState::Settled(Settled::Rejected { .. }) => mutation.attempts == 0,
        _ => false,
    }
}
