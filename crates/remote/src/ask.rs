//! One request, made so that nothing in it can change its meaning, and its answer, judged.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use rollcall_language::{for_the_record, say};
use rollcall_model::{MutationId, Version};
use rollcall_scim::{schema, wire};
use rollcall_sync::RemoteError;
use serde_json::Value;
use tower::ServiceExt;
use url::Url;

use crate::answer::{is_page, is_refusal, judge};
use crate::http_remote::HttpRemote;
use crate::wire::{MEGABYTE, WireError};

/// What is taken: SCIM by its own name, and by the name that some servers have for it.
const ACCEPTED: HeaderValue =
    HeaderValue::from_static("application/scim+json, application/json;q=0.9");

/// What a server remembers a write by (draft-ietf-httpapi-idempotency-key-header).
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// A request to be made.
pub(crate) struct Ask<'a> {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) body: Option<Value>,
    pub(crate) if_match: Option<&'a Version>,
    pub(crate) if_none_match: Option<&'a Version>,
    /// The mutation that a repeated request must not do again.
    pub(crate) once: Option<MutationId>,
}

/// An answer that isn't an error.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl<'a> Ask<'a> {
    fn new(method: Method, url: Url, body: Option<Value>) -> Self {
        Self {
            method,
            url,
            body,
            if_match: None,
            if_none_match: None,
            once: None,
        }
    }

    /// Reads something.
    pub(crate) fn get(url: Url) -> Self {
        Self::new(Method::GET, url, None)
    }

    /// Removes something.
    pub(crate) fn delete(url: Url) -> Self {
        Self::new(Method::DELETE, url, None)
    }

    /// Asks with a body.
    pub(crate) fn with_body(method: Method, url: Url, body: Value) -> Self {
        Self::new(method, url, Some(body))
    }

    /// Only if the resource has this version; whatever it has, where none is given.
    pub(crate) fn if_match(self, version: Option<&'a Version>) -> Self {
        Self {
            if_match: version,
            ..self
        }
    }

    /// Only if the resource has another version by now; else the answer is 304.
    pub(crate) fn if_none_match(self, version: &'a Version) -> Self {
        Self {
            if_none_match: Some(version),
            ..self
        }
    }

    /// Not again, if this mutation was taken before.
    pub(crate) fn once(self, mutation: MutationId) -> Self {
        Self {
            once: Some(mutation),
            ..self
        }
    }
}

impl Answer {
    /// The body as text, to be read by [`rollcall_scim::wire`].
    pub(crate) fn text(&self) -> std::borrow::Cow<'_, str> {
        wire::text(&self.body)
    }

    /// Whether an answer whose content doesn't matter can be the server's at all: nothing, or an object.
    pub(crate) fn is_ours(&self) -> Result<(), RemoteError> {
        if self.body.is_empty() {
            return Ok(());
        }
        wire::is_object(&self.text()).map_err(unreadable)
    }
}

impl HttpRemote {
    /// The address of something below the base URL.
    pub(crate) fn url(&self, segments: &[&str]) -> Result<Url, RemoteError> {
        self.base
            .below(segments)
            .ok_or_else(|| RemoteError::Refused {
                status: 400,
                reason: for_the_record(|| say!("faults-id-not-in-url")),
            })
    }

    /// The same with parameters.
    pub(crate) fn url_with(
        &self,
        segments: &[&str],
        parameters: &[(&str, &str)],
    ) -> Result<Url, RemoteError> {
        let mut url = self.url(segments)?;
        if !parameters.is_empty() {
            url.query_pairs_mut().extend_pairs(parameters);
        }
        Ok(url)
    }

    /// Makes a request; an answer of 400 and above, or one that isn't the server's, is an error.
    pub(crate) async fn ask(&self, ask: Ask<'_>) -> Result<Answer, RemoteError> {
        let from = ask.url.clone();
        let answer = self.exchange(ask).await?;
        if self.known().discovered && is_refusal(&answer) && is_page(&answer) {
            // A refusal in the form of a page may be the network's: one that it puts in the place of
            // all that isn't allowed. Then nothing is refused by the server.
            self.answers().await.map_err(|error| match error {
                error @ (RemoteError::Unauthorized | RemoteError::Redirected { .. }) => error,
                error if error.is_permanent() => RemoteError::NotOurNetwork,
                error => error,
            })?;
        }
        judge(&from, answer)
    }

    /// The same for what finds out whether the server answers at all.
    pub(crate) async fn ask_plainly(&self, ask: Ask<'_>) -> Result<Answer, RemoteError> {
        let from = ask.url.clone();
        judge(&from, self.exchange(ask).await?)
    }

    async fn exchange(&self, ask: Ask<'_>) -> Result<Response<Bytes>, RemoteError> {
        let method = ask.method.clone();
        let path = ask.url.path().len();
        let request = self.request(ask)?;
        self.count(request.body().len());
        let answer = self
            .ways
            .api
            .clone()
            .oneshot(request)
            .await
            .map_err(unanswered)?;
        self.count(answer.body().len());
        // The path may hold a person's address as an id; its length is enough to tell requests apart.
        tracing::debug!(%method, path, status = answer.status().as_u16(), bytes = answer.body().len(), "answered");
        Ok(answer)
    }

    fn request(&self, ask: Ask<'_>) -> Result<Request<Bytes>, RemoteError> {
        let mut builder = Request::builder()
            .method(ask.method)
            .uri(ask.url.as_str())
            .header(ACCEPT, ACCEPTED)
            .header(AUTHORIZATION, self.authorization.clone());
        if let Some(version) = ask.if_match.and_then(header_of) {
            builder = builder.header(IF_MATCH, version);
        }
        if let Some(version) = ask.if_none_match.and_then(header_of) {
            builder = builder.header(IF_NONE_MATCH, version);
        }
        if let Some(mutation) = ask.once {
            builder = builder.header(IDEMPOTENCY_KEY, mutation.to_string());
        }
        let body = match ask.body {
            Some(body) => {
                builder = builder.header(CONTENT_TYPE, schema::MEDIA_TYPE);
                Bytes::from(body.to_string())
            }
            None => Bytes::new(),
        };
        builder.body(body).map_err(|error| RemoteError::Malformed {
            what: error.to_string(),
        })
    }
}

/// A version as a header, byte by byte; `None` where a header can't carry it.
pub(crate) fn header_of(version: &Version) -> Option<HeaderValue> {
    HeaderValue::from_bytes(version.0.as_bytes()).ok()
}

pub(crate) fn unanswered(error: WireError) -> RemoteError {
    match error {
        WireError::NotConnected { kind, cause } => RemoteError::Offline { kind, cause },
        WireError::Lost { cause } => RemoteError::Lost { cause },
        WireError::Slow => RemoteError::Slow,
        WireError::BadlyPacked { .. } => RemoteError::Malformed {
            what: say!("faults-badly-packed"),
        },
        WireError::TooLarge { limit } => RemoteError::TooLarge {
            limit: (limit / MEGABYTE) as u64,
        },
    }
}

/// What is said of a body that is no SCIM.
pub(crate) fn unreadable(error: wire::Unreadable) -> RemoteError {
    match error {
        wire::Unreadable::WebPage => RemoteError::NotOurNetwork,
        wire::Unreadable::Json(error) => RemoteError::Malformed {
            what: error.to_string(),
        },
        wire::Unreadable::NotAnObject => RemoteError::Malformed {
            what: say!("faults-not-an-object"),
        },
    }
}
