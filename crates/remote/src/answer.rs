//! What an answer means by its status and its body, before anybody looks into the resource.

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use rollcall_language::{for_the_record, say};
use rollcall_scim::ScimType;
use rollcall_scim::wire;
use rollcall_sync::{OfflineKind, RemoteError};
use url::Url;

use crate::ask::Answer;
use crate::retry_after::wait;

/// Sorts what was answered to a request for this URL.
pub(crate) fn judge(from: &Url, answer: Response<Bytes>) -> Result<Answer, RemoteError> {
    if answer.status().is_success() && is_page(&answer) {
        return Err(RemoteError::NotOurNetwork);
    }
    let (head, body) = answer.into_parts();
    let status = head.status;
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        // What was asked for and is known is unpacked by now.
        if let Some(packed) = head
            .headers
            .get(CONTENT_ENCODING)
            .filter(|packed| *packed != "identity")
        {
            return Err(RemoteError::Malformed {
                what: say!("faults-packed-unasked", way = name_of(packed)),
            });
        }
        return Ok(Answer {
            status,
            headers: head.headers,
            body,
        });
    }
    Err(match status.as_u16() {
        300..=399 => RemoteError::Redirected {
            to: leads_to(from, &head.headers),
        },
        401 => RemoteError::Unauthorized,
        403 => RemoteError::Forbidden {
            reason: reason(status, &body),
        },
        407 => RemoteError::Offline {
            kind: OfflineKind::ProxySignIn,
            cause: None,
        },
        // Misdirected and too early are for another moment, and were not looked at (RFC 9110 15.5.20, RFC 8470 5.2).
        421 | 425 | 429 | 503 => RemoteError::Busy {
            wait: wait(&head.headers),
        },
        511 => RemoteError::NotOurNetwork,
        // A request that came too slowly (408) is one for another attempt too; but gateways say so of servers
        // that did not answer them in time.
        408 | 500 | 502 | 504..=599 => RemoteError::Server {
            status: status.as_u16(),
        },
        400 if kind(&body) == Some(ScimType::NoTarget) => RemoteError::NoTarget,
        code => RemoteError::Refused {
            status: code,
            reason: reason(status, &body),
        },
    })
}

/// Whether an answer is a web page, as a captive portal or a sign-in page has them.
pub(crate) fn is_page(answer: &Response<Bytes>) -> bool {
    let body = answer.body();
    let html = answer
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| {
            kind.trim_start()
                .to_ascii_lowercase()
                .starts_with("text/html")
        });
    !body.is_empty() && (html || wire::is_web_page(&wire::text(&body[..body.len().min(64)])))
}

/// Whether an answer refuses, for good, what was asked for.
pub(crate) fn is_refusal(answer: &Response<Bytes>) -> bool {
    matches!(
        answer.status().as_u16(),
        400 | 402..=406 | 409..=420 | 422..=424 | 426..=428 | 430..=499 | 501
    )
}

/// The other origin that a redirect leads to.
fn leads_to(from: &Url, headers: &HeaderMap) -> Option<String> {
    let to = std::str::from_utf8(headers.get(LOCATION)?.as_bytes()).ok()?;
    let to = Url::parse(to).ok()?;
    let elsewhere = to.has_host() && to.origin() != from.origin();
    elsewhere.then(|| to.origin().ascii_serialization())
}

/// A header's value as text for people, cut short.
fn name_of(value: &HeaderValue) -> String {
    const LONGEST: usize = 40;
    let text = String::from_utf8_lossy(value.as_bytes());
    text.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

fn kind(body: &[u8]) -> Option<ScimType> {
    wire::error::read(&wire::text(body)).scim_type
}

/// The server's own words, else the status in ours: for the record, since a change that is refused keeps
/// them.
fn reason(status: StatusCode, body: &[u8]) -> String {
    let in_ours = || match status.as_u16() {
        403 => say!("faults-forbidden"),
        404 => say!("faults-not-found"),
        501 => say!("faults-not-implemented"),
        code => say!("faults-refused", status = code),
    };
    wire::error::read(&wire::text(body))
        .detail
        .unwrap_or_else(|| for_the_record(in_ours))
}
