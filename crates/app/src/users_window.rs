//! Answers the list: a window of rows and a total, never the whole list.

use rollcall_model::ConnectionId;

use crate::query::asked;
use crate::row::{count, row};
use crate::view::{UserQuery, UsersWindow};
use crate::{App, Failure};

/// More rows than any screen shows; a larger wish is cut to it.
pub(crate) const MOST_ROWS: u32 = 1_000;

impl App {
    /// The rows from `offset` on, `limit` at most (1,000 are the most that are given), of those that
    /// match. Runs on the caller's thread and holds no lock while it reads.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn users_window(
        &self,
        organization: ConnectionId,
        query: &UserQuery,
        offset: u32,
        limit: u32,
    ) -> Result<UsersWindow, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let query = asked(query, self.now());
        let window = open.cache.window(&query, offset, limit.min(MOST_ROWS))?;
        Ok(UsersWindow {
            generation: count(window.generation),
            total: window.total,
            offset: window.offset,
            rows: window.rows.into_iter().map(row).collect(),
        })
    }
}
