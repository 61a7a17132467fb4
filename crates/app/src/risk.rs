//! Which changes ask a person once more: risky ones that were decided without the server, or on an old list.

use std::time::Duration;

use rollcall_cache::NewMutation;
use rollcall_language::say;
use rollcall_model::{Change, Goes, Mutation, Role, Timestamp, UserChange, WorkspaceChange};
use rollcall_sync::{Link, list_notes};

use crate::organization::Organization;
use crate::role::difference;
use crate::{App, Failure};

/// A list of this age says too little of today to take something away from people by, or to give them power.
pub(crate) const OLD: Duration = Duration::from_secs(24 * 60 * 60);

/// Whether a change takes something away that can't be given back just so, or gives power.
pub(crate) fn is_risky(change: &Change) -> bool {
    match change {
        Change::User(change) => is_risky_to_users(change),
        Change::Workspace(change) => matches!(change, WorkspaceChange::DeleteWorkspace { .. }),
        Change::Organization(_) => false,
    }
}

fn is_risky_to_users(change: &UserChange) -> bool {
    match change {
        UserChange::DeleteUser { .. }
        | UserChange::RevokeInvitation { .. }
        | UserChange::Suspend { .. }
        | UserChange::Reactivate { .. } => true,
        UserChange::AddUser { role, .. } => *role != Role::Member,
        // What a foreign role can do isn't known.
        UserChange::SetRole { was, to, .. } => was
            .known()
            .is_none_or(|was| !difference(was, *to).gains.is_empty()),
        UserChange::GrantWorkspace { .. }
        | UserChange::RevokeWorkspace { .. }
        | UserChange::SetDisplayName { .. }
        | UserChange::SetPicture { .. }
        | UserChange::ResendInvitation { .. } => false,
    }
}

/// Why a change asks once more, as a sentence.
pub(crate) fn why(mutation: &Mutation) -> String {
    if is_old(mutation.seen_at, mutation.made_at) {
        say!("risk-old-list")
    } else {
        say!("risk-offline")
    }
}

fn is_old(list: Option<Timestamp>, now: Timestamp) -> bool {
    list.is_none_or(|list| now.duration_since(list) >= OLD.try_into().unwrap_or_default())
}

impl App {
    /// Marks those of these that ask once more. Where no engine runs nobody has asked the server yet:
    /// there every risky one is marked, until the server has answered.
    pub(crate) fn ask_once_more(
        &self,
        open: &Organization,
        mutations: &mut [NewMutation],
    ) -> Result<(), Failure> {
        let link = open.engine.as_ref().map(|engine| engine.status().link);
        let in_touch = matches!(
            link,
            Some(Link::Online | Link::Syncing { .. } | Link::Waiting { .. })
        );
        if self.keeps_nothing(open) || (in_touch && !self.decides_on_an_old_list(open)?) {
            return Ok(());
        }
        for mutation in mutations {
            if is_risky(&mutation.change) {
                mutation.goes = Goes::OnceConfirmed;
            }
        }
        Ok(())
    }

    pub(crate) fn decides_on_an_old_list(&self, open: &Organization) -> Result<bool, Failure> {
        Ok(is_old(list_notes(&open.cache)?.as_of, self.now()))
    }
}
