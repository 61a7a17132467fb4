//! A person in the organization, as the server last described them.

use jiff::Timestamp;

use crate::{Invitation, InvitationStatus, OrgRole, UserId, WorkspaceId};

/// A resource's version: opaque, compared byte by byte, `W/` and quotes included.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(pub String);

/// When a user's credential was last used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastActive {
    /// The server doesn't tell.
    NotReported,
    /// The server tells, and it never was: its own value, not a long time ago.
    Never,
    /// At this instant, give or take five minutes.
    At(Timestamp),
}

/// Contacts assigned to a user within one workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedContacts {
    /// The workspace that the contacts belong to.
    pub workspace: WorkspaceId,
    /// How many.
    pub count: u64,
}

/// A user of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The server's id.
    pub id: UserId,
    /// The e-mail address, unique in the organization without regard to case. Other servers may hold
    /// a name here that is no address.
    pub user_name: String,
    /// What the creating client called this user; ours uses the mutation's id.
    pub external_id: Option<String>,
    /// The name that people read; empty where the server has none.
    pub display_name: String,
    /// The one organization role.
    pub role: OrgRole,
    /// Not suspended.
    pub active: bool,
    /// Where the picture can be fetched; not trusted.
    pub photo: Option<String>,
    /// When the user was added.
    pub created: Option<Timestamp>,
    /// When the resource last changed, by the server's clock.
    pub last_modified: Option<Timestamp>,
    /// The version for `If-Match`.
    pub version: Option<Version>,
    /// When the user was last seen.
    pub last_active: LastActive,
    /// The invitation, where the server reports one.
    pub invitation: Option<Invitation>,
    /// Contacts by workspace; `None` where the server doesn't tell.
    pub assigned_contacts: Option<Vec<AssignedContacts>>,
    /// The workspaces granted, in no order.
    pub workspaces: Vec<WorkspaceId>,
}

/// What a user's row says of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserState {
    /// May sign in.
    Active,
    /// Invited, and has not accepted yet.
    Pending,
    /// The invitation's link is too old.
    InvitationExpired,
    /// The invitation could not be delivered.
    InvitationFailed,
    /// `active` is false.
    Suspended,
}

impl UserState {
    /// Every state, in the order in which they are offered as filters.
    pub const ALL: [Self; 5] = [
        Self::Active,
        Self::Pending,
        Self::InvitationExpired,
        Self::InvitationFailed,
        Self::Suspended,
    ];

    /// The name in queries and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::InvitationExpired => "invitation_expired",
            Self::InvitationFailed => "invitation_failed",
            Self::Suspended => "suspended",
        }
    }

    /// Reads a name given by [`UserState::as_str`].
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

impl User {
    /// The state that the row shows. A suspended user is *suspended* whatever became of the
    /// invitation.
    #[must_use]
    pub fn state(&self) -> UserState {
        if !self.active {
            return UserState::Suspended;
        }
        match self.invitation.as_ref().map(|invitation| invitation.status) {
            None | Some(InvitationStatus::Accepted) => UserState::Active,
            Some(InvitationStatus::Pending) => UserState::Pending,
            Some(InvitationStatus::Expired) => UserState::InvitationExpired,
            Some(InvitationStatus::Failed) => UserState::InvitationFailed,
        }
    }

    /// Whether an invitation was sent, or tried, and not accepted.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.invitation
            .as_ref()
            .is_some_and(|invitation| invitation.status != InvitationStatus::Accepted)
    }

    /// Whether this user counts as an *active* Admin: not suspended, invitation accepted or none
    /// reported, role Admin.
    #[must_use]
    pub fn is_active_admin(&self) -> bool {
        self.state() == UserState::Active && self.role == OrgRole::Known(crate::Role::Admin)
    }

    /// The name to show: the display name, else the user name.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.display_name.trim().is_empty() {
            &self.user_name
        } else {
            &self.display_name
        }
    }
}

/// Whether two user names are the same address: compared without case, as `userName` is
/// (RFC 7643, section 4.1.1).
#[must_use]
pub fn same_user_name(left: &str, right: &str) -> bool {
    user_name_key(left) == user_name_key(right)
}

/// What two user names have in common if they are the same address: for finding one among many.
#[must_use]
pub fn user_name_key(user_name: &str) -> String {
    user_name.to_lowercase()
}
