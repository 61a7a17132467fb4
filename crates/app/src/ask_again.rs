//! Asks for the same again after a conflict, on what is there now.

use std::time::Duration;

use rollcall_cache::NewMutation;
use rollcall_model::{
    Change, ConnectionId, Found, Mutation, MutationId, MutationState, OperationId, Settled,
    Standing, UserId,
};

use crate::app::Pace;
use crate::organization::{Organization, unknown_user};
use crate::permission::permit;
use crate::queue::{Decided, new_mutation};
use crate::take_back::unknown_change;
use crate::view::Receipt;
use crate::{App, Failure};

/// How long the repeated change can be taken back, in a window.
const UNDO: Duration = Duration::from_secs(5);

impl App {
    /// Queues the change of a conflict, or of a refusal, again: based on what the server has now.
    /// Pressed twice, it is queued once.
    ///
    /// # Errors
    /// As [`App::save_user`]; `unknown_change`, and `not_open` for a change that needs nobody.
    pub async fn ask_again(
        &self,
        organization: ConnectionId,
        id: MutationId,
    ) -> Result<Receipt, Failure> {
        // Derived from the change that it repeats, so that a second press is the same operation.
        let operation = OperationId::from_uuid(id.as_uuid());
        let undo = (self.inner.pace == Pace::Running).then_some(UNDO);
        self.queue(organization, operation, undo, |open| decide(open, id))
            .await
    }
}

fn decide(open: &Organization, id: MutationId) -> Result<Decided, Failure> {
    let old = open.ledger.mutation(id)?.ok_or_else(unknown_change)?;
    let shown = open.user(old.change.user())?;
    let found = found(&old, || old.change.found_in(&shown.user))?;
    let replaces = vec![id];
    match (&found, old.change.judge(&found)) {
        (Found::Taken, _) => return Err(address_taken()),
        (_, Standing::Done) => {
            // Nothing is asked for any more, and the question is answered.
            return Ok(Decided::Changes {
                mutations: Vec::new(),
                replaces,
            });
        }
        (Found::Gone, _) if old.change.added_user().is_none() => return Err(unknown_user()),
        _ => {}
    }
    let change = rebased(&old.change, found);
    permit(open, &shown, std::slice::from_ref(&change))?;
    let mutation = NewMutation {
        after: old.after,
        ..new_mutation(change, shown.user.version)
    };
    Ok(Decided::Changes {
        mutations: with_dependents(open, mutation)?,
        replaces,
    })
}

/// An addition that is asked for again is another user to be added: what waits for the one before waits
/// for this one from now on.
fn with_dependents(
    open: &Organization,
    mut first: NewMutation,
) -> Result<Vec<NewMutation>, Failure> {
    let placeholder = first.change.user().clone();
    if first.change.added_user().is_none() {
        return Ok(vec![first]);
    }
    let added = UserId::placeholder(first.id);
    first.change.set_user(added.clone());
    let mut mutations = vec![first];
    let listed = open.ledger.listed()?.into_iter();
    for dependent in listed.filter(Mutation::is_open) {
        let Mutation {
            mut change,
            mut after,
            version,
            ..
        } = dependent;
        if *change.user() == placeholder {
            change.set_user(added.clone());
        } else if let Some(after) = after.as_mut().filter(|after| after.user == placeholder) {
            after.user = added.clone();
        } else {
            continue;
        }
        mutations.push(NewMutation {
            id: MutationId::random(),
            change,
            version,
            after,
        });
    }
    Ok(mutations)
}

/// What stands on the server, as far as this mutation knows; else by the snapshot.
fn found(old: &Mutation, snapshot: impl FnOnce() -> Found) -> Result<Found, Failure> {
    match &old.state {
        MutationState::Settled(Settled::Conflict { found }) => Ok(found.clone()),
        MutationState::Settled(Settled::Rejected { .. }) => Ok(snapshot()),
        _ => Err(Failure::new(
            "not_open",
            "This change is not waiting for a decision.",
        )),
    }
}

/// The same change, with what is there now as what was seen.
fn rebased(change: &Change, found: Found) -> Change {
    let mut change = change.clone();
    match (&mut change, found) {
        (Change::SetRole { was, .. } | Change::DeleteUser { was, .. }, Found::Role(found)) => {
            *was = found;
        }
        (Change::SetDisplayName { was, .. }, Found::DisplayName(found)) => *was = found,
        (Change::SetPicture { was, .. }, Found::Picture(found)) => *was = found,
        (Change::ResendInvitation { was, .. }, Found::Invited(found)) => *was = found,
        // What was seen is part of their name: no access, access; active, suspended.
        _ => {}
    }
    change
}

fn address_taken() -> Failure {
    Failure::new(
        "address_taken",
        "Somebody else on the server has this e-mail address. Drop this change, or add the user \
         with another address.",
    )
    .on_field("email")
}
