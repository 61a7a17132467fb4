//! Reads the server once, for a terminal.

use rollcall_model::ConnectionId;

use crate::view::{Progress, SyncReport};
use crate::{App, Failure};

impl App {
    /// Reads what is new, or everything, and answers when it is done. `progress` is told how far a
    /// long read is.
    ///
    /// # Errors
    /// `held_by`, `session_ended`, `offline`, `not_our_network`, `server_busy`, `server_failed`; else
    /// as [`App::session`]. The list is then as it was.
    pub async fn sync_once(
        &self,
        organization: ConnectionId,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<SyncReport, Failure> {
        todo!()
    }
}
