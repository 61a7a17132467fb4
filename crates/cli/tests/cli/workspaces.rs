//! Workspaces from a terminal: listed, created, renamed, deleted, and who is in them.

use rollcall_model::Role;
use serde_json::Value;

use crate::support::{Desk, text};

fn workspaces(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let listed = desk.run(&[&["workspaces", "list", "--format", "json"], arguments].concat());
    listed.succeeded().json()["workspaces"]
        .as_array()
        .unwrap()
        .clone()
}

/// The names that the server has.
fn on_server(desk: &Desk) -> Vec<String> {
    let (status, page) = desk.ask_server(
        Role::Admin,
        "GET /Groups?count=100&excludedAttributes=members",
        "",
    );
    assert_eq!(status, 200);
    let all = page["Resources"].as_array().unwrap();
    all.iter()
        .map(|group| text(&group["displayName"]))
        .collect()
}

#[test]
fn a_workspace_is_created_filled_renamed_and_deleted() {
    let desk = Desk::synced(60, Role::UserAdmin);
    let ana = text(&desk.somebody(Role::Member)["email"]);
    let created = desk
        .run(&["workspaces", "create", "Night shift"])
        .succeeded();
    assert!(created.out.starts_with("Applied. "), "{created:?}");
    let lab = &workspaces(&desk, &["--search", "night"])[0];
    assert_eq!(
        (&lab["name"], &lab["presence"]),
        (&"Night shift".into(), &"here".into())
    );

    let added = desk.run(&["workspaces", "add", "night shift", &ana, "--format", "json"]);
    assert_eq!(added.succeeded().json()["result"], "applied");
    let again = desk.run(&["workspaces", "add", "night shift", &ana, "--format", "json"]);
    assert_eq!(again.succeeded().json()["result"], "unchanged");
    let inside = desk.users(&["--workspace", "Night shift"]);
    assert_eq!(inside.len(), 1, "{inside:?}");
    let shown = desk.run(&["workspaces", "show", "Night shift", "--format", "json"]);
    let shown = shown.succeeded().json();
    assert_eq!((&shown["users"], &shown["adding"]), (&1.into(), &0.into()));
    assert_eq!(
        shown["enteredAnyway"],
        "Admins can enter every workspace, whatever is assigned here."
    );

    let renamed = desk.run(&["workspaces", "rename", "Night shift", "Nights"]);
    renamed.succeeded();
    assert!(on_server(&desk).contains(&"Nights".to_owned()));
    let removed = desk.run(&["workspaces", "remove", "Nights", &ana]);
    removed.succeeded();
    desk.run(&["workspaces", "delete", "Nights"]).succeeded();
    assert!(!on_server(&desk).contains(&"Nights".to_owned()));
}

#[test]
fn a_dry_run_says_what_would_be_and_does_nothing() {
    let desk = Desk::synced(60, Role::Admin);
    let before = on_server(&desk);
    let first = &workspaces(&desk, &["--sort", "users", "--descending", "--limit", "1"])[0];
    let name = text(&first["name"]);

    let create = desk
        .run(&["workspaces", "create", "Lab", "--dry-run"])
        .succeeded();
    assert_eq!(create.out, "Would create Lab. Nothing was changed.\n");
    let rename = desk.run(&["workspaces", "rename", &name, "Lab", "--dry-run"]);
    let expected = format!("Would rename {name} to Lab. Nothing was changed.\n");
    assert_eq!(rename.succeeded().out, expected);
    let delete = desk.run(&[
        "workspaces",
        "delete",
        &name,
        "--dry-run",
        "--format",
        "json",
    ]);
    let deletion = delete.succeeded().json();
    assert_eq!(deletion["result"], "would_delete");
    assert_eq!(deletion["users"], first["users"]);
    assert_eq!(deletion["contacts"], first["contacts"]);
    assert_eq!(deletion["confirm"]["text"], name.as_str());
    let add = desk.run(&[
        "workspaces",
        "add",
        &name,
        "--role",
        "member",
        "--dry-run",
        "--format",
        "json",
    ]);
    let preview = add.succeeded().json();
    let so_already = preview["alreadySo"].as_u64().unwrap();
    assert!(so_already > 0 && preview["willChange"].as_u64().unwrap() > 0);

    let refused = desk.run(&["workspaces", "delete", &name]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("Users who lose access: ") && refused.err.contains("--yes"),
        "what is risky is said, and needs a word where nobody can be asked: {refused:?}"
    );
    assert_eq!(on_server(&desk), before, "nothing was changed");
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(outbox["changes"].as_array().unwrap().len(), 0);
    desk.run(&["workspaces", "delete", &name, "--yes"])
        .succeeded();
    assert_eq!(on_server(&desk).len(), before.len() - 1);
}

