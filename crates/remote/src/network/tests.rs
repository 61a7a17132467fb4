//! Servers that take their time: with little patience, over real sockets.

use std::io::{Read as _, Write as _};
use std::iter;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use rollcall_sync::OfflineKind;
use tower::ServiceExt as _;

use super::{Loopback, Network, Patience};
use crate::wire::WireError;

/// Enough for this machine to answer itself.
const SOON: Duration = Duration::from_secs(20);
/// Too little for a server that doesn't mean to end.
const LITTLE: Duration = Duration::from_millis(300);

const ALL: Patience = Patience {
    connect: SOON,
    head: SOON,
    whole: SOON,
};

/// A server that does this with each connection.
fn serve(conduct: impl Fn(TcpStream) + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || listener.incoming().flatten().for_each(conduct));
    address
}

/// Sends a few bytes at a time, until there are no more or whoever asked is gone.
fn trickle(mut stream: TcpStream, pieces: impl IntoIterator<Item = impl AsRef<str>>) {
    let mut heard = [0; 4096];
    // Nobody answers before they were asked.
    let _ = stream.read(&mut heard);
    let pace = Some(Duration::from_millis(20));
    stream.set_read_timeout(pace).unwrap();
    for piece in pieces {
        let gone = stream.write_all(piece.as_ref().as_bytes()).is_err();
        if gone || stream.read(&mut heard).is_ok_and(|read| read == 0) {
            return;
        }
    }
}

/// A beginning that is gone on with for ever.
fn without_end<'a>(first: &'a str, then: &'a str) -> impl Iterator<Item = &'a str> {
    iter::once(first).chain(iter::repeat(then))
}

async fn ask(url: &str, patience: Patience) -> Result<Response<Bytes>, WireError> {
    // Connections live as long as their network does.
    let network = Network::with(patience).unwrap();
    let request = Request::get(url).body(Bytes::new()).unwrap();
    network.to(Loopback::Yes, 1_000_000).oneshot(request).await
}

#[tokio::test]
async fn a_connection_that_does_not_come_about_has_a_limit() {
    // The connection stands, and its handshake never begins.
    let address = serve(|stream| trickle(stream, without_end("", "")));
    let connect = LITTLE;
    let outcome = ask(&format!("https://{address}"), Patience { connect, ..ALL }).await;
    assert!(
        matches!(
            outcome,
            Err(WireError::NotConnected {
                kind: OfflineKind::Timeout,
                ..
            })
        ),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_head_that_trickles_has_a_limit() {
    let address =
        serve(|stream| trickle(stream, without_end("HTTP/1.1 200 OK\r\n", "x-more: 1\r\n")));
    let head = LITTLE;
    let outcome = ask(&format!("http://{address}"), Patience { head, ..ALL }).await;
    assert!(matches!(outcome, Err(WireError::Slow)), "{outcome:?}");
}

#[tokio::test]
async fn a_body_that_trickles_has_a_limit() {
    for head in ["content-length: 1000000", "transfer-encoding: chunked"] {
        let head = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n");
        let address = serve(move |stream| trickle(stream, without_end(&head, "1\r\n \r\n")));
        let whole = LITTLE;
        let outcome = ask(&format!("http://{address}"), Patience { whole, ..ALL }).await;
        assert!(matches!(outcome, Err(WireError::Slow)), "{outcome:?}");
    }
}

#[tokio::test]
async fn an_answer_that_comes_byte_by_byte_is_taken() {
    let whole = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
    let bytes = || whole.chars().map(String::from);
    let address = serve(move |stream| trickle(stream, bytes()));
    let answer = ask(&format!("http://{address}"), ALL).await.unwrap();
    assert_eq!(answer.into_body(), "{}");
}
