//! Hands requests on to a server and writes them down, so that they can be made once more.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use bytes::Bytes;
use tower::ServiceExt;

use super::listener::Listener;

/// A request that passed.
pub(crate) type Passed = (Parts, Bytes);

#[derive(Clone)]
struct Known {
    server: Router,
    passed: Arc<Mutex<Vec<Passed>>>,
}

/// A listener that writes down what passes.
pub(crate) struct Recorder {
    listener: Listener,
    known: Known,
}

impl Recorder {
    pub(crate) fn start(server: Router) -> Self {
        let known = Known {
            server,
            passed: Arc::default(),
        };
        let app = Router::new().fallback(pass).with_state(known.clone());
        Self {
            listener: Listener::start(app),
            known,
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.listener.url
    }

    /// What has passed since this was last asked, in order.
    pub(crate) fn passed(&self) -> Vec<Passed> {
        let mut passed = self
            .known
            .passed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut passed)
    }
}

async fn pass(State(known): State<Known>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    known
        .passed
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push((head.clone(), body.clone()));
    let request = Request::from_parts(head, Body::from(body));
    let Ok(response) = known.server.oneshot(request).await;
    response
}
