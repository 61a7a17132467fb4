//! Our own server behind a network that cuts its answers off, at each byte of them: a change is done
//! once, and a list loses nobody.

use std::sync::Arc;

use rollcall_model::{
    Change, MutationId, MutationState, OrgRole, Role, Settled, UserChange, UserId, WorkspaceId,
};
use rollcall_remote::HttpConnector;
use rollcall_sync::{BaseUrl, Connector, PageAt, Remote, ServerFacts, Which, pull_once, push_once};
use rollcall_testkit::{Fault, TestNetwork, TestServer};

use crate::client::Client;

/// A server, the network in front of it, and a client that has read everything.
struct Desk {
    server: TestServer,
    network: TestNetwork,
    client: Client,
}

impl Desk {
    async fn new(people: usize, known: ServerFacts) -> Self {
        let server = TestServer::start(people);
        let network = TestNetwork::before(&server.url());
        let url = BaseUrl::parse(&network.url()).unwrap();
        let connector = HttpConnector::new().unwrap();
        let remote = connector.connect(&url, &server.token(Role::Admin), known);
        let client = Client::of(remote.unwrap());
        pull_once(client.parts(), |_| {}).await.unwrap();
        Self {
            server,
            network,
            client,
        }
    }

    /// How many writes the server has done since the last look, by its own audit.
    fn writes(&self, looked: &mut i64) -> usize {
        let lines = self.server.server().audit_after(*looked, 10_000).unwrap();
        *looked = lines.last().map_or(*looked, |line| line.seq);
        lines.len()
    }

    /// A request may still meet a connection that has just ended; it is looked up again then.
    async fn push_until_looked_up(&self) {
        for _ in 0..5 {
            push_once(self.client.parts(), None).await.unwrap();
        }
    }

    /// Sends a change of each, with its answer cut off after so many bytes, until one comes through whole.
    async fn cut_each_byte_of(&self, change: impl Fn(usize, MutationId) -> Change) -> usize {
        // By the first, the client learns what it must know of the server to write at once.
        let id = MutationId::random();
        self.client.enqueue_as(id, change(0, id));
        self.push_until_looked_up().await;
        let mut looked = 0;
        self.writes(&mut looked);
        for cuts in 0.. {
            let id = MutationId::random();
            self.client.enqueue_as(id, change(cuts + 1, id));
            self.network.breaks(Fault::Cuts(cuts as u64));
            push_once(self.client.parts(), None).await.unwrap();
            let applied = MutationState::Settled(Settled::Applied);
            let whole = self.client.state(id) == applied;
            assert!(
                whole || self.client.state(id) == MutationState::Unknown,
                "{cuts} bytes: {:?}",
                self.client.state(id)
            );
            self.network.mends();
            self.push_until_looked_up().await;
            assert_eq!(self.client.state(id), applied, "{cuts} bytes: looked up");
            assert_eq!(self.writes(&mut looked), 1, "{cuts} bytes: done once");
            self.client.ledger.seen(&[id]).unwrap();
            if whole {
                return cuts;
            }
        }
        unreachable!("an answer has an end")
    }
}

/// A member to work on.
async fn member(remote: &Arc<dyn Remote>) -> (UserId, WorkspaceId) {
    let page = remote.users(Which::All, &PageAt::Start).await.unwrap();
    let member = page.users.into_iter().find(|user| {
        user.role == OrgRole::Known(Role::Member) && user.active && !user.workspaces.is_empty()
    });
    let member = member.unwrap();
    (member.id, member.workspaces[0].clone())
}

#[tokio::test]
async fn a_change_whose_answer_is_cut_off_at_any_byte_is_looked_up_and_done_once() {
    // So many that there are seats for one more of each byte.
    let desk = Desk::new(6_000, ServerFacts::default()).await;
    let (user, workspace) = member(&desk.client.remote).await;
    let roles = [Role::Member, Role::UserAdmin];
    let role_cuts = desk
        .cut_each_byte_of(|nth, _| {
            Change::from(UserChange::SetRole {
                user: user.clone(),
                was: OrgRole::Known(roles[nth % 2]),
                to: roles[(nth + 1) % 2],
            })
        })
        .await;
    let access_cuts = desk
        .cut_each_byte_of(|nth, _| {
            let (user, workspace) = (user.clone(), workspace.clone());
            Change::from(if nth % 2 == 0 {
                UserChange::RevokeWorkspace { user, workspace }
            } else {
                UserChange::GrantWorkspace { user, workspace }
            })
        })
        .await;
    let add_cuts = desk
        .cut_each_byte_of(|nth, id| {
            Change::from(UserChange::AddUser {
                user: UserId::placeholder(id),
                user_name: format!("new{nth}@acme.example"),
                display_name: String::new(),
                role: Role::Member,
            })
        })
        .await;
    for cuts in [role_cuts, access_cuts, add_cuts] {
        assert!(cuts > 100, "a head and a body have more bytes than {cuts}");
    }
}

#[tokio::test]
async fn a_list_cut_off_at_any_byte_leaves_the_old_one() {
    // Without delta query, so that everything is read each time.
    let known = ServerFacts {
        discovered: true,
        cursor: true,
        groups_on_users: true,
        ..ServerFacts::default()
    };
    let desk = Desk::new(4, known).await;
    let before = desk.client.cache.snapshot().unwrap();
    let mut cuts = 0;
    loop {
        desk.network.breaks(Fault::Cuts(cuts));
        let read = pull_once(desk.client.parts(), |_| {}).await;
        let now = desk.client.cache.snapshot().unwrap();
        assert_eq!(
            (now.users, now.complete),
            (before.users, true),
            "{cuts} bytes: nobody vanishes"
        );
        if read.is_ok() {
            break;
        }
        cuts += 1;
    }
    assert!(cuts > 500, "a list has more bytes than {cuts}");
}
