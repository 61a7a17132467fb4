//! Drops the notices that a person has seen.

use rollcall_model::ConnectionId;

use crate::{App, Failure};

impl App {
    /// Drops the notices of [`SessionView`](crate::view::SessionView): they were read.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn notices_seen(&self, organization: ConnectionId) -> Result<(), Failure> {
        todo!()
    }
}
