//! Hold: nothing leaves before *Send*; and *Send* takes along what must go first.

use std::sync::Arc;

use rollcall_app::view::{
    Changes, HoldView, Holding, Keep, OutboxEntry, OutboxGroup, OutboxState, PlanWindow, SaveUser,
};
use rollcall_app::{App, UserId};
use rollcall_model::{OrgRole, Role};
use rollcall_vault::{MemoryVault, Vault};

use crate::forms::{fake_form, role_change};
use crate::scene::Scene;
use crate::support::{
    LONG_UNDO, Setup, connect, fake_with, loaded, outbox_states, until, until_states,
};

async fn held() -> Scene {
    let scene = Scene::new(|fake| {
        fake.put_user("bob", Role::UserAdmin, &[]);
        fake.put_user("cleo", Role::UserAdmin, &[]);
        fake.put_workspace("sales");
    })
    .await;
    scene.app.hold(scene.id, Holding::On).await.unwrap();
    scene
}

fn grant(user: &str) -> SaveUser {
    SaveUser {
        role: None,
        grant: vec!["sales".into()],
        ..role_change(user, Role::Member)
    }
}

/// Everything in the outbox, with whom it is about.
async fn by_user(scene: &Scene) -> Vec<(String, OutboxEntry)> {
    let groups = scene.app.outbox(scene.id).await.unwrap().groups;
    let of_group = |group: OutboxGroup| {
        let user = group.id;
        let entries = group.entries.into_iter();
        entries.map(move |entry| (user.clone(), entry))
    };
    groups.into_iter().flat_map(of_group).collect()
}

async fn hold_of(app: &App, id: rollcall_app::ConnectionId) -> HoldView {
    app.session(id).await.unwrap().hold
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaves_before_send_and_what_is_asked_for_says_so() {
    let scene = held().await;
    let (app, id) = (&scene.app, scene.id);
    let receipt = app
        .save_user(id, &role_change("cleo", Role::Member), None)
        .await
        .unwrap();
    assert!(
        receipt.message.ends_with("It is held until you send it."),
        "{}",
        receipt.message
    );
    app.refresh(id).await.unwrap();
    loaded(app, id).await;
    assert_eq!(outbox_states(app, id).await, [OutboxState::Held]);
    assert_eq!(scene.fake.state().sent, [], "nobody has pressed Send");
    let hold = hold_of(app, id).await;
    assert_eq!((hold.on, hold.held, hold.unconfirmed), (true, 1, 0));
    let details = app.user_details(id, &UserId::new("cleo")).await.unwrap();
    assert_eq!(details.row.intent.as_deref(), Some("waiting"));

    app.send(id, &Changes::All, None).await.unwrap();
    until_states(app, id, &[OutboxState::Done]).await;
    app.save_user(id, &role_change("bob", Role::Member), None)
        .await
        .unwrap();
    assert!(
        hold_of(app, id).await.on,
        "sending once doesn't switch it off"
    );
    assert_eq!(scene.fake.state().sent.len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_already_is_held_and_stays_held_when_it_is_switched_off() {
    let scene = held().await;
    let (app, id) = (&scene.app, scene.id);
    app.hold(id, Holding::Off).await.unwrap();
    app.save_user(id, &role_change("cleo", Role::Member), LONG_UNDO)
        .await
        .unwrap();
    assert_eq!(outbox_states(app, id).await, [OutboxState::Waiting]);
    let on = app.hold(id, Holding::On).await.unwrap();
    assert_eq!((on.on, on.held), (true, 1));
    let off = app.hold(id, Holding::Off).await.unwrap();
    assert_eq!(
        (off.on, off.held),
        (false, 1),
        "switching it off sends nothing by surprise"
    );
    app.save_user(id, &role_change("bob", Role::Member), None)
        .await
        .unwrap();
    until(
        app,
        "what is asked for from now on goes by itself",
        async || scene.fake.role_of("bob") == Some(OrgRole::Known(Role::Member)),
    )
    .await;
    assert_eq!(
        scene.fake.role_of("cleo"),
        Some(OrgRole::Known(Role::UserAdmin))
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn send_takes_along_what_must_go_first_and_nothing_else() {
    let scene = held().await;
    let (app, id) = (&scene.app, scene.id);
    for change in [
        role_change("cleo", Role::Member),
        role_change("bob", Role::Member),
        grant("cleo"),
    ] {
        app.save_user(id, &change, None).await.unwrap();
    }
    let entries = by_user(&scene).await.into_iter();
    let (_, granted) = entries.rev().find(|(user, _)| user == "cleo").unwrap();
    let granted = Changes::of(&[granted.id.parse().unwrap()]);
    let plan = app.plan(id, &granted, PlanWindow::default()).await.unwrap();
    assert_eq!(
        (plan.changes, plan.first, plan.confirm),
        (2, 1, None),
        "what goes with it is said before"
    );
    app.send(id, &granted, None).await.unwrap();
    until(app, "both of Cleo's are done", async || {
        let entries = by_user(&scene).await.into_iter();
        let mut done = entries.map(|(user, entry)| (user, entry.state == OutboxState::Done));
        done.all(|(user, done)| done == (user == "cleo"))
    })
    .await;
    assert_eq!(
        scene.fake.role_of("bob"),
        Some(OrgRole::Known(Role::UserAdmin)),
        "Bob's still waits"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_holds_after_a_restart_and_in_another_program() {
    let fake = fake_with(&[("ada", Role::Admin), ("cleo", Role::UserAdmin)]);
    fake.put_workspace("sales");
    let fake = Arc::new(fake);
    let vault: Arc<dyn Vault> = Arc::new(MemoryVault::default());
    let home = tempfile::tempdir().unwrap();
    let window = || Setup::window().with(&fake).on(&vault).open(home.path());
    let app = window();
    let id = connect(&app, fake_form(Keep::Keychain)).await;
    app.hold(id, Holding::On).await.unwrap();
    app.save_user(id, &role_change("cleo", Role::Member), None)
        .await
        .unwrap();
    app.close().await;

    let terminal = Setup::terminal().with(&fake).on(&vault).open(home.path());
    let receipt = terminal.save_user(id, &grant("cleo"), None).await.unwrap();
    assert_eq!((receipt.queued, receipt.applied), (1, 0));
    terminal.sync_once(id, &mut |_| {}).await.unwrap();
    terminal.close().await;

    let app = window();
    app.refresh(id).await.unwrap();
    loaded(&app, id).await;
    assert_eq!(
        outbox_states(&app, id).await,
        [OutboxState::Held, OutboxState::Held]
    );
    assert_eq!(fake.state().sent, [], "in no program and at no start");
    app.send(id, &Changes::All, None).await.unwrap();
    until_states(&app, id, &[OutboxState::Done, OutboxState::Done]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_keeps_nothing_holds_nothing() {
    let fake = fake_with(&[("ada", Role::Admin)]);
    let scene = Scene::beside(fake, Keep::Session).await;
    let (app, id) = (&scene.app, scene.id);
    let refused = app.hold(id, Holding::On).await.unwrap_err();
    assert_eq!(refused.code, "hold_not_kept");
    let told = hold_of(app, id).await.refused;
    assert_eq!(told.as_deref(), Some(refused.message.as_str()));
    app.close().await;
}
