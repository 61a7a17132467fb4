//! Asks the running engine for what is new.

use rollcall_model::ConnectionId;

use crate::{App, Failure};

impl App {
    /// Reads what is new and sends what waits, now; it answers at once and tells the rest through
    /// [`App::watch`].
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn refresh(&self, organization: ConnectionId) -> Result<(), Failure> {
        todo!()
    }
}
