//! Asks for the same again after a conflict or a refusal, on what is there now: of one change, or of all
//! that need somebody in one press.

use std::collections::HashMap;
use std::time::Duration;

use rollcall_cache::NewMutation;
use rollcall_model::{
    Change, ConnectionId, Found, Mutation, MutationId, MutationState, OperationId, Settled,
    Standing, UserId,
};

use crate::app::Pace;
use crate::deliberation::open_changes;
use crate::organization::{Organization, unknown_user};
use crate::outbox::part;
use crate::permission::Permissions;
use crate::queue::{Decided, new_mutation};
use crate::view::{Changes, OutboxPart, Receipt};
use crate::{App, Failure};

/// How long the repeated change can be taken back, in a window.
const UNDO: Duration = Duration::from_secs(5);

impl App {
    /// Queues changes that were refused, or are in conflict, again: based on what the server has now. Of
    /// several, those that can't be asked for again are left as they are, and said. Pressed twice, it is
    /// queued once.
    ///
    /// # Errors
    /// Where nothing can be asked for again as [`App::save_user`]; `address_taken`, `unknown_change`,
    /// `id_invalid`, and `not_open` for a change that needs nobody.
    pub async fn ask_again(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<Receipt, Failure> {
        let operation = match changes {
            // Derived from the change that it repeats, so that a second press is the same operation.
            Changes::Ids { ids } if ids.len() == 1 => {
                let id: MutationId = ids.concat().parse()?;
                OperationId::from_uuid(id.as_uuid())
            }
            // At a second press nothing of these needs anybody any more.
            _ => OperationId::random(),
        };
        let undo = (self.inner.pace == Pace::Running).then_some(UNDO);
        let mut left = 0;
        let mut receipt = self
            .queue(organization, operation, undo, |open| {
                let (decided, left_as_they_are) = decide(open, changes)?;
                left = left_as_they_are;
                Ok(decided)
            })
            .await?;
        if left > 0 {
            receipt.message = format!("{} Left as they are: {left}.", receipt.message);
        }
        Ok(receipt)
    }
}

/// What is asked for again; and how many can't be.
fn decide(open: &Organization, changes: &Changes) -> Result<(Decided, usize), Failure> {
    let mut again = Again {
        open,
        permissions: Permissions::of(open)?,
        open_changes: open_changes(open)?,
        mutations: Vec::new(),
        replaces: Vec::new(),
    };
    let mut failures = Vec::new();
    let mut asked = changes.mutations(open)?;
    if !matches!(changes, Changes::Ids { .. }) {
        asked.retain(|mutation| part(mutation) == OutboxPart::NeedsYou);
    }
    for old in asked {
        if let Err(failure) = again.ask(old) {
            failures.push(failure);
        }
    }
    let left = failures.len();
    match failures.into_iter().next() {
        Some(first) if again.replaces.is_empty() => Err(first),
        None if again.replaces.is_empty() => Err(not_open()),
        _ => Ok((
            Decided::Changes {
                mutations: again.mutations,
                replaces: again.replaces,
            },
            left,
        )),
    }
}

/// Asks for one after the other.
struct Again<'a> {
    open: &'a Organization,
    permissions: Permissions<'a>,
    /// What waits, by the user whom it is about or waits for.
    open_changes: HashMap<UserId, Vec<Mutation>>,
    mutations: Vec<NewMutation>,
    replaces: Vec<MutationId>,
}

impl Again<'_> {
    fn ask(&mut self, old: Mutation) -> Result<(), Failure> {
        let shown = self.open.user(old.change.user())?;
        let found = found(&old, || match old.change.added_user() {
            // In the list stands only the user whom it would add.
            Some(_) => Found::Gone,
            None => old.change.found_in(&shown.user),
        })?;
        match (&found, old.change.judge(&found)) {
            (Found::Taken, _) => return Err(address_taken()),
            (_, Standing::Done) => {
                // Nothing is asked for any more, and the question is answered.
                self.replaces.push(old.id);
                return Ok(());
            }
            (Found::Gone, _) if old.change.added_user().is_none() => return Err(unknown_user()),
            _ => {}
        }
        let change = rebased(&old.change, found);
        self.permissions
            .ask(&shown, std::slice::from_ref(&change))?
            .or_refuse()?;
        self.replaces.push(old.id);
        let mutation = NewMutation {
            after: old.after,
            ..new_mutation(change, shown.user.version)
        };
        self.with_dependents(mutation);
        Ok(())
    }

    /// An addition that is asked for again is another user to be added: what waits for the one before
    /// waits for this one from now on.
    fn with_dependents(&mut self, mut first: NewMutation) {
        let placeholder = first.change.user().clone();
        if first.change.added_user().is_none() {
            self.mutations.push(first);
            return;
        }
        let added = UserId::placeholder(first.id);
        first.change.set_user(added.clone());
        self.mutations.push(first);
        let waiting = self.open_changes.remove(&placeholder).unwrap_or_default();
        for dependent in waiting.into_iter().filter(Mutation::is_open) {
            let Mutation {
                mut change,
                mut after,
                version,
                ..
            } = dependent;
            if *change.user() == placeholder {
                change.set_user(added.clone());
            } else if let Some(after) = &mut after {
                after.user = added.clone();
            }
            self.mutations.push(NewMutation {
                id: MutationId::random(),
                change,
                version,
                after,
            });
        }
    }
}

/// What stands on the server, as far as this mutation knows; else by the snapshot.
fn found(old: &Mutation, snapshot: impl FnOnce() -> Found) -> Result<Found, Failure> {
    match &old.state {
        MutationState::Settled(Settled::Conflict { found }) => Ok(found.clone()),
        MutationState::Settled(Settled::Rejected { .. }) => Ok(snapshot()),
        _ => Err(not_open()),
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

fn not_open() -> Failure {
    Failure::new("not_open", "This change is not waiting for a decision.")
}

fn address_taken() -> Failure {
    Failure::new(
        "address_taken",
        "Somebody else on the server has this e-mail address. Drop this change, or add the user \
         with another address.",
    )
    .on_field("email")
}
