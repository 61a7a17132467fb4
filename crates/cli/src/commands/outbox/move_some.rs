//! `outbox move`: another place in the order for changes that wait.

use std::io::Write;

use rollcall_app::view::MoveChanges;
use rollcall_language::say;
use serde::Serialize;

use super::{changes, ids_named};
use crate::arguments::MoveSome;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
struct Moved {
    moved: u32,
}

impl Record for Moved {
    const COLUMNS: &'static [&'static str] = &["moved"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![self.moved.into()]
    }
}

/// Moves those that were named.
pub(super) async fn run<W: Write>(mut session: Session<W>, asked: &MoveSome) -> Result<(), Stop> {
    let all = changes(session.app.outbox(session.organization).await?);
    let texts = |named: &[String]| -> Result<Vec<String>, Stop> {
        let ids = ids_named(&all, named)?;
        Ok(ids.iter().map(ToString::to_string).collect())
    };
    let moving = MoveChanges {
        changes: texts(&asked.ids)?,
        before: texts(asked.before.as_slice())?.pop(),
    };
    let moved = session
        .app
        .move_changes(session.organization, &moving)
        .await?;
    let sentence = match moved {
        0 => say!("terminal-moved-nothing"),
        count => say!("terminal-moved", count = count),
    };
    Ok(session.output.sentence(&sentence, &Moved { moved })?)
}
