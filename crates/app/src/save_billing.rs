//! Edits the billing details.

use std::time::Duration;

use rollcall_model::ConnectionId;

use crate::setting::{BILLING, decide};
use crate::view::{Receipt, SaveSettings};
use crate::{App, Failure};

impl App {
    /// Changes company, address, tax id and billing contact, those that are given. `undo` is how long
    /// that can be taken back before it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// As [`App::save_general`].
    pub async fn save_billing(
        &self,
        organization: ConnectionId,
        save: &SaveSettings,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        self.queue(organization, save.operation.parse()?, undo, |open| {
            decide(open, save, BILLING)
        })
        .await
    }
}
