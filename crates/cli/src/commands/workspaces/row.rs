//! A workspace as a row of the answer.

use rollcall_app::view::{Presence, WorkspaceChoice, WorkspaceRow};
use rollcall_language::say;
use serde::Serialize;

use crate::commands::intent;
use crate::output::{Cell, Record, Title, Titled};

/// A workspace, changes that wait laid over it. Whoever may not see its settings is told the name alone.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Workspace {
    pub(super) id: String,
    name: String,
    /// Where it differs from `name`.
    name_on_server: Option<String>,
    users: Option<u32>,
    contacts: Option<u32>,
    created: Option<String>,
    /// `here`, `adding` or `leaving`.
    presence: Presence,
    /// `waiting`, `sending`, `needs_you`, `rejected`; absent where nothing is open.
    change: Option<String>,
}

impl From<WorkspaceRow> for Workspace {
    fn from(row: WorkspaceRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            name_on_server: row.name_was,
            users: Some(row.users),
            contacts: row.contacts,
            created: row.created,
            presence: row.presence,
            change: row.intent,
        }
    }
}

impl From<WorkspaceChoice> for Workspace {
    fn from(choice: WorkspaceChoice) -> Self {
        Self {
            id: choice.id,
            name: choice.name,
            name_on_server: None,
            users: choice.users,
            contacts: None,
            created: None,
            presence: Presence::Here,
            change: None,
        }
    }
}

impl Record for Workspace {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "name_on_server",
        "users",
        "contacts",
        "created",
        "presence",
        "change",
        "id",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let presence = match self.presence {
            Presence::Here => Cell::word("here", say!("cell-here")),
            Presence::Adding => Cell::word("adding", say!("cell-adding")),
            Presence::Leaving => Cell::word("leaving", say!("cell-leaving")),
        };
        vec![
            Cell::from(&self.name),
            Cell::from(&self.name_on_server),
            Cell::from(self.users),
            Cell::from(self.contacts),
            Cell::time(&self.created),
            presence,
            intent::cell(&self.change),
            Cell::from(&self.id),
        ]
    }
}

impl Titled for Workspace {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-name-on-server"),
        || say!("column-users"),
        || say!("column-contacts"),
        || say!("column-created"),
        || say!("column-presence"),
        || say!("column-change"),
        || say!("column-id"),
    ];
}
