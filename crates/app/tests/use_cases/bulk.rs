//! One change to many: decided for each as if the earlier ones were done, previewed as it is done, and
//! with its consequences counted.

use std::sync::Arc;

use rollcall_app::view::{
    AddUser, ChangePreview, ChangeUsers, Changes, Keep, OutboxState, PreviewVerdict, PreviewWindow,
    RowState, Selection, UserAction, UserQuery,
};
use rollcall_app::{App, ConnectionId, Failure, UserId};
use rollcall_model::{
    AssignedContacts, Invitation, InvitationStatus, OperationId, OrgRole, Role, UserState,
    WorkspaceId,
};
use rollcall_policy::{Action, Actor, Decision, Rule, Seats, Subject, Target, decide};
use rollcall_testkit::FakeRemote;
use tempfile::TempDir;

use crate::support::{
    LONG_UNDO, Setup, connect, fake_form, form, outbox_states, role_change, server, until,
};

const MANY: u32 = 1_000;

pub(crate) fn ids(ids: &[&str]) -> Selection {
    Selection::Ids {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
    }
}

pub(crate) fn everyone() -> Selection {
    Selection::All {
        query: UserQuery::default(),
        except: Vec::new(),
    }
}

pub(crate) fn set_role(role: Role) -> UserAction {
    UserAction::SetRole {
        role: role.as_str().to_owned(),
    }
}

/// One press of the button.
pub(crate) fn press(
    selection: &Selection,
    action: &UserAction,
    typed: Option<&str>,
) -> ChangeUsers {
    ChangeUsers {
        operation: OperationId::random().to_string(),
        selection: selection.clone(),
        action: action.clone(),
        typed: typed.map(str::to_owned),
    }
}

/// A program beside a server in memory, signed in as `ada`.
pub(crate) struct Scene {
    pub(crate) app: App,
    pub(crate) id: ConnectionId,
    pub(crate) fake: Arc<FakeRemote>,
    _home: TempDir,
}

impl Scene {
    pub(crate) async fn new(set_up: impl FnOnce(&FakeRemote)) -> Self {
        let fake = FakeRemote::modern();
        fake.put_user("ada", Role::Admin, &[]);
        fake.state().me = Some(UserId::new("ada"));
        let announced = ["User", "Group", "Invitation"].map(str::to_owned);
        fake.state().facts.resource_types = announced.into();
        set_up(&fake);
        let fake = Arc::new(fake);
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().with(&fake).open(home.path());
        let id = connect(&app, fake_form(Keep::Keychain)).await;
        Self {
            app,
            id,
            fake,
            _home: home,
        }
    }

    pub(crate) async fn preview(
        &self,
        selection: &Selection,
        action: &UserAction,
        verdict: PreviewVerdict,
    ) -> ChangePreview {
        let window = PreviewWindow {
            verdict,
            offset: 0,
            limit: MANY,
        };
        self.app
            .preview_change(self.id, selection, action, window)
            .await
            .unwrap()
    }

    pub(crate) async fn change(
        &self,
        selection: &Selection,
        action: &UserAction,
        typed: Option<&str>,
    ) -> Result<rollcall_app::view::Receipt, Failure> {
        let change = press(selection, action, typed);
        self.app.change_users(self.id, &change, LONG_UNDO).await
    }
}

fn invite(fake: &FakeRemote, id: &str, status: InvitationStatus) {
    let mut state = fake.state();
    let user = state.users.get_mut(&UserId::new(id)).unwrap();
    user.invitation = Some(Invitation {
        status,
        sent_at: None,
        expires_at: None,
        failure: None,
    });
}

