//! A program in which everything waits for a person's word: what the tests of waiting changes begin with.

use rollcall_app::view::{Changes, Holding, OutboxEntry, SaveUser, UserRow};
use rollcall_app::{App, ConnectionId};
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use tempfile::TempDir;

use crate::forms::role_change;
use crate::support::{all_done, entries, signed_in, somebody};

/// Connected in a role, with everything held.
pub(crate) struct Held {
    pub(crate) app: App,
    pub(crate) id: ConnectionId,
    pub(crate) home: TempDir,
}

impl Held {
    pub(crate) async fn on(server: &TestServer, role: Role) -> Self {
        let (app, id, home) = signed_in(server, role).await;
        app.hold(id, Holding::On).await.unwrap();
        Self { app, id, home }
    }

    /// Saves what is asked for, which is held.
    pub(crate) async fn save(&self, change: &SaveUser) {
        self.app.save_user(self.id, change, None).await.unwrap();
    }

    /// Asks for two Members to become User Admins, and answers who they are.
    pub(crate) async fn promote_two(&self) -> [UserRow; 2] {
        let first = somebody(&self.app, self.id, Role::Member, None).await;
        let second = somebody(&self.app, self.id, Role::Member, Some(&first.id)).await;
        for person in [&first, &second] {
            self.save(&role_change(&person.id, Role::UserAdmin)).await;
        }
        [first, second]
    }

    /// What the outbox lists.
    pub(crate) async fn entries(&self) -> Vec<OutboxEntry> {
        entries(&self.app, self.id).await
    }

    /// Sends everything, and waits until it is done.
    pub(crate) async fn all_done(&self) {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        all_done(&self.app, self.id).await;
    }
}
