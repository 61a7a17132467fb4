//! Creating a workspace, and finding the one that a creation without an answer may have created.

use std::collections::BTreeSet;

use http::Method;
use rollcall_model::{MutationId, Workspace, WorkspaceChange};
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
                    what: "the workspace has no id".to_owned(),
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

    /// Looks through the workspaces, which are few, for the one with our mark; where there is none, for
    /// one of that name, compared without case.
    pub(crate) async fn find_created(
        &self,
        creation: &WorkspaceChange,
        name: &str,
    ) -> Result<Option<Workspace>, RemoteError> {
        let mut named = None;
        let mut seen = BTreeSet::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.read_workspaces(Members::LeftOut, &at).await?;
            let before = seen.len();
            for (workspace, _) in page.workspaces {
                if creation.found_in(&workspace) == creation.wanted() {
                    return Ok(Some(workspace));
                }
                seen.insert(workspace.id.clone());
                if workspace.name.to_lowercase() == name.to_lowercase() {
                    named = Some(workspace);
                }
            }
            match page.next.filter(|_| seen.len() > before) {
                Some(next) => at = next,
                None => return Ok(named),
            }
        }
    }
}
