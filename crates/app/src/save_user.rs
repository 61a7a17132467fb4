//! Saves the edit dialog: decides, queues durably, and only then says so.

use std::time::Duration;

use rollcall_model::ConnectionId;

use crate::view::{Receipt, SaveUser};
use crate::{App, Failure};

impl App {
    /// Changes a user's role and workspaces. `undo` is how long the change can be taken back before
    /// it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied` with the policy's sentence (and who could help); `unknown_user`,
    /// `unknown_workspace`, `role_invalid`, `id_invalid`; `held_by` when another program writes; in a
    /// session that keeps nothing also `not_sent`. Nothing is queued then.
    pub async fn save_user(
        &self,
        organization: ConnectionId,
        change: &SaveUser,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        todo!()
    }
}
