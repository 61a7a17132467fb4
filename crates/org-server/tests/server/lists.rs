//! Lists: filters, order, parts, and search.

use std::collections::BTreeSet;

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, encode};

#[tokio::test]
async fn filters_find_what_they_say() {
    let server = Server::demo(6).await;
    let body = json!({
        "userName": "Quirky@northwind.example", "displayName": "Ćwik, Zoë",
        "externalId": "Ext-1", "roles": [{ "value": "user_admin" }],
        "photos": [{ "value": "https://pictures.example/1", "type": "photo", "primary": true }]
    });
    let made = server.post("/Users", &body).await.body;
    let id = made["id"].as_str().unwrap();
    let group = json!({ "displayName": "Quirks", "members": [{ "value": id }] });
    let group = server.post("/Groups", &group).await.body;
    let group = group["id"].as_str().unwrap();

    let extension = "urn:rollcall:params:scim:schemas:organization:2.0:User";
    for filter in [
        "userName eq \"QUIRKY@northwind.example\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"quirky\"",
        "displayName co \"WIK, ZO\"",
        "displayName ew \"zoë\" and externalId eq \"Ext-1\"",
        "externalId pr",
        "externalId ne null and not (externalId eq \"ext-1\")",
        "photos.value eq \"https://pictures.example/1\"",
        "photos[type eq \"photo\" and primary eq true]",
        "groups[display eq \"quirks\"]",
        &format!("groups.value eq \"{group}\""),
        &format!("groups eq \"{group}\""),
        "roles[value eq \"user_admin\"] and userName sw \"q\"",
        "roles.value eq \"USER_ADMIN\" and meta.created ge \"2026-11-22T12:00:00Z\"",
        "meta.lastModified gt \"2026-11-22T13:59:59.9999+02:00\"",
        &format!("{extension}:invitation.status eq \"pending\" and userName co \"quirky\""),
        &format!("not ({extension}:lastActive pr) and userName sw \"quirky\""),
        &format!("id eq \"{id}\""),
        &format!("meta.location ew \"/Users/{id}\""),
        "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\" and externalId pr",
        "(userName sw \"x\" or userName sw \"q\") and active eq true and externalId pr",
    ] {
        assert_eq!(server.ids(filter).await, [id], "{filter}");
    }
    for filter in [
        "externalId eq \"ext-1\"",
        "userName eq \"quirky\"",
        "userName co \"%\"",
        "userName co \"_\"",
        "photos[type eq \"thumbnail\"]",
        "externalId sw \"ext\"",
        "userName ew \"quirky\"",
    ] {
        assert!(server.ids(filter).await.is_empty(), "{filter} finds nobody");
    }
    let everyone = server.ids("userName pr").await.len();
    assert_eq!(
        server.ids("not (externalId eq \"Ext-1\")").await.len(),
        everyone - 1
    );
    assert_eq!(
        server.ids("externalId ne \"Ext-1\"").await.len(),
        everyone - 1,
        "absent differs"
    );
    assert_eq!(
        server.ids("userName sw \"\"").await.len(),
        everyone,
        "everything begins with nothing"
    );
}

#[tokio::test]
async fn a_filter_that_makes_no_sense_is_refused() {
    let server = Server::demo(6).await;
    for filter in [
        "",
        "userName",
        "userName eq",
        "userName eq ana",
        "favouriteColour eq \"blue\"",
        "active gt true",
        "active eq \"True\"",
        "meta.created gt \"yesterday\"",
        "userName eq 7",
        "userName eq \"a\" and",
        "(userName pr",
        "userName pr)",
        "groups[",
        "userName xx \"a\"",
    ] {
        let answer = server
            .get(&format!("/Users?filter={}", encode(filter)))
            .await;
        if filter.is_empty() {
            continue;
        }
        answer.is_error(400, "invalidFilter");
    }
}

