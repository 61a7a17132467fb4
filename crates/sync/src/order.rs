//! What waits for what in the outbox: one rule, for what is sent next, what people are told, what goes along
//! with *Send selected*, and what can't be moved past what.

use std::collections::{HashMap, HashSet};

use rollcall_model::{
    After, Awaited, Change, InvitationStatus, Mutation, MutationState, Resource, Settled, User,
    UserId, WorkspaceChange, WorkspaceId,
};

/// Why a change can't go out before one that stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// They are about the same resource.
    Same,
    /// It gives or takes access to a workspace that the earlier one creates.
    Workspace,
    /// It deletes a workspace to which the earlier one gives or takes access.
    Access,
    /// It waits for what becomes of the user whom the earlier one is about.
    Awaited,
}

/// By what a change is found by those that are tied to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Of(Resource),
    AccessTo(WorkspaceId),
}

/// The rule: to what a change is tied.
fn ties(mutation: &Mutation) -> Vec<(Tie, Key)> {
    let change = &mutation.change;
    let mut ties = vec![(Tie::Same, Key::Of(change.resource()))];
    if let Some(workspace) = change.access_to()
        && workspace.added_by().is_some()
    {
        let created = Resource::Workspace(workspace.clone());
        ties.push((Tie::Workspace, Key::Of(created)));
    }
    // Who loses it with the workspace has no access of their own left to give or take.
    if let Change::Workspace(WorkspaceChange::DeleteWorkspace { workspace, .. }) = change {
        ties.push((Tie::Access, Key::AccessTo(workspace.clone())));
    }
    if let Some(after) = &mutation.after {
        let awaited = Resource::User(after.user.clone());
        ties.push((Tie::Awaited, Key::Of(awaited)));
    }
    ties
}

/// By what others are tied to a change.
fn keys(mutation: &Mutation) -> impl Iterator<Item = Key> {
    let access_to = mutation.change.access_to().cloned().map(Key::AccessTo);
    std::iter::once(Key::Of(mutation.change.resource())).chain(access_to)
}

/// Why the later of two can't go out before the earlier; `None` where they are independent.
#[must_use]
pub fn tie(later: &Mutation, earlier: &Mutation) -> Option<Tie> {
    let keys: Vec<Key> = keys(earlier).collect();
    let tied = ties(later).into_iter().find(|(_, key)| keys.contains(key));
    tied.map(|(tie, _)| tie)
}

/// Whether what is awaited of a user has come true, by the last that was read of them. Whoever isn't there,
/// or of whom no acceptance is told, is waited for: nobody is deleted by mistake.
#[must_use]
pub fn has_come_true(after: &After, awaited: Option<&User>) -> bool {
    awaited.is_some_and(|user| match after.awaited {
        Awaited::Added => true,
        Awaited::Accepted => user
            .invitation
            .as_ref()
            .is_some_and(|invitation| invitation.status == InvitationStatus::Accepted),
    })
}

/// What stands before a change, while the outbox is gone through in its order.
#[derive(Debug, Default)]
pub struct Before<'m> {
    /// What is open.
    open: HashMap<Key, Vec<&'m Mutation>>,
    /// What holds up later changes of its resource, the nearest.
    holding: HashMap<Resource, &'m Mutation>,
    /// Resources with something refused or in conflict.
    undone: HashSet<Resource>,
    /// Users who are awaited and lack something of what was asked for of them, wherever that stands.
    lacking: HashSet<&'m UserId>,
}

/// What a change waits for.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'m> {
    /// What is not there yet. Then it holds up nobody: not even later changes to its own resource.
    pub missing: Option<Missing>,
    /// The nearest earlier change to the same resource.
    pub earlier: Option<&'m Mutation>,
}

/// What is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// What the change is about: its addition was refused, and a person mends or drops it.
    Own,
    /// The workspace: it is being created.
    Workspace,
    /// The workspace: its creation was refused.
    WorkspaceUndone,
    /// The end of earlier changes of access.
    Access,
    /// The user who is awaited: their addition was refused.
    NotAdded,
    /// Something of what was asked for of the user who is awaited was refused.
    Undone,
    /// The user who is awaited, or something of what was asked for of them.
    Unsettled,
    /// What is awaited of them: see [`has_come_true`].
    NotTrueYet,
}

