//! One server spoken to with one credential: the state of it, and the port's calls by name.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use http::HeaderValue;
use rollcall_model::{
    Change, Invoice, Mutation, Organization, Token, User, UserId, Version, Workspace, WorkspaceId,
};
use rollcall_sync::{
    BaseUrl, CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of, PageAt,
    Remote, RemoteError, Renewal, SendOutcome, ServerFacts, UsersPage, Which, WorkspacesPage,
};
use sha2::{Digest, Sha256};

use crate::connector::Ways;

/// See [`Remote`].
pub(crate) struct HttpRemote {
    pub(crate) base: BaseUrl,
    pub(crate) authorization: HeaderValue,
    pub(crate) ways: Ways,
    mark: CredentialMark,
    facts: Mutex<ServerFacts>,
    transferred: AtomicU64,
}

impl HttpRemote {
    pub(crate) fn new(
        base: BaseUrl,
        token: &Token,
        ways: Ways,
        known: ServerFacts,
    ) -> Result<Self, RemoteError> {
        let mut authorization = HeaderValue::try_from(format!("Bearer {}", token.reveal()))
            .map_err(|_| RemoteError::Unauthorized)?;
        authorization.set_sensitive(true);
        Ok(Self {
            base,
            authorization,
            ways,
            mark: mark(token),
            facts: Mutex::new(known),
            transferred: AtomicU64::new(0),
        })
    }

    /// What is known of the server by now.
    pub(crate) fn known(&self) -> ServerFacts {
        self.lock().clone()
    }

    /// Remembers something of the server.
    pub(crate) fn learn(&self, lesson: impl FnOnce(&mut ServerFacts)) {
        lesson(&mut self.lock());
    }

    /// Counts the bytes of a body.
    pub(crate) fn count(&self, bytes: usize) {
        self.transferred.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, ServerFacts> {
        self.facts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A hash under a name of its own: equal for equal tokens, and of no use anywhere else.
fn mark(token: &Token) -> CredentialMark {
    let digest = Sha256::new()
        .chain_update("rollcall credential mark\0")
        .chain_update(token.reveal());
    let text = digest
        .finalize()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    CredentialMark(text)
}

impl fmt::Debug for HttpRemote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRemote")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Remote for HttpRemote {
    async fn discover(&self) -> Result<ServerFacts, RemoteError> {
        self.ask_what_is_offered().await
    }

    fn facts(&self) -> ServerFacts {
        self.known()
    }

    async fn me(&self) -> Result<Me, RemoteError> {
        self.read_me().await
    }

    fn credential(&self) -> CredentialMark {
        self.mark.clone()
    }

    async fn users(&self, which: Which, at: &PageAt) -> Result<UsersPage, RemoteError> {
        self.read_users(which, at).await
    }

    async fn user_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError> {
        self.read_ids(at).await
    }

    async fn count_users(&self) -> Result<Option<u64>, RemoteError> {
        self.read_count(None).await
    }

    async fn workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError> {
        self.read_workspaces(members, at).await
    }

    async fn delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError> {
        self.read_delta_token(of).await
    }

    async fn users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError> {
        self.read_users_delta(since, at).await
    }

    async fn workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError> {
        self.read_workspaces_delta(since, at).await
    }

    async fn user(&self, id: &UserId) -> Result<Option<User>, RemoteError> {
        self.read_user(id).await
    }

    async fn organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError> {
        self.read_organization(known).await
    }

    async fn invoices(&self) -> Result<Vec<Invoice>, RemoteError> {
        self.read_invoices().await
    }

    async fn look_up(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        self.read_place(change).await
    }

    async fn send(&self, mutation: &Mutation, expected: Option<&Version>) -> SendOutcome {
        self.send_change(mutation, expected).await
    }

    async fn set_renewal(&self, known: &Organization, renewal: Renewal) -> SendOutcome {
        self.write_renewal(known, renewal).await
    }

    async fn delete_organization(&self, known: &Organization) -> SendOutcome {
        self.delete_this_organization(known).await
    }

    async fn picture(&self, url: &str) -> Result<Vec<u8>, RemoteError> {
        self.fetch_picture(url).await
    }

    fn transferred(&self) -> u64 {
        self.transferred.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_tells_nothing_of_its_token() {
        let token = Token::parse("a-planted-token").unwrap();
        assert_eq!(mark(&token), mark(&token.clone()));
        assert_ne!(mark(&token), mark(&Token::parse("another").unwrap()));
        assert!(!mark(&token).0.contains("planted"));
    }
}
