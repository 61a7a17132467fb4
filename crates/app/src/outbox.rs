//! Shows the outbox: by user, what was, what is asked for, where it stands.

use rollcall_model::ConnectionId;

use crate::view::OutboxView;
use crate::{App, Failure};

impl App {
    /// Everything that isn't at rest.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn outbox(&self, organization: ConnectionId) -> Result<OutboxView, Failure> {
        todo!()
    }
}
