//! Reading one thing: who we are, a user, a workspace, the place that a change is about.

use rollcall_language::say;
use rollcall_model::{
    Change, Found, User, UserChange, UserId, Workspace, WorkspaceChange, WorkspaceId,
};
use rollcall_scim::wire;
use rollcall_sync::{Answered, LookedUp, Me, RemoteError};

use crate::ask::{Answer, Ask, unreadable};
use crate::discover::is_missing;
use crate::http_remote::HttpRemote;
use crate::map::{self, Declared};

impl HttpRemote {
    pub(crate) async fn read_me(&self) -> Result<Me, RemoteError> {
        match self.ask(Ask::get(self.url(&["Me"])?)).await {
            Ok(answer) => match self.user_of(&answer)? {
                Some(me) => Ok(Me::Known(Box::new(me))),
                None => Ok(Me::Unknown),
            },
            Err(RemoteError::Server { status }) => Err(RemoteError::Server { status }),
            Err(error) if is_missing(&error) => Ok(Me::Unknown),
            Err(error) => Err(error),
        }
    }

    pub(crate) async fn read_user(&self, id: &UserId) -> Result<Option<User>, RemoteError> {
        match self.ask(Ask::get(self.url(&["Users", id.as_str()])?)).await {
            Ok(answer) => match self.user_of(&answer)? {
                Some(user) => Ok(Some(user)),
                None => Err(RemoteError::Malformed {
                    what: say!("faults-user-without-id"),
                }),
            },
            Err(RemoteError::Refused {
                status: 404 | 410, ..
            }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The user in an answer; `None` where it has no id.
    pub(crate) fn user_of(&self, answer: &Answer) -> Result<Option<User>, RemoteError> {
        let text = answer.text();
        let user = wire::user(&text).map_err(unreadable)?;
        if user.id.is_empty() {
            return Ok(None);
        }
        let user = map::user(&user, Declared::in_users(&self.known()));
        if !user.workspaces.is_empty() {
            self.learn(|facts| facts.groups_on_users = true);
        }
        Ok(Some(user))
    }

    pub(crate) async fn read_workspace(
        &self,
        id: &WorkspaceId,
    ) -> Result<Option<Workspace>, RemoteError> {
        let url = self.url_with(
            &["Groups", id.as_str()],
            &[("excludedAttributes", "members")],
        )?;
        let Some(answer) = existing(self.ask(Ask::get(url)).await)? else {
            return Ok(None);
        };
        workspace_of(&answer)
    }

    /// Reads the place that a change is about, and says that something is gone only where the base URL
    /// is a SCIM service's: behind a wrong one everything is missing.
    pub(crate) async fn read_place(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        let mut looked = self.read_there(change).await?;
        if looked.answered.is_none() && change.resource().added_by().is_none() {
            self.answers().await?;
        }
        // A server that wants each name once refuses a second one, and shows nothing at the place itself.
        if let Change::Workspace(WorkspaceChange::RenameWorkspace { workspace, to, .. }) = change
            && looked.found == change.was()
            && self.is_taken(to, workspace).await?
        {
            looked.found = Found::Taken;
        }
        Ok(looked)
    }

    /// Reads the place that a change is about: the resource, or for access, where users don't show their
    /// workspaces, the workspace with its members.
    pub(crate) async fn read_there(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        match change {
            Change::User(change) => self.read_user_place(change).await,
            Change::Workspace(change) => self.read_workspace_place(change).await,
            Change::Organization(change) => {
                let known = self.read_organization(None).await?;
                Ok(match known {
                    Some(known) => LookedUp {
                        found: change.found_in(&known),
                        answered: Some(Answered::Organization(Box::new(known))),
                    },
                    None => GONE,
                })
            }
        }
    }

    async fn read_user_place(&self, change: &UserChange) -> Result<LookedUp, RemoteError> {
        if let UserChange::AddUser {
            user, user_name, ..
        } = change
            && let Some(mark) = user.added_by()
        {
            return self.find_added(change, mark, user_name).await;
        }
        let user = self.read_user(change.user()).await?;
        let Some(user) = user else {
            return Ok(GONE);
        };
        let found = match change {
            UserChange::GrantWorkspace { workspace, .. }
            | UserChange::RevokeWorkspace { workspace, .. }
                if !self.known().groups_on_users =>
            {
                self.read_membership(change.user(), workspace).await?
            }
            change => change.found_in(&user),
        };
        Ok(LookedUp {
            found,
            answered: Some(Answered::User(Box::new(user))),
        })
    }

    async fn read_workspace_place(
        &self,
        change: &WorkspaceChange,
    ) -> Result<LookedUp, RemoteError> {
        let workspace = match change {
            WorkspaceChange::CreateWorkspace { workspace, name }
                if workspace.added_by().is_some() =>
            {
                self.find_created(change, name).await?
            }
            change => self.read_workspace(change.workspace()).await?,
        };
        Ok(workspace.map_or(GONE, |workspace| LookedUp {
            found: change.found_in(&workspace),
            answered: Some(Answered::Workspace(Box::new(workspace))),
        }))
    }

    async fn read_membership(
        &self,
        user: &UserId,
        workspace: &WorkspaceId,
    ) -> Result<Found, RemoteError> {
        let url = self.url(&["Groups", workspace.as_str()])?;
        let Some(answer) = existing(self.ask(Ask::get(url)).await)? else {
            return Ok(Found::Gone);
        };
        let text = answer.text();
        let group = wire::group(&text).map_err(unreadable)?;
        Ok(Found::Access(map::members(&group).contains(user)))
    }
}

/// What a look-up says of what isn't there.
const GONE: LookedUp = LookedUp {
    found: Found::Gone,
    answered: None,
};

/// The workspace in an answer; `None` where it has no id.
pub(crate) fn workspace_of(answer: &Answer) -> Result<Option<Workspace>, RemoteError> {
    let text = answer.text();
    let group = wire::group(&text).map_err(unreadable)?;
    Ok((!group.id.is_empty()).then(|| map::workspace(&group).0))
}

/// `None` for what a direct question says isn't there.
fn existing(answer: Result<Answer, RemoteError>) -> Result<Option<Answer>, RemoteError> {
    match answer {
        Err(RemoteError::Refused {
            status: 404 | 410, ..
        }) => Ok(None),
        answer => answer.map(Some),
    }
}
