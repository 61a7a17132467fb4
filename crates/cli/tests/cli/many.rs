//! Changing several users by one command: previewed, confirmed, and told.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn a_dry_run_shows_everything_and_does_nothing() {
    let desk = Desk::synced(60, Role::UserAdmin);
    let shown = desk.run(&[
        "users",
        "delete",
        "--search",
        "a",
        "--dry-run",
        "--format",
        "json",
    ]);
    let preview = shown.succeeded().json();
    let users = preview["users"].as_array().unwrap();
    let with = |verdict: &str| {
        users
            .iter()
            .filter(|user| user["verdict"] == verdict)
            .count()
    };
    assert_eq!(
        preview["willChange"],
        with("will_change"),
        "the counts are those of the rows"
    );
    assert_eq!(preview["notAllowed"], with("not_allowed"));
    assert!(
        with("will_change") > 1 && with("not_allowed") > 0,
        "{preview}"
    );
    let refused = users
        .iter()
        .find(|user| user["verdict"] == "not_allowed")
        .unwrap();
    assert_eq!(refused["reason"], "User Admins can delete Members only.");
    assert_eq!(
        preview["confirm"]["text"],
        preview["willChange"].to_string()
    );
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(
        outbox["changes"].as_array().unwrap().len(),
        0,
        "nothing was queued"
    );
    let table = desk
        .run(&["users", "delete", "--search", "a", "--dry-run"])
        .succeeded();
    assert!(table.err.contains("Nothing was done."), "{table:?}");
}

#[test]
fn what_is_risky_needs_yes_where_nobody_can_be_asked() {
    let desk = Desk::synced(60, Role::Admin);
    let member = desk.somebody(Role::Member);
    let admin = {
        let me = desk.run(&["whoami", "--format", "json"]).json();
        let list = desk
            .run(&[
                "users", "list", "--role", "admin", "--state", "active", "--format", "json",
            ])
            .json();
        let all = list["users"].as_array().unwrap().clone();
        all.into_iter()
            .find(|user| user["id"] != me["id"])
            .expect("another Admin")
    };
    let email = text(&admin["email"]);
    let refused = desk.run(&["users", "delete", &email]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("is an Admin.") && refused.err.contains("--yes"),
        "{refused:?}"
    );
    let both = desk.run(&["users", "delete", &email, &text(&member["email"])]);
    assert_eq!(both.status, 1, "more than one is risky too: {both:?}");

    let one = desk.run(&[
        "users",
        "delete",
        &text(&member["email"]),
        "--format",
        "json",
    ]);
    assert_eq!(
        one.succeeded().json()["result"],
        "applied",
        "one who is no Admin isn't"
    );
    let done = desk.run(&["users", "delete", &email, "--yes", "--format", "json"]);
    assert_eq!(done.succeeded().json()["result"], "applied");
}

#[test]
fn users_are_named_or_chosen_but_never_all_by_accident() {
    let desk = Desk::synced(20, Role::Admin);
    let nobody = desk.run(&["users", "suspend", "--yes"]);
    assert_eq!(nobody.status, 2, "{nobody:?}");
    let both = desk.run(&["users", "suspend", "a@example.com", "--role", "member"]);
    assert_eq!(both.status, 2, "{both:?}");
}

#[test]
fn several_are_suspended_and_reactivated_by_what_they_have_in_common() {
    let desk = Desk::synced(30, Role::Admin);
    let members = ["--role", "member", "--state", "active"];
    let run = |command: &str, filters: &[&str]| {
        let asked = [&["users", command], filters, &["--format", "json"]].concat();
        desk.run(&asked).succeeded().json()
    };
    let suspended = run("suspend", &members);
    let many = suspended["changes"].as_array().unwrap().len();
    assert_eq!(suspended["result"], "applied", "{suspended}");
    assert!(many > 1, "{suspended}");
    let again = run("suspend", &["--state", "suspended"]);
    assert_eq!(again["result"], "unchanged", "they are so already");
    let back = run("reactivate", &["--state", "suspended"]);
    assert!(back["changes"].as_array().unwrap().len() >= many, "{back}");
}

#[test]
fn invitations_are_listed_sent_again_and_withdrawn() {
    let desk = Desk::synced(60, Role::Admin);
    let list = || {
        let listed = desk
            .run(&["invitations", "list", "--format", "json"])
            .succeeded()
            .json();
        listed["users"].as_array().unwrap().clone()
    };
    let open = list();
    assert!(open.len() > 1, "the demo has open invitations: {open:?}");
    for user in &open {
        assert_ne!(user["state"], "active", "who has accepted isn't listed");
    }
    let email = text(&open[0]["email"]);
    let sent = desk.run(&["invitations", "resend", &email, "--format", "json"]);
    assert_eq!(sent.succeeded().json()["result"], "applied");
    let gone = desk.run(&["invitations", "revoke", &email, "--format", "json"]);
    assert_eq!(gone.succeeded().json()["result"], "applied");
    assert_eq!(
        list().len(),
        open.len() - 1,
        "the user went with the invitation"
    );
    let member = desk.somebody(Role::Member);
    let refused = desk.run(&["invitations", "resend", &text(&member["email"])]);
    assert_eq!(refused.status, 1);
    assert_eq!(
        refused.err.lines().next(),
        Some("This user has no open invitation.")
    );
}
