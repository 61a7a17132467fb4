//! Reading the organization itself, and its invoices, where the server describes them.

use rollcall_cache::{StoreError, Update};
use rollcall_model::Organization;

use super::Engine;
use crate::error::SyncError;
use crate::{RemoteError, Topic};

impl Engine {
    /// Asks whether the organization is still as it is known. What the role may not see any more, or the
    /// server doesn't describe, is forgotten. A server that can't answer this alone is asked again with
    /// the next read: it is no reason to hold anything up.
    pub(crate) async fn read_organization(&mut self) -> Result<(), SyncError> {
        let known = self.cache.organization()?;
        let read = self.remote.organization(known.as_ref()).await;
        match answered(read)? {
            Read::Unchanged => {
                if let Some(known) = &known {
                    self.read_invoices(known, self.session.invoices_wanted)
                        .await?;
                }
            }
            Read::Now(organization) => {
                // Whoever writes the organization meanwhile is this engine, which is reading.
                self.cache.apply(&Update {
                    organization: Some(&organization),
                    ..Update::default()
                })?;
                self.tell(Topic::Organization);
                self.read_invoices(&organization, true).await?;
            }
            Read::NotShown => {
                if known.is_some() {
                    self.cache.forget_organization()?;
                    self.tell(Topic::Organization);
                }
            }
            Read::Failed => {}
        }
        self.session.organization_wanted = false;
        self.session.invoices_wanted = false;
        self.remember_server()?;
        Ok(())
    }

    /// Reads the organization where what was sent has moved something of it, for a program that ends after
    /// this; what can't be read now is read with the next list.
    pub(crate) async fn read_what_moved(&mut self) -> Result<(), StoreError> {
        if !self.session.organization_wanted {
            return Ok(());
        }
        match self.read_organization().await {
            Err(SyncError::Store(error)) => Err(error),
            Err(error) => {
                tracing::info!(%error, "the organization was not read again");
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    /// Invoices come with a change of the organization, for a role that sees the subscription; a person
    /// who refreshes wants to see what became of them, too.
    async fn read_invoices(&self, known: &Organization, wanted: bool) -> Result<(), SyncError> {
        if !wanted || known.subscription.is_none() {
            return Ok(());
        }
        let read = match answered(self.remote.invoices().await.map(Some))? {
            Read::Now(invoices) => invoices,
            Read::NotShown => Vec::new(),
            Read::Unchanged | Read::Failed => return Ok(()),
        };
        if self.cache.invoices()? != read {
            self.cache.keep_invoices(&read)?;
            self.tell(Topic::Organization);
        }
        Ok(())
    }
}

/// What came of asking for something that not every server has, and not every role may see.
enum Read<T> {
    Now(T),
    Unchanged,
    NotShown,
    Failed,
}

fn answered<T>(read: Result<Option<T>, RemoteError>) -> Result<Read<T>, RemoteError> {
    Ok(match read {
        Ok(Some(now)) => Read::Now(now),
        Ok(None) => Read::Unchanged,
        Err(RemoteError::NotOffered | RemoteError::Forbidden { .. }) => Read::NotShown,
        Err(error)
            if error.is_offline()
                || matches!(
                    error,
                    RemoteError::Unauthorized
                        | RemoteError::Busy { .. }
                        | RemoteError::Redirected { .. }
                ) =>
        {
            return Err(error);
        }
        Err(error) => {
            tracing::warn!(%error, "the organization could not be read");
            Read::Failed
        }
    })
}
