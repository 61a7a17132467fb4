//! Listing and showing users.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn a_search_finds_any_place_in_name_or_address() {
    let desk = Desk::synced(300, Role::Admin);
    let ana = desk.somebody(Role::Member);
    let email = text(&ana["email"]);
    let inside: String = email
        .chars()
        .skip(1)
        .take(6)
        .collect::<String>()
        .to_uppercase();
    let found = desk.users(&["--search", &inside]);
    assert!(
        found.iter().any(|user| user["id"] == ana["id"]),
        "{inside} is inside {email}"
    );
    let none = desk
        .run(&["users", "list", "--search", "no such person anywhere"])
        .succeeded();
    assert!(
        none.err.starts_with("0 of "),
        "an empty list says how many there are: {none:?}"
    );
}

#[test]
fn filters_narrow_the_list_and_all_must_hold() {
    let desk = Desk::synced(300, Role::Admin);
    let all = desk.users(&[]);
    let count = |role: &str, state: &str| {
        let holds = |user: &&serde_json::Value| user["role"] == role && user["state"] == state;
        all.iter().filter(holds).count()
    };
    for (role, state) in [
        ("admin", "active"),
        ("member", "pending"),
        ("member", "active"),
    ] {
        let found = desk.users(&["--role", role, "--state", state]);
        assert_eq!(found.len(), count(role, state), "{role} and {state}");
        assert!(!found.is_empty(), "the demo has {state} {role}s");
    }
    let workspace = all
        .iter()
        .find_map(|user| user["workspaces"].get(0))
        .map(text)
        .expect("somebody has a workspace");
    for user in desk.users(&["--workspace", &workspace.to_uppercase()]) {
        let names = user["workspaces"].as_array().unwrap();
        assert!(
            names.contains(&workspace.clone().into()),
            "{user} has {workspace}"
        );
    }
}

#[test]
fn a_list_is_sorted_by_any_column_and_cut_where_asked() {
    let desk = Desk::synced(300, Role::Admin);
    let up = desk.users(&["--sort", "email"]);
    let mut down = desk.users(&["--sort", "email", "--descending"]);
    down.reverse();
    let emails = |users: &[serde_json::Value]| -> Vec<_> {
        users
            .iter()
            .map(|user| text(&user["email"]).to_lowercase())
            .collect()
    };
    assert_eq!(emails(&up), emails(&down), "one order, both ways");
    assert_eq!(
        desk.users(&["--sort", "email", "--limit", "7"]),
        up[..7],
        "the first seven of it"
    );
    for sort in ["name", "role", "workspaces", "last-active"] {
        assert_eq!(
            desk.users(&["--sort", sort]).len(),
            up.len(),
            "{sort} loses nobody"
        );
    }
}

#[test]
fn a_list_says_how_old_it_is_beside_the_answer() {
    let desk = Desk::new(20);
    desk.connect(Role::Admin).succeeded();
    let unread = desk.run(&["users", "list"]).succeeded();
    assert!(
        unread.err.contains("rollcall-cli sync"),
        "it says what to do: {unread:?}"
    );
    desk.run(&["sync"]).succeeded();
    let read = desk.run(&["users", "list"]).succeeded();
    assert!(read.err.contains(" users, as of 20"), "{read:?}");
}

#[test]
fn a_user_is_named_by_address_in_any_case_or_by_id() {
    let desk = Desk::synced(50, Role::BillingAdmin);
    let ana = desk.somebody(Role::Member);
    let (id, email) = (text(&ana["id"]), text(&ana["email"]));
    let by_id = desk
        .run(&["users", "show", &id, "--format", "json"])
        .succeeded()
        .json();
    let by_email = desk.run(&["users", "show", &email.to_uppercase(), "--format", "json"]);
    assert_eq!(
        by_email.succeeded().json(),
        by_id,
        "both name the same user"
    );
    assert_eq!(
        by_id["access"].as_array().unwrap().len(),
        ana["workspaces"].as_array().unwrap().len()
    );
    let shown = desk.run(&["users", "show", &email]).succeeded();
    assert!(
        shown.out.contains(&email) && shown.out.contains("Works in"),
        "{shown:?}"
    );

    let nobody = desk.run(&["users", "show", "nobody@example.com"]);
    assert_eq!(nobody.status, 1, "{nobody:?}");
    assert!(
        nobody.err.contains("nobody@example.com"),
        "the one who is missing is named"
    );
}
