//! Asks for the same again after a conflict, on what is there now.

use std::time::Duration;

use rollcall_cache::NewMutation;
use rollcall_model::{
    Change, ConnectionId, Found, Mutation, MutationId, MutationState, OperationId, Settled,
};

use crate::app::Pace;
use crate::organization::{Organization, lock, unknown_user};
use crate::receipt::receipt;
use crate::save_user::{Queued, permit};
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
        let open = self.writer(organization).await?;
        self.refuse_offline_session(&open)?;
        self.refuse_beside_others(&open).await?;
        // Derived from the change that it repeats, so that a second press is the same operation.
        let operation = OperationId::from_uuid(id.as_uuid());
        match self.requeue(&open, id, operation)? {
            Queued::Now(mutations) => {
                let undo = (self.inner.pace == Pace::Running).then_some(UNDO);
                self.deliver(&open, operation, &mutations, undo).await
            }
            Queued::Before(mutations) => receipt(&open, operation, &mutations),
            Queued::Nothing { name } => Ok(Receipt {
                operation: operation.to_string(),
                queued: 0,
                applied: 0,
                message: format!("Nothing to change: {name} has this access already."),
            }),
        }
    }

    fn requeue(
        &self,
        open: &Organization,
        id: MutationId,
        operation: OperationId,
    ) -> Result<Queued, Failure> {
        let _one_at_a_time = lock(&open.saving);
        let before = open.ledger.operation(operation)?;
        if !before.is_empty() {
            return Ok(Queued::Before(before));
        }
        let old = open.ledger.mutation(id)?.ok_or_else(unknown_change)?;
        let shown = open.user(old.change.user())?;
        let found = found(&old, || old.change.found_in(&shown.user))?;
        if found == Found::Gone {
            return Err(unknown_user());
        }
        if found == old.change.wanted() {
            self.cancel(open, &[id])?;
            return Ok(Queued::Nothing {
                name: shown.user.title().to_owned(),
            });
        }
        let change = rebased(&old.change, found);
        permit(open, &shown, std::slice::from_ref(&change))?;
        let version = shown.user.version;
        let mutation = NewMutation {
            id: MutationId::random(),
            change,
            version,
        };
        let operation = self.operation(open, operation, vec![mutation], vec![id])?;
        self.enqueue(open, &operation)
    }
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
    match (change, found) {
        (Change::SetRole { user, to, .. }, Found::Role(was)) => Change::SetRole {
            user: user.clone(),
            was,
            to: *to,
        },
        // What was seen is part of their name: no access, access.
        (change, _) => change.clone(),
    }
}
