//! Removes an organization from this computer: the server keeps it, and here nothing of it is left.

use std::sync::Arc;

use rollcall_cache::{LockError, WriterLock};
use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::app::{Inner, LOCK_PAUSE, LOCK_TRIES, blocking};
use crate::erase::{not_removed, secrets};
use crate::failure::lock_failure;
use crate::home::Profile;
use crate::organization::{Accepts, Organization, lock};
use crate::removal::would_go;
use crate::view::{Confirm, Keep, RemoveOrganization, Removed, Secrets};
use crate::{App, Failure};

impl App {
    /// Erases everything that this computer has of an organization: its key, its token, then its list,
    /// outbox, journal, pictures, and what exports left behind. Asks nothing of the server. What was begun
    /// and could not be finished can be tried again, and the organization is opened no more meanwhile.
    ///
    /// # Errors
    /// `not_confirmed` (`typed`), with what [`App::removal`] asks for; `held_by`; `unknown_organization`.
    /// Nothing is removed then, nor where the secrets can't be erased: `no_keychain`, `keychain_locked`,
    /// `keychain_denied`, `keychain_slow`. `not_removed` names what is left.
    pub async fn remove_organization(
        &self,
        organization: ConnectionId,
        asked: &RemoveOrganization,
    ) -> Result<Removed, Failure> {
        let _one_at_a_time = self.inner.connecting.lock().await;
        let profile = self.known(organization)?;
        let confirmed = self.removal(organization).await?.confirm;
        if let Some(confirm) = &confirmed {
            confirm.holds_against(asked.typed.as_deref())?;
        }
        // From here on nobody opens it.
        let _closed = self.inner.opening.lock().await;
        if let Some(open) = self.opened(organization) {
            take_no_more(&open, confirmed.as_ref())?;
            drop(open);
            self.shut(organization).await;
        }
        self.inner.invitees.forget_all(organization);
        self.forget_demo(organization);
        if profile.keep == Keep::Session {
            self.inner.credentials.erase(organization, Keep::Session)?;
            return Ok(Removed { left: Vec::new() });
        }
        let lock = self.only_writer(organization).await?;
        let (inner, asked) = (Arc::clone(&self.inner), asked.clone());
        blocking(move || erase(&inner, organization, profile, &asked, lock)).await
    }

    /// The right to write to an organization that is closed here. What was read until now lets go of it
    /// within moments.
    async fn only_writer(&self, id: ConnectionId) -> Result<WriterLock, Failure> {
        let folder = self.home().folder(id);
        let mut tries = 0;
        loop {
            tries += 1;
            match WriterLock::acquire(&folder, self.inner.program, &*self.inner.clock) {
                Err(LockError::Held(_)) if tries < LOCK_TRIES => {
                    tokio::time::sleep(LOCK_PAUSE).await;
                }
                done => return done.map_err(|error| lock_failure(&error)),
            }
        }
    }
}

/// From here on nothing is queued there. What was queued since it was looked at is not given up with what
/// was confirmed.
fn take_no_more(open: &Organization, confirmed: Option<&Confirm>) -> Result<(), Failure> {
    let mut accepts = lock(&open.saving);
    if let Some(now) = would_go(open)?.confirm.filter(|now| Some(now) != confirmed) {
        now.holds_against(None)?;
    }
    *accepts = Accepts::Nothing;
    Ok(())
}

/// Erases an organization that nobody has open.
fn erase(
    inner: &Inner,
    id: ConnectionId,
    mut profile: Profile,
    asked: &RemoveOrganization,
    lock: WriterLock,
) -> Result<Removed, Failure> {
    let mut left = Vec::new();
    if !profile.removing {
        left = match (secrets(inner, id, profile.keep), asked.secrets) {
            (Ok(left), _) => left,
            (Err(failure), Secrets::Erase) => return Err(failure),
            (Err(_), Secrets::Leave) => {
                vec![say!("removal-secrets-left", id = id.to_string())]
            }
        };
        // The key is gone: what stands in the way from here on isn't taken for a locked keychain.
        profile.removing = true;
        inner.home.write(id, &profile)?;
    }
    let erased = inner.home.erase(id, lock);
    erased.map_err(|left| not_removed(&left))?;
    Ok(Removed { left })
}
