//! `/Bulk` (RFC 7644, section 3.7): many writes in one request, each through the same door as alone,
//! each done wholly or not at all.

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::StatusCode;
use axum::response::Response;
use rollcall_scim::ScimError;
use rollcall_scim::bulk::{BulkIds, BulkOperation, BulkRequest, BulkResponse, BulkResult, Method};
use rollcall_scim::etag::Condition;

use super::body::Write;
use super::resources::{door, location};
use super::{State, answer};
use crate::credential;
use crate::door::{Door, Written};
use crate::query::Kind;
use crate::store::all_or_nothing;
use crate::trouble::Trouble;

pub(super) async fn run(
    Extracted(state): Extracted<Arc<State>>,
    write: Write,
) -> Result<Response, Trouble> {
    let request = BulkRequest::parse(&write.json()?, state.offer.bulk)?;
    state
        .run(move |state| {
            state.store.write(|sql| {
                let mut done = perform(state, &request, |operation| {
                    all_or_nothing(sql, || {
                        let caller = credential::renewed(sql, &write.caller)?;
                        let outcome = one(door(state, sql, &caller, &write), operation);
                        outcome.map(|(status, written)| Outcome { status, written })
                    })
                })?;
                done.sort_by_key(|(index, _)| *index);
                let results = done.into_iter().map(|(_, result)| result).collect();
                Ok(answer::value(StatusCode::OK, &BulkResponse::new(results)))
            })
        })
        .await
}

/// What became of an operation that was done.
struct Outcome {
    status: u16,
    written: Option<Written>,
}

/// Does the operations, in an order in which references lead to what is there.
fn perform(
    state: &State,
    request: &BulkRequest,
    mut attempt: impl FnMut(&BulkOperation) -> Result<Outcome, Trouble>,
) -> Result<Vec<(usize, BulkResult)>, Trouble> {
    let mut ids = BulkIds::new();
    let mut results = Vec::new();
    let mut failures = 0;
    for step in request.order() {
        let (index, outcome) = match step {
            Ok(index) => {
                let outcome = match ids.resolve(&request.operations[index]) {
                    Ok(operation) => match attempt(&operation) {
                        Ok(outcome) => Ok(outcome),
                        Err(Trouble::Refused(error)) => Err(error),
                        Err(error) => return Err(error),
                    },
                    Err(error) => Err(error),
                };
                (index, outcome)
            }
            Err((index, error)) => (index, Err(error)),
        };
        let operation = &request.operations[index];
        if let (Ok(outcome), Some(bulk_id)) = (&outcome, &operation.bulk_id)
            && let Some(written) = &outcome.written
        {
            ids.insert(bulk_id.clone(), written.id.clone());
        }
        failures += u64::from(outcome.is_err());
        results.push((index, result(state, operation, outcome)));
        if request
            .fail_on_errors
            .is_some_and(|most| most > 0 && failures >= most)
        {
            break;
        }
    }
    Ok(results)
}

fn result(
    state: &State,
    operation: &BulkOperation,
    outcome: Result<Outcome, ScimError>,
) -> BulkResult {
    let address = || {
        // An operation on what exists names it in its path.
        (operation.method != Method::Post).then(|| format!("{}{}", state.base, operation.path))
    };
    let (location, version, status, response) = match outcome {
        Ok(Outcome { status, written }) => (
            written
                .as_ref()
                .map(|written| location(state, written))
                .or_else(address),
            written.map(|written| written.version),
            status,
            None,
        ),
        Err(error) => (
            address(),
            None,
            error.status,
            serde_json::to_value(&error).ok(),
        ),
    };
    BulkResult {
        method: operation.method,
        bulk_id: operation.bulk_id.clone(),
        location,
        version,
        status,
        response,
    }
}

/// One operation through the door.
fn one(door: Door<'_>, operation: &BulkOperation) -> Result<(u16, Option<Written>), Trouble> {
    let condition = operation.version.as_deref().map(Condition::parse);
    let condition = condition.as_ref();
    let (kind, id) = target(&operation.path)?;
    let data = &operation.data;
    let changed = match (operation.method, id) {
        (Method::Post, None) => return Ok((201, Some(door.create(kind, data)?))),
        (Method::Delete, Some(_)) if kind == Kind::Organizations => {
            let message = "Deleting the organization is a request of its own.";
            return Err(ScimError::new(405, message).into());
        }
        (Method::Delete, Some(id)) => {
            door.delete((kind, id), condition)?;
            return Ok((204, None));
        }
        (Method::Put, Some(id)) => door.replace((kind, id), condition, data)?,
        (Method::Patch, Some(id)) => door.patch((kind, id), condition, data)?,
        (Method::Post, Some(_)) | (_, None) => {
            let message = format!("{} doesn't take this method.", operation.path);
            return Err(ScimError::new(405, message).into());
        }
    };
    Ok((200, Some(changed)))
}

/// What a path names: a resource type, or one resource of it.
fn target(path: &str) -> Result<(Kind, Option<&str>), ScimError> {
    for kind in [
        Kind::Users,
        Kind::Groups,
        Kind::Invitations,
        Kind::Organizations,
    ] {
        match path.strip_prefix(kind.resource_type().endpoint) {
            Some("" | "/") => return Ok((kind, None)),
            Some(rest) if rest.starts_with('/') => return Ok((kind, Some(&rest[1..]))),
            _ => {}
        }
    }
    Err(ScimError::new(
        404,
        "The operation's path must begin with /Users, /Groups, /Invitations or /Organizations.",
    ))
}
