//! A space inside the organization to which users are granted access.

use jiff::Timestamp;

use crate::{Version, WorkspaceId};

/// A workspace as the server last described it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The server's id.
    pub id: WorkspaceId,
    /// What we have called it by, where we have made it: our mutation's id.
    pub external_id: Option<String>,
    /// The name that people read.
    pub name: String,
    /// What it is for; `None` where the server doesn't tell.
    pub description: Option<String>,
    /// When it was added.
    pub created: Option<Timestamp>,
    /// The version for `If-Match`.
    pub version: Option<Version>,
    /// Users with access; `None` where the server doesn't tell.
    pub member_count: Option<u64>,
    /// Contacts inside; `None` where the server doesn't tell.
    pub contact_count: Option<u64>,
}
