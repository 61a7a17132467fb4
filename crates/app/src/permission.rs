//! Which permission a change needs: the same answer before it is queued and before it is sent.

use rollcall_cache::ShownUser;
use rollcall_model::{
    Change, OrgRole, OrganizationChange, OrganizationField, UserChange, WorkspaceChange,
};
use rollcall_policy::{Action, Address, Subject, Target};

use crate::Failure;
use crate::admins::Admins;
use crate::organization::Organization;
use crate::seats::Seats;
use crate::verdict::{Answer, Judge};

/// The permission that a change to this user needs, and what it is decided by. For an addition the
/// user is the one who would be added; whether the address is free is asked where it is chosen, and
/// by the server.
pub(crate) fn permission(change: &UserChange, subject: Subject) -> (Action, Target) {
    match change {
        UserChange::AddUser { role, .. } => (
            Action::UsersAdd,
            Target::NewUser {
                role: OrgRole::Known(*role),
                address: Address::NotKnown,
                seats: subject.seats,
            },
        ),
        UserChange::SetRole { to, .. } => (
            Action::UsersSetRole,
            Target::RoleOf {
                user: subject,
                to: OrgRole::Known(*to),
            },
        ),
        UserChange::DeleteUser { .. } => (Action::UsersDelete, Target::User(subject)),
        UserChange::GrantWorkspace { .. } | UserChange::RevokeWorkspace { .. } => {
            (Action::UsersSetWorkspaces, Target::User(subject))
        }
        UserChange::SetDisplayName { .. } | UserChange::SetPicture { .. } => {
            (Action::UsersEditProfile, Target::User(subject))
        }
        UserChange::Suspend { .. } => (Action::UsersSuspend, Target::User(subject)),
        UserChange::Reactivate { .. } => (Action::UsersReactivate, Target::User(subject)),
        UserChange::ResendInvitation { .. } => (Action::InvitationsResend, Target::User(subject)),
        UserChange::RevokeInvitation { .. } => (Action::InvitationsRevoke, Target::User(subject)),
    }
}

/// The permission that a change to something else than a user needs: the role alone decides.
pub(crate) fn permission_elsewhere(change: &Change) -> Option<Action> {
    match change {
        Change::User(_) => None,
        Change::Workspace(change) => Some(match change {
            WorkspaceChange::CreateWorkspace { .. } => Action::WorkspacesCreate,
            WorkspaceChange::RenameWorkspace { .. } => Action::WorkspacesRename,
            WorkspaceChange::DeleteWorkspace { .. } => Action::WorkspacesDelete,
        }),
        Change::Organization(OrganizationChange { field, .. }) => Some(match field {
            OrganizationField::DisplayName
            | OrganizationField::Website
            | OrganizationField::TimeZone
            | OrganizationField::Locale => Action::OrganizationEdit,
            OrganizationField::Company
            | OrganizationField::Address
            | OrganizationField::TaxId
            | OrganizationField::BillingContact => Action::BillingEdit,
            OrganizationField::Plan | OrganizationField::Seats => Action::SubscriptionChange,
        }),
    }
}

/// Asks the policy about changes to one user after another, as if those that it allowed were done: two
/// demotions in one press can't both rest on the same last Admin.
pub(crate) struct Permissions<'a> {
    judge: Judge<'a>,
    admins: Admins,
    seats: Seats,
}

impl<'a> Permissions<'a> {
    pub(crate) fn of(open: &'a Organization) -> Result<Self, Failure> {
        Ok(Self {
            judge: open.judge()?,
            admins: Admins::now(&open.cache)?,
            seats: Seats::now(open)?,
        })
    }

    /// May all of these changes be made to this user? Else the first denial.
    pub(crate) fn ask(
        &mut self,
        shown: &ShownUser,
        changes: &[UserChange],
    ) -> Result<Answer, Failure> {
        let subject = Subject {
            seats: self.seats.says(),
            ..self.admins.subject(shown)
        };
        for change in changes {
            let (action, target) = permission(change, subject.clone());
            let answer = self.judge.ask(action, &target)?;
            if matches!(answer, Answer::Denied(..) | Answer::Over(_)) {
                return Ok(answer);
            }
        }
        self.admins.after(shown, changes);
        self.seats.after(changes);
        Ok(Answer::Allowed)
    }

    /// May this change to something else than a user be made?
    pub(crate) fn ask_elsewhere(&self, change: &Change) -> Result<Answer, Failure> {
        match permission_elsewhere(change) {
            Some(action) => self.judge.ask(action, &Target::Organization),
            None => Ok(Answer::Allowed),
        }
    }
}

/// Asks the policy for each change to a user.
pub(crate) fn permit(
    open: &Organization,
    shown: &ShownUser,
    changes: &[UserChange],
) -> Result<(), Failure> {
    Permissions::of(open)?.ask(shown, changes)?.or_refuse()
}
