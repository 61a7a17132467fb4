//! Takes changes back: cancels what waits, drops what was refused, keeps theirs in a conflict.

use rollcall_model::{ConnectionId, MutationId};

use crate::{App, Failure};

impl App {
    /// Takes these mutations back. One that is on its way, or done, can't be.
    ///
    /// # Errors
    /// `already_sent` when one of them can't be taken back any more (the others are);
    /// `unknown_change`, `held_by`; else as [`App::session`].
    pub async fn take_back(
        &self,
        organization: ConnectionId,
        ids: &[MutationId],
    ) -> Result<(), Failure> {
        todo!()
    }
}
