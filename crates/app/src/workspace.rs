//! A workspace as the use cases find it: by its id or its placeholder, as a row, and whether it stays.

use rollcall_cache::{Access, Presence, ShownWorkspace, WorkspaceCount};
use rollcall_language::say;
use rollcall_model::{Change, Intent, Timestamp, WorkspaceChange, WorkspaceId};
use rollcall_policy::{Action, Target};

use crate::Failure;
use crate::areas::no_workspaces;
use crate::organization::Organization;
use crate::permission::Permissions;
use crate::row::{count, presence};
use crate::view::WorkspaceRow;

impl Organization {
    /// Refuses a role that may not see workspaces and their settings, and a server that has none.
    pub(crate) fn may_view_workspaces(&self) -> Result<(), Failure> {
        let (action, target) = (Action::WorkspacesView, Target::WorkspaceSettings);
        self.judge()?.ask(action, &target)?.or_refuse()?;
        match no_workspaces(self)? {
            Some(reason) => Err(Failure::new("not_offered", reason)),
            None => Ok(()),
        }
    }

    /// A workspace in the list. Whoever still knows it by a placeholder gets it by that, too.
    pub(crate) fn workspace(&self, id: &WorkspaceId) -> Result<ShownWorkspace, Failure> {
        let id = self.created_as(id)?;
        self.cache.workspace(&id)?.ok_or_else(unknown_workspace)
    }

    /// These workspaces, each by the id that it has now; to give access to them, they must stay.
    ///
    /// # Errors
    /// `unknown_workspace`; `leaving`, where access is to be given.
    pub(crate) fn workspaces_for(
        &self,
        access: Access,
        ids: &[WorkspaceId],
    ) -> Result<Vec<WorkspaceId>, Failure> {
        let mut known = Vec::with_capacity(ids.len());
        for id in ids {
            let shown = self.workspace(id)?;
            if access == Access::Granted {
                stays(&shown)?;
            }
            known.push(shown.workspace.id);
        }
        Ok(known)
    }

    /// The id that the server has given to a workspace that was created under a placeholder; else the id
    /// as it is.
    pub(crate) fn created_as(&self, id: &WorkspaceId) -> Result<WorkspaceId, Failure> {
        let creation = match id.added_by() {
            Some(creation) => self.ledger.mutation(creation)?,
            None => None,
        };
        let created = creation.and_then(|creation| creation.change.workspace().cloned());
        Ok(created.unwrap_or_else(|| id.clone()))
    }
}

/// Asks the policy for a change to a workspace itself, and then whether this server has any.
///
/// # Errors
/// `denied`, `not_offered`.
pub(crate) fn may_change(open: &Organization, change: &WorkspaceChange) -> Result<(), Failure> {
    let change = Change::from(change.clone());
    let answer = Permissions::of(open)?.ask_elsewhere(&change)?;
    answer.or_refuse()?;
    match no_workspaces(open)? {
        Some(reason) => Err(Failure::new("not_offered", reason)),
        None => Ok(()),
    }
}

/// Refuses what would be refused once a workspace is gone that waits to be deleted.
///
/// # Errors
/// `leaving`.
pub(crate) fn stays(shown: &ShownWorkspace) -> Result<(), Failure> {
    if shown.presence != Presence::Leaving {
        return Ok(());
    }
    let message = say!("leaving-named", name = shown.name);
    Err(Failure::new("leaving", message).on_field("workspaces"))
}

/// The row as the interface gets it.
pub(crate) fn row(counted: WorkspaceCount) -> WorkspaceRow {
    let ShownWorkspace {
        workspace,
        name,
        presence: is,
        intent,
    } = counted.shown;
    WorkspaceRow {
        id: workspace.id.as_str().to_owned(),
        name_was: (workspace.name != name).then_some(workspace.name),
        name,
        users: counted.users,
        contacts: workspace.contact_count.map(count),
        created: workspace
            .created
            .filter(|_| is != Presence::Adding)
            .as_ref()
            .map(Timestamp::to_string),
        intent: intent.map(Intent::as_str).map(str::to_owned),
        presence: presence(is),
    }
}

/// A workspace that isn't in the list.
pub(crate) fn unknown_workspace() -> Failure {
    Failure::new("unknown_workspace", say!("workspace-gone")).on_field("workspaces")
}
