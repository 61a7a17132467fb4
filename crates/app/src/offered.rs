//! What may be done to users: to one, and at all; the answers for buttons.

use rollcall_cache::{Presence, ShownUser};
use rollcall_model::{Role, UserState};
use rollcall_policy::Target;
use rollcall_sync::remembered_server;

use crate::Failure;
use crate::asked_action::AskedAction;
use crate::organization::Organization;
use crate::view::{OfferedAction, Verdict, VerdictKind};

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
                denied("Waits in the Outbox to be deleted. Take that back first.")
            } else {
                judge.ask(action.permission(), &target)?.verdict()
            };
            Ok(offered(&action, verdict))
        })
        .collect()
}

/// What may be done to users at all, by the signed-in user's role; a part comes with its reason.
pub(crate) fn at_all(open: &Organization) -> Result<Vec<OfferedAction>, Failure> {
    let judge = open.judge()?;
    let server = remembered_server(&open.cache)?;
    [
        AskedAction::SetRole(Role::Member),
        AskedAction::AddTo(Vec::new()),
        AskedAction::RemoveFrom(Vec::new()),
        AskedAction::Resend,
        AskedAction::Revoke,
        AskedAction::Suspend,
        AskedAction::Reactivate,
        AskedAction::Delete,
    ]
    .into_iter()
    .map(|action| {
        let verdict = match action.not_offered(&server) {
            Some(reason) => denied(reason),
            None => judge.offer(action.permission())?,
        };
        Ok(offered(&action, verdict))
    })
    .collect()
}

fn offered(action: &AskedAction, verdict: Verdict) -> OfferedAction {
    OfferedAction {
        action: action.name().to_owned(),
        verdict,
    }
}

fn denied(reason: &str) -> Verdict {
    Verdict {
        kind: VerdictKind::Denied,
        reason: Some(reason.to_owned()),
        help: None,
    }
}
