//! Bulk: many writes, each through the same door as alone.

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::Server;

async fn bulk(server: &Server, role: Role, operations: Value) -> Value {
    let body = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": operations
    });
    let answer = server
        .send_as(role, reqwest::Method::POST, "/Bulk", &body)
        .await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    answer.body["Operations"].clone()
}

fn statuses(results: &Value) -> Vec<&str> {
    results
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["status"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn operations_refer_to_each_other_in_any_order() {
    let server = Server::demo(6).await;
    let results = bulk(
        &server,
        Role::Admin,
        json!([
            { "method": "POST", "path": "/Groups", "bulkId": "g",
              "data": { "displayName": "Made in bulk", "members": [{ "value": "bulkId:u" }] } },
            { "method": "POST", "path": "/Users", "bulkId": "u",
              "data": { "userName": "bulk@northwind.example" } },
            { "method": "PATCH", "path": "/Users/bulkId:u",
              "data": { "Operations": [{ "op": "add", "path": "displayName", "value": "Bulk" }] } }
        ]),
    )
    .await;
    assert_eq!(statuses(&results), ["201", "201", "200"], "{results}");
    assert_eq!(
        results[0]["bulkId"], "g",
        "results stand in the order of the request"
    );
    let user = results[1]["location"].as_str().unwrap();
    let user = server
        .get(user.strip_prefix(&server.url).unwrap())
        .await
        .body;
    assert_eq!(user["displayName"], "Bulk");
    assert_eq!(
        user["groups"][0]["display"], "Made in bulk",
        "the workspace waited for its member"
    );
}

#[tokio::test]
async fn each_operation_is_decided_and_done_wholly_or_not_at_all() {
    let server = Server::demo(6).await;
    let admin = server.get("/Me").await.body["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let results = bulk(&server, Role::UserAdmin, json!([
        { "method": "POST", "path": "/Users", "bulkId": "a",
          "data": { "userName": "admin2@northwind.example", "roles": [{ "value": "admin" }] } },
        { "method": "POST", "path": "/Users", "bulkId": "m",
          "data": { "userName": "member2@northwind.example" } },
        { "method": "POST", "path": "/Groups", "bulkId": "g",
          "data": { "displayName": "Half", "members": [{ "value": "bulkId:m" }, { "value": "nobody" }] } },
        { "method": "DELETE", "path": format!("/Users/{admin}") },
        { "method": "POST", "path": "/Groups", "bulkId": "h",
          "data": { "displayName": "Waits", "members": [{ "value": "bulkId:a" }] } }
    ])).await;
    let statuses = statuses(&results);
    assert_eq!(statuses[..4], ["403", "201", "400", "403"], "{results}");
    assert!(
        statuses[4].starts_with('4'),
        "what refers to what was not made fails: {results}"
    );
    assert_eq!(
        results[0]["response"]["detail"],
        "User Admins can add Members only."
    );
    let halves = server
        .get("/Groups?filter=displayName%20eq%20%22Half%22")
        .await
        .body;
    assert_eq!(
        halves["totalResults"], 0,
        "a workspace without its members was not made"
    );
}

#[tokio::test]
async fn it_stops_after_as_many_failures_as_it_was_told() {
    let server = Server::demo(6).await;
    let body = json!({
        "failOnErrors": 1,
        "Operations": [
            { "method": "POST", "path": "/Users", "bulkId": "1", "data": { "userName": "1@northwind.example" } },
            { "method": "DELETE", "path": "/Users/nobody" },
            { "method": "POST", "path": "/Users", "bulkId": "2", "data": { "userName": "2@northwind.example" } }
        ]
    });
    let answer = server.post("/Bulk", &body).await.body;
    assert_eq!(
        statuses(&answer["Operations"]),
        ["201", "404"],
        "the third was not tried"
    );
    assert_eq!(
        server
            .ids("userName eq \"1@northwind.example\"")
            .await
            .len(),
        1,
        "the first stands"
    );
    assert!(
        server
            .ids("userName eq \"2@northwind.example\"")
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn versions_hold_in_bulk_as_well() {
    let server = Server::demo(6).await;
    let user = server.add_user("v@northwind.example", Role::Member).await;
    let path = format!("/Users/{}", user["id"].as_str().unwrap());
    let rename = json!({ "Operations": [{ "op": "add", "path": "displayName", "value": "V" }] });
    let results = bulk(
        &server,
        Role::Admin,
        json!([
            { "method": "PATCH", "path": path, "version": "W/\"77\"", "data": rename },
            { "method": "PATCH", "path": path, "version": user["meta"]["version"], "data": rename },
            { "method": "PUT", "path": "/Elsewhere/1", "data": {} },
            { "method": "POST", "path": path, "bulkId": "p", "data": {} }
        ]),
    )
    .await;
    assert_eq!(
        statuses(&results),
        ["412", "200", "404", "405"],
        "{results}"
    );
}

#[tokio::test]
async fn too_many_operations_are_refused() {
    let server = Server::demo(6).await;
    let operations = vec![json!({ "method": "DELETE", "path": "/Users/nobody" }); 1001];
    let answer = server
        .post("/Bulk", &json!({ "Operations": operations }))
        .await;
    answer.is_error(413, answer.body["scimType"].as_str().unwrap_or_default());
}
