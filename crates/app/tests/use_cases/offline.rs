//! Without a server: look, search, queue, restart; and what happens when it is back.

use rollcall_app::UserId;
use rollcall_app::view::{Changes, Keep, Link, OutboxState, UserQuery};
use rollcall_model::Role;

use crate::forms::{form, role_change};
use crate::support::{
    LONG_UNDO, Setup, connect, connect_only, loaded, outbox_states, role_on, server, signed_in,
    somebody, start_again, until, until_offline, until_states,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_change_queued_offline_survives_a_restart_and_arrives() {
    let mut server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let helper = somebody(&app, id, Role::UserAdmin, None).await;
    app.close().await;
    server.stop();

    let app = Setup::window().open(home.path());
    until_offline(&app, id).await;
    let session = app.session(id).await.unwrap();
    assert!(
        session.snapshot.complete && session.snapshot.users == 40,
        "the list is still there"
    );
    assert_eq!(
        session.role.as_deref(),
        Some("admin"),
        "who is signed in is remembered"
    );
    let search = UserQuery {
        search: helper.email.clone(),
        ..UserQuery::default()
    };
    assert_eq!(app.users_window(id, &search, 0, 10).await.unwrap().total, 1);
    app.user_details(id, &UserId::new(&helper.id))
        .await
        .unwrap();
    let receipt = app
        .save_user(id, &role_change(&helper.id, Role::Member), None)
        .await
        .unwrap();
    assert_eq!(receipt.queued, 1, "queued, and never sent");
    app.close().await;

    let app = Setup::window().open(home.path());
    assert_eq!(
        outbox_states(&app, id).await,
        [OutboxState::Waiting],
        "durable means after a restart"
    );
    let row = app
        .user_details(id, &UserId::new(&helper.id))
        .await
        .unwrap()
        .row;
    assert_eq!(
        (row.role.as_str(), row.intent.as_deref()),
        ("member", Some("waiting"))
    );

    start_again(&mut server);
    app.refresh(id).await.unwrap();
    until_states(&app, id, &[OutboxState::Done]).await;
    assert_eq!(role_on(&server, &helper.id).await, "member");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_back_is_noticed_without_anybody_asking() {
    let mut server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let helper = somebody(&app, id, Role::UserAdmin, None).await;
    server.stop();
    app.save_user(id, &role_change(&helper.id, Role::Member), None)
        .await
        .unwrap();
    until(&app, "the server is known to be gone", async || {
        matches!(
            app.session(id).await.unwrap().link,
            Link::Offline {
                retry_at: Some(_),
                ..
            }
        )
    })
    .await;
    start_again(&mut server);
    until_states(&app, id, &[OutboxState::Done]).await;
    assert_eq!(role_on(&server, &helper.id).await, "member");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_can_be_taken_back_and_leaves_nothing_behind() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    app.save_user(id, &role_change(&member.id, Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    let outbox = app.outbox(id).await.unwrap();
    assert_eq!(
        (outbox.waiting, outbox.groups[0].name.as_str()),
        (1, member.name.as_str())
    );
    let change = outbox.groups[0].entries[0].id.parse().unwrap();

    app.take_back(id, &Changes::of(&[change])).await.unwrap();
    app.take_back(id, &Changes::of(&[change])).await.unwrap();
    assert_eq!(outbox_states(&app, id).await, []);
    let row = app
        .user_details(id, &UserId::new(&member.id))
        .await
        .unwrap()
        .row;
    assert_eq!(
        (row.role.as_str(), row.intent, row.role_was),
        ("member", None, None)
    );
    assert_eq!(
        role_on(&server, &member.id).await,
        "member",
        "nothing was ever sent"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_sends_at_once_or_says_that_it_waits() {
    let mut server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::terminal().open(home.path());
    let id = connect_only(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let report = app.sync_once(id, &mut |_| {}).await.unwrap();
    assert_eq!((report.users, report.full), (40, true));
    let again = app.sync_once(id, &mut |_| {}).await.unwrap();
    assert!(
        !again.full && again.bytes < 1_000,
        "nothing new costs {} bytes",
        again.bytes
    );

    let member = somebody(&app, id, Role::Member, None).await;
    let named = app
        .find_user(id, &member.email.to_uppercase())
        .await
        .unwrap();
    assert_eq!(named.as_str(), member.id);
    let sent = app
        .save_user(id, &role_change(&member.id, Role::UserAdmin), None)
        .await
        .unwrap();
    assert_eq!((sent.queued, sent.applied), (0, 1), "{}", sent.message);
    assert!(
        sent.message.starts_with("Changed on the server"),
        "{}",
        sent.message
    );

    app.close().await;
    server.stop();
    let app = Setup::terminal().open(home.path());
    let waits = app
        .save_user(id, &role_change(&member.id, Role::Member), None)
        .await
        .unwrap();
    assert_eq!((waits.queued, waits.applied), (1, 0), "{}", waits.message);
    assert_eq!(
        app.send(id, &Changes::All, None).await.unwrap_err().code,
        "offline_refused"
    );
    assert_eq!(
        app.sync_once(id, &mut |_| {}).await.unwrap_err().code,
        "offline_refused"
    );

    start_again(&mut server);
    assert_eq!(app.send(id, &Changes::All, None).await.unwrap().applied, 1);
    assert_eq!(role_on(&server, &member.id).await, "member");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_stream_everybody_once_in_order() {
    let server = server(57);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    loaded(&app, id).await;
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = app
            .users_page(id, &UserQuery::default(), after.as_ref(), 10)
            .await
            .unwrap();
        seen.extend(page.rows.into_iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        after = Some(next);
    }
    let window = app
        .users_window(id, &UserQuery::default(), 0, 1_000)
        .await
        .unwrap();
    let listed: Vec<String> = window.rows.into_iter().map(|row| row.id).collect();
    assert_eq!(seen, listed, "a stream and a window are the same list");
    app.close().await;
}