#[tokio::test]
async fn parts_can_be_asked_for_and_left_out() {
    let server = Server::demo(30).await;
    let page = server
        .get("/Users?count=3&attributes=userName,groups.display")
        .await
        .body;
    for user in page["Resources"].as_array().unwrap() {
        assert!(user["id"].is_string() && user["userName"].is_string());
        assert!(
            user.get("active").is_none() && user.get("meta").is_none(),
            "{user}"
        );
    }
    let page = server
        .get("/Groups?count=3&excludedAttributes=members")
        .await
        .body;
    assert!(
        page["Resources"]
            .as_array()
            .unwrap()
            .iter()
            .all(|g| g.get("members").is_none())
    );
    let one = server
        .get("/Me?excludedAttributes=roles,displayName")
        .await
        .body;
    assert!(
        one.get("roles").is_none() && one["id"].is_string(),
        "ids are always there"
    );
    let both = server
        .get("/Users?attributes=id&excludedAttributes=roles")
        .await;
    assert_eq!(both.status, 400, "RFC 7644, section 3.9: one or the other");
}

#[tokio::test]
async fn a_search_is_a_list_by_post() {
    let server = Server::demo(30).await;
    let search = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
        "filter": "roles.value eq \"admin\"", "sortBy": "userName", "count": 2, "startIndex": 2
    });
    let found = server.post("/Users/.search", &search).await.body;
    let path = "/Users?filter=roles.value%20eq%20%22admin%22&sortBy=userName&count=2&startIndex=2";
    assert_eq!(found, server.get(path).await.body);

    let total = |list: &Value| list["totalResults"].as_u64().unwrap();
    let everything = server
        .post("/.search", &json!({ "count": 1000 }))
        .await
        .body;
    let groups = server.get("/Groups?count=0").await.body;
    assert_eq!(
        total(&everything),
        30 + total(&groups),
        "both kinds, one list"
    );
    let across = server
        .post("/.search", &json!({ "startIndex": 29, "count": 4 }))
        .await
        .body;
    let kinds: Vec<_> = across["Resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["meta"]["resourceType"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["User", "User", "Group", "Group"],
        "pages go across the border"
    );
    let users = server
        .post("/.search", &json!({ "filter": "userName pr" }))
        .await
        .body;
    assert_eq!(
        total(&users),
        30,
        "a workspace has no user name, so it is none of these"
    );
    server
        .post("/.search", &json!({ "filter": "nothing pr" }))
        .await
        .is_error(400, "invalidFilter");
}

#[tokio::test]
async fn absent_values_come_last() {
    let server = Server::demo(40).await;
    let sort = "sortBy=urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive&count=100";
    let extension = "urn:rollcall:params:scim:schemas:organization:2.0:User";
    let seen = |page: &Value| -> Vec<bool> {
        let list = page["Resources"].as_array().unwrap();
        list.iter()
            .map(|user| user[extension].get("lastActive").is_some())
            .collect()
    };
    let up = seen(&server.get(&format!("/Users?{sort}")).await.body);
    assert!(
        up.is_sorted_by(|a, b| a >= b) && up.contains(&false),
        "RFC 7644, section 3.4.2.3"
    );
    let down = seen(
        &server
            .get(&format!("/Users?{sort}&sortOrder=descending"))
            .await
            .body,
    );
    assert!(down.is_sorted(), "and first when the order is turned round");
}

#[tokio::test]
async fn a_member_sees_their_own_workspaces_by_name_only() {
    let server = Server::demo(60).await;
    let me = server.get_as(Role::Member, "/Me").await.body;
    let granted: BTreeSet<_> = me["groups"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|g| g["value"].clone().to_string())
        .collect();
    for path in ["/Groups", "/Groups?cursor="] {
        let list = server.get_as(Role::Member, path).await;
        assert_eq!(list.status, 200);
        let found = list.body["Resources"].as_array().unwrap();
        let ids: BTreeSet<_> = found.iter().map(|group| group["id"].to_string()).collect();
        assert_eq!(ids, granted, "what was granted, and nothing else");
        for group in found {
            let text = group.to_string();
            assert!(
                !text.contains("members") && !text.contains("Count"),
                "no settings: {text}"
            );
        }
    }
    for query in [
        "filter=members%20pr",
        "sortBy=externalId",
        "filter=displayName%20sw%20%22a%22%20and%20externalId%20pr",
    ] {
        server
            .get_as(Role::Member, &format!("/Groups?{query}"))
            .await
            .is_error(403, "");
    }
}
