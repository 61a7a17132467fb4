//! Small changes to the snapshot being served: a delta, an answer, a lookup, a new overlay.

use std::collections::BTreeSet;
use std::sync::Arc;

use rollcall_language::say;
use rollcall_model::{User, UserId, Workspace, WorkspaceId};
use rusqlite::Connection;

use super::organization;
use super::overlay::Overlay;
use super::schema::Slot;
use super::state::{self, State};
use super::user::{self, Prepared};
use super::workspace::{self, Numbers};
use super::{Access, Applied, Cache, Shared, Update};
use crate::StoreError;
use crate::store::lock;

/// Changes to one set of tables, within a transaction.
pub(crate) struct Work<'a> {
    connection: &'a Connection,
    slot: Slot,
    /// The workspaces' numbers, those given by this work included.
    pub(crate) numbers: Numbers,
    overlay: Arc<Overlay>,
    /// Numbers of the rows written or removed.
    pub(crate) touched: BTreeSet<i64>,
    done: Applied,
    /// Rows of users to be added, written and removed.
    additions: (u32, u32),
    /// Whether a workspace was written or removed.
    workspaces_changed: bool,
}

impl Cache {
    /// Applies what a delta, an answer or a lookup brought, in one transaction.
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn apply(&self, update: &Update<'_>) -> Result<Applied, StoreError> {
        let shared = &self.0;
        let laid = update
            .overlay
            .map(|mutations| Arc::new(Overlay::of(mutations)));
        // The overlay that this one took the place of.
        let mut replaced = None;
        let applied = shared.store.write(
            || say!("faults-try-write-changes"),
            |connection| {
                // Asked inside, where nobody else writes: else rows could be written under an overlay
                // that another one has replaced meanwhile.
                let before = lock(&shared.overlay).clone();
                let overlay = laid.clone().or_else(|| before.clone()).unwrap_or_default();
                let mut now = state::read(connection)?;
                let mut work = Work::on(shared, connection, now.served, overlay)?;
                work.run(update, before.as_deref())?;
                work.count_into(&mut now);
                now.reflected = update.reflected.unwrap_or(now.reflected);
                state::write(connection, now)?;
                state::set_facts(connection, update.facts)?;
                if laid.is_some() {
                    // Still inside: whoever writes next must find it.
                    *lock(&shared.overlay) = laid;
                    replaced = Some(before);
                }
                Ok((work.done, work.slot, work.touched, work.workspaces_changed))
            },
        );
        if let (Err(_), Some(before)) = (&applied, replaced) {
            *lock(&shared.overlay) = before;
        }
        let (done, slot, touched, workspaces_changed) = applied?;
        if workspaces_changed {
            *lock(&shared.names) = None;
        }
        if workspaces_changed || !touched.is_empty() {
            shared.touch(slot, &touched);
            shared.changed();
        }
        Ok(done)
    }
}

