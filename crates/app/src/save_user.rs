//! Saves the edit dialog: decides, queues durably, and only then says so.

use std::time::Duration;

use rollcall_cache::{Access, Presence, ShownUser};
use rollcall_language::say;
use rollcall_model::{ConnectionId, OperationId, OrgRole, Role, UserChange, UserId, WorkspaceId};
use rollcall_policy::Action;

use crate::organization::Organization;
use crate::permission::permit;
use crate::profile;
use crate::queue::{Decided, new_mutation};
use crate::view::{Receipt, SaveUser};
use crate::{App, Failure};

impl App {
    /// Changes a user's profile, role and workspaces. `undo` is how long the change can be taken back
    /// before it is sent; `None` sends at once and waits for the answer. Of a user who waits to be added
    /// the changes wait behind the addition.
    ///
    /// # Errors
    /// `denied` with the policy's sentence (and who could help); `unknown_user`, `leaving`,
    /// `unknown_workspace`, `workspace_twice`, `name_invalid`, `picture_invalid`, `role_invalid`,
    /// `id_invalid`; as every change `held_by`
    /// when another program writes, `other_account` while another user's changes wait, `offline_*` for
    /// a token that the server was never asked about, and in a session that keeps nothing `not_sent`.
    /// Nothing is queued then.
    pub async fn save_user(
        &self,
        organization: ConnectionId,
        change: &SaveUser,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let asked = Asked::parse(change)?;
        self.queue(organization, asked.operation, undo, |open| {
            asked.decide(open)
        })
        .await
    }
}

/// What was asked for, checked by itself.
struct Asked {
    operation: OperationId,
    user: UserId,
    display_name: Option<String>,
    picture: Option<Option<String>>,
    role: Option<Role>,
    grant: Vec<WorkspaceId>,
    revoke: Vec<WorkspaceId>,
}

impl Asked {
    fn parse(change: &SaveUser) -> Result<Self, Failure> {
        if change.grant.iter().any(|id| change.revoke.contains(id)) {
            return Err(
                Failure::new("workspace_twice", say!("save-workspace-twice"))
                    .on_field("workspaces"),
            );
        }
        let ids = |ids: &[String]| {
            let mut ids: Vec<WorkspaceId> = ids.iter().map(WorkspaceId::new).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        Ok(Self {
            operation: change.operation.parse()?,
            user: UserId::new(&change.user),
            display_name: change
                .display_name
                .as_deref()
                .map(profile::display_name)
                .transpose()?,
            picture: change
                .picture
                .as_deref()
                .map(profile::picture)
                .transpose()?,
            role: change.role.as_deref().map(str::parse).transpose()?,
            grant: ids(&change.grant),
            revoke: ids(&change.revoke),
        })
    }

    fn decide(&self, open: &Organization) -> Result<Decided, Failure> {
        open.may_reach_users(self.permissions())?;
        let shown = open.user(&self.user)?;
        stays(&shown)?;
        let changes = self.changes(open, &shown)?;
        if changes.is_empty() {
            let name = shown.title();
            return Ok(Decided::Nothing {
                message: say!("save-nothing", name = name),
            });
        }
        permit(open, &shown, &changes)?;
        let version = &shown.user.version;
        Ok(Decided::Changes {
            mutations: changes
                .into_iter()
                .map(|change| new_mutation(change, version.clone()))
                .collect(),
            replaces: Vec::new(),
        })
    }

    /// What it takes, in the order of the changes, as far as that can be told without the user.
    fn permissions(&self) -> impl Iterator<Item = Action> {
        let profile = self.display_name.is_some() || self.picture.is_some();
        let workspaces = !self.grant.is_empty() || !self.revoke.is_empty();
        [
            (profile, Action::UsersEditProfile),
            (self.role.is_some(), Action::UsersSetRole),
            (workspaces, Action::UsersSetWorkspaces),
        ]
        .into_iter()
        .filter_map(|(is_asked, action)| is_asked.then_some(action))
    }

    /// The fewest changes that lead from what is shown to what is asked for.
    fn changes(&self, open: &Organization, shown: &ShownUser) -> Result<Vec<UserChange>, Failure> {
        // A dialog may still know them by the placeholder under which they were added.
        let user = || shown.user.id.clone();
        let grant = open.workspaces_for(Access::Granted, &self.grant)?;
        let revoke = open.workspaces_for(Access::None, &self.revoke)?;
        let name = self.display_name.clone();
        let name =
            name.filter(|to| *to != shown.display_name)
                .map(|to| UserChange::SetDisplayName {
                    user: user(),
                    was: shown.display_name.clone(),
                    to,
                });
        let picture_now = open.picture_of(shown)?;
        let picture = self.picture.clone();
        let picture = picture
            .filter(|to| *to != picture_now)
            .map(|to| UserChange::SetPicture {
                user: user(),
                was: picture_now,
                to,
            });
        let role = self.role.filter(|to| shown.role != OrgRole::Known(*to));
        let role = role.map(|to| UserChange::SetRole {
            user: user(),
            was: shown.role.clone(),
            to,
        });
        let granted = |workspace: &WorkspaceId| shown.workspaces.contains(workspace);
        let grant = grant.into_iter().filter(|workspace| !granted(workspace));
        let revoke = revoke.into_iter().filter(granted);
        Ok(name
            .into_iter()
            .chain(picture)
            .chain(role)
            .chain(grant.map(|workspace| UserChange::GrantWorkspace {
                user: user(),
                workspace,
            }))
            .chain(revoke.map(|workspace| UserChange::RevokeWorkspace {
                user: user(),
                workspace,
            }))
            .collect())
    }
}

/// Refuses to change somebody who waits to be deleted: it would be refused there.
pub(crate) fn stays(shown: &ShownUser) -> Result<(), Failure> {
    if shown.presence != Presence::Leaving {
        return Ok(());
    }
    let name = shown.title();
    Err(Failure::new("leaving", say!("leaving-named", name = name)).on_field("user"))
}
