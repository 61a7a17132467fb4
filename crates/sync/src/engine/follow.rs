//! The snapshot follows what the ledger has acknowledged.

use rollcall_cache::{Access, MembershipChange, StoreError, Update};
use rollcall_model::{
    Change, Mutation, Organization, User, UserChange, UserId, Workspace, WorkspaceChange,
    WorkspaceId,
};

use super::Engine;
use crate::{Answered, Topic};

/// What acknowledgements leave behind in the snapshot.
#[derive(Default)]
struct Left {
    users: Vec<User>,
    memberships: Vec<MembershipChange>,
    deleted_users: Vec<UserId>,
    workspaces: Vec<Workspace>,
    deleted_workspaces: Vec<WorkspaceId>,
    organization: Option<Organization>,
}

impl Engine {
    /// Writes what was acknowledged into the snapshot: resources as the server answered, and where it
    /// didn't, what is now known of them. `reflected` is the ledger sequence that this reaches.
    pub(crate) fn follow(
        &self,
        acknowledged: &[(Mutation, Option<Answered>)],
        reflected: u64,
    ) -> Result<(), StoreError> {
        let mut left = Left::default();
        for (mutation, answered) in acknowledged {
            match (&mutation.change, answered) {
                (Change::User(change), Some(Answered::User(user))) => {
                    self.follow_user(change, Some(user), &mut left)?;
                }
                (Change::User(change), Some(Answered::Invitation(invitation))) => {
                    self.follow_user(change, None, &mut left)?;
                    let mut users = left.users.iter_mut();
                    if let Some(user) = users.find(|user| user.id == *change.user()) {
                        user.invitation = Some(invitation.clone());
                    }
                }
                (Change::User(change), _) => self.follow_user(change, None, &mut left)?,
                (Change::Workspace(change), Some(Answered::Workspace(workspace))) => {
                    self.follow_workspace(change, Some(workspace), &mut left)?;
                }
                (Change::Workspace(change), _) => self.follow_workspace(change, None, &mut left)?,
                (Change::Organization(_), Some(Answered::Organization(organization))) => {
                    left.organization = Some((**organization).clone());
                }
                (Change::Organization(change), _) => {
                    let known = match left.organization.take() {
                        Some(newer) => Some(newer),
                        None => self.cache.organization()?,
                    };
                    left.organization = known.map(|mut known| {
                        change.apply_to(&mut known);
                        known.version = None;
                        known
                    });
                }
            }
        }
        let _turn = self.cache.overlay_turn();
        let overlay = self.ledger.overlay(reflected)?;
        self.cache.apply(&Update {
            users: &left.users,
            memberships: &left.memberships,
            deleted_users: &left.deleted_users,
            workspaces: &left.workspaces,
            deleted_workspaces: &left.deleted_workspaces,
            organization: left.organization.as_ref(),
            overlay: Some(&overlay),
            reflected: Some(reflected),
            ..Update::default()
        })?;
        self.tell(Topic::Users);
        if left.organization.is_some() {
            self.tell(Topic::Organization);
        }
        Ok(())
    }

    fn follow_user(
        &self,
        change: &UserChange,
        answered: Option<&User>,
        left: &mut Left,
    ) -> Result<(), StoreError> {
        if change.removes() {
            left.deleted_users.push(change.user().clone());
            return Ok(());
        }
        if let Some((workspace, access)) = access_left_by(change) {
            left.memberships.push(MembershipChange {
                user: change.user().clone(),
                workspace: workspace.clone(),
                access,
            });
            if answered.is_none() {
                return Ok(());
            }
        }
        if let Some(known) = self.now_known(change, answered, &left.users)? {
            left.users.retain(|other| other.id != known.id);
            left.users.push(known);
        }
        Ok(())
    }

