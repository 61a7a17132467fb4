//! One change to many: decided for each as if the earlier ones were done, and previewed as it is done.

use rollcall_app::UserId;
use rollcall_app::view::{
    Changes, Keep, OutboxState, PreviewVerdict, PreviewWindow, RowState, Selection, UserAction,
    UserQuery,
};
use rollcall_model::{InvitationStatus, OrgRole, Role, UserState};
use rollcall_policy::{Action, Actor, Decision, Rule, Seats, Subject, Target, decide};

use crate::forms::{everyone, form, ids, press, role_change, set_role};
use crate::scene::{Scene, invite};
use crate::support::{Setup, connect_only, outbox_states, server, signed_in, until, until_role};

const MANY: u32 = 1_000;

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
    let mut decided = 0;
    for role in [Role::Admin, Role::BillingAdmin, Role::UserAdmin] {
        let (app, id, _home) = signed_in(&server, role).await;
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
                    decided += 1;
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
    assert!(decided > 500, "{decided} cells were looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_previews_and_changes_nobody() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect_only(&app, form(&server, Role::Member, Keep::Keychain)).await;
    until_role(&app, id, Role::Member).await;
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
async fn a_demotion_that_waits_counts_and_so_does_a_promotion() {
    let scene = two_active_admins().await;
    scene.save(&role_change("bob", Role::Member)).await;
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
