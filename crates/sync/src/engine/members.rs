//! Workspaces, and membership where the users don't show it.

use std::collections::BTreeSet;

use rollcall_cache::{Access, MembershipChange, StoreError, UserQuery};
use rollcall_model::{UserId, Workspace};

use super::Engine;
use super::known::known_ids;
use crate::error::SyncError;
use crate::walk::{By, GoesOn, Verdict, Walk};
use crate::{Members, PageAt, RemoteError};

/// Workspaces with their members, where these were asked for.
pub(super) type Listed = Vec<(Workspace, Vec<UserId>)>;

impl Engine {
    /// Lists all workspaces, and whether that was whole. A walk that wasn't is begun anew once.
    pub(super) async fn walk_workspaces(
        &self,
        members: Members,
    ) -> Result<(Listed, Verdict), SyncError> {
        match self.walk_workspaces_once(members).await {
            Ok((listed, Verdict::Whole)) => Ok((listed, Verdict::Whole)),
            Ok(_) | Err(SyncError::Remote(RemoteError::CursorExpired)) => {
                self.walk_workspaces_once(members).await
            }
            Err(error) => Err(error),
        }
    }

    async fn walk_workspaces_once(&self, members: Members) -> Result<(Listed, Verdict), SyncError> {
        let mut walk = Walk::default();
        let mut by = By::Index;
        let mut listed: Listed = Vec::new();
        let mut known = BTreeSet::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.remote.workspaces(members, &at).await?;
            let named = page
                .unreadable
                .iter()
                .filter_map(|unreadable| unreadable.id.as_deref());
            let nameless = page
                .unreadable
                .iter()
                .filter(|unreadable| unreadable.id.is_none())
                .count();
            let ids = page
                .workspaces
                .iter()
                .map(|(workspace, _)| workspace.id.as_str())
                .chain(named);
            let goes_on = walk.take(ids, nameless as u64, page.total);
            listed.extend(
                page.workspaces
                    .into_iter()
                    .filter(|(workspace, _)| known.insert(workspace.id.clone())),
            );
            match page.next.filter(|_| goes_on == GoesOn::Yes) {
                Some(next) => {
                    if matches!(next, PageAt::Cursor(_)) {
                        by = By::Cursor;
                    }
                    at = next;
                }
                None => return Ok((listed, walk.verdict(by))),
            }
        }
    }

    /// How the snapshot's membership differs from what workspaces with their members say.
    pub(super) fn membership_changes(
        &self,
        listed: &Listed,
    ) -> Result<Vec<MembershipChange>, StoreError> {
        let mut changes = Vec::new();
        for (workspace, members) in listed {
            let members_of = UserQuery {
                workspaces: vec![workspace.id.clone()],
                ..UserQuery::default()
            };
            let mut known = known_ids(&self.cache, &members_of)?;
            for member in members {
                if !known.remove(member) {
                    changes.push(change(member, workspace, Access::Granted));
                }
            }
            changes.extend(
                known
                    .iter()
                    .map(|gone| change(gone, workspace, Access::None)),
            );
        }
        Ok(changes)
    }
}

fn change(user: &UserId, workspace: &Workspace, access: Access) -> MembershipChange {
    MembershipChange {
        user: user.clone(),
        workspace: workspace.id.clone(),
        access,
    }
}
