//! A user's e-mail is replaced: one thing of two steps, of which the second waits for the first, and
//! nobody is deleted for somebody who isn't there.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rollcall_app::view::{
    ChangeUsers, Changes, DeleteOld, Keep, OutboxGroup, OutboxState, Receipt, ReplaceEmail,
    ReplacementView, Selection, UserAction, UserQuery, VerdictKind,
};
use rollcall_app::{App, ConnectionId, Failure, UserId};
use rollcall_model::{InvitationStatus, OperationId, OrgRole, Role};
use rollcall_sync::SendOutcome;
use rollcall_testkit::{FakeRemote, SendFault};
use tempfile::TempDir;

use crate::support::{
    LONG_UNDO, Setup, connect, fake_form, form, loaded, role_change, server, somebody, start_again,
    until,
};

const NEW: &str = "cleo@new.example";

fn replacement(user: &str, delete: DeleteOld) -> ReplaceEmail {
    ReplaceEmail {
        operation: OperationId::random().to_string(),
        user: user.into(),
        address: format!(" {NEW} "),
        delete,
    }
}

/// An organization of Ada, who is signed in, Grace, and Cleo with two workspaces.
struct Scene {
    app: App,
    id: ConnectionId,
    fake: Arc<FakeRemote>,
    home: TempDir,
    setup: fn() -> Setup,
}

impl Scene {
    async fn new(role: Role) -> Self {
        Self::kept(role, Keep::KeyFile).await
    }

    async fn kept(role: Role, keep: Keep) -> Self {
        let fake = FakeRemote::modern();
        fake.put_workspace("design");
        fake.put_workspace("sales");
        fake.put_user("ada", role, &[]);
        fake.put_user("grace", Role::Admin, &[]);
        fake.put_user("cleo", Role::Member, &["design", "sales"]);
        fake.state().me = Some(UserId::new("ada"));
        fake.state().facts.resource_types = vec!["Invitation".to_owned()];
        let fake = Arc::new(fake);
        let home = tempfile::tempdir().unwrap();
        let setup: fn() -> Setup = Setup::window;
        let app = setup().with(&fake).open(home.path());
        let id = connect(&app, fake_form(keep)).await;
        Self {
            app,
            id,
            fake,
            home,
            setup,
        }
    }

    async fn replace(&self, delete: DeleteOld) -> Receipt {
        let asked = replacement("cleo", delete);
        let replaced = self.app.replace_email(self.id, &asked, LONG_UNDO).await;
        replaced.unwrap()
    }

    async fn refused(&self, user: &str) -> Failure {
        let asked = replacement(user, DeleteOld::WhenAccepted);
        let replaced = self.app.replace_email(self.id, &asked, LONG_UNDO).await;
        let failure = replaced.unwrap_err();
        let view = self.app.replace_view(self.id, &UserId::new(user)).await;
        assert_eq!(
            view.unwrap().verdict.reason.as_ref(),
            Some(&failure.message),
            "the dialog says beforehand what would be refused"
        );
        failure
    }

    async fn groups(&self) -> Vec<OutboxGroup> {
        self.app.outbox(self.id).await.unwrap().groups
    }

    async fn under_way(&self) -> Option<ReplacementView> {
        let details = self.app.user_details(self.id, &UserId::new("cleo")).await;
        details.unwrap().replacement
    }

    async fn until_steps(&self, first: OutboxState, second: OutboxState) -> ReplacementView {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        until(&self.app, "the steps stand as they should", async || {
            let groups = self.groups().await;
            groups
                .iter()
                .filter_map(|group| group.replacement.as_ref())
                .any(|each| [each.steps[0].state, each.steps[1].state] == [first, second])
        })
        .await;
        let groups = self.groups().await;
        let mut found = groups.into_iter().filter_map(|group| group.replacement);
        found.next().unwrap()
    }

    /// The new user accepts the invitation, and the list is read again.
    async fn accept(&self) {
        let new = self.new_user().unwrap();
        let mut accepted = self.fake.state().users[&new].clone();
        if let Some(invitation) = &mut accepted.invitation {
            invitation.status = InvitationStatus::Accepted;
        }
        self.fake.put(accepted);
        self.app.refresh(self.id).await.unwrap();
    }

    fn new_user(&self) -> Option<UserId> {
        let state = self.fake.state();
        let mut users = state.users.values();
        users
            .find(|user| user.user_name == NEW)
            .map(|user| user.id.clone())
    }

    fn has_cleo(&self) -> bool {
        self.fake.state().users.contains_key(&UserId::new("cleo"))
    }

