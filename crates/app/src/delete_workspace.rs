//! Deletes a workspace: counts what goes with it, has that confirmed, queues durably, and only then says so.

use std::time::Duration;

use rollcall_cache::{Presence, Replaced, ShownWorkspace};
use rollcall_language::say;
use rollcall_model::{
    Change, ConnectionId, Mutation, MutationId, MutationState, UserChange, WorkspaceChange,
    WorkspaceId,
};

use crate::organization::Organization;
use crate::queue::{Decided, new_mutation};
use crate::row::count;
use crate::view::{Confirm, DeleteWorkspace, Receipt, WorkspaceDeletion};
use crate::workspace::{may_change, unknown_workspace};
use crate::{App, Failure};

/// What concerns more users or contacts than this is typed to confirm.
const HANDFUL: u32 = 5;

impl App {
    /// What the deletion of a workspace would take along.
    ///
    /// # Errors
    /// `denied` with the policy's sentence; `not_offered` by this server; `unknown_workspace`; `leaving`
    /// for one that waits to be deleted already; `not_added_yet` for one that is being created; else as
    /// [`App::session`].
    pub async fn workspace_deletion(
        &self,
        organization: ConnectionId,
        workspace: &WorkspaceId,
    ) -> Result<WorkspaceDeletion, Failure> {
        let open = self.organization(organization).await?;
        Ok(Deletion::of(&open, workspace)?.view())
    }

    /// Deletes a workspace. What waits on it, and on the access to it, is dropped; what is on its way comes
    /// first. `undo` is how long it can be taken back before it is sent; `None` sends at once and waits
    /// for the answer.
    ///
    /// # Errors
    /// `not_confirmed` where something else was typed than [`WorkspaceDeletion::confirm`] asks for now; as
    /// [`App::workspace_deletion`]; as every change `held_by`, `other_account`, `offline`, `not_sent`.
    /// Nothing is queued then.
    pub async fn delete_workspace(
        &self,
        organization: ConnectionId,
        asked: &DeleteWorkspace,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let operation = asked.operation.parse()?;
        let workspace = WorkspaceId::new(&asked.workspace);
        let mut not_created = None;
        let mut receipt = self
            .queue(organization, operation, undo, |open| {
                let deletion = Deletion::of(open, &workspace)?;
                deletion.confirmed_by(asked.typed.as_deref().unwrap_or_default())?;
                if deletion.is_not_created() {
                    not_created = Some(deletion.shown.name.clone());
                }
                Ok(deletion.decided())
            })
            .await?;
        if let Some(name) = not_created {
            receipt.message = say!("workspace-not-created", name = name);
        }
        Ok(receipt)
    }
}

/// A workspace to be deleted, and what goes with it.
struct Deletion {
    shown: ShownWorkspace,
    /// Users who lose access: those who have it on the server.
    users: u32,
    /// What makes no sense any more.
    dropped: Vec<MutationId>,
    /// What can't be taken back any more, in order.
    on_their_way: Vec<Mutation>,
}

impl Deletion {
    fn of(open: &Organization, id: &WorkspaceId) -> Result<Self, Failure> {
        may_change(open, &deletion_of(id.clone(), String::new()))?;
        let id = open.created_as(id)?;
        let mut all = open.cache.workspaces()?.into_iter();
        let counted = all
            .find(|counted| counted.shown.workspace.id == id)
            .ok_or_else(unknown_workspace)?;
        if counted.shown.presence == Presence::Leaving {
            let message = say!("workspace-leaving-already", name = counted.shown.name);
            return Err(Failure::new("leaving", message).on_field("workspaces"));
        }
        let mut deletion = Self {
            shown: counted.shown,
            users: counted.users,
            dropped: Vec::new(),
            on_their_way: Vec::new(),
        };
        for mutation in open.ledger.listed()? {
            if mutation.intent().is_some() && mutation.change.workspace() == Some(&id) {
                deletion.take(mutation);
            }
        }
        if deletion.is_not_created() && !deletion.on_their_way.is_empty() {
            return Err(Failure::new(
                "not_added_yet",
                say!("workspace-being-created"),
            ));
        }
        Ok(deletion)
    }

    /// Takes something that is open on the workspace or on the access to it.
    fn take(&mut self, mutation: Mutation) {
        if matches!(
            mutation.state,
            MutationState::Sending | MutationState::Unknown
        ) {
            self.on_their_way.push(mutation);
            return;
        }
        // Access that waits was counted as if it were there, and comes to nothing.
        if mutation.is_open() {
            match mutation.change.of_user() {
                Some(UserChange::GrantWorkspace { .. }) => {
                    self.users = self.users.saturating_sub(1);
                }
                Some(UserChange::RevokeWorkspace { .. }) => self.users += 1,
                _ => {}
            }
        }
        self.dropped.push(mutation.id);
    }

    /// Whether it waits to be created: then it is not, and nothing is deleted.
    fn is_not_created(&self) -> bool {
        self.shown.presence == Presence::Adding
    }

    fn contacts(&self) -> Option<u32> {
        self.shown.workspace.contact_count.map(count)
    }

    fn confirm(&self) -> Option<Confirm> {
        let contacts = self.contacts().unwrap_or_default();
        if self.is_not_created() || (self.users <= HANDFUL && contacts <= HANDFUL) {
            return None;
        }
        Some(Confirm {
            text: self.shown.name.clone(),
            reason: say!("workspace-users-lose", count = self.users),
        })
    }

    fn confirmed_by(&self, typed: &str) -> Result<(), Failure> {
        match self.confirm() {
            Some(confirm) if typed.trim().to_lowercase() != confirm.text.trim().to_lowercase() => {
                let cure = say!(
                    "confirm-typed",
                    reason = confirm.reason,
                    text = confirm.text
                );
                Err(Failure::new("not_confirmed", cure).on_field("typed"))
            }
            _ => Ok(()),
        }
    }

    /// The deletion rests on the name that the server has once what is on its way has come true.
    fn decided(self) -> Decided {
        let mut workspace = self.shown.workspace.clone();
        for mutation in &self.on_their_way {
            if let Change::Workspace(change) = &mutation.change {
                change.apply_to(&mut workspace);
            }
        }
        let deletion = deletion_of(workspace.id, workspace.name);
        let deletion = new_mutation(deletion, workspace.version);
        if self.shown.presence == Presence::Adding {
            return Decided::Changes {
                mutations: Vec::new(),
                replaces: self.dropped.into_iter().map(Replaced::from).collect(),
            };
        }
        // Taken back in time, the deletion brings back what it dropped.
        let by = Some(deletion.id);
        let dropped = self.dropped.into_iter();
        Decided::Changes {
            replaces: dropped.map(|id| Replaced { id, by }).collect(),
            mutations: vec![deletion],
        }
    }

    fn view(self) -> WorkspaceDeletion {
        WorkspaceDeletion {
            confirm: self.confirm(),
            contacts: self.contacts(),
            not_created: self.is_not_created(),
            // The creation itself is what is taken back.
            dropped: count(
                self.dropped
                    .len()
                    .saturating_sub(usize::from(self.is_not_created())),
            ),
            on_their_way: count(self.on_their_way.len()),
            users: self.users,
            name: self.shown.name,
        }
    }
}

fn deletion_of(workspace: WorkspaceId, name: String) -> WorkspaceChange {
    WorkspaceChange::DeleteWorkspace { workspace, name }
}
