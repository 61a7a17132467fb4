//! Adds one user: decides, queues the addition with its workspaces, and only then says so.

use std::time::Duration;

use rollcall_model::{ConnectionId, OperationId, WorkspaceId};
use rollcall_policy::Action;

use crate::addition::{Addition, Permits};
use crate::organization::Organization;
use crate::queue::Decided;
use crate::view::{AddUser, Added};
use crate::{App, Failure, invitees};

impl App {
    /// Adds a user, invites them, and grants them workspaces. `undo` is how long that can be taken back
    /// before it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `address_invalid`, `address_taken`, `name_invalid`, `role_invalid`, `unknown_workspace`,
    /// `id_invalid`; else as [`App::save_user`]. Nothing is queued then.
    pub async fn add_user(
        &self,
        organization: ConnectionId,
        asked: &AddUser,
        undo: Option<Duration>,
    ) -> Result<Added, Failure> {
        let operation: OperationId = asked.operation.parse()?;
        let addition = parse(asked)?;
        let decide = |open: &Organization| {
            refuse(open, &addition)?;
            Ok(Decided::Changes {
                mutations: addition.mutations(),
                replaces: Vec::new(),
            })
        };
        let receipt = self.queue(organization, operation, undo, decide).await?;
        let open = self.organization(organization).await?;
        let mutations = open.ledger.operation(operation)?;
        let user = mutations
            .first()
            .and_then(|mutation| mutation.change.user());
        Ok(Added {
            user: user.map_or_else(String::new, ToString::to_string),
            receipt,
        })
    }

    /// Whether [`App::add_user`] would queue this now: everything is checked, nothing is changed.
    ///
    /// # Errors
    /// As [`App::add_user`], of what can be known without sending.
    pub async fn check_user(
        &self,
        organization: ConnectionId,
        asked: &AddUser,
    ) -> Result<(), Failure> {
        let addition = parse(asked)?;
        refuse(&*self.organization(organization).await?, &addition)
    }
}

fn parse(asked: &AddUser) -> Result<Addition, Failure> {
    let mut workspaces: Vec<WorkspaceId> = asked.workspaces.iter().map(WorkspaceId::new).collect();
    workspaces.sort();
    workspaces.dedup();
    Ok(Addition {
        address: invitees::address(&asked.address)?,
        name: invitees::name(&asked.name)?,
        role: asked.role.parse()?,
        workspaces,
    })
}

fn refuse(open: &Organization, addition: &Addition) -> Result<(), Failure> {
    open.may_reach_users([Action::UsersAdd])?;
    let permits = Permits::ask(&open.judge()?)?;
    addition.refusal(open, &permits)?.map_or(Ok(()), Err)
}
