//! A network between a program and a server, with real sockets: a proxy, TLS, and whatever can go
//! wrong with them, switched while the program runs.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy, sink};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

use crate::certificates::{Authority, Flaw};

/// The name that the server has in this network.
const NAME: &str = "people.example";

/// What is wrong with a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The proxy wants a sign-in (407).
    ProxySignIn,
    /// The proxy passes nothing on (403).
    ProxyRefuses,
    /// The certificate has expired.
    CertificateExpired,
    /// The certificate is not valid yet.
    CertificateEarly,
    /// The certificate is for another name.
    CertificateName,
    /// The certificate's issuer is unknown.
    CertificateIssuer,
    /// Where TLS is expected, plain HTTP is spoken.
    NotHttps,
    /// The connection ends within the handshake.
    HandshakeCut,
    /// Every request is answered with this, word for word, in the server's place.
    Answers(String),
    /// So many bytes of what the server answers on a connection come through; then it ends.
    Cuts(u64),
}

/// A network in front of a server. What is open when its fault changes is closed. It ends when it is
/// dropped.
pub struct TestNetwork {
    folder: TempDir,
    plain: SocketAddr,
    tls: SocketAddr,
    proxy: SocketAddr,
    fault: watch::Sender<Option<Fault>>,
    runtime: Option<Runtime>,
}

/// What each connection needs.
struct Ways {
    server: SocketAddr,
    authority: Authority,
}

impl TestNetwork {
    /// A network that works, in front of the server at this base URL (`http://127.0.0.1:…`).
    ///
    /// # Panics
    ///
    /// When it can't be set up.
    #[must_use]
    pub fn before(url: &str) -> Self {
        let server = url.trim_start_matches("http://");
        let server = server.parse().expect("a base URL with an address");
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let authority = Authority::new();
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("trusted.pem"), authority.pem()).expect("a file");
        let ways = Arc::new(Ways { server, authority });
        let (fault, watched) = watch::channel(None);
        let plain = listen(&runtime, &ways, &watched, Entrance::Plain);
        let tls = listen(&runtime, &ways, &watched, Entrance::Tls);
        let proxy = listen(&runtime, &ways, &watched, Entrance::Proxy);
        Self {
            folder,
            plain,
            tls,
            proxy,
            fault,
            runtime: Some(runtime),
        }
    }

    /// The server's base URL through this network, without proxy and TLS.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.plain)
    }

    /// The server's base URL behind the proxy.
    #[must_use]
    pub fn https_url(&self) -> String {
        format!("https://{NAME}")
    }

    /// A base URL where TLS is spoken without a proxy; its certificate is not for the address.
    #[must_use]
    pub fn tls_url(&self) -> String {
        format!("https://{}", self.tls)
    }

    /// The environment by which a program finds the proxy, and trusts the authority.
    #[must_use]
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [
            ("HTTPS_PROXY", format!("http://{}", self.proxy)),
            // The word of OpenSSL, which others take over.
            ("SSL_CERT_FILE", self.trusted().display().to_string()),
        ]
    }

    /// A file with the authority's certificate.
    #[must_use]
    pub fn trusted(&self) -> PathBuf {
        Path::join(self.folder.path(), "trusted.pem")
    }

    /// From now on this is wrong.
    pub fn breaks(&self, fault: Fault) {
        self.fault.send_replace(Some(fault));
    }

    /// From now on nothing is.
    pub fn mends(&self) {
        self.fault.send_replace(None);
    }
}

