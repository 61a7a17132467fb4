//! `billing cancel-subscription`: cancels the subscription, after it was confirmed.

use std::io::Write;

use rollcall_app::view::Confirm;
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::Deliberate;
use crate::ask::ask;
use crate::commands::stated::Stated;
use crate::output::{Cell, Record, minutes};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was cancelled.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Foreseen {
    result: &'static str,
    /// Where the subscription stands.
    status: String,
    /// When its period ends.
    renews_at: Option<String>,
    confirm: Confirm,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] =
        &["result", "status", "renews_at", "confirm", "reason"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.result),
            Cell::from(&self.status),
            Cell::time(&self.renews_at),
            Cell::from(&self.confirm.text),
            Cell::from(&self.confirm.reason),
        ]
    }
}

pub(super) async fn run<W: Write>(mut session: Session<W>, asked: Deliberate) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let confirm = app.cancel_view(organization).await?;
    if asked.dry_run {
        let known = app.billing(organization).await?.subscription;
        let (status, renews_at) = match known {
            Some(known) => (known.status, known.renews_at),
            None => (String::new(), None),
        };
        let reason = &confirm.reason;
        let sentence = match &renews_at {
            Some(at) => say!(
                "terminal-would-cancel-then",
                moment = minutes(at),
                reason = reason
            ),
            None => say!("terminal-would-cancel", reason = reason),
        };
        let foreseen = Foreseen {
            result: "would_cancel",
            status,
            renews_at,
            confirm,
        };
        return Ok(session.output.sentence(&sentence, &foreseen)?);
    }
    let typed = if asked.yes {
        confirm.text
    } else {
        ask(&confirm, &say!("terminal-look-or-do"))?
    };
    let message = app.cancel_subscription(organization, &typed).await?;
    let sentence = message.clone();
    let result = "applied";
    let stated = Stated { result, message };
    Ok(session.output.sentence(&sentence, &stated)?)
}
