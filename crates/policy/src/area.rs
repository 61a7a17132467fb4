//! The settings areas, and what a role is for in one sentence.

use rollcall_model::{OrgRole, Role};

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

/// What the role lets a person do, for the choice of a role.
#[must_use]
pub fn role_summary(role: Role) -> &'static str {
    match role {
        Role::Admin => "Manages users, roles, workspaces, billing and the organization itself.",
        Role::BillingAdmin => {
            "Manages billing and the plan. Sees users and workspaces, and changes none of them."
        }
        Role::UserAdmin => {
            "Adds and deletes Members, manages workspaces and who is in them. Can't change roles."
        }
        Role::Member => "Works in the workspaces granted. Opens no settings.",
    }
}
