//! What the tests of the use cases share: a program on a profile folder, beside a server.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rollcall_app::view::{
    Connect, Keep, Link, OutboxEntry, OutboxState, RowState, UserQuery, UserRow,
};
use rollcall_app::{App, AppParts, ConnectionId, Failure, Pace, UserId};
use rollcall_model::{Role, SystemClock, Token};
use rollcall_remote::HttpConnector;
use rollcall_sync::{BaseUrl, Connector, Remote, RemoteError, ServerFacts};
use rollcall_testkit::{FakeRemote, TestServer};
use rollcall_vault::{MemoryVault, Secret, Slot, Vault, VaultError};
use tempfile::TempDir;

use crate::forms::form;

/// As long may anything take before a test gives up on it, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// Long enough that nothing is sent while a test looks.
pub(crate) const LONG_UNDO: Option<Duration> = Some(Duration::from_secs(3_600));

/// A program, with everything that can be chosen about it.
pub(crate) struct Setup {
    pub(crate) vault: Arc<dyn Vault>,
    pub(crate) connector: Arc<dyn Connector>,
    pub(crate) token: Option<Token>,
    pub(crate) pace: Pace,
    pub(crate) program: &'static str,
}

impl Setup {
    /// A window, speaking over the network, with a keychain that works.
    pub(crate) fn window() -> Self {
        Self {
            vault: Arc::new(MemoryVault::default()),
            connector: Arc::new(HttpConnector::new().unwrap()),
            token: None,
            pace: Pace::Running,
            program: "Rollcall",
        }
    }

    /// A terminal, likewise.
    pub(crate) fn terminal() -> Self {
        Self {
            pace: Pace::OnRequest,
            program: "rollcall-cli",
            ..Self::window()
        }
    }

    /// Speaking to a server in memory instead.
    pub(crate) fn with(self, fake: &Arc<FakeRemote>) -> Self {
        Self {
            connector: Arc::new(ToFake(Arc::clone(fake))),
            ..self
        }
    }

    /// With this keychain.
    pub(crate) fn on(self, vault: &Arc<dyn Vault>) -> Self {
        Self {
            vault: Arc::clone(vault),
            ..self
        }
    }

    pub(crate) fn open(self, home: &Path) -> App {
        self.try_open(home).unwrap()
    }

    pub(crate) fn try_open(self, home: &Path) -> Result<App, Failure> {
        App::open(AppParts {
            home: home.to_owned(),
            program: self.program,
            clock: Arc::new(SystemClock),
            vault: self.vault,
            connector: self.connector,
            key_file: None,
            token: self.token,
            pace: self.pace,
        })
    }
}

/// Connects the server in memory, whatever the address.
struct ToFake(Arc<FakeRemote>);

impl Connector for ToFake {
    fn connect(
        &self,
        _url: &BaseUrl,
        _token: &Token,
        _known: ServerFacts,
    ) -> Result<Arc<dyn Remote>, RemoteError> {
        let remote: Arc<dyn Remote> = self.0.clone();
        Ok(remote)
    }
}

/// A machine without a keychain.
#[derive(Debug)]
pub(crate) struct NoVault;

impl NoVault {
    fn missing<T>() -> Result<T, VaultError> {
        Err(VaultError::NoKeychain {
            cause: "no bus".into(),
        })
    }
}

impl Vault for NoVault {
    fn read(&self, _: &Slot) -> Result<Option<Secret>, VaultError> {
        Self::missing()
    }
    fn store(&self, _: &Slot, _: &Secret) -> Result<(), VaultError> {
        Self::missing()
    }
    fn delete(&self, _: &Slot) -> Result<(), VaultError> {
        Self::missing()
    }
}

/// A server in memory with these users, of whom the first is signed in.
pub(crate) fn fake_with(people: &[(&str, Role)]) -> FakeRemote {
    let fake = FakeRemote::modern();
    for (id, role) in people {
        fake.put_user(id, *role, &[]);
    }
    fake.state().me = people.first().map(|(id, _)| UserId::new(*id));
    fake
}

/// A window of its own, signed in to a server as somebody with this role, with the whole list; and its
/// profile folder.
pub(crate) async fn signed_in(server: &TestServer, role: Role) -> (App, ConnectionId, TempDir) {
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(server, role, Keep::Keychain)).await;
    (app, id, home)
}

/// Connects, and asks for no more than who this is: the list isn't read.
pub(crate) async fn connect_only(app: &App, form: Connect) -> ConnectionId {
    let card = app.connect(form).await.unwrap();
    card.id.parse().unwrap()
}

/// Connects, and waits until the whole list is there.
pub(crate) async fn connect(app: &App, form: Connect) -> ConnectionId {
    let id = connect_only(app, form).await;
    loaded(app, id).await;
    id
}

