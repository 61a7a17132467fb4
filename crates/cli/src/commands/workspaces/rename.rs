//! `workspaces rename`: gives a workspace another name.

use std::io::Write;

use rollcall_app::{Action, OperationId, view};
use rollcall_language::say;

use super::create::Foreseen;
use super::find;
use crate::arguments::RenameWorkspace;
use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: RenameWorkspace,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    app.may(organization, Action::WorkspacesRename).await?;
    let workspace = find(&session, &asked.workspace).await?;
    let name = asked.name;
    if asked.dry_run {
        app.check_new_name(organization, &workspace, &name).await?;
        let before = asked.workspace;
        let sentence = say!("terminal-would-rename", before = before, name = name);
        let result = "would_rename";
        let foreseen = Foreseen { result, name };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let rename = view::RenameWorkspace {
        operation: OperationId::random().to_string(),
        workspace: workspace.to_string(),
        name,
    };
    let receipt = app.rename_workspace(organization, &rename, None).await?;
    told(session, receipt).await
}
