//! Which workspaces a role may see, and what of them.

use rollcall_app::WorkspaceId;
use rollcall_app::view::{
    AreaAccess, Keep, UserAction, UserQuery, VerdictKind, WorkspaceQuery, WorkspaceSort,
};
use rollcall_model::{Role, UserId};
use rollcall_testkit::FakeRemote;

use crate::forms::{form, ids};
use crate::scene::Scene;
use crate::support::{Setup, connect, connect_only, server, until_role};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sees_the_workspaces_granted_and_no_counts() {
    let fake = FakeRemote::modern();
    fake.put_workspace("sales");
    fake.put_workspace("support");
    fake.put_user("ada", Role::Admin, &["sales"]);
    fake.put_user("bob", Role::Admin, &["support"]);
    fake.state().me = Some(UserId::new("ada"));
    let scene = Scene::beside(fake, Keep::Session).await;
    let (app, id) = (&scene.app, scene.id);
    let seen = async || {
        let listed = app.workspaces(id).await.unwrap();
        let pairs = listed.into_iter().map(|choice| (choice.id, choice.users));
        pairs.collect::<Vec<_>>()
    };
    assert_eq!(
        seen().await,
        [
            ("sales".to_owned(), Some(1)),
            ("support".to_owned(), Some(1))
        ],
        "an Admin sees all"
    );

    scene.fake.put_user("ada", Role::Member, &["sales"]);
    app.refresh(id).await.unwrap();
    until_role(app, id, Role::Member).await;
    assert_eq!(
        seen().await,
        [("sales".to_owned(), None)],
        "only those granted, without settings, whatever the list still holds"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_counts_users_and_contacts_and_is_searched_whatever_the_accents() {
    let server = server(120);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Session)).await;
    let list = async |search: &str, sort, limit| {
        let query = WorkspaceQuery {
            search: search.to_owned(),
            sort,
            descending: true,
        };
        app.workspaces_window(id, &query, 0, limit).await.unwrap()
    };

    let all = list("", WorkspaceSort::Users, 100).await;
    assert_eq!(all.total as usize, all.rows.len());
    assert!(
        all.rows.is_sorted_by(|one, next| one.users >= next.users),
        "the most users first"
    );
    for row in &all.rows {
        assert!(row.contacts.is_some() && row.created.is_some(), "{row:?}");
        let inside = UserQuery {
            workspaces: vec![row.id.clone()],
            ..UserQuery::default()
        };
        let users = app.users_window(id, &inside, 0, 1).await.unwrap();
        assert_eq!(
            row.users, users.total,
            "who is in it, the users' list tells"
        );
    }
    let found = list("zurich", WorkspaceSort::Name, 100).await;
    let names: Vec<&str> = found.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Zürich Pilot"]);
    let window = list("", WorkspaceSort::Name, 2).await;
    assert_eq!(
        (window.rows.len(), window.total),
        (2, all.total),
        "a window and a total"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_see_workspaces_hears_why_and_the_areas_say_it_beforehand() {
    let server = server(60);
    let area = |session: &rollcall_app::view::SessionView| {
        let mut areas = session.areas.iter();
        areas
            .find(|each| each.area == "workspaces")
            .unwrap()
            .clone()
    };
    for (role, access, view_only, refusal) in [
        (Role::Admin, AreaAccess::Full, false, None),
        (Role::UserAdmin, AreaAccess::Full, false, None),
        (Role::BillingAdmin, AreaAccess::Limited, true, None),
        (
            Role::Member,
            AreaAccess::None,
            false,
            Some("Members can see only the workspaces granted to them, without settings."),
        ),
    ] {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::terminal().open(home.path());
        let id = connect_only(&app, form(&server, role, Keep::Keychain)).await;
        // What a Member may not read fails; who they are is known by then.
        let _ = app.sync_once(id, &mut |_| {}).await;
        let window = app
            .workspaces_window(id, &WorkspaceQuery::default(), 0, 1)
            .await;
        let details = app.workspace_details(id, &WorkspaceId::new("x")).await;
        match refusal {
            None => {
                assert!(window.unwrap().total > 0, "{role} sees workspaces");
                assert_eq!(details.unwrap_err().code, "unknown_workspace");
            }
            Some(sentence) => {
                for failure in [window.unwrap_err(), details.unwrap_err()] {
                    assert_eq!(
                        (failure.code.as_str(), failure.message.as_str()),
                        ("denied", sentence)
                    );
                }
            }
        }
        let told = area(&app.session(id).await.unwrap());
        assert_eq!((told.access, told.view_only), (access, view_only), "{role}");
        let open = access == AreaAccess::Full;
        assert_eq!(told.why.is_none(), open, "{role}: {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_groups_has_no_workspaces_and_says_so() {
    let scene = Scene::new(|fake| {
        fake.state().facts.resource_types = vec!["User".to_owned()];
    })
    .await;
    let refused = scene
        .app
        .workspaces_window(scene.id, &WorkspaceQuery::default(), 0, 1)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("not_offered", "This server doesn't offer workspaces.")
    );
    let session = scene.app.session(scene.id).await.unwrap();
    let areas = session.areas.iter();
    let absent: Vec<&str> = areas
        .filter(|each| each.not_offered)
        .map(|each| each.area.as_str())
        .collect();
    assert_eq!(absent, ["general", "workspaces", "billing"]);
    for action in session.actions {
        if action.action.ends_with("_workspace") {
            assert_eq!(action.verdict.kind, VerdictKind::Denied, "{action:?}");
        }
    }
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_details_count_whose_access_waits() {
    let scene = Scene::new(|fake| {
        fake.put_workspace("sales");
        for user in ["bob", "cleo", "dora"] {
            fake.put_user(user, Role::Member, &[]);
        }
        fake.put_user("erin", Role::Member, &["sales"]);
    })
    .await;
    let sales = || vec!["sales".to_owned()];
    let add = UserAction::AddToWorkspaces { ids: sales() };
    let remove = UserAction::RemoveFromWorkspaces { ids: sales() };
    scene
        .change(&ids(&["bob", "cleo"]), &add, None)
        .await
        .unwrap();
    scene.change(&ids(&["erin"]), &remove, None).await.unwrap();
    let details = scene
        .app
        .workspace_details(scene.id, &WorkspaceId::new("sales"))
        .await
        .unwrap();
    assert_eq!(
        (details.row.users, details.adding, details.removing),
        (2, 2, 1),
        "counted with what waits, and what waits by itself"
    );
    assert_eq!(
        details.entered_anyway,
        "Admins can enter every workspace, whatever is assigned here."
    );
    assert!(
        details.changes.is_empty(),
        "nothing waits on the workspace itself"
    );
    scene.app.close().await;
}
