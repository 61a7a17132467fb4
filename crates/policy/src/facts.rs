//! What a decision rests on: who asks, and what is known of whom or what it is about.

use rollcall_model::{
    InvitationStatus, OrgRole, Organization, Role, SubscriptionStatus, User, UserId, UserState,
};

use crate::Rule;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Their user id; `None` for a credential that belongs to no user.
    pub id: Option<UserId>,
    /// Their organization role.
    pub role: OrgRole,
}

impl Actor {
    /// The user behind a credential.
    #[must_use]
    pub fn of(user: &User) -> Self {
        Self {
            id: Some(user.id.clone()),
            role: user.role.clone(),
        }
    }
}

/// A user who exists, as far as decisions look at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Their id.
    pub id: UserId,
    /// Their organization role, as it is before the action.
    pub role: OrgRole,
    /// What their row says.
    pub state: UserState,
    /// Where the invitation stands; `None` where none is reported.
    pub invitation: Option<InvitationStatus>,
    /// Active Admins besides this user. `None` where the list is not known completely: then the rule
    /// of the last active Admin is not foreseen. A server always knows.
    pub other_active_admins: Option<u64>,
    /// What the subscription says to one more user; looked at where this one would take a seat, or be
    /// invited.
    pub seats: Seats,
}

impl Subject {
    /// The facts of a user, with the number of active Admins besides them, and what the subscription
    /// says.
    #[must_use]
    pub fn of(user: &User, other_active_admins: Option<u64>, seats: Seats) -> Self {
        Self {
            id: user.id.clone(),
            role: user.role.clone(),
            state: user.state(),
            invitation: user.invitation.as_ref().map(|invitation| invitation.status),
            other_active_admins,
            seats,
        }
    }

    /// Whether the organization would be left without an active Admin if this user were none.
    pub(crate) fn is_last_active_admin(&self) -> bool {
        self.state == UserState::Active
            && self.role == OrgRole::Known(Role::Admin)
            && self.other_active_admins == Some(0)
    }

    /// Whether an invitation was sent, or tried, and not accepted.
    pub(crate) fn has_open_invitation(&self) -> bool {
        self.invitation
            .is_some_and(|status| status != InvitationStatus::Accepted)
    }
}

/// Whether an e-mail address can be given to a user, compared without case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// Nobody has it.
    Free,
    /// Another user has it.
    Taken,
    /// The list is not known completely, so it is not foreseen.
    NotKnown,
}

/// What the subscription says to one more user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seats {
    /// There is a seat, or no limit.
    Free,
    /// Every seat is taken.
    Taken,
    /// It is frozen.
    Frozen,
    /// It is cancelled.
    Cancelled,
    /// The trial has ended.
    TrialEnded,
    /// Not known, so it is not foreseen.
    NotKnown,
}

impl Seats {
    /// What an organization says, as far as the reader's role sees it.
    #[must_use]
    pub fn of(organization: &Organization) -> Self {
        let subscription = organization.subscription.as_ref();
        match (
            subscription.map(|subscription| &subscription.status),
            organization.free_seats,
        ) {
            (Some(SubscriptionStatus::Frozen), _) => Self::Frozen,
            (Some(SubscriptionStatus::Cancelled), _) => Self::Cancelled,
            (Some(SubscriptionStatus::TrialEnded), _) => Self::TrialEnded,
            (Some(SubscriptionStatus::Other(_)), _) | (None, None) => Self::NotKnown,
            (_, Some(0)) => Self::Taken,
            (_, _) => Self::Free,
        }
    }

    /// The rule by which nobody gets in, nor comes back or is invited again, however many seats there are.
    #[must_use]
    pub fn closed(self) -> Option<Rule> {
        match self {
            Self::Frozen => Some(Rule::SubscriptionFrozen),
            Self::Cancelled => Some(Rule::SubscriptionCancelled),
            Self::TrialEnded => Some(Rule::TrialEnded),
            Self::Taken | Self::Free | Self::NotKnown => None,
        }
    }
}

/// Whether the actor has been granted access to a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// Yes.
    Granted,
    /// No.
    NotGranted,
}

/// How much of the subscription is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionPart {
    /// Plan, seats, seats used, status, renewal.
    PlanAndSeats,
    /// The number of free seats alone.
    FreeSeats,
}

/// What the action is about. An action that turns on facts which the target doesn't carry is denied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The organization as a whole: its information, billing, list of users; a workspace to be
    /// created.
    Organization,
    /// A user who exists. For [`Action::UsersSetRole`](crate::Action::UsersSetRole) it asks whether
    /// their role can be changed at all.
    User(Subject),
    /// A user who exists, and the role that they are to get.
    RoleOf {
        /// Who.
        user: Subject,
        /// The role asked for.
        to: OrgRole,
    },
    /// A user to be added.
    NewUser {
        /// The role asked for.
        role: OrgRole,
        /// Whether the address can be used.
        address: Address,
        /// What the subscription says.
        seats: Seats,
    },
    /// A user who is to get another address, by way of a new user with the same role.
    ReplacementOf {
        /// Who.
        user: Subject,
        /// Whether the new address can be used.
        address: Address,
    },
    /// A workspace: its name and what is inside.
    Workspace(Grant),
    /// A workspace's settings, counts and list of members.
    WorkspaceSettings,
    /// The subscription.
    Subscription(SubscriptionPart),
}

impl Target {
    /// What the subscription says to a user who would be added, reactivated or invited.
    pub(crate) fn seats(&self) -> Seats {
        match self {
            Self::NewUser { seats, .. } => *seats,
            target => target.subject().map_or(Seats::NotKnown, |user| user.seats),
        }
    }

    /// The user who exists, where it is about one.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        match self {
            Self::User(user) | Self::RoleOf { user, .. } | Self::ReplacementOf { user, .. } => {
                Some(user)
            }
            Self::Organization
            | Self::NewUser { .. }
            | Self::Workspace(_)
            | Self::WorkspaceSettings
            | Self::Subscription(_) => None,
        }
    }
}
