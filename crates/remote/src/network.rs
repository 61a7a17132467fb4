//! The real network: TLS by the system's trust store, the system's proxy, time limits, and a thread
//! of its own, so that an answer arrives and is unpacked while the engine works on the one before.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use reqwest::{Client, ClientBuilder, redirect};
use rollcall_sync::{Cause, OfflineKind, RemoteError};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tower::util::BoxCloneSyncService;

use crate::network_error::{sort, sort_body};
use crate::public_address::PublicOnly;
use crate::wire::{Wire, WireError};

/// How long things may take.
#[derive(Debug, Clone, Copy)]
struct Patience {
    /// Until a connection stands, TLS included.
    connect: Duration,
    /// Until an answer begins.
    head: Duration,
    /// Until an answer is whole.
    whole: Duration,
}

/// Long enough for a slow line, short enough for a person who waits.
const PATIENCE: Patience = Patience {
    connect: Duration::from_secs(10),
    head: Duration::from_secs(30),
    whole: Duration::from_secs(120),
};

/// The ways out of this machine, for all organizations together.
#[derive(Clone)]
pub(crate) struct Network {
    outward: Client,
    here: Client,
    pictures: Client,
    thread: Arc<NetworkThread>,
    patience: Patience,
}

impl Network {
    /// Prepares the clients; nothing is sent.
    pub(crate) fn new() -> Result<Self, RemoteError> {
        Self::with(PATIENCE)
    }

    fn with(patience: Patience) -> Result<Self, RemoteError> {
        let client = || client(patience.connect);
        let unavailable = |cause: Cause| RemoteError::Offline {
            kind: OfflineKind::Tls,
            cause: Some(cause),
        };
        let build =
            |builder: ClientBuilder| builder.build().map_err(|error| unavailable(error.into()));
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("rollcall-network")
            .enable_all()
            .build()
            .map_err(|error| unavailable(error.into()))?;
        Ok(Self {
            outward: build(client())?,
            // A proxy has no business between this machine and itself.
            here: build(client().no_proxy())?,
            // Through a proxy it couldn't be seen which address a picture comes from.
            pictures: build(
                client()
                    .no_proxy()
                    .https_only(true)
                    .dns_resolver(PublicOnly),
            )?,
            thread: Arc::new(NetworkThread(Some(runtime))),
            patience,
        })
    }

    /// To a server; `loopback` ones are reached without a proxy.
    pub(crate) fn to(&self, loopback: Loopback, body_limit: usize) -> Wire {
        let client = match loopback {
            Loopback::Yes => &self.here,
            Loopback::No => &self.outward,
        };
        self.wire(client.clone(), body_limit)
    }

    /// To anywhere public, for pictures.
    pub(crate) fn to_pictures(&self, body_limit: usize) -> Wire {
        self.wire(self.pictures.clone(), body_limit)
    }

    fn wire(&self, client: Client, body_limit: usize) -> Wire {
        let (thread, patience) = (Arc::clone(&self.thread), self.patience);
        BoxCloneSyncService::new(tower::service_fn(move |request: Request<Bytes>| {
            let task = thread.spawn(exchange(client.clone(), request, body_limit, patience));
            async move {
                let mut task = AbortOnDrop(task?);
                (&mut task.0).await.unwrap_or_else(|cause| {
                    Err(WireError::Lost {
                        cause: Some(cause.into()),
                    })
                })
            }
        }))
    }
}

/// Whether a server is on this same machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loopback {
    Yes,
    No,
}

fn client(connect: Duration) -> ClientBuilder {
    Client::builder()
        .user_agent(concat!("Rollcall/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .referer(false)
        .connect_timeout(connect)
        .http1_ignore_invalid_headers_in_responses(true)
        .http1_allow_spaces_after_header_name_in_responses(true)
}

async fn exchange(
    client: Client,
    request: Request<Bytes>,
    body_limit: usize,
    patience: Patience,
) -> Result<Response<Bytes>, WireError> {
    let request =
        request
            .map(reqwest::Body::from)
            .try_into()
            .map_err(|error: reqwest::Error| {
                // A request that can't be written down was never sent.
                WireError::NotConnected {
                    kind: OfflineKind::Refused,
                    cause: Some(error.without_url().into()),
                }
            })?;
    let whole = async {
        let mut answer = timeout(patience.head, client.execute(request))
            .await
            .map_err(|_| WireError::Slow)?
            .map_err(sort)?;
        let mut head = Response::new(());
        *head.status_mut() = answer.status();
        *head.version_mut() = answer.version();
        *head.headers_mut() = std::mem::take(answer.headers_mut());
        let mut body = BytesMut::new();
        while let Some(chunk) = answer.chunk().await.map_err(sort_body)? {
            if body.len() + chunk.len() > body_limit {
                return Err(WireError::TooLarge { limit: body_limit });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(head.map(|()| body.freeze()))
    };
    timeout(patience.whole, whole)
        .await
        .map_err(|_| WireError::Slow)?
}

/// The runtime that all connections live on. It ends without waiting: whoever drops the last
/// reference may be inside another runtime.
struct NetworkThread(Option<Runtime>);

impl NetworkThread {
    fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<JoinHandle<T>, WireError> {
        let runtime = self.0.as_ref().ok_or(WireError::Lost { cause: None })?;
        Ok(runtime.spawn(work))
    }
}

impl Drop for NetworkThread {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Who stops waiting for an answer also stops its transfer.
struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests;
