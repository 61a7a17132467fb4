//! `users replace-email`: adds the new address with the same access, and deletes the old user.

use std::io::Write;

use rollcall_app::{Action, OperationId, view};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::ReplaceEmail;
use crate::commands::told::told;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was changed.
#[derive(Serialize)]
struct Foreseen {
    result: &'static str,
    steps: Vec<String>,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &["result", "steps"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![Cell::from(self.result), Cell::from(self.steps.join(" "))]
    }
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: ReplaceEmail,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    app.may(organization, Action::UsersReplaceEmail).await?;
    let user = app.find_user(organization, &asked.user).await?;
    let replace = view::ReplaceEmail {
        operation: OperationId::random().to_string(),
        user: user.to_string(),
        address: asked.address,
        delete: asked.delete,
    };
    if !asked.dry_run {
        let receipt = app.replace_email(organization, &replace, None).await?;
        return told(session, receipt).await;
    }
    let steps = app.check_replacement(organization, &replace).await?;
    let sentence = format!("{} {}", steps.join(" "), say!("terminal-nothing-changed"));
    let foreseen = Foreseen {
        result: "would_replace",
        steps,
    };
    Ok(session.output.sentence(&sentence, &foreseen)?)
}
