//! Which users, in which order: the question that windows and pages answer alike.

use jiff::Timestamp;
use rollcall_model::{OrgRole, UserState, WorkspaceId};

/// Which users, in which order. Empty lists don't filter; values within one list are alternatives,
/// and the lists together must all hold. Everything is asked of what is shown, waiting changes
/// included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserQuery {
    /// Any place in name or e-mail; case and accents folded. Several words must all occur.
    pub search: String,
    /// Roles.
    pub roles: Vec<OrgRole>,
    /// States.
    pub states: Vec<UserState>,
    /// Workspaces: users with access to at least one.
    pub workspaces: Vec<WorkspaceId>,
    /// Bands of last activity, and the instant from which they are counted.
    pub activity: Option<(Vec<Activity>, Timestamp)>,
    /// Column to sort by.
    pub sort: Sort,
    /// Which end first.
    pub direction: Direction,
}

/// A column that can be sorted by. Ties are ordered by name, then by id; a descending order is the
/// exact reverse.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The name shown.
    #[default]
    Name,
    /// The e-mail address.
    Email,
    /// The role shown, from Admin to Member, then foreign ones, then none.
    Role,
    /// The number of workspaces shown.
    Workspaces,
    /// The last activity; *never* before every time, *not reported* first of all.
    LastActive,
    /// The state, from active to suspended.
    State,
    /// When the user was added; *not reported* before every time.
    Added,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Email,
        Self::Role,
        Self::Workspaces,
        Self::LastActive,
        Self::State,
        Self::Added,
    ];
}

/// Which end of an order comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The low end.
    #[default]
    Ascending,
    /// The high end.
    Descending,
}

/// A band of last activity. Each ends where the one before begins, so every user is in one at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Activity {
    /// Within 24 hours; a time in the future counts as now.
    Today,
    /// Within 7 days.
    Week,
    /// Within 30 days.
    Month,
    /// Within 90 days.
    Quarter,
    /// More than 90 days ago.
    Older,
    /// Never signed in.
    Never,
}

impl UserQuery {
    /// Whether every user answers it.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        self.search.trim().is_empty() && self.is_unfiltered()
    }

    /// Whether nothing but the search decides who answers it.
    pub(crate) fn is_unfiltered(&self) -> bool {
        self.roles.is_empty()
            && self.states.is_empty()
            && self.workspaces.is_empty()
            && self
                .activity
                .as_ref()
                .is_none_or(|(bands, _)| bands.is_empty())
    }
}
