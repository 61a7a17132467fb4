//! What the engine needs of a server, without a word about HTTP.

use std::sync::Arc;

use async_trait::async_trait;
use rollcall_model::{
    Change, Found, Invitation, Invoice, Mutation, Organization, Timestamp, Token, User, UserId,
    Version, Workspace, WorkspaceId,
};

use crate::{BaseUrl, RemoteError, ServerFacts};

/// One server, spoken to with one credential.
///
/// Every call is one question, or a few where a server needs asking around; none retries by itself
/// and none waits longer than its time limits. Calls may run at the same time.
#[async_trait]
pub trait Remote: Send + Sync {
    /// Asks the server what it offers, unless that is remembered from an earlier time.
    ///
    /// # Errors
    /// [`RemoteError::NotScim`] where the base URL isn't a SCIM service; else as every call.
    async fn discover(&self) -> Result<ServerFacts, RemoteError>;

    /// What is known of the server by now: discovery, and what later answers taught.
    fn facts(&self) -> ServerFacts;

    /// Who this credential belongs to.
    ///
    /// # Errors
    /// As every call; a server without `/Me` is [`Me::Unknown`], not an error.
    async fn me(&self) -> Result<Me, RemoteError>;

    /// A one-way mark of the credential: equal for the same token, telling nothing about it.
    fn credential(&self) -> CredentialMark;

    /// One page of all users, or of those modified since a time.
    ///
    /// # Errors
    /// As every call; [`RemoteError::NotOffered`] where `which` needs a filter that isn't trusted.
    async fn users(&self, which: Which, at: &PageAt) -> Result<UsersPage, RemoteError>;

    /// One page of users' ids alone.
    ///
    /// # Errors
    /// As every call.
    async fn user_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError>;

    /// How many users there are; `None` where the server doesn't tell.
    ///
    /// # Errors
    /// As every call.
    async fn count_users(&self) -> Result<Option<u64>, RemoteError>;

    /// One page of all workspaces.
    ///
    /// # Errors
    /// As every call.
    async fn workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError>;

    /// A token for *from now on*, to be taken before a full read.
    ///
    /// # Errors
    /// As every call; [`RemoteError::NotOffered`] without delta query.
    async fn delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError>;

    /// One page of what changed with the users since the token was given.
    ///
    /// # Errors
    /// [`RemoteError::DeltaExpired`] for a token that the server doesn't take; else as every call.
    async fn users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError>;

    /// One page of what changed with the workspaces since the token was given.
    ///
    /// # Errors
    /// As [`Remote::users_delta`].
    async fn workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError>;

    /// One user as they are now; `None` when a direct question says that there is none.
    ///
    /// # Errors
    /// As every call.
    async fn user(&self, id: &UserId) -> Result<Option<User>, RemoteError>;

    /// The organization as it is now, as far as the role may see it; `None` when it is still as it is
    /// known, by its version.
    ///
    /// # Errors
    /// [`RemoteError::NotOffered`] where the server has no such resource; else as every call.
    async fn organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError>;

    /// Every invoice, the newest first.
    ///
    /// # Errors
    /// [`RemoteError::NotOffered`] where the server has no such resource; else as every call.
    async fn invoices(&self) -> Result<Vec<Invoice>, RemoteError>;

    /// What stands now at the place that a change is about.
    ///
    /// # Errors
    /// As every call.
    async fn look_up(&self, change: &Change) -> Result<LookedUp, RemoteError>;

    /// Sends one change. `expected` is the version that it is based on, where one is known.
    async fn send(&self, mutation: &Mutation, expected: Option<&Version>) -> SendOutcome;

    /// Ends the subscription with its period, or wants it to go on. Never sent again by itself: where no
    /// answer came, the organization is read.
    async fn set_renewal(&self, known: &Organization, renewal: Renewal) -> SendOutcome;

    /// Deletes the organization with everything in it. Never sent again by itself.
    async fn delete_organization(&self, known: &Organization) -> SendOutcome;

    /// Fetches a picture, without the credential, and encodes it anew: a PNG of at most 96 × 96.
    ///
    /// # Errors
    /// [`RemoteError::Refused`] for an address that isn't allowed; else as every call.
    async fn picture(&self, url: &str) -> Result<Vec<u8>, RemoteError>;

    /// Bytes of bodies sent and received so far, after decompression.
    fn transferred(&self) -> u64;
}

