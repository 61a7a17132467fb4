//! Both edited the same user: was, theirs, mine; and a person decides.

use std::sync::Arc;

use rollcall_app::view::{AddUser, Changes, Keep, OutboxState};
use rollcall_app::{App, ConnectionId, MutationId, UserId};
use rollcall_model::{OperationId, OrgRole, Role};
use rollcall_sync::SendOutcome;
use rollcall_testkit::{FakeRemote, SendFault};
use tempfile::TempDir;

use crate::support::{LONG_UNDO, Setup, connect, fake_form, outbox_states, role_change, until};

struct Scene {
    app: App,
    id: ConnectionId,
    fake: Arc<FakeRemote>,
    change: MutationId,
    _home: TempDir,
}

/// Ada asked for Cleo to become User Admin, and meanwhile somebody did this to Cleo.
async fn meanwhile(happens: impl FnOnce(&FakeRemote)) -> Scene {
    let fake = FakeRemote::modern();
    fake.put_user("ada", Role::Admin, &[]);
    fake.put_user("cleo", Role::Member, &[]);
    fake.state().me = Some(UserId::new("ada"));
    let fake = Arc::new(fake);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().with(&fake).open(home.path());
    let id = connect(&app, fake_form(Keep::Keychain)).await;
    app.save_user(id, &role_change("cleo", Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    happens(&fake);
    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "the conflict is seen", async || {
        outbox_states(&app, id).await == [OutboxState::Conflict]
    })
    .await;
    let change = app.outbox(id).await.unwrap().groups[0].entries[0]
        .id
        .parse()
        .unwrap();
    Scene {
        app,
        id,
        fake,
        change,
        _home: home,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_shows_was_theirs_and_mine() {
    let scene = meanwhile(|fake| fake.put_user("cleo", Role::BillingAdmin, &[])).await;
    let outbox = scene.app.outbox(scene.id).await.unwrap();
    let entry = &outbox.groups[0].entries[0];
    assert_eq!((outbox.waiting, outbox.needs_you), (0, 1));
    assert_eq!(
        (
            entry.before.as_str(),
            entry.theirs.as_deref(),
            entry.after.as_str()
        ),
        ("Member", Some("Billing Admin"), "User Admin")
    );
    let details = scene
        .app
        .user_details(scene.id, &UserId::new("cleo"))
        .await
        .unwrap();
    assert_eq!(details.row.intent.as_deref(), Some("needs_you"));
    assert_eq!(
        details.row.role_title, "Billing Admin",
        "what the server has is shown"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_again_it_is_based_on_what_is_there_now() {
    let scene = meanwhile(|fake| fake.put_user("cleo", Role::BillingAdmin, &[])).await;
    let (app, id) = (&scene.app, scene.id);
    let change = Changes::of(&[scene.change]);
    let (first, second) = tokio::join!(app.ask_again(id, &change), app.ask_again(id, &change));
    assert_eq!(
        first.unwrap().operation,
        second.unwrap().operation,
        "pressed twice, queued once"
    );
    let entry = app
        .outbox(id)
        .await
        .unwrap()
        .groups
        .remove(0)
        .entries
        .remove(0);
    assert_eq!(
        (entry.before.as_str(), entry.after.as_str()),
        ("Billing Admin", "User Admin")
    );
    app.send(id, &Changes::All, None).await.unwrap();
    until(app, "the server has it", async || {
        outbox_states(app, id).await == [OutboxState::Done]
    })
    .await;
    assert_eq!(
        scene.fake.role_of("cleo"),
        Some(OrgRole::Known(Role::UserAdmin))
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_keeps_theirs() {
    let scene = meanwhile(|fake| fake.put_user("cleo", Role::BillingAdmin, &[])).await;
    scene
        .app
        .take_back(scene.id, &Changes::of(&[scene.change]))
        .await
        .unwrap();
    assert_eq!(outbox_states(&scene.app, scene.id).await, []);
    let row = scene
        .app
        .user_details(scene.id, &UserId::new("cleo"))
        .await
        .unwrap()
        .row;
    assert_eq!(
        (row.role_title.as_str(), row.intent),
        ("Billing Admin", None)
    );
    assert_eq!(
        scene.fake.role_of("cleo"),
        Some(OrgRole::Known(Role::BillingAdmin))
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_who_is_gone_is_a_conflict_with_one_way_out() {
    let scene = meanwhile(|fake| fake.delete_user("cleo")).await;
    let entry = scene
        .app
        .outbox(scene.id)
        .await
        .unwrap()
        .groups
        .remove(0)
        .entries
        .remove(0);
    assert_eq!(entry.theirs, None, "there is nothing to keep");
    let reason = entry.reason.unwrap();
    assert!(reason.contains("no longer exists"), "{reason}");
    let again = scene
        .app
        .ask_again(scene.id, &Changes::of(&[scene.change]))
        .await
        .unwrap_err();
    assert_eq!(again.code, "unknown_user");
    scene
        .app
        .take_back(scene.id, &Changes::of(&[scene.change]))
        .await
        .unwrap();
    assert_eq!(outbox_states(&scene.app, scene.id).await, []);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_needs_nobody_is_not_asked_again() {
    let scene = meanwhile(|fake| fake.put_user("cleo", Role::BillingAdmin, &[])).await;
    let unknown = scene
        .app
        .ask_again(scene.id, &Changes::of(&[MutationId::random()]))
        .await
        .unwrap_err();
    assert_eq!(unknown.code, "unknown_change");
    scene
        .app
        .take_back(scene.id, &Changes::of(&[scene.change]))
        .await
        .unwrap();
    let settled = scene
        .app
        .ask_again(scene.id, &Changes::of(&[scene.change]))
        .await
        .unwrap_err();
    assert_eq!(settled.code, "not_open", "what was dropped stays dropped");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_addition_is_asked_for_again_with_what_waits_for_it() {
    let fake = FakeRemote::modern();
    fake.put_user("ada", Role::Admin, &[]);
    fake.put_workspace("sales");
    fake.state().me = Some(UserId::new("ada"));
    let reason = "There is no free seat.".to_owned();
    let refused = SendFault::Answer(SendOutcome::Rejected { reason });
    fake.state().send_faults.push_back(refused);
    let fake = Arc::new(fake);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().with(&fake).open(home.path());
    let id = connect(&app, fake_form(Keep::Keychain)).await;
    let asked = AddUser {
        operation: OperationId::random().to_string(),
        address: "ana@new.example".into(),
        name: String::new(),
        role: Role::Member.as_str().into(),
        workspaces: vec!["sales".into()],
    };
    app.add_user(id, &asked, LONG_UNDO).await.unwrap();
    app.send(id, &Changes::All, None).await.unwrap();
    until(
        &app,
        "the refusal is seen, and holds back the access",
        async || outbox_states(&app, id).await == [OutboxState::Rejected, OutboxState::Blocked],
    )
    .await;
    let addition = app.outbox(id).await.unwrap().groups[0].entries[0]
        .id
        .parse()
        .unwrap();

    app.ask_again(id, &Changes::of(&[addition])).await.unwrap();
    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "both are done: I5", async || {
        outbox_states(&app, id).await == [OutboxState::Done, OutboxState::Done]
    })
    .await;
    let users = fake.state().users.clone();
    let ana = users
        .values()
        .find(|user| user.user_name == "ana@new.example")
        .unwrap();
    assert_eq!(
        ana.workspaces.len(),
        1,
        "what waited for the addition refused waits for the one asked for again"
    );
    app.close().await;
}
