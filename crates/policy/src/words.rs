//! What the policy calls actions and roles: a whole sentence for each action, since a language may bend
//! each of them in its own way.

use rollcall_language::say;
use rollcall_model::Role;

use crate::Action;

impl Action {
    /// The words for it as they begin an item of a list, but for the capital: "add users".
    #[must_use]
    pub fn phrase(self) -> String {
        match self {
            Self::OrganizationView => say!("policy-action-organization-view"),
            Self::OrganizationEdit => say!("policy-action-organization-edit"),
            Self::BillingView => say!("policy-action-billing-view"),
            Self::BillingEdit => say!("policy-action-billing-edit"),
            Self::InvoicesView => say!("policy-action-invoices-view"),
            Self::SubscriptionView => say!("policy-action-subscription-view"),
            Self::UsersView => say!("policy-action-users-view"),
            Self::UsersAdd => say!("policy-action-users-add"),
            Self::UsersDelete => say!("policy-action-users-delete"),
            Self::UsersSetRole => say!("policy-action-users-set-role"),
            Self::UsersSuspend => say!("policy-action-users-suspend"),
            Self::UsersReactivate => say!("policy-action-users-reactivate"),
            Self::UsersEditProfile => say!("policy-action-users-edit-profile"),
            Self::UsersReplaceEmail => say!("policy-action-users-replace-email"),
            Self::UsersSetWorkspaces => say!("policy-action-users-set-workspaces"),
            Self::WorkspacesView => say!("policy-action-workspaces-view"),
            Self::WorkspacesEnter => say!("policy-action-workspaces-enter"),
            Self::WorkspacesCreate => say!("policy-action-workspaces-create"),
            Self::WorkspacesRename => say!("policy-action-workspaces-rename"),
            Self::WorkspacesDelete => say!("policy-action-workspaces-delete"),
            Self::SubscriptionChange => say!("policy-action-subscription-change"),
            Self::SubscriptionCancel => say!("policy-action-subscription-cancel"),
            Self::OrganizationDelete => say!("policy-action-organization-delete"),
            Self::InvitationsResend => say!("policy-action-invitations-resend"),
            Self::InvitationsRevoke => say!("policy-action-invitations-revoke"),
        }
    }

    /// The words for the part of it that a limited role has: "add Members only"; `None` where the table
    /// has no part of it.
    #[must_use]
    pub fn part_phrase(self) -> Option<String> {
        match self {
            Self::SubscriptionView => Some(say!("policy-part-subscription-view")),
            Self::UsersAdd => Some(say!("policy-part-users-add")),
            Self::UsersDelete => Some(say!("policy-part-users-delete")),
            Self::UsersReplaceEmail => Some(say!("policy-part-users-replace-email")),
            Self::WorkspacesView => Some(say!("policy-part-workspaces-view")),
            Self::WorkspacesEnter => Some(say!("policy-part-workspaces-enter")),
            Self::InvitationsResend => Some(say!("policy-part-invitations-resend")),
            Self::InvitationsRevoke => Some(say!("policy-part-invitations-revoke")),
            _ => None,
        }
    }
}

/// "User Admins can't change roles."
pub(crate) fn cannot(role: Role, action: Action) -> String {
    let roles = role.plural();
    match action {
        Action::OrganizationView => say!("policy-cannot-organization-view", roles = roles),
        Action::OrganizationEdit => say!("policy-cannot-organization-edit", roles = roles),
        Action::BillingView => say!("policy-cannot-billing-view", roles = roles),
        Action::BillingEdit => say!("policy-cannot-billing-edit", roles = roles),
        Action::InvoicesView => say!("policy-cannot-invoices-view", roles = roles),
        Action::SubscriptionView => say!("policy-cannot-subscription-view", roles = roles),
        Action::UsersView => say!("policy-cannot-users-view", roles = roles),
        Action::UsersAdd => say!("policy-cannot-users-add", roles = roles),
        Action::UsersDelete => say!("policy-cannot-users-delete", roles = roles),
        Action::UsersSetRole => say!("policy-cannot-users-set-role", roles = roles),
        Action::UsersSuspend => say!("policy-cannot-users-suspend", roles = roles),
        Action::UsersReactivate => say!("policy-cannot-users-reactivate", roles = roles),
        Action::UsersEditProfile => say!("policy-cannot-users-edit-profile", roles = roles),
        Action::UsersReplaceEmail => say!("policy-cannot-users-replace-email", roles = roles),
        Action::UsersSetWorkspaces => say!("policy-cannot-users-set-workspaces", roles = roles),
        Action::WorkspacesView => say!("policy-cannot-workspaces-view", roles = roles),
        Action::WorkspacesEnter => say!("policy-cannot-workspaces-enter", roles = roles),
        Action::WorkspacesCreate => say!("policy-cannot-workspaces-create", roles = roles),
        Action::WorkspacesRename => say!("policy-cannot-workspaces-rename", roles = roles),
        Action::WorkspacesDelete => say!("policy-cannot-workspaces-delete", roles = roles),
        Action::SubscriptionChange => say!("policy-cannot-subscription-change", roles = roles),
        Action::SubscriptionCancel => say!("policy-cannot-subscription-cancel", roles = roles),
        Action::OrganizationDelete => say!("policy-cannot-organization-delete", roles = roles),
        Action::InvitationsResend => say!("policy-cannot-invitations-resend", roles = roles),
        Action::InvitationsRevoke => say!("policy-cannot-invitations-revoke", roles = roles),
    }
}

/// "User Admins can add Members only."; where the table has no part of an action, what they can't do.
pub(crate) fn only(role: Role, action: Action) -> String {
    let roles = role.plural();
    match action {
        Action::SubscriptionView => say!("policy-only-subscription-view", roles = roles),
        Action::UsersAdd => say!("policy-only-users-add", roles = roles),
        Action::UsersDelete => say!("policy-only-users-delete", roles = roles),
        Action::UsersReplaceEmail => say!("policy-only-users-replace-email", roles = roles),
        Action::WorkspacesView => say!("policy-only-workspaces-view", roles = roles),
        Action::WorkspacesEnter => say!("policy-only-workspaces-enter", roles = roles),
        Action::InvitationsResend => say!("policy-only-invitations-resend", roles = roles),
        Action::InvitationsRevoke => say!("policy-only-invitations-revoke", roles = roles),
        _ => cannot(role, action),
    }
}
