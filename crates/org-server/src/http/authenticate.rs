//! Bearer tokens (RFC 6750): who is behind a request.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State as Extracted};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use rollcall_scim::ScimError;

use super::State;
use crate::credential::{self, Caller};
use crate::trouble::Trouble;

/// Lets a request pass whose token is good, and notes whose it is.
pub(super) async fn require_caller(
    Extracted(state): Extracted<Arc<State>>,
    mut request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let token = bearer(&request).map(str::to_owned).ok_or_else(|| {
        ScimError::new(
            401,
            "This needs a bearer token in the header Authorization.",
        )
    })?;
    let caller = state
        .run(
            move |state| match credential::caller(&state.store, &token, state.now())? {
                Some(caller) => Ok(caller),
                None => Err(state.store.read(credential::signed_out)?.into()),
            },
        )
        .await?;
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

fn bearer(request: &Request) -> Option<&str> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Trouble> {
        let known = parts.extensions.get::<Self>().cloned();
        known.ok_or_else(|| ScimError::new(401, "This needs a bearer token.").into())
    }
}
