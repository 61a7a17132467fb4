//! Fills the edit dialog: every choice, those denied with their reason.

use rollcall_model::{ConnectionId, UserId};

use crate::view::EditView;
use crate::{App, Failure};

impl App {
    /// What the edit dialog offers for this user.
    ///
    /// # Errors
    /// `unknown_user`; else as [`App::session`].
    pub async fn edit_view(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<EditView, Failure> {
        todo!()
    }
}
