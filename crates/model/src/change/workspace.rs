//! What an administrator can ask for of a workspace itself.

use super::Found;
use crate::{Workspace, WorkspaceId};

/// One change to a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkspaceChange {
    /// Create a workspace with nobody in it.
    CreateWorkspace {
        /// A placeholder until the server has given an id: see [`WorkspaceId::placeholder`]. Access
        /// that is given before carries it too.
        workspace: WorkspaceId,
        /// Its name.
        name: String,
    },
    /// Give the workspace another name.
    RenameWorkspace {
        /// Which.
        workspace: WorkspaceId,
        /// The name that the person saw.
        was: String,
        /// The name asked for.
        to: String,
    },
    /// Delete the workspace, with everybody's access to it.
    DeleteWorkspace {
        /// Which.
        workspace: WorkspaceId,
        /// The name that the person saw: one that was renamed meanwhile isn't deleted unasked.
        name: String,
    },
}

impl WorkspaceChange {
    /// The workspace that it changes.
    #[must_use]
    pub fn workspace(&self) -> &WorkspaceId {
        match self {
            Self::CreateWorkspace { workspace, .. }
            | Self::RenameWorkspace { workspace, .. }
            | Self::DeleteWorkspace { workspace, .. } => workspace,
        }
    }

    /// Puts the server's id in the place of a placeholder.
    pub fn set_workspace(&mut self, id: WorkspaceId) {
        match self {
            Self::CreateWorkspace { workspace, .. }
            | Self::RenameWorkspace { workspace, .. }
            | Self::DeleteWorkspace { workspace, .. } => *workspace = id,
        }
    }

    /// The machine name, as in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::CreateWorkspace { .. } => "create_workspace",
            Self::RenameWorkspace { .. } => "rename_workspace",
            Self::DeleteWorkspace { .. } => "delete_workspace",
        }
    }

    /// The name that the workspace has with it, or had before it is deleted.
    #[must_use]
    pub fn workspace_name(&self) -> &str {
        match self {
            Self::CreateWorkspace { name, .. } | Self::DeleteWorkspace { name, .. } => name,
            Self::RenameWorkspace { to, .. } => to,
        }
    }

    /// What stands where the change would go, read from the workspace as the server now has it. For a
    /// creation that is a workspace with our mark, or with the name asked for.
    #[must_use]
    pub fn found_in(&self, workspace: &Workspace) -> Found {
        match self {
            Self::CreateWorkspace { workspace: id, .. } => {
                let mark = id.added_by().map(|mutation| mutation.to_string());
                if mark.is_some() && workspace.external_id == mark {
                    Found::Added
                } else {
                    Found::Taken
                }
            }
            Self::RenameWorkspace { .. } | Self::DeleteWorkspace { .. } => {
                Found::WorkspaceName(workspace.name.clone())
            }
        }
    }

    /// What the change would leave behind.
    #[must_use]
    pub fn wanted(&self) -> Found {
        match self {
            Self::CreateWorkspace { .. } => Found::Added,
            Self::RenameWorkspace { to, .. } => Found::WorkspaceName(to.clone()),
            Self::DeleteWorkspace { .. } => Found::Gone,
        }
    }

    /// What the person saw when asking for it.
    #[must_use]
    pub fn was(&self) -> Found {
        match self {
            Self::CreateWorkspace { .. } => Found::Gone,
            Self::RenameWorkspace { was, .. } => Found::WorkspaceName(was.clone()),
            Self::DeleteWorkspace { name, .. } => Found::WorkspaceName(name.clone()),
        }
    }

    /// Makes it true of a workspace that the server has. Creations and deletions are about the
    /// workspace as a whole, and change nothing here.
    pub fn apply_to(&self, workspace: &mut Workspace) {
        match self {
            Self::CreateWorkspace { .. } | Self::DeleteWorkspace { .. } => {}
            Self::RenameWorkspace { to, .. } => workspace.name.clone_from(to),
        }
    }

    /// The workspace that a creation would make, as far as it can be described before; `None` for
    /// every other change.
    #[must_use]
    pub fn created_workspace(&self) -> Option<Workspace> {
        let Self::CreateWorkspace { workspace, name } = self else {
            return None;
        };
        Some(Workspace {
            id: workspace.clone(),
            external_id: None,
            name: name.clone(),
            description: None,
            created: None,
            version: None,
            member_count: Some(0),
            contact_count: Some(0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Standing};
    use super::*;
    use crate::MutationId;

    #[test]
    fn a_creation_is_known_by_our_mark_and_by_nothing_else() {
        let id = MutationId::random();
        let change = WorkspaceChange::CreateWorkspace {
            workspace: WorkspaceId::placeholder(id),
            name: "Sales".to_owned(),
        };
        let Some(mut there) = change.created_workspace() else {
            panic!("a creation describes a workspace");
        };
        let judged = |there: &Workspace| {
            let found = change.found_in(there);
            Change::from(change.clone()).judge(&found)
        };
        assert_eq!(
            judged(&there),
            Standing::Elsewise,
            "a workspace of that name which somebody else made is a conflict, not a success"
        );
        there.external_id = Some(id.to_string());
        assert_eq!(judged(&there), Standing::Done);
    }

    #[test]
    fn a_workspace_that_was_renamed_is_not_deleted_unasked() {
        let change = Change::from(WorkspaceChange::DeleteWorkspace {
            workspace: WorkspaceId::new("w"),
            name: "Sales".to_owned(),
        });
        let named = |name: &str| Found::WorkspaceName(name.to_owned());
        assert_eq!(change.judge(&named("Sales")), Standing::Untouched);
        assert_eq!(change.judge(&named("Marketing")), Standing::Elsewise);
        assert_eq!(change.judge(&Found::Gone), Standing::Done);
    }
}
