//! Connects an organization: the server is asked first, and only then is anything kept.

use crate::view::{Connect, OrganizationCard};
use crate::{App, Failure};

impl App {
    /// Connects an organization.
    ///
    /// # Errors
    /// On a field: `url_invalid`, `not_scim`, `redirected`, `already_connected` (`url`);
    /// `token_invalid`, `token_refused` (`token`); `name_invalid` (`name`). Else `offline`,
    /// `not_our_network`, `server_busy`, `server_failed`; `no_keychain`, `keychain_locked`,
    /// `keychain_denied`, `keychain_slow`, each with its cure, to be answered by another
    /// [`Keep`](crate::view::Keep); `key_file_unusable`; `home_unusable`. Nothing is kept then.
    pub async fn connect(&self, asked: Connect) -> Result<OrganizationCard, Failure> {
        todo!()
    }
}
