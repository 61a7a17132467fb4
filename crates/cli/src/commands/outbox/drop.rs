//! `outbox drop`: takes back what waits, drops what was refused, and clears what is done.

use std::io::Write;

use rollcall_app::view::{Changes, OutboxState};
use rollcall_language::say;
use serde::Serialize;

use super::{changes, ids_named};
use crate::arguments::DropChanges;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
struct Dropped {
    dropped: usize,
}

impl Record for Dropped {
    const COLUMNS: &'static [&'static str] = &["dropped"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![self.dropped.to_string().into()]
    }
}

/// Takes back what was named.
pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: &DropChanges,
) -> Result<(), Stop> {
    let all = changes(session.app.outbox(session.organization).await?);
    let (done, open): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|change| change.state == OutboxState::Done);
    let dropped = if asked.done {
        session.app.seen(session.organization).await?;
        done.len()
    } else {
        let named: Vec<_> = if asked.all {
            open.iter().map(|change| change.id.clone()).collect()
        } else {
            asked.ids.clone()
        };
        let ids = ids_named(&open, &named)?;
        session
            .app
            .take_back(session.organization, &Changes::of(&ids))
            .await? as usize
    };
    let sentence = say!("terminal-dropped", count = dropped);
    Ok(session.output.sentence(&sentence, &Dropped { dropped })?)
}
