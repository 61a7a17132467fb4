//! Where secrets are kept: the operating system's keychain, its states, and their cures.
//!
//! An entry that isn't found says nothing about being signed in: a locked Secret Service may answer a
//! read like an empty one. Whoever calls keeps a marker of its own that says what was stored, and
//! never wipes or signs out because of [`Vault::read`] alone.

mod error;
mod key_file;
mod keychain;
mod memory;
mod pieces;
mod secret;
mod slot;
mod system;
mod vault;
mod worker;

pub use error::{VaultError, VaultState};
pub use key_file::{KeyFileError, read_key_file, read_or_make_key_file};
pub use keychain::Keychain;
pub use memory::MemoryVault;
pub use secret::Secret;
pub use slot::{Slot, SlotKind};
pub use vault::Vault;
