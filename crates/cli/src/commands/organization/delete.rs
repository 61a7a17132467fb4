//! `organization delete`: deletes the organization on the server, after it was said what goes with it.

use std::io::Write;

use rollcall_app::view::DeletionView;
use rollcall_language::say;
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
        let sentence = say!(
            "terminal-would-delete",
            name = name,
            consequences = sentences.join(" ")
        );
        let result = "would_delete";
        let foreseen = Foreseen { result, deletion };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let typed = if asked.yes {
        deletion.confirm.text
    } else {
        for sentence in sentences {
            crate::note(&sentence);
        }
        ask(&deletion.confirm, &say!("terminal-look-or-do"))?
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
        say!("terminal-goes-users", count = told.users),
        say!("terminal-goes-workspaces", count = told.workspaces),
        match (told.contacts, told.contacts_unknown) {
            (contacts, 0) => say!("terminal-goes-contacts", count = contacts),
            (contacts, unknown) => say!(
                "terminal-goes-contacts-and",
                count = contacts,
                unknown = unknown
            ),
        },
    ];
    if let Some(standing) = &told.subscription {
        sentences.push(say!("terminal-goes-subscription", standing = standing));
    }
    if told.waiting > 0 {
        sentences.push(say!("terminal-goes-waiting", count = told.waiting));
    }
    sentences.push(say!("terminal-goes-sessions"));
    sentences
}
