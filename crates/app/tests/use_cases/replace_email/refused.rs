//! What is refused before anything is queued, with the sentence that the dialog says beforehand.

use rollcall_app::view::{DeleteOld, Keep, ReplaceEmail, RowState, VerdictKind};
use rollcall_app::{Failure, UserId};
use rollcall_model::Role;

use super::{ready, replacement, with_cleo};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, until};

impl Scene {
    /// The refusal of a replacement, which the dialog says beforehand.
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
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_replaced_is_refused_with_the_reason() {
    let scene = ready().await;
    let refused = scene.refused("ada").await;
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("denied", "You can't change your own access."),
        "oneself is for somebody else to replace"
    );
    let mut suspended = scene.user("grace");
    suspended.active = false;
    scene.fake.put(suspended);
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "the suspension is seen", async || {
        scene.details("grace").await.row.state == RowState::Suspended
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
    let scene = ready().await;
    scene.fake.state().facts.resource_types.clear();
    let scene = scene.start_again().await;
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
    let scene = with_cleo(Role::UserAdmin, Keep::KeyFile).await;
    let refused = scene.refused("grace").await;
    assert_eq!(
        refused.message,
        "User Admins can replace the e-mail addresses of Members only."
    );
    scene.replace(DeleteOld::WhenAccepted).await;
    scene.app.close().await;
}
