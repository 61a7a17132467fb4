//! Takes changes back: cancels what waits, drops what was refused, keeps theirs in a conflict.

use rollcall_model::{ConnectionId, MutationId, MutationState, Settled};

use crate::organization::Organization;
use crate::view::Topic;
use crate::{App, Failure};

impl App {
    /// Takes these mutations back. One that is on its way, or done, can't be. Taking back twice is no
    /// error.
    ///
    /// # Errors
    /// `already_sent` when one of them can't be taken back any more (the others are);
    /// `unknown_change`, `held_by`; else as [`App::session`].
    pub async fn take_back(
        &self,
        organization: ConnectionId,
        ids: &[MutationId],
    ) -> Result<(), Failure> {
        let open = self.writer(organization).await?;
        let cancelled = self.cancel(&open, ids)?;
        for id in ids.iter().filter(|id| !cancelled.contains(id)) {
            match open.ledger.mutation(*id)?.map(|mutation| mutation.state) {
                None => return Err(unknown_change()),
                Some(MutationState::Settled(Settled::Cancelled)) => {}
                Some(_) => {
                    return Err(Failure::new(
                        "already_sent",
                        "This change was sent already. It can't be taken back, only changed again.",
                    ));
                }
            }
        }
        Ok(())
    }

    /// Cancels those of these that still can be, and shows it. Answers which.
    pub(crate) fn cancel(
        &self,
        open: &Organization,
        ids: &[MutationId],
    ) -> Result<Vec<MutationId>, Failure> {
        let cancelled = open.ledger.cancel(ids, self.now())?;
        if !cancelled.is_empty() {
            open.lay_over();
            if let Some(engine) = &open.engine {
                engine.handle().taken_back(&cancelled);
            }
            self.tell_stale(open.id, &[Topic::Outbox, Topic::Users, Topic::Session]);
        }
        Ok(cancelled)
    }
}

/// A mutation that the ledger doesn't have.
pub(crate) fn unknown_change() -> Failure {
    Failure::new("unknown_change", "There is no such change in the outbox.")
}
