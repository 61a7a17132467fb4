//! What becomes of damaged files, of a wrong key, and of what nobody may touch.

use std::path::{Path, PathBuf};

use std::fs;

use rollcall_app::ConnectionId;
use rollcall_app::view::{Keep, OutboxState};
use rollcall_model::Role;

use crate::forms::{form, role_change};
use crate::support::{LONG_UNDO, Setup, connect, loaded, outbox_states, server, somebody};

fn file(home: &Path, id: ConnectionId, name: &str) -> PathBuf {
    home.join("organizations").join(id.to_string()).join(name)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_list_is_read_anew_said_once_and_costs_no_waiting_change() {
    let mut server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    // Less power than before: however soon the server is missed, it isn't asked about once more.
    let helper = somebody(&app, id, Role::UserAdmin, None).await;
    server.stop();
    app.save_user(id, &role_change(&helper.id, Role::Member), LONG_UNDO)
        .await
        .unwrap();
    app.close().await;

    let cache = file(home.path(), id, "cache.db");
    let mut bytes = fs::read(&cache).unwrap();
    bytes.iter_mut().for_each(|byte| *byte ^= 0x55);
    fs::write(&cache, bytes).unwrap();

    let app = Setup::window().open(home.path());
    let session = app.session(id).await.unwrap();
    assert_eq!(
        session.notices.len(),
        1,
        "what was mended is said: {:?}",
        session.notices
    );
    assert_eq!(
        session.waiting, 1,
        "losing the cache costs a read, never a change"
    );
    assert_eq!(outbox_states(&app, id).await, [OutboxState::Waiting]);

    crate::support::start_again(&mut server);
    app.refresh(id).await.unwrap();
    loaded(&app, id).await;
    assert_eq!(app.session(id).await.unwrap().snapshot.users, 30);
    app.close().await;

    let app = Setup::window().open(home.path());
    assert!(
        app.session(id).await.unwrap().notices.is_empty(),
        "and said once: by the start that mended it"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn under_a_wrong_key_nothing_is_touched() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    app.close().await;
    let key = home.path().join("key");
    let right = fs::read(&key).unwrap();
    fs::write(&key, [7; 32]).unwrap();
    let files = ["cache.db", "ledger.db"].map(|name| file(home.path(), id, name));
    let before = files.each_ref().map(|path| fs::read(path).unwrap());

    let app = Setup::window().open(home.path());
    assert_eq!(app.session(id).await.unwrap_err().code, "wrong_key");
    assert!(
        files.each_ref().map(|path| fs::read(path).unwrap()) == before,
        "no file was changed"
    );

    fs::remove_file(&key).unwrap();
    assert_eq!(app.session(id).await.unwrap_err().code, "key_file_missing");
    assert!(!key.exists(), "a lost key is not replaced by another");
    fs::write(&key, right).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            app.session(id).await.unwrap_err().code,
            "key_file_unusable",
            "others can read it"
        );
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    }
    loaded(&app, id).await;
    app.close().await;
}
