//! The roles in words, as the policy's table has them: by area and permission, and one against another.

use rollcall_model::Role;
use rollcall_policy::table::{self, Row};
use rollcall_policy::{
    Access, Action, Area, Offer, area, area_summary, enters_every_workspace, offer, role_summary,
};

use crate::view::{
    AreaAccess, AreaExplained, PermissionExplained, PermissionGrant, RoleChoice, RoleDifference,
    RoleExplained, Verdict,
};

/// A role, with all that it may and may not do.
pub(crate) fn explained(role: Role) -> RoleExplained {
    RoleExplained {
        role: role.as_str().to_owned(),
        title: role.title().to_owned(),
        summary: role_summary(role).to_owned(),
        areas: Area::ALL.map(|part| area_explained(role, part)).into(),
    }
}

impl RoleChoice {
    /// A role that could be given to somebody new.
    pub(crate) fn to_give(role: Role, verdict: Verdict) -> Self {
        Self {
            role: role.as_str().to_owned(),
            title: role.title().to_owned(),
            summary: role_summary(role).to_owned(),
            every_workspace: enters_every_workspace(&role.into()),
            current: false,
            difference: None,
            verdict,
        }
    }
}

/// What a user with one role would gain and lose by another.
pub(crate) fn difference(from: Role, to: Role) -> RoleDifference {
    let rows = || Action::ALL.into_iter().map(table::row);
    RoleDifference {
        gains: rows()
            .filter_map(|row| had_more_of(&row, from, to, "now"))
            .collect(),
        loses: rows()
            .filter_map(|row| had_more_of(&row, to, from, "still"))
            .collect(),
    }
}

/// What the second role has of an action and the first has not; `when` the first has its part of it.
fn had_more_of(row: &Row, less: Role, more: Role, when: &str) -> Option<String> {
    let grant = |role: Role| permission(role, row.action).grant;
    match (grant(less), grant(more)) {
        (PermissionGrant::Denied, PermissionGrant::Allowed) => Some(phrase(row.cannot)),
        (PermissionGrant::Denied, PermissionGrant::Limited) => Some(phrase(row.only)),
        (PermissionGrant::Limited, PermissionGrant::Allowed) => {
            Some(format!("{} ({when}: {})", phrase(row.cannot), row.only))
        }
        _ => None,
    }
}

fn area_explained(role: Role, part: Area) -> AreaExplained {
    AreaExplained {
        title: part.title().to_owned(),
        access: match area(&role.into(), part) {
            Access::Full => AreaAccess::Full,
            Access::Limited => AreaAccess::Limited,
            Access::None => AreaAccess::None,
        },
        summary: area_summary(role, part).to_owned(),
        permissions: Action::ALL
            .into_iter()
            .filter(|action| Area::of(*action) == part)
            .map(|action| permission(role, action))
            .collect(),
    }
}

fn permission(role: Role, action: Action) -> PermissionExplained {
    let (grant, reason) = match offer(&role.into(), action) {
        Offer::Whole => (PermissionGrant::Allowed, None),
        Offer::Partial(limit) => (PermissionGrant::Limited, Some(limit)),
        Offer::Nothing(denial) => (
            PermissionGrant::Denied,
            Some(denial.sentence().into_owned()),
        ),
    };
    PermissionExplained {
        action: action.name().to_owned(),
        title: phrase(table::row(action).cannot),
        grant,
        reason,
    }
}

/// "change roles" as it stands in a list: "Change roles".
fn phrase(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
