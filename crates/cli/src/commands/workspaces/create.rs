//! `workspaces create`: creates a workspace with nobody in it.

use std::io::Write;

use rollcall_app::{OperationId, view};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::CreateWorkspace;
use crate::commands::told::told;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was changed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Foreseen {
    pub(super) result: &'static str,
    pub(super) name: String,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &["result", "name"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![Cell::from(self.result), Cell::from(&self.name)]
    }
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: CreateWorkspace,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let name = asked.name;
    if asked.dry_run {
        app.check_new_workspace(organization, &name).await?;
        let sentence = say!("terminal-would-create", name = name);
        let result = "would_create";
        let foreseen = Foreseen { result, name };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let create = view::CreateWorkspace {
        operation: OperationId::random().to_string(),
        name,
    };
    let created = app.create_workspace(organization, &create, None).await?;
    told(session, created.receipt).await
}
