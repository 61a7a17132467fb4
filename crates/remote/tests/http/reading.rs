//! What real servers do wrong when they are read, one by one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::{Answer, Asked, Stub, answer, empty, error, list, met, raw, user};
use http::{HeaderValue, Method};
use rollcall_model::{LastActive, OrgRole, Timestamp, UserId};
use rollcall_sync::{
    DeltaToken, Me, Members, Of, PageAt, Remote, RemoteError, ServerFacts, Trust, Which,
};
use serde_json::json;

fn pages_of(cap: usize, all: usize) -> impl Fn(&Asked) -> Answer + Send + Sync + 'static {
    move |asked| {
        let start: usize = asked
            .query
            .get("startIndex")
            .map_or(1, |text| text.parse().unwrap());
        if start == 0 {
            return error(400, "startIndex begins at 1.");
        }
        let ids: Vec<_> = (start..=all)
            .take(cap)
            .map(|n| user(&format!("u{n}"), "member", "W/\"1\""))
            .collect();
        list(&ids, all, start)
    }
}

async fn walk(remote: &dyn Remote) -> Vec<String> {
    let mut ids = Vec::new();
    let mut at = PageAt::Start;
    loop {
        let page = remote.users(Which::All, &at).await.unwrap();
        ids.extend(page.users.iter().map(|user| user.id.as_str().to_owned()));
        match page.next {
            Some(next) => at = next,
            None => return ids,
        }
    }
}

#[tokio::test]
async fn a_page_cap_is_followed_by_what_was_received_not_by_what_was_asked() {
    let stub = Stub::known(met(), pages_of(7, 20));
    assert_eq!(
        walk(&*stub.remote).await.len(),
        20,
        "each page begins where the last one ended"
    );
    let starts: Vec<_> = stub
        .asked()
        .iter()
        .map(|asked| asked.query.get("startIndex").cloned())
        .collect();
    assert_eq!(
        starts,
        [None, Some("8".into()), Some("15".into())],
        "startIndex=0 is never sent"
    );
}

#[tokio::test]
async fn an_announced_cap_is_what_is_asked_for() {
    let stub = Stub::known(
        ServerFacts {
            page_cap: Some(50),
            ..met()
        },
        pages_of(50, 10),
    );
    walk(&*stub.remote).await;
    assert_eq!(stub.asked()[0].query["count"], "50");
}

#[tokio::test]
async fn a_server_that_fails_on_count_is_asked_without_it_from_then_on() {
    let stub = Stub::known(met(), |asked| match asked.query.contains_key("count") {
        true => error(500, "no"),
        false => pages_of(5, 10)(asked),
    });
    assert_eq!(walk(&*stub.remote).await.len(), 10);
    assert!(stub.remote.facts().count_fails, "remembered");
    assert_eq!(stub.asked().len(), 3, "one failure, then two pages");
}

#[tokio::test]
async fn a_walk_by_cursor_follows_the_cursors_and_nothing_else() {
    let stub = Stub::known(
        ServerFacts {
            cursor: true,
            ..met()
        },
        |asked| {
            let cursor = asked.query.get("cursor").cloned();
            assert!(!asked.query.contains_key("startIndex"));
            let next = match cursor.as_deref() {
                Some("") => json!("a/b?c=1&cursor=x"),
                Some("a/b?c=1&cursor=x") => json!(null),
                other => panic!("{other:?}"),
            };
            let id = if next.is_null() { "u2" } else { "u1" };
            answer(
                200,
                &json!({"totalResults": 2, "nextCursor": next, "Resources": [user(id, "member", "1")]}),
            )
        },
    );
    assert_eq!(
        walk(&*stub.remote).await,
        ["u1", "u2"],
        "a cursor is opaque, and sent back byte by byte"
    );
}

#[tokio::test]
async fn cursors_that_were_announced_and_never_come_give_way_to_the_index() {
    let stub = Stub::known(
        ServerFacts {
            cursor: true,
            ..met()
        },
        pages_of(4, 10),
    );
    assert_eq!(walk(&*stub.remote).await.len(), 10);
    assert!(!stub.remote.facts().cursor, "remembered");
}

