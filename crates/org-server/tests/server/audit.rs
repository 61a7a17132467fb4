//! The audit: one line per write, none for what was refused.

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, id};

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

    let lines = server.org.audit_after(0, 100).unwrap();
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
    assert_eq!(
        server.org.audit_after(0, 10).unwrap().len(),
        2,
        "the third was refused"
    );
}
