//! Takes changes back: cancels what waits, drops what was refused, keeps theirs in a conflict.

use std::collections::HashSet;

use rollcall_cache::TakenBack;
use rollcall_language::say;
use rollcall_model::{ConnectionId, Mutation, MutationId, MutationState, Settled};

use crate::organization::{Organization, lock};
use crate::queue::MADE_OR_TAKEN_BACK;
use crate::row::count;
use crate::view::Changes;
use crate::{App, Failure};

impl App {
    /// Takes these changes back, and answers how many. One that is on its way, or done, can't be. Taking
    /// back twice is no error.
    ///
    /// # Errors
    /// `already_sent` when one of those named can't be taken back any more (the others are), or none of
    /// an operation's; `unknown_change`, `id_invalid`, `held_by`; else as [`App::session`].
    pub async fn take_back(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<u32, Failure> {
        let open = self.writer(organization).await?;
        // A change that rests on one of these is decided before or after, never meanwhile.
        let _one_at_a_time = lock(&open.saving);
        let asked = changes.mutations(&open)?;
        let ids: Vec<MutationId> = asked.iter().map(|mutation| mutation.id).collect();
        let cancelled: HashSet<MutationId> = self.cancel(&open, &ids)?.into_iter().collect();
        let is_sent = |mutation: &Mutation| {
            let taken_back = mutation.state == MutationState::Settled(Settled::Cancelled);
            !taken_back && !cancelled.contains(&mutation.id)
        };
        let too_late = match changes {
            Changes::Ids { .. } => asked.iter().any(is_sent),
            Changes::All | Changes::Operation { .. } => {
                cancelled.is_empty() && asked.iter().any(is_sent)
            }
        };
        if too_late {
            return Err(Failure::new("already_sent", say!("take-back-sent")));
        }
        Ok(count(cancelled.len()))
    }

    /// Cancels those of these that still can be, and shows it, with what a deletion had dropped. Answers
    /// which are cancelled.
    pub(crate) fn cancel(
        &self,
        open: &Organization,
        ids: &[MutationId],
    ) -> Result<Vec<MutationId>, Failure> {
        let TakenBack {
            cancelled,
            restored,
        } = open.ledger.cancel(ids, self.now())?;
        if !cancelled.is_empty() {
            open.lay_over();
            if let Some(engine) = &open.engine {
                engine.handle().taken_back(&cancelled);
                engine.handle().queued(None, &restored);
            }
            self.tell_stale(open.id, &MADE_OR_TAKEN_BACK);
        }
        Ok(cancelled)
    }
}

/// A mutation that the ledger doesn't have.
pub(crate) fn unknown_change() -> Failure {
    Failure::new("unknown_change", say!("take-back-unknown"))
}
