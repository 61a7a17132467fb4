//! Where a server is connected: over the network, or over whatever a test puts in its place.

use std::sync::Arc;

use rollcall_model::Token;
use rollcall_sync::{BaseUrl, Connector, Remote, RemoteError, ServerFacts};
use url::Host;

use crate::http_remote::HttpRemote;
use crate::network::{Loopback, Network};
use crate::picture::PICTURE_LIMIT;
use crate::wire::{BODY_LIMIT, Wire};

/// Connects servers over HTTP.
#[derive(Clone)]
pub struct HttpConnector(Way);

#[derive(Clone)]
enum Way {
    Network(Network),
    Wire(Wire),
}

impl HttpConnector {
    /// Over the network.
    ///
    /// # Errors
    /// When this machine can't make secure connections at all, or start a thread.
    pub fn new() -> Result<Self, RemoteError> {
        Ok(Self(Way::Network(Network::new()?)))
    }

    /// Over a wire: every server's answers come from there, pictures included.
    #[must_use]
    pub fn over(wire: Wire) -> Self {
        Self(Way::Wire(wire))
    }
}

impl Connector for HttpConnector {
    fn connect(
        &self,
        url: &BaseUrl,
        token: &Token,
        known: ServerFacts,
    ) -> Result<Arc<dyn Remote>, RemoteError> {
        let ways = match &self.0 {
            Way::Network(network) => {
                let loopback = loopback(url);
                Ways {
                    api: network.to(loopback, BODY_LIMIT),
                    own_pictures: network.to(loopback, PICTURE_LIMIT),
                    pictures: network.to_pictures(PICTURE_LIMIT),
                }
            }
            Way::Wire(wire) => Ways {
                api: wire.clone(),
                own_pictures: wire.clone(),
                pictures: wire.clone(),
            },
        };
        Ok(Arc::new(HttpRemote::new(url.clone(), token, ways, known)?))
    }
}

/// The wires that one server is reached by.
pub(crate) struct Ways {
    /// Its API.
    pub(crate) api: Wire,
    /// Pictures at its own origin.
    pub(crate) own_pictures: Wire,
    /// Pictures anywhere else.
    pub(crate) pictures: Wire,
}

/// Plain HTTP is for loopback addresses only, so the scheme tells enough; over HTTPS the name does.
fn loopback(url: &BaseUrl) -> Loopback {
    let here = match url.as_url().host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    if here { Loopback::Yes } else { Loopback::No }
}
