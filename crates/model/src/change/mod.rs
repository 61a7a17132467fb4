//! What an administrator can ask for: one change at one place of one resource.

mod combine;
mod organization;
mod user;
mod workspace;

use jiff::Timestamp;

pub use self::organization::{OrganizationChange, OrganizationField};
pub use self::user::UserChange;
pub use self::workspace::WorkspaceChange;
use crate::{MutationId, OrgRole, UserId, WorkspaceId};

/// One change, with the value that the person saw when asking for it. Each is about one place, so that
/// two administrators who change different things of one resource are in nobody's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// To a user.
    User(UserChange),
    /// To a workspace itself; who has access to it is a change to the user.
    Workspace(WorkspaceChange),
    /// To the organization: its information, billing details, subscription.
    Organization(OrganizationChange),
}

/// What a change is about. Changes to one resource are sent in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resource {
    /// A user.
    User(UserId),
    /// A workspace.
    Workspace(WorkspaceId),
    /// The organization itself.
    Organization,
}

impl Resource {
    /// The id as text; empty for the organization, of which there is one.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::User(user) => user.as_str(),
            Self::Workspace(workspace) => workspace.as_str(),
            Self::Organization => "",
        }
    }

    /// The mutation that is to add this resource, while it is known by a placeholder only.
    #[must_use]
    pub fn added_by(&self) -> Option<MutationId> {
        match self {
            Self::User(user) => user.added_by(),
            Self::Workspace(workspace) => workspace.added_by(),
            Self::Organization => None,
        }
    }
}

impl Change {
    /// The resource that it changes.
    #[must_use]
    pub fn resource(&self) -> Resource {
        match self {
            Self::User(change) => Resource::User(change.user().clone()),
            Self::Workspace(change) => Resource::Workspace(change.workspace().clone()),
            Self::Organization(_) => Resource::Organization,
        }
    }

    /// The user whom it changes; `None` for a change to something else.
    #[must_use]
    pub fn user(&self) -> Option<&UserId> {
        match self {
            Self::User(change) => Some(change.user()),
            Self::Workspace(_) | Self::Organization(_) => None,
        }
    }

    /// It as a change to a user; `None` for a change to something else.
    #[must_use]
    pub fn of_user(&self) -> Option<&UserChange> {
        match self {
            Self::User(change) => Some(change),
            Self::Workspace(_) | Self::Organization(_) => None,
        }
    }

    /// The workspace that it is about, or to which it gives or takes access.
    #[must_use]
    pub fn workspace(&self) -> Option<&WorkspaceId> {
        match self {
            Self::User(change) => change.workspace(),
            Self::Workspace(change) => Some(change.workspace()),
            Self::Organization(_) => None,
        }
    }

    /// The workspace to which it gives or takes access; `None` for a change of anything else.
    #[must_use]
    pub fn access_to(&self) -> Option<&WorkspaceId> {
        self.of_user().and_then(UserChange::workspace)
    }

    /// Every resource whose id it carries: the one that it is about, and the workspace to which it gives
    /// or takes access.
    pub fn carried(&self) -> impl Iterator<Item = Resource> + use<> {
        let access_to = self.access_to().cloned().map(Resource::Workspace);
        std::iter::once(self.resource()).chain(access_to)
    }

    /// Puts the server's id in the place of a placeholder, wherever the change carries it.
    pub fn name_added(&mut self, placeholder: &Resource, added: &Resource) {
        match (self, placeholder, added) {
            (Self::User(change), Resource::User(placeholder), Resource::User(added))
                if change.user() == placeholder =>
            {
                change.set_user(added.clone());
            }
            (Self::User(change), Resource::Workspace(placeholder), Resource::Workspace(added))
                if change.workspace() == Some(placeholder) =>
            {
                change.set_workspace(added.clone());
            }
            (
                Self::Workspace(change),
                Resource::Workspace(placeholder),
                Resource::Workspace(added),
            ) if change.workspace() == placeholder => change.set_workspace(added.clone()),
            _ => {}
        }
    }

    /// The machine name, as in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::User(change) => change.name(),
            Self::Workspace(change) => change.name(),
            Self::Organization(change) => change.name(),
        }
    }

    /// Whether it adds the resource that it is about.
    #[must_use]
    pub fn adds(&self) -> bool {
        matches!(
            self,
            Self::User(UserChange::AddUser { .. })
                | Self::Workspace(WorkspaceChange::CreateWorkspace { .. })
        )
    }

    /// Whether the resource is gone once it has come true.
    #[must_use]
    pub fn removes(&self) -> bool {
        match self {
            Self::User(change) => change.removes(),
            Self::Workspace(change) => {
                matches!(change, WorkspaceChange::DeleteWorkspace { .. })
            }
            Self::Organization(_) => false,
        }
    }

    /// What the change would leave behind; `None` where that can't be known before: when an
    /// invitation will have been sent again.
    #[must_use]
    pub fn wanted(&self) -> Option<Found> {
        match self {
            Self::User(change) => change.wanted(),
            Self::Workspace(change) => Some(change.wanted()),
            Self::Organization(change) => Some(change.wanted()),
        }
    }

    /// What the person saw when asking for it.
    #[must_use]
    pub fn was(&self) -> Found {
        match self {
            Self::User(change) => change.was(),
            Self::Workspace(change) => change.was(),
            Self::Organization(change) => change.was(),
        }
    }

    /// What it means for the change that this was found.
    #[must_use]
    pub fn judge(&self, found: &Found) -> Standing {
        match self {
            Self::User(change) => change.judge(found),
            Self::Workspace(_) | Self::Organization(_) => {
                stands(&self.was(), self.wanted().as_ref(), found)
            }
        }
    }
}

impl From<UserChange> for Change {
    fn from(change: UserChange) -> Self {
        Self::User(change)
    }
}

impl From<WorkspaceChange> for Change {
    fn from(change: WorkspaceChange) -> Self {
        Self::Workspace(change)
    }
}

impl From<OrganizationChange> for Change {
    fn from(change: OrganizationChange) -> Self {
        Self::Organization(change)
    }
}

/// The value at the place that a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The user's organization role.
    Role(OrgRole),
    /// Whether the user has access to the workspace.
    Access(bool),
    /// The user's display name; empty for none.
    DisplayName(String),
    /// Where the user's picture is; `None` for no picture.
    Picture(Option<String>),
    /// Whether the user may sign in.
    Active(bool),
    /// When the last invitation went out; `None` where the server doesn't tell.
    Invited(Option<Timestamp>),
    /// Whether the user has not accepted the invitation yet.
    Pending(bool),
    /// The workspace's name.
    WorkspaceName(String),
    /// The value of an attribute of the organization, as text; empty for none.
    Setting(String),
    /// What the change itself has added.
    Added,
    /// Somebody else has the address, or another workspace the name.
    Taken,
    /// There is no such user, or the workspace no longer exists.
    Gone,
}

/// What a look at the place means for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is as asked for.
    Done,
    /// It is as the person saw it.
    Untouched,
    /// It is neither.
    Elsewise,
}

/// The standing of a change by what was, what is wanted and what is found.
fn stands(was: &Found, wanted: Option<&Found>, found: &Found) -> Standing {
    if wanted == Some(found) {
        Standing::Done
    } else if was == found {
        Standing::Untouched
    } else {
        Standing::Elsewise
    }
}
