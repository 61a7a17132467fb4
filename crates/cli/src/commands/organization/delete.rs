//! `organization delete`: deletes the organization on the server, after it was said what goes with it.

use std::io::Write;

use rollcall_app::view::DeletionView;
use serde::Serialize;

use crate::arguments::Deliberate;
use crate::ask::ask;
use crate::commands::stated::Stated;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was deleted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Foreseen {
    result: &'static str,
    #[serde(flatten)]
    deletion: DeletionView,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &[
        "result",
        "name",
        "users",
        "workspaces",
        "contacts",
        "contacts_unknown",
        "subscription",
        "waiting",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let deletion = &self.deletion;
        vec![
            Cell::from(self.result),
            Cell::from(&deletion.name),
            Cell::from(deletion.users),
            Cell::from(deletion.workspaces),
            Cell::from(deletion.contacts),
            Cell::from(deletion.contacts_unknown),
            Cell::from(&deletion.subscription),
            Cell::from(deletion.waiting),
        ]
    }
}

pub(super) async fn run<W: Write>(mut session: Session<W>, asked: Deliberate) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let deletion = app.deletion_view(organization).await?;
    let sentences = consequences(&deletion);
    if asked.dry_run {
        let name = &deletion.name;
        let sentence = format!(
            "Would delete {name}. {} Nothing was done.",
            sentences.join(" ")
        );
        let result = "would_delete";
        let foreseen = Foreseen { result, deletion };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let typed = if asked.yes {
        deletion.confirm.text
    } else {
        for sentence in sentences {
            crate::say(&sentence);
        }
        ask(
            &deletion.confirm,
            "Look at it by --dry-run; do it by --yes.",
        )?
    };
    let message = app.delete_organization(organization, &typed).await?;
    let sentence = message.clone();
    let result = "deleted";
    let stated = Stated { result, message };
    Ok(session.output.sentence(&sentence, &stated)?)
}

/// What goes with it, a sentence each.
fn consequences(told: &DeletionView) -> Vec<String> {
    let mut sentences = vec![
        format!("Users who lose access: {}.", told.users),
        format!("Workspaces that go with it: {}.", told.workspaces),
        match (told.contacts, told.contacts_unknown) {
            (contacts, 0) => format!("Contacts that go with it: {contacts}."),
            (contacts, unknown) => format!(
                "Contacts that go with it: {contacts}, and those of {unknown} workspaces of which the \
                 server doesn't tell how many."
            ),
        },
    ];
    if let Some(standing) = &told.subscription {
        sentences.push(format!("The subscription, too; it stands as: {standing}."));
    }
    if told.waiting > 0 {
        let waiting = told.waiting;
        sentences.push(format!("Changes that wait and are never sent: {waiting}."));
    }
    sentences.push("Every session of the organization ends.".to_owned());
    sentences
}
