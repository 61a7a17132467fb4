//! What the server in memory answers to each question of sync's port.

use std::sync::MutexGuard;

use async_trait::async_trait;
use rollcall_model::{
    Change, Invoice, Mutation, Organization, User, UserId, Version, Workspace, WorkspaceId,
};
use rollcall_sync::{
    CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of, PageAt, Remote,
    RemoteError, Renewal, SendOutcome, ServerFacts, Unreadable, UsersPage, Which, WorkspacesPage,
};

use super::{FakeRemote, FakeState, Logged, SendFault};

impl FakeRemote {
    fn call(&self, name: &'static str) -> Result<MutexGuard<'_, FakeState>, RemoteError> {
        let mut state = self.state();
        state.calls.push(name);
        if let Some(down) = state.down {
            return Err(down());
        }
        if state.signed_in_for == Some(0) {
            return Err(RemoteError::Unauthorized);
        }
        match state.fail_after.as_mut() {
            Some((0, fault)) => return Err(fault()),
            Some((left, _)) => *left -= 1,
            None => {}
        }
        match state.read_faults.pop_front() {
            Some(fault) => Err(fault),
            None => Ok(state),
        }
    }
}

#[async_trait]
impl Remote for FakeRemote {
    async fn discover(&self) -> Result<ServerFacts, RemoteError> {
        let mut state = self.call("discover")?;
        let left = state.discovery_fails.checked_sub(1);
        state.facts.discovered_in_part = left.is_some();
        state.discovery_fails = left.unwrap_or_default();
        Ok(state.facts.clone())
    }

    fn facts(&self) -> ServerFacts {
        self.state().facts.clone()
    }

    async fn me(&self) -> Result<Me, RemoteError> {
        let state = self.call("me")?;
        let me = state.me.as_ref().and_then(|id| state.users.get(id));
        Ok(me.map_or(Me::Unknown, |user| Me::Known(Box::new(user.clone()))))
    }

    fn credential(&self) -> CredentialMark {
        CredentialMark(self.state().credential.clone())
    }

    async fn users(&self, which: Which, at: &PageAt) -> Result<UsersPage, RemoteError> {
        // As over a network: others have their turn while a page is on its way.
        tokio::task::yield_now().await;
        let state = self.call("users")?;
        if let Some(fault) = state.users_fault {
            return Err(fault());
        }
        if which != Which::All {
            return Err(RemoteError::NotOffered);
        }
        let all: Vec<User> = state.users.values().map(|user| state.told(user)).collect();
        let (page, next, total) = state.slice(&all, at);
        let (broken, users): (Vec<User>, Vec<User>) = page
            .into_iter()
            .partition(|user| state.unreadable.contains(&user.id));
        let unreadable = broken
            .into_iter()
            .map(|user| Unreadable {
                reason: format!("The user {} can't be read.", user.id),
                id: Some(user.id.as_str().to_owned()),
            })
            .collect();
        Ok(UsersPage {
            users,
            unreadable,
            total: Some(total),
            next,
            server_time: None,
        })
    }

    async fn user_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError> {
        let state = self.call("user_ids")?;
        let all: Vec<UserId> = state.users.keys().cloned().collect();
        let (ids, next, total) = state.slice(&all, at);
        Ok(IdsPage {
            ids,
            total: Some(total),
            next,
        })
    }

    async fn count_users(&self) -> Result<Option<u64>, RemoteError> {
        Ok(Some(self.call("count_users")?.users.len() as u64))
    }

    async fn workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError> {
        let state = self.call("workspaces")?;
        let all: Vec<(Workspace, Vec<UserId>)> = state
            .workspaces
            .values()
            .map(|workspace| {
                let users = state.users.values();
                let granted = users.filter(|user| user.workspaces.contains(&workspace.id));
                let members = match members {
                    Members::Included => granted.map(|user| user.id.clone()).collect(),
                    Members::LeftOut => Vec::new(),
                };
                (workspace.clone(), members)
            })
            .collect();
        let total = all.len() as u64;
        let _ = at;
        Ok(WorkspacesPage {
            workspaces: all,
            unreadable: Vec::new(),
            total: Some(total),
            next: None,
        })
    }

