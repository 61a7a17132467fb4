//! Lists the saved views.

use rollcall_model::ConnectionId;

use crate::saved;
use crate::view::SavedView;
use crate::{App, Failure};

impl App {
    /// Every saved view, by name.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn views(&self, organization: ConnectionId) -> Result<Vec<SavedView>, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        open.ledger
            .views()?
            .into_iter()
            .map(|stored| saved::read(stored, &open.cache))
            .collect()
    }
}
