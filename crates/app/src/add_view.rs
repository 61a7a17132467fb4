//! Fills the dialog for adding users: every role, those that may not be given with their reason.

use rollcall_model::ConnectionId;
use rollcall_policy::Action;

use crate::addition::Permits;
use crate::view::{AddView, RoleChoice};
use crate::{App, Failure};

impl App {
    /// What the dialog for adding users offers.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn add_view(&self, organization: ConnectionId) -> Result<AddView, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let judge = open.judge()?;
        let roles = Permits::ask(&judge)?.by_role().into_iter();
        Ok(AddView {
            verdict: judge.offer(Action::UsersAdd)?,
            roles: roles
                .map(|(role, verdict)| RoleChoice::to_give(role, verdict))
                .collect(),
        })
    }
}
