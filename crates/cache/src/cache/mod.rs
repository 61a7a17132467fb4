//! The cache: the snapshot with the outbox laid over it. Disposable: losing it costs a read.

use std::marker::PhantomData;
use std::sync::Arc;

use rollcall_model::{Mutation, Timestamp, User, UserId, Workspace, WorkspaceId};

use crate::{Key, Location, Mode, OpenError, Opened, RowView, ShownUser, StoreError, UserQuery, Window};

/// The cache of one organization. Cloning is cheap and shares it. Reads go on while a write is under
/// way; every call blocks, for a fraction of a millisecond unless its documentation says otherwise.
#[derive(Clone)]
pub struct Cache(Arc<()>);

/// A named text that the cache keeps for its callers: discovery memory, delta tokens, me, the time of
/// the snapshot. It lives and dies with the snapshot, and moves in the same transaction as the data
/// that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fact(&'static str);

impl Fact {
    /// Names a fact.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }
}

/// What the cache holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snapshot {
    /// Whether a full read has ever ended: false before the first and during it.
    pub complete: bool,
    /// Users served.
    pub users: u32,
    /// Of these, users whose invitation is pending.
    pub pending: u32,
    /// The last ledger sequence that the snapshot reflects; 0 for none.
    pub reflected: u64,
    /// Grows whenever the list changes, while this value lives; equal to [`Window::generation`].
    pub generation: u64,
}

/// A workspace, and how many users are shown with access to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceCount {
    /// The workspace as the server last described it.
    pub workspace: Workspace,
    /// Users shown with access, waiting changes included.
    pub users: u32,
}

/// A user's access to one workspace, as the server now has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipChange {
    /// Whose.
    pub user: UserId,
    /// To what.
    pub workspace: WorkspaceId,
    /// The access there is now.
    pub access: Access,
}

/// Whether a user has access to a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Has.
    Granted,
    /// Hasn't.
    None,
}

/// What one transaction does to the snapshot being served. In this order: workspaces, users,
/// memberships, deletions, overlay, facts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Update<'a> {
    /// Workspaces created or changed.
    pub workspaces: &'a [Workspace],
    /// Workspaces deleted; every access to them goes too.
    pub deleted_workspaces: &'a [WorkspaceId],
    /// Users created or changed, whole.
    pub users: &'a [User],
    /// Access of users who are otherwise unchanged; a user who isn't there is passed over.
    pub memberships: &'a [MembershipChange],
    /// Users deleted.
    pub deleted_users: &'a [UserId],
    /// The mutations to lay over from now on (see [`Cache::lay_over`]); `None` keeps those there are.
    pub overlay: Option<&'a [Mutation]>,
    /// The ledger sequence that the snapshot reflects from now on.
    pub reflected: Option<u64>,
    /// Facts to set, or with `None` to remove.
    pub facts: &'a [(Fact, Option<&'a str>)],
}

/// What an [`Update`] did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Applied {
    /// Users who weren't there before.
    pub created: usize,
    /// Users written over.
    pub updated: usize,
    /// Users removed.
    pub deleted: usize,
}

/// A user's picture, as fetched and encoded again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it came from: `User::photo` at that time. When that differs now, the picture is old.
    pub source: String,
    /// The encoded bytes; empty where there was none to be had.
    pub bytes: Vec<u8>,
}

/// Where the next page begins: after this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageKey(());

/// A page of a streaming read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The rows, each with the names of all its workspaces.
    pub rows: Vec<RowView>,
    /// Where the next begins; `None` after the last.
    pub next: Option<PageKey>,
}

/// A full read under way: a new generation, written while the old one is served. Dropped without
/// [`FullRead::flip`], it leaves no trace, but for the very first, whose rows stay, marked incomplete,
/// until a later read is whole.
pub struct FullRead<'a>(PhantomData<&'a ()>);

impl Cache {
    /// Opens the cache, or makes it. A damaged file, or one under another key, is set aside and the
    /// cache starts empty. The search index is built in the background.
    ///
    /// # Errors
    /// When the folder can't be used, or a newer version wrote the file; a reader also gets
    /// [`OpenError::WrongKey`] and [`OpenError::Damaged`].
    pub fn open(location: &Location, key: &Key, mode: Mode) -> Result<Opened<Self>, OpenError> { let _ = (location, key, mode); todo!() }

