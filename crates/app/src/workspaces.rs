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
        let open = self.organization(organization).await?;
        let choice = |counted: rollcall_cache::WorkspaceCount| WorkspaceChoice {
            id: counted.workspace.id.as_str().to_owned(),
            name: counted.workspace.name,
            users: counted.users,
        };
        Ok(open.cache.workspaces()?.into_iter().map(choice).collect())
    }
}
