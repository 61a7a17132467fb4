//! A user as a row of the answer.

use rollcall_app::view::{RowState, UserRow};
use rollcall_language::say;
use serde::Serialize;

use crate::commands::intent;
use crate::output::{Cell, Record, Title, Titled};

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
    /// The last activity in a file: a time, or a word.
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

impl User {
    fn last_active(&self) -> Cell<'_> {
        let known = &self.last_active_or_word;
        match (&self.last_active, self.state) {
            (_, RowState::Pending) => Cell::word(known, say!("cell-pending")),
            (None, _) if self.never_active => Cell::word(known, say!("cell-never")),
            _ => Cell::Time(known),
        }
    }
}

fn state(state: RowState) -> Cell<'static> {
    let said = match state {
        RowState::Active => say!("cell-active"),
        RowState::Pending => say!("cell-pending"),
        RowState::InvitationExpired => say!("cell-invitation-expired"),
        RowState::InvitationFailed => say!("cell-invitation-failed"),
        RowState::Suspended => say!("cell-suspended"),
    };
    Cell::word(state.as_str(), said)
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
            state(self.state),
            self.last_active(),
            intent::cell(&self.change),
            Cell::from(self.workspaces.join("; ")),
            Cell::from(&self.id),
            Cell::time(&self.created),
        ]
    }
}

impl Titled for User {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-role"),
        || say!("column-role-on-server"),
        || say!("column-state"),
        || say!("column-last-active"),
        || say!("column-change"),
        || say!("column-workspaces"),
        || say!("column-id"),
        || say!("column-created"),
    ];
}
