//! Takes what is done off the outbox's list: a person has seen it.

use rollcall_model::ConnectionId;

use crate::{App, Failure};

impl App {
    /// Takes every change that is done off the list.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn seen(&self, organization: ConnectionId) -> Result<(), Failure> {
        todo!()
    }
}