/// Waits until the whole list is there, and the engine rests.
pub(crate) async fn loaded(app: &App, id: ConnectionId) {
    until(app, "the list is complete", async || {
        let session = app.session(id).await.unwrap();
        session.snapshot.complete && session.link == Link::Online
    })
    .await;
}

/// Waits until the server is known to be gone.
pub(crate) async fn until_offline(app: &App, id: ConnectionId) {
    until(app, "the server is known to be gone", async || {
        matches!(app.session(id).await.unwrap().link, Link::Offline { .. })
    })
    .await;
}

/// Waits until it is known which role this is.
pub(crate) async fn until_role(app: &App, id: ConnectionId, role: Role) {
    until(app, &format!("the role is {role}"), async || {
        app.session(id).await.unwrap().role.as_deref() == Some(role.as_str())
    })
    .await;
}

/// Waits until it holds: it is looked at now, and whenever something becomes stale.
pub(crate) async fn until<F: Future<Output = bool>>(
    app: &App,
    what: &str,
    mut holds: impl FnMut() -> F,
) {
    let mut stale = app.watch();
    let waiting = async {
        while !holds().await {
            // Lagging means that something became stale.
            let _ = stale.recv().await;
        }
    };
    assert!(
        tokio::time::timeout(PATIENCE, waiting).await.is_ok(),
        "waited too long: {what}"
    );
}

/// The first user with this role who isn't `but`.
pub(crate) async fn somebody(
    app: &App,
    id: ConnectionId,
    role: Role,
    but: Option<&str>,
) -> UserRow {
    let query = UserQuery {
        roles: vec![role.as_str().into()],
        states: vec![RowState::Active],
        ..UserQuery::default()
    };
    let window = app.users_window(id, &query, 0, 10).await.unwrap();
    window
        .rows
        .into_iter()
        .find(|row| Some(row.id.as_str()) != but)
        .expect("somebody has the role")
}

/// Everything in the outbox, in order.
pub(crate) async fn entries(app: &App, id: ConnectionId) -> Vec<OutboxEntry> {
    let groups = app.outbox(id).await.unwrap().groups.into_iter();
    groups.flat_map(|group| group.entries).collect()
}

/// The one that the outbox lists first.
pub(crate) async fn first_entry(app: &App, id: ConnectionId) -> OutboxEntry {
    entries(app, id).await.remove(0)
}

/// The states of everything in the outbox, in order.
pub(crate) async fn outbox_states(app: &App, id: ConnectionId) -> Vec<OutboxState> {
    let entries = entries(app, id).await.into_iter();
    entries.map(|entry| entry.state).collect()
}

/// Waits until everything in the outbox stands like this, in order.
pub(crate) async fn until_states(app: &App, id: ConnectionId, states: &[OutboxState]) {
    until(app, &format!("{states:?}"), async || {
        outbox_states(app, id).await == states
    })
    .await;
}

/// Waits until the server has everything that was asked for.
pub(crate) async fn all_done(app: &App, id: ConnectionId) {
    until(app, "all of it is done", async || {
        let states = outbox_states(app, id).await;
        states.iter().all(|state| *state == OutboxState::Done)
    })
    .await;
}

/// The server itself, as somebody with this role speaks to it.
pub(crate) async fn remote_of(server: &TestServer, role: Role) -> Arc<dyn Remote> {
    let url = BaseUrl::parse(&server.url()).unwrap();
    let connector = HttpConnector::new().unwrap();
    let remote = connector.connect(&url, &server.token(role), ServerFacts::default());
    let remote = remote.unwrap();
    remote.discover().await.unwrap();
    remote
}

/// The role that the server itself has for a user.
pub(crate) async fn role_on(server: &TestServer, user: &str) -> String {
    let remote = remote_of(server, Role::Admin).await;
    let user = remote.user(&UserId::new(user)).await.unwrap().unwrap();
    user.role.as_str().to_owned()
}

/// Whether a text stands anywhere in a folder, in the clear.
pub(crate) fn stands_in(folder: &Path, text: &str) -> Option<std::path::PathBuf> {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if let Some(found) = stands_in(&path, text) {
                return Some(found);
            }
        } else {
            let bytes = std::fs::read(&path).unwrap();
            if bytes
                .windows(text.len())
                .any(|window| window == text.as_bytes())
            {
                return Some(path);
            }
        }
    }
    None
}

/// A server; it is started with a runtime of its own, so the test's must step aside.
pub(crate) fn server(people: usize) -> TestServer {
    tokio::task::block_in_place(|| TestServer::start(people))
}

/// Starts a stopped server again.
pub(crate) fn start_again(server: &mut TestServer) {
    tokio::task::block_in_place(|| server.start_again());
}