impl<'m> Before<'m> {
    /// Before the first of what is listed.
    pub fn first_of(listed: impl IntoIterator<Item = &'m Mutation> + Clone) -> Self {
        Self {
            lacking: lacking(listed),
            ..Self::default()
        }
    }

    /// What the next change of the list waits for; `None` for one that is at its end. `come_true` is asked
    /// about what is awaited of another user, once everything else of that is there.
    pub fn next(
        &mut self,
        mutation: &'m Mutation,
        come_true: impl FnOnce(&After) -> bool,
    ) -> Option<Turn<'m>> {
        let resource = mutation.change.resource();
        let missing = match &mutation.state {
            MutationState::Settled(Settled::Applied | Settled::Cancelled) => return None,
            MutationState::Settled(Settled::Rejected { .. } | Settled::Conflict { .. }) => {
                self.undone.insert(resource);
                return None;
            }
            MutationState::Queued => self.missing(mutation, &resource, come_true),
            MutationState::Sending | MutationState::Unknown => None,
        };
        let earlier = self.holding.get(&resource).copied();
        for key in keys(mutation) {
            self.open.entry(key).or_default().push(mutation);
        }
        if missing.is_none() {
            self.holding.insert(resource, mutation);
        }
        Some(Turn { missing, earlier })
    }

    /// Those before which the next change of the list can't go out, without those before which these can't.
    #[must_use]
    pub fn behind(&self, mutation: &Mutation) -> Vec<&'m Mutation> {
        let tied = |(tie, key): (Tie, Key)| match (tie, &key) {
            (Tie::Same, Key::Of(resource)) => {
                self.holding.get(resource).copied().into_iter().collect()
            }
            _ => self.open.get(&key).cloned().unwrap_or_default(),
        };
        ties(mutation).into_iter().flat_map(tied).collect()
    }

    fn missing(
        &self,
        mutation: &Mutation,
        resource: &Resource,
        come_true: impl FnOnce(&After) -> bool,
    ) -> Option<Missing> {
        let is_open = |key: &Key| self.open.contains_key(key);
        let change = &mutation.change;
        if resource.added_by().is_some() && !change.adds() && !self.holding.contains_key(resource) {
            return Some(Missing::Own);
        }
        for (tie, key) in ties(mutation) {
            match tie {
                Tie::Workspace if is_open(&key) => return Some(Missing::Workspace),
                Tie::Workspace => return Some(Missing::WorkspaceUndone),
                Tie::Access if is_open(&key) => return Some(Missing::Access),
                Tie::Same | Tie::Access | Tie::Awaited => {}
            }
        }
        let after = mutation.after.as_ref()?;
        let awaited = Resource::User(after.user.clone());
        let undone = self.undone.contains(&awaited);
        let to_come = is_open(&Key::Of(awaited.clone()));
        let is_placeholder = awaited.added_by().is_some();
        if is_placeholder && (undone || !to_come) {
            Some(Missing::NotAdded)
        } else if undone {
            Some(Missing::Undone)
        } else if is_placeholder || to_come || self.lacking.contains(&after.user) {
            Some(Missing::Unsettled)
        } else if come_true(after) {
            None
        } else {
            Some(Missing::NotTrueYet)
        }
    }
}

/// Of the users who are awaited, those who lack something: what was refused may be asked for again, and
/// then stands behind what waits for it. What itself waits for somebody is left out, so that two never wait
/// for each other.
fn lacking<'m>(listed: impl IntoIterator<Item = &'m Mutation> + Clone) -> HashSet<&'m UserId> {
    let after = |mutation: &'m Mutation| mutation.after.as_ref();
    let awaited: HashSet<&UserId> = listed
        .clone()
        .into_iter()
        .filter_map(after)
        .map(|after| &after.user)
        .collect();
    if awaited.is_empty() {
        return awaited;
    }
    listed
        .into_iter()
        .filter(|mutation| mutation.after.is_none())
        .filter(|mutation| mutation.is_open() || mutation.needs_you())
        .filter_map(|mutation| mutation.change.user())
        .filter(|user| awaited.contains(user))
        .collect()
}

#[cfg(test)]
mod tests;
