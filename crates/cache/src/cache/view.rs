//! Reading users and workspaces for people: windows, rows, details.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rollcall_language::say;
use rollcall_model::{OrgRole, UserId, WorkspaceId, same_user_name};
use rusqlite::{Connection, OptionalExtension, Row};

use super::schema::Slot;
use super::user::{self, activity_of, intent_of, presence_of, state_of, time};
use super::workspace::{self, Numbers, read_list};
use super::{Cache, Shared, WorkspaceCount, state};
use crate::spoken::Words;
use crate::store::lock;
use crate::{RowView, ShownUser, ShownWorkspace, Sort, StoreError, UserQuery, Window, fold};

/// How many workspaces a window's row names.
const NAMED_IN_A_WINDOW: usize = 3;

/// How often a window is asked for again when the list changes under it.
const TRIES: usize = 3;

/// The workspaces' names by number, each with its place in their order.
#[derive(Debug)]
pub(crate) struct Names {
    slot: Slot,
    by_number: HashMap<u32, (usize, String)>,
}

/// What [`read_row`] reads, in its order.
pub(crate) const ROW: &str =
    "users_{s}.id, coalesce(shown_name, display_name), user_name, role, shown_role, shown_workspaces,
    state, invitation_expires, last_active, intent, photo IS NOT NULL, created, presence";

/// How many columns that is: what else a statement reads comes after them.
pub(crate) const ROW_WIDTH: usize = 13;

