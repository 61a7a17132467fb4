//! Answers: SCIM bodies, also for everything that goes wrong.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, LOCATION, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rollcall_scim::ScimError;
use rollcall_scim::schema::MEDIA_TYPE;
use serde::Serialize;

use crate::door::Deleted;
use crate::query::Kind;
use crate::trouble::Trouble;

/// How many contacts were unassigned by a deletion.
const UNASSIGNED_CONTACTS: HeaderName = HeaderName::from_static("rollcall-unassigned-contacts");

/// A body of SCIM's media type.
pub(super) fn json(status: StatusCode, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    response
}

/// A value as a body.
pub(super) fn value(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => json(status, body),
        Err(error) => {
            tracing::error!(%error, "could not write an answer");
            Refusal(ScimError::new(500, SORRY)).into_response()
        }
    }
}

/// A resource that was asked for, made or changed.
pub(super) fn resource(status: StatusCode, body: String, version: &str) -> Response {
    let mut response = json(status, body);
    set(&mut response, ETAG, version);
    response
}

/// Adds the address of what was made.
pub(super) fn at(mut response: Response, location: &str) -> Response {
    set(&mut response, LOCATION, location);
    response
}

/// Nothing to say (RFC 7644, section 3.6), but for what went with a user: a 204 has no body, so a header
/// says how many contacts are assigned to nobody now.
pub(super) fn deleted(kind: Kind, deleted: Deleted) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    if matches!(kind, Kind::Users | Kind::Invitations) {
        let count = HeaderValue::from(deleted.unassigned_contacts);
        response.headers_mut().insert(UNASSIGNED_CONTACTS, count);
    }
    response
}

/// An answer to a request whose resource the client has already.
pub(super) fn not_modified(version: &str) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    set(&mut response, ETAG, version);
    response
}

/// Text that no header can carry is left out; ids and versions are our own.
fn set(response: &mut Response, name: HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        response.headers_mut().insert(name, value);
    }
}

const SORRY: &str = "The server could not do this. It is not the request's fault; try again later.";

/// A refusal as an answer.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) ScimError);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self(error) = self;
        let status =
            StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&error).unwrap_or_default();
        let mut response = json(status, body);
        if status == StatusCode::UNAUTHORIZED {
            let challenge = HeaderValue::from_static("Bearer realm=\"rollcall\"");
            response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(error) => Refusal(error).into_response(),
            Self::Store(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a request failed");
                Refusal(ScimError::new(500, SORRY)).into_response()
            }
        }
    }
}
