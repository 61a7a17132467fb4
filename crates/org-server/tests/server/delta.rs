//! Delta query: what changed since a token, and nothing else.

use jiff::SignedDuration;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Server, id};

const USER_EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";

async fn token(server: &Server, endpoint: &str) -> String {
    let answer = server.get(&format!("{endpoint}/.deltaToken")).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    answer.body["value"].as_str().unwrap().to_owned()
}

async fn ask(server: &Server, endpoint: &str, body: Value) -> Answer {
    server.post(&format!("{endpoint}/.delta"), &body).await
}

/// The changes since a token as (what, id), and the next token.
async fn changes(server: &Server, endpoint: &str, token: &str) -> (Vec<(String, String)>, String) {
    let answer = ask(server, endpoint, json!({ "deltaToken": token })).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let next = answer.body["nextDeltaToken"]["value"].as_str();
    let next = next
        .or(answer.body["nextDeltaToken"].as_str())
        .unwrap_or_default()
        .to_owned();
    (entries(&answer.body), next)
}

fn entries(list: &Value) -> Vec<(String, String)> {
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap().to_owned();
    let list = list["Resources"].as_array().unwrap();
    list.iter()
        .map(|e| (text(e, "changeType"), text(e, "changedResourceId")))
        .collect()
}

fn was(what: &str, id: &str) -> (String, String) {
    (what.to_owned(), id.to_owned())
}

#[tokio::test]
async fn a_delta_tells_of_creates_updates_and_deletes() {
    let server = Server::demo(40).await;
    server.get("/Me").await;
    let [old, gone] = [
        server.another(Role::Member).await,
        server.another(Role::Admin).await,
    ];
    let begin = token(&server, "/Users").await;
    let (none, begin) = changes(&server, "/Users", &begin).await;
    assert!(none.is_empty(), "nothing happened: {none:?}");

    let new = server.add_user("new@northwind.example", Role::Member).await;
    let passing = server
        .add_user("passing@northwind.example", Role::Member)
        .await;
    server.delete(&format!("/Users/{}", id(&passing))).await;
    let rename = json!([{ "op": "replace", "path": "displayName", "value": "Renamed" }]);
    server.patch(&format!("/Users/{old}"), rename).await;
    server.delete(&format!("/Users/{gone}")).await;

    let (told, next) = changes(&server, "/Users", &begin).await;
    let expected = [
        was("create", id(&new)),
        was("update", &old),
        was("delete", &gone),
    ];
    assert_eq!(
        told, expected,
        "in order; of who came and went nobody needs to know"
    );
    let (again, _) = changes(&server, "/Users", &next).await;
    assert!(again.is_empty(), "a change is told once: {again:?}");
    let (replayed, _) = changes(&server, "/Users", &begin).await;
    assert_eq!(replayed, expected, "an older token may be asked again");
}

#[tokio::test]
async fn a_change_of_membership_is_told_with_the_user() {
    let server = Server::demo(20).await;
    let ana = server.add_user("ana@northwind.example", Role::Member).await;
    let list = server
        .get("/Groups?count=1&excludedAttributes=members")
        .await
        .body;
    let group = format!("/Groups/{}", id(&list["Resources"][0]));
    let (users, groups) = (
        token(&server, "/Users").await,
        token(&server, "/Groups").await,
    );

    let add = json!([{ "op": "add", "path": "members", "value": [{ "value": ana["id"] }] }]);
    server.patch(&group, add).await;
    let (told, users) = changes(&server, "/Users", &users).await;
    assert_eq!(told, [was("update", id(&ana))]);
    assert!(
        changes(&server, "/Groups", &groups).await.0.is_empty(),
        "not with the workspace"
    );

    let made = json!({ "displayName": "Brand new" });
    let made = server.post("/Groups", &made).await.body;
    let (told, groups) = changes(&server, "/Groups", &groups).await;
    assert_eq!(told, [was("create", id(&made))], "a workspace that came");

    let rename = json!([{ "op": "replace", "path": "displayName", "value": "Renamed" }]);
    server.patch(&group, rename).await;
    assert!(
        changes(&server, "/Users", &users).await.0.is_empty(),
        "a name is the workspace's own"
    );
    let answer = ask(&server, "/Groups", json!({ "deltaToken": groups }))
        .await
        .body;
    assert_eq!(answer["Resources"][0]["data"]["displayName"], "Renamed");
    assert!(
        answer["Resources"][0]["data"].get("members").is_none(),
        "without members"
    );

    server.delete(&group).await;
    let (told, _) = changes(&server, "/Users", &users).await;
    assert!(
        told.contains(&was("update", id(&ana))),
        "everyone who lost it"
    );
    let (told, _) = changes(&server, "/Groups", &groups).await;
    assert_eq!(told, [was("delete", group.trim_start_matches("/Groups/"))]);
}

