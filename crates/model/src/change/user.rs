//! What an administrator can ask for of a user.

use jiff::Timestamp;

use super::{Found, Standing, stands};
use crate::{Invitation, InvitationStatus, LastActive, OrgRole, Role, User, UserId, WorkspaceId};

/// One change to a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserChange {
    /// Add a user, and invite them.
    AddUser {
        /// A placeholder until the server has given an id: see [`UserId::placeholder`]. Changes that
        /// wait for this one carry it too.
        user: UserId,
        /// The e-mail address.
        user_name: String,
        /// The name that people read; empty where none was given.
        display_name: String,
        /// The organization role.
        role: Role,
    },
    /// Delete the user, with all of their access.
    DeleteUser {
        /// Who.
        user: UserId,
        /// Their e-mail address: what they are called once they are gone.
        user_name: String,
        /// The role that the person saw: whoever was given another one meanwhile isn't deleted unasked.
        was: OrgRole,
    },
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
    /// Give the user another display name.
    SetDisplayName {
        /// Whose.
        user: UserId,
        /// The name that the person saw; empty for none.
        was: String,
        /// The name asked for; empty for none.
        to: String,
    },
    /// Give the user another picture.
    SetPicture {
        /// Whose.
        user: UserId,
        /// The address that the person saw; `None` for no picture.
        was: Option<String>,
        /// The address asked for; `None` for no picture.
        to: Option<String>,
    },
    /// Suspend the user: they keep everything and can't sign in.
    Suspend {
        /// Who.
        user: UserId,
    },
    /// Let a suspended user sign in again.
    Reactivate {
        /// Who.
        user: UserId,
    },
    /// Send the invitation again; the link before stops working.
    ResendInvitation {
        /// To whom.
        user: UserId,
        /// When the last one went out, as the person saw it; `None` where the server doesn't tell.
        was: Option<Timestamp>,
    },
    /// Withdraw the invitation, which removes the user who has not accepted it.
    RevokeInvitation {
        /// Whose.
        user: UserId,
        /// Their e-mail address: what they are called once they are gone.
        user_name: String,
    },
}

impl UserChange {
    /// The user whom it changes. Changes to one user are sent in the order in which they were made.
    #[must_use]
    pub fn user(&self) -> &UserId {
        match self {
            Self::AddUser { user, .. }
            | Self::DeleteUser { user, .. }
            | Self::SetRole { user, .. }
            | Self::GrantWorkspace { user, .. }
            | Self::RevokeWorkspace { user, .. }
            | Self::SetDisplayName { user, .. }
            | Self::SetPicture { user, .. }
            | Self::Suspend { user }
            | Self::Reactivate { user }
            | Self::ResendInvitation { user, .. }
            | Self::RevokeInvitation { user, .. } => user,
        }
    }

    /// Puts the server's id in the place of a placeholder.
    pub fn set_user(&mut self, id: UserId) {
        match self {
            Self::AddUser { user, .. }
            | Self::DeleteUser { user, .. }
            | Self::SetRole { user, .. }
            | Self::GrantWorkspace { user, .. }
            | Self::RevokeWorkspace { user, .. }
            | Self::SetDisplayName { user, .. }
            | Self::SetPicture { user, .. }
            | Self::Suspend { user }
            | Self::Reactivate { user }
            | Self::ResendInvitation { user, .. }
            | Self::RevokeInvitation { user, .. } => *user = id,
        }
    }

    /// Puts the server's id of a workspace in the place of a placeholder, where it is about one.
    pub fn set_workspace(&mut self, id: WorkspaceId) {
        if let Self::GrantWorkspace { workspace, .. } | Self::RevokeWorkspace { workspace, .. } =
            self
        {
            *workspace = id;
        }
    }

    /// The workspace to which it gives or takes access.
    #[must_use]
    pub fn workspace(&self) -> Option<&WorkspaceId> {
        match self {
            Self::GrantWorkspace { workspace, .. } | Self::RevokeWorkspace { workspace, .. } => {
                Some(workspace)
            }
            _ => None,
        }
    }

    /// The e-mail address that it carries itself, since the list may not hold the user.
    #[must_use]
    pub fn user_name(&self) -> Option<&str> {
        match self {
            Self::AddUser { user_name, .. }
            | Self::DeleteUser { user_name, .. }
            | Self::RevokeInvitation { user_name, .. } => Some(user_name),
            _ => None,
        }
    }

