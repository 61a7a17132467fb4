//! Shows a user in full.

use std::collections::HashMap;

use rollcall_cache::ShownUser;
use rollcall_model::{ConnectionId, UserId, WorkspaceId};
use rollcall_policy::{Action, Target, enters_every_workspace, role_summary};

use crate::organization::Organization;
use crate::replace_email::may_replace;
use crate::row::{count, row};
use crate::save_user::stays;
use crate::verdict::{Answer, Judge, refused};
use crate::view::{UserDetails, Verdict, VerdictKind, WorkspaceRef};
use crate::{App, Failure, offered};

impl App {
    /// The user in full, with what is open on them and whether they may be edited.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `unknown_user`; else as [`App::session`].
    pub async fn user_details(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<UserDetails, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let shown = open.user(user)?;
        let judge = open.judge()?;
        let actor = open.actor()?;
        let assigned = shown.user.assigned_contacts.as_deref();
        let invitation = shown.user.invitation.as_ref();
        Ok(UserDetails {
            row: row(open.row(user)?),
            sent_at: invitation
                .and_then(|sent| sent.sent_at)
                .map(|at| at.to_string()),
            failure: invitation.and_then(|sent| sent.failure.clone()),
            workspaces: workspaces(&open, &shown)?,
            every_workspace: enters_every_workspace(&shown.role),
            contacts: assigned.map(|all| count(all.iter().map(|one| one.count).sum::<u64>())),
            contact_workspaces: count(
                assigned
                    .unwrap_or_default()
                    .iter()
                    .filter(|one| one.count > 0)
                    .count(),
            ),
            changes: open.entries_of(&shown.user.id)?,
            replacement: open.replacement_of(&shown.user.id)?,
            replace_email: may_replace(&open, &shown)?,
            is_me: actor.and_then(|actor| actor.id).as_ref() == Some(user),
            role_summary: shown.role.known().map(role_summary).unwrap_or_default(),
            edit: may_edit(&judge, &shown)?,
            actions: offered::to_user(&open, &shown)?,
        })
    }
}

/// Every workspace of the user by name, those that a waiting change takes away included.
pub(crate) fn workspaces(
    open: &Organization,
    shown: &ShownUser,
) -> Result<Vec<WorkspaceRef>, Failure> {
    let names: HashMap<WorkspaceId, String> = open
        .cache
        .workspaces()?
        .into_iter()
        .map(|counted| (counted.shown.workspace.id, counted.shown.name))
        .collect();
    let waiting = |id: &WorkspaceId| {
        if shown.granting().any(|granting| granting == id) {
            Some("added".to_owned())
        } else if shown.revoking().any(|revoking| revoking == id) {
            Some("removed".to_owned())
        } else {
            None
        }
    };
    let contacts = |id: &WorkspaceId| {
        let assigned = shown.user.assigned_contacts.as_deref()?;
        Some(
            assigned
                .iter()
                .find(|one| &one.workspace == id)
                .map_or(0, |one| count(one.count)),
        )
    };
    let mut refs: Vec<WorkspaceRef> = shown
        .workspaces
        .iter()
        .chain(shown.revoking())
        .map(|id| WorkspaceRef {
            id: id.as_str().to_owned(),
            name: names
                .get(id)
                .cloned()
                .unwrap_or_else(|| id.as_str().to_owned()),
            waiting: waiting(id),
            contacts: contacts(id),
        })
        .collect();
    refs.sort_by_cached_key(|workspace| workspace.name.to_lowercase());
    Ok(refs)
}

/// The edit dialog opens when anything in it may be changed; else the role's reason tells why not.
fn may_edit(judge: &Judge<'_>, shown: &ShownUser) -> Result<Verdict, Failure> {
    if let Err(leaves) = stays(shown) {
        return Ok(refused(leaves));
    }
    let target = Target::User(judge.subject(shown)?);
    let verdict = |action| judge.ask(action, &target).map(Answer::verdict);
    for action in [Action::UsersSetWorkspaces, Action::UsersEditProfile] {
        let may = verdict(action)?;
        if may.kind != VerdictKind::Denied {
            return Ok(may);
        }
    }
    verdict(Action::UsersSetRole)
}
