//! Looking at what waits, sending some of it, dropping some of it.

use rollcall_model::Role;

use serde_json::Value;

use crate::support::{Desk, role_patch, text};

fn listed(desk: &Desk) -> Value {
    desk.run(&["outbox", "list", "--format", "json"])
        .succeeded()
        .json()
}

#[test]
fn changes_that_wait_are_listed_dropped_and_sent_one_by_one() {
    let mut desk = Desk::synced(50, Role::Admin);
    let members = desk.users(&["--role", "member", "--state", "active", "--limit", "3"]);
    desk.server.stop();
    for member in &members {
        desk.run(&["users", "set-role", &text(&member["id"]), "user_admin"])
            .succeeded();
    }
    let outbox = listed(&desk);
    assert_eq!(outbox["waiting"], 3, "{outbox}");
    let change = &outbox["changes"][0];
    assert_eq!(
        [
            &change["verb"],
            &change["before"],
            &change["after"],
            &change["state"]
        ],
        ["set_role", "Member", "User Admin", "waiting"],
        "what was, what is asked for, where it stands"
    );
    let ids: Vec<_> = outbox["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| text(&change["id"]))
        .collect();

    let dropped = desk.run(&["outbox", "drop", &ids[0][..13]]).succeeded();
    assert_eq!(
        dropped.out, "Dropped 1 change.\n",
        "the beginning of an id names it"
    );
    assert_eq!(listed(&desk)["waiting"], 2, "the others wait on");
    let shown = desk
        .run(&[
            "users",
            "show",
            &text(&members[0]["id"]),
            "--format",
            "json",
        ])
        .json();
    assert_eq!(
        shown["role"], "member",
        "what was dropped is laid over nothing"
    );

    desk.server.start_again();
    let sent = desk
        .run(&["outbox", "send", &ids[1], "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(
        (&sent["applied"], &sent["waiting"]),
        (&1.into(), &1.into()),
        "only that one"
    );
    assert_eq!(desk.role_on_server(&text(&members[1]["id"])), "user_admin");
    assert_eq!(
        desk.role_on_server(&text(&members[2]["id"])),
        "member",
        "this one still waits"
    );

    desk.run(&["outbox", "drop", "--all"]).succeeded();
    desk.run(&["outbox", "drop", "--done"]).succeeded();
    let outbox = listed(&desk);
    assert_eq!(
        outbox["changes"].as_array().unwrap().len(),
        0,
        "nothing is left: {outbox}"
    );
    let empty = desk.run(&["outbox", "list"]).succeeded();
    assert_eq!(empty.err, "The outbox is empty.\n", "it says so");
    let unknown = desk.run(&["outbox", "drop", &ids[0]]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
}

#[test]
fn a_change_that_somebody_forestalled_needs_a_person() {
    let mut desk = Desk::synced(50, Role::Admin);
    let ana = desk.somebody(Role::Member);
    let id = text(&ana["id"]);
    desk.server.stop();
    desk.run(&["users", "set-role", &id, "user_admin"])
        .succeeded();
    desk.server.start_again();
    let (status, _) = desk.ask_server(
        Role::Admin,
        &format!("PATCH /Users/{id}"),
        &role_patch("billing_admin"),
    );
    assert_eq!(status, 200, "another Admin was quicker");

    let sent = desk.run(&["outbox", "send"]);
    assert_eq!(sent.status, 1, "it was not done: {sent:?}");
    assert_eq!(
        desk.role_on_server(&id),
        "billing_admin",
        "nothing is overwritten silently"
    );
    let outbox = desk
        .run(&["outbox", "list", "--format", "json"])
        .succeeded()
        .json();
    let change = &outbox["changes"][0];
    assert_eq!(
        (&outbox["needsYou"], &change["state"]),
        (&1.into(), &"conflict".into())
    );
    assert_eq!(
        change["theirs"], "Billing Admin",
        "was, now on the server, yours"
    );
    desk.run(&["outbox", "drop", &text(&change["id"])])
        .succeeded();
}