    /// The machine name, as in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddUser { .. } => "add_user",
            Self::DeleteUser { .. } => "delete_user",
            Self::SetRole { .. } => "set_role",
            Self::GrantWorkspace { .. } => "grant_workspace",
            Self::RevokeWorkspace { .. } => "revoke_workspace",
            Self::SetDisplayName { .. } => "set_display_name",
            Self::SetPicture { .. } => "set_picture",
            Self::Suspend { .. } => "suspend",
            Self::Reactivate { .. } => "reactivate",
            Self::ResendInvitation { .. } => "resend_invitation",
            Self::RevokeInvitation { .. } => "revoke_invitation",
        }
    }

    /// Whether the user is gone once it has come true.
    #[must_use]
    pub fn removes(&self) -> bool {
        matches!(
            self,
            Self::DeleteUser { .. } | Self::RevokeInvitation { .. }
        )
    }

    /// Whether another number of users has a seat once it has come true.
    #[must_use]
    pub fn moves_a_seat(&self) -> bool {
        self.removes()
            || matches!(
                self,
                Self::AddUser { .. } | Self::Suspend { .. } | Self::Reactivate { .. }
            )
    }

    /// What stands where the change would go, read from the user as the server now has them. For an
    /// addition that is a user with the address asked for, or with our mark.
    #[must_use]
    pub fn found_in(&self, user: &User) -> Found {
        match self {
            Self::AddUser { user: id, .. } => {
                let mark = id.added_by().map(|mutation| mutation.to_string());
                if mark.is_some() && user.external_id == mark {
                    Found::Added
                } else {
                    Found::Taken
                }
            }
            Self::DeleteUser { .. } | Self::SetRole { .. } => Found::Role(user.role.clone()),
            Self::GrantWorkspace { workspace, .. } | Self::RevokeWorkspace { workspace, .. } => {
                Found::Access(user.workspaces.contains(workspace))
            }
            Self::SetDisplayName { .. } => Found::DisplayName(user.display_name.clone()),
            Self::SetPicture { .. } => Found::Picture(user.photo.clone()),
            Self::Suspend { .. } | Self::Reactivate { .. } => Found::Active(user.active),
            Self::ResendInvitation { .. } => {
                Found::Invited(user.invitation.as_ref().and_then(|sent| sent.sent_at))
            }
            Self::RevokeInvitation { .. } => Found::Pending(user.is_pending()),
        }
    }

    /// What the change would leave behind; `None` where that can't be known before: when an
    /// invitation will have been sent again.
    #[must_use]
    pub fn wanted(&self) -> Option<Found> {
        Some(match self {
            Self::AddUser { .. } => Found::Added,
            Self::DeleteUser { .. } | Self::RevokeInvitation { .. } => Found::Gone,
            Self::SetRole { to, .. } => Found::Role(OrgRole::Known(*to)),
            Self::GrantWorkspace { .. } => Found::Access(true),
            Self::RevokeWorkspace { .. } => Found::Access(false),
            Self::SetDisplayName { to, .. } => Found::DisplayName(to.clone()),
            Self::SetPicture { to, .. } => Found::Picture(to.clone()),
            Self::Suspend { .. } => Found::Active(false),
            Self::Reactivate { .. } => Found::Active(true),
            Self::ResendInvitation { .. } => return None,
        })
    }

    /// What the person saw when asking for it.
    #[must_use]
    pub fn was(&self) -> Found {
        match self {
            Self::AddUser { .. } => Found::Gone,
            Self::DeleteUser { was, .. } | Self::SetRole { was, .. } => Found::Role(was.clone()),
            Self::GrantWorkspace { .. } => Found::Access(false),
            Self::RevokeWorkspace { .. } => Found::Access(true),
            Self::SetDisplayName { was, .. } => Found::DisplayName(was.clone()),
            Self::SetPicture { was, .. } => Found::Picture(was.clone()),
            Self::Suspend { .. } => Found::Active(true),
            Self::Reactivate { .. } => Found::Active(false),
            Self::ResendInvitation { was, .. } => Found::Invited(*was),
            Self::RevokeInvitation { .. } => Found::Pending(true),
        }
    }

    /// What it means for the change that this was found.
    #[must_use]
    pub fn judge(&self, found: &Found) -> Standing {
        match (self, found) {
            // Nobody can tell whether the message went out again.
            (Self::ResendInvitation { .. }, Found::Invited(None)) => Standing::Elsewise,
            (Self::ResendInvitation { was, .. }, Found::Invited(now)) if now > was => {
                Standing::Done
            }
            _ => stands(&self.was(), self.wanted().as_ref(), found),
        }
    }

    /// Makes it true of a user whom the server has: what is known of them once it was acknowledged,
    /// and what is shown of them before. Additions and removals are about the user as a whole, and
    /// change nothing here.
    pub fn apply_to(&self, user: &mut User) {
        match self {
            Self::AddUser { .. }
            | Self::DeleteUser { .. }
            | Self::RevokeInvitation { .. }
            | Self::ResendInvitation { .. } => {}
            Self::SetRole { to, .. } => user.role = OrgRole::Known(*to),
            Self::GrantWorkspace { workspace, .. } => {
                user.workspaces.retain(|id| id != workspace);
                user.workspaces.push(workspace.clone());
            }
            Self::RevokeWorkspace { workspace, .. } => {
                user.workspaces.retain(|id| id != workspace);
            }
            Self::SetDisplayName { to, .. } => user.display_name.clone_from(to),
            Self::SetPicture { to, .. } => user.photo.clone_from(to),
            Self::Suspend { .. } => user.active = false,
            Self::Reactivate { .. } => user.active = true,
        }
    }

    /// The user whom an addition would make, as far as they can be described before; `None` for every
    /// other change.
    #[must_use]
    pub fn added_user(&self) -> Option<User> {
        let Self::AddUser {
            user,
            user_name,
            display_name,
            role,
        } = self
        else {
            return None;
        };
        Some(User {
            id: user.clone(),
            user_name: user_name.clone(),
            external_id: None,
            display_name: display_name.clone(),
            role: OrgRole::Known(*role),
            active: true,
            photo: None,
            created: None,
            last_modified: None,
            version: None,
            last_active: LastActive::Never,
            invitation: Some(Invitation {
                status: InvitationStatus::Pending,
                sent_at: None,
                expires_at: None,
                failure: None,
            }),
            assigned_contacts: Some(Vec::new()),
            workspaces: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MutationId;

    fn at(second: i64) -> Option<Timestamp> {
        Timestamp::from_second(second).ok()
    }

    #[test]
    fn an_addition_is_known_by_our_mark_and_by_nothing_else() {
        let id = MutationId::random();
        let change = UserChange::AddUser {
            user: UserId::placeholder(id),
            user_name: "ana@acme.example".to_owned(),
            display_name: String::new(),
            role: Role::Member,
        };
        let Some(mut there) = change.added_user() else {
            panic!("an addition describes a user");
        };
        assert_eq!(
            change.judge(&change.found_in(&there)),
            Standing::Elsewise,
            "a user with the address whom somebody else made is a conflict, not a success"
        );
        there.external_id = Some(id.to_string());
        assert_eq!(change.judge(&change.found_in(&there)), Standing::Done);
        assert_eq!(change.judge(&Found::Gone), Standing::Untouched);
    }

    #[test]
    fn an_invitation_was_sent_again_only_when_its_time_has_moved() {
        let user = UserId::new("u");
        let change = UserChange::ResendInvitation { user, was: at(10) };
        assert_eq!(change.judge(&Found::Invited(at(10))), Standing::Untouched);
        assert_eq!(change.judge(&Found::Invited(at(11))), Standing::Done);
        assert_eq!(
            change.judge(&Found::Invited(None)),
            Standing::Elsewise,
            "where the server doesn't tell, a person decides"
        );
    }

    #[test]
    fn whoever_is_gone_is_deleted_and_whoever_was_promoted_is_not() {
        let change = UserChange::DeleteUser {
            user: UserId::new("u"),
            user_name: "u@acme.example".to_owned(),
            was: Role::Member.into(),
        };
        assert_eq!(change.judge(&Found::Gone), Standing::Done);
        assert_eq!(
            change.judge(&Found::Role(Role::Admin.into())),
            Standing::Elsewise,
            "a deletion rests on the role that was seen"
        );
    }

    #[test]
    fn a_placeholder_names_its_mutation_and_an_id_of_a_server_names_none() {
        let id = MutationId::random();
        assert_eq!(UserId::placeholder(id).added_by(), Some(id));
        assert_eq!(UserId::new("new:42").added_by(), None);
    }
}
