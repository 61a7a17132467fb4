//! The engine against our own server: over sockets, and without any.

use std::sync::Arc;
use std::time::Duration;

use rollcall_model::{
    Change, MutationId, MutationState, OrgRole, Role, Settled, Token, User, UserChange, UserId,
    UserState, WorkspaceId,
};
use rollcall_remote::{HttpConnector, wire_over};
use rollcall_sync::{
    BaseUrl, Connector, PageAt, Remote, RemoteError, SendOutcome, ServerFacts, Trust, Which,
    pull_once, push_once, remembered_server,
};
use rollcall_testkit::TestServer;

use crate::client::Client;

#[derive(Debug, Clone, Copy)]
enum Over {
    Sockets,
    Router,
}

fn connect(server: &TestServer, token: &Token, over: Over, known: ServerFacts) -> Arc<dyn Remote> {
    let url = BaseUrl::parse(&server.url()).unwrap();
    let connector = match over {
        Over::Sockets => HttpConnector::new().unwrap(),
        Over::Router => HttpConnector::over(wire_over(server.server().router())),
    };
    connector.connect(&url, token, known).unwrap()
}

fn client(server: &TestServer, role: Role, over: Over) -> Client {
    let known = ServerFacts::default();
    Client::of(connect(server, &server.token(role), over, known))
}

async fn everybody(remote: &dyn Remote) -> Vec<User> {
    let mut users = Vec::new();
    let mut at = PageAt::Start;
    loop {
        let page = remote.users(Which::All, &at).await.unwrap();
        assert!(page.unreadable.is_empty());
        users.extend(page.users);
        match page.next {
            Some(next) => at = next,
            None => return users,
        }
    }
}

/// An active member who isn't ours to be demoted, with and without workspaces.
fn member(users: &[User]) -> &User {
    let fits = |user: &&User| {
        user.role == OrgRole::Known(Role::Member)
            && user.state() == UserState::Active
            && user.workspaces.len() == 1
    };
    users.iter().find(fits).unwrap()
}

#[tokio::test]
async fn a_first_read_brings_everybody_each_once() {
    let server = TestServer::start(2_300);
    for over in [Over::Sockets, Over::Router] {
        let client = client(&server, Role::Admin, over);
        let report = pull_once(client.parts(), |_| {}).await.unwrap();
        let counted = client.remote.count_users().await.unwrap().unwrap();
        let snapshot = client.cache.snapshot().unwrap();
        assert_eq!(
            (report.read.received, u64::from(snapshot.users)),
            (counted, counted),
            "{over:?}"
        );
        assert!(snapshot.complete && counted >= 2_300);
        assert!(!client.cache.workspaces().unwrap().is_empty());
        let facts = remembered_server(&client.cache).unwrap();
        assert!(
            facts.cursor && facts.delta && facts.groups_on_users,
            "{facts:?}"
        );
    }
}

#[tokio::test]
async fn a_second_sync_with_nothing_new_transfers_less_than_a_kilobyte() {
    let server = TestServer::start(200);
    let client = client(&server, Role::Admin, Over::Sockets);
    pull_once(client.parts(), |_| {}).await.unwrap();
    // As a program that was started again: what was learned is remembered.
    let facts = remembered_server(&client.cache).unwrap();
    let again = Client {
        remote: connect(&server, &server.token(Role::Admin), Over::Sockets, facts),
        cache: client.cache.clone(),
        ledger: client.ledger.clone(),
    };
    let report = pull_once(again.parts(), |_| {}).await.unwrap();
    assert!(!report.read.everything);
    assert!(report.bytes < 1_000, "{} bytes of body", report.bytes);
}

