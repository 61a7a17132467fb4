//! The permission table as data: one row per action, one cell per role.
//!
//! To change what a role may do, change a cell here; sentences and "who could help" follow from it. Where a
//! role gets a part of an action that it had whole or not at all, `words` says which part.

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
    let (needs, cells) = match action {
        Action::OrganizationView => (Nothing, [Yes, Yes, Yes, No]),
        Action::OrganizationEdit => (Nothing, [Yes, No, No, No]),
        Action::BillingView => (Nothing, [Yes, Yes, Yes, No]),
        Action::BillingEdit => (Nothing, [Yes, Yes, No, No]),
        Action::InvoicesView => (Nothing, [Yes, Yes, No, No]),
        Action::SubscriptionView => (Subscription, [Yes, Yes, FreeSeats, No]),
        Action::UsersView => (Nothing, [Yes, Yes, Yes, No]),
        Action::UsersAdd => (NewUser, [Yes, No, Members, No]),
        Action::UsersDelete => (User, [Yes, No, Members, No]),
        Action::UsersSetRole => (User, [Yes, No, No, No]),
        Action::UsersSuspend => (User, [Yes, No, No, No]),
        Action::UsersReactivate => (User, [Yes, No, No, No]),
        Action::UsersEditProfile => (User, [Yes, No, No, No]),
        Action::UsersReplaceEmail => (User, [As(ADD_AND_DELETE), No, As(ADD_AND_DELETE), No]),
        Action::UsersSetWorkspaces => (User, [Yes, No, Yes, No]),
        Action::WorkspacesView => (Workspace, [Yes, Yes, Yes, Granted]),
        Action::WorkspacesEnter => (Workspace, [Yes, Granted, Granted, Granted]),
        Action::WorkspacesCreate => (Nothing, [Yes, No, Yes, No]),
        Action::WorkspacesRename => (Nothing, [Yes, No, Yes, No]),
        Action::WorkspacesDelete => (Nothing, [Yes, No, Yes, No]),
        Action::SubscriptionChange => (Nothing, [Yes, Yes, No, No]),
        Action::SubscriptionCancel => (Nothing, [Yes, No, No, No]),
        Action::OrganizationDelete => (Nothing, [Yes, No, No, No]),
        Action::InvitationsResend => (User, [As(ADD), No, As(ADD), No]),
        Action::InvitationsRevoke => (User, [As(ADD), No, As(ADD), No]),
    };
    Row {
        action,
        needs,
        cells,
    }
}
