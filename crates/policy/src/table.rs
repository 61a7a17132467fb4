//! The permission table as data: one row per action, one cell per role.
//!
//! To change what a role may do, change a cell here; sentences and "who could help" follow from it.

use rollcall_model::Role;

use crate::Action;

/// What a role may do of one action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// All of it.
    Yes,
    /// None of it.
    No,
    /// Where the user concerned has, or would get, the role Member.
    Members,
    /// Where each of these is allowed for the role of the user concerned.
    As(&'static [Action]),
    /// In the workspaces granted, without their settings.
    Granted,
    /// The number of free seats.
    FreeSeats,
}

/// The facts without which an action can't be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// None: the role alone decides.
    Nothing,
    /// A user who exists.
    User,
    /// The role and address of a user to be added.
    NewUser,
    /// A workspace, and whether it was granted to the actor.
    Workspace,
    /// Which part of the subscription.
    Subscription,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// What a role without it can't do: "User Admins can't {cannot}."
    pub cannot: &'static str,
    /// What a role with part of it can do: "User Admins can {only}." Empty where no cell is partial.
    pub only: &'static str,
    /// The facts it turns on.
    pub needs: Needs,
    cells: [Cell; 4],
}

impl Row {
    /// What this role may do of it.
    #[must_use]
    pub fn cell(&self, role: Role) -> Cell {
        let [admin, billing_admin, user_admin, member] = self.cells;
        match role {
            Role::Admin => admin,
            Role::BillingAdmin => billing_admin,
            Role::UserAdmin => user_admin,
            Role::Member => member,
        }
    }
}

/// The row of an action.
#[must_use]
pub fn row(action: Action) -> Row {
    use Cell::{As, FreeSeats, Granted, Members, No, Yes};
    use Needs::{NewUser, Nothing, Subscription, User, Workspace};

    const ADD: &[Action] = &[Action::UsersAdd];
    const ADD_AND_DELETE: &[Action] = &[Action::UsersAdd, Action::UsersDelete];

    // The cells stand in the order Admin, Billing Admin, User Admin, Member.
    let (cannot, only, needs, cells) = match action {
        Action::OrganizationView => (
            "see the organization's information",
            "",
            Nothing,
            [Yes, Yes, Yes, No],
        ),
        Action::OrganizationEdit => (
            "edit the organization's information",
            "",
            Nothing,
            [Yes, No, No, No],
        ),
        Action::BillingView => ("see billing information", "", Nothing, [Yes, Yes, Yes, No]),
        Action::BillingEdit => (
            "edit billing and payment details",
            "",
            Nothing,
            [Yes, Yes, No, No],
        ),
        Action::InvoicesView => ("see invoices", "", Nothing, [Yes, Yes, No, No]),
        Action::SubscriptionView => (
            "see the plan and its seats",
            "see the number of free seats only",
            Subscription,
            [Yes, Yes, FreeSeats, No],
        ),
        Action::UsersView => ("see users", "", Nothing, [Yes, Yes, Yes, No]),
        Action::UsersAdd => (
            "add users",
            "add Members only",
            NewUser,
            [Yes, No, Members, No],
        ),
        Action::UsersDelete => (
            "delete users",
            "delete Members only",
            User,
            [Yes, No, Members, No],
        ),
        Action::UsersSetRole => ("change roles", "", User, [Yes, No, No, No]),
        Action::UsersSuspend => ("suspend users", "", User, [Yes, No, No, No]),
        Action::UsersReactivate => ("reactivate users", "", User, [Yes, No, No, No]),
        Action::UsersEditProfile => ("edit profiles", "", User, [Yes, No, No, No]),
        Action::UsersReplaceEmail => (
            "replace e-mail addresses",
            "replace the e-mail addresses of Members only",
            User,
            [As(ADD_AND_DELETE), No, As(ADD_AND_DELETE), No],
        ),
        Action::UsersSetWorkspaces => (
            "change the workspaces of users",
            "",
            User,
            [Yes, No, Yes, No],
        ),
        Action::WorkspacesView => (
            "see workspaces",
            "see only the workspaces granted to them, without settings",
            Workspace,
            [Yes, Yes, Yes, Granted],
        ),
        Action::WorkspacesEnter => (
            "enter workspaces",
            "enter only the workspaces granted to them",
            Workspace,
            [Yes, Granted, Granted, Granted],
        ),
        Action::WorkspacesCreate => ("create workspaces", "", Nothing, [Yes, No, Yes, No]),
        Action::WorkspacesRename => ("rename workspaces", "", Nothing, [Yes, No, Yes, No]),
        Action::WorkspacesDelete => ("delete workspaces", "", Nothing, [Yes, No, Yes, No]),
        Action::SubscriptionChange => ("change the subscription", "", Nothing, [Yes, Yes, No, No]),
        Action::SubscriptionCancel => ("cancel the subscription", "", Nothing, [Yes, No, No, No]),
        Action::OrganizationDelete => ("delete the organization", "", Nothing, [Yes, No, No, No]),
        Action::InvitationsResend => (
            "resend invitations",
            "resend the invitations of pending Members only",
            User,
            [As(ADD), No, As(ADD), No],
        ),
        Action::InvitationsRevoke => (
            "revoke invitations",
            "revoke the invitations of pending Members only",
            User,
            [As(ADD), No, As(ADD), No],
        ),
    };
    Row {
        action,
        cannot,
        only,
        needs,
        cells,
    }
}
