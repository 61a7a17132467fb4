//! A disk that gets full in the middle of queueing, and of sending: nothing is said that isn't so, nothing is
//! lost, and nothing is done twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use rollcall_app::view::{Changes, Keep, OutboxState, UserQuery};
use rollcall_app::{App, ConnectionId};
use rollcall_model::Role;
use rollcall_testkit::{Disk, DiskFault, FakeRemote, Lasts};
use tempfile::TempDir;

use crate::forms::{fake_form, ids, press, set_role};
use crate::support::{LONG_UNDO, Setup, connect, fake_with, outbox_states, until};

/// Whose role is changed, all at once.
const THREE: [&str; 3] = ["bob", "cyd", "dee"];

/// A program beside a server in memory, on a disk that can get full.
struct Scene {
    app: App,
    id: ConnectionId,
    fake: Arc<FakeRemote>,
    disk: Disk,
    home: TempDir,
}

impl Scene {
    async fn new() -> Self {
        let fake = fake_with(&[("ada", Role::Admin)]);
        for id in THREE {
            fake.put_user(id, Role::UserAdmin, &[]);
        }
        let fake = Arc::new(fake);
        let home = tempfile::tempdir().unwrap();
        let disk = Disk::under(home.path());
        let app = Setup::window().with(&fake).open(home.path());
        let id = connect(&app, fake_form(Keep::KeyFile)).await;
        Self {
            app,
            id,
            fake,
            disk,
            home,
        }
    }

    /// The program ends and is started again.
    async fn starts_again(&mut self) {
        self.app.close().await;
        self.app = Setup::window().with(&self.fake).open(self.home.path());
    }

    /// What is shown of the three: the role, and what is meant to become of it.
    async fn shown(&self) -> Vec<(String, Option<String>)> {
        let everybody = UserQuery::default();
        let window = self.app.users_window(self.id, &everybody, 0, 10);
        let rows = window.await.unwrap().rows.into_iter();
        rows.filter(|row| THREE.contains(&row.id.as_str()))
            .map(|row| (row.role, row.intent))
            .collect()
    }

    async fn all_are(&self, state: OutboxState) -> bool {
        let states = outbox_states(&self.app, self.id).await;
        states.iter().all(|each| *each == state)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_full_at_any_write_of_queueing_is_said_and_nothing_is_queued_or_all_of_it() {
    let mut scene = Scene::new().await;
    let (app, id) = (scene.app.clone(), scene.id);
    let change = press(&ids(&THREE), &set_role(Role::Member), None);
    let before = scene.shown().await;
    let mut write = 1;
    let receipt = loop {
        scene.disk.fail(DiskFault::Full, write, Lasts::UntilMended);
        let failure = match app.change_users(id, &change, LONG_UNDO).await {
            Ok(receipt) => break receipt,
            Err(failure) => failure,
        };
        assert_eq!((failure.code.as_str(), failure.retry), ("disk_full", true));
        assert!(
            failure.message.ends_with("the disk is full."),
            "{failure:?}"
        );
        assert!(
            outbox_states(&app, id).await.is_empty(),
            "write {write}: nothing is said to be queued that isn't"
        );
        assert!(scene.shown().await == before, "what was there can be seen");
        scene.disk.mend();
        write += 1;
    };
    assert!(write > 3, "the queueing was looked into: {write} writes");
    scene.disk.mend();
    assert_eq!(receipt.queued, 3, "asked for again, it is queued once");
    scene.starts_again().await;
    let states = outbox_states(&scene.app, id).await;
    assert_eq!(states.len(), 3, "and what was said to be queued is there");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_full_at_any_write_of_sending_loses_nothing_and_does_nothing_twice() {
    let mut scene = Scene::new().await;
    let mut write = 1;
    loop {
        let (app, id) = (scene.app.clone(), scene.id);
        let role = [Role::UserAdmin, Role::Member][write % 2];
        let change = press(&ids(&THREE), &set_role(role), None);
        app.change_users(id, &change, LONG_UNDO).await.unwrap();
        scene
            .disk
            .fail(DiskFault::Full, write as u64, Lasts::UntilMended);
        // Decided before the list was read again, it asks once more.
        app.send(id, &Changes::All, Some("3")).await.unwrap();
        until(&app, "it is done, or said why not", async || {
            let notices = app.session(id).await.unwrap().notices;
            let said = notices.iter().any(|each| each.contains("the disk is full"));
            said || scene.all_are(OutboxState::Done).await
        })
        .await;
        let has_failed = scene.disk.has_failed();
        let states = outbox_states(&app, id).await;
        let lost = [OutboxState::Rejected, OutboxState::Conflict];
        assert!(
            !states.iter().any(|state| lost.contains(state)),
            "write {write}: a full disk refuses nothing: {states:?}"
        );
        scene.disk.mend();
        if write % 3 == 0 {
            scene.starts_again().await;
        } else {
            app.refresh(id).await.unwrap();
        }
        until(&scene.app, "it goes on once there is room", async || {
            scene.all_are(OutboxState::Done).await
        })
        .await;
        let app = &scene.app;
        until(app, "it is said no more", async || {
            app.session(id).await.unwrap().notices.is_empty()
        })
        .await;
        let mut times = BTreeMap::<_, u32>::new();
        for effect in &scene.fake.state().effects {
            *times.entry(*effect).or_default() += 1;
        }
        assert_eq!(times.len(), 3 * write, "write {write}: nothing is lost");
        assert!(
            times.values().all(|times| *times == 1),
            "write {write}: nothing is done twice"
        );
        if !has_failed {
            break;
        }
        write += 1;
    }
    assert!(write > 10, "the sending was looked into: {write} writes");
    scene.app.close().await;
}
