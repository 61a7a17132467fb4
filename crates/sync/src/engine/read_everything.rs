//! Reading the whole list: page by page beside the one that is served, which it replaces when it is
//! whole, and not otherwise.

use std::collections::BTreeSet;

use futures::future::join;
use rollcall_cache::{Cache, Fact, FullRead, StoreError, UserQuery};
use rollcall_model::{Timestamp, User, UserId, Workspace};
use tokio::time::Instant;

use super::Engine;
use super::known::known_ids;
use super::writing::Writing;
use crate::error::SyncError;
use crate::memory::{self, text};
use crate::walk::{By, GoesOn, Verdict, Walk};
use crate::{DeltaToken, Members, Of, PageAt, RemoteError, Topic, Unreadable, UsersPage, Which};

/// Users that are written at once.
const BATCH: usize = 5_000;
/// So often a walk that wasn't whole is begun anew, at once.
const ATTEMPTS: u32 = 3;
/// So many missing users are asked for one by one; of more, a second walk must miss the same.
pub(super) const ASK_EACH: usize = 100;

/// What a read brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadReport {
    /// Users received.
    pub received: u64,
    /// Users removed.
    pub removed: u64,
    /// Users who could not be read, each as a sentence.
    pub unreadable: Vec<String>,
    /// Whether everything was read, or only what had changed.
    pub everything: bool,
}

/// One walk through all users.
struct Reading {
    walk: Walk,
    batch: Vec<User>,
    unreadable: Vec<Unreadable>,
    by: By,
    started: Option<Timestamp>,
}

impl Engine {
    /// Reads everything, again if need be, and serves it.
    pub(crate) async fn read_everything(&mut self) -> Result<ReadReport, SyncError> {
        let mut missing_before = None;
        let mut short = SyncError::Incomplete {
            listed: 0,
            total: 0,
        };
        for _ in 0..ATTEMPTS {
            match self.read_once(&mut missing_before).await {
                Ok(Ok(report)) => {
                    self.changes_may_be_told();
                    self.read_ended(&report)?;
                    return Ok(report);
                }
                Ok(Err(Verdict::Short { listed, total })) => {
                    short = SyncError::Incomplete { listed, total };
                }
                Ok(Err(Verdict::Whole)) => {}
                Err(expired @ SyncError::Remote(RemoteError::CursorExpired)) => short = expired,
                Err(error) => return Err(error),
            }
        }
        Err(short)
    }

    /// One walk. `Err` within: it wasn't whole, or somebody is missing whom only a second one can
    /// confirm as gone.
    async fn read_once(
        &mut self,
        missing_before: &mut Option<BTreeSet<UserId>>,
    ) -> Result<Result<ReadReport, Verdict>, SyncError> {
        let tokens = self.delta_tokens_from_now_on().await?;
        let reflected = self.ledger.last_sequence()?;
        let cache = self.cache.clone();
        let was_complete = cache.snapshot()?.complete;
        let (workspaces, _) = self.walk_workspaces(Members::LeftOut).await?;
        let workspaces: Vec<Workspace> = workspaces
            .into_iter()
            .map(|(workspace, _)| workspace)
            .collect();

        let mut read = cache.begin_read()?;
        read.insert_workspaces(&workspaces)?;
        let reading = Reading {
            walk: Walk::default(),
            batch: Vec::new(),
            unreadable: Vec::new(),
            by: By::Index,
            started: None,
        };
        let (reading, mut read) = self.walk_users(reading, read).await?;
        let verdict = reading.walk.verdict(reading.by);
        if verdict != Verdict::Whole {
            return Ok(Err(verdict));
        }
        keep_unreadable(&cache, &reading, &mut read)?;
        if was_complete && reading.by == By::Index {
            let missing = missing(&cache, &reading.walk)?;
            if !self
                .confirm_missing(&mut read, missing, missing_before)
                .await?
            {
                let listed = reading.walk.listed();
                return Ok(Err(Verdict::Short {
                    listed,
                    total: listed,
                }));
            }
        }
        if !self.remote.facts().groups_on_users && !workspaces.is_empty() {
            let (workspaces, _) = self.walk_workspaces(Members::Included).await?;
            for (workspace, members) in &workspaces {
                read.grant(&workspace.id, members)?;
            }
        }
        let before = u64::from(cache.snapshot()?.on_server());
        let report = ReadReport {
            received: reading.walk.listed() - reading.unreadable.len() as u64,
            removed: if was_complete {
                before.saturating_sub(reading.walk.listed())
            } else {
                0
            },
            unreadable: sentences(&reading.unreadable),
            everything: true,
        };
        self.flip(read, &reading, tokens, reflected)?;
        self.catch_up()?;
        Ok(Ok(report))
    }

