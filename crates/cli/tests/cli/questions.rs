//! Asking whether something is allowed.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn what_is_allowed_is_said_so() {
    let desk = Desk::synced(50, Role::Admin);
    let ana = text(&desk.somebody(Role::Member)["email"]);
    let may = desk.run(&["can", "users.set_role", &ana]).succeeded();
    assert_eq!(may.out, "allowed\n", "{may:?}");
    let me = text(&desk.run(&["whoami", "--format", "json"]).json()["email"]);
    let own = desk.run(&["can", "users.delete", &me]);
    assert_eq!(own.status, 1, "{own:?}");
    assert!(
        own.out
            .starts_with("You can't change your own access. Ask another Admin: "),
        "{own:?}"
    );
}

#[test]
fn what_is_denied_is_said_with_the_reason_and_who_could_help() {
    let desk = Desk::synced(50, Role::BillingAdmin);
    let denied = desk.run(&["can", "users.set_role"]);
    assert_eq!(denied.status, 1, "{denied:?}");
    assert!(
        denied
            .out
            .starts_with("Billing Admins can't change roles. Ask an Admin"),
        "{denied:?}"
    );

    let answer = desk.run(&["can", "subscription.cancel", "--format", "json"]);
    assert_eq!(answer.status, 1, "programs are told by the status, too");
    let answer = answer.json();
    assert_eq!(answer["verdict"], "denied");
    assert_eq!(
        answer["reason"],
        "Billing Admins can't cancel the subscription."
    );

    let unknown = desk.run(&["can", "users.promote"]);
    assert_eq!(
        unknown.status, 2,
        "no such action can be meant: {unknown:?}"
    );
}

#[test]
fn what_a_role_may_do_to_nobody_is_denied_before_anybody_is_looked_up() {
    let desk = Desk::new(20);
    desk.connect(Role::Member).succeeded();
    let read = desk.run(&["sync"]);
    assert!(read.err.contains("Members can't see users."), "{read:?}");
    let nobody = "nobody@northwind.example";
    let denied = desk.run(&["can", "users.delete", nobody]);
    assert_eq!(denied.status, 1, "{denied:?}");
    assert!(
        denied.out.starts_with("Members can't delete users."),
        "{denied:?}"
    );
    for (words, rule) in [
        (vec!["users", "suspend", nobody], "suspend users"),
        (vec!["users", "set-role", nobody, "admin"], "change roles"),
        (
            vec!["users", "edit", nobody, "--display-name", "x"],
            "edit profiles",
        ),
        (
            vec!["workspaces", "add", "Nowhere", nobody],
            "change the workspaces of users",
        ),
        (
            vec!["workspaces", "rename", "Nowhere", "Lab"],
            "rename workspaces",
        ),
    ] {
        let refused = desk.run(&words);
        assert_eq!(refused.status, 1, "{refused:?}");
        let sentence = format!("Members can't {rule}.");
        assert!(refused.err.starts_with(&sentence), "{refused:?}");
    }
}

#[test]
fn a_limited_permission_says_its_limit() {
    let desk = Desk::synced(50, Role::UserAdmin);
    let limited = desk.run(&["can", "users.delete"]).succeeded();
    assert_eq!(
        limited.out, "allowed. User Admins can delete Members only.\n",
        "{limited:?}"
    );
    let admin = text(&desk.somebody(Role::Admin)["email"]);
    let denied = desk.run(&["can", "users.delete", &admin]);
    assert_eq!(denied.status, 1, "{denied:?}");
    assert!(
        denied
            .out
            .starts_with("User Admins can delete Members only."),
        "{denied:?}"
    );
}

#[test]
fn a_user_s_access_is_explained_permission_by_permission() {
    let desk = Desk::synced(50, Role::BillingAdmin);
    let ana = text(&desk.somebody(Role::UserAdmin)["email"]);
    let told = desk.run(&["access", &ana]).succeeded();
    assert!(
        told.out.contains("User Admins can add Members only."),
        "a part says which part: {told:?}"
    );
    assert!(
        told.err.contains("Adds and deletes Members"),
        "the role in a sentence is said beside it: {told:?}"
    );
    let told = desk.run(&["access", &ana, "--format", "json"]).json();
    assert_eq!(told["role"], "user_admin");
    assert_eq!(told["areas"][3]["access"], "none", "{told}");
    let permissions = told["permissions"].as_array().unwrap();
    let grant = |action: &str| {
        let found = permissions.iter().find(|each| each["action"] == action);
        found.unwrap()["grant"].clone()
    };
    assert_eq!(grant("users.add"), "limited");
    assert_eq!(grant("users.set_role"), "denied");
    assert_eq!(grant("workspaces.create"), "allowed");
}
