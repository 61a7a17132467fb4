//! Workspaces that are created, renamed and deleted: what is refused before it is asked for, what waits for
//! what, what goes along, and what comes back from the server.

use rollcall_app::view::{
    Changes, CreateWorkspace, CreatedWorkspace, DeleteWorkspace, Keep, OutboxState, Presence,
    Receipt, RenameWorkspace, ResourceKind, UserAction, UserQuery, WorkspaceDeletion,
    WorkspaceDetails, WorkspaceQuery, WorkspaceRow,
};
use rollcall_app::{App, ConnectionId, Failure, WorkspaceId};
use rollcall_model::{OperationId, Role};
use rollcall_testkit::FakeRemote;

use crate::forms::{form, ids, press};
use crate::scene::Scene;
use crate::support::{
    LONG_UNDO, Setup, connect_only, server, signed_in, somebody, start_again, until, until_states,
};

async fn create(app: &App, id: ConnectionId, name: &str) -> Result<CreatedWorkspace, Failure> {
    let create = CreateWorkspace {
        operation: OperationId::random().to_string(),
        name: name.to_owned(),
    };
    app.create_workspace(id, &create, LONG_UNDO).await
}

async fn rename(
    app: &App,
    id: ConnectionId,
    workspace: &str,
    name: &str,
) -> Result<Receipt, Failure> {
    let rename = RenameWorkspace {
        operation: OperationId::random().to_string(),
        workspace: workspace.to_owned(),
        name: name.to_owned(),
    };
    app.rename_workspace(id, &rename, LONG_UNDO).await
}

async fn delete(
    app: &App,
    id: ConnectionId,
    workspace: &str,
    typed: Option<&str>,
) -> Result<Receipt, Failure> {
    let delete = DeleteWorkspace {
        operation: OperationId::random().to_string(),
        workspace: workspace.to_owned(),
        typed: typed.map(str::to_owned),
    };
    app.delete_workspace(id, &delete, LONG_UNDO).await
}

fn put(fake: &FakeRemote, id: &str, name: &str) {
    fake.put_workspace(id);
    fake.name_workspace(id, name);
}

/// The workspaces whose name has this in it.
async fn named(app: &App, id: ConnectionId, name: &str) -> Vec<WorkspaceRow> {
    let query = WorkspaceQuery {
        search: name.to_owned(),
        ..WorkspaceQuery::default()
    };
    app.workspaces_window(id, &query, 0, 100)
        .await
        .unwrap()
        .rows
}

async fn details(app: &App, id: ConnectionId, workspace: &str) -> WorkspaceDetails {
    let workspace = WorkspaceId::new(workspace);
    app.workspace_details(id, &workspace).await.unwrap()
}

async fn deletion(app: &App, id: ConnectionId, workspace: &str) -> WorkspaceDeletion {
    let workspace = WorkspaceId::new(workspace);
    app.workspace_deletion(id, &workspace).await.unwrap()
}

async fn add(app: &App, id: ConnectionId, workspace: &str, users: &[&str]) {
    let action = UserAction::AddToWorkspaces {
        ids: vec![workspace.to_owned()],
    };
    app.change_users(id, &press(&ids(users), &action, None), LONG_UNDO)
        .await
        .unwrap();
}

async fn all_at_rest(app: &App, id: ConnectionId) {
    app.send(id, &Changes::All, None).await.unwrap();
    until(app, "nothing waits any more", async || {
        app.session(id).await.unwrap().waiting == 0
    })
    .await;
}

