//! What real servers do wrong when they are read, one by one.

use crate::support::{Answer, Asked, Stub, answer, list, met, user};
use rollcall_model::{LastActive, OrgRole, Timestamp, UserId};
use rollcall_sync::{Members, PageAt, RemoteError, ServerFacts, Trust, Which};
use serde_json::json;

fn filters(since_ever: usize, never: usize) -> impl Fn(&Asked) -> Answer + Send + Sync + 'static {
    move |asked| match asked.query.get("filter").map(String::as_str) {
        Some(filter) if filter.contains("1970") => list(&[], since_ever, 1),
        Some(filter) if filter.contains("9999") => list(&[], never, 1),
        Some(_) => list(&[user("u1", "member", "1")], 1, 1),
        None => list(&[], 7, 1),
    }
}

#[tokio::test]
async fn a_filter_is_tried_on_a_known_answer_before_it_is_trusted() {
    let since = Which::ModifiedSince(Timestamp::from_second(1_790_000_000).unwrap());
    for (since_ever, never, why) in [(7, 7, "ignored"), (0, 0, "zero hits"), (7, 1, "half right")] {
        let stub = Stub::known(met(), filters(since_ever, never));
        let refused = stub.remote.users(since, &PageAt::Start).await;
        assert!(
            matches!(refused, Err(RemoteError::NotOffered)),
            "{why}: 200 with the wrong result"
        );
        assert_eq!(stub.remote.facts().filter_last_modified, Trust::Fails);
    }
    let stub = Stub::known(met(), filters(7, 0));
    for _ in 0..2 {
        assert_eq!(
            stub.remote
                .users(since, &PageAt::Start)
                .await
                .unwrap()
                .users
                .len(),
            1
        );
    }
    assert_eq!(stub.asked().len(), 5, "tried once, then only asked");
    assert_eq!(
        stub.asked()[3].query["filter"],
        r#"meta.lastModified ge "2026-09-21T14:13:20Z""#
    );
}

#[tokio::test]
async fn one_user_that_cannot_be_read_never_fails_the_page() {
    let stub = Stub::known(met(), |_| {
        list(
            &[
                user("u1", "member", "1"),
                json!({"userName": "no id"}),
                json!(null),
            ],
            3,
            1,
        )
    });
    let page = stub.remote.users(Which::All, &PageAt::Start).await.unwrap();
    assert_eq!((page.users.len(), page.unreadable.len()), (1, 2));
    assert_eq!(page.unreadable[0].reason, "A user has no id.");
}

#[tokio::test]
async fn values_are_taken_as_servers_mean_them() {
    let stub = Stub::known(met(), |_| {
        list(
            &[
                json!({"ID": 7, "username": "a@example.com", "ACTIVE": "False", "roles": "member",
                    "meta": {"version": "W/\"a\"", "lastModified": "2026-01-02T03:04:05"}}),
                json!({"id": "ada@example.com", "userName": "ada", "name": {"givenName": "Ada", "familyName": "L"},
                    "roles": [{"value": "admin"}, {"value": "boss"}]}),
            ],
            2,
            1,
        )
    });
    let users = stub
        .remote
        .users(Which::All, &PageAt::Start)
        .await
        .unwrap()
        .users;
    assert_eq!(
        users[0].id,
        UserId::new("7"),
        "an id is text, even when it looks like a number"
    );
    assert!(!users[0].active, "active as the text \"False\"");
    assert_eq!(
        users[0].version.as_ref().unwrap().0,
        "W/\"a\"",
        "versions are opaque, W/ included"
    );
    assert!(users[0].last_modified.is_some(), "whole seconds, no zone");
    assert_eq!(users[1].display_name, "Ada L");
    assert_eq!(
        users[1].role,
        OrgRole::Foreign("admin, boss".to_owned()),
        "two roles aren't one of ours"
    );
}

#[tokio::test]
async fn an_absent_last_activity_means_never_only_where_it_is_declared() {
    let page = |_: &Asked| list(&[user("u1", "member", "1")], 1, 1);
    let foreign = Stub::known(met(), page);
    let users = foreign
        .remote
        .users(Which::All, &PageAt::Start)
        .await
        .unwrap()
        .users;
    assert_eq!(
        (users[0].last_active, &users[0].assigned_contacts),
        (LastActive::NotReported, &None)
    );
    let urn = "urn:rollcall:params:scim:schemas:organization:2.0:User".to_owned();
    let ours = Stub::known(
        ServerFacts {
            schemas: vec![urn],
            ..met()
        },
        page,
    );
    let users = ours
        .remote
        .users(Which::All, &PageAt::Start)
        .await
        .unwrap()
        .users;
    assert_eq!(users[0].last_active, LastActive::Never);
}

#[tokio::test]
async fn an_id_that_is_an_address_or_worse_stays_in_its_place() {
    let stub = Stub::known(met(), |asked| {
        assert!(asked.query.is_empty());
        answer(200, &user("x", "member", "1"))
    });
    for (id, path) in [
        ("ada@example.com", "/scim/Users/ada@example.com"),
        ("../Groups/1?x#y", "/scim/Users/..%2FGroups%2F1%3Fx%23y"),
    ] {
        stub.remote.user(&UserId::new(id)).await.unwrap();
        assert_eq!(stub.asked().last().unwrap().path, path);
    }
    assert!(
        stub.remote.user(&UserId::new("..")).await.is_err(),
        "it can't be asked for at all"
    );
    assert_eq!(stub.asked().len(), 2);
}

#[tokio::test]
async fn groups_count_as_offered_once_some_user_shows_one() {
    let facts = ServerFacts {
        groups_on_users: false,
        ..met()
    };
    let bare = Stub::known(facts.clone(), |_| {
        list(&[json!({"id": "u1", "groups": []})], 1, 1)
    });
    bare.remote.users(Which::All, &PageAt::Start).await.unwrap();
    assert!(
        !bare.remote.facts().groups_on_users,
        "empty and absent look alike"
    );
    let full = Stub::known(facts, |_| list(&[user("u1", "member", "1")], 1, 1));
    full.remote.users(Which::All, &PageAt::Start).await.unwrap();
    assert!(full.remote.facts().groups_on_users);
}

#[tokio::test]
async fn members_are_left_out_unless_they_are_needed() {
    let stub = Stub::known(met(), |_| {
        list(
            &[json!({"id": "sales", "displayName": "Sales",
                "members": [{"value": "u1"}, {"value": "g", "type": "Group"}, {"value": "u2", "type": "User"}]})],
            1,
            1,
        )
    });
    stub.remote
        .workspaces(Members::LeftOut, &PageAt::Start)
        .await
        .unwrap();
    assert_eq!(stub.asked()[0].query["excludedAttributes"], "members");
    let page = stub
        .remote
        .workspaces(Members::Included, &PageAt::Start)
        .await
        .unwrap();
    assert!(!stub.asked()[1].query.contains_key("excludedAttributes"));
    let members: Vec<_> = page.workspaces[0].1.iter().map(UserId::as_str).collect();
    assert_eq!(members, ["u1", "u2"], "a group within a group is nobody");
}