/// What the policy itself says to an action on a row.
fn said(actor: &Actor, action: &UserAction, row: &rollcall_app::view::UserRow) -> Option<String> {
    let pending = row.state != RowState::Active && row.state != RowState::Suspended;
    let subject = Subject {
        id: UserId::new(&row.id),
        role: OrgRole::from_wire(&row.role),
        state: if pending {
            UserState::Pending
        } else if row.state == RowState::Suspended {
            UserState::Suspended
        } else {
            UserState::Active
        },
        invitation: pending.then_some(InvitationStatus::Pending),
        other_active_admins: Some(2),
        seats: Seats::NotKnown,
    };
    let (action, target) = match action {
        UserAction::SetRole { role } => (
            Action::UsersSetRole,
            Target::RoleOf {
                user: subject,
                to: OrgRole::from_wire(role),
            },
        ),
        UserAction::AddToWorkspaces { .. } | UserAction::RemoveFromWorkspaces { .. } => {
            (Action::UsersSetWorkspaces, Target::User(subject))
        }
        UserAction::ResendInvitation => (Action::InvitationsResend, Target::User(subject)),
        UserAction::RevokeInvitation => (Action::InvitationsRevoke, Target::User(subject)),
        UserAction::Delete => (Action::UsersDelete, Target::User(subject)),
        UserAction::Suspend => (Action::UsersSuspend, Target::User(subject)),
        UserAction::Reactivate => (Action::UsersReactivate, Target::User(subject)),
    };
    match decide(actor, action, &target) {
        Decision::Allowed => None,
        Decision::Denied(denial) => Some(denial.sentence()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_cell_of_the_policy_decides_every_action_with_its_own_sentence() {
    let server = server(40);
    for role in [Role::Admin, Role::BillingAdmin, Role::UserAdmin] {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().open(home.path());
        let id = connect(&app, form(&server, role, Keep::Keychain)).await;
        let me = app.session(id).await.unwrap().me.unwrap();
        let actor = Actor {
            id: Some(UserId::new(&me)),
            role: role.into(),
        };
        let everybody = app
            .users_window(id, &UserQuery::default(), 0, MANY)
            .await
            .unwrap();
        let workspaces: Vec<String> = app
            .workspaces(id)
            .await
            .unwrap()
            .into_iter()
            .map(|workspace| workspace.id)
            .collect();
        for action in [
            set_role(Role::BillingAdmin),
            UserAction::AddToWorkspaces {
                ids: workspaces.clone(),
            },
            UserAction::RemoveFromWorkspaces { ids: workspaces },
            UserAction::ResendInvitation,
            UserAction::RevokeInvitation,
            UserAction::Delete,
            UserAction::Suspend,
            UserAction::Reactivate,
        ] {
            // One by one: in one press the earlier ones would count as done.
            for row in &everybody.rows {
                let window = PreviewWindow {
                    verdict: PreviewVerdict::NotAllowed,
                    offset: 0,
                    limit: 1,
                };
                let preview = app
                    .preview_change(id, &ids(&[&row.id]), &action, window)
                    .await
                    .unwrap();
                let reason = preview.rows.first().and_then(|row| row.reason.clone());
                if preview.already_so == 0 {
                    assert_eq!(
                        reason,
                        said(&actor, &action, row),
                        "{role} {action:?} {}: the policy's own sentence",
                        row.email
                    );
                }
            }
        }
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_previews_and_changes_nobody() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let card = app
        .connect(form(&server, Role::Member, Keep::Keychain))
        .await
        .unwrap();
    let id = card.id.parse().unwrap();
    until(&app, "the role is known", async || {
        app.session(id).await.unwrap().role.is_some()
    })
    .await;
    let window = PreviewWindow {
        verdict: PreviewVerdict::WillChange,
        offset: 0,
        limit: MANY,
    };
    let refused = app
        .preview_change(id, &everyone(), &UserAction::Delete, window)
        .await
        .unwrap_err();
    let sentence = Rule::RoleDenies(Role::Member, Action::UsersDelete).sentence();
    assert_eq!(refused.message, sentence, "not even a count is told");
    let change = press(&everyone(), &UserAction::Delete, Some("20"));
    let refused = app.change_users(id, &change, None).await.unwrap_err();
    assert_eq!(refused.message, sentence);
    app.close().await;
}

/// Ada, whose own invitation is open, so that she doesn't count; and two active Admins.
pub(crate) async fn two_active_admins() -> Scene {
    Scene::new(|fake| {
        invite(fake, "ada", InvitationStatus::Pending);
        fake.put_user("bob", Role::Admin, &[]);
        fake.put_user("cleo", Role::Admin, &[]);
        fake.put_user("dan", Role::Member, &[]);
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_demotions_in_one_press_is_refused() {
    let scene = two_active_admins().await;
    let both = ids(&["bob", "cleo"]);
    for action in [
        set_role(Role::Member),
        UserAction::Suspend,
        UserAction::Delete,
    ] {
        let preview = scene
            .preview(&both, &action, PreviewVerdict::NotAllowed)
            .await;
        assert_eq!((preview.will_change, preview.not_allowed), (1, 1));
        assert_eq!(
            preview.rows[0].reason.as_deref(),
            Some(&*Rule::LastAdmin.sentence()),
            "{action:?}: together they would leave nobody"
        );
        assert_eq!(preview.rows[0].id, "cleo", "the earlier one counts as done");
    }
    let receipt = scene
        .change(&both, &set_role(Role::Member), None)
        .await
        .unwrap();
    assert_eq!(receipt.queued, 1);
    assert!(
        receipt.message.ends_with("Left out: 1 not allowed."),
        "{}",
        receipt.message
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_made_in_the_same_press_counts_and_so_does_what_waits() {
    let scene = two_active_admins().await;
    scene
        .app
        .save_user(scene.id, &role_change("bob", Role::Member), LONG_UNDO)
        .await
        .unwrap();
    for action in [
        set_role(Role::Member),
        UserAction::Suspend,
        UserAction::Delete,
    ] {
        let refused = scene
            .change(&ids(&["cleo"]), &action, Some("cleo@example.com"))
            .await
            .unwrap_err();
        assert_eq!(
            refused.message,
            Rule::LastAdmin.sentence(),
            "{action:?}: a demotion waits already"
        );
    }
    scene
        .change(&ids(&["dan"]), &set_role(Role::Admin), None)
        .await
        .unwrap();
    let receipt = scene
        .change(&ids(&["cleo"]), &UserAction::Suspend, None)
        .await
        .unwrap();
    assert_eq!(receipt.queued, 1, "another Admin is to be there");
    scene.app.close().await;
}

/// Three users with workspaces, contacts and changes that wait.
async fn with_something_to_lose() -> Scene {
    let scene = Scene::new(|fake| {
        for workspace in ["sales", "design", "ops"] {
            fake.put_workspace(workspace);
        }
        fake.put_user("bob", Role::Member, &["sales", "design"]);
        fake.put_user("cleo", Role::UserAdmin, &["sales"]);
        fake.put_user("dan", Role::Member, &["ops"]);
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
        scene
            .app
            .save_user(scene.id, &role_change(user, role), LONG_UNDO)
            .await
            .unwrap();
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
    let dan = scene
        .app
        .user_details(scene.id, &UserId::new("dan"))
        .await
        .unwrap();
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
async fn invitations_are_sent_again_once_and_withdrawn_with_their_user() {
    let scene = Scene::new(|fake| {
        for (id, status) in [
            ("bob", InvitationStatus::Pending),
            ("cleo", InvitationStatus::Expired),
            ("dan", InvitationStatus::Accepted),
        ] {
            fake.put_user(id, Role::Member, &[]);
            invite(fake, id, status);
        }
    })
    .await;
    let all = ids(&["bob", "cleo", "dan", "ada"]);
    let preview = scene
        .preview(
            &all,
            &UserAction::ResendInvitation,
            PreviewVerdict::NotAllowed,
        )
        .await;
    assert_eq!((preview.will_change, preview.not_allowed), (2, 2));
    assert_eq!(preview.reasons.len(), 1, "reasons are counted together");
    assert_eq!(preview.reasons[0].reason, Rule::NoOpenInvitation.sentence());
    scene
        .change(&all, &UserAction::ResendInvitation, None)
        .await
        .unwrap();
    let again = scene
        .preview(
            &all,
            &UserAction::ResendInvitation,
            PreviewVerdict::AlreadySo,
        )
        .await;
    assert_eq!(
        (again.already_so, again.will_change),
        (2, 0),
        "one that waits is enough"
    );
    let revoked = scene
        .change(&all, &UserAction::RevokeInvitation, Some("2"))
        .await
        .unwrap();
    assert_eq!(revoked.queued, 2);
    scene.app.send(scene.id, &Changes::All, None).await.unwrap();
    until(&scene.app, "both are gone", async || {
        scene.fake.role_of("bob").is_none() && scene.fake.role_of("cleo").is_none()
    })
    .await;
    let sent = scene.fake.state().effects.len();
    assert_eq!(sent, 2, "what was to be sent again was dropped");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_does_not_offer_is_said_and_not_tried() {
    let scene = Scene::new(|fake| {
        let mut state = fake.state();
        state.facts.resource_types.clear();
        state.facts.user_attributes = vec!["userName".to_owned()];
        drop(state);
        fake.put_user("bob", Role::Member, &[]);
    })
    .await;
    for (action, sentence) in [
        (
            UserAction::Suspend,
            "This server doesn't offer to suspend users.",
        ),
        (
            UserAction::ResendInvitation,
            "This server doesn't offer invitations.",
        ),
    ] {
        let refused = scene
            .change(&ids(&["bob"]), &action, None)
            .await
            .unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.message.as_str()),
            ("not_offered", sentence)
        );
        let session = scene.app.session(scene.id).await.unwrap();
        assert!(
            session
                .actions
                .iter()
                .any(|offered| offered.verdict.reason.as_deref() == Some(sentence)),
            "the button says the same"
        );
    }
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_match_are_changed_but_for_those_left_out_and_those_gone() {
    let scene = Scene::new(|fake| {
        fake.put_workspace("ops");
        for number in 0..30 {
            fake.put_user(&format!("user-{number}"), Role::Member, &[]);
        }
    })
    .await;
    let members = Selection::All {
        query: UserQuery {
            roles: vec!["member".into()],
            ..UserQuery::default()
        },
        except: vec!["user-3".into(), "user-4".into()],
    };
    let action = UserAction::AddToWorkspaces {
        ids: vec!["ops".into()],
    };
    let receipt = scene.change(&members, &action, None).await.unwrap();
    assert_eq!(receipt.queued, 28);
    let states = outbox_states(&scene.app, scene.id).await;
    assert!(states.iter().all(|state| *state == OutboxState::Waiting));
    let some = ids(&["user-3", "nobody", "user-3"]);
    let preview = scene
        .preview(&some, &action, PreviewVerdict::NotAllowed)
        .await;
    assert_eq!(
        (preview.will_change, preview.rows[0].id.as_str()),
        (1, "nobody"),
        "who is gone is said, and nobody is counted twice"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_to_be_added_is_deleted_by_not_adding_them() {
    let scene = Scene::new(|fake| {
        fake.put_workspace("ops");
        fake.put_user("bob", Role::Member, &[]);
    })
    .await;
    let add = AddUser {
        operation: OperationId::random().to_string(),
        address: "zoe@new.example".into(),
        name: String::new(),
        role: "member".into(),
        workspaces: vec!["ops".into()],
    };
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
