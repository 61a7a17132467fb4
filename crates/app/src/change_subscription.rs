//! Changes the plan and the number of seats.

use std::time::Duration;

use rollcall_model::ConnectionId;

use crate::setting::{Settings, decide};
use crate::subscription::{SUBSCRIPTION, cant_change};
use crate::view::{Receipt, SaveSettings};
use crate::{App, Failure};

impl App {
    /// Changes plan and seats, those that are given. `undo` is how long that can be taken back before it
    /// is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// As [`App::save_general`]; `subscription_stays` while it is being cancelled or a payment is due.
    pub async fn change_subscription(
        &self,
        organization: ConnectionId,
        save: &SaveSettings,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        self.queue(organization, save.operation.parse()?, undo, |open| {
            let decided = decide(open, save, SUBSCRIPTION)?;
            let now = Settings::of(open)?.server.subscription;
            match now.as_ref().and_then(cant_change) {
                Some(reason) => Err(Failure::new("subscription_stays", reason)),
                None => Ok(decided),
            }
        })
        .await
    }
}
