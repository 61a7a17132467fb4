//! Shows what a change would do to those selected, before anything is asked for.

use rollcall_model::ConnectionId;

use crate::deliberation::deliberate;
use crate::users_window::MOST_ROWS;
use crate::view::{ChangePreview, PreviewWindow, Selection, UserAction};
use crate::{App, Failure};

impl App {
    /// How many would be changed, have it so already, and may not be; why; and what comes with it. The
    /// rows are a window of those of one verdict, in the order of the selection.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `not_offered` by this server; `unknown_workspace`,
    /// `role_invalid`; else as [`App::session`].
    pub async fn preview_change(
        &self,
        organization: ConnectionId,
        selection: &Selection,
        action: &UserAction,
        window: PreviewWindow,
    ) -> Result<ChangePreview, Failure> {
        let open = self.organization(organization).await?;
        let limit = window.limit.min(MOST_ROWS) as usize;
        let mut rows = Vec::new();
        let mut passed = 0;
        let sum = deliberate(&open, self.now(), selection, action, |picked, outcome| {
            if outcome.verdict() != window.verdict {
                return;
            }
            if passed >= window.offset && rows.len() < limit {
                rows.push(outcome.row(picked));
            }
            passed += 1;
        })?;
        Ok(sum.preview(window.offset, rows))
    }
}
