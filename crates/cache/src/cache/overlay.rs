//! The outbox laid over the snapshot: what the row of a user or a workspace shows while changes wait.

use std::collections::HashMap;

use rollcall_model::{
    Change, Intent, Mutation, MutationState, Settled, User, UserChange, UserId, Workspace,
    WorkspaceChange, WorkspaceId,
};

use crate::Presence;

/// What waits, by user and by workspace.
#[derive(Debug, Default)]
pub(crate) struct Overlay {
    users: HashMap<UserId, LaidOn<UserChange, User>>,
    workspaces: HashMap<WorkspaceId, LaidOn<WorkspaceChange, Workspace>>,
}

/// What waits on one resource.
#[derive(Debug, PartialEq, Eq)]
struct LaidOn<C, R> {
    /// Those that may still come true, in the order asked for; the last word on a place counts.
    changes: Vec<C>,
    /// The resource, where it is still to be added.
    added: Option<R>,
    leaving: bool,
    intent: Option<Intent>,
}

impl<C, R> Default for LaidOn<C, R> {
    fn default() -> Self {
        Self {
            changes: Vec::new(),
            added: None,
            leaving: false,
            intent: None,
        }
    }
}

/// A user or a workspace as it is shown.
#[derive(Debug)]
pub(crate) struct LaidOver<R> {
    /// With everything that waits.
    pub(crate) resource: R,
    /// Whether it is on the server, and is to stay.
    pub(crate) presence: Presence,
    /// What waits on it.
    pub(crate) intent: Option<Intent>,
}

impl<C: Clone, R: Clone> LaidOn<C, R> {
    /// Takes one more mutation; `added` is what it is to add.
    fn take(&mut self, mutation: &Mutation, change: &C, added: Option<R>) {
        // A deletion that waits for somebody's acceptance is no change under way.
        if !mutation.awaits_acceptance() {
            self.intent = self.intent.max(mutation.intent());
        }
        // A refused addition stays in the list until it is dropped or mended: nowhere else could
        // it be seen with what waits for it.
        if added.is_some() {
            self.added = added;
        }
        // Applied, and handed in: the snapshot doesn't reflect it yet.
        let comes_true =
            mutation.is_open() || mutation.state == MutationState::Settled(Settled::Applied);
        if !comes_true || mutation.awaits_acceptance() {
            return;
        }
        self.leaving |= mutation.change.removes();
        self.changes.push(change.clone());
    }

    fn over(&self, resource: &R, apply: impl Fn(&C, &mut R)) -> LaidOver<R> {
        let mut shown = resource.clone();
        for change in &self.changes {
            apply(change, &mut shown);
        }
        LaidOver {
            resource: shown,
            presence: match (&self.added, self.leaving) {
                (Some(_), _) => Presence::Adding,
                (None, true) => Presence::Leaving,
                (None, false) => Presence::Here,
            },
            intent: self.intent,
        }
    }
}

impl Overlay {
    /// Takes mutations in their order.
    pub(crate) fn of(mutations: &[Mutation]) -> Self {
        let mut overlay = Self::default();
        for mutation in mutations {
            if mutation.state == MutationState::Settled(Settled::Cancelled) {
                continue;
            }
            match &mutation.change {
                Change::User(change) => {
                    let user = change.user();
                    let added = change.added_user().filter(|_| user.added_by().is_some());
                    let laid = overlay.users.entry(user.clone()).or_default();
                    laid.take(mutation, change, added);
                }
                Change::Workspace(change) => {
                    let workspace = change.workspace();
                    let added = change
                        .created_workspace()
                        .filter(|_| workspace.added_by().is_some());
                    let laid = overlay.workspaces.entry(workspace.clone()).or_default();
                    laid.take(mutation, change, added);
                }
                // One row, which is shown with what waits by whoever reads it.
                Change::Organization(_) => {}
            }
        }
        overlay
    }

    /// The users on whom something waits.
    pub(crate) fn users(&self) -> impl Iterator<Item = &UserId> {
        self.users.keys()
    }

    /// The users on whom something else waits than in an overlay before.
    pub(crate) fn users_unlike<'o>(&'o self, before: &'o Self) -> impl Iterator<Item = &'o UserId> {
        unlike(&self.users, &before.users)
    }

    /// The user who is to be added under this placeholder.
    pub(crate) fn addition(&self, id: &UserId) -> Option<&User> {
        self.users.get(id)?.added.as_ref()
    }

    /// What a user shows; `None` where nothing is laid over them.
    pub(crate) fn over(&self, user: &User) -> Option<LaidOver<User>> {
        let laid = self.users.get(&user.id)?;
        Some(laid.over(user, UserChange::apply_to))
    }

    /// The workspaces on which something waits.
    pub(crate) fn workspaces(&self) -> impl Iterator<Item = &WorkspaceId> {
        self.workspaces.keys()
    }

    /// The workspaces on which something else waits than in an overlay before.
    pub(crate) fn workspaces_unlike<'o>(
        &'o self,
        before: &'o Self,
    ) -> impl Iterator<Item = &'o WorkspaceId> {
        unlike(&self.workspaces, &before.workspaces)
    }

    /// The workspace that is to be created under this placeholder.
    pub(crate) fn creation(&self, id: &WorkspaceId) -> Option<&Workspace> {
        self.workspaces.get(id)?.added.as_ref()
    }

    /// What a workspace shows; `None` where nothing is laid over it.
    pub(crate) fn over_workspace(&self, workspace: &Workspace) -> Option<LaidOver<Workspace>> {
        let laid = self.workspaces.get(&workspace.id)?;
        Some(laid.over(workspace, WorkspaceChange::apply_to))
    }
}

/// The keys under which something else stands than before.
fn unlike<'o, K: std::hash::Hash + Eq, V: PartialEq>(
    now: &'o HashMap<K, V>,
    before: &'o HashMap<K, V>,
) -> impl Iterator<Item = &'o K> {
    let changed = now
        .iter()
        .filter(|(key, laid)| before.get(*key) != Some(*laid))
        .map(|(key, _)| key);
    let no_longer = before.keys().filter(|key| !now.contains_key(*key));
    changed.chain(no_longer)
}