#[test]
fn a_name_that_will_not_do_says_why_and_whether_it_could_be_known() {
    let desk = Desk::synced(60, Role::Admin);
    let name = text(&workspaces(&desk, &[])[0]["name"]).to_uppercase();
    let taken = desk.run(&["workspaces", "create", &name]);
    assert_eq!(taken.status, 1, "{taken:?}");
    assert!(taken.err.contains("Choose another name."), "{taken:?}");
    let empty = desk.run(&["workspaces", "create", " "]);
    assert_eq!(empty.status, 2, "the command line alone tells: {empty:?}");
    let unknown = desk.run(&["workspaces", "rename", "Nowhere", "Lab"]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
    assert!(
        unknown.err.contains("No workspace is called Nowhere."),
        "{unknown:?}"
    );
}

#[test]
fn what_a_role_may_not_do_exits_with_the_rule() {
    let desk = Desk::synced(60, Role::BillingAdmin);
    let (inside, outside) = (
        text(&workspaces(&desk, &["--sort", "users", "--descending"])[0]["name"]),
        text(&workspaces(&desk, &["--sort", "users"])[0]["name"]),
    );
    let of = |arguments: &[&str]| desk.users(arguments).swap_remove(0);
    let ana = text(&of(&["--workspace", &inside, "--role", "member"])["email"]);
    let is_outside = |user: &Value| {
        let granted = user["workspaces"].as_array().unwrap();
        !granted.iter().any(|name| *name == outside.as_str())
    };
    let ben = desk.users(&[]).into_iter().find(is_outside).unwrap();
    let ben = text(&ben["email"]);
    let name = inside.as_str();
    for (arguments, rule) in [
        (vec!["create", "Lab"], "create workspaces"),
        (vec!["rename", name, "Lab"], "rename workspaces"),
        (vec!["delete", name, "--yes"], "delete workspaces"),
        (
            vec!["add", &outside, &ben],
            "change the workspaces of users",
        ),
        (vec!["remove", name, &ana], "change the workspaces of users"),
    ] {
        let refused = desk.run(&[&["workspaces"][..], &arguments].concat());
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(
            refused
                .err
                .contains(&format!("Billing Admins can't {rule}.")),
            "{refused:?}"
        );
    }
}

#[test]
fn a_member_lists_those_granted_and_hears_why_there_is_no_more() {
    let desk = Desk::new(60);
    desk.connect(Role::Member).succeeded();
    let (_, me) = desk.ask_server(Role::Member, "GET /Me", "");
    let (_, page) = desk.ask_server(Role::Admin, "GET /Groups?count=2", "");
    for group in page["Resources"].as_array().unwrap() {
        let body = serde_json::json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "add", "path": "members", "value": [{ "value": me["id"] }] }],
        });
        let request = format!("PATCH /Groups/{}", text(&group["id"]));
        let (status, _) = desk.ask_server(Role::Admin, &request, &body.to_string());
        assert_eq!(status, 200, "the Member is granted some");
    }
    // A Member may not read the users: what the sync says of that is not the question here.
    desk.run(&["sync"]);
    let (_, me) = desk.ask_server(Role::Member, "GET /Me", "");
    let groups = me["groups"].as_array().unwrap().iter();
    let mut granted: Vec<String> = groups.map(|group| text(&group["display"])).collect();
    granted.sort();
    let listed = workspaces(&desk, &[]);
    let mut names: Vec<String> = listed.iter().map(|each| text(&each["name"])).collect();
    names.sort();
    assert_eq!(names, granted);
    assert!(
        listed.iter().all(|each| each["users"].is_null()),
        "without settings"
    );
    let told = desk.run(&["workspaces", "list"]).succeeded();
    assert!(
        told.err.contains("granted to you") && !told.err.contains("sync"),
        "reading again brings no more: {told:?}"
    );
    let who = desk.run(&["whoami", "--format", "json"]).succeeded();
    assert!(!who.err.contains("sync"), "{who:?}");
    let who = who.json();
    assert_eq!(
        (&who["role"], &who["id"], &who["email"]),
        (&"member".into(), &me["id"], &serde_json::Value::Null),
        "a Member is told who they are"
    );
    let one = &granted[0];
    let found = workspaces(&desk, &["--search", &one.to_uppercase()]);
    assert_eq!(found.len(), 1, "{found:?}");
    let shown = desk.run(&["workspaces", "show", one]);
    assert_eq!(shown.status, 1, "{shown:?}");
    assert!(
        shown
            .err
            .contains("Members can see only the workspaces granted to them, without settings."),
        "{shown:?}"
    );
    let created = desk.run(&["workspaces", "create", "Lab"]);
    assert_eq!(created.status, 1, "{created:?}");
    assert!(
        created.err.contains("Members can't create workspaces."),
        "{created:?}"
    );
}

#[test]
fn what_is_asked_for_without_the_server_waits_with_whoever_is_added_to_it() {
    let mut desk = Desk::synced(60, Role::Admin);
    let ana = text(&desk.somebody(Role::Member)["email"]);
    desk.server.stop();
    let created = desk.run(&["workspaces", "create", "Lab"]).succeeded();
    assert!(created.out.starts_with("Queued. "), "{created:?}");
    desk.run(&["workspaces", "add", "lab", &ana]).succeeded();
    let row = &workspaces(&desk, &["--search", "lab"])[0];
    assert_eq!(
        (&row["presence"], &row["users"]),
        (&"adding".into(), &1.into())
    );
    desk.server.start_again();
    desk.run(&["outbox", "send"]).succeeded();
    assert!(on_server(&desk).contains(&"Lab".to_owned()));
    let inside = desk.users(&["--workspace", "Lab"]);
    assert_eq!(text(&inside[0]["email"]), ana);
}
