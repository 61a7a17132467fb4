//! Edits the organization's information.

use std::time::Duration;

use rollcall_model::ConnectionId;

use crate::setting::{GENERAL, decide};
use crate::view::{Receipt, SaveSettings};
use crate::{App, Failure};

impl App {
    /// Changes name, website, time zone and locale, those that are given. `undo` is how long that can be
    /// taken back before it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied`; on its field `setting_invalid`; `unknown_setting`, `not_offered`, `not_read_yet`,
    /// `id_invalid`; as every change `held_by`, `other_account`, `offline` and `not_sent`. Nothing is
    /// queued then.
    pub async fn save_general(
        &self,
        organization: ConnectionId,
        save: &SaveSettings,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        self.queue(organization, save.operation.parse()?, undo, |open| {
            decide(open, save, GENERAL)
        })
        .await
    }
}