    /// Walks through the users: a page is written while the next one is on its way, and what falls
    /// due in the outbox meanwhile is sent between two pages.
    async fn walk_users(
        &mut self,
        mut reading: Reading,
        read: FullRead,
    ) -> Result<(Reading, FullRead), SyncError> {
        let remote = std::sync::Arc::clone(&self.remote);
        let mut page = remote.users(Which::All, &PageAt::Start).await?;
        reading.started = page.server_time;
        let mut writing = Writing::begin(read, Vec::new());
        let mut seen = false;
        loop {
            let goes_on = reading.take(&mut page);
            let next = page.next.take().filter(|_| goes_on == GoesOn::Yes);
            if matches!(next, Some(PageAt::Cursor(_))) {
                reading.by = By::Cursor;
            }
            self.progress(reading.walk.listed(), reading.walk.total());
            let write_now = !seen || next.is_none() || reading.batch.len() >= BATCH;
            let fetch = async {
                match &next {
                    Some(at) => remote.users(Which::All, at).await.map(Some),
                    None => Ok(None),
                }
            };
            let write = async {
                if !write_now {
                    return Ok::<_, StoreError>(writing);
                }
                let batch = std::mem::take(&mut reading.batch);
                let writing = Writing::begin(writing.end().await?, batch);
                if seen {
                    return Ok(writing);
                }
                // The first page is written at once, so that there is something to see before the second
                // has come.
                let first = writing.end().await?;
                self.tell(Topic::Users);
                Ok(Writing::begin(first, Vec::new()))
            };
            let (fetched, wrote) = join(fetch, write).await;
            writing = wrote?;
            if write_now && seen {
                self.tell(Topic::Users);
            }
            seen = true;
            self.between_pages().await?;
            match fetched? {
                Some(fetched) => page = fetched,
                None => return Ok((reading, writing.end().await?)),
            }
        }
    }

    /// A long read is no reason to keep somebody's change waiting.
    async fn between_pages(&mut self) -> Result<(), SyncError> {
        self.take_wakes();
        let due = self.session.outbox_changed || self.releases.any_due(Instant::now());
        if due && self.may_send() && self.session.retry_at.is_none() {
            // What stops the sending stops the reading: the host asks to wait, the session ended.
            if let Some(error) = self.push().await?.stopped {
                return Err(error.into());
            }
        }
        Ok(())
    }

    /// Whether those who weren't listed are gone for sure: each of a few says so itself, and of many
    /// an earlier walk missed the same. One who isn't gone is taken in.
    async fn confirm_missing(
        &self,
        read: &mut FullRead,
        missing: BTreeSet<UserId>,
        missing_before: &mut Option<BTreeSet<UserId>>,
    ) -> Result<bool, SyncError> {
        let doubtful: Vec<&UserId> = match missing_before {
            Some(before) => missing.difference(before).collect(),
            None => missing.iter().collect(),
        };
        if doubtful.len() > ASK_EACH {
            *missing_before = Some(missing);
            return Ok(false);
        }
        for id in doubtful {
            if let Some(hidden) = self.remote.user(id).await? {
                read.insert(&[hidden])?;
            }
        }
        Ok(true)
    }

