//! What an administrator can ask for: one change to one user.

use crate::{OrgRole, Role, UserId, WorkspaceId};

/// One change, with the value that the person saw when asking for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Give the user another organization role.
    SetRole {
        /// Whose.
        user: UserId,
        /// The role that the person saw.
        was: OrgRole,
        /// The role asked for.
        to: Role,
    },
    /// Give the user access to a workspace that they had no access to.
    GrantWorkspace {
        /// Who.
        user: UserId,
        /// To what.
        workspace: WorkspaceId,
    },
    /// Take away the user's access to a workspace.
    RevokeWorkspace {
        /// Who.
        user: UserId,
        /// From what.
        workspace: WorkspaceId,
    },
}

impl Change {
    /// The user whom it changes. Changes to one user are sent in the order in which they were made.
    #[must_use]
    pub fn user(&self) -> &UserId {
        match self {
            Self::SetRole { user, .. }
            | Self::GrantWorkspace { user, .. }
            | Self::RevokeWorkspace { user, .. } => user,
        }
    }

    /// The machine name, as in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::SetRole { .. } => "set_role",
            Self::GrantWorkspace { .. } => "grant_workspace",
            Self::RevokeWorkspace { .. } => "revoke_workspace",
        }
    }

    /// What stands where the change would go, read from the user as the server now has them.
    #[must_use]
    pub fn found_in(&self, user: &crate::User) -> Found {
        match self {
            Self::SetRole { .. } => Found::Role(user.role.clone()),
            Self::GrantWorkspace { workspace, .. } | Self::RevokeWorkspace { workspace, .. } => {
                Found::Access(user.workspaces.contains(workspace))
            }
        }
    }

    /// What the change would leave behind.
    #[must_use]
    pub fn wanted(&self) -> Found {
        match self {
            Self::SetRole { to, .. } => Found::Role(OrgRole::Known(*to)),
            Self::GrantWorkspace { .. } => Found::Access(true),
            Self::RevokeWorkspace { .. } => Found::Access(false),
        }
    }

    /// What the person saw when asking for it.
    #[must_use]
    pub fn was(&self) -> Found {
        match self {
            Self::SetRole { was, .. } => Found::Role(was.clone()),
            Self::GrantWorkspace { .. } => Found::Access(false),
            Self::RevokeWorkspace { .. } => Found::Access(true),
        }
    }
}

/// The value at the place that a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The user's organization role.
    Role(OrgRole),
    /// Whether the user has access to the workspace.
    Access(bool),
    /// The user or the workspace no longer exists.
    Gone,
}
