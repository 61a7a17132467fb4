//! Asks for both edits after a conflict, where they don't overlap: only ever at a person's word.

use rollcall_model::ConnectionId;

use crate::again::Wish;
use crate::view::{Changes, Receipt};
use crate::{App, Failure};

impl App {
    /// Queues, in the place of changes that are in conflict, what has both edits in it. Of several, those
    /// that can't be combined are left as they are, and said. Pressed twice, it is queued once.
    ///
    /// # Errors
    /// `overlaps` where nothing can be combined; else as [`App::ask_again`].
    pub async fn combine(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<Receipt, Failure> {
        self.answer(organization, changes, Wish::Both).await
    }
}
