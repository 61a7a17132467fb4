//! What happens at once is decided one after the other.

use rollcall_model::Role;
use serde_json::json;

use crate::support::{Server, id, patch_op, send};

/// How often the two Admins try.
const ROUNDS: usize = 200;

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_demote_each_other_cannot_both_succeed() {
    let server = Server::demo(6).await;
    let first = server.get("/Me").await.body;
    for other in server.ids("roles.value eq \"admin\"").await {
        if other != id(&first) {
            assert_eq!(server.delete(&format!("/Users/{other}")).await.status, 204);
        }
    }
    let mut standing = (id(&first).to_owned(), server.token(Role::Admin).to_owned());
    for round in 0..ROUNDS {
        let name = format!("second{round}@northwind.example");
        let body = json!({ "userName": name, "roles": [{ "value": "admin" }] }).to_string();
        let made = server
            .bare(reqwest::Method::POST, "/Users")
            .bearer_auth(&standing.1)
            .body(body);
        let made = send(made).await;
        assert_eq!(made.status, 201, "{:?}", made.body);
        let token = server.org.issue_token(&name, "race").unwrap();
        let second = (id(&made.body).to_owned(), token.reveal().to_owned());

        let demote = |(_, token): &(String, String), (whom, _): &(String, String)| {
            let set =
                json!([{ "op": "replace", "path": "roles", "value": [{ "value": "member" }] }]);
            let request = server
                .bare(reqwest::Method::PATCH, &format!("/Users/{whom}"))
                .bearer_auth(token)
                .body(patch_op(set).to_string());
            tokio::spawn(send(request))
        };
        let (by_first, by_second) = (demote(&standing, &second), demote(&second, &standing));
        let (by_first, by_second) = (by_first.await.unwrap(), by_second.await.unwrap());
        let succeeded = [&by_first, &by_second]
            .iter()
            .filter(|a| a.status == 200)
            .count();
        assert_eq!(
            succeeded, 1,
            "round {round}: the organization keeps one active Admin ({} and {})",
            by_first.status, by_second.status
        );
        if by_second.status == 200 {
            standing = second;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_given_once() {
    let server = Server::demo(6).await;
    let attempts: Vec<_> = (0..20)
        .map(|_| {
            let body = json!({ "userName": "wanted@northwind.example" }).to_string();
            let request = server
                .request(Role::Admin, reqwest::Method::POST, "/Users")
                .body(body);
            tokio::spawn(send(request))
        })
        .collect();
    let mut made = 0;
    for attempt in attempts {
        let answer = attempt.await.unwrap();
        match answer.status.as_u16() {
            201 => made += 1,
            _ => answer.is_error(409, "uniqueness"),
        }
    }
    assert_eq!(made, 1, "an address is unique");
}
