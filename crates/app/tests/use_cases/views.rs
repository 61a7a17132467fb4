//! Saved views: listed by name, opened after a start, and honest about what is gone.

use rollcall_app::ViewId;
use rollcall_app::view::{
    Keep, ListColumn, ListView, RowState, SaveView, ShownColumn, SortBy, UserQuery,
};
use rollcall_model::Role;

use crate::forms::form;
use crate::support::{Setup, connect, server};

fn pending_in(workspaces: Vec<String>) -> ListView {
    ListView {
        query: UserQuery {
            search: "ö".into(),
            states: vec![RowState::Pending],
            workspaces,
            sort: SortBy::Added,
            descending: true,
            ..UserQuery::default()
        },
        columns: [ListColumn::Name, ListColumn::Added, ListColumn::Email]
            .map(|column| ShownColumn {
                column,
                width: Some(180),
            })
            .to_vec(),
    }
}

fn named(name: &str, shows: ListView) -> SaveView {
    SaveView {
        id: ViewId::random().to_string(),
        name: name.into(),
        shows,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_opens_after_a_start_as_it_was_saved() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let known = app.workspaces(id).await.unwrap().remove(0);
    let view = named(" Pending, new first ", pending_in(vec![known.id]));
    let saved = app.save_view(id, &view).await.unwrap();
    let again = app.save_view(id, &view).await.unwrap();
    assert_eq!(saved, again, "delivered twice, it is saved once");
    app.close().await;

    let app = Setup::window().open(home.path());
    let views = app.views(id).await.unwrap();
    assert_eq!(views, std::slice::from_ref(&saved));
    assert_eq!(saved.name, "Pending, new first");
    assert_eq!(saved.shows, Some(view.shows));
    assert_eq!(saved.notice, None);
    app.delete_view(id, view.id.parse().unwrap()).await.unwrap();
    assert_eq!(app.views(id).await.unwrap(), []);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_of_a_workspace_that_is_gone_opens_and_says_so() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let known = app.workspaces(id).await.unwrap().remove(0);
    let asked = pending_in(vec!["gone".into(), known.id]);
    let saved = app
        .save_view(id, &named("Mine", asked.clone()))
        .await
        .unwrap();
    assert_eq!(saved.shows, Some(asked), "it opens all the same");
    assert_eq!(
        saved.notice.as_deref(),
        Some("The workspace “gone” no longer exists, so this view shows the users of the others.")
    );
    let saved = app
        .save_view(id, &named("Other", pending_in(vec!["gone".into()])))
        .await
        .unwrap();
    assert!(saved.notice.unwrap().contains("nobody matches"));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_program_lists_views_and_is_told_who_writes() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let window = Setup::window().open(home.path());
    let id = connect(&window, form(&server, Role::Admin, Keep::KeyFile)).await;
    let view = named("Everybody here", ListView::default());
    window.save_view(id, &view).await.unwrap();

    let terminal = Setup::terminal().open(home.path());
    assert_eq!(terminal.views(id).await.unwrap().len(), 1);
    let held = terminal.save_view(id, &view).await.unwrap_err();
    assert_eq!((held.code.as_str(), held.retry), ("held_by", true));
    let held = terminal
        .delete_view(id, ViewId::random())
        .await
        .unwrap_err();
    assert_eq!(held.code, "held_by");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_saved_names_the_field_and_saves_nothing() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    app.save_view(id, &named("Zoë", ListView::default()))
        .await
        .unwrap();
    let mut long = ListView::default();
    long.query.search = "x".repeat(1_001);
    for (view, code, field) in [
        (
            named("ZOË", ListView::default()),
            "name_taken",
            Some("name"),
        ),
        (
            named(" ", ListView::default()),
            "name_invalid",
            Some("name"),
        ),
        (named("Long", long), "search_too_long", Some("search")),
        (
            SaveView {
                id: "../x".into(),
                ..named("Odd", ListView::default())
            },
            "id_invalid",
            None,
        ),
    ] {
        let failure = app.save_view(id, &view).await.unwrap_err();
        assert_eq!(
            (failure.code.as_str(), failure.field.as_deref()),
            (code, field)
        );
    }
    assert_eq!(app.views(id).await.unwrap().len(), 1, "nothing half done");
    app.close().await;
}
