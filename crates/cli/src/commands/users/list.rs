//! `users list`: every user who matches, page after page, with the age of the list.

use std::io::Write;

use rollcall_app::view::{SnapshotView, UserQuery};
use rollcall_language::say;
use serde::Serialize;

use super::query::query;
use super::row::User;
use crate::arguments::ListUsers;
use crate::output::minutes;
use crate::session::Session;
use crate::stop::Stop;

/// Rows that are in memory together.
const PAGE: u32 = 1_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    /// When the server last described the organization; absent before the first sync.
    as_of: Option<String>,
    /// False during a first sync: users may be missing.
    complete: bool,
}

pub(crate) async fn run<W: Write>(mut session: Session<W>, asked: ListUsers) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let snapshot = app.session(organization).await?.snapshot;
    let query = query(&session, asked.filters, UserQuery::default()).await?;
    let head = Head {
        organization: session.card.name.clone(),
        as_of: snapshot.as_of.clone(),
        complete: snapshot.complete,
    };
    let mut list = session.output.list::<User>("users", &head)?;
    let mut left = asked.limit.unwrap_or(u32::MAX);
    let mut after = None;
    while left > 0 {
        let page = app
            .users_page(organization, &query, after.as_ref(), PAGE.min(left))
            .await?;
        left = left.saturating_sub(u32::try_from(page.rows.len()).unwrap_or(u32::MAX));
        list.rows(&page.rows.into_iter().map(User::from).collect::<Vec<_>>())?;
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let written = list.finish()?;
    crate::note(&age(written, &snapshot));
    Ok(())
}

/// What the list is worth, said beside it so that the cached is never taken for live.
pub(super) fn age(written: usize, snapshot: &SnapshotView) -> String {
    let SnapshotView {
        as_of,
        complete,
        users,
        expected,
        ..
    } = snapshot;
    match (as_of, complete, expected) {
        (None, ..) if *users == 0 => say!("terminal-nothing-read"),
        (Some(as_of), true, _) => say!(
            "terminal-users",
            written = written,
            users = users,
            moment = minutes(as_of)
        ),
        (None, true, _) => say!("terminal-users-some-time", written = written, users = users),
        (_, false, Some(expected)) => say!(
            "terminal-users-incomplete-of",
            written = written,
            loaded = users,
            expected = expected
        ),
        (_, false, None) => say!(
            "terminal-users-incomplete",
            written = written,
            loaded = users
        ),
    }
}
