//! Conflicts at a terminal: was, theirs, mine, field by field; and each answer that a person can give.

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Desk, role_patch, text};

fn conflicts(desk: &Desk) -> Vec<Value> {
    let told = desk.run(&["outbox", "conflicts", "--format", "json"]);
    let told = told.succeeded().json();
    told["conflicts"].as_array().unwrap().clone()
}

/// Asks for something without the server; then somebody else is quicker, and it is sent.
fn meanwhile(desk: &mut Desk, ours: &[&[&str]], theirs: &[(&str, &str)]) {
    desk.server.stop();
    for arguments in ours {
        desk.run(arguments).succeeded();
    }
    desk.server.start_again();
    for (request, body) in theirs {
        let (status, answer) = desk.ask_server(Role::Admin, request, body);
        assert!((200..300).contains(&status), "{request}: {status} {answer}");
    }
    let sent = desk.run(&["outbox", "send", "--yes"]);
    assert_eq!(sent.status, 1, "a conflict is not done: {sent:?}");
    let told = sent.err.lines().filter(|line| !line.is_empty()).count();
    assert!(
        told >= ours.len() && !sent.err.contains('\u{240a}'),
        "each is told on a line of its own: {sent:?}"
    );
}

fn name_patch(name: &str) -> String {
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "path": "displayName", "value": name}],
    })
    .to_string()
}

#[test]
fn a_conflict_is_told_by_field_and_answered_by_theirs_or_mine() {
    let mut desk = Desk::synced(80, Role::Admin);
    let helpers = desk.users(&["--role", "user_admin", "--state", "active", "--limit", "2"]);
    let [first, second] = [text(&helpers[0]["id"]), text(&helpers[1]["id"])];
    let patch = |id: &str| format!("PATCH /Users/{id}");
    meanwhile(
        &mut desk,
        &[
            &["users", "set-role", &first, "member"],
            &["users", "set-role", &second, "member"],
        ],
        &[
            (&patch(&first), &role_patch("billing_admin")),
            (&patch(&second), &role_patch("billing_admin")),
        ],
    );
    let told = conflicts(&desk);
    assert_eq!(told.len(), 2, "{told:?}");
    for conflict in &told {
        assert_eq!(
            ["field", "was", "theirs", "mine"].map(|name| text(&conflict[name])),
            ["Role", "User Admin", "Billing Admin", "Member"]
        );
        assert_eq!(conflict["combined"], Value::Null, "a role has no parts");
    }
    let table = desk.run(&["outbox", "conflicts"]).succeeded();
    assert!(table.out.contains("Billing Admin"), "{table:?}");
    assert!(table.err.contains("outbox resolve"), "{table:?}");

    let of = |id: &str| {
        let conflict = told.iter().find(|conflict| conflict["resource"] == id);
        text(&conflict.unwrap()["id"])
    };
    for wrong in ["combined", "drop"] {
        let refused = desk.run(&["outbox", "resolve", wrong, &of(&first)]);
        assert_eq!(refused.status, 1, "{refused:?}");
    }
    let kept = desk
        .run(&["outbox", "resolve", "theirs", &of(&first)])
        .succeeded();
    assert_eq!(kept.out, "What is on the server stays. Dropped 1 change.\n");
    assert_eq!(desk.role_on_server(&first), "billing_admin");
    let again = desk
        .run(&["outbox", "resolve", "mine", "--all", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(again["result"], "applied", "{again}");
    assert_eq!(desk.role_on_server(&second), "member");
    assert!(conflicts(&desk).is_empty());
    let none = desk.run(&["outbox", "conflicts"]).succeeded();
    assert_eq!(none.err, "Nothing is in conflict.\n");
    let nothing = desk.run(&["outbox", "resolve", "mine", "--all"]);
    assert_eq!(nothing.status, 1, "{nothing:?}");
}

#[test]
fn edits_that_do_not_overlap_are_combined_when_it_is_said() {
    let mut desk = Desk::synced(50, Role::Admin);
    let id = text(&desk.somebody(Role::Member)["id"]);
    desk.run(&["users", "edit", &id, "--display-name", "Ana Ruiz"])
        .succeeded();
    let patch = format!("PATCH /Users/{id}");
    meanwhile(
        &mut desk,
        &[&["users", "edit", &id, "--display-name", "Dr. Ana Ruiz"]],
        &[(&patch, &name_patch("Ana Lopez"))],
    );
    let told = conflicts(&desk);
    assert_eq!(told[0]["combined"], "Dr. Ana Lopez", "{told:?}");
    let (_, user) = desk.ask_server(Role::Admin, &format!("GET /Users/{id}"), "");
    assert_eq!(user["displayName"], "Ana Lopez", "offered, never automatic");
    let change = text(&told[0]["id"]);
    desk.run(&["outbox", "resolve", "combined", &change[..13]])
        .succeeded();
    let (_, user) = desk.ask_server(Role::Admin, &format!("GET /Users/{id}"), "");
    assert_eq!(user["displayName"], "Dr. Ana Lopez");
}

#[test]
fn what_no_longer_exists_is_dropped_in_one_word() {
    let mut desk = Desk::synced(50, Role::Admin);
    let id = text(&desk.somebody(Role::UserAdmin)["id"]);
    let delete = format!("DELETE /Users/{id}");
    meanwhile(
        &mut desk,
        &[&["users", "set-role", &id, "member"]],
        &[(&delete, "")],
    );
    let told = conflicts(&desk);
    assert_eq!(told[0]["theirs"], Value::Null, "{told:?}");
    assert!(
        text(&told[0]["message"]).contains("no longer exists"),
        "{told:?}"
    );
    for wrong in ["theirs", "mine", "combined"] {
        let refused = desk.run(&["outbox", "resolve", wrong, &text(&told[0]["id"])]);
        assert_eq!(
            refused.status, 1,
            "{wrong} has nothing to rest on: {refused:?}"
        );
    }
    let dropped = desk
        .run(&["outbox", "resolve", "drop", "--all"])
        .succeeded();
    assert_eq!(dropped.out, "Dropped 1 change.\n");
    assert!(conflicts(&desk).is_empty());
}
