//! Discovery (RFC 7644, section 4): read without a token, so that a client can tell a wrong address
//! from a wrong token.

use std::sync::Arc;

use axum::extract::{RawQuery, State as Extracted};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use rollcall_scim::list::ListResponse;
use rollcall_scim::{ScimError, discovery, rollcall};
use serde_json::Value;

use super::State;
use super::answer::{self, Refusal};
use super::body::Id;

pub(super) async fn service_provider_config(Extracted(state): Extracted<Arc<State>>) -> Response {
    answer::value(
        StatusCode::OK,
        &discovery::service_provider_config(&state.base, &state.offer),
    )
}

pub(super) async fn resource_types(
    Extracted(state): Extracted<Arc<State>>,
    RawQuery(query): RawQuery,
) -> Response {
    let kinds = rollcall::RESOURCE_TYPES.iter();
    whole(
        query,
        kinds
            .map(|kind| discovery::resource_type(&state.base, kind))
            .collect(),
    )
}

pub(super) async fn resource_type(
    Extracted(state): Extracted<Arc<State>>,
    Id(name): Id,
) -> Response {
    let kind = rollcall::RESOURCE_TYPES
        .iter()
        .find(|kind| kind.name == name);
    match kind {
        Some(kind) => answer::value(StatusCode::OK, &discovery::resource_type(&state.base, kind)),
        None => missing("resource type"),
    }
}

pub(super) async fn schemas(
    Extracted(state): Extracted<Arc<State>>,
    RawQuery(query): RawQuery,
) -> Response {
    whole(
        query,
        discovery::schemas(&state.base, rollcall::RESOURCE_TYPES),
    )
}

pub(super) async fn schema(Extracted(state): Extracted<Arc<State>>, Id(urn): Id) -> Response {
    let found = rollcall::RESOURCE_TYPES
        .iter()
        .find_map(|kind| kind.find_schema(&urn));
    match found {
        Some(schema) => answer::value(StatusCode::OK, &discovery::schema(&state.base, schema)),
        None => missing("schema"),
    }
}

/// A list that has one page. A filter is refused rather than ignored (RFC 7644, section 4).
fn whole(query: Option<String>, entries: Vec<Value>) -> Response {
    let query = query.unwrap_or_default();
    let is_filtered = url::form_urlencoded::parse(query.as_bytes())
        .any(|(name, _)| name.eq_ignore_ascii_case("filter"));
    if is_filtered {
        return Refusal(ScimError::new(403, "Discovery can't be filtered.")).into_response();
    }
    answer::value(StatusCode::OK, &ListResponse::whole(entries))
}

fn missing(what: &str) -> Response {
    Refusal(ScimError::new(404, format!("There is no such {what}."))).into_response()
}
