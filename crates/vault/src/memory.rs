//! A vault that lives as long as the program: for *this session only*, the demo, and tests.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::{Secret, Slot, Vault, VaultError};

/// Keeps secrets in memory, and nowhere else.
#[derive(Debug, Default)]
pub struct MemoryVault {
    kept: Mutex<HashMap<Slot, Secret>>,
}

impl MemoryVault {
    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<Slot, Secret>> {
        // A map is whole between any two of its operations.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Vault for MemoryVault {
    fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError> {
        Ok(self.kept().get(slot).cloned())
    }

    fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError> {
        self.kept().insert(slot.clone(), secret.clone());
        Ok(())
    }

    fn delete(&self, slot: &Slot) -> Result<(), VaultError> {
        self.kept().remove(slot);
        Ok(())
    }
}
