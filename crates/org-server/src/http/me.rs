//! `/Me`: the user behind the token (RFC 7644, section 3.11). Everybody may see themselves.

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::State;
use super::resources::{Reader, read_one};
use crate::credential::Caller;
use crate::query::Kind;
use crate::trouble::Trouble;

pub(super) async fn read(
    Extracted(state): Extracted<Arc<State>>,
    caller: Caller,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Trouble> {
    let id = caller.id.clone();
    read_one(
        Kind::Users,
        &state,
        (caller, Reader::Self_),
        id,
        &headers,
        &uri,
    )
    .await
}
