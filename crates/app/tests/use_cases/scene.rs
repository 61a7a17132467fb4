//! A program beside a server in memory: what the tests begin with that no real server is needed for.

use std::sync::Arc;

use rollcall_app::view::{
    ChangePreview, Changes, Keep, OutboxState, PreviewVerdict, PreviewWindow, Receipt, SaveUser,
    Selection, UserAction, UserDetails,
};
use rollcall_app::{App, ConnectionId, Failure, UserId};
use rollcall_model::{Invitation, InvitationStatus, Role, User};
use rollcall_testkit::FakeRemote;
use tempfile::TempDir;

use crate::forms::{fake_form, press};
use crate::support::{LONG_UNDO, Setup, connect, fake_with, loaded, until_states};

/// A window beside a server in memory, signed in as Ada.
pub(crate) struct Scene {
    pub(crate) app: App,
    pub(crate) id: ConnectionId,
    pub(crate) fake: Arc<FakeRemote>,
    home: TempDir,
}

impl Scene {
    /// Ada is an Admin; with whomever and whatever else a test sets up.
    pub(crate) async fn new(set_up: impl FnOnce(&FakeRemote)) -> Self {
        Self::signed_in_as(Role::Admin, set_up).await
    }

    /// The same, where Ada has another role.
    pub(crate) async fn signed_in_as(role: Role, set_up: impl FnOnce(&FakeRemote)) -> Self {
        let fake = fake_with(&[("ada", role)]);
        let announced = ["User", "Group", "Invitation"].map(str::to_owned);
        fake.state().facts.resource_types = announced.into();
        set_up(&fake);
        Self::beside(fake, Keep::Keychain).await
    }

    /// Beside this server, keeping the token and the key like this.
    pub(crate) async fn beside(fake: FakeRemote, keep: Keep) -> Self {
        let fake = Arc::new(fake);
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().with(&fake).open(home.path());
        let id = connect(&app, fake_form(keep)).await;
        Self {
            app,
            id,
            fake,
            home,
        }
    }

    /// The program ends and is started again, on a machine whose keychain is empty.
    pub(crate) async fn start_again(self) -> Self {
        self.app.close().await;
        let app = Setup::window().with(&self.fake).open(self.home.path());
        loaded(&app, self.id).await;
        Self { app, ..self }
    }

    /// A user as the server has them.
    pub(crate) fn user(&self, id: &str) -> User {
        self.fake.state().users[&UserId::new(id)].clone()
    }

    /// A user as the program shows them.
    pub(crate) async fn details(&self, id: &str) -> UserDetails {
        let shown = self.app.user_details(self.id, &UserId::new(id)).await;
        shown.unwrap()
    }

    /// Saves, long before anything of it is sent.
    pub(crate) async fn save(&self, change: &SaveUser) -> Receipt {
        let saved = self.app.save_user(self.id, change, LONG_UNDO).await;
        saved.unwrap()
    }

    /// Sends everything, and waits until the outbox stands like this.
    pub(crate) async fn send_until(&self, states: &[OutboxState]) {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        until_states(&self.app, self.id, states).await;
    }

    /// What a change to many would do, and the rows with this verdict.
    pub(crate) async fn preview(
        &self,
        selection: &Selection,
        action: &UserAction,
        verdict: PreviewVerdict,
    ) -> ChangePreview {
        let window = PreviewWindow {
            verdict,
            offset: 0,
            limit: 1_000,
        };
        self.app
            .preview_change(self.id, selection, action, window)
            .await
            .unwrap()
    }

    /// Changes many, long before anything of it is sent.
    pub(crate) async fn change(
        &self,
        selection: &Selection,
        action: &UserAction,
        typed: Option<&str>,
    ) -> Result<Receipt, Failure> {
        let change = press(selection, action, typed);
        self.app.change_users(self.id, &change, LONG_UNDO).await
    }
}

/// Gives a user an invitation that stands like this.
pub(crate) fn invite(fake: &FakeRemote, id: &str, status: InvitationStatus) {
    let user = fake.state().users[&UserId::new(id)].clone();
    let invitation = Some(Invitation {
        status,
        sent_at: None,
        expires_at: None,
        failure: None,
    });
    fake.put(User { invitation, ..user });
}
