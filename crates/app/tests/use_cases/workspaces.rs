//! Which workspaces a role may see, and what of them.

use std::sync::Arc;

use rollcall_app::view::Keep;
use rollcall_model::{Role, UserId};
use rollcall_testkit::FakeRemote;

use crate::support::{Setup, connect, fake_form, until};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sees_the_workspaces_granted_and_no_counts() {
    let fake = Arc::new(FakeRemote::modern());
    fake.put_workspace("sales");
    fake.put_workspace("support");
    fake.put_user("ada", Role::Admin, &["sales"]);
    fake.put_user("bob", Role::Admin, &["support"]);
    fake.state().me = Some(UserId::new("ada"));
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().with(&fake).open(home.path());
    let id = connect(&app, fake_form(Keep::Session)).await;
    let seen = async || {
        let listed = app.workspaces(id).await.unwrap();
        let pairs = listed.into_iter().map(|choice| (choice.id, choice.users));
        pairs.collect::<Vec<_>>()
    };
    assert_eq!(
        seen().await,
        [
            ("sales".to_owned(), Some(1)),
            ("support".to_owned(), Some(1))
        ],
        "an Admin sees all"
    );

    fake.put_user("ada", Role::Member, &["sales"]);
    app.refresh(id).await.unwrap();
    until(&app, "the role is lost", async || {
        app.session(id).await.unwrap().role.as_deref() == Some("member")
    })
    .await;
    assert_eq!(
        seen().await,
        [("sales".to_owned(), None)],
        "only those granted, without settings, whatever the list still holds"
    );
    app.close().await;
}
