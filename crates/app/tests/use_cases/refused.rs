//! What may not be done: refused with the policy's own sentence, before anything is queued.

use rollcall_app::UserId;
use rollcall_app::view::{Keep, OutboxState, SaveUser, VerdictKind};
use rollcall_model::{
    Goes, Mutation, MutationId, MutationState, OperationId, OrgRole, Role, Timestamp, UserChange,
};
use rollcall_policy::{Action, Rule};
use rollcall_sync::SendOutcome;
use rollcall_testkit::{FakeRemote, SendFault};

use crate::forms::role_change;
use crate::scene::Scene;
use crate::support::{
    LONG_UNDO, fake_with, first_entry, outbox_states, remote_of, server, signed_in, somebody,
    until_role, until_states,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_user_admin_hears_the_same_sentence_here_and_from_the_server() {
    let server = server(40);
    let (app, id, _home) = signed_in(&server, Role::UserAdmin).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let admin = somebody(&app, id, Role::Admin, None).await;
    let sentence = Rule::RoleDenies(Role::UserAdmin, Action::UsersSetRole).sentence();

    let change = role_change(&member.id, Role::UserAdmin);
    let refused = app.save_user(id, &change, LONG_UNDO).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("denied", &*sentence)
    );
    let help = refused.help.unwrap();
    assert!(
        help.starts_with("Ask an Admin: ") && help.contains(&admin.name),
        "{help}"
    );
    assert_eq!(
        outbox_states(&app, id).await,
        [],
        "what is refused is not queued"
    );

    let user = UserId::new(&member.id);
    let view = app.edit_view(id, &user).await.unwrap();
    for choice in &view.roles {
        assert_eq!(choice.verdict.kind, VerdictKind::Denied, "{}", choice.role);
        assert_eq!(choice.verdict.reason.as_deref(), Some(&*sentence));
    }
    let can = app.can(id, "users.set_role", Some(&user)).await.unwrap();
    assert_eq!(can.verdict.reason.as_deref(), Some(&*sentence));

    let remote = remote_of(&server, Role::UserAdmin).await;
    let mutation = Mutation {
        id: MutationId::random(),
        sequence: 1,
        operation: OperationId::random(),
        change: UserChange::SetRole {
            user,
            was: OrgRole::Known(Role::Member),
            to: Role::UserAdmin,
        }
        .into(),
        version: None,
        after: None,
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
        attempts: 1,
        state: MutationState::Sending,
        goes: Goes::ByItself,
    };
    match remote.send(&mutation, None).await {
        SendOutcome::Rejected { reason } => assert_eq!(reason, sentence, "equal at every door"),
        other => panic!("a server decides for itself: {other:?}"),
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_billing_admin_reads_everything_and_changes_nothing() {
    let server = server(40);
    let (app, id, _home) = signed_in(&server, Role::BillingAdmin).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let user = UserId::new(&member.id);
    let details = app.user_details(id, &user).await.unwrap();
    assert_eq!(details.edit.kind, VerdictKind::Denied);
    assert!(
        details.edit.reason.is_some() && details.edit.help.is_some(),
        "never without a reason"
    );
    let view = app.edit_view(id, &user).await.unwrap();
    assert_eq!(view.workspaces_verdict.kind, VerdictKind::Denied);
    let asked = SaveUser {
        role: None,
        grant: view
            .workspaces
            .iter()
            .map(|workspace| workspace.id.clone())
            .collect(),
        ..role_change(&member.id, Role::Member)
    };
    assert_eq!(
        app.save_user(id, &asked, None).await.unwrap_err().code,
        "denied"
    );
    assert_eq!(
        app.can(id, "billing.edit", None)
            .await
            .unwrap()
            .verdict
            .kind,
        VerdictKind::Allowed
    );
    assert_eq!(
        app.can(id, "users.add", None).await.unwrap().verdict.kind,
        VerdictKind::Denied
    );
    assert_eq!(
        app.can(id, "users.fly", None).await.unwrap_err().code,
        "unknown_action"
    );
    app.close().await;
}

/// Ada and Bob are Admins, Cleo is a Member; Ada is signed in.
fn two_admins() -> FakeRemote {
    fake_with(&[
        ("ada", Role::Admin),
        ("bob", Role::Admin),
        ("cleo", Role::Member),
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn two_waiting_demotions_that_leave_no_admin_are_seen_at_the_second() {
    let scene = Scene::beside(two_admins(), Keep::Keychain).await;
    let (app, id) = (&scene.app, scene.id);
    let own = app
        .save_user(id, &role_change("ada", Role::Member), LONG_UNDO)
        .await
        .unwrap_err();
    assert_eq!(
        own.message,
        Rule::OwnAccess.sentence(),
        "nobody changes their own access"
    );
    assert_eq!(own.help.as_deref(), Some("Ask another Admin: User bob."));

    scene.save(&role_change("bob", Role::Member)).await;
    let last = app
        .save_user(id, &role_change("ada", Role::Member), LONG_UNDO)
        .await
        .unwrap_err();
    assert_eq!(
        last.message,
        Rule::LastAdmin.sentence(),
        "the outbox counts"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_lost_while_offline_is_a_visible_refusal() {
    let scene = Scene::beside(two_admins(), Keep::Keychain).await;
    let (app, id) = (&scene.app, scene.id);
    scene.save(&role_change("cleo", Role::UserAdmin)).await;
    scene.fake.put_user("ada", Role::BillingAdmin, &[]);
    app.refresh(id).await.unwrap();
    until_role(app, id, Role::BillingAdmin).await;
    scene.send_until(&[OutboxState::Rejected]).await;
    let entry = first_entry(app, id).await;
    let sentence = Rule::RoleDenies(Role::BillingAdmin, Action::UsersSetRole).sentence();
    assert_eq!(entry.reason.as_deref(), Some(&*sentence));
    assert_eq!(
        scene.fake.state().sent,
        [],
        "the policy is asked again before sending"
    );
    let session = app.session(id).await.unwrap();
    assert_eq!(
        session.lost.map(|lost| lost.message).as_deref(),
        Some(
            "Your role in Acme changed from Admin to Billing Admin. 1 waiting change is no longer \
             yours to send. It is kept, not sent."
        ),
        "a lost permission is said"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_refused_by_field() {
    let fake = two_admins();
    fake.put_workspace("w");
    let scene = Scene::beside(fake, Keep::Keychain).await;
    let (app, id) = (&scene.app, scene.id);
    let change = || role_change("cleo", Role::UserAdmin);
    let cases = [
        (
            SaveUser {
                operation: "1".into(),
                ..change()
            },
            "id_invalid",
        ),
        (
            SaveUser {
                role: Some("Admin".into()),
                ..change()
            },
            "role_invalid",
        ),
        (
            SaveUser {
                user: "nobody".into(),
                ..change()
            },
            "unknown_user",
        ),
        (
            SaveUser {
                grant: vec!["x".into()],
                ..change()
            },
            "unknown_workspace",
        ),
        (
            SaveUser {
                grant: vec!["w".into()],
                revoke: vec!["w".into()],
                ..change()
            },
            "workspace_twice",
        ),
    ];
    for (change, code) in cases {
        assert_eq!(
            app.save_user(id, &change, None).await.unwrap_err().code,
            code,
            "{change:?}"
        );
    }
    assert_eq!(outbox_states(app, id).await, [], "nothing of it is queued");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_server_does_not_tell_who_asks_it_decides() {
    let fake = two_admins();
    fake.state().me = None;
    fake.spoil([SendFault::refused("Not you.")]);
    let scene = Scene::beside(fake, Keep::Keychain).await;
    let (app, id) = (&scene.app, scene.id);
    let view = app.edit_view(id, &UserId::new("cleo")).await.unwrap();
    assert!(
        view.roles
            .iter()
            .all(|choice| choice.verdict.kind == VerdictKind::LeftToServer)
    );
    app.save_user(id, &role_change("cleo", Role::Admin), None)
        .await
        .unwrap();
    until_states(app, id, &[OutboxState::Rejected]).await;
    let entry = first_entry(app, id).await;
    assert_eq!(
        entry.reason.as_deref(),
        Some("Not you."),
        "its reason is shown as it is"
    );
    app.close().await;
}
