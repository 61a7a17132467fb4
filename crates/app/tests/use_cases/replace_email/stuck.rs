//! A step that can't be done, or is taken back: nobody is deleted for somebody who isn't there.

use std::time::{Duration, Instant};

use rollcall_app::UserId;
use rollcall_app::view::{DeleteOld, Keep, OutboxState, ReplaceEmail};
use rollcall_model::Role;
use rollcall_testkit::SendFault;

use super::{NEW, ready, replacement, waiting_for_acceptance, with_cleo};
use crate::support::{LONG_UNDO, loaded, until};

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_addition_deletes_nobody_and_asked_again_it_goes_on() {
    let scene = ready().await;
    scene
        .fake
        .spoil([SendFault::refused("All seats are taken.")]);
    scene.replace(DeleteOld::AtOnce).await;
    let stuck = scene
        .until_steps(OutboxState::Rejected, OutboxState::Blocked)
        .await;
    let deletion = scene.entry(|entry| entry.verb == "delete_user").await;
    assert_eq!(
        deletion.reason.as_deref(),
        Some("cleo@new.example was not added. Ask for that again, or take this back."),
        "what is blocked says why"
    );
    assert!(scene.has_cleo());
    scene.ask_again(stuck.addition).await;
    assert_eq!(scene.groups().await, 1, "asked again it is still one thing");
    scene.until_cleo_is_gone().await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_back_before_the_acceptance_both_users_stay() {
    let (scene, waits) = waiting_for_acceptance().await;
    assert_eq!(waits.addition, None, "what was sent can't be taken back");
    assert_eq!(
        scene.under_way().await.as_ref(),
        Some(&waits),
        "the details say so"
    );
    let new = scene.new_user().unwrap().id;
    assert_eq!(
        scene.details(new.as_str()).await.replacement,
        Some(waits.clone()),
        "of both users"
    );

    scene.take_back(waits.deletion).await;
    assert_eq!(scene.under_way().await, None);
    scene.accept().await;
    loaded(&scene.app, scene.id).await;
    assert!(
        scene.has_cleo() && scene.new_user().is_some(),
        "both users stay"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_the_addition_cancels_all_of_it() {
    let scene = ready().await;
    scene.replace(DeleteOld::WhenAccepted).await;
    let waits = scene.under_way().await.unwrap();
    scene.take_back(waits.addition).await;
    assert_eq!(scene.groups().await, 0, "nothing is left of it");
    assert!(scene.fake.state().effects.is_empty());
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nobody_will_accept_any_more_the_old_user_stays_and_it_is_said() {
    let (scene, _) = waiting_for_acceptance().await;
    let new = scene.new_user().unwrap();
    scene.fake.delete_user(new.id.as_str());
    scene.app.refresh(scene.id).await.unwrap();
    let stuck = scene
        .until_steps(OutboxState::Done, OutboxState::Blocked)
        .await;
    assert!(scene.has_cleo());
    let deletion = scene.entry(|entry| entry.verb == "delete_user").await;
    let reason = deletion.reason.unwrap();
    assert!(reason.contains("nobody will accept"), "{reason}");
    assert_eq!(
        stuck.new_email, NEW,
        "the address that was asked for is still told"
    );
    assert_eq!(
        scene.app.outbox(scene.id).await.unwrap().waiting,
        0,
        "it is still no change that waits to be sent"
    );
    scene.take_back(stuck.deletion).await;
    assert!(scene.has_cleo());
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_user_promoted_meanwhile_is_a_conflict_and_one_who_is_gone_is_done() {
    let (scene, _) = waiting_for_acceptance().await;
    scene.fake.put_user("cleo", Role::Admin, &[]);
    scene.accept().await;
    let stuck = scene
        .until_steps(OutboxState::Done, OutboxState::Conflict)
        .await;
    assert!(
        scene.has_cleo(),
        "whoever was promoted is not deleted unasked"
    );
    scene.fake.delete_user("cleo");
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "they are gone from the list", async || {
        let user = UserId::new("cleo");
        scene.app.user_details(scene.id, &user).await.is_err()
    })
    .await;
    scene.take_back(stuck.deletion).await;

    let again = ReplaceEmail {
        address: "grace@new.example".into(),
        ..replacement("grace", DeleteOld::AtOnce)
    };
    scene
        .app
        .replace_email(scene.id, &again, LONG_UNDO)
        .await
        .unwrap();
    scene.fake.delete_user("grace");
    scene
        .until_steps(OutboxState::Done, OutboxState::Done)
        .await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_session_that_keeps_nothing_nobody_waits_for_a_user_who_was_not_added() {
    let scene = with_cleo(Role::Admin, Keep::Session).await;
    scene
        .fake
        .spoil([SendFault::refused("This address is taken.")]);
    let started = Instant::now();
    scene.replace(DeleteOld::AtOnce).await;
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "nothing more could come of it"
    );
    let there = |id: &str| scene.fake.role_of(id).is_some();
    assert!(
        there("cleo"),
        "nobody is deleted for somebody who isn't there"
    );
    assert_eq!(
        scene.fake.state().sent.len(),
        1,
        "only the addition went out"
    );
    scene.app.close().await;
}
