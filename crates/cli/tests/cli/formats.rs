//! The three formats on names that try something.

use rollcall_model::Role;

use crate::support::Desk;

/// Adds somebody of this name at the server.
fn add(desk: &Desk, number: usize, name: &str) {
    let user = serde_json::json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": format!("odd{number}@example.com"),
        "displayName": name,
        "roles": [{"value": "member"}],
    });
    let (status, answer) = desk.ask_server(Role::Admin, "POST /Users", &user.to_string());
    assert_eq!(status, 201, "{answer}");
}

#[test]
fn a_name_is_text_in_every_format() {
    let desk = Desk::new(20);
    let names = [
        "=HYPERLINK(\"http://evil\")",
        "Ann\u{202e}gpj",
        "＝1+1",
        "@SUM(A1)",
        "Zoë, 山田",
    ];
    for (number, name) in names.iter().enumerate() {
        add(&desk, number, name);
    }
    desk.connect(Role::Admin).succeeded();
    desk.run(&["sync"]).succeeded();
    let list = |format| {
        desk.run(&["users", "list", "--search", "odd", "--format", format])
            .succeeded()
    };

    let table = list("table").out;
    assert!(
        !table.contains('\u{1b}'),
        "no name steers the terminal: {table:?}"
    );
    assert!(
        table.contains("Ann<U+202E>gpj"),
        "it is shown instead: {table}"
    );

    let csv = list("csv").out;
    assert!(csv.starts_with("name,email,role,"), "{csv}");
    for line in csv.lines().skip(1) {
        let first = line.trim_start_matches('"').chars().next();
        assert!(
            !matches!(first, Some('=' | '+' | '-' | '@' | '＝')),
            "no cell runs: {line}"
        );
    }
    assert!(
        csv.contains("\"'=HYPERLINK(\"\"http://evil\"\")\""),
        "it is kept as text: {csv}"
    );

    let json = list("json");
    assert!(!json.out.contains('\u{202e}'), "escaped: {json:?}");
    let users = json.json()["users"].as_array().unwrap().clone();
    for name in names {
        assert!(
            users.iter().any(|user| user["name"] == name),
            "JSON has the exact text {name:?}"
        );
    }
}

#[test]
fn the_fields_of_the_json_are_those_that_are_documented() {
    let desk = Desk::synced(30, Role::Admin);
    let documented = include_str!("../../../../docs/cli.md");
    let ana = desk.somebody(Role::Member);
    let id = ana["id"].as_str().unwrap();
    for arguments in [
        &["organizations"][..],
        &["whoami"],
        &["sync"],
        &["users", "list", "--limit", "1"],
        &["users", "export"],
        &["users", "show", id],
        &["users", "set-role", id, "user_admin"],
        &["outbox", "list"],
        &["outbox", "send"],
        &["can", "users.add"],
    ] {
        let answer = desk
            .run(&[arguments, &["--format", "json"]].concat())
            .json();
        let mut open = vec![&answer];
        while let Some(value) = open.pop() {
            if let Some(object) = value.as_object() {
                for (field, value) in object {
                    let named = documented.contains(&format!("`{field}`"))
                        || documented.contains(&format!("\"{field}\""));
                    assert!(
                        named,
                        "{arguments:?}: docs/cli.md says nothing of `{field}`"
                    );
                    open.push(value);
                }
            }
            open.extend(value.as_array().into_iter().flatten());
        }
    }
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let desk = Desk::synced(2_000, Role::Admin);
    let (succeeded, said) = desk.run_for_an_early_leaver(&["users", "list"]);
    assert!(succeeded, "as with `| head`: {said}");
    assert_eq!(said, "", "nothing to complain of");
}
