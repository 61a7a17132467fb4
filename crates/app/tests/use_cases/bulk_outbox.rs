//! What became of a change to many: told as one thing with results per row, and asked for again where it
//! failed.

use rollcall_app::view::{
    Changes, OutboxPart, OutboxQuery, OutboxView, PreviewVerdict, PreviewWindow, Receipt,
    Selection, UserAction, UserQuery,
};
use rollcall_model::{OrgRole, Role};
use rollcall_policy::{Action, Rule};
use rollcall_testkit::SendFault;

use crate::bulk::two_active_admins;
use crate::forms::{everyone, ids, press, set_role};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, server, signed_in, until};

const REASON: &str = "The directory is being reorganized.";

async fn window(scene: &Scene, query: OutboxQuery) -> OutboxView {
    scene.app.outbox_window(scene.id, &query).await.unwrap()
}

fn first(limit: u32) -> OutboxQuery {
    OutboxQuery {
        limit,
        ..OutboxQuery::default()
    }
}

/// Everybody but Ada is asked to become a User Admin, in one press.
async fn promote_everyone_else(scene: &Scene) -> Receipt {
    let everyone_else = Selection::All {
        query: UserQuery::default(),
        except: vec!["ada".into()],
    };
    let promotion = set_role(Role::UserAdmin);
    let promoted = scene.change(&everyone_else, &promotion, None).await;
    promoted.unwrap()
}

