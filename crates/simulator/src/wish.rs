//! What a person may want: changes of every kind, of whoever and whatever is shown, as it is shown.

mod organization;
mod workspace;

use rollcall_cache::{NewMutation, Presence, ShownUser, UserQuery};
use rollcall_model::{
    Change, Goes, MutationId, OrgRole, Role, UserChange, UserId, UserState, Version, WorkspaceId,
};

use crate::outside::ROLES;
use crate::world::World;

pub(crate) use organization::some_value;
pub(crate) use workspace::some_name;

impl World {
    /// Somebody in the list who may be changed.
    pub(crate) fn somebody(&mut self) -> Option<ShownUser> {
        let page = self.cache.page_after(&UserQuery::default(), None, 200);
        let mut rows = page.expect("the cache can be read").rows;
        let spared = [&self.ours.user, &self.overseer.user];
        rows.retain(|row| row.presence != Presence::Leaving && !spared.contains(&&row.id));
        let row = self.chance.one(&rows)?;
        self.cache.user(&row.id).expect("the cache can be read")
    }

    /// Something to ask for.
    pub(crate) fn wish(&mut self, shown: &ShownUser) -> Option<UserChange> {
        let user = shown.user.id.clone();
        let user_name = shown.user.user_name.clone();
        // The other account is to be able to sign in.
        let keep = user == self.other.user;
        let kind = self.chance.between(0, 11);
        let workspaces = match kind {
            3..=5 => self.workspaces(),
            _ => Vec::new(),
        };
        let chance = &mut self.chance;
        Some(match kind {
            0..=2 if !keep => UserChange::SetRole {
                was: shown.role.clone(),
                to: *chance
                    .one(&ROLES)
                    .filter(|to| OrgRole::Known(**to) != shown.role)?,
                user,
            },
            3..=5 => {
                let workspace = chance.one(&workspaces)?.clone();
                if shown.workspaces.contains(&workspace) {
                    UserChange::RevokeWorkspace { user, workspace }
                } else {
                    UserChange::GrantWorkspace { user, workspace }
                }
            }
            6 => UserChange::SetDisplayName {
                user,
                was: shown.display_name.clone(),
                to: format!("Named {}", chance.between(1, 99)),
            },
            7 => UserChange::SetPicture {
                user,
                was: shown.user.photo.clone(),
                to: Some(format!(
                    "https://pictures.example/{}",
                    chance.between(1, 99)
                )),
            },
            8 if !keep && shown.state == UserState::Suspended => UserChange::Reactivate { user },
            8 if !keep => UserChange::Suspend { user },
            9 if shown.user.is_pending() && user.added_by().is_none() => {
                UserChange::ResendInvitation {
                    was: shown.user.invitation.as_ref().and_then(|sent| sent.sent_at),
                    user,
                }
            }
            10 if shown.user.is_pending() && user.added_by().is_none() => {
                UserChange::RevokeInvitation { user, user_name }
            }
            11 if !keep && user.added_by().is_none() => UserChange::DeleteUser {
                was: shown.role.clone(),
                user,
                user_name,
            },
            _ => return None,
        })
    }

    /// An addition and what is asked for with it.
    pub(crate) fn addition(&mut self) -> Vec<NewMutation> {
        let id = MutationId::from_uuid(self.chance.uuid());
        let user = UserId::placeholder(id);
        // Now and then a name that somebody else gives, too.
        self.named += u64::from(self.chance.percent(70));
        let added = UserChange::AddUser {
            user: user.clone(),
            user_name: format!("new{}@people.example", self.named),
            display_name: String::new(),
            role: self.chance.one(&ROLES).copied().unwrap_or(Role::Member),
        };
        let mut mutations = vec![NewMutation {
            id,
            ..self.asked(added, None)
        }];
        let workspaces = self.workspaces();
        let wanted = self.chance.between(0, 2);
        for workspace in workspaces
            .into_iter()
            .take(usize::try_from(wanted).unwrap_or(0))
        {
            let user = user.clone();
            let access = UserChange::GrantWorkspace { user, workspace };
            mutations.push(self.asked(access, None));
        }
        mutations
    }

    /// A change to be queued, made on this version.
    pub(crate) fn asked(
        &mut self,
        change: impl Into<Change>,
        version: Option<&Version>,
    ) -> NewMutation {
        NewMutation {
            id: MutationId::from_uuid(self.chance.uuid()),
            change: change.into(),
            version: version.cloned(),
            after: None,
            goes: Goes::ByItself,
        }
    }

    /// The workspaces to which access can be given: those that are to stay, and those to come.
    fn workspaces(&self) -> Vec<WorkspaceId> {
        let workspaces = self.cache.workspaces().expect("the cache can be read");
        workspaces
            .into_iter()
            .filter(|counted| counted.shown.presence != Presence::Leaving)
            .map(|counted| counted.shown.workspace.id)
            .collect()
    }
}

/// The same wish on what is shown now; `None` where it is no wish any more.
pub(crate) fn again(change: &UserChange, shown: &ShownUser) -> Option<UserChange> {
    let mut change = change.clone();
    match &mut change {
        UserChange::SetRole { was, to, .. } => {
            if shown.role == OrgRole::Known(*to) {
                return None;
            }
            *was = shown.role.clone();
        }
        UserChange::SetDisplayName { was, to, .. } => {
            if shown.display_name == *to {
                return None;
            }
            was.clone_from(&shown.display_name);
        }
        UserChange::DeleteUser { was, .. } => *was = shown.role.clone(),
        UserChange::GrantWorkspace { workspace, .. } if !shown.workspaces.contains(workspace) => {}
        UserChange::RevokeWorkspace { workspace, .. } if shown.workspaces.contains(workspace) => {}
        _ => return None,
    }
    Some(change)
}
