//! The server as the engine sees it: what goes through is told to the witness, and a planted bug
//! changes what comes back.

use std::sync::Arc;

use async_trait::async_trait;
use rollcall_cache::Ledger;
use rollcall_model::{
    Change, Invoice, Mutation, Organization, User, UserId, Version, Workspace, WorkspaceId,
};
use rollcall_sync::{
    Answered, CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of, PageAt,
    Remote, RemoteError, Renewal, SendOutcome, ServerFacts, UsersPage, Which, WorkspacesPage,
};

use crate::network::SENDING;
use crate::planted::Bug;
use crate::witness::Witness;

/// See the module.
pub(crate) struct Watched {
    pub(crate) inner: Arc<dyn Remote>,
    pub(crate) ledger: Ledger,
    pub(crate) witness: Arc<Witness>,
    pub(crate) bug: Option<Bug>,
}

impl Watched {
    fn compares(&self, mutation: &Mutation) -> bool {
        let resource = mutation.change.resource();
        // Nothing stands where something is to be added.
        let stands = resource.added_by().is_none();
        !stands || self.bug.is_none_or(|bug| bug.compares(&resource))
    }

    /// What a write is based on.
    async fn based_on(&self, mutation: &Mutation, expected: Option<&Version>) -> Option<Version> {
        if self.compares(mutation) {
            return expected.cloned();
        }
        let looked = self.inner.look_up(&mutation.change).await.ok()?;
        match looked.answered? {
            Answered::User(user) => user.version,
            Answered::Workspace(workspace) => workspace.version,
            Answered::Organization(known) => known.version,
            Answered::Invitation(_) => None,
        }
    }
}

#[async_trait]
impl Remote for Watched {
    async fn discover(&self) -> Result<ServerFacts, RemoteError> {
        self.inner.discover().await
    }

    fn facts(&self) -> ServerFacts {
        self.inner.facts()
    }

    async fn me(&self) -> Result<Me, RemoteError> {
        self.inner.me().await
    }

    fn credential(&self) -> CredentialMark {
        match self.bug {
            Some(Bug::AnyAccountSends) => CredentialMark("the same as ever".to_owned()),
            _ => self.inner.credential(),
        }
    }

    async fn users(&self, which: Which, at: &PageAt) -> Result<UsersPage, RemoteError> {
        match self.inner.users(which, at).await {
            Err(_) if self.bug == Some(Bug::BrokenPageEndsTheList) => Ok(UsersPage {
                users: Vec::new(),
                unreadable: Vec::new(),
                total: None,
                next: None,
                server_time: None,
            }),
            Ok(page) if self.bug == Some(Bug::BrokenPageEndsTheList) => Ok(UsersPage {
                total: None,
                ..page
            }),
            page => page,
        }
    }

    async fn user_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError> {
        self.inner.user_ids(at).await
    }

    async fn count_users(&self) -> Result<Option<u64>, RemoteError> {
        self.inner.count_users().await
    }

    async fn workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError> {
        self.inner.workspaces(members, at).await
    }

    async fn delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError> {
        self.inner.delta_token(of).await
    }

    async fn users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError> {
        let mut page = self.inner.users_delta(since, at).await?;
        if self.bug == Some(Bug::DeltaWithoutData) {
            page.changed.clear();
            page.deleted.clear();
        }
        Ok(page)
    }

    async fn workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError> {
        let mut page = self.inner.workspaces_delta(since, at).await?;
        if self.bug == Some(Bug::WorkspacesWithoutData) {
            page.changed.clear();
            page.deleted.clear();
        }
        Ok(page)
    }

    async fn user(&self, id: &UserId) -> Result<Option<User>, RemoteError> {
        self.inner.user(id).await
    }

    async fn organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError> {
        self.inner.organization(known).await
    }

    async fn invoices(&self) -> Result<Vec<Invoice>, RemoteError> {
        self.inner.invoices().await
    }

    async fn look_up(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        let looked = self.inner.look_up(change).await;
        match &looked {
            Ok(looked) => {
                self.witness.looked(change);
                let found = &looked.found;
                self.witness
                    .note(format_args!("looked up {:?}: {found:?}", change.resource()));
            }
            Err(error) => self.witness.note(format_args!(
                "could not look up {:?}: {error}",
                change.resource()
            )),
        }
        match self.bug {
            Some(bug) => looked.map(|looked| bug.looked_up(change, looked)),
            None => looked,
        }
    }

    async fn send(&self, mutation: &Mutation, expected: Option<&Version>) -> SendOutcome {
        self.witness.sends(mutation, &self.ledger);
        let expected = self.based_on(mutation, expected).await;
        let sent = self.inner.send(mutation, expected.as_ref());
        // Dropped here by a crash, it stays doubtful.
        let outcome = SENDING.scope(mutation.clone(), sent).await;
        if !matches!(outcome, SendOutcome::Unknown(_)) {
            self.witness.certain(mutation.id);
        }
        self.witness
            .note(format_args!("{} came back: {outcome:?}", mutation.id));
        match self.bug {
            Some(bug) => bug.sent(mutation, outcome),
            None => outcome,
        }
    }

    async fn set_renewal(&self, known: &Organization, renewal: Renewal) -> SendOutcome {
        self.inner.set_renewal(known, renewal).await
    }

    async fn delete_organization(&self, known: &Organization) -> SendOutcome {
        self.inner.delete_organization(known).await
    }

    async fn picture(&self, url: &str) -> Result<Vec<u8>, RemoteError> {
        self.inner.picture(url).await
    }

    fn transferred(&self) -> u64 {
        self.inner.transferred()
    }
}
