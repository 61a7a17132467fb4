//! Fetches a user's picture, once, and keeps it in the encrypted cache.

use rollcall_model::{ConnectionId, UserId};

use crate::{App, Failure};

impl App {
    /// The picture as PNG, 96 × 96 at most; `None` where there is none, or none can be had now.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn user_picture(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<Option<Vec<u8>>, Failure> {
        todo!()
    }
}
