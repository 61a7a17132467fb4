//! Both kinds of paging: everybody once, wherever the page begins.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::{Server, ids};

#[tokio::test]
async fn both_ways_of_paging_bring_everyone_once() {
    let server = Server::demo(250).await;
    let all: BTreeSet<String> = server.ids("userName pr").await.into_iter().collect();
    assert_eq!(all.len(), 250);
    for order in [
        "",
        "&sortBy=displayName",
        "&sortBy=userName&sortOrder=descending",
        "&sortBy=urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive",
        "&sortBy=meta.created",
        "&sortBy=roles",
        "&sortBy=groups.display&filter=active%20eq%20true",
    ] {
        let by_index = walk_by_index(&server, order).await;
        let by_cursor = walk_by_cursor(&server, order).await;
        assert_eq!(
            by_index, by_cursor,
            "the order is one, whatever the paging: {order}"
        );
        let distinct: BTreeSet<String> = by_index.iter().cloned().collect();
        assert_eq!(
            distinct.len(),
            by_index.len(),
            "nobody comes twice: {order}"
        );
        if !order.contains("filter") {
            assert_eq!(distinct, all, "nobody is missing: {order}");
        }
    }
}

#[tokio::test]
async fn a_walk_by_cursor_hides_nobody_while_others_are_deleted() {
    let server = Server::demo(60).await;
    let all = server.ids("userName pr").await;
    let first = server.get("/Users?count=20&cursor=").await.body;
    for gone in &all[15..18] {
        assert_eq!(server.delete(&format!("/Users/{gone}")).await.status, 204);
    }
    let cursor = first["nextCursor"].as_str().unwrap();
    let second = server
        .get(&format!("/Users?count=1000&cursor={cursor}"))
        .await
        .body;
    assert_eq!(
        ids(&second),
        all[20..],
        "the next page begins where the first ended"
    );
}

#[tokio::test]
async fn a_cursor_is_good_for_its_own_query_only() {
    let server = Server::demo(60).await;
    let page = server
        .get("/Users?count=5&cursor=&sortBy=userName")
        .await
        .body;
    let cursor = page["nextCursor"].as_str().unwrap();
    for path in [
        format!("/Users?count=5&cursor={cursor}"),
        format!("/Users?count=5&cursor={cursor}&sortBy=userName&filter=active%20eq%20true"),
        format!("/Groups?count=5&cursor={cursor}&sortBy=userName"),
        "/Users?cursor=7b7d".to_owned(),
        "/Users?cursor=%00%27%3B--".to_owned(),
    ] {
        let answer = server.get(&path).await;
        assert_eq!(answer.status, 400, "{path}");
    }
    let again = server
        .get(&format!("/Users?count=9&cursor={cursor}&sortBy=userName"))
        .await;
    assert_eq!(
        again.body["itemsPerPage"], 9,
        "another size is no other query"
    );
}

#[tokio::test]
async fn page_sizes_have_limits() {
    let server = Server::demo(120).await;
    assert_eq!(
        server.get("/Users").await.body["itemsPerPage"],
        100,
        "unless asked for more"
    );
    let none = server.get("/Users?count=0").await.body;
    assert_eq!(
        (&none["totalResults"], &none["itemsPerPage"]),
        (&json!(120), &json!(0))
    );
    let negative = server.get("/Users?count=-3&startIndex=-3").await.body;
    assert_eq!(negative["totalResults"], 120, "RFC 7644: negative means 0");
    let far = server
        .get("/Users?startIndex=9223372036854775807")
        .await
        .body;
    assert_eq!(far["itemsPerPage"], 0, "behind the end there is nothing");
    let filtered = server
        .get("/Users?count=0&filter=active%20eq%20false")
        .await
        .body;
    assert!(
        filtered["totalResults"].as_u64().unwrap() > 0,
        "a count of what is filtered"
    );
}

async fn walk_by_index(server: &Server, order: &str) -> Vec<String> {
    let mut found = Vec::new();
    loop {
        let start = found.len() + 1;
        let page = server
            .get(&format!("/Users?count=60&startIndex={start}{order}"))
            .await;
        assert_eq!(page.status, 200, "{order}: {:?}", page.body);
        let page = page.body;
        let part = ids(&page);
        assert_eq!(page["startIndex"], start);
        if part.is_empty() {
            assert_eq!(
                page["totalResults"],
                found.len(),
                "the total is what was counted"
            );
            return found;
        }
        found.extend(part);
    }
}

async fn walk_by_cursor(server: &Server, order: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = server
            .get(&format!("/Users?count=60&cursor={cursor}{order}"))
            .await;
        assert_eq!(page.status, 200, "{:?}", page.body);
        found.extend(ids(&page.body));
        match page.body["nextCursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return found,
        }
    }
}
