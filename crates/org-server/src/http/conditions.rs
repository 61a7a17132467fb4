//! `If-Match` and `If-None-Match` (RFC 7644, section 3.14).

use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName};
use rollcall_scim::etag::Condition;

/// The version that a write is made for.
pub(super) fn if_match(headers: &HeaderMap) -> Option<Condition> {
    condition(headers, IF_MATCH)
}

/// The version that a reader has already.
pub(super) fn if_none_match(headers: &HeaderMap) -> Option<Condition> {
    condition(headers, IF_NONE_MATCH)
}

/// Several headers of one name are one list. What is no text names a version that nothing has.
fn condition(headers: &HeaderMap, name: HeaderName) -> Option<Condition> {
    let mut values = headers.get_all(name).iter().peekable();
    values.peek()?;
    let list: Vec<_> = values
        .map(|value| value.to_str().unwrap_or_default())
        .collect();
    Some(Condition::parse(&list.join(",")))
}
