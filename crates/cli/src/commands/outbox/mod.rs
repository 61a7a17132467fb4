//! `outbox`: the changes that aren't at rest, to be looked at, held, sent and dropped.

mod conflicts;
mod drop;
mod edit;
mod export;
mod hold;
mod import;
mod move_some;
mod plan;
mod resolve;
mod send;

use std::io::Write;

use rollcall_app::view::{OutboxEntry, OutboxState, OutboxView, ResourceKind, SessionView};
use rollcall_app::{Failure, MutationId};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::Outbox;
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// A change in the outbox.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Change {
    pub(crate) id: String,
    pub(crate) operation: String,
    kind: ResourceKind,
    resource: String,
    name: String,
    email: String,
    verb: String,
    subject: String,
    before: String,
    after: String,
    theirs: Option<String>,
    combined: Option<String>,
    made_at: String,
    seen_at: Option<String>,
    pub(crate) state: OutboxState,
    pub(crate) reason: Option<String>,
}

impl Record for Change {
    const COLUMNS: &'static [&'static str] = &[
        "id", "state", "name", "email", "subject", "before", "after", "made_at", "reason",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.id),
            state(self.state),
            Cell::from(&self.name),
            Cell::from(&self.email),
            Cell::from(&self.subject),
            Cell::from(&self.before),
            Cell::from(&self.after),
            Cell::Time(&self.made_at),
            Cell::from(&self.reason),
        ]
    }
}

impl Titled for Change {
    const TITLES: &'static [Title] = &[
        || say!("column-id"),
        || say!("column-state"),
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-subject"),
        || say!("column-before"),
        || say!("column-after"),
        || say!("column-made"),
        || say!("column-reason"),
    ];
}

fn state(state: OutboxState) -> Cell<'static> {
    let (name, said) = match state {
        OutboxState::Waiting => ("waiting", say!("cell-waiting")),
        OutboxState::Sending => ("sending", say!("cell-sending")),
        OutboxState::Done => ("done", say!("cell-done")),
        OutboxState::Rejected => ("rejected", say!("cell-rejected")),
        OutboxState::Conflict => ("conflict", say!("cell-conflict")),
        OutboxState::Held => ("held", say!("cell-held")),
        OutboxState::Unconfirmed => ("unconfirmed", say!("cell-unconfirmed")),
        OutboxState::Blocked => ("blocked", say!("cell-blocked")),
        OutboxState::WaitsForAcceptance => {
            ("waits_for_acceptance", say!("cell-waits-for-acceptance"))
        }
        OutboxState::Unknown => ("unknown", say!("cell-unknown")),
    };
    Cell::word(name, said)
}

/// Every change of an outbox, in the order of the resources' first ones.
pub(crate) fn changes(outbox: OutboxView) -> Vec<Change> {
    let mut changes = Vec::new();
    for group in outbox.groups {
        let whom = [group.id, group.name, group.email];
        // What replaces an e-mail is about the new user, but for the end of the old one.
        let new = group
            .replacement
            .map(|of| [of.new, of.new_email.clone(), of.new_email]);
        changes.extend(group.entries.into_iter().map(|entry: OutboxEntry| {
            let about = new.as_ref().filter(|_| entry.verb != "delete_user");
            let [resource, name, email] = about.unwrap_or(&whom).clone();
            Change {
                id: entry.id,
                operation: entry.operation,
                kind: group.kind,
                resource,
                name,
                email,
                verb: entry.verb,
                subject: entry.subject,
                before: entry.before,
                after: entry.after,
                theirs: entry.theirs,
                combined: entry.combined,
                made_at: entry.made_at,
                seen_at: entry.seen_at,
                state: entry.state,
                reason: entry.reason,
            }
        }));
    }
    changes
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    waiting: u32,
    needs_you: u32,
    /// Whether nothing leaves before it is sent.
    hold: bool,
}

pub(crate) async fn run<W: Write>(session: Session<W>, outbox: Outbox) -> Result<(), Stop> {
    match outbox {
        Outbox::List => list(session).await,
        Outbox::Hold { holding } => hold::run(session, holding).await,
        Outbox::Plan { ids } => plan::run(session, &ids).await,
        Outbox::Send(asked) => send::run(session, &asked).await,
        Outbox::Conflicts => conflicts::run(session).await,
        Outbox::Resolve(asked) => resolve::run(session, &asked).await,
        Outbox::Edit(asked) => edit::run(session, asked).await,
        Outbox::Move(asked) => move_some::run(session, &asked).await,
        Outbox::Export(asked) => export::run(session, &asked).await,
        Outbox::Import(asked) => import::run(session, &asked).await,
        Outbox::Drop(asked) => drop::run(session, &asked).await,
    }
}

async fn list<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let outbox = session.app.outbox(session.organization).await?;
    let SessionView { hold, .. } = session.app.session(session.organization).await?;
    let head = Head {
        organization: session.card.name.clone(),
        waiting: outbox.waiting,
        needs_you: outbox.needs_you,
        hold: hold.on,
    };
    if hold.on {
        crate::note(&say!("terminal-outbox-hold"));
    }
    let mut list = session.output.list("changes", &head)?;
    list.rows(&changes(outbox))?;
    if list.finish()? == 0 {
        crate::note(&say!("terminal-outbox-empty"));
    }
    Ok(())
}

/// Whether a person has to decide what becomes of it.
pub(crate) fn needs_you_now(change: &Change) -> bool {
    matches!(change.state, OutboxState::Rejected | OutboxState::Conflict)
}

/// The changes that were named by their ids, or by beginnings that only one id has.
fn ids_named(changes: &[Change], named: &[String]) -> Result<Vec<MutationId>, Stop> {
    let mut ids = Vec::with_capacity(named.len());
    for named in named {
        let matching: Vec<_> = changes
            .iter()
            .filter(|change| change.id.starts_with(&named.to_lowercase()))
            .collect();
        match matching.as_slice() {
            [one] => ids.push(one.id.parse().map_err(Failure::from)?),
            [] => return Err(Stop::Undone(say!("terminal-no-change", named = named))),
            several => {
                let all: Vec<_> = several.iter().map(|change| change.id.as_str()).collect();
                return Err(Stop::Undone(say!(
                    "terminal-several-changes",
                    named = named,
                    ids = all.join(", ")
                )));
            }
        }
    }
    Ok(ids)
}
