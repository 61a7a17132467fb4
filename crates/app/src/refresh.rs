//! Asks for what is new.

use rollcall_model::ConnectionId;

use crate::app::Pace;
use crate::organization::NoToken;
use crate::{App, Failure};

impl App {
    /// Reads what is new and sends what waits, now; it answers at once and tells the rest through
    /// [`App::watch`]. Also tries again what stood in the way: a locked keychain, another program.
    ///
    /// # Errors
    /// `held_by`, `session_ended`, `keychain_locked`; else as [`App::session`].
    pub async fn refresh(&self, organization: ConnectionId) -> Result<(), Failure> {
        let mut open = self.writer(organization).await?;
        if open.engine.is_none() && self.inner.pace == Pace::Running {
            drop(open);
            self.shut(organization).await;
            open = self.writer(organization).await?;
        }
        open.refuse_if_deleted()?;
        match &open.engine {
            Some(engine) => {
                engine.handle().refresh();
                Ok(())
            }
            None => open.remote().map_err(NoToken::failure).map(drop),
        }
    }
}
