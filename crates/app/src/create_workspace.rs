//! Creates a workspace: decides, queues it under a placeholder, and only then says so. People can be added
//! to it at once.

use std::time::Duration;

use rollcall_cache::NewMutation;
use rollcall_model::{ConnectionId, MutationId, WorkspaceChange, WorkspaceId};

use crate::organization::Organization;
use crate::queue::{Decided, new_mutation};
use crate::view::{CreateWorkspace, CreatedWorkspace};
use crate::workspace::may_change;
use crate::{App, Failure, workspace_name};

impl App {
    /// Creates a workspace with nobody in it. `undo` is how long that can be taken back before it is sent;
    /// `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied` with the policy's sentence; `not_offered` by this server; `name_invalid`, `name_taken`,
    /// `id_invalid`; as every change `held_by`, `other_account`, `offline`, `not_sent`. Nothing is queued
    /// then.
    pub async fn create_workspace(
        &self,
        organization: ConnectionId,
        asked: &CreateWorkspace,
        undo: Option<Duration>,
    ) -> Result<CreatedWorkspace, Failure> {
        let operation = asked.operation.parse()?;
        let decide = |open: &Organization| {
            Ok(Decided::Changes {
                mutations: vec![creation(open, &asked.name)?],
                replaces: Vec::new(),
            })
        };
        let receipt = self.queue(organization, operation, undo, decide).await?;
        let open = self.organization(organization).await?;
        let created = open.ledger.operation(operation)?;
        let workspace = created
            .first()
            .and_then(|mutation| mutation.change.workspace());
        Ok(CreatedWorkspace {
            workspace: workspace.map_or_else(String::new, ToString::to_string),
            receipt,
        })
    }

    /// Whether [`App::create_workspace`] would queue this now: everything is checked, nothing is changed.
    ///
    /// # Errors
    /// As [`App::create_workspace`], of what can be known without sending.
    pub async fn check_new_workspace(
        &self,
        organization: ConnectionId,
        name: &str,
    ) -> Result<(), Failure> {
        let open = self.organization(organization).await?;
        creation(&open, name).map(|_| ())
    }
}

fn creation(open: &Organization, name: &str) -> Result<NewMutation, Failure> {
    let id = MutationId::random();
    let change = WorkspaceChange::CreateWorkspace {
        workspace: WorkspaceId::placeholder(id),
        name: workspace_name::read(name)?,
    };
    may_change(open, &change)?;
    workspace_name::is_free(open, change.workspace_name(), None)?;
    Ok(NewMutation {
        id,
        ..new_mutation(change, None)
    })
}
