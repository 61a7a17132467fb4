//! Sends what waits, without waiting for the undo window or the next try.

use rollcall_model::{ConnectionId, MutationId};

use crate::view::Sent;
use crate::{App, Failure};

impl App {
    /// Sends these mutations, or all that wait. With a running engine it answers at once and tells
    /// the rest through [`App::watch`]; else it answers when everything was tried.
    ///
    /// # Errors
    /// `held_by`, `session_ended`, `offline`; else as [`App::session`].
    pub async fn send(
        &self,
        organization: ConnectionId,
        ids: Option<&[MutationId]>,
    ) -> Result<Sent, Failure> {
        todo!()
    }
}
