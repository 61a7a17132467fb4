//! Delta query (draft-sehgal-scim-delta-query-02): what changed since a token, at the cost of what
//! changed.

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use rollcall_policy::{Action, Target};
use rollcall_scim::delta::{Change, DeltaEntry, DeltaRequest, DeltaToken};
use rollcall_scim::list::ListResponse;
use rollcall_scim::query::Page;
use rollcall_scim::{ScimError, ScimType};
use rusqlite::{Connection, params};

use super::body::Write;
use super::delta_point::{Place, Point, short};
use super::list::capped;
use super::resources::{project, visible};
use super::{State, answer};
use crate::credential::Caller;
use crate::door::require;
use crate::invitation;
use crate::opaque;
use crate::query::{Kind, Visible};
use crate::render::group::Extent;
use crate::render::organization::Sight;
use crate::render::{self, Pen};
use crate::store::{StoreError, counters, tombstones};
use crate::trouble::Trouble;

/// For how long a token is good, and a deletion remembered.
pub(crate) const LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

pub(super) async fn token(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
) -> Result<Response, Trouble> {
    require_all(kind, &caller)?;
    state
        .run(move |state| {
            number_what_expired(state)?;
            state.store.read(|sql| {
                let token = issue(sql, state, kind, counters::last_change(sql)?)?;
                Ok(answer::value(StatusCode::OK, &token.body()))
            })
        })
        .await
}

pub(super) async fn changes(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    write: Write,
) -> Result<Response, Trouble> {
    require_all(kind, &caller)?;
    let request = DeltaRequest::parse(&write.json()?)?;
    state
        .run(move |state| {
            number_what_expired(state)?;
            state.store.read(|sql| {
                let place = begin(sql, state, kind, &request)?;
                let count = capped(state, request.query.count).max(1);
                let (entries, next) = page(sql, state, (kind, &caller), &request, &place, count)?;
                let answer = match next {
                    Some(next) => ListResponse::delta(entries, opaque::seal(&next)),
                    None => {
                        ListResponse::last_delta(entries, issue(sql, state, kind, place.until)?)
                    }
                };
                Ok(answer::value(StatusCode::OK, &answer))
            })
        })
        .await
}

/// An invitation expires without being written: those that did are made changes before changes are
/// counted.
fn number_what_expired(state: &State) -> Result<(), StoreError> {
    let now = state.now();
    if state
        .store
        .read(|sql| invitation::is_any_to_be_told(sql, now))?
    {
        state
            .store
            .write(|sql| invitation::tell_expired(sql, now))?;
    }
    Ok(())
}

/// Changes are told to those who may see everything: a change to what a reader can't see would tell
/// of it.
fn require_all(kind: Kind, caller: &Caller) -> Result<(), ScimError> {
    if visible(kind, caller)? == Visible::All {
        return Ok(());
    }
    require(caller, Action::WorkspacesView, &Target::WorkspaceSettings)
}

fn issue(sql: &Connection, state: &State, kind: Kind, change: i64) -> Result<DeltaToken, Trouble> {
    let now = state.now();
    let point = Point {
        organization: short(&state.organization(sql)?.id),
        kind: kind.resource_type().name.to_owned(),
        change,
        issued: now.as_second(),
    };
    Ok(DeltaToken {
        value: point.seal(),
        expiry: now.saturating_add(LASTS).ok(),
    })
}

/// Where this page begins.
fn begin(
    sql: &Connection,
    state: &State,
    kind: Kind,
    request: &DeltaRequest,
) -> Result<Place, Trouble> {
    let from = check(sql, state, kind, &request.token)?;
    match &request.query.page {
        Page::Cursor(cursor) => {
            let place: Option<Place> = opaque::unseal(cursor);
            place.filter(|place| place.from == from).ok_or_else(|| {
                let message = "The cursor does not belong to this delta token.";
                ScimError::of(ScimType::InvalidCursor, message).into()
            })
        }
        Page::Index(_) | Page::FirstByCursor => Ok(Place {
            until: counters::last_change(sql)?,
            change: from.change,
            seq: i64::MAX,
            from,
        }),
    }
}

