//! `outbox plan`: what sending would do, each change decided as if the earlier ones were done; nothing is sent.

use std::io::Write;

use rollcall_app::view::{Changes, Confirm, PlanFate, PlanGroup, PlanView};
use rollcall_language::say;
use serde::Serialize;

use super::{changes, ids_named};
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// What it would do, in numbers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    changes: u32,
    first: u32,
    denied: u32,
    conflicts: u32,
    already_so: u32,
    confirm: Option<Confirm>,
}

/// What becomes of one resource.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Row(pub(super) PlanGroup);

impl Record for Row {
    const COLUMNS: &'static [&'static str] = &["name", "email", "in_the_end", "stands_in_the_way"];

    fn cells(&self) -> Vec<Cell<'_>> {
        let end: Vec<String> = self
            .0
            .end
            .iter()
            .map(|end| {
                say!(
                    "words-setting",
                    place = end.subject,
                    was = end.was,
                    to = end.becomes
                )
            })
            .collect();
        let trouble: Vec<&str> = self
            .0
            .steps
            .iter()
            .filter(|step| matches!(step.fate, PlanFate::Denied | PlanFate::Conflicts))
            .filter_map(|step| step.reason.as_deref())
            .collect();
        vec![
            Cell::from(&self.0.name),
            Cell::from(&self.0.email),
            end.join("; ").into(),
            trouble.join(" ").into(),
        ]
    }
}

impl Titled for Row {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-in-the-end"),
        || say!("column-stands-in-the-way"),
    ];
}

/// Tells what sending what was named would do, or everything that waits.
pub(super) async fn run<W: Write>(mut session: Session<W>, named: &[String]) -> Result<(), Stop> {
    let only = if named.is_empty() {
        Changes::All
    } else {
        let all = changes(session.app.outbox(session.organization).await?);
        Changes::of(&ids_named(&all, named)?)
    };
    let PlanView {
        changes,
        first,
        confirm,
        denied,
        conflicts,
        already_so,
        groups,
        ..
    } = session.app.whole_plan(session.organization, &only).await?;
    let head = Head {
        organization: session.card.name.clone(),
        changes,
        first,
        denied,
        conflicts,
        already_so,
        confirm,
    };
    let rows: Vec<Row> = groups.into_iter().map(Row).collect();
    let mut list = session.output.list("resources", &head)?;
    list.rows(&rows)?;
    list.finish()?;
    tell(&head);
    Ok(())
}

/// What people are told beside the table.
fn tell(head: &Head) {
    let Head {
        changes,
        denied,
        conflicts,
        already_so,
        ..
    } = head;
    if *changes == 0 {
        return crate::note(&say!("send-nothing"));
    }
    crate::note(&say!(
        "terminal-plan-would",
        changes = changes,
        denied = denied,
        conflicts = conflicts,
        already = already_so
    ));
    if let Some(confirm) = &head.confirm {
        crate::note(&say!("terminal-plan-asks", reason = confirm.reason));
    }
}