#[tokio::test]
async fn without_a_total_the_walk_ends_at_an_empty_page() {
    let stub = Stub::known(met(), |asked| {
        let first = !asked.query.contains_key("startIndex");
        let resources = if first {
            vec![user("u1", "member", "1")]
        } else {
            Vec::new()
        };
        answer(200, &json!({"Resources": resources}))
    });
    assert_eq!(walk(&*stub.remote).await, ["u1"]);
}

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
async fn discovery_is_asked_once_and_remembered() {
    let ask = |asked: &Asked| match asked.path.as_str() {
        "/scim/ServiceProviderConfig" => answer(
            200,
            &json!({"pagination": {"cursor": true, "maxPageSize": 200}, "deltaQuery": {"supported": true},
                "filter": {"supported": true, "maxResults": 500}, "patch": {"supported": true}}),
        ),
        "/scim/Schemas" => answer(200, &json!([{"id": "urn:x"}])),
        "/scim/ResourceTypes" => answer(200, &json!([{"name": "Invitation", "schema": "urn:y"}])),
        _ => empty(404),
    };
    let stub = Stub::new(ask);
    let facts = stub.remote.discover().await.unwrap();
    assert!(facts.cursor && facts.delta && facts.filter && facts.declares("URN:X"));
    assert_eq!(facts.page_cap, Some(200));
    assert!(facts.announces("invitation") && !facts.announces("Invoice"));
    stub.remote.discover().await.unwrap();
    assert_eq!(stub.asked().len(), 3, "not asked again");
    let again = Stub::known(ServerFacts::from_text(&facts.to_text()), ask);
    assert_eq!(again.remote.discover().await.unwrap(), facts);
    assert!(again.asked().is_empty(), "nor after a restart");
    let doubting = Stub::known(facts.clone().in_doubt(), ask);
    assert_eq!(doubting.remote.discover().await.unwrap(), facts);
    assert_eq!(doubting.asked().len(), 3, "but where it is in doubt");
}

#[tokio::test]
async fn a_part_of_discovery_that_the_server_fails_at_stays_as_it_was_known_and_is_asked_for_again()
{
    type Fails = fn() -> Answer;
    let failed: Fails = || error(500, "for a moment");
    let cut_off: Fails = || raw(200, "application/json", "[{\"id\": \"urn");
    for (part, fails) in [
        ("/scim/ServiceProviderConfig", failed),
        ("/scim/Schemas", failed),
        ("/scim/Schemas", cut_off),
        ("/scim/ResourceTypes", failed),
        ("/scim/ResourceTypes", cut_off),
    ] {
        let is_down = Arc::new(AtomicBool::new(true));
        let down = Arc::clone(&is_down);
        let ask = move |asked: &Asked| match asked.path.as_str() {
            path if path == part && down.load(Ordering::Relaxed) => fails(),
            "/scim/ServiceProviderConfig" => {
                answer(200, &json!({"deltaQuery": {"supported": true}}))
            }
            "/scim/Schemas" => answer(200, &json!([{"id": "urn:x"}])),
            "/scim/ResourceTypes" => {
                answer(200, &json!([{"name": "Organization", "schema": "urn:y"}]))
            }
            "/scim/Users" => list(&[user("u1", "member", "1")], 1, 1),
            _ => empty(404),
        };
        let whole = ServerFacts {
            discovered: true,
            delta: true,
            schemas: vec!["urn:x".to_owned()],
            resource_types: vec!["Organization".to_owned()],
            ..ServerFacts::default()
        };
        let stub = Stub::new(ask.clone());
        let told = stub.remote.discover().await.unwrap();
        assert!(told.discovered && told.discovered_in_part, "{part}");
        let doubting = Stub::known(whole.clone().in_doubt(), ask);
        let told = doubting.remote.discover().await.unwrap();
        let kept = ServerFacts {
            discovered_in_part: true,
            ..whole.clone()
        };
        assert_eq!(told, kept, "{part}: what was known is not forgotten");
        is_down.store(false, Ordering::Relaxed);
        assert_eq!(stub.remote.discover().await.unwrap(), whole, "{part}");
        let asked = stub.asked().len();
        stub.remote.discover().await.unwrap();
        assert_eq!(stub.asked().len(), asked, "{part}: not asked again");
    }
}

#[tokio::test]
async fn a_server_without_discovery_is_one_that_lists_users() {
    let stub = Stub::new(|asked| match asked.path.as_str() {
        "/scim/Users" => list(&[user("u1", "member", "1")], 1, 1),
        _ => error(404, "no"),
    });
    let facts = stub.remote.discover().await.unwrap();
    assert!(
        !facts.cursor && !facts.delta && facts.schemas.is_empty(),
        "nothing is assumed"
    );
}

#[tokio::test]
async fn a_url_that_is_no_scim_service_is_said_to_be_none() {
    for page in [
        || {
            raw(
                200,
                "text/html; charset=utf-8",
                "<!doctype html><title>Hello</title>",
            )
        },
        || error(404, "nothing here"),
        || raw(200, "application/json", "[1, 2"),
    ] {
        let stub = Stub::new(move |_| page());
        assert!(matches!(
            stub.remote.discover().await,
            Err(RemoteError::NotScim)
        ));
    }
}

