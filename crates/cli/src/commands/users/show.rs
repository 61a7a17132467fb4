//! `users show`: one user in full.

use std::io::Write;

use rollcall_app::view::{UserDetails, WorkspaceRef};
use rollcall_language::say;
use serde::Serialize;

use super::row::User;
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    #[serde(flatten)]
    user: User,
    invitation_sent_at: Option<String>,
    invitation_failure: Option<String>,
    access: Vec<Access>,
    contacts: Option<u32>,
    is_me: bool,
    role_summary: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Access {
    workspace: String,
    name: String,
    /// `added` or `removed` while a change waits.
    waiting: Option<String>,
    contacts: Option<u32>,
}

impl From<WorkspaceRef> for Access {
    fn from(workspace: WorkspaceRef) -> Self {
        let WorkspaceRef {
            id,
            name,
            waiting,
            contacts,
        } = workspace;
        Self {
            workspace: id,
            name,
            waiting,
            contacts,
        }
    }
}

impl From<UserDetails> for Details {
    fn from(details: UserDetails) -> Self {
        let mut row = details.row;
        let stays = |workspace: &&WorkspaceRef| workspace.waiting.as_deref() != Some("removed");
        row.workspaces = details
            .workspaces
            .iter()
            .filter(stays)
            .map(|workspace| workspace.name.clone())
            .collect();
        Self {
            user: row.into(),
            invitation_sent_at: details.sent_at,
            invitation_failure: details.failure,
            access: details.workspaces.into_iter().map(Access::from).collect(),
            contacts: details.contacts,
            is_me: details.is_me,
            role_summary: details.role_summary,
        }
    }
}

impl Record for Details {
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
        "invitation_sent",
        "invitation_failure",
        "contacts",
        "role_summary",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let mut cells = self.user.cells();
        cells.extend([
            Cell::time(&self.invitation_sent_at),
            Cell::from(&self.invitation_failure),
            Cell::from(self.contacts),
            Cell::from(&self.role_summary),
        ]);
        cells
    }
}

impl Titled for Details {
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
        || say!("column-invitation-sent"),
        || say!("column-invitation-failure"),
        || say!("column-contacts"),
        || say!("column-role-summary"),
    ];
}

pub(super) async fn run<W: Write>(mut session: Session<W>, named: &str) -> Result<(), Stop> {
    let user = session.app.find_user(session.organization, named).await?;
    let details = session
        .app
        .user_details(session.organization, &user)
        .await?;
    Ok(session.output.one(&Details::from(details))?)
}
