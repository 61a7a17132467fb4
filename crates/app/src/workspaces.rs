//! Lists the workspaces, to filter by.

use rollcall_model::ConnectionId;

use crate::view::WorkspaceChoice;
use crate::{App, Failure};

impl App {
    /// Every workspace, by name.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn workspaces(
        &self,
        organization: ConnectionId,
    ) -> Result<Vec<WorkspaceChoice>, Failure> {
        todo!()
    }
}
