//! A network that stands in the way: behind a real proxy, with real certificates, each fault has its own
//! sentence and its own next step, and takes nothing away.

use rollcall_model::Role;
use rollcall_testkit::{Fault, TestNetwork};

use crate::support::{Desk, Done, text};

/// A desk whose server is reached through a network of its own.
struct Behind {
    desk: Desk,
    network: TestNetwork,
}

impl Behind {
    fn new() -> Self {
        let desk = Desk::new(30);
        let network = TestNetwork::before(&desk.server.url());
        Self { desk, network }
    }

    fn run(&self, arguments: &[&str]) -> Done {
        let environment = self.network.environment();
        let environment: Vec<(&str, &str)> = environment
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.desk.run_with(arguments, "", &environment)
    }

    fn connect(&self) -> Done {
        let token = self.desk.token_file(Role::Admin);
        let token = token.to_str().unwrap();
        let url = self.network.https_url();
        self.run(&["connect", &url, "--name", "Acme", "--token-file", token])
    }
}

/// An answer in the server's place.
fn answer(head: &str, body: &str) -> Fault {
    let length = body.len();
    Fault::Answers(format!(
        "HTTP/1.1 {head}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    ))
}

fn portal() -> Fault {
    answer(
        "200 OK\r\ncontent-type: text/html",
        "<!doctype html><title>Train WiFi</title>",
    )
}

/// Each fault, what is said of it, and the next step.
fn faults() -> Vec<(Fault, &'static str, &'static str)> {
    let trusted = "The server's certificate is not trusted on this computer.";
    let expired = "The server's certificate has expired, or this computer's clock is wrong.";
    let look_in = "This network may look into connections: ask whoever runs it, or the server.";
    let clock =
        "Check this computer's date and time; if they are right, tell whoever runs the server.";
    vec![
        (
            Fault::ProxySignIn,
            "The proxy server wants a sign-in of its own.",
            "Give it in the system's proxy settings.",
        ),
        (
            Fault::ProxyRefuses,
            "The proxy server doesn't let this connection through.",
            "Ask whoever runs this network to allow it.",
        ),
        (Fault::CertificateExpired, expired, clock),
        (Fault::CertificateEarly, expired, clock),
        (
            Fault::CertificateName,
            "The server's certificate is for another name.",
            "Check the server's address, and whether this network wants you to sign in first.",
        ),
        (Fault::CertificateIssuer, trusted, look_in),
        (
            Fault::NotHttps,
            "What answers at this address doesn't speak HTTPS.",
            "Check the server's address and its port.",
        ),
        (
            Fault::HandshakeCut,
            "No secure connection to the server came about.",
            "Ask whoever runs the server, or this network.",
        ),
        (
            portal(),
            "Something other than your server answers.",
            "Probably this network wants you to sign in first: do that in a browser, then try again.",
        ),
        (
            answer("511 Network Authentication Required", ""),
            "Something other than your server answers.",
            "Probably this network wants you to sign in first: do that in a browser, then try again.",
        ),
        (
            answer(
                "403 Forbidden\r\ncontent-type: text/html",
                "<h1>Blocked</h1>",
            ),
            "Something other than your server answers.",
            "Probably this network wants you to sign in first: do that in a browser, then try again.",
        ),
        (
            answer(
                "302 Found\r\nlocation: https://portal.example/sign-in?to=people",
                "",
            ),
            "The server's address leads on to https://portal.example, where nothing was sent.",
            "If that is this network's sign-in page, sign in there; if the server has moved, connect to its new address.",
        ),
        (
            Fault::Cuts(40),
            "The connection was lost before the server's answer had arrived.",
            "",
        ),
    ]
}

#[test]
fn each_fault_of_a_network_has_its_sentence_and_its_next_step() {
    let behind = Behind::new();
    behind.connect().succeeded();
    behind.run(&["sync"]).succeeded();
    let ana = behind.desk.somebody(Role::Member);
    let id = text(&ana["id"]);
    for (nth, (fault, sentence, step)) in faults().into_iter().enumerate() {
        behind.network.breaks(fault.clone());
        let sync = behind.run(&["sync"]);
        assert_eq!(sync.status, 1, "{fault:?}: {sync:?}");
        assert!(sync.err.contains(sentence), "{fault:?}: {sync:?}");
        assert!(sync.err.contains(step), "{fault:?}: {sync:?}");

        let role = ["billing_admin", "member"][nth % 2];
        let before = behind.desk.role_on_server(&id);
        behind.run(&["users", "set-role", &id, role]).succeeded();
        let waiting = behind
            .run(&["outbox", "list", "--format", "json"])
            .succeeded();
        assert!(waiting.out.contains(&id), "it waits: {waiting:?}");
        let unsent = behind.run(&["outbox", "send", "--yes"]);
        assert_eq!(unsent.status, 1, "{fault:?}: {unsent:?}");
        assert!(unsent.err.contains(sentence), "{fault:?}: {unsent:?}");
        // Only an answer that was cut off had something to answer to.
        let arrived = matches!(fault, Fault::Cuts(_));
        assert_eq!(
            behind.desk.role_on_server(&id) != before,
            arrived,
            "{fault:?}"
        );
        assert_eq!(behind.desk.users(&[]).len(), 30, "the list is as it was");

        behind.network.mends();
        let sent = behind
            .run(&["outbox", "send", "--yes", "--format", "json"])
            .succeeded()
            .json();
        assert_eq!(
            (&sent["applied"], &sent["needsYou"], &sent["waiting"]),
            (&1.into(), &0.into(), &0.into()),
            "{fault:?}: nothing was rejected: {sent}"
        );
        assert_eq!(behind.desk.role_on_server(&id), role, "{fault:?}");
    }
}

#[test]
fn what_stands_in_the_way_is_said_before_anything_is_connected() {
    let behind = Behind::new();
    for (fault, sentence, step) in faults() {
        behind.network.breaks(fault.clone());
        let failed = behind.connect();
        assert_eq!(failed.status, 1, "{fault:?}: {failed:?}");
        // Pages at an address that was never a server's say more of the address than of the network.
        let said = failed.err.contains(sentence) && failed.err.contains(step);
        let of_the_address = failed.err.contains("There is no SCIM service at this URL.")
            || failed.err.contains("doesn't allow this");
        assert!(said || of_the_address, "{fault:?}: {failed:?}");
    }
    behind.network.mends();
    behind.connect().succeeded();
}

#[test]
fn a_proxy_that_is_not_there_is_told_from_a_server_that_is_not_there() {
    let behind = Behind::new();
    behind.connect().succeeded();
    let trusted = behind.network.trusted();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nowhere = free.local_addr().unwrap();
    drop(free);
    for (proxy, sentence) in [
        (
            format!("http://{nowhere}"),
            "The proxy server can't be reached.",
        ),
        (
            "http://proxy.invalid:3128".to_owned(),
            "The proxy server can't be reached.",
        ),
        (String::new(), "The server's name can't be found."),
    ] {
        let environment = [
            ("HTTPS_PROXY", proxy.as_str()),
            ("SSL_CERT_FILE", trusted.to_str().unwrap()),
        ];
        let sync = behind.desk.run_with(&["sync"], "", &environment);
        assert_eq!(sync.status, 1, "{proxy}: {sync:?}");
        assert!(sync.err.contains(sentence), "{proxy}: {sync:?}");
    }
}
