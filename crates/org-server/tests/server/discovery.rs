//! Discovery and errors.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::json;

use crate::support::{Server, send};

#[tokio::test]
async fn discovery_is_read_without_a_token() {
    let server = Server::demo(6).await;
    for path in [
        "/ServiceProviderConfig",
        "/ResourceTypes",
        "/Schemas",
        "/ResourceTypes/User",
    ] {
        let answer = send(server.bare(Method::GET, path)).await;
        assert_eq!(
            answer.status, 200,
            "{path} tells a wrong address from a wrong token"
        );
    }
    let config = server.get("/ServiceProviderConfig").await.body;
    for feature in ["patch", "bulk", "filter", "sort", "etag", "deltaQuery"] {
        assert_eq!(config[feature]["supported"], true, "{feature} is offered");
    }
    assert_eq!(config["pagination"]["cursor"], true, "RFC 9865");
    assert_eq!(
        config["changePassword"]["supported"], false,
        "there are no passwords"
    );
}

#[tokio::test]
async fn what_is_announced_exists() {
    let server = Server::demo(6).await;
    let types = server.get("/ResourceTypes").await.body;
    assert_eq!(
        types["totalResults"], 5,
        "nothing is announced that doesn't work"
    );
    for kind in types["Resources"].as_array().unwrap() {
        let endpoint = kind["endpoint"].as_str().unwrap();
        assert_eq!(
            server.get(endpoint).await.status,
            200,
            "{endpoint} is served"
        );
        let schema = kind["schema"].as_str().unwrap();
        let described = server.get(&format!("/Schemas/{schema}")).await;
        assert_eq!(described.body["id"], schema, "{schema} is described");
    }
}

#[tokio::test]
async fn discovery_is_never_written_nor_filtered() {
    let server = Server::demo(6).await;
    for path in ["/ServiceProviderConfig", "/ResourceTypes", "/Schemas"] {
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let answer = send(server.request(Role::Admin, method, path).body("{}")).await;
            answer.is_error(405, "");
            assert!(
                answer.header("allow").contains("GET"),
                "RFC 9110: 405 says what is allowed"
            );
        }
    }
    server
        .get("/Schemas?filter=id%20pr")
        .await
        .is_error(403, "");
}

#[tokio::test]
async fn every_error_is_a_scim_error() {
    let server = Server::demo(6).await;
    let admin = |method, path: &str| server.request(Role::Admin, method, path);

    let missing = send(server.bare(Method::GET, "/Users")).await;
    missing.is_error(401, "");
    assert!(
        missing.header("www-authenticate").starts_with("Bearer"),
        "RFC 6750, section 3"
    );
    let wrong = send(
        server
            .bare(Method::GET, "/Users")
            .bearer_auth("rollcall_0_0"),
    )
    .await;
    wrong.is_error(401, "");

    send(admin(Method::GET, "/Nothing")).await.is_error(404, "");
    send(admin(Method::GET, "/Users/nobody"))
        .await
        .is_error(404, "");
    send(admin(Method::GET, "/Users/%FF"))
        .await
        .is_error(404, "");
    send(admin(Method::PATCH, "/Users")).await.is_error(405, "");
    send(admin(Method::POST, "/Users").body("{"))
        .await
        .is_error(400, "invalidSyntax");
    let html = server
        .bare(Method::POST, "/Users")
        .bearer_auth(server.token(Role::Admin))
        .header("content-type", "text/html")
        .body("<p>");
    send(html).await.is_error(415, "");
    let packed = admin(Method::POST, "/Users")
        .header("content-encoding", "gzip")
        .body("x");
    send(packed).await.is_error(415, "");
    let huge = "x".repeat(5 * 1024 * 1024);
    send(admin(Method::POST, "/Users").body(huge))
        .await
        .is_error(413, "");
}

#[tokio::test]
async fn plain_json_is_understood_as_well() {
    let server = Server::demo(6).await;
    let request = server
        .bare(Method::POST, "/Users")
        .bearer_auth(server.token(Role::Admin))
        .header("content-type", "application/json; charset=utf-8")
        .body(json!({ "userName": "plain@northwind.example" }).to_string());
    assert_eq!(send(request).await.status, 201, "RFC 7644, section 3.1");
}

#[tokio::test]
async fn pages_travel_compressed() {
    let server = Server::demo(50).await;
    let request = server
        .request(Role::Admin, Method::GET, "/Users?count=50")
        .header("accept-encoding", "gzip");
    let response = request.send().await.unwrap();
    // The client takes the header away once it has unpacked the body.
    assert!(
        response.headers().get("content-length").is_none(),
        "a page shrinks to a fifth"
    );
    let body: serde_json::Value = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap();
    assert_eq!(body["itemsPerPage"], 50, "and comes out whole");
}
