//! Versions: `If-Match`, `If-None-Match`, 412 and 304.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::json;

use crate::support::{Server, patch_op, send};

#[tokio::test]
async fn a_write_for_an_older_version_is_refused() {
    let server = Server::demo(12).await;
    let path = format!("/Users/{}", server.another(Role::Member).await);
    let version = server.get(&path).await.header("etag").to_owned();
    let rename = |name: &str| {
        patch_op(json!([{ "op": "replace", "path": "displayName", "value": name }])).to_string()
    };
    let with = |method, version: &str, body: String| {
        send(
            server
                .request(Role::Admin, method, &path)
                .header("if-match", version)
                .body(body),
        )
    };

    assert_eq!(
        with(Method::PATCH, &version, rename("One")).await.status,
        200
    );
    with(Method::PATCH, &version, rename("Two"))
        .await
        .is_error(412, "");
    with(Method::DELETE, &version, String::new())
        .await
        .is_error(412, "");
    for nonsense in ["\"\"", "W/", "x", "\"never", &"9".repeat(7_000)] {
        with(Method::PATCH, nonsense, rename("Two"))
            .await
            .is_error(412, "");
    }
    assert_eq!(
        with(Method::PATCH, "*", rename("Three")).await.status,
        200,
        "any version"
    );
    let now = server.get(&path).await.header("etag").to_owned();
    let list = format!("W/\"0\", {now}");
    assert_eq!(
        with(Method::PATCH, &list, rename("Four")).await.status,
        200,
        "one of several"
    );
}

#[tokio::test]
async fn who_has_the_version_gets_no_body() {
    let server = Server::demo(6).await;
    let path = "/Me";
    let read = server.get(path).await;
    let request = server.request(Role::Admin, Method::GET, path);
    let again = send(request.header("if-none-match", read.header("etag"))).await;
    assert_eq!(again.status, 304);
    assert!(again.body.is_null(), "nothing is sent twice");
    let request = server.request(Role::Admin, Method::GET, path);
    let other = send(request.header("if-none-match", "W/\"0\"")).await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn a_change_of_membership_is_a_new_version_of_the_user() {
    let server = Server::demo(12).await;
    let user = server.add_user("m@northwind.example", Role::Member).await;
    let path = format!("/Users/{}", user["id"].as_str().unwrap());
    let group = server.get("/Groups?count=1&attributes=id").await.body;
    let group = format!("/Groups/{}", group["Resources"][0]["id"].as_str().unwrap());
    let add = json!([{ "op": "add", "path": "members", "value": [{ "value": user["id"] }] }]);
    assert_eq!(server.patch(&group, add).await.status, 200);
    let after = server.get(&path).await;
    assert_ne!(
        after.body["meta"]["version"], user["meta"]["version"],
        "its groups are others now"
    );
}
