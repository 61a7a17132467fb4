//! Both steps as they should go: the new user is added with the same access, and the old one goes once
//! that is done.

use rollcall_app::UserId;
use rollcall_app::view::{Changes, DeleteOld, OutboxState, UserAction, UserQuery, VerdictKind};
use rollcall_model::{OrgRole, Role};
use rollcall_sync::{RemoteError, SendOutcome};
use rollcall_testkit::SendFault;

use super::{NEW, ready, replacement, waiting_for_acceptance};
use crate::forms::{ids, press, role_change};
use crate::support::{server, signed_in, somebody, start_again, until};

#[tokio::test(flavor = "multi_thread")]
async fn the_new_user_has_the_same_access_and_the_old_one_waits_for_the_acceptance() {
    let scene = ready().await;
    let view = scene.app.replace_view(scene.id, &UserId::new("cleo")).await;
    let view = view.unwrap();
    assert_eq!(
        (view.verdict.kind, view.when_accepted.kind),
        (VerdictKind::Allowed, VerdictKind::Allowed)
    );
    assert_eq!(view.workspaces.len(), 2, "what the new user gets is shown");

    let receipt = scene.replace(DeleteOld::WhenAccepted).await;
    assert_eq!(
        receipt.message,
        "Replace e-mail of User cleo. Step 1 waits: invite cleo@new.example with the same access. \
         Step 2 waits for acceptance: then cleo@example.com is deleted. Nothing has changed on the \
         server."
    );
    let outbox = scene.app.outbox(scene.id).await.unwrap();
    assert_eq!(outbox.groups.len(), 1, "it is one thing in the Outbox");
    assert_eq!(
        outbox.waiting, 3,
        "the deletion is outside the count of waiting changes"
    );
    assert_eq!(scene.app.session(scene.id).await.unwrap().waiting, 3);

    scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    assert_eq!(scene.app.outbox(scene.id).await.unwrap().waiting, 0);
    let added = scene.new_user().unwrap();
    assert_eq!(added.display_name, "User cleo", "the name is carried over");
    assert_eq!(added.role, OrgRole::Known(Role::Member));
    assert_eq!(added.workspaces.len(), 2);
    assert!(scene.has_cleo(), "added is not accepted");

    scene.accept().await;
    scene.until_cleo_is_gone().await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn at_once_means_once_the_new_user_has_everything() {
    let scene = ready().await;
    scene.fake.spoil([
        SendFault::DoneBut(SendOutcome::Unknown(RemoteError::Lost { cause: None })),
        SendFault::refused("No more than one workspace."),
    ]);
    scene.replace(DeleteOld::AtOnce).await;
    let stuck = scene
        .until_steps(OutboxState::Rejected, OutboxState::Blocked)
        .await;
    assert!(
        scene.has_cleo(),
        "nobody is deleted for a user who is not whole"
    );
    assert_eq!(
        stuck.steps[1].text, "Step 2 waits: delete cleo@example.com.",
        "and it is said"
    );
    let refused = scene
        .entry(|entry| entry.state == OutboxState::Rejected)
        .await;
    scene.ask_again(Some(refused.id)).await;
    scene.until_cleo_is_gone().await;
    assert_eq!(scene.new_user().unwrap().workspaces.len(), 2);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_user_can_be_deleted_without_waiting_any_longer() {
    let (scene, _) = waiting_for_acceptance().await;
    let delete = press(&ids(&["cleo"]), &UserAction::Delete, None);
    scene
        .app
        .change_users(scene.id, &delete, None)
        .await
        .unwrap();
    scene.until_cleo_is_gone().await;
    assert!(scene.new_user().is_some(), "the new user stays");
    let outbox = scene.app.outbox(scene.id).await.unwrap();
    assert_eq!(
        outbox.awaiting, 0,
        "nothing waits for the acceptance any more"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_that_waits_survives_a_restart() {
    let (scene, _) = waiting_for_acceptance().await;
    scene.app.seen(scene.id).await.unwrap();
    let scene = scene.start_again().await;
    let waits = scene.under_way().await.unwrap();
    assert_eq!(
        [waits.steps[0].state, waits.steps[1].state],
        [OutboxState::Done, OutboxState::WaitsForAcceptance],
        "what was done and seen is still step 1 of it"
    );
    scene.accept().await;
    scene.until_cleo_is_gone().await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_that_wait_on_the_old_user_are_carried_over() {
    let scene = ready().await;
    let promotion = role_change("cleo", Role::UserAdmin);
    scene.save(&promotion).await;
    scene.replace(DeleteOld::AtOnce).await;
    assert_eq!(
        scene.groups().await,
        2,
        "another change of the same user stands for itself"
    );
    scene.until_cleo_is_gone().await;
    let new = scene.new_user().unwrap();
    assert_eq!(new.role, OrgRole::Known(Role::UserAdmin));
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_real_server_the_page_is_opened_and_the_old_user_goes() {
    let mut server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let old = somebody(&app, id, Role::Member, None).await;

    server.stop();
    let asked = replacement(&old.id, DeleteOld::WhenAccepted);
    app.replace_email(id, &asked, None).await.unwrap();
    start_again(&mut server);
    // A deletion that was decided without the server asks once more.
    app.send(id, &Changes::All, Some(&old.email)).await.unwrap();
    let link = tokio::task::block_in_place(|| server.newest_link(NEW, ""));
    let (_, token) = link.split_once("token=").unwrap();
    let page = reqwest::Client::builder().no_proxy().build().unwrap();
    let accepted = page
        .post(format!("{}/invitations/accept", server.url()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("token={token}&displayName=Cleo"))
        .send()
        .await
        .unwrap();
    assert!(accepted.status().is_success());

    app.refresh(id).await.unwrap();
    until(&app, "the old user is gone from the list", async || {
        app.user_details(id, &UserId::new(&old.id)).await.is_err()
    })
    .await;
    let query = UserQuery {
        search: NEW.into(),
        ..UserQuery::default()
    };
    let new = app.users_window(id, &query, 0, 10).await.unwrap().rows;
    assert_eq!(
        (new[0].workspace_count, new[0].role.as_str()),
        (old.workspace_count, "member"),
        "with the same access"
    );
    app.close().await;
}
