//! Exports: every row of the view, in its columns, whole or not at all.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use rollcall_app::view::{
    Delimiter, ExportUsers, FileFormat, Keep, ListColumn, ListView, Selection, ShownColumn, SortBy,
    UserQuery,
};
use rollcall_app::{App, ConnectionId};
use rollcall_model::Role;

use crate::forms::{form, role_change};
use crate::support::{LONG_UNDO, Setup, connect, connect_only, server, somebody, until};

const CSV: FileFormat = FileFormat::Csv {
    delimiter: Delimiter::Comma,
    byte_order_mark: false,
};

fn everybody(format: FileFormat) -> ExportUsers {
    let shows = ListView {
        query: UserQuery {
            sort: SortBy::Email,
            descending: true,
            ..UserQuery::default()
        },
        columns: [ListColumn::Name, ListColumn::State, ListColumn::Role]
            .map(|column| ShownColumn {
                column,
                width: None,
            })
            .to_vec(),
    };
    ExportUsers {
        shows,
        only: None,
        format,
    }
}

async fn export(app: &App, id: ConnectionId, of: &ExportUsers, path: &Path) -> u32 {
    app.export_users(id, of, path, &mut |_| ControlFlow::Continue(()))
        .await
        .unwrap()
        .users
}

fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv)
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_has_every_row_in_the_order_and_the_columns_of_the_view() {
    let server = server(2_500);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let change = role_change(&member.id, Role::UserAdmin);
    app.save_user(id, &change, LONG_UNDO).await.unwrap();
    let path = home.path().join("users.csv");
    std::fs::write(&path, "what was there before").unwrap();
    assert_eq!(export(&app, id, &everybody(CSV), &path).await, 2_500);

    let rows = rows(&std::fs::read(&path).unwrap());
    assert_eq!(
        rows[0],
        ["name", "email", "state", "role", "role_on_server", "change"]
    );
    let listed = app
        .users_page(id, &everybody(CSV).shows.query, None, 10_000)
        .await
        .unwrap()
        .rows;
    let emails: Vec<_> = rows[1..].iter().map(|row| &row[1]).collect();
    let expected: Vec<_> = listed.iter().map(|row| &row.email).collect();
    assert_eq!(emails, expected, "all rows of the view, in its order");
    let hers = rows.iter().find(|row| row[1] == member.email).unwrap();
    assert_eq!(
        hers[3..],
        ["User Admin", "Member", "waiting"],
        "what waits doesn't pass for the server's"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "it holds people's data");
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn json_says_of_what_time_it_is_and_every_delimiter_reads_back() {
    let server = server(60);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let as_of = app.session(id).await.unwrap().snapshot.as_of;
    let path = home.path().join("users.json");
    export(&app, id, &everybody(FileFormat::Json), &path).await;
    let text = std::fs::read_to_string(&path).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["asOf"].as_str(), as_of.as_deref());
    assert_eq!(
        (&json["organization"], &json["complete"]),
        (&"Acme".into(), &true.into())
    );
    assert_eq!(json["users"].as_array().unwrap().len(), 60);
    assert_eq!(text.lines().count(), 62, "a user a line");

    let mut plain = Vec::new();
    for delimiter in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        for byte_order_mark in [false, true] {
            let format = FileFormat::Csv {
                delimiter,
                byte_order_mark,
            };
            export(&app, id, &everybody(format), &path).await;
            let bytes = std::fs::read(&path).unwrap();
            let body = bytes.strip_prefix("\u{feff}".as_bytes());
            assert_eq!(body.is_some(), byte_order_mark);
            let read: Vec<Vec<String>> = csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(match delimiter {
                    Delimiter::Comma => b',',
                    Delimiter::Semicolon => b';',
                    Delimiter::Tab => b'\t',
                })
                .from_reader(body.unwrap_or(&bytes))
                .deserialize()
                .collect::<Result<_, _>>()
                .unwrap();
            if plain.is_empty() {
                plain.clone_from(&read);
            }
            assert_eq!(read, plain, "{format:?}: the same cells");
        }
    }
    assert_eq!(plain.len(), 61);
    assert_eq!(
        app.export_name(id, CSV).await.unwrap(),
        format!("users-{}.csv", &as_of.unwrap()[..10]),
        "named by the date of the list"
    );
    app.close().await;
}

/// Takes everything, and remembers how much came at once.
#[derive(Default)]
struct Largest {
    now: usize,
    most: usize,
}

