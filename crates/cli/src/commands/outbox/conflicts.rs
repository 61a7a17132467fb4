//! `outbox conflicts`: what was, what is on the server now, and what is asked for, field by field.

use std::io::Write;

use rollcall_app::view::{OutboxState, ResourceKind};
use rollcall_language::say;
use serde::Serialize;

use super::{Change, changes};
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// A field of which both sides made something.
#[derive(Serialize)]
struct Conflict {
    id: String,
    kind: ResourceKind,
    resource: String,
    name: String,
    email: String,
    field: String,
    was: String,
    theirs: Option<String>,
    mine: String,
    combined: Option<String>,
    message: Option<String>,
}

impl From<Change> for Conflict {
    fn from(change: Change) -> Self {
        Self {
            id: change.id,
            kind: change.kind,
            resource: change.resource,
            name: change.name,
            email: change.email,
            field: change.subject,
            was: change.before,
            theirs: change.theirs,
            mine: change.after,
            combined: change.combined,
            message: change.reason,
        }
    }
}

impl Record for Conflict {
    const COLUMNS: &'static [&'static str] = &[
        "id", "name", "email", "field", "was", "theirs", "mine", "combined",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.id),
            Cell::from(&self.name),
            Cell::from(&self.email),
            Cell::from(&self.field),
            Cell::from(&self.was),
            match &self.theirs {
                Some(theirs) => Cell::from(theirs),
                None => Cell::from(say!("cell-nothing-to-keep")),
            },
            Cell::from(&self.mine),
            Cell::from(&self.combined),
        ]
    }
}

impl Titled for Conflict {
    const TITLES: &'static [Title] = &[
        || say!("column-id"),
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-field"),
        || say!("column-was"),
        || say!("column-theirs"),
        || say!("column-mine"),
        || say!("column-combined"),
    ];
}

#[derive(Serialize)]
struct Head {
    organization: String,
}

/// Lists what somebody else has changed, too.
pub(super) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let all = changes(session.app.outbox(session.organization).await?);
    let conflicts: Vec<Conflict> = all
        .into_iter()
        .filter(|change| change.state == OutboxState::Conflict)
        .map(Conflict::from)
        .collect();
    let head = Head {
        organization: session.card.name.clone(),
    };
    let mut list = session.output.list("conflicts", &head)?;
    list.rows(&conflicts)?;
    crate::note(&match list.finish()? {
        0 => say!("terminal-conflicts-none"),
        _ => say!("terminal-conflicts-decide"),
    });
    Ok(())
}
