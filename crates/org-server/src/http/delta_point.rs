//! Points in the organization's history, as clients keep them between two syncs.

use serde::{Deserialize, Serialize};

/// A point in the organization's history. Short as text: a sync with nothing new is mostly tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Point {
    /// The beginning of the organization's id.
    pub(super) organization: String,
    /// The resource type.
    pub(super) kind: String,
    /// The last change before it.
    pub(super) change: i64,
    /// When it was given out, in seconds since 1970.
    pub(super) issued: i64,
}

impl Point {
    /// As text for the client.
    pub(super) fn seal(&self) -> String {
        let Self {
            organization,
            kind,
            change,
            issued,
        } = self;
        format!("{kind}.{organization}.{change}.{issued}")
    }

    /// Reads what a client hands back; `None` for what this program never wrote.
    pub(super) fn unseal(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let point = Self {
            kind: parts.next()?.to_owned(),
            organization: parts.next()?.to_owned(),
            change: parts.next()?.parse().ok()?,
            issued: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(point)
    }
}

/// As much of an organization's id as tells it from another.
pub(super) fn short(organization: &str) -> String {
    organization.chars().take(8).collect()
}

/// A place between two pages of one delta query.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    /// Where the query began.
    pub(super) from: Point,
    /// The last change that it tells of, so that it ends though changes go on.
    pub(super) until: i64,
    /// The last change on the page before.
    pub(super) change: i64,
    /// The row that it was made to.
    pub(super) seq: i64,
}
