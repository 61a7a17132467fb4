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
    /// `waiting`, `sending`, `needs_you`, `rejected`; absent where nothing is open.
    change: Option<String>,
    #[serde(skip)]
    role_title: String,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        Self {
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
            change: row.intent,
            role_title: row.role_title,
        }
    }
}

impl User {
    /// The last activity in words, as the window's column has it.
    fn last_active(&self) -> Cell<'_> {
        match (&self.last_active, self.never_active, self.state) {
            (_, _, RowState::Pending) => "Pending".into(),
            (Some(time), ..) => Cell::Time(time),
            (None, true, _) => "Never".into(),
            (None, false, _) => "".into(),
        }
    }
}

/// The state's name, as in the JSON.
pub(super) fn state_name(state: RowState) -> &'static str {
    match state {
        RowState::Active => "active",
        RowState::Pending => "pending",
        RowState::InvitationExpired => "invitation_expired",
        RowState::InvitationFailed => "invitation_failed",
        RowState::Suspended => "suspended",
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
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.name),
            Cell::from(&self.email),
            Cell::from(&self.role_title),
            Cell::from(&self.role_on_server),
            Cell::from(state_name(self.state)),
            self.last_active(),
            Cell::from(&self.change),
            Cell::from(self.workspaces.join("; ")),
            Cell::from(&self.id),
        ]
    }
}
