//! Pictures of the demo's people: drawn when they are asked for, always the same for the same person.

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use rollcall_scim::ScimError;

use super::State;
use super::body::Id;
use crate::demo::portrait;
use crate::store::organization;
use crate::trouble::Trouble;

/// Without a token, as pictures on the web are; there is nothing in them but shapes.
pub(super) async fn picture(
    Extracted(state): Extracted<Arc<State>>,
    Id(name): Id,
) -> Result<Response, Trouble> {
    let number = name
        .strip_suffix(".png")
        .and_then(|number| u32::from_str_radix(number, 16).ok());
    let drawn = state
        .run(move |state| {
            state.store.read(|sql| {
                let seed = organization::find(sql)?.and_then(|found| found.demo_seed);
                let missing = || ScimError::new(404, "There is no such picture.");
                let (Some(seed), Some(number)) = (seed, number) else {
                    return Err(missing().into());
                };
                portrait::draw(seed, number).ok_or_else(|| missing().into())
            })
        })
        .await?;
    let mut response = drawn.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("image/png"));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=604800, immutable"),
    );
    Ok(response)
}
