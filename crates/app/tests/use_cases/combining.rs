//! Both edited the same, in different parts: both edits in one, at a person's word and never before.

use rollcall_app::view::{Changes, Keep, OutboxEntry, OutboxState, SaveUser, UserQuery};
use rollcall_app::{App, ConnectionId, UserId};
use rollcall_model::{OperationId, Role};
use rollcall_testkit::TestServer;
use tempfile::TempDir;

use crate::forms::{addition, form, role_change};
use crate::support::{
    LONG_UNDO, Setup, connect, outbox_states, server, somebody, until, until_states,
};

/// Two administrators of one organization, each at a desk of their own.
struct Scene {
    _server: TestServer,
    mine: (App, ConnectionId),
    theirs: (App, ConnectionId),
    _homes: [TempDir; 2],
}

impl Scene {
    async fn new() -> Self {
        let server = server(40);
        let homes = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let mut desks = Vec::new();
        for home in &homes {
            let app = Setup::window().open(home.path());
            let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
            desks.push((app, id));
        }
        let theirs = desks.pop().unwrap();
        Self {
            _server: server,
            mine: desks.pop().unwrap(),
            theirs,
            _homes: homes,
        }
    }

    /// Sends what I have asked for, into what they have done meanwhile.
    async fn meet(&self) -> OutboxEntry {
        let (app, id) = &self.mine;
        app.send(*id, &Changes::All, None).await.unwrap();
        until(app, "the conflict is seen", async || {
            app.session(*id).await.unwrap().needs_you == 1
        })
        .await;
        app.refresh(*id).await.unwrap();
        self.conflict().await
    }

    async fn conflict(&self) -> OutboxEntry {
        let (app, id) = &self.mine;
        let outbox = app.outbox(*id).await.unwrap();
        let entries = outbox.groups.into_iter().flat_map(|group| group.entries);
        let mut conflicts = entries.filter(|entry| entry.state == OutboxState::Conflict);
        conflicts.next().expect("one is in conflict")
    }

    async fn close(self) {
        self.mine.0.close().await;
        self.theirs.0.close().await;
    }
}

fn only(entry: &OutboxEntry) -> Changes {
    Changes::Ids {
        ids: vec![entry.id.clone()],
    }
}

fn named(user: &str, name: &str) -> SaveUser {
    SaveUser {
        operation: OperationId::random().to_string(),
        user: user.into(),
        display_name: Some(name.into()),
        ..SaveUser::default()
    }
}

/// Does it at the other desk, and waits for the server.
async fn at_once((app, id): &(App, ConnectionId)) {
    app.send(*id, &Changes::All, None).await.unwrap();
    until(app, "the other desk is done", async || {
        let states = outbox_states(app, *id).await;
        states.iter().all(|state| *state == OutboxState::Done)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn edits_of_different_words_are_offered_together_and_asked_for_at_a_word() {
    let scene = Scene::new().await;
    let (app, id) = &scene.mine;
    let ana = somebody(app, *id, Role::Member, None).await;
    let (other, its) = &scene.theirs;
    other
        .save_user(*its, &named(&ana.id, "Ana Ruiz"), LONG_UNDO)
        .await
        .unwrap();
    at_once(&scene.theirs).await;
    app.refresh(*id).await.unwrap();
    until(app, "the new name is read", async || {
        let details = app.user_details(*id, &UserId::new(&ana.id)).await.unwrap();
        details.row.name == "Ana Ruiz"
    })
    .await;

    app.save_user(*id, &named(&ana.id, "Dr. Ana Ruiz"), LONG_UNDO)
        .await
        .unwrap();
    other
        .save_user(*its, &named(&ana.id, "Ana Lopez"), LONG_UNDO)
        .await
        .unwrap();
    at_once(&scene.theirs).await;
    let conflict = scene.meet().await;
    assert_eq!(conflict.theirs.as_deref(), Some("Ana Lopez"));
    assert_eq!(
        conflict.combined.as_deref(),
        Some("Dr. Ana Lopez"),
        "offered, and nothing more"
    );

    let both = only(&conflict);
    let (first, second) = tokio::join!(app.combine(*id, &both), app.combine(*id, &both));
    assert_eq!(
        first.unwrap().operation,
        second.unwrap().operation,
        "pressed twice, queued once"
    );
    app.send(*id, &Changes::All, None).await.unwrap();
    until_states(app, *id, &[OutboxState::Done]).await;
    let details = app.user_details(*id, &UserId::new(&ana.id)).await.unwrap();
    assert_eq!(details.row.name, "Dr. Ana Lopez");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn edits_of_the_same_are_never_combined() {
    let scene = Scene::new().await;
    let (app, id) = &scene.mine;
    let ana = somebody(app, *id, Role::Member, None).await;
    app.save_user(*id, &role_change(&ana.id, Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    let (other, its) = &scene.theirs;
    other
        .save_user(*its, &role_change(&ana.id, Role::BillingAdmin), LONG_UNDO)
        .await
        .unwrap();
    at_once(&scene.theirs).await;
    let conflict = scene.meet().await;
    assert_eq!(conflict.combined, None);
    let refused = app.combine(*id, &only(&conflict)).await.unwrap_err();
    assert_eq!(refused.code, "overlaps");
    assert_eq!(scene.conflict().await.id, conflict.id, "it stays");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_both_have_invited_keeps_their_role_and_gets_the_access_of_both() {
    let scene = Scene::new().await;
    let (app, id) = &scene.mine;
    let workspaces = app.workspaces(*id).await.unwrap();
    let [first, second] = [&workspaces[0], &workspaces[1]];
    let address = "both@new.example";
    app.add_user(
        *id,
        &addition(address, Role::Member, &[&first.id, &second.id]),
        LONG_UNDO,
    )
    .await
    .unwrap();
    let (other, its) = &scene.theirs;
    other
        .add_user(
            *its,
            &addition(address, Role::Member, &[&first.id]),
            LONG_UNDO,
        )
        .await
        .unwrap();
    at_once(&scene.theirs).await;

    scene.meet().await;
    until(app, "the other's user is read", async || {
        scene.conflict().await.combined.is_some()
    })
    .await;
    let conflict = scene.conflict().await;
    let said = conflict.combined.clone().unwrap();
    assert!(
        said.contains(&second.name) && !said.contains(&first.name),
        "only what is not so already: {said}"
    );
    app.combine(*id, &only(&conflict)).await.unwrap();
    app.send(*id, &Changes::All, None).await.unwrap();
    until_states(app, *id, &[OutboxState::Done]).await;
    let query = UserQuery {
        search: address.into(),
        ..UserQuery::default()
    };
    let found = app.users_window(*id, &query, 0, 10).await.unwrap();
    assert_eq!(found.rows.len(), 1, "nobody was added twice");
    assert_eq!(found.rows[0].workspaces.len(), 2);
    scene.close().await;
}
