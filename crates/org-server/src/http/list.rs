//! Lists: GET, `.search`, and the search across resource types (RFC 7644, sections 3.4.2 and 3.4.3).

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use rollcall_policy::{Action, Target};
use rollcall_scim::list::ListResponse;
use rollcall_scim::query::{ListQuery, Page};
use rollcall_scim::{Projection, ScimError, ScimType};
use rusqlite::Connection;

use super::body::Write;
use super::resources::{Reader, extent, project, settle, visible};
use super::{State, answer};
use crate::credential::Caller;
use crate::door::require;
use crate::query::{Kind, ListRequest, Selected, Visible, select};
use crate::render::group::Extent;
use crate::render::organization::Sight;
use crate::render::{self, Pen};
use crate::store::{StoreError, organization};
use crate::trouble::Trouble;

pub(super) async fn list(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    uri: Uri,
) -> Result<Response, Trouble> {
    let query = uri.query().unwrap_or_default();
    let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
    let pairs = pairs
        .iter()
        .map(|(name, value)| (name.as_ref(), value.as_ref()));
    answer_page(kind, state, caller, ListQuery::from_pairs(pairs)?).await
}

pub(super) async fn search(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    write: Write,
) -> Result<Response, Trouble> {
    let query = ListQuery::from_search(&write.json()?)?;
    answer_page(kind, state, caller, query).await
}

async fn answer_page(
    kind: Kind,
    state: Arc<State>,
    caller: Caller,
    query: ListQuery,
) -> Result<Response, Trouble> {
    settle(kind, &state).await?;
    state
        .run(move |state| {
            state.store.read(|sql| {
                let visible = visible(kind, &caller)?;
                let selected = page(sql, state, kind, &caller, visible, &query, None)?;
                let texts = render(
                    sql,
                    state,
                    (kind, &caller),
                    visible,
                    &query.projection,
                    &selected.rows,
                )?;
                let head = match query.page {
                    Page::Index(start) => {
                        ListResponse::<()>::by_index(Vec::new(), start, selected.total)
                    }
                    Page::FirstByCursor | Page::Cursor(_) => {
                        ListResponse::by_cursor(Vec::new(), Some(selected.total), selected.next)
                    }
                };
                Ok(answer::json(StatusCode::OK, assemble(head, &texts)?))
            })
        })
        .await
}

/// Users and workspaces, one after the other, numbered as one list. Of a filter that one of the two
/// can't fulfil, that one yields nothing.
pub(super) async fn search_everything(
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    write: Write,
) -> Result<Response, Trouble> {
    let query = ListQuery::from_search(&write.json()?)?;
    let Page::Index(start) = query.page else {
        let message = "A search across resource types is paged by startIndex, not by cursor.";
        return Err(ScimError::of(ScimType::InvalidCursor, message).into());
    };
    state
        .run(move |state| {
            state.store.read(|sql| {
                let mut texts = Vec::new();
                let mut total = 0;
                let mut refusal = None;
                let mut answered = false;
                let wanted = capped(state, query.count);
                for kind in [Kind::Users, Kind::Groups] {
                    let start = start.saturating_sub(total).max(1);
                    let count = wanted.saturating_sub(texts.len() as u64);
                    let query = ListQuery {
                        page: Page::Index(start),
                        ..query.clone()
                    };
                    let part = visible(kind, &caller)
                        .map_err(Trouble::from)
                        .and_then(|visible| {
                            let selected =
                                page(sql, state, kind, &caller, visible, &query, Some(count))?;
                            Ok((visible, selected))
                        });
                    match part {
                        Ok((visible, selected)) => {
                            answered = true;
                            total += selected.total;
                            let rows = &selected.rows;
                            let part = render(
                                sql,
                                state,
                                (kind, &caller),
                                visible,
                                &query.projection,
                                rows,
                            )?;
                            texts.extend(part);
                        }
                        Err(Trouble::Refused(error)) => refusal = Some(error),
                        Err(error) => return Err(error),
                    }
                }
                match refusal {
                    Some(error) if !answered => Err(error.into()),
                    _ => {
                        let head = ListResponse::<()>::by_index(Vec::new(), start, total);
                        Ok(answer::json(StatusCode::OK, assemble(head, &texts)?))
                    }
                }
            })
        })
        .await
}