    async fn delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError> {
        let _ = of;
        Ok(self.call("delta_token")?.token())
    }

    async fn users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError> {
        if self.state().delta_silent {
            std::future::pending::<()>().await;
        }
        let state = self.call("users_delta")?;
        if let Some(fault) = state.users_fault.or(state.delta_fault) {
            return Err(fault());
        }
        let before = &state.log[..state.since(since)?];
        state.delta(since, at, |logged| match logged {
            Logged::User(id) => match state.users.get(id) {
                Some(user) => Some(Ok(state.told(user))),
                // One who came and went since the token never was.
                None => before.contains(logged).then(|| Err(id.clone())),
            },
            Logged::Workspace(_) => None,
        })
    }

    async fn workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError> {
        let state = self.call("workspaces_delta")?;
        if let Some(fault) = state.delta_fault {
            return Err(fault());
        }
        let before = &state.log[..state.since(since)?];
        state.delta(since, at, |logged| match logged {
            Logged::Workspace(id) => match state.workspaces.get(id) {
                Some(workspace) => Some(Ok(workspace.clone())),
                None => before.contains(logged).then(|| Err(id.clone())),
            },
            Logged::User(_) => None,
        })
    }

    async fn user(&self, id: &UserId) -> Result<Option<User>, RemoteError> {
        let state = self.call("user")?;
        Ok(state.users.get(id).map(|user| state.told(user)))
    }

    async fn organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError> {
        let described = self.state().organization.is_some();
        if !described && self.state().down.is_none() {
            // Not announced, so not asked for.
            return Err(RemoteError::NotOffered);
        }
        let state = self.call("organization")?;
        if let Some(fault) = state.organization_fault {
            return Err(fault());
        }
        let now = state.organization.clone().ok_or(RemoteError::NotOffered)?;
        Ok(Some(now).filter(|now| known.is_none_or(|known| known.version != now.version)))
    }

    async fn invoices(&self) -> Result<Vec<Invoice>, RemoteError> {
        Ok(self.call("invoices")?.invoices.clone())
    }

    async fn look_up(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        Ok(self.call("look_up")?.look_at(change))
    }

    async fn send(&self, mutation: &Mutation, expected: Option<&Version>) -> SendOutcome {
        let mut state = self.state();
        state.calls.push("send");
        if let Some(down) = state.down {
            return SendOutcome::NotSent(down());
        }
        match &mut state.signed_in_for {
            Some(0) => return SendOutcome::Unauthorized,
            Some(left) => *left -= 1,
            None => {}
        }
        state.sent.push(mutation.id);
        let fault = state.send_faults.pop_front();
        if let Some(SendFault::Answer(outcome)) = fault {
            return outcome;
        }
        let (outcome, changed) = state.write(mutation, expected);
        if changed {
            state.effects.push(mutation.id);
        }
        match fault {
            Some(SendFault::DoneBut(faulty)) if matches!(outcome, SendOutcome::Applied { .. }) => {
                faulty
            }
            _ => outcome,
        }
    }

    async fn set_renewal(&self, known: &Organization, renewal: Renewal) -> SendOutcome {
        self.state()
            .asked_online("set_renewal", |state| state.renew(known, renewal))
    }

    async fn delete_organization(&self, known: &Organization) -> SendOutcome {
        self.state()
            .asked_online("delete_organization", |state| state.end(known))
    }

    async fn picture(&self, url: &str) -> Result<Vec<u8>, RemoteError> {
        let _ = url;
        Err(RemoteError::NotOffered)
    }

    fn transferred(&self) -> u64 {
        0
    }
}
