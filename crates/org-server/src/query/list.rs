//! One page of a list: which rows, how many there are in all, and where the next page begins.

use rollcall_scim::ScimError;
use rollcall_scim::query::{ListQuery, Page};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest as _, Sha256};

use super::cursor::{Cursor, Key};
use super::filter::{condition, is_setting};
use super::order::{After, Order};
use super::positions::Positions;
use super::sql::{Facts, Sql};
use super::{Kind, restricts_to_settings};
use crate::opaque;
use crate::render::Setting;
use crate::store::{StoreError, counters};
use crate::trouble::Trouble;

/// What a reader may see of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Everything.
    All,
    /// The workspaces granted to the user of this row, without their settings.
    GrantedTo(i64),
}

/// A list that is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListRequest<'a> {
    /// Of what.
    pub(crate) kind: Kind,
    /// The query.
    pub(crate) query: &'a ListQuery,
    /// How much of it the reader may see.
    pub(crate) visible: Visible,
    /// At most this many rows on the page.
    pub(crate) count: u64,
    /// The organization's id.
    pub(crate) organization: &'a str,
    /// Base URL and time.
    pub(crate) setting: Setting<'a>,
}

/// A page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Selected {
    /// The rows, in order.
    pub(crate) rows: Vec<i64>,
    /// How many rows the query yields on all its pages.
    pub(crate) total: u64,
    /// The next page's cursor, where the walk is by cursor and goes on.
    pub(crate) next: Option<String>,
}

/// Finds the rows of a page.
///
/// # Errors
///
/// `invalidFilter`, `invalidCursor`, or that the store failed.
pub(crate) fn select(
    sql: &Connection,
    positions: &Positions,
    request: &ListRequest<'_>,
) -> Result<Selected, Trouble> {
    let order = Order::new(request.kind, request.query.sort.as_ref())?;
    match &request.query.page {
        Page::Index(start) => by_index(sql, positions, request, &order, *start),
        Page::FirstByCursor => by_cursor(sql, request, &order, None),
        Page::Cursor(text) => {
            let cursor = Cursor::unseal(text, &name(request))?;
            by_cursor(sql, request, &order, Some(cursor))
        }
    }
}

fn by_index(
    sql: &Connection,
    positions: &Positions,
    request: &ListRequest<'_>,
    order: &Order,
    start: u64,
) -> Result<Selected, Trouble> {
    if request.count == 0 && counter(request).is_some() {
        return Ok(Selected {
            rows: Vec::new(),
            total: count(sql, request)?,
            next: None,
        });
    }
    let mut query = Sql::default();
    query.push("SELECT seq FROM ");
    query.push(request.kind.table());
    query.push(" WHERE ");
    restriction(&mut query, request)?;
    order.push(&mut query, facts(request));
    let rows = positions.of(sql, query)?;
    let begin = usize::try_from(start.saturating_sub(1))
        .unwrap_or(usize::MAX)
        .min(rows.len());
    let length = usize::try_from(request.count).unwrap_or(usize::MAX);
    let end = begin.saturating_add(length).min(rows.len());
    Ok(Selected {
        rows: rows[begin..end].to_vec(),
        total: rows.len() as u64,
        next: None,
    })
}

fn by_cursor(
    sql: &Connection,
    request: &ListRequest<'_>,
    order: &Order,
    cursor: Option<Cursor>,
) -> Result<Selected, Trouble> {
    let total = match &cursor {
        Some(cursor) if counter(request).is_none() => cursor.total,
        _ => count(sql, request)?,
    };
    if request.count == 0 {
        return Ok(Selected {
            rows: Vec::new(),
            total,
            next: None,
        });
    }
    let wanted = usize::try_from(request.count).unwrap_or(usize::MAX);
    // One more than asked for tells whether there is a next page.
    let limit = wanted.saturating_add(1);
    let mut found = Vec::new();
    for after in order.after(cursor) {
        found.extend(rows(sql, request, order, &after, limit - found.len())?);
        if found.len() == limit {
            break;
        }
    }
    let goes_on = found.len() > wanted;
    found.truncate(wanted);
    let next = match found.last() {
        Some((seq, key)) if goes_on => Some(
            Cursor {
                query: name(request),
                key: Key::from(key.clone()),
                seq: *seq,
                total,
            }
            .seal(),
        ),
        _ => None,
    };
    Ok(Selected {
        rows: found.into_iter().map(|(seq, _)| seq).collect(),
        total,
        next,
    })
}

