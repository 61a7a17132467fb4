//! Lists the workspaces: to filter by, and to whoever sees nothing else those that were granted.

use rollcall_model::{ConnectionId, WorkspaceId};
use rollcall_policy::{Action, Grant, Target};

use crate::organization::Organization;
use crate::view::WorkspaceChoice;
use crate::{App, Failure};

impl App {
    /// The workspaces that the signed-in user may see, by name: all, or those granted. Their users are
    /// counted for those who may see a workspace's settings.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn workspaces(
        &self,
        organization: ConnectionId,
    ) -> Result<Vec<WorkspaceChoice>, Failure> {
        let open = self.organization(organization).await?;
        let judge = open.judge()?;
        let may = |target| -> Result<bool, Failure> {
            let answer = judge.ask(Action::WorkspacesView, &target)?;
            Ok(answer.or_refuse().is_ok())
        };
        let counted = may(Target::WorkspaceSettings)?;
        let granted = if may(Target::Workspace(Grant::NotGranted))? {
            None
        } else {
            granted(&open)?
        };
        Ok(open
            .cache
            .workspaces()?
            .into_iter()
            .filter(|listed| {
                let granted = granted.as_ref();
                granted.is_none_or(|granted| granted.contains(&listed.shown.workspace.id))
            })
            .map(|listed| WorkspaceChoice {
                id: listed.shown.workspace.id.as_str().to_owned(),
                name: listed.shown.name,
                users: counted.then_some(listed.users),
            })
            .collect())
    }
}

/// The workspaces granted to the signed-in user. `None` for all that the server listed: one who never
/// could read the users was told of no others.
fn granted(open: &Organization) -> Result<Option<Vec<WorkspaceId>>, Failure> {
    let me = open.actor()?.and_then(|actor| actor.id);
    let own = match me {
        Some(me) => open.cache.user(&me)?,
        None => None,
    };
    match own {
        Some(own) => Ok(Some(own.user.workspaces)),
        None if open.cache.snapshot()?.complete => Ok(Some(Vec::new())),
        None => Ok(None),
    }
}