/// Thirty users asked to become User Admins in one press, of whom the server refuses four and has
/// changed one.
async fn half_done() -> (Scene, String) {
    let scene = Scene::new(|fake| {
        for number in 0..30 {
            fake.put_user(&format!("user-{number:02}"), Role::Member, &[]);
        }
        fake.spoil((0..4).map(|_| SendFault::refused(REASON)));
    })
    .await;
    let receipt = promote_everyone_else(&scene).await;
    assert_eq!(receipt.queued, 30);
    scene.fake.put_user("user-20", Role::BillingAdmin, &[]);
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "everything was tried", async || {
        window(&scene, first(1)).await.waiting == 0
    })
    .await;
    (scene, receipt.operation)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_to_many_is_one_thing_with_a_result_for_each() {
    let (scene, operation) = half_done().await;
    let outbox = window(&scene, first(7)).await;
    assert_eq!((outbox.waiting, outbox.needs_you, outbox.done), (0, 5, 25));
    assert_eq!(
        (outbox.total, outbox.groups.len()),
        (30, 7),
        "a window, never the whole list"
    );
    let bulk = &outbox.bulks[0];
    assert_eq!(
        (
            bulk.operation.as_str(),
            bulk.users,
            bulk.needs_you,
            bulk.done
        ),
        (operation.as_str(), 30, 5, 25)
    );
    assert_eq!(
        (bulk.verb.as_str(), bulk.after.as_str()),
        ("set_role", "User Admin")
    );
    assert_eq!(
        (bulk.refusals[0].reason.as_str(), bulk.refusals[0].changes),
        (REASON, 4),
        "one reason is told once, with how many it is for"
    );
    let needs_you = OutboxQuery {
        operation: Some(operation),
        part: Some(OutboxPart::NeedsYou),
        ..first(100)
    };
    let failed = window(&scene, needs_you).await;
    assert_eq!((failed.total, failed.groups.len()), (5, 5));
    let of_all: Vec<_> = outbox
        .groups
        .iter()
        .take(5)
        .map(|group| &group.id)
        .collect();
    let of_part: Vec<_> = failed.groups.iter().map(|group| &group.id).collect();
    assert_eq!(of_all, of_part, "those who need somebody come first");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_failed_ones_are_asked_for_again_in_one_press() {
    let (scene, operation) = half_done().await;
    let failed = Changes::Operation {
        operation,
        part: Some(OutboxPart::NeedsYou),
    };
    let before = scene.fake.state().sent.len();
    let receipt = scene.app.ask_again(scene.id, &failed).await.unwrap();
    assert_eq!(receipt.queued, 5, "the 25 that are done are left alone");
    let again = scene.app.ask_again(scene.id, &failed).await.unwrap_err();
    assert_eq!(again.code, "not_open", "a second press asks for nothing");
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "all have the role", async || {
        let state = scene.fake.state();
        let members = state.users.values().filter(|user| {
            user.role != OrgRole::Known(Role::UserAdmin) && user.id.as_str() != "ada"
        });
        members.count() == 0
    })
    .await;
    assert_eq!(
        scene.fake.state().sent.len(),
        before + 5,
        "each was sent once more"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_of_a_press_is_taken_back_together() {
    let scene = Scene::new(|fake| {
        for number in 0..10 {
            fake.put_user(&format!("user-{number}"), Role::Member, &[]);
        }
    })
    .await;
    let some = ids(&["user-1", "user-2", "user-3", "user-4"]);
    let receipt = scene
        .change(&some, &UserAction::Suspend, None)
        .await
        .unwrap();
    let whole = Changes::Operation {
        operation: receipt.operation,
        part: None,
    };
    assert_eq!(scene.app.take_back(scene.id, &whole).await.unwrap(), 4);
    assert_eq!(
        scene.app.take_back(scene.id, &whole).await.unwrap(),
        0,
        "taking back twice is no error"
    );
    assert_eq!(window(&scene, first(10)).await.total, 0);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_refused_demotions_asked_for_again_together_leave_an_admin() {
    let scene = two_active_admins().await;
    scene
        .change(&ids(&["dan"]), &set_role(Role::Admin), None)
        .await
        .unwrap();
    scene.fake.spoil((0..3).map(|_| SendFault::refused(REASON)));
    let both = scene
        .change(&ids(&["bob", "cleo"]), &set_role(Role::Member), None)
        .await
        .unwrap();
    assert_eq!(both.queued, 2, "Dan is to be an Admin");
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "all are refused", async || {
        window(&scene, first(1)).await.needs_you == 3
    })
    .await;
    let failed = Changes::Operation {
        operation: both.operation,
        part: Some(OutboxPart::NeedsYou),
    };
    let receipt = scene.app.ask_again(scene.id, &failed).await.unwrap();
    assert_eq!(
        receipt.queued, 1,
        "Dan is no Admin, so one of the two stays"
    );
    assert!(
        receipt.message.ends_with("Left as they are: 1."),
        "{}",
        receipt.message
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_are_changed_at_once_with_each_verdict_where_it_belongs() {
    let people = 5_000;
    let server = server(people);
    let (app, id, _home) = signed_in(&server, Role::UserAdmin).await;

    let delete = UserAction::Delete;
    let last = PreviewWindow {
        verdict: PreviewVerdict::NotAllowed,
        offset: 0,
        limit: 50,
    };
    let preview = app
        .preview_change(id, &everyone(), &delete, last)
        .await
        .unwrap();
    let total = preview.will_change + preview.not_allowed + preview.already_so;
    assert!(
        preview.will_change > 4_000 && preview.not_allowed > 100,
        "{preview:?}"
    );
    let sentence = Rule::RoleLimits(Role::UserAdmin, Action::UsersDelete).sentence();
    assert!(
        preview
            .rows
            .iter()
            .all(|row| row.reason.as_deref() == Some(&*sentence))
    );

    let typed = preview.will_change.to_string();
    let receipt: Receipt = app
        .change_users(id, &press(&everyone(), &delete, Some(&typed)), LONG_UNDO)
        .await
        .unwrap();
    assert_eq!(receipt.queued, preview.will_change);
    assert!(
        receipt.message.contains("not allowed"),
        "{}",
        receipt.message
    );

    let query = OutboxQuery {
        offset: 2_000,
        limit: 50,
        ..OutboxQuery::default()
    };
    let outbox = app.outbox_window(id, &query).await.unwrap();
    assert_eq!(
        (outbox.total, outbox.groups.len()),
        (preview.will_change, 50)
    );

    app.send(id, &Changes::All, None).await.unwrap();
    let waiting = async || app.session(id).await.unwrap().waiting;
    let mut left = waiting().await;
    while left > 0 {
        until(&app, "more are sent", async || waiting().await < left).await;
        left = waiting().await;
    }
    let outbox = app.outbox_window(id, &query).await.unwrap();
    assert_eq!((outbox.needs_you, outbox.done), (0, preview.will_change));
    let left = app
        .users_window(id, &UserQuery::default(), 0, 1)
        .await
        .unwrap();
    assert_eq!(
        left.total,
        total - preview.will_change,
        "who may not be deleted is there"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_that_are_all_refused_are_told_as_one_and_answered_in_windows() {
    const PEOPLE: u32 = 10_000;
    let scene = Scene::new(|fake| {
        for number in 0..PEOPLE {
            fake.put_user(&format!("user-{number:05}"), Role::Member, &[]);
        }
        fake.state().page = 1_000;
        fake.spoil((0..PEOPLE).map(|_| SendFault::refused(REASON)));
    })
    .await;
    let receipt = promote_everyone_else(&scene).await;
    assert_eq!(receipt.queued, PEOPLE);
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    let waiting = async || scene.app.session(scene.id).await.unwrap().waiting;
    let mut left = waiting().await;
    while left > 0 {
        until(&scene.app, "more are tried", async || {
            waiting().await < left
        })
        .await;
        left = waiting().await;
    }

    let outbox = window(&scene, first(50)).await;
    assert_eq!(
        (outbox.total, outbox.groups.len(), outbox.needs_you),
        (PEOPLE, 50, PEOPLE),
        "a window, never the whole list"
    );
    let bulk = &outbox.bulks[0];
    assert_eq!(
        (outbox.bulks.len(), bulk.refusals.len()),
        (1, 1),
        "one notice, and one reason"
    );
    assert_eq!(
        (bulk.refusals[0].reason.as_str(), bulk.refusals[0].changes),
        (REASON, PEOPLE)
    );
    let dropped = Changes::Operation {
        operation: receipt.operation,
        part: Some(OutboxPart::NeedsYou),
    };
    assert_eq!(
        scene.app.take_back(scene.id, &dropped).await.unwrap(),
        PEOPLE,
        "and one press drops them"
    );
    assert_eq!(window(&scene, first(50)).await.total, 0);
    scene.app.close().await;
}
