//! Where the sign-in is kept, what is readable on the disk, and what a keychain's state means.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use rollcall_app::Token;
use rollcall_app::view::{Keep, Link, UserQuery};
use rollcall_model::Role;
use rollcall_vault::{MemoryVault, Secret, Slot, Vault, VaultError};

use crate::forms::{form, role_change};
use crate::support::{
    LONG_UNDO, NoVault, Setup, connect, connect_only, loaded, outbox_states, role_on, server,
    somebody, stands_in, start_again, until,
};

/// A keychain that a person locks and unlocks; locked, it answers as told.
#[derive(Debug, Default)]
struct Lockable {
    inner: MemoryVault,
    locked: AtomicBool,
    says_nothing: AtomicBool,
    /// How often it was asked while locked: each may be a prompt.
    prompts: AtomicU32,
    /// While locked, the next call returns when this says so.
    open_prompt: Mutex<Option<mpsc::Receiver<()>>>,
}

impl Vault for Lockable {
    fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError> {
        if self.locked.load(Ordering::SeqCst) {
            self.prompts.fetch_add(1, Ordering::SeqCst);
            let prompt = self.open_prompt.lock().unwrap().take();
            prompt.map(|prompt| prompt.recv());
        }
        match (
            self.locked.load(Ordering::SeqCst),
            self.says_nothing.load(Ordering::SeqCst),
        ) {
            (false, _) => self.inner.read(slot),
            (true, true) => Ok(None),
            (true, false) => Err(VaultError::Locked {
                cause: "as told".into(),
            }),
        }
    }
    fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError> {
        self.inner.store(slot, secret)
    }
    fn delete(&self, slot: &Slot) -> Result<(), VaultError> {
        self.inner.delete(slot)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_there_is_a_choice_and_nothing_is_kept_before_it() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let vault: Arc<dyn Vault> = Arc::new(NoVault);
    let app = Setup::window().on(&vault).open(home.path());
    let refused = app
        .connect(form(&server, Role::Admin, Keep::Keychain))
        .await
        .unwrap_err();
    assert_eq!(refused.code, "no_keychain");
    assert!(refused.help.is_some(), "with its cure");
    assert!(app.organizations().await.unwrap().is_empty());

    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    assert_eq!(app.session(id).await.unwrap().keep, Keep::KeyFile);
    app.close().await;
    let app = Setup::window().on(&vault).open(home.path());
    loaded(&app, id).await;
    app.close().await;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let key = std::fs::metadata(home.path().join("key")).unwrap();
        assert_eq!(
            key.permissions().mode() & 0o777,
            0o600,
            "a key file is its owner's alone"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_the_profile_folder_names_a_person_or_holds_the_token() {
    let server = server(40);
    for keep in [Keep::KeyFile, Keep::Keychain] {
        let home = tempfile::tempdir().unwrap();
        let app = Setup::window().open(home.path());
        let id = connect(&app, form(&server, Role::Admin, keep)).await;
        let everybody = app
            .users_window(id, &UserQuery::default(), 0, 40)
            .await
            .unwrap();
        let member = somebody(&app, id, Role::Member, None).await;
        app.save_user(id, &role_change(&member.id, Role::UserAdmin), LONG_UNDO)
            .await
            .unwrap();
        let token = server.token(Role::Admin);
        let planted = everybody
            .rows
            .iter()
            .flat_map(|row| [row.email.as_str(), row.name.as_str()]);
        for text in planted.chain([token.reveal()]) {
            assert_eq!(
                stands_in(home.path(), text),
                None,
                "{text} is readable on the disk"
            );
        }
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn this_session_only_writes_nothing_and_sends_at_once_or_refuses() {
    let mut server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Session)).await;
    let member = somebody(&app, id, Role::Member, None).await;

    let change = role_change(&member.id, Role::UserAdmin);
    let receipt = app.save_user(id, &change, LONG_UNDO).await.unwrap();
    assert_eq!(
        (receipt.queued, receipt.applied),
        (0, 1),
        "{}",
        receipt.message
    );
    assert_eq!(role_on(&server, &member.id).await, "user_admin");

    server.stop();
    let change = role_change(&member.id, Role::Member);
    let refused = app.save_user(id, &change, LONG_UNDO).await.unwrap_err();
    assert_eq!(refused.code, "not_sent");
    assert!(!refused.message.contains("queue"), "{}", refused.message);
    app.seen(id).await.unwrap();
    assert_eq!(
        outbox_states(&app, id).await,
        [],
        "what was refused isn't kept for later"
    );
    let again = app
        .save_user(id, &role_change(&member.id, Role::Member), None)
        .await
        .unwrap_err();
    assert_eq!(again.code, "not_sent");

    start_again(&mut server);
    app.refresh(id).await.unwrap();
    loaded(&app, id).await;
    assert_eq!(
        role_on(&server, &member.id).await,
        "user_admin",
        "nothing goes out later"
    );
    app.close().await;
    let leftovers = std::fs::read_dir(home.path().join("organizations"))
        .unwrap()
        .count();
    assert_eq!(leftovers, 0, "nothing of it is on the disk");
    assert!(
        app.organizations().await.unwrap().is_empty(),
        "it goes with the program"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keychain_is_never_taken_for_a_missing_sign_in() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let lockable = Arc::new(Lockable::default());
    let vault: Arc<dyn Vault> = lockable.clone();
    let app = Setup::window().on(&vault).open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    app.close().await;

    lockable.locked.store(true, Ordering::SeqCst);
    for says_nothing in [false, true] {
        lockable.says_nothing.store(says_nothing, Ordering::SeqCst);
        let app = Setup::window().on(&vault).open(home.path());
        let failure = app.session(id).await.unwrap_err();
        assert_eq!(
            failure.code, "keychain_locked",
            "says nothing: {says_nothing}"
        );
        assert!(failure.help.is_some());
        assert_eq!(
            app.organizations().await.unwrap().len(),
            1,
            "nothing is wiped"
        );
    }
    lockable.prompts.store(0, Ordering::SeqCst);
    let app = Setup::window().on(&vault).open(home.path());
    let (answer, prompt) = mpsc::channel();
    *lockable.open_prompt.lock().unwrap() = Some(prompt);
    // The prompt is answered once the other two wait beside it.
    let answered = async { answer.send(()).unwrap() };
    let (session, outbox, workspaces, ()) = tokio::join!(
        app.session(id),
        app.outbox(id),
        app.workspaces(id),
        answered
    );
    for code in [
        session.err().unwrap().code,
        outbox.err().unwrap().code,
        workspaces.err().unwrap().code,
    ] {
        assert_eq!(code, "keychain_locked");
    }
    let prompts = || lockable.prompts.load(Ordering::SeqCst);
    assert_eq!(
        prompts(),
        1,
        "who refuses a prompt isn't prompted at once again"
    );
    assert!(app.session(id).await.is_err());
    assert_eq!(prompts(), 2, "asked later, it is tried again");
    lockable.locked.store(false, Ordering::SeqCst);
    let app = Setup::window().on(&vault).open(home.path());
    loaded(&app, id).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_its_key_at_hand_viewing_works_while_the_token_is_locked_away() {
    /// Gives everything but tokens.
    #[derive(Debug, Default)]
    struct NoTokens(MemoryVault, AtomicBool);
    impl Vault for NoTokens {
        fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError> {
            let is_key = self
                .0
                .read(slot)?
                .is_some_and(|secret| secret.reveal().len() == 32);
            if is_key || !self.1.load(Ordering::SeqCst) {
                self.0.read(slot)
            } else {
                Ok(None)
            }
        }
        fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError> {
            self.0.store(slot, secret)
        }
        fn delete(&self, slot: &Slot) -> Result<(), VaultError> {
            self.0.delete(slot)
        }
    }
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let partial = Arc::new(NoTokens::default());
    let vault: Arc<dyn Vault> = partial.clone();
    let app = Setup::window().on(&vault).open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let helper = somebody(&app, id, Role::UserAdmin, None).await;
    app.close().await;

    partial.1.store(true, Ordering::SeqCst);
    let app = Setup::window().on(&vault).open(home.path());
    let session = app.session(id).await.unwrap();
    assert_eq!(
        session.link,
        Link::KeychainLocked,
        "locked is never signed out"
    );
    assert_eq!(
        app.users_window(id, &UserQuery::default(), 0, 5)
            .await
            .unwrap()
            .total,
        40
    );
    let receipt = app
        .save_user(id, &role_change(&helper.id, Role::Member), None)
        .await
        .unwrap();
    assert_eq!(receipt.queued, 1, "changes are prepared");

    partial.1.store(false, Ordering::SeqCst);
    app.refresh(id).await.unwrap();
    until(&app, "unlocked, it goes on", async || {
        app.session(id).await.unwrap().waiting == 0
    })
    .await;
    assert_eq!(role_on(&server, &helper.id).await, "member");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_for_one_run_is_never_kept() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let given = |token: Option<Token>| {
        Setup {
            token,
            ..Setup::terminal()
        }
        .open(home.path())
    };
    let app = given(Some(server.token(Role::Admin)));
    let id = connect_only(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    app.sync_once(id, &mut |_| {}).await.unwrap();
    app.close().await;

    let app = given(None);
    assert_eq!(app.session(id).await.unwrap().link, Link::SessionEnded);
    assert_eq!(
        app.sync_once(id, &mut |_| {}).await.unwrap_err().code,
        "session_ended"
    );
    assert_eq!(
        app.users_window(id, &UserQuery::default(), 0, 1)
            .await
            .unwrap()
            .total,
        20
    );
    app.close().await;
    let app = given(Some(server.token(Role::Admin)));
    app.sync_once(id, &mut |_| {}).await.unwrap();
}
