//! The roles in words, as the policy's table has them: by area and permission, and one against another.

use rollcall_language::say;
use rollcall_model::Role;
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
        title: role.title(),
        summary: role_summary(role),
        areas: Area::ALL.map(|part| area_explained(role, part)).into(),
    }
}

impl RoleChoice {
    /// A role that could be given to somebody new.
    pub(crate) fn to_give(role: Role, verdict: Verdict) -> Self {
        Self {
            role: role.as_str().to_owned(),
            title: role.title(),
            summary: role_summary(role),
            every_workspace: enters_every_workspace(&role.into()),
            current: false,
            difference: None,
            verdict,
        }
    }
}

/// What a user with one role would gain and lose by another.
pub(crate) fn difference(from: Role, to: Role) -> RoleDifference {
    RoleDifference {
        gains: actions_had_more_of(from, to, |all, part| {
            say!("policy-role-more-now", all = all, part = part)
        }),
        loses: actions_had_more_of(to, from, |all, part| {
            say!("policy-role-more-still", all = all, part = part)
        }),
    }
}

/// What the second role has and the first has not; `beside` says what of it the first has.
fn actions_had_more_of(
    less: Role,
    more: Role,
    beside: fn(String, String) -> String,
) -> Vec<String> {
    let grant = |role: Role, action| permission(role, action).grant;
    let had_more_of = |action: Action| match (grant(less, action), grant(more, action)) {
        (PermissionGrant::Denied, PermissionGrant::Allowed) => Some(action.phrase()),
        (PermissionGrant::Denied, PermissionGrant::Limited) => action.part_phrase(),
        (PermissionGrant::Limited, PermissionGrant::Allowed) => {
            Some(beside(action.phrase(), action.part_phrase()?))
        }
        _ => None,
    };
    Action::ALL
        .into_iter()
        .filter_map(had_more_of)
        .map(|phrase| item(&phrase))
        .collect()
}

fn area_explained(role: Role, part: Area) -> AreaExplained {
    AreaExplained {
        title: part.title(),
        access: match area(&role.into(), part) {
            Access::Full => AreaAccess::Full,
            Access::Limited => AreaAccess::Limited,
            Access::None => AreaAccess::None,
        },
        summary: area_summary(role, part),
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
        Offer::Partial(limit) => (PermissionGrant::Limited, Some(limit.sentence())),
        Offer::Nothing(denial) => (PermissionGrant::Denied, Some(denial.sentence())),
    };
    PermissionExplained {
        action: action.name().to_owned(),
        title: item(&action.phrase()),
        grant,
        reason,
    }
}

/// "change roles" as it stands in a list: "Change roles".
fn item(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
