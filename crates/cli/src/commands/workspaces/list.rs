//! `workspaces list`: every workspace that matches, window after window; to whoever sees no settings those
//! granted.

use std::io::Write;

use rollcall_app::view::{SnapshotView, WorkspaceQuery};
use rollcall_language::say;
use serde::Serialize;

use super::row::Workspace;
use crate::arguments::ListWorkspaces;
use crate::output::minutes;
use crate::session::Session;
use crate::stop::Stop;

/// Rows that are in memory together.
const WINDOW: u32 = 1_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    /// When the server last described the organization; absent before the first sync.
    as_of: Option<String>,
    /// False during a first sync: counts are not whole.
    complete: bool,
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: ListWorkspaces,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let snapshot = app.session(organization).await?.snapshot;
    let query = WorkspaceQuery {
        search: asked.search,
        sort: asked.sort,
        descending: asked.descending,
    };
    let limit = asked.limit.unwrap_or(u32::MAX);
    let head = Head {
        organization: session.card.name.clone(),
        as_of: snapshot.as_of.clone(),
        complete: snapshot.complete,
    };
    let first = app
        .workspaces_window(organization, &query, 0, WINDOW.min(limit))
        .await;
    let granted = match &first {
        // Whoever sees no settings sees the names of those granted.
        Err(refused) if refused.code == "denied" => Some(app.workspaces(organization).await?),
        _ => None,
    };
    let only_granted = granted.is_some();
    let mut list = session.output.list::<Workspace>("workspaces", &head)?;
    match granted {
        Some(granted) => {
            let found = granted.into_iter().filter(|one| query.finds(&one.name));
            let found = found.take(limit as usize).map(Workspace::from);
            list.rows(&found.collect::<Vec<_>>())?;
        }
        None => {
            let mut window = first?;
            let mut written = 0;
            loop {
                written += u32::try_from(window.rows.len()).unwrap_or(u32::MAX);
                let last = window.rows.is_empty() || written >= window.total.min(limit);
                let rows = window.rows.into_iter().map(Workspace::from);
                list.rows(&rows.collect::<Vec<_>>())?;
                if last {
                    break;
                }
                let next = WINDOW.min(limit - written);
                window = app
                    .workspaces_window(organization, &query, written, next)
                    .await?;
            }
        }
    }
    let written = list.finish()?;
    crate::note(&if only_granted {
        say!("terminal-workspaces-granted", count = written)
    } else {
        age(written, &snapshot)
    });
    Ok(())
}

/// What the list is worth, said beside it so that the cached is never taken for live.
fn age(written: usize, snapshot: &SnapshotView) -> String {
    match (&snapshot.as_of, snapshot.complete) {
        (Some(as_of), true) => say!(
            "terminal-workspaces",
            count = written,
            moment = minutes(as_of)
        ),
        (None, true) => say!("terminal-workspaces-some-time", count = written),
        (_, false) => say!("terminal-workspaces-incomplete", count = written),
    }
}
