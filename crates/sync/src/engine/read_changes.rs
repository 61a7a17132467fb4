//! Reading what has changed since the last time, by delta query; its cost is that of the changes.

use std::collections::BTreeSet;

use rollcall_cache::{Fact, StoreError, Update};
use rollcall_model::{User, Workspace, WorkspaceId};

use super::Engine;
use super::read_everything::{ReadReport, sentences};
use super::vanished::Brought;
use crate::error::SyncError;
use crate::memory::{self, text};
use crate::{DeltaPage, DeltaToken, Members, PageAt, RemoteError, Trust};

/// So often in a row a server may fail at telling what has changed. Then it is sent to, and read whole:
/// only this may be what it fails at.
const FAILURES: u32 = 3;

impl Engine {
    /// Whether asking what has changed makes sense now.
    pub(crate) fn changes_told(&self) -> Result<bool, StoreError> {
        Ok(self.session.changes_failed < FAILURES && self.changes_offered()?)
    }

    /// After everything was read, the server is asked once again what has changed since.
    pub(super) fn changes_may_be_told(&mut self) {
        self.session.changes_failed = self.session.changes_failed.min(FAILURES - 1);
    }

    /// Whether the server can be asked what has changed. Asked for everything before, it must have
    /// been: there is nothing to compare with otherwise.
    pub(crate) fn changes_offered(&self) -> Result<bool, StoreError> {
        if !self.cache.snapshot()?.complete {
            return Ok(false);
        }
        let facts = self.remote.facts();
        if facts.delta && memory::delta_tokens(&self.cache)?.is_some() {
            return Ok(true);
        }
        Ok(facts.filter
            && facts.filter_last_modified != Trust::Fails
            && self.cache.fact(memory::READ_STARTED)?.is_some())
    }

    /// Reads what has changed. Where the server can't tell any more, or in no way that can be
    /// understood, everything is read instead.
    pub(crate) async fn read_changes(&mut self) -> Result<ReadReport, SyncError> {
        let report = match memory::delta_tokens(&self.cache)?.filter(|_| self.remote.facts().delta)
        {
            Some((users, workspaces)) => self.read_delta(users, workspaces).await,
            None => self.read_modified().await,
        };
        match report {
            Ok(report) => {
                self.session.changes_failed = 0;
                self.read_ended(&report)?;
                Ok(report)
            }
            Err(SyncError::Remote(
                RemoteError::DeltaExpired
                | RemoteError::CursorExpired
                | RemoteError::NotOffered
                | RemoteError::Malformed { .. }
                | RemoteError::Refused { .. }
                | RemoteError::TooLarge { .. },
            )) => {
                self.forget_what_was_read()?;
                self.read_everything().await
            }
            Err(error) => {
                if matches!(
                    error,
                    SyncError::Remote(RemoteError::Server { .. } | RemoteError::Slow)
                ) {
                    self.session.changes_failed += 1;
                }
                Err(error)
            }
        }
    }

    /// The next read reads everything.
    pub(super) fn forget_what_was_read(&self) -> Result<(), StoreError> {
        self.cache.set_facts(&[
            (memory::USERS_DELTA, None),
            (memory::WORKSPACES_DELTA, None),
            (memory::READ_STARTED, None),
        ])
    }

