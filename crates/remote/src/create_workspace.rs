//! Creating a workspace, and looking through those there are: for the one that a creation without an answer
//! may have created, and for one that has a name already.

use std::collections::BTreeSet;

use http::Method;
use rollcall_language::say;
use rollcall_model::{MutationId, Workspace, WorkspaceChange, WorkspaceId};
use rollcall_scim::request;
use rollcall_sync::{Answered, Members, PageAt, RemoteError, SendOutcome};

use crate::ask::Ask;
use crate::http_remote::HttpRemote;
use crate::look::workspace_of;
use crate::send::outcome;

impl HttpRemote {
    /// The workspace is ours by the mutation's id, which goes along as `externalId`.
    pub(crate) async fn create_workspace(&self, mutation: MutationId, name: &str) -> SendOutcome {
        let body = request::new_workspace(name, &mutation.to_string());
        let url = match self.url(&["Groups"]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        let ask = Ask::with_body(Method::POST, url, body).once(mutation);
        match self.ask(ask).await {
            Ok(answer) => match workspace_of(&answer) {
                Ok(Some(workspace)) => SendOutcome::Applied {
                    answered: Some(Answered::Workspace(Box::new(workspace))),
                },
                Ok(None) => SendOutcome::Unknown(RemoteError::Malformed {
                    what: say!("faults-workspace-without-id"),
                }),
                Err(error) => SendOutcome::Unknown(error),
            },
            // Nothing was there to be missing: the endpoint is.
            Err(RemoteError::Refused {
                status: 404 | 410,
                reason,
            }) => SendOutcome::Rejected { reason },
            Err(error) => outcome(error),
        }
    }

    /// The workspace with our mark; where there is none, one of that name.
    pub(crate) async fn find_created(
        &self,
        creation: &WorkspaceChange,
        name: &str,
    ) -> Result<Option<Workspace>, RemoteError> {
        let (mut ours, mut named) = (None, None);
        self.look_through(|workspace| {
            if creation.found_in(&workspace) == creation.wanted() {
                ours = Some(workspace);
            } else if is_called(&workspace, name) {
                named = Some(workspace);
            }
            ours.is_some()
        })
        .await?;
        let found = ours.or(named);
        if found.is_none() {
            // A role that is not shown the users is shown some of the workspaces alone: among those it was
            // looked for in vain.
            self.read_count(None).await?;
        }
        Ok(found)
    }

    /// Whether another workspace has the name that one is to be given.
    pub(crate) async fn is_taken(
        &self,
        name: &str,
        besides: &WorkspaceId,
    ) -> Result<bool, RemoteError> {
        let mut taken = false;
        self.look_through(|workspace| {
            taken |= workspace.id != *besides && is_called(&workspace, name);
            taken
        })
        .await?;
        Ok(taken)
    }

    /// Reads the workspaces, which are few, until one was enough.
    async fn look_through(
        &self,
        mut is_enough: impl FnMut(Workspace) -> bool,
    ) -> Result<(), RemoteError> {
        let mut seen = BTreeSet::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.read_workspaces(Members::LeftOut, &at).await?;
            let before = seen.len();
            for (workspace, _) in page.workspaces {
                seen.insert(workspace.id.clone());
                if is_enough(workspace) {
                    return Ok(());
                }
            }
            match page.next.filter(|_| seen.len() > before) {
                Some(next) => at = next,
                None => return Ok(()),
            }
        }
    }
}

/// Compared without case, as servers do that want each name once.
fn is_called(workspace: &Workspace, name: &str) -> bool {
    workspace.name.to_lowercase() == name.to_lowercase()
}
