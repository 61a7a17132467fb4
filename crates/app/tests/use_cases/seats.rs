//! A plan that is full, or frozen, takes nobody in: that is said before anything is queued, where it is known.

use rollcall_app::view::{
    ChangeUsers, Changes, Fate, Keep, RowState, Selection, UserAction, UserQuery, VerdictKind,
};
use rollcall_app::{App, ConnectionId, Failure, UserId};
use rollcall_model::{OperationId, Role, SubscriptionStatus};
use rollcall_policy::Rule;
use rollcall_testkit::TestServer;
use tempfile::TempDir;

use crate::adding::add;
use crate::general::{general, save};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, fake_with, outbox_states, server, signed_in, until};

async fn opened(server: &TestServer) -> (App, ConnectionId, TempDir) {
    let (app, id, home) = signed_in(server, Role::Admin).await;
    general(&app, id).await;
    (app, id, home)
}

/// Leaves so many seats free, and waits until that is known.
pub(crate) async fn leave_free(app: &App, id: ConnectionId, free: u32) {
    let seats = async || app.billing(id).await.unwrap().subscription.unwrap();
    let wanted = seats().await.seats_used.unwrap() + free;
    let change = save(&[("seats", &wanted.to_string())]);
    app.change_subscription(id, &change, None).await.unwrap();
    until(app, "the seats are taken away", async || {
        seats().await.free_seats == Some(free)
    })
    .await;
}

async fn one(app: &App, id: ConnectionId, state: RowState) -> String {
    let query = UserQuery {
        states: vec![state],
        roles: vec![Role::Member.as_str().into()],
        ..UserQuery::default()
    };
    let mut window = app.users_window(id, &query, 0, 1).await.unwrap();
    window.rows.remove(0).id
}

async fn change(
    app: &App,
    id: ConnectionId,
    user: &str,
    action: UserAction,
) -> Result<(), Failure> {
    let change = ChangeUsers {
        operation: OperationId::random().to_string(),
        selection: Selection::Ids {
            ids: vec![user.to_owned()],
        },
        action,
        typed: None,
    };
    app.change_users(id, &change, None).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_plan_takes_nobody_in_until_a_seat_is_free() {
    let server = server(40);
    let (app, id, _home) = opened(&server).await;
    leave_free(&app, id, 0).await;
    let sentence = Rule::SeatsTaken.sentence();
    let refused = add(&app, id, "one@new.example", Role::Member)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("denied", &*sentence)
    );
    for choice in app.add_view(id).await.unwrap().roles {
        assert_eq!(choice.verdict.reason.as_deref(), Some(&*sentence));
    }
    let suspended = one(&app, id, RowState::Suspended).await;
    let details = app
        .user_details(id, &UserId::new(&suspended))
        .await
        .unwrap();
    let offered = details
        .actions
        .iter()
        .find(|each| each.action == "reactivate");
    assert_eq!(
        offered.unwrap().verdict.reason.as_deref(),
        Some(&*sentence),
        "and nobody comes back"
    );
    let refused = change(&app, id, &suspended, UserAction::Reactivate).await;
    assert!(refused.is_err(), "{refused:?}");

    let member = one(&app, id, RowState::Active).await;
    change(&app, id, &member, UserAction::Suspend)
        .await
        .unwrap();
    until(&app, "a seat is free, and that is known", async || {
        app.add_view(id).await.unwrap().roles[0].verdict.kind == VerdictKind::Allowed
    })
    .await;
    add(&app, id, "one@new.example", Role::Member)
        .await
        .unwrap();
    let second = add(&app, id, "two@new.example", Role::Member).await;
    assert_eq!(
        second.unwrap_err().message,
        sentence,
        "who waits to be added has the seat already"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_list_those_who_come_first_have_the_seats() {
    let server = server(40);
    let (app, id, _home) = opened(&server).await;
    leave_free(&app, id, 2).await;
    let list = "a@new.example\nb@new.example\nc@new.example\nd@new.example";
    let read = app
        .read_invitees(id, list.as_bytes().to_vec(), None)
        .await
        .unwrap();
    let window = app
        .invitees_window(id, read.id, Role::Member, Some(Fate::Denied), 0, 10)
        .await
        .unwrap();
    assert_eq!((window.counts.added, window.counts.denied), (2, 2));
    for row in &window.rows {
        assert_eq!(row.reason.as_deref(), Some(&*Rule::SeatsTaken.sentence()));
    }
    let added = app
        .add_invitees(id, read.id, Role::Member, LONG_UNDO, |_| {})
        .await
        .unwrap();
    assert_eq!(added.added, 2);
    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "the server took both", async || {
        let standing = app.session(id).await.unwrap();
        (standing.waiting, standing.needs_you) == (0, 0)
    })
    .await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_or_ended_subscription_says_what_comes_first() {
    for (status, rule) in [
        (SubscriptionStatus::Frozen, Rule::SubscriptionFrozen),
        (SubscriptionStatus::Cancelled, Rule::SubscriptionCancelled),
        (SubscriptionStatus::TrialEnded, Rule::TrialEnded),
    ] {
        let fake = fake_with(&[("ada", Role::Admin)]);
        fake.describe_organization();
        if let Some(organization) = &mut fake.state().organization {
            organization.subscription.as_mut().unwrap().status = status.clone();
        }
        let scene = Scene::beside(fake, Keep::Keychain).await;
        let (app, id) = (&scene.app, scene.id);
        general(app, id).await;
        let refused = add(app, id, "one@new.example", Role::Member)
            .await
            .unwrap_err();
        assert_eq!(refused.message, rule.sentence(), "{status}");
        assert_eq!(outbox_states(app, id).await, []);
        app.close().await;
    }
}
