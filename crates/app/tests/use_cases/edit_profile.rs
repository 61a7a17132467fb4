//! The edit dialog changes the profile too: each field by itself, and all of it as one.

use rollcall_app::UserId;
use rollcall_app::view::{AddUser, OutboxState, SaveUser, VerdictKind};
use rollcall_model::{OperationId, Role, User};

use crate::forms::{addition, role_change};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, outbox_states};

const PICTURE: &str = "https://example.com/cleo.png";

/// Ada, who is signed in, and Cleo, a Member.
async fn with_cleo(role: Role) -> Scene {
    Scene::signed_in_as(role, |fake| fake.put_user("cleo", Role::Member, &[])).await
}

/// One press of *Save* that asks for a name and a picture.
fn profile(user: &str, name: &str, picture: &str) -> SaveUser {
    SaveUser {
        operation: OperationId::random().to_string(),
        user: user.into(),
        display_name: Some(name.into()),
        picture: Some(picture.into()),
        ..SaveUser::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn name_picture_and_role_are_saved_as_one_and_shown_while_they_wait() {
    let scene = with_cleo(Role::Admin).await;
    let asked = SaveUser {
        role: Some("user_admin".into()),
        ..profile("cleo", " Cleo de\u{301} Nile ", PICTURE)
    };
    let receipt = scene.save(&asked).await;
    assert_eq!(receipt.queued, 3, "one press, a change a field");
    let view = scene
        .app
        .edit_view(scene.id, &UserId::new("cleo"))
        .await
        .unwrap();
    assert_eq!(
        (view.display_name.as_str(), view.picture.as_str()),
        ("Cleo d\u{e9} Nile", PICTURE),
        "what waits is what is edited further, in Unicode's composed form"
    );
    scene.send_until(&[OutboxState::Done; 3]).await;
    assert_eq!(scene.user("cleo").display_name, "Cleo d\u{e9} Nile");
    assert_eq!(scene.user("cleo").photo.as_deref(), Some(PICTURE));

    let none = profile("cleo", "", "");
    scene.save(&none).await;
    scene.send_until(&[OutboxState::Done; 5]).await;
    assert_eq!(
        (
            scene.user("cleo").display_name.as_str(),
            scene.user("cleo").photo
        ),
        ("", None)
    );
    let again = SaveUser {
        operation: OperationId::random().to_string(),
        ..none
    };
    let receipt = scene.save(&again).await;
    assert!(
        receipt.message.starts_with("Nothing to change"),
        "{}",
        receipt.message
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_somebody_else_changed_is_a_conflict_of_that_field_alone() {
    let scene = with_cleo(Role::Admin).await;
    let asked = profile("cleo", "Mine", PICTURE);
    scene.save(&asked).await;
    scene.fake.put(User {
        display_name: "Theirs".into(),
        ..scene.user("cleo")
    });
    scene
        .send_until(&[OutboxState::Conflict, OutboxState::Done])
        .await;
    assert_eq!(
        scene.user("cleo").display_name,
        "Theirs",
        "I8: no silent overwrite"
    );
    assert_eq!(scene.user("cleo").photo.as_deref(), Some(PICTURE));
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_or_picture_that_is_none_is_refused_at_its_field() {
    let scene = with_cleo(Role::Admin).await;
    let long = "x".repeat(257);
    for (name, picture, field) in [
        ("\u{200b}", "", "displayName"),
        ("a\nb", "", "displayName"),
        (long.as_str(), "", "displayName"),
        ("Cleo", "http://example.com/a.png", "picture"),
        ("Cleo", "https://cleo:secret@example.com/a.png", "picture"),
    ] {
        let asked = profile("cleo", name, picture);
        let refused = scene
            .app
            .save_user(scene.id, &asked, None)
            .await
            .unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{name:?} {picture}");
    }
    assert!(
        outbox_states(&scene.app, scene.id).await.is_empty(),
        "nothing is half done"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_admins_edit_profiles() {
    let scene = with_cleo(Role::UserAdmin).await;
    let view = scene
        .app
        .edit_view(scene.id, &UserId::new("cleo"))
        .await
        .unwrap();
    assert_eq!(view.profile_verdict.kind, VerdictKind::Denied);
    assert_eq!(
        view.profile_verdict.reason.as_deref(),
        Some("User Admins can't edit profiles.")
    );
    let asked = profile("cleo", "Cleo", "");
    let refused = scene
        .app
        .save_user(scene.id, &asked, None)
        .await
        .unwrap_err();
    assert_eq!(refused.code, "denied");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_to_be_added_can_be_edited_and_the_changes_wait_behind() {
    let scene = with_cleo(Role::Admin).await;
    let add = AddUser {
        name: "Zoe".into(),
        ..addition("zoe@new.example", Role::Member, &[])
    };
    let added = scene.app.add_user(scene.id, &add, LONG_UNDO).await.unwrap();
    let asked = SaveUser {
        role: Some("user_admin".into()),
        ..profile(&added.user, "Zoë", PICTURE)
    };
    scene.save(&asked).await;
    scene.send_until(&[OutboxState::Done; 4]).await;
    let users = scene.fake.state().users.clone();
    let zoe = users
        .values()
        .find(|user| user.user_name == add.address)
        .unwrap();
    assert_eq!(
        (zoe.display_name.as_str(), zoe.role.as_str()),
        ("Zoë", "user_admin")
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_page_of_the_same_user_after_another_keeps_both_changes() {
    let scene = with_cleo(Role::Admin).await;
    let first = role_change("cleo", Role::UserAdmin);
    scene.save(&first).await;
    let second = profile("cleo", "Cleo", "");
    scene.save(&second).await;
    scene.send_until(&[OutboxState::Done; 2]).await;
    assert_eq!(scene.user("cleo").role.as_str(), "user_admin");
    assert_eq!(scene.user("cleo").display_name, "Cleo");
    scene.app.close().await;
}
