//! Deletes a saved view. The users that it showed are not touched.

use rollcall_model::{ConnectionId, ViewId};

use crate::view::Topic;
use crate::{App, Failure};

impl App {
    /// Deletes a view; one that is gone already is as good as deleted.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `held_by`; else as [`App::session`].
    pub async fn delete_view(&self, organization: ConnectionId, id: ViewId) -> Result<(), Failure> {
        let open = self.writer(organization).await?;
        open.may_view_users()?;
        open.ledger.forget_view(id)?;
        self.tell_stale(organization, &[Topic::Views]);
        Ok(())
    }
}