/// Makes a [`Remote`] for an organization.
pub trait Connector: Send + Sync {
    /// Prepares to speak with a server; nothing is sent yet. `known` is what was remembered of it.
    ///
    /// # Errors
    /// When this machine can't make secure connections at all.
    fn connect(
        &self,
        url: &BaseUrl,
        token: &Token,
        known: ServerFacts,
    ) -> Result<Arc<dyn Remote>, RemoteError>;
}

/// Who a credential belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Me {
    /// This user.
    Known(Box<User>),
    /// The server doesn't tell: decisions are left to it.
    Unknown,
}

/// See [`Remote::credential`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialMark(pub String);

/// Which users a walk is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every user.
    All,
    /// Those modified at this time of the server's clock, or later.
    ModifiedSince(Timestamp),
}

/// Whether workspaces come with their members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Members {
    /// With.
    Included,
    /// Without: membership comes from the users.
    LeftOut,
}

/// Whose changes a delta tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The users'.
    Users,
    /// The workspaces'.
    Workspaces,
}

/// A place within a walk. Only who gave it can read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageAt {
    /// The beginning.
    Start,
    /// The resource of this number, from 1.
    Index(u64),
    /// Where this cursor points; opaque.
    Cursor(String),
}

/// See [`Remote::delta_token`]; opaque.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeltaToken(pub String);

/// A page of users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsersPage {
    /// Those that could be read.
    pub users: Vec<User>,
    /// Those that couldn't.
    pub unreadable: Vec<Unreadable>,
    /// How many there are in all, as this page says.
    pub total: Option<u64>,
    /// Where the next page is; `None` after the last.
    pub next: Option<PageAt>,
    /// The server's time when it answered.
    pub server_time: Option<Timestamp>,
}

/// A resource that could not be read; the others on its page were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its id, where that much could be read.
    pub id: Option<String>,
    /// What is wrong with it, for people.
    pub reason: String,
}

/// A page of ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdsPage {
    /// The ids.
    pub ids: Vec<UserId>,
    /// How many there are in all, as this page says.
    pub total: Option<u64>,
    /// Where the next page is; `None` after the last.
    pub next: Option<PageAt>,
}

/// A page of workspaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspacesPage {
    /// Those that could be read, each with its members where they were asked for.
    pub workspaces: Vec<(Workspace, Vec<UserId>)>,
    /// Those that couldn't.
    pub unreadable: Vec<Unreadable>,
    /// How many there are in all, as this page says.
    pub total: Option<u64>,
    /// Where the next page is; `None` after the last.
    pub next: Option<PageAt>,
}

/// A page of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeltaPage<T, Id> {
    /// Created or updated, as they are now.
    pub changed: Vec<T>,
    /// Deleted.
    pub deleted: Vec<Id>,
    /// Changed, and not readable.
    pub unreadable: Vec<Unreadable>,
    /// Where the next page is; `None` after the last.
    pub next: Option<PageAt>,
    /// The token for the next time, on the last page.
    pub token: Option<DeltaToken>,
}

/// What a look-up found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUp {
    /// What stands at the place that the change is about.
    pub found: Found,
    /// The resource as read along the way.
    pub answered: Option<Answered>,
}

/// A resource as a server answered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// A user.
    User(Box<User>),
    /// The invitation of the user whom the change is about.
    Invitation(Invitation),
    /// A workspace.
    Workspace(Box<Workspace>),
    /// The organization.
    Organization(Box<Organization>),
}

/// What is to come after the running period of the subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// Nothing: it is cancelled.
    Ends,
    /// The next period; what was cancelled, or was a trial, is paid for from now on.
    GoesOn,
}

/// What became of a change that was sent.
#[derive(Debug)]
pub enum SendOutcome {
    /// The server has it.
    Applied {
        /// The resource as it is now, where the server tells.
        answered: Option<Answered>,
    },
    /// Nothing reached the server.
    NotSent(RemoteError),
    /// It may or may not have arrived: look it up before anything else.
    Unknown(RemoteError),
    /// 401.
    Unauthorized,
    /// Refused for good, in the server's words.
    Rejected {
        /// The reason, for people.
        reason: String,
    },
    /// The resource no longer exists.
    Gone,
    /// Something else stands there than expected (409, 412, or by reading before writing).
    Changed,
    /// The whole host wants to be left alone for so long (1 s to 1 h).
    Wait(std::time::Duration),
}
