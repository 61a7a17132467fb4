//! The real network, with servers that break it: each failure has its own name.

use std::io::Write as _;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use rollcall_model::{Token, UserId};
use rollcall_remote::HttpConnector;
use rollcall_sync::{
    BaseUrl, Connector, OfflineKind, PageAt, Remote, RemoteError, SendOutcome, ServerFacts, Which,
};
use rollcall_testkit::TestNetwork;

use crate::support::grant;

/// Answers every connection with these bytes, after having read the head of a request.
fn serve(bytes: impl Into<Vec<u8>>) -> SocketAddr {
    serve_what(Arc::new(Mutex::new(bytes.into())))
}

/// The same with bytes that change.
fn serve_what(answer: Arc<Mutex<Vec<u8>>>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                read_head(&mut stream);
                let bytes = answer.lock().unwrap().clone();
                // Whoever asked may be gone already.
                let _ = stream.write_all(&bytes);
                let _ = stream.shutdown(Shutdown::Write);
                // A body left unread would end the connection before the answer has arrived.
                let _ = std::io::copy(&mut stream, &mut std::io::sink());
            });
        }
    });
    address
}

fn read_head(stream: &mut TcpStream) {
    use std::io::{BufRead as _, BufReader};
    let mut lines = BufReader::new(stream).lines();
    while lines
        .next()
        .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
    {}
}

fn connect(url: &str) -> Arc<dyn Remote> {
    let facts = ServerFacts {
        discovered: true,
        ..ServerFacts::default()
    };
    let token = Token::parse(crate::support::TOKEN).unwrap();
    HttpConnector::new()
        .unwrap()
        .connect(&BaseUrl::parse(url).unwrap(), &token, facts)
        .unwrap()
}

async fn read(url: &str) -> Result<usize, RemoteError> {
    connect(url)
        .users(Which::All, &PageAt::Start)
        .await
        .map(|page| page.users.len())
}

/// The name of what stood in the way of a connection.
async fn offline(url: &str) -> OfflineKind {
    match read(url).await {
        Err(RemoteError::Offline { kind, .. }) => kind,
        outcome => panic!("no connection, but {outcome:?}"),
    }
}

/// An answer of this kind and body, as it stands on the wire.
fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    // Each connection takes one request: without saying so, the next would be sent into one that ends.
    let head = format!(
        "HTTP/1.1 200 OK\r\nconnection: close\r\n{head}\r\ncontent-length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

const JSON: &str = "content-type: application/scim+json";
const GZIP: &str = "content-type: application/scim+json\r\ncontent-encoding: gzip";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

const ONE_USER: &[u8] = br#"{"totalResults": 1, "Resources": [{"id": "u1", "userName": "u1"}]}"#;

#[tokio::test]
async fn a_refused_connection_is_offline_and_nothing_was_sent() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let url = format!("http://{free}");
    assert_eq!(offline(&url).await, OfflineKind::Refused);
    let sent = connect(&url).send(&grant("u1", "sales"), None).await;
    assert!(matches!(sent, SendOutcome::NotSent(_)), "{sent:?}");
}

#[tokio::test]
async fn an_unknown_name_is_named() {
    assert_eq!(offline("https://nowhere.invalid").await, OfflineKind::Dns);
}

