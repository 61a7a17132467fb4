//! `workspaces show`: one workspace in full.

use std::io::Write;

use rollcall_app::view::WorkspaceDetails;
use rollcall_language::say;
use serde::Serialize;

use super::find;
use super::row::Workspace;
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    #[serde(flatten)]
    workspace: Workspace,
    description: Option<String>,
    /// Users who wait to be given access.
    adding: u32,
    /// Users who wait to lose it.
    removing: u32,
    /// Changes of access that need a person.
    needs_you: u32,
    /// Who enters it whoever is assigned.
    entered_anyway: String,
}

impl From<WorkspaceDetails> for Details {
    fn from(details: WorkspaceDetails) -> Self {
        Self {
            workspace: details.row.into(),
            description: details.description,
            adding: details.adding,
            removing: details.removing,
            needs_you: details.needs_you,
            entered_anyway: details.entered_anyway,
        }
    }
}

impl Record for Details {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "name_on_server",
        "users",
        "contacts",
        "created",
        "presence",
        "change",
        "id",
        "description",
        "adding",
        "removing",
        "needs_you",
        "entered_anyway",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let mut cells = self.workspace.cells();
        cells.extend([
            Cell::from(&self.description),
            Cell::from(Some(self.adding)),
            Cell::from(Some(self.removing)),
            Cell::from(Some(self.needs_you)),
            Cell::from(&self.entered_anyway),
        ]);
        cells
    }
}

impl Titled for Details {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-name-on-server"),
        || say!("column-users"),
        || say!("column-contacts"),
        || say!("column-created"),
        || say!("column-presence"),
        || say!("column-change"),
        || say!("column-id"),
        || say!("column-description"),
        || say!("column-adding"),
        || say!("column-removing"),
        || say!("column-needs-you"),
        || say!("column-entered-anyway"),
    ];
}

pub(super) async fn run<W: Write>(mut session: Session<W>, named: &str) -> Result<(), Stop> {
    session
        .app
        .may_view_workspaces(session.organization)
        .await?;
    let workspace = find(&session, named).await?;
    let details = session
        .app
        .workspace_details(session.organization, &workspace)
        .await?;
    Ok(session.output.one(&Details::from(details))?)
}
