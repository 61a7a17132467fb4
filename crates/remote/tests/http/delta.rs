//! Reading what has changed since a token, where a server offers that.

use crate::support::{Stub, answer, error, met, user};
use http::Method;
use rollcall_model::UserId;
use rollcall_sync::{DeltaToken, Of, PageAt, RemoteError, ServerFacts};
use serde_json::json;

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
