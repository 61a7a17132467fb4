//! Where a request came from, for the audit.

use std::convert::Infallible;
use std::fmt::Display;

use axum::extract::FromRequestParts;
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::http::request::Parts;
use axum::serve::{IncomingStream, Listener};

/// The address of the other end of the connection. Behind a proxy that is the proxy: what a request
/// says of itself is not believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin(pub(crate) String);

/// A listener whose connections say where they come from.
pub(crate) struct Named<L>(pub(crate) L);

impl<L> Listener for Named<L>
where
    L: Listener,
    L::Addr: Display,
{
    type Io = L::Io;
    type Addr = Origin;

    async fn accept(&mut self) -> (Self::Io, Origin) {
        let (io, address) = self.0.accept().await;
        (io, Origin(address.to_string()))
    }

    fn local_addr(&self) -> std::io::Result<Origin> {
        Ok(Origin(self.0.local_addr()?.to_string()))
    }
}

impl<L> Connected<IncomingStream<'_, Named<L>>> for Origin
where
    L: Listener,
    L::Addr: Display,
{
    fn connect_info(stream: IncomingStream<'_, Named<L>>) -> Self {
        stream.remote_addr().clone()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    /// A router that is called without a connection (a simulator) has no origin to tell.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<ConnectInfo<Self>>();
        Ok(known.map_or_else(
            || Self("in process".to_owned()),
            |ConnectInfo(origin)| origin.clone(),
        ))
    }
}