    /// Serves what was read; what is known of it moves in the same transaction.
    fn flip(
        &self,
        read: FullRead,
        reading: &Reading,
        tokens: Option<(DeltaToken, DeltaToken)>,
        reflected: u64,
    ) -> Result<(), StoreError> {
        let (users, workspaces) = tokens.unzip();
        let as_of = self.clock.now().to_string();
        let server = self.remote.facts().to_text();
        let started = reading.started.map(|time| time.to_string());
        let expected = reading.walk.total().map(|total| total.to_string());
        let unreadable = text(&sentences(&reading.unreadable));
        let read_up_to = reflected.to_string();
        let facts: [(Fact, Option<&str>); 10] = [
            (
                memory::USERS_DELTA,
                users.as_ref().map(|token| token.0.as_str()),
            ),
            (
                memory::WORKSPACES_DELTA,
                workspaces.as_ref().map(|token| token.0.as_str()),
            ),
            (memory::USERS_BROUGHT, None),
            (memory::WORKSPACES_BROUGHT, None),
            (memory::AS_OF, Some(&as_of)),
            (memory::SERVER, Some(&server)),
            (memory::READ_STARTED, started.as_deref()),
            (memory::READ_UP_TO, Some(&read_up_to)),
            (memory::EXPECTED, expected.as_deref()),
            (memory::UNREADABLE, Some(&unreadable)),
        ];
        let _turn = self.cache.overlay_turn();
        read.flip(&facts, &self.ledger.overlay(reflected)?, reflected)
    }

    /// Tokens that say *from now on*, taken before the read whose changes they will tell.
    async fn delta_tokens_from_now_on(
        &self,
    ) -> Result<Option<(DeltaToken, DeltaToken)>, RemoteError> {
        if !self.remote.facts().delta {
            return Ok(None);
        }
        let users = match self.remote.delta_token(Of::Users).await {
            Err(RemoteError::NotOffered) => return Ok(None),
            users => users?,
        };
        match self.remote.delta_token(Of::Workspaces).await {
            Err(RemoteError::NotOffered) => Ok(None),
            workspaces => Ok(Some((users, workspaces?))),
        }
    }

    /// What every read ends with.
    pub(super) fn read_ended(&mut self, report: &ReadReport) -> Result<(), StoreError> {
        self.session.read_wanted = false;
        // After the list, which it must not hold up.
        self.session.organization_wanted = true;
        self.session.read_at = Some(Instant::now());
        // What the server failed to tell of itself it may tell by now.
        self.session.identified &= !self.remote.facts().discovered_in_part;
        self.refresh_actor()?;
        let unreadable = report.unreadable.clone();
        self.change_status(|status| {
            status.unreadable = unreadable;
            status.read_failed = None;
        });
        self.tell(Topic::Users);
        self.tell(Topic::Session);
        Ok(())
    }
}

impl Reading {
    fn take(&mut self, page: &mut UsersPage) -> GoesOn {
        let named = page
            .unreadable
            .iter()
            .filter_map(|unreadable| unreadable.id.as_deref());
        let nameless = page
            .unreadable
            .iter()
            .filter(|unreadable| unreadable.id.is_none())
            .count();
        let ids = page.users.iter().map(|user| user.id.as_str()).chain(named);
        let goes_on = self.walk.take(ids, nameless as u64, page.total);
        self.batch.append(&mut page.users);
        self.unreadable.append(&mut page.unreadable);
        goes_on
    }
}

/// One who can't be read was there before, and stays.
fn keep_unreadable(
    cache: &Cache,
    reading: &Reading,
    read: &mut FullRead,
) -> Result<(), StoreError> {
    let ids = reading
        .unreadable
        .iter()
        .filter_map(|unreadable| unreadable.id.as_deref());
    let mut kept = Vec::new();
    for id in ids {
        kept.extend(cache.user(&UserId::new(id))?.map(|shown| shown.user));
    }
    read.insert(&kept)?;
    Ok(())
}

/// Users in the snapshot whom a walk didn't see.
fn missing(cache: &Cache, walk: &Walk) -> Result<BTreeSet<UserId>, StoreError> {
    let mut missing = known_ids(cache, &UserQuery::default())?;
    missing.retain(|id| !walk.saw(id.as_str()));
    Ok(missing)
}

pub(super) fn sentences(unreadable: &[Unreadable]) -> Vec<String> {
    unreadable
        .iter()
        .map(|unreadable| unreadable.reason.clone())
        .collect()
}
