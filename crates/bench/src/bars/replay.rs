//! The server's answers, computed once and then given again: what is measured is the reader.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::response::Parts;
use axum::response::Response;
use bytes::Bytes;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// What is asked: the path with its query, and the body.
type Question = (String, Bytes);

#[derive(Clone)]
struct Known {
    server: Router,
    answers: Arc<Mutex<HashMap<Question, (Parts, Bytes)>>>,
    /// Pages of users, in the order of their first asking.
    pages: Arc<Mutex<Vec<String>>>,
}

/// A listener on a loopback port, on a thread of its own.
pub(crate) struct Replay {
    pub(crate) url: String,
    known: Known,
    _runtime: Runtime,
}

impl Replay {
    pub(crate) fn start(server: Router) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let known = Known {
            server,
            answers: Arc::default(),
            pages: Arc::default(),
        };
        let app = Router::new().fallback(answer).with_state(known.clone());
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self {
            url,
            known,
            _runtime: runtime,
        }
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
