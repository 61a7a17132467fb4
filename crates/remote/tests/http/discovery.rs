//! What a server says of itself and of whose token it is, and what is no such server at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::{Answer, Asked, Stub, answer, empty, error, list, met, raw, user};
use http::HeaderValue;
use rollcall_sync::{Me, PageAt, RemoteError, ServerFacts, Which};
use serde_json::json;

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
