//! Risky changes that were decided without the server, or on an old list, ask once more before they go.

use std::sync::Arc;

use rollcall_app::view::{
    ChangeUsers, Changes, Keep, OutboxState, PlanWindow, Selection, UserAction,
};
use rollcall_app::{App, ConnectionId, UserId};
use rollcall_model::{OperationId, Role};
use rollcall_sync::{OfflineKind, RemoteError};
use rollcall_testkit::FakeRemote;
use rollcall_vault::{MemoryVault, Vault};
use tempfile::TempDir;

use crate::forms::{fake_form, role_change};
use crate::support::{
    LONG_UNDO, Setup, connect, first_entry, loaded, outbox_states, until, until_offline,
};

struct Scene {
    fake: Arc<FakeRemote>,
    vault: Arc<dyn Vault>,
    home: TempDir,
    id: ConnectionId,
}

fn gone() -> RemoteError {
    RemoteError::Offline {
        kind: OfflineKind::Refused,
        cause: None,
    }
}

impl Scene {
    async fn new() -> Self {
        let fake = FakeRemote::modern();
        fake.put_user("ada", Role::Admin, &[]);
        for id in ["bob", "cleo", "dan"] {
            fake.put_user(id, Role::Member, &[]);
        }
        fake.state().me = Some(UserId::new("ada"));
        let (fake, home) = (Arc::new(fake), tempfile::tempdir().unwrap());
        let vault: Arc<dyn Vault> = Arc::new(MemoryVault::default());
        let app = Setup::window().with(&fake).on(&vault).open(home.path());
        let id = connect(&app, fake_form(Keep::Keychain)).await;
        app.close().await;
        Self {
            fake,
            vault,
            home,
            id,
        }
    }

    fn window(&self) -> App {
        let setup = Setup::window().with(&self.fake).on(&self.vault);
        setup.open(self.home.path())
    }

    fn terminal(&self) -> App {
        let setup = Setup::terminal().with(&self.fake).on(&self.vault);
        setup.open(self.home.path())
    }

    async fn delete(&self, app: &App, user: &str) {
        let change = ChangeUsers {
            operation: OperationId::random().to_string(),
            selection: Selection::Ids {
                ids: vec![user.into()],
            },
            action: UserAction::Delete,
            typed: None,
        };
        app.change_users(self.id, &change, None).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_decided_without_the_server_asks_once_more_and_only_once() {
    let scene = Scene::new().await;
    scene.fake.state().down = Some(gone);
    let app = scene.window();
    until_offline(&app, scene.id).await;
    scene.delete(&app, "bob").await;
    app.save_user(scene.id, &role_change("cleo", Role::UserAdmin), None)
        .await
        .unwrap();
    assert_eq!(
        outbox_states(&app, scene.id).await,
        [OutboxState::Unconfirmed, OutboxState::Unconfirmed],
        "a deletion, and more power"
    );
    app.close().await;

    scene.fake.state().down = None;
    let app = scene.window();
    app.refresh(scene.id).await.unwrap();
    loaded(&app, scene.id).await;
    assert_eq!(scene.fake.state().sent, [], "not by itself");
    for typed in [None, Some("yes"), Some("3")] {
        let refused = app.send(scene.id, &Changes::All, typed).await.unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("not_confirmed", Some("typed")),
            "{typed:?}"
        );
    }
    let confirm = app
        .plan(scene.id, &Changes::All, PlanWindow::default())
        .await
        .unwrap()
        .confirm;
    assert_eq!(confirm.unwrap().text, "2", "how many there are");

    let bob = first_entry(&app, scene.id).await.id.parse().unwrap();
    let one = Changes::of(&[bob]);
    let confirm = app
        .plan(scene.id, &one, PlanWindow::default())
        .await
        .unwrap()
        .confirm
        .unwrap();
    assert_eq!(confirm.text, "bob@example.com", "whom it is about");
    scene.fake.state().down = Some(gone);
    app.send(scene.id, &one, Some("BOB@example.com"))
        .await
        .unwrap();
    app.close().await;
    scene.fake.state().down = None;
    let app = scene.window();
    app.session(scene.id).await.unwrap();
    until(&app, "what was confirmed goes by itself", async || {
        !scene.fake.state().users.contains_key(&UserId::new("bob"))
    })
    .await;
    assert_eq!(scene.fake.state().sent.len(), 1, "Cleo's still asks");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_nothing_away_asks_nothing() {
    let scene = Scene::new().await;
    scene.fake.put_user("eve", Role::UserAdmin, &[]);
    scene.fake.put_workspace("sales");
    let app = scene.window();
    app.refresh(scene.id).await.unwrap();
    until(&app, "Eve is there", async || {
        app.user_details(scene.id, &UserId::new("eve"))
            .await
            .is_ok()
    })
    .await;
    scene.fake.state().down = Some(gone);
    app.refresh(scene.id).await.unwrap();
    until_offline(&app, scene.id).await;
    let grant = rollcall_app::view::SaveUser {
        role: None,
        grant: vec!["sales".into()],
        ..role_change("bob", Role::Member)
    };
    app.save_user(scene.id, &grant, LONG_UNDO).await.unwrap();
    app.save_user(scene.id, &role_change("eve", Role::Member), LONG_UNDO)
        .await
        .unwrap();
    let states = outbox_states(&app, scene.id).await;
    assert!(
        !states.contains(&OutboxState::Unconfirmed),
        "a workspace given, and a role with less power: {states:?}"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_that_reaches_the_server_asks_nothing_more() {
    let scene = Scene::new().await;
    let terminal = scene.terminal();
    scene.delete(&terminal, "bob").await;
    assert!(
        !scene.fake.state().users.contains_key(&UserId::new("bob")),
        "decided and sent in one go"
    );
    scene.fake.state().down = Some(gone);
    scene.delete(&terminal, "cleo").await;
    scene.fake.state().down = None;
    let refused = terminal.send(scene.id, &Changes::All, None).await;
    assert_eq!(refused.unwrap_err().code, "not_confirmed");
    terminal
        .send(scene.id, &Changes::All, Some("cleo@example.com"))
        .await
        .unwrap();
    assert!(!scene.fake.state().users.contains_key(&UserId::new("cleo")));
}