impl<'a> Work<'a> {
    /// Begins work on a set of tables.
    pub(crate) fn on(
        shared: &Shared,
        connection: &'a Connection,
        slot: Slot,
        overlay: Arc<Overlay>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            connection,
            slot,
            numbers: shared.numbers(connection)?,
            overlay,
            touched: BTreeSet::new(),
            done: Applied::default(),
            additions: (0, 0),
            workspaces_changed: false,
        })
    }

    /// `before` is what was laid over the rows until now; `None` where that isn't known.
    fn run(&mut self, update: &Update<'_>, before: Option<&Overlay>) -> rusqlite::Result<()> {
        for workspace in update.workspaces {
            self.put_workspace(workspace)?;
        }
        for user in update.users {
            if self.put(user)? {
                self.done.created += 1;
            } else {
                self.done.updated += 1;
            }
        }
        for change in update.memberships {
            self.edit(&change.user, |user| {
                user.workspaces.retain(|id| *id != change.workspace);
                if change.access == Access::Granted {
                    user.workspaces.push(change.workspace.clone());
                }
            })?;
        }
        for id in update.deleted_users {
            if let Some(number) = user::delete(self.connection, self.slot, id)? {
                self.touched.insert(number);
                self.done.deleted += 1;
            }
        }
        for id in update.deleted_workspaces {
            self.delete_workspace(id)?;
        }
        if let Some(known) = update.organization {
            organization::put(self.connection, known)?;
        }
        if update.overlay.is_some() {
            let overlay = Arc::clone(&self.overlay);
            match before {
                None => self.lay_over()?,
                Some(before) => {
                    overlay
                        .workspaces_unlike(before)
                        .try_for_each(|id| self.lay_over_workspace(id))?;
                    overlay
                        .users_unlike(before)
                        .try_for_each(|id| self.lay_over_one(id))?;
                }
            }
        }
        Ok(())
    }

    /// Counts what was done into how many users are served.
    pub(crate) fn count_into(&self, state: &mut State) {
        let count = |users: usize| u32::try_from(users).unwrap_or(u32::MAX);
        let (added, removed) = self.additions;
        let came = count(self.done.created).saturating_add(added);
        let went = count(self.done.deleted).saturating_add(removed);
        state.users = state.users.saturating_add(came).saturating_sub(went);
        state.additions = state
            .additions
            .saturating_add(added)
            .saturating_sub(removed);
    }

    /// Writes a user, overlay included. Answers whether they are new.
    pub(crate) fn put(&mut self, user: &User) -> rusqlite::Result<bool> {
        let prepared = Prepared::new(self.connection, &mut self.numbers, &self.overlay, user)?;
        match user::place(self.connection, self.slot, &user.id)? {
            Some(place) => {
                prepared.update(self.connection, self.slot, &place)?;
                self.touched.insert(place.number);
                Ok(false)
            }
            None => {
                let mut inserting = user::inserting(self.connection, self.slot)?;
                prepared.insert(&mut inserting)?;
                self.touched.insert(self.connection.last_insert_rowid());
                Ok(true)
            }
        }
    }

    /// Reads a user as the server has them, changes them and writes them back.
    pub(crate) fn edit(
        &mut self,
        id: &UserId,
        change: impl FnOnce(&mut User),
    ) -> rusqlite::Result<()> {
        let Some(place) = user::place(self.connection, self.slot, id)? else {
            return Ok(());
        };
        if let Some(mut shown) =
            user::by_number(self.connection, self.slot, place.number, &self.numbers)?
        {
            change(&mut shown.user);
            self.put(&shown.user)?;
        }
        Ok(())
    }

    /// Writes a workspace, overlay included.
    fn put_workspace(&mut self, workspace: &Workspace) -> rusqlite::Result<()> {
        let number = self.numbers.give(self.connection, &workspace.id)?;
        workspace::put(self.connection, self.slot, number, workspace, &self.overlay)?;
        self.workspaces_changed = true;
        Ok(())
    }

    fn delete_workspace(&mut self, id: &WorkspaceId) -> rusqlite::Result<()> {
        let Some(number) = self.numbers.get(id) else {
            return Ok(());
        };
        workspace::delete(self.connection, self.slot, number)?;
        self.workspaces_changed = true;
        let members = self.ids(
            "SELECT id FROM users_{s} WHERE instr(workspaces, ?1) > 0 OR instr(shown_workspaces, ?1) > 0",
            [format!(" {number} ")],
        )?;
        for member in members {
            self.edit(&member, |user| {
                user.workspaces.retain(|granted| granted != id);
            })?;
        }
        Ok(())
    }

    /// Writes again everything that was laid over by whatever overlay, and that is now.
    pub(crate) fn lay_over(&mut self) -> rusqlite::Result<()> {
        let mut workspaces: BTreeSet<WorkspaceId> =
            workspace::laid_over(self.connection, self.slot)?
                .into_iter()
                .collect();
        workspaces.extend(self.overlay.workspaces().cloned());
        workspaces
            .iter()
            .try_for_each(|id| self.lay_over_workspace(id))?;
        let mut users: BTreeSet<UserId> = self
            .ids("SELECT id FROM users_{s} WHERE laid_over", [])?
            .into_iter()
            .collect();
        users.extend(self.overlay.users().cloned());
        users.iter().try_for_each(|id| self.lay_over_one(id))
    }

    /// Writes a user again under the overlay: one who is to be added as a row of their own, which goes
    /// when nobody asks for it any more.
    fn lay_over_one(&mut self, id: &UserId) -> rusqlite::Result<()> {
        if id.added_by().is_none() {
            return self.edit(id, |_| {});
        }
        let overlay = Arc::clone(&self.overlay);
        match overlay.addition(id) {
            Some(user) => {
                if self.put(user)? {
                    self.additions.0 += 1;
                }
            }
            None => {
                if let Some(number) = user::delete(self.connection, self.slot, id)? {
                    self.touched.insert(number);
                    self.additions.1 += 1;
                }
            }
        }
        Ok(())
    }

    /// Writes a workspace again under the overlay: one that is to be created as a row of its own.
    fn lay_over_workspace(&mut self, id: &WorkspaceId) -> rusqlite::Result<()> {
        let overlay = Arc::clone(&self.overlay);
        if let Some(created) = overlay.creation(id) {
            return self.put_workspace(created);
        }
        if id.added_by().is_some() {
            return self.delete_workspace(id);
        }
        match workspace::one(self.connection, self.slot, id)? {
            Some(known) => self.put_workspace(&known.workspace),
            None => Ok(()),
        }
    }

    fn ids(&self, template: &str, values: impl rusqlite::Params) -> rusqlite::Result<Vec<UserId>> {
        self.connection
            .prepare_cached(&self.slot.sql(template))?
            .query_map(values, |row| Ok(UserId::new(row.get::<_, String>(0)?)))?
            .collect()
    }
}
