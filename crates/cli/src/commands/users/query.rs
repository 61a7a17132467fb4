//! From the options that narrow and sort to the question that they ask.

use std::io::Write;

use rollcall_app::view::UserQuery;

use crate::arguments::Filters;
use crate::session::{Session, workspaces_named};
use crate::stop::Stop;

/// The question asked: what was given on the command line, over `base`.
pub(super) async fn query<W: Write>(
    session: &Session<W>,
    given: Filters,
    base: UserQuery,
) -> Result<UserQuery, Stop> {
    let workspaces = match given.workspace.as_slice() {
        [] => vec![],
        named => workspaces_named(&session.app.workspaces(session.organization).await?, named)?,
    };
    let search = if given.search.is_empty() {
        base.search
    } else {
        given.search
    };
    let (sort, descending) = match given.sort {
        Some(sort) => (sort, given.descending),
        None => (base.sort, base.descending || given.descending),
    };
    Ok(UserQuery {
        search,
        roles: or(given.role, base.roles),
        states: or(given.state, base.states),
        workspaces: or(workspaces, base.workspaces),
        activity: or(given.activity, base.activity),
        sort,
        descending,
    })
}

fn or<T>(given: Vec<T>, base: Vec<T>) -> Vec<T> {
    if given.is_empty() { base } else { given }
}