/// Who is in a workspace, as the list shows it.
async fn inside(app: &App, id: ConnectionId, workspace: &str) -> Vec<String> {
    let query = UserQuery {
        workspaces: vec![workspace.to_owned()],
        ..UserQuery::default()
    };
    let window = app.users_window(id, &query, 0, 100).await.unwrap();
    window.rows.into_iter().map(|row| row.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_is_created_and_filled_without_the_server_and_all_of_it_arrives() {
    let mut server = server(60);
    let (app, id, _home) = signed_in(&server, Role::UserAdmin).await;
    let ana = somebody(&app, id, Role::Member, None).await.id;
    let ben = somebody(&app, id, Role::Member, Some(&ana)).await.id;

    server.stop();
    let created = create(&app, id, "  Night shift ").await.unwrap();
    assert_eq!(
        created.receipt.message,
        "Waiting in Outbox: Night shift, new workspace. Nothing has changed on the server."
    );
    let placeholder = created.workspace.as_str();
    add(&app, id, placeholder, &[&ana, &ben]).await;
    rename(&app, id, placeholder, "Nights").await.unwrap();
    let shown = named(&app, id, "night").await;
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (shown[0].name.as_str(), shown[0].presence, shown[0].users),
        ("Nights", Presence::Adding, 2),
        "it is in the list at once, with everybody in it"
    );
    let details_before = details(&app, id, placeholder).await;
    assert_eq!(
        (details_before.adding, details_before.changes.len()),
        (2, 2)
    );
    let outbox = app.outbox(id).await.unwrap();
    let waits: Vec<_> = outbox
        .groups
        .iter()
        .filter(|group| group.kind == ResourceKind::User)
        .flat_map(|group| &group.entries)
        .map(|entry| entry.reason.as_deref())
        .collect();
    assert_eq!(
        waits,
        [Some("Waits for the workspace to be created."); 2],
        "access waits for its workspace, and says so"
    );

    start_again(&mut server);
    app.refresh(id).await.unwrap();
    all_at_rest(&app, id).await;
    let there = named(&app, id, "nights").await;
    assert_eq!(
        (
            there[0].presence,
            there[0].users,
            there[0].intent.as_deref()
        ),
        (Presence::Here, 2, None)
    );
    assert_ne!(there[0].id, placeholder, "the server has given it an id");
    assert_eq!(
        details(&app, id, placeholder).await.row.id,
        there[0].id,
        "whoever still knows it by the placeholder finds it"
    );
    add(&app, id, placeholder, &[]).await;
    let mut inside = inside(&app, id, &there[0].id).await;
    let mut both = vec![ana, ben];
    inside.sort();
    both.sort();
    assert_eq!(inside, both);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_will_not_do_is_refused_before_anything_waits() {
    let scene = Scene::new(|fake| {
        put(fake, "sales", "Sales");
        put(fake, "support", "Support");
    })
    .await;
    let (app, id) = (&scene.app, scene.id);
    create(app, id, "Lab").await.unwrap();
    delete(app, id, "support", None).await.unwrap();
    let waiting = app.session(id).await.unwrap().waiting;
    for (name, code) in [
        ("", "name_invalid"),
        ("x\ny", "name_invalid"),
        ("SALES", "name_taken"),
        (" lab", "name_taken"),
        ("Support", "name_taken"),
    ] {
        let refused = create(app, id, name).await.unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some("name")),
            "{name:?}"
        );
        let refused = app.check_new_workspace(id, name).await.unwrap_err();
        assert_eq!(refused.code, code, "a check says the same");
    }
    let refused = rename(app, id, "sales", "LAB").await.unwrap_err();
    assert_eq!(refused.code, "name_taken");
    let same = rename(app, id, "sales", "Sales").await.unwrap();
    assert_eq!((same.queued, same.applied), (0, 0), "{same:?}");
    rename(app, id, "sales", "SALES").await.unwrap();
    assert_eq!(
        app.session(id).await.unwrap().waiting,
        waiting + 1,
        "another case is another name, and of the others nothing was queued"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_hears_the_rule_of_each_and_a_server_without_workspaces_says_so() {
    let server = server(60);
    for role in [Role::BillingAdmin, Role::Member] {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::terminal().open(home.path());
        let id = connect_only(&app, form(&server, role, Keep::Keychain)).await;
        // What a Member may not read fails; who they are is known by then.
        let _ = app.sync_once(id, &mut |_| {}).await;
        let deletion = app.workspace_deletion(id, &WorkspaceId::new("x")).await;
        for (refused, verb) in [
            (create(&app, id, "Lab").await.unwrap_err(), "create"),
            (rename(&app, id, "x", "Lab").await.unwrap_err(), "rename"),
            (delete(&app, id, "x", None).await.unwrap_err(), "delete"),
            (deletion.unwrap_err(), "delete"),
        ] {
            assert_eq!(refused.code, "denied");
            assert_eq!(refused.message, format!("{role}s can't {verb} workspaces."));
        }
    }
    let scene = Scene::new(|fake| {
        fake.state().facts.resource_types = vec!["User".to_owned()];
    })
    .await;
    let refused = create(&scene.app, scene.id, "Lab").await.unwrap_err();
    assert_eq!(refused.code, "not_offered");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_counts_who_loses_access_and_drops_what_waits() {
    let scene = Scene::new(|fake| {
        put(fake, "sales", "Sales");
        for user in ["u1", "u2", "u3", "u4", "u5", "u6", "u7"] {
            fake.put_user(user, Role::Member, &["sales"]);
        }
        fake.put_user("late", Role::Member, &[]);
    })
    .await;
    let (app, id) = (&scene.app, scene.id);
    add(app, id, "sales", &["late"]).await;
    let remove = UserAction::RemoveFromWorkspaces {
        ids: vec!["sales".to_owned()],
    };
    scene.change(&ids(&["u1"]), &remove, None).await.unwrap();
    let renamed = rename(app, id, "sales", "Market").await.unwrap();
    assert_eq!(
        renamed.message,
        "Waiting in Outbox: Sales, renamed to Market. Nothing has changed on the server."
    );

    let told = deletion(app, id, "sales").await;
    assert_eq!(
        (told.name.as_str(), told.users, told.dropped),
        ("Market", 7, 3),
        "those who have access on the server, whatever waits"
    );
    let confirm = told.confirm.unwrap();
    assert_eq!(confirm.text, "Market", "7 are more than a handful");
    let refused = delete(app, id, "sales", Some("Sales")).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("not_confirmed", Some("typed"))
    );
    let receipt = delete(app, id, "sales", Some(" market ")).await.unwrap();
    let deletion_alone = Changes::Operation {
        operation: receipt.operation,
        part: None,
    };
    app.take_back(id, &deletion_alone).await.unwrap();
    assert_eq!(
        app.session(id).await.unwrap().waiting,
        3,
        "taken back, it brings back what it dropped"
    );
    delete(app, id, "sales", Some("Market")).await.unwrap();
    let outbox = app.outbox(id).await.unwrap();
    assert_eq!(outbox.waiting, 1, "the deletion alone: {outbox:?}");
    let row = &named(app, id, "sales").await[0];
    assert_eq!(row.presence, Presence::Leaving);
    let refused = delete(app, id, "sales", None).await.unwrap_err();
    assert_eq!(refused.code, "leaving");
    let refused = rename(app, id, "sales", "Other").await.unwrap_err();
    assert_eq!(refused.code, "leaving");
    let grant = UserAction::AddToWorkspaces {
        ids: vec!["sales".to_owned()],
    };
    let refused = scene
        .change(&ids(&["late"]), &grant, None)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("leaving", Some("workspaces")),
        "nobody is added to what waits to be deleted"
    );

    all_at_rest(app, id).await;
    assert!(named(app, id, "").await.is_empty());
    assert!(
        scene.fake.state().workspaces.is_empty(),
        "the name that the server had was what it rested on"
    );
    assert!(inside(app, id, "sales").await.is_empty());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_that_waits_to_be_created_is_deleted_by_not_being_created() {
    let scene = Scene::new(|fake| fake.put_user("bob", Role::Member, &[])).await;
    let (app, id) = (&scene.app, scene.id);
    let created = create(app, id, "Lab").await.unwrap().workspace;
    add(app, id, &created, &["bob"]).await;
    let told = deletion(app, id, &created).await;
    assert_eq!((told.not_created, told.dropped), (true, 1));
    assert_eq!(told.confirm, None);
    let receipt = delete(app, id, &created, None).await.unwrap();
    assert_eq!(
        receipt.message,
        "Taken back: Lab, new workspace. Nothing was sent of that."
    );
    assert_eq!(app.session(id).await.unwrap().waiting, 0);
    assert!(named(app, id, "").await.is_empty());
    assert!(scene.fake.state().sent.is_empty());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_renamed_elsewhere_shows_was_theirs_and_mine_and_can_be_asked_for_again() {
    let scene = Scene::new(|fake| put(fake, "sales", "Sales")).await;
    let (app, id) = (&scene.app, scene.id);
    rename(app, id, "sales", "Market").await.unwrap();
    scene.fake.name_workspace("sales", "Trade");
    app.send(id, &Changes::All, None).await.unwrap();
    until_states(app, id, &[OutboxState::Conflict]).await;
    let outbox = app.outbox(id).await.unwrap();
    let group = &outbox.groups[0];
    let entry = &group.entries[0];
    assert_eq!(group.kind, ResourceKind::Workspace);
    assert_eq!(
        (
            entry.before.as_str(),
            entry.theirs.as_deref(),
            entry.after.as_str()
        ),
        ("Sales", Some("Trade"), "Market")
    );
    let again = Changes::Ids {
        ids: vec![entry.id.clone()],
    };
    app.ask_again(id, &again).await.unwrap();
    all_at_rest(app, id).await;
    let names: Vec<String> = scene
        .fake
        .state()
        .workspaces
        .values()
        .map(|workspace| workspace.name.clone())
        .collect();
    assert_eq!(names, ["Market"]);

    delete(app, id, "sales", None).await.unwrap();
    scene.fake.name_workspace("sales", "Bazaar");
    app.send(id, &Changes::All, None).await.unwrap();
    until(app, "the conflict is seen", async || {
        app.session(id).await.unwrap().needs_you == 1
    })
    .await;
    assert_eq!(
        scene.fake.state().workspaces.len(),
        1,
        "one that was renamed meanwhile isn't deleted unasked"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_taken_elsewhere_is_mended_with_another_and_what_waited_goes_along() {
    let scene = Scene::new(|fake| fake.put_user("bob", Role::Member, &[])).await;
    let (app, id) = (&scene.app, scene.id);
    let created = create(app, id, "Lab").await.unwrap().workspace;
    add(app, id, &created, &["bob"]).await;
    put(&scene.fake, "theirs", "LAB");
    app.send(id, &Changes::All, None).await.unwrap();
    until(app, "the conflict is seen", async || {
        app.session(id).await.unwrap().needs_you == 1
    })
    .await;
    let outbox = app.outbox(id).await.unwrap();
    let mut entries = outbox.groups.iter().flat_map(|group| &group.entries);
    let conflict = entries.find(|entry| entry.state == OutboxState::Conflict);
    let conflict = conflict.unwrap();
    assert!(conflict.taken && conflict.theirs.is_none(), "{conflict:?}");
    assert_eq!(
        conflict.reason.as_deref(),
        Some(
            "There is another workspace called Lab on the server. Rollcall did not create this one."
        )
    );
    let again = Changes::Ids {
        ids: vec![conflict.id.clone()],
    };
    let refused = app.ask_again(id, &again).await.unwrap_err();
    assert_eq!(refused.code, "name_taken", "the same name is no answer");

    rename(app, id, &created, "Laboratory").await.unwrap();
    all_at_rest(app, id).await;
    let there = named(app, id, "laboratory").await;
    assert_eq!(
        (there[0].presence, there[0].users),
        (Presence::Here, 1),
        "created under the other name, with whoever waited for it"
    );
    assert_eq!(app.session(id).await.unwrap().needs_you, 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_name_that_was_taken_meanwhile_is_a_conflict_until_one_is_free() {
    let scene = Scene::new(|fake| put(fake, "sales", "Sales")).await;
    let (app, id) = (&scene.app, scene.id);
    rename(app, id, "sales", "Lab").await.unwrap();
    put(&scene.fake, "theirs", "LAB");
    app.send(id, &Changes::All, None).await.unwrap();
    until(app, "the conflict is seen", async || {
        app.session(id).await.unwrap().needs_you == 1
    })
    .await;
    let outbox = app.outbox(id).await.unwrap();
    let entry = &outbox.groups[0].entries[0];
    assert_eq!(
        entry.reason.as_deref(),
        Some("There is another workspace called Lab on the server. Rollcall did not rename Sales.")
    );
    rename(app, id, "sales", "Studio").await.unwrap();
    all_at_rest(app, id).await;
    assert_eq!(named(app, id, "studio").await.len(), 1);
    assert_eq!(
        app.session(id).await.unwrap().needs_you,
        0,
        "the name before is not asked for any more"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_press_delivered_twice_creates_one_workspace() {
    let scene = Scene::new(|_| {}).await;
    let (app, id) = (&scene.app, scene.id);
    let asked = CreateWorkspace {
        operation: OperationId::random().to_string(),
        name: "Lab".to_owned(),
    };
    let first = app.create_workspace(id, &asked, LONG_UNDO).await.unwrap();
    let second = app.create_workspace(id, &asked, LONG_UNDO).await.unwrap();
    assert_eq!(first.workspace, second.workspace);
    assert_eq!(named(app, id, "lab").await.len(), 1);
    app.close().await;
}
