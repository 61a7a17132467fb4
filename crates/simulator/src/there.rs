//! A user, a workspace or the organization, as the server has it.

use rollcall_model::{
    Change, Found, Organization, Resource, User, Version, Workspace, WorkspaceChange, WorkspaceId,
};
use rollcall_sync::{Answered, Remote};

/// See the module.
#[derive(Debug, Clone)]
pub(crate) enum There {
    User(User),
    Workspace(Workspace),
    Organization(Organization),
}

impl There {
    /// What stands where a change would go, which is about this.
    pub(crate) fn found_by(&self, change: &Change) -> Found {
        match (self, change) {
            (Self::User(user), Change::User(change)) => change.found_in(user),
            (Self::Workspace(workspace), Change::Workspace(change)) => change.found_in(workspace),
            (Self::Organization(known), Change::Organization(change)) => change.found_in(known),
            _ => Found::Gone,
        }
    }

    /// Whether nobody has written it since this version was seen.
    pub(crate) fn is_still(&self, seen: &Version) -> bool {
        match self {
            Self::User(user) => user.version.as_ref() == Some(seen),
            Self::Workspace(workspace) => workspace.version.as_ref() == Some(seen),
            // Behind the version of its state stands what the reader's role is shown beside.
            Self::Organization(known) => {
                let state = |version: &Version| version.0.split('.').next().map(str::to_owned);
                known.version.as_ref().and_then(state) == state(seen)
            }
        }
    }

    /// What whoever has made it calls it by.
    pub(crate) fn mark(&self) -> Option<&str> {
        match self {
            Self::User(user) => user.external_id.as_deref(),
            Self::Workspace(workspace) => workspace.external_id.as_deref(),
            Self::Organization(_) => None,
        }
    }
}

/// Looks at the server, undisturbed; `None` for what isn't there, or is still to be added.
pub(crate) async fn look(remote: &dyn Remote, resource: &Resource) -> Option<There> {
    if resource.added_by().is_some() {
        return None;
    }
    match resource {
        Resource::User(id) => {
            let user = remote.user(id).await;
            user.expect(UNDISTURBED).map(There::User)
        }
        Resource::Workspace(id) => {
            let looked = remote.look_up(&looks_at(id)).await;
            match looked.expect(UNDISTURBED).answered? {
                Answered::Workspace(workspace) => Some(There::Workspace(*workspace)),
                _ => None,
            }
        }
        Resource::Organization => {
            let known = remote.organization(None).await;
            known.expect(UNDISTURBED).map(There::Organization)
        }
    }
}

/// A workspace is looked up as whoever wants to delete it would, which changes nothing.
fn looks_at(workspace: &WorkspaceId) -> Change {
    Change::from(WorkspaceChange::DeleteWorkspace {
        workspace: workspace.clone(),
        name: String::new(),
    })
}

const UNDISTURBED: &str = "nothing disturbs the overseer";
