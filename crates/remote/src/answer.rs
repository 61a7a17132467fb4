//! What an answer means by its status and its body, before anybody looks into the resource.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};
use rollcall_scim::ScimType;
use rollcall_scim::wire;
use rollcall_sync::{OfflineKind, RemoteError};

use crate::ask::Answer;
use crate::retry_after::wait;

/// Sorts an answer.
pub(crate) fn judge(answer: Response<Bytes>) -> Result<Answer, RemoteError> {
    let (head, body) = answer.into_parts();
    let status = head.status;
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        let html = head
            .headers
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| {
                kind.trim_start()
                    .to_ascii_lowercase()
                    .starts_with("text/html")
            });
        if !body.is_empty() && (html || wire::is_web_page(&wire::text(&body[..body.len().min(64)])))
        {
            return Err(RemoteError::NotOurNetwork);
        }
        return Ok(Answer {
            status,
            headers: head.headers,
            body,
        });
    }
    Err(match status.as_u16() {
        300..=399 => RemoteError::Redirected,
        401 => RemoteError::Unauthorized,
        403 => RemoteError::Forbidden {
            reason: reason(status, &body),
        },
        407 => RemoteError::Offline {
            kind: OfflineKind::Proxy,
            cause: None,
        },
        429 | 503 => RemoteError::Busy {
            wait: wait(&head.headers),
        },
        511 => RemoteError::NotOurNetwork,
        500 | 502 | 504..=599 => RemoteError::Server {
            status: status.as_u16(),
        },
        400 if kind(&body) == Some(ScimType::NoTarget) => RemoteError::NoTarget,
        code => RemoteError::Refused {
            status: code,
            reason: reason(status, &body),
        },
    })
}

fn kind(body: &[u8]) -> Option<ScimType> {
    wire::error::read(&wire::text(body)).scim_type
}

/// The server's own words, else the status in ours.
fn reason(status: StatusCode, body: &[u8]) -> String {
    wire::error::read(&wire::text(body))
        .detail
        .unwrap_or_else(|| match status.as_u16() {
            403 => "The server doesn't allow this, and doesn't say why.".to_owned(),
            404 => "The server knows nothing of this.".to_owned(),
            501 => "The server can't do this.".to_owned(),
            code => format!("The server refused this (status {code}) and doesn't say why."),
        })
}
