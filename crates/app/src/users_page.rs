//! Streams the list, page after page: for a terminal and for exports.

use rollcall_cache::PageKey;
use rollcall_model::ConnectionId;

use crate::query::asked;
use crate::row::row;
use crate::view::{UserQuery, UserRow};
use crate::{App, Failure};

/// A page of users, with every workspace's name in each row.
#[derive(Debug)]
pub struct UsersPage {
    /// The rows.
    pub rows: Vec<UserRow>,
    /// Where the next page begins; `None` after the last.
    pub next: Option<PageKey>,
}

impl App {
    /// The page after `after`, or the first, with `limit` rows at most.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn users_page(
        &self,
        organization: ConnectionId,
        query: &UserQuery,
        after: Option<&PageKey>,
        limit: u32,
    ) -> Result<UsersPage, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let page = open
            .cache
            .page_after(&asked(query, self.now()), after, limit)?;
        Ok(UsersPage {
            rows: page.rows.into_iter().map(row).collect(),
            next: page.next,
        })
    }
}
