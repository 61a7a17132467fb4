//! Answers "may I?" without doing anything.

use rollcall_model::{ConnectionId, UserId};

use crate::view::CanView;
use crate::{App, Failure};

impl App {
    /// May the signed-in user do this, to this user where it is about one?
    ///
    /// # Errors
    /// `unknown_action`, `unknown_user`; else as [`App::session`].
    pub async fn can(
        &self,
        organization: ConnectionId,
        action: &str,
        user: Option<&UserId>,
    ) -> Result<CanView, Failure> {
        todo!()
    }
}
