//! A user or a workspace as read from the cache: in full, or as a lean row of the list.

use jiff::Timestamp;
use rollcall_model::{
    Intent, LastActive, OrgRole, User, UserId, UserState, Workspace, WorkspaceId,
};

/// Whether a user or a workspace is on the server, and is to stay there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Presence {
    /// On the server, and nobody asked otherwise.
    #[default]
    Here,
    /// To be added: the id is a placeholder.
    Adding,
    /// To be deleted.
    Leaving,
}

/// A user in full: as the server last described them, and as shown with the outbox laid over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownUser {
    /// As the server last described them; one who is to be added, as they were asked for.
    pub user: User,
    /// The role shown.
    pub role: OrgRole,
    /// The display name shown; empty for none.
    pub display_name: String,
    /// The state shown.
    pub state: UserState,
    /// Whether they are on the server, and are to stay.
    pub presence: Presence,
    /// The workspaces shown: the server's without those being revoked, then those being granted.
    pub workspaces: Vec<WorkspaceId>,
    /// What waits on them.
    pub intent: Option<Intent>,
}

impl ShownUser {
    /// The name to show: the display name, else the user name.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.display_name.trim().is_empty() {
            &self.user.user_name
        } else {
            &self.display_name
        }
    }

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

/// A workspace: as the server last described it, and as shown with the outbox laid over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownWorkspace {
    /// As the server last described it; one that is to be created, as it was asked for.
    pub workspace: Workspace,
    /// The name shown.
    pub name: String,
    /// Whether it is on the server, and is to stay.
    pub presence: Presence,
    /// What waits on it.
    pub intent: Option<Intent>,
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
    /// Whether they are on the server, and are to stay.
    pub presence: Presence,
    /// Whether the server names a picture.
    pub has_picture: bool,
}
