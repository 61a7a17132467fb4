//! Many are deleted in one press: what they lose is counted before, what waits for them goes along, and it is
//! typed.

use rollcall_app::UserId;
use rollcall_app::view::{Changes, OutboxState, PreviewVerdict, Selection, UserAction};
use rollcall_model::{AssignedContacts, Role, WorkspaceId};

use crate::forms::{addition, ids, press, role_change};
use crate::scene::Scene;
use crate::support::{LONG_UNDO, outbox_states, until};

/// Three users with workspaces, contacts and changes that wait.
async fn with_something_to_lose() -> Scene {
    let scene = Scene::new(|fake| {
        for workspace in ["sales", "design", "ops"] {
            fake.put_workspace(workspace);
        }
        fake.put_user("bob", Role::Member, &["sales", "design"]);
        fake.put_user("cleo", Role::UserAdmin, &["sales"]);
        fake.put_user("dan", Role::Member, &["ops"]);
        fake.put_user("eve", Role::Admin, &["sales"]);
        let mut state = fake.state();
        let mut assign = |user: &str, contacts: &[(&str, u64)]| {
            let user = state.users.get_mut(&UserId::new(user)).unwrap();
            let contacts = contacts.iter().map(|(workspace, count)| AssignedContacts {
                workspace: WorkspaceId::new(*workspace),
                count: *count,
            });
            user.assigned_contacts = Some(contacts.collect());
        };
        assign("bob", &[("sales", 200), ("design", 4)]);
        assign("cleo", &[("sales", 10), ("design", 0)]);
    })
    .await;
    for (user, role) in [("bob", Role::Admin), ("dan", Role::BillingAdmin)] {
        scene.save(&role_change(user, role)).await;
    }
    scene
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consequences_of_a_deletion_are_counted_from_the_list() {
    let scene = with_something_to_lose().await;
    let all = ids(&["bob", "cleo", "dan"]);
    let preview = scene
        .preview(&all, &UserAction::Delete, PreviewVerdict::WillChange)
        .await;
    let told = &preview.consequences;
    let losses: Vec<_> = told
        .workspaces
        .iter()
        .map(|loss| (loss.name.as_str(), loss.users, loss.contacts))
        .collect();
    assert_eq!(
        losses,
        [
            ("Workspace design", 1, 4),
            ("Workspace ops", 1, 0),
            ("Workspace sales", 2, 210)
        ],
        "by name, with the users and the contacts of each"
    );
    assert_eq!(
        (told.removed, told.contacts, told.contacts_unknown),
        (3, 214, 1),
        "of Dan the server tells nothing, which is said"
    );
    assert_eq!((told.dropped, told.on_their_way), (2, 0));

    let suspended = scene
        .preview(&all, &UserAction::Suspend, PreviewVerdict::WillChange)
        .await;
    assert_eq!(
        suspended.consequences,
        rollcall_app::view::Consequences::default(),
        "a suspension takes nothing away"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_with_access_to_a_workspace_is_counted_too() {
    let scene = with_something_to_lose().await;
    let withdrawal = UserAction::RemoveFromWorkspaces {
        ids: vec!["sales".to_owned()],
    };
    let all = ids(&["bob", "cleo", "dan", "eve"]);
    let preview = scene
        .preview(&all, &withdrawal, PreviewVerdict::WillChange)
        .await;
    let told = &preview.consequences;
    assert_eq!(preview.will_change, 3, "Dan isn't in it");
    let [sales] = &told.workspaces[..] else {
        panic!("it is about one workspace: {:?}", told.workspaces);
    };
    assert_eq!(
        (sales.users, sales.contacts),
        (1, 210),
        "an Admin enters it all the same, and so will Bob; the contacts elsewhere stay"
    );
    assert_eq!(
        (told.removed, told.contacts, told.contacts_unknown),
        (0, 210, 1),
        "nobody is removed, and of Eve the server doesn't tell"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_user_goes_with_their_deletion() {
    let scene = with_something_to_lose().await;
    assert_eq!(outbox_states(&scene.app, scene.id).await.len(), 2);
    scene
        .change(&ids(&["dan"]), &UserAction::Delete, None)
        .await
        .unwrap();
    let outbox = scene.app.outbox(scene.id).await.unwrap();
    let told: Vec<_> = outbox
        .groups
        .iter()
        .map(|group| {
            (
                group.id.as_str(),
                group.entries.len(),
                group.entries[0].verb.as_str(),
            )
        })
        .collect();
    assert_eq!(told, [("bob", 1, "set_role"), ("dan", 1, "delete_user")]);
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "Dan is gone", async || {
        scene.fake.role_of("dan").is_none()
    })
    .await;
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_taken_back_in_time_brings_back_what_it_had_dropped() {
    let scene = with_something_to_lose().await;
    let before = outbox_states(&scene.app, scene.id).await;
    let deleted = scene
        .change(&ids(&["dan"]), &UserAction::Delete, None)
        .await
        .unwrap();
    let deletion = Changes::Operation {
        operation: deleted.operation,
        part: None,
    };
    assert_eq!(scene.app.take_back(scene.id, &deletion).await.unwrap(), 1);
    assert_eq!(outbox_states(&scene.app, scene.id).await, before);
    let dan = scene.details("dan").await;
    assert_eq!(
        (dan.row.intent.as_deref(), dan.changes.len()),
        (Some("waiting"), 1),
        "it waits again, and is shown"
    );
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "both are done", async || {
        let states = outbox_states(&scene.app, scene.id).await;
        states == [OutboxState::Done, OutboxState::Done]
    })
    .await;
    assert!(scene.fake.role_of("dan").is_some(), "Dan is there");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_risky_is_typed_and_bound_to_what_was_seen() {
    let scene = with_something_to_lose().await;
    let delete = UserAction::Delete;
    let confirm = async |selection: &Selection| {
        let preview = scene
            .preview(selection, &delete, PreviewVerdict::WillChange)
            .await;
        preview.confirm.map(|confirm| confirm.text)
    };
    assert_eq!(confirm(&ids(&["cleo"])).await, None, "one who is no Admin");
    assert_eq!(
        confirm(&ids(&["bob"])).await.as_deref(),
        Some("bob@example.com"),
        "one who is to be an Admin"
    );
    let all = ids(&["bob", "cleo", "dan"]);
    assert_eq!(confirm(&all).await.as_deref(), Some("3"));
    for typed in [None, Some(""), Some("2"), Some("bob@example.com")] {
        let refused = scene.change(&all, &delete, typed).await.unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("not_confirmed", Some("typed"))
        );
    }
    assert_eq!(
        outbox_states(&scene.app, scene.id).await.len(),
        2,
        "what isn't confirmed is not queued, and drops nothing"
    );
    let receipt = scene.change(&all, &delete, Some(" 3 ")).await.unwrap();
    assert_eq!(receipt.queued, 3);
    let again = scene
        .preview(&all, &delete, PreviewVerdict::AlreadySo)
        .await;
    assert_eq!(
        (again.already_so, again.confirm),
        (3, None),
        "who waits to be deleted isn't deleted twice"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_press_delivered_twice_is_done_once() {
    let scene = with_something_to_lose().await;
    let change = press(&ids(&["cleo"]), &UserAction::Delete, None);
    for _ in 0..2 {
        let receipt = scene
            .app
            .change_users(scene.id, &change, LONG_UNDO)
            .await
            .unwrap();
        assert_eq!(receipt.queued, 1, "the second finds the first");
    }
    assert_eq!(outbox_states(&scene.app, scene.id).await.len(), 3);
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_to_be_added_is_deleted_by_not_adding_them() {
    let scene = Scene::new(|fake| {
        fake.put_workspace("ops");
        fake.put_user("bob", Role::Member, &[]);
    })
    .await;
    let add = addition("zoe@new.example", Role::Member, &["ops"]);
    let zoe = scene
        .app
        .add_user(scene.id, &add, LONG_UNDO)
        .await
        .unwrap()
        .user;
    let suspended = scene
        .change(&ids(&[&zoe]), &UserAction::Suspend, None)
        .await
        .unwrap();
    assert_eq!(suspended.queued, 1, "a change may wait for the addition");
    let resent = scene
        .preview(
            &ids(&[&zoe]),
            &UserAction::ResendInvitation,
            PreviewVerdict::AlreadySo,
        )
        .await;
    assert_eq!(resent.already_so, 1, "the first one is still to go out");

    let preview = scene
        .preview(
            &ids(&[&zoe]),
            &UserAction::Delete,
            PreviewVerdict::WillChange,
        )
        .await;
    let told = &preview.consequences;
    assert_eq!((told.not_added, told.removed, told.dropped), (1, 0, 2));
    let receipt = scene
        .change(&ids(&[&zoe]), &UserAction::Delete, None)
        .await
        .unwrap();
    assert_eq!(
        (receipt.queued, receipt.message.as_str()),
        (
            0,
            "Taken back: 1 user to be added. Nothing was sent of that."
        )
    );
    assert_eq!(
        outbox_states(&scene.app, scene.id).await,
        [],
        "nothing of it is left"
    );
    let both = ids(&[&zoe, "bob"]);
    let gone = scene
        .preview(&both, &UserAction::Delete, PreviewVerdict::NotAllowed)
        .await;
    assert_eq!((gone.will_change, gone.not_allowed), (1, 1));
    assert!(
        scene.fake.state().sent.is_empty(),
        "the server never heard of them"
    );
    scene.app.close().await;
}