#[tokio::test]
async fn roles_and_workspaces_change_on_the_server_and_here() {
    let server = TestServer::start(120);
    for over in [Over::Sockets, Over::Router] {
        let client = client(&server, Role::Admin, over);
        pull_once(client.parts(), |_| {}).await.unwrap();
        let users = everybody(&*client.remote).await;
        let user = member(&users);
        let held = user.workspaces[0].clone();
        let other = client.cache.workspaces().unwrap();
        let other = other
            .iter()
            .map(|known| &known.shown.workspace.id)
            .find(|id| **id != held)
            .unwrap()
            .clone();
        let ids = client.enqueue(vec![
            Change::from(UserChange::SetRole {
                user: user.id.clone(),
                was: OrgRole::Known(Role::Member),
                to: Role::UserAdmin,
            }),
            Change::from(UserChange::GrantWorkspace {
                user: user.id.clone(),
                workspace: other.clone(),
            }),
            Change::from(UserChange::RevokeWorkspace {
                user: user.id.clone(),
                workspace: held,
            }),
            Change::from(UserChange::SetRole {
                user: user.id.clone(),
                was: OrgRole::Known(Role::UserAdmin),
                to: Role::BillingAdmin,
            }),
        ]);
        let report = push_once(client.parts(), None).await.unwrap();
        assert_eq!(
            report.push.applied,
            ids,
            "{:?}",
            client.ledger.listed().unwrap()
        );
        let now = client.remote.user(&user.id).await.unwrap().unwrap();
        assert_eq!(
            (&now.role, &now.workspaces),
            (&OrgRole::Known(Role::BillingAdmin), &vec![other])
        );
        let kept = client.cache.user(&user.id).unwrap().unwrap().user;
        assert_eq!(
            (&kept.role, &kept.workspaces),
            (&now.role, &now.workspaces),
            "the snapshot follows"
        );
        assert_eq!(
            client.remote.facts().if_match,
            Trust::Holds,
            "learned by the first write"
        );
        let delta = pull_once(client.parts(), |_| {}).await.unwrap();
        assert!(!delta.read.everything && delta.read.received >= 1);
        assert_eq!(
            client.cache.user(&user.id).unwrap().unwrap().user.version,
            now.version
        );
    }
}

/// The states of these mutations, in order.
fn states(client: &Client, ids: &[MutationId]) -> Vec<MutationState> {
    ids.iter().map(|id| client.state(*id)).collect()
}

#[tokio::test]
async fn an_invitation_sent_again_twice_in_a_row_is_sent_twice() {
    let server = TestServer::start(60);
    let client = client(&server, Role::Admin, Over::Router);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let users = everybody(&*client.remote).await;
    let pending = users.iter().find(|user| user.is_pending()).unwrap();
    let sent_at = || {
        let shown = client.cache.user(&pending.id).unwrap().unwrap();
        shown.user.invitation.unwrap().sent_at
    };
    let mut last = sent_at();
    for _ in 0..2 {
        let ids = client.enqueue(vec![Change::from(UserChange::ResendInvitation {
            user: pending.id.clone(),
            was: last,
        })]);
        push_once(client.parts(), None).await.unwrap();
        assert_eq!(
            states(&client, &ids),
            [MutationState::Settled(Settled::Applied)]
        );
        assert!(
            sent_at() > last,
            "the second is told from the first without a read between them"
        );
        last = sent_at();
    }
    let now = client.remote.user(&pending.id).await.unwrap().unwrap();
    assert_eq!(now.invitation.unwrap().sent_at, last);
}

