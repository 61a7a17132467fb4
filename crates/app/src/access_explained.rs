//! Explains what a user may do and why; and the four roles beside each other.

use rollcall_language::say;
use rollcall_model::{ConnectionId, OrgRole, Role, UserId, UserState};

use crate::view::{AccessExplained, RoleExplained};
use crate::{App, Failure, role};

impl App {
    /// What a user may do, by area and permission, with the rule's sentence where they may not; a role
    /// that waits in the outbox is taken as theirs.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `unknown_user`; else as [`App::session`].
    pub async fn access_explained(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<AccessExplained, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let shown = open.user(user)?;
        let known = shown.role.known().map(role::explained);
        Ok(AccessExplained {
            role: shown.role.as_str().to_owned(),
            role_title: shown.role.to_string(),
            first: before_the_role(shown.user.state()),
            summary: known
                .as_ref()
                .map_or_else(|| not_ours(&shown.role), |known| known.summary.clone()),
            areas: known.map_or_else(Vec::new, |known| known.areas),
        })
    }

    /// The four roles, each with its areas and permissions in the same order.
    #[must_use]
    pub fn role_comparison() -> Vec<RoleExplained> {
        Role::ALL.map(role::explained).into()
    }
}

/// What keeps a user from all of it, whatever the role.
fn before_the_role(state: UserState) -> Option<String> {
    match state {
        UserState::Active => None,
        UserState::Suspended => Some(say!("access-suspended")),
        UserState::Pending => Some(say!("access-invited")),
        UserState::InvitationExpired => Some(say!("access-expired")),
        UserState::InvitationFailed => Some(say!("access-undelivered")),
    }
}

fn not_ours(role: &OrgRole) -> String {
    match role {
        OrgRole::Absent => say!("access-no-role"),
        role => say!("access-foreign-role", role = role.to_string()),
    }
}
