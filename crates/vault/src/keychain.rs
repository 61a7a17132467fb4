//! The operating system's keychain: Secret Service, Keychain Services, Credential Manager.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use keyring_core::{CredentialStore, Entry, Error as StoreError};
use zeroize::Zeroizing;

use crate::pieces::{self, Head};
use crate::worker::{TooLate, Worker};
use crate::{Secret, Slot, Vault, VaultError, system};

/// The name under which the keychain's own programs list our entries.
const SERVICE: &str = "Rollcall";
/// How long a call may take: a person may have to find and answer a prompt.
const LIMIT: Duration = Duration::from_secs(30);

/// The system's keychain, asked on a thread of its own and for 30 s at most.
pub struct Keychain {
    worker: Worker,
    source: Source,
}

/// Whose store it is.
#[derive(Clone)]
enum Source {
    System,
    Given(Arc<CredentialStore>),
}

impl Keychain {
    /// The system's own. Whether there is one shows at the first call.
    ///
    /// # Errors
    /// When the system gives no thread to ask it from.
    pub fn system() -> Result<Self, VaultError> {
        Self::over(Source::System, LIMIT)
    }

    /// A given store, in place of the system's, with a limit of its own.
    ///
    /// # Errors
    /// When the system gives no thread to ask it from.
    pub fn given(store: Arc<CredentialStore>, limit: Duration) -> Result<Self, VaultError> {
        Self::over(Source::Given(store), limit)
    }

    fn over(source: Source, limit: Duration) -> Result<Self, VaultError> {
        let worker = Worker::start(limit).map_err(|cause| VaultError::NoKeychain {
            cause: Box::new(cause),
        })?;
        Ok(Self { worker, source })
    }

    /// Makes one call on the keychain's thread.
    fn call<T: Send + 'static>(
        &self,
        slot: &Slot,
        call: impl FnOnce(&Entries) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        let (source, entry) = (self.source.clone(), slot.entry());
        self.worker
            .run(move || {
                call(&Entries {
                    store: source.store()?,
                    name: entry,
                })
            })
            .map_err(|TooLate(limit)| VaultError::Slow { limit })?
    }
}

impl fmt::Debug for Keychain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keychain").finish_non_exhaustive()
    }
}

impl Vault for Keychain {
    fn read(&self, slot: &Slot) -> Result<Option<Secret>, VaultError> {
        self.call(slot, Entries::read)
    }

    fn store(&self, slot: &Slot, secret: &Secret) -> Result<(), VaultError> {
        let secret = secret.clone();
        self.call(slot, move |entries| entries.store(&secret))
    }

    fn delete(&self, slot: &Slot) -> Result<(), VaultError> {
        self.call(slot, Entries::delete)
    }
}

impl Source {
    fn store(&self) -> Result<Arc<CredentialStore>, VaultError> {
        match self {
            Self::Given(store) => Ok(Arc::clone(store)),
            Self::System => match keyring::Entry::store_status() {
                // The status lives as long as the program, so only its words can be handed on.
                Err(error) => Err(out_of_reach(error.to_string().into())),
                Ok(()) => keyring_core::get_default_store().ok_or_else(|| VaultError::NoKeychain {
                    cause: Box::new(StoreError::NoDefaultStore),
                }),
            },
        }
    }
}

/// The entries of one slot.
struct Entries {
    store: Arc<CredentialStore>,
    name: String,
}

impl Entries {
    fn read(&self) -> Result<Option<Secret>, VaultError> {
        let Some(head) = self.head()? else {
            return Ok(None);
        };
        let mut bytes = Zeroizing::new(head.bytes.clone());
        for name in head.names(&self.name) {
            let piece = get(&self.entry(&name)?)?.ok_or(VaultError::Damaged)?;
            bytes.extend_from_slice(&piece);
        }
        Ok(Some(Secret::new(std::mem::take(&mut *bytes))))
    }

    fn store(&self, secret: &Secret) -> Result<(), VaultError> {
        // A head that can't be read has no pieces that could be found and removed.
        let before = match self.head() {
            Err(VaultError::Damaged) => None,
            other => other?,
        };
        let tag = getrandom::u64().map_err(|cause| VaultError::Denied {
            cause: Box::new(cause),
        })?;
        let tag = tag.to_be_bytes();
        let cut = pieces::cut(secret.reveal(), tag)?;
        let count = u8::try_from(cut.rest.len()).unwrap_or(u8::MAX);
        for (name, piece) in pieces::names(&self.name, tag, count).zip(cut.rest) {
            self.entry(&name)?
                .set_secret(&Zeroizing::new(piece))
                .map_err(told_apart)?;
        }
        self.entry(&self.name)?
            .set_secret(&Zeroizing::new(cut.head))
            .map_err(told_apart)?;
        before.map_or(Ok(()), |head| self.remove_pieces(&head))
    }

    fn delete(&self) -> Result<(), VaultError> {
        let head = match self.head() {
            Err(VaultError::Damaged) => None,
            Ok(None) => return Ok(()),
            other => other?,
        };
        remove(&self.entry(&self.name)?)?;
        head.map_or(Ok(()), |head| self.remove_pieces(&head))
    }

    fn head(&self) -> Result<Option<Head>, VaultError> {
        get(&self.entry(&self.name)?)?
            .map(|bytes| Head::parse(&bytes))
            .transpose()
    }

    fn remove_pieces(&self, head: &Head) -> Result<(), VaultError> {
        head.names(&self.name)
            .try_for_each(|name| remove(&self.entry(&name)?))
    }

    fn entry(&self, name: &str) -> Result<Entry, VaultError> {
        self.store.build(SERVICE, name, None).map_err(told_apart)
    }
}

/// What an entry holds; `None` for one that isn't there.
fn get(entry: &Entry) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
    match entry.get_secret() {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(StoreError::NoEntry) => Ok(None),
        Err(error) => Err(told_apart(error)),
    }
}

/// Removes an entry; one that isn't there is removed already.
fn remove(entry: &Entry) -> Result<(), VaultError> {
    match entry.delete_credential() {
        Ok(()) | Err(StoreError::NoEntry) => Ok(()),
        Err(error) => Err(told_apart(error)),
    }
}

/// Which state of the keychain an error means.
fn told_apart(error: StoreError) -> VaultError {
    match error {
        StoreError::NoStorageAccess(cause) if system::is_missing(&*cause) => {
            VaultError::NoKeychain { cause }
        }
        // Linux: a keyring that stayed locked, its prompt dismissed or impossible. Windows: no logon
        // session.
        StoreError::NoStorageAccess(cause) => VaultError::Locked { cause },
        StoreError::PlatformFailure(cause) if system::FAILURE_IS_A_REFUSAL => {
            VaultError::Denied { cause }
        }
        StoreError::PlatformFailure(cause) => out_of_reach(cause),
        StoreError::BadEncoding(_)
        | StoreError::BadDataFormat(..)
        | StoreError::BadStoreFormat(_)
        | StoreError::Ambiguous(_) => VaultError::Damaged,
        other => VaultError::Denied {
            cause: Box::new(other),
        },
    }
}

/// What it means that the service can't be spoken to.
fn out_of_reach(cause: Box<dyn std::error::Error + Send + Sync>) -> VaultError {
    if system::bus_forbids(&cause.to_string()) {
        VaultError::Denied { cause }
    } else {
        VaultError::NoKeychain { cause }
    }
}