#[tokio::test]
async fn a_whole_life_on_our_server_from_the_addition_to_the_end() {
    let server = TestServer::start(60);
    let client = client(&server, Role::Admin, Over::Router);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let id = MutationId::random();
    let user = UserId::placeholder(id);
    let picture = "https://example.com/ana.png".to_owned();
    let changes = [
        Change::from(UserChange::SetDisplayName {
            user: user.clone(),
            was: "Ana".to_owned(),
            to: "Ana Ruiz".to_owned(),
        }),
        Change::from(UserChange::SetPicture {
            user: user.clone(),
            was: None,
            to: Some(picture.clone()),
        }),
        Change::from(UserChange::ResendInvitation {
            user: user.clone(),
            was: None,
        }),
        Change::from(UserChange::Suspend { user: user.clone() }),
        Change::from(UserChange::Reactivate { user: user.clone() }),
    ];
    let add = Change::from(UserChange::AddUser {
        user,
        user_name: "ana@new.example".to_owned(),
        display_name: "Ana".to_owned(),
        role: Role::Member,
    });
    let mut ids = client.enqueue_as(id, add);
    ids.extend(client.enqueue(changes.into()));
    push_once(client.parts(), None).await.unwrap();
    let applied = MutationState::Settled(Settled::Applied);
    assert_eq!(states(&client, &ids), vec![applied.clone(); 6]);
    let added = client
        .ledger
        .mutation(id)
        .unwrap()
        .unwrap()
        .change
        .user()
        .unwrap()
        .clone();
    let there = client.remote.user(&added).await.unwrap().unwrap();
    assert_eq!(there.external_id.as_deref(), Some(id.to_string().as_str()));
    assert_eq!(
        (there.display_name.as_str(), there.photo, there.active),
        ("Ana Ruiz", Some(picture), true)
    );

    let end = client.enqueue(vec![Change::from(UserChange::RevokeInvitation {
        user: added.clone(),
        user_name: there.user_name,
    })]);
    push_once(client.parts(), None).await.unwrap();
    assert_eq!(states(&client, &end), std::slice::from_ref(&applied));
    assert_eq!(
        client.remote.user(&added).await.unwrap(),
        None,
        "revoked is removed"
    );

    let users = everybody(&*client.remote).await;
    let user = member(&users);
    let deletion = Change::from(UserChange::DeleteUser {
        user: user.id.clone(),
        user_name: user.user_name.clone(),
        was: user.role.clone(),
    });
    for _ in 0..2 {
        let ids = client.enqueue(vec![deletion.clone()]);
        push_once(client.parts(), None).await.unwrap();
        assert_eq!(
            states(&client, &ids),
            std::slice::from_ref(&applied),
            "gone is as asked for"
        );
    }
    assert!(
        client.cache.user(&user.id).unwrap().is_none(),
        "the snapshot follows"
    );
}

#[tokio::test]
async fn an_address_that_somebody_has_is_a_conflict_and_not_a_second_user() {
    let server = TestServer::start(60);
    let client = client(&server, Role::Admin, Over::Router);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let users = everybody(&*client.remote).await;
    let id = MutationId::random();
    let add = Change::from(UserChange::AddUser {
        user: UserId::placeholder(id),
        user_name: member(&users).user_name.to_uppercase(),
        display_name: String::new(),
        role: Role::Member,
    });
    let ids = client.enqueue_as(id, add);
    push_once(client.parts(), None).await.unwrap();
    let found = rollcall_model::Found::Taken;
    assert_eq!(
        states(&client, &ids),
        [MutationState::Settled(Settled::Conflict { found })]
    );
    assert_eq!(everybody(&*client.remote).await.len(), users.len());
}

#[tokio::test]
async fn a_refusal_has_the_policys_own_sentence() {
    let server = TestServer::start(120);
    let client = client(&server, Role::UserAdmin, Over::Sockets);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let users = everybody(&*client.remote).await;
    let user = member(&users);
    let ids = client.enqueue(vec![Change::from(UserChange::SetRole {
        user: user.id.clone(),
        was: OrgRole::Known(Role::Member),
        to: Role::Admin,
    })]);
    let report = push_once(client.parts(), None).await.unwrap();
    assert_eq!(report.push.rejected, ids);
    let state = client.ledger.mutation(ids[0]).unwrap().unwrap().state;
    let reason = "User Admins can't change roles.".to_owned();
    assert_eq!(state, MutationState::Settled(Settled::Rejected { reason }));
}

