//! Sending one change, and what its answer means for it.

use http::Method;
use rollcall_model::{
    Change, Mutation, MutationId, UserChange, UserId, Version, WorkspaceChange, WorkspaceId,
};
use rollcall_scim::{request, wire};
use rollcall_sync::{Answered, RemoteError, SendOutcome};
use serde_json::Value;

use crate::ask::{Ask, unreadable};
use crate::http_remote::HttpRemote;
use crate::map;

impl HttpRemote {
    pub(crate) async fn send_change(
        &self,
        mutation: &Mutation,
        expected: Option<&Version>,
    ) -> SendOutcome {
        match &mutation.change {
            Change::User(change) => self.send_user_change(mutation, change, expected).await,
            Change::Workspace(WorkspaceChange::CreateWorkspace { name, .. }) => {
                self.create_workspace(mutation.id, name).await
            }
            change @ Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => {
                self.delete(change, expected).await
            }
            change @ (Change::Workspace(WorkspaceChange::RenameWorkspace { .. })
            | Change::Organization(_)) => self.edit(change, expected).await,
        }
    }

    async fn send_user_change(
        &self,
        mutation: &Mutation,
        change: &UserChange,
        expected: Option<&Version>,
    ) -> SendOutcome {
        match change {
            UserChange::AddUser {
                user_name,
                display_name,
                role,
                ..
            } => {
                self.add_user(mutation.id, user_name, display_name, *role)
                    .await
            }
            UserChange::DeleteUser { .. } => self.delete(&mutation.change, expected).await,
            UserChange::SetRole { .. }
            | UserChange::SetDisplayName { .. }
            | UserChange::SetPicture { .. }
            | UserChange::Suspend { .. }
            | UserChange::Reactivate { .. } => self.edit(&mutation.change, expected).await,
            UserChange::GrantWorkspace { user, workspace } => {
                self.change_members(workspace, request::add_members([user.as_str()]))
                    .await
            }
            UserChange::RevokeWorkspace { user, workspace } => {
                self.change_members(workspace, request::remove_member(user.as_str()))
                    .await
            }
            UserChange::ResendInvitation { user, .. } => self.invite_again(mutation.id, user).await,
            UserChange::RevokeInvitation { user, .. } => self.revoke_invitation(user).await,
        }
    }

    async fn change_members(&self, workspace: &WorkspaceId, body: Value) -> SendOutcome {
        // The answer may leave out the members: there can be a hundred thousand.
        let url = self.url_with(
            &["Groups", workspace.as_str()],
            &[("excludedAttributes", "members")],
        );
        match url {
            Ok(url) => {
                self.write_unanswered(Ask::with_body(Method::PATCH, url, body))
                    .await
            }
            Err(error) => outcome(error),
        }
    }

    /// The answer says when it was sent: by that, the next one to be sent again is told from this one.
    async fn invite_again(&self, mutation: MutationId, user: &UserId) -> SendOutcome {
        let url = match self.url(&["Invitations"]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        let ask = Ask::with_body(Method::POST, url, request::invitation(user.as_str()));
        let answer = match self.ask(ask.once(mutation)).await {
            Ok(answer) => answer,
            Err(error) => return outcome(error),
        };
        if answer.body.is_empty() {
            return SendOutcome::Applied { answered: None };
        }
        match wire::invitation(&answer.text()) {
            Ok(invitation) => SendOutcome::Applied {
                answered: map::invitation(&invitation).map(Answered::Invitation),
            },
            Err(error) => SendOutcome::Unknown(unreadable(error)),
        }
    }

    async fn revoke_invitation(&self, user: &UserId) -> SendOutcome {
        match self.url(&["Invitations", user.as_str()]) {
            Ok(url) => self.write_unanswered(Ask::delete(url)).await,
            Err(error) => outcome(error),
        }
    }

    /// Makes a request whose answer tells nothing but whether it was done.
    pub(crate) async fn write_unanswered(&self, ask: Ask<'_>) -> SendOutcome {
        match self.ask(ask).await.and_then(|answer| answer.is_ours()) {
            Ok(()) => SendOutcome::Applied { answered: None },
            Err(error) => outcome(error),
        }
    }
}

/// What a failed write means for the change.
pub(crate) fn outcome(error: RemoteError) -> SendOutcome {
    match error {
        RemoteError::Unauthorized => SendOutcome::Unauthorized,
        RemoteError::Busy { wait } => SendOutcome::Wait(wait),
        RemoteError::Forbidden { reason } => SendOutcome::Rejected { reason },
        RemoteError::Refused {
            status: 404 | 410, ..
        } => SendOutcome::Gone,
        // What is asked for may be there already: whoever looks will see.
        RemoteError::Refused {
            status: 409 | 412, ..
        }
        | RemoteError::NoTarget => SendOutcome::Changed,
        RemoteError::Refused { reason, .. } => SendOutcome::Rejected { reason },
        error @ (RemoteError::Offline { .. } | RemoteError::Redirected { .. }) => {
            SendOutcome::NotSent(error)
        }
        error => SendOutcome::Unknown(error),
    }
}

/// What a failed *read* before a write means for the change: nothing was sent yet.
pub(crate) fn not_sent(error: RemoteError) -> SendOutcome {
    match error {
        RemoteError::Unauthorized => SendOutcome::Unauthorized,
        RemoteError::Busy { wait } => SendOutcome::Wait(wait),
        RemoteError::Forbidden { reason } => SendOutcome::Rejected { reason },
        error => SendOutcome::NotSent(error),
    }
}
