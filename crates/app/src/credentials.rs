//! Where an organization's two secrets are: its token and the key of its databases.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rollcall_cache::{Key, Ledger, Setting};
use rollcall_language::say;
use rollcall_model::{ConnectionId, Token};
use rollcall_vault::{
    MemoryVault, Secret, Slot, SlotKind, Vault, read_key_file, read_or_make_key_file,
};

use crate::Failure;
use crate::view::Keep;

/// Under this name the ledger keeps the token where a key file replaces the keychain.
const TOKEN: Setting = Setting::named("token");

/// The places for secrets. Every call may block on a prompt.
pub(crate) struct Credentials {
    keychain: Arc<dyn Vault>,
    session: MemoryVault,
    key_file: PathBuf,
    given: Option<Token>,
}

impl Credentials {
    /// `given` is used in place of every token that is kept.
    pub(crate) fn new(keychain: Arc<dyn Vault>, key_file: PathBuf, given: Option<Token>) -> Self {
        Self {
            keychain,
            session: MemoryVault::default(),
            key_file,
            given,
        }
    }

    /// Whether tokens that are handed in are kept at all.
    pub(crate) fn keeps_tokens(&self) -> bool {
        self.given.is_none()
    }

    /// A key for a new organization, kept before it is used.
    pub(crate) fn make_key(&self, id: ConnectionId, keep: Keep) -> Result<Key, Failure> {
        let fresh = || {
            Key::random().map_err(|error| {
                let message = say!("key-not-made", cause = error.to_string());
                Failure::new("storage_failed", message)
            })
        };
        match keep {
            Keep::Session => fresh(),
            Keep::KeyFile => parse_key(&read_or_make_key_file(&self.key_file)?),
            Keep::Keychain => {
                let key = fresh()?;
                let secret = Secret::new(key.reveal().to_vec());
                self.keychain
                    .store(&Slot::new(id, SlotKind::DatabaseKey), &secret)?;
                Ok(key)
            }
        }
    }

    /// The key of an organization.
    pub(crate) fn key(&self, id: ConnectionId, keep: Keep) -> Result<Key, Failure> {
        match keep {
            Keep::Session => self.make_key(id, keep),
            Keep::KeyFile => parse_key(&read_key_file(&self.key_file)?),
            Keep::Keychain => {
                let slot = Slot::new(id, SlotKind::DatabaseKey);
                parse_key(&self.keychain.read(&slot)?.ok_or_else(gave_nothing)?)
            }
        }
    }

    /// Keeps a token, in place of the one before.
    pub(crate) fn keep_token(
        &self,
        id: ConnectionId,
        keep: Keep,
        ledger: &Ledger,
        token: &Token,
    ) -> Result<(), Failure> {
        let (slot, secret) = (Slot::new(id, SlotKind::Token), token.reveal());
        match keep {
            Keep::KeyFile => Ok(ledger.set(TOKEN, Some(secret))?),
            Keep::Keychain => Ok(self.keychain.store(&slot, &Secret::new(secret.into()))?),
            Keep::Session => Ok(self.session.store(&slot, &Secret::new(secret.into()))?),
        }
    }

    /// The token to speak to the server with; `None` where none was ever kept. `stored` is our own
    /// marker: a keychain that gives nothing although something was stored is locked, not empty.
    pub(crate) fn token(
        &self,
        id: ConnectionId,
        keep: Keep,
        ledger: &Ledger,
        stored: bool,
    ) -> Result<Option<Token>, Failure> {
        if let Some(token) = &self.given
            && keep != Keep::Session
        {
            return Ok(Some(token.clone()));
        }
        let slot = Slot::new(id, SlotKind::Token);
        let kept = match keep {
            Keep::KeyFile => return parse_token(ledger.setting(TOKEN)?.as_deref()),
            Keep::Session => self.session.read(&slot)?,
            Keep::Keychain => self.keychain.read(&slot)?,
        };
        match kept {
            Some(secret) => parse_token(std::str::from_utf8(secret.reveal()).ok()),
            None if stored => Err(gave_nothing()),
            None => Ok(None),
        }
    }

    /// Where the key file is.
    pub(crate) fn key_file(&self) -> &Path {
        &self.key_file
    }

    /// Erases both, the key first. Each is written over before: a locked keychain may answer a deletion as
    /// if there was nothing to delete, but it can't be written to.
    pub(crate) fn erase(&self, id: ConnectionId, keep: Keep) -> Result<(), Failure> {
        let vault: &dyn Vault = match keep {
            Keep::Keychain => &*self.keychain,
            Keep::Session => &self.session,
            Keep::KeyFile => return Ok(()),
        };
        for kind in [SlotKind::DatabaseKey, SlotKind::Token] {
            let slot = Slot::new(id, kind);
            vault.store(&slot, &Secret::new(b"erased".to_vec()))?;
            vault.delete(&slot)?;
        }
        Ok(())
    }

    /// Forgets both, of an organization that could not be connected after all.
    pub(crate) fn forget(&self, id: ConnectionId, keep: Keep) {
        let vault: &dyn Vault = match keep {
            Keep::Keychain => &*self.keychain,
            Keep::Session => &self.session,
            Keep::KeyFile => return,
        };
        for kind in [SlotKind::Token, SlotKind::DatabaseKey] {
            if let Err(error) = vault.delete(&Slot::new(id, kind)) {
                tracing::warn!(%id, %error, "a secret that isn't needed stays in the keychain");
            }
        }
    }
}

/// A secret was stored, and the keychain answers that there is none.
fn gave_nothing() -> Failure {
    Failure::new("keychain_locked", say!("keychain-gave-nothing"))
        .may_pass()
        .with_help(Some(say!("keychain-unlock")))
}

fn parse_key(secret: &Secret) -> Result<Key, Failure> {
    Key::from_bytes(secret.reveal()).map_err(|_| Failure::new("wrong_key", say!("key-none")))
}

fn parse_token(text: Option<&str>) -> Result<Option<Token>, Failure> {
    // What was kept was a token once; if it is none any more, a person must sign in again.
    Ok(text.and_then(|text| Token::parse(text).ok()))
}
