//! A user as read from the cache: in full, or as a lean row of the list.

use jiff::Timestamp;
use rollcall_model::{Intent, LastActive, OrgRole, User, UserId, UserState, WorkspaceId};

/// A user in full: as the server last described them, and as shown with the outbox laid over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownUser {
    /// As the server last described them.
    pub user: User,
    /// The role shown.
    pub role: OrgRole,
    /// The workspaces shown: the server's without those being revoked, then those being granted.
    pub workspaces: Vec<WorkspaceId>,
    /// What waits on them.
    pub intent: Option<Intent>,
}

impl ShownUser {
    /// Workspaces that a waiting change grants.
    pub fn granting(&self) -> impl Iterator<Item = &WorkspaceId> {
        self.workspaces
            .iter()
            .filter(|id| !self.user.workspaces.contains(id))
    }

    /// Workspaces that a waiting change revokes.
    pub fn revoking(&self) -> impl Iterator<Item = &WorkspaceId> {
        self.user
            .workspaces
            .iter()
            .filter(|id| !self.workspaces.contains(id))
    }
}

/// A user as a row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowView {
    /// The server's id.
    pub id: UserId,
    /// The name to show.
    pub name: String,
    /// The e-mail address (`userName`).
    pub email: String,
    /// The role shown.
    pub role: OrgRole,
    /// The role on the server, where it differs from what is shown.
    pub role_was: Option<OrgRole>,
    /// Names of the workspaces shown, by name: the first three in a window, all in a page.
    pub workspaces: Vec<String>,
    /// How many workspaces in all.
    pub workspace_count: u32,
    /// The state.
    pub state: UserState,
    /// When the invitation's link expires.
    pub expires_at: Option<Timestamp>,
    /// The last activity.
    pub last_active: LastActive,
    /// When they were added.
    pub created: Option<Timestamp>,
    /// What waits on them.
    pub intent: Option<Intent>,
    /// Whether the server names a picture.
    pub has_picture: bool,
}
