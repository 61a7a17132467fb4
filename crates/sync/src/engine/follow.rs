//! The snapshot follows what the ledger has acknowledged.

use rollcall_cache::{Access, MembershipChange, StoreError, Update};
use rollcall_model::{Change, Mutation, User, WorkspaceId};

use super::Engine;
use crate::Topic;

impl Engine {
    /// Writes what was acknowledged into the snapshot: users as the server answered, and where it
    /// didn't, what is now known of them. `reflected` is the ledger sequence that this reaches.
    pub(crate) fn follow(
        &self,
        acknowledged: &[(Mutation, Option<Box<User>>)],
        reflected: u64,
    ) -> Result<(), StoreError> {
        let mut users: Vec<User> = Vec::new();
        let mut memberships = Vec::new();
        let mut removed = Vec::new();
        for (mutation, answered) in acknowledged {
            let change = &mutation.change;
            if change.removes() {
                removed.push(change.user().clone());
                continue;
            }
            if let Some(access) = access_left_by(change) {
                memberships.push(MembershipChange {
                    user: change.user().clone(),
                    workspace: access.0.clone(),
                    access: access.1,
                });
                if answered.is_none() {
                    continue;
                }
            }
            let Some(known) = self.now_known(change, answered.as_deref(), &users)? else {
                continue;
            };
            users.retain(|other| other.id != known.id);
            users.push(known);
        }
        let _turn = self.cache.overlay_turn();
        let overlay = self.ledger.overlay(reflected)?;
        self.cache.apply(&Update {
            users: &users,
            memberships: &memberships,
            deleted_users: &removed,
            overlay: Some(&overlay),
            reflected: Some(reflected),
            ..Update::default()
        })?;
        self.tell(Topic::Users);
        Ok(())
    }

    /// A user after an acknowledged change: as the server answered, and where it didn't, what follows
    /// from what was known before. `None` for one whom nobody knows any more.
    fn now_known(
        &self,
        change: &Change,
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
fn access_left_by(change: &Change) -> Option<(&WorkspaceId, Access)> {
    match change {
        Change::GrantWorkspace { workspace, .. } => Some((workspace, Access::Granted)),
        Change::RevokeWorkspace { workspace, .. } => Some((workspace, Access::None)),
        _ => None,
    }
}