/// The first rows after a place, with what they are sorted by.
fn rows(
    sql: &Connection,
    request: &ListRequest<'_>,
    order: &Order,
    after: &After,
    limit: usize,
) -> Result<Vec<(i64, Value)>, Trouble> {
    let mut query = Sql::default();
    query.push("SELECT seq, ");
    order.push_key(&mut query, facts(request));
    query.push(" FROM ");
    query.push(request.kind.table());
    query.push(" WHERE ");
    restriction(&mut query, request)?;
    order.push_after(&mut query, facts(request), after);
    order.within(after).push(&mut query, facts(request));
    query.push(" LIMIT ");
    query.bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let mut select = sql.prepare_cached(&query.text)?;
    let found = select.query_map(params_from_iter(&query.values), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// How many rows the query yields.
fn count(sql: &Connection, request: &ListRequest<'_>) -> Result<u64, Trouble> {
    if let Some(counter) = counter(request) {
        return Ok(counters::value(sql, counter)?.cast_unsigned());
    }
    let mut query = Sql::default();
    query.push("SELECT count(*) FROM ");
    query.push(request.kind.table());
    query.push(" WHERE ");
    restriction(&mut query, request)?;
    let mut count = sql.prepare_cached(&query.text).map_err(StoreError::from)?;
    let count: i64 = count.query_row(params_from_iter(&query.values), |row| row.get(0))?;
    Ok(count.cast_unsigned())
}

/// What holds the number of rows, where the list is all of them.
fn counter(request: &ListRequest<'_>) -> Option<&'static str> {
    let is_whole = request.query.filter.is_none() && request.visible == Visible::All;
    request.kind.counter().filter(|_| is_whole)
}

/// The name of a query, by which a cursor knows where it belongs.
fn name(request: &ListRequest<'_>) -> String {
    let ListRequest {
        kind,
        query,
        visible,
        organization,
        ..
    } = request;
    let filter = query.filter.as_ref().map(ToString::to_string);
    let text = format!(
        "{organization} {kind:?} {visible:?} {filter:?} {:?}",
        query.sort
    );
    let digest = Sha256::digest(text.as_bytes());
    opaque::hex(&digest[..16])
}

fn restriction(out: &mut Sql, request: &ListRequest<'_>) -> Result<(), ScimError> {
    match request.visible {
        Visible::All => out.push(request.kind.rows().unwrap_or("1")),
        Visible::GrantedTo(user) => {
            out.push("seq IN (SELECT workspace FROM memberships WHERE user = ");
            out.bind(user);
            out.push(")");
        }
    }
    if let Some(filter) = &request.query.filter {
        out.push(" AND ");
        condition(out, request.kind, filter, facts(request))?;
    }
    Ok(())
}

fn facts<'a>(request: &ListRequest<'a>) -> Facts<'a> {
    Facts {
        base: request.setting.base,
        now: request.setting.now,
    }
}

impl ListRequest<'_> {
    /// Whether the query looks at a workspace's settings, by its filter or its order.
    pub(crate) fn looks_at_settings(&self) -> bool {
        self.query
            .filter
            .as_ref()
            .is_some_and(restricts_to_settings)
            || self
                .query
                .sort
                .as_ref()
                .is_some_and(|sort| is_setting(&sort.by))
    }
}
