//! A server on a loopback port, on a thread of its own.

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// Listens until it is dropped.
pub(crate) struct Listener {
    /// Where.
    pub(crate) url: String,
    _runtime: Runtime,
}

impl Listener {
    pub(crate) fn start(app: Router) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self {
            url,
            _runtime: runtime,
        }
    }
}
