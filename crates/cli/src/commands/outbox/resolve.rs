//! `outbox resolve`: a person's answer to conflicts. Nothing of it happens unasked.

use std::io::Write;

use rollcall_app::MutationId;
use rollcall_app::view::{Changes, OutboxState};
use serde::Serialize;

use super::{Change, changes, ids_named};
use crate::arguments::{Resolution, ResolveConflicts};
use crate::commands::told::told;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
struct Resolved {
    dropped: u32,
}

impl Record for Resolved {
    const COLUMNS: &'static [&'static str] = &["dropped"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![self.dropped.into()]
    }
}

/// Answers the conflicts that were named, or all that can be answered so.
pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: &ResolveConflicts,
) -> Result<(), Stop> {
    let ResolveConflicts {
        resolution,
        ids,
        all,
    } = asked;
    let mut listed = changes(session.app.outbox(session.organization).await?);
    let ids = if *all {
        listed.retain(|change| refusal(*resolution, change).is_none());
        let fitting: Vec<String> = listed.iter().map(|change| change.id.clone()).collect();
        ids_named(&listed, &fitting)?
    } else {
        fitting(*resolution, &listed, ids)?
    };
    if ids.is_empty() {
        let nothing = "No change in conflict can be decided so.";
        return Err(Stop::Undone(nothing.to_owned()));
    }
    let named = Changes::of(&ids);
    let organization = session.organization;
    let dropped = match resolution {
        Resolution::Mine => {
            let receipt = session.app.ask_again(organization, &named).await?;
            return told(session, receipt).await;
        }
        Resolution::Combined => {
            let receipt = session.app.combine(organization, &named).await?;
            return told(session, receipt).await;
        }
        Resolution::Theirs | Resolution::Drop => {
            session.app.take_back(organization, &named).await?
        }
    };
    let what = if *resolution == Resolution::Theirs {
        "What is on the server stays. "
    } else {
        ""
    };
    let sentence = match dropped {
        1 => format!("{what}Dropped 1 change."),
        several => format!("{what}Dropped {several} changes."),
    };
    Ok(session.output.sentence(&sentence, &Resolved { dropped })?)
}

/// Those that were named, of which each can be decided so.
fn fitting(
    resolution: Resolution,
    listed: &[Change],
    named: &[String],
) -> Result<Vec<MutationId>, Stop> {
    let ids = ids_named(listed, named)?;
    let refused: Vec<String> = listed
        .iter()
        .filter(|change| ids.iter().any(|id| id.to_string() == change.id))
        .filter_map(|change| {
            let why = refusal(resolution, change)?;
            Some(format!("{}, {}: {why}", change.name, change.subject))
        })
        .collect();
    if refused.is_empty() {
        Ok(ids)
    } else {
        Err(Stop::Undone(refused.join("\n")))
    }
}

/// Why a change can't be decided so.
fn refusal(resolution: Resolution, change: &Change) -> Option<&'static str> {
    if change.state != OutboxState::Conflict {
        return Some("it is not in conflict.");
    }
    match (resolution, &change.theirs, &change.combined) {
        (Resolution::Theirs, None, _) => {
            Some("there is nothing to keep. Drop the change, by: outbox resolve drop")
        }
        (Resolution::Drop, Some(_), _) => Some(
            "there is something to keep. Keep it, by: outbox resolve theirs; or ask for yours again, by: \
             outbox resolve mine",
        ),
        (Resolution::Combined, _, None) => {
            Some("both edits are of the same, and can't be combined. Decide for theirs or mine.")
        }
        _ => None,
    }
}
