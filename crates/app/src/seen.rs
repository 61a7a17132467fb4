//! Takes what is done off the outbox's list: a person has seen it.

use rollcall_model::{ConnectionId, MutationState, Settled};

use crate::organization::lock;
use crate::view::Topic;
use crate::{App, Failure};

impl App {
    /// Takes every change that is done off the list.
    ///
    /// # Errors
    /// `held_by`; else as [`App::session`].
    pub async fn seen(&self, organization: ConnectionId) -> Result<(), Failure> {
        let open = self.writer(organization).await?;
        let _one_at_a_time = lock(&open.saving);
        let done: Vec<_> = open
            .ledger
            .listed()?
            .into_iter()
            .filter(|mutation| {
                matches!(
                    mutation.state,
                    MutationState::Settled(Settled::Applied | Settled::Cancelled)
                )
            })
            .map(|mutation| mutation.id)
            .collect();
        if !done.is_empty() {
            open.ledger.seen(&done)?;
            self.tell_stale(organization, &[Topic::Outbox]);
        }
        Ok(())
    }
}
