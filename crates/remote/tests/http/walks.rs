//! Walks over every page, as real servers cap, count and point onward.

use crate::support::{Answer, Asked, Stub, answer, error, list, met, user};
use rollcall_sync::{PageAt, Remote, ServerFacts, Which};
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
