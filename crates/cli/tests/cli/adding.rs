//! Adding users from a terminal: one, and many from a list.

use rollcall_model::Role;
use serde_json::Value;

use crate::support::{Desk, text};

/// What the list has for an address.
fn found(desk: &Desk, address: &str) -> Vec<Value> {
    desk.users(&["--search", address])
}

/// The name of some workspace.
fn workspace(desk: &Desk) -> String {
    let users = desk.users(&[]);
    let mut names = users
        .iter()
        .flat_map(|user| user["workspaces"].as_array().unwrap());
    text(names.next().expect("somebody has a workspace"))
}

#[test]
fn a_user_is_added_with_a_workspace_and_is_pending() {
    let desk = Desk::synced(50, Role::Admin);
    let workspace = workspace(&desk);
    let add = ["users", "add", "zoe@new.example", "--role", "user_admin"];
    let more = ["--name", "Zoë", "--workspace", &workspace];
    let foreseen = desk
        .run(&[&add[..], &more, &["--dry-run"]].concat())
        .succeeded();
    assert_eq!(
        foreseen.out,
        format!(
            "Would add zoe@new.example as user_admin, with access to {workspace}. Nothing was changed.\n"
        )
    );
    assert_eq!(found(&desk, "zoe@new").len(), 0, "nothing was changed");

    let done = desk.run(&[&add[..], &more, &["--format", "json"]].concat());
    let answer = done.succeeded().json();
    assert_eq!(answer["result"], "applied", "{answer}");
    assert_eq!(answer["changes"][0]["verb"], "add_user");
    assert_eq!(answer["changes"][1]["verb"], "grant_workspace");
    desk.run(&["sync"]).succeeded();
    let zoe = &found(&desk, "zoe@new.example")[0];
    assert_eq!(
        (text(&zoe["name"]), text(&zoe["role"]), text(&zoe["state"])),
        ("Zoë".into(), "user_admin".into(), "pending".into())
    );
    assert_eq!(zoe["workspaces"], serde_json::json!([workspace]));
}

#[test]
fn what_can_not_be_added_is_refused_with_the_reason_and_exit_status_1() {
    let desk = Desk::synced(50, Role::UserAdmin);
    let member = text(&desk.somebody(Role::Member)["email"]);
    for (address, role, told) in [
        (
            "zoe@new.example",
            "admin",
            "User Admins can add Members only.",
        ),
        (
            member.as_str(),
            "member",
            "has this e-mail address already.",
        ),
        ("zoe", "member", "This address has no @"),
        (
            "zoe@new.example, ana@new.example",
            "member",
            "Several addresses",
        ),
        ("zo\u{202e}e@new.example", "member", "U+202E"),
        ("=1+1", "member", "This address has no @"),
    ] {
        for more in [&[][..], &["--dry-run"]] {
            let refused =
                desk.run(&[&["users", "add", address, "--role", role][..], more].concat());
            assert_eq!(refused.status, 1, "{address}: {refused:?}");
            assert_eq!(refused.out, "", "a refusal is no answer");
            assert!(refused.err.contains(told), "{address} was told {refused:?}");
        }
    }
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(
        outbox["changes"],
        serde_json::json!([]),
        "nothing was queued"
    );
}

const LIST: &str = "E-Mail;Name;Role\r\n\
    ana@new.example;Ana;member\r\n\
    =ben@new.example;=1+1;\r\n\
    cai@new.example;Cai;owner\r\n\
    ANA@new.example;;\r\n\
    ;Dan;\r\n";

#[test]
fn a_list_from_standard_input_says_what_becomes_of_each_line_and_then_does_it() {
    let desk = Desk::synced(50, Role::Admin);
    let import = ["users", "import", "-", "--dry-run", "--format", "json"];
    let preview = desk.run_with(&import, LIST, &[]).succeeded();
    assert!(
        preview
            .err
            .contains("To be added: 2. Already there: 1. Not allowed: 0. Unreadable: 2."),
        "{preview:?}"
    );
    let preview = preview.json();
    assert_eq!(
        preview["how"],
        "Read as cells separated by semicolons: e-mail, name, role."
    );
    let lines = preview["lines"].as_array().unwrap();
    let results: Vec<_> = lines
        .iter()
        .map(|line| (line["line"].as_u64().unwrap(), text(&line["result"])))
        .collect();
    let wanted = [
        (2, "will_be_added"),
        (3, "will_be_added"),
        (4, "unreadable"),
        (5, "already_there"),
        (6, "unreadable"),
    ];
    assert_eq!(
        results,
        wanted.map(|(line, result)| (line, result.to_owned()))
    );
    assert_eq!(lines[2]["field"], "role", "the field is named");
    assert_eq!(found(&desk, "new.example").len(), 0, "nothing was changed");

    let refused = desk.home().parent().unwrap().join("refused.csv");
    let import = [
        "users",
        "import",
        "-",
        "--refused",
        refused.to_str().unwrap(),
        "--format",
        "json",
    ];
    let done = desk.run_with(&import, LIST, &[]);
    assert_eq!(done.status, 1, "a line was refused: {done:?}");
    assert_eq!(
        (&done.json()["added"], &done.json()["unreadable"]),
        (&2.into(), &2.into())
    );
    assert!(
        done.err
            .contains("Line 4: cai@new.example: This is no role."),
        "{done:?}"
    );
    assert!(
        done.err.contains("Line 6: No e-mail address stands here."),
        "{done:?}"
    );
    assert!(
        done.err
            .contains("Left out: 1 already there, 0 not allowed, 2 unreadable."),
        "what is done is told as done: {done:?}"
    );
    let file = std::fs::read_to_string(&refused).unwrap();
    assert_eq!(
        file.lines().count(),
        4,
        "a header and the three lines that were left out: {file}"
    );
    desk.run(&["sync"]).succeeded();
    assert_eq!(found(&desk, "new.example").len(), 2, "the others are added");

    let again = desk.run_with(&import, LIST, &[]);
    assert_eq!(
        again.status, 1,
        "a person's file is not written over: {again:?}"
    );
    assert!(
        again.err.contains("refused.csv is there already")
            && again.err.contains("Name a new file."),
        "{again:?}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&refused).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "it names people");
    }
    let mended = file
        .replace("owner", "member")
        .replace(",Dan", "dan@new.example,Dan");
    let done = desk.run_with(&["users", "import", "-", "--format", "json"], &mended, &[]);
    assert_eq!(
        done.succeeded().json()["added"],
        2,
        "a mended list is read again"
    );
}

#[test]
fn a_list_that_is_none_is_refused_whole() {
    let desk = Desk::synced(50, Role::Admin);
    for (input, told) in [
        ("", "No e-mail address stands here"),
        (&"p@x.com\n".repeat(10_001), "more than 10,000 people"),
        (&"x".repeat(11 * 1024 * 1024), "larger than 10 MB"),
    ] {
        let refused = desk.run_with(&["users", "import", "-"], input, &[]);
        assert_eq!(refused.status, 1, "{told}");
        assert!(refused.err.contains(told), "{}", refused.err);
    }
    let missing = desk.run(&["users", "import", "nowhere.csv"]);
    assert!(
        missing.err.contains("nowhere.csv can't be read"),
        "{missing:?}"
    );
    assert_eq!(missing.status, 1);
}
