//! A network that stands in the way, switched while the window is open: each fault has its own banner and its
//! own word in the status bar, and goes when it is mended.

use rollcall_model::Role;
use rollcall_testkit::{Fault, TestNetwork, TestServer};

use crate::desk::Desk;

/// Each fault, the name of its picture, what it is called, and what is said of it.
fn faults() -> [(Fault, &'static str, &'static str, &'static str); 4] {
    let page = "<!doctype html><title>Train WiFi</title>";
    let portal = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{page}",
        page.len()
    );
    let leads_on = "HTTP/1.1 302 Found\r\nlocation: https://portal.example/\r\ncontent-length: 0\r\n\
                    connection: close\r\n\r\n";
    [
        (
            Fault::Answers(portal),
            "portal",
            "Not your server",
            "Something other than your server answers.",
        ),
        (
            Fault::Answers(leads_on.to_owned()),
            "redirect",
            "Not your server",
            "leads on to https://portal.example, where nothing was sent.",
        ),
        (
            Fault::ProxySignIn,
            "proxy",
            "Proxy in the way",
            "The proxy server wants a sign-in of its own.",
        ),
        (
            Fault::CertificateExpired,
            "certificate",
            "No secure connection",
            "The server's certificate has expired, or this computer's clock is wrong.",
        ),
    ]
}

async fn each_fault_has_its_banner(
    desk: Desk,
    server: &TestServer,
    network: &TestNetwork,
    theme: &str,
) {
    let desk = desk.behind(network);
    let window = desk.open(&[]).await;
    window.fill("Name", "Northwind").await;
    window.fill("Address", &network.https_url()).await;
    window
        .fill("API token", server.token(Role::Admin).reveal())
        .await;
    window.press("button", "Connect").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    for (fault, picture, name, sentence) in faults() {
        network.breaks(fault);
        window.press("button", "Refresh").await;
        window.reads(&format!("{name}. ")).await;
        window.reads(sentence).await;
        window
            .reads("You can look, review and prepare changes.")
            .await;
        window.reads("40 users").await;
        window
            .screenshot(&format!("network-{picture}-{theme}"))
            .await;
        window.axe(&format!("network {picture}")).await;

        network.mends();
        window.press("button", "Try now").await;
        window.reads_no_more(sentence).await;
        window.reads("Online").await;
    }
    window.close().await;
}

#[tokio::test]
async fn a_portal_a_proxy_and_a_certificate_are_told_apart() {
    let server = TestServer::start(40);
    let network = TestNetwork::before(&server.url());
    each_fault_has_its_banner(Desk::with_keychain(), &server, &network, "light").await;
}

#[tokio::test]
async fn after_dark_they_are_told_apart_as_well() {
    let server = TestServer::start(40);
    let network = TestNetwork::before(&server.url());
    each_fault_has_its_banner(Desk::with_keychain().dark(), &server, &network, "dark").await;
}
