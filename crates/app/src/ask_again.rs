//! Asks for the same again after a conflict or a refusal, on what is there now: of one change, or of all
//! that need somebody in one press.

use std::time::Duration;

use rollcall_language::say;
use rollcall_model::{ConnectionId, MutationId, OperationId};

use crate::again::{Wish, decide};
use crate::app::Pace;
use crate::view::{Changes, Receipt};
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
        self.answer(organization, changes, Wish::Mine).await
    }

    /// Queues what a person answers to changes that were refused, or are in conflict.
    pub(crate) async fn answer(
        &self,
        organization: ConnectionId,
        changes: &Changes,
        wish: Wish,
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
                let (decided, left_as_they_are) = decide(open, changes, wish)?;
                left = left_as_they_are;
                Ok(decided)
            })
            .await?;
        if left > 0 {
            receipt.message = say!("receipt-left", receipt = receipt.message, count = left);
        }
        Ok(receipt)
    }
}
