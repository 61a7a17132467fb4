//! `outbox resolve`: a person's answer to conflicts. Nothing of it happens unasked.

use std::io::Write;

use rollcall_app::MutationId;
use rollcall_app::view::{Changes, OutboxState};
use rollcall_language::say;
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
        return Err(Stop::Undone(say!("terminal-resolve-none")));
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
    let sentence = if *resolution == Resolution::Theirs {
        say!("terminal-kept-theirs", count = dropped)
    } else {
        say!("terminal-dropped", count = dropped)
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
        .filter_map(|change| refusal(resolution, change))
        .collect();
    if refused.is_empty() {
        Ok(ids)
    } else {
        Err(Stop::Several(refused))
    }
}

/// Why a change can't be decided so.
fn refusal(resolution: Resolution, change: &Change) -> Option<String> {
    let (name, subject) = (&change.name, &change.subject);
    if change.state != OutboxState::Conflict {
        return Some(say!(
            "terminal-resolve-no-conflict",
            name = name,
            subject = subject
        ));
    }
    match (resolution, &change.theirs, &change.combined) {
        (Resolution::Theirs, None, _) => Some(say!(
            "terminal-resolve-nothing-to-keep",
            name = name,
            subject = subject
        )),
        (Resolution::Drop, Some(_), _) => Some(say!(
            "terminal-resolve-something-to-keep",
            name = name,
            subject = subject
        )),
        (Resolution::Combined, _, None) => Some(say!(
            "terminal-resolve-overlap",
            name = name,
            subject = subject
        )),
        _ => None,
    }
}
