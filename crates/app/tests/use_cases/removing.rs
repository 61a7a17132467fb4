//! Removes an organization from this computer: nothing of it stays, nothing goes that wasn't confirmed, and
//! what could not be removed is named and tried again.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rollcall_app::view::{Keep, RemoveOrganization, Secrets, UserQuery};
use rollcall_app::{App, ConnectionId};
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use rollcall_vault::{MemoryVault, Secret, Slot, SlotKind, Vault, VaultError};

use crate::forms::{fake_form, form, role_change};
use crate::support::{
    LONG_UNDO, NoVault, Setup, connect, fake_with, loaded, server, signed_in, somebody, stands_in,
};

fn confirmed(typed: &str) -> RemoveOrganization {
    RemoveOrganization {
        typed: Some(typed.to_owned()),
        ..RemoveOrganization::default()
    }
}

fn unconfirmed() -> RemoveOrganization {
    RemoveOrganization::default()
}

/// Queues a change that is not sent while a test looks.
async fn queue_one(app: &App, id: ConnectionId) {
    let member = somebody(app, id, Role::Member, None).await;
    app.save_user(id, &role_change(&member.id, Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
}

/// Whether anything in the profile folder says that there was this organization: in a file, or in a name.
fn trace_in(home: &Path, id: ConnectionId, server: &TestServer) -> Option<std::path::PathBuf> {
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().contains(&id.to_string()) {
                return Some(path);
            }
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    [id.to_string(), server.url(), "Acme".to_owned()]
        .iter()
        .find_map(|text| stands_in(home, text))
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_removed_organization_is_left_in_the_profile_folder() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let vault: Arc<dyn Vault> = Arc::new(MemoryVault::default());
    let app = Setup::window().on(&vault).open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let slots = [SlotKind::DatabaseKey, SlotKind::Token].map(|kind| Slot::new(id, kind));
    let people = app.users_window(id, &UserQuery::default(), 0, 40).await;
    let people = people.unwrap().rows;
    let folder = home.path().join(format!("organizations/{id}"));
    // What others may have left there: a damaged copy, and an export that was cut off, with a name and the
    // token in the clear.
    let (name, token) = (&people[0].name, server.token(Role::Admin));
    let elsewhere = tempfile::tempdir().unwrap();
    let draft = elsewhere.path().join(".rollcall-left");
    let planted = format!("{name},{}", token.reveal());
    std::fs::write(folder.join("cache.db.set-aside-1"), &planted).unwrap();
    std::fs::write(&draft, &planted).unwrap();
    std::fs::create_dir(folder.join("drafts")).unwrap();
    std::fs::write(folder.join("drafts/left"), draft.to_str().unwrap()).unwrap();

    assert!(
        trace_in(home.path(), id, &server).is_some(),
        "it can be found"
    );
    for text in [name, token.reveal()] {
        assert!(
            stands_in(home.path(), text).is_some(),
            "{text} can be found"
        );
    }
    assert!(slots.iter().all(|slot| vault.read(slot).unwrap().is_some()));

    let view = app.removal(id).await.unwrap();
    assert_eq!((view.changes, view.confirm), (Some(0), None));
    let removed = app.remove_organization(id, &unconfirmed()).await.unwrap();
    assert_eq!(removed.left, [""; 0]);
    assert_eq!(trace_in(home.path(), id, &server), None);
    for text in people
        .iter()
        .flat_map(|row| [&*row.name, &*row.email])
        .chain([token.reveal()])
    {
        assert_eq!(stands_in(home.path(), text), None, "{text} is gone");
    }
    assert!(!draft.exists(), "what an export left behind, too");
    for slot in &slots {
        assert_eq!(vault.read(slot).unwrap(), None, "and the secrets");
    }
    assert!(app.organizations().await.unwrap().is_empty());
    let gone = app.session(id).await.unwrap_err();
    assert_eq!(gone.code, "unknown_organization");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_that_wait_are_given_up_only_when_their_number_is_typed() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    queue_one(&app, id).await;
    let view = app.removal(id).await.unwrap();
    assert_eq!((view.changes, view.journal_lines), (Some(1), Some(1)));
    assert_eq!(view.confirm.unwrap().text, "1");
    for asked in [
        unconfirmed(),
        confirmed(""),
        confirmed("2"),
        confirmed("Acme"),
    ] {
        let refused = app.remove_organization(id, &asked).await.unwrap_err();
        assert_eq!(refused.code, "not_confirmed", "{asked:?}");
        assert_eq!(refused.field.as_deref(), Some("typed"));
    }
    assert_eq!(app.session(id).await.unwrap().waiting, 1, "all is kept");
    app.remove_organization(id, &confirmed(" 1 "))
        .await
        .unwrap();
    assert!(app.organizations().await.unwrap().is_empty());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_file_stays_as_long_as_another_organization_needs_it() {
    let (first, second) = (server(10), server(10));
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let one = connect(&app, form(&first, Role::Admin, Keep::KeyFile)).await;
    let other = connect(&app, form(&second, Role::Admin, Keep::KeyFile)).await;
    let key = home.path().join("key");
    let removed = app.remove_organization(one, &unconfirmed()).await.unwrap();
    assert!(removed.left[0].contains("another organization here needs it"));
    assert!(key.exists());
    loaded(&app, other).await;
    let removed = app
        .remove_organization(other, &unconfirmed())
        .await
        .unwrap();
    assert_eq!(removed.left, [""; 0]);
    assert!(!key.exists(), "with the last one the key goes");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_has_it_open_nothing_is_removed_and_the_holder_is_named() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let window = Setup::window().open(home.path());
    let id = connect(&window, form(&server, Role::Admin, Keep::KeyFile)).await;
    let terminal = Setup::terminal().open(home.path());
    let holder = format!("Rollcall (process {})", std::process::id());
    let view = terminal.removal(id).await.unwrap_err();
    let refused = terminal.remove_organization(id, &unconfirmed()).await;
    for failure in [view, refused.unwrap_err()] {
        assert_eq!(failure.code, "held_by");
        assert!(failure.message.starts_with(&holder), "{failure}");
    }
    loaded(&window, id).await;
    window.close().await;
    terminal
        .remove_organization(id, &unconfirmed())
        .await
        .unwrap();
}

/// A keychain that can be locked: then it answers reads and deletions as if nothing was there.
#[derive(Debug, Default)]
struct Pretending(MemoryVault, AtomicBool);

impl Pretending {
    fn is_locked(&self) -> bool {
        self.1.load(Ordering::SeqCst)
    }
}

impl Vault for Pretending {
    fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError> {
        if self.is_locked() {
            return Ok(None);
        }
        self.0.read(slot)
    }
    fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError> {
        if self.is_locked() {
            return Err(VaultError::Locked {
                cause: "as told".into(),
            });
        }
        self.0.store(slot, secret)
    }
    fn delete(&self, slot: &Slot) -> Result<(), VaultError> {
        if self.is_locked() {
            return Ok(());
        }
        self.0.delete(slot)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keychain_is_not_taken_for_an_erased_key() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let pretending = Arc::new(Pretending::default());
    let vault: Arc<dyn Vault> = pretending.clone();
    let app = Setup::window().on(&vault).open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    pretending.1.store(true, Ordering::SeqCst);
    // Open already: its key is in memory. Closed: not even its outbox can be read.
    let refused = app.remove_organization(id, &unconfirmed()).await;
    assert_eq!(refused.unwrap_err().code, "keychain_locked");
    let view = app.removal(id).await.unwrap();
    assert_eq!(view.changes, None);
    assert_eq!(
        view.confirm.unwrap().text,
        "Acme",
        "nobody knows what waits"
    );
    let refused = app.remove_organization(id, &confirmed("acme")).await;
    assert_eq!(refused.unwrap_err().code, "keychain_locked");
    assert_eq!(app.organizations().await.unwrap().len(), 1);

    pretending.1.store(false, Ordering::SeqCst);
    loaded(&app, id).await;
    app.remove_organization(id, &unconfirmed()).await.unwrap();
    for kind in [SlotKind::DatabaseKey, SlotKind::Token] {
        assert_eq!(vault.read(&Slot::new(id, kind)).unwrap(), None);
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_keychain_the_files_go_at_a_persons_word_and_what_stays_is_named() {
    let server = server(20);
    let (app, id, home) = signed_in(&server, Role::Admin).await;
    app.close().await;
    let vault: Arc<dyn Vault> = Arc::new(NoVault);
    let app = Setup::window().on(&vault).open(home.path());
    let typed = confirmed("Acme");
    let refused = app.remove_organization(id, &typed).await.unwrap_err();
    assert_eq!(refused.code, "no_keychain");
    assert!(refused.help.is_some(), "with its cure");
    assert_eq!(app.organizations().await.unwrap().len(), 1);
    let asked = RemoveOrganization {
        secrets: Secrets::Leave,
        ..typed
    };
    let removed = app.remove_organization(id, &asked).await.unwrap();
    assert!(removed.left[0].contains(&format!("{id}/token")));
    assert!(app.organizations().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_removed_is_named_and_can_be_tried_again() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let vault: Arc<dyn Vault> = Arc::new(MemoryVault::default());
    let app = Setup::window().on(&vault).open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    // A folder in the place of a draft: whoever removes files can't remove it, whatever they may.
    let stubborn = home.path().join(".rollcall-stubborn");
    let notes = home.path().join(format!("organizations/{id}/drafts"));
    std::fs::create_dir(&stubborn).unwrap();
    std::fs::create_dir(&notes).unwrap();
    std::fs::write(notes.join("note"), stubborn.to_str().unwrap()).unwrap();

    let failure = app.remove_organization(id, &unconfirmed()).await;
    let failure = failure.unwrap_err();
    assert_eq!(
        (failure.code.as_str(), failure.retry),
        ("not_removed", true)
    );
    assert!(failure.message.contains(".rollcall-stubborn"), "{failure}");
    let key = Slot::new(id, SlotKind::DatabaseKey);
    assert_eq!(vault.read(&key).unwrap(), None, "the key went first");
    assert_eq!(app.organizations().await.unwrap().len(), 1, "still known");
    let half = app.session(id).await.unwrap_err();
    assert_eq!(half.code, "half_removed", "never half silently");
    assert!(half.help.unwrap().contains("Remove it again"));

    std::fs::remove_dir(&stubborn).unwrap();
    assert_eq!(app.removal(id).await.unwrap().confirm, None);
    app.remove_organization(id, &unconfirmed()).await.unwrap();
    assert_eq!(trace_in(home.path(), id, &server), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_and_the_demo_go_at_once() {
    let fake = Arc::new(fake_with(&[("ada", Role::Admin), ("cleo", Role::Member)]));
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().with(&fake).open(home.path());
    let session = connect(&app, fake_form(Keep::Session)).await;
    let url = "http://127.0.0.1:4000";
    let demo = app.connect_demo(url, "t", Role::Admin).await.unwrap();
    let demo = demo.id.parse().unwrap();
    loaded(&app, demo).await;
    app.save_user(demo, &role_change("cleo", Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    let refused = app.remove_organization(demo, &unconfirmed()).await;
    assert_eq!(refused.unwrap_err().code, "not_confirmed");
    app.remove_organization(demo, &confirmed("1"))
        .await
        .unwrap();
    app.remove_organization(session, &unconfirmed())
        .await
        .unwrap();
    assert!(app.organizations().await.unwrap().is_empty());
    let again = app.connect_demo(url, "t", Role::Admin).await.unwrap();
    assert!(again.demo, "the demo can be opened anew");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organization_that_is_not_here_can_not_be_removed() {
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let nobody = ConnectionId::random();
    let refused = app.remove_organization(nobody, &unconfirmed()).await;
    assert_eq!(refused.unwrap_err().code, "unknown_organization");
}
