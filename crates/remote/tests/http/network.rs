//! The real network, with servers that break it: each failure has its own name.

use std::io::Write as _;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rollcall_model::{Token, UserId};
use rollcall_remote::HttpConnector;
use rollcall_sync::{
    BaseUrl, Connector, OfflineKind, PageAt, Remote, RemoteError, SendOutcome, ServerFacts, Which,
};

/// Answers every connection with these bytes, after having read the head of a request.
fn serve(bytes: impl Into<Vec<u8>>) -> SocketAddr {
    let bytes = bytes.into();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            read_head(&mut stream);
            // Whoever asked may be gone already.
            let _ = stream.write_all(&bytes);
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

#[tokio::test]
async fn a_refused_connection_is_offline_and_nothing_was_sent() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let url = format!("http://{free}");
    let outcome = read(&url).await;
    assert!(
        matches!(
            outcome,
            Err(RemoteError::Offline {
                kind: OfflineKind::Refused,
                ..
            })
        ),
        "{outcome:?}"
    );
    let sent = connect(&url)
        .send(&crate::support::grant("u1", "sales"), None)
        .await;
    assert!(matches!(sent, SendOutcome::NotSent(_)), "{sent:?}");
}

#[tokio::test]
async fn an_unknown_name_is_named() {
    let outcome = read("https://nowhere.invalid").await;
    assert!(
        matches!(
            outcome,
            Err(RemoteError::Offline {
                kind: OfflineKind::Dns,
                ..
            })
        ),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_server_without_tls_is_not_secure() {
    let address = serve("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    let outcome = read(&format!("https://{address}")).await;
    assert!(
        matches!(
            outcome,
            Err(RemoteError::Offline {
                kind: OfflineKind::Tls,
                ..
            })
        ),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn an_answer_cut_off_anywhere_is_lost_and_a_change_unknown() {
    let whole = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 30\r\n\r\n\
                 {\"id\": \"sales\", \"members\": []}";
    for cut in (0..whole.len()).step_by(7) {
        let url = format!("http://{}", serve(&whole.as_bytes()[..cut]));
        let outcome = connect(&url).user(&UserId::new("u1")).await;
        assert!(
            matches!(outcome, Err(RemoteError::Lost { .. })),
            "{cut}: {outcome:?}"
        );
        let sent = connect(&url)
            .send(&crate::support::grant("u1", "sales"), None)
            .await;
        assert!(matches!(sent, SendOutcome::Unknown(_)), "{cut}: {sent:?}");
    }
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
