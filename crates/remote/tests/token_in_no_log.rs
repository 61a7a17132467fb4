//! The token is in a request's header, and nowhere else: looked for at the highest log level. A
//! program of its own, since a process has one log.

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;
    use std::sync::{Arc, Mutex};
    use std::thread;

    use rollcall_model::Token;
    use rollcall_remote::HttpConnector;
    use rollcall_sync::{BaseUrl, Connector, PageAt, RemoteError, ServerFacts, Which};
    use tracing_subscriber::fmt::MakeWriter;

    const TOKEN: &str = "planted-token-5b20";

    /// Where a test's log goes.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Log {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    async fn read(url: &str) -> RemoteError {
        let facts = ServerFacts {
            discovered: true,
            ..ServerFacts::default()
        };
        let url = BaseUrl::parse(url).unwrap();
        let token = Token::parse(TOKEN).unwrap();
        let remote = HttpConnector::new()
            .unwrap()
            .connect(&url, &token, facts)
            .unwrap();
        remote.users(Which::All, &PageAt::Start).await.unwrap_err()
    }

    #[tokio::test]
    async fn the_token_is_in_no_log_line_and_no_error() {
        let log = Log::default();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(log.clone())
            .init();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let head: Vec<String> = lines
                .map(Result::unwrap)
                .take_while(|line| !line.is_empty())
                .collect();
            stream
                .write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
                .unwrap();
            head
        });
        let refused = read(&format!("http://{address}/scim")).await;
        let offline = read(&format!("http://{address}")).await;
        let sent = server.join().unwrap();
        assert!(
            sent.iter().any(|line| line.contains(TOKEN)),
            "it was sent: {sent:?}"
        );
        let logged = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
        assert!(
            logged.contains("answered"),
            "something was logged: {logged}"
        );
        for said in [
            logged,
            format!("{refused:?} {refused} {offline:?} {offline}"),
        ] {
            assert!(!said.contains(TOKEN), "the token was said");
        }
    }
}
