//! The demo organization: opened in one role and then in another, it stays the same and loses nothing.

use std::sync::Arc;

use rollcall_model::Role;
use rollcall_testkit::FakeRemote;

use crate::forms::role_change;
use crate::support::{LONG_UNDO, Setup, fake_with, loaded};

const URL: &str = "http://127.0.0.1:4000";

fn people() -> Arc<FakeRemote> {
    Arc::new(fake_with(&[("ada", Role::Admin), ("cleo", Role::Member)]))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_in_the_demo_goes_out_before_another_role_is_taken() {
    let (fake, home) = (people(), tempfile::tempdir().unwrap());
    let app = Setup::window().with(&fake).open(home.path());
    let card = app.connect_demo(URL, "t", Role::Admin).await.unwrap();
    let id = card.id.parse().unwrap();
    loaded(&app, id).await;
    app.save_user(id, &role_change("cleo", Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    app.connect_demo(URL, "t", Role::BillingAdmin)
        .await
        .unwrap();
    assert_eq!(
        fake.role_of("cleo"),
        Some(Role::UserAdmin.into()),
        "what was said to be queued is not lost with its outbox"
    );
    let cards = app.organizations().await.unwrap();
    assert_eq!(cards.len(), 1, "one demo, in the role chosen last");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_has_the_same_colour_at_every_start() {
    let mut colours = Vec::new();
    for url in [URL, "http://127.0.0.1:4001", "http://127.0.0.1:4002"] {
        let (fake, home) = (people(), tempfile::tempdir().unwrap());
        let app = Setup::window().with(&fake).open(home.path());
        let card = app.connect_demo(url, "t", Role::Admin).await.unwrap();
        colours.push(card.colour);
        app.close().await;
    }
    colours.dedup();
    assert_eq!(colours.len(), 1, "whatever port its server got");
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_for_twice_at_once_it_is_opened_once() {
    let (fake, home) = (people(), tempfile::tempdir().unwrap());
    let app = Setup::window().with(&fake).open(home.path());
    let (first, second) = tokio::join!(
        app.connect_demo(URL, "t", Role::Admin),
        app.connect_demo(URL, "t", Role::Admin)
    );
    first.unwrap();
    second.unwrap();
    let cards = app.organizations().await.unwrap();
    assert!(cards.len() == 1 && cards[0].demo, "{cards:?}");
    app.close().await;
}