#[tokio::test]
async fn a_role_changed_by_another_admin_is_a_conflict() {
    let server = TestServer::start(120);
    let client = client(&server, Role::Admin, Over::Sockets);
    pull_once(client.parts(), |_| {}).await.unwrap();
    let users = everybody(&*client.remote).await;
    let user = member(&users);
    let role = |was, to| {
        Change::from(UserChange::SetRole {
            user: user.id.clone(),
            was: OrgRole::Known(was),
            to,
        })
    };
    let mine = client.enqueue(vec![role(Role::Member, Role::UserAdmin)]);
    let theirs = crate::support::mutation(role(Role::Member, Role::BillingAdmin));
    let sent = client.remote.send(&theirs, user.version.as_ref()).await;
    assert!(
        matches!(sent, SendOutcome::Applied { answered: Some(_) }),
        "{sent:?}"
    );
    let report = push_once(client.parts(), None).await.unwrap();
    assert_eq!(report.push.conflicts, mine, "I8: no silent overwrite");
    let role = client.remote.user(&user.id).await.unwrap().unwrap().role;
    assert_eq!(role, OrgRole::Known(Role::BillingAdmin));
}

#[tokio::test]
async fn adding_twice_and_removing_the_gone_change_nothing() {
    let server = TestServer::start(60);
    let remote = connect(
        &server,
        &server.token(Role::Admin),
        Over::Sockets,
        ServerFacts::default(),
    );
    remote.discover().await.unwrap();
    let users = everybody(&*remote).await;
    let user = member(&users);
    for _ in 0..2 {
        let sent = remote
            .send(
                &crate::support::revoke(user.id.as_str(), user.workspaces[0].as_str()),
                None,
            )
            .await;
        assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    }
    for _ in 0..2 {
        let sent = remote
            .send(
                &crate::support::grant(user.id.as_str(), user.workspaces[0].as_str()),
                None,
            )
            .await;
        assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    }
    let gone = remote
        .send(
            &crate::support::grant(user.id.as_str(), "no-such-workspace"),
            None,
        )
        .await;
    assert!(matches!(gone, SendOutcome::Gone), "{gone:?}");
    let nobody = Change::from(UserChange::GrantWorkspace {
        user: UserId::new("nobody"),
        workspace: WorkspaceId::new("none"),
    });
    assert_eq!(
        remote.look_up(&nobody).await.unwrap().found,
        rollcall_model::Found::Gone
    );
}

#[tokio::test]
async fn a_wrong_token_is_a_session_that_ended() {
    let server = TestServer::start(20);
    let remote = connect(
        &server,
        &Token::parse("not-a-token").unwrap(),
        Over::Sockets,
        ServerFacts::default(),
    );
    let read = remote.users(Which::All, &PageAt::Start).await;
    assert!(matches!(read, Err(RemoteError::Unauthorized)), "{read:?}");
}

#[tokio::test]
async fn a_server_gone_and_back_is_noticed_and_what_waited_is_sent() {
    let mut server = TestServer::start(60);
    let client = client(&server, Role::Admin, Over::Sockets);
    let (engine, handle) = rollcall_sync::Engine::new(client.parts());
    let test = async {
        let mut status = handle.status();
        let online = |status: &rollcall_sync::Status| status.link == rollcall_sync::Link::Online;
        status
            .wait_for(|status| online(status) && client.cache.snapshot().unwrap().complete)
            .await
            .unwrap();
        let users = everybody(&*client.remote).await;
        let user = member(&users).clone();
        server.stop();
        let id = client.enqueue(vec![Change::from(UserChange::SetRole {
            user: user.id.clone(),
            was: OrgRole::Known(Role::Member),
            to: Role::UserAdmin,
        })])[0];
        handle.queued(None, &[id]);
        status
            .wait_for(|status| matches!(status.link, rollcall_sync::Link::Offline { .. }))
            .await
            .unwrap();
        server.start_again();
        status.wait_for(online).await.unwrap();
        let mut stale = handle.stale();
        while client.ledger.mutation(id).unwrap().unwrap().state
            != MutationState::Settled(Settled::Applied)
        {
            let _ = stale.recv().await;
        }
        let role = client.remote.user(&user.id).await.unwrap().unwrap().role;
        assert_eq!(role, OrgRole::Known(Role::UserAdmin));
    };
    tokio::select! {
        () = engine.run() => panic!("the engine ended by itself"),
        tested = tokio::time::timeout(Duration::from_secs(60), test) => tested.unwrap(),
    }
}
