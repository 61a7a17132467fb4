//! Users who are added, deleted and described: what is asked for, and what real servers do wrong.

use std::sync::Mutex;

use http::Method;
use rollcall_model::{Change, Found, Mutation, MutationId, OrgRole, Role, UserChange, UserId};
use rollcall_sync::{Answered, RemoteError, SendOutcome, ServerFacts, Trust};
use serde_json::{Value, json};

use crate::support::{
    Answer, Asked, Stub, answer, deletion, empty, error, list, met, mutation, raw, user, version,
};

const ANA: &str = "ana@new.example";

fn addition() -> Mutation {
    let id = MutationId::random();
    let change = Change::from(UserChange::AddUser {
        user: UserId::placeholder(id),
        user_name: ANA.to_owned(),
        display_name: "Ana".to_owned(),
        role: Role::Member,
    });
    Mutation {
        id,
        ..mutation(change)
    }
}

/// A server that keeps users, in its own way.
struct Keeps {
    external_id: bool,
    filters: bool,
    /// What a POST is answered with, after it was done.
    posted: fn(Value) -> Answer,
}

impl Keeps {
    const BY_THE_BOOK: Self = Self {
        external_id: true,
        filters: true,
        posted: |user| answer(201, &user),
    };

    /// With 30 users to begin with, five a page.
    fn stub(self) -> Stub {
        let users: Vec<Value> = (0..30)
            .map(|number| user(&format!("u{number}"), "member", "W/\"1\""))
            .collect();
        let users = Mutex::new(users);
        let facts = ServerFacts {
            filter: true,
            ..met()
        };
        Stub::known(facts, move |asked| {
            self.answer(&mut users.lock().unwrap(), asked)
        })
    }

    fn answer(&self, users: &mut Vec<Value>, asked: &Asked) -> Answer {
        if asked.is(&Method::POST, "/scim/Users") {
            let name = asked.body["userName"].as_str().unwrap().to_owned();
            if users.iter().any(|user| user["userName"] == name.as_str()) {
                return error(409, "userName is taken");
            }
            let mut added = asked.body.clone();
            added["id"] = "added".into();
            if !self.external_id {
                added.as_object_mut().unwrap().remove("externalId");
            }
            users.push(added.clone());
            return (self.posted)(added);
        }
        if !asked.is(&Method::GET, "/scim/Users") {
            return error(404, "no such thing");
        }
        let found: Vec<Value> = match asked.query.get("filter").filter(|_| self.filters) {
            None => users.clone(),
            Some(filter) => {
                let (attribute, value) = filter.split_once(" eq ").unwrap();
                let value = value.trim_matches('"');
                let mut found = users.clone();
                found.retain(|user| user[attribute] == value);
                found
            }
        };
        let start = asked
            .query
            .get("startIndex")
            .map_or(1, |text| text.parse().unwrap());
        let from: usize = start - 1;
        let page = found.iter().skip(from).take(5).cloned().collect::<Vec<_>>();
        list(&page, found.len(), start)
    }
}

#[tokio::test]
async fn a_filter_that_is_refused_has_found_nobody_out() {
    let facts = ServerFacts {
        filter: true,
        filter_user_name: Trust::Holds,
        ..met()
    };
    let stub = Stub::known(facts, |asked| {
        if asked.query.contains_key("filter") {
            return error(400, "this value can't be filtered by");
        }
        let mut ana = user("u1", "member", "W/\"1\"");
        ana["userName"] = ANA.into();
        list(&[ana], 1, 1)
    });
    let found = stub.remote.look_up(&addition().change).await.unwrap();
    assert_eq!(
        found.found,
        Found::Taken,
        "I3: a refusal is no answer, so everybody is looked through"
    );
}

#[tokio::test]
async fn an_addition_carries_our_mark_and_is_made_once() {
    let stub = Keeps::BY_THE_BOOK.stub();
    let add = addition();
    let sent = stub.remote.send(&add, None).await;
    assert!(
        matches!(&sent, SendOutcome::Applied { answered: Some(Answered::User(user)) } if user.id == UserId::new("added")),
        "{sent:?}"
    );
    let posted = &stub.asked()[0];
    assert!(posted.carries_the_mark_of(&add), "{posted:?}");
    assert_eq!(posted.body["roles"], json!([{"value": "member"}]));
    assert_eq!(posted.body["displayName"], "Ana");
    let found = stub.remote.look_up(&add.change).await.unwrap();
    assert_eq!(found.found, Found::Added);
}

#[tokio::test]
async fn an_addition_without_a_readable_answer_is_found_by_our_mark() {
    let unreadable: [fn(Value) -> Answer; 4] = [
        |mut user| {
            user.as_object_mut().unwrap().remove("id");
            answer(201, &user)
        },
        |_| empty(201),
        |_| empty(500),
        |_| empty(504),
    ];
    for posted in unreadable {
        let stub = Keeps {
            posted,
            ..Keeps::BY_THE_BOOK
        }
        .stub();
        let add = addition();
        let found = stub.looked_up_after_no_answer(&add).await;
        assert_eq!(found.found, Found::Added, "I3: found, and not made twice");
        assert!(
            matches!(found.answered, Some(Answered::User(user)) if user.id == UserId::new("added"))
        );
    }
}

