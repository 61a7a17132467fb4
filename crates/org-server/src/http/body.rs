//! Reading a request: its body, its id, its headers.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use rollcall_scim::schema::MEDIA_TYPE;
use rollcall_scim::{ScimError, json};
use serde_json::Value;

use super::{Origin, State};
use crate::credential::Caller;
use crate::trouble::Trouble;

/// How many bytes a body may have; a workspace of 30,000 members fits.
pub(crate) const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// How long a body may take to arrive.
const SLOWEST_BODY: Duration = Duration::from_secs(60);

/// A write as it came in.
#[derive(Debug)]
pub(super) struct Write {
    pub(super) caller: Caller,
    pub(super) origin: Origin,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Write {
    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// 415 for another media type, `invalidSyntax` for what is no JSON.
    pub(super) fn json(&self) -> Result<Value, ScimError> {
        check_type(&self.headers)?;
        json::read(&self.body)
    }
}

impl FromRequest<Arc<State>> for Write {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &Arc<State>) -> Result<Self, Trouble> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, state).await?;
        let Ok(origin) = Origin::from_request_parts(&mut parts, state).await;
        let body = receive(body, LARGEST_BODY).await?;
        Ok(Self {
            caller,
            origin,
            uri: parts.uri,
            headers: parts.headers,
            body,
        })
    }
}

/// The whole body.
///
/// # Errors
///
/// 413 when it is larger than `largest` bytes, 408 when it doesn't arrive in time, 400 when it breaks
/// off.
pub(super) async fn receive(body: Body, largest: usize) -> Result<Bytes, ScimError> {
    match tokio::time::timeout(SLOWEST_BODY, to_bytes(body, largest)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) => Err(unreadable(&error, largest)),
        Err(_late) => Err(ScimError::new(408, "The body took too long to arrive.")),
    }
}

fn unreadable(error: &axum::Error, largest: usize) -> ScimError {
    let is_too_large = std::iter::successors(Some(error as &dyn std::error::Error), |error| {
        error.source()
    })
    .any(|error| error.is::<http_body_util::LengthLimitError>());
    if is_too_large {
        let kilobytes = largest / 1024;
        ScimError::new(413, format!("The body is larger than {kilobytes} kB."))
    } else {
        ScimError::new(400, "The body ended before it was complete.")
    }
}

fn check_type(headers: &HeaderMap) -> Result<(), ScimError> {
    if headers.contains_key(CONTENT_ENCODING) {
        return Err(ScimError::new(
            415,
            "A body with a Content-Encoding is not read; send it plain.",
        ));
    }
    let Some(given) = headers.get(CONTENT_TYPE) else {
        return Ok(());
    };
    let essence = given
        .to_str()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    let is_read = [MEDIA_TYPE, "application/json"]
        .iter()
        .any(|t| t.eq_ignore_ascii_case(essence));
    if is_read {
        return Ok(());
    }
    Err(ScimError::new(
        415,
        format!("Send the body as {MEDIA_TYPE} or application/json."),
    ))
}

/// The id in the path.
#[derive(Debug)]
pub(super) struct Id(pub(super) String);

impl FromRequestParts<Arc<State>> for Id {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Trouble> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Self(id)),
            // Percent signs that stand for no text.
            Err(_) => Err(ScimError::new(404, "There is no resource with this id.").into()),
        }
    }
}