impl Drop for TestNetwork {
    fn drop(&mut self) {
        // Without waiting: the test may be within a runtime of its own.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Entrance {
    Plain,
    Tls,
    Proxy,
}

/// Takes connections at a port of their own.
fn listen(
    runtime: &Runtime,
    ways: &Arc<Ways>,
    fault: &watch::Receiver<Option<Fault>>,
    entrance: Entrance,
) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("a bound listener's address");
    listener
        .set_nonblocking(true)
        .expect("a listener that doesn't block");
    let (ways, fault) = (Arc::clone(ways), fault.clone());
    runtime.spawn(async move {
        let listener = TcpListener::from_std(listener).expect("a listener of this runtime");
        while let Ok((stream, _)) = listener.accept().await {
            let (ways, mut changed) = (Arc::clone(&ways), fault.clone());
            let fault = changed.borrow_and_update().clone();
            tokio::spawn(async move {
                let served = async {
                    match entrance {
                        Entrance::Plain => ways.pass(stream, fault).await,
                        Entrance::Tls => ways.secure(stream, fault).await,
                        Entrance::Proxy => ways.tunnel(stream, fault).await,
                    }
                };
                // Whichever side leaves first, the other finds its connection closed.
                tokio::select! {
                    _ = served => {}
                    _ = changed.changed() => {}
                }
            });
        }
    });
    address
}

impl Ways {
    /// What a proxy does: takes the request for a tunnel, and is the network beyond as well.
    async fn tunnel(&self, mut stream: TcpStream, fault: Option<Fault>) -> std::io::Result<()> {
        read_head(&mut stream).await?;
        let status = match fault {
            Some(Fault::ProxySignIn) => {
                "407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"office\""
            }
            Some(Fault::ProxyRefuses) => "403 Forbidden",
            _ => "200 Connection established",
        };
        let head = format!("HTTP/1.1 {status}\r\n\r\n");
        stream.write_all(head.as_bytes()).await?;
        match fault {
            Some(Fault::ProxySignIn | Fault::ProxyRefuses) => stream.shutdown().await,
            _ => self.secure(stream, fault).await,
        }
    }

    /// Speaks TLS for the server.
    async fn secure(&self, mut stream: TcpStream, fault: Option<Fault>) -> std::io::Result<()> {
        let flaw = match fault {
            Some(Fault::HandshakeCut) => return stream.shutdown().await,
            Some(Fault::NotHttps) => {
                // Whoever speaks HTTP waits to be asked.
                stream.read_u8().await?;
                return answer(
                    stream,
                    "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n",
                )
                .await;
            }
            Some(Fault::CertificateExpired) => Flaw::Expired,
            Some(Fault::CertificateEarly) => Flaw::Early,
            Some(Fault::CertificateName) => Flaw::Name,
            Some(Fault::CertificateIssuer) => Flaw::Issuer,
            _ => Flaw::None,
        };
        let acceptor = TlsAcceptor::from(self.authority.server(NAME, flaw));
        self.pass(acceptor.accept(stream).await?, fault).await
    }

    /// Passes everything on to the server, and its answers back, as far as the fault lets them.
    async fn pass(
        &self,
        mut here: impl AsyncRead + AsyncWrite + Unpin,
        fault: Option<Fault>,
    ) -> std::io::Result<()> {
        let through = match fault {
            Some(Fault::Answers(text)) => {
                read_head(&mut here).await?;
                return answer(here, &text).await;
            }
            Some(Fault::Cuts(after)) => after,
            _ => u64::MAX,
        };
        let (mut from_here, mut to_here) = tokio::io::split(here);
        let (mut from_there, mut to_there) = TcpStream::connect(self.server).await?.into_split();
        let back = async {
            // It is cut no sooner than the server answers, and so has done what it was asked to.
            from_there.peek(&mut [0]).await?;
            copy(&mut from_there.take(through), &mut to_here).await
        };
        tokio::select! {
            there = copy(&mut from_here, &mut to_there) => there?,
            back = back => back?,
        };
        to_here.shutdown().await
    }
}

/// Answers and leaves. What is left unread would end the connection before the answer has arrived.
async fn answer(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    text: &str,
) -> std::io::Result<()> {
    stream.write_all(text.as_bytes()).await?;
    stream.shutdown().await?;
    copy(&mut stream, &mut sink()).await.map(drop)
}

/// Reads up to the empty line that ends a request's head.
async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<()> {
    let mut last = [0; 4];
    while last != *b"\r\n\r\n" {
        last.rotate_left(1);
        last[3] = stream.read_u8().await?;
    }
    Ok(())
}
