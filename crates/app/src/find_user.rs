//! Finds the one user whom a person named on a command line.

use rollcall_model::{ConnectionId, UserId};

use crate::{App, Failure};

impl App {
    /// The user with this id or, compared without case, this e-mail address.
    ///
    /// # Errors
    /// `unknown_user`; else as [`App::session`].
    pub async fn find_user(
        &self,
        organization: ConnectionId,
        named: &str,
    ) -> Result<UserId, Failure> {
        todo!()
    }
}