    /// What the cache holds.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> { todo!() }

    /// A fact.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn fact(&self, fact: Fact) -> Result<Option<String>, StoreError> { let _ = fact; todo!() }

    /// Sets facts that move with no data.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn set_facts(&self, facts: &[(Fact, Option<&str>)]) -> Result<(), StoreError> { let _ = facts; todo!() }

    /// Applies what a delta, an answer or a lookup brought, in one transaction.
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn apply(&self, update: &Update<'_>) -> Result<Applied, StoreError> { let _ = update; todo!() }

    /// Lays these mutations over the snapshot, instead of those laid over before: open ones, and
    /// applied ones that the snapshot doesn't reflect yet, change what is shown; conflicts and
    /// rejections mark the row; cancelled ones do nothing. Touches only users named by the old ones
    /// or by the new. See [`crate::Ledger::overlay`].
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn lay_over(&self, mutations: &[Mutation]) -> Result<(), StoreError> { let _ = mutations; todo!() }

    /// Begins a full read.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn begin_read(&self) -> Result<FullRead<'_>, StoreError> { todo!() }

    /// A window of the list, by offset. The cost doesn't depend on the offset.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn window(&self, query: &UserQuery, offset: u32, limit: u32) -> Result<Window, StoreError> { let _ = (query, offset, limit); todo!() }

    /// How many users answer a query.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn count(&self, query: &UserQuery) -> Result<u32, StoreError> { let _ = query; todo!() }

    /// The page after a place, for reads that stream the whole list. The cost doesn't depend on the
    /// place. Rows that change between two pages may be missed or come twice only if the change moves
    /// them in the order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn page_after(&self, query: &UserQuery, after: Option<&PageKey>, limit: u32) -> Result<Page, StoreError> { let _ = (query, after, limit); todo!() }

    /// A user in full.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn user(&self, id: &UserId) -> Result<Option<ShownUser>, StoreError> { let _ = id; todo!() }

    /// A user as a row of the list, with the names of all workspaces.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn row(&self, id: &UserId) -> Result<Option<RowView>, StoreError> { let _ = id; todo!() }

    /// Users with this user name, compared without case; more than one only where a server allows it.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn users_named(&self, user_name: &str) -> Result<Vec<ShownUser>, StoreError> { let _ = user_name; todo!() }

    /// Users shown as active Admins, by name: those who can help, and those who count for the last one.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn active_admins(&self) -> Result<Vec<RowView>, StoreError> { todo!() }

    /// Every workspace by name, with its users shown.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn workspaces(&self) -> Result<Vec<WorkspaceCount>, StoreError> { todo!() }

    /// One workspace.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn workspace(&self, id: &WorkspaceId) -> Result<Option<Workspace>, StoreError> { let _ = id; todo!() }

    /// A user's picture.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn picture(&self, user: &UserId) -> Result<Option<Picture>, StoreError> { let _ = user; todo!() }

    /// Keeps a user's picture.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_picture(&self, user: &UserId, picture: &Picture, now: Timestamp) -> Result<(), StoreError> { let _ = (user, picture, now); todo!() }
}

impl FullRead<'_> {
    /// Writes users; 5,000 to 10,000 at once are quickest. One who comes again is written over.
    /// Answers how many were new.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn insert(&mut self, users: &[User]) -> Result<usize, StoreError> { let _ = users; todo!() }

    /// Writes workspaces. One that comes again is written over.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn insert_workspaces(&mut self, workspaces: &[Workspace]) -> Result<usize, StoreError> { let _ = workspaces; todo!() }

    /// Grants users access to a workspace, where the server tells membership by workspace only.
    /// Users who weren't read are passed over.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn grant(&mut self, workspace: &WorkspaceId, members: &[UserId]) -> Result<(), StoreError> { let _ = (workspace, members); todo!() }

    /// Distinct users written so far.
    #[must_use]
    pub fn len(&self) -> usize { todo!() }

    /// Whether no user was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool { self.len() == 0 }

    /// The read was whole: serves the new generation and removes the old one. Facts, overlay and
    /// `reflected` move in the same transaction.
    ///
    /// # Errors
    /// When the file can't be written; then the old generation is still served.
    pub fn flip(self, facts: &[(Fact, Option<&str>)], overlay: &[Mutation], reflected: u64) -> Result<(), StoreError> { let _ = (facts, overlay, reflected); todo!() }
}
