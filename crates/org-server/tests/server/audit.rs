//! The audit: one line per write, none for what was refused.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::sync::Arc;

use rollcall_model::{Role, SystemClock};
use rollcall_org_server::{DataPlace, OrgServer, Settings};
use serde_json::{Value, json};

use crate::program::{Program, path, program, run};
use crate::support::{Server, id, set};

#[tokio::test]
async fn every_write_leaves_a_line() {
    let server = Server::demo(12).await;
    let me = server.get("/Me").await.body;
    let user = server.add_user("new@northwind.example", Role::Member).await;
    let path = format!("/Users/{}", id(&user));
    let both = json!([
        { "op": "replace", "path": "roles", "value": [{ "value": "user_admin" }] },
        { "op": "replace", "path": "active", "value": false }
    ]);
    server.patch(&path, both.clone()).await;
    server.patch(&path, both).await;
    server
        .patch_as(
            Role::Member,
            &path,
            json!([{ "op": "remove", "path": "displayName" }]),
        )
        .await;
    let group = json!({ "displayName": "G", "members": [{ "value": id(&user) }] });
    server.post("/Groups", &group).await;
    server.delete(&path).await;

    let lines = server.audit();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(
        actions,
        [
            "users.add",
            "users.set_role,users.suspend",
            "workspaces.create,users.set_workspaces",
            "users.delete"
        ],
        "one line per write; what changes nothing, or was refused, is no write"
    );
    for line in &lines {
        assert_eq!(line.actor.as_deref(), Some(id(&me)), "who");
        assert!(
            line.origin.starts_with("127.0.0.1:"),
            "from where: {}",
            line.origin
        );
        assert_eq!(line.at.to_string(), "2026-11-22T12:00:00Z", "when");
    }
    let json =
        |text: &Option<String>| -> Value { serde_json::from_str(text.as_ref().unwrap()).unwrap() };
    assert_eq!(
        json(&lines[1].before),
        json!({ "roles": "member", "active": true }),
        "what was"
    );
    assert_eq!(
        json(&lines[1].after),
        json!({ "roles": "user_admin", "active": false }),
        "what is"
    );
    assert_eq!(lines[0].before, None);
    assert_eq!(
        json(&lines[3].before)["userName"],
        "new@northwind.example",
        "who went"
    );
    assert_eq!(lines[3].after, None);
}

#[tokio::test]
async fn bulk_leaves_a_line_per_operation() {
    let server = Server::demo(6).await;
    let add = |name: &str| {
        json!({
            "method": "POST", "path": "/Users", "bulkId": name, "data": { "userName": name }
        })
    };
    server
        .post(
            "/Bulk",
            &json!({ "Operations": [add("a@x.example"), add("b@x.example"), add("A@x.example")] }),
        )
        .await;
    assert_eq!(server.audit().len(), 2, "the third was refused");
}

#[tokio::test]
async fn a_token_that_the_operator_makes_or_revokes_leaves_a_line_without_its_secret() {
    let server = Server::demo(12).await;
    let by_role = server.org.audit_after(0, 10).unwrap();
    let actions: Vec<_> = by_role.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(actions, ["token.create"; 4], "one for each role");

    let user = server.add_user("new@northwind.example", Role::Member).await;
    let issue = |name: &str| server.org.issue_token(name, "laptop");
    let token = issue("New@northwind.example").unwrap();
    let named = token.reveal().split('_').nth(1).unwrap();
    assert!(server.org.revoke_token(named).unwrap());
    let path = format!("/Users/{}", id(&user));
    server.patch(&path, set("active", json!(false))).await;
    assert!(!server.org.revoke_token(named).unwrap(), "once");
    issue("new@northwind.example").unwrap_err();
    issue("nobody@northwind.example").unwrap_err();

    let lines = server.audit();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(
        actions,
        [
            "users.add",
            "invitations.accept",
            "token.create",
            "token.revoke",
            "users.suspend"
        ],
        "what was refused leaves none"
    );
    for line in &lines[2..4] {
        assert_eq!(line.actor, None, "nobody's who signs in");
        assert_eq!(
            (line.actor_name.as_str(), line.origin.as_str()),
            ("operator", "console")
        );
        assert_eq!((line.kind.as_str(), line.id.as_str()), ("User", id(&user)));
    }
    let told = |line: &Option<String>| -> Value {
        line.as_ref()
            .map_or(Value::Null, |text| text.parse().unwrap())
    };
    let told: Vec<_> = lines[2..4]
        .iter()
        .map(|line| [told(&line.before), told(&line.after)])
        .collect();
    let (whose, label) = ("new@northwind.example", "laptop");
    assert_eq!(
        told,
        [
            [
                Value::Null,
                json!({ "userName": whose, "token": named, "label": label })
            ],
            [json!({ "userName": whose, "token": named }), Value::Null]
        ]
    );
    let secret = token.reveal().rsplit('_').next().unwrap();
    assert!(!format!("{lines:?}").contains(secret), "{lines:?}");
}

