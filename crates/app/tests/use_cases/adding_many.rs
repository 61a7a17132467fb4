//! Adding many users from a list on a real server: what becomes of each line, and how it is stopped.

use std::sync::Mutex;

use rollcall_app::view::{Adding, Fate, FateCounts};
use rollcall_model::Role;

use crate::adding::found;
use crate::general::general;
use crate::seats::leave_free;
use crate::support::{LONG_UNDO, all_done, server, signed_in, somebody, until};

const LIST: &str = "email;name;role;workspaces\n\
    p1@new.example;Pia;admin;\n\
    p2@new.example;;;Nowhere\n\
    p3@new.example;=1+1;member;\n\
    P1@new.example;;;\n\
    not an address;;;\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_what_becomes_of_each_line_and_then_does_it() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::UserAdmin).await;
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
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
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
