//! One exchange of a request for an answer: the seam where the network, or a simulator, is put in.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use rollcall_language::say;
use rollcall_sync::{Cause, OfflineKind};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

/// Most bytes of a body that are read, after decompression.
pub const BODY_LIMIT: usize = 64 * MEGABYTE;
/// For saying a limit in words.
pub(crate) const MEGABYTE: usize = 1024 * 1024;

/// Sends one request and collects its whole answer. Redirects aren't followed, nothing is repeated.
pub type Wire = BoxCloneSyncService<Request<Bytes>, Response<Bytes>, WireError>;

/// Why there is no whole answer.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// No connection was made: nothing was sent.
    #[error("{}", say!("faults-not-connected"))]
    NotConnected {
        /// What stood in the way.
        kind: OfflineKind,
        /// What the network said.
        #[source]
        cause: Option<Cause>,
    },
    /// The connection ended after something may have been sent.
    #[error("{}", say!("faults-answer-lost"))]
    Lost {
        /// What the network said.
        #[source]
        cause: Option<Cause>,
    },
    /// The time was up after something may have been sent.
    #[error("{}", say!("faults-answer-slow"))]
    Slow,
    /// The body isn't compressed as the head says.
    #[error("{}", say!("faults-answer-badly-packed"))]
    BadlyPacked {
        /// What unpacking said.
        #[source]
        cause: Option<Cause>,
    },
    /// The body passes its limit.
    #[error("{}", say!("faults-answer-too-large", limit = limit))]
    TooLarge {
        /// The limit.
        limit: usize,
    },
}

/// Lets a service answer in the network's place, without sockets: a server's router, for example.
///
/// A service that fails counts as a connection that was lost: whether the request had its effect
/// can't be known.
pub fn wire_over<S, B>(service: S) -> Wire
where
    S: Service<Request<Full<Bytes>>, Response = Response<B>> + Clone + Send + Sync + 'static,
    S::Future: Send,
    S::Error: Into<Cause>,
    B: BodyExt<Data = Bytes> + Send + 'static,
    B::Error: Into<Cause>,
{
    BoxCloneSyncService::new(tower::service_fn(move |request: Request<Bytes>| {
        let service = service.clone();
        async move {
            let answer = service
                .oneshot(request.map(Full::new))
                .await
                .map_err(|cause| WireError::Lost {
                    cause: Some(cause.into()),
                })?;
            let (head, body) = answer.into_parts();
            let body = Limited::new(body, BODY_LIMIT)
                .collect()
                .await
                .map_err(|cause| {
                    if cause.is::<LengthLimitError>() {
                        WireError::TooLarge { limit: BODY_LIMIT }
                    } else {
                        WireError::Lost { cause: Some(cause) }
                    }
                })?;
            Ok(Response::from_parts(head, body.to_bytes()))
        }
    }))
}
