//! What a role is for: one user's access explained, and the four roles side by side.

use serde::Serialize;
use ts_rs::TS;

/// What a user may do, and why.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccessExplained {
    /// The role shown, waiting changes laid over it: wire value, `""` for none.
    pub role: String,
    /// The same in words.
    pub role_title: String,
    /// The role in one sentence; that it can't be explained, where it is none of the four.
    pub summary: String,
    /// What comes before the role: suspended, or not yet accepted; `None` for an active user.
    pub first: Option<String>,
    /// The areas in their order; none for a role that is none of the four.
    pub areas: Vec<AreaExplained>,
}

/// An area of the settings, to one role.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AreaExplained {
    /// Its name in words.
    pub title: String,
    /// How far it is open.
    pub access: AreaAccess,
    /// The same in one sentence.
    pub summary: String,
    /// The permissions in it.
    pub permissions: Vec<PermissionExplained>,
}

/// How far an area is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AreaAccess {
    /// Open.
    Full,
    /// Open to view, or in part.
    Limited,
    /// Closed.
    None,
}

/// A permission, to one role.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionExplained {
    /// Its machine name.
    pub action: String,
    /// What it is in words ("Change roles").
    pub title: String,
    /// How much of it the role has.
    pub grant: PermissionGrant,
    /// The rule's fixed sentence, unless all of it is allowed.
    pub reason: Option<String>,
}

/// How much of a permission a role has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PermissionGrant {
    /// All of it.
    Allowed,
    /// A part; the reason says which.
    Limited,
    /// None of it.
    Denied,
}

/// A role as one chooses among them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleExplained {
    /// Wire value.
    pub role: String,
    /// In words.
    pub title: String,
    /// One sentence on what it lets a user do.
    pub summary: String,
    /// The areas, the same ones in the same order for every role.
    pub areas: Vec<AreaExplained>,
}

/// What another role would change, each as a phrase ("Change roles").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleDifference {
    /// What the user could do then and can't now.
    pub gains: Vec<String>,
    /// What the user can do now and couldn't then.
    pub loses: Vec<String>,
}
