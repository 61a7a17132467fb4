//! Both edited the same user: was, theirs, mine; and a person decides.

use rollcall_app::MutationId;
use rollcall_app::view::{Changes, OutboxState};
use rollcall_model::{OrgRole, Role};
use rollcall_testkit::{FakeRemote, SendFault};

use crate::forms::{addition, role_change};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, first_entry, outbox_states};

/// Ada asked for Cleo to become User Admin, and meanwhile somebody did this to Cleo. Answers the change that
/// is in conflict.
async fn meanwhile(happens: impl FnOnce(&FakeRemote)) -> (Scene, Changes) {
    let scene = Scene::new(|fake| fake.put_user("cleo", Role::Member, &[])).await;
    scene.save(&role_change("cleo", Role::UserAdmin)).await;
    happens(&scene.fake);
    scene.send_until(&[OutboxState::Conflict]).await;
    let change = first_entry(&scene.app, scene.id).await.id.parse().unwrap();
    (scene, Changes::of(&[change]))
}

/// The same, where somebody has given Cleo another role.
async fn given_another_role_meanwhile() -> (Scene, Changes) {
    meanwhile(|fake| fake.put_user("cleo", Role::BillingAdmin, &[])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_shows_was_theirs_and_mine() {
    let (scene, _) = given_another_role_meanwhile().await;
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
    let details = scene.details("cleo").await;
    assert_eq!(details.row.intent.as_deref(), Some("needs_you"));
    assert_eq!(
        details.row.role_title, "Billing Admin",
        "what the server has is shown"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_again_it_is_based_on_what_is_there_now() {
    let (scene, change) = given_another_role_meanwhile().await;
    let (app, id) = (&scene.app, scene.id);
    let (first, second) = tokio::join!(app.ask_again(id, &change), app.ask_again(id, &change));
    assert_eq!(
        first.unwrap().operation,
        second.unwrap().operation,
        "pressed twice, queued once"
    );
    let entry = first_entry(app, id).await;
    assert_eq!(
        (entry.before.as_str(), entry.after.as_str()),
        ("Billing Admin", "User Admin")
    );
    scene.send_until(&[OutboxState::Done]).await;
    assert_eq!(
        scene.fake.role_of("cleo"),
        Some(OrgRole::Known(Role::UserAdmin))
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_keeps_theirs() {
    let (scene, change) = given_another_role_meanwhile().await;
    scene.app.take_back(scene.id, &change).await.unwrap();
    assert_eq!(outbox_states(&scene.app, scene.id).await, []);
    let row = scene.details("cleo").await.row;
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
    let (scene, change) = meanwhile(|fake| fake.delete_user("cleo")).await;
    let entry = first_entry(&scene.app, scene.id).await;
    assert_eq!(entry.theirs, None, "there is nothing to keep");
    let reason = entry.reason.unwrap();
    assert!(reason.contains("no longer exists"), "{reason}");
    let again = scene.app.ask_again(scene.id, &change).await.unwrap_err();
    assert_eq!(again.code, "unknown_user");
    scene.app.take_back(scene.id, &change).await.unwrap();
    assert_eq!(outbox_states(&scene.app, scene.id).await, []);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_needs_nobody_is_not_asked_again() {
    let (scene, change) = given_another_role_meanwhile().await;
    let unknown = scene
        .app
        .ask_again(scene.id, &Changes::of(&[MutationId::random()]))
        .await
        .unwrap_err();
    assert_eq!(unknown.code, "unknown_change");
    scene.app.take_back(scene.id, &change).await.unwrap();
    let settled = scene.app.ask_again(scene.id, &change).await.unwrap_err();
    assert_eq!(settled.code, "not_open", "what was dropped stays dropped");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_addition_is_asked_for_again_with_what_waits_for_it() {
    let scene = Scene::new(|fake| {
        fake.put_workspace("sales");
        fake.spoil([SendFault::refused("There is no free seat.")]);
    })
    .await;
    let (app, id) = (&scene.app, scene.id);
    let asked = addition("ana@new.example", Role::Member, &["sales"]);
    app.add_user(id, &asked, LONG_UNDO).await.unwrap();
    scene
        .send_until(&[OutboxState::Rejected, OutboxState::Blocked])
        .await;
    let refused = first_entry(app, id).await.id.parse().unwrap();

    app.ask_again(id, &Changes::of(&[refused])).await.unwrap();
    // I5: nothing stays stuck.
    scene.send_until(&[OutboxState::Done; 2]).await;
    let users = scene.fake.state().users.clone();
    let mut users = users.values();
    let ana = users.find(|user| user.user_name == "ana@new.example");
    assert_eq!(
        ana.unwrap().workspaces.len(),
        1,
        "what waited for the addition refused waits for the one asked for again"
    );
    app.close().await;
}
