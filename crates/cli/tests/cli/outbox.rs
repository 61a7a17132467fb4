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
    let mut desk = Desk::synced(150, Role::Admin);
    let helpers = desk.users(&["--role", "user_admin", "--state", "active", "--limit", "3"]);
    desk.server.stop();
    for helper in &helpers {
        desk.run(&["users", "set-role", &text(&helper["id"]), "member"])
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
        ["set_role", "User Admin", "Member", "waiting"],
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
            &text(&helpers[0]["id"]),
            "--format",
            "json",
        ])
        .json();
    assert_eq!(
        shown["role"], "user_admin",
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
    assert_eq!(desk.role_on_server(&text(&helpers[1]["id"])), "member");
    assert_eq!(
        desk.role_on_server(&text(&helpers[2]["id"])),
        "user_admin",
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

    let sent = desk.run(&["outbox", "send", "--yes"]);
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

#[test]
fn while_everything_is_held_nothing_leaves_before_it_is_sent() {
    let desk = Desk::synced(50, Role::Admin);
    let on = desk.run(&["outbox", "hold", "on"]).succeeded();
    assert_eq!(on.out, "Hold is on: nothing leaves before it is sent.\n");
    let helper = desk.somebody(Role::UserAdmin);
    let id = text(&helper["id"]);
    let queued = desk.run(&["users", "set-role", &id, "member"]).succeeded();
    assert!(
        queued.out.ends_with("It is held until you send it.\n"),
        "{queued:?}"
    );
    desk.run(&["sync"]).succeeded();
    assert_eq!(
        desk.role_on_server(&id),
        "user_admin",
        "a command that reaches the server sends nothing"
    );
    let outbox = listed(&desk);
    assert_eq!(
        (&outbox["hold"], &outbox["changes"][0]["state"]),
        (&true.into(), &"held".into())
    );
    let told = desk
        .run(&["outbox", "hold", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(
        (&told["hold"], &told["held"], &told["unconfirmed"]),
        (&true.into(), &1.into(), &0.into())
    );
    desk.run(&["outbox", "send"]).succeeded();
    assert_eq!(desk.role_on_server(&id), "member");
    let off = desk.run(&["outbox", "hold", "off"]).succeeded();
    assert_eq!(
        off.out,
        "Hold is off: what is asked for goes out by itself.\n"
    );
    let wrong = desk.run(&["outbox", "hold", "maybe"]);
    assert_eq!(wrong.status, 2, "{wrong:?}");
}

#[test]
fn what_was_deleted_without_the_server_is_sent_only_when_it_is_confirmed() {
    let mut desk = Desk::synced(50, Role::Admin);
    let ana = desk.somebody(Role::Member);
    let id = text(&ana["id"]);
    desk.server.stop();
    let queued = desk.run(&["users", "delete", &id]).succeeded();
    assert!(
        queued
            .out
            .ends_with("It asks once more before it is sent.\n"),
        "{queued:?}"
    );
    desk.server.start_again();
    let refused = desk.run(&["outbox", "send"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("send it by --yes"),
        "it says how: {refused:?}"
    );
    let (status, _) = desk.ask_server(Role::Admin, &format!("GET /Users/{id}"), "");
    assert_eq!(status, 200, "the user is there");
    desk.run(&["outbox", "send", "--yes"]).succeeded();
    let (status, _) = desk.ask_server(Role::Admin, &format!("GET /Users/{id}"), "");
    assert_eq!(status, 404, "once it was confirmed");
}

#[test]
fn a_change_that_waits_is_given_another_value_in_its_place() {
    let desk = Desk::synced(80, Role::Admin);
    desk.run(&["outbox", "hold", "on"]).succeeded();
    let helpers = desk.users(&["--role", "user_admin", "--state", "active", "--limit", "2"]);
    let [first, second] = [text(&helpers[0]["id"]), text(&helpers[1]["id"])];
    for helper in [&first, &second] {
        desk.run(&["users", "set-role", helper, "member"])
            .succeeded();
    }
    let change = text(&listed(&desk)["changes"][0]["id"]);
    let edited = desk
        .run(&[
            "outbox",
            "edit",
            &change,
            "--role",
            "billing_admin",
            "--format",
            "json",
        ])
        .succeeded()
        .json();
    assert_eq!(edited["result"], "queued", "{edited}");
    let now = &listed(&desk)["changes"][0];
    assert_eq!(
        (&now["id"], &now["before"], &now["after"]),
        (
            &change.as_str().into(),
            &"User Admin".into(),
            &"Billing Admin".into()
        )
    );
    let line = desk
        .run(&["journal", "list", "--kind", "edited", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(line["lines"][0]["what"], "User Admin → Billing Admin");
    assert_eq!(
        line["lines"][0]["reason"],
        "In the place of: User Admin → Member"
    );
    for (wrong, status) in [
        (&["--name", "Ana"][..], 2),
        (&[], 2),
        (&["--role", "user_admin"], 1),
    ] {
        let refused = desk.run(&[&["outbox", "edit", &change], wrong].concat());
        assert_eq!(refused.status, status, "{refused:?}");
    }

    desk.run(&["outbox", "send", "--yes"]).succeeded();
    assert_eq!(desk.role_on_server(&first), "billing_admin");
    assert_eq!(desk.role_on_server(&second), "member");
    let late = desk.run(&["outbox", "edit", &change, "--role", "admin"]);
    assert_eq!(late.status, 1, "{late:?}");
}

#[test]
fn independent_changes_are_moved_and_what_is_tied_says_why_not() {
    let desk = Desk::synced(80, Role::Admin);
    desk.run(&["outbox", "hold", "on"]).succeeded();
    let helpers = desk.users(&["--role", "user_admin", "--state", "active", "--limit", "2"]);
    let [first, second] = [text(&helpers[0]["id"]), text(&helpers[1]["id"])];
    for (helper, role) in [
        (&first, "member"),
        (&second, "member"),
        (&second, "billing_admin"),
    ] {
        desk.run(&["users", "set-role", helper, role]).succeeded();
    }
    let ids: Vec<String> = listed(&desk)["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| text(&change["id"]))
        .collect();
    let moved = desk
        .run(&["outbox", "move", &ids[1], "--before", &ids[0]])
        .succeeded();
    assert_eq!(moved.out, "Moved 1 change.\n");
    assert_eq!(listed(&desk)["changes"][0]["id"], ids[1].as_str());
    let refused = desk.run(&["outbox", "move", &ids[1], "--last"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused
            .err
            .contains("both are about the same user, and stay in their order"),
        "{refused:?}"
    );
    let nowhere = desk.run(&["outbox", "move", &ids[1]]);
    assert_eq!(nowhere.status, 2, "{nowhere:?}");
}

#[test]
fn what_waits_is_handed_over_as_a_file_that_somebody_else_sends() {
    let desk = Desk::synced(60, Role::Admin);
    desk.run(&["outbox", "hold", "on"]).succeeded();
    let id = text(&desk.somebody(Role::UserAdmin)["id"]);
    desk.run(&["users", "set-role", &id, "member"]).succeeded();
    let exported = desk.run(&["outbox", "export"]).succeeded();
    assert!(exported.err.starts_with("1 change."), "{exported:?}");
    let plan = exported.json();
    assert_eq!(plan["changes"][0]["change"], "set_role");
    let known = desk.run_with(&["outbox", "import", "-"], &exported.out, &[]);
    assert_eq!(known.status, 1, "it waits here: {known:?}");

    let change = text(&listed(&desk)["changes"][0]["id"]);
    desk.run(&["outbox", "drop", &change]).succeeded();
    let looked = desk.run_with(
        &["outbox", "import", "-", "--dry-run", "--format", "json"],
        &exported.out,
        &[],
    );
    let looked = looked.succeeded().json();
    assert_eq!(
        (&looked["changes"], &looked["denied"], &looked["refused"]),
        (&1.into(), &0.into(), &Value::Null)
    );
    let imported = desk.run_with(&["outbox", "import", "-"], &exported.out, &[]);
    imported.succeeded();
    assert_eq!(desk.role_on_server(&id), "user_admin", "it is held");
    desk.run(&["outbox", "send"]).succeeded();
    assert_eq!(desk.role_on_server(&id), "member");
    let twice = desk.run_with(&["outbox", "import", "-"], &exported.out, &[]);
    assert_eq!(twice.status, 1, "{twice:?}");
    let empty = desk.run(&["outbox", "export"]);
    assert_eq!(empty.status, 1, "{empty:?}");
}

#[test]
fn a_plan_says_what_a_workspace_is_called_that_it_creates() {
    let mut desk = Desk::synced(50, Role::Admin);
    let email = text(&desk.somebody(Role::Member)["email"]);
    desk.server.stop();
    desk.run(&["workspaces", "create", "Night shift"])
        .succeeded();
    desk.run(&["workspaces", "add", "Night shift", &email])
        .succeeded();
    let plan = desk.run(&["outbox", "export"]).succeeded().out;
    desk.run(&["outbox", "drop", "--all"]).succeeded();
    let looked = desk.run_with(&["outbox", "import", "-", "--dry-run"], &plan, &[]);
    let looked = looked.succeeded();
    assert!(
        looked.out.contains("Night shift: No access → Access"),
        "{looked:?}"
    );
}
