//! `users add`: adds a user, with the role and the workspaces named.

use std::io::Write;

use rollcall_app::view::AddUser;
use rollcall_app::{Action, OperationId};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::AddOne;
use crate::commands::told::told;
use crate::output::{Cell, Record};
use crate::session::{Session, workspaces_named};
use crate::stop::Stop;

/// What `--dry-run` answers: nobody was added.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Foreseen {
    result: &'static str,
    address: String,
    name: String,
    role: String,
    workspaces: Vec<String>,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &["result", "address", "name", "role", "workspaces"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.result),
            Cell::from(&self.address),
            Cell::from(&self.name),
            Cell::from(&self.role),
            Cell::from(self.workspaces.join(", ")),
        ]
    }
}

pub(super) async fn run<W: Write>(mut session: Session<W>, asked: AddOne) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    app.may(organization, Action::UsersAdd).await?;
    let workspaces = match asked.workspace.as_slice() {
        [] => vec![],
        named => workspaces_named(&app.workspaces(organization).await?, named)?,
    };
    let add = AddUser {
        operation: OperationId::random().to_string(),
        address: asked.address,
        name: asked.name,
        role: asked.role,
        workspaces,
    };
    if !asked.dry_run {
        let added = app.add_user(organization, &add, None).await?;
        return told(session, added.receipt).await;
    }
    app.check_user(organization, &add).await?;
    let AddUser {
        address,
        name,
        role,
        ..
    } = add;
    let sentence = match asked.workspace.as_slice() {
        [] => say!("terminal-would-add", address = address, role = role),
        named => say!(
            "terminal-would-add-with",
            address = address,
            role = role,
            workspaces = named.join(", ")
        ),
    };
    let foreseen = Foreseen {
        result: "would_add",
        address,
        name,
        role,
        workspaces: asked.workspace,
    };
    Ok(session.output.sentence(&sentence, &foreseen)?)
}
