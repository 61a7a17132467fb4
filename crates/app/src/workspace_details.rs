//! Shows a workspace in full; who is in it, the users' list tells.

use rollcall_model::{Change, ConnectionId, Mutation, Role, UserChange, WorkspaceId};
use rollcall_policy::enters_every_workspace;

use crate::organization::Organization;
use crate::row::count;
use crate::view::WorkspaceDetails;
use crate::workspace::{row, unknown_workspace};
use crate::{App, Failure, offered};

impl App {
    /// The workspace in full, with what is open on it and on the access to it, and what may be done.
    ///
    /// # Errors
    /// `unknown_workspace`; else as [`App::workspaces_window`].
    pub async fn workspace_details(
        &self,
        organization: ConnectionId,
        workspace: &WorkspaceId,
    ) -> Result<WorkspaceDetails, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_workspaces()?;
        let id = open.created_as(workspace)?;
        let mut all = open.cache.workspaces()?.into_iter();
        let counted = all
            .find(|counted| counted.shown.workspace.id == id)
            .ok_or_else(unknown_workspace)?;
        let listed = open.ledger.listed()?;
        let waits = Waits::of(&listed, &id);
        Ok(WorkspaceDetails {
            description: counted.shown.workspace.description.clone(),
            changes: changes(&open, &listed, &id)?,
            adding: count(waits.adding),
            removing: count(waits.removing),
            needs_you: count(waits.needs_you),
            actions: offered::to_workspace(&open, &counted.shown)?,
            entered_anyway: entered_anyway(),
            row: row(counted),
        })
    }
}

/// What is open on the workspace itself, in words.
fn changes(
    open: &Organization,
    listed: &[Mutation],
    id: &WorkspaceId,
) -> Result<Vec<crate::view::OutboxEntry>, Failure> {
    let of_workspace = |mutation: &Mutation| match &mutation.change {
        Change::Workspace(change) => change.workspace() == id,
        Change::User(_) | Change::Organization(_) => false,
    };
    let entries = open.entries(listed, of_workspace)?.entries;
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// Changes of access to a workspace that are not at rest.
#[derive(Debug, Default, PartialEq, Eq)]
struct Waits {
    adding: usize,
    removing: usize,
    needs_you: usize,
}

impl Waits {
    fn of(listed: &[Mutation], id: &WorkspaceId) -> Self {
        let mut waits = Self::default();
        for mutation in listed {
            let Some(change) = mutation.change.of_user() else {
                continue;
            };
            if change.workspace() != Some(id) {
                continue;
            }
            if mutation.needs_you() {
                waits.needs_you += 1;
            } else if mutation.is_open() {
                match change {
                    UserChange::GrantWorkspace { .. } => waits.adding += 1,
                    _ => waits.removing += 1,
                }
            }
        }
        waits
    }
}

/// Who enters a workspace whoever is assigned to it.
fn entered_anyway() -> String {
    let said = Role::ALL.map(|role| enters_every_workspace(&role.into()));
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
