//! One resource: made, read, replaced, changed, deleted (RFC 7644, sections 3.3 to 3.6).

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use rollcall_policy::{Action, Grant, Target};
use rollcall_scim::{Projection, ScimError, etag};
use rusqlite::Connection;

use super::body::{Id, Write};
use super::idempotency::{self, Begun};
use super::{State, answer, conditions};
use crate::credential::{self, Caller};
use crate::door::{self, Door, Written, require, viewing};
use crate::query::{Kind, Visible};
use crate::render::group::Extent;
use crate::render::organization::{self as organization_text, Sight};
use crate::render::{self, Pen, Setting};
use crate::store::{StoreError, invoices, memberships, organization, users, workspaces};
use crate::subscription;
use crate::trouble::Trouble;

pub(super) async fn create(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    write: Write,
) -> Result<Response, Trouble> {
    let body = write.json()?;
    let projection = projection(&write.uri)?;
    let made = state
        .run(move |state| {
            state.store.write(|sql| {
                let caller = credential::renewed(sql, &write.caller)?;
                let begun = idempotency::begin(sql, kind, &write)?;
                let begun = match begun {
                    Begun::Done(receipt) => return Ok(receipt),
                    Begun::New(begun) => begun,
                };
                let door = door(state, sql, &caller, &write);
                let written = door.create(kind, &body)?;
                let body = render_one(
                    sql,
                    door.setting,
                    (door.caller, Reader::All),
                    &projection,
                    &written,
                )?;
                idempotency::end(
                    sql,
                    begun,
                    &written,
                    location(state, &written),
                    body,
                    door.setting,
                )
            })
        })
        .await?;
    let body = String::from_utf8_lossy(&made.body).into_owned();
    Ok(answer::at(
        answer::resource(StatusCode::CREATED, body, &made.version),
        &made.location,
    ))
}

pub(super) async fn read(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    Id(id): Id,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Trouble> {
    settle(kind, &state).await?;
    let reader = match visible(kind, &caller)? {
        Visible::All => Reader::All,
        Visible::GrantedTo(user) => Reader::GrantedTo(user),
    };
    read_one(kind, &state, (caller, reader), id, &headers, &uri).await
}

/// Who reads one resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Somebody who may see all of it.
    All,
    /// The user themselves.
    Self_,
    /// The user of this row, who may see the workspaces granted to them, without settings.
    GrantedTo(i64),
}

/// Answers a resource, or that the reader has it already.
pub(super) async fn read_one(
    kind: Kind,
    state: &Arc<State>,
    (caller, reader): (Caller, Reader),
    id: String,
    headers: &HeaderMap,
    uri: &Uri,
) -> Result<Response, Trouble> {
    let projection = projection(uri)?;
    let known = conditions::if_none_match(headers);
    state
        .run(move |state| {
            state.store.read(|sql| {
                let found = find(sql, (kind, &caller), &id)?;
                let found = found.ok_or_else(|| door::not_found(kind, &id))?;
                if let Reader::GrantedTo(user) = reader
                    && !memberships::exists(sql, user, found.seq)?
                {
                    let target = Target::Workspace(Grant::NotGranted);
                    require(&caller, Action::WorkspacesView, &target)?;
                }
                if known.is_some_and(|known| known.matches(&found.version)) {
                    return Ok(answer::not_modified(&found.version));
                }
                let text =
                    render_one(sql, state.setting(), (&caller, reader), &projection, &found)?;
                Ok(answer::resource(StatusCode::OK, text, &found.version))
            })
        })
        .await
}

pub(super) async fn replace(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    Id(id): Id,
    write: Write,
) -> Result<Response, Trouble> {
    let body = write.json()?;
    change(state, write, move |door, condition| {
        door.replace((kind, &id), condition, &body)
    })
    .await
}

pub(super) async fn patch(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    Id(id): Id,
    write: Write,
) -> Result<Response, Trouble> {
    let body = write.json()?;
    change(state, write, move |door, condition| {
        door.patch((kind, &id), condition, &body)
    })
    .await
}

pub(super) async fn delete(
    kind: Kind,
    Extracted(state): Extracted<Arc<State>>,
    Id(id): Id,
    write: Write,
) -> Result<Response, Trouble> {
    let deleted = state
        .run(move |state| {
            state.store.write(|sql| {
                let caller = credential::renewed(sql, &write.caller)?;
                let door = door(state, sql, &caller, &write);
                let condition = conditions::if_match(&write.headers);
                door.delete((kind, &id), condition.as_ref())
            })
        })
        .await?;
    Ok(answer::deleted(kind, deleted))
}

