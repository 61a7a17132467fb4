//! A network that delivers each request twice, in front of our own server: each change is done once.

use rollcall_model::{
    Change, InvitationStatus, MutationId, MutationState, OrgRole, Role, Settled, User, UserChange,
    UserId, UserState,
};
use rollcall_remote::{HttpConnector, Wire, wire_over};
use rollcall_sync::{BaseUrl, Connector, PageAt, Remote, ServerFacts, Which, pull_once, push_once};
use rollcall_testkit::TestServer;
use tower::ServiceExt as _;
use tower::util::BoxCloneSyncService;

use crate::client::Client;

/// Delivers each request twice; the second answer comes back.
fn doubling(wire: Wire) -> Wire {
    BoxCloneSyncService::new(tower::service_fn(
        move |request: http::Request<bytes::Bytes>| {
            let wire = wire.clone();
            async move {
                // What becomes of the first, nobody here will know.
                let _ = wire.clone().oneshot(request.clone()).await;
                wire.oneshot(request).await
            }
        },
    ))
}

async fn users(remote: &dyn Remote) -> Vec<User> {
    let page = remote.users(Which::All, &PageAt::Start).await.unwrap();
    page.users
}

/// A change of each kind, of a user of its own.
fn one_of_each_kind(users: &[User], added: MutationId) -> Vec<(MutationId, Change)> {
    let member = OrgRole::Known(Role::Member);
    let mut members = users
        .iter()
        .filter(|user| user.role == member && user.state() == UserState::Active);
    let mut next = || members.next().unwrap().clone();
    let pending = users.iter().filter(|user| {
        user.invitation
            .as_ref()
            .is_some_and(|invitation| invitation.status == InvitationStatus::Pending)
    });
    let mut pending = pending.take(2).cloned();
    let (invited, revoked) = (pending.next().unwrap(), pending.next().unwrap());
    let (promoted, renamed, suspended, deleted) = (next(), next(), next(), next());
    let (granted, left) = (next(), next());
    let workspace = left.workspaces[0].clone();
    let changes = [
        UserChange::SetRole {
            user: promoted.id,
            was: member.clone(),
            to: Role::UserAdmin,
        },
        UserChange::SetDisplayName {
            user: renamed.id,
            was: renamed.display_name,
            to: "Another name".to_owned(),
        },
        UserChange::Suspend { user: suspended.id },
        UserChange::DeleteUser {
            user: deleted.id,
            user_name: deleted.user_name,
            was: member,
        },
        UserChange::RevokeWorkspace {
            user: left.id,
            workspace: workspace.clone(),
        },
        UserChange::GrantWorkspace {
            user: granted.id,
            workspace,
        },
        UserChange::ResendInvitation {
            user: invited.id,
            was: invited.invitation.and_then(|invitation| invitation.sent_at),
        },
        UserChange::RevokeInvitation {
            user: revoked.id,
            user_name: revoked.user_name,
        },
    ];
    let addition = Change::from(UserChange::AddUser {
        user: UserId::placeholder(added),
        user_name: "ana@new.example".to_owned(),
        display_name: String::new(),
        role: Role::Member,
    });
    let changes = changes.map(|change| (MutationId::random(), Change::from(change)));
    changes.into_iter().chain([(added, addition)]).collect()
}

#[tokio::test]
async fn a_change_of_each_kind_that_is_delivered_twice_is_done_once() {
    let server = TestServer::start(120);
    let wire = doubling(wire_over(server.server().router()));
    let url = BaseUrl::parse(&server.url()).unwrap();
    let remote = HttpConnector::over(wire)
        .connect(&url, &server.token(Role::Admin), ServerFacts::default())
        .unwrap();
    let client = Client::of(remote);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let audited = || server.server().audit_after(0, 10_000).unwrap().len();
    let changes = one_of_each_kind(&users(&*client.remote).await, MutationId::random());
    for (id, change) in changes {
        let before = audited();
        client.enqueue_as(id, change.clone());
        push_once(client.parts(), None).await.unwrap();
        assert_eq!(
            client.state(id),
            MutationState::Settled(Settled::Applied),
            "{change:?}"
        );
        assert_eq!(audited(), before + 1, "done once: {change:?}");
    }
}