    /// The two delta queries. Pages are applied as they come, and the token moves with the last: a
    /// walk that breaks is told the same again.
    async fn read_delta(
        &mut self,
        users: DeltaToken,
        workspaces: DeltaToken,
    ) -> Result<ReadReport, SyncError> {
        let reflected = self.ledger.last_sequence()?;
        self.read_workspaces_delta(&workspaces).await?;
        let mut report = ReadReport::default();
        let mut told = BTreeSet::new();
        let mut brought = Brought::left(&self.cache, memory::USERS_BROUGHT)?;
        let mut at = PageAt::Start;
        loop {
            let mut page = self.remote.users_delta(&users, &at).await?;
            let next = following(&mut page, &at)?;
            let changed = std::mem::take(&mut page.changed);
            told.extend(changed.iter().map(|user| user.id.clone()));
            told.extend(page.deleted.iter().cloned());
            if next.is_none() {
                let vanished = self.vanished_users(&told, &brought).await?;
                page.deleted.extend(vanished);
            } else {
                let mut new = Vec::new();
                for user in &changed {
                    if self.cache.user(&user.id)?.is_none() {
                        new.push(user.id.as_str().to_owned());
                    }
                }
                brought.add(new.into_iter());
            }
            let changed: Vec<User> = changed
                .into_iter()
                .map(|user| self.with_membership(user))
                .collect::<Result<_, _>>()?;
            report.received += changed.len() as u64;
            report.unreadable.extend(sentences(&page.unreadable));
            let token = last_token(&page, next.as_ref())?;
            let as_of = self.clock.now().to_string();
            let unreadable = text(&report.unreadable);
            let read_up_to = reflected.to_string();
            let mut facts: Vec<(Fact, Option<&str>)> = Vec::new();
            let turn = self.cache.overlay_turn();
            let mut overlay = None;
            if next.is_none() {
                overlay = Some(self.ledger.overlay(reflected)?);
                facts.push((memory::USERS_DELTA, Some(token)));
                facts.push(brought.ended());
                facts.push((memory::AS_OF, Some(&as_of)));
                facts.push((memory::READ_UP_TO, Some(&read_up_to)));
                if !report.unreadable.is_empty() {
                    facts.push((memory::UNREADABLE, Some(&unreadable)));
                }
            } else {
                facts.push(brought.so_far());
            }
            let applied = self.cache.apply(&Update {
                users: &changed,
                deleted_users: &page.deleted,
                overlay: overlay.as_deref(),
                reflected: next.is_none().then_some(reflected),
                facts: &facts,
                ..Update::default()
            })?;
            drop(turn);
            report.removed += applied.deleted as u64;
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        if !self.remote.facts().groups_on_users {
            let (listed, _) = self.walk_workspaces(Members::Included).await?;
            let memberships = self.membership_changes(&listed)?;
            self.cache.apply(&Update {
                memberships: &memberships,
                ..Update::default()
            })?;
        }
        self.count_expected()?;
        Ok(report)
    }

    async fn read_workspaces_delta(&self, since: &DeltaToken) -> Result<(), SyncError> {
        let mut told = BTreeSet::new();
        let mut brought = Brought::left(&self.cache, memory::WORKSPACES_BROUGHT)?;
        let mut at = PageAt::Start;
        loop {
            let mut page: DeltaPage<Workspace, WorkspaceId> =
                self.remote.workspaces_delta(since, &at).await?;
            let next = following(&mut page, &at)?;
            told.extend(page.changed.iter().map(|workspace| workspace.id.clone()));
            told.extend(page.deleted.iter().cloned());
            if next.is_none() {
                let vanished = self.vanished_workspaces(&told, &brought).await?;
                page.deleted.extend(vanished);
            } else {
                let mut new = Vec::new();
                for workspace in &page.changed {
                    if self.cache.workspace(&workspace.id)?.is_none() {
                        new.push(workspace.id.as_str().to_owned());
                    }
                }
                brought.add(new.into_iter());
            }
            let token = last_token(&page, next.as_ref())?;
            let facts = if next.is_none() {
                vec![(memory::WORKSPACES_DELTA, Some(token)), brought.ended()]
            } else {
                vec![brought.so_far()]
            };
            self.cache.apply(&Update {
                workspaces: &page.changed,
                deleted_workspaces: &page.deleted,
                facts: &facts,
                ..Update::default()
            })?;
            match next {
                Some(next) => at = next,
                None => return Ok(()),
            }
        }
    }

    /// After a delta the server has as many users as the snapshot, and those who can't be read.
    fn count_expected(&self) -> Result<(), StoreError> {
        let snapshot = self.cache.snapshot()?;
        let expected = snapshot.on_server().to_string();
        if self.cache.fact(memory::EXPECTED)?.as_deref() == Some(expected.as_str())
            || !memory::list_notes(&self.cache)?.unreadable.is_empty()
        {
            return Ok(());
        }
        self.cache.set_facts(&[(memory::EXPECTED, Some(&expected))])
    }
}

/// Where the next page is. A cursor that leads to where it is, or from an empty page, may be followed
/// for ever: reading everything ends.
fn following<T, Id>(
    page: &mut DeltaPage<T, Id>,
    at: &PageAt,
) -> Result<Option<PageAt>, RemoteError> {
    let empty = page.changed.is_empty() && page.deleted.is_empty() && page.unreadable.is_empty();
    match page.next.take() {
        Some(next) if next == *at || empty => Err(RemoteError::DeltaExpired),
        next => Ok(next),
    }
}

/// The token for the next time; without one, the next time everything is read.
fn last_token<'a, T, Id>(
    page: &'a DeltaPage<T, Id>,
    next: Option<&PageAt>,
) -> Result<&'a str, RemoteError> {
    match (&page.token, next) {
        (Some(token), _) => Ok(token.0.as_str()),
        (None, Some(_)) => Ok(""),
        (None, None) => Err(RemoteError::DeltaExpired),
    }
}