#[tokio::test]
async fn a_server_that_ignores_filters_is_walked_through() {
    let stub = Keeps {
        filters: false,
        posted: |_| empty(500),
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let add = addition();
    let sent = stub.remote.send(&add, None).await;
    assert!(matches!(
        sent,
        SendOutcome::Unknown(RemoteError::Server { .. })
    ));
    let found = stub.remote.look_up(&add.change).await.unwrap();
    assert_eq!(
        found.found,
        Found::Added,
        "though it stands on the last page"
    );
    assert_eq!(
        stub.remote.facts().filter_user_name,
        Trust::Fails,
        "and it is remembered that its filters tell nothing"
    );
    let nobody = addition();
    let nobody = Change::from(UserChange::AddUser {
        user: nobody.change.user().unwrap().clone(),
        user_name: "nobody@new.example".to_owned(),
        display_name: String::new(),
        role: Role::Member,
    });
    assert_eq!(
        stub.remote.look_up(&nobody).await.unwrap().found,
        Found::Gone
    );
}

#[tokio::test]
async fn where_our_mark_is_dropped_a_person_is_asked_whose_user_it_is() {
    let stub = Keeps {
        external_id: false,
        posted: |_| empty(500),
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let add = addition();
    stub.remote.send(&add, None).await;
    let found = stub.remote.look_up(&add.change).await.unwrap();
    assert_eq!(
        found.found,
        Found::Taken,
        "nobody can tell whether it is ours: it is not called a success"
    );
}

#[tokio::test]
async fn an_address_that_is_taken_is_looked_at_however_it_is_refused() {
    // 409 without scimType: the stub's own words.
    let stub = Keeps::BY_THE_BOOK.stub();
    stub.remote.send(&addition(), None).await;
    let second = addition();
    let sent = stub.remote.send(&second, None).await;
    assert!(matches!(sent, SendOutcome::Changed), "{sent:?}");
    let found = stub.remote.look_up(&second.change).await.unwrap();
    assert_eq!(found.found, Found::Taken, "not by us: its mark is another");

    // 500 in its place: unknown, looked up, and found to be somebody else's.
    let facts = ServerFacts {
        filter_user_name: Trust::Holds,
        ..met()
    };
    let stub = Stub::known(facts, |asked| match asked.method {
        Method::POST => empty(500),
        _ if asked.query["filter"].starts_with("externalId") => list(&[], 0, 1),
        _ => {
            let mut other = user("u1", "member", "W/\"1\"");
            other["userName"] = "ANA@new.example".into();
            list(&[other], 1, 1)
        }
    });
    let sent = stub.remote.send(&second, None).await;
    assert!(matches!(sent, SendOutcome::Unknown(_)), "{sent:?}");
    let found = stub.remote.look_up(&second.change).await.unwrap();
    assert_eq!(found.found, Found::Taken, "compared without case");
}

#[tokio::test]
async fn a_deletion_of_somebody_gone_is_done_only_behind_a_right_url() {
    for right in [true, false] {
        let stub = Stub::known(met(), move |asked| match asked.path.as_str() {
            "/scim/ServiceProviderConfig" if right => answer(200, &json!({})),
            _ => error(404, "nothing here"),
        });
        let delete = deletion("u1");
        let sent = stub.remote.send(&delete, Some(&version("W/\"1\""))).await;
        assert!(matches!(sent, SendOutcome::Gone), "{sent:?}");
        let found = stub.remote.look_up(&delete.change).await;
        assert_eq!(
            found.is_ok_and(|found| found.found == Found::Gone),
            right,
            "behind a wrong URL everybody is missing"
        );
    }
}

#[tokio::test]
async fn a_deletion_rests_on_the_role_that_was_seen() {
    let stub = Stub::known(met(), |asked| match asked.method {
        Method::GET => answer(200, &user("u1", "admin", "W/\"7\"")),
        _ => panic!("whoever was promoted is not deleted unasked"),
    });
    let sent = stub
        .remote
        .send(&deletion("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(matches!(sent, SendOutcome::Changed), "{sent:?}");

    let stub = Stub::known(met(), |asked| match asked.method {
        Method::GET => answer(200, &user("u1", "member", "W/\"7\"")),
        _ => empty(204),
    });
    let sent = stub
        .remote
        .send(&deletion("u1"), Some(&version("W/\"1\"")))
        .await;
    assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    let asked = stub.asked();
    assert!(asked[1].is(&Method::DELETE, "/scim/Users/u1"));
    assert_eq!(
        asked[1].header("if-match"),
        Some("W/\"7\""),
        "as it was read a moment ago"
    );
}

/// Every change of one attribute, with what the attribute is afterwards.
fn edits() -> [(Change, &'static str, Value); 5] {
    let user = || UserId::new("u1");
    let picture = "https://example.com/u1.png";
    [
        (
            Change::from(UserChange::SetDisplayName {
                user: user(),
                was: "User u1".to_owned(),
                to: "Ana".to_owned(),
            }),
            "displayName",
            json!("Ana"),
        ),
        (
            Change::from(UserChange::SetDisplayName {
                user: user(),
                was: "User u1".to_owned(),
                to: String::new(),
            }),
            "displayName",
            Value::Null,
        ),
        (
            Change::from(UserChange::SetPicture {
                user: user(),
                was: None,
                to: Some(picture.to_owned()),
            }),
            "photos",
            json!([{"value": picture, "type": "photo", "primary": true}]),
        ),
        (
            Change::from(UserChange::Suspend { user: user() }),
            "active",
            json!(false),
        ),
        (
            Change::from(UserChange::SetRole {
                user: user(),
                was: OrgRole::Known(Role::Member),
                to: Role::Admin,
            }),
            "roles",
            json!([{"value": "admin"}]),
        ),
    ]
}

#[tokio::test]
async fn each_edit_writes_its_attribute_and_no_other() {
    for (change, attribute, value) in edits() {
        let facts = ServerFacts {
            if_match: Trust::Holds,
            ..met()
        };
        let stub = Stub::known(facts, |_| empty(204));
        stub.remote
            .send(&mutation(change), Some(&version("W/\"1\"")))
            .await;
        let asked = stub.asked().pop().unwrap();
        let operations = asked.body["Operations"].as_array().unwrap();
        assert_eq!(operations.len(), 1, "{attribute}");
        assert_eq!(operations[0]["path"], attribute);
        assert_eq!(operations[0]["value"], value);
        let op = if value.is_null() { "remove" } else { "replace" };
        assert_eq!(operations[0]["op"], op);
    }
}

#[tokio::test]
async fn where_patch_is_not_there_every_edit_puts_the_read_user_back() {
    for (change, attribute, value) in edits() {
        let stub = Stub::known(met(), |asked| match asked.method {
            Method::PATCH => error(501, "not implemented"),
            Method::GET => {
                let mut user = user("u1", "member", "W/\"1\"");
                user["nickName"] = json!("kept");
                answer(200, &user)
            }
            _ => answer(200, &asked.body),
        });
        let sent = stub.remote.send(&mutation(change), None).await;
        assert!(
            matches!(sent, SendOutcome::Applied { .. }),
            "{attribute}: {sent:?}"
        );
        let put = stub.asked().pop().unwrap();
        assert!(put.is(&Method::PUT, "/scim/Users/u1"));
        assert_eq!(put.body[attribute], value);
        assert_eq!(put.body["nickName"], "kept", "nothing else is lost");
        assert_eq!(stub.remote.facts().patch, Trust::Fails, "remembered");
    }
}

#[tokio::test]
async fn an_invitation_that_was_sent_again_says_when() {
    let resend = || {
        mutation(Change::from(UserChange::ResendInvitation {
            user: UserId::new("u1"),
            was: None,
        }))
    };
    let body =
        json!({"id": "u1", "user": "u1", "status": "pending", "sentAt": "2026-03-10T14:05:00Z"});
    let stub = Stub::known(met(), move |_| answer(201, &body));
    let sent = stub.remote.send(&resend(), None).await;
    let SendOutcome::Applied {
        answered: Some(Answered::Invitation(invitation)),
    } = sent
    else {
        panic!("{sent:?}");
    };
    let at = "2026-03-10T14:05:00Z".parse().unwrap();
    assert_eq!(invitation.sent_at, Some(at));

    let stub = Stub::known(met(), |_| raw(200, "text/plain", "Thank you"));
    let sent = stub.remote.send(&resend(), None).await;
    assert!(
        matches!(sent, SendOutcome::Unknown(_)),
        "that is no invitation: {sent:?}"
    );
}

#[tokio::test]
async fn an_invitation_is_sent_once_and_revoked_by_its_user() {
    let stub = Stub::known(met(), |_| empty(204));
    let again = mutation(Change::from(UserChange::ResendInvitation {
        user: UserId::new("u1"),
        was: None,
    }));
    let revoke = mutation(Change::from(UserChange::RevokeInvitation {
        user: UserId::new("u1"),
        user_name: "u1@example.com".to_owned(),
    }));
    for change in [&again, &revoke] {
        let sent = stub.remote.send(change, None).await;
        assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    }
    let asked = stub.asked();
    assert!(asked[0].is(&Method::POST, "/scim/Invitations"));
    assert_eq!(asked[0].body["user"], "u1");
    let mark = again.id.to_string();
    assert_eq!(asked[0].header("idempotency-key"), Some(mark.as_str()));
    assert!(asked[1].is(&Method::DELETE, "/scim/Invitations/u1"));
}
