//! What a sent change meets: the table of answers, and what real servers do wrong.

use std::sync::Mutex;

use crate::support::{
    Answer, Stub, answer, deletion, empty, error, grant, met, mutation, promote, raw, revoke, user,
    version,
};
use http::Method;
use rollcall_model::{Change, Found, OrgRole, Role, UserChange};
use rollcall_sync::{Answered, RemoteError, SendOutcome, ServerFacts, Trust};
use serde_json::json;

fn trusted() -> ServerFacts {
    ServerFacts {
        if_match: Trust::Holds,
        ..met()
    }
}

/// Sends a role to a server that answers every PATCH like this.
async fn role_answered(patched: impl Fn() -> Answer + Send + Sync + 'static) -> SendOutcome {
    let stub = Stub::known(trusted(), move |asked| match asked.method {
        Method::PATCH => patched(),
        _ => answer(200, &json!({"patch": {"supported": true}})),
    });
    stub.remote
        .send(&promote("u1"), Some(&version("W/\"1\"")))
        .await
}

#[tokio::test]
async fn every_answer_means_what_the_table_says() {
    assert!(matches!(
        role_answered(|| empty(204)).await,
        SendOutcome::Applied { answered: None }
    ));
    let applied = role_answered(|| answer(200, &user("u1", "user_admin", "W/\"2\""))).await;
    assert!(
        matches!(applied, SendOutcome::Applied { answered: Some(Answered::User(user)) } if user.version == Some(version("W/\"2\"")))
    );
    assert!(matches!(
        role_answered(|| empty(401)).await,
        SendOutcome::Unauthorized
    ));
    for status in [408, 500, 502, 504, 599] {
        let outcome = role_answered(move || empty(status)).await;
        assert!(
            matches!(outcome, SendOutcome::Unknown(RemoteError::Server { .. })),
            "{status}"
        );
    }
    for status in [421, 425, 429, 503] {
        let outcome = role_answered(move || empty(status)).await;
        assert!(matches!(outcome, SendOutcome::Wait(_)), "{status}");
    }
    for status in [404, 410] {
        assert!(
            matches!(
                role_answered(move || empty(status)).await,
                SendOutcome::Gone
            ),
            "{status}"
        );
    }
    for status in [409, 412] {
        assert!(
            matches!(
                role_answered(move || empty(status)).await,
                SendOutcome::Changed
            ),
            "{status}"
        );
    }
    for status in [400, 413, 415, 422, 403] {
        let outcome = role_answered(move || error(status, "Because.")).await;
        assert!(
            matches!(&outcome, SendOutcome::Rejected { reason } if reason == "Because."),
            "{status}: {outcome:?}"
        );
    }
    for status in [301, 302, 307, 308] {
        let outcome = role_answered(move || empty(status)).await;
        assert!(
            matches!(
                outcome,
                SendOutcome::NotSent(RemoteError::Redirected { .. })
            ),
            "a write never follows"
        );
    }
    assert!(matches!(
        role_answered(|| empty(407)).await,
        SendOutcome::NotSent(RemoteError::Offline { .. })
    ));
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_leaves_the_outcome_unknown() {
    let unreadable: [fn() -> Answer; 4] = [
        || raw(200, "application/scim+json", "{\"id\": \"u1\", \"ro"),
        || raw(200, "application/scim+json", "[]"),
        || answer(200, &json!({"roles": [{"value": "user_admin"}]})),
        || raw(200, "text/html", "<html>Sign in</html>"),
    ];
    for unreadable in unreadable {
        let outcome = role_answered(unreadable).await;
        assert!(matches!(outcome, SendOutcome::Unknown(_)), "{outcome:?}");
    }
}

/// What a proxy that looks into connections puts in the place of an answer.
fn blocked(status: u16) -> Answer {
    raw(status, "text/html", "<html>Blocked by the network</html>")
}

#[tokio::test]
async fn a_networks_own_page_rejects_nothing_whatever_its_status() {
    for status in [200, 400, 403, 404, 410, 451, 501] {
        let stub = Stub::known(trusted(), move |_| blocked(status));
        for change in [promote("u1"), grant("u1", "sales"), deletion("u1")] {
            let outcome = stub.remote.send(&change, Some(&version("W/\"1\""))).await;
            assert!(
                matches!(outcome, SendOutcome::Unknown(RemoteError::NotOurNetwork)),
                "{status}: {outcome:?}"
            );
        }
        let looked = stub.remote.look_up(&promote("u1").change).await;
        assert!(
            matches!(looked, Err(RemoteError::NotOurNetwork)),
            "{status}: nobody is gone because a network says so: {looked:?}"
        );
    }
}

#[tokio::test]
async fn a_change_without_content_in_its_answer_is_done_only_by_an_answer_of_ours() {
    for (body, done) in [
        ("", true),
        ("{}", true),
        ("OK", false),
        ("[]", false),
        ("\u{1f8b}", false),
    ] {
        let stub = Stub::known(met(), move |_| raw(200, "text/plain", body));
        let outcome = stub.remote.send(&grant("u1", "sales"), None).await;
        assert_eq!(
            matches!(outcome, SendOutcome::Applied { .. }),
            done,
            "{body:?}: {outcome:?}"
        );
        assert!(
            done || matches!(outcome, SendOutcome::Unknown(_)),
            "else it is looked up"
        );
    }
}

#[tokio::test]
async fn a_refusal_keeps_its_reason_whatever_form_it_has() {
    type Form = (fn() -> Answer, &'static str);
    let forms: [Form; 5] = [
        (
            || {
                answer(
                    400,
                    &json!({"status": 400, "detail": "Status as a number."}),
                )
            },
            "Status as a number.",
        ),
        (
            || answer(400, &json!({"detail": "No status."})),
            "No status.",
        ),
        (
            || {
                answer(
                    403,
                    &json!({"error": "forbidden", "message": "Other JSON."}),
                )
            },
            "Other JSON.",
        ),
        (
            || raw(400, "text/html", "<html><h1>Bad</h1></html>"),
            "The server refused this (status 400) and doesn't say why.",
        ),
        (
            || empty(403),
            "The server doesn't allow this, and doesn't say why.",
        ),
    ];
    for (form, expected) in forms {
        match role_answered(form).await {
            SendOutcome::Rejected { reason } => assert_eq!(reason, expected),
            outcome => panic!("{outcome:?}"),
        }
    }
}

#[tokio::test]
async fn a_busy_server_names_its_wait_in_its_own_way() {
    let outcome = role_answered(|| {
        let mut busy = raw(429, "text/plain", "slow down");
        busy.headers_mut()
            .insert("x-ratelimit-reset", "42".parse().unwrap());
        busy
    })
    .await;
    assert!(matches!(outcome, SendOutcome::Wait(wait) if wait.as_secs() == 42));
}

#[tokio::test]
async fn a_version_is_sent_back_byte_by_byte() {
    let stub = Stub::known(trusted(), |_| empty(204));
    for text in ["W/\"a b\"", "\"\"", "W/\"3\"", "plain", "\"\u{e9}\""] {
        stub.remote.send(&promote("u1"), Some(&version(text))).await;
        let asked = stub.asked().pop().unwrap();
        assert_eq!(
            asked.headers["if-match"].as_bytes(),
            text.as_bytes(),
            "{text:?}"
        );
        assert!(asked.is(&Method::PATCH, "/scim/Users/u1"));
    }
}

#[tokio::test]
async fn a_version_no_header_can_carry_is_replaced_by_reading_first() {
    let stub = Stub::known(trusted(), |asked| match asked.method {
        Method::GET => answer(200, &user("u1", "member", "W/\"1\"")),
        _ => empty(204),
    });
    stub.remote
        .send(&promote("u1"), Some(&version("a\r\nx-evil: 1")))
        .await;
    assert_eq!(stub.lines(), ["GET /scim/Users/u1", "PATCH /scim/Users/u1"]);
    assert!(
        stub.asked()
            .iter()
            .all(|asked| asked.header("x-evil").is_none())
    );
}

/// A server with one user, which may or may not mind a stale version.
fn with_versions(minds: bool) -> Stub {
    let state = Mutex::new(("member".to_owned(), 1));
    Stub::known(met(), move |asked| {
        let mut state = state.lock().unwrap();
        let tag = format!("W/\"{}\"", state.1);
        if asked.method == Method::GET {
            return answer(200, &user("u1", &state.0, &tag));
        }
        if minds && asked.header("if-match").is_some_and(|sent| sent != tag) {
            return error(412, "stale");
        }
        state.0 = asked.body["Operations"][0]["value"][0]["value"]
            .as_str()
            .unwrap()
            .to_owned();
        state.1 += 1;
        answer(200, &user("u1", &state.0, &format!("W/\"{}\"", state.1)))
    })
}

#[tokio::test]
async fn a_version_is_trusted_only_after_a_stale_one_was_refused() {
    let stub = with_versions(true);
    let sent = stub
        .remote
        .send(&promote("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(matches!(sent, SendOutcome::Applied { .. }));
    assert_eq!(stub.remote.facts().if_match, Trust::Holds);
    assert_eq!(
        stub.lines().len(),
        3,
        "read, tried with a stale version, written"
    );
    let back = mutation(Change::from(UserChange::SetRole {
        user: rollcall_model::UserId::new("u1"),
        was: OrgRole::Known(Role::UserAdmin),
        to: Role::Member,
    }));
    stub.remote.send(&back, Some(&version("W/\"2\""))).await;
    assert_eq!(
        stub.lines().len(),
        4,
        "from then on the version alone is enough"
    );
}

#[tokio::test]
async fn a_server_that_refuses_the_right_version_too_is_not_trusted_with_versions() {
    let stub = Stub::known(met(), |asked| match asked.method {
        Method::GET => answer(200, &user("u1", "member", "W/\"1\"")),
        _ => error(409, "There is another Admin already"),
    });
    let sent = stub.remote.send(&promote("u1"), None).await;
    assert!(matches!(sent, SendOutcome::Changed), "{sent:?}");
    assert_eq!(
        stub.remote.facts().if_match,
        Trust::Unknown,
        "I8: what it minds may be something else, and nothing would be compared any more"
    );
}

#[tokio::test]
async fn where_a_stale_version_is_not_refused_every_write_reads_first() {
    let stub = with_versions(false);
    let sent = stub
        .remote
        .send(&promote("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(matches!(sent, SendOutcome::Applied { .. }));
    assert_eq!(
        stub.remote.facts().if_match,
        Trust::Fails,
        "an ETag is no promise"
    );
    assert_eq!(
        stub.lines().len(),
        2,
        "it was written at once, after having been read"
    );
    let again = stub
        .remote
        .send(&promote("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(
        matches!(again, SendOutcome::Applied { .. }),
        "already as asked"
    );
    assert_eq!(
        stub.lines().len(),
        3,
        "nothing is written that is there already"
    );
}

#[tokio::test]
async fn somebody_elses_role_is_not_overwritten_where_versions_are_not_kept() {
    for facts in [
        met(),
        ServerFacts {
            if_match: Trust::Fails,
            ..met()
        },
    ] {
        let stub = Stub::known(facts, |asked| {
            assert_eq!(asked.method, Method::GET, "I8: no silent overwrite");
            answer(200, &user("u1", "billing_admin", "W/\"9\""))
        });
        let sent = stub
            .remote
            .send(&promote("u1"), Some(&version("W/\"1\"")))
            .await;
        assert!(matches!(sent, SendOutcome::Changed));
    }
}

#[tokio::test]
async fn where_patch_is_not_there_the_read_user_is_put_back_with_the_change() {
    let stub = Stub::known(trusted(), |asked| match asked.method {
        Method::PATCH => error(501, "not implemented"),
        Method::GET => {
            let mut user = user("u1", "member", "W/\"1\"");
            user["nickName"] = json!("kept");
            user["Roles"] = json!([{"value": "old"}]);
            answer(200, &user)
        }
        _ => answer(200, &user("u1", "user_admin", "W/\"2\"")),
    });
    let sent = stub
        .remote
        .send(&promote("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    let put = stub.asked().pop().unwrap();
    assert!(put.is(&Method::PUT, "/scim/Users/u1"));
    assert_eq!(put.body["nickName"], "kept", "nothing else is lost");
    assert_eq!(put.body["roles"], json!([{"value": "user_admin"}]));
    assert!(put.body.get("Roles").is_none() && put.body.get("meta").is_none());
    assert_eq!(put.header("if-match"), Some("W/\"1\""));
    stub.remote
        .send(&promote("u1"), Some(&version("W/\"2\"")))
        .await;
    let patches = stub
        .asked()
        .iter()
        .filter(|asked| asked.method == Method::PATCH)
        .count();
    assert_eq!(patches, 1, "remembered");
}

#[tokio::test]
async fn a_server_that_answers_well_and_does_nothing_is_not_believed() {
    let sent = role_answered(|| answer(200, &user("u1", "member", "W/\"1\""))).await;
    match sent {
        SendOutcome::Rejected { reason } => {
            assert_eq!(
                reason,
                "The server took the change, and the role is still Member."
            );
        }
        sent => panic!("{sent:?}"),
    }
}

#[tokio::test]
async fn membership_changes_one_member_and_never_the_list() {
    let stub = Stub::known(met(), |_| empty(204));
    stub.remote.send(&grant("u1", "sales"), None).await;
    stub.remote.send(&revoke("a\"b", "sales"), None).await;
    let asked = stub.asked();
    assert!(
        asked
            .iter()
            .all(|asked| asked.is(&Method::PATCH, "/scim/Groups/sales"))
    );
    assert!(
        asked
            .iter()
            .all(|asked| asked.query["excludedAttributes"] == "members")
    );
    let operation = |n: usize| asked[n].body["Operations"][0].clone();
    assert_eq!(
        operation(0),
        json!({"op": "add", "path": "members", "value": [{"value": "u1"}]})
    );
    assert_eq!(
        operation(1),
        json!({"op": "remove", "path": "members[value eq \"a\\\"b\"]"}),
        "an id can't break out of the filter"
    );
}

#[tokio::test]
async fn removing_one_who_is_gone_is_looked_at_and_not_rejected() {
    let stub = Stub::known(met(), |_| {
        answer(
            400,
            &json!({"status": "400", "scimType": "noTarget", "detail": "nobody"}),
        )
    });
    assert!(matches!(
        stub.remote.send(&revoke("u1", "sales"), None).await,
        SendOutcome::Changed
    ));
}

#[tokio::test]
async fn where_users_show_no_workspaces_the_workspace_is_looked_into() {
    let facts = ServerFacts {
        groups_on_users: false,
        ..met()
    };
    let stub = Stub::known(facts, |asked| match asked.path.as_str() {
        "/scim/Users/u1" => answer(200, &json!({"id": "u1", "userName": "u1"})),
        "/scim/Groups/sales" => answer(200, &json!({"id": "sales", "members": [{"value": "u1"}]})),
        "/scim/ServiceProviderConfig" => answer(200, &json!({})),
        _ => error(404, "no"),
    });
    let found = async |change| stub.remote.look_up(&change).await.unwrap().found;
    assert_eq!(
        found(grant("u1", "sales").change).await,
        Found::Access(true)
    );
    assert_eq!(found(grant("u1", "gone").change).await, Found::Gone);
    assert_eq!(
        found(grant("u2", "sales").change).await,
        Found::Gone,
        "the user no longer exists"
    );
}
