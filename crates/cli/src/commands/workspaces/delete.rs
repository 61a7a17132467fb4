//! `workspaces delete`: deletes a workspace, after it was said what goes with it.

use std::io::Write;

use rollcall_app::view::WorkspaceDeletion;
use rollcall_app::{Action, OperationId, view};
use rollcall_language::say;
use serde::Serialize;

use super::find;
use crate::arguments::DeleteWorkspace;
use crate::ask::ask;
use crate::commands::told::told;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was deleted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Foreseen {
    result: &'static str,
    #[serde(flatten)]
    deletion: WorkspaceDeletion,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &[
        "result",
        "name",
        "users",
        "contacts",
        "dropped",
        "on_their_way",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.result),
            Cell::from(&self.deletion.name),
            Cell::from(Some(self.deletion.users)),
            Cell::from(self.deletion.contacts),
            Cell::from(Some(self.deletion.dropped)),
            Cell::from(Some(self.deletion.on_their_way)),
        ]
    }
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: DeleteWorkspace,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    app.may(organization, Action::WorkspacesDelete).await?;
    let workspace = find(&session, &asked.workspace).await?;
    let deletion = app.workspace_deletion(organization, &workspace).await?;
    let sentences = consequences(&deletion);
    if asked.dry_run {
        let name = &deletion.name;
        let sentence = say!(
            "terminal-would-delete",
            name = name,
            consequences = sentences.join(" ")
        );
        let result = "would_delete";
        let foreseen = Foreseen { result, deletion };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let typed = match &deletion.confirm {
        Some(confirm) if !asked.yes => {
            for sentence in sentences {
                crate::note(&sentence);
            }
            Some(ask(confirm, &say!("terminal-look-or-do"))?)
        }
        confirm => confirm.as_ref().map(|confirm| confirm.text.clone()),
    };
    let delete = view::DeleteWorkspace {
        operation: OperationId::random().to_string(),
        workspace: workspace.to_string(),
        typed,
    };
    let receipt = app.delete_workspace(organization, &delete, None).await?;
    told(session, receipt).await
}

/// What goes with it, a sentence each.
fn consequences(told: &WorkspaceDeletion) -> Vec<String> {
    if told.not_created {
        return vec![say!("terminal-goes-not-created")];
    }
    let contacts = match told.contacts {
        Some(contacts) => say!("terminal-goes-contacts", count = contacts),
        None => say!("terminal-goes-contacts-unknown"),
    };
    let mut sentences = vec![say!("terminal-goes-users", count = told.users), contacts];
    if told.dropped > 0 {
        sentences.push(say!("terminal-goes-dropped", count = told.dropped));
    }
    if told.on_their_way > 0 {
        sentences.push(say!(
            "terminal-goes-on-their-way",
            count = told.on_their_way
        ));
    }
    sentences
}
