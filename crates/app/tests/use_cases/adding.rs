//! Adding users on a real server: one with workspaces, and many from a list.

use std::sync::Mutex;

use rollcall_app::view::{
    AddUser, Adding, Changes, Fate, FateCounts, Keep, OutboxState, RowState, SaveUser, UserQuery,
    UserRow, VerdictKind,
};
use rollcall_app::{App, ConnectionId, UserId};
use rollcall_model::{OperationId, Role};

use crate::general::general;
use crate::seats::leave_free;
use crate::support::{
    LONG_UNDO, Setup, connect, form, outbox_states, server, somebody, start_again, until,
};

/// One press of *Next*.
fn addition(address: &str, role: Role) -> AddUser {
    AddUser {
        operation: OperationId::random().to_string(),
        address: address.into(),
        name: String::new(),
        role: role.as_str().into(),
        workspaces: Vec::new(),
    }
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
async fn found(app: &App, id: ConnectionId, address: &str) -> Vec<UserRow> {
    let query = UserQuery {
        search: address.into(),
        ..UserQuery::default()
    };
    app.users_window(id, &query, 0, 10).await.unwrap().rows
}

async fn all_done(app: &App, id: ConnectionId) {
    until(app, "the server has all", async || {
        outbox_states(app, id)
            .await
            .iter()
            .all(|state| *state == OutboxState::Done)
    })
    .await;
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
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let workspaces = workspace_ids(&app, id).await;

    server.stop();
    let added = app
        .add_user(
            id,
            &addition(" Zoe@New.example ", Role::UserAdmin),
            LONG_UNDO,
        )
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
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
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
        let same = app.add_user(id, &addition(wrong, Role::Member), None).await;
        assert_eq!(same.unwrap_err(), refused, "equal at both doors");
    }

    let refused = app
        .add_user(id, &addition(&member.email, Role::Member), None)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("address_taken", taken.as_str())
    );
    assert_eq!(outbox_states(&app, id).await, [], "nothing was queued");

    let first = addition("ana@new.example", Role::Member);
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
    let again = app
        .add_user(id, &addition("ana@new.example", Role::Member), LONG_UNDO)
        .await
        .unwrap_err();
    assert_eq!(again.code, "address_taken");
    assert_eq!(outbox_states(&app, id).await, [OutboxState::Waiting]);
    let unknown = AddUser {
        workspaces: vec!["nowhere".into()],
        ..addition("ben@new.example", Role::Member)
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
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().open(home.path());
        let id = connect(&app, form(&server, role, Keep::Keychain)).await;
        let view = app.add_view(id).await.unwrap();
        let allowed = view
            .roles
            .iter()
            .filter(|each| each.verdict.kind == VerdictKind::Allowed);
        let allowed: Vec<_> = allowed.map(|each| each.role.as_str()).collect();
        let wanted: Vec<_> = may.iter().map(|role| role.as_str()).collect();
        assert_eq!(allowed, wanted, "{role} gives these roles");
        for to in Role::ALL.into_iter().filter(|to| !may.contains(to)) {
            let add = addition("ana@new.example", to);
            let refused = app.add_user(id, &add, LONG_UNDO).await.unwrap_err();
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
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let workspaces = workspace_ids(&app, id).await;
    server.stop();
    let added = app
        .add_user(id, &addition("ana@new.example", Role::Member), LONG_UNDO)
        .await
        .unwrap();
    app.save_user(id, &assignment(&added.user, &workspaces[..1]), LONG_UNDO)
        .await
        .unwrap();
    start_again(&mut server);
    // Somebody else was quicker.
    let other_home = tempfile::tempdir().unwrap();
    let other = Setup::terminal().open(other_home.path());
    let other_id = other
        .connect(form(&server, Role::Admin, Keep::Keychain))
        .await
        .unwrap()
        .id
        .parse()
        .unwrap();
    let first = addition("ANA@new.example", Role::Member);
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

const LIST: &str = "email;name;role;workspaces\n\
    p1@new.example;Pia;admin;\n\
    p2@new.example;;;Nowhere\n\
    p3@new.example;=1+1;member;\n\
    P1@new.example;;;\n\
    not an address;;;\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_what_becomes_of_each_line_and_then_does_it() {
    let server = server(60);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::UserAdmin, Keep::Keychain)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let text = format!("{LIST}{};;;\n", member.email);
    let list = app
        .read_invitees(id, text.into_bytes(), None)
        .await
        .unwrap();
    assert_eq!(list.total, 6);
    let window = async |only| {
        app.invitees_window(id, list.id, Role::Member, only, 0, 100)
            .await
            .unwrap()
    };
    let rows = window(None).await.rows;
    let fates: Vec<_> = rows.iter().map(|row| (row.line, row.fate)).collect();
    assert_eq!(
        fates,
        [
            (2, Fate::Denied),
            (3, Fate::Unreadable),
            (4, Fate::Added),
            (5, Fate::There),
            (6, Fate::Unreadable),
            (7, Fate::There),
        ]
    );
    let reason = |at: usize| rows[at].reason.as_deref().unwrap_or_default();
    assert_eq!(
        reason(0),
        "User Admins can add Members only.",
        "the rule itself"
    );
    assert!(rows[0].help.is_some(), "and who could help");
    assert_eq!(rows[1].field.as_deref(), Some("workspaces"));
    assert!(reason(1).contains("\"Nowhere\""), "{}", reason(1));
    assert_eq!(reason(3), "Line 2 has this address already.");
    assert_eq!(
        reason(5),
        format!("{} has this e-mail address already.", member.name)
    );
    let counts = FateCounts {
        added: 1,
        there: 2,
        denied: 1,
        unreadable: 2,
    };
    assert_eq!(
        window(Some(Fate::There)).await.counts,
        counts,
        "of the whole list"
    );
    assert_eq!(
        window(Some(Fate::There)).await.total,
        2,
        "narrowed to one end"
    );

    let refused = app
        .refused_invitees(id, list.id, Role::Member)
        .await
        .unwrap();
    let refused = String::from_utf8(refused).unwrap();
    assert_eq!(
        refused.lines().count(),
        6,
        "a header, and each line that is not added: {refused}"
    );
    assert!(
        refused.contains("\r\np2@new.example,,,Nowhere,3,workspaces,"),
        "{refused}"
    );

    let told = Mutex::new(Vec::new());
    let added = app
        .add_invitees(id, list.id, Role::Member, None, |adding| {
            told.lock().unwrap().push(adding);
        })
        .await
        .unwrap();
    assert_eq!((added.added, added.left), (1, 0));
    assert_eq!(told.into_inner().unwrap(), [Adding { done: 1, total: 1 }]);
    all_done(&app, id).await;
    until(&app, "the list of users follows", async || {
        let rows = found(&app, id, "p3@new.example").await;
        rows.len() == 1 && rows[0].name == "=1+1" && rows[0].intent.is_none()
    })
    .await;
    assert_eq!(
        found(&app, id, "p1@new.example").await.len(),
        0,
        "who may not be added is not"
    );

    let again = app
        .add_invitees(id, list.id, Role::Member, None, drop)
        .await
        .unwrap();
    assert_eq!(again.added, 0, "nobody is added twice: {}", again.message);
    app.forget_invitees(id, list.id);
    let gone = app
        .invitees_window(id, list.id, Role::Member, None, 0, 1)
        .await
        .unwrap_err();
    assert_eq!(gone.code, "list_gone");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_can_be_stopped_and_says_what_is_queued() {
    let mut server = server(60);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let people = 2_000;
    general(&app, id).await;
    leave_free(&app, id, people).await;
    server.stop();
    let text: String = (0..people).map(|n| format!("p{n}@new.example\n")).collect();
    let list = app
        .read_invitees(id, text.clone().into_bytes(), None)
        .await
        .unwrap();
    let stop = app.clone();
    let stopped = app
        .add_invitees(id, list.id, Role::Member, LONG_UNDO, |adding: Adding| {
            assert_eq!(adding.total, people);
            stop.stop_adding(id, list.id).unwrap();
        })
        .await
        .unwrap();
    assert!(stopped.added > 0 && stopped.left > 0, "{stopped:?}");
    assert_eq!(
        stopped.added + stopped.left,
        people,
        "each is accounted for"
    );
    let waiting = app.outbox(id).await.unwrap().waiting;
    assert_eq!(waiting, stopped.added, "what is queued stays queued");
    assert!(stopped.message.contains("Stopped"), "{}", stopped.message);

    let rest = app
        .read_invitees(id, text.into_bytes(), None)
        .await
        .unwrap();
    let counts = app
        .invitees_window(id, rest.id, Role::Member, None, 0, 0)
        .await
        .unwrap()
        .counts;
    assert_eq!(
        (counts.there, counts.added),
        (stopped.added, stopped.left),
        "who waits is there"
    );
    let gone = app.stop_adding(id, list.id).unwrap_err();
    assert_eq!(gone.code, "list_gone", "one list is kept at a time");
    let done = app
        .add_invitees(id, rest.id, Role::Member, LONG_UNDO, drop)
        .await
        .unwrap();
    assert_eq!(
        (done.added, done.left),
        (stopped.left, 0),
        "the rest follows"
    );
    assert_eq!(app.outbox(id).await.unwrap().waiting, people);
    app.close().await;
}
