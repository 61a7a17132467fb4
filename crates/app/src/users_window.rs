//! Answers the list: a window of rows and a total, never the whole list.

use rollcall_model::ConnectionId;

use crate::view::{UserQuery, UsersWindow};
use crate::{App, Failure};

impl App {
    /// The rows from `offset` on, `limit` at most (1,000 are the most that are given), of those that
    /// match. Runs on the caller's thread and holds no lock while it reads.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn users_window(
        &self,
        organization: ConnectionId,
        query: &UserQuery,
        offset: u32,
        limit: u32,
    ) -> Result<UsersWindow, Failure> {
        todo!()
    }
}
