//! Gives a workspace another name: decides, queues durably, and only then says so.

use std::time::Duration;

use rollcall_cache::Replaced;
use rollcall_language::say;
use rollcall_model::{ConnectionId, Mutation, Resource, WorkspaceChange, WorkspaceId};

use crate::again::created_as_another;
use crate::organization::Organization;
use crate::queue::{Decided, new_mutation};
use crate::view::{Receipt, RenameWorkspace};
use crate::workspace::{may_change, stays};
use crate::{App, Failure, workspace_name};

impl App {
    /// Renames a workspace. One whose creation was refused is created under the new name, with all that
    /// waits for it. `undo` is how long that can be taken back before it is sent; `None` sends at once and
    /// waits for the answer.
    ///
    /// # Errors
    /// `unknown_workspace`; `leaving` for one that waits to be deleted; else as
    /// [`App::create_workspace`]. Nothing is queued then.
    pub async fn rename_workspace(
        &self,
        organization: ConnectionId,
        asked: &RenameWorkspace,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let operation = asked.operation.parse()?;
        let workspace = WorkspaceId::new(&asked.workspace);
        self.queue(organization, operation, undo, |open| {
            decide(open, &workspace, &asked.name)
        })
        .await
    }

    /// Whether [`App::rename_workspace`] would queue this now: everything is checked, nothing is changed.
    ///
    /// # Errors
    /// As [`App::rename_workspace`], of what can be known without sending.
    pub async fn check_new_name(
        &self,
        organization: ConnectionId,
        workspace: &WorkspaceId,
        name: &str,
    ) -> Result<(), Failure> {
        let open = self.organization(organization).await?;
        decide(&open, workspace, name).map(|_| ())
    }
}

fn decide(open: &Organization, id: &WorkspaceId, name: &str) -> Result<Decided, Failure> {
    let name = workspace_name::read(name)?;
    let change = WorkspaceChange::RenameWorkspace {
        workspace: id.clone(),
        was: String::new(),
        to: name.clone(),
    };
    may_change(open, &change)?;
    let shown = open.workspace(id)?;
    stays(&shown)?;
    let id = &shown.workspace.id;
    workspace_name::is_free(open, &name, Some(id))?;
    let undone = undone(open, id)?;
    if let Some(creation) = undone.iter().find(|mutation| mutation.change.adds()) {
        return created_as_another(open, creation, &name);
    }
    // A name that was refused before is not asked for any more.
    let replaces: Vec<Replaced> = undone.iter().map(|mutation| mutation.id.into()).collect();
    if shown.name == name {
        return Ok(if replaces.is_empty() {
            let message = say!("workspace-same-name", name = name);
            Decided::Nothing { message }
        } else {
            Decided::Changes {
                mutations: Vec::new(),
                replaces,
            }
        });
    }
    let change = WorkspaceChange::RenameWorkspace {
        workspace: id.clone(),
        was: shown.name,
        to: name,
    };
    Ok(Decided::Changes {
        mutations: vec![new_mutation(change, shown.workspace.version)],
        replaces,
    })
}

/// What was refused of a workspace's name, or is in conflict: its creation, or another name for it.
fn undone(open: &Organization, id: &WorkspaceId) -> Result<Vec<Mutation>, Failure> {
    let mut listed = open.ledger.listed()?;
    listed.retain(|mutation| {
        mutation.needs_you()
            && !mutation.change.removes()
            && mutation.change.resource() == Resource::Workspace(id.clone())
    });
    Ok(listed)
}
