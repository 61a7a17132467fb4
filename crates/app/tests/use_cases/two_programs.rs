//! Two programs on one profile folder: never two writers, and the second is told who the first is.

use rollcall_app::view::{Keep, Link, UserQuery};
use rollcall_model::Role;

use crate::forms::{form, role_change};
use crate::support::{Setup, connect, connect_only, outbox_states, server, somebody, until};

#[tokio::test(flavor = "multi_thread")]
async fn the_second_reads_and_is_told_who_writes() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let window = Setup::window().open(home.path());
    let id = connect(&window, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&window, id, Role::Member, None).await;

    let terminal = Setup::terminal().open(home.path());
    let page = terminal
        .users_page(id, &UserQuery::default(), None, 100)
        .await
        .unwrap();
    assert_eq!(page.rows.len(), 30, "reading works beside a writer");
    let change = role_change(&member.id, Role::UserAdmin);
    let held = terminal.save_user(id, &change, None).await.unwrap_err();
    assert_eq!((held.code.as_str(), held.retry), ("held_by", true));
    let holder = format!("Rollcall (process {})", std::process::id());
    assert!(held.message.starts_with(&holder), "{}", held.message);
    assert_eq!(
        terminal.sync_once(id, &mut |_| {}).await.unwrap_err().code,
        "held_by"
    );

    window.close().await;
    let receipt = terminal.save_user(id, &change, None).await.unwrap();
    assert_eq!(
        receipt.applied, 1,
        "once the first lets go, the second writes"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_beside_a_writer_looks_and_takes_over_when_it_is_free() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let first = Setup::window().open(home.path());
    let id = connect(&first, form(&server, Role::Admin, Keep::KeyFile)).await;

    let second = Setup::window().open(home.path());
    let session = second.session(id).await.unwrap();
    assert_eq!(session.snapshot.users, 30);
    assert_eq!(session.link, Link::Elsewhere, "it speaks to no server");
    assert!(
        session
            .notices
            .iter()
            .any(|notice| notice.contains("has this organization open"))
    );
    assert_eq!(second.refresh(id).await.unwrap_err().code, "held_by");

    first.close().await;
    until(&second, "it takes over by itself", async || {
        second.session(id).await.unwrap().notices.is_empty()
    })
    .await;
    second.refresh(id).await.unwrap();
    let session = second.session(id).await.unwrap();
    assert!(session.notices.is_empty(), "{:?}", session.notices);
    second.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_only_looks_holds_nobody_up() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let looking = Setup::terminal().open(home.path());
    let id = connect_only(&looking, form(&server, Role::Admin, Keep::KeyFile)).await;
    let writing = Setup::terminal().open(home.path());
    writing.sync_once(id, &mut |_| {}).await.unwrap();
    writing.close().await;
    looking.close().await;

    let looking = Setup::terminal().open(home.path());
    let member = somebody(&looking, id, Role::Member, None).await;
    let writing = Setup::terminal().open(home.path());
    writing
        .save_user(id, &role_change(&member.id, Role::UserAdmin), None)
        .await
        .unwrap();
    assert_eq!(
        outbox_states(&looking, id).await.len(),
        1,
        "and sees what was written"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organization_that_is_not_there_is_said() {
    let home = tempfile::tempdir().unwrap();
    let app = Setup::terminal().open(home.path());
    let nowhere = rollcall_app::ConnectionId::random();
    assert_eq!(
        app.session(nowhere).await.unwrap_err().code,
        "unknown_organization"
    );
    std::fs::write(home.path().join("file"), "").unwrap();
    let failure = Setup::terminal()
        .try_open(&home.path().join("file"))
        .err()
        .unwrap();
    assert_eq!(failure.code, "home_unusable");
}
