//! A user as a row of the answer.

use rollcall_app::view::{RowState, UserRow};
use serde::Serialize;

use crate::output::{Cell, Record};

/// A user, changes that wait laid over them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct User {
    pub(super) id: String,
    name: String,
    email: String,
    /// Wire value; empty for none.
    role: String,
    /// In words, where it differs from `role`.
    role_on_server: Option<String>,
    state: RowState,
    workspaces: Vec<String>,
    invitation_expires_at: Option<String>,
    last_active: Option<String>,
    never_active: bool,
    created: Option<String>,
    /// `waiting`, `sending`, `needs_you`, `rejected`; absent where nothing is open.
    change: Option<String>,
    #[serde(skip)]
    role_title: String,
    /// The last activity in words, as the window's column has it.
    #[serde(skip)]
    last_active_or_word: String,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        Self {
            last_active_or_word: row.last_active_or_word().to_owned(),
            id: row.id,
            name: row.name,
            email: row.email,
            role: row.role,
            role_on_server: row.role_was,
            state: row.state,
            workspaces: row.workspaces,
            invitation_expires_at: row.expires_at,
            last_active: row.last_active,
            never_active: row.never_active,
            created: row.created,
            change: row.intent,
            role_title: row.role_title,
        }
    }
}

impl Record for User {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "email",
        "role",
        "role_on_server",
        "state",
        "last_active",
        "change",
        "workspaces",
        "id",
        "created",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.name),
            Cell::from(&self.email),
            Cell::from(&self.role_title),
            Cell::from(&self.role_on_server),
            Cell::from(self.state.as_str()),
            Cell::Time(&self.last_active_or_word),
            Cell::from(&self.change),
            Cell::from(self.workspaces.join("; ")),
            Cell::from(&self.id),
            Cell::time(&self.created),
        ]
    }
}
