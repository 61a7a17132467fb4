//! What somebody may ask to do: one word per row of the permission table.

use std::fmt;

/// An action that the policy decides on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// View the organization's information.
    OrganizationView,
    /// Edit the organization's information.
    OrganizationEdit,
    /// View company name, address, tax id and billing contact.
    BillingView,
    /// Edit billing and payment details.
    BillingEdit,
    /// View invoices.
    InvoicesView,
    /// View the plan and its seats.
    SubscriptionView,
    /// View users.
    UsersView,
    /// Add a user with a role.
    UsersAdd,
    /// Delete a user.
    UsersDelete,
    /// Change a user's organization role.
    UsersSetRole,
    /// Suspend a user.
    UsersSuspend,
    /// Reactivate a suspended user.
    UsersReactivate,
    /// Edit a user's display name and picture.
    UsersEditProfile,
    /// Replace a user's e-mail: a new user with the same role, and the old one deleted.
    UsersReplaceEmail,
    /// Change the workspaces assigned to a user.
    UsersSetWorkspaces,
    /// View a workspace.
    WorkspacesView,
    /// Enter a workspace.
    WorkspacesEnter,
    /// Create a workspace.
    WorkspacesCreate,
    /// Rename a workspace.
    WorkspacesRename,
    /// Delete a workspace.
    WorkspacesDelete,
    /// Change plan or seats.
    SubscriptionChange,
    /// Cancel the subscription.
    SubscriptionCancel,
    /// Delete the organization.
    OrganizationDelete,
    /// Send an invitation again.
    InvitationsResend,
    /// Revoke an invitation.
    InvitationsRevoke,
}

impl Action {
    /// Whether it only looks, and changes nothing.
    #[must_use]
    pub fn only_looks(self) -> bool {
        matches!(
            self,
            Self::OrganizationView
                | Self::BillingView
                | Self::InvoicesView
                | Self::SubscriptionView
                | Self::UsersView
                | Self::WorkspacesView
                | Self::WorkspacesEnter
        )
    }

    /// Every action, in the order of the permission table.
    pub const ALL: [Self; 25] = [
        Self::OrganizationView,
        Self::OrganizationEdit,
        Self::BillingView,
        Self::BillingEdit,
        Self::InvoicesView,
        Self::SubscriptionView,
        Self::UsersView,
        Self::UsersAdd,
        Self::UsersDelete,
        Self::UsersSetRole,
        Self::UsersSuspend,
        Self::UsersReactivate,
        Self::UsersEditProfile,
        Self::UsersReplaceEmail,
        Self::UsersSetWorkspaces,
        Self::WorkspacesView,
        Self::WorkspacesEnter,
        Self::WorkspacesCreate,
        Self::WorkspacesRename,
        Self::WorkspacesDelete,
        Self::SubscriptionChange,
        Self::SubscriptionCancel,
        Self::OrganizationDelete,
        Self::InvitationsResend,
        Self::InvitationsRevoke,
    ];

    /// The machine name: in the audit, on the command line, in tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OrganizationView => "organization.view",
            Self::OrganizationEdit => "organization.edit",
            Self::BillingView => "billing.view",
            Self::BillingEdit => "billing.edit",
            Self::InvoicesView => "invoices.view",
            Self::SubscriptionView => "subscription.view",
            Self::UsersView => "users.view",
            Self::UsersAdd => "users.add",
            Self::UsersDelete => "users.delete",
            Self::UsersSetRole => "users.set_role",
            Self::UsersSuspend => "users.suspend",
            Self::UsersReactivate => "users.reactivate",
            Self::UsersEditProfile => "users.edit_profile",
            Self::UsersReplaceEmail => "users.replace_email",
            Self::UsersSetWorkspaces => "users.set_workspaces",
            Self::WorkspacesView => "workspaces.view",
            Self::WorkspacesEnter => "workspaces.enter",
            Self::WorkspacesCreate => "workspaces.create",
            Self::WorkspacesRename => "workspaces.rename",
            Self::WorkspacesDelete => "workspaces.delete",
            Self::SubscriptionChange => "subscription.change",
            Self::SubscriptionCancel => "subscription.cancel",
            Self::OrganizationDelete => "organization.delete",
            Self::InvitationsResend => "invitations.resend",
            Self::InvitationsRevoke => "invitations.revoke",
        }
    }

    /// Whether it changes something: whoever can do nothing else in an area only views it.
    #[must_use]
    pub fn changes(self) -> bool {
        !matches!(
            self,
            Self::OrganizationView
                | Self::BillingView
                | Self::InvoicesView
                | Self::SubscriptionView
                | Self::UsersView
                | Self::WorkspacesView
                | Self::WorkspacesEnter
        )
    }

    /// Reads a machine name, byte by byte; `None` for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
