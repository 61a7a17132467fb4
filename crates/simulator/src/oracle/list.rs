//! The list: nobody and nothing vanishes from it, what is shown is derived, and it becomes the server's.

use std::collections::{BTreeMap, BTreeSet};

use rollcall_cache::{Cache, Presence, RowView, ShownUser, Update, UserQuery};
use rollcall_model::{LastActive, Resource, Role, User, UserId, Workspace, WorkspaceId};

use crate::violation::Invariant;
use crate::world::{World, empty_cache};

impl World {
    /// Whoever was listed and is not any more is gone from the server, too.
    pub(super) fn look_for_the_vanished(&mut self) {
        let generation = self.cache.snapshot().expect("the cache can be read");
        let generation = Some(generation.generation);
        if std::mem::replace(&mut self.listed_at, generation) == generation {
            return;
        }
        let users = rows(&self.cache)
            .into_iter()
            .filter(|row| row.presence != Presence::Adding)
            .map(|row| Resource::User(row.id));
        let workspaces = known_workspaces(&self.cache)
            .into_iter()
            .map(|workspace| Resource::Workspace(workspace.id));
        let listed: BTreeSet<Resource> = users.chain(workspaces).collect();
        let workspaces = self.witness.seen().history.workspaces();
        let is_whole = workspaces.iter().all(|there| listed.contains(there));
        self.sees_some_alone = self.our_role == Role::Member || (self.sees_some_alone && !is_whole);
        for vanished in self.listed.difference(&listed) {
            let is_shown = matches!(vanished, Resource::User(_)) || !self.sees_some_alone;
            let lives = self.witness.seen().history.lives(vanished);
            if lives && is_shown {
                let what = format!("{vanished:?} is not listed any more, and is on the server");
                self.witness.violated(Invariant::NobodyVanishes, what);
            }
        }
        self.listed = listed;
    }

    /// What is shown is what comes of the server's users with the outbox laid over them anew.
    pub(super) fn look_at_what_is_shown(&self) {
        let listed = rows(&self.cache);
        let shown = all_shown(&self.cache, &listed);
        let users: Vec<User> = shown
            .values()
            .filter(|shown| shown.presence != Presence::Adding)
            .map(|shown| shown.user.clone())
            .collect();
        let workspaces = known_workspaces(&self.cache);
        let snapshot = self.cache.snapshot().expect("the cache can be read");
        let overlay = self.ledger.overlay(snapshot.reflected);
        let anew = empty_cache();
        anew.apply(&Update {
            workspaces: &workspaces,
            users: &users,
            overlay: Some(&overlay.expect("the ledger can be read")),
            ..Update::default()
        })
        .expect("the cache takes it");
        let rows_anew = rows(&anew);
        let derived = all_shown(&anew, &rows_anew);
        let differs = shown
            .iter()
            .find(|(id, one)| derived.get(*id) != Some(*one));
        if let Some((id, one)) = differs {
            let what = format!(
                "{id} is shown as {one:?}, and derived as {:?}",
                derived.get(id)
            );
            self.witness.violated(Invariant::ShownIsDerived, what);
        }
        let missing = derived.keys().find(|id| !shown.contains_key(*id));
        if let Some(id) = missing {
            let what = format!("{id} is not shown, and should be");
            self.witness.violated(Invariant::ShownIsDerived, what);
        }
        let count = u32::try_from(shown.len()).unwrap_or(u32::MAX);
        if snapshot.users != count || rows_anew != listed {
            let what = format!("{} users are counted, and {count} listed", snapshot.users);
            self.witness.violated(Invariant::ShownIsDerived, what);
        }
        let (shown, derived) = (self.cache.workspaces(), anew.workspaces());
        let shown = shown.expect("the cache can be read");
        let derived = derived.expect("the cache can be read");
        if shown != derived {
            let what = format!("workspaces are shown as {shown:?}, and derived as {derived:?}");
            self.witness.violated(Invariant::ShownIsDerived, what);
        }
    }

    /// After a read that nothing disturbed the list is the server's.
    pub(super) async fn compare_with_the_server(&self) {
        let on_server = self.overseer.everybody().await;
        let theirs: BTreeMap<UserId, User> = on_server
            .into_iter()
            .map(|user| (user.id.clone(), comparable(user)))
            .collect();
        let ours: BTreeMap<UserId, User> = all_shown(&self.cache, &rows(&self.cache))
            .into_iter()
            .filter(|(_, shown)| shown.presence != Presence::Adding)
            .map(|(id, shown)| (id, comparable(shown.user)))
            .collect();
        for id in theirs.keys().chain(ours.keys()) {
            let (here, there) = (ours.get(id), theirs.get(id));
            if here != there {
                let what = format!("{id} is {here:?} here, and {there:?} on the server");
                self.witness.violated(Invariant::Converges, what);
                return;
            }
        }
        self.compare_the_rest().await;
    }

    /// The same of the workspaces, and of the organization.
    async fn compare_the_rest(&self) {
        let theirs = comparable_workspaces(self.overseer.workspaces().await);
        let ours = comparable_workspaces(known_workspaces(&self.cache));
        if ours != theirs {
            let what = format!("workspaces are {ours:?} here, and {theirs:?} on the server");
            self.witness.violated(Invariant::Converges, what);
        }
        let theirs = Some(self.overseer.organization().await);
        let ours = self.cache.organization().expect("the cache can be read");
        if ours != theirs {
            let what = format!("the organization is {ours:?} here, and {theirs:?} on the server");
            self.witness.violated(Invariant::Converges, what);
        }
    }
}

/// What of workspaces is compared: not what moves with their users.
fn comparable_workspaces(workspaces: Vec<Workspace>) -> BTreeMap<WorkspaceId, Workspace> {
    let comparable = |workspace: Workspace| Workspace {
        version: None,
        member_count: None,
        contact_count: None,
        ..workspace
    };
    workspaces
        .into_iter()
        .map(|workspace| (workspace.id.clone(), comparable(workspace)))
        .collect()
}

/// The workspaces that the server has, as far as they are listed.
fn known_workspaces(cache: &Cache) -> Vec<Workspace> {
    let workspaces = cache.workspaces().expect("the cache can be read");
    workspaces
        .into_iter()
        .filter(|counted| counted.shown.presence != Presence::Adding)
        .map(|counted| counted.shown.workspace)
        .collect()
}

/// What of a user is compared: not what every request moves.
fn comparable(mut user: User) -> User {
    user.last_active = LastActive::NotReported;
    user.assigned_contacts = None;
    user.version = None;
    user.workspaces.sort();
    user
}

fn rows(cache: &Cache) -> Vec<RowView> {
    cache
        .page_after(&UserQuery::default(), None, 1000)
        .expect("the cache can be read")
        .rows
}

fn all_shown(cache: &Cache, rows: &[RowView]) -> BTreeMap<UserId, ShownUser> {
    let ids: Vec<UserId> = rows.iter().map(|row| row.id.clone()).collect();
    let shown = cache.users(&ids).expect("the cache can be read");
    let sorted = shown.into_iter().map(|mut shown| {
        shown.workspaces.sort();
        shown.user.workspaces.sort();
        (shown.user.id.clone(), shown)
    });
    sorted.collect()
}
