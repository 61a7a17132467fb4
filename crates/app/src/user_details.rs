//! Shows a user in full.

use rollcall_model::{ConnectionId, UserId};

use crate::view::UserDetails;
use crate::{App, Failure};

impl App {
    /// The user in full, with what is open on them and whether they may be edited.
    ///
    /// # Errors
    /// `unknown_user`; else as [`App::session`].
    pub async fn user_details(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<UserDetails, Failure> {
        todo!()
    }
}
