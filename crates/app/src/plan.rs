//! Tells what sending would do, before it is done.

use rollcall_model::ConnectionId;

use crate::going::Going;
use crate::row::count;
use crate::view::{Changes, PlanView};
use crate::{App, Failure};

impl App {
    /// What sending these changes would do. Nothing is sent.
    ///
    /// # Errors
    /// `unknown_change`, `id_invalid`; else as [`App::session`].
    pub async fn plan(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<PlanView, Failure> {
        let open = self.organization(organization).await?;
        let going = Going::of(&open, changes)?;
        Ok(PlanView {
            changes: count(going.ids.len()),
            first: count(going.first),
            confirm: going.confirm,
        })
    }
}
