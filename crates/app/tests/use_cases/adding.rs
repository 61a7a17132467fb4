//! Adding a user on a real server, with workspaces, and as far as a role may.

use rollcall_app::view::{
    AddUser, Added, Changes, Keep, OutboxState, RowState, SaveUser, UserQuery, UserRow, VerdictKind,
};
use rollcall_app::{App, ConnectionId, Failure, UserId};
use rollcall_model::{OperationId, Role};

use crate::forms::{addition, form};
use crate::support::{
    LONG_UNDO, Setup, all_done, connect_only, outbox_states, server, signed_in, somebody,
    start_again, until,
};

/// One press of *Next* that adds a user without workspaces, long before anything of it is sent.
pub(crate) async fn add(
    app: &App,
    id: ConnectionId,
    address: &str,
    role: Role,
) -> Result<Added, Failure> {
    let addition = addition(address, role, &[]);
    app.add_user(id, &addition, LONG_UNDO).await
}

/// One press of *Assign*.
fn assignment(user: &str, workspaces: &[String]) -> SaveUser {
    SaveUser {
        operation: OperationId::random().to_string(),
        user: user.into(),
        grant: workspaces.to_vec(),
        ..SaveUser::default()
    }
}

/// Those whom the list shows for an address.
pub(crate) async fn found(app: &App, id: ConnectionId, address: &str) -> Vec<UserRow> {
    let query = UserQuery {
        search: address.into(),
        ..UserQuery::default()
    };
    app.users_window(id, &query, 0, 10).await.unwrap().rows
}

