//! Who is in the list and gone from the server without a word of it.
//!
//! To a delta query, what was added and deleted since its token never was. We may know of it all the same: by
//! an addition of ours, or from a delta that broke after it had brought it.

use std::collections::BTreeSet;

use rollcall_cache::{Cache, Fact, StoreError};
use rollcall_model::{Change, Found, Mutation, UserChange, UserId, WorkspaceChange, WorkspaceId};

use super::Engine;
use crate::error::SyncError;
use crate::memory::{self, text};

/// What the pages of a delta have brought that the list didn't have. It is kept until a delta has come to its
/// end, since only that moves the token.
pub(super) struct Brought {
    fact: Fact,
    ids: BTreeSet<String>,
    kept: String,
}

impl Brought {
    /// What an earlier delta has left under this fact.
    pub(super) fn left(cache: &Cache, fact: Fact) -> Result<Self, StoreError> {
        let kept = cache.fact(fact)?.unwrap_or_default();
        let ids = serde_json::from_str(&kept).unwrap_or_default();
        Ok(Self { fact, ids, kept })
    }

    /// A page that isn't the last has brought these.
    pub(super) fn add(&mut self, ids: impl Iterator<Item = String>) {
        let before = self.ids.len();
        self.ids.extend(ids);
        if self.ids.len() > before {
            self.kept = text(&self.ids);
        }
    }

    /// What is kept with such a page.
    pub(super) fn so_far(&self) -> (Fact, Option<&str>) {
        (self.fact, (!self.ids.is_empty()).then_some(&self.kept))
    }

    /// What is kept with the last page: nothing.
    pub(super) fn ended(&self) -> (Fact, Option<&str>) {
        (self.fact, None)
    }
}

impl Engine {
    /// The users that vanished, of whom a delta has `told` nothing.
    pub(super) async fn vanished_users(
        &self,
        told: &BTreeSet<UserId>,
        brought: &Brought,
    ) -> Result<Vec<UserId>, SyncError> {
        let mut known: BTreeSet<UserId> = brought.ids.iter().map(UserId::new).collect();
        for mutation in self.applied_since_the_last_read()? {
            if let Change::User(UserChange::AddUser { user, .. }) = mutation.change {
                known.insert(user);
            }
        }
        let mut vanished = Vec::new();
        for user in known.difference(told) {
            if self.cache.user(user)?.is_some() && self.remote.user(user).await?.is_none() {
                vanished.push(user.clone());
            }
        }
        Ok(vanished)
    }

    /// The same of workspaces.
    pub(super) async fn vanished_workspaces(
        &self,
        told: &BTreeSet<WorkspaceId>,
        brought: &Brought,
    ) -> Result<Vec<WorkspaceId>, SyncError> {
        let mut known: BTreeSet<WorkspaceId> = brought.ids.iter().map(WorkspaceId::new).collect();
        for mutation in self.applied_since_the_last_read()? {
            if let Change::Workspace(WorkspaceChange::CreateWorkspace { workspace, .. }) =
                mutation.change
            {
                known.insert(workspace);
            }
        }
        let mut vanished = Vec::new();
        for workspace in known.difference(told) {
            let Some(shown) = self.cache.workspace(workspace)? else {
                continue;
            };
            // Looked up as whoever wants to delete it would, which changes nothing.
            let deletion = Change::Workspace(WorkspaceChange::DeleteWorkspace {
                workspace: workspace.clone(),
                name: shown.name,
            });
            if self.remote.look_up(&deletion).await?.found == Found::Gone {
                vanished.push(workspace.clone());
            }
        }
        Ok(vanished)
    }

    /// What the server has acknowledged since the last read; nothing before a first one.
    fn applied_since_the_last_read(&self) -> Result<Vec<Mutation>, StoreError> {
        let read_up_to = self.cache.fact(memory::READ_UP_TO)?;
        let Some(read_up_to) = read_up_to.and_then(|text| text.parse().ok()) else {
            return Ok(Vec::new());
        };
        let applied = self.ledger.applied_since(read_up_to)?;
        Ok(applied.into_iter().map(|(_, mutation)| mutation).collect())
    }
}
