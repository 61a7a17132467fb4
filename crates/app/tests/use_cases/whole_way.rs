//! The whole way, on a real server: connect, read, search, change, see it wait, see it done.

use crate::forms::{form, role_change};
use crate::support::{
    LONG_UNDO, Setup, connect, loaded, outbox_states, role_on, server, signed_in, somebody, until,
    until_states,
};
use rollcall_app::UserId;
use rollcall_app::view::{Changes, Keep, Link, OutboxState, SaveUser, UserQuery, VerdictKind};
use rollcall_model::{OperationId, Role};

#[tokio::test(flavor = "multi_thread")]
async fn a_role_change_waits_is_shown_is_sent_and_is_read_back() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;

    let session = app.session(id).await.unwrap();
    assert_eq!(
        session.snapshot.users, 60,
        "everybody is in the list, each once"
    );
    assert_eq!(session.role_title.as_deref(), Some("Admin"));
    assert_eq!(session.link, Link::Online);

    let member = somebody(&app, id, Role::Member, None).await;
    let search = UserQuery {
        search: member.email.to_uppercase(),
        ..UserQuery::default()
    };
    let found = app.users_window(id, &search, 0, 10).await.unwrap();
    assert_eq!(found.rows[0].id, member.id, "case is folded");

    let change = role_change(&member.id, Role::UserAdmin);
    let receipt = app.save_user(id, &change, LONG_UNDO).await.unwrap();
    assert_eq!((receipt.queued, receipt.applied), (1, 0));
    assert_eq!(
        receipt.message,
        format!(
            "Waiting in Outbox: {}, Member → User Admin. Nothing has changed on the server.",
            member.name
        )
    );

    let details = app
        .user_details(id, &UserId::new(&member.id))
        .await
        .unwrap();
    assert_eq!(details.row.intent.as_deref(), Some("waiting"));
    assert_eq!(
        details.row.role_title, "User Admin",
        "what is shown is what was asked for"
    );
    assert_eq!(
        details.row.role_was.as_deref(),
        Some("Member"),
        "and the old value stays readable"
    );
    assert!(
        details.changes[0].undo_ms.is_some(),
        "it can still be taken back"
    );
    let filtered = UserQuery {
        roles: vec!["user_admin".into()],
        search: member.email.clone(),
        ..UserQuery::default()
    };
    assert_eq!(
        app.users_window(id, &filtered, 0, 1).await.unwrap().total,
        1,
        "filters use what is shown"
    );
    assert_eq!(
        role_on(&server, &member.id).await,
        "member",
        "nothing is sent during the undo window"
    );

    app.send(id, &Changes::All, None).await.unwrap();
    until_states(&app, id, &[OutboxState::Done]).await;
    assert_eq!(role_on(&server, &member.id).await, "user_admin");
    until(&app, "the row is at rest", async || {
        let details = app
            .user_details(id, &UserId::new(&member.id))
            .await
            .unwrap();
        details.row.intent.is_none() && details.row.role_was.is_none()
    })
    .await;

    app.seen(id).await.unwrap();
    assert_eq!(
        outbox_states(&app, id).await,
        [],
        "what was seen is no longer listed"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn workspaces_are_changed_by_the_fewest_mutations() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::UserAdmin).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let user = UserId::new(&member.id);
    let view = app.edit_view(id, &user).await.unwrap();
    assert_eq!(
        view.workspaces_verdict.kind,
        VerdictKind::Allowed,
        "of users of every role"
    );
    let (granted, missing): (Vec<_>, Vec<_>) = view
        .workspaces
        .iter()
        .partition(|workspace| workspace.granted);
    let asked = SaveUser {
        operation: OperationId::random().to_string(),
        user: member.id.clone(),
        role: Some("member".into()),
        grant: vec![missing[0].id.clone(), missing[0].id.clone()],
        revoke: granted
            .iter()
            .map(|workspace| workspace.id.clone())
            .chain([missing[1].id.clone()])
            .collect(),
        ..SaveUser::default()
    };
    let receipt = app.save_user(id, &asked, None).await.unwrap();
    assert_eq!(
        receipt.queued as usize,
        1 + granted.len(),
        "what is so already is not asked for"
    );
    until(&app, "the server has all", async || {
        outbox_states(&app, id)
            .await
            .iter()
            .all(|state| *state == OutboxState::Done)
    })
    .await;
    until(&app, "the list follows", async || {
        let view = app.edit_view(id, &user).await.unwrap();
        view.workspaces
            .iter()
            .filter(|workspace| workspace.granted)
            .count()
            == 1
    })
    .await;

    let again = SaveUser {
        operation: OperationId::random().to_string(),
        ..asked
    };
    let receipt = app.save_user(id, &again, None).await.unwrap();
    assert_eq!(receipt.queued, 0);
    assert!(
        receipt.message.starts_with("Nothing to change"),
        "{}",
        receipt.message
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_save_delivered_twice_is_one_mutation() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let change = role_change(&member.id, Role::UserAdmin);
    let (first, second) = tokio::join!(
        app.save_user(id, &change, LONG_UNDO),
        app.save_user(id, &change, LONG_UNDO)
    );
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(
        (first.operation, first.queued),
        (second.operation, second.queued)
    );
    assert_eq!(
        outbox_states(&app, id).await,
        [OutboxState::Waiting],
        "one press is one mutation"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_opens_as_one_role_and_then_as_another() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let open = async |role: Role| {
        let card = app
            .connect_demo(&server.url(), server.token(role).reveal(), role)
            .await
            .unwrap();
        assert!(card.demo);
        let id = card.id.parse().unwrap();
        loaded(&app, id).await;
        assert_eq!(
            app.session(id).await.unwrap().role.as_deref(),
            Some(role.as_str())
        );
    };
    open(Role::Admin).await;
    open(Role::BillingAdmin).await;
    let cards = app.organizations().await.unwrap();
    assert_eq!(
        cards.len(),
        1,
        "opened as another role, it is still the one demo"
    );
    assert_eq!(cards[0].role.as_deref(), Some("Billing Admin"));
    app.close().await;
    let leftovers = std::fs::read_dir(home.path().join("organizations"))
        .unwrap()
        .count();
    assert_eq!(leftovers, 0, "the demo lives in memory");
}
