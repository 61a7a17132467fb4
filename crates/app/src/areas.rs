//! Tells which areas of the settings are open: by the role, and by what the server offers.

use rollcall_language::say;
use rollcall_model::Role;
use rollcall_policy::{Access, Action, Area, area, area_summary, view_only};
use rollcall_sync::remembered_server;

use crate::Failure;
use crate::organization::Organization;
use crate::verdict::Judge;
use crate::view::{AreaAccess, AreaView, Verdict, VerdictKind};

/// The names of the resource types, as servers announce them.
const ORGANIZATION: &str = "Organization";
const GROUP: &str = "Group";

/// Every area, in the order of the policy.
pub(crate) fn areas(open: &Organization) -> Result<Vec<AreaView>, Failure> {
    let judge = open.judge()?;
    let role = open.actor()?.map(|actor| actor.role);
    let described = describes_itself(open)?;
    let without_workspaces = no_workspaces(open)?;
    Area::ALL
        .into_iter()
        .map(|part| {
            let without = match part {
                Area::General if !described => Some(say!("areas-no-general")),
                Area::Billing if !described => Some(say!("areas-no-billing")),
                Area::Workspaces => without_workspaces.clone(),
                _ => None,
            };
            if let Some(why) = without {
                return Ok(not_offered(part, why));
            }
            let known = role.as_ref().and_then(|role| Some((role.known()?, role)));
            let (access, why) = match known {
                Some((known, role)) => open_to(&judge, part, known, area(role, part))?,
                // The server decides: everything is offered, and labelled so.
                None => (AreaAccess::Full, sentence(judge.offer(editing(part))?)),
            };
            Ok(AreaView {
                area: name(part).to_owned(),
                access,
                view_only: role
                    .as_ref()
                    .is_some_and(|role| view_only(role, part).is_some()),
                why,
                not_offered: false,
            })
        })
        .collect()
}

/// Whether the server describes the organization itself.
pub(crate) fn describes_itself(open: &Organization) -> Result<bool, Failure> {
    Ok(remembered_server(&open.cache)?.announces(ORGANIZATION))
}

/// Why this server has no workspaces, as a sentence; `None` where it has, or doesn't say.
pub(crate) fn no_workspaces(open: &Organization) -> Result<Option<String>, Failure> {
    let server = remembered_server(&open.cache)?;
    let unsaid = server.resource_types.is_empty();
    Ok((!unsaid && !server.announces(GROUP)).then(|| say!("areas-no-workspaces")))
}

fn not_offered(part: Area, why: String) -> AreaView {
    AreaView {
        area: name(part).to_owned(),
        access: AreaAccess::None,
        view_only: false,
        why: Some(why),
        not_offered: true,
    }
}

fn open_to(
    judge: &Judge<'_>,
    part: Area,
    role: Role,
    access: Access,
) -> Result<(AreaAccess, Option<String>), Failure> {
    Ok(match access {
        Access::Full => (AreaAccess::Full, None),
        Access::Limited => {
            let editing = judge.offer(editing(part))?;
            let why = match view_only(&role.into(), part) {
                Some(reason) => sentence(Verdict {
                    reason: Some(reason),
                    ..editing
                }),
                None => sentence(editing),
            };
            (AreaAccess::Limited, why)
        }
        Access::None => {
            let seen = judge.offer(viewing(part))?;
            let why = if seen.kind == VerdictKind::Denied {
                sentence(seen)
            } else {
                Some(area_summary(role, part))
            };
            (AreaAccess::None, why)
        }
    })
}

/// The reason and who could help, as one text.
fn sentence(verdict: Verdict) -> Option<String> {
    let reason = verdict.reason?;
    Some(match verdict.help {
        Some(help) => format!("{reason} {help}"),
        None => reason,
    })
}

/// What an area that is wholly open lets one do.
fn editing(part: Area) -> Action {
    match part {
        Area::General => Action::OrganizationEdit,
        Area::Users => Action::UsersAdd,
        Area::Workspaces => Action::WorkspacesCreate,
        Area::Billing => Action::BillingEdit,
    }
}

/// What every area that is open lets one do.
fn viewing(part: Area) -> Action {
    match part {
        Area::General => Action::OrganizationView,
        Area::Users => Action::UsersView,
        Area::Workspaces => Action::WorkspacesView,
        Area::Billing => Action::BillingView,
    }
}

/// The name on the wire to the interface.
fn name(part: Area) -> &'static str {
    match part {
        Area::General => "general",
        Area::Users => "users",
        Area::Workspaces => "workspaces",
        Area::Billing => "billing",
    }
}