async fn workspace_ids(app: &App, id: ConnectionId) -> Vec<String> {
    let workspaces = app.workspaces(id).await.unwrap();
    workspaces
        .into_iter()
        .map(|workspace| workspace.id)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_is_added_and_the_workspaces_wait_for_the_user() {
    let mut server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let workspaces = workspace_ids(&app, id).await;

    server.stop();
    let added = add(&app, id, " Zoe@New.example ", Role::UserAdmin)
        .await
        .unwrap();
    assert_eq!((added.receipt.queued, added.receipt.applied), (1, 0));
    let rows = found(&app, id, "zoe@new.example").await;
    assert_eq!(rows.len(), 1, "who waits to be added is in the list");
    assert_eq!(rows[0].id, added.user, "under a placeholder");
    assert_eq!(rows[0].email, "Zoe@New.example", "the case is kept");
    assert_eq!(rows[0].intent.as_deref(), Some("waiting"), "with the badge");

    let edit = app.edit_view(id, &UserId::new(&added.user)).await.unwrap();
    assert_eq!(edit.workspaces_verdict.kind, VerdictKind::Allowed);
    let assigned = app
        .save_user(id, &assignment(&added.user, &workspaces[..2]), LONG_UNDO)
        .await
        .unwrap();
    assert_eq!(assigned.queued, 2);

    start_again(&mut server);
    // An administrator who was added without the server asks once more.
    app.send(id, &Changes::All, Some("zoe@new.example"))
        .await
        .unwrap();
    all_done(&app, id).await;
    until(&app, "the list follows", async || {
        let rows = found(&app, id, "zoe@new.example").await;
        rows.len() == 1
            && rows[0].id != added.user
            && rows[0].workspace_count == 2
            && rows[0].intent.is_none()
    })
    .await;
    let row = &found(&app, id, "zoe@new.example").await[0];
    assert_eq!(row.state, RowState::Pending, "they are invited");
    assert_eq!(row.role, "user_admin");

    // The dialog knows them by the placeholder still.
    let late = app
        .save_user(id, &assignment(&added.user, &workspaces[2..3]), None)
        .await
        .unwrap();
    assert_eq!(
        late.queued + late.applied,
        1,
        "a placeholder names the user afterwards too"
    );
    all_done(&app, id).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_wrong_or_taken_is_told_before_anything_waits() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let check = async |address: &str| app.check_address(id, address).await;

    let there = check(&member.email.to_uppercase()).await.unwrap();
    assert_eq!(there.user, Some(member.id.clone()), "case is no difference");
    let taken = there.taken.unwrap();
    assert_eq!(
        taken,
        format!("{} has this e-mail address already.", member.name)
    );
    assert_eq!(check("ana@new.example ").await.unwrap().taken, None);
    for (wrong, told) in [
        ("ana", "no @"),
        ("ana@new", "no dot"),
        ("", "No e-mail address"),
        ("a@x.com, b@x.com", "Several"),
        ("a\u{202e}@x.com", "U+202E"),
        (&format!("{}@x.com", "a".repeat(314)), "too long"),
    ] {
        let refused = check(wrong).await.unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("address_invalid", Some("address"))
        );
        assert!(
            refused.message.contains(told),
            "{wrong:?}: {}",
            refused.message
        );
        let same = app
            .add_user(id, &addition(wrong, Role::Member, &[]), None)
            .await;
        assert_eq!(same.unwrap_err(), refused, "equal at both doors");
    }

    let refused = app
        .add_user(id, &addition(&member.email, Role::Member, &[]), None)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("address_taken", taken.as_str())
    );
    assert_eq!(outbox_states(&app, id).await, [], "nothing was queued");

    let first = addition("ana@new.example", Role::Member, &[]);
    let (one, same) = tokio::join!(
        app.add_user(id, &first, LONG_UNDO),
        app.add_user(id, &first, LONG_UNDO)
    );
    assert_eq!(
        one.unwrap().user,
        same.unwrap().user,
        "one press adds one user"
    );
    let waiting = check("ANA@new.example").await.unwrap();
    assert!(
        waiting.taken.unwrap().contains("Outbox"),
        "who waits counts as there"
    );
    let again = add(&app, id, "ana@new.example", Role::Member)
        .await
        .unwrap_err();
    assert_eq!(again.code, "address_taken");
    assert_eq!(outbox_states(&app, id).await, [OutboxState::Waiting]);
    let unknown = AddUser {
        workspaces: vec!["nowhere".into()],
        ..addition("ben@new.example", Role::Member, &[])
    };
    let refused = app.add_user(id, &unknown, LONG_UNDO).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("unknown_workspace", Some("workspaces"))
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_adds_whom_it_may_and_hears_why_not() {
    let server = server(60);
    for (role, may, reason) in [
        (Role::Admin, &Role::ALL[..], ""),
        (
            Role::UserAdmin,
            &[Role::Member][..],
            "User Admins can add Members only.",
        ),
        (
            Role::BillingAdmin,
            &[][..],
            "Billing Admins can't add users.",
        ),
    ] {
        let (app, id, _home) = signed_in(&server, role).await;
        let view = app.add_view(id).await.unwrap();
        let allowed = view
            .roles
            .iter()
            .filter(|each| each.verdict.kind == VerdictKind::Allowed);
        let allowed: Vec<_> = allowed.map(|each| each.role.as_str()).collect();
        let wanted: Vec<_> = may.iter().map(|role| role.as_str()).collect();
        assert_eq!(allowed, wanted, "{role} gives these roles");
        for to in Role::ALL.into_iter().filter(|to| !may.contains(to)) {
            let refused = add(&app, id, "ana@new.example", to).await.unwrap_err();
            assert_eq!(
                (refused.code.as_str(), refused.message.as_str()),
                ("denied", reason)
            );
            assert!(
                refused.help.unwrap().starts_with("Ask an Admin"),
                "who could help is told"
            );
        }
        assert_eq!(outbox_states(&app, id).await, [], "nothing was queued");
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_user_who_could_not_be_added_is_held_back_with_the_reason() {
    let mut server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let workspaces = workspace_ids(&app, id).await;
    server.stop();
    let added = add(&app, id, "ana@new.example", Role::Member)
        .await
        .unwrap();
    app.save_user(id, &assignment(&added.user, &workspaces[..1]), LONG_UNDO)
        .await
        .unwrap();
    start_again(&mut server);
    // Somebody else was quicker.
    let other_home = tempfile::tempdir().unwrap();
    let other = Setup::terminal().open(other_home.path());
    let other_id = connect_only(&other, form(&server, Role::Admin, Keep::Keychain)).await;
    let first = addition("ANA@new.example", Role::Member, &[]);
    let receipt = other
        .add_user(other_id, &first, None)
        .await
        .unwrap()
        .receipt;
    assert_eq!(receipt.applied, 1, "{receipt:?}");
    other.close().await;

    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "the addition needs a person", async || {
        outbox_states(&app, id).await.first() == Some(&OutboxState::Conflict)
    })
    .await;
    let outbox = app.outbox(id).await.unwrap();
    let entries: Vec<_> = outbox
        .groups
        .iter()
        .flat_map(|group| &group.entries)
        .collect();
    let grant = entries
        .iter()
        .find(|entry| entry.verb == "grant_workspace")
        .unwrap();
    assert_eq!(
        grant.state,
        OutboxState::Blocked,
        "it is held back, not dropped"
    );
    assert!(grant.reason.is_some(), "and says why");
    app.close().await;
}
