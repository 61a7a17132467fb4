//! Asks for the same again after a conflict, on what is there now.

use rollcall_model::{ConnectionId, MutationId};

use crate::view::Receipt;
use crate::{App, Failure};

impl App {
    /// Queues the change of a conflict, or of a refusal, again: based on what the server has now.
    ///
    /// # Errors
    /// As [`App::save_user`]; `unknown_change`.
    pub async fn ask_again(
        &self,
        organization: ConnectionId,
        id: MutationId,
    ) -> Result<Receipt, Failure> {
        todo!()
    }
}
