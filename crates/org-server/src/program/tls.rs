//! HTTPS without a proxy in front.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// How long a client may take to shake hands.
const SLOWEST_HANDSHAKE: Duration = Duration::from_secs(10);

/// How many clients may have shaken hands and wait to be served.
const WAITING: usize = 64;

/// Why HTTPS can't be served.
#[derive(Debug, thiserror::Error)]
pub(super) enum TlsError {
    #[error("could not read {file}")]
    Read {
        file: PathBuf,
        #[source]
        source: pem::Error,
    },
    #[error("the certificate and the key can't be used together")]
    Unusable(#[source] tokio_rustls::rustls::Error),
}

/// Reads certificate and key.
pub(super) fn acceptor(certificate: &Path, key: &Path) -> Result<TlsAcceptor, TlsError> {
    let unreadable = |file: &Path, source| TlsError::Read {
        file: file.to_owned(),
        source,
    };
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|source| unreadable(certificate, source))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|source| unreadable(key, source))?;
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(TlsError::Unusable)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// A listener whose connections have shaken hands. Handshakes run beside each other, so that a slow
/// client holds up nobody.
pub(super) struct Tls<L: Listener> {
    address: io::Result<L::Addr>,
    ready: mpsc::Receiver<(TlsStream<L::Io>, L::Addr)>,
}

impl<L: Listener> Tls<L>
where
    L::Addr: Clone,
{
    pub(super) fn new(mut listener: L, acceptor: TlsAcceptor) -> Self {
        let address = listener.local_addr();
        let (sender, ready) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            loop {
                let (stream, from) = tokio::select! {
                    accepted = listener.accept() => accepted,
                    () = sender.closed() => return,
                };
                let (acceptor, sender) = (acceptor.clone(), sender.clone());
                tokio::spawn(async move {
                    let handshake = acceptor.accept(stream);
                    match tokio::time::timeout(SLOWEST_HANDSHAKE, handshake).await {
                        // Nobody listens any more once the server is stopping.
                        Ok(Ok(stream)) => drop(sender.send((stream, from)).await),
                        Ok(Err(error)) => tracing::debug!(%error, "a handshake failed"),
                        Err(_late) => tracing::debug!("a handshake took too long"),
                    }
                });
            }
        });
        Self { address, ready }
    }
}

impl<L: Listener> Listener for Tls<L>
where
    L::Addr: Clone,
{
    type Io = TlsStream<L::Io>;
    type Addr = L::Addr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The task above lives as long as this does.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        match &self.address {
            Ok(address) => Ok(address.clone()),
            Err(error) => Err(io::Error::from(error.kind())),
        }
    }
}
