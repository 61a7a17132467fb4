//! What every place for secrets can do.

use std::fmt;

use crate::{Secret, Slot, VaultError};

/// A place for secrets. Calls block, for the keychain perhaps on a prompt: call from a thread that
/// may wait.
pub trait Vault: Send + Sync + fmt::Debug {
    /// The secret in this slot; `None` where the place answers that it has none, which alone never
    /// means that none was stored.
    ///
    /// # Errors
    /// When the place can't be asked: see [`VaultError`].
    fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError>;

    /// Keeps the secret, instead of the one that is there. Either all of it is kept, or the one
    /// before it.
    ///
    /// # Errors
    /// When nothing could be kept: see [`VaultError`].
    fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError>;

    /// Forgets the secret. A slot that is empty already is no error.
    ///
    /// # Errors
    /// When the place can't be asked: see [`VaultError`].
    fn delete(&self, slot: &Slot) -> Result<(), VaultError>;
}