    fn follow_workspace(
        &self,
        change: &WorkspaceChange,
        answered: Option<&Workspace>,
        left: &mut Left,
    ) -> Result<(), StoreError> {
        let id = change.workspace();
        if let WorkspaceChange::DeleteWorkspace { .. } = change {
            left.workspaces.retain(|other| other.id != *id);
            left.deleted_workspaces.push(id.clone());
            return Ok(());
        }
        let newer = left.workspaces.iter().find(|newer| newer.id == *id);
        let known = match (answered, newer) {
            (Some(answered), _) => Some(self.with_known_parts(answered.clone())?),
            (None, Some(newer)) => Some(newer.clone()),
            (None, None) => match self.cache.workspace(id)? {
                Some(shown) => Some(shown.workspace),
                None => change.created_workspace(),
            },
        };
        if let Some(mut known) = known {
            if answered.is_none() {
                change.apply_to(&mut known);
                known.version = None;
            }
            left.workspaces.retain(|other| other.id != known.id);
            left.workspaces.push(known);
        }
        Ok(())
    }

    /// A user after an acknowledged change: as the server answered, and where it didn't, what follows
    /// from what was known before. `None` for one whom nobody knows any more.
    fn now_known(
        &self,
        change: &UserChange,
        answered: Option<&User>,
        newer: &[User],
    ) -> Result<Option<User>, StoreError> {
        if let Some(answered) = answered {
            let answered = answered.clone();
            return Ok(Some(match change.workspace() {
                Some(_) => self.with_membership(answered)?,
                // The change moved no membership, and the answer may leave that out.
                None => self.with_known_membership(answered)?,
            }));
        }
        let user = change.user();
        let newer = newer.iter().find(|newer| newer.id == *user).cloned();
        let known = match newer {
            Some(newer) => Some(newer),
            None => self.cache.user(user)?.map(|shown| shown.user),
        };
        Ok(match known {
            Some(mut known) => {
                change.apply_to(&mut known);
                // Another one by now, and not told: the next write reads it first.
                known.version = None;
                Some(known)
            }
            None => change.added_user(),
        })
    }

    /// Applies again what was acknowledged and is not in the snapshot: after a crash between the two,
    /// and after a read that began before it.
    pub(crate) fn catch_up(&self) -> Result<(), StoreError> {
        let reflected = self.cache.snapshot()?.reflected;
        let missed = self.ledger.applied_since(reflected)?;
        match missed.last() {
            Some((last, _)) => {
                let last = *last;
                let missed: Vec<_> = missed
                    .into_iter()
                    .map(|(_, mutation)| (mutation, None))
                    .collect();
                self.follow(&missed, last)
            }
            None => self.lay_over(),
        }
    }

    /// Lays over the snapshot what the ledger holds now.
    pub(crate) fn lay_over(&self) -> Result<(), StoreError> {
        let _turn = self.cache.overlay_turn();
        let reflected = self.cache.snapshot()?.reflected;
        self.cache.lay_over(&self.ledger.overlay(reflected)?)
    }

    /// A user as the server answered; where it leaves out the workspaces, with those that are known.
    pub(crate) fn with_membership(&self, user: User) -> Result<User, StoreError> {
        if self.remote.facts().groups_on_users {
            Ok(user)
        } else {
            self.with_known_membership(user)
        }
    }

    /// A workspace as the server answered; what it leaves out, as it is known. A role may be shown less of
    /// it than the one before, and empty and absent look alike: what was emptied, the next read tells.
    pub(crate) fn with_known_parts(
        &self,
        mut workspace: Workspace,
    ) -> Result<Workspace, StoreError> {
        if let Some(known) = self.cache.workspace(&workspace.id)? {
            let known = known.workspace;
            workspace.description = workspace.description.or(known.description);
            workspace.member_count = workspace.member_count.or(known.member_count);
            workspace.contact_count = workspace.contact_count.or(known.contact_count);
        }
        Ok(workspace)
    }

    /// A user as the server answered, with the workspaces that are known where it names none: empty
    /// and absent look alike.
    fn with_known_membership(&self, mut user: User) -> Result<User, StoreError> {
        if user.workspaces.is_empty()
            && let Some(known) = self.cache.user(&user.id)?
        {
            user.workspaces = known.user.workspaces;
        }
        Ok(user)
    }
}

/// What a change of access has left behind.
fn access_left_by(change: &UserChange) -> Option<(&WorkspaceId, Access)> {
    match change {
        UserChange::GrantWorkspace { workspace, .. } => Some((workspace, Access::Granted)),
        UserChange::RevokeWorkspace { workspace, .. } => Some((workspace, Access::None)),
        _ => None,
    }
}
