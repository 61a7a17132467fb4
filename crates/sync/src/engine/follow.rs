//! The snapshot follows what the ledger has acknowledged.

use rollcall_cache::{Access, MembershipChange, StoreError, Update};
use rollcall_model::{Change, Mutation, OrgRole, User};

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
        for (mutation, answered) in acknowledged {
            let user = mutation.change.user();
            let known = match (answered, &mutation.change) {
                // A role write changes no membership, and its answer may leave that out.
                (Some(answered), Change::SetRole { .. }) => {
                    Some(self.with_known_membership(answered.as_ref().clone())?)
                }
                (Some(answered), _) => Some(self.with_membership(answered.as_ref().clone())?),
                (None, _) => users.iter().find(|known| known.id == *user).cloned(),
            };
            match &mutation.change {
                Change::SetRole { to, .. } => {
                    let known = match known {
                        Some(known) => Some(known),
                        None => self.cache.user(user)?.map(|shown| shown.user),
                    };
                    let Some(mut known) = known else { continue };
                    if answered.is_none() {
                        known.role = OrgRole::Known(*to);
                        // Another one by now, and not told: the next write reads it first.
                        known.version = None;
                    }
                    users.retain(|other| other.id != *user);
                    users.push(known);
                }
                Change::GrantWorkspace { workspace, .. }
                | Change::RevokeWorkspace { workspace, .. } => {
                    if let Some(known) = known.filter(|_| answered.is_some()) {
                        users.retain(|other| other.id != *user);
                        users.push(known);
                    }
                    let access = match mutation.change {
                        Change::GrantWorkspace { .. } => Access::Granted,
                        Change::RevokeWorkspace { .. } | Change::SetRole { .. } => Access::None,
                    };
                    memberships.push(MembershipChange {
                        user: user.clone(),
                        workspace: workspace.clone(),
                        access,
                    });
                }
            }
        }
        let _turn = self.cache.overlay_turn();
        let overlay = self.ledger.overlay(reflected)?;
        self.cache.apply(&Update {
            users: &users,
            memberships: &memberships,
            overlay: Some(&overlay),
            reflected: Some(reflected),
            ..Update::default()
        })?;
        self.tell(Topic::Users);
        Ok(())
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
