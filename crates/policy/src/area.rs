//! The settings areas, and what a role is for in one sentence.

use rollcall_language::say;
use rollcall_model::{OrgRole, Role};

use crate::Action;
use crate::decide::{Offer, offer};
use crate::table::{self, Cell};

/// A part of the settings, as the rail shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// The organization's information.
    General,
    /// The users.
    Users,
    /// The workspaces.
    Workspaces,
    /// Billing details, plan and invoices.
    Billing,
}

impl Area {
    /// Every area, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::General, Self::Users, Self::Workspaces, Self::Billing];

    /// The name that people read.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::General => say!("policy-area-general"),
            Self::Users => say!("policy-area-users"),
            Self::Workspaces => say!("policy-area-workspaces"),
            Self::Billing => say!("policy-area-billing"),
        }
    }

    /// The area that an action belongs to.
    #[must_use]
    pub fn of(action: Action) -> Self {
        match action {
            Action::OrganizationView | Action::OrganizationEdit | Action::OrganizationDelete => {
                Self::General
            }
            Action::BillingView
            | Action::BillingEdit
            | Action::InvoicesView
            | Action::SubscriptionView
            | Action::SubscriptionChange
            | Action::SubscriptionCancel => Self::Billing,
            Action::UsersView
            | Action::UsersAdd
            | Action::UsersDelete
            | Action::UsersSetRole
            | Action::UsersSuspend
            | Action::UsersReactivate
            | Action::UsersEditProfile
            | Action::UsersReplaceEmail
            | Action::UsersSetWorkspaces
            | Action::InvitationsResend
            | Action::InvitationsRevoke => Self::Users,
            Action::WorkspacesView
            | Action::WorkspacesEnter
            | Action::WorkspacesCreate
            | Action::WorkspacesRename
            | Action::WorkspacesDelete => Self::Workspaces,
        }
    }
}

/// How far an area is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Open; single actions may still be denied (a Billing Admin can't cancel the subscription).
    Full,
    /// Open to view, with few actions or none.
    Limited,
    /// Closed.
    None,
}

/// How far an area is open to a role. An unknown role opens nothing.
#[must_use]
pub fn area(role: &OrgRole, area: Area) -> Access {
    use Access::{Full, Limited, None as Closed};

    let Some(role) = role.known() else {
        return Closed;
    };
    let [general, users, workspaces, billing] = match role {
        Role::Admin => [Full, Full, Full, Full],
        Role::BillingAdmin => [Limited, Limited, Limited, Full],
        Role::UserAdmin => [Limited, Limited, Full, Closed],
        Role::Member => [Closed, Closed, Closed, Closed],
    };
    match area {
        Area::General => general,
        Area::Users => users,
        Area::Workspaces => workspaces,
        Area::Billing => billing,
    }
}

/// Why an area is only to be viewed, as a sentence; `None` where something can be changed in it, where it
/// is closed, and for a role that is none of the four.
#[must_use]
pub fn view_only(role: &OrgRole, which: Area) -> Option<String> {
    let known = role.known()?;
    let changes_nothing = Action::ALL
        .into_iter()
        .filter(|action| Area::of(*action) == which && action.changes())
        .all(|action| table::row(action).cell(known) == Cell::No);
    let views = changes_nothing && area(role, which) != Access::None;
    views.then(|| say!("policy-view-only", roles = known.plural()))
}

/// What is said where workspaces are assigned to a role that enters every one of them, and where a
/// workspace tells who has access; `None` for a role that enters only those granted.
#[must_use]
pub fn enters_every_workspace(role: &OrgRole) -> Option<String> {
    let known = role.known()?;
    let every = offer(role, Action::WorkspacesEnter) == Offer::Whole;
    every.then(|| say!("policy-every-workspace", roles = known.plural()))
}

/// What an area is to a role, in one sentence.
#[must_use]
pub fn area_summary(role: Role, area: Area) -> String {
    match (role, area) {
        (Role::Admin, Area::General) => say!("policy-area-general-admin"),
        (Role::Admin, Area::Users) => say!("policy-area-users-admin"),
        (Role::Admin, Area::Workspaces) => say!("policy-area-workspaces-admin"),
        (Role::Admin, Area::Billing) => say!("policy-area-billing-admin"),
        (Role::BillingAdmin, Area::General | Area::Users) => say!("policy-area-view-only"),
        (Role::BillingAdmin, Area::Workspaces) => say!("policy-area-workspaces-billing-admin"),
        (Role::BillingAdmin, Area::Billing) => say!("policy-area-billing-billing-admin"),
        (Role::UserAdmin, Area::General) => say!("policy-area-general-user-admin"),
        (Role::UserAdmin, Area::Users) => say!("policy-area-users-user-admin"),
        (Role::UserAdmin, Area::Workspaces) => say!("policy-area-workspaces-user-admin"),
        (Role::UserAdmin, Area::Billing) => say!("policy-area-billing-user-admin"),
        (Role::Member, Area::Workspaces) => say!("policy-area-workspaces-member"),
        (Role::Member, Area::General | Area::Users | Area::Billing) => say!("policy-area-closed"),
    }
}

/// What the role lets a person do, for the choice of a role.
#[must_use]
pub fn role_summary(role: Role) -> String {
    match role {
        Role::Admin => say!("policy-role-summary-admin"),
        Role::BillingAdmin => say!("policy-role-summary-billing-admin"),
        Role::UserAdmin => say!("policy-role-summary-user-admin"),
        Role::Member => say!("policy-role-summary-member"),
    }
}
