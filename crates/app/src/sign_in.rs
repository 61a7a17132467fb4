//! Signs in again: another token for the same account.

use rollcall_model::ConnectionId;

use crate::view::SessionView;
use crate::{App, Failure};

impl App {
    /// Replaces the token. The outbox goes on where it stopped.
    ///
    /// # Errors
    /// `token_invalid`, `token_refused`, `other_account` (`token`); else as [`App::connect`]. The
    /// token that was there stays then.
    pub async fn sign_in(
        &self,
        organization: ConnectionId,
        token: &str,
    ) -> Result<SessionView, Failure> {
        todo!()
    }
}
