//! A program in which everything waits for a person's word: what the tests of waiting changes begin with.

use rollcall_app::view::{Changes, Holding, Keep, OutboxEntry, OutboxState};
use rollcall_app::{App, ConnectionId};
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use tempfile::TempDir;

use crate::support::{Setup, connect, form, outbox_states, until};

/// Connected in a role, with everything held.
pub(crate) struct Held {
    pub(crate) app: App,
    pub(crate) id: ConnectionId,
    pub(crate) home: TempDir,
}

impl Held {
    pub(crate) async fn on(server: &TestServer, role: Role) -> Self {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().open(home.path());
        let id = connect(&app, form(server, role, Keep::Keychain)).await;
        app.hold(id, Holding::On).await.unwrap();
        Self { app, id, home }
    }

    /// What the outbox lists.
    pub(crate) async fn entries(&self) -> Vec<OutboxEntry> {
        let outbox = self.app.outbox(self.id).await.unwrap();
        let groups = outbox.groups.into_iter();
        groups.flat_map(|group| group.entries).collect()
    }

    /// Sends everything, and waits until it is done.
    pub(crate) async fn all_done(&self) {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        until(&self.app, "all of it is done", async || {
            let states = outbox_states(&self.app, self.id).await;
            states.iter().all(|state| *state == OutboxState::Done)
        })
        .await;
    }
}