/// Passes a change through the door, and answers the resource as it is then.
async fn change<F>(state: Arc<State>, write: Write, change: F) -> Result<Response, Trouble>
where
    F: FnOnce(Door<'_>, Option<&rollcall_scim::etag::Condition>) -> Result<Written, Trouble>
        + Send
        + 'static,
{
    let projection = projection(&write.uri)?;
    state
        .run(move |state| {
            state.store.write(|sql| {
                let caller = credential::renewed(sql, &write.caller)?;
                let door = door(state, sql, &caller, &write);
                let condition = conditions::if_match(&write.headers);
                let written = change(door, condition.as_ref())?;
                let text = render_one(
                    sql,
                    door.setting,
                    (door.caller, Reader::All),
                    &projection,
                    &written,
                )?;
                Ok(answer::resource(StatusCode::OK, text, &written.version))
            })
        })
        .await
}

/// Does what is due by the clock before anything is read that it changes.
pub(super) async fn settle(kind: Kind, state: &Arc<State>) -> Result<(), Trouble> {
    if !matches!(kind, Kind::Organizations | Kind::Invoices) {
        return Ok(());
    }
    state
        .run(|state| {
            let now = state.now();
            let is_due = |sql: &Connection| subscription::is_anything_due(sql, now);
            if state.store.read(is_due)? {
                let settle = |sql: &Connection| subscription::settled(sql, &state.ids, now);
                state.store.write(settle)?;
            }
            Ok(())
        })
        .await
}

/// What this caller may see of a kind of resource.
///
/// # Errors
///
/// 403 with the policy's sentence: nothing.
pub(super) fn visible(kind: Kind, caller: &Caller) -> Result<Visible, ScimError> {
    let (action, target) = viewing(kind);
    match require(caller, action, &target) {
        Err(_) if kind == Kind::Groups => {
            require(caller, action, &Target::Workspace(Grant::Granted))?;
            Ok(Visible::GrantedTo(caller.seq))
        }
        verdict => verdict.map(|()| Visible::All),
    }
}

/// A resource as text, as far as the reader may see it and asked for it.
pub(super) fn render_one(
    sql: &Connection,
    setting: Setting<'_>,
    (caller, reader): (&Caller, Reader),
    projection: &Projection,
    written: &Written,
) -> Result<String, StoreError> {
    let mut text = String::new();
    let extent = extent(reader, projection);
    Pen::new(sql, setting, Sight::of(caller)).write(
        written.kind,
        extent,
        &mut text,
        written.seq,
    )?;
    project(text, written.kind, projection)
}

/// How much of a workspace is worth rendering.
pub(super) fn extent(reader: Reader, projection: &Projection) -> Extent {
    match reader {
        Reader::GrantedTo(_) => Extent::NameOnly,
        Reader::All | Reader::Self_ if projection.wants("members") => Extent::Whole,
        Reader::All | Reader::Self_ => Extent::WithoutMembers,
    }
}

/// The part of a rendered resource that was asked for.
pub(super) fn project(
    text: String,
    kind: Kind,
    projection: &Projection,
) -> Result<String, StoreError> {
    if *projection == Projection::Default {
        return Ok(text);
    }
    let resource = render::as_resource(&text)?;
    let part = projection.apply(kind.resource_type(), &resource);
    Ok(serde_json::Value::Object(part).to_string())
}

/// `attributes` and `excludedAttributes` of the URL.
pub(super) fn projection(uri: &Uri) -> Result<Projection, ScimError> {
    let query = uri.query().unwrap_or_default();
    let parameter = |wanted: &str| {
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, value)| value.into_owned())
    };
    let attributes = parameter("attributes");
    let excluded = parameter("excludedAttributes");
    Projection::parse(attributes.as_deref(), excluded.as_deref())
}

/// The address of a resource.
pub(super) fn location(state: &State, written: &Written) -> String {
    format!(
        "{}{}/{}",
        state.base,
        written.kind.resource_type().endpoint,
        written.id
    )
}

/// The door for this request, whose caller was looked at again.
pub(super) fn door<'a>(
    state: &'a State,
    sql: &'a Connection,
    caller: &'a Caller,
    write: &'a Write,
) -> Door<'a> {
    Door {
        sql,
        caller,
        origin: &write.origin.0,
        setting: state.setting(),
        ids: &state.ids,
        post: &state.post,
    }
}

fn find(
    sql: &Connection,
    (kind, caller): (Kind, &Caller),
    id: &str,
) -> Result<Option<Written>, StoreError> {
    let weak = etag::weak;
    let found = match kind {
        Kind::Users => users::by_id(sql, id)?.map(|user| (user.seq, user.id, weak(user.version))),
        Kind::Groups => workspaces::by_id(sql, id)?.map(|row| (row.seq, row.id, weak(row.version))),
        Kind::Invitations => users::by_id(sql, id)?
            .filter(|user| user.invitation.is_some())
            .map(|user| (user.seq, user.id, weak(user.version))),
        Kind::Invoices => invoices::by_id(sql, id)?.map(|row| (row.seq, row.id, weak(row.version))),
        Kind::Organizations => match organization::find(sql)?.filter(|found| found.id == id) {
            Some(found) => {
                let used = organization::seats_used(sql)?;
                let version = organization_text::version(&found, used, Sight::of(caller));
                Some((organization::SEQ, found.id, version))
            }
            None => None,
        },
    };
    Ok(found.map(|(seq, id, version)| Written {
        kind,
        seq,
        id,
        version,
    }))
}
