//! Changing a user while the server answers.

use rollcall_model::Role;

use crate::support::{Desk, role_patch, text};

#[test]
fn an_admin_changes_a_role_and_hears_that_it_is_applied() {
    let desk = Desk::synced(50, Role::Admin);
    let ana = desk.somebody(Role::Member);
    let (id, email) = (text(&ana["id"]), text(&ana["email"]));
    let done = desk.run(&[
        "users",
        "set-role",
        &email,
        "user_admin",
        "--format",
        "json",
    ]);
    let answer = done.succeeded().json();
    assert_eq!(
        answer["result"], "applied",
        "the server answers, so nothing waits: {answer}"
    );
    assert_eq!(answer["changes"][0]["state"], "done", "{answer}");
    assert_eq!(desk.role_on_server(&id), "user_admin", "the server has it");
    let again = desk.run(&[
        "users",
        "set-role",
        &email,
        "user_admin",
        "--format",
        "json",
    ]);
    assert_eq!(
        again.succeeded().json()["result"],
        "unchanged",
        "it is so already"
    );
}

#[test]
fn a_user_admin_is_refused_with_the_servers_own_sentence() {
    let desk = Desk::synced(50, Role::UserAdmin);
    let ana = desk.somebody(Role::Member);
    let id = text(&ana["id"]);
    let refused = desk.run(&["users", "set-role", &id, "user_admin"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert_eq!(refused.out, "", "a refusal is no answer");
    let (status, error) = desk.ask_server(
        Role::UserAdmin,
        &format!("PATCH /Users/{id}"),
        &role_patch("user_admin"),
    );
    assert_eq!(status, 403, "{error}");
    let sentence = text(&error["detail"]);
    assert_eq!(
        refused.err.lines().next(),
        Some(sentence.as_str()),
        "equal at every door"
    );
    assert_eq!(sentence, "User Admins can't change roles.");
    assert!(
        refused.err.contains("Ask an Admin: "),
        "it says who could help: {refused:?}"
    );
    assert_eq!(desk.role_on_server(&id), "member", "nothing has changed");
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(
        outbox["changes"].as_array().unwrap().len(),
        0,
        "nothing was queued"
    );
}

#[test]
fn nobody_changes_their_own_role() {
    let desk = Desk::synced(50, Role::Admin);
    let me = desk.run(&["whoami", "--format", "json"]).json();
    let refused = desk.run(&["users", "set-role", &text(&me["email"]), "member"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused
            .err
            .starts_with("You can't change your own access.\n"),
        "{refused:?}"
    );
    assert!(refused.err.contains("Ask another Admin: "), "{refused:?}");
}

#[test]
fn workspaces_are_granted_taken_away_and_set_exactly() {
    let desk = Desk::synced(50, Role::UserAdmin);
    let ana = desk.somebody(Role::Member);
    let email = text(&ana["email"]);
    let mut names: Vec<_> = desk
        .users(&[])
        .iter()
        .flat_map(|user| user["workspaces"].as_array().unwrap().clone())
        .map(|name| text(&name))
        .collect();
    names.sort();
    names.dedup();
    let has = |email: &str| -> Vec<String> {
        let shown = desk
            .run(&["users", "show", email, "--format", "json"])
            .succeeded()
            .json();
        let mut names: Vec<_> = shown["workspaces"]
            .as_array()
            .unwrap()
            .iter()
            .map(text)
            .collect();
        names.sort();
        names
    };
    let set = |arguments: &[&str]| {
        let command = [
            &["users", "set-workspaces", &email, "--format", "json"],
            arguments,
        ]
        .concat();
        text(&desk.run(&command).succeeded().json()["result"])
    };
    let (first, second) = (names[0].as_str(), names[1].to_uppercase());

    assert!(["applied", "unchanged"].contains(&set(&[first, &second]).as_str()));
    assert_eq!(has(&email), names[..2], "exactly these");
    assert_eq!(set(&["--revoke", first]), "applied");
    assert_eq!(has(&email), names[1..2], "the other is left");
    assert_eq!(set(&["--grant", first, "--grant", &second]), "applied");
    assert_eq!(has(&email), names[..2], "what is there stays");
    assert_eq!(set(&["--none"]), "applied");
    assert_eq!(has(&email), Vec::<String>::new(), "all are taken away");
    assert_eq!(set(&["--none"]), "unchanged", "it is so already");

    desk.run(&["sync"]).succeeded();
    assert_eq!(has(&email), Vec::<String>::new(), "and so says the server");
    let unknown = desk.run(&["users", "set-workspaces", &email, "--grant", "Nowhere"]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
    assert!(
        unknown.err.contains("No workspace is called Nowhere"),
        "{unknown:?}"
    );
}

#[test]
fn what_only_the_server_can_refuse_is_a_refusal_too() {
    let desk = Desk::synced(50, Role::Admin);
    let ana = text(&desk.somebody(Role::Member)["id"]);
    let me = text(&desk.run(&["whoami", "--format", "json"]).json()["id"]);
    let other_admin = text(&desk.somebody(Role::Admin)["email"]);
    let token = desk
        .server
        .server()
        .issue_token(&other_admin, "test")
        .unwrap();
    let demote = format!("PATCH /Users/{me}");
    let (status, answer) = desk.ask_as(&token, &demote, &role_patch("billing_admin"));
    assert_eq!(
        status, 200,
        "an Admin is made a Billing Admin, and doesn't know it: {answer}"
    );

    let refused = desk.run(&["users", "set-role", &ana, "user_admin"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("Billing Admins can't change roles."),
        "{refused:?}"
    );
    assert_eq!(desk.role_on_server(&ana), "member", "nothing has changed");
}
