//! Exports: a file of its own, in the columns asked for, whole or not at all.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn an_export_is_the_list_in_the_columns_asked_for() {
    let desk = Desk::synced(300, Role::Admin);
    let listed = desk.users(&["--role", "member", "--sort", "email", "--descending"]);
    let exported = desk.run(&[
        "users",
        "export",
        "--format",
        "csv",
        "--delimiter",
        "semicolon",
        "--role",
        "member",
        "--sort",
        "email",
        "--descending",
        "--columns",
        "state,name",
    ]);
    let exported = exported.succeeded();
    let lines: Vec<_> = exported.out.lines().collect();
    assert_eq!(lines[0], "name;email;state;change");
    assert_eq!(lines.len(), listed.len() + 1, "all of them, and no more");
    for (line, user) in lines[1..].iter().zip(&listed) {
        let email = text(&user["email"]);
        assert!(line.contains(&format!(";{email};")), "{line} is {email}");
    }
    assert!(exported.err.contains(" users, as of 20"), "{exported:?}");
    let unknown = desk.run(&[
        "users",
        "export",
        "--format",
        "csv",
        "--columns",
        "shoe_size",
    ]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("last_active"),
        "the columns are listed: {unknown:?}"
    );
}

#[test]
fn a_file_is_there_whole_or_not_at_all() {
    let desk = Desk::synced(60, Role::Admin);
    let path = desk.home().join("users.json");
    let file = path.to_str().unwrap();
    let done = desk.run(&["users", "export", "--format", "json", "--output", file]);
    assert_eq!(done.succeeded().out, "", "the file has it");
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(json["users"].as_array().unwrap().len(), 60);
    assert!(text(&json["asOf"]).starts_with("20"), "{}", json["asOf"]);

    let foreseen = desk.run(&[
        "users",
        "export",
        "--format",
        "csv",
        "--role",
        "admin",
        "--output",
        "foreseen.csv",
        "--dry-run",
    ]);
    let admins = desk.users(&["--role", "admin"]).len();
    assert_eq!(
        foreseen.succeeded().out,
        format!("Would write {admins} users. Nothing was written.\n")
    );
    assert!(!std::path::Path::new("foreseen.csv").exists());

    let nowhere = desk.home().join("nowhere/users.csv");
    let refused = desk.run(&[
        "users",
        "export",
        "--format",
        "csv",
        "--bom",
        "--output",
        nowhere.to_str().unwrap(),
    ]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("no such folder"), "{refused:?}");
    let unsaid = desk.run(&["users", "export"]);
    assert_eq!(unsaid.status, 2);
    assert!(unsaid.err.contains("--format csv"), "{unsaid:?}");
    let view = desk.run(&["users", "export", "--format", "csv", "--view", "Mine"]);
    assert_eq!(view.status, 1);
    assert!(view.err.contains("No view is called Mine."), "{view:?}");
}

#[test]
fn a_reader_who_leaves_an_export_early_is_no_failure() {
    let desk = Desk::synced(2_000, Role::Admin);
    let export = ["users", "export", "--format", "csv"];
    let (succeeded, said) = desk.run_for_an_early_leaver(&export);
    assert!(succeeded, "as with `| head`: {said}");
    assert_eq!(said, "", "nothing to complain of");
}
