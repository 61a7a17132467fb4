//! Invitations as resources: read, sent again, revoked, expired.

use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Server, encode, id, send};

const SCHEMA: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Invitation";

async fn status_of(link: &str) -> StatusCode {
    reqwest::get(link).await.unwrap().status()
}

async fn listed(server: &Server, filter: &str) -> Value {
    let list = server
        .get(&format!("/Invitations?filter={}", encode(filter)))
        .await;
    assert_eq!(list.status, 200, "{filter}: {:?}", list.body);
    list.body
}

/// The ids that a delta of users tells of since this token.
async fn told_since(server: &Server, token: &str) -> Vec<(String, String)> {
    let answer = server
        .post("/Users/.delta", &json!({ "deltaToken": token }))
        .await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = answer.body["Resources"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| {
            (
                text(&entry["changeType"]),
                text(&entry["changedResourceId"]),
            )
        })
        .collect()
}

async fn delta_token(server: &Server) -> String {
    let token = server.get("/Users/.deltaToken").await.body;
    token["value"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_invitation_is_a_resource_under_the_users_id() {
    let server = Server::demo(6).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let read = server.get(&format!("/Invitations/{}", id(&user))).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.body["schemas"], json!([SCHEMA]));
    assert_eq!(read.body["id"], user["id"]);
    assert_eq!(read.body["user"], user["id"]);
    assert_eq!(read.body["userName"], "ana@northwind.example");
    assert_eq!(read.body["status"], "pending");
    assert_eq!(read.body["sentAt"], "2026-11-22T12:00:00Z");
    assert_eq!(read.body["meta"]["resourceType"], "Invitation");
    assert_eq!(read.header("etag"), read.body["meta"]["version"]);

    let all = server.get("/Invitations?count=100").await.body;
    assert_eq!(all["totalResults"], 7, "everybody was invited once");
    for filter in [
        "status eq \"pending\" and sentAt ge \"2026-11-22T12:00:00Z\"",
        "userName sw \"ana@\"",
        &format!("user eq \"{}\"", id(&user)),
    ] {
        let found = listed(&server, filter).await;
        assert_eq!(found["totalResults"], 1, "{filter}");
        assert_eq!(found["Resources"][0]["id"], user["id"], "{filter}");
    }
    let first = server
        .get("/Invitations?count=3&cursor=&sortBy=userName")
        .await
        .body;
    let next = first["nextCursor"].as_str().unwrap();
    let rest = server
        .get(&format!(
            "/Invitations?count=9&cursor={next}&sortBy=userName"
        ))
        .await
        .body;
    assert_eq!(
        rest["Resources"].as_array().unwrap().len(),
        4,
        "the walk goes on"
    );

    let path = format!("/Invitations/{}", id(&user));
    for method in [Method::PUT, Method::PATCH] {
        let refused = server.send_as(Role::Admin, method, &path, &json!({})).await;
        refused.is_error(405, "");
    }
    server.get("/Invitations/nobody").await.is_error(404, "");
}

#[tokio::test]
async fn sending_again_makes_the_old_link_useless() {
    let server = Server::demo(6).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let first = server.message("ana@northwind.example", "").await;
    assert_eq!(status_of(&first.link).await, 200);
    let before = delta_token(&server).await;

    server.clock.advance(SignedDuration::from_hours(24));
    let again = server.resend_as(Role::Admin, id(&user)).await;
    assert_eq!(again.status, 201, "{:?}", again.body);
    assert_eq!(
        again.header("location"),
        format!("{}/Invitations/{}", server.url, id(&user))
    );
    assert_eq!(again.body["sentAt"], "2026-11-23T12:00:00Z", "it moves");
    assert_eq!(
        again.body["expiresAt"], "2026-11-30T12:00:00Z",
        "a new week"
    );
    assert_eq!(status_of(&first.link).await, 410, "useless at once");
    let second = server.message("ana@northwind.example", &first.link).await;
    assert_eq!(status_of(&second.link).await, 200);
    let told = told_since(&server, &before).await;
    assert!(
        told.contains(&("update".into(), id(&user).into())),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_repeated_resend_sends_once() {
    let server = Server::demo(6).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let first = server.message("ana@northwind.example", "").await;
    let ask = |key: &'static str| {
        let body = json!({ "user": id(&user) }).to_string();
        let request = server.request(Role::Admin, Method::POST, "/Invitations");
        send(request.header("idempotency-key", key).body(body))
    };
    let once: Answer = ask("k1").await;
    let second = server.message("ana@northwind.example", &first.link).await;
    server.clock.advance(SignedDuration::from_mins(1));
    let twice = ask("k1").await;
    assert_eq!(once.body, twice.body, "the answer was lost, not the effect");
    assert_eq!(
        status_of(&second.link).await,
        200,
        "and the link still works"
    );

    ask("k2").await;
    server.message("ana@northwind.example", &second.link).await;
    let sent = server.org.mailbox().messages().len();
    assert_eq!(sent, 3, "another key is another wish");
}

#[tokio::test]
async fn revoking_removes_the_pending_user() {
    let server = Server::demo(6).await;
    let begin = delta_token(&server).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let message = server.message("ana@northwind.example", "").await;
    let known = delta_token(&server).await;
    let path = format!("/Invitations/{}", id(&user));
    let stale = server
        .request(Role::Admin, Method::DELETE, &path)
        .header("if-match", "W/\"77\"");
    send(stale).await.is_error(412, "");

    assert_eq!(server.delete(&path).await.status, 204);
    server.delete(&path).await.is_error(404, "");
    server
        .get(&format!("/Users/{}", id(&user)))
        .await
        .is_error(404, "");
    assert_eq!(
        status_of(&message.link).await,
        404,
        "the link leads nowhere"
    );
    let told = told_since(&server, &known).await;
    assert_eq!(told, [("delete".into(), id(&user).into())]);
    assert!(
        told_since(&server, &begin).await.is_empty(),
        "who came and went"
    );
    let again = server.add_user("ana@northwind.example", Role::Member).await;
    assert_ne!(id(&again), id(&user), "the address is free again");
}

#[tokio::test]
async fn time_alone_expires_an_invitation_and_a_delta_tells() {
    let server = Server::demo(12).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    let message = server.message("ana@northwind.example", "").await;
    let other = server.add_user("eve@northwind.example", Role::Member).await;
    let week = SignedDuration::from_hours(7 * 24);
    server.clock.advance(week - SignedDuration::from_secs(1));
    server.get("/Me").await;
    server.resend_as(Role::Admin, id(&other)).await;
    let before = delta_token(&server).await;
    let mine = |told: &Vec<(String, String)>| told.iter().filter(|(_, of)| of == id(&user)).count();
    assert_eq!(
        mine(&told_since(&server, &before).await),
        0,
        "a second early"
    );

    server.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(status_of(&message.link).await, 410, "the link has expired");
    let told = told_since(&server, &before).await;
    assert_eq!(mine(&told), 1, "{told:?}");
    let after = delta_token(&server).await;
    assert_eq!(
        mine(&told_since(&server, &after).await),
        0,
        "a change is told once"
    );
    let expired = listed(&server, "status eq \"expired\" and userName sw \"ana@\"").await;
    assert_eq!(expired["totalResults"], 1);

    assert_eq!(server.resend_as(Role::Admin, id(&user)).await.status, 201);
    let second = server.message("ana@northwind.example", &message.link).await;
    assert_eq!(
        status_of(&second.link).await,
        200,
        "sending it again begins anew"
    );
    server.clock.advance(week);
    let told = told_since(&server, &after).await;
    assert_eq!(mine(&told), 1, "and it expires anew: {told:?}");
}

#[tokio::test]
async fn many_are_sent_again_and_revoked_in_one_request() {
    let server = Server::demo(6).await;
    let mut operations = Vec::new();
    let mut users = Vec::new();
    for number in 0..3 {
        let name = format!("new{number}@northwind.example");
        users.push(server.add_user(&name, Role::Member).await);
    }
    for user in &users {
        let data = json!({ "user": id(user) });
        operations.push(json!({
            "method": "POST", "path": "/Invitations", "bulkId": id(user), "data": data
        }));
    }
    operations
        .push(json!({ "method": "DELETE", "path": format!("/Invitations/{}", id(&users[0])) }));
    operations.push(json!({ "method": "DELETE", "path": "/Invitations/nobody" }));
    let path = format!("/Invitations/{}", id(&users[1]));
    operations.push(json!({ "method": "PUT", "path": path, "data": { "user": id(&users[1]) } }));
    let answer = server
        .post("/Bulk", &json!({ "Operations": operations }))
        .await;
    let statuses: Vec<_> = answer.body["Operations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|operation| operation["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, ["201", "201", "201", "204", "404", "405"]);
}

#[tokio::test]
async fn a_wish_without_a_user_is_refused_by_name() {
    let server = Server::demo(6).await;
    for (body, status, kind) in [
        (json!({}), 400, "invalidValue"),
        (json!({ "user": 7 }), 400, "invalidValue"),
        (json!({ "user": null }), 400, "invalidValue"),
        (json!({ "user": "nobody" }), 404, ""),
        (json!({ "user": "x".repeat(10_000) }), 404, ""),
    ] {
        let refused = server.post("/Invitations", &body).await;
        refused.is_error(status, kind);
        assert!(refused.detail().contains("user"), "{}", refused.detail());
        assert!(
            refused.detail().len() < 300,
            "an error doesn't repeat it all"
        );
    }
}

#[tokio::test]
async fn what_happens_to_an_invitation_is_in_the_audit() {
    let server = Server::demo(6).await;
    let user = server.add_user("ana@northwind.example", Role::Member).await;
    server.clock.advance(SignedDuration::from_mins(1));
    server.resend_as(Role::Admin, id(&user)).await;
    server.delete(&format!("/Invitations/{}", id(&user))).await;
    let lines = server.audit();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.actions.as_str(), line.kind.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("users.add", "User"),
            ("invitations.resend", "Invitation"),
            ("invitations.revoke", "Invitation")
        ]
    );
    assert_eq!(
        lines[1].before.as_deref(),
        Some("{\"sentAt\":\"2026-11-22T12:00:00Z\"}")
    );
    assert!(
        lines[2]
            .before
            .as_ref()
            .unwrap()
            .contains("ana@northwind.example"),
        "who went"
    );
}
