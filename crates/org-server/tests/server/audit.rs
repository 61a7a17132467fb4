//! The audit: one line per write, none for what was refused.

use std::sync::Arc;

use rollcall_model::{Role, SystemClock};
use rollcall_org_server::{DataPlace, OrgServer, Settings};
use serde_json::{Value, json};

use crate::support::{Server, id, set};

#[tokio::test]
async fn every_write_leaves_a_line() {
    let server = Server::demo(12).await;
    let me = server.get("/Me").await.body;
    let user = server.add_user("new@northwind.example", Role::Member).await;
    let path = format!("/Users/{}", id(&user));
    let both = json!([
        { "op": "replace", "path": "roles", "value": [{ "value": "user_admin" }] },
        { "op": "replace", "path": "active", "value": false }
    ]);
    server.patch(&path, both.clone()).await;
    server.patch(&path, both).await;
    server
        .patch_as(
            Role::Member,
            &path,
            json!([{ "op": "remove", "path": "displayName" }]),
        )
        .await;
    let group = json!({ "displayName": "G", "members": [{ "value": id(&user) }] });
    server.post("/Groups", &group).await;
    server.delete(&path).await;

    let lines = server.audit();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(
        actions,
        [
            "users.add",
            "users.set_role,users.suspend",
            "workspaces.create,users.set_workspaces",
            "users.delete"
        ],
        "one line per write; what changes nothing, or was refused, is no write"
    );
    for line in &lines {
        assert_eq!(line.actor.as_deref(), Some(id(&me)), "who");
        assert!(
            line.origin.starts_with("127.0.0.1:"),
            "from where: {}",
            line.origin
        );
        assert_eq!(line.at.to_string(), "2026-11-22T12:00:00Z", "when");
    }
    let json =
        |text: &Option<String>| -> Value { serde_json::from_str(text.as_ref().unwrap()).unwrap() };
    assert_eq!(
        json(&lines[1].before),
        json!({ "roles": "member", "active": true }),
        "what was"
    );
    assert_eq!(
        json(&lines[1].after),
        json!({ "roles": "user_admin", "active": false }),
        "what is"
    );
    assert_eq!(lines[0].before, None);
    assert_eq!(
        json(&lines[3].before)["userName"],
        "new@northwind.example",
        "who went"
    );
    assert_eq!(lines[3].after, None);
}

#[tokio::test]
async fn bulk_leaves_a_line_per_operation() {
    let server = Server::demo(6).await;
    let add = |name: &str| {
        json!({
            "method": "POST", "path": "/Users", "bulkId": name, "data": { "userName": name }
        })
    };
    server
        .post(
            "/Bulk",
            &json!({ "Operations": [add("a@x.example"), add("b@x.example"), add("A@x.example")] }),
        )
        .await;
    assert_eq!(server.audit().len(), 2, "the third was refused");
}

#[tokio::test]
async fn a_token_that_the_operator_makes_or_revokes_leaves_a_line_without_its_secret() {
    let server = Server::demo(12).await;
    let by_role = server.org.audit_after(0, 10).unwrap();
    let actions: Vec<_> = by_role.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(actions, ["token.create"; 4], "one for each role");

    let user = server.add_user("new@northwind.example", Role::Member).await;
    let issue = |name: &str| server.org.issue_token(name, "laptop");
    let token = issue("New@northwind.example").unwrap();
    let named = token.reveal().split('_').nth(1).unwrap();
    assert!(server.org.revoke_token(named).unwrap());
    let path = format!("/Users/{}", id(&user));
    server.patch(&path, set("active", json!(false))).await;
    assert!(!server.org.revoke_token(named).unwrap(), "once");
    issue("new@northwind.example").unwrap_err();
    issue("nobody@northwind.example").unwrap_err();

    let lines = server.audit();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(
        actions,
        [
            "users.add",
            "invitations.accept",
            "token.create",
            "token.revoke",
            "users.suspend"
        ],
        "what was refused leaves none"
    );
    for line in &lines[2..4] {
        assert_eq!(line.actor, None, "nobody's who signs in");
        assert_eq!(
            (line.actor_name.as_str(), line.origin.as_str()),
            ("operator", "console")
        );
        assert_eq!((line.kind.as_str(), line.id.as_str()), ("User", id(&user)));
    }
    let told = |line: &Option<String>| -> Value {
        line.as_ref()
            .map_or(Value::Null, |text| text.parse().unwrap())
    };
    let told: Vec<_> = lines[2..4]
        .iter()
        .map(|line| [told(&line.before), told(&line.after)])
        .collect();
    let (whose, label) = ("new@northwind.example", "laptop");
    assert_eq!(
        told,
        [
            [
                Value::Null,
                json!({ "userName": whose, "token": named, "label": label })
            ],
            [json!({ "userName": whose, "token": named }), Value::Null]
        ]
    );
    let secret = token.reveal().rsplit('_').next().unwrap();
    assert!(!format!("{lines:?}").contains(secret), "{lines:?}");
}

#[tokio::test]
async fn founding_leaves_a_line_for_the_first_admin_and_one_for_their_token() {
    let settings = Settings::new("http://founded");
    let org = OrgServer::open(&DataPlace::Memory, Arc::new(SystemClock), &settings).unwrap();
    org.found("Founded", "ada@example.org").unwrap();
    let lines = org.audit_after(0, 10).unwrap();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(actions, ["users.add", "token.create"]);
}