fn page(
    sql: &Connection,
    state: &State,
    kind: Kind,
    caller: &Caller,
    visible: Visible,
    query: &ListQuery,
    count: Option<u64>,
) -> Result<Selected, Trouble> {
    if let Some(filter) = &query.filter {
        filter.check(kind.resource_type())?;
    }
    if kind == Kind::Organizations {
        return only_organization(sql, state, caller, query);
    }
    let request = ListRequest {
        kind,
        query,
        visible,
        count: count.unwrap_or_else(|| capped(state, query.count)),
        organization: &state.organization(sql)?.id,
        setting: state.setting(),
    };
    if visible != Visible::All && request.looks_at_settings() {
        require(caller, Action::WorkspacesView, &Target::WorkspaceSettings)?;
    }
    select(sql, &state.positions, &request)
}

/// The one organization, or none: what the reader may not see of it isn't compared either.
fn only_organization(
    sql: &Connection,
    state: &State,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Selected, Trouble> {
    if let Page::Cursor(_) = query.page {
        let message = "This list has one page, so the cursor is none of it.";
        return Err(ScimError::of(ScimType::InvalidCursor, message).into());
    }
    // It may be gone since the token was looked at.
    state.organization(sql)?;
    let kind = Kind::Organizations;
    let mut text = String::new();
    Pen::new(sql, state.setting(), Sight::of(caller)).write(
        kind,
        Extent::Whole,
        &mut text,
        organization::SEQ,
    )?;
    let resource = render::as_resource(&text)?;
    let is_found = match &query.filter {
        Some(filter) => filter.matches(kind.resource_type(), &resource),
        None => true,
    };
    let is_shown = capped(state, query.count) > 0
        && matches!(query.page, Page::Index(0 | 1) | Page::FirstByCursor);
    Ok(Selected {
        rows: if is_found && is_shown {
            vec![organization::SEQ]
        } else {
            Vec::new()
        },
        total: u64::from(is_found),
        next: None,
    })
}

/// How many resources a page may hold: what was asked for, or less.
pub(super) fn capped(state: &State, count: Option<u64>) -> u64 {
    count
        .unwrap_or(state.offer.default_page)
        .min(state.offer.max_page)
}

fn render(
    sql: &Connection,
    state: &State,
    (kind, caller): (Kind, &Caller),
    visible: Visible,
    projection: &Projection,
    rows: &[i64],
) -> Result<Vec<String>, StoreError> {
    let reader = match visible {
        Visible::All => Reader::All,
        Visible::GrantedTo(user) => Reader::GrantedTo(user),
    };
    let pen = Pen::new(sql, state.setting(), Sight::of(caller));
    let mut texts = Vec::with_capacity(rows.len());
    for row in rows {
        let mut text = String::with_capacity(1024);
        pen.write(kind, extent(reader, projection), &mut text, *row)?;
        texts.push(project(text, kind, projection)?);
    }
    Ok(texts)
}

/// A list response around resources that are text already: parsing a thousand of them only to write
/// them again would cost more than the rest of the page.
fn assemble(mut head: ListResponse<()>, texts: &[String]) -> Result<String, StoreError> {
    const END: &str = "]}";
    head.items_per_page = texts.len();
    let mut page =
        serde_json::to_string(&head).map_err(|error| StoreError::Damaged(error.to_string()))?;
    // The empty list of resources stands at the end.
    if !page.ends_with(END) {
        return Err(StoreError::Damaged(page));
    }
    page.truncate(page.len() - END.len());
    page.reserve(texts.iter().map(|text| text.len() + 1).sum());
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            page.push(',');
        }
        page.push_str(text);
    }
    page.push_str(END);
    Ok(page)
}
