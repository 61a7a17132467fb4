//! Checks the journal's chain from its first line to its last.

use rollcall_cache::Seal;
use rollcall_model::ConnectionId;

use crate::app::blocking;
use crate::journal::verified;
use crate::view::JournalVerified;
use crate::{App, Failure};

impl App {
    /// Walks the whole chain. With a seal that was kept elsewhere it also tells whether this is the journal
    /// that it was taken of, and whether its end is still there.
    ///
    /// # Errors
    /// `seal_invalid` (`kept`); else as [`App::session`].
    pub async fn verify_journal(
        &self,
        organization: ConnectionId,
        kept: Option<&str>,
    ) -> Result<JournalVerified, Failure> {
        let kept: Option<Seal> = kept.map(str::parse).transpose()?;
        let open = self.organization(organization).await?;
        let found = blocking(move || Ok(open.ledger.verify_journal(kept.as_ref())?)).await?;
        Ok(verified(&found))
    }
}
