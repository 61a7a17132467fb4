//! Saves the edit dialog: decides, queues durably, and only then says so.

use std::time::Duration;

use rollcall_cache::{Enqueued, NewMutation, Operation, ShownUser};
use rollcall_model::{
    Change, ConnectionId, Mutation, MutationId, OperationId, OrgRole, Role, UserId, WorkspaceId,
};
use rollcall_sync::list_notes;

use crate::organization::{Organization, lock};
use crate::permission::permit;
use crate::receipt::receipt;
use crate::view::{Receipt, SaveUser, Topic};
use crate::{App, Failure};

impl App {
    /// Changes a user's role and workspaces. `undo` is how long the change can be taken back before
    /// it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied` with the policy's sentence (and who could help); `unknown_user`,
    /// `unknown_workspace`, `workspace_twice`, `role_invalid`, `id_invalid`; `held_by` when another
    /// program writes; `other_account` while another user's changes wait; in a session that keeps
    /// nothing also `not_sent`; `offline` for a token that the server was never asked about. Nothing
    /// is queued then.
    pub async fn save_user(
        &self,
        organization: ConnectionId,
        change: &SaveUser,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let asked = Asked::parse(change)?;
        let open = self.writer(organization).await?;
        self.refuse_offline_session(&open)?;
        self.refuse_beside_others(&open).await?;
        match self.queue(&open, &asked)? {
            Queued::Nothing { name } => Ok(Receipt {
                operation: asked.operation.to_string(),
                queued: 0,
                applied: 0,
                message: format!("Nothing to change: {name} has this access already."),
            }),
            Queued::Before(mutations) => receipt(&open, asked.operation, &mutations),
            Queued::Now(mutations) => self.deliver(&open, asked.operation, &mutations, undo).await,
        }
    }

    /// Decides and makes durable, with nothing in between.
    fn queue(&self, open: &Organization, asked: &Asked) -> Result<Queued, Failure> {
        let _one_at_a_time = lock(&open.saving);
        let before = open.ledger.operation(asked.operation)?;
        if !before.is_empty() {
            return Ok(Queued::Before(before));
        }
        open.may_view_users()?;
        let shown = open.user(&asked.user)?;
        let changes = asked.changes(open, &shown)?;
        if changes.is_empty() {
            return Ok(Queued::Nothing {
                name: shown.user.title().to_owned(),
            });
        }
        permit(open, &shown, &changes)?;
        let mutations = changes
            .into_iter()
            .map(|change| NewMutation {
                id: MutationId::random(),
                change,
                version: shown.user.version.clone(),
                after: None,
            })
            .collect();
        let operation = self.operation(open, asked.operation, mutations, Vec::new())?;
        self.enqueue(open, &operation)
    }

    /// An operation of now, by who is signed in.
    pub(crate) fn operation(
        &self,
        open: &Organization,
        id: OperationId,
        mutations: Vec<NewMutation>,
        replaces: Vec<MutationId>,
    ) -> Result<Operation, Failure> {
        let actor = open.actor()?.and_then(|actor| actor.id);
        Ok(Operation {
            id,
            mutations,
            replaces,
            actor: actor.map(|id| id.as_str().to_owned()),
            made_at: self.now(),
            seen_at: list_notes(&open.cache)?.as_of,
        })
    }

    /// One durable commit; then it is shown.
    pub(crate) fn enqueue(
        &self,
        open: &Organization,
        operation: &Operation,
    ) -> Result<Queued, Failure> {
        let queued = match open.ledger.enqueue(operation)? {
            Enqueued::Now(mutations) => Queued::Now(mutations),
            Enqueued::Before(mutations) => Queued::Before(mutations),
        };
        open.lay_over();
        self.tell_stale(open.id, &[Topic::Users, Topic::Outbox, Topic::Session]);
        Ok(queued)
    }
}

/// What became of a wish.
pub(crate) enum Queued {
    /// There was nothing to do.
    Nothing {
        /// The user's name.
        name: String,
    },
    /// It is durable now.
    Now(Vec<Mutation>),
    /// It was delivered before.
    Before(Vec<Mutation>),
}

/// What was asked for, checked by itself.
struct Asked {
    operation: OperationId,
    user: UserId,
    role: Option<Role>,
    grant: Vec<WorkspaceId>,
    revoke: Vec<WorkspaceId>,
}

impl Asked {
    fn parse(change: &SaveUser) -> Result<Self, Failure> {
        if change.grant.iter().any(|id| change.revoke.contains(id)) {
            return Err(Failure::new(
                "workspace_twice",
                "A workspace can't be given and taken away at once.",
            )
            .on_field("workspaces"));
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
            role: change.role.as_deref().map(str::parse).transpose()?,
            grant: ids(&change.grant),
            revoke: ids(&change.revoke),
        })
    }

    /// The fewest changes that lead from what is shown to what is asked for.
    fn changes(&self, open: &Organization, shown: &ShownUser) -> Result<Vec<Change>, Failure> {
        let user = || self.user.clone();
        for workspace in self.grant.iter().chain(&self.revoke) {
            if open.cache.workspace(workspace)?.is_none() {
                let message =
                    "One of the workspaces does not exist any more. Look at the list again.";
                return Err(Failure::new("unknown_workspace", message).on_field("workspaces"));
            }
        }
        let role = self.role.filter(|to| shown.role != OrgRole::Known(*to));
        let role = role.map(|to| Change::SetRole {
            user: user(),
            was: shown.role.clone(),
            to,
        });
        let granted = |workspace: &&WorkspaceId| shown.workspaces.contains(workspace);
        let grant = self.grant.iter().filter(|workspace| !granted(workspace));
        let revoke = self.revoke.iter().filter(granted);
        Ok(role
            .into_iter()
            .chain(grant.cloned().map(|workspace| Change::GrantWorkspace {
                user: user(),
                workspace,
            }))
            .chain(revoke.cloned().map(|workspace| Change::RevokeWorkspace {
                user: user(),
                workspace,
            }))
            .collect())
    }
}
