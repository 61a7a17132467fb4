//! The organization always keeps an active Admin, whoever is quicker.

use rollcall_app::view::{Changes, Keep};
use rollcall_app::{App, ConnectionId};
use rollcall_model::{Role, UserId};
use rollcall_testkit::TestServer;

use crate::forms::{form, role_change};
use crate::support::{Setup, outbox_states, remote_of, role_on, server, somebody};

/// So often do the two try.
const ROUNDS: usize = 200;

/// An Admin at a program of their own.
struct Admin {
    app: App,
    organization: ConnectionId,
    id: String,
    _home: tempfile::TempDir,
}

impl Admin {
    async fn new(server: &TestServer, token: Option<String>) -> Self {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::terminal().open(home.path());
        let mut form = form(server, Role::Admin, Keep::KeyFile);
        if let Some(token) = token {
            form.token = token;
        }
        let organization = app.connect(form).await.unwrap().id.parse().unwrap();
        app.sync_once(organization, &mut |_| {}).await.unwrap();
        let id = app.session(organization).await.unwrap().me.unwrap();
        Self {
            app,
            organization,
            id,
            _home: home,
        }
    }

    /// Asks for a role, and sends it. Answers whether the server took it; what it refused is dropped.
    async fn gives(&self, user: &str, role: Role) -> bool {
        let change = role_change(user, role);
        let receipt = self
            .app
            .save_user(self.organization, &change, None)
            .await
            .unwrap();
        let outbox = self.app.outbox(self.organization).await.unwrap();
        let entries = outbox.groups.into_iter().flat_map(|group| group.entries);
        let refused: Vec<_> = entries.map(|entry| entry.id.parse().unwrap()).collect();
        if receipt.applied == 0 {
            self.app
                .take_back(self.organization, &Changes::of(&refused))
                .await
                .unwrap();
        }
        self.app.seen(self.organization).await.unwrap();
        assert!(outbox_states(&self.app, self.organization).await.is_empty());
        receipt.applied == 1
    }

    async fn reads(&self) {
        self.app
            .sync_once(self.organization, &mut |_| {})
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_demote_each_other_at_once_never_leave_nobody() {
    let server = server(12);
    let first = Admin::new(&server, None).await;
    let other = {
        let remote = remote_of(&server, Role::Admin).await;
        let member = somebody(&first.app, first.organization, Role::Member, None).await;
        remote.user(&UserId::new(member.id)).await.unwrap().unwrap()
    };
    // Exactly two: everybody else who is one is demoted, and a Member becomes the second.
    loop {
        let me = Some(first.id.as_str());
        let query = rollcall_app::view::UserQuery {
            roles: vec![Role::Admin.as_str().to_owned()],
            ..Default::default()
        };
        let window = first
            .app
            .users_window(first.organization, &query, 0, 50)
            .await
            .unwrap();
        match window.rows.iter().find(|row| Some(row.id.as_str()) != me) {
            Some(admin) => assert!(first.gives(&admin.id, Role::Member).await),
            None => break,
        }
    }
    assert!(first.gives(other.id.as_str(), Role::Admin).await);
    let token = server
        .server()
        .issue_token(&other.user_name, "a second program")
        .unwrap();
    let second = Admin::new(&server, Some(token.reveal().to_owned())).await;
    first.reads().await;

    for round in 0..ROUNDS {
        let (by_first, by_second) = tokio::join!(
            first.gives(&second.id, Role::Member),
            second.gives(&first.id, Role::Member),
        );
        assert!(by_first != by_second, "round {round}: exactly one succeeds");
        let (winner, loser) = if by_first {
            (&first, &second)
        } else {
            (&second, &first)
        };
        assert!(
            winner.gives(&loser.id, Role::Admin).await,
            "the one who is left is an Admin, and says who is one again"
        );
        loser.reads().await;
        winner.reads().await;
    }
    for admin in [&first, &second] {
        assert_eq!(role_on(&server, &admin.id).await, "admin");
    }
}