impl Cache {
    /// A window of the list, by offset. The cost doesn't depend on the offset. The first search after a
    /// start waits until the index is made.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn window(&self, query: &UserQuery, offset: u32, limit: u32) -> Result<Window, StoreError> {
        self.0.follow()?;
        let mut tries = 0;
        loop {
            tries += 1;
            let generation = self.0.generation.load(Ordering::Acquire);
            let (total, rows) = self.try_window(query, offset, limit)?;
            let unchanged = self.0.generation.load(Ordering::Acquire) == generation;
            if unchanged || tries == TRIES {
                return Ok(Window {
                    generation,
                    total,
                    offset,
                    rows,
                });
            }
        }
    }

    fn try_window(
        &self,
        query: &UserQuery,
        offset: u32,
        limit: u32,
    ) -> Result<(u32, Vec<RowView>), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-read-window");
        let shared = &self.0;
        let by_name = query.sort == Sort::Name && query.is_everybody();
        let numbers = self.0.numbers_for(query)?;
        let ask = |index: &mut crate::window::Index| {
            let (total, found) = index.window(query, &numbers, offset as usize, limit as usize);
            (index.slot, u32::try_from(total).unwrap_or(u32::MAX), found)
        };
        let answered = if by_name {
            shared.with_ready_index(ask)
        } else {
            Some(shared.with_index(ask)?)
        };
        if answered.is_none() {
            self.build_index_soon();
        }
        shared.store.read(ATTEMPTED, |connection| match answered {
            Some((slot, total, found)) => {
                let names = shared.names(connection, slot)?;
                Ok((total, read_rows(connection, slot, &found, &names)?))
            }
            None => Ok(self.first_window(connection, query, offset, limit)?),
        })
    }

    /// A window of everybody by name from the tables, while the index is being made.
    fn first_window(
        &self,
        connection: &Connection,
        query: &UserQuery,
        offset: u32,
        limit: u32,
    ) -> rusqlite::Result<(u32, Vec<RowView>)> {
        let now = state::read(connection)?;
        let names = self.0.names(connection, now.served)?;
        let order = match query.direction {
            crate::Direction::Ascending => "name_key, id",
            crate::Direction::Descending => "name_key DESC, id DESC",
        };
        let sql = format!("SELECT {ROW} FROM users_{{s}} ORDER BY {order} LIMIT ?1 OFFSET ?2");
        let rows = connection
            .prepare_cached(&now.served.sql(&sql))?
            .query_map([limit, offset], |row| {
                read_row(row, &names, NAMED_IN_A_WINDOW)
            })?
            .collect::<Result<_, _>>()?;
        Ok((now.users, rows))
    }

    /// How many users answer a query.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn count(&self, query: &UserQuery) -> Result<u32, StoreError> {
        self.0.follow()?;
        let numbers = self.0.numbers_for(query)?;
        let count = self.0.with_index(|index| index.count(query, &numbers))?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A user in full.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn user(&self, id: &UserId) -> Result<Option<ShownUser>, StoreError> {
        self.reading(
            || say!("faults-try-read-user"),
            |connection, slot, numbers| {
                let Some(place) = user::place(connection, slot, id)? else {
                    return Ok(None);
                };
                user::by_number(connection, slot, place.number, numbers)
            },
        )
    }

    /// These users in full, in this order; who isn't in the list is left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn users(&self, ids: &[UserId]) -> Result<Vec<ShownUser>, StoreError> {
        let ids: Vec<&str> = ids.iter().map(UserId::as_str).collect();
        let list = serde_json::to_string(&ids).unwrap_or_default();
        self.reading(
            || say!("faults-try-read-users"),
            |connection, slot, numbers| {
                let sql = format!(
                    "SELECT {} FROM (SELECT key AS place, value AS wanted FROM json_each(?1))
                 CROSS JOIN users_{{s}} ON id = wanted ORDER BY place",
                    user::COLUMNS
                );
                connection
                    .prepare_cached(&slot.sql(&sql))?
                    .query_map([list], |row| user::read(row, numbers).map(|(_, user)| user))?
                    .collect()
            },
        )
    }

    /// A user as a row of the list, with the names of all workspaces.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn row(&self, id: &UserId) -> Result<Option<RowView>, StoreError> {
        self.reading(
            || say!("faults-try-read-user"),
            |connection, slot, _| {
                let names = self.0.names(connection, slot)?;
                connection
                    .prepare_cached(
                        &slot.sql(&format!("SELECT {ROW} FROM users_{{s}} WHERE id = ?1")),
                    )?
                    .query_row([id.as_str()], |row| read_row(row, &names, usize::MAX))
                    .optional()
            },
        )
    }

    /// Users with this user name, compared without case; more than one only where a server allows it.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn users_named(&self, user_name: &str) -> Result<Vec<ShownUser>, StoreError> {
        self.0.prepare_order(Sort::Email)?;
        self.reading(
            || say!("faults-try-find-user"),
            |connection, slot, numbers| {
                // Equal without case folds to the same, but not the other way round.
                let sql = format!(
                    "SELECT {} FROM users_{{s}} WHERE email_key = ?1",
                    user::COLUMNS
                );
                let mut found: Vec<ShownUser> = connection
                    .prepare_cached(&slot.sql(&sql))?
                    .query_map([user::key(user_name)], |row| {
                        user::read(row, numbers).map(|(_, user)| user)
                    })?
                    .collect::<Result<_, _>>()?;
                found.retain(|found| same_user_name(&found.user.user_name, user_name));
                Ok(found)
            },
        )
    }

    /// Users shown as active Admins and not to be deleted, by name: those who can help, and those who
    /// count for the last one.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn active_admins(&self) -> Result<Vec<RowView>, StoreError> {
        self.reading(|| say!("faults-try-read-admins"), |connection, slot, _| {
            let names = self.0.names(connection, slot)?;
            let sql = format!(
                "SELECT {ROW} FROM users_{{s}} WHERE role_rank = 0 AND +state = 0 AND +presence = 0 ORDER BY name_key, id"
            );
            connection
                .prepare_cached(&slot.sql(&sql))?
                .query_map([], |row| read_row(row, &names, NAMED_IN_A_WINDOW))?
                .collect()
        })
    }

    /// Every workspace by name, with its users shown.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn workspaces(&self) -> Result<Vec<WorkspaceCount>, StoreError> {
        self.0.follow()?;
        let counts = self.0.with_index(|index| index.workspace_counts())?;
        let mut all = self.reading(
            || say!("faults-try-read-workspaces"),
            |connection, slot, _| workspace::all(connection, slot),
        )?;
        all.sort_by_cached_key(|(_, shown)| (fold(&shown.name), shown.workspace.id.clone()));
        Ok(all
            .into_iter()
            .map(|(number, shown)| WorkspaceCount {
                shown,
                users: counts.get(&number).copied().unwrap_or(0),
            })
            .collect())
    }

    /// One workspace.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn workspace(&self, id: &WorkspaceId) -> Result<Option<ShownWorkspace>, StoreError> {
        self.reading(
            || say!("faults-try-read-workspace"),
            |connection, slot, _| workspace::one(connection, slot, id),
        )
    }

    /// Reads from the set being served.
    fn reading<T>(
        &self,
        attempted: Words,
        read: impl FnOnce(&Connection, Slot, &Numbers) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.0.follow()?;
        self.0.store.read(attempted, |connection| {
            let now = state::read(connection)?;
            let numbers = self.0.numbers(connection)?;
            Ok(read(connection, now.served, &numbers)?)
        })
    }
}

