//! `outbox send`: lets what waits go out, held or not; what is risky and was decided blindly asks first.

use std::io::Write;

use rollcall_app::view::{Changes, PlanView, PlanWindow, Sent};
use rollcall_language::say;
use serde::Serialize;

use super::{changes, ids_named, needs_you_now};
use crate::arguments::SendChanges;
use crate::ask::ask;
use crate::commands::told::refusal;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SendReport {
    applied: u32,
    needs_you: u32,
    waiting: u32,
}

impl Record for SendReport {
    const COLUMNS: &'static [&'static str] = &["applied", "needs_you", "waiting"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            self.applied.into(),
            self.needs_you.into(),
            self.waiting.into(),
        ]
    }
}

/// Sends what was named, or everything that waits.
pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: &SendChanges,
) -> Result<(), Stop> {
    let named = &asked.ids;
    let before = changes(session.app.outbox(session.organization).await?);
    let ids = ids_named(&before, named)?;
    let only = if named.is_empty() {
        Changes::All
    } else {
        Changes::of(&ids)
    };
    let PlanView { first, confirm, .. } = session
        .app
        .plan(session.organization, &only, PlanWindow::default())
        .await?;
    if first > 0 {
        crate::note(&say!("terminal-send-first", count = first));
    }
    let typed = match confirm {
        Some(confirm) if !asked.yes => Some(ask(&confirm, &say!("terminal-look-or-send"))?),
        confirm => confirm.map(|confirm| confirm.text),
    };
    let Sent {
        applied,
        needs_you,
        waiting,
        message,
    } = session
        .app
        .send(session.organization, &only, typed.as_deref())
        .await?;
    session.output.sentence(
        &message,
        &SendReport {
            applied,
            needs_you,
            waiting,
        },
    )?;

    let needed_you = |id: &str| {
        before
            .iter()
            .any(|change| change.id == id && needs_you_now(change))
    };
    let after = changes(session.app.outbox(session.organization).await?);
    let refused: Vec<_> = after
        .iter()
        .filter(|change| needs_you_now(change) && !needed_you(&change.id))
        .map(|change| {
            say!(
                "terminal-send-refused",
                name = change.name,
                before = change.before,
                after = change.after,
                reason = refusal(change)
            )
        })
        .collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(Stop::Several(refused))
    }
}
