//! `Idempotency-Key` on POST.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::json;

use crate::support::{Answer, Server, send};

async fn post(server: &Server, role: Role, key: &str, name: &str) -> Answer {
    let body = json!({ "userName": name, "roles": [{ "value": "member" }] }).to_string();
    let request = server.request(role, Method::POST, "/Users");
    send(request.header("idempotency-key", key).body(body)).await
}

#[tokio::test]
async fn a_repeated_post_makes_one_user_and_answers_the_same() {
    let server = Server::demo(6).await;
    let first = post(&server, Role::Admin, "k1", "once@northwind.example").await;
    let second = post(&server, Role::Admin, "k1", "once@northwind.example").await;
    assert_eq!(first.status, 201);
    assert_eq!(second.status, 201, "not 409: the first answer was lost");
    assert_eq!(first.body, second.body);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(
        server
            .ids("userName eq \"once@northwind.example\"")
            .await
            .len(),
        1,
        "I3: no double"
    );
}

#[tokio::test]
async fn a_key_stands_for_one_request_of_one_user() {
    let server = Server::demo(6).await;
    post(&server, Role::Admin, "k1", "a@northwind.example").await;
    post(&server, Role::Admin, "k1", "b@northwind.example")
        .await
        .is_error(422, "");
    let other = post(&server, Role::UserAdmin, "k1", "c@northwind.example").await;
    assert_eq!(other.status, 201, "keys of different people don't meet");
    post(&server, Role::Admin, "", "d@northwind.example")
        .await
        .is_error(400, "");
    let long = "k".repeat(256);
    post(&server, Role::Admin, &long, "d@northwind.example")
        .await
        .is_error(400, "");
}

#[tokio::test]
async fn a_refused_post_may_be_tried_again_with_its_key() {
    let server = Server::demo(6).await;
    let user = server
        .add_user("taken@northwind.example", Role::Member)
        .await;
    post(&server, Role::Admin, "k", "taken@northwind.example")
        .await
        .is_error(409, "uniqueness");
    server
        .delete(&format!("/Users/{}", user["id"].as_str().unwrap()))
        .await;
    let again = post(&server, Role::Admin, "k", "taken@northwind.example").await;
    assert_eq!(again.status, 201, "only what was done is remembered");
}
