//! Delta query (draft-sehgal-scim-delta-query-02): what changed since a token.

use http::Method;
use rollcall_language::say;
use rollcall_model::{User, UserId, Workspace, WorkspaceId};
use rollcall_scim::{request, wire};
use rollcall_sync::{DeltaPage, DeltaToken, Of, PageAt, RemoteError};

use crate::ask::{Answer, Ask, unreadable};
use crate::discover::is_missing;
use crate::http_remote::HttpRemote;
use crate::map::{self, Declared};

/// Changes on a page.
const PAGE: u64 = 1_000;

impl HttpRemote {
    pub(crate) async fn read_delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError> {
        if !self.known().delta {
            return Err(RemoteError::NotOffered);
        }
        let answer = self
            .ask(Ask::get(self.url(&[endpoint(of), ".deltaToken"])?))
            .await;
        let answer = match answer {
            Err(error) if is_missing(&error) => return Err(RemoteError::NotOffered),
            answer => answer?,
        };
        let text = answer.text();
        let token = wire::delta_token(&text)
            .map_err(unreadable)?
            .value
            .into_owned();
        if token.is_empty() {
            return Err(RemoteError::NotOffered);
        }
        Ok(DeltaToken(token))
    }

    pub(crate) async fn read_users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError> {
        let answer = self.delta(Of::Users, since, at).await?;
        let text = answer.text();
        let page = wire::user_changes(&text).map_err(unreadable)?;
        let declared = Declared::in_users(&self.known());
        let mut changes = empty(&page);
        for change in page.resources {
            match change.map(wire::DeltaWire::into_change) {
                Ok(wire::ChangeWire::Is(user)) if !user.id.is_empty() => {
                    changes.changed.push(map::user(&user, declared));
                }
                Ok(wire::ChangeWire::Is(_)) => {
                    return Err(RemoteError::Malformed {
                        what: say!("faults-changed-user-without-id"),
                    });
                }
                Ok(wire::ChangeWire::Gone(id)) => changes.deleted.push(UserId::new(id)),
                Ok(wire::ChangeWire::ReadAgain(id)) => {
                    let id = UserId::new(id);
                    match self.read_user(&id).await? {
                        Some(user) => changes.changed.push(user),
                        None => changes.deleted.push(id),
                    }
                }
                Err(broken) => changes.unreadable.push(map::broken(broken)),
            }
        }
        if changes
            .changed
            .iter()
            .any(|user| !user.workspaces.is_empty())
        {
            self.learn(|facts| facts.groups_on_users = true);
        }
        Ok(changes)
    }

    pub(crate) async fn read_workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError> {
        let answer = self.delta(Of::Workspaces, since, at).await?;
        let text = answer.text();
        let page = wire::group_changes(&text).map_err(unreadable)?;
        let mut changes = empty(&page);
        for change in page.resources {
            match change.map(wire::DeltaWire::into_change) {
                Ok(wire::ChangeWire::Is(group)) if !group.id.is_empty() => {
                    changes.changed.push(map::workspace(&group).0);
                }
                Ok(wire::ChangeWire::Is(_)) => {
                    return Err(RemoteError::Malformed {
                        what: say!("faults-changed-group-without-id"),
                    });
                }
                Ok(wire::ChangeWire::Gone(id)) => changes.deleted.push(WorkspaceId::new(id)),
                Ok(wire::ChangeWire::ReadAgain(id)) => {
                    let id = WorkspaceId::new(id);
                    match self.read_workspace(&id).await? {
                        Some(workspace) => changes.changed.push(workspace),
                        None => changes.deleted.push(id),
                    }
                }
                Err(broken) => changes.unreadable.push(map::broken(broken)),
            }
        }
        Ok(changes)
    }

    async fn delta(&self, of: Of, since: &DeltaToken, at: &PageAt) -> Result<Answer, RemoteError> {
        let cursor = match at {
            PageAt::Cursor(cursor) => Some(cursor.as_str()),
            PageAt::Start | PageAt::Index(_) => None,
        };
        let body = request::delta(&since.0, cursor, Some(PAGE));
        let mut url = self.url(&[endpoint(of), ".delta"])?;
        if of == Of::Workspaces {
            url.set_query(Some("excludedAttributes=members"));
        }
        let ask = Ask::with_body(Method::POST, url, body);
        match self.ask(ask).await {
            // A token that is too old, replayed, or another tenant's: whatever is wrong with it,
            // reading everything puts it right.
            Err(RemoteError::Refused { .. } | RemoteError::NotOffered) => {
                Err(RemoteError::DeltaExpired)
            }
            answer => answer,
        }
    }
}

/// A page of changes with its addresses, before its changes.
fn empty<W, T, Id>(page: &wire::PageWire<'_, W>) -> DeltaPage<T, Id> {
    DeltaPage {
        changed: Vec::new(),
        deleted: Vec::new(),
        unreadable: Vec::new(),
        next: page
            .next_cursor
            .as_deref()
            .map(|cursor| PageAt::Cursor(cursor.to_owned())),
        token: page
            .next_delta_token
            .as_ref()
            .map(|token| DeltaToken(token.value.clone().into_owned())),
    }
}

fn endpoint(of: Of) -> &'static str {
    match of {
        Of::Users => "Users",
        Of::Workspaces => "Groups",
    }
}
