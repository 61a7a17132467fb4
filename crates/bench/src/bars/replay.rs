//! The server's answers, computed once and then given again: what is measured is the reader.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::response::Parts;
use axum::response::Response;
use bytes::Bytes;
use tower::ServiceExt;

use super::listener::Listener;

/// What is asked: the path with its query, and the body.
type Question = (String, Bytes);

#[derive(Clone)]
struct Known {
    server: Router,
    answers: Arc<Mutex<HashMap<Question, (Parts, Bytes)>>>,
    /// Pages of users, in the order of their first asking.
    pages: Arc<Mutex<Vec<String>>>,
}

/// A listener that gives a server's answers.
pub(crate) struct Replay {
    listener: Listener,
    known: Known,
}

impl Replay {
    pub(crate) fn start(server: Router) -> Self {
        let known = Known {
            server,
            answers: Arc::default(),
            pages: Arc::default(),
        };
        let app = Router::new().fallback(answer).with_state(known.clone());
        Self {
            listener: Listener::start(app),
            known,
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.listener.url
    }

    /// The pages of users that were asked for, each once: path and query.
    pub(crate) fn pages_of_users(&self) -> Vec<String> {
        self.known
            .pages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

async fn answer(State(known): State<Known>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let question = (head.uri.to_string(), body.clone());
    let before = {
        let answers = known.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.get(&question).cloned()
    };
    let (parts, bytes) = match before {
        Some(answer) => answer,
        None => {
            let is_page = head.uri.path() == "/Users";
            let request = Request::from_parts(head, Body::from(body));
            let Ok(response) = known.server.oneshot(request).await;
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
            if is_page {
                let mut pages = known.pages.lock().unwrap_or_else(PoisonError::into_inner);
                pages.push(question.0.clone());
            }
            let mut answers = known.answers.lock().unwrap_or_else(PoisonError::into_inner);
            answers.insert(question, (parts.clone(), bytes.clone()));
            (parts, bytes)
        }
    };
    Response::from_parts(parts, Body::from(bytes))
}