#[tokio::test]
async fn founding_leaves_a_line_for_the_first_admin_and_one_for_their_token() {
    let settings = Settings::new("http://founded");
    let org = OrgServer::open(&DataPlace::Memory, Arc::new(SystemClock), &settings).unwrap();
    org.found("Founded", "ada@example.org").unwrap();
    let lines = org.audit_after(0, 10).unwrap();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(actions, ["users.add", "token.create"]);
}

/// Runs `audit` on a folder, and answers what it says.
#[track_caller]
fn shown(data: &str, options: &[&str]) -> String {
    let mut all = vec!["audit", "--data", data];
    all.extend(options);
    let (code, said, complaint) = run(&all);
    assert_eq!(code, 0, "{options:?}: {complaint}");
    said
}

#[tokio::test]
async fn the_audit_is_shown_to_people_and_to_programs_while_the_server_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path());
    let (_, token, _) = run(&["init", "--data", data, "--admin", "ada@example.org"]);
    let server = Program::start(&["--listen", "127.0.0.1:0", "--data", data]);
    let name = "Eve \u{202e}nimda";
    let body = json!({ "userName": "eve@example.org", "displayName": name }).to_string();
    let add = reqwest::Client::new().post(format!("{}/Users", server.url()));
    let added = add.bearer_auth(&token).body(body).send().await.unwrap();
    assert_eq!(added.status(), 201);

    let table = shown(data, &[]);
    let rows: Vec<Vec<_>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let told: Vec<_> = rows.iter().map(|row| [row[0], row[2], row[4]]).collect();
    assert_eq!(
        told,
        [
            ["1", "operator", "users.add"],
            ["2", "operator", "token.create"],
            ["3", "ada@example.org", "users.add"]
        ],
        "oldest first"
    );
    assert!(rows.iter().all(|row| row.len() == 9), "{table}");
    assert_eq!(rows[2][7], "-", "nothing was before");
    assert!(
        rows[2][8].contains("Eve <U+202E>nimda"),
        "no name turns a line around: {table}"
    );

    let json = shown(data, &["--after", "2", "--format", "json"]);
    let line: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(line["seq"], 3);
    assert_eq!(line["at"], rows[2][1]);
    assert_eq!(line["actorName"], "ada@example.org");
    assert_eq!(line["origin"], rows[2][3]);
    assert_eq!(line["actions"], json!(["users.add"]));
    assert_eq!(
        (&line["kind"], &line["id"]),
        (&json!("User"), &json!(rows[2][6]))
    );
    assert_eq!(line["before"], Value::Null);
    assert_eq!(line["after"]["displayName"], name, "nothing is lost");
    assert!(!json.contains('\u{202e}'), "nor is it obeyed: {json}");
    let actor = line["actor"].as_str().unwrap();
    assert_eq!(actor, rows[0][6], "the first Admin did it");

    let first = shown(data, &["--limit", "1"]);
    assert_eq!(first, table.lines().next().unwrap());
    assert_eq!(shown(data, &["--after", "3"]), "", "nothing more");
}

#[test]
fn a_long_audit_is_shown_line_by_line_to_whoever_goes_on_reading() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path());
    run(&["init", "--data", data, "--admin", "ada@example.org"]);
    let file = rusqlite::Connection::open(folder.path().join("organization.db")).unwrap();
    file.execute(
        "WITH RECURSIVE line(seq) AS (SELECT 3 UNION ALL SELECT seq + 1 FROM line WHERE seq < 2500)
         INSERT INTO audit (at, actor_name, origin, actions, kind, id)
         SELECT seq, 'clock', 'server', 'subscription.pass', 'Organization', seq FROM line",
        [],
    )
    .unwrap();

    let numbers = |options: &[&str]| -> Vec<u32> {
        let said = shown(data, options);
        let number = |line: &str| line.split('\t').next().unwrap().parse().unwrap();
        said.lines().map(number).collect()
    };
    assert!(numbers(&[]).into_iter().eq(1..=2500), "each once");
    let some = numbers(&["--after", "400", "--limit", "1500"]);
    assert!(some.into_iter().eq(401..=1900), "as many as asked for");

    let mut head = program(&["audit", "--data", data])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut reader = BufReader::new(head.stdout.take().unwrap());
    reader.read_line(&mut line).unwrap();
    drop(reader);
    let ended = head.wait_with_output().unwrap();
    assert!(line.starts_with("1\t"), "{line}");
    let complaint = String::from_utf8(ended.stderr).unwrap();
    assert!(
        ended.status.success() && complaint.is_empty(),
        "{complaint}"
    );
}
