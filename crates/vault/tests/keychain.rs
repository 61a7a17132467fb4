//! The real keychain: gnome-keyring in a private D-Bus session, unlocked, locked and absent.
//!
//! Each test runs itself again inside such a session, with folders of its own, so that nobody's
//! keyring is touched.

#![expect(clippy::unwrap_used, reason = "what tests share panics as they do")]
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rollcall_vault::{Keychain, Secret, Slot, SlotKind, Vault, VaultState};

/// Set inside a session.
const INSIDE: &str = "ROLLCALL_TEST_KEYCHAIN_STEP";

/// What is done in a session before the step runs.
const UNLOCKED: &str =
    "printf 'test\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
const LOCKED: &str = "gnome-keyring-daemon --start --components=secrets >/dev/null";
const ABSENT: &str = ":";
const EMPTY: &str = "true";

/// A bus that starts no service by itself.
const BARE_BUS: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"#;

/// Runs one step of the named test in a session of its own.
fn in_session(home: &Path, before: &str, test: &str, step: &str) {
    for folder in ["data", "cache"] {
        std::fs::create_dir_all(home.join(folder)).unwrap();
    }
    // The runtime folder is the session's own: the daemon's socket is in it.
    let runtime = tempfile::tempdir().unwrap();
    let mut command = Command::new("dbus-run-session");
    if before == ABSENT {
        let bus = home.join("bus.conf");
        std::fs::write(&bus, BARE_BUS).unwrap();
        command.arg("--config-file").arg(bus);
    }
    command
        .args([
            "--",
            "sh",
            "-c",
            &format!("{before}; exec \"$0\" --exact {test} --nocapture"),
        ])
        .arg(std::env::current_exe().unwrap())
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", runtime.path())
        .env("HOME", home)
        .env(INSIDE, step)
        .env_remove("DISPLAY")
        .env_remove("GNOME_KEYRING_CONTROL");
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "the keychain tests need D-Bus and gnome-keyring ({error}): \
             apt-get install --no-install-recommends dbus gnome-keyring"
        )
    });
    assert!(
        output.status.success(),
        "step {step:?} failed; it needs the Debian packages dbus and gnome-keyring:\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
}

fn step() -> Option<String> {
    std::env::var(INSIDE).ok()
}

fn token() -> Slot {
    Slot::new("9f0c", SlotKind::Token)
}

#[test]
fn an_unlocked_keychain_keeps_reads_and_forgets() {
    if step().is_none() {
        let home = tempfile::tempdir().unwrap();
        let test = "an_unlocked_keychain_keeps_reads_and_forgets";
        return in_session(home.path(), UNLOCKED, test, "all");
    }
    let keychain = Keychain::system().unwrap();
    assert_eq!(keychain.read(&token()).unwrap(), None);
    let long = Secret::new(vec![b'x'; 9_000]);
    let short = Secret::new(b"short".to_vec());
    for secret in [&short, &long, &short] {
        keychain.store(&token(), secret).unwrap();
        assert_eq!(
            keychain.read(&token()).unwrap().as_ref(),
            Some(secret),
            "what is kept reads back"
        );
    }
    let key = Slot::new("9f0c", SlotKind::DatabaseKey);
    assert_eq!(
        keychain.read(&key).unwrap(),
        None,
        "each kind has an entry of its own"
    );
    keychain.delete(&token()).unwrap();
    assert_eq!(keychain.read(&token()).unwrap(), None);
    keychain.delete(&token()).unwrap();
}

#[test]
fn a_locked_keychain_keeps_what_is_in_it() {
    let test = "a_locked_keychain_keeps_what_is_in_it";
    let Some(step) = step() else {
        let home = tempfile::tempdir().unwrap();
        in_session(home.path(), UNLOCKED, test, "store");
        in_session(home.path(), LOCKED, test, "locked");
        return in_session(home.path(), UNLOCKED, test, "read");
    };
    let keychain = Keychain::system().unwrap();
    let secret = Secret::new(b"kept".to_vec());
    match step.as_str() {
        "store" => keychain.store(&token(), &secret).unwrap(),
        "locked" => {
            match keychain.read(&token()) {
                Ok(found) => assert_eq!(found, None, "a locked keychain gives nothing away"),
                Err(error) => assert_eq!(error.state(), VaultState::Locked, "{error:?}"),
            }
            let refused = keychain
                .store(&token(), &Secret::new(b"other".to_vec()))
                .unwrap_err();
            assert_eq!(refused.state(), VaultState::Locked, "{refused:?}");
        }
        _ => assert_eq!(
            keychain.read(&token()).unwrap(),
            Some(secret),
            "nothing is wiped because a keychain was locked"
        ),
    }
}

#[test]
fn a_missing_keychain_is_told_at_once_with_its_cure() {
    if step().is_none() {
        let home = tempfile::tempdir().unwrap();
        let test = "a_missing_keychain_is_told_at_once_with_its_cure";
        return in_session(home.path(), ABSENT, test, "all");
    }
    let keychain = Keychain::system().unwrap();
    let error = keychain
        .store(&token(), &Secret::new(b"x".to_vec()))
        .unwrap_err();
    assert_eq!(error.state(), VaultState::NoKeychain, "{error:?}");
    assert!(
        error.cure().contains("Secret Service"),
        "the cure names what to install"
    );
    assert_eq!(
        keychain.read(&token()).unwrap_err().state(),
        VaultState::NoKeychain
    );
}

#[test]
fn a_keychain_without_a_keyring_is_told_as_a_missing_one() {
    if step().is_none() {
        let home = tempfile::tempdir().unwrap();
        let test = "a_keychain_without_a_keyring_is_told_as_a_missing_one";
        return in_session(home.path(), EMPTY, test, "all");
    }
    // The bus starts the service, which has no default keyring and nobody to ask for a password.
    let keychain = Keychain::system().unwrap();
    let error = keychain
        .store(&token(), &Secret::new(b"x".to_vec()))
        .unwrap_err();
    assert_eq!(
        error.state(),
        VaultState::NoKeychain,
        "there is nothing to unlock: {error:?}"
    );
}

#[test]
fn no_session_bus_at_all_is_told_as_a_missing_keychain() {
    if step().is_none() {
        let output = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "no_session_bus_at_all_is_told_as_a_missing_keychain",
            ])
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
            .env(INSIDE, "all")
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
        return;
    }
    let before = std::time::Instant::now();
    let error = Keychain::system().unwrap().read(&token()).unwrap_err();
    assert_eq!(error.state(), VaultState::NoKeychain, "{error:?}");
    assert!(
        before.elapsed() < Duration::from_secs(10),
        "no bus fails at once, not after the limit"
    );
}
