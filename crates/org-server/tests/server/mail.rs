//! Invitations on their way out: through a mail server that others wrote, and into a folder.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use reqwest::StatusCode;
use rollcall_model::{Role, SystemClock};
use rollcall_org_server::{DataPlace, Delivery, Invitations, OrgServer, Settings};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::peer::{self, MailPeer, link};
use crate::support::{Server, id};

const EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";

fn smtp(url: &str) -> Delivery {
    Delivery::Smtp(url.parse().unwrap())
}

/// The user's invitation, once its status and failure are as wanted. Each look is a request that the
/// server has to answer, so nothing here waits for time.
async fn invitation(server: &Server, user: &Value, wanted: impl Fn(&Value) -> bool) -> Value {
    loop {
        let read = server.get(&format!("/Users/{}", id(user))).await.body;
        let invitation = &read[EXTENSION]["invitation"];
        if wanted(invitation) {
            return invitation.clone();
        }
    }
}

#[tokio::test]
async fn a_mail_server_takes_text_and_html_with_a_link_that_works() {
    let mut peer = MailPeer::with(0, &[("PASSWORD", "s3cret")]).await;
    let url = format!("smtp://it:s3cret@127.0.0.1:{}", peer.port);
    let server = Server::sending(6, smtp(&url)).await;
    let name = "Ana.Nová@bücher.example";
    server.add_user(name, Role::Member).await;

    let message = peer.line().await;
    assert_eq!(message["to"], json!(["Ana.Nová@xn--bcher-kva.example"]));
    assert_eq!(message["type"], "multipart/alternative");
    let headers = &message["headers"];
    assert_eq!(headers["from"], "invitations@localhost");
    let me = server.get("/Me").await.body;
    let inviter = me["displayName"].as_str().unwrap();
    assert_eq!(
        headers["subject"],
        format!("{inviter} invites you to Northwind")
    );
    assert_eq!(
        headers["date"], "Sun, 22 Nov 2026 12:00:00 +0000",
        "the server's clock"
    );
    let link = link(&message);
    let html = message["html"].as_str().unwrap();
    assert!(html.contains(&format!("href=\"{link}\"")), "{html}");
    assert!(
        html.contains("29 November 2026, 12:00 UTC"),
        "when it ends: {html}"
    );
    assert_eq!(reqwest::get(&link).await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_refused_recipient_is_told_in_the_mail_servers_words() {
    let peer = MailPeer::start(0).await;
    let server = Server::sending(6, smtp(&format!("smtp://127.0.0.1:{}", peer.port))).await;
    let user = server
        .add_user("nobody@northwind.example", Role::Member)
        .await;
    let failed = invitation(&server, &user, |invitation| {
        invitation["status"] == "failed"
    })
    .await;
    assert_eq!(failed["failure"], "550 5.1.1 The mailbox does not exist");
}

#[tokio::test]
async fn a_recipient_who_is_busy_gets_it_later() {
    let mut peer = MailPeer::start(0).await;
    let server = Server::sending(6, smtp(&format!("smtp://127.0.0.1:{}", peer.port))).await;
    let user = server
        .add_user("busy@northwind.example", Role::Member)
        .await;
    let failed = invitation(&server, &user, |invitation| {
        invitation["status"] == "failed"
    })
    .await;
    assert_eq!(failed["failure"], "451 4.7.1 Not now, try again");

    server.clock.advance(jiff::SignedDuration::from_mins(1));
    let message = peer.line().await;
    let sent = invitation(&server, &user, |invitation| {
        invitation["status"] == "pending"
    })
    .await;
    assert_eq!(sent["sentAt"], "2026-11-22T12:01:00Z", "it went out now");
    assert_eq!(
        sent["expiresAt"], "2026-11-29T12:01:00Z",
        "so the week begins now"
    );
    assert!(sent.get("failure").is_none(), "{sent}");
    assert_eq!(
        reqwest::get(&link(&message)).await.unwrap().status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_mail_server_that_is_down_loses_nothing() {
    let port = MailPeer::start(0).await.port;
    let server = Server::sending(6, smtp(&format!("smtp://127.0.0.1:{port}"))).await;
    let mut users = Vec::new();
    for number in 0..3 {
        let name = format!("new{number}@northwind.example");
        users.push(server.add_user(&name, Role::Member).await);
    }
    for user in &users {
        let failed = invitation(&server, user, |invitation| invitation["status"] == "failed").await;
        let failure = failed["failure"].as_str().unwrap();
        assert!(
            failure.starts_with("The mail server can't be reached: "),
            "{failure}"
        );
    }

    let mut peer = MailPeer::start(port).await;
    server.clock.advance(jiff::SignedDuration::from_mins(1));
    let mut reached = Vec::new();
    for _ in &users {
        reached.push(peer.line().await["to"][0].as_str().unwrap().to_owned());
    }
    reached.sort();
    let all = (0..3).map(|number| format!("new{number}@northwind.example"));
    assert_eq!(reached, all.collect::<Vec<_>>(), "each once");
    for user in &users {
        invitation(&server, user, |invitation| {
            invitation["status"] == "pending"
        })
        .await;
    }
}

#[tokio::test]
async fn a_wrong_password_is_the_operators_matter_and_never_told() {
    let peer = MailPeer::with(0, &[("PASSWORD", "right")]).await;
    let url = format!("smtp://it:wr0ng@127.0.0.1:{}", peer.port);
    let server = Server::sending(6, smtp(&url)).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let failed = invitation(&server, &user, |invitation| {
        invitation["status"] == "failed"
    })
    .await;
    let failure = failed["failure"].as_str().unwrap();
    assert!(failure.starts_with("535 "), "{failure}");
    assert!(
        !failure.contains("wr0ng"),
        "a password is never told: {failure}"
    );
}

#[tokio::test]
async fn a_folder_holds_one_file_for_each_message() {
    let folder = tempfile::tempdir().unwrap();
    let mails = folder.path().join("mails");
    let server = Server::sending(6, Delivery::Folder(mails.clone())).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let file = loop {
        // A request lets the server go on.
        server.get("/Me").await;
        let mut files = std::fs::read_dir(&mails).into_iter().flatten().flatten();
        let whole = files.find(|file| file.path().extension().is_some_and(|end| end == "eml"));
        if let Some(file) = whole {
            break file;
        }
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "a link is for its reader alone");
    }
    let message = peer::read(&file.path()).await;
    assert_eq!(message["headers"]["to"], "ana@northwind.example");
    assert_eq!(
        reqwest::get(&link(&message)).await.unwrap().status(),
        StatusCode::OK
    );
    let read = server.get(&format!("/Users/{}", id(&user))).await.body;
    assert_eq!(read[EXTENSION]["invitation"]["status"], "pending");
}

#[tokio::test]
async fn what_a_restart_found_unsent_goes_out() {
    let folder = tempfile::tempdir().unwrap();
    let place = DataPlace::Folder(folder.path().to_owned());
    let settings = Settings {
        invitations: Invitations::by(Delivery::Memory),
        ..Settings::new("http://simulated")
    };
    let open = || OrgServer::open(&place, Arc::new(SystemClock), &settings).unwrap();
    let first = open();
    let token = first.found("Ours", "ada@example.org").unwrap();
    // A router alone sends nothing, as a server that crashed before it could.
    let request = Request::post("/Users")
        .header("authorization", format!("Bearer {}", token.reveal()))
        .body(Body::from(
            json!({ "userName": "new@example.org" }).to_string(),
        ))
        .unwrap();
    assert_eq!(first.router().oneshot(request).await.unwrap().status(), 201);
    assert!(first.mailbox().messages().is_empty());
    drop(first);

    let second = open();
    let mailbox = second.mailbox();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    tokio::spawn(async move { second.serve(listener, std::future::pending()).await });
    let message = mailbox.newest("new@example.org", |_| true).await;
    assert_eq!(message.subject, "ada@example.org invites you to Ours");
}

#[tokio::test]
async fn without_a_way_out_the_invitation_says_which_option_is_missing() {
    let server = Server::sending(6, Delivery::None).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let invitation = &user[EXTENSION]["invitation"];
    assert_eq!(invitation["status"], "failed");
    let failure = invitation["failure"].as_str().unwrap();
    assert!(
        failure.contains("--smtp") && failure.contains("--mail-dir"),
        "{failure}"
    );
    assert!(
        invitation.get("sentAt").is_none(),
        "nothing was sent: {invitation}"
    );
}