#[tokio::test]
async fn a_server_without_me_leaves_the_actor_unknown() {
    for status in [404, 403, 501, 405] {
        let stub = Stub::known(met(), move |_| error(status, "no"));
        assert_eq!(stub.remote.me().await.unwrap(), Me::Unknown, "{status}");
    }
    let stub = Stub::known(met(), |_| error(401, "no"));
    assert!(matches!(
        stub.remote.me().await,
        Err(RemoteError::Unauthorized)
    ));
    let stub = Stub::known(met(), |_| error(500, "no"));
    assert!(
        stub.remote.me().await.is_err(),
        "a server that fails has not said that it doesn't tell"
    );
}

#[tokio::test]
async fn a_sign_in_page_with_200_is_not_the_server() {
    for body in [
        "<html>Welcome to Train WiFi</html>",
        "\u{feff}  <!DOCTYPE html>",
    ] {
        let stub = Stub::known(met(), move |_| raw(200, "application/json", body));
        let read = stub.remote.users(Which::All, &PageAt::Start).await;
        assert!(matches!(read, Err(RemoteError::NotOurNetwork)), "{read:?}");
    }
    let stub = Stub::known(met(), |_| empty(511));
    assert!(matches!(
        stub.remote.me().await,
        Err(RemoteError::NotOurNetwork)
    ));
}

#[tokio::test]
async fn a_redirect_is_never_followed_and_the_token_goes_nowhere() {
    for (status, target, named) in [
        (
            302,
            "https://portal.example/sign-in?who=ada",
            Some("https://portal.example"),
        ),
        (
            301,
            "https://b\u{fc}cher.example:8443/",
            Some("https://xn--bcher-kva.example:8443"),
        ),
        (307, "https://people.example/elsewhere", None),
        (308, "/elsewhere", None),
        (302, "javascript:alert(1)", None),
    ] {
        let stub = Stub::known(met(), move |_| {
            let mut answer = empty(status);
            answer.headers_mut().insert(
                "location",
                HeaderValue::from_bytes(target.as_bytes()).unwrap(),
            );
            answer
        });
        let read = stub.remote.users(Which::All, &PageAt::Start).await;
        let Err(RemoteError::Redirected { to }) = read else {
            panic!("{target}: {read:?}");
        };
        assert_eq!(to.as_deref(), named, "its origin, and nothing of its path");
        assert_eq!(stub.asked().len(), 1);
    }
}

#[tokio::test]
async fn an_expired_delta_token_leads_to_a_full_read() {
    for status in [400, 404, 410] {
        let stub = Stub::known(
            ServerFacts {
                delta: true,
                ..met()
            },
            move |_| error(status, "expired"),
        );
        let changes = stub
            .remote
            .users_delta(&DeltaToken("old".into()), &PageAt::Start)
            .await;
        assert!(
            matches!(changes, Err(RemoteError::DeltaExpired)),
            "{status}"
        );
    }
}

#[tokio::test]
async fn a_delta_brings_what_changed_what_went_and_what_must_be_read_again() {
    let stub = Stub::known(
        ServerFacts {
            delta: true,
            ..met()
        },
        |asked| match asked.path.as_str() {
            "/scim/Users/.deltaToken" => answer(200, &json!({"value": "t0"})),
            "/scim/Users/.delta" => {
                assert_eq!(
                    (&asked.method, &asked.body["deltaToken"]),
                    (&Method::POST, &json!("t0"))
                );
                answer(
                    200,
                    &json!({"nextDeltaToken": "t1", "Resources": [
                        {"changeType": "update", "changedResourceId": "u1", "data": user("u1", "admin", "2")},
                        {"changeType": "delete", "changedResourceId": "u2"},
                        {"changeType": "update", "changedResourceId": "u3"},
                        {"changeType": "create", "changedResourceId": "u4"},
                    ]}),
                )
            }
            "/scim/Users/u3" => answer(200, &user("u3", "member", "5")),
            _ => error(404, "gone"),
        },
    );
    let token = stub.remote.delta_token(Of::Users).await.unwrap();
    let page = stub
        .remote
        .users_delta(&token, &PageAt::Start)
        .await
        .unwrap();
    let changed: Vec<_> = page.changed.iter().map(|user| user.id.as_str()).collect();
    let deleted: Vec<_> = page.deleted.iter().map(UserId::as_str).collect();
    assert_eq!((changed, deleted), (vec!["u1", "u3"], vec!["u2", "u4"]));
    assert_eq!(
        (page.token, page.next),
        (Some(DeltaToken("t1".into())), None)
    );
}

#[tokio::test]
async fn a_server_without_delta_query_is_not_asked_for_one() {
    let stub = Stub::known(met(), |_| panic!("it must not be asked"));
    assert!(matches!(
        stub.remote.delta_token(Of::Users).await,
        Err(RemoteError::NotOffered)
    ));
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
