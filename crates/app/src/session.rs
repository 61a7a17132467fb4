//! Tells how things stand with an organization.

use rollcall_model::ConnectionId;

use crate::view::SessionView;
use crate::{App, Failure};

impl App {
    /// How things stand with this organization. Opens it, if it isn't open yet.
    ///
    /// # Errors
    /// `unknown_organization`, and why it can't be opened: `keychain_locked`, `no_keychain`,
    /// `wrong_key`, `file_too_new`, `file_damaged`, `home_unusable`, `disk_full`. Every use case of an
    /// organization may fail in these ways.
    pub async fn session(&self, organization: ConnectionId) -> Result<SessionView, Failure> {
        todo!()
    }
}
