//! Reading one thing: who we are, a user, a workspace, the place that a change is about.

use rollcall_model::{Change, Found, User, UserId, Workspace, WorkspaceId};
use rollcall_scim::wire;
use rollcall_sync::{LookedUp, Me, RemoteError};

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
                    what: "the user has no id".to_owned(),
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
        let text = answer.text();
        Ok(Some(
            map::workspace(&wire::group(&text).map_err(unreadable)?).0,
        ))
    }

    /// Reads the place that a change is about: the user, or where users don't show their workspaces,
    /// the workspace with its members.
    pub(crate) async fn read_place(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        if let Change::AddUser {
            user, user_name, ..
        } = change
            && let Some(mark) = user.added_by()
        {
            return self.find_added(change, mark, user_name).await;
        }
        let user = self.read_user(change.user()).await?;
        let Some(user) = user else {
            self.answers().await?;
            return Ok(LookedUp {
                found: Found::Gone,
                user: None,
            });
        };
        let found = match change {
            Change::GrantWorkspace { workspace, .. }
            | Change::RevokeWorkspace { workspace, .. }
                if !self.known().groups_on_users =>
            {
                self.read_membership(change.user(), workspace).await?
            }
            change => change.found_in(&user),
        };
        Ok(LookedUp {
            found,
            user: Some(Box::new(user)),
        })
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

/// `None` for what a direct question says isn't there.
fn existing(answer: Result<Answer, RemoteError>) -> Result<Option<Answer>, RemoteError> {
    match answer {
        Err(RemoteError::Refused {
            status: 404 | 410, ..
        }) => Ok(None),
        answer => answer.map(Some),
    }
}
