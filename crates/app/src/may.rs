//! Asks the policy before a door looks anything up by the name that a person gave it.

use rollcall_model::ConnectionId;
use rollcall_policy::Action;

use crate::asked_action::AskedAction;
use crate::view::UserAction;
use crate::{App, Failure};

impl App {
    /// Refuses what the signed-in user's role may do to nobody and nothing.
    ///
    /// # Errors
    /// `denied` with the policy's sentence (and who could help); else as [`App::session`].
    pub async fn may(&self, organization: ConnectionId, action: Action) -> Result<(), Failure> {
        self.organization(organization).await?.may_at_all(action)
    }

    /// The same, by what is to be done to users.
    ///
    /// # Errors
    /// `role_invalid`; else as [`App::may`].
    pub async fn may_change_users(
        &self,
        organization: ConnectionId,
        action: &UserAction,
    ) -> Result<(), Failure> {
        let action = AskedAction::parse(action)?.permission();
        self.may(organization, action).await
    }

    /// Refuses a role that may not see workspaces and their settings.
    ///
    /// # Errors
    /// `denied`; `not_offered` by this server; else as [`App::session`].
    pub async fn may_view_workspaces(&self, organization: ConnectionId) -> Result<(), Failure> {
        let open = self.organization(organization).await?;
        open.may_view_workspaces()
    }
}
