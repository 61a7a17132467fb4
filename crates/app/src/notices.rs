//! Drops the notices that a person has seen.

use rollcall_model::ConnectionId;

use crate::view::Topic;
use crate::{App, Failure};

impl App {
    /// Drops the notices of [`SessionView`](crate::view::SessionView): they were read.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn notices_seen(&self, organization: ConnectionId) -> Result<(), Failure> {
        self.organization(organization).await?.drop_notices();
        self.tell_stale(organization, &[Topic::Session]);
        Ok(())
    }
}
