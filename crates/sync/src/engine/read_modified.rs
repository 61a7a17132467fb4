//! Reading what has changed from a server without delta query: by time, by count, and where these
//! disagree by a sweep through all ids.

use std::collections::BTreeSet;
use std::time::Duration;

use rollcall_cache::{Presence, Update, UserQuery};
use rollcall_language::say;
use rollcall_model::{Timestamp, User, UserId, Workspace, WorkspaceId};

use super::Engine;
use super::known::known_ids;
use super::read_everything::{ASK_EACH, ReadReport, sentences};
use crate::error::SyncError;
use crate::memory::{self, text};
use crate::walk::{By, GoesOn, Verdict, Walk};
use crate::{Members, PageAt, RemoteError, Which};

/// Asked for that much earlier than the last read began, by the server's own clock: what was written
/// at that time may have become visible later.
const OVERLAP: Duration = Duration::from_secs(120);

impl Engine {
    /// Reads who was modified, compares the counts, and compares membership by itself: a change of a
    /// workspace's members moves nobody's time.
    pub(super) async fn read_modified(&mut self) -> Result<ReadReport, SyncError> {
        let since: Timestamp = self
            .cache
            .fact(memory::READ_STARTED)?
            .and_then(|text| text.parse().ok())
            .ok_or(RemoteError::NotOffered)?;
        let since = since.checked_sub(OVERLAP).unwrap_or(since);
        let reflected = self.ledger.last_sequence()?;
        let mut report = ReadReport::default();
        let (changed, started) = self.modified_users(since, &mut report).await?;
        report.received = changed.len() as u64;
        self.cache.apply(&Update {
            users: &changed,
            ..Update::default()
        })?;
        self.compare_workspaces().await?;
        let total = self.remote.count_users().await?;
        if total != Some(u64::from(self.cache.snapshot()?.on_server())) {
            self.sweep(&mut report).await?;
        }
        let _turn = self.cache.overlay_turn();
        let overlay = self.ledger.overlay(reflected)?;
        let as_of = self.clock.now().to_string();
        let started = started.map(|time| time.to_string());
        let expected = total.map(|total| total.to_string());
        let unreadable = text(&report.unreadable);
        let read_up_to = reflected.to_string();
        self.cache.apply(&Update {
            overlay: Some(&overlay),
            reflected: Some(reflected),
            facts: &[
                (memory::AS_OF, Some(&as_of)),
                (memory::READ_STARTED, started.as_deref()),
                (memory::READ_UP_TO, Some(&read_up_to)),
                (memory::EXPECTED, expected.as_deref()),
                (memory::UNREADABLE, Some(&unreadable)),
            ],
            ..Update::default()
        })?;
        Ok(report)
    }

    /// Those modified since, but for those who are known in that very version; and the server's time
    /// at the beginning.
    async fn modified_users(
        &self,
        since: Timestamp,
        report: &mut ReadReport,
    ) -> Result<(Vec<User>, Option<Timestamp>), SyncError> {
        let mut walk = Walk::default();
        let mut changed = Vec::new();
        let mut started = None;
        let mut at = PageAt::Start;
        loop {
            let page = self.remote.users(Which::ModifiedSince(since), &at).await?;
            if at == PageAt::Start {
                started = page.server_time;
            }
            let goes_on = walk.take(
                page.users.iter().map(|user| user.id.as_str()),
                0,
                page.total,
            );
            report.unreadable.extend(sentences(&page.unreadable));
            for user in page.users {
                let known = self.cache.user(&user.id)?.map(|shown| shown.user);
                let same = known
                    .is_some_and(|known| known.version.is_some() && known.version == user.version);
                if !same {
                    changed.push(self.with_membership(user)?);
                }
            }
            match page.next.filter(|_| goes_on == GoesOn::Yes) {
                Some(next) => at = next,
                None => return Ok((changed, started)),
            }
        }
    }

    /// Workspaces are few: all are read, with their members.
    async fn compare_workspaces(&self) -> Result<(), SyncError> {
        let (listed, verdict) = self.walk_workspaces(Members::Included).await?;
        let ids: BTreeSet<&WorkspaceId> =
            listed.iter().map(|(workspace, _)| &workspace.id).collect();
        let known = self.cache.workspaces()?;
        let mut missing: Vec<WorkspaceId> = known
            .into_iter()
            .filter(|known| known.shown.presence != Presence::Adding)
            .map(|known| known.shown.workspace.id)
            .filter(|id| !ids.contains(id))
            .collect();
        if verdict != Verdict::Whole {
            missing.clear();
        } else if !missing.is_empty() {
            // Gone only when a second walk misses them too.
            let (again, verdict) = self.walk_workspaces(Members::LeftOut).await?;
            missing.retain(|id| {
                verdict == Verdict::Whole && !again.iter().any(|(workspace, _)| workspace.id == *id)
            });
        }
        let memberships = self.membership_changes(&listed)?;
        let workspaces: Vec<Workspace> =
            listed.into_iter().map(|(workspace, _)| workspace).collect();
        self.cache.apply(&Update {
            workspaces: &workspaces,
            deleted_workspaces: &missing,
            memberships: &memberships,
            ..Update::default()
        })?;
        Ok(())
    }

    /// Compares all ids. Who is new is read; who is missing goes when a direct question says so, or
    /// when two walks agree; too many new ones, and everything is read.
    async fn sweep(&self, report: &mut ReadReport) -> Result<(), SyncError> {
        let listed = self.walk_ids().await?;
        let known = known_ids(&self.cache, &UserQuery::default())?;
        let new: Vec<&UserId> = listed.difference(&known).collect();
        if new.len() > ASK_EACH {
            return Err(RemoteError::NotOffered.into());
        }
        let mut added = Vec::new();
        for id in new {
            match self.remote.user(id).await {
                Err(RemoteError::Malformed { what }) => {
                    report.unreadable.push(say!(
                        "faults-user-unreadable",
                        id = id.as_str(),
                        what = what
                    ));
                }
                user => added.extend(user?),
            }
        }
        let mut gone: Vec<UserId> = known.difference(&listed).cloned().collect();
        if gone.len() <= ASK_EACH {
            let mut confirmed = Vec::new();
            for id in gone {
                if self.remote.user(&id).await?.is_none() {
                    confirmed.push(id);
                }
            }
            gone = confirmed;
        } else {
            let again = self.walk_ids().await?;
            gone.retain(|id| !again.contains(id));
        }
        let applied = self.cache.apply(&Update {
            users: &added,
            deleted_users: &gone,
            ..Update::default()
        })?;
        report.received += added.len() as u64;
        report.removed = applied.deleted as u64;
        Ok(())
    }

    /// All ids, from a walk that was whole.
    async fn walk_ids(&self) -> Result<BTreeSet<UserId>, SyncError> {
        let mut walk = Walk::default();
        let mut ids = BTreeSet::new();
        let mut by = By::Index;
        let mut at = PageAt::Start;
        loop {
            let page = self.remote.user_ids(&at).await?;
            let goes_on = walk.take(page.ids.iter().map(UserId::as_str), 0, page.total);
            ids.extend(page.ids);
            match page.next.filter(|_| goes_on == GoesOn::Yes) {
                Some(next) => {
                    if matches!(next, PageAt::Cursor(_)) {
                        by = By::Cursor;
                    }
                    at = next;
                }
                None => break,
            }
        }
        match walk.verdict(by) {
            Verdict::Whole => Ok(ids),
            Verdict::Short { listed, total } => Err(SyncError::Incomplete { listed, total }),
        }
    }
}
