//! What is asked for of users, checked by itself: which changes it takes of one, and whether this server
//! offers it at all.

use rollcall_cache::{Access, ShownUser};
use rollcall_language::say;
use rollcall_model::{OrgRole, Role, UserChange, UserState, WorkspaceId};
use rollcall_policy::Action;
use rollcall_sync::ServerFacts;

use crate::Failure;
use crate::organization::Organization;
use crate::view::UserAction;

/// See [`UserAction`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AskedAction {
    SetRole(Role),
    AddTo(Vec<WorkspaceId>),
    RemoveFrom(Vec<WorkspaceId>),
    Resend,
    Revoke,
    Delete,
    Suspend,
    Reactivate,
}

impl AskedAction {
    /// Reads what was asked for, and looks nothing up.
    pub(crate) fn parse(action: &UserAction) -> Result<Self, Failure> {
        let workspaces = |ids: &[String]| ids.iter().map(WorkspaceId::new).collect();
        Ok(match action {
            UserAction::SetRole { role } => Self::SetRole(role.parse()?),
            UserAction::AddToWorkspaces { ids } => Self::AddTo(workspaces(ids)),
            UserAction::RemoveFromWorkspaces { ids } => Self::RemoveFrom(workspaces(ids)),
            UserAction::ResendInvitation => Self::Resend,
            UserAction::RevokeInvitation => Self::Revoke,
            UserAction::Delete => Self::Delete,
            UserAction::Suspend => Self::Suspend,
            UserAction::Reactivate => Self::Reactivate,
        })
    }

    /// The same with each workspace once, by the id that it has now: they must be there.
    pub(crate) fn found(self, open: &Organization) -> Result<Self, Failure> {
        Ok(match self {
            Self::AddTo(ids) => Self::AddTo(workspaces(open, Access::Granted, &ids)?),
            Self::RemoveFrom(ids) => Self::RemoveFrom(workspaces(open, Access::None, &ids)?),
            other => other,
        })
    }

    /// The kind of [`UserAction`].
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::SetRole(_) => "set_role",
            Self::AddTo(_) => "add_to_workspaces",
            Self::RemoveFrom(_) => "remove_from_workspaces",
            Self::Resend => "resend_invitation",
            Self::Revoke => "revoke_invitation",
            Self::Delete => "delete",
            Self::Suspend => "suspend",
            Self::Reactivate => "reactivate",
        }
    }

    /// The permission that it needs.
    pub(crate) fn permission(&self) -> Action {
        match self {
            Self::SetRole(_) => Action::UsersSetRole,
            Self::AddTo(_) | Self::RemoveFrom(_) => Action::UsersSetWorkspaces,
            Self::Resend => Action::InvitationsResend,
            Self::Revoke => Action::InvitationsRevoke,
            Self::Delete => Action::UsersDelete,
            Self::Suspend => Action::UsersSuspend,
            Self::Reactivate => Action::UsersReactivate,
        }
    }

    /// Whether the users are gone once it is done.
    pub(crate) fn removes(&self) -> bool {
        matches!(self, Self::Delete | Self::Revoke)
    }

    /// Why this server can't do it, as a sentence; `None` where it can.
    pub(crate) fn not_offered(&self, server: &ServerFacts) -> Option<String> {
        match self {
            Self::Resend | Self::Revoke if !server.announces("Invitation") => {
                Some(say!("change-no-invitations"))
            }
            Self::Suspend | Self::Reactivate if !server.keeps("active") => {
                Some(say!("change-no-suspension"))
            }
            _ => None,
        }
    }

    /// The fewest changes that lead from what is shown of a user to what is asked for; none where it is
    /// so already.
    pub(crate) fn changes(&self, shown: &ShownUser) -> Vec<UserChange> {
        let user = || shown.user.id.clone();
        let user_name = || shown.user.user_name.clone();
        let one = |change: UserChange| vec![change];
        let has = |workspace: &&WorkspaceId| shown.workspaces.contains(workspace);
        match self {
            Self::SetRole(to) if shown.role == OrgRole::Known(*to) => Vec::new(),
            Self::SetRole(to) => one(UserChange::SetRole {
                user: user(),
                was: shown.role.clone(),
                to: *to,
            }),
            Self::AddTo(ids) => ids
                .iter()
                .filter(|id| !has(id))
                .map(|workspace| UserChange::GrantWorkspace {
                    user: user(),
                    workspace: workspace.clone(),
                })
                .collect(),
            Self::RemoveFrom(ids) => ids
                .iter()
                .filter(has)
                .map(|workspace| UserChange::RevokeWorkspace {
                    user: user(),
                    workspace: workspace.clone(),
                })
                .collect(),
            Self::Resend => one(UserChange::ResendInvitation {
                user: user(),
                was: shown.user.invitation.as_ref().and_then(|sent| sent.sent_at),
            }),
            Self::Revoke => one(UserChange::RevokeInvitation {
                user: user(),
                user_name: user_name(),
            }),
            Self::Delete => one(UserChange::DeleteUser {
                user: user(),
                user_name: user_name(),
                was: shown.user.role.clone(),
            }),
            Self::Suspend if shown.state == UserState::Suspended => Vec::new(),
            Self::Suspend => one(UserChange::Suspend { user: user() }),
            Self::Reactivate if shown.state != UserState::Suspended => Vec::new(),
            Self::Reactivate => one(UserChange::Reactivate { user: user() }),
        }
    }

    /// Why there is nothing to change, of a user for whom there isn't.
    pub(crate) fn already_so(&self) -> String {
        match self {
            Self::SetRole(_) => say!("change-has-role"),
            Self::AddTo(_) => say!("change-has-access"),
            Self::RemoveFrom(_) => say!("change-no-access"),
            Self::Resend => say!("change-invitation-waits"),
            Self::Revoke | Self::Delete => say!("change-deletion-waits"),
            Self::Suspend => say!("change-suspended"),
            Self::Reactivate => say!("change-not-suspended"),
        }
    }
}

fn workspaces(
    open: &Organization,
    access: Access,
    ids: &[WorkspaceId],
) -> Result<Vec<WorkspaceId>, Failure> {
    let mut known = open.workspaces_for(access, ids)?;
    known.sort();
    known.dedup();
    Ok(known)
}
