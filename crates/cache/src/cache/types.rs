//! What goes in at the cache's door, and what comes out.

use crate::ShownWorkspace;
use rollcall_model::{Mutation, Organization, User, UserId, Workspace, WorkspaceId};

/// A named text that the cache keeps for its callers: discovery memory, delta tokens, me, the time of
/// the snapshot. It lives and dies with the snapshot, and moves in the same transaction as the data
/// that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fact(pub(crate) &'static str);

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
    /// Users served, those to be added included.
    pub users: u32,
    /// Of these, users to be added: the server doesn't know of them.
    pub additions: u32,
    /// The last ledger sequence that the snapshot reflects; 0 for none.
    pub reflected: u64,
    /// Grows whenever the list changes, while this value lives; equal to [`crate::Window::generation`].
    pub generation: u64,
}

impl Snapshot {
    /// Users whom the server has.
    #[must_use]
    pub fn on_server(&self) -> u32 {
        self.users.saturating_sub(self.additions)
    }
}

/// A workspace, and how many users are shown with access to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceCount {
    /// The workspace.
    pub shown: ShownWorkspace,
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
/// memberships, deletions, the organization, overlay, facts.
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
    /// The organization itself; `None` keeps what is known.
    pub organization: Option<&'a Organization>,
    /// The mutations to lay over from now on (see [`crate::Cache::lay_over`]); `None` keeps those there are.
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