/// Holds a token to what this server gave out.
///
/// # Errors
///
/// 400 for one of another organization or list, from the future (an older copy of the database was
/// put back), or too old.
fn check(sql: &Connection, state: &State, kind: Kind, token: &str) -> Result<Point, Trouble> {
    let refuse = |what: &str| Trouble::from(ScimError::of(ScimType::InvalidValue, what));
    let unknown = "The delta token is not one that this server gave out for this list.";
    let point = Point::unseal(token).ok_or_else(|| refuse(unknown))?;
    let is_ours = point.organization == short(&state.organization(sql)?.id)
        && point.kind == kind.resource_type().name
        && (0..=counters::last_change(sql)?).contains(&point.change);
    if !is_ours {
        return Err(refuse(unknown));
    }
    let issued = Timestamp::from_second(point.issued).map_err(|_| refuse(unknown))?;
    if state.now().duration_since(issued) > LASTS {
        return Err(refuse(
            "The delta token has expired. Read the whole list again.",
        ));
    }
    Ok(point)
}

/// A row that changed, or went.
struct Changed {
    change: i64,
    seq: i64,
    what: What,
}

enum What {
    Born,
    Updated,
    Gone(String),
}

fn page(
    sql: &Connection,
    state: &State,
    (kind, caller): (Kind, &Caller),
    request: &DeltaRequest,
    place: &Place,
    count: u64,
) -> Result<(Vec<DeltaEntry>, Option<Place>), Trouble> {
    // One more than fits tells whether there is a next page.
    let limit = i64::try_from(count).unwrap_or(i64::MAX).saturating_add(1);
    let mut changed = rows(sql, kind, place, limit)?;
    let name = kind.resource_type().name;
    let gone = tombstones::between(
        sql,
        name,
        place.change,
        place.until,
        place.from.change,
        limit,
    )?;
    changed.extend(gone.into_iter().map(|stone| Changed {
        change: stone.change,
        seq: i64::MAX,
        what: What::Gone(stone.id),
    }));
    changed.sort_by_key(|changed| (changed.change, changed.seq));

    let wanted = usize::try_from(count).unwrap_or(usize::MAX);
    let goes_on = changed.len() > wanted;
    changed.truncate(wanted);
    let next = changed.last().filter(|_| goes_on).map(|last| Place {
        from: place.from.clone(),
        until: place.until,
        change: last.change,
        seq: last.seq,
    });

    let pen = Pen::new(sql, state.setting(), Sight::of(caller));
    let mut entries = Vec::with_capacity(changed.len());
    for changed in changed {
        let (id, change) = match changed.what {
            What::Gone(id) => (id, Change::Delete),
            What::Born | What::Updated => {
                let mut text = String::new();
                pen.write(kind, Extent::WithoutMembers, &mut text, changed.seq)?;
                let text = project(text, kind, &request.query.projection)?;
                let resource = render::as_resource(&text)?;
                let id = resource.get("id").and_then(serde_json::Value::as_str);
                let id = id.unwrap_or_default().to_owned();
                match changed.what {
                    What::Born => (id, Change::Create(resource)),
                    _ => (id, Change::Update(resource)),
                }
            }
        };
        entries.push(DeltaEntry {
            resource_type: name,
            id,
            change,
        });
    }
    Ok((entries, next))
}

/// The rows that changed after a place, oldest change first.
fn rows(
    sql: &Connection,
    kind: Kind,
    place: &Place,
    limit: i64,
) -> Result<Vec<Changed>, StoreError> {
    let mut find = sql.prepare_cached(&format!(
        "SELECT change, seq, born FROM {table}
         WHERE change >= ?1 AND (change, seq) > (?1, ?2) AND change <= ?3
         ORDER BY change, seq LIMIT ?4",
        table = kind.table()
    ))?;
    let found = find.query_map(
        params![place.change, place.seq, place.until, limit],
        |row| {
            let born: i64 = row.get(2)?;
            let what = if born > place.from.change {
                What::Born
            } else {
                What::Updated
            };
            Ok(Changed {
                change: row.get(0)?,
                seq: row.get(1)?,
                what,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}