#[tokio::test]
async fn a_server_without_tls_speaks_no_https() {
    let address = serve("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    let url = format!("https://{address}");
    assert_eq!(offline(&url).await, OfflineKind::NotHttps);
}

#[tokio::test]
async fn a_handshake_that_is_cut_off_is_no_secure_connection() {
    let url = format!("https://{}", serve(""));
    assert_eq!(offline(&url).await, OfflineKind::Tls);
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_not_trusted() {
    // TLS without a name, since the certificate's issuer is what matters.
    let network = TestNetwork::before(&format!("http://{}", serve("")));
    let sent = connect(&network.tls_url())
        .send(&grant("u1", "sales"), None)
        .await;
    assert!(
        matches!(
            sent,
            SendOutcome::NotSent(RemoteError::Offline {
                kind: OfflineKind::CertificateUntrusted,
                ..
            })
        ),
        "{sent:?}"
    );
}

#[tokio::test]
async fn an_answer_cut_off_anywhere_is_lost_and_a_change_unknown() {
    let body = br#"{"id": "sales", "members": []}"#;
    let chunked =
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n\
                    10\r\n{\"id\": \"sales\", \r\n0e\r\n\"members\": []}\r\n0\r\n\r\n";
    let forms = [
        answer(JSON, body),
        answer(GZIP, &gzip(body)),
        chunked.to_vec(),
    ];
    let served = Arc::new(Mutex::new(Vec::new()));
    let remote = connect(&format!("http://{}", serve_what(Arc::clone(&served))));
    for whole in forms {
        for cut in 0..whole.len() {
            *served.lock().unwrap() = whole[..cut].to_vec();
            let outcome = remote.user(&UserId::new("u1")).await;
            assert!(
                matches!(outcome, Err(RemoteError::Lost { .. })),
                "{cut}: {outcome:?}"
            );
            let sent = remote.send(&grant("u1", "sales"), None).await;
            assert!(
                matches!(sent, SendOutcome::Unknown(RemoteError::Lost { .. })),
                "{cut}: {sent:?}"
            );
        }
        *served.lock().unwrap() = whole;
        let sent = remote.send(&grant("u1", "sales"), None).await;
        assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    }
}

#[tokio::test]
async fn an_answer_that_says_more_than_it_brings_is_lost() {
    let url = format!(
        "http://{}",
        serve("HTTP/1.1 200 OK\r\ncontent-length: 3000\r\n\r\n{\"id\": \"u1\"}")
    );
    let outcome = connect(&url).user(&UserId::new("u1")).await;
    assert!(
        matches!(outcome, Err(RemoteError::Lost { .. })),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn an_answer_that_is_not_packed_as_it_says_cannot_be_read() {
    let packed = gzip(ONE_USER);
    let mut damaged = packed.clone();
    damaged[12] ^= 0xff;
    let forms = [
        ("no gzip", answer(GZIP, ONE_USER)),
        ("damaged", answer(GZIP, &damaged)),
        ("packed and not said", answer(JSON, &packed)),
        ("packed twice, said once", answer(GZIP, &gzip(&packed))),
        (
            "packed twice",
            answer("content-encoding: gzip, gzip", &gzip(&packed)),
        ),
        (
            "never asked for",
            answer("content-encoding: br", b"\x8b\x01\x80{}\x03"),
        ),
    ];
    for (what, bytes) in forms {
        let remote = connect(&format!("http://{}", serve(bytes)));
        let outcome = remote.users(Which::All, &PageAt::Start).await;
        assert!(
            matches!(outcome, Err(RemoteError::Malformed { .. })),
            "{what}: {outcome:?}"
        );
        let sent = remote.send(&grant("u1", "sales"), None).await;
        assert!(
            matches!(sent, SendOutcome::Unknown(RemoteError::Malformed { .. })),
            "{what}: {sent:?}"
        );
    }
}

#[tokio::test]
async fn a_packed_bomb_is_not_unpacked_to_its_end() {
    // 1 GB of spaces in about 1 MB.
    let block = vec![b' '; 1 << 20];
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..1024 {
        packed.write_all(&block).unwrap();
    }
    let bomb = packed.finish().unwrap();
    assert!(bomb.len() < 8 << 20, "it is small while packed");
    let outcome = read(&format!("http://{}", serve(answer(GZIP, &bomb)))).await;
    assert!(
        matches!(outcome, Err(RemoteError::TooLarge { limit: 64 })),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn what_nests_too_deep_is_one_who_cannot_be_read() {
    for depth in [65, 100_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let page = format!(
            r#"{{"totalResults": 2, "Resources": [{{"id": "u1", "userName": "u1"}}, {{"id": "u2", "x": {deep}}}]}}"#
        );
        let url = format!("http://{}", serve(answer(GZIP, &gzip(page.as_bytes()))));
        let page = connect(&url).users(Which::All, &PageAt::Start).await;
        let page = page.unwrap();
        assert_eq!(
            (page.users.len(), page.unreadable.len()),
            (1, 1),
            "{depth} levels: the others are taken"
        );
    }
}

#[tokio::test]
async fn a_mark_and_bytes_that_are_no_text_are_read_over() {
    let marked = [b"\xef\xbb\xbf", ONE_USER].concat();
    assert_eq!(
        read(&format!("http://{}", serve(answer(JSON, &marked))))
            .await
            .unwrap(),
        1
    );
    let broken = b"{\"totalResults\": 1, \"Resources\": [{\"id\": \"u1\", \"displayName\": \"A\xff\xfeB\"}]}";
    let url = format!("http://{}", serve(answer(JSON, broken)));
    let page = connect(&url).users(Which::All, &PageAt::Start).await;
    assert_eq!(page.unwrap().users[0].display_name, "A\u{fffd}\u{fffd}B");
}

#[tokio::test]
async fn a_server_that_speaks_http_1_0_is_understood() {
    let body = r#"{"totalResults": 1, "Resources": [{"id": "u1", "userName": "u1"}]}"#;
    let url = format!("http://{}", serve(format!("HTTP/1.0 200 OK\r\n\r\n{body}")));
    assert_eq!(read(&url).await.unwrap(), 1);
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        read_head(&mut stream);
        let block = [b' '; 1 << 16];
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&block).is_ok() {}
    });
    let outcome = read(&url).await;
    assert!(
        matches!(outcome, Err(RemoteError::TooLarge { limit: 64 })),
        "{outcome:?}"
    );
}