    async fn until_cleo_is_gone(&self) {
        until(&self.app, "the old user is gone", async || !self.has_cleo()).await;
    }
}

/// The one change with this id.
fn only(id: Option<&String>) -> Changes {
    Changes::Ids {
        ids: vec![id.unwrap().clone()],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_new_user_has_the_same_access_and_the_old_one_waits_for_the_acceptance() {
    let scene = Scene::new(Role::Admin).await;
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
    let new = scene.new_user().unwrap();
    let added = scene.fake.state().users[&new].clone();
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
    let scene = Scene::new(Role::Admin).await;
    let reason = "No more than one workspace.".to_owned();
    scene.fake.state().send_faults.extend([
        SendFault::DoneBut(SendOutcome::Unknown(rollcall_sync::RemoteError::Lost {
            cause: None,
        })),
        SendFault::Answer(SendOutcome::Rejected { reason }),
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
    let groups = scene.groups().await;
    let refused = groups[0]
        .entries
        .iter()
        .find(|entry| entry.state == OutboxState::Rejected);
    let again = scene
        .app
        .ask_again(scene.id, &only(refused.map(|entry| &entry.id)))
        .await;
    again.unwrap();
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    scene.until_cleo_is_gone().await;
    let new = scene.new_user().unwrap();
    assert_eq!(scene.fake.state().users[&new].workspaces.len(), 2);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_addition_deletes_nobody_and_asked_again_it_goes_on() {
    let scene = Scene::new(Role::Admin).await;
    let reason = "All seats are taken.".to_owned();
    let refusal = SendFault::Answer(SendOutcome::Rejected { reason });
    scene.fake.state().send_faults.push_back(refusal);
    scene.replace(DeleteOld::AtOnce).await;
    let stuck = scene
        .until_steps(OutboxState::Rejected, OutboxState::Blocked)
        .await;
    let groups = scene.groups().await;
    let deletion = groups[0]
        .entries
        .iter()
        .find(|entry| entry.verb == "delete_user");
    assert_eq!(
        deletion.and_then(|entry| entry.reason.as_deref()),
        Some("cleo@new.example was not added. Ask for that again, or take this back."),
        "what is blocked says why"
    );
    assert!(scene.has_cleo());
    let again = scene
        .app
        .ask_again(scene.id, &only(stuck.addition.as_ref()))
        .await;
    again.unwrap();
    assert_eq!(
        scene.groups().await.len(),
        1,
        "asked again it is still one thing"
    );
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    scene.until_cleo_is_gone().await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_back_before_the_acceptance_both_users_stay() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    let waits = scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    assert_eq!(waits.addition, None, "what was sent can't be taken back");
    assert_eq!(
        scene.under_way().await.as_ref(),
        Some(&waits),
        "the details say so"
    );
    let new = scene
        .app
        .user_details(scene.id, &scene.new_user().unwrap())
        .await;
    assert_eq!(
        new.unwrap().replacement,
        Some(waits.clone()),
        "of both users"
    );

    scene
        .app
        .take_back(scene.id, &only(waits.deletion.as_ref()))
        .await
        .unwrap();
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
async fn the_old_user_can_be_deleted_without_waiting_any_longer() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    let delete = ChangeUsers {
        operation: OperationId::random().to_string(),
        selection: Selection::Ids {
            ids: vec!["cleo".into()],
        },
        action: UserAction::Delete,
        typed: None,
    };
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
async fn taking_back_the_addition_cancels_all_of_it() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    let waits = scene.under_way().await.unwrap();
    scene
        .app
        .take_back(scene.id, &only(waits.addition.as_ref()))
        .await
        .unwrap();
    assert!(scene.groups().await.is_empty(), "nothing is left of it");
    assert!(scene.fake.state().effects.is_empty());
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nobody_will_accept_any_more_the_old_user_stays_and_it_is_said() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    let new = scene.new_user().unwrap();
    scene.fake.delete_user(new.as_str());
    scene.app.refresh(scene.id).await.unwrap();
    let stuck = scene
        .until_steps(OutboxState::Done, OutboxState::Blocked)
        .await;
    assert!(scene.has_cleo());
    let groups = scene.groups().await;
    let deletion = groups[0]
        .entries
        .iter()
        .find(|entry| entry.verb == "delete_user");
    let reason = deletion.and_then(|entry| entry.reason.clone()).unwrap();
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
    scene
        .app
        .take_back(scene.id, &only(stuck.deletion.as_ref()))
        .await
        .unwrap();
    assert!(scene.has_cleo());
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_that_waits_survives_a_restart() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    scene.app.seen(scene.id).await.unwrap();
    scene.app.close().await;

    let app = (scene.setup)().with(&scene.fake).open(scene.home.path());
    let scene = Scene { app, ..scene };
    loaded(&scene.app, scene.id).await;
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
async fn an_old_user_promoted_meanwhile_is_a_conflict_and_one_who_is_gone_is_done() {
    let scene = Scene::new(Role::Admin).await;
    scene.replace(DeleteOld::WhenAccepted).await;
    scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
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
    scene
        .app
        .take_back(scene.id, &only(stuck.deletion.as_ref()))
        .await
        .unwrap();

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
async fn changes_that_wait_on_the_old_user_are_carried_over() {
    let scene = Scene::new(Role::Admin).await;
    let promotion = role_change("cleo", Role::UserAdmin);
    scene
        .app
        .save_user(scene.id, &promotion, LONG_UNDO)
        .await
        .unwrap();
    scene.replace(DeleteOld::AtOnce).await;
    assert_eq!(
        scene.groups().await.len(),
        2,
        "another change of the same user stands for itself"
    );
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    scene.until_cleo_is_gone().await;
    let new = scene.new_user().unwrap();
    let role = scene.fake.state().users[&new].role.clone();
    assert_eq!(role, OrgRole::Known(Role::UserAdmin));
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_replaced_is_refused_with_the_reason() {
    let scene = Scene::new(Role::Admin).await;
    let refused = scene.refused("ada").await;
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("denied", "You can't change your own access."),
        "oneself is for somebody else to replace"
    );
    let mut suspended = scene.fake.state().users[&UserId::new("grace")].clone();
    suspended.active = false;
    scene.fake.put(suspended);
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "the suspension is seen", async || {
        let user = UserId::new("grace");
        let details = scene.app.user_details(scene.id, &user).await.unwrap();
        details.row.state == rollcall_app::view::RowState::Suspended
    })
    .await;
    assert_eq!(scene.refused("grace").await.code, "suspended");

    let with = |address: &str| ReplaceEmail {
        address: address.into(),
        ..replacement("cleo", DeleteOld::AtOnce)
    };
    for (address, code) in [
        ("cleo", "address_invalid"),
        ("CLEO@example.com", "address_taken"),
        ("grace@example.com", "address_taken"),
    ] {
        let asked = with(address);
        let refused = scene
            .app
            .replace_email(scene.id, &asked, None)
            .await
            .unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some("address")),
            "{address} is refused at its field"
        );
        let checked = scene
            .app
            .check_replacement(scene.id, &asked)
            .await
            .unwrap_err();
        assert_eq!(checked.code, code, "and so by the preview");
    }
    scene.replace(DeleteOld::AtOnce).await;
    assert_eq!(
        scene.refused("cleo").await.code,
        "leaving",
        "nobody is replaced twice"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_tells_no_acceptance_is_not_waited_for() {
    let scene = Scene::new(Role::Admin).await;
    scene.fake.state().facts.resource_types.clear();
    scene.app.close().await;
    let app = (scene.setup)().with(&scene.fake).open(scene.home.path());
    let scene = Scene { app, ..scene };
    loaded(&scene.app, scene.id).await;
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "the server was asked again", async || {
        let view = scene.app.replace_view(scene.id, &UserId::new("cleo")).await;
        view.unwrap().when_accepted.kind == VerdictKind::Denied
    })
    .await;
    let asked = replacement("cleo", DeleteOld::WhenAccepted);
    let refused = scene
        .app
        .replace_email(scene.id, &asked, None)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("acceptance_not_told", Some("delete"))
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn user_admins_replace_the_addresses_of_members_only() {
    let scene = Scene::new(Role::UserAdmin).await;
    let refused = scene.refused("grace").await;
    assert_eq!(
        refused.message,
        "User Admins can replace the e-mail addresses of Members only."
    );
    scene.replace(DeleteOld::WhenAccepted).await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_real_server_the_page_is_opened_and_the_old_user_goes() {
    let mut server = server(60);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn in_a_session_that_keeps_nothing_nobody_waits_for_a_user_who_was_not_added() {
    let scene = Scene::kept(Role::Admin, Keep::Session).await;
    let taken = SendFault::Answer(SendOutcome::Rejected {
        reason: "This address is taken.".to_owned(),
    });
    scene.fake.state().send_faults.push_back(taken);
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
