//! Checks an e-mail address as somebody types it: its form, and who has it already.

use rollcall_model::ConnectionId;

use crate::addition::holder;
use crate::view::AddressView;
use crate::{App, Failure, invitees};

impl App {
    /// Whether this address can be given to a new user, waiting additions included.
    ///
    /// # Errors
    /// `address_invalid` with the cure; `denied` to a role that may not see users; else as
    /// [`App::session`].
    pub async fn check_address(
        &self,
        organization: ConnectionId,
        address: &str,
    ) -> Result<AddressView, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let address = invitees::address(address)?;
        let holder = holder(&open, &address)?;
        Ok(AddressView {
            taken: holder.as_ref().map(|holder| holder.sentence()),
            user: holder.map(|holder| holder.id.as_str().to_owned()),
            address,
        })
    }
}