impl Shared {
    /// The workspaces' numbers, where a query needs them.
    fn numbers_for(&self, query: &UserQuery) -> Result<Numbers, StoreError> {
        if query.workspaces.is_empty() {
            return Ok(Numbers::default());
        }
        self.store.read(
            || say!("faults-try-count-workspaces"),
            |connection| Ok(self.numbers(connection)?),
        )
    }

    /// The workspaces' numbers.
    pub(crate) fn numbers(&self, connection: &Connection) -> rusqlite::Result<Numbers> {
        Numbers::load(connection, &self.numbers)
    }

    /// The names of the workspaces of a set.
    pub(crate) fn names(
        &self,
        connection: &Connection,
        slot: Slot,
    ) -> rusqlite::Result<Arc<Names>> {
        if let Some(names) = lock(&self.names)
            .as_ref()
            .filter(|names| names.slot == slot)
        {
            return Ok(Arc::clone(names));
        }
        let mut all = workspace::all(connection, slot)?;
        all.sort_by_cached_key(|(_, shown)| (fold(&shown.name), shown.workspace.id.clone()));
        let by_number = all
            .into_iter()
            .enumerate()
            .map(|(place, (number, shown))| (number, (place, shown.name)))
            .collect();
        let names = Arc::new(Names { slot, by_number });
        *lock(&self.names) = Some(Arc::clone(&names));
        Ok(names)
    }
}

/// Reads rows by their numbers, in the order of these; one that is gone is left out.
fn read_rows(
    connection: &Connection,
    slot: Slot,
    numbers: &[i64],
    names: &Names,
) -> rusqlite::Result<Vec<RowView>> {
    let list = serde_json::to_string(numbers).unwrap_or_default();
    let sql = format!(
        "SELECT {ROW} FROM json_each(?1) AS wanted CROSS JOIN users_{{s}}
         ON users_{{s}}.number = wanted.value ORDER BY wanted.key"
    );
    connection
        .prepare_cached(&slot.sql(&sql))?
        .query_map([list], |row| read_row(row, names, NAMED_IN_A_WINDOW))?
        .collect()
}

/// Reads a row of [`ROW`], with the names of so many workspaces.
pub(crate) fn read_row(row: &Row<'_>, names: &Names, named: usize) -> rusqlite::Result<RowView> {
    let display_name = row.get_ref(1)?.as_str()?;
    let email: String = row.get(2)?;
    let name = if display_name.trim().is_empty() {
        email.clone()
    } else {
        display_name.to_owned()
    };
    let (role, shown) = (row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str()?);
    let mut granted: Vec<(usize, &str)> = Vec::new();
    let mut workspace_count = 0;
    for number in read_list(row.get_ref(5)?.as_str()?) {
        workspace_count += 1;
        if let Some((place, name)) = names.by_number.get(&number) {
            granted.push((*place, name));
        }
    }
    granted.sort_unstable();
    Ok(RowView {
        id: UserId::new(row.get::<_, String>(0)?),
        name,
        email,
        role: OrgRole::from_wire(shown),
        role_was: (role != shown).then(|| OrgRole::from_wire(role)),
        workspaces: granted
            .into_iter()
            .take(named)
            .map(|(_, name)| name.to_owned())
            .collect(),
        workspace_count,
        state: state_of(row.get(6)?),
        expires_at: time(row.get(7)?),
        last_active: activity_of(row.get(8)?),
        intent: row.get_ref(9)?.as_str_or_null()?.and_then(intent_of),
        has_picture: row.get(10)?,
        created: time(row.get(11)?),
        presence: presence_of(row.get(12)?),
    })
}
