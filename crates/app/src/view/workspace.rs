//! Workspaces as the list and the details show them.

use rollcall_cache::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Confirm, OfferedAction, OutboxEntry, Presence, Receipt};

/// Which workspaces, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct WorkspaceQuery {
    /// Any place in the name; case and accents folded. Several words must all occur.
    pub search: String,
    /// Column to sort by.
    pub sort: WorkspaceSort,
    /// From high to low.
    pub descending: bool,
}

impl WorkspaceQuery {
    /// Whether a workspace of this name is found by the search.
    #[must_use]
    pub fn finds(&self, name: &str) -> bool {
        let (search, name) = (fold(&self.search), fold(name));
        search.split_whitespace().all(|word| name.contains(word))
    }
}

/// A column that can be sorted by. Ties are ordered by name, then by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkspaceSort {
    /// The name shown.
    #[default]
    Name,
    /// The number of users shown with access.
    Users,
    /// The number of contacts; *not reported* before every number.
    Contacts,
    /// When it was added; *not reported* before every time.
    Added,
}

/// A window of workspaces, never the whole list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspacesWindow {
    /// Grows whenever the list changes; rows of different numbers don't belong together.
    pub generation: u32,
    /// How many workspaces match.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<WorkspaceRow>,
}

/// A workspace as a row.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceRow {
    /// The server's id.
    pub id: String,
    /// The name shown, waiting changes laid over it.
    pub name: String,
    /// The name on the server, where it differs from what is shown.
    pub name_was: Option<String>,
    /// Users shown with access, waiting changes laid over them.
    pub users: u32,
    /// Contacts inside; `None` where the server doesn't tell.
    pub contacts: Option<u32>,
    /// When it was added (RFC 3339); `None` where the server doesn't tell, or it is to be created.
    pub created: Option<String>,
    /// What waits on it: `waiting`, `sending`, `needs_you`, `rejected`.
    pub intent: Option<String>,
    /// Whether it is on the server, and is to stay.
    pub presence: Presence,
}

/// A workspace in full. Who is in it, the users' list tells.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceDetails {
    /// The row.
    pub row: WorkspaceRow,
    /// What it is for; `None` where the server doesn't tell.
    pub description: Option<String>,
    /// What is open on the workspace itself.
    pub changes: Vec<OutboxEntry>,
    /// How many users wait to be given access.
    pub adding: u32,
    /// How many users wait to lose it.
    pub removing: u32,
    /// How many changes of access need a person.
    pub needs_you: u32,
    /// What may be done to it, in the order of the buttons.
    pub actions: Vec<OfferedAction>,
    /// Who enters it whoever is assigned; a sentence.
    pub entered_anyway: String,
}

/// A workspace to be created.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateWorkspace {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Its name.
    pub name: String,
}

/// What became of that.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreatedWorkspace {
    /// Its id: a placeholder until the server has given one.
    pub workspace: String,
    /// What is done, what waits.
    pub receipt: Receipt,
}

/// Another name for a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenameWorkspace {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Which.
    pub workspace: String,
    /// The name asked for.
    pub name: String,
}

/// What the deletion of a workspace would take along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceDeletion {
    /// Its name.
    pub name: String,
    /// Users who lose access.
    pub users: u32,
    /// Contacts inside; `None` where the server doesn't tell.
    pub contacts: Option<u32>,
    /// Whether it waits to be created, and then is not: nothing is deleted.
    pub not_created: bool,
    /// Changes to it, and of the access to it, that wait or need somebody, and are dropped.
    pub dropped: u32,
    /// Such changes that are on their way: they can't be taken back, and come first.
    pub on_their_way: u32,
    /// What has to be typed before it is done; `None` where the button is enough.
    pub confirm: Option<Confirm>,
}

/// A workspace to be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeleteWorkspace {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Which.
    pub workspace: String,
    /// What was typed to confirm, where [`WorkspaceDeletion::confirm`] asks for it.
    #[serde(default)]
    #[ts(optional)]
    pub typed: Option<String>,
}