impl Write for Largest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.now += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_list_passes_through_in_pages_and_can_be_called_off_between_them() {
    let server = server(5_000);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let to = std::sync::Mutex::new(Largest::default());
    let mut told = Vec::new();
    let path = home.path().join("users.csv");
    struct Shared<'a>(&'a std::sync::Mutex<Largest>);
    impl Write for Shared<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let users = app
        .stream_users(id, &everybody(CSV), &mut Shared(&to), &mut |progress| {
            let mut to = to.lock().unwrap();
            to.most = to.most.max(std::mem::take(&mut to.now));
            told.push(progress);
            ControlFlow::Continue(())
        })
        .await
        .unwrap();
    assert_eq!(users, 5_000);
    assert_eq!(told.len(), 5, "a page at a time: {told:?}");
    let most = to.lock().unwrap().most;
    assert!(
        most < 200_000,
        "no more than a page is held back: {most} bytes"
    );

    let cancelled = app
        .export_users(id, &everybody(CSV), &path, &mut |progress| {
            if progress.written >= 2_000 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
        .await
        .unwrap_err();
    assert_eq!(cancelled.code, "cancelled");
    let left: Vec<_> = std::fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("users") || name.contains("rollcall"))
        .collect();
    assert!(left.is_empty(), "no part of a file stays: {left:?}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_changes_meanwhile_is_written_again() {
    let server = server(3_000);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let path = home.path().join("users.csv");
    let mut left = 1;
    let exported = app
        .export_users(id, &everybody(CSV), &path, &mut |_| {
            if left > 0 {
                left -= 1;
                let (app, change) = (app.clone(), role_change(&member.id, Role::UserAdmin));
                tokio::task::block_in_place(|| {
                    tokio::runtime::Handle::current()
                        .block_on(app.save_user(id, &change, LONG_UNDO))
                })
                .unwrap();
            }
            ControlFlow::Continue(())
        })
        .await
        .unwrap();
    assert_eq!(exported.users, 3_000);
    let rows = rows(&std::fs::read(&path).unwrap());
    assert_eq!(rows.len(), 3_001, "nobody is missed, nobody comes twice");
    let hers = rows.iter().find(|row| row[1] == member.email).unwrap();
    assert_eq!(hers[5], "waiting", "the file is of one state of the list");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_cannot_be_written_to_is_named_and_a_member_gets_no_file() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let nowhere = home.path().join("no such folder/users.csv");
    let mut go_on = |_| ControlFlow::Continue(());
    let failure = app
        .export_users(id, &everybody(CSV), &nowhere, &mut go_on)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        ("export_failed", Some("file"))
    );
    assert!(failure.message.contains("no such folder"), "{failure}");
    let failure = app
        .export_users(id, &everybody(CSV), home.path(), &mut go_on)
        .await
        .unwrap_err();
    assert_eq!(failure.code, "export_failed", "a folder is no file");
    app.close().await;

    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect_only(&app, form(&server, Role::Member, Keep::KeyFile)).await;
    until(&app, "the server told who asks", async || {
        app.session(id).await.unwrap().role.is_some()
    })
    .await;
    let path = home.path().join("users.csv");
    let denied = app
        .export_users(id, &everybody(CSV), &path, &mut go_on)
        .await
        .unwrap_err();
    assert_eq!(denied.code, "denied");
    let denied = app
        .copy_users(id, ListView::default(), None)
        .await
        .unwrap_err();
    assert_eq!(denied.code, "denied");
    assert!(!path.exists());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_copied_is_what_would_be_exported() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let path = home.path().join("users.csv");
    export(&app, id, &everybody(CSV), &path).await;
    let copied = app
        .copy_users(id, everybody(CSV).shows, None)
        .await
        .unwrap();
    assert_eq!(copied, std::fs::read_to_string(&path).unwrap());

    let mut narrowed = everybody(CSV).shows;
    narrowed.query.search = "nobody is called so".into();
    let all = rows(copied.as_bytes());
    let listed = app
        .users_page(id, &UserQuery::default(), None, 100)
        .await
        .unwrap()
        .rows;
    let ids: Vec<_> = listed.iter().take(3).map(|row| row.id.clone()).collect();
    let only = Some(Selection::Ids { ids: ids.clone() });
    let three = app.copy_users(id, narrowed.clone(), only).await.unwrap();
    let three = rows(three.as_bytes());
    let chosen = |row: &&Vec<String>| listed.iter().take(3).any(|user| user.email == row[1]);
    let expected: Vec<_> = all.iter().filter(chosen).cloned().collect();
    assert_eq!(three[1..], expected, "those selected, in the view's order");
    let only = Some(Selection::All {
        query: UserQuery::default(),
        except: ids,
    });
    let others = app.copy_users(id, narrowed, only).await.unwrap();
    assert_eq!(rows(others.as_bytes()).len(), 1 + 40 - 3, "all but some");
    app.close().await;
}

#[test]
fn what_a_killed_program_left_of_a_file_goes_when_one_is_started() {
    let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let of_organization = format!("organizations/{}/drafts", ConnectionId::random());
    for (notes, name) in [
        ("drafts", ".rollcall-1"),
        (&*of_organization, ".rollcall-2"),
    ] {
        let (notes, draft) = (home.path().join(notes), elsewhere.path().join(name));
        std::fs::create_dir_all(&notes).unwrap();
        std::fs::write(&draft, "people").unwrap();
        std::fs::write(notes.join("note"), draft.to_str().unwrap()).unwrap();
    }
    let _app = Setup::window().open(home.path());
    let left = std::fs::read_dir(elsewhere.path()).unwrap();
    assert_eq!(left.count(), 0, "before any organization is opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_keeps_nothing_notes_where_it_writes_for_as_long_as_it_does() {
    let server = server(60);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Session)).await;
    let notes = || std::fs::read_dir(home.path().join("drafts")).map_or(0, Iterator::count);
    let mut during = 0;
    let mut progress = |_| {
        during = notes();
        ControlFlow::Continue(())
    };
    let path = home.path().join("users.csv");
    app.export_users(id, &everybody(CSV), &path, &mut progress)
        .await
        .unwrap();
    assert_eq!(
        (during, notes()),
        (1, 0),
        "should it be killed, what it has written is found"
    );
    app.close().await;
}
