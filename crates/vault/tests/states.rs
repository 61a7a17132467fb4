//! The keychain over a store that does as it is told.

#![expect(clippy::unwrap_used, reason = "what tests share panics as they do")]

use std::sync::Arc;
use std::time::Duration;

use keyring_core::{CredentialStore, Error as StoreError, mock};
use rollcall_vault::{
    Keychain, MemoryVault, Secret, Slot, SlotKind, Vault, VaultError, VaultState,
};

const LIMIT: Duration = Duration::from_secs(30);

fn keychain() -> (Keychain, Arc<mock::Store>) {
    let store = mock::Store::new().unwrap();
    let given: Arc<CredentialStore> = store.clone();
    (Keychain::given(given, LIMIT).unwrap(), store)
}

fn slot() -> Slot {
    Slot::new("c1", SlotKind::Token)
}

/// How many entries hold something.
fn kept(store: &mock::Store) -> usize {
    let mut entries = store.inner.lock().unwrap();
    entries
        .get_mut()
        .iter()
        .filter(|entry| entry.inner.lock().unwrap().get_mut().secret.is_some())
        .count()
}

/// Makes the next call on the slot's head fail.
fn fail_next(store: &mock::Store, error: StoreError) {
    let mut entries = store.inner.lock().unwrap();
    let head = entries
        .get_mut()
        .iter()
        .find(|entry| entry.specifiers.1 == "c1/token")
        .unwrap();
    head.set_error(error);
}

#[test]
fn a_long_secret_is_split_and_a_shorter_one_leaves_no_piece_behind() {
    let (keychain, store) = keychain();
    let long = Secret::new((0..20_000_u32).map(|n| n.to_le_bytes()[0]).collect());
    keychain.store(&slot(), &long).unwrap();
    assert_eq!(kept(&store), 10, "an entry holds 2 kB at most");
    assert_eq!(keychain.read(&slot()).unwrap(), Some(long));
    keychain
        .store(&slot(), &Secret::new(b"short".to_vec()))
        .unwrap();
    assert_eq!(kept(&store), 1, "the old pieces are gone");
    keychain.delete(&slot()).unwrap();
    assert_eq!(kept(&store), 0, "nothing stays behind a deleted secret");
}

#[test]
fn a_missing_piece_is_damage_and_not_a_shorter_secret() {
    let (keychain, store) = keychain();
    keychain
        .store(&slot(), &Secret::new(vec![1; 5_000]))
        .unwrap();
    {
        let mut entries = store.inner.lock().unwrap();
        let piece = entries
            .get_mut()
            .iter()
            .find(|entry| entry.specifiers.1.ends_with("-2"))
            .unwrap();
        piece.inner.lock().unwrap().get_mut().secret = None;
    }
    assert!(matches!(keychain.read(&slot()), Err(VaultError::Damaged)));
    keychain
        .store(&slot(), &Secret::new(b"new".to_vec()))
        .unwrap();
    assert!(
        keychain.read(&slot()).unwrap().is_some(),
        "storing anew mends it"
    );
}

#[test]
fn the_states_of_a_keychain_are_told_apart() {
    let (keychain, store) = keychain();
    keychain
        .store(&slot(), &Secret::new(b"x".to_vec()))
        .unwrap();
    let cause = || std::io::Error::other("as told").into();
    let locked = if cfg!(target_os = "macos") {
        VaultState::NoKeychain
    } else {
        VaultState::Locked
    };
    let failed = if cfg!(target_os = "macos") {
        VaultState::Denied
    } else {
        VaultState::NoKeychain
    };
    let forbidden = std::io::Error::other("org.freedesktop.DBus.Error.AccessDenied: a rule");
    let refused = if cfg!(windows) {
        VaultState::NoKeychain
    } else {
        VaultState::Denied
    };
    for (error, state) in [
        (StoreError::NoStorageAccess(cause()), locked),
        (StoreError::PlatformFailure(cause()), failed),
        (StoreError::PlatformFailure(forbidden.into()), refused),
        (
            StoreError::NotSupportedByStore("x".into()),
            VaultState::Denied,
        ),
    ] {
        fail_next(&store, error);
        assert_eq!(keychain.read(&slot()).unwrap_err().state(), state);
    }
    assert!(
        keychain.read(&slot()).unwrap().is_some(),
        "no failure wipes anything"
    );
}

#[test]
fn a_failed_store_keeps_the_secret_that_was_there() {
    let (keychain, store) = keychain();
    let before = Secret::new(b"before".to_vec());
    keychain.store(&slot(), &before).unwrap();
    fail_next(
        &store,
        StoreError::NoStorageAccess(std::io::Error::other("locked").into()),
    );
    keychain
        .store(&slot(), &Secret::new(vec![2; 9_000]))
        .unwrap_err();
    assert_eq!(
        keychain.read(&slot()).unwrap(),
        Some(before),
        "all or nothing"
    );
}

#[test]
fn a_memory_vault_keeps_and_forgets_like_a_keychain() {
    let vault = MemoryVault::default();
    assert_eq!(vault.read(&slot()).unwrap(), None);
    vault.store(&slot(), &Secret::new(b"x".to_vec())).unwrap();
    assert_eq!(
        vault.read(&slot()).unwrap(),
        Some(Secret::new(b"x".to_vec()))
    );
    assert_eq!(
        vault.read(&Slot::new("c2", SlotKind::Token)).unwrap(),
        None,
        "by connection"
    );
    vault.delete(&slot()).unwrap();
    vault.delete(&slot()).unwrap();
    assert_eq!(vault.read(&slot()).unwrap(), None);
}

#[test]
fn nothing_prints_a_secret() {
    let (keychain, _) = keychain();
    let vault = MemoryVault::default();
    for vault in [&keychain as &dyn Vault, &vault] {
        vault
            .store(&slot(), &Secret::new(b"planted".to_vec()))
            .unwrap();
        assert!(
            !format!("{vault:?}").contains("planted"),
            "a secret has no printed form"
        );
    }
}
