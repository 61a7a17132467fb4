//! What happens at once is decided one after the other.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use http_body_util::{BodyExt as _, Full};
use rollcall_model::Role;
use rollcall_org_server::SubscriptionOrder;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Server, id, patch_op, send, set};

/// How often the two Admins try.
const ROUNDS: usize = 200;

/// What an Admin does to another.
#[derive(Clone, Copy)]
enum Blow {
    Demote,
    Suspend,
    Delete,
}

/// An Admin of an organization that has two: id and token.
struct Admin {
    id: String,
    token: String,
}

impl Blow {
    /// The request, as a program of the Admin's own would send it.
    fn by(self, server: &Server, striking: &Admin, struck: &Admin) -> reqwest::RequestBuilder {
        let path = format!("{}/Users/{}", server.url, struck.id);
        let set = |attribute: &str, value: serde_json::Value| {
            let operation = json!({ "op": "replace", "path": attribute, "value": value });
            patch_op(json!([operation])).to_string()
        };
        let program = reqwest::Client::new();
        let request = match self {
            Self::Demote => program
                .patch(path)
                .body(set("roles", json!([{ "value": "member" }]))),
            Self::Suspend => program.patch(path).body(set("active", json!(false))),
            Self::Delete => program.delete(path),
        };
        request.bearer_auth(&striking.token)
    }
}

/// Two active Admins, each through a program of their own, strike each other at the same moment, over
/// and over: exactly one succeeds each time.
async fn strike_each_other(blow: Blow) {
    let server = Server::demo(6).await;
    // Whoever was demoted stays, and keeps a seat.
    let room = SubscriptionOrder {
        seats: Some(1_000),
        ..SubscriptionOrder::default()
    };
    server.org.set_subscription(&room).unwrap();
    let first = server.get("/Me").await.body;
    for other in server.ids("roles.value eq \"admin\"").await {
        if other != id(&first) {
            assert_eq!(server.delete(&format!("/Users/{other}")).await.status, 204);
        }
    }
    let mut standing = Admin {
        id: id(&first).to_owned(),
        token: server.token(Role::Admin).to_owned(),
    };
    for round in 0..ROUNDS {
        let name = format!("second{round}@northwind.example");
        let body = json!({ "userName": name, "roles": [{ "value": "admin" }] }).to_string();
        let made = server
            .bare(reqwest::Method::POST, "/Users")
            .bearer_auth(&standing.token)
            .body(body);
        let made = send(made).await;
        assert_eq!(made.status, 201, "{:?}", made.body);
        let token = server.org.issue_token(&name, "race").unwrap();
        let second = Admin {
            id: id(&made.body).to_owned(),
            token: token.reveal().to_owned(),
        };

        let by_first = tokio::spawn(send(blow.by(&server, &standing, &second)));
        let by_second = tokio::spawn(send(blow.by(&server, &second, &standing)));
        let (by_first, by_second) = (by_first.await.unwrap(), by_second.await.unwrap());
        let succeeded = [&by_first, &by_second]
            .iter()
            .filter(|answer| answer.status.is_success())
            .count();
        assert_eq!(
            succeeded, 1,
            "round {round}: the organization keeps one active Admin ({} and {})",
            by_first.status, by_second.status
        );
        if by_second.status.is_success() {
            standing = second;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_demote_each_other_cannot_both_succeed() {
    strike_each_other(Blow::Demote).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_suspend_each_other_cannot_both_succeed() {
    strike_each_other(Blow::Suspend).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_delete_each_other_cannot_both_succeed() {
    strike_each_other(Blow::Delete).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_given_once() {
    let server = Server::demo(6).await;
    let attempts: Vec<_> = (0..20)
        .map(|_| {
            let body = json!({ "userName": "wanted@northwind.example" }).to_string();
            let request = server
                .request(Role::Admin, reqwest::Method::POST, "/Users")
                .body(body);
            tokio::spawn(send(request))
        })
        .collect();
    let mut made = 0;
    for attempt in attempts {
        let answer = attempt.await.unwrap();
        match answer.status.as_u16() {
            201 => made += 1,
            _ => answer.is_error(409, "uniqueness"),
        }
    }
    assert_eq!(made, 1, "an address is unique");
}

#[tokio::test]
async fn a_token_that_is_revoked_while_a_write_arrives_writes_nothing() {
    let server = Server::demo(12).await;
    let me = server.get("/Me").await.body;
    let user = format!("/Users/{}", server.another(Role::Member).await);
    let whole = server.get(&user).await.body;
    let add = json!({ "userName": "late@northwind.example" });
    let bulk = json!({ "Operations": [{ "method": "DELETE", "path": user }] });
    for (method, path, body) in [
        (Method::POST, "/Users", add),
        (Method::PUT, &user, whole),
        (Method::PATCH, &user, patch_op(set("active", json!(false)))),
        (Method::DELETE, &user, Value::Null),
        (Method::POST, "/Bulk", bulk),
    ] {
        let name = me["userName"].as_str().unwrap();
        let token = server.org.issue_token(name, "late").unwrap();
        let named = token.reveal().split('_').nth(1).unwrap().to_owned();
        let org = server.org.clone();
        // The token was looked at before the body is asked for.
        let body = Full::from(body.to_string()).map_frame(move |frame| {
            assert!(org.revoke_token(&named).unwrap());
            frame
        });
        let request = Request::builder()
            .method(&method)
            .uri(path)
            .header("authorization", format!("Bearer {}", token.reveal()))
            .header("content-type", "application/scim+json")
            .body(Body::new(body));
        let answer = server.org.router().oneshot(request.unwrap()).await.unwrap();
        let bytes = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        let told: Value = serde_json::from_slice(&bytes).unwrap();
        let told = told.pointer("/Operations/0/response").unwrap_or(&told);
        assert_eq!(told["status"], "401", "{method} {path}: {told}");
    }
    let lines = server.audit();
    let written = lines.iter().find(|line| line.actor.is_some());
    assert_eq!(written, None, "{lines:?}");
}
