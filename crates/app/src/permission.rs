//! Which permission a change needs: the same answer before it is queued and before it is sent.

use rollcall_cache::ShownUser;
use rollcall_model::{Change, OrgRole};
use rollcall_policy::{Action, Address, Subject, Target};

use crate::Failure;
use crate::admins::Admins;
use crate::organization::Organization;
use crate::verdict::{Answer, Judge};

/// The permission that a change to this user needs, and what it is decided by. For an addition the
/// user is the one who would be added; whether the address is free is asked where it is chosen, and
/// by the server.
pub(crate) fn permission(change: &Change, subject: Subject) -> (Action, Target) {
    match change {
        Change::AddUser { role, .. } => (
            Action::UsersAdd,
            Target::NewUser {
                role: OrgRole::Known(*role),
                address: Address::NotKnown,
            },
        ),
        Change::SetRole { to, .. } => (
            Action::UsersSetRole,
            Target::RoleOf {
                user: subject,
                to: OrgRole::Known(*to),
            },
        ),
        Change::DeleteUser { .. } => (Action::UsersDelete, Target::User(subject)),
        Change::GrantWorkspace { .. } | Change::RevokeWorkspace { .. } => {
            (Action::UsersSetWorkspaces, Target::User(subject))
        }
        Change::SetDisplayName { .. } | Change::SetPicture { .. } => {
            (Action::UsersEditProfile, Target::User(subject))
        }
        Change::Suspend { .. } => (Action::UsersSuspend, Target::User(subject)),
        Change::Reactivate { .. } => (Action::UsersReactivate, Target::User(subject)),
        Change::ResendInvitation { .. } => (Action::InvitationsResend, Target::User(subject)),
        Change::RevokeInvitation { .. } => (Action::InvitationsRevoke, Target::User(subject)),
    }
}

/// Asks the policy about changes to one user after another, as if those that it allowed were done: two
/// demotions in one press can't both rest on the same last Admin.
pub(crate) struct Permissions<'a> {
    judge: Judge<'a>,
    admins: Admins,
}

impl<'a> Permissions<'a> {
    pub(crate) fn of(open: &'a Organization) -> Result<Self, Failure> {
        Ok(Self {
            judge: open.judge()?,
            admins: Admins::now(&open.cache)?,
        })
    }

    /// May all of these changes be made to this user? Else the first denial.
    pub(crate) fn ask(&mut self, shown: &ShownUser, changes: &[Change]) -> Result<Answer, Failure> {
        let subject = self.admins.subject(shown);
        for change in changes {
            let (action, target) = permission(change, subject.clone());
            let answer = self.judge.ask(action, &target)?;
            if matches!(answer, Answer::Denied(..)) {
                return Ok(answer);
            }
        }
        self.admins.after(shown, changes);
        Ok(Answer::Allowed)
    }
}

/// Asks the policy for each change to a user.
pub(crate) fn permit(
    open: &Organization,
    shown: &ShownUser,
    changes: &[Change],
) -> Result<(), Failure> {
    Permissions::of(open)?.ask(shown, changes)?.or_refuse()
}