#[tokio::test]
async fn activity_is_told_without_a_new_version() {
    let server = Server::demo(12).await;
    let before = server.get("/Me").await.body;
    let begin = token(&server, "/Users").await;

    server.clock.advance(SignedDuration::from_secs(299));
    server.get("/Me").await;
    assert!(
        changes(&server, "/Users", &begin).await.0.is_empty(),
        "at most every five minutes"
    );

    server.clock.advance(SignedDuration::from_secs(1));
    let after = server.get("/Me").await.body;
    assert_eq!(after[USER_EXTENSION]["lastActive"], "2026-11-22T12:05:00Z");
    assert_eq!(
        after["meta"]["version"], before["meta"]["version"],
        "being seen is no change"
    );
    let (told, _) = changes(&server, "/Users", &begin).await;
    assert_eq!(told, [was("update", id(&after))]);
}

#[tokio::test]
async fn a_long_delta_comes_in_pages_that_end() {
    let server = Server::demo(60).await;
    let begin = token(&server, "/Users").await;
    let group = json!({ "displayName": "All", "members": server.ids("userName pr").await
        .iter().map(|id| json!({ "value": id })).collect::<Vec<_>>() });
    let group = server.post("/Groups", &group).await.body;
    server.delete(&format!("/Groups/{}", id(&group))).await;

    let mut told = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut body = json!({ "deltaToken": begin, "count": 7 });
        if let Some(cursor) = &cursor {
            body["cursor"] = cursor.as_str().into();
        }
        let page = ask(&server, "/Users", body).await.body;
        told.extend(entries(&page));
        // A change in the middle of the walk comes with the next delta.
        let rename =
            json!([{ "op": "replace", "path": "displayName", "value": told.len().to_string() }]);
        let last = told.last().unwrap().1.clone();
        server.patch(&format!("/Users/{last}"), rename).await;
        assert_eq!(
            page.get("nextDeltaToken").is_some(),
            page.get("nextCursor").is_none()
        );
        match page["nextCursor"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => break,
        }
    }
    let distinct: std::collections::BTreeSet<_> = told.iter().collect();
    assert_eq!(
        (told.len(), distinct.len()),
        (60, 60),
        "one change made them all: each is told once"
    );
}

#[tokio::test]
async fn a_token_that_is_too_old_or_not_ours_is_refused() {
    let server = Server::demo(12).await;
    let users = token(&server, "/Users").await;
    let foreign = token(&Server::demo(13).await, "/Users").await;
    let groups = token(&server, "/Groups").await;
    let future = {
        let parts: Vec<_> = users.split('.').collect();
        [parts[0], parts[1], "999999", parts[3]].join(".")
    };
    for wrong in [
        foreign.replacen(&foreign[5..13], "ffffffff", 1),
        groups,
        future,
        "x".into(),
        "a.b.c.d".into(),
    ] {
        ask(&server, "/Users", json!({ "deltaToken": wrong }))
            .await
            .is_error(400, "invalidValue");
    }
    ask(&server, "/Users", json!({}))
        .await
        .is_error(400, "invalidValue");
    let forged = json!({ "deltaToken": users, "cursor": "7b7d" });
    ask(&server, "/Users", forged)
        .await
        .is_error(400, "invalidCursor");

    server
        .clock
        .advance(SignedDuration::from_hours(30 * 24 + 1));
    let expired = ask(&server, "/Users", json!({ "deltaToken": users })).await;
    expired.is_error(400, "invalidValue");
    assert!(
        expired.detail().contains("expired"),
        "the client reads the whole list again"
    );
}

#[tokio::test]
async fn a_sync_without_news_is_small() {
    let server = Server::demo(100).await;
    let mut bytes = 0;
    for endpoint in ["/Users", "/Groups"] {
        let body = json!({ "deltaToken": token(&server, endpoint).await });
        let answer = ask(&server, endpoint, body.clone()).await;
        bytes += body.to_string().len() + answer.body.to_string().len();
    }
    assert!(
        bytes < 1_000,
        "a sync with nothing new is under 1 kB, not {bytes} bytes"
    );
}

#[tokio::test]
async fn changes_are_told_to_those_who_see_everything() {
    let server = Server::demo(12).await;
    for endpoint in ["/Users", "/Groups"] {
        let path = format!("{endpoint}/.deltaToken");
        server.get_as(Role::Member, &path).await.is_error(403, "");
        assert_eq!(server.get_as(Role::BillingAdmin, &path).await.status, 200);
    }
}
