//! What may be done to users and workspaces: to one, and at all; the answers for buttons.

use rollcall_cache::{Presence, ShownUser, ShownWorkspace};
use rollcall_language::say;
use rollcall_model::{Role, UserState};
use rollcall_policy::{Action, Target};
use rollcall_sync::remembered_server;

use crate::Failure;
use crate::areas::no_workspaces;
use crate::asked_action::AskedAction;
use crate::organization::Organization;
use crate::verdict::denied;
use crate::view::OfferedAction;

/// What may be done to this user: what makes sense in their state, with the verdict of each.
pub(crate) fn to_user(
    open: &Organization,
    shown: &ShownUser,
) -> Result<Vec<OfferedAction>, Failure> {
    let judge = open.judge()?;
    let server = remembered_server(&open.cache)?;
    let target = Target::User(judge.subject(shown)?);
    let invited = shown.user.is_pending();
    let suspended = shown.state == UserState::Suspended;
    let adding = shown.presence == Presence::Adding;
    let sensible = [
        (AskedAction::Resend, invited && !adding),
        (AskedAction::Revoke, invited && !adding),
        (AskedAction::Suspend, !suspended),
        (AskedAction::Reactivate, suspended),
        (AskedAction::Delete, true),
    ];
    let sensible = sensible.into_iter().filter(|(_, makes_sense)| *makes_sense);
    sensible
        .map(|(action, _)| {
            let verdict = if let Some(reason) = action.not_offered(&server) {
                denied(reason)
            } else if shown.presence == Presence::Leaving {
                denied(say!("leaving-first"))
            } else {
                judge.ask(action.permission(), &target)?.verdict()
            };
            Ok(OfferedAction {
                action: action.name().to_owned(),
                verdict,
            })
        })
        .collect()
}

/// What makes a workspace, as a button names it, and the permission that it needs.
const CREATE: (&str, Action) = ("create_workspace", Action::WorkspacesCreate);

/// What is done to a workspace itself, likewise.
const TO_ITSELF: [(&str, Action); 2] = [
    ("rename_workspace", Action::WorkspacesRename),
    ("delete_workspace", Action::WorkspacesDelete),
];

/// What may be done to this workspace.
pub(crate) fn to_workspace(
    open: &Organization,
    shown: &ShownWorkspace,
) -> Result<Vec<OfferedAction>, Failure> {
    let leaves = shown.presence == Presence::Leaving;
    let of_access = [
        AskedAction::AddTo(Vec::new()),
        AskedAction::RemoveFrom(Vec::new()),
    ];
    let of_access = of_access.map(|action| (action.name(), action.permission()));
    let judge = open.judge()?;
    of_access
        .into_iter()
        .chain(TO_ITSELF)
        .map(|(action, permission)| {
            let verdict = if leaves {
                denied(say!("leaving-first"))
            } else {
                judge.offer(permission)?
            };
            Ok(OfferedAction {
                action: action.to_owned(),
                verdict,
            })
        })
        .collect()
}

/// What may be done to users and workspaces at all, by the signed-in user's role; a part comes with its
/// reason.
pub(crate) fn at_all(open: &Organization) -> Result<Vec<OfferedAction>, Failure> {
    let judge = open.judge()?;
    let server = remembered_server(&open.cache)?;
    let to_users = [
        AskedAction::SetRole(Role::Member),
        AskedAction::AddTo(Vec::new()),
        AskedAction::RemoveFrom(Vec::new()),
        AskedAction::Resend,
        AskedAction::Revoke,
        AskedAction::Suspend,
        AskedAction::Reactivate,
        AskedAction::Delete,
    ];
    let to_users = to_users.into_iter().map(|action| {
        let not_offered = action.not_offered(&server);
        (action.name(), action.permission(), not_offered)
    });
    let without = no_workspaces(open)?;
    let to_workspaces = std::iter::once(CREATE).chain(TO_ITSELF);
    let to_workspaces = to_workspaces.map(|(name, needs)| (name, needs, without.clone()));
    to_users
        .chain(to_workspaces)
        .map(|(action, permission, not_offered)| {
            let verdict = match not_offered {
                Some(reason) => denied(reason),
                None => judge.offer(permission)?,
            };
            Ok(OfferedAction {
                action: action.to_owned(),
                verdict,
            })
        })
        .collect()
}
