//! The session ends, and goes on as the same account only.

use std::sync::Arc;

use rollcall_app::UserId;
use rollcall_app::view::{Keep, Link, OutboxState, UserQuery};
use rollcall_model::Role;
use rollcall_sync::RemoteError;
use rollcall_testkit::FakeRemote;

use crate::forms::{fake_form, role_change};
use crate::scene::Scene;
use crate::support::{Setup, connect_only, first_entry, outbox_states, until, until_states};

/// Ada's session has ended, and a change of hers waits.
async fn ended() -> Scene {
    let scene = Scene::new(|fake| {
        fake.put_user("bob", Role::Admin, &[]);
        fake.put_user("cleo", Role::UserAdmin, &[]);
    })
    .await;
    let (app, id) = (&scene.app, scene.id);
    scene.fake.state().down = Some(|| RemoteError::Unauthorized);
    app.refresh(id).await.unwrap();
    until(app, "the session has ended", async || {
        app.session(id).await.unwrap().link == Link::SessionEnded
    })
    .await;
    app.save_user(id, &role_change("cleo", Role::Member), None)
        .await
        .unwrap();
    scene
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_session_keeps_everything_and_goes_on_after_signing_in() {
    let scene = ended().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    assert_eq!(
        app.users_window(id, &UserQuery::default(), 0, 5)
            .await
            .unwrap()
            .total,
        3
    );
    let entry = first_entry(app, id).await;
    assert_eq!(entry.state, OutboxState::Blocked);
    assert_eq!(entry.reason.as_deref(), Some("Sign in to send this."));

    let refused = app.sign_in(id, "expired").await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("token_refused", Some("token"))
    );

    fake.state().down = None;
    app.sign_in(id, "fresh").await.unwrap();
    until_states(app, id, &[OutboxState::Done]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_account_does_not_take_over() {
    let scene = ended().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    fake.state().down = None;
    fake.state().me = Some(UserId::new("bob"));
    let refused = app.sign_in(id, "bobs").await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("other_account", Some("token"))
    );
    assert!(refused.message.contains("User bob") && refused.message.contains("User ada"));
    assert_eq!(
        outbox_states(app, id).await,
        [OutboxState::Blocked],
        "what waits stays Ada's"
    );
    assert_eq!(
        fake.state().sent,
        [],
        "nothing goes out under another account"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_users_token_adds_nothing_to_an_outbox_that_waits() {
    let (fake, home) = (Arc::new(FakeRemote::modern()), tempfile::tempdir().unwrap());
    for (id, role) in [
        ("ada", Role::Admin),
        ("bob", Role::Admin),
        ("cleo", Role::Member),
    ] {
        fake.put_user(id, role, &[]);
    }
    fake.state().me = Some(UserId::new("ada"));
    let app = Setup::terminal().with(&fake).open(home.path());
    let id = connect_only(&app, fake_form(Keep::KeyFile)).await;
    app.sync_once(id, &mut |_| {}).await.unwrap();
    let offline = || RemoteError::Offline {
        kind: rollcall_sync::OfflineKind::Refused,
        cause: None,
    };
    fake.state().down = Some(offline);
    let promotion = role_change("cleo", Role::UserAdmin);
    let queued = app.save_user(id, &promotion, None);
    assert_eq!(
        queued.await.unwrap().queued,
        1,
        "known before, so it may be offline"
    );
    app.close().await;

    let app = Setup::terminal().with(&fake).open(home.path());
    {
        let mut server = fake.state();
        server.credential = "token of bob".to_owned();
        server.me = Some(UserId::new("bob"));
    }
    let change = role_change("cleo", Role::BillingAdmin);
    let refused = app.save_user(id, &change, None).await.unwrap_err();
    assert_eq!(
        refused.code, "offline_refused",
        "nobody knows yet whose token it is"
    );
    fake.state().down = None;
    let refused = app.save_user(id, &change, None).await.unwrap_err();
    assert_eq!(
        refused.code, "other_account",
        "I7: it would go out as ada's"
    );
    assert!(
        refused.message.contains("User ada made these changes"),
        "{}",
        refused.message
    );
    assert_eq!(
        outbox_states(&app, id).await.len(),
        1,
        "only ada's own change waits"
    );
}
