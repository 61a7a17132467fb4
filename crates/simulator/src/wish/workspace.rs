//! What a person may want of workspaces: new ones, with people in them, other names, their end.

use rollcall_cache::{NewMutation, Presence, Replaced, ShownWorkspace};
use rollcall_model::{
    Change, Intent, MutationId, UserChange, Workspace, WorkspaceChange, WorkspaceId,
};

use crate::chance::Chance;
use crate::world::World;

impl World {
    /// A workspace in the list that is to stay.
    pub(crate) fn a_workspace(&mut self) -> Option<ShownWorkspace> {
        let workspaces = self.cache.workspaces().expect("the cache can be read");
        let shown = workspaces.into_iter().map(|counted| counted.shown);
        let staying: Vec<ShownWorkspace> = shown
            .filter(|shown| shown.presence != Presence::Leaving)
            .collect();
        self.chance.one(&staying).cloned()
    }

    /// A new workspace, and who is given access to it at once.
    pub(crate) fn creation(&mut self) -> Vec<NewMutation> {
        let id = MutationId::from_uuid(self.chance.uuid());
        let workspace = WorkspaceId::placeholder(id);
        let created = WorkspaceChange::CreateWorkspace {
            workspace: workspace.clone(),
            name: some_name(&mut self.chance),
        };
        let mut mutations = vec![NewMutation {
            id,
            ..self.asked(created, None)
        }];
        for _ in 0..self.chance.between(0, 2) {
            let Some(access) = self.access_to(&workspace) else {
                continue;
            };
            // One press never asks twice about one place.
            if mutations.iter().all(|asked| asked.change != access.change) {
                mutations.push(access);
            }
        }
        mutations
    }

    /// Access for somebody who has none.
    pub(crate) fn access_to(&mut self, workspace: &WorkspaceId) -> Option<NewMutation> {
        let shown = self.somebody()?;
        if shown.workspaces.contains(workspace) {
            return None;
        }
        let change = UserChange::GrantWorkspace {
            user: shown.user.id.clone(),
            workspace: workspace.clone(),
        };
        Some(self.asked(change, shown.user.version.as_ref()))
    }

    /// Another name.
    pub(crate) fn renaming(&mut self, shown: &ShownWorkspace, to: String) -> Option<NewMutation> {
        if to == shown.name || shown.presence == Presence::Leaving {
            return None;
        }
        let change = WorkspaceChange::RenameWorkspace {
            workspace: shown.workspace.id.clone(),
            was: shown.name.clone(),
            to,
        };
        Some(self.asked(change, shown.workspace.version.as_ref()))
    }

    /// Its end, and what makes no sense any more then. It rests on the name that the server has once what is
    /// on its way has come true. `None` for one that is still to be created.
    pub(crate) fn deletion(
        &mut self,
        shown: &ShownWorkspace,
    ) -> Option<(NewMutation, Vec<Replaced>)> {
        if shown.presence == Presence::Adding {
            return None;
        }
        let Workspace {
            id,
            mut name,
            version,
            ..
        } = shown.workspace.clone();
        let mut dropped = Vec::new();
        for open in self.ledger.listed().expect("the outbox can be read") {
            if open.change.workspace() != Some(&id) {
                continue;
            }
            match (open.intent(), &open.change) {
                (Some(Intent::Sending), Change::Workspace(change)) => {
                    change.workspace_name().clone_into(&mut name);
                }
                (Some(Intent::Sending) | None, _) => {}
                (Some(_), _) => dropped.push(open.id),
            }
        }
        let change = WorkspaceChange::DeleteWorkspace {
            workspace: id,
            name,
        };
        let deletion = self.asked(change, version.as_ref());
        let by = Some(deletion.id);
        let dropped = dropped.into_iter().map(|id| Replaced { id, by });
        Some((deletion, dropped.collect()))
    }
}

/// A name that somebody else may give, too.
pub(crate) fn some_name(chance: &mut Chance) -> String {
    format!("Workspace {}", chance.between(1, 12))
}
