//! The test server keeps its promise: the same address, people and tokens after a restart.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use rollcall_model::Role;
use rollcall_testkit::TestServer;

/// The answer to a request of a User Admin, or that nobody listens.
fn ask(server: &TestServer, what: &str, body: &str) -> std::io::Result<String> {
    let address = server.url().replacen("http://", "", 1);
    let mut stream = TcpStream::connect(&address)?;
    let token = server.token(Role::UserAdmin);
    write!(
        stream,
        "{what} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n{body}",
        token.reveal(),
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn me(server: &TestServer) -> std::io::Result<String> {
    ask(server, "GET /Me", "")
}

#[test]
fn an_invitation_can_be_followed() {
    let server = TestServer::start(8);
    let added = ask(&server, "POST /Users", "{\"userName\":\"new@x.example\"}").unwrap();
    assert!(added.starts_with("HTTP/1.1 201"), "{added}");
    let link = server.newest_link("new@x.example", "");
    let path = link.strip_prefix(&server.url()).unwrap();
    let page = ask(&server, &format!("GET {path}"), "").unwrap();
    assert!(page.contains("Accept the invitation"), "{page}");
}

#[test]
fn a_stopped_server_is_gone_and_comes_back_as_it_was() {
    let mut server = TestServer::start(8);
    let before = me(&server).unwrap();
    assert!(before.contains("\"user_admin\""), "{before}");

    server.stop();
    assert!(me(&server).is_err(), "a stopped server takes no connection");

    server.start_again();
    let after = me(&server).unwrap();
    let body = |answer: &str| answer.split("\r\n\r\n").nth(1).map(str::to_owned);
    assert_eq!(
        body(&before),
        body(&after),
        "same address, same person, same token"
    );
    assert!(server.server().is_founded().unwrap());
}
