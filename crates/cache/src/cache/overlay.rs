//! The outbox laid over the snapshot: what a user's row shows while changes wait.

use std::collections::HashMap;

use rollcall_model::{
    Change, Intent, Mutation, MutationState, OrgRole, Role, Settled, User, UserId, WorkspaceId,
};

/// What waits, by user.
#[derive(Debug, Default)]
pub(crate) struct Overlay(HashMap<UserId, Laid>);

/// What waits on one user.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    role: Option<Role>,
    /// In the order asked for; the last word on a workspace counts.
    access: Vec<(WorkspaceId, bool)>,
    intent: Option<Intent>,
}

impl Overlay {
    /// Takes mutations in their order.
    pub(crate) fn of(mutations: &[Mutation]) -> Self {
        let mut by_user: HashMap<UserId, Laid> = HashMap::new();
        for mutation in mutations {
            if mutation.state == MutationState::Settled(Settled::Cancelled) {
                continue;
            }
            let laid = by_user.entry(mutation.change.user().clone()).or_default();
            laid.intent = laid.intent.max(mutation.intent());
            // Applied, and handed in: the snapshot doesn't reflect it yet.
            let comes_true =
                mutation.is_open() || mutation.state == MutationState::Settled(Settled::Applied);
            if !comes_true {
                continue;
            }
            match &mutation.change {
                Change::SetRole { to, .. } => laid.role = Some(*to),
                Change::GrantWorkspace { workspace, .. } => {
                    laid.access.push((workspace.clone(), true));
                }
                Change::RevokeWorkspace { workspace, .. } => {
                    laid.access.push((workspace.clone(), false));
                }
            }
        }
        Self(by_user)
    }

    /// The users on whom something waits.
    pub(crate) fn users(&self) -> impl Iterator<Item = &UserId> {
        self.0.keys()
    }

    /// What a user shows: role, workspaces, intent.
    pub(crate) fn over(&self, user: &User) -> Option<(OrgRole, Vec<WorkspaceId>, Option<Intent>)> {
        let laid = self.0.get(&user.id)?;
        let role = laid.role.map_or_else(|| user.role.clone(), OrgRole::Known);
        let mut workspaces = user.workspaces.clone();
        for (workspace, granted) in &laid.access {
            workspaces.retain(|id| id != workspace);
            if *granted {
                workspaces.push(workspace.clone());
            }
        }
        Some((role, workspaces, laid.intent))
    }
}
