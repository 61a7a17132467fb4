//! `organizations remove`: everything of one goes from this computer, once a person has said so.

use std::io::{self, IsTerminal, Write};

use rollcall_app::view::{Confirm, RemovalView, RemoveOrganization, Secrets};
use rollcall_app::{App, Failure};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::Remove;
use crate::ask::ask;
use crate::output::{Cell, Output, Record};
use crate::session::one_of;
use crate::stop::Stop;

#[derive(Serialize)]
struct Removed {
    id: String,
    name: String,
    /// Changes that were given up; absent where nobody could tell.
    discarded: Option<u32>,
    /// What stays on this computer, in sentences.
    left: Vec<String>,
}

impl Record for Removed {
    const COLUMNS: &'static [&'static str] = &["id", "name", "discarded", "left"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.id),
            Cell::from(&self.name),
            self.discarded.into(),
            Cell::from(self.left.join(" ")),
        ]
    }
}

pub(crate) async fn run(
    app: &App,
    asked: Remove,
    output: &mut Output<impl Write>,
) -> Result<(), Stop> {
    let card = one_of(app.organizations().await?, Some(&asked.name))?;
    let id = card.id.parse().map_err(Failure::from)?;
    let view = app.removal(id).await?;
    let typed = match &view.confirm {
        Some(_) => Some(word(&view, &asked)?),
        None if asked.yes => None,
        None => Some(ask(
            &Confirm {
                text: view.name.clone(),
                reason: say!("terminal-remove-all", name = view.name),
            },
            &say!("terminal-do"),
        )?),
    };
    if view.confirm.is_none() && typed.as_ref().is_some_and(|typed| *typed != view.name) {
        return Err(Stop::Undone(say!("terminal-removed-nothing")));
    }
    let word = RemoveOrganization {
        typed,
        secrets: if asked.leave_secrets {
            Secrets::Leave
        } else {
            Secrets::Erase
        },
    };
    let removed = app.remove_organization(id, &word).await?;
    for sentence in &removed.left {
        crate::note(sentence);
    }
    let sentence = match view.changes {
        Some(0) | None => say!("terminal-removed", name = view.name),
        Some(count) => say!("terminal-removed-with", name = view.name, count = count),
    };
    let record = Removed {
        id: card.id,
        name: view.name,
        discarded: view.changes,
        left: removed.left,
    };
    Ok(output.sentence(&sentence, &record)?)
}

/// What confirms that something is lost: the number that was given, or what a person types now.
fn word(view: &RemovalView, asked: &Remove) -> Result<String, Stop> {
    let Some(confirm) = &view.confirm else {
        return Ok(String::new());
    };
    if let Some(unread) = &view.unread {
        crate::note(unread);
    }
    match (view.changes, asked.discard) {
        (Some(_), Some(number)) => Ok(number.to_string()),
        (Some(changes), None) if !io::stdin().is_terminal() => Err(Stop::Undone(say!(
            "terminal-remove-changes",
            reason = confirm.reason,
            changes = changes.to_string()
        ))),
        (None, _) if asked.yes => Ok(confirm.text.clone()),
        _ => ask(confirm, &say!("terminal-do")),
    }
}
